// Scenes of the list's columns and groups.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

const menu = click('[data-testid=columns]');
const also = (...names) =>
  steps(menu, ...names.map((name) => click(`[data-testid=column-${name}]`)), (page) =>
    page.keyboard.press('Escape'),
  );
const many = also(
  'country',
  'assignee',
  'mailed',
  'kind',
  'subscription',
  'contact',
  'partner',
  'organization',
  'note',
);
const grouped = (by) =>
  steps(click('[data-testid=sort]'), click(`[data-testid=group-${by}]`), (page) =>
    page.waitForTimeout(200),
  );
const scrolled = (left, top) => (page) =>
  page.evaluate(([x, y]) => document.querySelector('[role=grid]').scrollTo(x, y), [left, top]);

/** Runs in the page: names that want to break the list. */
function hostile() {
  const [first, second, third, fourth] = globalThis.turnupMemory.orders;
  first.company = '<b>Acme</b> \u202eevil reversed';
  second.company = 'شركة الاتصالات المتحدة';
  third.company = 'A'.repeat(200);
  fourth.company = ' ';
  for (const order of globalThis.turnupMemory.orders) order.note = '<i>Note</i> \u202e'.repeat(30);
  globalThis.turnupMemory.emit('orders_changed', { ids: [], all: true });
}

/** Runs in the page: customers that order often, and some that order once. */
function regulars() {
  const names = ['Acme', 'Bakery Söhne', 'Compañía del Norte, S.L.', 'Delta', 'Étoile SARL'];
  globalThis.turnupMemory.orders.forEach((order, at) => {
    if (at % 9 !== 0) order.company = names[at % 5];
  });
  globalThis.turnupMemory.emit('orders_changed', { ids: [], all: true });
}
const often = (page) => page.evaluate(regulars);
const filled = (page) => page.evaluate(hostile);

export const columns = [
  ['columns-menu', '?', wide, steps(click(zurita), menu)],
  ['columns-menu-dark-fr', '?lang=fr&theme=dark', wide, steps(click(zurita), menu)],
  ['columns-menu-small', '?lang=fr', small, menu],
  ['columns-menu-tiny', '?', tiny, menu],
  ['columns-many', '?more=400', wide, many],
  ['columns-many-end-dark-fr', '?more=400&lang=fr&theme=dark', wide, steps(many, scrolled(9e3, 0))],
  ['columns-many-small', '?more=400', small, many],
  [
    'columns-border',
    '?',
    wide,
    steps(
      (page) => page.focus('[data-column=customer] [role=separator]'),
      (page) => page.keyboard.press('ArrowUp'),
      (page) => page.keyboard.press('Shift+ArrowRight'),
    ),
  ],
  ['grouped-customer', '?more=60', wide, steps(often, grouped('customer'), scrolled(0, 120))],
  [
    'grouped-customer-dark-fr',
    '?more=60&lang=fr&theme=dark&density=compact',
    wide,
    steps(often, grouped('customer'), scrolled(0, 500)),
  ],
  ['grouped-deadline', '?more=40', wide, grouped('deadline')],
  ['grouped-deadline-fr', '?more=40&lang=fr', wide, steps(grouped('deadline'), scrolled(0, 330))],
  ['grouped-deadline-small', '?more=40&theme=dark', small, grouped('deadline')],
  ['grouped-menu', '?more=40', wide, steps(grouped('deadline'), click('[data-testid=sort]'))],
  ['grouped-hostile', '?', wide, steps(filled, many, grouped('customer'))],
];
