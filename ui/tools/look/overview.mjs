// Scenes of the overview: with many orders, hostile names, and with none at all.

import { click, small, steps, tiny, wide } from './steps.mjs';

/** Runs in the page: orders of every age, overdue ones, failures, names that nobody expects. */
function aYear(hostile) {
  const host = globalThis.turnupMemory;
  const names = [
    'Zuriaga Logística y Transportes Internacionales de Mercancías Refrigeradas, S.A.U.',
    '<b>Zurbrügg</b> Söhne \u202eevil',
    'شركة الاتصالات المتقدمة',
    'x'.repeat(180),
  ];
  const statuses = ['awaiting_approval', 'provisioning', 'failed', 'provisioned_with_errors'];
  host.orders.forEach((order, at) => {
    const days = (at * at * 7) % 43;
    const received = order.timeline.find((entry) => entry.code === 'order_received');
    if (received)
      received.at = new Date(Date.now() - days * 86_400_000 - at * 60_000).toISOString();
    if (order.mapping) order.mapping.at = new Date(Date.now() - days * 43_200_000).toISOString();
    if (at % 11 === 5 && order.queue.length === 0 && order.form === null) {
      order.status = statuses[((at / 11) % 4) | 0];
      const failed = order.status === 'failed' || order.status === 'provisioned_with_errors';
      order.operation = failed
        ? {
            id: 'op',
            state: 'failed',
            can_retry: true,
            steps: [
              {
                code: at % 3 === 0 ? 'create_site' : 'register_sip',
                service: 'meetings',
                subject: 'x',
                state: 'failed',
                problems: [
                  {
                    code: at % 3 === 0 ? 'site_name_taken' : 'provisioning_step_failed',
                    params: {},
                  },
                ],
              },
            ],
          }
        : null;
    }
    if (at % 23 === 9 && order.closesIn !== null) order.closesIn = -1 - (at % 4);
    else if (order.closesIn !== null) order.closesIn = (at * at) % 31;
    if (hostile) order.company = names[at % names.length];
  });
  const refused = host.orders.filter((order) => order.status === 'awaiting_details').slice(3, 12);
  refused.forEach((order, at) =>
    host.refuse(order.id, at % 3 === 0 ? 'revision_conflict' : 'organization_changed'),
  );
  host.emit('orders_changed', { ids: [], all: true });
}
function nothing() {
  const host = globalThis.turnupMemory;
  host.orders.splice(0);
  host.emit('orders_changed', { ids: [], all: true });
}
const to = click('[data-testid=view-overview]');
const menu = click('button[aria-expanded]');
const year = (hostile = false) => steps((page) => page.evaluate(aYear, hostile), to);
const end = (page) =>
  page.evaluate(() => document.querySelector('main').scrollTo(0, 100_000)).then(() => undefined);
const large = (page) =>
  page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
const tables = async (page) => {
  for (const chart of ['closing', 'open', 'waiting', 'provisioned', 'failures'])
    await page.click(`[data-testid=${chart}-table]`);
};

export const overviews = [
  ['overview', '?more=400', wide, year()],
  ['overview-end', '?more=400', wide, steps(year(), end)],
  ['overview-few', '?', wide, to],
  ['overview-dark-fr', '?more=400&theme=dark&lang=fr', wide, year()],
  ['overview-dark-fr-end', '?more=400&theme=dark&lang=fr', wide, steps(year(), end)],
  ['overview-hostile', '?more=90', wide, steps(year(true), end)],
  [
    'overview-focus',
    '?more=400',
    wide,
    steps(year(), (page) => page.focus('[data-testid=open-awaiting_details-14]')),
  ],
  [
    'overview-hover',
    '?more=400&theme=dark',
    wide,
    steps(year(), (page) => page.hover('[data-testid^=closing-] >> nth=9')),
  ],
  ['overview-tables', '?more=400', wide, steps(year(), tables)],
  ['overview-small', '?more=400', small, year()],
  ['overview-small-dark-fr', '?more=400&theme=dark&lang=fr', small, steps(year(), end)],
  ['overview-tiny', '?more=400', tiny, steps((page) => page.evaluate(aYear, true), menu, to)],
  [
    'overview-tiny-fr',
    '?more=400&lang=fr',
    tiny,
    steps(
      (page) => page.evaluate(aYear, true),
      menu,
      to,
      (page) => page.evaluate(() => document.querySelector('#open-title').scrollIntoView()),
    ),
  ],
  [
    'overview-tiny-waiting',
    '?more=400&theme=dark',
    tiny,
    steps(
      (page) => page.evaluate(aYear, true),
      menu,
      to,
      (page) => page.evaluate(() => document.querySelector('#waiting-title').scrollIntoView()),
    ),
  ],
  ['overview-large-text', '?more=400', small, steps(year(), large)],
  [
    'overview-rtl',
    '?more=400',
    wide,
    steps(year(true), (page) => page.evaluate(() => (document.documentElement.dir = 'rtl'))),
  ],
  [
    'overview-forced',
    '?more=400',
    wide,
    steps((page) => page.emulateMedia({ forcedColors: 'active' }), year()),
  ],
  ['overview-empty', '?', wide, steps((page) => page.evaluate(nothing), to)],
  ['overview-empty-tiny-fr', '?lang=fr', tiny, steps((page) => page.evaluate(nothing), menu, to)],
  [
    'overview-failed',
    '?',
    wide,
    steps(
      (page) => page.evaluate(() => globalThis.turnupMemory.fail('readOverview', 'internal', 99)),
      to,
    ),
  ],
];
