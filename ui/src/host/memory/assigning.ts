// Who works on an order, in memory.

import type { ColleagueView, OrderView } from '../views';
import type { StoredOrder } from './orders';
import { fail, type Program } from './program';
import { isOpen, viewOf } from './view';

export function assign(memory: Program, id: string, assignee: string | null): OrderView {
  const order = memory.need(id);
  const to = assignee?.trim() ?? null;
  if (to !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to)) fail('assignee_not_an_address');
  order.queue = order.queue.filter((entry) => entry.kind !== 'assignee');
  order.assigning = null;
  if (to === order.assignee) {
    memory.changed(id);
    return viewOf(order);
  }
  order.assigning = { to };
  memory.enqueue(order, 'assignee');
  return memory.queued(order);
}

export function colleaguesOf(orders: StoredOrder[]): ColleagueView[] {
  const open = new Map<string, number>();
  for (const order of orders) {
    if (order.assignee === null) continue;
    const known = open.get(order.assignee) ?? 0;
    open.set(order.assignee, known + (isOpen(order) ? 1 : 0));
  }
  return [...open].sort(([a], [b]) => (a < b ? -1 : 1)).map(([email, open]) => ({ email, open }));
}
