// Scenes of values from a table: its columns, what they would change, what came of it.

import { click, small, steps, tiny, wide } from './steps.mjs';

const hostile = 'ACME \u202e" <b>&amp;</b> Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';

const open = steps(
  (page) =>
    page.evaluate((company) => {
      globalThis.turnupMemory.order('ord_4410228290').company = company;
    }, hostile),
  click('[data-testid=export-menu]'),
  click('[data-testid=import-values]'),
  (page) => page.waitForSelector('[data-testid=import-plan]', { state: 'attached' }),
);
const changes = steps(open, click('[data-testid=import-ready] summary'));
const done = steps(open, click('[data-testid=import-run]'), (page) =>
  page.waitForSelector('[data-testid=import-close]', { timeout: 30_000 }),
);

export const imports = [
  ['import', '?', wide, open],
  ['import-changes', '?', wide, changes],
  ['import-dark-fr', '?theme=dark&lang=fr', small, changes],
  ['import-tiny-fr', '?lang=fr', tiny, open],
  ['import-done', '?', wide, done],
  ['import-done-dark-fr', '?theme=dark&lang=fr', small, done],
];
