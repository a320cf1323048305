// Scenes of the customers: the list, the page of one with much, little and hostile, and who works
// on an order.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

/** Runs in the page: one customer with many orders, mapped ones, drafts, sites and presets. */
function many() {
  const host = globalThis.turnupMemory;
  const of = host.orders.filter((_, at) => at % 4 === 0);
  of.forEach((order) => {
    order.company = 'Zurita y Compañía, S.L.';
    order.country = 'ES';
    order.email = 'maria@zurita.example';
    if (order.mapping) order.mapping.customer = 'Zurita y Compañía';
  });
  host.orders.forEach((order, at) => {
    if (at % 3 === 0) order.assignee = 'luis@andaluza.example';
    if (at % 7 === 0) order.assignee = 'bo@andaluza.example';
  });
  host.emit('orders_changed', { ids: [], all: true });
}
/** Runs in the page: names that nobody expects. */
function hostile() {
  const host = globalThis.turnupMemory;
  const names = [
    '<b>Zurbrügg</b> Söhne \u202eevil',
    'شركة الاتصالات المتقدمة',
    'x'.repeat(400),
    'Zuriaga Logística y Transportes Internacionales de Mercancías Refrigeradas, S.A.U. y sus filiales',
    '',
  ];
  host.orders.forEach((order, at) => {
    order.company = names[at % names.length];
    order.city = at % 2 === 0 ? '<i>x</i>' : 'y'.repeat(60);
    order.email = `${'a'.repeat(40)}@${'b'.repeat(50)}.example`;
    if (order.mapping) order.mapping.customer = order.company;
  });
  host.emit('orders_changed', { ids: [], all: true });
}
const nothing = (page) =>
  page.evaluate(() => {
    const host = globalThis.turnupMemory;
    host.orders.splice(0);
    host.emit('orders_changed', { ids: [], all: true });
  });
const to = click('[data-testid=view-customers]');
const menu = click('button[aria-expanded]');
const row = (name) => click(`[data-customer^="${name}"]`);
const settle = (page) => page.waitForTimeout(700);
const list = steps((page) => page.evaluate(many), settle, to);
const seek = (page) => page.fill('[data-testid=customers-search]', 'zurita y');
const one = steps(list, seek, settle, row('Zurita y'));
const bad = steps((page) => page.evaluate(hostile), settle, to);
const large = (page) =>
  page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
const rtl = (page) => page.evaluate(() => (document.documentElement.dir = 'rtl'));
const type = (text) => (page) => page.fill('[data-testid=customers-search]', text);
const note = (page) =>
  page.fill('[data-testid=customer-note]', 'Rings back on Fridays only.\nAsks for Ana.');
const order = steps(
  (page) => page.evaluate(many),
  settle,
  click('[data-testid=view-all]'),
  (page) => page.dblclick(zurita),
  (page) => page.waitForSelector('[data-testid=order-page]'),
);
const details = steps(order, async (page) => {
  const link = page.locator('[data-testid=open-details]');
  if ((await link.count()) > 0) await link.first().click();
});

export const customers = [
  ['customers', '?more=400', wide, list],
  ['customers-dark-fr', '?more=400&theme=dark&lang=fr', wide, list],
  [
    'customers-found',
    '?more=400',
    wide,
    steps(list, click('.columns .closes button'), type('zur'), settle),
  ],
  ['customers-none-found', '?', wide, steps(list, type('nobody'), settle)],
  ['customers-hostile', '?', wide, bad],
  ['customers-small', '?more=400', small, list],
  ['customers-tiny-fr', '?more=90&lang=fr', tiny, steps((page) => page.evaluate(many), menu, to)],
  ['customers-large', '?more=90', small, steps(list, large)],
  ['customers-empty', '?', wide, steps(nothing, to)],
  [
    'customers-failed',
    '?',
    wide,
    steps(
      (page) => page.evaluate(() => globalThis.turnupMemory.fail('listCustomers', 'internal', 99)),
      to,
    ),
  ],
  ['customer', '?more=90', wide, steps(one, note)],
  ['customer-dark-fr', '?more=90&theme=dark&lang=fr', wide, steps(one, note)],
  ['customer-small', '?more=90&theme=dark', small, one],
  [
    'customer-tiny',
    '?more=90',
    tiny,
    steps((page) => page.evaluate(many), settle, menu, to, seek, settle, row('Zurita y')),
  ],
  ['customer-large', '?more=90&lang=fr', small, steps(one, large)],
  ['customer-rtl', '?more=90', wide, steps(one, rtl)],
  ['customer-hostile', '?', wide, steps(bad, settle, row('xxx'))],
  ['customer-markup', '?lang=fr', small, steps(bad, settle, row('<b>'))],
  ['customer-offline', '?offline&more=90', wide, one],
  [
    'customer-forced',
    '?more=90',
    wide,
    steps((page) => page.emulateMedia({ forcedColors: 'active' }), one),
  ],
  ['customer-assign', '?more=90', wide, steps(details, act('assign'))],
  ['customer-assign-dark-fr', '?more=90&theme=dark&lang=fr', wide, steps(details, act('assign'))],
];

/** By the palette, as from every page. */
function act(name) {
  const words = { assign: ['Assign to', 'Attribuer'] }[name];
  return async (page) => {
    await page.keyboard.press('Control+k');
    const french = page.url().includes('lang=fr');
    await page.keyboard.type(french ? words[1] : words[0]);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  };
}
