// Hands the opened order to the components of the page.

import { getContext, setContext } from 'svelte';

import type { OrderSession } from './order.svelte';

const key = Symbol('order');

/** Where the page can turn to: a step, `confirm` or `details`. */
export interface Pages {
  readonly current: string;
  open: (page: string, pointer?: string) => void;
  /**
   * From a page to the next one, or to the first field that is wrong on it. Who turned to another
   * page meanwhile stays there.
   */
  next: (from?: string) => Promise<void>;
  back: () => void;
}

export interface OrderContext {
  readonly session: OrderSession;
  readonly pages: Pages;
  /** Says something to people who do not see the page change. */
  announce: (words: string) => void;
  saveSummary: () => Promise<void>;
  /** Asks who in the team works on it. */
  assign: () => void;
}

export function provideOrder(order: OrderContext): OrderContext {
  return setContext(key, order);
}

export function useOrder(): OrderContext {
  return getContext(key);
}
