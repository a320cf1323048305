import { describe, expect, it } from 'vitest';

import { cornerFor, type Box, type Ground } from './placing';

const window: Ground = { width: 1_360, height: 860, side: 12, above: 56, below: 100 };
const small: Ground = { width: 450, height: 300, side: 12, above: 56, below: 100 };
const size = { width: 400, height: 90 };
const box = (start: number, top: number): Box => ({ start, top, width: 120, height: 30 });

describe('the corner of what floats', () => {
  it('is the low one at the end as long as that covers nothing', () => {
    expect(cornerFor(size, window, [])).toBe('low-end');
    expect(cornerFor(size, window, [box(100, 100), box(1_200, 820)])).toBe('low-end');
  });

  it('is another one where a main act stands', () => {
    expect(cornerFor(size, window, [box(1_200, 700)])).toBe('high-end');
    expect(cornerFor(size, window, [box(1_200, 700), box(1_200, 90)])).toBe('low-start');
  });

  it('is kept as long as it covers nothing', () => {
    expect(cornerFor(size, window, [], 'high-end')).toBe('high-end');
    expect(cornerFor(size, window, [box(1_200, 90)], 'high-end')).toBe('low-end');
  });

  it('covers as little as can be where there is no room', () => {
    const narrow = { width: 426, height: 120 };
    expect(cornerFor(narrow, small, [box(300, 120)])).toBe('low-end');
    expect(cornerFor(narrow, small, [box(300, 190)])).toBe('high-end');
  });
});
