// Where the side bar leads: icon, counter, whether the counter calls.

import type { ViewCounts } from '../host/types';
import type { SideView } from '../shared/app';
import type { IconName } from '../shared/icons';

export interface SidePlace {
  view: SideView;
  icon: IconName;
  /** A red counter when there is something. */
  calls?: boolean;
}

export const sidePlaces: readonly SidePlace[] = [
  { view: 'overview', icon: 'chart' },
  { view: 'inbox', icon: 'inbox' },
  { view: 'due_soon', icon: 'clock', calls: true },
  { view: 'overdue', icon: 'clock-alert', calls: true },
  { view: 'drafts', icon: 'pencil' },
  { view: 'queue', icon: 'send' },
  { view: 'needs_attention', icon: 'warning', calls: true },
  { view: 'to_review', icon: 'user-check', calls: true },
  { view: 'provisioned', icon: 'circle-check' },
  { view: 'all', icon: 'apply' },
  { view: 'customers', icon: 'building' },
];

/** Apart, below: nothing to work on. */
export const lowPlaces: readonly SidePlace[] = [{ view: 'activity', icon: 'history' }];

/** How many orders a list holds; of the queue, how many acts its page lists. */
export function countOf(
  counts: ViewCounts | null,
  queued: number | null,
  view: SideView,
): number | null {
  if (counts === null) return null;
  if (view === 'activity' || view === 'overview' || view === 'customers') return null;
  return view === 'queue' ? queued : counts[view];
}
