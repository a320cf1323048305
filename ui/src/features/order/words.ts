// Codes of the order page put into words. The catalogues have the sentences; in here is only
// which sentence a code asks for and which values go in.

import type {
  ChoicesView,
  ComparisonRow,
  DeclinedView,
  OrderView,
  Sentence,
  StepView,
} from '../../host/types';
import { countryName, formatDate, formatNumber, formatPlace } from '../../shared/formats';
import { kebab, sentence, t, tMaybe } from '../../shared/i18n.svelte';
import { codesOf, shortName } from '../../shared/words';

export function frozenWords(reason: string): string {
  return tMaybe(`problem-frozen-${kebab(reason)}`) ?? t('problem-frozen-other');
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
        ...codesOf(params['now']).map((kind) =>
          t('wizard-answer-now', { service: shortName(kind) }),
        ),
        ...codesOf(params['later']).map((kind) =>
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

/** Who did not agree, when the customer's approval was asked. */
export function declinedTitle({ customer }: DeclinedView): string {
  return t('declined-title', { customer: customer === '' ? t('declined-customer') : customer });
}

/** Why, and when; a reason that is no code is the customer's own. */
export function declinedWords({ at, reason }: DeclinedView): string {
  const why =
    reason === ''
      ? ''
      : (tMaybe(`declined-reason-${kebab(reason)}`) ?? t('declined-said', { reason }));
  return [why, t('declined-next', { day: formatDate(at) })].filter((part) => part !== '').join(' ');
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
  const sites = codesOf(params['sites']).map((site) => `${site}${choices?.site_suffix ?? ''}`);
  const said: Record<string, string> = { meetings: sites.join(', '), calling: located(params) };
  return codesOf(params['services'])
    .map((kind) => said[kind] || shortName(kind))
    .join(' · ');
}

export function rowName(row: ComparisonRow): string {
  return tMaybe(`wizard-row-${kebab(row.code)}`) ?? t('wizard-row-other');
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
