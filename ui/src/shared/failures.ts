// The one table of what can go wrong: code → how grave, which words, what to do next. A test
// holds it against the program's own list of codes.

import type { Failure } from '../host/types';
import { t, tMaybe, kebab, type Args } from './i18n.svelte';

/** How it is told: `info` quietly, `warning` where work goes on, `error` where it stops. */
export type Severity = 'info' | 'warning' | 'error';

/** What the window offers to do about it; the shell knows how. */
export type Remedy =
  | 'none'
  | 'retry'
  | 'sync'
  | 'sign_in'
  | 'settings'
  | 'network'
  | 'open_email'
  | 'show_data_folder'
  | 'show_queue';

const table: Record<string, readonly [Severity, Remedy]> = {
  no_account: ['warning', 'settings'],
  offline: ['info', 'none'],
  signed_out: ['warning', 'sign_in'],
  address_invalid: ['error', 'none'],
  address_not_https: ['error', 'none'],
  not_this_protocol: ['error', 'settings'],
  certificate_refused: ['error', 'settings'],
  unreachable: ['warning', 'retry'],
  sign_in_aborted: ['info', 'sign_in'],
  sign_in_state_mismatch: ['error', 'sign_in'],
  sign_in_refused: ['error', 'sign_in'],
  sign_in_timed_out: ['warning', 'sign_in'],
  device_sign_in_unsupported: ['warning', 'sign_in'],
  proxy_invalid: ['error', 'network'],
  proxy_sign_in: ['error', 'network'],
  proxy_unreachable: ['warning', 'network'],
  service_refused: ['error', 'none'],
  order_not_found: ['warning', 'sync'],
  customer_not_found: ['warning', 'sync'],
  not_editable: ['warning', 'none'],
  not_ready: ['warning', 'none'],
  assignee_not_an_address: ['error', 'none'],
  reviewer_not_an_address: ['error', 'none'],
  reviewer_is_yourself: ['warning', 'none'],
  review_missing: ['warning', 'none'],
  review_over: ['info', 'none'],
  reminder_day: ['warning', 'none'],
  snooze_day: ['warning', 'none'],
  start_at_login: ['warning', 'none'],
  confirmation_mismatch: ['error', 'none'],
  already_queued: ['info', 'show_queue'],
  cannot_take_back: ['warning', 'none'],
  not_waiting: ['info', 'show_queue'],
  candidate_unknown: ['warning', 'none'],
  too_long: ['error', 'none'],
  preset_name: ['error', 'none'],
  preset_unreadable: ['error', 'none'],
  too_many_presets: ['warning', 'none'],
  view_name: ['error', 'none'],
  views_unreadable: ['error', 'none'],
  too_many_views: ['warning', 'none'],
  email_unreadable: ['error', 'open_email'],
  email_too_large: ['error', 'open_email'],
  email_no_order: ['warning', 'open_email'],
  email_outlook_format: ['warning', 'open_email'],
  email_not_a_file: ['warning', 'open_email'],
  folder_without_emails: ['warning', 'open_email'],
  too_many_emails: ['warning', 'open_email'],
  mail_address_invalid: ['error', 'none'],
  no_mail_program: ['warning', 'none'],
  file_unreadable: ['error', 'none'],
  file_not_written: ['error', 'retry'],
  file_in_use: ['error', 'retry'],
  export_running: ['info', 'none'],
  too_many_rows: ['warning', 'none'],
  table_unreadable: ['error', 'none'],
  table_changed: ['warning', 'none'],
  table_closed: ['warning', 'none'],
  no_number_column: ['warning', 'none'],
  row_without_number: ['warning', 'none'],
  number_not_here: ['warning', 'sync'],
  cells_not_understood: ['warning', 'none'],
  no_deadline: ['info', 'none'],
  too_many_summaries: ['warning', 'none'],
  too_many_windows: ['warning', 'none'],
  too_many_orders: ['warning', 'none'],
  not_for_this_order: ['info', 'none'],
  changed_since: ['info', 'none'],
  nothing_to_undo: ['info', 'none'],
  folder_not_usable: ['error', 'show_data_folder'],
  sending_elsewhere: ['warning', 'none'],
  number_unknown: ['warning', 'none'],
  not_plain_text: ['error', 'none'],
  disk_full: ['error', 'show_data_folder'],
  database_damaged: ['error', 'show_data_folder'],
  database_from_future: ['error', 'show_data_folder'],
  database_busy: ['warning', 'retry'],
  internal: ['error', 'none'],
};

export const failureCodes: readonly string[] = Object.keys(table);

export interface FailureWords {
  severity: Severity;
  /** What happened. */
  title: string;
  /** Why, and what to do. */
  detail: string;
  remedy: Remedy;
  /** What the button of the remedy says; empty without one. */
  remedyLabel: string;
}

/** How many there are and may be is said as a number. */
function numbered(params: Failure['params']): Args {
  const args: Args = {};
  for (const [name, value] of Object.entries(params)) {
    const counts = ['count', 'max'].includes(name) && /^\d+$/.test(value);
    args[name] = counts ? Number(value) : value;
  }
  return args;
}

/** A failure in words. A code of a newer program is told as `internal`, with its code. */
export function failureWords(failure: Failure): FailureWords {
  const known = table[failure.code];
  const [severity, remedy] = known ?? ['error', 'none'];
  const id = `failure-${known ? kebab(failure.code) : 'internal'}`;
  const args = { ...numbered(failure.params), code: failure.params['code'] ?? failure.code };
  return {
    severity,
    title: t(id, args),
    detail: tMaybe(`${id}.detail`, args) ?? '',
    remedy,
    remedyLabel: remedy === 'none' ? '' : t(`remedy-${kebab(remedy)}`),
  };
}
