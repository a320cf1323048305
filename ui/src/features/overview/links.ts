// Where a bar leads: the search of the list that finds the same orders. Only operators that the
// list's search knows; an age is counted in whole days of 24 hours since the e-mail was sent, a day
// on the calendar of each order's contact.

import type { AgeView } from '../../host/types';

/** Every open order. */
export const open = 'is:open';

/** Open orders whose deadline has passed. */
export const overdue = 'due:overdue';

/** Open orders with this one word on them. */
export function inState(badge: string): string {
  return `${open} state:${badge}`;
}

/** Open orders of an age. */
export function ofAge(age: AgeView): string {
  return `${open} ${days(age)}`;
}

/** Open orders with this one word on them and of an age. */
export function inStateOfAge(badge: string, age: AgeView): string {
  return `${inState(badge)} ${days(age)}`;
}

/** Orders that close on a day. */
export function closingOn(day: string): string {
  return `due:${day}`;
}

/** Orders of any stage with this one word on them. */
export function withState(badge: string): string {
  return `state:${badge}`;
}

function days({ from, to }: AgeView): string {
  const bounds = [from > 0 ? `age:>=${from}d` : '', to === null ? '' : `age:<${to}d`];
  return bounds.filter((bound) => bound !== '').join(' ');
}
