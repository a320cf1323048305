// Which orders of the list are chosen: some by hand, or everything that matches but some. Another
// question chooses nothing any more.

import { SvelteMap, SvelteSet } from 'svelte/reactivity';

import type { ChosenOrders, OrderRow } from '../../host/types';
import { mostAtOnce } from '../../shared/many';
import type { InboxState } from './inbox.svelte';

/** As many as cross at once. */
const page = 200;

export class Selection {
  /** Everything that the list shows, but `#except`. */
  all = $state(false);
  readonly #ids = new SvelteMap<string, true>();
  readonly #except = new SvelteSet<string>();
  /** Where a range begins. */
  #anchor: number | null = null;
  /** What is being read for a range; a later one wins. */
  #reading = 0;

  constructor(private readonly list: InboxState) {}

  /** How many are chosen; of everything as far as that is counted. */
  get count(): number {
    return this.all ? Math.max(0, (this.list.total ?? 0) - this.#except.size) : this.#ids.size;
  }

  /** There are more than `count` says. */
  get more(): boolean {
    return this.all && this.list.more;
  }

  get any(): boolean {
    return this.count > 0;
  }

  has(row: OrderRow | undefined): boolean {
    if (row === undefined) return this.all;
    return this.all ? !this.#except.has(row.id) : this.#ids.has(row.id);
  }

  /** What is meant, as the program takes it. */
  get chosen(): ChosenOrders {
    if (!this.all) return { chosen: 'some', ids: [...this.#ids.keys()] };
    const { view, text, states, services, sort, descending } = this.list;
    const window = { offset: 0, limit: 0, details: false };
    const query = { view, text, states, services, sort, descending, ...window };
    return { chosen: 'all', query, except: [...this.#except] };
  }

  toggle(index: number): void {
    const row = this.list.row(index);
    if (row === undefined) return;
    this.#anchor = index;
    this.#set(row.id, !this.has(row));
  }

  /** From where the last one was chosen to this row. */
  async range(to: number): Promise<void> {
    const from = this.#anchor ?? this.list.active;
    this.#anchor = from;
    const [first, end] = [Math.min(from, to), Math.max(from, to) + 1];
    const last = Math.min(end, first + mostAtOnce);
    const reading = ++this.#reading;
    const ids: string[] = [];
    for (let at = first; at < last;) {
      const row = this.list.row(at);
      if (row !== undefined) {
        ids.push(row.id);
        at += 1;
        continue;
      }
      const rows = await this.list.read(at, Math.min(page, last - at));
      if (reading !== this.#reading) return;
      if (rows.length === 0) break;
      ids.push(...rows.map(({ id }) => id));
      at += rows.length;
    }
    this.all = false;
    this.#except.clear();
    this.#ids.clear();
    for (const id of ids) this.#ids.set(id, true);
  }

  chooseAll(): void {
    this.#reading += 1;
    this.#ids.clear();
    this.#except.clear();
    this.all = true;
  }

  clear(): void {
    this.#reading += 1;
    this.all = false;
    this.#ids.clear();
    this.#except.clear();
    this.#anchor = null;
  }

  #set(id: string, on: boolean): void {
    this.#reading += 1;
    if (this.all) {
      if (on) this.#except.delete(id);
      else this.#except.add(id);
      if (this.count === 0) this.clear();
    } else if (on) this.#ids.set(id, true);
    else this.#ids.delete(id);
  }
}
