// Codes that several screens put into words: services, steps and fields, what the service said,
// what happened. The catalogues have the sentences; in here is only which sentence a code asks for
// and which values go in.

import type { ProblemView, Sentence } from '../host/types';
import { countryName, formatList } from './formats';
import { isolate, kebab, sentence, t, tMaybe, term } from './i18n.svelte';

export function serviceName(kind: string): string {
  return term('service', kind);
}

/** Meetings rather than Webex Meetings, where there is little room. */
export function shortName(kind: string): string {
  return tMaybe(`service-short-${kebab(kind)}`) ?? serviceName(kind);
}

/** Codes that crossed as one text. */
export function codesOf(codes: string | undefined): string[] {
  return (codes ?? '').split(',').filter((code) => code !== '');
}

export function problemWords(problem: { code: string; params: Record<string, string> }): string {
  if (problem.code === 'new_flag') {
    const flag = { code: problem.params['flag'] ?? '', params: {} };
    return t('problem-new-flag', { flag: sentence('finder-flag', flag, 'finder-flag-other') });
  }
  return sentence('problem', problem, 'problem-unknown');
}

export function stepName(step: string, own = false): string {
  if (step === 'customer' && own) return t('wizard-step-own');
  return tMaybe(`wizard-step-${kebab(step)}`) ?? step;
}

/** The label of a field, for links that lead to it. */
export function fieldName(problem: ProblemView): string {
  const parts = problem.pointer.split('/').filter((part) => part !== '');
  const [head = '', second = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (head === 'meetings' && second === 'licenses') return t('wizard-licenses-title');
  if (head === 'meetings' && second === 'sites' && parts.length > 2) {
    const number = Number(parts[2]) + 1;
    const field = fieldLabels[`site.${last}`];
    const site = t('wizard-site', { number });
    return field === undefined ? site : `${site} · ${t(field)}`;
  }
  const id = fieldLabels[`${head}.${last}`] ?? fieldLabels[head];
  // A link names the field alike in every country.
  return id === undefined ? stepName(problem.step) : t(id, { label: '' });
}

const fieldLabels: Record<string, string> = {
  completed_by: 'wizard-step-who',
  'handover.email': 'wizard-handover-email',
  'handover.note': 'wizard-handover-note',
  partner: 'wizard-step-partner',
  customer: 'wizard-step-customer',
  'partner.name': 'finder-create-name',
  'partner.vertical': 'finder-create-vertical',
  'partner.country': 'finder-create-country',
  'customer.name': 'finder-create-name',
  'customer.vertical': 'finder-create-vertical',
  'customer.country': 'finder-create-country',
  'customer.admin_email': 'finder-create-admin',
  when: 'wizard-step-subscription',
  'when.meetings': 'wizard-step-meetings',
  'when.calling': 'wizard-step-calling',
  'when.contact_center': 'wizard-step-contact-center',
  meetings: 'wizard-step-meetings',
  'site.name': 'wizard-site-name',
  'site.time_zone': 'wizard-site-time-zone',
  'site.early_release': 'wizard-site-early',
  'site.managed_in': 'wizard-site-managed',
  calling: 'wizard-step-calling',
  'calling.location_name': 'wizard-calling-location',
  'calling.country': 'wizard-calling-country',
  'calling.street1': 'wizard-address-street1',
  'calling.street2': 'wizard-address-street2',
  'calling.city': 'wizard-address-city',
  'calling.state': 'wizard-address-state',
  'calling.postal_code': 'wizard-address-postal',
  'calling.time_zone': 'wizard-calling-time-zone',
  'calling.announcement_language': 'wizard-calling-announcement',
  'calling.email_language': 'wizard-calling-email',
  'calling.sip_name': 'wizard-calling-sip',
  'contact_center.country': 'wizard-contact-center-country',
  'transfer.code': 'wizard-transfer-code',
  'transfer.current_site': 'wizard-transfer-site',
};

/** Codes among the values become names: countries and lists of services. */
function withNames(said: Sentence): Sentence {
  const params: Record<string, string> = { ...said.params };
  if (params['country']) params['country'] = countryName(params['country']);
  if (params['services'] !== undefined) {
    params['services'] = formatList(codesOf(params['services']).map(shortName));
  }
  return { code: said.code, params };
}

/** What happened, as the journal and the service's activity tell it. */
export function timelineWords(entry: Sentence): string {
  const kind = entry.params['kind'];
  const exact =
    kind === undefined ? null : tMaybe(`order-timeline-${kebab(entry.code)}-${kebab(kind)}`);
  if (exact !== null) return exact;
  return sentence('order-timeline', withNames(entry), 'order-timeline-other');
}

/** What belongs to it: what the service said, which organization; empty without. */
export function timelineDetail(entry: Sentence): string {
  const { code, name } = entry.params;
  if (entry.code === 'parked' && code) return problemWords({ code, params: {} });
  return entry.code.endsWith('_chosen') && name ? isolate(name) : '';
}

/** Found here before anything was sent. */
const ownRefusals = ['evidence_changed', 'better_candidate', 'new_flag', 'order_gone'];

/**
 * Who did what this computer's journal tells. A refusal is the service's word; what else has no
 * person was done by the program.
 */
export function journalActor(entry: Sentence & { actor: string }): string {
  if (entry.actor !== '') return entry.actor;
  const service = entry.code === 'parked' && !ownRefusals.includes(entry.params['code'] ?? '');
  return t(service ? 'order-activity-service' : 'activity-program');
}
