// The figures over all orders: read at once, and anew when something changed or time went on.

import { asFailure, type Failure, type OverviewView } from '../../host/types';
import type { App } from '../../shared/app';

/** While a sync brings thousands of orders, a few pictures a second are enough (ms). */
const refreshEvery = 500;

export type ChartId = 'open' | 'closing' | 'waiting' | 'provisioned' | 'failures';

export class OverviewState {
  /** Null before the first answer. */
  figures = $state.raw<OverviewView | null>(null);
  failure = $state.raw<Failure | null>(null);

  #reading = false;
  #again = false;
  #read = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly app: App,
    /** Whose orders: with another database it begins afresh. */
    readonly database: string,
  ) {}

  /** Follows what changes until the returned function is called. */
  follow(): () => void {
    const stop = this.app.host.on('orders_changed', () => this.#readSoon());
    return () => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      stop();
    };
  }

  /** One reading at a time; what changes meanwhile is read after it. */
  async read(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      this.#read = Date.now();
      this.figures = await this.app.host.readOverview();
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.#reading = false;
    }
    if (this.#again) {
      this.#again = false;
      this.#readSoon();
    }
  }

  /** To the list that holds what a bar counts. */
  show(search: string): void {
    this.app.search = search;
    this.app.go.list('all');
  }

  isTable(chart: ChartId): boolean {
    return this.app.settings.tables.includes(chart);
  }

  setTable(chart: ChartId, on: boolean): void {
    const others = this.app.settings.tables.filter((one) => one !== chart);
    const tables = on ? [...others, chart] : others;
    void this.app.saveSettings({ ...this.app.settings, tables });
  }

  #readSoon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        void this.read();
      },
      Math.max(0, this.#read + refreshEvery - Date.now()),
    );
  }
}
