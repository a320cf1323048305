// The one clock of the interface: relative times read it and so stay true while nothing happens.

const state = $state({ now: Date.now() });
let timer: ReturnType<typeof setInterval> | undefined;

/** Milliseconds since 1970, moving on every few seconds. */
export function now(): number {
  // What was just saved is never in the future, even between two ticks.
  return Math.max(state.now, Date.now());
}

/** Brings the clock up to date at once, e.g. when something was just saved. */
export function tick(): void {
  state.now = Date.now();
}

/** Runs the clock until the returned function is called. */
export function startClock(everyMs = 5_000): () => void {
  tick();
  timer ??= setInterval(tick, everyMs);
  return () => {
    clearInterval(timer);
    timer = undefined;
  };
}
