// A program in memory: the same doors as the real one, a good enough order of events behind
// them. For tests of the interface, and for looking at screens in a browser.

import { sampleChoices } from './memory/choices';
import { customerCandidates, partnerOrganization, searchAnswer } from './memory/directory';
import { operationFor, operator, sampleOrders, type StoredOrder } from './memory/orders';
import {
  badgeOf,
  confirmationOf,
  deadlineOf,
  formOf,
  isOpen,
  localState,
  rowOf,
  viewOf,
} from './memory/view';
import { problemsOf, setUpNow, stepsOf } from './memory/wizard';
import type { Host, HostEvents } from './types';
import type {
  AccountView,
  Choose,
  DraftForm,
  Failure,
  FinderView,
  FrameView,
  OrderQuery,
  OrderView,
  QueueEntryView,
  SettingsView,
  ViewCounts,
} from './views';

export interface MemoryOptions {
  /** Nothing is set up yet. */
  firstRun?: boolean;
  /** Orders beyond those made by hand. */
  more?: number;
  online?: boolean;
  settings?: Partial<SettingsView>;
  account?: 'sample' | 'service';
  signedIn?: boolean;
  /** Milliseconds after which the queue moves by itself; without it only `deliver()` moves it. */
  pace?: number;
}

type Method = Exclude<keyof Host, 'on'>;

export interface MemoryHost extends Host {
  readonly orders: StoredOrder[];
  /** What was called, newest last. */
  readonly calls: { method: Method; args: unknown[] }[];
  /** The next call of this method, or all of them, reject. */
  fail(method: Method, failure: Failure | string, times?: number): void;
  emit<Name extends keyof HostEvents>(event: Name, payload: HostEvents[Name]): void;
  /** The service answers, or does not. */
  setOnline(online: boolean): void;
  setFrame(frame: Partial<FrameView>): void;
  /** Sends what waits, as a sync would. */
  deliver(): void;
  /** Provisioning ends well. */
  finish(id: string): void;
  /** The service refuses what waits for this order. */
  refuse(id: string, code: string, params?: Record<string, string>): void;
  order(id: string): StoredOrder;
}

const stamp = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

function accountOf(kind: 'sample' | 'service', signedIn: boolean): AccountView {
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

function failure(code: string, params: Record<string, string> = {}): Failure {
  return { code, params };
}

class Memory {
  readonly orders: StoredOrder[];
  readonly calls: { method: Method; args: unknown[] }[] = [];
  readonly failing = new Map<Method, { failure: Failure; times: number }>();
  readonly listeners = new Map<keyof HostEvents, Set<(payload: never) => void>>();
  readonly findings = new Map<string, FinderView>();
  account: AccountView | null;
  settings: SettingsView;
  frame: FrameView;
  entries = 0;
  signIn: { finish: (account: AccountView) => void; cancel: (failed: Failure) => void } | null =
    null;

  constructor(readonly options: MemoryOptions) {
    const online = options.online ?? true;
    this.orders = sampleOrders(options.more ?? 0);
    this.account = options.firstRun
      ? null
      : accountOf(options.account ?? 'sample', options.signedIn ?? true);
    if (this.account?.sample_online != null) this.account.sample_online = online;
    this.settings = {
      language: 'en',
      appearance: 'light',
      density: 'comfortable',
      ...options.settings,
    };
    this.frame = {
      saved: 'saved',
      waiting: 0,
      needs_attention: 0,
      connection: this.account === null ? 'none' : online ? 'online' : 'offline',
      since: stamp(),
      last_sync: stamp(),
      sync: null,
      problem: null,
    };
    this.#dress();
  }

  /** Local work on some of the orders, as in the drawings. */
  #dress() {
    const zurita = this.find('ord_4410228290');
    if (zurita) {
      const form = formOf(zurita);
      form.completed_by = 'for_customer';
      form.when = { meetings: 'now', calling: 'now' };
      form.meetings.sites[0] = { ...form.meetings.sites[0]!, name: 'zurita' };
      zurita.form = form;
      zurita.savedAt = new Date(Date.now() - 14_000).toISOString();
      zurita.partner = this.#existing(partnerOrganization, 'matched');
      zurita.customer = this.#existing(
        customerCandidates(zurita.company, zurita.city, zurita.country, 'zurita.example')[0]!,
        'candidates',
      );
      this.note(zurita, 'email_opened', {}, 39);
      this.note(zurita, 'organization_chosen', { role: 'customer', name: 'Zurita y Compañía' }, 2);
    }
    const queued = this.find('ord_4410227954');
    if (queued) {
      this.enqueue(queued, 'mapping');
      this.enqueue(queued, 'setup');
    }
    const refused = this.find('ord_4410227921');
    if (refused) {
      this.enqueue(refused, 'mapping');
      const entry = refused.queue[0]!;
      Object.assign(entry, {
        state: 'parked',
        attempts: 1,
        can_take_back: true,
        problem: { code: 'organization_changed', params: {} },
      });
    }
    this.recount();
  }

  #existing(candidate: typeof partnerOrganization, outcome: string) {
    const at = stamp();
    return {
      choice: 'existing',
      candidate,
      outcome,
      as_of: at,
      from_cache: false,
      chosen_at: at,
    } as const;
  }

  get online() {
    return this.frame.connection === 'online';
  }

  find(id: string): StoredOrder | undefined {
    return this.orders.find((order) => order.id === id);
  }

  need(id: string): StoredOrder {
    const order = this.find(id);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
    if (!order) throw failure('order_not_found', { id });
    return order;
  }

  note(order: StoredOrder, code: string, params: Record<string, string> = {}, minutesAgo = 0) {
    const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    order.timeline.unshift({ at, actor: operator.email, code, params, source: 'here' });
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
      can_take_back: true,
    };
    order.queue.push(entry);
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
      for (const entry of order.queue) this.#accept(order, entry);
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

  list(query: OrderQuery) {
    const words = fold(query.text).split(/\s+/).filter(Boolean);
    const found = this.orders.filter((order) => {
      if (!shows(query.view, order)) return false;
      if (query.states.length > 0 && !query.states.includes(badgeOf(order).code)) return false;
      const kinds = order.lines.map((line) => line.service);
      if (query.services.length > 0 && !query.services.some((kind) => kinds.includes(kind)))
        return false;
      const text = fold(
        [order.number, order.subscription, order.company, order.city, order.email ?? ''].join(' '),
      );
      return words.every((word) => text.split(/[\s,&]+/).some((token) => token.startsWith(word)));
    });
    const keys: Record<string, (order: StoredOrder) => string> = {
      number: (order) => order.number,
      customer: (order) => fold(order.company),
      state: (order) => badgeOf(order).code,
      deadline: (order) => String(1_000_000 + (deadlineOf(order).days ?? 500_000)),
    };
    const key = keys[query.sort] ?? ((order: StoredOrder) => order.number);
    found.sort(
      (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (query.descending ? -1 : 1),
    );
    const rows = found.slice(query.offset, query.offset + Math.min(query.limit, 200)).map(rowOf);
    return { rows, offset: query.offset, total: found.length };
  }

  counts(): ViewCounts {
    const count = (view: string) => this.orders.filter((order) => shows(view, order)).length;
    return {
      inbox: count('inbox'),
      due_soon: count('due_soon'),
      drafts: count('drafts'),
      queue: count('queue'),
      needs_attention: count('needs_attention'),
      provisioned: count('provisioned'),
      all: this.orders.length,
    };
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
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
      if (!candidate || !found) throw failure('candidate_unknown');
      order[slot] = { ...this.#existing(candidate, found.outcome), from_cache: found.from_cache };
      this.note(order, 'organization_chosen', { role, name: candidate.name });
    } else {
      order[slot] = choose;
    }
    this.changed(id);
    return viewOf(order);
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function shows(view: string, order: StoredOrder): boolean {
  const local = localState(order);
  const views: Record<string, () => boolean> = {
    inbox: () => isOpen(order),
    due_soon: () => isOpen(order) && (deadlineOf(order).days ?? 99) <= 3,
    drafts: () => local === 'draft',
    queue: () => local === 'queued' || local === 'sending',
    needs_attention: () => local === 'needs_attention',
    provisioned: () => order.status.startsWith('provisioned'),
  };
  return views[view]?.() ?? true;
}

/** A program in memory. */
export function createMemoryHost(options: MemoryOptions = {}): MemoryHost {
  const memory = new Memory(options);

  function setOnline(online: boolean) {
    if (memory.account?.kind === 'sample')
      memory.account = { ...memory.account, sample_online: online };
    memory.frame = { ...memory.frame, connection: online ? 'online' : 'offline', since: stamp() };
    memory.emit('frame_changed', { frame: structuredClone(memory.frame) });
    memory.emit('account_changed', { account: memory.account });
    if (online && options.pace !== undefined) setTimeout(() => memory.deliver(), options.pace);
  }

  function enter(account: AccountView): AccountView {
    memory.account = account;
    memory.frame = {
      ...memory.frame,
      connection: account.signed_in ? 'online' : 'signed_out',
      since: stamp(),
    };
    memory.emit('account_changed', { account });
    memory.changed();
    return account;
  }

  function answer<T>(method: Method, args: unknown[], work: () => T): Promise<T> {
    memory.calls.push({ method, args });
    const failing = memory.failing.get(method);
    if (failing) {
      failing.times -= 1;
      if (failing.times <= 0) memory.failing.delete(method);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a Failure is what is promised
      return Promise.reject(failing.failure);
    }
    try {
      return Promise.resolve(work());
    } catch (thrown) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as above
      return Promise.reject(thrown);
    }
  }

  const doors: { [Name in Method]: (...args: Parameters<Host[Name]>) => unknown } = {
    startup: () => ({
      version: '0.1.0',
      data_dir: '/home/ana/.local/share/turnup',
      settings: memory.settings,
      account: memory.account,
      problem: null,
    }),
    saveSettings: (settings) => (memory.settings = structuredClone(settings)),
    exploreSample: () => enter(accountOf('sample', true)),
    leaveSample: () => {
      memory.account = null;
      memory.frame = { ...memory.frame, connection: 'none' };
      memory.emit('account_changed', { account: null });
    },
    setSampleOnline: (online) => {
      setOnline(online);
      return memory.account;
    },
    connect: (address) => {
      const text = address.trim();
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
      if (!/^https?:\/\/[^\s/]+/.test(text)) throw failure('address_invalid', { address: text });
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
      if (text.startsWith('http:') && !text.includes('127.0.0.1'))
        throw failure('address_not_https', { address: text });
      return enter({ ...accountOf('service', false), address: text });
    },
    beginSignIn: () => ({ url: 'https://provisioning.example/oauth/authorize?state=sample' }),
    finishSignIn: () =>
      new Promise<AccountView>((resolve, reject) => {
        memory.signIn = { finish: (account) => resolve(enter(account)), cancel: reject };
        if (options.pace !== undefined) {
          setTimeout(() => memory.signIn?.finish(accountOf('service', true)), options.pace * 4);
        }
      }),
    cancelSignIn: () => memory.signIn?.cancel(failure('sign_in_aborted')),
    signOut: (erase) => {
      memory.account = erase ? null : accountOf('service', false);
      memory.frame = { ...memory.frame, connection: erase ? 'none' : 'signed_out' };
      memory.emit('account_changed', { account: memory.account });
      memory.emit('frame_changed', { frame: structuredClone(memory.frame) });
    },
    frame: () => structuredClone(memory.frame),
    syncNow: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
      if (!memory.online) throw failure('offline');
      memory.deliver();
    },
    cancelSync: () => {
      memory.frame = { ...memory.frame, sync: null };
      memory.emit('frame_changed', { frame: structuredClone(memory.frame) });
    },
    openLink: () => undefined,
    showDataFolder: () => undefined,
    countViews: () => memory.counts(),
    listOrders: (query) => memory.list(query),
    openEmail: () => {
      const order = memory.orders[1]!;
      return { outcome: 'opened', number: order.number, order_id: order.id };
    },
    openOrder: (id) => viewOf(memory.need(id)),
    choices: () => sampleChoices,
    saveDraft: (id, form) => {
      const order = memory.need(id);
      order.form = structuredClone(form);
      order.savedAt = stamp();
      memory.changed(id);
      return {
        saved_at: order.savedAt,
        steps: stepsOf(order, form),
        set_up_now: setUpNow(order, form),
        badge: badgeOf(order),
      };
    },
    dropDraft: (id) => {
      const order = memory.need(id);
      Object.assign(order, {
        form: null,
        savedAt: null,
        partner: { choice: 'undecided' },
        customer: { choice: 'undecided' },
      });
      memory.changed(id);
      return viewOf(order);
    },
    findOrganizations: (id, role) => memory.findOrganizations(id, role),
    searchOrganizations: (id, role, domain, cursor) => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
      if (!memory.online) throw failure('offline');
      const found = searchAnswer(memory.findOrganizations(id, role), domain, cursor);
      memory.findings.set(`${id} ${role}`, found);
      return found;
    },
    chooseOrganization: (id, role, choose) => memory.choose(id, role, choose),
    checkSiteName: (name) => nameAnswer(memory.online, name, /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/),
    checkSipName: (name) => nameAnswer(memory.online, name, /^[a-z0-9]+$/i),
    prepareConfirmation: (id) => confirmationOf(memory.need(id), memory.online),
    confirm: (id, typed) => {
      const order = memory.need(id);
      /* eslint-disable @typescript-eslint/only-throw-error -- a Failure is what is promised */
      if (typed !== order.number) throw failure('confirmation_mismatch', { number: order.number });
      const problems = problemsOf(order, formOf(order));
      if (problems.length > 0) throw failure('not_ready', { count: String(problems.length) });
      /* eslint-enable */
      if (order.mapping === null) memory.enqueue(order, 'mapping');
      if (!formOf(order).customer_sets_up) memory.enqueue(order, 'setup');
      memory.note(order, 'confirmed');
      return memory.queued(order);
    },
    handOver: (id) => {
      const order = memory.need(id);
      memory.enqueue(order, 'handover');
      return memory.queued(order);
    },
    resendEmail: (id) => {
      const order = memory.need(id);
      memory.enqueue(order, 'resend');
      return memory.queued(order);
    },
    saveNote: (id, note) => {
      const order = memory.need(id);
      order.note = note;
      order.noteQueued = true;
      order.queue = order.queue.filter((entry) => entry.kind !== 'note');
      memory.enqueue(order, 'note');
      return memory.queued(order);
    },
    takeBack: (id) => {
      const order = memory.need(id);
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
      if (order.queue.some((entry) => !entry.can_take_back)) throw failure('cannot_take_back');
      order.queue = [];
      order.form ??= formOf(order);
      order.savedAt ??= stamp();
      memory.changed(id);
      return viewOf(order);
    },
    retryEntry: (id) => {
      const order = memory.need(id);
      for (const entry of order.queue)
        Object.assign(entry, { state: 'pending', problem: null, errors: [] });
      return memory.queued(order);
    },
    retryOperation: (id) => {
      const order = memory.need(id);
      memory.enqueue(order, 'retry');
      return memory.queued(order);
    },
    saveSummary: (id) => ({
      path: `/home/ana/Documents/Order ${memory.need(id).number}.pdf`,
      pages: 2,
      bytes: 38_400,
    }),
    openSummary: () => undefined,
    showSummary: () => undefined,
  };

  const host = {} as Record<string, unknown>;
  for (const [method, work] of Object.entries(doors) as [Method, (...args: never[]) => unknown][]) {
    host[method] = (...args: never[]) => answer(method, args, () => work(...args));
  }
  return Object.assign(host as unknown as Host, {
    on: (event: keyof HostEvents, listener: (payload: never) => void) => {
      const set = memory.listeners.get(event) ?? new Set();
      memory.listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    orders: memory.orders,
    calls: memory.calls,
    fail: (method: Method, thrown: Failure | string, times = 1) => {
      const failed = typeof thrown === 'string' ? failure(thrown) : thrown;
      memory.failing.set(method, { failure: failed, times });
    },
    emit: memory.emit.bind(memory),
    setOnline,
    setFrame: (frame: Partial<FrameView>) => {
      memory.frame = { ...memory.frame, ...frame };
      memory.emit('frame_changed', { frame: structuredClone(memory.frame) });
    },
    deliver: () => memory.deliver(),
    finish: (id: string) => memory.finish(id),
    refuse: (id: string, code: string, params: Record<string, string> = {}) => {
      const order = memory.need(id);
      const entry = order.queue[0] ?? memory.enqueue(order, 'mapping');
      Object.assign(entry, { state: 'parked', attempts: 1, problem: { code, params } });
      memory.changed(id);
    },
    order: (id: string) => memory.need(id),
  }) as MemoryHost;
}

function nameAnswer(online: boolean, name: string, rule: RegExp) {
  if (!rule.test(name)) return { name, result: 'invalid', suggestions: [] };
  if (!online) return { name, result: 'unknown', suggestions: [] };
  const taken = name === 'taken' || name === 'acme';
  return {
    name,
    result: taken ? 'taken' : 'available',
    suggestions: taken ? [`${name}-es`, `${name}2`] : [],
  };
}

/** For looking at screens: `?first&offline&lang=fr&theme=dark&density=compact&more=400`. */
export function memoryHostFromAddress(search: string): MemoryHost {
  const asked = new URLSearchParams(search);
  const settings: Partial<SettingsView> = {};
  const [language, appearance, density] = ['lang', 'theme', 'density'].map((name) =>
    asked.get(name),
  );
  if (language) settings.language = language;
  if (appearance) settings.appearance = appearance;
  if (density) settings.density = density;
  const host = createMemoryHost({
    firstRun: asked.has('first'),
    online: !asked.has('offline'),
    account: asked.has('service') ? 'service' : 'sample',
    signedIn: !asked.has('signedout'),
    more: Number(asked.get('more') ?? 0),
    pace: 1200,
    settings,
  });
  Object.assign(window, { turnupMemory: host });
  return host;
}
