// Entries of the queue: how each looks, what it waits for in words, which one an act is about.

import type { OrderView, QueueEntryView } from '../host/types';
import type { Hue } from './badges';
import { formatMoment } from './formats';
import { kebab, t, tMaybe } from './i18n.svelte';
import type { IconName } from './icons';

/** Whether it stands beside the order's answers: it goes quietly, and freezes none of them. */
export function isBeside(kind: string): boolean {
  return ['note', 'assignee', 'review', 'verdict'].includes(kind);
}

/** The act of an order that the rest waits for; a note stands behind it, or alone. */
export function firstAct(queue: readonly QueueEntryView[]): QueueEntryView | undefined {
  return queue.find((entry) => !isBeside(entry.kind)) ?? queue[0];
}

/** The one that the service did not accept. */
export function parkedAct(queue: readonly QueueEntryView[]): QueueEntryView | undefined {
  return queue.find((entry) => entry.state === 'parked');
}

/** Acts that a draft stands behind: taken back, its answers can be changed again. */
export function hasDraft(kind: string): boolean {
  return kind === 'mapping' || kind === 'setup' || kind === 'handover';
}

/** Refusals that are settled where the organization is chosen. */
const aboutOrganization = [
  'organization_changed',
  'evidence_changed',
  'similar_organization_exists',
];

/** Refusals because of what somebody else did: both sides stand on the order's own page. */
const aboutOthers = [
  'revision_conflict',
  'after_point_of_no_return',
  'order_closed',
  'order_cancelled',
  'order_handed_over',
];

/** Whether it is settled by comparing rather than by changing an answer or trying again. */
export function isClash(entry: QueueEntryView): boolean {
  // They are asked for again, or taken back: there is nothing to compare.
  if (['assignee', 'review', 'verdict'].includes(entry.kind)) return false;
  return entry.state === 'parked' && aboutOthers.includes(entry.problem?.code ?? '');
}

/** The page of the order on which an act is changed: where the service found the first fault. */
export function editStep(entry: QueueEntryView): string {
  const [first] = entry.errors;
  if (first !== undefined) return first.step;
  if (entry.kind === 'handover') return 'who';
  if (!hasDraft(entry.kind)) return 'details';
  const refused = entry.problem?.code ?? '';
  return entry.kind === 'mapping' && aboutOrganization.includes(refused) ? 'customer' : 'review';
}

export function takenBackWords(kind: string): string {
  return t(hasDraft(kind) ? 'queue-taken-back-draft' : 'queue-taken-back');
}

/** What is asked of the service. */
export function actWords(kind: string): string {
  return tMaybe(`order-queue-${kebab(kind)}`) ?? t('order-queue-other');
}

/**
 * Where it is: `unknown` (it may have arrived), `decision` (somebody here must decide), `answer`
 * (sent, not answered), else it is queued here and waits for `turn`, `time`, `predecessor` or
 * `approval`.
 */
export function standing(entry: QueueEntryView): string {
  if (entry.waits_for === 'decision' || entry.waits_for === 'answer') return entry.waits_for;
  return entry.unknown_outcome ? 'unknown' : entry.waits_for;
}

const looks: Record<string, readonly [Hue, IconName]> = {
  decision: ['red', 'warning'],
  unknown: ['grey', 'lock'],
  answer: ['teal', 'hourglass'],
  approval: ['amber', 'user-check'],
  time: ['teal', 'clock'],
};

export function standingLook(entry: QueueEntryView): { hue: Hue; icon: IconName } {
  const [hue, icon] = looks[standing(entry)] ?? (['teal', 'send'] as const);
  return { hue, icon };
}

/** Where the shared note is, as long as it is not at the service. */
export function noteLook(order: OrderView): { hue: Hue; icon: IconName; words: string } | null {
  if (!order.note_queued) return null;
  const refused = order.queue.some((entry) => entry.kind === 'note' && entry.state === 'parked');
  return refused
    ? { hue: 'red', icon: 'warning', words: t('queue-at-decision') }
    : { hue: 'teal', icon: 'send', words: t('order-note-queued') };
}

/** Queued here, sent, refused: in a few words. */
export function standingWords(entry: QueueEntryView): string {
  const code = standing(entry);
  if (code === 'time' && entry.next_attempt_at !== null) {
    return t('queue-at-time', { when: formatMoment(entry.next_attempt_at) });
  }
  return tMaybe(`queue-at-${kebab(code)}`) ?? t('queue-at-turn');
}
