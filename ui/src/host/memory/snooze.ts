// Until when something is put off, in memory.

import { dayAhead } from '../../shared/reminders';
import { fail } from './program';

/** The instant of `later`, `tomorrow` or a day. */
export function snoozedUntil(until: string | null): string | null {
  if (until === null) return null;
  if (until === 'later') return new Date(Date.now() + 3 * 3_600_000).toISOString();
  const day = until === 'tomorrow' ? dayAhead(1) : until;
  if (day <= dayAhead(0)) fail('snooze_day', { first: dayAhead(1), last: dayAhead(365) });
  return new Date(`${day}T09:00:00`).toISOString();
}
