// Where one is, where one came from and where one went back from. In memory only: a window has no
// address bar, and nothing outside may lead to a screen. What was typed in the search is no place.

import type { CustomerName, ProblemView } from '../host/types';
import type { Go, ListView, OrderName, Route, SettingsSection, SideView } from '../shared/app';
import { room } from '../shared/media.svelte';

/** Places that are kept each way. */
const most = 50;
const begin: Route = { page: 'list', view: 'inbox', order: null };

export class Router implements Go {
  readonly #begin: Route;
  route = $state.raw<Route>(begin);
  #past = $state.raw<readonly Route[]>([]);
  #ahead = $state.raw<readonly Route[]>([]);
  /** The list that was shown last: where a search leads. */
  #list: ListView = 'inbox';
  /** Of which order the activity was shown last. */
  #activity: OrderName | null = null;
  /** The order on which the list stands; set by the frame, which knows the list. */
  standing: () => string | null = () => null;

  /** What the side bar marks. */
  readonly view: SideView = $derived.by(() => {
    const route = this.route;
    if (route.page === 'list') return route.view;
    if (route.page === 'order') return route.from;
    if (route.page === 'customer') return 'customers';
    return route.page === 'settings' ? 'inbox' : route.page;
  });

  /**
   * The window of one order (`own`) shows nothing else: for every other place `elsewhere` is asked.
   */
  constructor(
    readonly own: string | null = null,
    readonly elsewhere: (route: Route) => void = () => undefined,
  ) {
    const alone = { page: 'order', step: null, from: 'inbox' } as const;
    this.#begin = own === null ? begin : { ...alone, id: own, told: [] };
    this.route = this.#begin;
  }

  get canBack(): boolean {
    return this.#past.length > 0;
  }

  get canForward(): boolean {
    return this.#ahead.length > 0;
  }

  list(view: ListView = this.#list, order: string | null = null): void {
    this.#go({ page: 'list', view, order });
  }

  overview(): void {
    this.#go({ page: 'overview' });
  }

  customers(): void {
    this.#go({ page: 'customers' });
  }

  customer({ company, country }: CustomerName): void {
    this.#go({ page: 'customer', name: { company, country } });
  }

  queue(order: string | null = null): void {
    this.#go({ page: 'queue', order });
  }

  activity(order: OrderName | null = null): void {
    this.#go({ page: 'activity', order });
  }

  order(id: string, step: string | null = null, told: ProblemView[] = []): void {
    this.#go({ page: 'order', id, step, from: this.view, told });
  }

  /** From an order to where it was opened. */
  leave(from: SideView, order: string): void {
    const before = this.#past.at(-1);
    if (before !== undefined && before.page !== 'order' && viewOf(before) === from) {
      // The way back is a step back, not a new place: going forward leads to the order again.
      this.back();
      if (before.page === 'list' || before.page === 'queue') this.route = { ...before, order };
      this.#remember();
    } else if (from === 'queue') this.queue(order);
    else if (from === 'activity') this.activity(this.#activity);
    else if (from === 'overview') this.overview();
    else if (from === 'customers') this.customers();
    else this.list(from, order);
  }

  /** The page to which an order was turned: coming back leads to it. */
  turned(id: string, step: string): void {
    const { route } = this;
    if (route.page !== 'order' || route.id !== id) return;
    this.route = { ...route, step, told: [] };
  }

  settings(section: SettingsSection | null = null): void {
    this.#go({ page: 'settings', section });
  }

  back(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#ahead = [...this.#ahead, this.#leaving()];
    this.#past = this.#past.slice(0, -1);
    this.route = before;
    this.#remember();
  }

  forward(): void {
    const next = this.#ahead.at(-1);
    if (next === undefined) return;
    this.#past = [...this.#past, this.#leaving()];
    this.#ahead = this.#ahead.slice(0, -1);
    this.route = next;
    this.#remember();
  }

  /** Begins at the inbox; where one was before leads nowhere any more. */
  afresh(): void {
    this.#past = [];
    this.#ahead = [];
    this.route = this.#begin;
    this.#remember();
  }

  #go(next: Route): void {
    if (this.own !== null && !samePlace(this.route, next)) {
      this.elsewhere(next);
      return;
    }
    if (!samePlace(this.route, next)) {
      this.#past = [...this.#past, this.#leaving()].slice(-most);
      this.#ahead = [];
    }
    this.route = next;
    this.#remember();
  }

  /** The place that is left, as one comes back to it. */
  #leaving(): Route {
    const { route } = this;
    return route.page === 'list' ? { ...route, order: this.standing() ?? route.order } : route;
  }

  #remember(): void {
    const { route } = this;
    if (route.page === 'list') this.#list = route.view;
    if (route.page === 'activity') this.#activity = route.order;
  }
}

function viewOf(route: Route): SideView | null {
  if (route.page === 'list') return route.view;
  if (route.page === 'customer') return 'customers';
  return route.page === 'order' || route.page === 'settings' ? null : route.page;
}

/** Steps of one order, parts of the settings and orders of the queue are not places to go back to. */
function samePlace(one: Route, other: Route): boolean {
  if (one.page === 'list' && other.page === 'list') {
    // In a small window the order at the side is a page of its own.
    return one.view === other.view && (one.order === other.order || !room.narrow);
  }
  if (one.page === 'order' && other.page === 'order') return one.id === other.id;
  if (one.page === 'customer' && other.page === 'customer') {
    return one.name.company === other.name.company && one.name.country === other.name.country;
  }
  if (one.page === 'activity' && other.page === 'activity') {
    return one.order?.id === other.order?.id;
  }
  return one.page === other.page;
}
