// Before every test file: what the test browser lacks, and words without direction marks. A
// message id without words fails the test that asked for it.

import '@testing-library/jest-dom/vitest';

import { afterEach, beforeEach, expect } from 'vitest';

import { forTests, setLanguage } from '../shared/i18n.svelte';

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
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
Element.prototype.scrollIntoView = () => undefined;

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
globalThis.ResizeObserver ??= NoObserver as unknown as typeof ResizeObserver;
globalThis.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) as MediaQueryList;
