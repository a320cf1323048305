// Light or dark: as chosen, or as the system is, following it while the program runs.

import { MediaQuery } from 'svelte/reactivity';

const systemDark = new MediaQuery('(prefers-color-scheme: dark)');

export function theme(appearance: string): 'light' | 'dark' {
  if (appearance === 'light' || appearance === 'dark') return appearance;
  return systemDark.current ? 'dark' : 'light';
}
