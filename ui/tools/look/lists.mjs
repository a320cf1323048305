// Scenes of the lists, the queue, the activity, the settings and the frame: name, address, size,
// and what to do before the picture.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

/** Runs in the page: the list answers as if there were a million orders. */
function aMillion() {
  const host = globalThis.turnupMemory;
  host.listOrders = (query) => {
    const row = (index) => ({
      id: `ord_${index}`,
      number: `${index}`,
      customer: `Customer ${index}`,
      city: '',
      country: 'FR',
      services: ['meetings'],
      deadline: { closes_at: null, days: null, urgency: 'none' },
      badge: { code: 'mapped', step: null, steps: null },
    });
    const rows = Array.from({ length: query.limit }, (_, at) => row(query.offset + at));
    const total = 1_000_000;
    return Promise.resolve({
      rows: rows.slice(0, total - query.offset),
      offset: query.offset,
      total,
    });
  };
  const [order] = host.orders;
  const open = host.openOrder.bind(host);
  host.openOrder = () => open(order.id);
}

/** Runs in the page: acts in every standing, with long names. */
function fullQueue() {
  const host = globalThis.turnupMemory;
  const order = (number) => host.order(`ord_${number}`);
  order('4410227690').company =
    'Zuriaga Logística y Transportes Internacionales de Mercancías Refrigeradas, S.A.U.';
  order('4410227614').company = '<b>Zurbrügg</b> Söhne \u202eevil';
  host.saveNote('ord_4410227741', 'Call Ana before the set-up.');
  host.confirm('ord_4410227690', '4410-227690').catch(() => undefined);
  host.refuse('ord_4410227690', 'validation_failed');
  order('4410227690').queue[0].errors.push(
    { pointer: '/meetings/sites/0/name', code: 'site_name_taken', params: {}, step: 'meetings' },
    {
      pointer: '/calling/address/postal_code',
      code: 'too_long',
      params: { max: '20' },
      step: 'calling',
    },
  );
  host.send('ord_4410227614');
  host.lose('ord_4410226120');
  host.retryOperation('ord_4410220951');
  Object.assign(order('4410220951').queue[0], {
    attempts: 3,
    next_attempt_at: new Date(Date.now() + 300_000).toISOString(),
    problem: { code: 'unavailable', params: {} },
  });
  host.emit('orders_changed', { ids: [], all: true });
}

/** Runs in the page: a queue of many hundred acts. */
function longQueue() {
  const host = globalThis.turnupMemory;
  for (const order of host.orders) if (order.queue.length === 0) host.send(order.id);
}

const toActivity = click('[data-testid=view-activity]');
const toQueue = click('[data-testid=view-queue]');
const filled = (page) => page.evaluate(fullQueue);
const act = (standing) => click(`[data-standing=${standing}].row`);

export const lists = [
  ['activity', '?', wide, steps(filled, toActivity)],
  ['activity-dark-fr', '?theme=dark&lang=fr', wide, steps(filled, toActivity)],
  [
    'activity-own-fr',
    '?lang=fr&more=900',
    wide,
    steps(
      filled,
      toActivity,
      click('[data-testid=activity-period]'),
      click('[data-testid=period-own]'),
    ),
  ],
  ['activity-menu', '?', wide, steps(filled, toActivity, click('[data-testid=activity-about]'))],
  ['activity-small', '?lang=fr', small, steps(filled, toActivity)],
  ['activity-tiny', '?lang=fr', tiny, steps(filled, click('button[aria-expanded]'), toActivity)],
  [
    'activity-nothing',
    '?',
    wide,
    steps(toActivity, (page) => page.fill('[data-testid=activity-search]', 'qqq')),
  ],
  [
    'activity-order',
    '?more=900',
    wide,
    steps(
      click('[data-order="ord_4410227880"]'),
      click('[data-testid=next]'),
      click('[data-testid=show-activity]'),
    ),
  ],
  [
    'activity-end',
    '?more=900&density=compact',
    wide,
    steps(
      toActivity,
      (page) => page.focus('[role=grid]'),
      (page) => page.keyboard.press('End'),
      (page) => page.waitForTimeout(200),
      (page) => page.keyboard.press('End'),
    ),
  ],
  ['queue', '?', wide, steps(filled, toQueue)],
  ['queue-dark-offline', '?offline&theme=dark', wide, steps(filled, toQueue, act('unknown'))],
  ['queue-fr', '?lang=fr', wide, steps(filled, toQueue, act('time'))],
  [
    'queue-signed-out-fr',
    '?service&signedout&lang=fr',
    wide,
    steps(filled, toQueue, act('predecessor')),
  ],
  ['queue-small', '?', small, steps(filled, toQueue)],
  ['queue-small-page', '?lang=fr', small, steps(filled, toQueue, act('decision'))],
  ['queue-tiny', '?lang=fr&offline', tiny, steps(filled, click('[data-testid=waiting]'))],
  ['queue-tiny-page', '?', tiny, steps(filled, click('[data-testid=waiting]'), act('decision'))],
  [
    'queue-empty',
    '?',
    wide,
    steps(
      (page) =>
        page.evaluate(() => globalThis.turnupMemory.orders.forEach((order) => (order.queue = []))),
      toQueue,
    ),
  ],
  [
    'queue-long',
    '?more=900&density=compact',
    wide,
    steps(
      (page) => page.evaluate(longQueue),
      toQueue,
      (page) => page.focus('[role=grid]'),
      (page) => page.keyboard.press('End'),
    ),
  ],
  [
    'queue-large-text',
    '?',
    small,
    steps(filled, toQueue, (page) =>
      page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
    ),
  ],
  ['inbox-light', '?offline', wide, click(zurita)],
  ['inbox-dark', '?offline&theme=dark', wide, click(zurita)],
  ['inbox-fr', '?lang=fr', wide, click(zurita)],
  ['inbox-search', '?', wide, (page) => page.fill('[data-testid=search]', 'zur')],
  ['inbox-nothing', '?', wide, (page) => page.fill('[data-testid=search]', 'qqq')],
  [
    'inbox-filter',
    '?',
    wide,
    steps(click('[data-testid=filter-state]'), click('[data-testid=state-draft]')),
  ],
  ['inbox-menu', '?', wide, steps(click(zurita), click('[data-testid=more]'))],
  ['inbox-sort', '?', wide, click('[data-testid=sort]')],
  ['inbox-compact', '?density=compact&more=400', wide, click(zurita)],
  ['attention', '?', wide, click('[data-testid=view-needs_attention]')],
  ['provisioning', '?', wide, click('[data-order="ord_4410227880"]')],
  [
    'errors',
    '?theme=dark',
    wide,
    steps(click('[data-testid=view-all]'), click('[data-order="ord_4410220951"]')),
  ],
  [
    'drafts-empty',
    '?',
    wide,
    steps(
      click(zurita),
      click('[data-testid=more]'),
      click('[data-testid=drop-draft]'),
      click('[data-testid=drop-yes]'),
      click('[data-testid=view-drafts]'),
    ),
  ],
  [
    'drop',
    '?',
    wide,
    steps(click(zurita), click('[data-testid=more]'), click('[data-testid=drop-draft]')),
  ],
  ['keys', '?', wide, (page) => page.keyboard.press('?')],
  ['keys-fr-dark', '?lang=fr&theme=dark', wide, (page) => page.keyboard.press('?')],
  ['settings', '?', wide, click('[data-testid=settings]')],
  ['settings-dark-fr', '?service&theme=dark&lang=fr', wide, click('[data-testid=settings]')],
  [
    'sign-out',
    '?service',
    wide,
    steps(click('[data-testid=settings]'), click('[data-testid=sign-out]')),
  ],
  ['signed-out', '?service&signedout', wide],
  ['welcome', '?first', wide],
  ['welcome-dark-fr', '?first&theme=dark&lang=fr', wide],
  [
    'welcome-error',
    '?first',
    wide,
    steps(
      (page) => page.fill('[data-testid=address]', 'http://example.com'),
      click('[data-testid=connect]'),
    ),
  ],
  [
    'sign-in',
    '?first',
    wide,
    steps(
      (page) => page.fill('[data-testid=address]', 'https://provisioning.example.com'),
      click('[data-testid=connect]'),
    ),
  ],
  ['small', '?', small],
  ['small-detail', '?', small, click(zurita)],
  ['small-dark-fr', '?lang=fr&theme=dark', small],
  ['small-settings', '?lang=fr', small, click('[data-testid=settings]')],
  ['tiny', '?', tiny],
  ['tiny-detail', '?lang=fr', tiny, click(zurita)],
  ['tiny-welcome', '?first', tiny],
  ['order', '?', wide, steps(click(zurita), click('[data-testid=next]'))],
  [
    'large-text',
    '?',
    small,
    (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
  ],
  [
    'about',
    '?',
    wide,
    (page) => page.evaluate(() => globalThis.turnupMemory.emit('menu_chosen', { id: 'about' })),
  ],
  [
    'million',
    '?',
    wide,
    steps(
      (page) => page.evaluate(aMillion),
      click('[data-testid=view-all]'),
      (page) => page.focus('[role=grid]'),
      (page) => page.keyboard.press('End'),
    ),
  ],
  ['order-small', '?theme=dark', small, steps(click(zurita), click('[data-testid=next]'))],
  [
    'drag',
    '?',
    wide,
    (page) => page.evaluate(() => globalThis.turnupMemory.emit('drag_over', { over: true })),
  ],
  [
    'sync',
    '?',
    wide,
    (page) =>
      page.evaluate(() =>
        globalThis.turnupMemory.setFrame({
          saved: 'failed',
          sync: {
            step: 'pull_orders',
            done: 12_400,
            total: 100_000,
            left_seconds: null,
            first: false,
          },
        }),
      ),
  ],
  [
    'toasts',
    '?offline',
    wide,
    (page) =>
      page.evaluate(() => {
        const host = globalThis.turnupMemory;
        host.emit('email_arrived', {
          opened: { outcome: 'remembered', number: '4410-1', order_id: null },
          failure: null,
        });
        host.emit('email_arrived', {
          opened: null,
          failure: { code: 'email_no_order', params: {} },
        });
      }),
  ],
];
