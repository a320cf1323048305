// Which program stands behind the window: the real one under Tauri, the one in memory in a
// browser (only in builds made for looking; a shipped build does not contain it).

import type { Host } from './types';

export async function chooseHost(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) {
    const { tauriHost } = await import('./tauri');
    return tauriHost;
  }
  if (import.meta.env.MODE === 'look') {
    const { memoryHostFromAddress } = await import('./memory');
    return memoryHostFromAddress(window.location.search);
  }
  throw new Error('Turnup runs in its own window, not in a browser');
}
