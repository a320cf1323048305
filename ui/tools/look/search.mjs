// Scenes of the search: what is offered, what was not understood, how many the filters keep.

import { click, small, steps, tiny, wide } from './steps.mjs';

const field = '[data-testid=search]';
const type = (text) =>
  steps(click(field), async (page) => {
    await page.keyboard.type(text);
    // What is counted follows when nobody types.
    await page.waitForTimeout(400);
  });
const down = (page) => page.keyboard.press('ArrowDown');

/** Runs in the page: views that somebody made, one with a name that wants to be more. */
async function made() {
  const host = globalThis.turnupMemory;
  const query = { view: 'inbox', text: 'due:<1w', states: [], services: [], sort: 'deadline' };
  const whole = { ...query, descending: false };
  await host.saveView(null, 'Closes this week', whole);
  await host.saveView(null, 'Calling in Spain', { ...whole, text: 'country:es service:calling' });
  await host.saveView(null, '<b>منشآت</b> Donaudampfschifffahrtsgesellschaft', whole);
  host.emit('orders_changed', { ids: [], all: true });
}
const saved = steps(
  (page) => page.evaluate(made),
  (page) => page.waitForTimeout(1300),
);
const menu = click('button[aria-label=Menu], button[aria-expanded][aria-label]');

export const searches = [
  ['saved', '?', wide, steps(saved, click('[data-testid=saved-view]'))],
  [
    'saved-acts-dark-fr',
    '?theme=dark&lang=fr',
    wide,
    steps(saved, click('[data-testid=saved-acts]')),
  ],
  ['saved-small', '?', small, saved],
  ['saved-tiny', '?', tiny, steps(saved, menu)],
  ['saved-name', '?', wide, steps(type('zur'), click('[data-testid=save-view]'))],
  [
    'saved-name-dark-fr',
    '?theme=dark&lang=fr',
    small,
    steps(type('zur'), click('[data-testid=save-view]')),
  ],
  ['search-operators', '?', wide, steps(type('zurita st'), down)],
  ['search-values', '?', wide, steps(type('state:'), down, down)],
  ['search-values-dark-fr', '?theme=dark&lang=fr', small, steps(type('due:'), down)],
  ['search-values-tiny', '?', tiny, type('state:')],
  ['search-misunderstood', '?', wide, type('state:awaiting due:soonish')],
  ['search-counts', '?', wide, steps(type('service:calling'), click('[data-testid=filter-state]'))],
  [
    'search-counts-dark-fr',
    '?theme=dark&lang=fr',
    small,
    steps(type('service:calling'), click('[data-testid=filter-services]')),
  ],
  ['search-nothing-fr', '?lang=fr', small, type('xyzzy')],
];
