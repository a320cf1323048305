// One stop for Tab, arrows inside: the marks of a chart, row by row. Rows are what carries
// `data-row` (a chart without has one), marks what carries `data-mark`.

import type { Attachment } from 'svelte/attachments';

export const roving: Attachment<HTMLElement> = (node) => {
  const marksIn = (within: Element) => [...within.querySelectorAll<HTMLElement>('[data-mark]')];

  /** Exactly one of them is a stop. */
  function settle(): void {
    const marks = marksIn(node);
    const stop = marks.find((mark) => mark.tabIndex === 0 && mark === current) ?? marks[0];
    for (const mark of marks) mark.tabIndex = mark === stop ? 0 : -1;
    current = stop ?? null;
  }

  function move(to: HTMLElement | undefined): boolean {
    if (to === undefined) return false;
    current = to;
    for (const mark of marksIn(node)) mark.tabIndex = mark === to ? 0 : -1;
    to.focus();
    return true;
  }

  /** The mark of the row above or below that stands nearest. */
  function across(mark: HTMLElement, by: number): HTMLElement | undefined {
    const rows = [...node.querySelectorAll('[data-row]')].filter((row) => marksIn(row).length > 0);
    const at = rows.findIndex((row) => row.contains(mark));
    const row = rows[at + by];
    if (at < 0 || row === undefined) return undefined;
    const middle = (one: HTMLElement) => {
      const box = one.getBoundingClientRect();
      return box.left + box.width / 2;
    };
    const near = (one: HTMLElement) => Math.abs(middle(one) - middle(mark));
    return marksIn(row).sort((a, b) => near(a) - near(b))[0];
  }

  function keydown(event: KeyboardEvent): void {
    const mark = (event.target as Element).closest<HTMLElement>('[data-mark]');
    if (mark === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = marksIn(mark.closest('[data-row]') ?? node);
    const at = marks.indexOf(mark);
    const forth = getComputedStyle(node).direction === 'rtl' ? -1 : 1;
    const ways: Record<string, () => HTMLElement | undefined> = {
      ArrowRight: () => marks[at + forth],
      ArrowLeft: () => marks[at - forth],
      ArrowDown: () => across(mark, 1),
      ArrowUp: () => across(mark, -1),
      Home: () => marks[0],
      End: () => marks.at(-1),
    };
    if (move(ways[event.key]?.())) event.preventDefault();
  }

  function focusin(event: FocusEvent): void {
    const mark = (event.target as Element).closest<HTMLElement>('[data-mark]');
    if (mark !== null) {
      current = mark;
      for (const one of marksIn(node)) one.tabIndex = one === mark ? 0 : -1;
    }
  }

  let current: HTMLElement | null = null;
  const watched = new MutationObserver(settle);
  settle();
  watched.observe(node, { childList: true, subtree: true });
  node.addEventListener('keydown', keydown);
  node.addEventListener('focusin', focusin);
  return () => {
    watched.disconnect();
    node.removeEventListener('keydown', keydown);
    node.removeEventListener('focusin', focusin);
  };
};
