// The list in memory: views, search, filters, order.

import type { OrderFacets, OrderQuery, OrderWindow, ViewCounts } from '../views';
import { operator, type StoredOrder } from './orders';
import { assigneeOf, badgeOf, deadlineOf, fold, isOpen, localState, rowOf } from './view';

function shows(view: string, order: StoredOrder): boolean {
  const local = localState(order);
  const views: Record<string, () => boolean> = {
    inbox: () => isOpen(order),
    due_soon: () => isOpen(order) && (deadlineOf(order).days ?? 99) <= 3,
    overdue: () => isOpen(order) && deadlineOf(order).urgency === 'overdue',
    drafts: () => local === 'draft',
    queue: () => local === 'queued' || local === 'sending',
    needs_attention: () => local === 'needs_attention',
    to_review: () =>
      order.mapping === null &&
      order.review?.state === 'pending' &&
      order.review.reviewer === operator.email,
    provisioned: () => order.status.startsWith('provisioned'),
  };
  return views[view]?.() ?? true;
}

/** The words of a search, and the few operators that are known here. */
function asked(text: string) {
  const words: string[] = [];
  const operators: [string, string][] = [];
  const misunderstood: string[] = [];
  for (const token of text.split(/\s+/).filter(Boolean)) {
    const [, name = '', value = ''] = /^(state|service|country|due):(.*)$/.exec(token) ?? [];
    if (name === '') words.push(fold(token));
    else if (name !== 'due') operators.push([name, value]);
    else if (value !== '' && !/^(today|overdue|[<>]?\d+[dw]?)$/.test(value))
      misunderstood.push(token);
  }
  return { words, operators, misunderstood };
}

function matching(orders: StoredOrder[], query: OrderQuery): StoredOrder[] {
  const { words, operators } = asked(query.text);
  return orders.filter((order) => {
    if (!shows(query.view, order)) return false;
    const kinds: string[] = order.lines.map((line) => line.service);
    const facts: Record<string, string[]> = {
      state: [badgeOf(order).code],
      service: kinds,
      country: [order.country.toLowerCase()],
    };
    const held = operators.every(([name, value]) =>
      facts[name]?.some((fact) => fact.startsWith(value.toLowerCase())),
    );
    const text = fold(
      [order.number, order.subscription, order.company, order.city, order.email ?? ''].join(' '),
    );
    const tokens = text.split(/[\s,&]+/);
    return held && words.every((word) => tokens.some((token) => token.startsWith(word)));
  });
}

function keeps(order: StoredOrder, { states, services }: Pick<OrderQuery, 'states' | 'services'>) {
  const kinds = order.lines.map((line) => line.service);
  return (
    (states.length === 0 || states.includes(badgeOf(order).code)) &&
    (services.length === 0 || services.some((kind) => kinds.includes(kind)))
  );
}

export function facetsOf(orders: StoredOrder[], query: OrderQuery): OrderFacets {
  const found = matching(orders, query);
  const counted = (codes: string[]) => {
    const counts: Record<string, number> = {};
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    return Object.entries(counts).map(([code, count]) => ({ code, orders: count }));
  };
  const ofStates = found.filter((order) => keeps(order, { ...query, states: [] }));
  const ofServices = found.filter((order) => keeps(order, { ...query, services: [] }));
  return {
    total: found.filter((order) => keeps(order, query)).length,
    states: counted(ofStates.map((order) => badgeOf(order).code)),
    services: counted(
      ofServices.flatMap((order) => [...new Set(order.lines.map((line) => line.service))]),
    ),
    at_least: false,
  };
}

export function listOf(orders: StoredOrder[], query: OrderQuery): OrderWindow {
  const found = matching(orders, query).filter((order) => keeps(order, query));
  const keys: Record<string, (order: StoredOrder) => string> = {
    number: (order) => order.number,
    customer: (order) => fold(order.company),
    state: (order) => badgeOf(order).code,
    country: (order) => order.country,
    assignee: assigneeOf,
    mailed: (order) => rowOf(order).mailed_at ?? '9',
    deadline: (order) => String(1_000_000 + (deadlineOf(order).days ?? 500_000)),
  };
  const key = keys[query.sort] ?? ((order: StoredOrder) => order.number);
  found.sort(
    (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (query.descending ? -1 : 1),
  );
  const rows = found.slice(query.offset, query.offset + Math.min(query.limit, 200));
  return {
    rows: rows.map((order) => rowOf(order, query.details)),
    offset: query.offset,
    total: found.length,
    more: false,
    exact: found.length,
    misunderstood: asked(query.text).misunderstood,
    indexing: false,
  };
}

export function countsOf(orders: StoredOrder[]): ViewCounts {
  const count = (view: string) => orders.filter((order) => shows(view, order)).length;
  return {
    inbox: count('inbox'),
    due_soon: count('due_soon'),
    overdue: count('overdue'),
    drafts: count('drafts'),
    queue: count('queue'),
    needs_attention: count('needs_attention'),
    to_review: count('to_review'),
    provisioned: count('provisioned'),
    all: orders.length,
  };
}

/** Ids of everything that a list shows, in its sequence. */
export function listedIds(orders: StoredOrder[], query: OrderQuery): string[] {
  const ids: string[] = [];
  const { total } = listOf(orders, { ...query, offset: 0, limit: 200 });
  for (let offset = 0; offset < total; offset += 200) {
    const { rows } = listOf(orders, { ...query, offset, limit: 200 });
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
