// A long list of which only the windows that are looked at are here. What is asked anew keeps what
// is seen until the answer is there.

import { SvelteMap } from 'svelte/reactivity';

import { asFailure, type Failure } from '../../host/types';

const windowSize = 200;

interface Window<Row> {
  rows: Row[];
  offset: number;
  total: number;
}

export class Windows<Row> {
  /** Rows in all; null before the first answer. */
  total = $state<number | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The row that the keys move. */
  active = $state(0);

  readonly #rows = new SvelteMap<number, Row>();
  // Read by no template: what was asked for is not shown.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #asked = new Set<number>();
  #round = 0;
  #seen: [number, number] = [0, 1];

  constructor(
    readonly ask: (offset: number) => Promise<Window<Row>>,
    /** What a row is called: the active one keeps its place when others come and go. */
    readonly nameOf: (row: Row) => string,
  ) {}

  row(index: number): Row | undefined {
    return this.#rows.get(index);
  }

  get current(): Row | null {
    return this.row(this.active) ?? null;
  }

  activate(index: number): void {
    this.active = Math.max(0, Math.min((this.total ?? 1) - 1, index));
  }

  /** Called with what is drawn: windows that are missing are fetched. */
  need(first: number, end: number): void {
    this.#seen = [first, end];
    if (this.total === null) return;
    const last = Math.min(end, this.total) - 1;
    for (let page = pageOf(first); page <= pageOf(last); page++) {
      if (!this.#asked.has(page)) void this.#fetch(page);
    }
  }

  /** Asks for what is seen once more; `afresh` when it is another list. */
  refresh(afresh = false): void {
    this.#round += 1;
    this.#asked.clear();
    if (afresh) {
      this.active = 0;
      this.#seen = [0, 1];
    }
    const [first, end] = this.#seen;
    for (let page = pageOf(first); page <= pageOf(end - 1); page++) void this.#fetch(page, afresh);
  }

  async #fetch(page: number, afresh = false): Promise<void> {
    const round = this.#round;
    this.#asked.add(page);
    try {
      const answer = await this.ask(page * windowSize);
      if (round !== this.#round) return;
      this.failure = null;
      const stood = afresh ? undefined : this.row(this.active);
      const came = answer.offset + answer.rows.length;
      for (const index of [...this.#rows.keys()]) {
        const other = afresh && pageOf(index) !== page;
        const gone = index >= answer.total || (index >= came && pageOf(index) === page);
        if (other || gone) this.#rows.delete(index);
      }
      this.total = answer.total;
      answer.rows.forEach((row, at) => this.#rows.set(answer.offset + at, row));
      this.#settle(stood);
    } catch (thrown) {
      if (round !== this.#round) return;
      this.#asked.delete(page);
      this.failure = asFailure(thrown);
    }
  }

  #settle(stood: Row | undefined): void {
    if (stood !== undefined) {
      const name = this.nameOf(stood);
      const at = [...this.#rows].find(([, row]) => this.nameOf(row) === name)?.[0];
      if (at !== undefined) this.active = at;
    }
    this.activate(this.active);
  }
}

function pageOf(index: number): number {
  return Math.floor(Math.max(0, index) / windowSize);
}
