// Scenes of orders that come back: reminders above the list, a customer who did not agree.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

const hostile = 'ACME \u202e" <b>&amp;</b> Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';

/** Runs in the page: what is due today, and what a customer answered. */
function comesBack(name) {
  const host = globalThis.turnupMemory;
  const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  host.orders.slice(0, 5).forEach((order) => (order.reminder = today));
  const order = host.order('ord_4410228290');
  if (name !== null) order.company = name;
  order.declined = {
    at: '2026-11-20T10:00:00Z',
    customer: order.company,
    organization_id: 'org_zurita',
    reason: name === null ? 'declined_by_customer' : `${name} says no.`,
  };
  host.emit('orders_changed', { ids: [], all: true });
}
const told = (name) => (page) => page.evaluate(comesBack, name);
const details = (name, step) =>
  steps(
    told(name),
    click(zurita),
    click('[data-testid=next]'),
    click(`[data-testid=step-${step}]`),
  );

/** Runs in the page: an order put off, and a system that shows neither notices nor a tray. */
async function putOff(id) {
  const host = globalThis.turnupMemory;
  host.systemShows({ notices: 'failed', tray: 'missing' });
  await host.silenceNotices('tomorrow');
  await host.snoozeOrder(id, 'tomorrow');
}
/** Runs in the page: some deadlines have passed. */
function passed() {
  const host = globalThis.turnupMemory;
  host.orders.slice(0, 4).forEach((order, at) => (order.closesIn = at - 5));
  host.emit('orders_changed', { ids: [], all: true });
}
const overdue = steps((page) => page.evaluate(passed), click('[data-testid=view-overdue]'));
const snoozed = steps(
  (page) => page.evaluate(putOff, 'ord_4410228290'),
  click(zurita),
  click('[data-testid=next]'),
  click('[data-testid=step-details]'),
  (page) => page.getByTestId('snooze').scrollIntoViewIfNeeded(),
);
const toNotices = steps(click('[data-testid=settings]'), (page) =>
  page.getByTestId('notices').evaluate((section) => section.scrollIntoView()),
);
const troubled = steps(
  (page) => page.evaluate(putOff, 'ord_4410228290'),
  toNotices,
  click('[data-testid=keep-running]'),
  (page) => page.getByTestId('background').evaluate((section) => section.scrollIntoView(false)),
);

export const returns = [
  ['overdue', '?', wide, overdue],
  ['overdue-dark-fr', '?theme=dark&lang=fr', wide, overdue],
  ['overdue-none', '?', wide, click('[data-testid=view-overdue]')],
  ['snoozed', '?', wide, snoozed],
  ['snoozed-small-fr', '?lang=fr&theme=dark', small, snoozed],
  ['notices', '?', wide, toNotices],
  ['notices-dark-fr', '?theme=dark&lang=fr', wide, toNotices],
  ['notices-small-fr', '?lang=fr', small, toNotices],
  ['notices-failed', '?', wide, troubled],
  ['notices-failed-tiny-fr', '?lang=fr', tiny, troubled],
  ['reminders', '?', wide, told(null)],
  ['reminders-hostile', '?theme=dark', wide, told(hostile)],
  ['reminders-small-fr', '?lang=fr', small, told(hostile)],
  ['reminders-tiny', '?', tiny, told(null)],
  ['declined-hostile-fr', '?lang=fr&theme=dark', small, details(hostile, 'details')],
  ['declined-customer', '?', small, details(hostile, 'customer')],
  ['declined-tiny', '?', tiny, details(null, 'details')],
];
