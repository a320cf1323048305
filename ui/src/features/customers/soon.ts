// While a sync brings thousands of orders, a few pictures a second are enough.

const every = 500;

/** Calls at once, or once some time later when it was called just before. */
export class Soon {
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly run: () => void) {}

  call(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#last = Date.now();
        this.run();
      },
      Math.max(0, this.#last + every - Date.now()),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
