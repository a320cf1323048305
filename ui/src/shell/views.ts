// The views of the side bar: icon, counter, whether the counter calls.

import type { ViewCounts } from '../host/types';
import type { ListView } from '../shared/app';
import type { IconName } from '../shared/icons';

export interface SideView {
  view: ListView;
  icon: IconName;
  /** A red counter when there is something. */
  calls?: boolean;
}

export const sideViews: readonly SideView[] = [
  { view: 'inbox', icon: 'inbox' },
  { view: 'due_soon', icon: 'clock', calls: true },
  { view: 'drafts', icon: 'pencil' },
  { view: 'queue', icon: 'send' },
  { view: 'needs_attention', icon: 'warning', calls: true },
  { view: 'provisioned', icon: 'circle-check' },
  { view: 'all', icon: 'apply' },
];

export function countOf(counts: ViewCounts | null, view: ListView): number | null {
  return counts === null ? null : counts[view];
}
