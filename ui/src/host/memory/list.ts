// The list in memory: views, search, filters, order.

import type { OrderQuery, OrderWindow, ViewCounts } from '../views';
import { operator, type StoredOrder } from './orders';
import { badgeOf, deadlineOf, isOpen, localState, rowOf } from './view';

/** Without accents and capitals, as a search compares. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function shows(view: string, order: StoredOrder): boolean {
  const local = localState(order);
  const views: Record<string, () => boolean> = {
    inbox: () => isOpen(order),
    due_soon: () => isOpen(order) && (deadlineOf(order).days ?? 99) <= 3,
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

export function listOf(orders: StoredOrder[], query: OrderQuery): OrderWindow {
  const words = fold(query.text).split(/\s+/).filter(Boolean);
  const found = orders.filter((order) => {
    if (!shows(query.view, order)) return false;
    if (query.states.length > 0 && !query.states.includes(badgeOf(order).code)) return false;
    const kinds = order.lines.map((line) => line.service);
    if (query.services.length > 0 && !query.services.some((kind) => kinds.includes(kind)))
      return false;
    const text = fold(
      [order.number, order.subscription, order.company, order.city, order.email ?? ''].join(' '),
    );
    return words.every((word) => text.split(/[\s,&]+/).some((token) => token.startsWith(word)));
  });
  const keys: Record<string, (order: StoredOrder) => string> = {
    number: (order) => order.number,
    customer: (order) => fold(order.company),
    state: (order) => badgeOf(order).code,
    deadline: (order) => String(1_000_000 + (deadlineOf(order).days ?? 500_000)),
  };
  const key = keys[query.sort] ?? ((order: StoredOrder) => order.number);
  found.sort(
    (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (query.descending ? -1 : 1),
  );
  const rows = found.slice(query.offset, query.offset + Math.min(query.limit, 200)).map(rowOf);
  return { rows, offset: query.offset, total: found.length };
}

export function countsOf(orders: StoredOrder[]): ViewCounts {
  const count = (view: string) => orders.filter((order) => shows(view, order)).length;
  return {
    inbox: count('inbox'),
    due_soon: count('due_soon'),
    drafts: count('drafts'),
    queue: count('queue'),
    needs_attention: count('needs_attention'),
    to_review: count('to_review'),
    provisioned: count('provisioned'),
    all: orders.length,
  };
}
