// Hands the opened order to the components of the page.

import { getContext, setContext } from 'svelte';

import type { OrderSession } from './order.svelte';

const key = Symbol('order');

/** Where the page can turn to: a step, `confirm` or `details`. */
export interface Pages {
  readonly current: string;
  open: (page: string, pointer?: string) => void;
  /** To the next page, or to the first field that is wrong on this one. */
  next: () => Promise<void>;
  back: () => void;
}

export interface OrderContext {
  readonly session: OrderSession;
  readonly pages: Pages;
  /** Says something to people who do not see the page change. */
  announce: (words: string) => void;
  saveSummary: () => Promise<void>;
}

export function provideOrder(order: OrderContext): OrderContext {
  return setContext(key, order);
}

export function useOrder(): OrderContext {
  return getContext(key);
}
