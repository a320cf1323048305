// Numbers, times, countries, zones and languages as the reader writes them. Everything in here
// follows the chosen language, and relative times the clock.

import type { BadgeView, DeadlineView } from '../host/types';
import { now } from './clock.svelte';
import { isolate, language, t, term, tMaybe } from './i18n.svelte';

const cache = new Map<string, unknown>();

/** Intl objects are dear to make: one per language and shape. */
function kept<T>(kind: string, make: (locale: string) => T): T {
  const key = `${language()}:${kind}`;
  let found = cache.get(key) as T | undefined;
  if (found === undefined) {
    found = make(locale());
    cache.set(key, found);
  }
  return found;
}

/** The locale of dates and numbers: the reader's own variant of the language, if they have one. */
export function locale(): string {
  const variant = navigator.languages.find((tag) => tag.split('-')[0] === language());
  return variant ?? (language() === 'en' ? 'en-GB' : language());
}

function dates(kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`date:${kind}`, (tag) => new Intl.DateTimeFormat(tag, options));
}

/** An RFC 3339 time, or a date without time as that day here. Null for what is neither. */
export function parseTime(text: string): Date | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

function show(text: string, format: Intl.DateTimeFormat): string {
  const date = parseTime(text);
  return date === null ? text : format.format(date);
}

/** 22 November 2026 */
export function formatDate(text: string): string {
  return show(text, dates('long', { day: 'numeric', month: 'long', year: 'numeric' }));
}

/** 22 Nov; with the year when it is another one. */
export function formatShortDate(text: string): string {
  const date = parseTime(text);
  if (date === null) return text;
  const sameYear = date.getFullYear() === new Date(now()).getFullYear();
  return sameYear
    ? dates('short', { day: 'numeric', month: 'short' }).format(date)
    : dates('short-year', { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** Wed 25 Nov */
export function formatWeekday(text: string, zone?: string | null): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
  try {
    return show(text, dates(`weekday:${zone ?? ''}`, { ...options, timeZone: zone ?? undefined }));
  } catch {
    return show(text, dates('weekday:', options));
  }
}

/** March 2019 */
export function formatMonth(text: string): string {
  return show(text, dates('month', { month: 'long', year: 'numeric' }));
}

/** 09:42 */
export function formatTime(text: string): string {
  return show(text, dates('time', { hour: '2-digit', minute: '2-digit' }));
}

/** Sunday, 22 November 2026 at 09:42:10; for what one sees on hover. */
export function formatFull(text: string): string {
  return show(text, dates('full', { dateStyle: 'full', timeStyle: 'medium' }));
}

/** 09:42 today, else 18 Nov. */
export function formatMoment(text: string): string {
  const date = parseTime(text);
  if (date === null) return text;
  return daysBetween(date, new Date(now())) === 0 ? formatTime(text) : formatShortDate(text);
}

/** 22 Nov, 09:42; with the year when it is another one. For lists of what happened. */
export function formatStamp(text: string): string {
  const date = parseTime(text);
  return date === null ? text : `${formatShortDate(text)}, ${formatTime(text)}`;
}

/** The beginning of a day here, so many days from today. */
export function dayFromToday(days: number): Date {
  const today = new Date(now());
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
}

/** 0 = Sunday; as the reader's region begins a week. */
export function firstDayOfWeek(): number {
  const region = new Intl.Locale(locale()) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (region.getWeekInfo?.() ?? region.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}

/** Whole calendar days from `from` to `to`, here. */
function daysBetween(from: Date, to: Date): number {
  const day = (date: Date) =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  return day(to) - day(from);
}

function relative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  // Tomorrow and yesterday in words, the day after tomorrow as a number.
  const numeric = Math.abs(value) < 2 ? 'auto' : 'always';
  return kept(
    `relative:${numeric}`,
    (tag) => new Intl.RelativeTimeFormat(tag, { numeric, style: 'long' }),
  ).format(value, unit);
}

/** in 2 days, tomorrow, 3 days ago */
export function formatDays(days: number): string {
  return relative(days, 'day');
}

/** just now, 14 seconds ago, 5 minutes ago, yesterday, 3 months ago. */
export function formatAgo(text: string): string {
  const date = parseTime(text);
  if (date === null) return text;
  const seconds = Math.round((date.getTime() - now()) / 1000);
  const past = Math.abs(seconds);
  if (past < 10) return t('time-just-now');
  if (past < 60) return relative(Math.round(seconds / 5) * 5, 'second');
  if (past < 3_600) return relative(Math.trunc(seconds / 60), 'minute');
  const days = -daysBetween(date, new Date(now()));
  if (days === 0) return relative(Math.trunc(seconds / 3_600), 'hour');
  if (Math.abs(days) < 31) return relative(days, 'day');
  if (Math.abs(days) < 366) return relative(Math.trunc(days / 30.44), 'month');
  return relative(Math.trunc(days / 365.25), 'year');
}

/**
 * 3 minutes, 2 hours, 5 days: how long something is, roughly. What is less than a minute is one.
 */
export function formatSpan(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return spelled(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? spelled(hours, 'hour') : spelled(Math.round(hours / 24), 'day');
}

function spelled(value: number, unit: string): string {
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return kept(`span:${unit}`, (tag) => new Intl.NumberFormat(tag, options)).format(value);
}

/** Days without activity as words: today, yesterday, 17 months ago. */
export function formatIdle(days: number): string {
  if (days < 61) return relative(-days, 'day');
  if (days < 24 * 30.44) return relative(-Math.trunc(days / 30.44), 'month');
  return relative(-Math.trunc(days / 365.25), 'year');
}

/** 8,204 */
export function formatNumber(value: number): string {
  return kept('number', (tag) => new Intl.NumberFormat(tag)).format(value);
}

/** 940, 8.2K: a figure where there is little room. */
export function formatShort(value: number): string {
  if (value < 1_000) return formatNumber(value);
  const options = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return kept('short', (tag) => new Intl.NumberFormat(tag, options)).format(value);
}

/** 16 to 22 November: from one day to another, here. */
export function formatRange(from: string, to: string): string {
  const [first, last] = [parseTime(from), parseTime(to)];
  if (first === null || last === null) return `${from} – ${to}`;
  return dates('range', { day: 'numeric', month: 'long' }).formatRange(first, last);
}

/** M, T, W: the day of the week where there is little room. */
export function formatWeekdayInitial(text: string): string {
  return show(text, dates('initial', { weekday: 'narrow' }));
}

/** Wednesday, 25 November */
export function formatDay(text: string): string {
  return show(text, dates('day', { weekday: 'long', day: 'numeric', month: 'long' }));
}

/** Nov */
export function formatMonthShort(text: string): string {
  return show(text, dates('month-short', { month: 'short' }));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(text: string): boolean {
  return [0, 6].includes(parseTime(text)?.getDay() ?? 1);
}

/** 24% */
export function formatPercent(part: number): string {
  const format = kept('percent', (tag) => new Intl.NumberFormat(tag, { style: 'percent' }));
  return format.format(part);
}

/** 26.4 kB */
export function formatBytes(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const format = kept(
    `bytes:${unit}`,
    (tag) =>
      new Intl.NumberFormat(tag, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      }),
  );
  return format.format(bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000));
}

/** Meetings, Calling and Messaging */
export function formatList(parts: string[]): string {
  return kept('list', (tag) => new Intl.ListFormat(tag, { type: 'conjunction' })).format(parts);
}

/** Sorts as the reader's language does. */
export function compare(a: string, b: string): number {
  return kept('collator', (tag) => new Intl.Collator(tag, { numeric: true })).compare(a, b);
}

/** Spain; an unknown code as it is. */
export function countryName(code: string): string {
  if (code === '') return '';
  const words = tMaybe(`country-${code}`);
  if (words !== null) return words;
  try {
    const names = kept('country', (tag) => new Intl.DisplayNames(tag, { type: 'region' }));
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Sevilla, Spain, as far as known; `code` writes the country short. The city was typed. */
export function formatPlace(where: { city: string; country: string }, short?: 'code'): string {
  const country = short === 'code' ? where.country : countryName(where.country);
  return [isolate(where.city), country].filter((part) => part !== '').join(', ');
}

/** French (France) for `fr_fr`. */
export function languageName(code: string): string {
  try {
    const names = kept('language', (tag) => new Intl.DisplayNames(tag, { type: 'language' }));
    const [tongue = '', region] = code.replace('-', '_').split('_');
    const tag = region === undefined ? tongue : `${tongue}-${region.toUpperCase()}`;
    const name = names.of(tag) ?? code;
    return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1);
  } catch {
    return code;
  }
}

/** Madrid (UTC+1) for `Europe/Madrid`. */
export function zoneName(zone: string): string {
  const city = (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
  const offset = zoneOffset(zone);
  return offset === '' ? city : `${city} (${offset})`;
}

/** UTC+1 */
export function zoneOffset(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      timeZoneName: 'shortOffset',
    }).formatToParts(now());
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
    return name.replace('GMT', 'UTC').replace(/^UTC$/, 'UTC±0');
  } catch {
    return '';
  }
}

/** in 3 days, closes today, 2 days late; empty when nothing waits. */
export function deadlineWords(deadline: DeadlineView): string {
  if (deadline.days === null) return '';
  if (deadline.urgency === 'overdue') {
    return deadline.days < 0 ? t('deadline-late', { days: -deadline.days }) : t('deadline-passed');
  }
  return formatDays(deadline.days);
}

/** Draft · step 5 of 7; Queued; Awaiting details. */
export function badgeWords(badge: BadgeView): string {
  if (badge.code === 'draft' && badge.step !== null && badge.steps !== null) {
    return t('badge-draft-step', { step: badge.step, steps: badge.steps });
  }
  return term('badge', badge.code);
}
