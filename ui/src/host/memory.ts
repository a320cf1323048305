// A program in memory: the same doors as the real one, a good enough order of events behind
// them. For tests of the interface, and for looking at screens in a browser.

import { doorsOf } from './memory/doors';
import type { StoredOrder, StoredReview } from './memory/orders';
import type { StoredPreset } from './memory/presets';
import { reviewed } from './memory/reviews';
import { accountOf, failure, Program, type MemoryOptions, type Method } from './memory/program';
import type { Host, HostEvents } from './types';
import type { Failure, FrameView, SettingsView } from './views';

export type { MemoryOptions };

export interface MemoryHost extends Host {
  readonly orders: StoredOrder[];
  readonly presets: StoredPreset[];
  /** What was called, newest last. */
  readonly calls: { method: Method; args: unknown[] }[];
  /** What this method was called with last; undefined if it never was. */
  called(method: Method): unknown[] | undefined;
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
  /** What waits for this order is on its way. */
  send(id: string): void;
  /** The answer was lost: nobody knows whether it arrived. */
  lose(id: string): void;
  /** The service refuses what waits for this order. */
  refuse(id: string, code: string, params?: Record<string, string>): void;
  order(id: string): StoredOrder;
  /** Whether the system shows a tray, and whether it showed the last notice. */
  systemShows(shows: { tray?: string; notices?: string }): void;
  /** What the service says of a review; unsaid, a colleague asks this operator about their draft. */
  setReview(id: string, review?: Partial<StoredReview>): void;
  /** Somebody signed in, in the browser or with the code. */
  signInEnds(): void;
  /** The account cannot be opened, until this is taken back with null. */
  cannotOpen(code: string | null): void;
  /** An e-mail comes before the window listens. */
  comesEarly(email: HostEvents['file_arrived']): void;
}

/** A program in memory. */
export function createMemoryHost(options: MemoryOptions = {}): MemoryHost {
  const memory = new Program(options);

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

  const host = {} as Record<string, unknown>;
  for (const [method, work] of Object.entries(doorsOf(memory)) as [
    Method,
    (...args: never[]) => unknown,
  ][]) {
    host[method] = (...args: never[]) => answer(method, args, () => work(...args));
  }
  return Object.assign(host as unknown as Host, {
    on: (event: keyof HostEvents, listener: (payload: never) => void) => {
      const set = memory.listeners.get(event) ?? new Set();
      memory.listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    orders: memory.orders,
    presets: memory.presets,
    calls: memory.calls,
    called: (method: Method) => memory.calls.findLast((call) => call.method === method)?.args,
    fail: (method: Method, thrown: Failure | string, times = 1) => {
      const failed = typeof thrown === 'string' ? failure(thrown) : thrown;
      memory.failing.set(method, { failure: failed, times });
    },
    emit: memory.emit.bind(memory),
    setOnline: (online: boolean) => memory.setOnline(online),
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
      memory.record(order, 'parked', { kind: entry.kind, code }, 0, '');
      memory.changed(id);
    },
    send: (id: string) => {
      const order = memory.need(id);
      const entry = order.queue[0] ?? memory.enqueue(order, 'mapping');
      Object.assign(entry, { state: 'sending', attempts: entry.attempts + 1 });
      Object.assign(entry, { can_take_back: false });
      memory.record(order, `sent_${entry.kind}`);
      memory.changed(id);
    },
    lose: (id: string) => {
      const order = memory.need(id);
      const entry = order.queue[0] ?? memory.enqueue(order, 'mapping');
      Object.assign(entry, {
        state: 'pending',
        attempts: Math.max(1, entry.attempts),
        next_attempt_at: new Date(Date.now() + 240_000).toISOString(),
        unknown_outcome: true,
        can_take_back: false,
        problem: { code: 'unknown_outcome', params: {} },
      });
      memory.record(order, `unanswered_${entry.kind}`);
      memory.changed(id);
    },
    order: (id: string) => memory.need(id),
    systemShows: ({ tray, notices }: { tray?: string; notices?: string }) => {
      memory.tray = tray ?? memory.tray;
      memory.showed = notices ?? memory.showed;
    },
    setReview: (id: string, review: Partial<StoredReview> = {}) => {
      reviewed(memory.need(id), review);
      memory.changed(id);
    },
    signInEnds: () => memory.signIn?.finish(accountOf('service', true)),
    cannotOpen: (code: string | null) => {
      memory.problem = code === null ? null : failure(code);
    },
    comesEarly: (email: HostEvents['file_arrived']) => void memory.early.push(email),
  });
}

/** For looking at screens: `?first&offline&review&lang=fr&theme=dark&density=compact&more=400`. */
export function memoryHostFromAddress(search: string): MemoryHost {
  const asked = new URLSearchParams(search);
  const settings: Partial<SettingsView> = {};
  const [language, appearance, density] = ['lang', 'theme', 'density'].map((name) =>
    asked.get(name),
  );
  if (language) settings.language = language;
  if (appearance) settings.appearance = appearance;
  if (density) settings.density = density;
  settings.review_required = asked.has('review');
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
