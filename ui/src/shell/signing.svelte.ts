// Signing in: in this computer's browser, or with a code that is typed on any device. Of several
// beginnings the last one counts. No words and no elements in here.

import {
  asFailure,
  type AccountView,
  type DeviceSignInView,
  type Failure,
  type Host,
} from '../host/types';
import type { SignInWay } from '../shared/app';

export class SignIn {
  way = $state<SignInWay>('browser');
  /** The page that the browser was asked to open. */
  url = $state<string | null>(null);
  code = $state.raw<DeviceSignInView | null>(null);
  failure = $state.raw<Failure | null>(null);
  #waiting = false;
  #round = 0;
  /** A beginning that the program has not answered yet. */
  #beginning: Promise<void> = Promise.resolve();

  constructor(
    readonly host: Host,
    readonly ondone: (account: AccountView) => Promise<void>,
  ) {}

  async begin(way: SignInWay): Promise<void> {
    const round = ++this.#round;
    const before = this.#waiting;
    this.#clear(way);
    this.#waiting = true;
    try {
      // The program keeps the one that it began last: two at once would cross.
      await this.#beginning.catch(() => undefined);
      if (round !== this.#round) return;
      if (before) await this.host.cancelSignIn();
      this.#beginning = this.#show(round);
      await this.#beginning;
      if (round !== this.#round) return;
      const account = await this.host.finishSignIn();
      // Whoever turned to the other way meanwhile is signed in all the same.
      if (round !== this.#round) this.cancel();
      await this.ondone(account);
    } catch (thrown) {
      // Whoever cancelled here knows; whoever refused in the browser is told.
      if (round === this.#round) this.failure = asFailure(thrown);
    } finally {
      if (round === this.#round) this.#waiting = false;
    }
  }

  /** What is waited for is given up. */
  cancel(): void {
    this.#round += 1;
    if (this.#waiting) this.host.cancelSignIn().catch((thrown: unknown) => console.error(thrown));
    this.#waiting = false;
    this.#clear(this.way);
  }

  /** The code is not valid any more. */
  expire(): void {
    this.cancel();
    this.failure = { code: 'sign_in_timed_out', params: {} };
  }

  async #show(round: number): Promise<void> {
    if (this.way === 'browser') {
      const { url } = await this.host.beginSignIn();
      if (round === this.#round) this.url = url;
    } else {
      const code = await this.host.beginDeviceSignIn();
      if (round === this.#round) this.code = code;
    }
  }

  #clear(way: SignInWay): void {
    this.way = way;
    this.url = null;
    this.code = null;
    this.failure = null;
  }
}
