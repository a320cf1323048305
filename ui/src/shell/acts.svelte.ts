// What the acts of the window do, which of them can be done now, and by which ways they come: a
// key, the native menu, the palette. What a screen lends is done while it is shown.

import { untrack } from 'svelte';

import { actOf, acts, menus, pressed, type Act, type ActId } from '../shared/acts';
import type { Offer } from '../shared/app';
import { isTyping, writes } from '../shared/keys';
import type { AppState } from './state.svelte';

/** Within this time the same act by another way is the same press of a key (ms). */
const echo = 300;

/** About the list, or kept for all windows: in the main one. */
const mainOnly: readonly ActId[] = [
  'find_orders',
  'open_email',
  'import_values',
  'back',
  'forward',
  'look_light',
  'look_dark',
  'look_system',
];

interface Own {
  run: () => void;
  /** Whether there is something to do. */
  when?: () => boolean;
}

type Way = 'key' | 'menu';

export class Acts {
  #lent = $state.raw<readonly (() => readonly Offer[])[]>([]);
  #last: { id: ActId; way: Way; at: number } | null = null;
  #told: string | null = null;
  readonly #own: Partial<Record<ActId, Own>>;

  constructor(readonly app: AppState) {
    const { go } = app;
    const look = (appearance: string): Own => ({
      run: () => void app.saveSettings({ ...app.settings, appearance }),
      when: () => app.settings.appearance !== appearance,
    });
    this.#own = {
      open_palette: { run: () => app.palette.toggle() },
      find_orders: { run: () => app.focusSearch() },
      open_email: { run: () => void app.openEmail() },
      import_values: { run: () => app.importValues() },
      sync_now: { run: () => void app.syncNow() },
      cancel_sync: { run: () => void app.cancelSync(), when: () => app.frame.sync !== null },
      back: { run: () => go.back(), when: () => go.canBack },
      forward: { run: () => go.forward(), when: () => go.canForward },
      customers: { run: () => go.customers() },
      settings: { run: () => go.settings() },
      network: { run: () => app.showNetwork() },
      sign_in: {
        run: () => app.signIn(),
        when: () => app.account?.kind === 'service' && !app.account.signed_in,
      },
      look_light: look('light'),
      look_dark: look('dark'),
      look_system: look('system'),
      show_keys: { run: () => app.showKeys() },
      about: { run: () => go.settings('about') },
      close_window: { run: () => app.closeWindow(), when: () => app.own },
      close: {
        run: () => this.#close(),
        when: () =>
          app.own || app.toasts.list.length > 0 || app.route.page === 'settings' || app.viewsShown,
      },
    };
  }

  /** What the screens lend now. */
  get offers(): readonly Offer[] {
    return this.#lent.flatMap((lent) => lent());
  }

  lend(lent: () => readonly Offer[]): () => void {
    // Whoever lends from an effect does not follow what others lend.
    untrack(() => (this.#lent = [...this.#lent, lent]));
    return () => {
      untrack(() => (this.#lent = this.#lent.filter((one) => one !== lent)));
    };
  }

  /** Whether the window itself knows what to do. */
  knows(id: ActId): boolean {
    return this.#own[id] !== undefined;
  }

  /** What doing it would run; null when it cannot be done now. */
  #doing(act: Act): (() => void) | null {
    if (act.needs === 'account' && this.app.welcome) return null;
    if (this.app.own && mainOnly.includes(act.id)) return null;
    if (act.by === 'screen') {
      return this.offers.find((offer) => offer.act === act.id)?.run ?? null;
    }
    const own = this.#own[act.id];
    if (act.by !== 'window' || own === undefined) return null;
    return (own.when?.() ?? true) ? own.run : null;
  }

  usable(act: Act): boolean {
    return this.#doing(act) !== null;
  }

  run(id: ActId): void {
    this.#doing(actOf(id))?.();
  }

  keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || asking()) return;
    const act = pressed(event);
    if (act === undefined || (writes(event) && isTyping(event.target))) return;
    const doing = this.#doing(act);
    // A key of the window is never the browser's, whether there is something to do or not.
    if (doing !== null || act.id !== 'close') event.preventDefault();
    if (doing !== null && !this.#again(act.id, 'key')) doing();
  }

  /** The buttons at the side of a mouse go back and forward. */
  mouse(event: MouseEvent): void {
    const ids: Partial<Record<number, ActId>> = { 3: 'back', 4: 'forward' };
    const id = ids[event.button];
    if (id === undefined) return;
    event.preventDefault();
    if (event.type === 'mouseup' && !asking()) this.run(id);
  }

  /** An entry of the native menu. */
  chosen(id: string): void {
    const act = acts.find((one) => one.id === id);
    if (act === undefined || (asking() && !(act.id === 'open_palette' && this.app.palette.open))) {
      return;
    }
    if (!this.#again(act.id, 'menu')) this.#doing(act)?.();
  }

  /** Tells the native menu what can be done, when that changed. */
  tellMenu(): void {
    const usable = menus
      .flatMap(({ items }) => items)
      .filter((id) => id !== '-' && this.usable(actOf(id as ActId)));
    const told = usable.join(' ');
    if (told === this.#told) return;
    this.#told = told;
    this.app.host.offerActs(usable).catch((thrown: unknown) => console.error(thrown));
  }

  /** Some systems send a key of the menu to the page as well: that is one press, not two. */
  #again(id: ActId, way: Way): boolean {
    const at = performance.now();
    const last = this.#last;
    if (last?.id === id && last.way !== way && at - last.at < echo) return true;
    this.#last = { id, way, at };
    return false;
  }

  #close(): void {
    const { app } = this;
    const newest = app.toasts.list.at(-1);
    if (newest) app.toasts.close(newest.id);
    else if (app.own) app.closeWindow();
    else if (app.route.page === 'settings') app.go.back();
    else app.viewsShown = false;
  }
}

/** Whether a dialog must be answered first. */
function asking(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
