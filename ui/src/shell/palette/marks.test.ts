import { describe, expect, it } from 'vitest';

import { beginnings, piecesOf } from './marks';

const marked = (text: string, hits: readonly number[]) =>
  piecesOf(text, hits)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

describe('what was matched', () => {
  it.each([
    ['Zurita y Compañía', 'zur', '[Zur]ita y Compañía'],
    ['Zurita y Compañía', 'compania zu', '[Zu]rita y [Compañía]'],
    ['Zürcher Präzision', 'ZURCHER', '[Zürcher] Präzision'],
    ['Etablissements', 'ments', 'Etablissements'],
    ['4410-228290', '228', '4410-[228]290'],
    ['Straße', 'strass', 'Straße'],
    ['株式会社ひかり', '株式', '[株式]会社ひかり'],
    ['<b>Zurita</b>', 'zurita', '<b>[Zurita]</b>'],
    ['', 'zur', ''],
    ['Zurita', '  ', 'Zurita'],
  ])('in "%s" by "%s" is %s', (text, typed, expected) => {
    expect(marked(text, beginnings(text, typed))).toBe(expected);
  });

  it('is never half a sign', () => {
    expect(piecesOf('a👩🏽‍🚀b', [1])).toEqual([
      { text: 'a', hit: false },
      { text: '👩', hit: true },
      { text: '🏽‍🚀b', hit: false },
    ]);
  });

  it('keeps the whole text, whatever it is', () => {
    const text = `\u202eevil\u0000 ${'x'.repeat(500)} 👩🏽‍🚀`;
    const pieces = piecesOf(text, [0, 3, 700, -1]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});
