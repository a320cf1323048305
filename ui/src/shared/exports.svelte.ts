// What leaves the program as files: begun from any screen, told at the foot of the window, and what
// came of it. One runs at a time.

import type {
  DeadlineView,
  Exported,
  ExportProgress,
  OrderQuery,
  SummariesSaved,
} from '../host/types';
import type { App, Toast } from './app';
import { formatNumber, formatPercent } from './formats';
import { language, t } from './i18n.svelte';

export type TableFormat = 'csv' | 'xlsx';

/** Most orders whose summaries are saved at once. */
export const mostSummaries = 1000;
/** Most of them in one file. */
export const mostJoined = 200;

export class Exports {
  /** How far it is; null while nothing is written. */
  progress = $state.raw<ExportProgress | null>(null);
  /** Asked for and not over: a dialog of the system is open, or it is written. */
  busy = $state(false);
  /** Some of many summaries could not be saved: shown until it is put away. */
  result = $state.raw<SummariesSaved | null>(null);

  constructor(private readonly app: Pick<App, 'host' | 'tell' | 'report'>) {}

  /** Everything that a list shows. */
  table(query: OrderQuery, format: TableFormat): Promise<void> {
    return this.#run(
      () => this.app.host.exportOrders(query, format, language()),
      (exported) => ({ title: t('exports-table-done', { count: exported.rows }) }),
    );
  }

  /** The deadlines of everything that a list shows. */
  calendar(query: OrderQuery): Promise<void> {
    return this.#run(
      () => this.app.host.exportOrders(query, 'calendar', language()),
      ({ rows, left_out }) => ({
        title: t('exports-calendar-done', { count: rows }),
        detail: left_out > 0 ? t('exports-calendar-left-out', { count: left_out }) : undefined,
      }),
    );
  }

  /** The deadline of one order. */
  deadline(id: string): Promise<void> {
    return this.#run(
      () => this.app.host.exportDeadline(id, language()),
      () => ({ title: t('exports-deadline-done'), detail: t('exports-deadline-detail') }),
    );
  }

  /** Whether something was written, all of it or not. */
  async summaries(ids: string[], joined: boolean): Promise<boolean> {
    const saved = await this.#alone(
      () => this.app.host.saveSummaries(ids, joined, language()),
      () => void this.summaries(ids, joined),
    );
    if (saved === null) return false;
    const done = saved.orders.filter(({ file }) => file !== null).length;
    if (saved.cancelled && done === 0) this.#stopped();
    else if (saved.cancelled || done < saved.orders.length || saved.left > 0) this.result = saved;
    else this.#told({ title: t('exports-summaries-done', { count: done }) }, saved.path);
    return true;
  }

  async cancel(): Promise<void> {
    try {
      await this.app.host.cancelExport();
    } catch (thrown) {
      this.app.report(thrown);
    }
  }

  /** Shows in its folder what was written there. */
  show(path: string): void {
    this.app.host.showExported(path).catch((thrown: unknown) => this.app.report(thrown));
  }

  async #run(
    work: () => Promise<Exported | null>,
    said: (exported: Exported) => Pick<Toast, 'title' | 'detail'>,
  ): Promise<void> {
    const exported = await this.#alone(work, () => void this.#run(work, said));
    if (exported?.cancelled === true) this.#stopped();
    else if (exported) this.#told(said(exported), exported.path);
  }

  /** Null when nothing was chosen, another one runs, or it failed and was told. */
  async #alone<T>(work: () => Promise<T | null>, again: () => void): Promise<T | null> {
    if (this.busy) return null;
    this.busy = true;
    try {
      return await work();
    } catch (thrown) {
      this.app.report(thrown, again);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #told(said: Pick<Toast, 'title' | 'detail'>, path: string): void {
    this.app.tell({
      severity: 'success',
      title: said.title,
      detail: said.detail ?? path,
      actions: [{ label: t('exports-folder'), run: () => this.show(path) }],
    });
  }

  #stopped(): void {
    this.app.tell({
      severity: 'info',
      title: t('exports-stopped'),
      detail: t('exports-stopped-detail'),
    });
  }
}

/** Whether there is a deadline to put into a calendar. */
export function isAhead({ urgency }: DeadlineView): boolean {
  return urgency !== 'none' && urgency !== 'overdue';
}

/** How far an export is, in words. */
export function exportWords({ kind, name, done, total }: ExportProgress): string {
  if (kind === 'many') {
    if (total === null || done === 0) return t('many-running');
    return t('many-running-of', { done: formatNumber(done), total: formatNumber(total) });
  }
  if (done === 0) return t('exports-running', { name });
  if (total === null) return t('exports-running-done', { name, done: formatNumber(done) });
  return t('exports-running-of', { name, done: formatNumber(done), total: formatNumber(total) });
}

/** The same where there is room for a few letters. */
export function exportPercent({ done, total }: ExportProgress): string {
  if (total === null) return formatNumber(done);
  return formatPercent(total === 0 ? 1 : Math.min(1, done / total));
}
