// What was rescued when a damaged or missing database was replaced, in words.

import type { RescueView } from '../host/types';
import type { Toast } from '../shared/app';
import { formatList, formatMoment } from '../shared/formats';
import { t } from '../shared/i18n.svelte';

/** How many numbers of lost orders are named. */
const named = 5;

export function rescuedToast(rescued: RescueView): Toast {
  const { damaged, unreadable, lost, backup_at } = rescued;
  const parts: string[] = [];
  if (damaged) {
    const counts = { drafts: rescued.drafts_from_file, acts: rescued.acts_from_file };
    parts.push(t('start-rescued-file', counts));
  }
  if (backup_at !== null) {
    const counts = { drafts: rescued.drafts_from_backup, acts: rescued.acts_from_backup };
    parts.push(t('start-rescued-backup', { ...counts, when: formatMoment(backup_at) }));
  }
  if (unreadable > 0) parts.push(t('start-rescued-unreadable', { count: unreadable }));
  if (lost.length > 0) {
    const orders = lost.length > named ? [...lost.slice(0, named), '…'] : lost;
    parts.push(t('start-rescued-lost', { orders: formatList(orders) }));
  }
  return {
    severity: 'warning',
    title: t('start-rescued', { damaged: damaged ? 'yes' : 'no' }),
    detail: parts.join(' '),
  };
}
