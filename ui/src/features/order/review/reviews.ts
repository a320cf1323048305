// A colleague's review: where it stands, how that looks, and what is asked about it.

import type { Failure, Host, OrderView, QueueEntryView, ReviewView } from '../../../host/types';
import type { Hue } from '../../../shared/badges';
import { t } from '../../../shared/i18n.svelte';
import type { IconName } from '../../../shared/icons';
import type { OrderSession } from '../order.svelte';

/**
 * `none` (nobody is asked), `mine` (this operator is), `waits`, `approved`, `declined`; or it is
 * not about these answers: they `changed` since, or `differs` from what somebody else proposed.
 */
export type Standing =
  'none' | 'mine' | 'waits' | 'approved' | 'declined' | 'changed' | 'differs' | 'other';

const standings: Record<string, Standing> = {
  pending: 'waits',
  approved: 'approved',
  declined: 'declined',
  withdrawn: 'none',
};

export function standingOf(review: ReviewView | null): Standing {
  if (review === null) return 'none';
  const standing = standings[review.state] ?? 'other';
  if (standing === 'none' || standing === 'other') return standing;
  if (standing === 'waits' && review.part === 'asked_of_me') return 'mine';
  if (review.current) return standing;
  return review.part === 'asked_by_me' ? 'changed' : 'differs';
}

/** Whether the order can still be looked at before it becomes final. */
export function takesReview(order: OrderView): boolean {
  return order.status === 'awaiting_details' && !order.wizard.mapped;
}

/** Whether a colleague waits for this operator's answer: that comes before one's own work. */
export function isAskedOfMe(order: OrderView): boolean {
  return takesReview(order) && standingOf(order.review) === 'mine';
}

export interface ReviewLook {
  hue: Hue;
  icon: IconName;
  title: string;
  /** When it was answered; none while it waits. */
  decided: string | null;
  /** What to know beside it, each a sentence. */
  details: string[];
}

function detailsOf(review: ReviewView): string[] {
  const standing = standingOf(review);
  const { part, state, queued } = review;
  const details: string[] = [];
  if (standing === 'mine') return details;
  if (state === 'pending') details.push(t(queued ? 'review-question-goes-out' : 'review-waits'));
  else if (queued) details.push(t('review-answer-goes-out'));
  if (standing === 'changed' && !review.readable) details.push(t('review-not-comparable'));
  else if (standing === 'changed') details.push(t('review-changed'));
  if (standing === 'differs' && part === 'others') details.push(t('review-differs'));
  if (standing === 'declined' && part === 'asked_by_me') details.push(t('review-change-first'));
  return details;
}

/** How a review is told; nothing of one that is not asked any more. */
export function reviewLook(review: ReviewView): ReviewLook | null {
  const standing = standingOf(review);
  if (standing === 'none') return null;
  const { part, reviewer, asked_by, state } = review;
  const who = { part, reviewer, asked_by };
  const details = detailsOf(review);
  if (state === 'pending') {
    const title = t('review-is-pending', who);
    return { hue: 'amber', icon: 'hourglass', title, decided: null, details };
  }
  const decided = review.decided_at;
  if (state === 'declined') {
    return { hue: 'red', icon: 'x', title: t('review-is-declined', who), decided, details };
  }
  if (state !== 'approved') {
    const title = t('review-is-other', { reviewer, state });
    return { hue: 'grey', icon: 'dot', title, decided, details };
  }
  if (standing === 'changed') {
    const title = t('review-is-approved-earlier', { reviewer });
    return { hue: 'amber', icon: 'warning', title, decided, details };
  }
  const holds = review.current || part === 'asked_of_me';
  const title = t('review-is-approved', who);
  return holds
    ? { hue: 'green', icon: 'check', title, decided, details }
    : { hue: 'amber', icon: 'info', title, decided, details };
}

/** Why the confirmation is closed, and what opens it. */
export function missingWords(review: ReviewView | null): string {
  const standing = standingOf(review);
  return t('review-missing', { standing, reviewer: review?.reviewer ?? '' });
}

function refused(order: OrderView, kind: string): QueueEntryView | undefined {
  return order.queue.find((entry) => entry.kind === kind && entry.state === 'parked');
}

/** Asks or answers anew: one that the service refused would stand before it for good. */
export function anew(
  session: OrderSession,
  kind: 'review' | 'verdict',
  run: (host: Host) => Promise<OrderView>,
): Promise<Failure | null> {
  const before = refused(session.order, kind);
  return session.act(async (host) => {
    if (before !== undefined) await host.takeBack(before.id);
    return run(host);
  });
}

/** What was typed about each review and not said yet, while this window is open. */
const typed = new WeakMap<Host, Map<string, string>>();

export function typedAbout(host: Host, review: string): string {
  return typed.get(host)?.get(review) ?? '';
}

/** An empty note forgets it: it was said, or the typing was undone. */
export function keepTyped(host: Host, review: string, note: string): void {
  const notes = typed.get(host) ?? new Map<string, string>();
  typed.set(host, notes.set(review, note));
}

/** Whom each operator asked last while this window is open. */
const asked = new Map<string, string>();

export function rememberAsked(operator: string, reviewer: string): void {
  asked.set(operator, reviewer);
}

export function lastAsked(operator: string): string {
  return asked.get(operator) ?? '';
}
