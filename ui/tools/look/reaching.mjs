// Scenes of reaching the service: signing in with a code, the network, the clock, the first sync,
// leaving with acts that wait, and what is said at the edge.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

const frame = (change) => (page) =>
  page.evaluate((told) => globalThis.turnupMemory.setFrame(told), change);
/** Runs in the page: nothing is here yet. */
function noOrders() {
  const host = globalThis.turnupMemory;
  host.orders.splice(0);
  host.setFrame({ last_sync: null });
  host.emit('orders_changed', { ids: [], all: true });
}
const emptied = (page) => page.evaluate(noOrders);
const firstSync = {
  step: 'pull_orders',
  done: 12_400,
  total: 100_000,
  left_seconds: 130,
  first: true,
};
const byCode = steps(click('[data-testid=sign-in]'), click('[data-testid=sign-in-code]'));
const quit = (page) => page.evaluate(() => globalThis.turnupMemory.emit('close_asked', {}));
const toNetwork = steps(click('[data-testid=settings]'), (page) =>
  page.evaluate(() => document.querySelector('#network-title').scrollIntoView()),
);
/** A proxy of one's own, with a password that is kept. */
const ownProxy = steps(
  toNetwork,
  click('[data-testid=way-address]'),
  (page) => page.fill('[data-testid=proxy-address]', 'http://proxy.example:3128'),
  (page) => page.fill('[data-testid=proxy-user]', 'ana'),
  (page) => page.fill('[data-testid=proxy-password]', 'secret'),
);
const failConnect = (page) =>
  page.evaluate(() => globalThis.turnupMemory.fail('connect', 'proxy_sign_in'));

export const reaching = [
  ['code', '?service&signedout', wide, steps(click('[data-testid=settings]'), byCode)],
  [
    'code-dark-fr',
    '?service&signedout&theme=dark&lang=fr',
    wide,
    steps(click('[data-testid=settings]'), byCode),
  ],
  ['code-tiny', '?service&signedout&lang=fr', tiny, steps(click('[data-testid=settings]'), byCode)],
  [
    'code-browser-fr',
    '?service&signedout&lang=fr',
    wide,
    steps(click('[data-testid=settings]'), click('[data-testid=sign-in]')),
  ],
  [
    'code-unsupported',
    '?service&signedout',
    wide,
    steps(
      (page) =>
        page.evaluate(() =>
          globalThis.turnupMemory.fail('beginDeviceSignIn', 'device_sign_in_unsupported'),
        ),
      click('[data-testid=settings]'),
      byCode,
    ),
  ],
  ['network', '?service', wide, toNetwork],
  ['network-own', '?service', wide, ownProxy],
  [
    'network-kept-dark-fr',
    '?service&theme=dark&lang=fr',
    wide,
    steps(ownProxy, click('[data-testid=network-save]')),
  ],
  ['network-tiny', '?service&lang=fr', tiny, ownProxy],
  ['network-welcome', '?first', wide, click('[data-testid=network]')],
  [
    'network-welcome-failed-fr',
    '?first&lang=fr',
    wide,
    steps(
      failConnect,
      (page) => page.fill('[data-testid=address]', 'https://provisioning.example.com'),
      click('[data-testid=connect]'),
    ),
  ],
  ['network-welcome-tiny', '?first', tiny, click('[data-testid=network]')],
  [
    'code-large-text',
    '?service&signedout&lang=fr',
    small,
    steps(click('[data-testid=settings]'), byCode, (page) =>
      page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
    ),
  ],
  [
    'network-large-text',
    '?service&lang=fr',
    small,
    steps(ownProxy, click('[data-testid=network-save]'), (page) =>
      page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
    ),
  ],
  ['clock', '?', wide, frame({ clock_off: 725 })],
  ['clock-dark-fr', '?theme=dark&lang=fr', wide, frame({ clock_off: -7_500 })],
  ['clock-tiny', '?lang=fr', tiny, frame({ clock_off: 725 })],
  ['first-sync', '?service', wide, steps(emptied, frame({ sync: firstSync }))],
  [
    'first-sync-dark-fr',
    '?service&theme=dark&lang=fr',
    wide,
    steps(emptied, frame({ sync: firstSync })),
  ],
  ['first-sync-small', '?service', small, steps(emptied, frame({ sync: firstSync }))],
  ['first-sync-tiny', '?service&lang=fr', tiny, steps(emptied, frame({ sync: firstSync }))],
  ['first-sync-stopped', '?service', wide, emptied],
  ['first-sync-filling', '?service&more=200', wide, frame({ sync: firstSync })],
  ['first-sync-filling-small-fr', '?service&more=200&lang=fr', small, frame({ sync: firstSync })],
  ['quit', '?offline', wide, quit],
  ['quit-dark-fr', '?theme=dark&lang=fr', wide, quit],
  ['quit-tiny', '?lang=fr', tiny, quit],
  [
    'toasts-tiny',
    '?lang=fr',
    tiny,
    steps(click(zurita), (page) =>
      page.evaluate(() =>
        globalThis.turnupMemory.emit('email_arrived', {
          opened: { outcome: 'remembered', number: '4410-1', order_id: null },
          failure: null,
        }),
      ),
    ),
  ],
  [
    'toasts-order',
    '?',
    wide,
    steps(click('[data-testid=view-all]'), click('[data-order="ord_4410220951"]'), (page) =>
      page.evaluate(() =>
        globalThis.turnupMemory.emit('email_arrived', {
          opened: null,
          failure: { code: 'email_no_order', params: {} },
        }),
      ),
    ),
  ],
  [
    'erase-fr',
    '?service&lang=fr',
    wide,
    steps(click('[data-testid=settings]'), click('[data-testid=erase]')),
  ],
];
