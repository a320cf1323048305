// From a kept order to what crosses: badge, deadline, wizard, the page of confirmation.

import type {
  BadgeView,
  ComparisonRow,
  ConfirmationView,
  DeadlineView,
  OrderRow,
  OrderView,
  RowDetails,
  Sentence,
  WizardView,
} from '../views';
import { operator, type StoredOrder } from './orders';
import { entriesOf } from './queue';
import { isApproved, reviewOf } from './reviews';
import { prefilled, problemsOf, setUpNow, stepsOf, warningsOf } from './wizard';

/** Without accents and capitals, as a search compares. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function localState(order: StoredOrder): string {
  const acts = order.queue;
  if (order.conflict !== null || acts.some((entry) => entry.state === 'parked'))
    return 'needs_attention';
  if (acts.some((entry) => entry.state === 'sending')) return 'sending';
  if (acts.length > 0) return 'queued';
  return order.form === null ? 'clean' : 'draft';
}

export function formOf(order: StoredOrder) {
  return order.form ?? prefilled(order);
}

export function badgeOf(order: StoredOrder): BadgeView {
  const local = localState(order);
  if (local === 'draft') {
    const steps = stepsOf(order, formOf(order));
    const at = steps.findIndex((step) => step.progress === 'current');
    return { code: 'draft', step: at < 0 ? steps.length : at + 1, steps: steps.length };
  }
  return { code: local === 'clean' ? order.status : local, step: null, steps: null };
}

const over = ['provisioned', 'provisioned_with_errors', 'cancelled', 'handed_over'];

export function deadlineOf(order: StoredOrder): DeadlineView {
  const days = order.closesIn;
  if (days === null || over.includes(order.status)) {
    return { closes_at: null, days: null, urgency: 'none' };
  }
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(23, 59, 59, 0);
  let urgency = 'far';
  if (days < 0) urgency = 'overdue';
  else if (days <= 3) urgency = 'soon';
  else if (days <= 7) urgency = 'near';
  return { closes_at: at.toISOString(), days, urgency };
}

export function rowOf(order: StoredOrder, details = false): OrderRow {
  return {
    id: order.id,
    number: order.number,
    customer: order.company,
    city: order.city,
    country: order.country,
    services: [...new Set(order.lines.map((line) => line.service))],
    deadline: deadlineOf(order),
    badge: badgeOf(order),
    customer_key: fold(order.company).replace(/^[^\p{L}\p{N}]+/u, ''),
    assignee: assigneeOf(order),
    mailed_at: mailedOf(order),
    details: details ? detailsOf(order) : null,
  };
}

/** Of every third order somebody takes care: what is open the operator, the rest a colleague. */
export function assigneeOf(order: StoredOrder): string {
  if (Number(order.number.slice(-4)) % 3 !== 0) return '';
  return isOpen(order) ? operator.email : 'luis@andaluza.example';
}

/** An offer stays open for a week or two; of the last ones the day is not known. */
function mailedOf(order: StoredOrder): string | null {
  if (order.closesIn === null) return null;
  const at = new Date();
  at.setDate(at.getDate() + Math.min(0, order.closesIn - 14));
  at.setHours(8, 12, 0, 0);
  return at.toISOString();
}

function detailsOf(order: StoredOrder): RowDetails {
  return {
    subscription: order.subscription,
    kind: order.kind,
    requested_start: mailedOf(order)?.slice(0, 10) ?? null,
    contact: order.contact,
    note: order.note,
    partner: order.mapping?.partner ?? null,
    organization: order.mapping?.customer ?? null,
  };
}

export function isOpen(order: StoredOrder): boolean {
  return ![...over, 'closed'].includes(order.status);
}

function frozenBecause(order: StoredOrder): string | null {
  const local = localState(order);
  const beside = ['note', 'assignee', 'review', 'verdict'];
  const acts = order.queue.some((entry) => !beside.includes(entry.kind));
  if (acts && local !== 'clean' && local !== 'draft') return local;
  const reasons: Record<string, string> = {
    awaiting_approval: 'awaiting_approval',
    customer_sets_up: 'customer_sets_up',
    provisioning: 'provisioning',
    provisioned: 'provisioned',
    provisioned_with_errors: 'provisioned',
    failed: 'failed',
    handed_over: 'handed_over',
    closed: 'order_closed',
    cancelled: 'order_cancelled',
  };
  return reasons[order.status] ?? null;
}

function wizardOf(order: StoredOrder): WizardView {
  const form = formOf(order);
  const steps = stepsOf(order, form);
  const frozen_because = frozenBecause(order);
  const open = steps.find((step) => step.progress === 'current')?.id ?? 'review';
  const kept = steps.find((step) => step.id === order.form?.step)?.id;
  return {
    editable: frozen_because === null,
    frozen_because,
    mapped: order.mapping !== null,
    form,
    partner: order.partner,
    customer: order.customer,
    steps,
    current: kept ?? open,
    saved_at: order.savedAt,
    outdated: false,
    set_up_now: setUpNow(order, form),
  };
}

function stampOf(order: StoredOrder): string {
  if (order.queue.length > 0) return 'queued';
  const stamps: Record<string, string> = {
    provisioned: 'confirmed',
    provisioned_with_errors: 'confirmed_with_errors',
    failed: 'failed',
    awaiting_details: 'draft',
    closed: 'draft',
    cancelled: 'draft',
  };
  return stamps[order.status] ?? 'submitted';
}

export function viewOf(order: StoredOrder): OrderView {
  return structuredClone({
    id: order.id,
    number: order.number,
    subscription: order.subscription,
    kind: order.kind,
    offer: order.offer,
    status: order.status,
    local_state: localState(order),
    badge: badgeOf(order),
    deadline: deadlineOf(order),
    requested_start: new Date(Date.now() - 4 * 86_400_000).toISOString().slice(0, 10),
    mail_sent_at: order.timeline.at(-1)?.at ?? null,
    contact: {
      email: order.contact,
      name: 'Ana Ruiz',
      time_zone: 'Europe/Madrid',
      frozen: order.mapping !== null,
    },
    seller: { name: 'Luis Ortega', email: 'luis@seller.example' },
    can_resend: order.canResend,
    assignee: order.assigning === null ? order.assignee : order.assigning.to,
    assignee_queued: order.assigning !== null,
    note: order.note,
    note_queued: order.noteQueued,
    note_typed: order.noteTyped,
    end_customer: {
      company: order.company,
      email: order.email,
      country: order.country,
      city: order.city,
    },
    lines: order.lines,
    services: order.services,
    mapping: order.mapping,
    review: reviewOf(order),
    reminder: order.reminder,
    snoozed_until: order.snoozedUntil,
    declined: order.declined,
    operation: order.operation,
    wizard: wizardOf(order),
    queue: entriesOf(order),
    conflict: order.conflict,
    timeline: order.timeline,
    stamp: stampOf(order),
  });
}

function said(code: string, params: Record<string, string> = {}): Sentence {
  return { code, params };
}

/** The order against the answers. */
export function rows(order: StoredOrder): ComparisonRow[] {
  const form = formOf(order);
  const found: ComparisonRow[] = [];
  const name = (choice: StoredOrder['customer']): Sentence => {
    if (choice.choice === 'undecided') return said('none');
    if (choice.choice === 'create') return said('create', { name: choice.name });
    return said('name', { name: choice.candidate.name });
  };
  if (order.mapping === null) {
    if (form.completed_by !== 'own_company') {
      found.push({
        code: 'partner',
        order_says: said('address', { email: order.contact }),
        chosen: name(order.partner),
        verdict: 'same',
      });
    }
    const { customer } = order;
    found.push({
      code: 'customer',
      order_says: said('name', { name: order.company }),
      chosen: name(customer),
      verdict: customer.choice === 'create' ? 'mind' : 'same',
    });
    if (customer.choice !== 'undecided') {
      const country = customer.choice === 'create' ? customer.country : customer.candidate.country;
      found.push({
        code: 'country',
        order_says: said('country', { country: order.country }),
        chosen: said('country', { country, region: 'eu' }),
        verdict: country === order.country ? 'same' : 'different',
      });
    }
    if (customer.choice === 'existing') {
      const domain = customer.candidate.domains[0];
      found.push({
        code: 'domain',
        order_says: said('domain', { name: order.email?.split('@')[1] ?? '' }),
        chosen: domain ? said('domain', { name: domain.name, state: domain.state }) : said('none'),
        verdict: domain ? 'same' : 'mind',
      });
      found.push({
        code: 'rights',
        order_says: said('none'),
        chosen: said(customer.candidate.role_after_mapping, {
          approval: customer.candidate.approval,
        }),
        verdict: customer.candidate.approval === 'required' ? 'mind' : 'same',
      });
    }
  }
  const quantities: Record<string, string> = {};
  for (const line of order.lines) {
    if (['meetings', 'calling', 'contact_center'].includes(line.service)) {
      quantities[line.service] = String(Number(quantities[line.service] ?? 0) + line.quantity);
    }
  }
  const now = setUpNow(order, form);
  found.push({
    code: 'set_up_now',
    order_says: said('quantities', quantities),
    chosen: form.customer_sets_up
      ? said('customer_sets_up')
      : now.length === 0
        ? said('later')
        : said('services', {
            services: now.join(','),
            sites: now.includes('meetings')
              ? form.meetings.sites.map((site) => site.name).join(',')
              : '',
            place: now.includes('calling') ? form.calling.address.city : '',
            country: now.includes('calling') ? form.calling.country : '',
          }),
    verdict: 'same',
  });
  return found;
}

export function confirmationOf(
  order: StoredOrder,
  online: boolean,
  needsReview = false,
): ConfirmationView {
  const form = formOf(order);
  const now = form.customer_sets_up ? [] : setUpNow(order, form);
  let act = order.mapping === null ? 'map_and_set_up' : 'set_up';
  if (order.mapping === null && now.length === 0) act = 'map';
  if (form.completed_by === 'someone_else') act = 'hand_over';
  return {
    phrase: order.number,
    rows: form.completed_by === 'someone_else' ? [] : rows(order),
    problems: problemsOf(order, form),
    warnings: warningsOf(order, form),
    checked: online,
    online,
    act,
    set_up_now: now,
    review_missing: needsReview && act.startsWith('map') && !isApproved(order),
  };
}
