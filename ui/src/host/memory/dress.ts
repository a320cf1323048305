// Local work on some of the sample orders, as in the drawings: a draft, a confirmation that
// waits, one that was refused.

import type { CandidateView } from '../views';
import { customerCandidates, partnerOrganization } from './directory';
import type { StoredOrder } from './orders';
import { stamp, type Program } from './program';
import { formOf } from './view';

/** An organization as it is kept once chosen. */
export function existing(candidate: CandidateView, outcome: string) {
  const at = stamp();
  const common = { choice: 'existing', candidate, outcome, from_cache: false } as const;
  return { ...common, as_of: at, chosen_at: at };
}

export function dress(program: Program): void {
  draft(program);
  const queued = program.find('ord_4410227954');
  if (queued) {
    program.enqueue(queued, 'mapping');
    program.enqueue(queued, 'setup');
  }
  const refused = program.find('ord_4410227921');
  if (refused) {
    const entry = program.enqueue(refused, 'mapping');
    entry.state = 'parked';
    entry.attempts = 1;
    entry.problem = { code: 'organization_changed', params: {} };
    program.record(refused, 'parked', { kind: 'mapping', code: 'organization_changed' }, 1, '');
  }
  program.orders.filter((order) => order.mapping !== null).forEach(remember(program));
  program.recount();
}

/** How orders came where they are, two hours apart, by two people. */
function remember(program: Program) {
  return (order: StoredOrder, at: number) => {
    const actor = at % 3 === 2 ? 'luis.fernandez-montoya@andaluza.example' : undefined;
    const acts = ['mapping', ...(order.operation === null ? [] : ['setup'])];
    const begun = 1_440 + at * 120;
    program.record(order, 'draft_started', {}, begun + 12, actor);
    const name = order.mapping?.customer ?? '';
    program.record(order, 'customer_chosen', { name }, begun + 9, actor);
    for (const kind of acts) program.record(order, `queued_${kind}`, {}, begun + 4, actor);
    for (const kind of acts) {
      program.record(order, `sent_${kind}`, {}, begun + 3, actor);
      program.record(order, `accepted_${kind}`, {}, begun + 3, actor);
    }
  };
}

function draft(program: Program): void {
  const order = program.find('ord_4410228290');
  if (!order) return;
  const form = formOf(order);
  form.completed_by = 'for_customer';
  form.when = { meetings: 'now', calling: 'now' };
  order.form = form;
  order.savedAt = new Date(Date.now() - 14_000).toISOString();
  order.partner = existing(partnerOrganization, 'matched');
  const [first] = customerCandidates(order.company, order.city, order.country, 'zurita.example');
  if (first) order.customer = existing(first, 'candidates');
  program.note(order, 'email_opened', {}, 39);
  program.note(order, 'organization_chosen', { role: 'customer', name: 'Zurita y Compañía' }, 2);
}
