// Facts of an order in words, as short as they stand at the side of the list.

import type { CandidateView, ChoiceView, OrderView } from '../../host/types';
import { formatIdle } from '../../shared/formats';
import { kebab, t, tMaybe } from '../../shared/i18n.svelte';

export interface OrganizationRow {
  label: string;
  name: string;
  about: string;
}

/** The strongest domain and how alive it is. */
function evidence(candidate: CandidateView): string {
  const domain = candidate.domains.find((one) => one.state === 'claimed') ?? candidate.domains[0];
  const parts: string[] = [];
  if (domain) {
    const id = domain.state === 'claimed' ? 'detail-claimed-domain' : 'detail-verified-domain';
    parts.push(t(id, { domain: domain.name }));
  }
  if (candidate.idle_days !== null) {
    parts.push(t('detail-active', { when: formatIdle(candidate.idle_days) }));
  }
  return parts.join(' · ');
}

function chosen(label: string, choice: ChoiceView): OrganizationRow {
  if (choice.choice === 'undecided') return { label, name: '', about: t('order-not-chosen') };
  if (choice.choice === 'create') {
    return { label, name: choice.name, about: t('order-will-be-created') };
  }
  const about =
    choice.outcome === 'matched' ? t('order-matched-by-email') : evidence(choice.candidate);
  return { label, name: choice.candidate.name, about };
}

/** Partner and customer, as chosen so far or for good. */
export function organizationsOf(order: OrderView): OrganizationRow[] {
  const { mapping, wizard } = order;
  const own = mapping?.own_company ?? wizard.form.completed_by === 'own_company';
  const label = t(own ? 'order-own' : 'order-customer');
  if (mapping === null) {
    const customer = chosen(label, wizard.customer);
    return own ? [customer] : [chosen(t('order-partner'), wizard.partner), customer];
  }
  const about = [
    mapping.customer_created ? t('order-created-new') : '',
    mapping.approval === null ? '' : (tMaybe(`order-approval-${kebab(mapping.approval)}`) ?? ''),
    mapping.customer_sets_up ? t('order-customer-sets-up') : '',
  ].filter((part) => part !== '');
  const customer = { label, name: mapping.customer, about: about.join(' · ') };
  if (mapping.partner === null) return [customer];
  return [{ label: t('order-partner'), name: mapping.partner, about: '' }, customer];
}
