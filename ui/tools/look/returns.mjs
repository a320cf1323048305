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

export const returns = [
  ['reminders', '?', wide, told(null)],
  ['reminders-hostile', '?theme=dark', wide, told(hostile)],
  ['reminders-small-fr', '?lang=fr', small, told(hostile)],
  ['reminders-tiny', '?', tiny, told(null)],
  ['declined-hostile-fr', '?lang=fr&theme=dark', small, details(hostile, 'details')],
  ['declined-customer', '?', small, details(hostile, 'customer')],
  ['declined-tiny', '?', tiny, details(null, 'details')],
];
