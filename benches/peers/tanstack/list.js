// A million rows of eight cells, in memory: nothing is fetched, no framework draws. That is the
// easiest a list can have it.
import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';

const count = 1_000_000;
const list = document.getElementById('list');
const space = document.getElementById('space');
const drawn = new Map();

const virtualizer = new Virtualizer({
  count,
  getScrollElement: () => list,
  estimateSize: () => 38,
  overscan: 6,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: draw,
});

function line(index) {
  const row = document.createElement('div');
  row.className = 'row';
  row.dataset.index = index;
  for (let cell = 0; cell < 8; cell++) {
    const span = document.createElement('span');
    span.textContent = cell === 0 ? `4410-${index}` : `Zurita Logistics ${(index * 7 + cell) % 997}`;
    row.append(span);
  }
  space.append(row);
  drawn.set(index, row);
  return row;
}

function draw() {
  space.style.blockSize = `${virtualizer.getTotalSize()}px`;
  const items = virtualizer.getVirtualItems();
  const seen = new Set(items.map(({ index }) => index));
  for (const [index, row] of drawn) {
    if (!seen.has(index)) {
      row.remove();
      drawn.delete(index);
    }
  }
  for (const { index, start } of items) {
    (drawn.get(index) ?? line(index)).style.transform = `translateY(${start}px)`;
  }
}

virtualizer._didMount();
virtualizer._willUpdate();
draw();

/** Goes to the last row; tells after a second whether it is in sight. */
window.toTheLast = async () => {
  virtualizer.scrollToIndex(count - 1, { align: 'end' });
  await new Promise((next) => setTimeout(next, 1000));
  const row = drawn.get(count - 1);
  const box = row?.getBoundingClientRect();
  const edge = list.getBoundingClientRect().bottom;
  return box !== undefined && box.top < edge && box.bottom <= edge + 1;
};
