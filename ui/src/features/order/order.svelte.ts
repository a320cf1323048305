// One opened order: what the program told, what was typed since, and how the two meet.
//
// Edits apply here at once and are saved together, at most 300 ms later. "Saved" is said only
// after the program answered. A change from elsewhere is taken in without touching what is typed
// and not saved yet. No words and no elements in here.

import { blankForm } from '../../shared/blankForm';
import { merged, same } from '../../shared/merge';
import {
  asFailure,
  type BadgeView,
  type ChoiceView,
  type ChoicesView,
  type Choose,
  type DraftForm,
  type Failure,
  type Host,
  type OrderView,
  type FinderView,
  type ProblemView,
  type QueueEntryView,
  type StepView,
} from '../../host/types';
import { TypedNote } from './typedNote.svelte';

/** Edits within this time are saved as one. */
export const COALESCE_MS = 300;

/** What a new organization is made from, as typed. */
export type NewOrganization = Omit<Extract<Choose, { choice: 'create' }>, 'choice'>;

export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed';

export class OrderSession {
  readonly id: string;
  readonly #host: Host;

  /** The order as told last; none until it is opened. */
  view = $state.raw<OrderView | null>(null);
  /** Why it could not be opened. */
  openFailure = $state.raw<Failure | null>(null);
  /** What the fields show: the saved answers and the edits since. */
  form = $state<DraftForm>(blankForm());
  /** The stepper, as of the last save. */
  steps = $state.raw<StepView[]>([]);
  setUpNow = $state.raw<string[]>([]);
  badge = $state.raw<BadgeView>({ code: '', step: null, steps: null });
  choices = $state.raw<ChoicesView | null>(null);

  saveState = $state<SaveState>('clean');
  saveFailure = $state.raw<Failure | null>(null);
  savedAt = $state<string | null>(null);

  /** What the service said about fields, kept after the act was taken back to mend them. */
  told = $state.raw<ProblemView[]>([]);
  /** What the dry run found unusual beyond the draft's own warnings. */
  warned = $state.raw<ProblemView[]>([]);
  /** Whether an act of this page is under way. */
  busy = $state(false);

  /** Steps that a preset answered as a whole. */
  #answered: string[] = [];
  readonly #touched = $state<Record<string, true>>({});
  readonly #revealed = $state<Record<string, true>>({});

  /** New organizations as typed, by role; they are saved with the form. */
  created = $state<Record<string, NewOrganization | undefined>>({});
  /** The shared note as typed, until it is saved. */
  readonly note: TypedNote;
  /** What the finder showed last, by role, so that going back and forth shows it at once. */
  found = $state.raw<Record<string, FinderView | undefined>>({});

  /** The answers that the program keeps, as far as is known here: what is typed is typed over them. */
  #kept: DraftForm = blankForm();
  /** Rises with everything the program kept or did for this page. */
  #changes = 0;
  /** Rises with every edit; the edits up to `#savedEdit` are saved. */
  #edit = 0;
  #savedEdit = 0;
  #formEdit = 0;
  #choiceEdits: Record<string, number> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<boolean> | null = null;
  #reload: Promise<void> | null = null;
  #reloadAgain = false;
  #acts: Promise<Failure | null> = Promise.resolve(null);
  #stop: (() => void) | null = null;

  constructor(host: Host, id: string) {
    this.#host = host;
    this.id = id;
    this.note = new TypedNote(host, id);
  }

  /** The order, where the page is only drawn once it is open. */
  get order(): OrderView {
    if (this.view === null) throw new Error('the order is not open');
    return this.view;
  }

  get host(): Host {
    return this.#host;
  }

  get editable(): boolean {
    return this.view?.wizard.editable ?? false;
  }

  get mapped(): boolean {
    return this.view?.wizard.mapped ?? false;
  }

  get dirty(): boolean {
    return (
      this.saveState === 'waiting' || this.saveState === 'saving' || this.saveState === 'failed'
    );
  }

  /** Everything that stands in the way, step by step. */
  get problems(): ProblemView[] {
    return this.steps.flatMap((step) => step.problems);
  }

  /** What is unusual but may be right, step by step. */
  get warnings(): ProblemView[] {
    return this.steps.flatMap((step) => step.warnings);
  }

  /** Which organization the customer step looks for. */
  get customerRole(): 'customer' | 'own' {
    return this.form.completed_by === 'own_company' ? 'own' : 'customer';
  }

  choiceOf(role: string): ChoiceView {
    const wizard = this.view?.wizard;
    if (wizard === undefined) return { choice: 'undecided' };
    return role === 'partner' ? wizard.partner : wizard.customer;
  }

  /** Opens the order and follows it until `close`. */
  async open(): Promise<void> {
    this.#stop ??= this.#host.on('orders_changed', ({ ids, all }) => {
      if (all || ids.includes(this.id)) void this.reload();
    });
    this.openFailure = null;
    const choices = this.#host.choices().then(
      (told) => (this.choices = told),
      // Without rules the lists are empty; the order can still be read.
      () => null,
    );
    await Promise.all([this.reload(), choices]);
  }

  /** Saves what is left and stops following. */
  async close(): Promise<boolean> {
    this.#stop?.();
    this.#stop = null;
    const note = this.note.flush();
    return (await this.flush()) && note;
  }

  /** Takes in what the program has now, without touching unsaved typing. */
  reload(): Promise<void> {
    if (this.#reload !== null) {
      this.#reloadAgain = true;
      return this.#reload;
    }
    this.#reload = this.#read().finally(() => {
      this.#reload = null;
      if (this.#reloadAgain) {
        this.#reloadAgain = false;
        void this.reload();
      }
    });
    return this.#reload;
  }

  async #read(): Promise<void> {
    try {
      let before, noteBefore, changes, view;
      do {
        before = this.#edit;
        noteBefore = this.note.edit;
        changes = this.#changes;
        view = await this.#host.openOrder(this.id);
        // What was kept meanwhile may not stand in it.
      } while (changes !== this.#changes);
      this.openFailure = null;
      this.take(view, before, noteBefore);
      if (this.choices === null) this.choices = await this.#host.choices().catch(() => null);
    } catch (thrown) {
      if (this.view === null) this.openFailure = asFailure(thrown);
    }
  }

  /** Shows an order that a command answered with; `edit` is the last edit it can know of, and
   * `noteEdit` the last of the note. */
  take(view: OrderView, edit = this.#edit, noteEdit = this.note.edit): void {
    this.note.take(view.note_typed, noteEdit);
    const unsaved = this.#edit > this.#savedEdit || edit < this.#edit;
    const { form } = view.wizard;
    this.view = view;
    this.badge = view.badge;
    if (unsaved && view.wizard.editable) {
      this.#takeOver(form);
      return;
    }
    this.#cancelTimer();
    this.#savedEdit = this.#edit;
    this.#choiceEdits = {};
    this.created = {};
    this.form = structuredClone(form);
    this.#kept = form;
    const { steps, set_up_now: setUpNow, saved_at: savedAt } = view.wizard;
    this.#tookSteps(steps, setUpNow, view.badge, savedAt);
    this.saveFailure = null;
    this.saveState = view.wizard.saved_at === null ? 'clean' : 'saved';
  }

  /** What was answered elsewhere since `before`; what was typed here stays. */
  #takeOver(kept: DraftForm, before = this.#kept): void {
    if (!same(kept, before)) this.form = merged(before, $state.snapshot(this.form), kept);
    this.#kept = structuredClone(kept);
  }

  /** Changes answers. They are saved soon, together with what follows within 300 ms. */
  edit(change: (form: DraftForm) => void): void {
    if (!this.editable) return;
    change(this.form);
    this.#formEdit = this.#edit + 1;
    this.#edited();
  }

  /** Changes what a new organization is made from; saved together with the form. */
  editCreated(role: string, organization: NewOrganization): void {
    if (!this.editable) return;
    this.created[role] = organization;
    this.#choiceEdits[role] = this.#edit + 1;
    this.#edited();
  }

  #edited(): void {
    this.#edit += 1;
    if (this.saveState !== 'saving') this.saveState = 'waiting';
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, COALESCE_MS);
  }

  /** A preset answered these steps as a whole. */
  answered(steps: string[]): void {
    this.#answered = steps;
  }

  /** Whether a step need not be looked at: a preset answered it and nothing is wrong with it. */
  passes(step: string): boolean {
    return (
      this.#answered.includes(step) &&
      this.steps.find((one) => one.id === step)?.problems.length === 0
    );
  }

  /** Remembers where to resume. Looking alone begins no draft. */
  visit(step: string): void {
    if (!this.editable || this.form.step === step) return;
    if (this.savedAt === null && !this.dirty) return;
    this.edit((form) => (form.step = step));
  }

  /** Saves now what is not saved yet; tells whether everything is. */
  async flush(): Promise<boolean> {
    this.#cancelTimer();
    while (this.#edit > this.#savedEdit) {
      this.#running ??= this.#save().finally(() => (this.#running = null));
      if (!(await this.#running)) return false;
    }
    return true;
  }

  async #save(): Promise<boolean> {
    this.#cancelTimer();
    const edit = this.#edit;
    this.saveState = 'saving';
    try {
      await this.#saveChoices();
      if (this.#formEdit > this.#savedEdit) await this.#saveForm();
      this.#changes += 1;
      this.#savedEdit = Math.max(this.#savedEdit, edit);
      this.saveFailure = null;
      this.saveState = this.#edit > edit ? 'waiting' : 'saved';
      return true;
    } catch (thrown) {
      this.saveFailure = asFailure(thrown);
      this.saveState = 'failed';
      return false;
    }
  }

  async #saveChoices(): Promise<void> {
    for (const [role, edit] of Object.entries(this.#choiceEdits)) {
      const organization = $state.snapshot(this.created[role]);
      if (organization === undefined || edit <= this.#savedEdit) continue;
      const choose: Choose = { choice: 'create', ...organization };
      const view = await this.#host.chooseOrganization(this.id, role, choose);
      this.view = view;
      this.#tookSteps(view.wizard.steps, view.wizard.set_up_now, view.badge, view.wizard.saved_at);
    }
  }

  async #saveForm(): Promise<void> {
    const typed = $state.snapshot(this.form);
    const saved = await this.#host.saveDraft(this.id, typed, this.#kept);
    this.#takeOver(saved.form, typed);
    this.#tookSteps(saved.steps, saved.set_up_now, saved.badge, saved.saved_at);
  }

  #tookSteps(
    steps: StepView[],
    setUpNow: string[],
    badge: BadgeView,
    savedAt: string | null,
  ): void {
    this.steps = steps;
    this.setUpNow = setUpNow;
    this.badge = badge;
    this.savedAt = savedAt;
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Every act that was begun has ended. */
  async idle(): Promise<void> {
    let last: unknown;
    while (last !== this.#acts) {
      last = this.#acts;
      await this.#acts;
    }
  }

  /** Runs an act of this order that answers with the order after it; one after the other. */
  act(run: (host: Host) => Promise<OrderView>): Promise<Failure | null> {
    const turn = this.#acts.then(() => this.#act(run));
    this.#acts = turn;
    return turn;
  }

  async #act(run: (host: Host) => Promise<OrderView>): Promise<Failure | null> {
    this.busy = true;
    try {
      if (!(await this.note.flush())) return this.note.failure;
      if (!(await this.flush())) return this.saveFailure;
      const noteEdit = this.note.edit;
      const view = await run(this.#host);
      this.#changes += 1;
      this.take(view, undefined, noteEdit);
      return null;
    } catch (thrown) {
      return asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** What a new organization is made from: as typed, else as saved. */
  newOrganization(role: string): NewOrganization | null {
    const typed = this.created[role];
    if (typed !== undefined) return typed;
    const choice = this.choiceOf(role);
    if (choice.choice !== 'create') return null;
    const { name, vertical, country, admin_email, create_anyway } = choice;
    return { name, vertical, country, admin_email, create_anyway };
  }

  choose(role: string, choose: Choose): Promise<Failure | null> {
    if (choose.choice !== 'create') {
      this.#choiceEdits[role] = 0;
      this.created[role] = undefined;
    }
    return this.act((host) => host.chooseOrganization(this.id, role, choose));
  }

  /** Takes an act back, keeping what the service said about its fields. */
  async takeBack(entry: QueueEntryView): Promise<Failure | null> {
    const failure = await this.act((host) => host.takeBack(entry.id));
    if (failure === null) this.told = entry.errors;
    return failure;
  }

  /** The operator left a field: its problem may be shown from now on. */
  touch(pointer: string): void {
    this.#touched[pointer] = true;
  }

  /** Every problem of a step may be shown from now on. */
  reveal(step: string): void {
    this.#revealed[step] = true;
  }

  /** The problem to show at a field, or below it when `within`. */
  problemAt(pointer: string, within = false): ProblemView | null {
    const at = (problem: ProblemView): boolean =>
      problem.pointer === pointer || (within && problem.pointer.startsWith(`${pointer}/`));
    const own = this.problems.find((problem) => at(problem) && this.#shown(problem));
    return own ?? this.told.find(at) ?? null;
  }

  /** The warning to show at a field. What is wrong with it comes first. */
  warningAt(pointer: string): ProblemView | null {
    if (this.problemAt(pointer) !== null) return null;
    const at = (warning: ProblemView): boolean => warning.pointer === pointer;
    const own = this.warnings.find((warning) => at(warning) && this.#shown(warning));
    return own ?? this.warned.find(at) ?? null;
  }

  /** Nobody is told of a field that they are still on the way to. */
  #shown(found: ProblemView): boolean {
    return this.#touched[found.pointer] === true || this.#revealed[found.step] === true;
  }

  /**
   * Keeps what a dry run found beyond what is known here, so that its fields show it. What the
   * draft's own check warns of was read on the confirmation page: its fields show it too.
   */
  remember(found: ProblemView[], warnings: ProblemView[]): void {
    const known = this.problems.map((problem) => problem.pointer);
    const own = this.warnings.map((warning) => warning.pointer);
    this.told = found.filter((problem) => !known.includes(problem.pointer));
    this.warned = warnings.filter((warning) => !own.includes(warning.pointer));
    for (const { pointer } of warnings) if (own.includes(pointer)) this.touch(pointer);
  }

  /** What the service said about a field is settled once the field is edited. */
  settle(pointer: string): void {
    if (this.told.some((problem) => problem.pointer === pointer)) {
      this.told = this.told.filter((problem) => problem.pointer !== pointer);
    }
    if (this.warned.some((warning) => warning.pointer === pointer)) {
      this.warned = this.warned.filter((warning) => warning.pointer !== pointer);
    }
  }
}
