// What the palette offers: acts, views, orders and customers as lines of one kind; and the ranking
// of those that are known by name. Orders are ranked by the search, not here.

import fuzzysort from 'fuzzysort';

import type { BadgeView, OrderRow } from '../../host/types';
import { actAlso, actLabel, actOf, acts, keysOf, type ActId } from '../../shared/acts';
import type { SideView } from '../../shared/app';
import type { IconName } from '../../shared/icons';
import { kebab, t } from '../../shared/i18n.svelte';
import type { AppState } from '../state.svelte';
import { lowPlaces, sidePlaces } from '../views';
import { beginnings } from './marks';

export type GroupId = 'recent' | 'order' | 'acts' | 'views' | 'orders' | 'customers';

export interface Entry {
  /** Of all entries that can be offered only this one. */
  key: string;
  group: GroupId;
  label: string;
  detail: string;
  /** Also found by this. */
  also: string;
  icon: IconName;
  keys?: string;
  badge?: BadgeView;
  danger?: boolean;
  /** What of label and detail was matched, as indexes. */
  hits: readonly number[];
  detailHits: readonly number[];
  /** As what it is kept once it was chosen. */
  keep: Chosen | null;
  run: () => void;
}

/** What was chosen: enough to offer it again. */
export type Chosen =
  | { key: string; kind: 'named' }
  | { key: string; kind: 'order'; order: KnownOrder }
  | { key: string; kind: 'customer'; name: string };

export interface Group {
  id: GroupId;
  title: string;
  entries: Entry[];
}

const plain = { detail: '', also: '', hits: [], detailHits: [] } as const;

/** An order as it is kept among what was chosen. */
export interface KnownOrder {
  id: string;
  number: string;
  customer: string;
}

/** Names of any length come from outside; one line shows no more of them. */
function short(name: string): string {
  return name.length > 160 ? `${name.slice(0, 160)}…` : name;
}

/** These are the palette itself and the keys that close it. */
const hidden: readonly ActId[] = ['open_palette', 'close'];

function actEntry(id: ActId, group: GroupId, run: () => void, label = actLabel(id)): Entry {
  const { icon, danger } = actOf(id);
  const own = actLabel(id);
  const key = `act:${id}`;
  return {
    ...plain,
    key,
    group,
    label,
    also: [own === label ? '' : own, actAlso(id)].filter(Boolean).join(' · '),
    icon: icon ?? 'zap',
    keys: keysOf(id),
    danger,
    keep: { key, kind: 'named' },
    run,
  };
}

function lentActs(app: AppState, group: 'order' | 'acts'): Entry[] {
  const entries: Entry[] = [];
  for (const { act, label, order, run } of app.acts.offers) {
    const here = (order !== undefined) === (group === 'order');
    if (here && !entries.some(({ key }) => key === `act:${act}`)) {
      entries.push(actEntry(act, group, run, label));
    }
  }
  return entries;
}

/** What can be done with the order that is open or stands at the side. */
export function orderActs(app: AppState): Entry[] {
  return lentActs(app, 'order');
}

/** What the screen lends that is about no order, and what can always be done. */
export function otherActs(app: AppState): Entry[] {
  const own = acts
    .filter((act) => act.by === 'window' && !hidden.includes(act.id) && app.acts.usable(act))
    .map(({ id }) => actEntry(id, 'acts', () => app.acts.run(id)));
  return [...lentActs(app, 'acts'), ...own];
}

export function views(app: AppState): Entry[] {
  if (app.welcome) return [];
  return [...sidePlaces, ...lowPlaces].map(({ view, icon }) => viewEntry(app, view, icon));
}

function viewEntry(app: AppState, view: SideView, icon: IconName): Entry {
  const key = `view:${view}`;
  return {
    ...plain,
    key,
    group: 'views',
    label: t(`view-${kebab(view)}`),
    detail: t(`view-${kebab(view)}-hint`),
    icon,
    keep: { key, kind: 'named' },
    run: () => app.showView(view),
  };
}

export function orderEntry(app: AppState, order: KnownOrder): Entry {
  const { id, number, customer } = order;
  const key = `order:${id}`;
  return {
    ...plain,
    key,
    group: 'orders',
    label: short(customer),
    detail: short(number),
    icon: 'service',
    keep: { key, kind: 'order', order: { id, number, customer } },
    run: () => app.go.order(id),
  };
}

export function customerEntry(app: AppState, name: string): Entry {
  const key = `customer:${name}`;
  return {
    ...plain,
    key,
    group: 'customers',
    label: short(name),
    detail: t('palette-customer'),
    icon: 'building',
    keep: { key, kind: 'customer', name },
    run: () => app.searchAll(name),
  };
}

/** The orders that the search found, what was matched marked. */
export function foundOrders(app: AppState, rows: readonly OrderRow[], typed: string): Entry[] {
  return rows.map((row) => {
    const entry = orderEntry(app, row);
    const { label, detail } = entry;
    return {
      ...entry,
      badge: row.badge,
      hits: beginnings(label, typed),
      detailHits: beginnings(detail, typed),
    };
  });
}

/** Customers whose name was typed, of the orders that were found. */
export function foundCustomers(
  app: AppState,
  rows: readonly OrderRow[],
  typed: string,
  most: number,
): Entry[] {
  const names = [...new Set(rows.map(({ customer }) => customer))];
  return names
    .map((name) => customerEntry(app, name))
    .map((entry) => ({ ...entry, hits: beginnings(entry.label, typed) }))
    .filter(({ hits }) => hits.length > 0)
    .slice(0, most);
}

/** All orders that match, in the list. */
export function allFound(app: AppState, total: number, typed: string): Entry {
  return {
    ...plain,
    key: 'search',
    group: 'orders',
    label: t('palette-all-found', { count: total }),
    icon: 'search',
    keep: null,
    run: () => app.searchAll(typed),
  };
}

/** From this score on it is what was meant, and not only like it. */
const meant = 0.5;

/** Those whose name is like what was typed, best first; and whether the best is what was meant. */
export function ranked(
  entries: readonly Entry[],
  typed: string,
): { entries: Entry[]; sure: boolean } {
  const found = fuzzysort.go(typed, entries, {
    keys: ['label', 'also', 'detail'],
    limit: 0,
    threshold: 0.3,
  });
  return {
    sure: (found[0]?.score ?? 0) >= meant,
    entries: found.map((one) => ({
      ...one.obj,
      hits: one[0]?.indexes ?? [],
      detailHits: one[2]?.indexes ?? [],
    })),
  };
}
