// Scenes of a colleague's review: asked for at the point of no return, answered on the order.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

/** Runs in the page: what the sample draft still lacks, and what the service says of a review. */
function reviewed(review) {
  const host = globalThis.turnupMemory;
  const order = host.order('ord_4410228290');
  Object.assign(order.form.calling, {
    address: { street1: 'Calle 1', street2: '', city: 'Sevilla', state: '', postal_code: '41001' },
    announcement_language: 'es_es',
    email_language: 'es_es',
  });
  order.form.meetings.sites.forEach((site) => (site.early_release = false));
  if (review !== null) host.setReview(order.id, review);
  host.emit('orders_changed', { ids: [], all: true });
}
const tells = (review) => (page) => page.evaluate(reviewed, review);
const byMe = {
  reviewer: 'luis.fernandez-montoya@andaluza.example',
  asked_by: 'ana@andaluza.example',
};
const open = (review, step) =>
  steps(
    tells(review),
    click(zurita),
    click('[data-testid=next]'),
    click(`[data-testid=step-${step}]`),
  );
const wall = (review) =>
  steps(open(review, 'confirm'), (page) =>
    page.locator('[data-testid=review]').scrollIntoViewIfNeeded(),
  );
const asking = steps(
  wall(null),
  click('[data-testid=review-ask]'),
  (page) => page.fill('[data-testid=review-reviewer]', 'luis'),
  (page) => page.press('[data-testid=review-reviewer]', 'Tab'),
);
const note = 'The customer moved to Cádiz.';
const declined = { ...byMe, state: 'declined', note };
const theirs = { asked_by: 'luis.fernandez-montoya@andaluza.example' };

export const reviews = [
  ['review-offer', '?', wide, wall(null)],
  ['review-asking', '?', wide, asking],
  ['review-asking-small-fr', '?lang=fr&theme=dark', small, asking],
  ['review-required', '?review', wide, wall(null)],
  ['review-waits-dark', '?review&theme=dark', wide, wall(byMe)],
  ['review-approved', '?review', wide, wall({ ...byMe, state: 'approved', note })],
  [
    'review-earlier-fr',
    '?review&lang=fr',
    wide,
    wall({ ...byMe, state: 'approved', proposal: {} }),
  ],
  ['review-declined', '?', small, wall(declined)],
  ['review-card', '?', wide, open(theirs, 'details')],
  ['review-card-dark-fr', '?theme=dark&lang=fr', small, open(theirs, 'details')],
  ['review-card-tiny', '?', tiny, open(theirs, 'details')],
  ['review-line', '?', wide, open(declined, 'details')],
];
