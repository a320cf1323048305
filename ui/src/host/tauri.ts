// The real program behind the window. The only file that knows the names of its commands.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import { asFailure, type Host, type HostEvents } from './types';

async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a Failure is what is promised
    throw asFailure(thrown);
  }
}

/** `orders_changed` is sent as `orders-changed`. */
function eventName(name: keyof HostEvents): string {
  return name.replaceAll('_', '-');
}

/** What Tauri tells a window of itself. */
interface Internals {
  metadata: { currentWindow: { label: string } };
}

/** The name of this window. */
function label(): string {
  const { __TAURI_INTERNALS__: internals } = window as unknown as {
    __TAURI_INTERNALS__: Internals;
  };
  return internals.metadata.currentWindow.label;
}

/** Listeners on their way to the program. */
let listening: Promise<unknown>[] = [];

function on<Name extends keyof HostEvents>(
  name: Name,
  listener: (payload: HostEvents[Name]) => void,
): () => void {
  let ended = false;
  const heard = (event: { payload: HostEvents[Name] }) => {
    if (!ended) listener(event.payload);
  };
  // Without a target one hears what is told to other windows, too.
  const unlisten = listen<HostEvents[Name]>(eventName(name), heard, { target: label() });
  listening.push(unlisten);
  return () => {
    ended = true;
    void unlisten.then((stop) => stop());
  };
}

export const tauriHost: Host = {
  startup: () => call('startup'),
  startAgain: () => call('start_again'),
  closeWindow: () => call('close_window'),
  stayOpen: () => call('stay_open'),
  openOrderWindow: (id) => call('open_order_window', { id }),
  showInMain: (place) => call('show_in_main', { place }),
  offerActs: (usable) => call('offer_acts', { usable }),
  setDatabaseAside: () => call('set_database_aside'),
  beginListening: async () => {
    await Promise.all(listening);
    listening = [];
    return call('begin_listening');
  },
  saveSettings: (settings) => call('save_settings', { settings }),
  background: () => call('background'),
  silenceNotices: (until) => call('silence_notices', { until }),
  exploreSample: () => call('explore_sample'),
  leaveSample: () => call('leave_sample'),
  setSampleOnline: (online) => call('set_sample_online', { online }),
  connect: (address) => call('connect', { address }),
  beginSignIn: () => call('begin_sign_in'),
  beginDeviceSignIn: () => call('begin_device_sign_in'),
  finishSignIn: () => call('finish_sign_in'),
  cancelSignIn: () => call('cancel_sign_in'),
  signOut: (erase) => call('sign_out', { erase }),
  network: () => call('network'),
  saveNetwork: (form) => call('save_network', { form }),
  knownAccounts: () => call('known_accounts'),
  switchAccount: (id) => call('switch_account', { id }),
  frame: () => call('frame'),
  syncNow: () => call('sync_now'),
  cancelSync: () => call('cancel_sync'),
  openLink: (name) => call('open_link', { name }),
  composeEmail: ({ to, subject, body }) => call('compose_email', { to, subject, body }),
  showDataFolder: () => call('show_data_folder'),
  storage: () => call('storage'),
  backUp: () => call('back_up'),
  previewRestore: (name) => call('preview_restore', { name }),
  restore: (name, choices) => call('restore', { name, choices }),
  checkDatabase: () => call('check_database'),
  prepareErase: () => call('prepare_erase'),
  eraseEverything: (typed) => call('erase_everything', { typed }),
  countViews: () => call('count_views'),
  listOrders: (query) => call('list_orders', { query }),
  listSavedViews: () => call('list_saved_views'),
  saveView: (id, name, query) => call('save_view', { id, name, query }),
  deleteView: (id) => call('delete_view', { id }),
  putView: (document) => call('put_view', { document }),
  exportViews: () => call('export_views'),
  importViews: () => call('import_views'),
  countOrders: (query) => call('count_orders', { query }),
  openEmail: () => call('open_email'),
  readOverview: () => call('read_overview'),
  listCustomers: (query) => call('list_customers', { query }),
  openCustomer: (name) => call('open_customer', { name }),
  listCustomerOrders: (name, offset) => call('list_customer_orders', { name, offset }),
  keepCustomerNote: (name, note) => call('keep_customer_note', { name, note }),
  openOrder: (id) => call('open_order', { id }),
  choices: () => call('choices'),
  saveDraft: (id, form, before) => call('save_draft', { id, form, before }),
  dropDraft: (id) => call('drop_draft', { id }),
  listPresets: (id) => call('list_presets', { id }),
  savePreset: (id, name, scope) => call('save_preset', { id, name, scope }),
  deletePreset: (preset) => call('delete_preset', { preset }),
  putPreset: (document) => call('put_preset', { document }),
  exportPresets: () => call('export_presets'),
  importPresets: () => call('import_presets'),
  presetTargets: (preset) => call('preset_targets', { preset }),
  allPresets: () => call('all_presets'),
  planMany: (chosen, act) => call('plan_many', { chosen, act }),
  runMany: (chosen, act) => call('run_many', { chosen, act }),
  undoMany: (undo) => call('undo_many', { undo }),
  pickTable: () => call('pick_table'),
  lookAtSheet: (key, sheet) => call('look_at_sheet', { key, sheet }),
  planImport: (asked) => call('plan_import', { asked }),
  runImport: (asked) => call('run_import', { asked }),
  findOrganizations: (id, role) => call('find_organizations', { id, role }),
  searchOrganizations: (id, role, domain, cursor) =>
    call('search_organizations', { id, role, domain, cursor }),
  chooseOrganization: (id, role, choose) => call('choose_organization', { id, role, choose }),
  checkSiteName: (name) => call('check_site_name', { name }),
  checkSipName: (name) => call('check_sip_name', { name }),
  lookUpTransfer: (id, code) => call('look_up_transfer', { id, code }),
  prepareConfirmation: (id) => call('prepare_confirmation', { id }),
  confirm: (id, typed) => call('confirm', { id, typed }),
  handOver: (id) => call('hand_over', { id }),
  assign: (id, assignee) => call('assign', { id, assignee }),
  listColleagues: () => call('list_colleagues'),
  askReview: (id, reviewer) => call('ask_review', { id, reviewer }),
  answerReview: (id, review, verdict, note) => call('answer_review', { id, review, verdict, note }),
  resendEmail: (id) => call('resend_email', { id }),
  keepNote: (id, text) => call('keep_note', { id, text }),
  saveNote: (id, note) => call('save_note', { id, note }),
  retryOperation: (id) => call('retry_operation', { id }),
  remind: (id, on) => call('remind', { id, on }),
  snoozeOrder: (id, until) => call('snooze_order', { id, until }),
  dueReminders: () => call('due_reminders'),
  listQueue: (offset) => call('list_queue', { offset }),
  takeBack: (entry) => call('take_back', { entry }),
  retryEntry: (entry) => call('retry_entry', { entry }),
  settleConflict: (id, keep) => call('settle_conflict', { id, keep }),
  listJournal: (query) => call('list_journal', { query }),
  exportJournal: (query, language) => call('export_journal', { query, language }),
  saveSummary: (id, language) => call('save_summary', { id, language }),
  openSummary: (id) => call('open_summary', { id }),
  showSummary: (id) => call('show_summary', { id }),
  exportOrders: (query, format, language) => call('export_orders', { query, format, language }),
  exportDeadline: (id, language) => call('export_deadline', { id, language }),
  saveSummaries: (ids, joined, language) => call('save_summaries', { ids, joined, language }),
  cancelExport: () => call('cancel_export'),
  showExported: (path) => call('show_exported', { path }),
  on,
};
