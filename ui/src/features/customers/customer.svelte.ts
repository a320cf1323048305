// One customer: what is known of it, its orders, and the note on it.

import {
  asFailure,
  type CustomerName,
  type CustomerView,
  type Failure,
  type OrderRow,
} from '../../host/types';
import type { App } from '../../shared/app';
import { CustomerNote } from './note.svelte';
import { Soon } from './soon';
import { Windows } from './windows.svelte';

export class CustomerState {
  /** Null before the first answer. */
  view = $state.raw<CustomerView | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly orders: Windows<OrderRow>;
  readonly note: CustomerNote;
  #reading = false;
  #again = false;

  constructor(
    readonly app: App,
    readonly name: CustomerName,
  ) {
    this.orders = new Windows(
      (offset) => app.host.listCustomerOrders(name, offset),
      ({ id }) => id,
    );
    this.note = new CustomerNote(app.host, name);
  }

  /** Reads the page and follows what changes until the returned function is called. */
  follow(): () => void {
    const soon = new Soon(() => this.read());
    const stop = this.app.host.on('orders_changed', () => soon.call());
    this.read();
    return () => {
      soon.stop();
      stop();
    };
  }

  read(): void {
    this.orders.refresh();
    void this.#read();
  }

  /** The list of exactly the orders whose customer is called so. */
  showInList(): void {
    const { company, country } = this.view?.row ?? this.name;
    // A quotation mark inside would end the quoted name.
    const name = `customer:"${company.replaceAll('"', ' ').trim()}"`;
    this.app.search = country === '' ? name : `${name} country:${country}`;
    this.app.go.list('all');
  }

  /** One reading at a time; what changes meanwhile is read after it. */
  async #read(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        const { edit } = this.note;
        const view = await this.app.host.openCustomer(this.name);
        this.view = view;
        this.note.take(view.note, edit);
        this.failure = null;
      } while (this.#again as boolean);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.#reading = false;
    }
  }
}
