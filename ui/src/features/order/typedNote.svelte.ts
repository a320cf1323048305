// The shared note as it is typed, before it is saved for colleagues. Every stroke is on the disk
// at most 300 ms later, so that neither leaving nor a crash loses it. No words and no elements
// in here.

import { asFailure, type Failure, type Host } from '../../host/types';

/** Strokes within this time are kept as one. */
const COALESCE_MS = 300;

export class TypedNote {
  readonly #host: Host;
  readonly #id: string;

  /** As typed; null when it is not being changed. */
  text = $state<string | null>(null);
  /** Why the last stroke is not on the disk. */
  failure = $state.raw<Failure | null>(null);

  /** Rises with every stroke; those up to `#kept` are on the disk. */
  #edit = $state(0);
  #kept = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<boolean> | null = null;

  constructor(host: Host, id: string) {
    this.#host = host;
    this.#id = id;
  }

  /** Whether a stroke is not on the disk yet. */
  get dirty(): boolean {
    return this.#edit > this.#kept;
  }

  /** The last stroke, for whoever begins to read. */
  get edit(): number {
    return this.#edit;
  }

  /** Null gives up what was typed. */
  type(text: string | null): void {
    this.text = text;
    this.#edit += 1;
    this.#timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** What the program had kept when it was read; `edit` is the last stroke it can know of. */
  take(kept: string | null, edit: number): void {
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
      await this.#host.keepNote(this.#id, this.text);
      this.#kept = edit;
      this.failure = null;
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }
}
