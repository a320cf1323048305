// The journal of this computer over all orders: what is asked for, which lines are here. Lines are
// only ever added, so that what is here stays true; older ones are fetched as they come into sight.

import {
  asFailure,
  type Failure,
  type JournalEntryView,
  type JournalQuery,
  type JournalView,
} from '../../host/types';
import type { App, OrderName } from '../../shared/app';
import { dayFromToday, parseTime } from '../../shared/formats';
import { language } from '../../shared/i18n.svelte';

/** While much happens at once, a picture now and then is enough (ms). */
const refreshEvery = 300;
/** Typing within this time asks once (ms). */
const typingFor = 150;
/** Rows before the end at which older ones are asked for. */
const ahead = 40;

export const kinds = ['all', 'queue', 'service', 'decisions', 'drafts'] as const;
export const periods = ['any', 'today', 'week', 'month', 'own'] as const;
export type Period = (typeof periods)[number];

export class ActivityState {
  text = $state('');
  about = $state<string>('all');
  period = $state<Period>('any');
  /** Days of one's own period, as `2026-11-22`; empty without. */
  from = $state('');
  to = $state('');
  /** Of one order only. */
  order = $state.raw<OrderName | null>(null);

  /** The newest first. */
  entries = $state.raw<JournalEntryView[]>([]);
  /** Whether older ones match as well. */
  more = $state(false);
  /** Whether the question was answered. */
  known = $state(false);
  failure = $state.raw<Failure | null>(null);
  active = $state(0);
  exporting = $state(false);

  /** Told when lines came before those that are shown. */
  onnewer: (count: number) => void = () => undefined;

  #round = 0;
  #older = false;
  #first = 0;
  #following = false;
  #refreshed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly app: App,
    /** Whose journal: with another database it begins afresh. */
    readonly database: string,
  ) {}

  /** Reads the journal and follows it until the returned function is called. */
  follow(): () => void {
    this.#following = true;
    const stop = this.app.host.on('orders_changed', () => this.#refreshSoon());
    if (this.known) void this.refresh();
    else this.ask();
    return () => {
      this.#following = false;
      clearTimeout(this.#timer);
      clearTimeout(this.#typing);
      this.#timer = undefined;
      stop();
    };
  }

  get filtered(): boolean {
    const { text, about, order } = this;
    const { since, until } = this.#period();
    return (
      text.trim() !== '' || about !== 'all' || order !== null || since !== null || until !== null
    );
  }

  get current(): JournalEntryView | null {
    return this.entries[this.active] ?? null;
  }

  /** Rows to draw: one more stands for what is on its way. */
  get rows(): number {
    return this.entries.length + (this.more ? 1 : 0);
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.ask(), typingFor);
  }

  set(filter: Partial<Pick<ActivityState, 'about' | 'period' | 'from' | 'to'>>): void {
    Object.assign(this, filter);
    this.ask();
  }

  only(order: OrderName | null): void {
    if (order?.id === this.order?.id) return;
    this.order = order;
    this.known = false;
    if (this.#following) this.ask();
  }

  clear(): void {
    this.text = '';
    this.order = null;
    this.set({ about: 'all', period: 'any', from: '', to: '' });
  }

  /** Another question. The rows on the screen stay until the answer is here. */
  ask(): void {
    clearTimeout(this.#typing);
    void this.#read(null, ({ entries, more }) => {
      this.entries = entries;
      this.more = more;
      this.active = 0;
    });
  }

  /** Called with what is drawn. */
  need(first: number, end: number): void {
    this.#first = first;
    if (!this.more || this.#older || end < this.entries.length - ahead) return;
    const last = this.entries.at(-1);
    if (last === undefined) return;
    this.#older = true;
    void this.#read(last.id, ({ entries, more }) => {
      this.entries = [...this.entries, ...entries];
      this.more = more;
    });
  }

  activate(index: number): void {
    this.active = Math.max(0, Math.min(this.entries.length - 1, index));
  }

  /** Takes in what was written since. */
  async refresh(): Promise<void> {
    this.#refreshed = Date.now();
    await this.#read(null, ({ entries, more }) => {
      const newest = this.entries[0]?.id;
      const at = entries.findIndex((entry) => entry.id === newest);
      if (at < 0) {
        this.entries = entries;
        this.more = more;
        this.active = 0;
        return;
      }
      if (at === 0) return;
      this.entries = [...entries.slice(0, at), ...this.entries];
      // Who reads at the top sees what is new; who reads further down stays there.
      if (this.#first === 0 && this.active === 0) return;
      this.active += at;
      this.onnewer(at);
    });
  }

  /** Asks where to and writes every line that matches. */
  async save(): Promise<{ path: string; rows: number } | null> {
    this.exporting = true;
    try {
      return await this.app.host.exportJournal(this.#query(null), language());
    } finally {
      this.exporting = false;
    }
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        void this.refresh();
      },
      Math.max(0, this.#refreshed + refreshEvery - Date.now()),
    );
  }

  /** Of several answers the one asked for last counts. */
  async #read(before: string | null, take: (answer: JournalView) => void): Promise<void> {
    const round = before === null ? ++this.#round : this.#round;
    try {
      const answer = await this.app.host.listJournal(this.#query(before));
      if (round !== this.#round) return;
      this.failure = null;
      this.known = true;
      take(answer);
    } catch (thrown) {
      if (round === this.#round) this.failure = asFailure(thrown);
    } finally {
      // A newer question makes what was asked before it void.
      if (before !== null || round === this.#round) this.#older = false;
    }
  }

  #query(before: string | null): JournalQuery {
    const { text, about, order } = this;
    return { text: text.trim(), about, order_id: order?.id ?? null, ...this.#period(), before };
  }

  #period(): { since: string | null; until: string | null } {
    const days: Record<Period, number | null> = {
      any: null,
      today: 0,
      week: -6,
      month: -29,
      own: null,
    };
    const back = days[this.period];
    if (back !== null) return { since: dayFromToday(back).toISOString(), until: null };
    if (this.period !== 'own') return { since: null, until: null };
    const [from, to] = [parseTime(this.from), parseTime(this.to)];
    to?.setDate(to.getDate() + 1);
    return { since: from?.toISOString() ?? null, until: to?.toISOString() ?? null };
  }
}
