// The wizard in memory: steps and problems that follow from the answers, well enough for the
// interface. The rules themselves live in the program, not here.

import type { ChoiceView, DraftForm, ProblemView, Sentence, StepView } from '../views';
import { sampleChoices } from './choices';
import { blankForm } from '../../shared/blankForm';
import type { StoredOrder } from './orders';

const withInput = ['meetings', 'calling', 'contact_center'];

function problem(
  step: string,
  pointer: string,
  code: string,
  params: Record<string, string> = {},
): ProblemView {
  return { pointer, code, params, step };
}

/** What a fresh wizard starts with. */
export function prefilled(order: StoredOrder): DraftForm {
  const form = blankForm();
  const name =
    order.company
      .normalize('NFD')
      .toLowerCase()
      .replace(/,?\s+(s\.l\.|ag|se|ltd|gmbh)$/u, '')
      .split(/\s+/)[0]
      ?.replace(/[^a-z0-9]/g, '') ?? '';
  const zones: Record<string, string> = {
    ES: 'Europe/Madrid',
    CH: 'Europe/Zurich',
    DE: 'Europe/Berlin',
    GB: 'Europe/London',
    FR: 'Europe/Paris',
    GE: 'Asia/Tbilisi',
    JP: 'Asia/Tokyo',
  };
  const zone = zones[order.country] ?? 'Europe/Paris';
  form.meetings.sites = [
    { name, time_zone: zone, early_release: null, managed_in: 'control_hub', licenses: {} },
  ];
  form.calling = {
    ...form.calling,
    location_name: order.city,
    country: order.country,
    time_zone: zone,
    sip_name: name,
  };
  form.calling.address.city = order.city;
  form.contact_center.country = order.country;
  return form;
}

/** Services that are asked about and set up now, in the order of the lines. */
export function setUpNow(order: StoredOrder, form: DraftForm): string[] {
  const kinds = [...new Set(order.lines.map((line) => line.service))];
  return kinds.filter((kind) => withInput.includes(kind) && form.when[kind] !== 'later');
}

function stepIds(order: StoredOrder, form: DraftForm): string[] {
  if (form.completed_by === 'someone_else') return ['who'];
  const ids = ['who'];
  if (form.completed_by !== 'own_company') ids.push('partner');
  ids.push('customer');
  if (!form.customer_sets_up) {
    ids.push('subscription');
    ids.push(...setUpNow(order, form));
  }
  ids.push('review');
  return ids;
}

function choiceProblems(step: 'partner' | 'customer', choice: ChoiceView): ProblemView[] {
  if (choice.choice === 'undecided') return [problem(step, `/${step}`, 'required')];
  if (choice.choice === 'existing') return [];
  const needed =
    step === 'customer'
      ? (['name', 'vertical', 'country', 'admin_email'] as const)
      : (['name', 'vertical', 'country'] as const);
  return needed
    .filter((field) => choice[field].trim() === '')
    .map((field) => problem(step, `/${step}/organization/${field}`, 'required'));
}

function meetingsProblems(order: StoredOrder, form: DraftForm): ProblemView[] {
  const found: ProblemView[] = [];
  const seen = new Set<string>();
  form.meetings.sites.forEach((site, at) => {
    const pointer = `/meetings/sites/${at}`;
    if (site.name === '') found.push(problem('meetings', `${pointer}/name`, 'required'));
    else if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(site.name))
      found.push(problem('meetings', `${pointer}/name`, 'invalid_characters'));
    else if (site.name.length > 63)
      found.push(problem('meetings', `${pointer}/name`, 'too_long', { max: '63' }));
    else if (seen.has(site.name))
      found.push(problem('meetings', `${pointer}/name`, 'duplicate_site'));
    seen.add(site.name);
    if (site.time_zone === '') found.push(problem('meetings', `${pointer}/time_zone`, 'required'));
    if (site.early_release === null)
      found.push(problem('meetings', `${pointer}/early_release`, 'required'));
  });
  if (form.meetings.sites.length === 0)
    found.push(problem('meetings', '/meetings/sites', 'required'));
  if (form.meetings.sites.length > 1) found.push(...licenseProblems(order, form));
  return found;
}

function licenseProblems(order: StoredOrder, form: DraftForm): ProblemView[] {
  const found: ProblemView[] = [];
  for (const line of order.lines.filter((one) => one.service === 'meetings')) {
    const given = form.meetings.sites.reduce((sum, site) => sum + (site.licenses[line.id] ?? 0), 0);
    const pointer = `/meetings/licenses/${line.id}`;
    if (given < line.quantity)
      found.push(
        problem('meetings', pointer, 'licenses_left_over', { left: String(line.quantity - given) }),
      );
    if (given > line.quantity)
      found.push(
        problem('meetings', pointer, 'licenses_too_many', { over: String(given - line.quantity) }),
      );
  }
  return found;
}

function callingProblems(form: DraftForm): ProblemView[] {
  const { calling } = form;
  const found: ProblemView[] = [];
  for (const field of [
    'location_name',
    'country',
    'time_zone',
    'announcement_language',
    'email_language',
    'sip_name',
  ] as const) {
    if (calling[field].trim() === '')
      found.push(problem('calling', `/calling/${field}`, 'required'));
  }
  for (const field of ['street1', 'city'] as const) {
    if (calling.address[field].trim() === '')
      found.push(problem('calling', `/calling/address/${field}`, 'required'));
  }
  if (calling.sip_name !== '' && !/^[a-z0-9]{1,63}$/i.test(calling.sip_name)) {
    found.push(problem('calling', '/calling/sip_name', 'invalid_characters'));
  }
  return found;
}

/** What is unusual but may be right. */
export function warningsOf(order: StoredOrder, form: DraftForm): ProblemView[] {
  const { country, address } = form.calling;
  const rule = sampleChoices.countries.find(({ code }) => code === country);
  const unusual = country === 'ES' && !/^(\d{5})?$/.test(address.postal_code.trim());
  if (!unusual || !stepIds(order, form).includes('calling')) return [];
  const example = rule?.postal_example ?? '';
  return [problem('calling', '/calling/address/postal_code', 'postal_code_unusual', { example })];
}

function whoProblems(order: StoredOrder, form: DraftForm): ProblemView[] {
  if (form.completed_by === null) return [problem('who', '/completed_by', 'required')];
  if (form.completed_by !== 'someone_else') return [];
  const { email } = form.handover;
  if (email === '') return [problem('who', '/handover/email', 'required')];
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    return [problem('who', '/handover/email', 'invalid_email')];
  return email === order.contact ? [problem('who', '/handover/email', 'same_as_contact')] : [];
}

/** All problems, step by step. */
export function problemsOf(order: StoredOrder, form: DraftForm): ProblemView[] {
  const ids = stepIds(order, form);
  const found: ProblemView[] = order.mapping ? [] : whoProblems(order, form);
  if (!order.mapping && ids.includes('partner'))
    found.push(...choiceProblems('partner', order.partner));
  if (!order.mapping && ids.includes('customer'))
    found.push(...choiceProblems('customer', order.customer));
  if (ids.includes('subscription')) {
    for (const kind of new Set(order.lines.map((line) => line.service))) {
      if (withInput.includes(kind) && form.when[kind] === undefined)
        found.push(problem('subscription', `/when/${kind}`, 'required'));
    }
  }
  if (ids.includes('meetings')) found.push(...meetingsProblems(order, form));
  if (ids.includes('calling')) found.push(...callingProblems(form));
  if (ids.includes('contact_center') && form.contact_center.country === '') {
    found.push(problem('contact_center', '/contact_center/country', 'required'));
  }
  return found;
}

function answerOf(id: string, order: StoredOrder, form: DraftForm): Sentence | null {
  const organization = (choice: ChoiceView, mapped: string | null | undefined): Sentence | null => {
    if (mapped) return { code: 'name', params: { name: mapped } };
    if (choice.choice === 'undecided') return null;
    return choice.choice === 'existing'
      ? { code: 'name', params: { name: choice.candidate.name } }
      : { code: 'create', params: { name: choice.name } };
  };
  const services = (): Sentence | null => {
    const list = (wanted: string) =>
      Object.keys(form.when)
        .filter((kind) => form.when[kind] === wanted)
        .join(',');
    const [now, later] = [list('now'), list('later')];
    return now + later === '' ? null : { code: 'services', params: { now, later } };
  };
  const answers: Record<string, () => Sentence | null> = {
    who: () => {
      if (order.mapping)
        return { code: order.mapping.own_company ? 'own_company' : 'for_customer', params: {} };
      if (form.completed_by === null) return null;
      const params: Record<string, string> =
        form.completed_by === 'someone_else' ? { email: form.handover.email } : {};
      return { code: form.completed_by, params };
    },
    partner: () => organization(order.partner, order.mapping?.partner),
    customer: () => organization(order.customer, order.mapping?.customer),
    subscription: services,
    meetings: () => {
      const name = form.meetings.sites[0]?.name ?? '';
      const count = String(form.meetings.sites.length);
      return name === '' ? null : { code: 'sites', params: { name, count } };
    },
    calling: () => {
      const { address, location_name, country } = form.calling;
      const place = address.city === '' ? location_name : address.city;
      return place === '' ? null : { code: 'location', params: { place, country } };
    },
    contact_center: () =>
      form.contact_center.country === ''
        ? null
        : { code: 'country', params: { country: form.contact_center.country } },
  };
  return answers[id]?.() ?? null;
}

/** The stepper. A form that nobody has touched has not got anything done. */
export function stepsOf(order: StoredOrder, form: DraftForm): StepView[] {
  const problems = problemsOf(order, form);
  const warnings = warningsOf(order, form);
  let found = false;
  return stepIds(order, form).map((id) => {
    const own = problems.filter((one) => one.step === id);
    const frozen = order.mapping !== null && ['who', 'partner', 'customer'].includes(id);
    let progress = 'done';
    if (frozen) progress = 'frozen';
    else if (found) progress = own.length > 0 || id === 'review' ? 'todo' : 'done';
    else if (own.length > 0 || id === 'review') {
      progress = 'current';
      found = true;
    }
    const answered = progress === 'done' || progress === 'frozen';
    return {
      id,
      progress,
      answer: answered || order.savedAt !== null ? answerOf(id, order, form) : null,
      problems: own,
      warnings: warnings.filter((one) => one.step === id),
    };
  });
}
