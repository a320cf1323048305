// The hue and icon of each state. Never colour alone: the icon and the word stand with it.

import type { IconName } from './icons';

export type Hue = 'green' | 'amber' | 'red' | 'violet' | 'teal' | 'grey' | 'blue';

const looks: Record<string, readonly [Hue, IconName]> = {
  // Of this computer.
  needs_attention: ['red', 'warning'],
  sending: ['teal', 'send'],
  queued: ['teal', 'send'],
  draft: ['violet', 'pencil'],
  // Of the service.
  awaiting_details: ['amber', 'hourglass'],
  awaiting_approval: ['amber', 'user-check'],
  mapped: ['amber', 'hourglass'],
  deferred: ['grey', 'calendar-later'],
  customer_sets_up: ['grey', 'user'],
  provisioning: ['teal', 'spinner'],
  provisioned: ['green', 'circle-check'],
  provisioned_with_errors: ['red', 'warning'],
  failed: ['red', 'warning'],
  handed_over: ['grey', 'handed-over'],
  closed: ['grey', 'lock'],
  cancelled: ['grey', 'x'],
};

/** All states that there are words for, in the order a filter lists them. */
export const badgeCodes: readonly string[] = Object.keys(looks);

/** A state of a newer service is grey, with its own word. */
export function badgeLook(code: string): { hue: Hue; icon: IconName } {
  const [hue, icon] = looks[code] ?? (['grey', 'dot'] as const);
  return { hue, icon };
}

/** How pressing a deadline is. */
export function urgencyHue(urgency: string): Hue | null {
  if (urgency === 'overdue' || urgency === 'soon') return 'red';
  return urgency === 'near' ? 'amber' : null;
}

/** The services, in the order they are listed. */
export const serviceKinds = [
  'meetings',
  'calling',
  'contact_center',
  'messaging',
  'devices',
] as const;

export function serviceIcon(kind: string): IconName {
  const icons: Record<string, IconName> = {
    meetings: 'meetings',
    calling: 'calling',
    contact_center: 'contact-center',
    messaging: 'messaging',
    devices: 'devices',
  };
  return icons[kind] ?? 'service';
}
