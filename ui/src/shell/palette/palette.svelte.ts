// The palette: what is typed, what is offered for it, what was chosen before. Orders are asked of
// the program, a handful at a time; of several answers only that of the last question counts. What
// was chosen is kept while the window is open, in memory: names of customers are in no other file
// than the account's own.

import { asFailure, type Failure, type OrderRow } from '../../host/types';
import { t } from '../../shared/i18n.svelte';
import type { AppState } from '../state.svelte';
import {
  allFound,
  customerEntry,
  foundCustomers,
  foundOrders,
  orderActs,
  orderEntry,
  otherActs,
  ranked,
  views,
  type Chosen,
  type Entry,
  type Group,
  type GroupId,
} from './entries';
import { beginnings } from './marks';

/** Orders that are asked for. */
const orderLimit = 8;
const customerLimit = 3;
const recentLimit = 5;
/** No name of anything is longer. */
const longest = 200;

export class PaletteState {
  open = $state(false);
  text = $state('');
  /** Why the orders could not be looked up. */
  failure = $state.raw<Failure | null>(null);
  /** The last question is not answered yet. */
  asking = $state(false);
  #rows = $state.raw<readonly OrderRow[]>([]);
  #total = $state(0);
  #chosen = $state.raw<readonly Chosen[]>([]);
  /** The entry that the keys move; the first one where it is gone. */
  #active = $state<string | null>(null);
  #round = 0;
  /** Enter came before the answer. */
  #entered = false;

  constructor(readonly app: AppState) {}

  readonly typed = $derived(this.text.trim().slice(0, longest));
  /** What is known by name and like what was typed. Who types digits means an order. */
  readonly #named = $derived.by(() => {
    const { app, typed } = this;
    const found = ranked([...orderActs(app), ...otherActs(app), ...views(app)], typed);
    return { ...found, sure: found.sure && !/\d/.test(typed) };
  });
  readonly groups: Group[] = $derived.by(() =>
    this.open ? (this.typed === '' ? this.#before() : this.#found()) : [],
  );
  readonly entries: Entry[] = $derived(this.groups.flatMap(({ entries }) => entries));
  readonly active: Entry | undefined = $derived(
    this.entries.find(({ key }) => key === this.#active) ?? this.entries[0],
  );

  show(): void {
    this.open = true;
    this.type('');
  }

  hide(): void {
    this.open = false;
    this.type('');
  }

  toggle(): void {
    if (this.open) this.hide();
    else this.show();
  }

  /** Another account: what was chosen in this one is not offered to the next. */
  forget(): void {
    this.#chosen = [];
    this.hide();
  }

  type(text: string): void {
    this.text = text;
    this.#active = null;
    this.#entered = false;
    this.#round += 1;
    this.failure = null;
    if (this.typed === '' || this.app.welcome) {
      this.#answer([], 0);
      return;
    }
    // What was found for the last letters stays as far as it still fits.
    this.#rows = this.#rows.filter((row) => fits(row, this.typed));
    void this.#ask(this.#round, this.typed);
  }

  stand(key: string): void {
    this.#active = key;
  }

  move(by: number): void {
    const { entries, active } = this;
    if (entries.length === 0) return;
    const at = active === undefined ? 0 : entries.indexOf(active);
    const to = Math.abs(by) > 1 ? clamp(at + by, entries.length) : at + by + entries.length;
    this.#active = entries[to % entries.length]?.key ?? null;
  }

  /** What Enter chooses; nothing yet while what may be meant is on its way. */
  enter(): Entry | undefined {
    const known = this.#active !== null || this.#rows.length > 0 || this.#named.sure;
    if (this.asking && !known) {
      this.#entered = true;
      return undefined;
    }
    return this.active;
  }

  /** Set by what shows the palette: an order that was asked for by Enter is here. */
  onchoose: (entry: Entry) => void = () => undefined;

  /** Closes and does it; next time it is among the first. */
  choose(entry: Entry): void {
    const { keep } = entry;
    if (keep !== null) {
      this.#chosen = [keep, ...this.#chosen.filter(({ key }) => key !== keep.key)].slice(0, 20);
    }
    this.hide();
    entry.run();
  }

  async #ask(round: number, text: string): Promise<void> {
    this.asking = true;
    try {
      const query = { view: 'all', states: [], services: [], sort: 'deadline', descending: false };
      const found = await this.app.host.listOrders({
        ...query,
        text,
        offset: 0,
        limit: orderLimit,
        details: false,
      });
      if (round === this.#round) this.#answer(found.rows.slice(0, orderLimit), found.total);
    } catch (thrown) {
      if (round !== this.#round) return;
      this.#answer([], 0);
      this.failure = asFailure(thrown);
    }
  }

  #answer(rows: readonly OrderRow[], total: number): void {
    this.asking = false;
    this.#rows = rows;
    this.#total = total;
    const { active } = this;
    if (this.#entered && active !== undefined) this.onchoose(active);
    this.#entered = false;
  }

  /** Nothing is typed: what was chosen before, then everything that can be done. */
  #before(): Group[] {
    const { app } = this;
    const named = [...orderActs(app), ...views(app), ...otherActs(app)];
    const { route } = app;
    const here = route.page === 'order' ? `order:${route.id}` : null;
    const recent = this.#chosen
      .filter(({ key }) => key !== here)
      .map((one) => this.#again(one, named))
      .filter((entry) => entry !== undefined)
      .slice(0, recentLimit);
    const rest = named.filter(({ key }) => !recent.some((one) => one.key === key));
    return [group('recent', recent), ...this.#grouped(rest, ['order', 'views', 'acts'])].filter(
      ({ entries }) => entries.length > 0,
    );
  }

  #again(chosen: Chosen, named: readonly Entry[]): Entry | undefined {
    if (chosen.kind === 'order') return orderEntry(this.app, chosen.order);
    if (chosen.kind === 'customer') return customerEntry(this.app, chosen.name);
    return named.find(({ key }) => key === chosen.key);
  }

  #found(): Group[] {
    const { app, typed } = this;
    const { entries, sure } = this.#named;
    const ids = entries.map((entry) => entry.group);
    // The best of all stands above; its group comes first with it.
    const known = this.#grouped(
      entries,
      ids.filter((id, at) => ids.indexOf(id) === at),
    );
    const orders = foundOrders(app, this.#rows, typed);
    if (this.#total > this.#rows.length && this.#rows.length > 0) {
      orders.push(allFound(app, this.#total, typed));
    }
    const listed = [
      group('orders', orders),
      group('customers', foundCustomers(app, this.#rows, typed, customerLimit)),
    ];
    const groups = sure ? [...known, ...listed] : [...listed, ...known];
    return groups.filter((one) => one.entries.length > 0);
  }

  #grouped(entries: readonly Entry[], ids: readonly GroupId[]): Group[] {
    return ids.map((id) =>
      group(
        id,
        entries.filter((entry) => entry.group === id),
        this.app.acts.offers.find(({ order }) => order !== undefined)?.order,
      ),
    );
  }
}

function group(id: GroupId, entries: Entry[], number = ''): Group {
  return {
    id,
    title: id === 'order' ? t('palette-order', { number }) : t(`palette-${id}`),
    entries,
  };
}

function fits({ customer, number, city }: OrderRow, typed: string): boolean {
  const text = [customer, number, city].map((part) => part.slice(0, longest)).join(' ');
  return typed.split(/\s+/).every((word) => beginnings(text, word).length > 0);
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}
