//! The one public error. Every error of every room below becomes a code that the interface acts
//! on; the cause goes into the log.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// What went wrong: a stable code with values for its sentence. The interface has one table
/// from code to severity, words and next action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[error("{code}")]
pub struct Failure {
    /// Snake case, listed in [`codes`].
    pub code: String,
    /// Values for the sentence.
    pub params: BTreeMap<String, String>,
}

impl Failure {
    /// A failure without values.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            params: BTreeMap::new(),
        }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// The result of every use case.
pub type Outcome<T> = Result<T, Failure>;

/// Every code that a use case may answer with. A code stands here only if the interface acts
/// on it; a test in `ui` holds its table against this list.
pub mod codes {
    macro_rules! codes {
        ($($name:ident = $word:literal;)+) => {
            $(#[doc = concat!("`", $word, "`")] pub const $name: &str = $word;)+
            /// All of them.
            pub const ALL: &[&str] = &[$($word),+];
        };
    }
    codes! {
        NO_ACCOUNT = "no_account";
        OFFLINE = "offline";
        SIGNED_OUT = "signed_out";
        ADDRESS_INVALID = "address_invalid";
        ADDRESS_NOT_HTTPS = "address_not_https";
        NOT_THIS_PROTOCOL = "not_this_protocol";
        CERTIFICATE_REFUSED = "certificate_refused";
        UNREACHABLE = "unreachable";
        PROXY_INVALID = "proxy_invalid";
        PROXY_SIGN_IN = "proxy_sign_in";
        PROXY_UNREACHABLE = "proxy_unreachable";
        DEVICE_SIGN_IN_UNSUPPORTED = "device_sign_in_unsupported";
        SIGN_IN_ABORTED = "sign_in_aborted";
        SIGN_IN_STATE_MISMATCH = "sign_in_state_mismatch";
        SIGN_IN_REFUSED = "sign_in_refused";
        SIGN_IN_TIMED_OUT = "sign_in_timed_out";
        SERVICE_REFUSED = "service_refused";
        ORDER_NOT_FOUND = "order_not_found";
        CUSTOMER_NOT_FOUND = "customer_not_found";
        NOT_EDITABLE = "not_editable";
        NOT_READY = "not_ready";
        ASSIGNEE_NOT_AN_ADDRESS = "assignee_not_an_address";
        REVIEWER_NOT_AN_ADDRESS = "reviewer_not_an_address";
        REVIEWER_IS_YOURSELF = "reviewer_is_yourself";
        REVIEW_MISSING = "review_missing";
        REVIEW_OVER = "review_over";
        REMINDER_DAY = "reminder_day";
        SNOOZE_DAY = "snooze_day";
        START_AT_LOGIN = "start_at_login";
        CONFIRMATION_MISMATCH = "confirmation_mismatch";
        ALREADY_QUEUED = "already_queued";
        CANNOT_TAKE_BACK = "cannot_take_back";
        NOT_WAITING = "not_waiting";
        CANDIDATE_UNKNOWN = "candidate_unknown";
        TOO_LONG = "too_long";
        PRESET_NAME = "preset_name";
        PRESET_UNREADABLE = "preset_unreadable";
        TOO_MANY_PRESETS = "too_many_presets";
        VIEW_NAME = "view_name";
        VIEWS_UNREADABLE = "views_unreadable";
        TOO_MANY_VIEWS = "too_many_views";
        EMAIL_UNREADABLE = "email_unreadable";
        EMAIL_TOO_LARGE = "email_too_large";
        EMAIL_NO_ORDER = "email_no_order";
        EMAIL_OUTLOOK_FORMAT = "email_outlook_format";
        EMAIL_NOT_A_FILE = "email_not_a_file";
        FOLDER_WITHOUT_EMAILS = "folder_without_emails";
        TOO_MANY_EMAILS = "too_many_emails";
        MAIL_ADDRESS_INVALID = "mail_address_invalid";
        NO_MAIL_PROGRAM = "no_mail_program";
        FILE_UNREADABLE = "file_unreadable";
        FILE_NOT_WRITTEN = "file_not_written";
        FILE_IN_USE = "file_in_use";
        EXPORT_RUNNING = "export_running";
        TOO_MANY_ROWS = "too_many_rows";
        TABLE_UNREADABLE = "table_unreadable";
        TABLE_CHANGED = "table_changed";
        TABLE_CLOSED = "table_closed";
        NO_NUMBER_COLUMN = "no_number_column";
        ROW_WITHOUT_NUMBER = "row_without_number";
        NUMBER_NOT_HERE = "number_not_here";
        CELLS_NOT_UNDERSTOOD = "cells_not_understood";
        NO_DEADLINE = "no_deadline";
        TOO_MANY_SUMMARIES = "too_many_summaries";
        TOO_MANY_WINDOWS = "too_many_windows";
        TOO_MANY_ORDERS = "too_many_orders";
        NOT_FOR_THIS_ORDER = "not_for_this_order";
        CHANGED_SINCE = "changed_since";
        NOTHING_TO_UNDO = "nothing_to_undo";
        DISK_FULL = "disk_full";
        FOLDER_NOT_USABLE = "folder_not_usable";
        SENDING_ELSEWHERE = "sending_elsewhere";
        NUMBER_UNKNOWN = "number_unknown";
        NOT_PLAIN_TEXT = "not_plain_text";
        DATABASE_DAMAGED = "database_damaged";
        DATABASE_FROM_FUTURE = "database_from_future";
        DATABASE_BUSY = "database_busy";
        INTERNAL = "internal";
    }
}
