// Words against the grounds they stand on, in both themes: at least 4.5 : 1, signs and edges of
// fields 3 : 1.

import { describe, expect, it } from 'vitest';

import { sources } from './sources';

const css = sources.find(({ path }) => path.endsWith('tokens.css'))?.text ?? '';

function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  const found = [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name ?? '', value ?? '']));
}

const light = tokens(':root');
const themes = { light, dark: { ...light, ...tokens(":root[data-theme='dark']") } };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'surface-hover', 'accent-soft'];
const words: [string, string][] = [
  ...['text', 'text-soft', 'text-muted'].flatMap((word) =>
    grounds.map((ground): [string, string] => [word, ground]),
  ),
  ...['green', 'amber', 'red', 'violet', 'teal', 'grey'].flatMap((hue): [string, string][] => [
    [hue, `${hue}-soft`],
    [hue, 'surface'],
    [hue, 'ground'],
    [hue, 'accent-soft'],
  ]),
  ['accent-text', 'accent-soft'],
  ['accent-text', 'accent-soft-hover'],
  ['accent-text', 'surface'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-red', 'red'],
  ['on-red', 'red-hover'],
];

describe.each(Object.entries(themes))('in the %s theme', (_name, theme) => {
  it.each(words)('%s can be read on %s', (word, ground) => {
    expect(contrast(theme[word] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['field-line', 'surface'],
    ['field-line', 'ground'],
    ['field-line', 'surface-hover'],
    ['accent', 'surface'],
    ['accent', 'accent-soft'],
    ['focus', 'surface'],
    ['focus', 'ground'],
    ['focus', 'accent-soft'],
  ])('%s can be seen on %s', (sign, ground) => {
    expect(contrast(theme[sign] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
