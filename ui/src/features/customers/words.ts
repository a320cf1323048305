// What is known of a customer, in words.

import type { CustomerOrganization, ScopeView } from '../../host/types';
import { countryName, formatNumber } from '../../shared/formats';
import { isolate, t } from '../../shared/i18n.svelte';

const mostDomains = 3;

/** What speaks for an organization, in one line; empty when nothing is known. */
export function evidence({ domains, active_users, score }: CustomerOrganization): string {
  const shown = domains.slice(0, mostDomains).map(isolate);
  return [
    score === null ? '' : t('customer-score', { score }),
    shown.length === 0 ? '' : shown.join(', ') + (domains.length > mostDomains ? ' …' : ''),
    active_users === null
      ? ''
      : t('customer-active-users', { count: active_users, shown: formatNumber(active_users) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** For which orders a preset is. */
export function scopeWords(scope: ScopeView): string {
  if (scope.scope === 'country')
    return t('presets-scope-country', { country: countryName(scope.of) });
  if (scope.scope === 'customer') return t('presets-scope-customer', { domain: scope.of });
  return t('presets-scope-everywhere');
}
