import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { tick } from './clock.svelte';
import {
  badgeWords,
  countryName,
  deadlineWords,
  formatAgo,
  formatIdle,
  formatMoment,
  formatNumber,
  formatPlace,
  formatSpan,
  formatStamp,
  languageName,
  parseTime,
  zoneName,
} from './formats';
import { setLanguage } from './i18n.svelte';

const noon = new Date(2026, 10, 22, 12, 0, 0);
const before = (seconds: number) => new Date(noon.getTime() - seconds * 1000).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'fr-FR']);
  tick();
});
afterEach(() => vi.useRealTimers());

describe('a moment in a list of what happened', () => {
  it.each([
    ['2026-11-22T09:42:10', '22 Nov, 09:42'],
    ['2025-01-02T23:05:00', '2 Jan 2025, 23:05'],
    ['never', 'never'],
  ])('%s is %s', (at, said) => {
    expect(formatStamp(at)).toBe(said);
  });
});

describe('places', () => {
  it.each([
    ['Sevilla', 'ES', 'Sevilla, Spain', 'Sevilla, ES'],
    ['', 'ES', 'Spain', 'ES'],
    ['Sevilla', '', 'Sevilla', 'Sevilla'],
    ['', '', '', ''],
  ])('“%s” in “%s” is said as far as known', (city, country, whole, short) => {
    expect(formatPlace({ city, country })).toBe(whole);
    expect(formatPlace({ city, country }, 'code')).toBe(short);
  });
});

describe('times', () => {
  it.each([
    [3, 'just now', 'à l’instant'],
    [14, '15 seconds ago', 'il y a 15 secondes'],
    [300, '5 minutes ago', 'il y a 5 minutes'],
    [7_300, '2 hours ago', 'il y a 2 heures'],
    [86_400, 'yesterday', 'hier'],
    [3 * 86_400, '3 days ago', 'il y a 3 jours'],
    [100 * 86_400, '3 months ago', 'il y a 3 mois'],
  ])('%i seconds ago are said as one says them', (seconds, en, fr) => {
    expect(formatAgo(before(seconds))).toBe(en);
    setLanguage('fr');
    expect(formatAgo(before(seconds))).toBe(fr);
  });

  it('are the hour today and the day before', () => {
    expect(formatMoment(before(3_600))).toBe('11:00');
    expect(formatMoment(before(4 * 86_400))).toBe('18 Nov');
    expect(formatMoment('2024-03-04')).toBe('4 Mar 2024');
  });

  it('that are none are shown as they came', () => {
    expect(parseTime('soon')).toBeNull();
    expect(formatAgo('soon')).toBe('soon');
    expect(formatMoment('')).toBe('');
  });

  it('without activity count in days, then in months', () => {
    expect(formatIdle(0)).toBe('today');
    expect(formatIdle(1)).toBe('yesterday');
    expect(formatIdle(520)).toBe('17 months ago');
  });
});

describe('a span of time', () => {
  it.each([
    [20, '1 minute', '1 minute'],
    [118, '2 minutes', '2 minutes'],
    [5_300, '88 minutes', '88 minutes'],
    [7_500, '2 hours', '2 heures'],
    [3 * 86_400, '3 days', '3 jours'],
  ])('of %i seconds is told roughly', (seconds, en, fr) => {
    expect(formatSpan(seconds)).toBe(en);
    setLanguage('fr');
    expect(formatSpan(seconds).replace('\u00a0', ' ')).toBe(fr);
  });
});

describe('a deadline', () => {
  const deadline = (days: number | null, urgency: string) => ({ closes_at: null, days, urgency });

  it.each([
    [0, 'soon', 'today', 'aujourd’hui'],
    [1, 'soon', 'tomorrow', 'demain'],
    [2, 'soon', 'in 2 days', 'dans 2 jours'],
    [-2, 'overdue', '2 days late', '2 j de retard'],
    [0, 'overdue', 'too late', 'trop tard'],
    [null, 'none', '', ''],
  ])('of %s days (%s) is said in a few words', (days, urgency, en, fr) => {
    expect(deadlineWords(deadline(days, urgency))).toBe(en);
    setLanguage('fr');
    expect(deadlineWords(deadline(days, urgency)).replace("'", '’')).toBe(fr);
  });
});

describe('names', () => {
  it('of countries, languages and zones are the reader’s', () => {
    expect(countryName('ES')).toBe('Spain');
    expect(countryName('')).toBe('');
    expect(languageName('fr_fr')).toBe('French (France)');
    expect(zoneName('America/New_York')).toBe('New York (UTC-5)');
    setLanguage('fr');
    expect(countryName('ES')).toBe('Espagne');
    expect(formatNumber(8204)).toBe('8\u202f204');
  });

  it('of what nobody knows stay what they are', () => {
    expect(countryName('??')).toBe('??');
    expect(zoneName('Mars/Olympus_Mons')).toBe('Olympus Mons');
    expect(badgeWords({ code: 'brand_new', step: null, steps: null })).toBe('brand new');
  });

  it('of a draft tell its step', () => {
    expect(badgeWords({ code: 'draft', step: 5, steps: 7 })).toBe('Draft · step 5 of 7');
  });
});
