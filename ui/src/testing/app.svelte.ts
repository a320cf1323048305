// A screen in a test: over the memory host, with an `App` that only remembers where it was sent
// and what it was told.

import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

import { createMemoryHost, type MemoryHost } from '../host/memory';
import { asFailure, type AccountView, type FrameView } from '../host/types';
import { pressed } from '../shared/acts';
import { appContext, type App, type Offer, type Toast } from '../shared/app';
import { Exports } from '../shared/exports.svelte';
import { failureWords } from '../shared/failures';

export interface TestApp extends App {
  readonly host: MemoryHost;
  /** Every call of `go`, such as `order ord_1 meetings`. */
  readonly visited: string[];
  readonly told: Toast[];
  /** What the screens lend to the window now. */
  offers: () => Offer[];
  /** What was marked unsaved and is not saved yet. */
  readonly pending: Set<string>;
}

export async function testApp(host: MemoryHost = createMemoryHost()): Promise<TestApp> {
  const visited: string[] = [];
  const told: Toast[] = [];
  const pending = new SvelteSet<string>();
  const startup = $state(await host.startup());
  let frame = $state<FrameView>(await host.frame());
  let account = $state<AccountView | null>(startup.account);
  let search = $state('');
  let counts = $state(await host.countViews());
  host.on('orders_changed', () => void host.countViews().then((now) => (counts = now)));
  host.on('frame_changed', (changed) => (frame = changed.frame));
  host.on('account_changed', (changed) => (account = changed.account));
  const visit = (...words: (string | null | undefined)[]) => {
    visited.push(words.filter((word) => word != null).join(' '));
  };
  const tell = (toast: Toast) => void told.push(toast);
  const report = (thrown: unknown) => {
    const words = failureWords(asFailure(thrown));
    tell({ severity: words.severity, title: words.title, detail: words.detail });
  };
  const exports = new Exports({ host, tell, report });
  host.on('export_moved', ({ progress }) => (exports.progress = progress));
  /** As the shell does: a key does what the screen lends for it. */
  const lent: (() => readonly Offer[])[] = [];
  const offers = () => lent.flatMap((acts) => acts());
  const keydown = (event: KeyboardEvent) => {
    const act = pressed(event);
    offers()
      .find((offer) => offer.act === act?.id)
      ?.run();
  };
  return {
    host,
    exports,
    offers,
    own: false,
    visited,
    told,
    pending,
    startup,
    get frame() {
      return frame;
    },
    get account() {
      return account;
    },
    get settings() {
      return startup.settings;
    },
    get online() {
      return frame.connection === 'online';
    },
    route: { page: 'list', view: 'inbox', order: null },
    go: {
      list: (view, order) => visit('list', view, order),
      overview: () => visit('overview'),
      customers: () => visit('customers'),
      customer: ({ company, country }) => visit('customer', company, country),
      queue: (order) => visit('queue', order),
      activity: (order) => visit('activity', order?.number),
      order: (id, step, told) =>
        visit('order', id, step, ...(told ?? []).map((problem) => problem.pointer)),
      settings: (section) => visit('settings', section),
      back: () => visit('back'),
      forward: () => visit('forward'),
    },
    get search() {
      return search;
    },
    set search(text) {
      search = text;
    },
    get counts() {
      return counts;
    },
    importValues: () => visit('import values'),
    openEmail: () => {
      visit('e-mail');
      return Promise.resolve();
    },
    enter: async (entered) => {
      account = entered === undefined ? (await host.startup()).account : entered;
    },
    signIn: (way) => visit('sign in', way),
    openWindow: (id) => visit('window', id),
    showNetwork: () => visit('network'),
    showKeys: () => visit('keys'),
    nameView: () => visit('name-view'),
    showPalette: () => visit('palette'),
    offer: (acts) => {
      lent.push(acts);
      window.addEventListener('keydown', keydown);
      return () => {
        lent.splice(lent.indexOf(acts), 1);
        if (lent.length === 0) window.removeEventListener('keydown', keydown);
      };
    },
    saveSettings: async (settings) => {
      startup.settings = await host.saveSettings($state.snapshot(settings));
    },
    tell,
    report,
    unsaved: (what, is) => (is ? pending.add(what) : pending.delete(what)),
  };
}

/** Draws a component inside the app. */
export function renderIn<Props extends Record<string, unknown>>(
  app: App,
  component: Component<Props>,
  props: Props,
) {
  return render(component as unknown as Component<Record<string, unknown>>, {
    props,
    context: appContext(app),
  });
}
