// What stands in a menu, of a button or of a row.

import type { IconName } from './icons';

export interface MenuAct {
  kind?: 'act' | 'check' | 'radio';
  label: string;
  icon?: IconName;
  /** At the end, such as how many there are. */
  note?: string;
  /** Its key, shown at the end. */
  keys?: string;
  /** Of a check or a radio. */
  on?: boolean;
  disabled?: boolean;
  danger?: boolean;
  testid?: string;
  run: () => void;
}

export type MenuItem = MenuAct | { kind: 'line' };
