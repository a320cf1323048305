// One act for the orders that are chosen: told before what it would do, done with a result for
// each, undone where it is local.

import {
  asFailure,
  type ChosenOrders,
  type Failure,
  type ManyAct,
  type ManyDone,
  type ManyPlan,
} from '../../../host/types';
import type { App } from '../../../shared/app';
import { formFor, type ManyForm, type ManyKind } from './forms';
import { tellWhole } from './telling';

/** What is typed is asked about when nobody typed for as long (ms). */
const planAfter = 150;

export class Many {
  /** Which act is asked about; null while none is. */
  kind = $state<ManyKind | null>(null);
  form = $state<ManyForm>(formFor('check'));
  /** Numbers as typed, by id. */
  typed = $state<Record<string, string>>({});
  plan = $state.raw<ManyPlan | null>(null);
  /** Why it cannot be said what it would do. */
  failure = $state.raw<Failure | null>(null);
  running = $state(false);
  done = $state.raw<ManyDone | null>(null);

  #chosen: ChosenOrders = { chosen: 'some', ids: [] };
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly app: App,
    /** What was done: the orders are chosen no more. */
    readonly ondone: () => void,
  ) {}

  /** Asks about an act for these orders. */
  begin(kind: ManyKind, chosen: ChosenOrders): void {
    if (this.kind !== null) return;
    this.#chosen = chosen;
    this.form = formFor(kind);
    this.typed = {};
    this.plan = null;
    this.failure = null;
    this.done = null;
    this.kind = kind;
    // What only looks changes nothing: it needs no asking.
    if (kind === 'check') void this.run();
    else void this.#ask();
  }

  close(): void {
    if (this.running) return;
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.kind = null;
  }

  /** What is asked for changed. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), planAfter);
  }

  get act(): ManyAct | null {
    return this.kind === null ? null : this.form.act(this.typed);
  }

  async #ask(): Promise<void> {
    const act = this.act;
    const asked = ++this.#asked;
    if (act === null) {
      this.plan = null;
      this.failure = null;
      return;
    }
    try {
      const plan = await this.app.host.planMany(this.#chosen, act);
      if (asked !== this.#asked) return;
      this.plan = plan;
      this.failure = null;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.plan = null;
      this.failure = asFailure(thrown);
    }
  }

  async run(): Promise<void> {
    const act = this.act;
    if (act === null || this.running) return;
    this.running = true;
    try {
      this.done = await this.app.host.runMany(this.#chosen, act);
      if (this.done.undo !== null) this.ondone();
      // Where all of it was done nothing is left to read.
      if (act.act !== 'check' && tellWhole(this.app, this.done)) this.kind = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.running = false;
    }
  }
}
