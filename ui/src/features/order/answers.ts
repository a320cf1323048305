// What was answered on each step, as label and value: for the review, and for steps that are past
// changing.

import type { ChoiceView, DraftForm, OrderView, ServiceView } from '../../host/types';
import {
  countryName,
  formatNumber,
  formatPlace,
  languageName,
  zoneName,
} from '../../shared/formats';
import { isolate, t, term } from '../../shared/i18n.svelte';
import { serviceName, shortName } from '../../shared/words';
import { licensedLines, licensesAt } from './licenses';
import type { NewOrganization, OrderSession } from './order.svelte';
import { operationWords } from './words';

export interface Fact {
  label: string;
  /** Several lines stand below each other; none is "not answered". */
  values: string[];
  /** Cannot be changed later. */
  final?: boolean;
}

export function factsOf(step: string, session: OrderSession): Fact[] {
  const view = session.view;
  if (view === null) return [];
  const sent = view.services.find((service) => service.kind === step);
  if (sent !== undefined && !session.editable && session.savedAt === null) {
    return accepted(view, sent);
  }
  const facts: Record<string, () => Fact[]> = {
    who: () => who(view, session.form),
    partner: () => organization('partner', session),
    customer: () => organization(session.customerRole, session),
    subscription: () => subscription(view, session.form),
    meetings: () => meetings(view, session),
    calling: () => calling(session),
    contact_center: () => [
      fact(
        t('wizard-contact-center-country'),
        countryName(session.form.contact_center.country),
        true,
      ),
    ],
  };
  return facts[step]?.() ?? [];
}

function fact(label: string, value: string | string[], final = false): Fact {
  const values = (Array.isArray(value) ? value : [value]).filter((line) => line !== '');
  return { label, values, final };
}

/** The draft is gone once the service accepted it: what it does for a service says the rest. */
function accepted(view: OrderView, service: ServiceView): Fact[] {
  const steps = view.operation?.steps.filter((step) => step.service === service.kind) ?? [];
  const state = fact(serviceName(service.kind), term('order-service-state', service.state));
  return steps.length === 0
    ? [state]
    : [state, fact(t('order-operation'), steps.map(operationWords))];
}

function who(view: OrderView, form: DraftForm): Fact[] {
  const { mapping } = view;
  const code =
    mapping === null ? form.completed_by : mapping.own_company ? 'own_company' : 'for_customer';
  const words: Record<string, string> = {
    for_customer: t('wizard-answer-for-customer'),
    own_company: t('wizard-answer-own-company'),
    someone_else: form.handover.email
      ? t('wizard-answer-someone-else', { email: form.handover.email })
      : t('wizard-answer-someone-else-open'),
  };
  return [fact(t('wizard-review-who'), code === null ? '' : (words[code] ?? code))];
}

function created(role: string, made: NewOrganization): Fact[] {
  const facts = [
    fact(t('finder-create-name'), [made.name, t('wizard-review-new')], true),
    fact(t('wizard-review-vertical'), made.vertical === '' ? '' : term('vertical', made.vertical)),
    fact(t('wizard-review-country'), countryName(made.country), true),
  ];
  if (role === 'customer') facts.push(fact(t('wizard-review-admin'), made.admin_email, true));
  return facts;
}

function chosen(label: string, choice: ChoiceView): Fact {
  if (choice.choice !== 'existing') return fact(label, '');
  const { candidate } = choice;
  return fact(
    label,
    [
      candidate.name,
      formatPlace(candidate),
      candidate.domains.map((domain) => domain.name).join(', '),
    ],
    true,
  );
}

function organization(role: string, session: OrderSession): Fact[] {
  const label = t(
    role === 'partner' ? 'order-partner' : role === 'own' ? 'order-own' : 'order-customer',
  );
  const mapping = session.view?.mapping ?? null;
  if (mapping !== null) {
    const facts = [
      fact(label, (role === 'partner' ? mapping.partner : mapping.customer) ?? '', true),
    ];
    if (role === 'customer') facts.push(setUpBy(mapping.customer_sets_up));
    return facts;
  }
  const made = session.newOrganization(role);
  const facts = made === null ? [chosen(label, session.choiceOf(role))] : created(role, made);
  if (role === 'customer') facts.push(setUpBy(session.form.customer_sets_up));
  return facts;
}

function setUpBy(customer: boolean): Fact {
  const id = customer ? 'wizard-review-set-up-by-customer' : 'wizard-review-set-up-by-you';
  return fact(t('wizard-review-set-up-by'), t(id));
}

function subscription(view: OrderView, form: DraftForm): Fact[] {
  const facts = view.services
    .filter((service) => service.needs_input)
    .map((service) =>
      fact(serviceName(service.kind), whenWords(service.state, form.when[service.kind])),
    );
  const { code, current_site: site } = form.transfer;
  if (view.kind === 'transfer' && (code !== '' || site !== '')) {
    facts.push(
      fact(t('wizard-review-transfer'), t('wizard-review-transfer-value', { code, site })),
    );
  }
  return facts;
}

function whenWords(state: string, when: string | undefined): string {
  if (state !== 'not_set_up' && state !== 'deferred') return term('order-service-state', state);
  if (when === undefined) return '';
  return when === 'now' || when === 'later' ? t(`wizard-when-${when}`) : when;
}

function meetings(view: OrderView, session: OrderSession): Fact[] {
  const { sites } = session.form.meetings;
  const suffix = session.choices?.site_suffix ?? '';
  const lines = licensedLines(view.lines);
  return sites.map((site, index) => {
    const name = site.name === '' ? '' : `${site.name}${suffix}`;
    const early =
      site.early_release === null
        ? ''
        : t(site.early_release ? 'wizard-review-early' : 'wizard-review-not-early');
    const about = [
      site.time_zone === '' ? '' : zoneName(site.time_zone),
      early,
      t(`wizard-site-managed-${site.managed_in.replaceAll('_', '-')}`),
    ].filter((part) => part !== '');
    const given = lines.map(
      (line) => `${line.name}: ${formatNumber(licensesAt(line, site, sites.length))}`,
    );
    const label =
      sites.length > 1 ? t('wizard-site', { number: index + 1 }) : t('wizard-review-site');
    return fact(label, [name, about.join(' · '), ...given]);
  });
}

function calling(session: OrderSession): Fact[] {
  const { calling: form } = session.form;
  const { street1, street2, city, state, postal_code: postal } = form.address;
  const town = [postal, city, state]
    .map(isolate)
    .filter((part) => part !== '')
    .join(' ');
  const tongues = [
    form.announcement_language &&
      t('wizard-review-announcement', { language: languageName(form.announcement_language) }),
    form.email_language &&
      t('wizard-review-emails', { language: languageName(form.email_language) }),
  ];
  return [
    fact(t('wizard-review-location'), form.location_name),
    fact(t('wizard-review-address'), [street1, street2, town]),
    fact(t('wizard-review-country'), countryName(form.country), true),
    fact(t('wizard-calling-time-zone'), form.time_zone === '' ? '' : zoneName(form.time_zone)),
    fact(t('wizard-review-languages'), tongues),
    fact(
      t('wizard-calling-sip'),
      form.sip_name === '' ? '' : `${form.sip_name}${session.choices?.sip_suffix ?? ''}`,
    ),
  ];
}

/** Meetings and Calling, as a list of short names. */
export function shortNames(kinds: string[]): string[] {
  return kinds.map(shortName);
}
