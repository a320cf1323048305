// Leaving: what was typed last is saved first, and whoever has acts waiting is told what becomes
// of them. Whoever asks a second time means it.

import { asFailure, type Host } from '../host/types';

/** What cannot be saved is not waited for any longer (ms). */
const patience = 2_000;

export interface Leaver {
  readonly host: Host;
  /** Acts that wait to be sent, and those that wait for a decision. */
  unsent(): { waiting: number; parked: number };
  allSaved(): Promise<void>;
  report(thrown: unknown): void;
}

export class Leaving {
  /** What is asked about now. */
  asking = $state.raw<{ waiting: number; parked: number } | null>(null);
  going = $state(false);

  constructor(readonly app: Leaver) {}

  /** The window is about to close; where the program goes on in the tray, nothing waits for it. */
  async asked(quits: boolean): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const unsent = this.app.unsent();
    if (!quits || this.asking !== null || unsent.waiting === 0) {
      await this.go();
      return;
    }
    this.asking = unsent;
    try {
      await this.app.host.stayOpen();
    } catch (thrown) {
      // The window goes by itself soon, and nothing is lost by that.
      console.error(asFailure(thrown));
      await this.go();
    }
  }

  stay(): void {
    if (!this.going) this.asking = null;
  }

  /** What was typed last is on its way to the disk already; the window closes behind it. */
  async go(): Promise<void> {
    if (this.going) return;
    this.going = true;
    try {
      await Promise.race([
        this.app.allSaved(),
        new Promise((resolve) => setTimeout(resolve, patience)),
      ]);
      await this.app.host.closeWindow();
    } catch (thrown) {
      this.app.report(thrown);
    } finally {
      this.asking = null;
      this.going = false;
    }
  }
}
