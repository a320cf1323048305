// A colleague's review in memory: asked, answered, and whether it is about what would become
// final now.

import type { OrderView, QueueEntryView, ReviewView } from '../views';
import { operator, type Proposal, type StoredOrder, type StoredReview } from './orders';
import { fail, stamp, type Program } from './program';
import { formOf, rows, viewOf } from './view';
import { problemsOf } from './wizard';

const ofMapping = ['who', 'partner', 'customer'];

function proposalOf(order: StoredOrder): Proposal {
  const { partner, customer } = order;
  return structuredClone({ form: { ...formOf(order), step: null }, partner, customer });
}

function isCurrent(order: StoredOrder, { proposal }: StoredReview): boolean {
  return JSON.stringify(proposal) === JSON.stringify(proposalOf(order));
}

function waits(order: StoredOrder, kind: string): boolean {
  return order.queue.some((entry) => entry.kind === kind && entry.state !== 'parked');
}

function isMe(email: string): boolean {
  return email.trim().toLowerCase() === operator.email;
}

/** Whether what would become final now is what a colleague approved. */
export function isApproved(order: StoredOrder): boolean {
  const { review } = order;
  return review?.state === 'approved' && isCurrent(order, review);
}

export function reviewOf(order: StoredOrder): ReviewView | null {
  const asking = waits(order, 'review') ? order.asking : null;
  const review = asking ?? order.review;
  if (review === null) return null;
  const told = asking === null && waits(order, 'verdict') ? order.verdict : null;
  const { proposal, asked_by, reviewer } = review;
  return {
    id: review.id,
    reviewer,
    asked_by,
    asked_at: review.asked_at,
    state: told?.state ?? review.state,
    queued: asking !== null || told !== null,
    note: told?.note ?? review.note,
    decided_at: told?.at ?? review.decided_at,
    part: isMe(reviewer) ? 'asked_of_me' : isMe(asked_by) ? 'asked_by_me' : 'others',
    current: isCurrent(order, review),
    readable: proposal !== null,
    rows: proposal === null ? [] : rows({ ...order, ...proposal }),
  };
}

/** A newer one takes the place of what was never tried. */
function enqueue(program: Program, order: StoredOrder, kind: string): OrderView {
  order.queue = order.queue.filter((entry) => entry.kind !== kind || entry.attempts > 0);
  program.enqueue(order, kind);
  return program.queued(order);
}

export function askReview(program: Program, id: string, reviewer: string): OrderView {
  const order = program.need(id);
  if (order.mapping !== null) fail('not_editable', { reason: 'mapped' });
  const open = problemsOf(order, formOf(order)).filter(({ step }) => ofMapping.includes(step));
  if (open.length > 0) fail('not_ready', { count: String(open.length) });
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(reviewer.trim())) fail('reviewer_not_an_address');
  if (isMe(reviewer)) fail('reviewer_is_yourself');
  order.asking = {
    id: null,
    reviewer: reviewer.trim(),
    asked_by: operator.email,
    asked_at: stamp(),
    state: 'pending',
    note: '',
    decided_at: null,
    proposal: proposalOf(order),
  };
  return enqueue(program, order, 'review');
}

export function answerReview(
  program: Program,
  [id, shown]: [string, string | null],
  verdict: string,
  note: string,
): OrderView {
  const order = program.need(id);
  const { review } = order;
  if (shown === null && verdict === 'withdrawn' && waits(order, 'review')) {
    order.queue = order.queue.filter((entry) => entry.kind !== 'review');
    order.asking = null;
    program.note(order, 'taken_back', { kind: 'review' });
    program.changed(id);
    return viewOf(order);
  }
  const whose = verdict === 'withdrawn' ? review?.asked_by : review?.reviewer;
  const open = review?.state === 'pending' && review.id === shown;
  if (!open || !isMe(whose ?? '')) fail('review_over');
  order.verdict = { state: verdict, note: note.trim(), at: stamp() };
  return enqueue(program, order, 'verdict');
}

/** The service took the question, or the answer. */
export function accepted(order: StoredOrder, entry: QueueEntryView): void {
  const { asking, verdict, review } = order;
  if (entry.kind === 'review' && asking !== null) {
    order.review = { ...asking, id: `rev_${entry.id}` };
    order.asking = null;
  }
  if (entry.kind === 'verdict' && verdict !== null && review !== null) {
    const { state, note, at } = verdict;
    order.review = { ...review, state, note, decided_at: at };
    order.verdict = null;
  }
}

/** What the service tells of a review, over what it told before. */
export function reviewed(order: StoredOrder, told: Partial<StoredReview>): void {
  const before: StoredReview = order.review ?? {
    id: 'rev_1',
    reviewer: operator.email,
    asked_by: 'luis@andaluza.example',
    asked_at: stamp(),
    state: 'pending',
    note: '',
    decided_at: null,
    proposal: proposalOf(order),
  };
  const decided = (told.state ?? before.state) === 'pending' ? null : stamp();
  order.review = { ...before, decided_at: decided, ...told };
}
