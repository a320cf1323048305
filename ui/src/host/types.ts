// The one door between the interface and the program: a method per command, a name per event.
// Two implementations exist: `tauri.ts` (the real program) and `memory.ts` (tests and looking at
// screens in a browser).

import type {
  AccountView,
  BackgroundView,
  BackupView,
  CheckView,
  Choose,
  ChoicesView,
  ColleagueView,
  ConfirmationView,
  CustomerName,
  CustomerQuery,
  CustomerView,
  CustomerWindow,
  DeviceSignInView,
  DraftForm,
  DraftSaved,
  EmailsOpened,
  EraseView,
  Exported,
  ExportProgress,
  Failure,
  FinderView,
  FrameView,
  JournalExported,
  KnownAccountView,
  JournalQuery,
  JournalView,
  NameAnswer,
  NetworkForm,
  NetworkView,
  OrderQuery,
  OrderView,
  OrderFacets,
  OrderWindow,
  OverviewView,
  Place,
  ChosenOrders,
  ManyAct,
  ManyDone,
  ManyPlan,
  ImportPlan,
  TableUse,
  TableView,
  PresetTargets,
  PresetsView,
  PresetView,
  QueueView,
  ReminderView,
  RestoreChoice,
  RestoredView,
  RestoreView,
  ScopeView,
  SettingsView,
  SavedQuery,
  SavedView,
  SignInView,
  StartupView,
  StorageView,
  SummariesSaved,
  SummarySaved,
  TransferView,
  ViewCounts,
} from './views';

export type * from './views';

/** What the program tells by itself, with what comes along. */
export interface HostEvents {
  /** After the commit; `all` when too many changed to name them. */
  orders_changed: { ids: string[]; all: boolean };
  frame_changed: { frame: FrameView };
  account_changed: { account: AccountView | null };
  /** How far an export is; null when it is over. */
  export_moved: { progress: ExportProgress | null };
  /** E-mails or a table that were dropped, or one of them handed over by a second start. */
  file_arrived: { opened: EmailsOpened | null; table?: TableView | null; failure: Failure | null };
  /** A file hovers over the window. */
  drag_over: { over: boolean };
  /** The window is about to close (or to go to the tray): save, then call `closeWindow`. */
  close_asked: { quits: boolean };
  /** A notice of the system was clicked: the order or the view that it leads to. */
  notice_opened: { order: string | null; view: string | null };
  /** A window beside this one leads here. */
  place_asked: { place: Place };
  /** Language, appearance or density were changed, here or in another window. */
  settings_changed: { settings: SettingsView };
  /** An entry of the native menu: an act of `shared/acts.json`. */
  menu_chosen: { id: string };
}

/** An e-mail before anybody sent it. */
export interface Letter {
  to: string;
  subject: string;
  body: string;
}

/** Every method rejects with a `Failure`. */
export interface Host {
  startup(): Promise<StartupView>;
  /** Tries once more what could not be opened. */
  startAgain(): Promise<StartupView>;
  /** Puts a damaged database aside and begins afresh beside it; deletes nothing. */
  setDatabaseAside(): Promise<StartupView>;
  /** Closes this window. */
  closeWindow(): Promise<null>;
  /** The window that was asked to close stays for now; the next time it is asked anew. */
  stayOpen(): Promise<null>;
  /** What of the native menu can be done now. */
  offerActs(usable: string[]): Promise<null>;
  /** Shows an order in a window of its own, or brings the one that it has forward. */
  openOrderWindow(id: string): Promise<null>;
  /** From the window of an order: leads the main window to a place and brings it forward. */
  showInMain(place: Place): Promise<null>;
  /** Every listener is in place; answers with the e-mails that came before. */
  beginListening(): Promise<HostEvents['file_arrived'][]>;
  saveSettings(settings: SettingsView): Promise<SettingsView>;
  /** What goes on while the window is closed. */
  background(): Promise<BackgroundView>;
  /** Shows no notice until `later` (today), `tomorrow` or a day; null shows them from now on. */
  silenceNotices(until: string | null): Promise<BackgroundView>;
  exploreSample(): Promise<AccountView>;
  leaveSample(): Promise<void>;
  setSampleOnline(online: boolean): Promise<AccountView>;
  connect(address: string): Promise<AccountView>;
  /** The system's browser opens; `finishSignIn` waits for what comes of it. */
  beginSignIn(): Promise<SignInView>;
  /** A code to type on any device; `finishSignIn` waits for what comes of it. */
  beginDeviceSignIn(): Promise<DeviceSignInView>;
  finishSignIn(): Promise<AccountView>;
  cancelSignIn(): Promise<void>;
  signOut(erase: boolean): Promise<void>;
  /** How the service is reached: directly or through a proxy. */
  network(): Promise<NetworkView>;
  saveNetwork(form: NetworkForm): Promise<NetworkView>;
  /** Every account that has data on this computer. */
  knownAccounts(): Promise<KnownAccountView[]>;
  switchAccount(id: string): Promise<AccountView>;
  frame(): Promise<FrameView>;
  syncNow(): Promise<void>;
  cancelSync(): Promise<void>;
  /** Opens an address of the program's own list in the browser. */
  openLink(name: string): Promise<void>;
  /** Opens a letter in the system's mail program, which sends it or not. */
  composeEmail(letter: Letter): Promise<void>;
  showDataFolder(): Promise<void>;
  storage(): Promise<StorageView>;
  /** Null when there is nothing to keep. */
  backUp(): Promise<BackupView | null>;
  previewRestore(name: string): Promise<RestoreView>;
  restore(name: string, choices: RestoreChoice[]): Promise<RestoredView>;
  checkDatabase(): Promise<CheckView>;
  prepareErase(): Promise<EraseView>;
  /** `typed` is the phrase of `prepareErase`. */
  eraseEverything(typed: string): Promise<void>;

  countViews(): Promise<ViewCounts>;
  listOrders(query: OrderQuery): Promise<OrderWindow>;
  /** Slower than the list; another count ends this one without a total. */
  countOrders(query: OrderQuery): Promise<OrderFacets>;
  listSavedViews(): Promise<SavedView[]>;
  /** In place of the view of this id or of this name. */
  saveView(id: string | null, name: string, query: SavedQuery): Promise<SavedView[]>;
  /** Answers with the document that brings it back. */
  deleteView(id: string): Promise<string | null>;
  putView(document: string): Promise<null>;
  /** How many were written; null when nothing was chosen. */
  exportViews(): Promise<number | null>;
  importViews(): Promise<number | null>;
  /** Asks for a file; null when the operator changed their mind. */
  openEmail(): Promise<EmailsOpened | null>;
  /** The figures over all orders, now. */
  readOverview(): Promise<OverviewView>;
  /** At most 200 rows. */
  listCustomers(query: CustomerQuery): Promise<CustomerWindow>;
  openCustomer(name: CustomerName): Promise<CustomerView>;
  /** At most 200 orders from `offset` on; what closes first comes first. */
  listCustomerOrders(name: CustomerName, offset: number): Promise<OrderWindow>;
  /** Keeps the note on a customer, on this computer alone; an empty one is none. */
  keepCustomerNote(name: CustomerName, note: string): Promise<null>;

  openOrder(id: string): Promise<OrderView>;
  choices(): Promise<ChoicesView>;
  /**
   * `before` are the answers that these were typed over: what another window kept since goes
   * together with them, field by field.
   */
  saveDraft(id: string, form: DraftForm, before: DraftForm): Promise<DraftSaved>;
  dropDraft(id: string): Promise<OrderView>;
  listPresets(id: string): Promise<PresetsView>;
  /** One of the same name and scope is replaced. */
  savePreset(id: string, name: string, scope: ScopeView): Promise<PresetsView>;
  /** Answers with the document that brings it back. */
  deletePreset(preset: string): Promise<string | null>;
  putPreset(document: string): Promise<null>;
  /** How many were written; null when nothing was chosen. */
  exportPresets(): Promise<number | null>;
  importPresets(): Promise<number | null>;
  /** The open orders that a preset would change, and how. */
  presetTargets(preset: string): Promise<PresetTargets>;
  /** Every preset, by name. */
  allPresets(): Promise<PresetView[]>;
  /** What an act would do to each of these orders; changes nothing. */
  planMany(chosen: ChosenOrders, act: ManyAct): Promise<ManyPlan>;
  /** Does it; `cancelExport` ends it between two orders. */
  runMany(chosen: ChosenOrders, act: ManyAct): Promise<ManyDone>;
  /** Undoes what was done last with many. */
  undoMany(undo: number): Promise<ManyDone>;
  /** Asks for a table with values of orders; null when nothing was chosen. */
  pickTable(): Promise<TableView | null>;
  /** Another sheet of the table that was opened. */
  lookAtSheet(key: number, sheet: string): Promise<TableView>;
  /** What the rows of a table would change; changes nothing. */
  planImport(asked: TableUse): Promise<ImportPlan>;
  /** Takes them; `cancelExport` ends it between two orders. */
  runImport(asked: TableUse): Promise<ManyDone>;
  findOrganizations(id: string, role: string): Promise<FinderView>;
  searchOrganizations(
    id: string,
    role: string,
    domain: string,
    cursor: string | null,
  ): Promise<FinderView>;
  chooseOrganization(id: string, role: string, choose: Choose): Promise<OrderView>;
  checkSiteName(name: string): Promise<NameAnswer>;
  checkSipName(name: string): Promise<NameAnswer>;
  /** What lies on a transfer code, beside what the order says. */
  lookUpTransfer(id: string, code: string): Promise<TransferView>;
  prepareConfirmation(id: string): Promise<ConfirmationView>;
  confirm(id: string, typed: string): Promise<OrderView>;
  handOver(id: string): Promise<OrderView>;
  /** Puts an order on a colleague (by e-mail address), or on nobody in particular. */
  assign(id: string, assignee: string | null): Promise<OrderView>;
  /** Everybody on whom an order was put. */
  listColleagues(): Promise<ColleagueView[]>;
  /** Asks a colleague (by e-mail address) to look at what is proposed. */
  askReview(id: string, reviewer: string): Promise<OrderView>;
  /** `approved` or `declined` by who was asked, `withdrawn` by who asks. */
  answerReview(
    id: string,
    /** The review that was shown; null of a question that was never sent. */
    review: string | null,
    verdict: string,
    note: string,
  ): Promise<OrderView>;
  resendEmail(id: string): Promise<OrderView>;
  /** Keeps what is typed as the note, on this computer alone; null forgets it. */
  keepNote(id: string, text: string | null): Promise<null>;
  saveNote(id: string, note: string): Promise<OrderView>;
  retryOperation(id: string): Promise<OrderView>;
  /** Brings the order back to mind on a day (`YYYY-MM-DD`); null forgets it. */
  remind(id: string, on: string | null): Promise<OrderView>;
  /** Says nothing of the order until `later` (today), `tomorrow` or a day; null tells of it again. */
  snoozeOrder(id: string, until: string | null): Promise<OrderView>;
  dueReminders(): Promise<ReminderView[]>;

  /** At most 200 entries from `offset` on: what the service has not accepted yet. */
  listQueue(offset: number): Promise<QueueView>;
  /** Takes an entry back of which nothing can have arrived; a mapping takes its set-up along. */
  takeBack(entry: string): Promise<OrderView>;
  /** What was refused once more as it is; what waits for its next attempt, at once. */
  retryEntry(entry: string): Promise<OrderView>;
  /** `keep` names (by `about`) the clashes in which the operator's answer stands. */
  settleConflict(id: string, keep: string[]): Promise<OrderView>;

  /** At most 200 lines, the newest first; `before` is the last one seen. */
  listJournal(query: JournalQuery): Promise<JournalView>;
  /** Asks where to and writes every line that matches; null when the operator changed their mind. */
  exportJournal(query: JournalQuery, language: string): Promise<JournalExported | null>;

  /** Asks where to; null when the operator changed their mind. */
  saveSummary(id: string, language: string): Promise<SummarySaved | null>;
  openSummary(id: string): Promise<void>;
  showSummary(id: string): Promise<void>;

  /**
   * Asks where to and writes everything that a list shows (its offset and limit count for nothing)
   * as `csv`, `xlsx` or `calendar`; null when the operator changed their mind.
   */
  exportOrders(query: OrderQuery, format: string, language: string): Promise<Exported | null>;
  /** The same with the deadline of one order. */
  exportDeadline(id: string, language: string): Promise<Exported | null>;
  /** Asks for a folder, joined for a file, and writes the summaries of these orders there. */
  saveSummaries(ids: string[], joined: boolean, language: string): Promise<SummariesSaved | null>;
  /** Ends the export that runs. */
  cancelExport(): Promise<null>;
  /** Shows in its folder what an export of this run wrote. */
  showExported(path: string): Promise<null>;

  /** Listens until the returned function is called. */
  on<Name extends keyof HostEvents>(
    event: Name,
    listener: (payload: HostEvents[Name]) => void,
  ): () => void;
}

/** Whether something thrown is a failure of the program (and not a fault of the interface). */
export function isFailure(thrown: unknown): thrown is Failure {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    typeof (thrown as Failure).code === 'string' &&
    typeof (thrown as Failure).params === 'object'
  );
}

/** Anything thrown as a failure: what is none becomes `internal`. */
export function asFailure(thrown: unknown): Failure {
  return isFailure(thrown) ? thrown : { code: 'internal', params: {} };
}
