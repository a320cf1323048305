// How many acts the queue holds, as its page lists them: those that wait and those that somebody
// must decide about.

import type { FrameView, Host } from '../host/types';

export class QueueCount {
  /** Null until it is known. */
  total = $state<number | null>(null);
  #told = '';
  #round = 0;

  constructor(readonly host: Host) {}

  /** Another account: nothing is known of its queue. */
  forget(): void {
    this.#round += 1;
    this.#told = '';
    this.total = null;
  }

  /** The frame says how many wait; of what needs somebody, drafts are a part, so it is asked. */
  follow({ waiting, needs_attention: decide }: FrameView): void {
    const told = `${waiting} ${decide}`;
    if (told === this.#told) return;
    this.#told = told;
    const round = ++this.#round;
    if (decide === 0) {
      this.total = waiting;
      return;
    }
    this.host.listQueue(0).then(
      ({ total }) => {
        if (round === this.#round) this.total = total;
      },
      (thrown: unknown) => {
        console.error(thrown);
        if (round === this.#round) this.#told = '';
      },
    );
  }
}
