// What comes next on an order: the words of the card at its side, and the one thing to do.

import type { ConflictView, OrderView } from '../../host/types';
import { kebab, t, term, tMaybe } from '../../shared/i18n.svelte';
import { isBeside } from '../../shared/queue';
import { problemWords } from '../../shared/words';

/** The one primary act. */
export type NextAct = 'start' | 'continue' | 'finish' | 'decide' | 'look' | 'open';

export interface NextStep {
  /** A state's code with its own hue, or null while the draft can be changed. */
  state: string | null;
  title: string;
  text: string;
  act: NextAct;
}

const labels: Record<NextAct, string> = {
  start: 'detail-start',
  continue: 'detail-continue',
  finish: 'detail-finish-set-up',
  decide: 'detail-decide',
  look: 'review-look',
  open: 'detail-open',
};

export function nextLabel(step: NextStep): string {
  return t(labels[step.act]);
}

function editable(order: OrderView): NextStep {
  const { wizard } = order;
  const current = wizard.steps.find((step) => step.progress === 'current')?.id ?? 'review';
  const own = wizard.form.completed_by === 'own_company';
  const name = current === 'customer' && own ? 'own' : kebab(current);
  const chosen = [wizard.partner, wizard.customer].every((one) => one.choice !== 'undecided');
  let text = 'detail-unsaved-nothing';
  if (wizard.mapped) text = 'detail-organizations-final';
  else if (chosen) text = 'detail-chosen';
  let act: NextAct = wizard.saved_at === null ? 'start' : 'continue';
  if (wizard.mapped && wizard.saved_at === null) act = 'finish';
  return { state: null, title: t(`order-next-${name}`), text: t(text), act };
}

/** What the service said when it refused; else what is written for the state. */
function frozenText(order: OrderView, code: string): string {
  const refused = order.queue.find((entry) => entry.state === 'parked')?.problem;
  if (code === 'needs_attention' && refused) return problemWords(refused);
  return tMaybe(`order-state-${kebab(code)}-text`) ?? '';
}

/** Two people said something about it: that comes before everything else. */
function toSettle(conflict: ConflictView): NextStep {
  const { ended } = conflict;
  const title = ended === null ? null : tMaybe(`conflict-ended-${kebab(ended)}`);
  return {
    state: 'needs_attention',
    title: title ?? t('conflict-title'),
    text: t(ended === null ? 'conflict-by-nobody' : 'conflict-ended-text'),
    act: 'decide',
  };
}

/** A colleague asks this operator, and waits. */
function toLookOver({ review, wizard }: OrderView): NextStep | null {
  const asked = review?.part === 'asked_of_me' && review.state === 'pending' && !wizard.mapped;
  if (!asked) return null;
  const title = t('review-card-title', { colleague: review.asked_by });
  // It looks like the other question that somebody has to answer.
  return { state: 'awaiting_approval', title, text: t('review-card-text'), act: 'look' };
}

export function nextStep(order: OrderView): NextStep {
  if (order.conflict !== null) return toSettle(order.conflict);
  const asked = toLookOver(order);
  if (asked !== null) return asked;
  if (order.wizard.editable) return editable(order);
  const acts = order.queue.some((entry) => !isBeside(entry.kind));
  const waits = ['needs_attention', 'sending', 'queued'].includes(order.local_state);
  const code = waits && acts ? order.local_state : order.status;
  return {
    state: code,
    title:
      tMaybe(`order-state-${kebab(code)}`) ??
      t('order-state-other', { status: term('badge', code) }),
    text: frozenText(order, code),
    act: code === 'needs_attention' ? 'decide' : 'open',
  };
}
