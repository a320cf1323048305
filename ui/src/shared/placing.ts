// Where something floats above a page: the first corner at which it covers nothing that must stay
// in sight. Pure sums over rectangles, from the reader's side: `start` is where a line begins.

export const corners = ['low-end', 'high-end', 'low-start', 'high-start'] as const;
export type Corner = (typeof corners)[number];

export interface Box {
  start: number;
  top: number;
  width: number;
  height: number;
}

export interface Ground {
  width: number;
  height: number;
  /** What stays free at the sides, above and below. */
  side: number;
  above: number;
  below: number;
}

function boxAt(corner: Corner, size: { width: number; height: number }, on: Ground): Box {
  const [height, side] = corner.split('-');
  return {
    ...size,
    start: side === 'start' ? on.side : on.width - on.side - size.width,
    top: height === 'high' ? on.above : on.height - on.below - size.height,
  };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.start + a.width, b.start + b.width) - Math.max(a.start, b.start);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

/** Stays at `now` as long as that does; where no corner is free, the one that covers least. */
export function cornerFor(
  size: { width: number; height: number },
  on: Ground,
  keep: readonly Box[],
  now: Corner = corners[0],
): Corner {
  const covered = (corner: Corner) =>
    keep.reduce((sum, box) => sum + overlap(boxAt(corner, size, on), box), 0);
  let [best, least] = [now, covered(now)];
  for (const corner of corners) {
    const area = covered(corner);
    if (area < least) [best, least] = [corner, area];
  }
  return best;
}
