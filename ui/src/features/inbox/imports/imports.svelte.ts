// Values of many orders from a table: what each column is taken as, what its rows would change,
// what came of it.

import {
  asFailure,
  type Failure,
  type ImportPlan,
  type ManyDone,
  type TableUse,
  type TableView,
} from '../../../host/types';
import type { App } from '../../../shared/app';
import { tellWhole } from '../many/telling';

export class Imports {
  /** The table that is asked about; null while none is. */
  table = $state.raw<TableView | null>(null);
  /** What each column is taken as: `number`, a field, or nothing. */
  columns = $state.raw<readonly string[]>([]);
  plan = $state.raw<ImportPlan | null>(null);
  /** Why it cannot be said what it would change. */
  failure = $state.raw<Failure | null>(null);
  looking = $state(false);
  running = $state(false);
  done = $state.raw<ManyDone | null>(null);

  #asked = 0;
  #choosing = false;

  constructor(readonly app: App) {}

  /** Asks for a file. */
  async pick(): Promise<void> {
    // Asked for twice it is one choice: by the menu and by a key.
    if (this.#choosing || this.running) return;
    this.#choosing = true;
    try {
      const table = await this.app.host.pickTable();
      if (table !== null) this.show(table);
    } catch (thrown) {
      this.app.report(thrown, () => void this.pick());
    } finally {
      this.#choosing = false;
    }
  }

  /** A table was opened. */
  show(table: TableView): void {
    if (this.running) return;
    this.table = table;
    this.columns = table.columns.map(({ field }) => field);
    this.done = null;
    void this.#ask();
  }

  close(): void {
    if (this.running) return;
    this.#asked += 1;
    this.table = null;
  }

  /** Which column is taken as something twice; null when none is. */
  get twice(): string | null {
    const taken = this.columns.filter((field) => field !== '');
    return taken.find((field, at) => taken.indexOf(field) !== at) ?? null;
  }

  get numbered(): boolean {
    return this.columns.includes('number');
  }

  takeAs(at: number, field: string): void {
    this.columns = this.columns.with(at, field);
    void this.#ask();
  }

  async look(sheet: string): Promise<void> {
    const { table } = this;
    if (table === null) return;
    const asked = ++this.#asked;
    try {
      const other = await this.app.host.lookAtSheet(table.key, sheet);
      if (asked === this.#asked) this.show(other);
    } catch (thrown) {
      if (asked === this.#asked) this.failure = asFailure(thrown);
    }
  }

  get #use(): TableUse | null {
    const { table } = this;
    if (table === null || !this.numbered || this.twice !== null) return null;
    return { key: table.key, sheet: table.sheet, columns: [...this.columns] };
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    const use = this.#use;
    this.plan = null;
    this.failure = null;
    this.looking = use !== null;
    if (use === null) return;
    try {
      const plan = await this.app.host.planImport(use);
      if (asked === this.#asked) this.plan = plan;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = asFailure(thrown);
    } finally {
      if (asked === this.#asked) this.looking = false;
    }
  }

  async run(): Promise<void> {
    const use = this.#use;
    if (use === null || this.running) return;
    this.running = true;
    try {
      this.done = await this.app.host.runImport(use);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.running = false;
    }
    // Where all of it was done nothing is left to read.
    if (this.done !== null && tellWhole(this.app, this.done)) this.close();
  }
}
