// The days on which an order may come back to mind.

import { dayFromToday } from './formats';

/** Days from today that are offered. */
export const reminderDays: readonly number[] = [1, 3, 7, 14, 30, 90];

/** A day here, so many days from today: `YYYY-MM-DD`. */
export function dayAhead(days: number): string {
  const day = dayFromToday(days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
