// The queue in memory: what each entry waits for, what can be done about it.

import type { OrderView, QueueEntryView, QueueView } from '../views';
import type { StoredOrder } from './orders';
import { fail, stamp, type Program } from './program';
import { formOf, viewOf } from './view';

const windowSize = 200;

function waitsFor(order: StoredOrder, entry: QueueEntryView): string {
  if (entry.state === 'parked') return 'decision';
  if (entry.state === 'sending') return 'answer';
  if (order.queue[0] !== entry) return 'predecessor';
  if (entry.kind === 'setup' && order.status === 'awaiting_approval') return 'approval';
  const later = entry.next_attempt_at !== null && Date.parse(entry.next_attempt_at) > Date.now();
  return later ? 'time' : 'turn';
}

/** What waits for one order, in its sequence. */
export function entriesOf(order: StoredOrder): QueueEntryView[] {
  return order.queue.map((entry) => ({ ...entry, waits_for: waitsFor(order, entry) }));
}

/** Orders that need somebody first, then as they were asked for. */
export function queueOf(program: Program, offset: number): QueueView {
  const first = (order: StoredOrder) => Number(order.queue[0]?.id ?? 0);
  const calm = (order: StoredOrder) =>
    Number(!order.queue.some((entry) => entry.state === 'parked'));
  const entries = program.orders
    .filter((order) => order.queue.length > 0)
    .sort((a, b) => calm(a) - calm(b) || first(a) - first(b))
    .flatMap(entriesOf);
  const shown = entries.slice(offset, offset + windowSize);
  return structuredClone({ entries: shown, offset, total: entries.length });
}

function find(program: Program, id: string): { order: StoredOrder; entry: QueueEntryView } {
  for (const order of program.orders) {
    const entry = order.queue.find((one) => one.id === id);
    if (entry) return { order, entry };
  }
  return fail('not_waiting');
}

/** A mapping takes its set-up along; the draft is there again. */
export function takeBack(program: Program, id: string): OrderView {
  const { order, entry } = find(program, id);
  const leaving = order.queue.filter(
    (one) => one === entry || (entry.kind === 'mapping' && one.kind === 'setup'),
  );
  if (leaving.some((one) => !one.can_take_back)) fail('cannot_take_back');
  order.queue = order.queue.filter((one) => !leaving.includes(one));
  if (entry.kind === 'note') {
    order.note = order.noteBefore;
    order.noteQueued = false;
  }
  if (entry.kind === 'assignee') order.assigning = null;
  if (entry.kind === 'review') order.asking = null;
  if (entry.kind === 'verdict') order.verdict = null;
  if (['mapping', 'setup', 'handover'].includes(entry.kind)) {
    order.form ??= formOf(order);
    order.savedAt ??= stamp();
  }
  program.note(order, 'taken_back', { kind: entry.kind });
  program.changed(order.id);
  return viewOf(order);
}

export function retryEntry(program: Program, id: string): OrderView {
  const { order, entry } = find(program, id);
  if (entry.state === 'parked') {
    Object.assign(entry, { state: 'pending', attempts: 0, problem: null, errors: [] });
    program.note(order, 'unparked', { kind: entry.kind });
  }
  entry.next_attempt_at = null;
  return program.queued(order);
}

/** What is not kept is given up; the entry that was refused is taken back or sent again. */
export function settleConflict(program: Program, id: string, keep: string[]): OrderView {
  const order = program.need(id);
  const { conflict } = order;
  if (conflict === null) return viewOf(order);
  order.conflict = null;
  const kept = conflict.clashes.every((clash) => keep.includes(clash.about));
  program.note(order, kept ? 'kept_mine' : 'took_theirs');
  if (conflict.entry === null) {
    program.changed(id);
    return viewOf(order);
  }
  return kept && conflict.ended === null
    ? retryEntry(program, conflict.entry)
    : takeBack(program, conflict.entry);
}
