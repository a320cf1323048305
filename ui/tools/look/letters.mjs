// Scenes of what is sent to other people: ready letters, and what they get when work goes to
// them.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

const order = (number) => (page) => page.click(`[data-order="ord_${number}"]`);
const toDetails = steps(click('[data-testid=next]'), click('[data-testid=step-details]'));
/** Runs in the page: the seller has to be asked for the e-mail. */
function asked() {
  const host = globalThis.turnupMemory;
  host.orders.forEach((one) => (one.canResend = false));
  host.emit('orders_changed', { ids: [], all: true });
}
const sellerAsked = (page) => page.evaluate(asked);
const details = steps(sellerAsked, click(zurita), toDetails);
/** Runs in the page: the customer was there before the order. */
function existing() {
  const host = globalThis.turnupMemory;
  host.orders.forEach((one) => one.mapping && (one.mapping.customer_created = false));
  host.emit('orders_changed', { ids: [], all: true });
}
const rights = steps(
  (page) => page.evaluate(existing),
  click('[data-testid=view-all]'),
  order('4410226120'),
  toDetails,
);
const letter = (kind) => click(`[data-testid=letter-${kind}]`);
const fails = (page) =>
  page.evaluate(() => globalThis.turnupMemory.fail('composeEmail', 'no_mail_program'));
const compose = click('[data-testid=letter-compose]');

const step = (id) =>
  steps(click(zurita), click('[data-testid=next]'), click(`[data-testid=step-${id}]`));

const handsOver = steps(
  step('who'),
  click('[data-testid=who-someone_else]'),
  (page) => page.fill('[data-testid="field-handover.email"]', 'eva@andaluza.example'),
  (page) => page.fill('[data-testid="field-handover.note"]', 'Call Maria before you begin.'),
  (page) => page.locator('[data-testid=preview-handover]').scrollIntoViewIfNeeded(),
);
const setsUp = steps(step('customer'), click('[data-testid=customer-sets-up]'), (page) =>
  page.evaluate(() =>
    document.querySelector('[data-testid=preview-sets-up]').scrollIntoView({ block: 'end' }),
  ),
);

export const letters = [
  ['preview-handover', '?', wide, handsOver],
  ['preview-handover-dark-fr', '?theme=dark&lang=fr', wide, handsOver],
  ['preview-handover-tiny', '?', tiny, handsOver],
  ['preview-sets-up', '?', wide, setsUp],
  ['preview-sets-up-small-fr', '?lang=fr&theme=dark', small, setsUp],
  ['help-partner', '?', wide, step('partner')],
  ['help-customer-fr', '?lang=fr', wide, step('customer')],
  ['help-customer-small', '?theme=dark', small, step('customer')],
  ['help-meetings-dark', '?theme=dark', wide, step('meetings')],
  ['help-calling', '?', wide, step('calling')],
  ['help-confirm-fr', '?lang=fr', wide, step('confirm')],
  ['help-tiny', '?lang=fr', tiny, step('partner')],
  ['letter-offered', '?', wide, details],
  ['letter-resend', '?', wide, steps(details, letter('resend'))],
  ['letter-resend-dark-fr', '?theme=dark&lang=fr', wide, steps(details, letter('resend'))],
  ['letter-contact', '?', wide, steps(details, letter('change-contact'), compose)],
  ['letter-no-program', '?', small, steps(details, fails, letter('resend'), compose)],
  ['letter-tiny-fr', '?lang=fr', tiny, steps(details, letter('change-contact'))],
  ['letter-rights-offered', '?theme=dark', wide, rights],
  ['letter-rights-fr', '?lang=fr', wide, steps(rights, letter('full-rights'))],
];
