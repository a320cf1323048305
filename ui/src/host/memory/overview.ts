// The figures over all orders in memory, counted one by one.

import { dayAhead } from '../../shared/reminders';
import type { CauseView, OverviewView, WaitingView } from '../views';
import type { StoredOrder } from './orders';
import { badgeOf, deadlineOf, isOpen } from './view';

const starts = [0, 3, 7, 14, 30];
const ages = starts.map((from, at) => ({ from, to: starts[at + 1] ?? null }));
const day = 86_400_000;

/** In the order of the list's states. */
const sequence = ['needs_attention', 'sending', 'queued', 'draft', 'awaiting_details'];

function mailedAt(order: StoredOrder): string | null {
  return order.timeline.find((entry) => entry.code === 'order_received')?.at ?? null;
}

function ageOf(order: StoredOrder): number {
  const days = (Date.now() - Date.parse(mailedAt(order) ?? '')) / day;
  return starts.findLastIndex((from) => days >= from);
}

function counted<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const place = key(item);
    found.set(place, [...(found.get(place) ?? []), item]);
  }
  return found;
}

function causes(items: Map<string, unknown[]>): CauseView[] {
  return [...items]
    .map(([key, { length }]) => {
      const [step = '', code = ''] = key.split('\n');
      return { step, code, count: length };
    })
    .sort((a, b) => b.count - a.count);
}

function waitingOf(badge: string, orders: StoredOrder[]): WaitingView {
  const since = (order: StoredOrder) => {
    if (badge === 'draft') return order.savedAt;
    return order.queue[0]?.created_at ?? order.mapping?.at ?? mailedAt(order);
  };
  const [longest] = orders
    .filter((order) => since(order) !== null)
    .sort((a, b) => ((since(a) ?? '') < (since(b) ?? '') ? -1 : 1));
  return {
    badge,
    orders: orders.length,
    since: longest === undefined ? null : since(longest),
    longest:
      longest === undefined
        ? null
        : { id: longest.id, number: longest.number, customer: longest.company },
  };
}

/** The weeks from Monday to Sunday, the last of which goes on. */
function weeks(orders: StoredOrder[]): OverviewView['provisioned']['weeks'] {
  const since = (new Date().getDay() + 6) % 7;
  const ended = orders.filter((order) => order.status.startsWith('provisioned'));
  return Array.from({ length: 12 }, (_, at) => {
    const from = (at - 11) * 7 - since;
    // By arithmetic: in memory nobody wrote down when it was.
    const here = ended.filter((_, index) => (index * 5 + (index % 3)) % 12 === 11 - at);
    const errors = here.filter((order) => order.status === 'provisioned_with_errors').length;
    const week = { from: dayAhead(from), to: dayAhead(from + 6) };
    return { ...week, whole: here.length - errors, with_errors: errors };
  });
}

export function overviewOf(orders: StoredOrder[]): OverviewView {
  const open = orders.filter(isOpen);
  const byBadge = [...counted(open, (order) => badgeOf(order).code)].sort(
    ([a], [b]) => ((sequence.indexOf(a) + 99) % 99) - ((sequence.indexOf(b) + 99) % 99),
  );
  const closes = (days: number) => open.filter((order) => deadlineOf(order).days === days).length;
  const parked = orders.flatMap((order) => order.queue.filter((one) => one.state === 'parked'));
  const failed = orders.flatMap((order) => {
    const has = order.status === 'failed' || order.status === 'provisioned_with_errors';
    const step = order.operation?.steps.find((one) => one.state === 'failed');
    return has ? [`${step?.code ?? ''}\n${step?.problems[0]?.code ?? ''}`] : [];
  });
  const drafts = open.filter((order) => badgeOf(order).code === 'draft');
  return {
    as_of: new Date().toISOString(),
    today: dayAhead(0),
    orders: orders.length,
    ages,
    open: byBadge.map(([badge, list]) => ({
      badge,
      by_age: ages.map((_, at) => list.filter((order) => ageOf(order) === at).length),
      age_unknown: list.filter((order) => mailedAt(order) === null).length,
      total: list.length,
    })),
    closing: {
      overdue: open.filter((order) => (deadlineOf(order).days ?? 0) < 0).length,
      days: Array.from({ length: 28 }, (_, at) => ({ on: dayAhead(at), orders: closes(at) })),
      later: open.filter((order) => (deadlineOf(order).days ?? 0) > 27).length,
    },
    provisioned: { weeks: weeks(orders), undated: 0 },
    waiting: byBadge.map(([badge, list]) => waitingOf(badge, list)),
    drafts: [...counted(drafts, (order) => order.form?.step ?? 'who')].map(([step, list]) => ({
      step,
      orders: list.length,
    })),
    refused: causes(counted(parked, (entry) => `\n${entry.problem?.code ?? ''}`)),
    failed: causes(counted(failed, (cause) => cause)),
  };
}
