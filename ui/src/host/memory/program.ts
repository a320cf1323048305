// The state behind the doors: orders, queue, connection, and what the service makes of them.

import type { Host, HostEvents } from '../types';
import type {
  AccountView,
  BackgroundView,
  Choose,
  DraftForm,
  Failure,
  FinderView,
  FrameView,
  JournalEntryView,
  KnownAccountView,
  OrderView,
  QueueEntryView,
  SettingsView,
  StartupView,
} from '../views';
import { customerCandidates, partnerOrganization } from './directory';
import { dress, existing } from './dress';
import { noticesAbout } from '../../shared/notices';
import { operationFor } from './operation';
import { operator, sampleOrders, type StoredOrder } from './orders';
import { accepted } from './reviews';
import { formOf, localState, viewOf } from './view';
import { setUpNow } from './wizard';
import type { StoredPreset } from './presets';
import type { StoredView } from './saved';
import { sampleTable } from './table';

export interface MemoryOptions {
  /** Nothing is set up yet. */
  firstRun?: boolean;
  /** Orders beyond those made by hand. */
  more?: number;
  /** Rows of the table that is opened, the headings first. */
  table?: readonly (readonly string[])[];
  online?: boolean;
  settings?: Partial<SettingsView>;
  account?: 'sample' | 'service';
  signedIn?: boolean;
  /** Milliseconds after which the queue moves by itself; without it only `deliver()` moves it. */
  pace?: number;
}

export type Method = Exclude<keyof Host, 'on'>;

export const stamp = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

export function accountOf(kind: 'sample' | 'service', signedIn: boolean): AccountView {
  return {
    kind,
    address: kind === 'sample' ? 'http://127.0.0.1:41377' : 'https://provisioning.example',
    operator_name: operator.name,
    operator_email: operator.email,
    signed_in: signedIn,
    tokens: 'keyring',
    keyring_problem: null,
    sample_online: kind === 'sample' ? true : null,
    database: '/home/ana/.local/share/turnup/sample.db',
  };
}

function connectionOf(account: AccountView | null, online: boolean): string {
  if (account === null) return 'none';
  if (!account.signed_in) return 'signed_out';
  return online ? 'online' : 'offline';
}

export function failure(code: string, params: Record<string, string> = {}): Failure {
  return { code, params };
}

/** What a command rejects with. */
export function fail(code: string, params: Record<string, string> = {}): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
  throw failure(code, params);
}

export class Program {
  readonly orders: StoredOrder[];
  readonly table: readonly (readonly string[])[];
  /** By the folded name and the country. */
  readonly customerNotes = new Map<string, string>();
  readonly calls: { method: Method; args: unknown[] }[] = [];
  readonly failing = new Map<Method, { failure: Failure; times: number }>();
  readonly listeners = new Map<keyof HostEvents, Set<(payload: never) => void>>();
  readonly findings = new Map<string, FinderView>();
  /** In the order in which it was written. */
  readonly journal: JournalEntryView[] = [];
  account: AccountView | null;
  readonly presets: StoredPreset[] = [];
  readonly saved: StoredView[] = [];
  /** Accounts with data on this computer. */
  known: KnownAccountView[] = [
    {
      id: 'provisioning.example',
      address: 'https://provisioning.example',
      operator_name: operator.name,
      operator_email: operator.email,
      open: true,
    },
    {
      id: 'provisioning.example-5f2c',
      address: 'https://provisioning.example',
      operator_name: 'Luis Ortega',
      operator_email: 'luis@andaluza.example',
      open: false,
    },
  ];
  settings: SettingsView;
  /** Why nothing could be opened. */
  problem: Failure | null = null;
  /** E-mails that came before the window listened. */
  readonly early: HostEvents['file_arrived'][] = [];
  frame: FrameView;
  entries = 0;
  silentUntil: string | null = null;
  /** Whether the system showed the last notice, and whether it shows a tray. */
  showed = 'shown';
  tray = 'shown';
  signIn: { finish: (account: AccountView) => void; cancel: (failed: Failure) => void } | null =
    null;

  constructor(readonly options: MemoryOptions) {
    const online = options.online ?? true;
    this.orders = sampleOrders(options.more ?? 0);
    this.table = options.table ?? sampleTable;
    this.account = options.firstRun
      ? null
      : accountOf(options.account ?? 'sample', options.signedIn ?? true);
    if (this.account?.sample_online != null) this.account.sample_online = online;
    this.settings = {
      language: 'en',
      appearance: 'light',
      density: 'comfortable',
      review_required: false,
      tables: [],
      notices: true,
      notices_about: [...noticesAbout],
      quiet_at_night: true,
      keep_running: false,
      start_at_login: false,
      columns: [],
      ...options.settings,
    };
    this.frame = {
      saved: 'saved',
      waiting: 0,
      needs_attention: 0,
      connection: connectionOf(this.account, online),
      since: stamp(),
      last_sync: stamp(),
      sync: null,
      problem: null,
      clock_off: null,
    };
    dress(this);
  }

  background(): BackgroundView {
    const tray = this.settings.keep_running ? this.tray : 'off';
    return { silent_until: this.silentUntil, notices: this.showed, tray };
  }

  startup(): StartupView {
    const { settings, problem } = this;
    const account = problem === null ? this.account : null;
    const folder = '/home/ana/.local/share/turnup';
    return { version: '0.1.0', data_dir: folder, settings, account, problem, rescued: null };
  }

  get online() {
    return this.frame.connection === 'online';
  }

  find(id: string): StoredOrder | undefined {
    return this.orders.find((order) => order.id === id);
  }

  need(id: string): StoredOrder {
    const order = this.find(id);
    return order ?? fail('order_not_found', { id });
  }

  note(order: StoredOrder, code: string, params: Record<string, string> = {}, minutesAgo = 0) {
    const line = this.record(order, code, params, minutesAgo);
    const { at, actor } = line;
    order.timeline.unshift({ at, actor, code, params, source: 'here' });
  }

  /** Into the journal alone: the service tells it in the order's own activity. */
  record(
    order: StoredOrder,
    code: string,
    params: Record<string, string> = {},
    minutesAgo = 0,
    actor = operator.email,
  ): JournalEntryView {
    const line: JournalEntryView = {
      id: String(this.journal.length + 1),
      at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      actor,
      code,
      params,
      order_id: order.id,
      number: order.number,
      customer: order.company,
    };
    this.journal.push(line);
    return line;
  }

  enqueue(order: StoredOrder, kind: string): QueueEntryView {
    const entry: QueueEntryView = {
      id: String(++this.entries),
      order_id: order.id,
      number: order.number,
      customer: order.company,
      kind,
      state: 'pending',
      created_at: stamp(),
      attempts: 0,
      next_attempt_at: null,
      problem: null,
      errors: [],
      unknown_outcome: false,
      waits_for: 'turn',
      actor: operator.email,
      can_take_back: true,
    };
    order.queue.push(entry);
    this.record(order, `queued_${kind}`);
    return entry;
  }

  emit<Name extends keyof HostEvents>(event: Name, payload: HostEvents[Name]) {
    for (const listener of this.listeners.get(event) ?? []) listener(payload as never);
  }

  recount() {
    const entries = this.orders.flatMap((order) => order.queue);
    this.frame = {
      ...this.frame,
      waiting: entries.filter((entry) => entry.state !== 'parked').length,
      needs_attention: entries.filter((entry) => entry.state === 'parked').length,
    };
  }

  changed(...ids: string[]) {
    this.recount();
    this.emit('orders_changed', { ids, all: ids.length === 0 });
    this.emit('frame_changed', { frame: structuredClone(this.frame) });
  }

  /** The act is queued; online and with a pace it goes out by itself. */
  queued(order: StoredOrder): OrderView {
    this.changed(order.id);
    if (this.online && this.options.pace !== undefined)
      setTimeout(() => this.deliver(), this.options.pace);
    return viewOf(order);
  }

  deliver() {
    if (!this.online) return;
    for (const order of this.orders) {
      if (order.queue.length === 0 || localState(order) === 'needs_attention') continue;
      for (const entry of order.queue) {
        this.record(order, `sent_${entry.kind}`);
        this.#accept(order, entry);
        this.record(order, `accepted_${entry.kind}`);
      }
      order.queue = [];
      this.changed(order.id);
    }
    this.frame = { ...this.frame, last_sync: stamp() };
  }

  #accept(order: StoredOrder, entry: QueueEntryView) {
    const form = formOf(order);
    const acts: Record<string, () => void> = {
      mapping: () => this.#map(order, form),
      setup: () => this.#setUp(order, form),
      handover: () => {
        order.status = 'handed_over';
        order.form = null;
      },
      retry: () => this.#provision(order),
      note: () => (order.noteQueued = false),
      assignee: () => {
        order.assignee = order.assigning?.to ?? null;
        order.assigning = null;
      },
      review: () => accepted(order, entry),
      verdict: () => accepted(order, entry),
    };
    acts[entry.kind]?.();
  }

  #map(order: StoredOrder, form: DraftForm) {
    const { customer, partner } = order;
    const name = (choice: typeof customer) => {
      if (choice.choice === 'undecided') return order.company;
      return choice.choice === 'create' ? choice.name : choice.candidate.name;
    };
    const asked =
      customer.choice === 'existing' &&
      customer.candidate.approval === 'required' &&
      order.number.endsWith('4');
    order.mapping = {
      own_company: form.completed_by === 'own_company',
      partner: form.completed_by === 'own_company' ? null : name(partner),
      customer: name(customer),
      customer_created: customer.choice === 'create',
      customer_sets_up: form.customer_sets_up,
      approval: asked ? 'required' : null,
      by: operator.email,
      at: stamp(),
    };
    order.status = asked
      ? 'awaiting_approval'
      : form.customer_sets_up
        ? 'customer_sets_up'
        : 'mapped';
    this.note(order, 'mapped', { customer: order.mapping.customer });
  }

  #setUp(order: StoredOrder, form: DraftForm) {
    if (setUpNow(order, form).length === 0) order.status = 'deferred';
    else this.#provision(order);
    order.form = null;
    order.savedAt = null;
  }

  #provision(order: StoredOrder) {
    order.status = 'provisioning';
    order.operation = operationFor(setUpNow(order, formOf(order)), 'provisioning', order.company);
    for (const service of order.services) if (service.needs_input) service.state = 'provisioning';
    this.note(order, 'setup_accepted');
    if (this.options.pace !== undefined)
      setTimeout(() => this.finish(order.id), this.options.pace * 2);
  }

  finish(id: string) {
    const order = this.need(id);
    order.status = 'provisioned';
    for (const service of order.services) service.state = 'provisioned';
    if (order.operation) {
      order.operation.state = 'succeeded';
      for (const step of order.operation.steps) step.state = 'succeeded';
    }
    order.timeline.unshift({
      at: stamp(),
      actor: '',
      code: 'provisioned',
      params: {},
      source: 'service',
    });
    this.changed(id);
  }

  findOrganizations(id: string, role: string): FinderView {
    const order = this.need(id);
    const domain = order.email?.split('@')[1] ?? 'customer.example';
    const matched = role !== 'customer';
    const found: FinderView = {
      role,
      email: matched ? order.contact : order.email,
      company: order.company,
      country: order.country,
      outcome: matched && this.online ? 'matched' : 'candidates',
      from_cache: !this.online,
      as_of: this.frame.last_sync,
      candidates: matched
        ? [partnerOrganization]
        : customerCandidates(order.company, order.city, order.country, domain),
      next_cursor: null,
    };
    if (order.country === 'JP' && !matched)
      Object.assign(found, { outcome: 'none', candidates: [] });
    this.findings.set(`${id} ${role}`, found);
    return found;
  }

  choose(id: string, role: string, choose: Choose): OrderView {
    const order = this.need(id);
    const slot = role === 'partner' ? 'partner' : 'customer';
    order.form ??= formOf(order);
    order.savedAt = stamp();
    if (choose.choice === 'existing') {
      const found = this.findings.get(`${id} ${role}`);
      const candidate = found?.candidates.find(
        (one) => one.organization_id === choose.organization_id,
      );
      if (!candidate || !found) return fail('candidate_unknown');
      order[slot] = { ...existing(candidate, found.outcome), from_cache: found.from_cache };
      this.note(order, 'organization_chosen', { role, name: candidate.name });
    } else {
      order[slot] = choose;
    }
    this.changed(id);
    return viewOf(order);
  }

  setOnline(online: boolean) {
    if (this.account?.kind === 'sample') this.account = { ...this.account, sample_online: online };
    this.frame = { ...this.frame, connection: online ? 'online' : 'offline', since: stamp() };
    this.emit('frame_changed', { frame: structuredClone(this.frame) });
    this.emit('account_changed', { account: this.account });
    if (online && this.options.pace !== undefined)
      setTimeout(() => this.deliver(), this.options.pace);
  }

  enter(account: AccountView): AccountView {
    this.account = account;
    this.frame = {
      ...this.frame,
      connection: account.signed_in ? 'online' : 'signed_out',
      since: stamp(),
    };
    this.emit('account_changed', { account });
    this.changed();
    return account;
  }
}
