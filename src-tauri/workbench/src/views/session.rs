//! What the frame of the window and the settings show.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::RescueView;
use crate::Failure;

/// An account that has data on this computer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct KnownAccountView {
    pub id: String,
    pub address: String,
    pub operator_name: String,
    pub operator_email: String,
    /// It is the one that is open.
    pub open: bool,
}

/// Everything that must be known before the first picture.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
pub struct StartupView {
    pub version: String,
    pub data_dir: String,
    pub settings: SettingsView,
    /// None on the first run.
    pub account: Option<AccountView>,
    /// Why the account's data could not be opened.
    pub problem: Option<Failure>,
    /// A damaged or missing database was replaced in this run.
    pub rescued: Option<RescueView>,
}

/// How the program presents itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SettingsView {
    /// `system`, `en`, `fr`.
    pub language: String,
    /// `system`, `light`, `dark`.
    pub appearance: String,
    /// `comfortable`, `compact`.
    pub density: String,
    /// Whether a colleague has to approve what becomes final.
    pub review_required: bool,
    /// Charts that are shown as tables: `open`, `closing`, `waiting`, `provisioned`, `failures`.
    pub tables: Vec<String>,
    /// Whether the system shows notices.
    pub notices: bool,
    /// What they are about: `week`, `three_days`, `day`, `overdue`, `attention`, `reviews`,
    /// `reminders`.
    pub notices_about: Vec<String>,
    /// None is shown from 20:00 to 7:00.
    pub quiet_at_night: bool,
    /// The program goes on in the tray when its window is closed.
    pub keep_running: bool,
    /// It starts at login, in the tray; only with `keep_running`.
    pub start_at_login: bool,
    /// The columns of the list of orders, in their sequence; empty = as the program comes.
    pub columns: Vec<ColumnView>,
}

/// A column of the list of orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ColumnView {
    /// Which; names that the interface does not know are passed over.
    pub name: String,
    pub shown: bool,
    /// In sixteenths of the text's size, so that it grows with it; 0 = as the program comes.
    pub width: u32,
}

/// What goes on while the window is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackgroundView {
    /// Until when no notice is shown.
    pub silent_until: Option<String>,
    /// Whether the system showed the last notice: `shown`, `failed`; `unknown` before the first.
    pub notices: String,
    /// `shown`, `missing` (the system shows none), `off`.
    pub tray: String,
}

/// Whose orders are shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AccountView {
    /// `sample` or `service`.
    pub kind: String,
    /// Origin of the service.
    pub address: String,
    pub operator_name: String,
    pub operator_email: String,
    pub signed_in: bool,
    /// `keyring`: tokens are kept; `session`: for this run only, with `keyring_problem`.
    pub tokens: String,
    /// Code of why the keyring could not be used.
    pub keyring_problem: Option<String>,
    /// Sample data only: whether the sample service answers.
    pub sample_online: Option<bool>,
    pub database: String,
}

/// The three truths at the bottom of the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct FrameView {
    /// `saved`, `saving`, `failed`.
    pub saved: String,
    /// Entries that wait to be sent or to be answered.
    pub waiting: u32,
    pub needs_attention: u32,
    /// `online`, `offline`, `signed_out`, `elsewhere` (another program sends), `none`.
    pub connection: String,
    /// Since when it is so.
    pub since: Option<String>,
    pub last_sync: Option<String>,
    /// A sync that runs.
    pub sync: Option<SyncProgressView>,
    /// Why the last sync failed, when there is something to do about it.
    pub problem: Option<Failure>,
    /// Seconds by which this computer's clock is ahead (behind: negative) of the service's, when
    /// that matters.
    pub clock_off: Option<i32>,
}

/// How far a sync is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SyncProgressView {
    /// `authenticate`, `push`, `pull_orders`, `pull_organizations`, `compare`.
    pub step: String,
    pub done: u32,
    pub total: Option<u32>,
    /// About how many seconds it still takes, when that can be said.
    pub left_seconds: Option<u32>,
    /// The account has never been synced to the end before.
    pub first: bool,
}

/// The page that the browser shall open to sign in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SignInView {
    pub url: String,
}

/// The code with which somebody signs in on another device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DeviceSignInView {
    /// Where it is typed.
    pub url: String,
    /// The same with the code in it.
    pub complete_url: Option<String>,
    pub user_code: String,
    pub expires_at: String,
}

/// How services are reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct NetworkView {
    /// `system`, `none`, `address`.
    pub proxy: String,
    pub address: String,
    pub user: String,
    pub has_password: bool,
    /// The proxy that the system names for the open account's service.
    pub system: Option<String>,
}

/// The same, as somebody changed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct NetworkForm {
    pub proxy: String,
    pub address: String,
    pub user: String,
    /// None: as it was; empty: none.
    pub password: Option<String>,
}
