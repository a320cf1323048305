// The queue: which windows of it are here, which act stands at the side, and what is done about
// it. No words and no elements in here.

import { SvelteMap } from 'svelte/reactivity';

import { asFailure, type Failure, type FrameView, type QueueEntryView } from '../../host/types';
import type { App } from '../../shared/app';
import { editStep, hasDraft, isClash } from '../../shared/queue';

const windowSize = 200;
/** While much changes at once, a few pictures a second are enough (ms). */
const refreshEvery = 200;

export class QueueState {
  /** Entries in all; null before the first answer. */
  total = $state<number | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The row that the keys move. */
  active = $state(0);
  activeId = $state<string | null>(null);
  /** An act of this screen is under way. */
  busy = $state(false);

  readonly #entries = new SvelteMap<number, QueueEntryView>();
  // Read by no template: what was asked for is not shown.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #asked = new Set<number>();
  #awaited = 0;
  #round = 0;
  #refreshed = 0;
  #seen: [number, number] = [0, 1];
  #order: string | null = null;
  #frame = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly app: App,
    /** Whose acts: with another database the queue begins afresh. */
    readonly database: string,
  ) {
    this.#frame = told(app.frame);
  }

  /** Reads the queue and follows it until the returned function is called. */
  follow(): () => void {
    const { host } = this.app;
    const stops = [
      host.on('orders_changed', () => this.#refreshSoon()),
      host.on('frame_changed', ({ frame }) => {
        // How far a sync is says nothing about the queue.
        const now = told(frame);
        if (now !== this.#frame) this.#refreshSoon();
        this.#frame = now;
      }),
    ];
    this.refresh();
    return () => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      for (const stop of stops) stop();
    };
  }

  /** Stands on the first entry of an order, when it is here. */
  standAt(order: string): void {
    this.#order = order;
    this.#settle();
  }

  entry(index: number): QueueEntryView | undefined {
    return this.#entries.get(index);
  }

  isActive(index: number): boolean {
    return index === this.active && this.entry(index)?.id === this.activeId;
  }

  /** The act at the side. */
  get current(): QueueEntryView | null {
    const entry = this.entry(this.active);
    return entry?.id === this.activeId ? entry : null;
  }

  /** Whether the row before is about the same order. */
  follows(index: number): boolean {
    const order = this.entry(index)?.order_id;
    return order !== undefined && this.entry(index - 1)?.order_id === order;
  }

  activate(index: number): void {
    if (this.total === null || this.total === 0) return;
    this.active = Math.max(0, Math.min(this.total - 1, index));
    this.activeId = this.entry(this.active)?.id ?? null;
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

  refresh(): void {
    this.#refreshed = Date.now();
    this.#round += 1;
    this.#awaited = 0;
    this.#asked.clear();
    const [first, end] = this.#seen;
    for (let page = pageOf(first); page <= pageOf(end - 1); page++) void this.#fetch(page);
    if (!this.#asked.has(pageOf(this.active))) void this.#fetch(pageOf(this.active));
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.refresh();
      },
      Math.max(0, this.#refreshed + refreshEvery - Date.now()),
    );
  }

  async #fetch(page: number): Promise<void> {
    const round = this.#round;
    this.#asked.add(page);
    this.#awaited += 1;
    try {
      const answer = await this.app.host.listQueue(page * windowSize);
      if (round !== this.#round) return;
      this.#awaited -= 1;
      this.failure = null;
      this.total = answer.total;
      const came = answer.offset + answer.entries.length;
      for (const index of [...this.#entries.keys()]) {
        const gone = index >= answer.total || (index >= came && pageOf(index) === page);
        if (gone) this.#entries.delete(index);
      }
      answer.entries.forEach((entry, at) => this.#entries.set(answer.offset + at, entry));
      this.#settle();
    } catch (thrown) {
      if (round !== this.#round) return;
      this.#awaited -= 1;
      this.#asked.delete(page);
      this.failure = asFailure(thrown);
    }
  }

  /** Keeps the active row on its entry; where that left, its place takes the next one. */
  #settle(): void {
    if (this.total === null) return;
    const entries = [...this.#entries];
    if (this.#order !== null) {
      const of = entries.filter(([, entry]) => entry.order_id === this.#order);
      const [first] = of.map(([index]) => index).sort((a, b) => a - b);
      if (first !== undefined) this.#stand(first);
      if (this.#awaited === 0) this.#order = null;
      if (first !== undefined) return;
    }
    const at = entries.find(([, entry]) => entry.id === this.activeId)?.[0];
    if (at !== undefined) this.active = at;
    else if (this.activeId === null || this.#awaited === 0) this.#stand(this.active);
  }

  #stand(index: number): void {
    this.active = Math.max(0, Math.min(index, (this.total ?? 0) - 1));
    this.activeId = this.entry(this.active)?.id ?? null;
    const page = pageOf(this.active);
    if (this.activeId === null && this.total !== 0 && !this.#asked.has(page)) {
      void this.#fetch(page);
    }
  }

  /** A set-up is edited together with the mapping that it waits for. */
  #lead(entry: QueueEntryView): QueueEntryView {
    if (entry.kind !== 'setup') return entry;
    const mapping = [...this.#entries.values()].find(
      (other) => other.order_id === entry.order_id && other.kind === 'mapping',
    );
    return mapping ?? entry;
  }

  canEdit(entry: QueueEntryView): boolean {
    if (isClash(entry)) return false;
    return (hasDraft(entry.kind) || entry.kind === 'note') && this.#lead(entry).can_take_back;
  }

  /** Sending is not hurried; what nobody decided about yet and what waits for a time is. */
  canRetry(entry: QueueEntryView): boolean {
    if (isClash(entry)) return false;
    return entry.state === 'parked' || entry.waits_for === 'time';
  }

  retry(entry: QueueEntryView): Promise<boolean> {
    return this.#act(() => this.app.host.retryEntry(entry.id));
  }

  /** Takes an entry back; a note is gone with it, so that its text comes along for an undo. */
  async takeBack(entry: QueueEntryView): Promise<{ done: boolean; note: string | null }> {
    let note: string | null = null;
    const done = await this.#act(async () => {
      if (entry.kind === 'note') note = (await this.app.host.openOrder(entry.order_id)).note;
      return this.app.host.takeBack(entry.id);
    });
    return { done, note };
  }

  sendNote(order: string, note: string): Promise<boolean> {
    return this.#act(() => this.app.host.saveNote(order, note));
  }

  /** Takes an act back and opens its order where it is changed. A note is typed over. */
  async edit(entry: QueueEntryView): Promise<void> {
    const lead = this.#lead(entry);
    if (hasDraft(entry.kind) && !(await this.#act(() => this.app.host.takeBack(lead.id)))) return;
    const about = entry.errors.length > 0 ? entry : lead;
    this.app.go.order(entry.order_id, editStep(about), about.errors);
  }

  async #act(run: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await run();
      return true;
    } catch (thrown) {
      this.app.report(thrown);
      return false;
    } finally {
      this.busy = false;
      this.refresh();
    }
  }
}

function pageOf(index: number): number {
  return Math.floor(Math.max(0, index) / windowSize);
}

/** What of the frame the queue shows. */
function told(frame: FrameView): string {
  return `${frame.waiting} ${frame.needs_attention} ${frame.connection}`;
}
