// The list: what is asked for, which windows of it are here, which order stands at the side. Rows
// are fetched in pages as they come into sight; of several answers the latest asked for wins.

import { SvelteMap } from 'svelte/reactivity';

import {
  asFailure,
  type Failure,
  type OrderFacets,
  type OrderQuery,
  type OrderRow,
  type OrderView,
  type SavedQuery,
} from '../../host/types';
import type { App, ListView } from '../../shared/app';
import { groupings, type Grouping } from './grouping';
import { Selection } from './selection.svelte';

const pageSize = 100;
/** While a sync brings thousands of orders, a few pictures a second are enough (ms). */
const refreshEvery = 200;
/** What is counted follows when nobody typed for as long (ms). */
const countAfter = 200;

export type SortKey =
  'deadline' | 'number' | 'customer' | 'state' | 'country' | 'assignee' | 'mailed';
export const sortKeys: readonly SortKey[] = [
  'deadline',
  'number',
  'customer',
  'state',
  'country',
  'assignee',
  'mailed',
];

export class InboxState {
  view = $state<ListView>('inbox');
  text = $state('');
  states = $state.raw<string[]>([]);
  services = $state.raw<string[]>([]);
  sort = $state<SortKey>('deadline');
  descending = $state(false);
  /** By what the list is divided; it is sorted by the same then. */
  grouping = $state<Grouping>('none');
  /** Rows that match; null before the first answer. */
  total = $state<number | null>(null);
  /** There are more, and nobody counted them yet. */
  more = $state(false);
  /** Rows that match as typed, before those that are only similar; null while not known. */
  exact = $state<number | null>(null);
  /** Operators that make no sense, as typed. */
  misunderstood = $state.raw<readonly string[]>([]);
  /** The search is not complete yet. */
  indexing = $state(false);
  /** How many stand in each state and have each service; follows a moment later. */
  facets = $state.raw<OrderFacets | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The row that the keys move. */
  active = $state(0);
  activeId = $state<string | null>(null);
  detail = $state.raw<OrderView | null>(null);
  detailFailure = $state.raw<Failure | null>(null);

  readonly selection: Selection;

  readonly #rows = new SvelteMap<number, OrderRow>();
  // Read by no template: what was asked for is not shown.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #asked = new Set<number>();
  /** Pages of this round that are not here yet. */
  #awaited = 0;
  #held = false;
  #details = false;
  #round = 0;
  /** Another question was asked and is not answered yet. */
  #fresh = false;
  #refreshed = 0;
  #seen: [number, number] = [0, pageSize];
  #wanted: string | null = null;
  #opening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #stop: () => void;

  constructor(
    readonly app: App,
    /** Whose orders: with another database the list begins afresh. */
    readonly database: string,
  ) {
    this.selection = new Selection(this);
    this.#stop = app.host.on('orders_changed', ({ ids, all }) => {
      this.#refreshSoon();
      if (this.activeId !== null && (all || ids.includes(this.activeId))) {
        this.#open(this.activeId);
      }
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#countTimer);
    this.#stop();
  }

  get filtered(): boolean {
    return this.states.length > 0 || this.services.length > 0;
  }

  row(index: number): OrderRow | undefined {
    return this.#rows.get(index);
  }

  /** Whether this row is the order at the side. What was chosen may have left the list. */
  isActive(index: number): boolean {
    return index === this.active && this.row(index)?.id === this.activeId;
  }

  /** What is asked, without the window: what a saved view keeps. */
  get query(): SavedQuery {
    const { view, text, states, services, sort, descending, grouping } = this;
    return { view, text: text.trim(), states, services, sort, descending, grouping };
  }

  /** Asks what a saved view keeps. */
  restore({ view, text, states, services, sort, descending, grouping }: SavedQuery): void {
    const other = view !== this.view;
    this.view = view as ListView;
    this.text = text;
    this.states = states;
    this.services = services;
    this.sort = sort as SortKey;
    this.descending = descending;
    this.grouping = groupings.find((one) => one === grouping && one === sort) ?? 'none';
    if (other) this.total = null;
    this.#again(other);
  }

  /** Asks anew when something of this changed. */
  show(view: ListView, text: string): void {
    if (this.total !== null && view === this.view && text === this.text) return;
    const other = view !== this.view;
    this.view = view;
    this.text = text;
    if (other) this.total = null;
    this.#again(other);
  }

  toggleState(code: string): void {
    this.states = toggled(this.states, code);
    this.#again();
  }

  toggleService(kind: string): void {
    this.services = toggled(this.services, kind);
    this.#again();
  }

  clearFilters(): void {
    this.states = [];
    this.services = [];
    this.#again();
  }

  sortBy(sort: SortKey, descending: boolean): void {
    this.sort = sort;
    this.descending = descending;
    if (this.grouping !== sort) this.grouping = 'none';
    this.#ask(false);
  }

  /** Divides the list, sorted by what divides it. */
  groupBy(grouping: Grouping): void {
    this.grouping = grouping;
    if (grouping !== 'none' && grouping !== this.sort) this.sortBy(grouping, false);
  }

  /** Whether rows come with what only the order itself tells: some column shows it. */
  detailed(details: boolean): void {
    if (details === this.#details) return;
    this.#details = details;
    if (details && this.total !== null) this.#refresh();
  }

  /** Called with what is drawn: pages that are missing are fetched. */
  need(first: number, end: number): void {
    this.#seen = [first, end];
    if (this.total === null) return;
    for (
      let page = Math.floor(first / pageSize);
      page * pageSize < Math.min(end, this.total);
      page++
    ) {
      if (!this.#asked.has(page)) void this.#fetch(page);
    }
  }

  /** Makes a row the active one and shows its order at the side. */
  activate(index: number): void {
    if (this.total === null || this.total === 0) return;
    this.active = Math.max(0, Math.min(this.total - 1, index));
    const row = this.row(this.active);
    // A row that is not here yet is chosen when it comes.
    if (row) this.choose(row.id);
    else this.activeId = null;
  }

  /** Stands on an order again that one was away at; where it left the list, on its place. */
  comeBack(id: string): void {
    if (this.total === null || this.#fresh) {
      this.choose(id);
      return;
    }
    const index = this.#indexOf(id);
    this.activate(index ?? this.active);
  }

  /** While an order is a page of its own it stays, also when it leaves the list. */
  hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    if (!held && this.total !== null && this.#awaited === 0) this.#settle(false);
  }

  /** Shows an order at the side, listed or not. */
  choose(id: string): void {
    if (id === this.activeId && this.detail !== null) return;
    this.activeId = id;
    this.#open(id);
  }

  retry(): void {
    this.#again();
  }

  retryDetail(): void {
    if (this.activeId !== null) this.#open(this.activeId);
  }

  /** An act answered with the order as it is now. */
  changed(order: OrderView): void {
    if (order.id === this.activeId) this.detail = order;
  }

  #query(offset: number): OrderQuery {
    const { view, text, states, services, sort, descending } = this;
    const details = this.#details;
    return { view, text, states, services, sort, descending, offset, limit: pageSize, details };
  }

  /** Rows that need not be in sight, as they are listed now. */
  async read(offset: number, limit: number): Promise<OrderRow[]> {
    const answer = await this.app.host.listOrders({ ...this.#query(offset), limit });
    return answer.rows;
  }

  /** Another question: nothing of it is chosen yet. */
  #again(otherView = false): void {
    this.selection.clear();
    this.#ask(otherView);
  }

  /** The rows on the screen stay until the answer is here. */
  #ask(otherView: boolean): void {
    this.#begin();
    this.active = 0;
    this.facets = null;
    if (otherView) {
      this.#rows.clear();
      this.activeId = null;
      this.detail = null;
    }
    this.#fresh = true;
    void this.#fetch(0);
  }

  /** The same question, because something changed below: in place. */
  #refreshSoon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#refreshed = Date.now();
        this.#refresh();
      },
      Math.max(0, this.#refreshed + refreshEvery - Date.now()),
    );
  }

  #refresh(): void {
    this.#begin();
    if (this.#fresh) {
      void this.#fetch(0);
      return;
    }
    const [first, end] = this.#seen;
    const from = Math.floor(first / pageSize);
    const to = Math.max(from, Math.floor(Math.max(0, end - 1) / pageSize));
    for (let page = from; page <= to; page++) void this.#fetch(page);
    // Where the active row is, in sight or not: whether it is still listed must be known.
    const active = Math.floor(this.active / pageSize);
    if (!this.#asked.has(active)) void this.#fetch(active);
  }

  /** What is on its way answers a question that is not asked any more. */
  #begin(): void {
    this.#round += 1;
    this.#awaited = 0;
    this.#asked.clear();
  }

  async #fetch(page: number): Promise<void> {
    const round = this.#round;
    this.#asked.add(page);
    this.#awaited += 1;
    try {
      const answer = await this.app.host.listOrders(this.#query(page * pageSize));
      if (round !== this.#round) return;
      this.#awaited -= 1;
      const fresh = this.#fresh;
      this.#fresh = false;
      if (fresh) this.#rows.clear();
      this.failure = null;
      // Where the list was counted, its end is known before it is read.
      const counted = answer.more ? (this.facets?.total ?? 0) : 0;
      this.total = Math.max(answer.total, counted);
      this.more = answer.more && counted === 0;
      this.exact = answer.exact;
      this.misunderstood = answer.misunderstood;
      this.indexing = answer.indexing;
      for (const index of [...this.#rows.keys()]) if (index >= this.total) this.#rows.delete(index);
      answer.rows.forEach((row, at) => this.#rows.set(answer.offset + at, row));
      this.#settle(fresh);
      if (fresh) this.need(...this.#seen);
      if (this.#awaited === 0) this.#countSoon();
    } catch (thrown) {
      if (round !== this.#round) return;
      this.#awaited -= 1;
      this.#asked.delete(page);
      this.failure = asFailure(thrown);
    }
  }

  #countSoon(): void {
    clearTimeout(this.#countTimer);
    this.#countTimer = setTimeout(() => void this.#count(), countAfter);
  }

  async #count(): Promise<void> {
    const round = this.#round;
    try {
      const facets = await this.app.host.countOrders(this.#query(0));
      if (round !== this.#round) return;
      this.facets = facets;
      if (facets.total !== null && this.more) {
        this.total = Math.max(this.total ?? 0, facets.total);
        this.more = false;
      }
    } catch {
      // The list itself tells what is wrong; without counts it is whole all the same.
      this.facets = null;
    }
  }

  /** Keeps the active row on its order; where that left the list, its place takes the next one. */
  #settle(fresh: boolean): void {
    if (this.total === 0) {
      this.active = 0;
      if (!this.#held) this.#leave();
      return;
    }
    const at = this.activeId === null ? null : this.#indexOf(this.activeId);
    if (at !== null) this.active = at;
    else if (fresh) this.#stand(0);
    else if (this.activeId === null || this.#awaited === 0) this.#stand(this.active);
  }

  #stand(index: number): void {
    if (this.#held && this.activeId !== null) return;
    this.active = Math.min(index, Math.max(0, (this.total ?? 0) - 1));
    const row = this.row(this.active);
    if (row) {
      this.choose(row.id);
      return;
    }
    this.#leave();
    const page = Math.floor(this.active / pageSize);
    if (!this.#asked.has(page)) void this.#fetch(page);
  }

  /** No order stands at the side. */
  #leave(): void {
    this.activeId = null;
    this.detail = null;
    this.detailFailure = null;
  }

  #indexOf(id: string): number | null {
    for (const [index, row] of this.#rows) if (row.id === id) return index;
    return null;
  }

  /** One order at a time is read; while the keys run on, only the last one. */
  #open(id: string): void {
    this.#wanted = id;
    if (!this.#opening) void this.#openWanted();
  }

  async #openWanted(): Promise<void> {
    this.#opening = true;
    while (this.#wanted !== null) {
      const id: string = this.#wanted;
      this.#wanted = null;
      try {
        const order = await this.app.host.openOrder(id);
        if (this.activeId === id) {
          this.detail = order;
          this.detailFailure = null;
        }
      } catch (thrown) {
        if (this.activeId === id) {
          this.detail = null;
          this.detailFailure = asFailure(thrown);
        }
      }
    }
    this.#opening = false;
  }
}

function toggled(list: string[], item: string): string[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}
