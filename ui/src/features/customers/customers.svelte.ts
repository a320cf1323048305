// The list of customers: what is sought in it, how it is sorted, which windows of it are here.

import type { CustomerRow } from '../../host/types';
import type { App } from '../../shared/app';
import { Soon } from './soon';
import { Windows } from './windows.svelte';

export type CustomerSort = 'name' | 'orders' | 'deadline';

/** Strokes within this time are one question (ms). */
const typing = 120;

export class CustomersState {
  text = $state('');
  sort = $state<CustomerSort>('name');
  descending = $state(false);
  readonly rows: Windows<CustomerRow>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly app: App,
    /** Whose orders: with another database it begins afresh. */
    readonly database: string,
  ) {
    this.rows = new Windows(
      (offset) =>
        app.host.listCustomers({
          text: this.text,
          sort: this.sort,
          descending: this.descending,
          offset,
          limit: 200,
        }),
      ({ company, country }) => `${company}\n${country}`,
    );
  }

  /** Reads the list and follows what changes until the returned function is called. */
  follow(): () => void {
    const soon = new Soon(() => this.rows.refresh());
    const stop = this.app.host.on('orders_changed', () => soon.call());
    this.rows.refresh();
    return () => {
      soon.stop();
      clearTimeout(this.#timer);
      stop();
    };
  }

  seek(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rows.refresh(true), typing);
  }

  /** By another column; of the same one the other way round. Most orders come first. */
  sortBy(sort: CustomerSort): void {
    this.descending = sort === this.sort ? !this.descending : sort === 'orders';
    this.sort = sort;
    this.rows.refresh(true);
  }

  open(): void {
    const row = this.rows.current;
    if (row !== null) this.app.go.customer({ company: row.company, country: row.country });
  }
}
