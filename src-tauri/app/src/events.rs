//! What the interface hears of without asking.

use std::{path::PathBuf, sync::PoisonError};

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, DragDropEvent, Manager};
use turnup_workbench::{
    Event, Failure, Outcome, Workbench, codes,
    views::{AccountView, EmailsOpened, ExportProgress, FrameView, SettingsView, TableView},
};

use crate::{
    badge,
    commands::is_table,
    state::{AppState, Early},
    windows::{self, MAIN},
};

/// These orders changed; everything may have when `all`.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct OrdersChanged {
    /// Their ids.
    pub ids: Vec<String>,
    /// Read everything anew.
    pub all: bool,
}

/// The truths at the bottom of the window changed.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct FrameChanged {
    /// As they are now.
    pub frame: FrameView,
}

/// An export goes on, or is over.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct ExportMoved {
    /// How far it is; none when it is over.
    pub progress: Option<ExportProgress>,
}

/// Another account, signed in or out.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct AccountChanged {
    /// None when there is none.
    pub account: Option<AccountView>,
}

/// Language, appearance or density were changed, in whichever window.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct SettingsChanged {
    /// As they are kept.
    pub settings: SettingsView,
}

/// E-mails or a table were dropped onto the window or came with a start of the program.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct FileArrived {
    /// Which orders the e-mails are about.
    pub opened: Option<EmailsOpened>,
    /// What the columns of the table are.
    pub table: Option<TableView>,
    /// Why it could not be opened.
    pub failure: Option<Failure>,
}

/// Something is dragged over the window, or no longer.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct DragOver {
    /// Whether it is.
    pub over: bool,
}

/// The window is about to be closed: save what was typed last, then call `close_window`.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct CloseAsked {
    /// The program ends with it; else it goes on, in the tray or in its main window.
    pub quits: bool,
}

/// Somebody clicked a notice of the system.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct NoticeOpened {
    /// The order it is about.
    pub order: Option<String>,
    /// The view it leads to, when it is about several.
    pub view: Option<String>,
}

/// A place of the main window, as a window beside it asks for it. It leads somewhere; it does
/// nothing there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum Place {
    /// A list, at an order or with words in the search.
    List {
        /// Such as `inbox`.
        view: String,
        /// Id of the order to stand on.
        order: Option<String>,
        /// What is searched; none leaves the search as it is.
        search: Option<String>,
    },
    /// The figures over all orders.
    Overview,
    /// Everybody whom orders are for.
    Customers,
    /// One of them.
    Customer {
        /// As the order names it.
        company: String,
        /// Its country.
        country: String,
    },
    /// What waits, at the entries of an order.
    Queue {
        /// Its id.
        order: Option<String>,
    },
    /// What happened, with one order or with all.
    Activity {
        /// Its id.
        id: Option<String>,
        /// Its number.
        number: Option<String>,
    },
    /// Another order's page.
    Order {
        /// Its id.
        id: String,
    },
    /// The settings, at one of their parts.
    Settings {
        /// Such as `network`.
        section: Option<String>,
    },
    /// The dialog that waits for somebody to sign in.
    SignIn,
}

/// A window beside the main one leads here.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct PlaceAsked {
    /// Where to.
    pub place: Place,
}

/// An entry of the native menu: `open_email`, `settings`, `sync_now`, `about`, `find`.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct MenuChosen {
    /// Which.
    pub id: String,
}

/// Sends an event to all windows; one that is closing does not hear it.
pub fn send(app: &AppHandle, event: impl tauri_specta::Event + Serialize + Clone) {
    if let Err(problem) = event.emit(app) {
        tracing::debug!(%problem, "an event was not heard");
    }
}

/// Sends an event to one window.
pub fn send_to(app: &AppHandle, label: &str, event: impl tauri_specta::Event + Serialize + Clone) {
    if let Err(problem) = event.emit_to(app, label) {
        tracing::debug!(%problem, label, "an event was not heard");
    }
}

/// Passes the workbench's events on until the program ends.
pub fn pass_on(app: AppHandle, workbench: &Workbench) {
    let mut events = workbench.events();
    tauri::async_runtime::spawn(async move {
        loop {
            match events.recv().await {
                Ok(Event::OrdersChanged { ids, all }) => {
                    badge::renew(&app);
                    windows::retitle(&app, &ids, all);
                    send(&app, OrdersChanged { ids, all });
                }
                Ok(Event::FrameChanged(frame)) => {
                    badge::renew(&app);
                    send(&app, FrameChanged { frame });
                }
                Ok(Event::AccountChanged(account)) => {
                    badge::renew(&app);
                    windows::follow_account(&app, account.as_ref());
                    let account =
                        account.map(|account| app.state::<AppState>().with_sample(account));
                    send(&app, AccountChanged { account });
                }
                Ok(Event::ExportMoved(progress)) => send(&app, ExportMoved { progress }),
                Ok(Event::NumberUnknown(number)) => arrived(
                    &app,
                    FileArrived {
                        opened: None,
                        table: None,
                        failure: Some(Failure::new(codes::NUMBER_UNKNOWN).with("number", number)),
                    },
                ),
                // Too many at once: whoever listens reads everything anew.
                Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => {
                    windows::retitle(&app, &[], true);
                    send(
                        &app,
                        OrdersChanged {
                            ids: Vec::new(),
                            all: true,
                        },
                    );
                }
                Err(tokio::sync::broadcast::error::RecvError::Closed) => return,
            }
        }
    });
}

/// Files over or on the window.
pub fn dragged(app: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { .. } => send_to(app, MAIN, DragOver { over: true }),
        DragDropEvent::Leave => send_to(app, MAIN, DragOver { over: false }),
        DragDropEvent::Drop { paths, .. } => {
            send_to(app, MAIN, DragOver { over: false });
            open_files(app, paths.clone());
        }
        _ => {}
    }
}

/// Opens a table, or e-mails, and tells what came of them.
pub fn open_files(app: &AppHandle, paths: Vec<PathBuf>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        // The account that was open before has the order, or the service to ask.
        app.state::<AppState>().ready.wait().await;
        let workbench = &app.state::<AppState>().workbench;
        let file = match paths.as_slice() {
            [path] if is_table(path) => {
                let (table, failure) = told(workbench.open_table(path).await);
                FileArrived {
                    opened: None,
                    table,
                    failure,
                }
            }
            _ => {
                let (opened, failure) = told(workbench.open_emails(paths).await);
                FileArrived {
                    opened,
                    table: None,
                    failure,
                }
            }
        };
        arrived(&app, file);
    });
}

/// What came of it, or why nothing did.
fn told<T>(outcome: Outcome<T>) -> (Option<T>, Option<Failure>) {
    match outcome {
        Ok(answer) => (Some(answer), None),
        Err(failure) => (None, Some(failure)),
    }
}

/// Tells of a file, or keeps it until the window listens.
fn arrived(app: &AppHandle, file: FileArrived) {
    let state = app.state::<AppState>();
    let mut early = state.early.lock().unwrap_or_else(PoisonError::into_inner);
    match &mut *early {
        Early::Waiting(kept) => kept.push(file),
        Early::Over => send_to(app, MAIN, file),
    }
}
