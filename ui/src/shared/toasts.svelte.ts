// What is said at the edge of the window, and for how long.

import type { Toast } from './app';

export type ShownToast = Toast & { id: number };

const most = 4;
/** As long as it takes to read; where there is something to press, longer. */
const seconds = { words: 4, acts: 8 };

export class ToastList {
  list = $state<ShownToast[]>([]);
  #next = 1;
  #held = false;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- shown nowhere
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** The same words are not said twice at once. */
  add(toast: Toast): number {
    const same = this.list.find(
      (shown) => shown.title === toast.title && shown.detail === toast.detail,
    );
    if (same) this.close(same.id);
    const id = this.#next++;
    this.list.push({ ...toast, id });
    while (this.list.length > most) {
      const oldest = this.list[0];
      if (oldest) this.close(oldest.id);
    }
    if (toast.severity === 'success' || toast.severity === 'info') this.#leave(id);
    return id;
  }

  close(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  clear(): void {
    for (const { id } of [...this.list]) this.close(id);
  }

  /** Nothing goes while the pointer rests on it. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held) for (const id of [...this.#timers.keys()]) this.#leave(id);
  }

  #leave(id: number): void {
    clearTimeout(this.#timers.get(id));
    const acts = this.list.some((toast) => toast.id === id && toast.actions?.length);
    const timer = setTimeout(
      () => {
        if (!this.#held) this.close(id);
      },
      (acts ? seconds.acts : seconds.words) * 1000,
    );
    this.#timers.set(id, timer);
  }
}
