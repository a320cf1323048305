// Before every test file: what the test browser lacks, and words without direction marks. A
// message id without words fails the test that asked for it.

import '@testing-library/jest-dom/vitest';

import { configure } from '@testing-library/svelte';
import { afterEach, beforeEach, expect } from 'vitest';

import { forTests, setLanguage } from '../shared/i18n.svelte';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 });

let missing: string[] = [];

forTests({
  isolating: false,
  onMissing: (id) => {
    missing.push(id);
  },
});

beforeEach(() => {
  missing = [];
  setLanguage('en');
});

afterEach(() => {
  expect(missing, 'message ids without words').toEqual([]);
});

// jsdom draws nothing: dialogs, observers and scrolling are made just real enough.
const focusedBefore = new WeakMap<HTMLDialogElement, Element | null>();

HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  focusedBefore.set(this, document.activeElement);
  this.open = true;
  this.addEventListener('keydown', leaveByEscape);
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  if (!this.open) return;
  this.open = false;
  this.removeEventListener('keydown', leaveByEscape);
  const before = focusedBefore.get(this);
  if (before instanceof HTMLElement && this.contains(document.activeElement)) before.focus();
  this.dispatchEvent(new Event('close'));
};
function leaveByEscape(this: HTMLDialogElement, event: KeyboardEvent) {
  if (event.key === 'Escape' && !event.defaultPrevented) this.close();
}
Element.prototype.scrollIntoView = () => undefined;

HTMLCanvasElement.prototype.getContext = () => null;

class NoObserver {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
}
const missingHere: Partial<Record<string, unknown>> = {
  ResizeObserver: NoObserver,
  matchMedia: (media: string) =>
    Object.assign(new EventTarget(), { matches: false, media, onchange: null }),
};
for (const [name, value] of Object.entries(missingHere)) {
  if (typeof Reflect.get(window, name) !== 'function') {
    Object.defineProperty(window, name, { configurable: true, writable: true, value });
  }
}
