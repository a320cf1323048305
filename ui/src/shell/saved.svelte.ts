// Views that people made: what the list is asked, under a name, each with how much it holds.

import type { Host, SavedQuery, SavedView } from '../host/types';
import type { App, ListView } from '../shared/app';
import { t } from '../shared/i18n.svelte';

/** While a sync brings thousands of orders, they are counted now and then (ms). */
const countEvery = 1_000;

/** The list, as far as a view is made of it. */
export interface Asked {
  readonly query: SavedQuery;
  restore(query: SavedQuery): void;
}

/** A view that gets its name: a new one, or one that is called otherwise from now on. */
export interface Naming {
  id: string | null;
  name: string;
  query: SavedQuery;
}

const sameQuery = (one: SavedQuery, other: SavedQuery): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export class SavedViews {
  views = $state.raw<SavedView[]>([]);
  naming = $state.raw<Naming | null>(null);
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #read = 0;
  #round = 0;
  readonly #stop: () => void;

  constructor(
    readonly app: App,
    readonly list: Asked,
  ) {
    this.#host = app.host;
    this.#stop = app.host.on('orders_changed', () => this.#readSoon());
    if (app.account !== null) this.#readSoon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#round += 1;
    this.#stop();
  }

  /** The one that the list shows. */
  readonly current: SavedView | null = $derived.by(() => {
    if (this.app.route.page !== 'list') return null;
    const asked = this.list.query;
    return this.views.find(({ query }) => sameQuery(query, asked)) ?? null;
  });

  show({ query }: SavedView): void {
    this.app.search = query.text;
    this.list.restore(query);
    this.app.go.list(query.view as ListView);
  }

  /** Asks for a name for what the list is asked now. */
  name(): void {
    const { query } = this.list;
    this.naming = { id: null, name: this.current?.name ?? query.text.trim().slice(0, 60), query };
  }

  rename({ id, name, query }: SavedView): void {
    this.naming = { id, name, query };
  }

  /** Rejects with what is wrong with the name. */
  async save({ id, name, query }: Naming): Promise<void> {
    this.#take(await this.#host.saveView(id, name, query));
  }

  async remove({ id, name }: SavedView): Promise<void> {
    try {
      const document = await this.#host.deleteView(id);
      await this.#again();
      if (document === null) return;
      const undo = () => void this.#bringBack(document);
      this.app.tell({
        severity: 'info',
        title: t('saved-deleted', { name }),
        actions: [{ label: t('saved-undo'), run: undo }],
      });
    } catch (thrown) {
      this.app.report(thrown);
    }
  }

  async exchange(way: 'export' | 'import'): Promise<void> {
    try {
      const count = await (way === 'export' ? this.#host.exportViews() : this.#host.importViews());
      if (count === null) return;
      if (way === 'import') await this.#again();
      this.app.tell({ severity: 'success', title: t(`saved-${way}ed`, { count }) });
    } catch (thrown) {
      this.app.report(thrown);
    }
  }

  async #bringBack(document: string): Promise<void> {
    try {
      await this.#host.putView(document);
      await this.#again();
    } catch (thrown) {
      this.app.report(thrown);
    }
  }

  #readSoon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        // Without counts the views are there all the same; the list tells what is wrong.
        this.#again().catch((thrown: unknown) => console.error(thrown));
      },
      Math.max(0, this.#read + countEvery - Date.now()),
    );
  }

  async #again(): Promise<void> {
    const round = ++this.#round;
    this.#read = Date.now();
    const views = await this.#host.listSavedViews();
    if (round === this.#round) this.#take(views);
  }

  #take(views: SavedView[]): void {
    this.#round += 1;
    this.views = views;
  }
}
