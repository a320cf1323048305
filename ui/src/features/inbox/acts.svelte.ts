// What can be done with the order that stands at the side of the list: one place for the card, for
// the menu of its row, and for what the window's keys, menu and palette may do with it.

import type { OrderView } from '../../host/types';
import { actOf, actLabel, keysOf, type ActId } from '../../shared/acts';
import type { App, Offer } from '../../shared/app';
import { isAhead } from '../../shared/exports.svelte';
import { language, t } from '../../shared/i18n.svelte';
import type { MenuAct, MenuItem } from '../../shared/menus';
import { firstAct, isClash, parkedAct, takenBackWords } from '../../shared/queue';
import { nextLabel, nextStep } from './next';

interface Doing {
  act: ActId;
  label?: string;
  run: () => void;
}

export class OrderActs {
  busy = $state(false);
  /** The draft of this order is asked about before it is dropped. */
  dropping = $state.raw<OrderView | null>(null);

  constructor(
    readonly app: App,
    /** The order that is told of now. */
    readonly current: () => OrderView | null,
    readonly onchange: (order: OrderView) => void,
  ) {}

  /** Everything that can be done now, the next step first. */
  readonly #all: readonly Doing[] = $derived.by(() => {
    const order = this.current();
    if (order === null) return [];
    const { id, number } = order;
    return [
      { act: 'continue_order', label: nextLabel(nextStep(order)), run: () => this.goOn() },
      { act: 'show_order', run: () => this.app.go.order(id, 'details') },
      { act: 'show_customer', run: () => this.app.go.customer(order.end_customer) },
      { act: 'show_activity', run: () => this.app.go.activity({ id, number }) },
      { act: 'own_window', run: () => this.app.openWindow(id) },
      { act: 'save_summary', run: () => void this.saveSummary() },
      { act: 'copy_number', run: () => void this.copyNumber() },
      ...this.#special(order),
    ];
  });

  get offers(): readonly Offer[] {
    const order = this.current()?.number ?? '';
    return this.#all.map((one) => ({ ...one, order }));
  }

  /** Behind the button for more: what has no button of its own. */
  readonly others: MenuItem[] = $derived(
    this.#items(['continue_order', 'save_summary', 'copy_number', 'show_activity'], false),
  );

  /** Of the row: everything, with the keys that do it. */
  readonly ofRow: MenuItem[] = $derived(this.#items([], true));

  #items(without: readonly ActId[], keys: boolean): MenuItem[] {
    const items: MenuItem[] = [];
    for (const { act, label, run } of this.#all) {
      if (without.includes(act)) continue;
      const { icon, danger } = actOf(act);
      if (danger === true) items.push({ kind: 'line' });
      const item: MenuAct = {
        label: label ?? actLabel(act),
        icon,
        danger,
        testid: testids[act],
        run,
      };
      // On a row Enter is the key of the next step.
      if (keys) item.keys = act === 'continue_order' ? 'Enter' : keysOf(act);
      items.push(item);
    }
    return items;
  }

  /** What only some orders have. */
  #special(order: OrderView): Doing[] {
    const { id, wizard, queue, operation } = order;
    const { host } = this.app;
    const first = firstAct(queue);
    const parked = parkedAct(queue);
    const found: Doing[] = [];
    if (isAhead(order.deadline) && !this.app.exports.busy) {
      found.push({ act: 'add_deadline', run: () => void this.app.exports.deadline(id) });
    }
    if (parked && !isClash(parked)) {
      const run = () => void this.#act(() => host.retryEntry(parked.id), t('detail-retried'));
      found.push({ act: 'retry_entry', run });
    }
    if (first?.can_take_back) {
      const run = () => void this.#act(() => host.takeBack(first.id), takenBackWords(first.kind));
      found.push({ act: 'take_back', run });
    }
    if (operation?.can_retry && queue.length === 0) {
      const run = () => void this.#act(() => host.retryOperation(id), t('detail-retried'));
      found.push({ act: 'retry_operation', run });
    }
    if (order.can_resend && wizard.editable && !wizard.mapped) {
      const run = () => void this.#act(() => host.resendEmail(id), t('detail-resent'));
      found.push({ act: 'resend_email', run });
    }
    if (wizard.editable && wizard.saved_at !== null) {
      found.push({ act: 'drop_draft', run: () => (this.dropping = order) });
    }
    return found;
  }

  /** To the step that comes next; what two people wrote is settled first. */
  goOn(): void {
    const order = this.current();
    if (order !== null) this.app.go.order(order.id, order.conflict === null ? null : 'details');
  }

  async copyNumber(): Promise<void> {
    const order = this.current();
    if (order === null) return;
    try {
      await navigator.clipboard.writeText(order.number);
      this.app.tell({ severity: 'success', title: t('detail-copied', { number: order.number }) });
    } catch (thrown) {
      this.app.report(thrown);
    }
  }

  async saveSummary(id = this.current()?.id): Promise<void> {
    if (this.busy || id === undefined) return;
    const { app } = this;
    const { host } = app;
    const quietly = (work: Promise<unknown>) =>
      void work.catch((thrown: unknown) => app.report(thrown));
    this.busy = true;
    try {
      const saved = await host.saveSummary(id, language());
      if (saved === null) return;
      app.tell({
        severity: 'success',
        title: t('detail-summary-saved'),
        detail: saved.path,
        actions: [
          { label: t('detail-summary-open'), run: () => quietly(host.openSummary(id)) },
          { label: t('detail-summary-folder'), run: () => quietly(host.showSummary(id)) },
        ],
      });
    } catch (thrown) {
      app.report(thrown, () => void this.saveSummary(id));
    } finally {
      this.busy = false;
    }
  }

  dropDraft(): void {
    const order = this.dropping;
    this.dropping = null;
    if (order === null) return;
    void this.#act(() => this.app.host.dropDraft(order.id), t('detail-draft-dropped'));
  }

  async #act(work: () => Promise<OrderView>, said: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      this.onchange(await work());
      this.app.tell({ severity: 'success', title: said });
    } catch (thrown) {
      this.app.report(thrown);
    } finally {
      this.busy = false;
    }
  }
}

const testids: Partial<Record<ActId, string>> = {
  show_order: 'show-details',
  own_window: 'own-window',
  add_deadline: 'add-deadline',
  take_back: 'take-back',
  drop_draft: 'drop-draft',
};
