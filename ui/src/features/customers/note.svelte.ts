// The note on a customer as it is typed. Every stroke is on the disk at most 300 ms later; what is
// kept is never asked to be saved.

import { asFailure, type CustomerName, type Failure, type Host } from '../../host/types';

/** Strokes within this time are kept as one. */
const COALESCE_MS = 300;

export class CustomerNote {
  text = $state('');
  /** Why the last stroke is not on the disk. */
  failure = $state.raw<Failure | null>(null);
  /** Rises with every stroke; those up to `#kept` are on the disk. */
  #edit = $state(0);
  #kept = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<boolean> | null = null;

  constructor(
    readonly host: Host,
    readonly name: CustomerName,
  ) {}

  get dirty(): boolean {
    return this.#edit > this.#kept;
  }

  /** The last stroke, for whoever begins to read. */
  get edit(): number {
    return this.#edit;
  }

  type(text: string): void {
    this.text = text;
    this.#edit += 1;
    this.#timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** What the program had kept when it was read; `edit` is the last stroke it can know of. */
  take(kept: string, edit: number): void {
    if (edit === this.#edit && !this.dirty) this.text = kept;
  }

  /** Keeps now what is not kept yet; tells whether everything is. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.dirty) {
      this.#running ??= this.#keep().finally(() => (this.#running = null));
      if (!(await this.#running)) return false;
    }
    return true;
  }

  async #keep(): Promise<boolean> {
    const edit = this.#edit;
    try {
      await this.host.keepCustomerNote(this.name, this.text);
      this.#kept = edit;
      this.failure = null;
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }
}
