// What divides the list. Rows know from their own data which group they are of; a row begins one
// where the row before it is of another. So every row keeps its height and its place, however long
// the list is, and nothing has to be known of rows that are not here.

import type { OrderRow } from '../../host/types';
import { dayFromToday, firstDayOfWeek } from '../../shared/formats';
import { isolate, t } from '../../shared/i18n.svelte';

export type Grouping = 'none' | 'customer' | 'deadline';
export const groupings: readonly Grouping[] = ['none', 'customer', 'deadline'];

/** Rows of which the groups are asked: those that are here. */
export interface Rows {
  readonly grouping: Grouping;
  readonly total: number | null;
  /** There are more, and nobody counted them yet. */
  readonly more: boolean;
  /** From here on stand those that are only similar; they begin anew. */
  readonly exact: number | null;
  row(index: number): OrderRow | undefined;
}

/** As far as a group is counted; a longer one is shown without a number. */
const farthest = 400;

/** The days of the groups, as many days from today: each up to the next one. */
function span(days: number): string {
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const ofWeek = (dayFromToday(0).getDay() - firstDayOfWeek() + 7) % 7;
  if (ofWeek + days < 7) return 'this-week';
  return ofWeek + days < 14 ? 'next-week' : 'later';
}

function keyOf(row: OrderRow, grouping: Grouping): string {
  if (grouping === 'customer') return row.customer_key;
  const { days, urgency } = row.deadline;
  if (urgency === 'overdue') return 'overdue';
  return days === null ? 'none' : span(days);
}

/** Of which group a row is; null when it is not here, or nothing is divided. */
function groupAt(list: Rows, index: number): string | null {
  const row = list.grouping === 'none' ? undefined : list.row(index);
  if (row === undefined) return null;
  const similar = list.exact !== null && index >= list.exact;
  return `${similar ? 'similar' : 'exact'} ${keyOf(row, list.grouping)}`;
}

/** Whether a row begins a group. Of a row whose predecessor is not here that is not known. */
export function begins(list: Rows, index: number): boolean {
  const group = groupAt(list, index);
  if (group === null) return false;
  if (index === 0) return true;
  const before = groupAt(list, index - 1);
  return before !== null && before !== group;
}

/** The end of a group in one direction; null when it lies where nothing is here. */
function edge(list: Rows, index: number, by: 1 | -1): number | null {
  const group = groupAt(list, index);
  for (let at = index + by; Math.abs(at - index) <= farthest; at += by) {
    if (at < 0) return 0;
    if (list.total !== null && at >= list.total) return list.more ? null : list.total;
    const next = groupAt(list, at);
    if (next === null) return null;
    if (next !== group) return by === 1 ? at : at + 1;
  }
  return null;
}

/** How many orders the group of a row has; null when not all of it is here. */
export function sizeAt(list: Rows, index: number): number | null {
  const [first, end] = [edge(list, index, -1), edge(list, index, 1)];
  return first === null || end === null ? null : end - first;
}

/** What is said where a group begins. One order of a customer is its own heading. */
export function headingAt(list: Rows, index: number): string | null {
  if (!begins(list, index)) return null;
  const alone = list.grouping === 'customer' && sizeAt(list, index) === 1;
  const similar = list.exact !== null && index === list.exact;
  return alone && !similar ? null : groupWords(list, index);
}

/** Acme · 12 orders; Tomorrow. Null when the row is not here. */
export function groupWords(list: Rows, index: number): string | null {
  const row = list.row(index);
  if (row === undefined || list.grouping === 'none') return null;
  const key = keyOf(row, list.grouping);
  const name = list.grouping === 'customer' ? row.customer.trim() || '—' : t(`inbox-group-${key}`);
  const similar = list.exact !== null && index >= list.exact;
  const told = similar ? t('inbox-group-similar', { name }) : name;
  const count = sizeAt(list, index);
  if (count === null) return isolate(told);
  return t('inbox-group-count', { name: told, count });
}
