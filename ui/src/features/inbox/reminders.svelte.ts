// What wanted to be remembered by today. Asked for when the list comes up, whenever an order
// changes, and once in a while, because days begin while the window is open.

import type { ReminderView } from '../../host/types';
import type { App } from '../../shared/app';
import { dayAhead } from '../../shared/reminders';

/** How often it is looked whether another day has begun (ms). */
const lookEvery = 10 * 60_000;

export class Reminders {
  due = $state.raw<ReminderView[]>([]);

  #looking = false;
  /** Something changed during the look. */
  #again = false;
  readonly #stop: () => void;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(private readonly app: Pick<App, 'host' | 'report'>) {
    void this.look();
    this.#timer = setInterval(() => void this.look(), lookEvery);
    this.#stop = app.host.on('orders_changed', () => void this.look());
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stop();
  }

  /** One look at a time, however fast orders change. What cannot be read now is read next time. */
  async look(): Promise<void> {
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = true;
    try {
      this.due = await this.app.host.dueReminders();
    } catch {
      this.due = [];
    }
    this.#looking = false;
    if (this.#again) {
      this.#again = false;
      await this.look();
    }
  }

  /** Once more tomorrow. */
  tomorrow(reminder: ReminderView): Promise<void> {
    return this.#change(reminder, dayAhead(1));
  }

  /** Done with it. */
  drop(reminder: ReminderView): Promise<void> {
    return this.#change(reminder, null);
  }

  async #change(reminder: ReminderView, on: string | null): Promise<void> {
    try {
      await this.app.host.remind(reminder.order_id, on);
      this.due = this.due.filter((one) => one.order_id !== reminder.order_id);
    } catch (thrown) {
      this.app.report(thrown);
    }
  }
}
