// Options of the long lists, in the reader's words and order.

import type { ChoicesView, CountryView } from '../host/types';
import { compare, countryName, languageName, zoneName } from './formats';
import { language, term } from './i18n.svelte';

/** An entry of a list that is filtered while one types. */
export interface Option {
  value: string;
  label: string;
  keywords?: string;
}

function byLabel(options: Option[]): Option[] {
  return options.sort((a, b) => compare(a.label, b.label));
}

export function countryOptions(choices: ChoicesView | null): Option[] {
  const codes = choices?.countries.map((country) => country.code) ?? [];
  return byLabel(codes.map((code) => ({ value: code, label: countryName(code), keywords: code })));
}

export function verticalOptions(choices: ChoicesView | null): Option[] {
  const codes = choices?.verticals ?? [];
  return byLabel(codes.map((code) => ({ value: code, label: term('vertical', code) })));
}

const zoneLabels = new Map<string, string>();

/** Names of zones are dear to make, and there are hundreds: each is made once. */
function zoneLabel(zone: string): string {
  const key = `${language()}:${zone}`;
  let label = zoneLabels.get(key);
  if (label === undefined) {
    label = zoneName(zone);
    zoneLabels.set(key, label);
  }
  return label;
}

/** Zones of the country first, then all others by name. */
export function zoneOptions(choices: ChoicesView | null, country?: CountryView): Option[] {
  const first = country?.time_zones ?? [];
  const option = (zone: string): Option => ({
    value: zone,
    label: zoneLabel(zone),
    keywords: zone.replaceAll('_', ' '),
  });
  const others = (choices?.time_zones ?? []).filter((zone) => !first.includes(zone));
  return [...first.map(option), ...byLabel(others.map(option))];
}

/** Languages of the country first, then all others by name. */
export function languageOptions(choices: ChoicesView | null, country?: CountryView): Option[] {
  const all = choices?.languages ?? [];
  const first = (country?.languages ?? []).filter((code) => all.includes(code));
  const option = (code: string): Option => ({ value: code, label: languageName(code) });
  const others = all.filter((code) => !first.includes(code));
  return [...first.map(option), ...byLabel(others.map(option))];
}

export function countryOf(choices: ChoicesView | null, code: string): CountryView | undefined {
  return choices?.countries.find((country) => country.code === code);
}
