// The four figures that stand first: how many are open, late, close today, need somebody.

import type { OverviewView } from '../../host/types';
import type { Hue } from '../../shared/badges';
import { t } from '../../shared/i18n.svelte';
import type { IconName } from '../../shared/icons';
import { closingOn, inState, open, overdue } from './links';

export interface Headline {
  id: string;
  count: number;
  words: string;
  hue: Hue;
  icon: IconName;
  /** What the list is asked for. */
  search: string;
}

/** How many close on a day. */
export function closing(figures: OverviewView, day: string): number {
  return figures.closing.days.find((one) => one.on === day)?.orders ?? 0;
}

export function headlines(figures: OverviewView): Headline[] {
  const all = figures.open.reduce((sum, one) => sum + one.total, 0);
  const attention = figures.open.find((one) => one.badge === 'needs_attention')?.total ?? 0;
  const { today } = figures;
  return [
    { id: 'open', count: all, words: t('overview-open'), hue: 'blue', icon: 'inbox', search: open },
    {
      id: 'overdue',
      count: figures.closing.overdue,
      words: t('overview-overdue'),
      hue: 'red',
      icon: 'clock-alert',
      search: overdue,
    },
    {
      id: 'today',
      count: closing(figures, today),
      words: t('overview-closes-today'),
      hue: 'red',
      icon: 'clock',
      search: closingOn(today),
    },
    {
      id: 'attention',
      count: attention,
      words: t('overview-attention'),
      hue: 'red',
      icon: 'warning',
      search: inState('needs_attention'),
    },
  ];
}
