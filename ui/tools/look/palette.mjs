// Scenes of the palette, of the menu of a row and of the page of keys.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

const open = (page) => page.keyboard.press('Control+k');
const type = (text) => (page) => page.fill('[data-testid=palette-field]', text);
const found = (page) => page.waitForSelector('[data-key^="order:"]');

/** Runs in the page: names that would be markup, turn the line around or never end. */
function hostileNames() {
  const host = globalThis.turnupMemory;
  const [one, two, three, four] = host.orders;
  one.company = '<img src=x onerror=alert(1)> Zurita & <b>Söhne</b>';
  two.company = 'Zurita \u202eevil\u0000 \u2067שלום';
  three.company = `Zurita ${'Aktiengesellschaft für Fernmeldewesen '.repeat(400)}`;
  four.company = 'Zurita 株式会社 👩🏽‍🚀 Ελλάς';
  host.emit('orders_changed', { ids: [], all: true });
}
const hostile = (page) => page.evaluate(hostileNames);

/** Chooses a few things, so that they are offered first. */
const chosenBefore = steps(
  open,
  type('queue'),
  (page) => page.keyboard.press('Enter'),
  open,
  type('zurb'),
  found,
  (page) => page.keyboard.press('Enter'),
  (page) => page.waitForSelector('[data-testid=order-page]'),
  open,
);

const rowMenu = (page) => page.click(zurita, { button: 'right', position: { x: 240, y: 16 } });

export const palette = [
  ['palette-empty', '?', wide, open],
  ['palette-recent', '?', wide, chosenBefore],
  ['palette-found', '?', wide, steps(open, type('zur'), found)],
  ['palette-found-dark', '?theme=dark', wide, steps(open, type('zur'), found)],
  ['palette-acts-fr', '?lang=fr', wide, steps(open, type('recap'))],
  ['palette-fr', '?lang=fr&theme=dark', wide, open],
  ['palette-number', '?', wide, steps(open, type('4410-22'), found)],
  ['palette-nothing', '?', wide, steps(open, type('xqzw'))],
  ['palette-hostile', '?', wide, steps(hostile, open, type('zurita'), found)],
  ['palette-hostile-tiny', '?theme=dark', tiny, steps(hostile, open, type('zurita'), found)],
  ['palette-small', '?', small, open],
  ['palette-tiny-fr', '?lang=fr', tiny, open],
  ['palette-welcome', '?first', wide, open],
  [
    'palette-order',
    '?',
    wide,
    steps(
      click(zurita),
      (page) => page.keyboard.press('Enter'),
      (page) => page.waitForSelector('[data-testid=continue]'),
      open,
    ),
  ],
  ['row-menu', '?', wide, rowMenu],
  ['row-menu-dark-fr', '?theme=dark&lang=fr', wide, rowMenu],
  ['row-menu-small', '?', small, rowMenu],
  ['row-menu-tiny', '?', tiny, (page) => page.click(zurita, { button: 'right' })],
  ['keys', '?', wide, (page) => page.keyboard.press('?')],
  ['keys-fr-dark', '?theme=dark&lang=fr', wide, (page) => page.keyboard.press('?')],
  ['keys-tiny', '?', tiny, (page) => page.keyboard.press('?')],
];
