// The catalogues against each other and against the code: nothing that is asked for is missing,
// nothing is said in one language only.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

import { sources } from './sources';

const folder = join(import.meta.dirname, '../../../locales');

interface Message {
  /** Ids, attributes as `id.attribute`. */
  id: string;
  variables: string;
}

/** Values that are said. One that only decides a plural may matter in one language alone. */
function variablesOf(pattern: unknown): string {
  const said = JSON.stringify(pattern).replace(/"selector":\{"type":"var","name":"[^"]+"\}/g, '');
  const names = [...said.matchAll(/"type":"var","name":"([^"]+)"/g)];
  return [...new Set(names.map(([, name]) => name))].sort().join(' ');
}

function read(language: string): Map<string, Message[]> {
  const found = new Map<string, Message[]>();
  for (const file of readdirSync(join(folder, language))) {
    const { body } = new FluentResource(readFileSync(join(folder, language, file), 'utf8'));
    const messages = body.flatMap(({ id, value, attributes }) => [
      ...(value === null ? [] : [{ id, variables: variablesOf(value) }]),
      ...Object.entries(attributes).map(([name, pattern]) => ({
        id: `${id}.${name}`,
        variables: variablesOf(pattern),
      })),
    ]);
    found.set(file, messages);
  }
  return found;
}

const english = read('en');
const french = read('fr');
const ids = new Set([...english.values()].flat().map(({ id }) => id));

/** Lines of words: no comments, and no selectors and values. */
function wordsOf(file: string): string[] {
  return readFileSync(join(folder, 'fr', file), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.replace(/\{[^}]*\}?/g, '{}'));
}

const frenchFiles = readdirSync(join(folder, 'fr'));

describe('the French catalogues', () => {
  it.each(frenchFiles)('%s is set with French spaces and apostrophes', (file) => {
    const wrong = wordsOf(file).filter((line) =>
      /'|\.\.\.|(?<!\u202f)[;?!»]|«(?!\u202f)|[ \u202f]:/.test(line),
    );
    expect(wrong).toEqual([]);
  });

  it.each(frenchFiles)('%s says activer and configurer, not a third word for it', (file) => {
    const others = /approvisionn|provisionn|mise?s? en place|mettre en place|met en place/i;
    expect(wordsOf(file).filter((line) => others.test(line))).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('are the same files in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english.keys()])('%s says the same things with the same values', (file) => {
    const sorted = (messages: Message[] | undefined) =>
      (messages ?? []).map(({ id, variables }) => `${id} ${variables}`).sort();
    expect(sorted(french.get(file))).toEqual(sorted(english.get(file)));
  });

  it('say nothing twice', () => {
    const all = [...english.values()].flat().map(({ id }) => id);
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
  });

  it('have words for every id that the code names', () => {
    const missing: string[] = [];
    for (const { path, text } of sources) {
      if (path.endsWith('.test.ts')) continue;
      // t('id'…, also in a condition: t(a ? 'x' : 'y'…
      for (const [call] of text.matchAll(/\bt\(\s*[^`)]*?['"][^)]*?[),]/g)) {
        for (const [, id] of call.matchAll(/['"]([a-z]+(?:-[a-z0-9]+)+(?:\.[a-z]+)?)['"]/g)) {
          if (id !== undefined && !ids.has(id)) missing.push(`${path}: ${id}`);
        }
      }
      // t(`prefix-${code}`…: something must begin so.
      for (const [, prefix] of text.matchAll(/\bt(?:Maybe)?\(\s*`([a-z-]+-)\$\{/g)) {
        if (prefix !== undefined && ![...ids].some((id) => id.startsWith(prefix))) {
          missing.push(`${path}: ${prefix}…`);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});
