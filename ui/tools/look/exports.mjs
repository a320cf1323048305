// Scenes of what leaves the program as files: the menu, choosing summaries, how far it is, what
// came of it.

import { click, small, steps, tiny, wide, zurita } from './steps.mjs';

const hostile = 'ACME \u202e" <b>&amp;</b> Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';

const menu = click('[data-testid=export-menu]');
const choose = steps(menu, click('[data-testid=export-summaries]'));

/** Runs in the page: an export is under way. */
const running = (page) =>
  page.evaluate((name) => {
    const progress = { kind: 'csv', name, done: 42_000, total: 100_000 };
    globalThis.turnupMemory.emit('export_moved', { progress });
  }, 'Turnup orders 2026-11-22.csv');

/** The same while a sync runs and acts wait. */
const crowded = steps(
  (page) =>
    page.evaluate(() => {
      const sync = { step: 'pull_orders', done: 3, total: 9, left_seconds: 50, first: false };
      globalThis.turnupMemory.setFrame({ sync, waiting: 3, needs_attention: 1 });
    }),
  running,
);

/** Some of many summaries could not be saved. */
const result = (name) =>
  steps(
    (page) =>
      page.evaluate((company) => {
        globalThis.turnupMemory.saveSummaries = (ids) =>
          Promise.resolve({
            cancelled: false,
            left: 3,
            path: '/home/ana/Documents/Summaries',
            orders: ids.slice(0, 6).map((id, at) => {
              const { number } = globalThis.turnupMemory.order(id);
              const code = at === 5 ? 'disk_full' : 'order_not_found';
              const failure = at > 3 ? { code, params: { number } } : null;
              const file = failure === null ? `Order ${number}.pdf` : null;
              return { order_id: id, number, company, file, failure };
            }),
          });
      }, name),
    choose,
    click('[data-testid=summaries-save]'),
  );

const done = steps(menu, click('[data-testid=export-calendar]'), (page) =>
  page.waitForSelector('.toast', { timeout: 20_000 }),
);
const details = steps(
  (page) =>
    page.evaluate((name) => {
      globalThis.turnupMemory.order('ord_4410228290').company = name;
    }, hostile),
  click(zurita),
  click('[data-testid=next]'),
  click('[data-testid=step-details]'),
);

export const exports = [
  ['export-menu', '?', wide, menu],
  ['export-menu-dark-fr', '?theme=dark&lang=fr', small, menu],
  ['export-menu-tiny', '?lang=fr', tiny, menu],
  ['export-choose', '?', wide, choose],
  ['export-choose-dark-fr', '?theme=dark&lang=fr&more=2000', small, choose],
  ['export-choose-tiny', '?', tiny, choose],
  ['export-running', '?', wide, running],
  ['export-running-dark-fr', '?theme=dark&lang=fr', small, crowded],
  ['export-running-wide-fr', '?lang=fr', wide, crowded],
  ['export-running-tiny', '?lang=fr', tiny, crowded],
  ['export-result', '?', wide, result('Zurita y Compañía, S.L.')],
  ['export-result-dark-fr', '?theme=dark&lang=fr', small, result(hostile)],
  ['export-result-tiny', '?', tiny, result(hostile)],
  ['export-done', '?', wide, done],
  ['export-details', '?', wide, details],
  ['export-details-dark-fr', '?theme=dark&lang=fr', small, details],
  ['export-details-tiny', '?lang=fr', tiny, details],
];
