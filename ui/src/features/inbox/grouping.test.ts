import { afterEach, describe, expect, it, vi } from 'vitest';

import type { OrderRow } from '../../host/types';
import { setLanguage } from '../../shared/i18n.svelte';
import { begins, groupWords, headingAt, sizeAt, type Grouping, type Rows } from './grouping';

const row = (customer: string, days: number | null = null): OrderRow => ({
  id: customer,
  number: '1',
  customer,
  city: '',
  country: 'ES',
  services: [],
  deadline: { closes_at: null, days, urgency: days !== null && days < 0 ? 'overdue' : 'far' },
  badge: { code: 'mapped', step: null, steps: null },
  customer_key: customer.toLowerCase(),
  assignee: '',
  mailed_at: null,
  details: null,
});

function rows(
  grouping: Grouping,
  here: (OrderRow | undefined)[],
  more: Partial<Pick<Rows, 'total' | 'more' | 'exact'>> = {},
): Rows {
  const known = { total: here.length, more: false, exact: null, ...more };
  return { ...known, grouping, row: (index) => here[index] };
}

/** Without the marks that keep the direction of a name to itself. */
const plain = (words: string | null) => words?.replace(/[\u2068\u2069]/g, '') ?? null;

afterEach(() => {
  vi.useRealTimers();
  setLanguage('en');
});

describe('groups by customer', () => {
  it('begin where the customer changes, however the name is written', () => {
    const list = rows('customer', [row('Acme'), row('ACME'), row('Beta'), row('Beta'), row('Gnu')]);
    expect([0, 1, 2, 3, 4].map((at) => begins(list, at))).toEqual([true, false, true, false, true]);
    expect(plain(headingAt(list, 0))).toBe('Acme · 2 orders');
    expect(plain(headingAt(list, 2))).toBe('Beta · 2 orders');
    expect(plain(groupWords(list, 3))).toBe('Beta · 2 orders');
  });

  it('need no heading for a single order, whose name is in the row', () => {
    const list = rows('customer', [row('Acme'), row('Beta')]);
    expect(begins(list, 1)).toBe(true);
    expect(headingAt(list, 1)).toBeNull();
    expect(plain(groupWords(list, 1))).toBe('Beta · 1 order');
  });

  it('are not counted where rows of them are not here, nor begun where the row before is not', () => {
    const page = [...Array<undefined>(100), row('Acme'), row('Acme'), row('Beta'), row('Beta')];
    const list = rows('customer', page, { total: 300 });
    expect(begins(list, 99)).toBe(false);
    expect(begins(list, 100)).toBe(false);
    expect(begins(list, 102)).toBe(true);
    expect([sizeAt(list, 101), sizeAt(list, 102), sizeAt(list, 250)]).toEqual([null, null, null]);
    expect(plain(headingAt(list, 102))).toBe('Beta');
  });

  it('are not counted to an end that nobody knows yet', () => {
    const list = rows('customer', [row('Acme'), row('Acme')], { more: true });
    expect(sizeAt(list, 0)).toBeNull();
    expect(sizeAt({ ...list, more: false }, 0)).toBe(2);
  });

  it('begin anew with what is only similar', () => {
    const list = rows('customer', [row('Acme'), row('Acme'), row('Acme')], { exact: 2 });
    expect([0, 1, 2].map((at) => begins(list, at))).toEqual([true, false, true]);
    expect(plain(headingAt(list, 2))).toBe('Similar: Acme · 1 order');
  });

  it('count no further than a group is worth counting', () => {
    const list = rows(
      'customer',
      Array.from({ length: 2_000 }, () => row('Acme')),
    );
    expect(sizeAt(list, 0)).toBeNull();
    expect(plain(headingAt(list, 0))).toBe('Acme');
  });

  it('have a name also where the customer has none', () => {
    const list = rows('customer', [row(' '), row(' ')]);
    expect(plain(headingAt(list, 0))).toBe('— · 2 orders');
  });
});

describe('groups by deadline', () => {
  const days = [-3, ...Array.from({ length: 20 }, (_, at) => at), null];
  const list = rows(
    'deadline',
    days.map((one) => row('Acme', one)),
  );
  /** On which day each group begins. */
  const beginnings = () =>
    days.flatMap((one, at) => (begins(list, at) ? [`${plain(headingAt(list, at))}: ${one}`] : []));
  const wednesday = '2099-11-25';

  it.each([
    [
      wednesday,
      'fr',
      ['Cette semaine · 3', 'La semaine prochaine · 7', 'Plus tard · 8'],
      [2, 5, 12],
    ],
    ['2099-11-28', 'fr', ['La semaine prochaine · 7', 'Plus tard · 11'], [2, 9]],
    ['2099-11-29', 'fr', ['La semaine prochaine · 6', 'Plus tard · 12'], [2, 8]],
    // Weeks begin on a Sunday there.
    [wednesday, 'en', ['This week · 2', 'Next week · 7', 'Later · 9'], [2, 4, 11]],
  ] as const)('follow the weeks of the reader on %s in %s', (today, language, names, from) => {
    vi.useFakeTimers({ now: new Date(`${today}T10:00:00`) });
    setLanguage(language);
    const noun = language === 'fr' ? 'commandes' : 'orders';
    const found = beginnings();
    expect(found.slice(3, -1)).toEqual(names.map((name, at) => `${name} ${noun}: ${from[at]}`));
  });

  it('begin with what is late, today and tomorrow, and end with what has no deadline', () => {
    const found = beginnings();
    expect(found.slice(0, 3)).toEqual([
      'Overdue · 1 order: -3',
      'Today · 1 order: 0',
      'Tomorrow · 1 order: 1',
    ]);
    expect(found.at(-1)).toBe('No deadline · 1 order: null');
  });
});
