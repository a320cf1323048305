// What lies on this computer: sizes, backups, and what is being done with them.

import type {
  BackupView,
  CheckView,
  EraseView,
  Host,
  RestoreChoice,
  RestoreOrderView,
  RestoreView,
  StorageView,
} from '../../../host/types';
import type { App } from '../../../shared/app';
import { t } from '../../../shared/i18n.svelte';

/** What comes back when nobody chooses otherwise: what is not here at all. */
const byItself = (order: RestoreOrderView) => order.fate === 'comes_back';
/** What may be chosen. */
export const mayCome = (order: RestoreOrderView) => byItself(order) || order.fate === 'differs';

export class StorageState {
  view = $state.raw<StorageView | null>(null);
  check = $state.raw<CheckView | null>(null);
  preview = $state.raw<RestoreView | null>(null);
  /** Orders that shall come back, by id. */
  chosen = $state<string[]>([]);
  erase = $state.raw<EraseView | null>(null);
  typed = $state('');
  busy = $state<'backup' | 'check' | 'preview' | 'restore' | 'erase' | null>(null);
  readonly #host: Host;

  constructor(readonly app: App) {
    this.#host = app.host;
  }

  async load(): Promise<void> {
    await this.#do(null, async () => {
      this.view = await this.#host.storage();
    });
  }

  async backUp(): Promise<void> {
    await this.#do('backup', async () => {
      const made = await this.#host.backUp();
      const title = made === null ? 'settings-backup-nothing' : 'settings-backup-made';
      this.app.tell({ severity: made === null ? 'info' : 'success', title: t(title) });
      this.view = await this.#host.storage();
    });
  }

  async checkNow(): Promise<void> {
    this.check = null;
    await this.#do('check', async () => {
      this.check = await this.#host.checkDatabase();
    });
  }

  async ask(backup: BackupView): Promise<void> {
    await this.#do('preview', async () => {
      const preview = await this.#host.previewRestore(backup.name);
      this.chosen = preview.orders.filter(byItself).map((order) => order.order_id);
      this.preview = preview;
    });
  }

  choose(order: RestoreOrderView, comes: boolean): void {
    const others = this.chosen.filter((id) => id !== order.order_id);
    this.chosen = comes ? [...others, order.order_id] : others;
  }

  /** Whether anything would come back. */
  get anything(): boolean {
    return this.chosen.length > 0 || (this.preview?.lines ?? 0) > 0;
  }

  async restore(): Promise<void> {
    const preview = this.preview;
    if (preview === null) return;
    const choices: RestoreChoice[] = preview.orders
      .filter((order) => this.chosen.includes(order.order_id))
      .map((order) => ({ order_id: order.order_id, over: order.draft_here }));
    await this.#do('restore', async () => {
      const back = await this.#host.restore(preview.name, choices);
      this.preview = null;
      this.app.tell({
        severity: back.left > 0 ? 'warning' : 'success',
        title: t('settings-restored', { drafts: back.drafts, acts: back.acts }),
        detail: back.left > 0 ? t('settings-restored-left', { count: back.left }) : '',
      });
      this.view = await this.#host.storage();
    });
  }

  async askErase(): Promise<void> {
    this.typed = '';
    await this.#do(null, async () => {
      this.erase = await this.#host.prepareErase();
    });
  }

  get mayErase(): boolean {
    return this.erase !== null && this.typed.trim() === this.erase.phrase;
  }

  async eraseNow(): Promise<void> {
    if (!this.mayErase) return;
    await this.#do('erase', async () => {
      await this.#host.eraseEverything(this.typed.trim());
      this.erase = null;
      await this.app.enter();
    });
  }

  async #do(what: StorageState['busy'], work: () => Promise<void>): Promise<void> {
    if (this.busy !== null) return;
    this.busy = what;
    try {
      await work();
    } catch (thrown) {
      this.app.report(thrown);
    } finally {
      this.busy = null;
    }
  }
}
