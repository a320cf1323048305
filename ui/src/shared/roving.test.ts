import { describe, expect, it } from 'vitest';

import { roving } from './roving';
import { settled } from '../testing/settled';

function chart(direction: 'ltr' | 'rtl'): HTMLElement[] {
  const chart = document.createElement('div');
  chart.style.direction = direction;
  for (let at = 0; at < 3; at++) {
    const mark = document.createElement('button');
    mark.dataset['mark'] = '';
    chart.append(mark);
  }
  document.body.replaceChildren(chart);
  roving(chart);
  return [...chart.querySelectorAll<HTMLElement>('[data-mark]')];
}

function press(mark: HTMLElement | undefined, key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  return !(mark?.dispatchEvent(event) ?? false);
}

describe('the bars of a chart', () => {
  it.each([
    ['ltr', 'ArrowRight'],
    ['rtl', 'ArrowLeft'],
  ] as const)('are gone through as one reads: %s by %s', (direction, forth) => {
    const [first, second] = chart(direction);
    first?.focus();
    expect(press(first, forth)).toBe(true);
    expect(second).toHaveFocus();
  });

  it('end where they end, and leave other keys to the page', () => {
    const marks = chart('ltr');
    marks[2]?.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'a']) {
      expect(press(marks[2], key)).toBe(false);
    }
    expect(marks[2]).toHaveFocus();
  });

  it('have one stop for Tab also when bars go and come', async () => {
    const marks = chart('ltr');
    marks[1]?.focus();
    const stops = () => [...document.querySelectorAll<HTMLElement>('[data-mark]')];
    marks[1]?.remove();
    document.querySelector('div')?.append(marks[1]?.cloneNode() ?? '');
    await settled();
    expect(stops().map((mark) => mark.tabIndex)).toEqual([0, -1, -1]);
  });
});
