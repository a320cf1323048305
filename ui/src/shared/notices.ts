// What a notice of the system may be about, and until when notices may be put off.

import { formatDays, formatWeekday } from './formats';
import { t } from './i18n.svelte';
import { dayAhead } from './reminders';

/** As the settings name it, in the order in which it is offered. */
export const noticesAbout = [
  'week',
  'three_days',
  'day',
  'overdue',
  'attention',
  'reviews',
  'reminders',
] as const;

/** Hours that `later` is later. */
const later = 3;
/** Days from today that are offered beside tomorrow. */
const days: readonly number[] = [3, 7, 14];

/** Until when something can be put off now. */
export function snoozeOptions(): { value: string; label: string }[] {
  const today = new Date().getHours() + later < 24;
  return [
    ...(today ? [{ value: 'later', label: t('snooze-later') }] : []),
    { value: 'tomorrow', label: t('snooze-tomorrow') },
    ...days.map((ahead) => ({
      value: dayAhead(ahead),
      label: t('reminder-choice', {
        ago: formatDays(ahead),
        day: formatWeekday(`${dayAhead(ahead)}T12:00:00`),
      }),
    })),
  ];
}
