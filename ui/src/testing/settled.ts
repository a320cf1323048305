// Everything that was ready to run has run: for tests of what must not happen.

export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
