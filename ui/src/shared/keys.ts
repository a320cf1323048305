// Names of keys: how they are drawn on a key cap and how they are said.

import { t, tMaybe } from './i18n.svelte';

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const drawn: Record<string, string> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Comma: ',',
  ContextMenu: '☰',
};

/** Modifiers as they stand on a Mac's keys. */
const onMac: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

function modifier(key: string): string | undefined {
  if (isMac) return onMac[key];
  if (key === 'Mod') return 'Ctrl';
  return key === 'Shift' ? t('key-shift') : undefined;
}

function parts(keys: string): string[] {
  return keys === '+' ? ['+'] : keys.split('+');
}

/** `Mod+F` → `Ctrl F` or `⌘F`. */
export function showKeys(keys: string): string {
  const caps = parts(keys).map((key) => modifier(key) ?? drawn[key] ?? key);
  return caps.join(isMac ? '' : ' ');
}

/** `Enter` → `Enter`, in words: what a screen reader says. */
export function spokenKeys(keys: string): string {
  const said = parts(keys).map((key) => {
    const held = modifier(key);
    if (held !== undefined) return held;
    const name = drawn[key] === undefined ? null : tMaybe(`key-${key.toLowerCase()}`);
    return name ?? drawn[key] ?? key;
  });
  return said.join(isMac ? '' : ' ');
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control').replace('Comma', ',');
}

/** What of a key names it: letters of other scripts by where they lie on the keyboard. */
function keyName(event: KeyboardEvent): string {
  const { key, code } = event;
  const foreign = key.length === 1 && key > '\u007f' && code.startsWith('Key');
  return (foreign ? code.slice(3) : key).toLowerCase();
}

/** Whether these keys are pressed: `presses(event, 'Mod+Shift+Enter')`. */
export function presses(event: KeyboardEvent, keys: string): boolean {
  const wanted = parts(keys);
  const last = wanted.at(-1) ?? '';
  const key = last === 'Comma' ? ',' : last.toLowerCase();
  if (keyName(event) !== key) return false;
  const mod = wanted.includes('Mod');
  const [ctrl, meta] = isMac ? [false, mod] : [mod, false];
  // Which sign a key gives with Shift is the keyboard's matter.
  const sign = wanted.length === 1 && last.length === 1;
  return (
    event.ctrlKey === ctrl &&
    event.metaKey === meta &&
    event.altKey === wanted.includes('Alt') &&
    (sign || event.shiftKey === wanted.includes('Shift'))
  );
}

/** Whether a key writes a character: then it is no act while somebody types. */
export function writes(event: KeyboardEvent): boolean {
  return event.key.length === 1 && bare(event);
}

/** Whether a key press without Ctrl, Alt, ⌘. */
export function bare(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Whether somebody is typing text there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}
