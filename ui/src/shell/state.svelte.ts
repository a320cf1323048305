// The state of the window: what the program said last, where one is, what is typed in the search.

import { SvelteSet } from 'svelte/reactivity';

import {
  asFailure,
  type AccountView,
  type FrameView,
  type Host,
  type HostEvents,
  type Place,
  type SettingsView,
  type StartupView,
  type ViewCounts,
} from '../host/types';
import { listViews } from '../shared/app';
import type { App, Offer, SideView, SignInWay, Toast, ToastAction } from '../shared/app';
import { tick } from '../shared/clock.svelte';
import { Imports } from '../features/inbox/imports/imports.svelte';
import { Exports } from '../shared/exports.svelte';
import { failureWords, type Remedy } from '../shared/failures';
import { resolveLanguage, setLanguage } from '../shared/i18n.svelte';
import { ToastList } from '../shared/toasts.svelte';
import { Acts } from './acts.svelte';
import { Emails } from './emails.svelte';
import { Leaving } from './leaving.svelte';
import { PaletteState } from './palette/palette.svelte';
import { lead, placeOf } from './places';
import { QueueCount } from './queued.svelte';
import { rescuedToast } from './rescued';
import { Router } from './route.svelte';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const noFrame: FrameView = {
  saved: 'saved',
  waiting: 0,
  needs_attention: 0,
  connection: 'none',
  since: null,
  last_sync: null,
  sync: null,
  problem: null,
  clock_off: null,
};

export type ClockWay = 'ahead' | 'behind';

const noCounts: ViewCounts = {
  inbox: 0,
  due_soon: 0,
  overdue: 0,
  drafts: 0,
  queue: 0,
  needs_attention: 0,
  to_review: 0,
  provisioned: 0,
  all: 0,
};

export class AppState implements App {
  readonly go: Router;
  readonly toasts = new ToastList();
  readonly queued: QueueCount;
  readonly leaving = new Leaving(this);
  readonly emails = new Emails(this);
  readonly exports = new Exports(this);
  readonly imports = new Imports(this);
  readonly acts: Acts;
  readonly palette = new PaletteState(this);
  startup: StartupView;
  frame = $state.raw<FrameView>(noFrame);
  account = $state.raw<AccountView | null>(null);
  settings = $state.raw<SettingsView>({
    language: '',
    appearance: '',
    density: '',
    review_required: false,
    tables: [],
    notices: true,
    notices_about: [],
    quiet_at_night: true,
    keep_running: false,
    start_at_login: false,
    columns: [],
  });
  /** Null until they were counted once. */
  counts = $state.raw<ViewCounts | null>(null);
  /** What is typed in the search field. */
  search = $state('');
  dragging = $state(false);
  keysShown = $state(false);
  /** In a small window: the views lie over the screen. */
  viewsShown = $state(false);
  /** By which way somebody signs in now. */
  signingIn = $state<SignInWay | null>(null);
  networkShown = $state(false);
  readonly #unsaved = new SvelteSet<string>();
  /** Ways in which the clock is wrong that were told and put away in this run. */
  readonly #clockKnown = new SvelteSet<ClockWay>();
  readonly #stops: (() => void)[] = [];
  #choosing = false;
  #counting = false;
  #countAgain = false;

  constructor(
    readonly host: Host,
    startup: StartupView,
    /** The order that this window shows alone; none in the main window. */
    order: string | null = null,
  ) {
    this.go = new Router(order, (route) => this.#elsewhere(placeOf(route)));
    this.acts = new Acts(this);
    this.startup = $state.snapshot(startup);
    this.queued = new QueueCount(host);
    this.account = startup.account;
    this.#present(startup.settings);
    this.#listen();
    if (startup.account !== null) this.#refresh();
    if (startup.rescued !== null && !this.own) this.tell(rescuedToast(startup.rescued));
  }

  get route() {
    return this.go.route;
  }

  get own(): boolean {
    return this.go.own !== null;
  }

  get online() {
    return this.frame.connection === 'online';
  }

  /** The first truth: the program's word, or what is not yet handed to it. */
  get saved(): string {
    return this.#unsaved.size > 0 && this.frame.saved === 'saved' ? 'saving' : this.frame.saved;
  }

  /** How this computer's clock is wrong, until it was put away. */
  get clock(): { way: ClockWay; seconds: number } | null {
    const off = this.frame.clock_off;
    if (off === null) return null;
    const way = off > 0 ? 'ahead' : 'behind';
    return this.#clockKnown.has(way) ? null : { way, seconds: Math.abs(off) };
  }

  putClockAway(way: ClockWay): void {
    this.#clockKnown.add(way);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  tell(toast: Toast): void {
    this.toasts.add(toast);
  }

  report(thrown: unknown, retry?: () => void): void {
    const failure = asFailure(thrown);
    if (failure.code === 'internal') console.error(thrown);
    const words = failureWords(failure);
    const run = this.#remedy(words.remedy, retry);
    const actions: ToastAction[] = run ? [{ label: words.remedyLabel, run }] : [];
    this.tell({ severity: words.severity, title: words.title, detail: words.detail, actions });
  }

  unsaved(what: string, is: boolean): void {
    if (is) this.#unsaved.add(what);
    else this.#unsaved.delete(what);
  }

  /** Nothing to look at yet: no account, or connected and never signed in. */
  get welcome(): boolean {
    const { account, counts } = this;
    return (
      account === null || (account.kind === 'service' && !account.signed_in && counts?.all === 0)
    );
  }

  signIn(way: SignInWay = 'browser'): void {
    if (this.own) this.#elsewhere({ page: 'sign_in' });
    else this.signingIn = way;
  }

  openWindow(id: string): void {
    this.host
      .openOrderWindow(id)
      .catch((thrown: unknown) => this.report(thrown, () => this.openWindow(id)));
  }

  /** Saves what was typed last first. */
  closeWindow(): void {
    void this.leaving.asked(false);
  }

  /** In the main window. */
  #elsewhere(place: Place): void {
    this.host.showInMain(place).catch((thrown: unknown) => this.report(thrown));
  }

  showNetwork(): void {
    if (this.welcome) this.networkShown = true;
    else this.go.settings('network');
  }

  showKeys(): void {
    this.keysShown = true;
  }

  showPalette(): void {
    this.palette.show();
  }

  offer(acts: () => readonly Offer[]): () => void {
    return this.acts.lend(acts);
  }

  async saveSettings(settings: SettingsView): Promise<void> {
    const before = this.settings;
    this.#present(settings);
    try {
      this.#present(await this.host.saveSettings(settings));
    } catch (thrown) {
      this.#present(before);
      this.report(thrown);
    }
  }

  async syncNow(): Promise<void> {
    try {
      await this.host.syncNow();
    } catch (thrown) {
      this.report(thrown, () => void this.syncNow());
    }
  }

  async cancelSync(): Promise<void> {
    try {
      await this.host.cancelSync();
    } catch (thrown) {
      this.report(thrown);
    }
  }

  async openEmail(): Promise<void> {
    // Asked for twice it is one choice: by the button and by a key.
    if (this.#choosing) return;
    this.#choosing = true;
    try {
      const opened = await this.host.openEmail();
      if (opened !== null) this.emails.show(opened);
    } catch (thrown) {
      this.report(thrown, () => void this.openEmail());
    } finally {
      this.#choosing = false;
    }
  }

  importValues(): void {
    void this.imports.pick();
  }

  showView(view: SideView): void {
    if (view === 'queue') this.go.queue();
    else if (view === 'activity') this.go.activity();
    else if (view === 'overview') this.go.overview();
    else if (view === 'customers') this.go.customers();
    else this.go.list(view);
  }

  /** All orders that these words find, in the list. */
  searchAll(words: string): void {
    if (this.own) {
      this.#elsewhere({ page: 'list', view: 'all', order: null, search: words });
      return;
    }
    this.search = words;
    this.go.list('all');
  }

  async count(): Promise<void> {
    // Nothing in the window of an order tells how many others there are.
    if (this.own) return;
    if (this.#counting) {
      this.#countAgain = true;
      return;
    }
    this.#counting = true;
    try {
      do {
        this.#countAgain = false;
        this.counts = await this.host.countViews();
        // While a sync brings thousands of orders, a few counts a second are enough.
        if (this.#countAgain as boolean) await pause(200);
      } while (this.#countAgain as boolean);
    } catch (thrown) {
      console.error(thrown);
      this.counts ??= noCounts;
    } finally {
      this.#counting = false;
    }
  }

  #frameIs(frame: FrameView): void {
    this.frame = frame;
    if (!this.own) this.queued.follow(frame);
  }

  #refresh(): void {
    void this.count();
    this.host.frame().then(
      (frame) => this.#frameIs(frame),
      (thrown: unknown) => this.report(thrown),
    );
  }

  #listen(): void {
    const { host } = this;
    this.#stops.push(
      host.on('orders_changed', () => void this.count()),
      host.on('frame_changed', ({ frame }) => {
        this.#frameIs(frame);
        tick();
      }),
      host.on('export_moved', ({ progress }) => (this.exports.progress = progress)),
      host.on('account_changed', ({ account }) => void this.enter(account)),
      host.on('file_arrived', (file) => this.#arrived(file)),
      host.on('drag_over', ({ over }) => (this.dragging = over)),
      host.on('settings_changed', ({ settings }) => this.#present(settings)),
      host.on('place_asked', ({ place }) => lead(this, place)),
      host.on('close_asked', ({ quits }) => void this.leaving.asked(quits)),
      host.on('menu_chosen', ({ id }) => this.acts.chosen(id)),
      host.on('notice_opened', (notice) => this.#noticed(notice)),
    );
    // What came by e-mail is the main window's to answer.
    if (this.own) return;
    host.beginListening().then(
      (early) => early.forEach((file) => this.#arrived(file)),
      (thrown: unknown) => this.report(thrown),
    );
  }

  async enter(entered?: AccountView | null): Promise<void> {
    const account = entered === undefined ? (await this.host.startup()).account : entered;
    const other = account?.database !== this.account?.database;
    // What was said of one account's orders says nothing to the next one.
    if (other && this.account !== null) this.toasts.clear();
    this.account = account;
    if (account === null) {
      this.frame = noFrame;
      this.counts = null;
    }
    if (other) {
      this.queued.forget();
      this.search = '';
      this.go.afresh();
      this.palette.forget();
    }
    if (account !== null) this.#refresh();
  }

  /** A notice of the system was clicked. */
  #noticed({ order, view }: HostEvents['notice_opened']): void {
    const list = listViews.find((known) => known === view);
    if (order !== null) this.go.order(order);
    else if (list !== undefined) {
      this.search = '';
      this.go.list(list);
    }
  }

  #arrived({ opened, table, failure }: HostEvents['file_arrived']): void {
    this.dragging = false;
    if (opened !== null) this.emails.show(opened);
    else if (table != null) this.imports.show(table);
    else if (failure !== null) this.report(failure, () => void this.openEmail());
  }

  unsent(): { waiting: number; parked: number } {
    const { waiting } = this.frame;
    return { waiting, parked: Math.max(0, (this.queued.total ?? 0) - waiting) };
  }

  allSaved(): Promise<void> {
    return new Promise((resolve) => {
      const stop = $effect.root(() => {
        $effect(() => {
          if (this.#unsaved.size > 0) return;
          resolve();
          queueMicrotask(() => stop());
        });
      });
    });
  }

  /** Set by the frame, which knows the list. */
  nameView: () => void = () => undefined;

  /** Set by the top bar, which knows the field. */
  focusSearch: () => void = () => undefined;

  #present(settings: SettingsView): void {
    this.settings = settings;
    setLanguage(resolveLanguage(settings.language));
    document.documentElement.dataset['density'] = settings.density;
  }

  #remedy(remedy: Remedy, retry: (() => void) | undefined): (() => void) | undefined {
    const ways: Record<Remedy, (() => void) | undefined> = {
      none: undefined,
      retry,
      sync: () => void this.syncNow(),
      sign_in: () => this.signIn(),
      settings: () => this.go.settings(),
      network: () => this.showNetwork(),
      open_email: () => void this.openEmail(),
      show_data_folder: () => {
        this.host.showDataFolder().catch((thrown: unknown) => this.report(thrown));
      },
      show_queue: () => this.go.queue(),
    };
    return ways[remedy];
  }
}
