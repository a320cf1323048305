// Conventions as checks; each names the remedy.

import { describe, expect, it } from 'vitest';

import { sources, type Source } from './sources';

function offenders(files: readonly Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`),
  );
}

const styled = sources.filter(({ path }) => /\.(svelte|css)$/.test(path));

function styleOf({ path, text }: Source): Source {
  const style = path.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
  return { path, text: style.replace(/\/\*[\s\S]*?\*\//g, '') };
}
const styles = styled.map(styleOf);

/** What a file imports, as a path from `src/`. */
function imports({ path, text }: Source): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, from]) => from ?? '',
  );
  const here = path.split('/').slice(0, -1);
  return found.map((from) => {
    if (!from.startsWith('.')) return from;
    const parts = [...here];
    for (const part of from.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    return parts.join('/');
  });
}

describe('the house', () => {
  it('writes colours in tokens.css only: use var(--…)', () => {
    const elsewhere = styles.filter(({ path }) => path !== 'shared/styles/tokens.css');
    expect(
      offenders(elsewhere, /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab)\(.*/gi),
    ).toEqual([]);
    expect(
      offenders(elsewhere, /:\s*(?:white|black|red|green|blue|gray|grey|orange|yellow)\s*;/g),
    ).toEqual([]);
  });

  it('writes no style into HTML, which the window would refuse: use classes or style:', () => {
    expect(offenders(styled, /\sstyle=["{]/g)).toEqual([]);
  });

  it('never shows text as HTML', () => {
    expect(
      offenders(sources, /\{@html|\.innerHTML|insertAdjacentHTML/g).filter(
        (one) => !one.startsWith('testing/'),
      ),
    ).toEqual([]);
  });

  it('writes logical properties, for languages from right to left', () => {
    const sides =
      /(?:margin|padding|border)-(?:left|right)\b.*|(?:^|[\s;{])(?:left|right):.*|text-align:\s*(?:left|right)/g;
    expect(offenders(styles, sides)).toEqual([]);
  });

  it('knows the program through host/ alone', () => {
    const found = sources.flatMap((file) =>
      imports(file)
        .filter((from) => from.startsWith('@tauri-apps/'))
        .map((from) => `${file.path} imports ${from}`),
    );
    expect(found.filter((one) => !one.startsWith('host/'))).toEqual([]);
  });

  it('keeps features apart: what two need goes to shared/', () => {
    const found = sources.flatMap((file) => {
      const [room, feature] = file.path.split('/');
      return imports(file)
        .filter((from) => {
          const [toRoom, toFeature] = from.split('/');
          if (room === 'features') {
            if (toRoom === 'shell') return true;
            return toRoom === 'features' && toFeature !== feature;
          }
          return room === 'shared' && (toRoom === 'features' || toRoom === 'shell');
        })
        .map((from) => `${file.path} imports ${from}`);
    });
    expect(found).toEqual([]);
  });

  it('gives features the shapes of the host, not the host itself', () => {
    const found = sources.flatMap((file) => {
      if (!/^(features|shared)\//.test(file.path) || /test(ing)?\.ts$/.test(file.path)) return [];
      return imports(file)
        .filter((from) => from.startsWith('host') && from !== 'host/types')
        .map((from) => `${file.path} imports ${from}`);
    });
    expect(found).toEqual([]);
  });
});
