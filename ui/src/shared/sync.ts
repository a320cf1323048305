// How far a sync is, in words: the step, how many of how many, how long still.

import type { SyncProgressView } from '../host/types';
import { formatNumber, formatPercent, formatSpan } from './formats';
import { kebab, t, tMaybe } from './i18n.svelte';

/** Fetching orders: 1,200 of 5,000 */
export function syncProgress(sync: SyncProgressView): string {
  const step = tMaybe(`status-sync-${kebab(sync.step)}`) ?? t('status-sync');
  if (sync.total !== null) {
    const args = { step, done: formatNumber(sync.done), total: formatNumber(sync.total) };
    return t('status-sync-of', args);
  }
  return sync.done > 0 ? t('status-sync-done', { step, done: formatNumber(sync.done) }) : step;
}

/** about 2 minutes left; null while nobody knows. */
export function syncLeft(sync: SyncProgressView): string | null {
  if (sync.left_seconds === null) return null;
  if (sync.left_seconds < 60) return t('status-sync-left-short');
  return t('status-sync-left', { span: formatSpan(sync.left_seconds) });
}

/** Both, as far as they are known; where there is little room, without the step. */
export function syncWords(sync: SyncProgressView, room: 'wide' | 'small' = 'wide'): string {
  const far = room === 'small' ? counted(sync) : syncProgress(sync);
  return [far, syncLeft(sync)].filter((part) => part !== null).join(' · ');
}

/** 24 %, where there is hardly any room. */
export function syncPercent(sync: SyncProgressView): string {
  if (sync.total === null) return syncProgress(sync);
  return formatPercent(sync.total === 0 ? 1 : Math.min(1, sync.done / sync.total));
}

function counted(sync: SyncProgressView): string {
  if (sync.total === null) return syncProgress(sync);
  const args = { done: formatNumber(sync.done), total: formatNumber(sync.total) };
  return t('status-sync-count', args);
}
