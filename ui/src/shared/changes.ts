// Presets in words: for which orders one is, and what it changes.

import type { ChangeView, ScopeView } from '../host/types';
import { countryName, languageName, zoneName } from './formats';
import { isolate, t, term } from './i18n.svelte';
import { fieldName } from './words';

export function scopeWords(scope: ScopeView): string {
  if (scope.scope === 'country')
    return t('presets-scope-country', { country: countryName(scope.of) });
  if (scope.scope === 'customer') return t('presets-scope-customer', { domain: scope.of });
  return t('presets-scope-everywhere');
}

/** Which answer it is, as its field is called. */
export function changeLabel(change: ChangeView): string {
  if (/^\/meetings\/sites\/\d+\/licenses\//.test(change.pointer)) {
    const site = change.pointer.replace(/\/licenses\/.*/, '');
    const name = fieldName({ pointer: site, code: '', params: {}, step: 'meetings' });
    const number = Number(site.split('/').at(-1)) + 1;
    return `${name || t('wizard-site', { number })} · ${t('wizard-licenses-title')}`;
  }
  const [, step = ''] = change.pointer.split('/');
  return fieldName({ pointer: change.pointer, code: '', params: {}, step });
}

/** A value as people read it. */
export function changeValue(pointer: string, value: string): string {
  if (value === '') return t('presets-nothing');
  const last = pointer.split('/').at(-1) ?? '';
  if (last === 'time_zone') return zoneName(value);
  if (last.endsWith('language')) return languageName(value);
  if (last === 'country') return countryName(value);
  if (pointer === '/completed_by') return term('wizard-who', value);
  if (pointer.startsWith('/when/')) return term('presets-when', value);
  if (value === 'true') return t('presets-yes');
  if (value === 'false') return t('presets-no');
  if (last === 'managed_in') return term('wizard-site-managed', value);
  return isolate(value);
}
