// Customers in memory: a folded name and a country are one, as in the program.

import type {
  CustomerName,
  CustomerOrganization,
  CustomerQuery,
  CustomerRow,
  CustomerSite,
  CustomerView,
  CustomerWindow,
  OrderWindow,
} from '../views';
import type { StoredOrder } from './orders';
import { fail, type Program } from './program';
import { deadlineOf, isOpen, rowOf } from './view';

const windowSize = 200;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');

const slug = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '') || 'site';

const keyOf = ({ company, country }: CustomerName): string =>
  `${fold(company)}\n${country.toUpperCase()}`;

/** What closes first, then what waits for nothing. */
const closing = (order: StoredOrder): number =>
  isOpen(order) ? (deadlineOf(order).days ?? 500_000) : 1_000_000;

function ordersOf(memory: Program, name: CustomerName): StoredOrder[] {
  const key = keyOf(name);
  return memory.orders
    .filter((order) => keyOf(order) === key)
    .sort((a, b) => closing(a) - closing(b));
}

function customerRow(orders: StoredOrder[]): CustomerRow {
  const [first] = orders;
  const next = orders.find((order) => isOpen(order) && order.closesIn !== null);
  const moments = orders.map((order) => order.timeline[0]?.at ?? '').sort();
  return {
    company: first?.company ?? '',
    country: first?.country ?? '',
    orders: orders.length,
    open: orders.filter(isOpen).length,
    provisioned: orders.filter((order) => order.status.startsWith('provisioned')).length,
    deadline:
      next === undefined ? { closes_at: null, days: null, urgency: 'none' } : deadlineOf(next),
    changed_at: moments.at(-1) ?? null,
  };
}

function listOf(memory: Program, query: CustomerQuery): CustomerWindow {
  const groups = new Map<string, StoredOrder[]>();
  for (const order of memory.orders) {
    const key = keyOf(order);
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  const words = fold(query.text).split(' ').filter(Boolean);
  const rows = [...groups.values()]
    .map((orders) => customerRow(orders.sort((a, b) => closing(a) - closing(b))))
    .filter(({ company }) => words.every((word) => fold(company).includes(word)));
  const way = query.descending ? -1 : 1;
  const days = ({ deadline }: CustomerRow) => deadline.days ?? null;
  const sorts: Record<string, (a: CustomerRow, b: CustomerRow) => number> = {
    name: (a, b) => (fold(a.company) < fold(b.company) ? -1 : 1) * way,
    orders: (a, b) => (a.open - b.open || a.orders - b.orders) * way,
    deadline: (a, b) =>
      Number(days(a) === null) - Number(days(b) === null) ||
      ((days(a) ?? 0) - (days(b) ?? 0)) * way,
  };
  rows.sort(sorts[query.sort] ?? (() => 0));
  const shown = rows.slice(query.offset, query.offset + Math.min(query.limit, windowSize));
  return { rows: shown, offset: query.offset, total: rows.length };
}

const named = ({ id, number, company }: StoredOrder) => ({ id, number, customer: company });

function organizationsOf(orders: StoredOrder[]): CustomerOrganization[] {
  const found = new Map<string, CustomerOrganization>();
  const organization = (id: string, name: string, country: string): CustomerOrganization => {
    const known = found.get(id) ?? {
      ...{ id, name, country, domains: [], active_users: null, last_activity: null, score: null },
      ...{ mapped: [], created: false, chosen: [], found: [] },
    };
    found.set(id, known);
    return known;
  };
  for (const order of orders) {
    if (order.mapping !== null) {
      const one = organization(`org_${slug(order.company)}`, order.mapping.customer, order.country);
      one.mapped.push(named(order));
      one.created ||= order.mapping.customer_created;
    } else if (order.customer.choice === 'existing') {
      const { candidate } = order.customer;
      const one = organization(candidate.organization_id, candidate.name, candidate.country);
      one.chosen.push(named(order));
      one.score = candidate.score;
      one.domains = candidate.domains.map(({ name }) => name);
      one.active_users = candidate.active_users;
      one.last_activity = candidate.last_activity?.slice(0, 10) ?? null;
    }
  }
  return [...found.values()].sort((a, b) => b.mapped.length - a.mapped.length);
}

function sitesOf(orders: StoredOrder[]): CustomerSite[] {
  return orders.flatMap((order) => {
    const { form, services } = order;
    const state = services.find(({ kind }) => kind === 'meetings')?.state ?? 'not_set_up';
    const order_name = named(order);
    const names = form?.meetings.sites.map(({ name }) => name).filter(Boolean) ?? [];
    const drafts = names.map((name) => ({
      address: `${name}.webex.com`,
      service: 'meetings',
      state: 'draft',
      order: order_name,
    }));
    if (!['provisioning', 'provisioned', 'failed'].includes(state)) return drafts;
    const name = slug(order.company);
    return [
      { address: `${name}.webex.com`, service: 'meetings', state, order: order_name },
      ...drafts,
    ];
  });
}

function viewOf(memory: Program, name: CustomerName): CustomerView {
  const orders = ordersOf(memory, name);
  const [first] = orders;
  if (first === undefined) return fail('customer_not_found', { name: name.company });
  const all = (words: (string | null)[]) => [
    ...new Set(words.filter((word): word is string => word !== null && word !== '')),
  ];
  const contacts = all(orders.map(({ email }) => email));
  const domains = all(contacts.map((email) => email.split('@')[1] ?? null));
  const covers: Record<string, (of: string) => boolean> = {
    everywhere: () => true,
    country: (of) => of === first.country,
    customer: (of) => domains.includes(of),
  };
  const nearest = ['customer', 'country', 'everywhere'];
  const presets = memory.presets
    .filter(({ scope }) => covers[scope.scope]?.(scope.of) ?? false)
    .map(({ id, name, scope }) => ({ id, name, scope }))
    .sort((a, b) => nearest.indexOf(a.scope.scope) - nearest.indexOf(b.scope.scope));
  return structuredClone({
    row: customerRow(orders),
    cities: all(orders.map(({ city }) => city)),
    contacts,
    domains,
    note: memory.customerNotes.get(keyOf(name)) ?? '',
    organizations: organizationsOf(orders),
    sites: sitesOf(orders),
    presets,
    read_orders: orders.length,
    partial: false,
  });
}

function ordersWindow(memory: Program, name: CustomerName, offset: number): OrderWindow {
  const orders = ordersOf(memory, name);
  return {
    rows: orders.slice(offset, offset + windowSize).map((order) => rowOf(order)),
    offset,
    total: orders.length,
    more: false,
    exact: orders.length,
    misunderstood: [],
    indexing: false,
  };
}

export function customerDoors(memory: Program) {
  return {
    listCustomers: (query: CustomerQuery) => listOf(memory, query),
    openCustomer: (name: CustomerName) => viewOf(memory, name),
    listCustomerOrders: (name: CustomerName, offset: number) => ordersWindow(memory, name, offset),
    keepCustomerNote: (name: CustomerName, note: string) => {
      viewOf(memory, name);
      if (note === '') memory.customerNotes.delete(keyOf(name));
      else memory.customerNotes.set(keyOf(name), note);
      return null;
    },
  };
}
