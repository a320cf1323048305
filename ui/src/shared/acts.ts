// Every act of the window: its keys, where they are written, its place in the menu, what it
// needs. One file, `acts.json`, which the native menu reads as well. What an act does is not in
// here: the shell does the window's own, a screen lends the others while it is shown.

import registry from './acts.json';
import type { IconName } from './icons';
import { kebab, t, tMaybe } from './i18n.svelte';
import { isMac, presses } from './keys';

export type ActId = keyof typeof registry.acts;

/** Who does it: the window, the screen that is shown, the rows of a list, the system. */
export type DoneBy = 'window' | 'screen' | 'rows' | 'system';

/** Under which heading the page of keys lists it. */
export type Where = 'everywhere' | 'list' | 'order';
export const wheres: readonly Where[] = ['everywhere', 'list', 'order'];

interface Written {
  by: DoneBy;
  where?: Where;
  keys?: string[];
  /** Instead of `keys`, on macOS. */
  mac?: string[];
  needs?: 'account';
  icon?: IconName;
  danger?: boolean;
}

export interface Act extends Omit<Written, 'mac' | 'keys'> {
  id: ActId;
  keys: readonly string[];
}

export function readActs(mac: boolean): Act[] {
  return Object.entries(registry.acts as Record<string, Written>).map(
    ([id, { mac: onMac, ...act }]) => ({
      ...act,
      id: id as ActId,
      keys: (mac ? onMac : undefined) ?? act.keys ?? [],
    }),
  );
}

export const acts: readonly Act[] = readActs(isMac);
const byId = new Map(acts.map((act) => [act.id, act]));

/** What the menus hold: ids, and `-` for a line. */
export const menus: readonly { id: string; items: string[] }[] = registry.menus;

export function actOf(id: ActId): Act {
  const act = byId.get(id);
  if (act === undefined) throw new Error(`no act ${id}`);
  return act;
}

/** The first of its keys: the one to show beside it. */
export function keysOf(id: ActId): string | undefined {
  return actOf(id).keys[0];
}

export function actLabel(id: ActId): string {
  return t(`act-${kebab(id)}`);
}

/** Other words by which it is looked for. */
export function actAlso(id: ActId): string {
  return tMaybe(`act-${kebab(id)}.also`) ?? '';
}

/** The act of a key press, of those that the window hands out. */
export function pressed(event: KeyboardEvent): Act | undefined {
  return acts.find(
    ({ by, keys }) =>
      (by === 'window' || by === 'screen') && keys.some((one) => presses(event, one)),
  );
}
