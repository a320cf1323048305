// Names of keys: how they are drawn on a key cap and how they are said.

import { tMaybe } from './i18n.svelte';

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const drawn: Record<string, string> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Comma: ',',
};

function parts(keys: string): string[] {
  return keys === '+' ? ['+'] : keys.split('+');
}

/** `Mod+F` → `Ctrl F` or `⌘F`. */
export function showKeys(keys: string): string {
  const caps = parts(keys).map((key) => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl';
    return drawn[key] ?? key;
  });
  return caps.join(isMac ? '' : ' ');
}

/** `Enter` → `Enter`, in words: what a screen reader says. */
export function spokenKeys(keys: string): string {
  const said = parts(keys).map((key) => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl';
    const name = drawn[key] === undefined ? null : tMaybe(`key-${key.toLowerCase()}`);
    return name ?? drawn[key] ?? key;
  });
  return said.join(isMac ? '' : ' ');
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control').replace('Comma', ',');
}

/** Whether a key press with Ctrl (⌘ on a Mac) and nothing else. */
export function withMod(event: KeyboardEvent): boolean {
  const mod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return mod && !event.altKey && !event.shiftKey;
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
