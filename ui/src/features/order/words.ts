// Codes of the order page put into words. The catalogues have the sentences; in here is only
// which sentence a code asks for and which values go in.

import type {
  ChoicesView,
  ComparisonRow,
  OrderView,
  ProblemView,
  Sentence,
  StepView,
  TimelineEntry,
} from '../../host/types';
import { countryName, formatList, formatNumber, formatPlace } from '../../shared/formats';
import { kebab, sentence, t, tMaybe, term } from '../../shared/i18n.svelte';

export function serviceName(kind: string): string {
  return term('service', kind);
}

export function problemWords(problem: { code: string; params: Record<string, string> }): string {
  if (problem.code === 'new_flag') {
    const flag = { code: problem.params['flag'] ?? '', params: {} };
    return t('problem-new-flag', { flag: sentence('finder-flag', flag, 'finder-flag-other') });
  }
  return sentence('problem', problem, 'problem-unknown');
}

export function frozenWords(reason: string): string {
  return tMaybe(`problem-frozen-${kebab(reason)}`) ?? t('problem-frozen-other');
}

export function stepName(step: string, own = false): string {
  if (step === 'customer' && own) return t('wizard-step-own');
  return tMaybe(`wizard-step-${kebab(step)}`) ?? step;
}

function list(codes: string | undefined): string[] {
  return (codes ?? '').split(',').filter((code) => code !== '');
}

/** The line below a step. */
export function answerWords(step: StepView, choices: ChoicesView | null): string {
  const said = step.answer;
  if (said === null) return '';
  const { params } = said;
  switch (said.code) {
    case 'someone_else':
      return params['email']
        ? t('wizard-answer-someone-else', { email: params['email'] })
        : t('wizard-answer-someone-else-open');
    case 'services':
      return [
        ...list(params['now']).map((kind) => t('wizard-answer-now', { service: shortName(kind) })),
        ...list(params['later']).map((kind) =>
          t('wizard-answer-later', { service: shortName(kind) }),
        ),
      ].join(', ');
    case 'sites': {
      const name = `${params['name'] ?? ''}${choices?.site_suffix ?? ''}`;
      const more = Number(params['count'] ?? 1) - 1;
      return more > 0 ? t('wizard-answer-sites', { name, more }) : name;
    }
    case 'location':
      return located(params);
    case 'country':
      return countryName(params['country'] ?? '');
    case 'name':
      return params['name'] ?? '';
    case 'create':
      return newOrganizationWords(params['name']);
    default:
      return sentence('wizard-answer', said);
  }
}

/** A new organization may have been begun without a name. */
function newOrganizationWords(name = ''): string {
  return name.trim() === '' ? t('wizard-answer-create-open') : t('wizard-answer-create', { name });
}

/** A name on a button: long ones are cut, the page beside it has the whole of it. */
export function cut(name: string, most = 40): string {
  const letters = Array.from(name);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
}

/** Meetings rather than Webex Meetings, where there is little room. */
export function shortName(kind: string): string {
  return tMaybe(`service-short-${kebab(kind)}`) ?? serviceName(kind);
}

/** One side of the comparison. */
export function comparedWords(said: Sentence, choices: ChoicesView | null): string {
  const { params } = said;
  switch (said.code) {
    case 'none':
      return t('wizard-said-none');
    case 'name':
      return params['name'] ?? '';
    case 'address':
      return params['email'] ?? '';
    case 'create':
      return newOrganizationWords(params['name']);
    case 'country':
      return countryWords(params);
    case 'domain':
      return domainWords(params);
    case 'quantities':
      return Object.entries(params)
        .map(([kind, quantity]) => `${shortName(kind)} ${formatNumber(Number(quantity))}`)
        .join(' · ');
    case 'services':
      return setUpWords(params, choices);
    default:
      return sentence('wizard-said', { code: said.code, params: { approval: '', ...params } });
  }
}

function countryWords(params: Record<string, string>): string {
  const country = countryName(params['country'] ?? '');
  const region = params['region'] ?? '';
  const stays = region === '' ? null : tMaybe(`wizard-said-data-${kebab(region)}`);
  return [country, stays ?? ''].filter((part) => part !== '').join(' · ') || t('wizard-said-none');
}

function domainWords(params: Record<string, string>): string {
  const domain = params['name'] ?? '';
  const state = params['state'];
  const known =
    state === undefined ? null : tMaybe(`wizard-said-domain-${kebab(state)}`, { domain });
  return known ?? (domain || t('wizard-said-none'));
}

function located(params: Record<string, string>): string {
  return formatPlace({ city: params['place'] ?? '', country: params['country'] ?? '' });
}

/** Where what is set up now will be found: sites, place, or the service's name. */
function setUpWords(params: Record<string, string>, choices: ChoicesView | null): string {
  const sites = list(params['sites']).map((site) => `${site}${choices?.site_suffix ?? ''}`);
  const said: Record<string, string> = { meetings: sites.join(', '), calling: located(params) };
  return list(params['services'])
    .map((kind) => said[kind] || shortName(kind))
    .join(' · ');
}

/** Codes among the values become names: countries and lists of services. */
function withNames(said: Sentence): Sentence {
  const params: Record<string, string> = { ...said.params };
  if (params['country']) params['country'] = countryName(params['country']);
  if (params['services'] !== undefined) {
    params['services'] = formatList(list(params['services']).map(shortName));
  }
  return { code: said.code, params };
}

export function rowName(row: ComparisonRow): string {
  return tMaybe(`wizard-row-${kebab(row.code)}`) ?? t('wizard-row-other');
}

/** What happened, in the timeline. */
export function timelineWords(entry: TimelineEntry): string {
  const kind = entry.params['kind'];
  const exact =
    kind === undefined ? null : tMaybe(`order-timeline-${kebab(entry.code)}-${kebab(kind)}`);
  if (exact !== null) return exact;
  return sentence('order-timeline', withNames(entry), 'order-timeline-other');
}

export function operationWords(step: { code: string; subject: string }): string {
  const words = tMaybe(`order-operation-${kebab(step.code)}`, { subject: step.subject });
  return (
    words ??
    t('order-operation-other', { code: step.code.replaceAll('_', ' '), subject: step.subject })
  );
}

/** closes in 3 days; empty when nothing waits. */
export function closesWords(view: OrderView): string {
  const { days, urgency } = view.deadline;
  if (days === null || urgency === 'none') return '';
  if (days < 0) return t('order-closed-days');
  return t('order-closes-days', { days });
}

/** The lines of one service with their quantities, e.g. `Meetings 250`. */
export function quantityWords(view: OrderView, kind: string): string {
  const quantity = view.lines
    .filter((line) => line.service === kind)
    .reduce((sum, line) => sum + line.quantity, 0);
  return `${shortName(kind)} ${formatNumber(quantity)}`;
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
