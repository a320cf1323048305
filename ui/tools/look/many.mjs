// Scenes of many orders at once: choosing them, what an act would do, what came of it.

import { click, small, steps, tiny, wide } from './steps.mjs';

const hostile = 'ACME \u202e" <b>&amp;</b> Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';

const press = (keys) => (page) => page.keyboard.press(keys);
const named = (name) => (page) =>
  page.evaluate((company) => {
    globalThis.turnupMemory.order('ord_4410228290').company = company;
  }, name);
const rows = (page) => page.focus('[data-testid=orders]');
const some = steps(rows, press('x'), press('ArrowDown'), press('ArrowDown'), press('x'));
const all = steps(named(hostile), rows, press('Control+a'));
const act = (kind) =>
  steps(all, async (page) => {
    const button = page.locator(`[data-testid=many-${kind}]`);
    if (!(await button.isVisible())) await page.click('[data-testid=many-more]');
    await button.click();
  });
const answer = steps(act('answer'), async (page) => {
  await page.selectOption('[data-testid=many-question]', 'early_release');
  await page.selectOption('[data-testid=many-value]', 'yes');
  await page.waitForSelector('[data-testid=many-ready]');
});
const open = steps(answer, click('[data-testid=many-ready] summary'));
const done = steps(answer, click('[data-testid=many-run]'), (page) =>
  page.waitForSelector('[data-testid=many-outcome]', { state: 'attached', timeout: 30_000 }),
);

/** Every order would become final. */
const final = steps(
  (page) =>
    page.evaluate(() => {
      const memory = globalThis.turnupMemory;
      const plan = memory.planMany.bind(memory);
      memory.planMany = async (chosen, asked) => {
        const { orders } = await plan(chosen, asked);
        return {
          orders: orders.map((one, at) =>
            at < 4 ? { ...one, outcome: at < 3 ? 'confirm' : 'ready', failure: null } : one,
          ),
        };
      };
    }),
  act('submit'),
);

export const many = [
  ['many-some', '?', wide, some],
  ['many-some-dark-fr', '?theme=dark&lang=fr', small, some],
  ['many-some-tiny', '?lang=fr', tiny, some],
  ['many-too-many', '?more=2000', wide, all],
  ['many-answer', '?', wide, open],
  ['many-answer-dark-fr', '?theme=dark&lang=fr', small, open],
  ['many-answer-tiny', '?', tiny, answer],
  ['many-submit', '?', wide, final],
  ['many-submit-dark-fr', '?theme=dark&lang=fr', small, final],
  ['many-done', '?', wide, done],
  ['many-done-dark-fr', '?theme=dark&lang=fr', small, done],
  [
    'many-check',
    '?lang=fr',
    wide,
    steps(act('check'), (page) =>
      page.waitForSelector('[data-testid=many-close]', { timeout: 30_000 }),
    ),
  ],
  ['many-hand-over', '?', wide, act('hand_over')],
  ['many-remind-fr', '?lang=fr', wide, act('remind')],
];
