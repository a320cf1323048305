// What every screen may count on: the program behind the window, where to go, what the frame
// shows, how to tell a failure. Given once by the shell, taken by `useApp()`.

import { getContext, setContext } from 'svelte';

import type {
  AccountView,
  CustomerName,
  FrameView,
  Host,
  ProblemView,
  SettingsView,
  StartupView,
  ViewCounts,
} from '../host/types';
import type { Exports } from './exports.svelte';
import type { ActId } from './acts';

/** The lists of orders. */
export const listViews = [
  'inbox',
  'due_soon',
  'overdue',
  'drafts',
  'needs_attention',
  'to_review',
  'provisioned',
  'all',
] as const;
export type ListView = (typeof listViews)[number];

/** Where the side bar leads. */
export type SideView = ListView | 'overview' | 'customers' | 'queue' | 'activity';

/** An order as it is spoken of. */
export interface OrderName {
  id: string;
  number: string;
}

/** In this computer's browser, or with a code that is typed on any device. */
export type SignInWay = 'browser' | 'code';

/** What of the settings is shown first. */
export type SettingsSection = 'network' | 'about';

export type Route =
  | { page: 'list'; view: ListView; order: string | null }
  | { page: 'overview' }
  | { page: 'customers' }
  | { page: 'customer'; name: CustomerName }
  | { page: 'queue'; order: string | null }
  | { page: 'activity'; order: OrderName | null }
  | { page: 'order'; id: string; step: string | null; from: SideView; told: ProblemView[] }
  | { page: 'settings'; section: SettingsSection | null };

/** Where to go. */
export interface Go {
  list(view?: ListView, order?: string | null): void;
  /** The figures over all orders. */
  overview(): void;
  /** Everybody whom orders are for. */
  customers(): void;
  /** One of them: its orders, organizations, sites, presets and note. */
  customer(name: CustomerName): void;
  /** What the service has not accepted yet; at the entries of an order. */
  queue(order?: string | null): void;
  /** Who did what when; of one order only. */
  activity(order?: OrderName | null): void;
  /** An order at a step, or where it was left; with what the service said about its fields. */
  order(id: string, step?: string | null, told?: ProblemView[]): void;
  settings(section?: SettingsSection | null): void;
  /** To where one came from. */
  back(): void;
  /** To where one went back from. */
  forward(): void;
}

/** An act that a screen lends to the window while it is shown. */
export interface Offer {
  act: ActId;
  /** What it does here, where that is more than the act's own words. */
  label?: string;
  /** The number of the order that it is about, where it is about one. */
  order?: string;
  run: () => void;
}

export interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  severity: 'success' | 'info' | 'warning' | 'error';
  title: string;
  detail?: string;
  actions?: ToastAction[];
}

export interface App {
  readonly host: Host;
  readonly go: Go;
  readonly route: Route;
  /** All of these change by themselves and are read inside templates. */
  readonly startup: StartupView;
  readonly frame: FrameView;
  readonly account: AccountView | null;
  readonly settings: SettingsView;
  readonly online: boolean;
  /** Whether this window shows one order alone, beside the main one. */
  readonly own: boolean;
  /** What leaves the program as files. */
  readonly exports: Exports;
  /** Orders in each view; null until they were counted. */
  readonly counts: ViewCounts | null;
  /** What is typed in the search field above. */
  search: string;
  /** Another account, or the same in another state; without one it is asked for. */
  enter(account?: AccountView | null): Promise<void>;
  /** Shows an order in a window of its own. */
  openWindow(id: string): void;
  /** Opens the browser to sign in, or shows a code, and waits for it in a dialog. */
  signIn(way?: SignInWay): void;
  /** How the service is reached: in the settings, before there is an account in a dialog. */
  showNetwork(): void;
  /** Asks for an e-mail and opens its order. */
  openEmail(): Promise<void>;
  /** Asks for a table with values of orders. */
  importValues(): void;
  /** Shows all keys. */
  showKeys(): void;
  /** Asks for a name under which what the list is asked now is kept. */
  nameView(): void;
  /** Asks where to go and what to do. */
  showPalette(): void;
  /**
   * Lends acts to the keys, the menu and the palette until the answer is called: in a component
   * `$effect(() => app.offer(() => acts))`.
   */
  offer(acts: () => readonly Offer[]): () => void;
  saveSettings(settings: SettingsView): Promise<void>;
  /** Says something at the edge of the window. */
  tell(toast: Toast): void;
  /** Says what went wrong and offers what to do; `retry` is what the button does. */
  report(thrown: unknown, retry?: () => void): void;
  /** Something typed is not written yet (`true`), or is (`false`): the frame says so. */
  unsaved(what: string, is: boolean): void;
}

const key = Symbol('app');

export function provideApp(app: App): App {
  return setContext(key, app);
}

export function appContext(app: App): Map<symbol, unknown> {
  return new Map([[key, app]]);
}

export function useApp(): App {
  return getContext(key);
}
