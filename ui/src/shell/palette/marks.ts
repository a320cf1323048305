// What of a text was matched, as pieces of text: shown apart, never as markup.

export interface Piece {
  text: string;
  hit: boolean;
}

/** The text in pieces; `hits` are indexes into it. */
export function piecesOf(text: string, hits: readonly number[]): Piece[] {
  const hit = new Set(hits);
  const pieces: Piece[] = [];
  let at = 0;
  // By code point: half of one is no text.
  for (const sign of text) {
    const is = hit.has(at) || (sign.length > 1 && hit.has(at + 1));
    const last = pieces.at(-1);
    if (last?.hit === is) last.text += sign;
    else pieces.push({ text: sign, hit: is });
    at += sign.length;
  }
  return pieces;
}

/** Without accents and capitals, as the search compares; for each unit where it stands in the text. */
function fold(text: string): { folded: string; from: number[] } {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) from.push(at);
    at += sign.length;
  }
  return { folded, from };
}

/** Where words of a text begin as the words that were typed: how the search finds orders. */
export function beginnings(text: string, typed: string): number[] {
  const { folded, from } = fold(text);
  const hits = new Set<number>();
  for (const word of fold(typed).folded.split(/\s+/).filter(Boolean)) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      const before = folded.slice(0, at).at(-1);
      if (before !== undefined && /[\p{L}\p{N}]/u.test(before)) continue;
      for (let unit = at; unit < at + word.length; unit += 1) hits.add(from[unit] ?? 0);
    }
  }
  return [...hits].sort((a, b) => a - b);
}
