//! Going on while the window is closed: the tray, hiding instead of closing, starting at login.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use tauri::{
    AppHandle, Manager,
    menu::{Menu, MenuItem},
    tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent},
};
use turnup_workbench::{Failure, Outcome, codes, views::SettingsView};

use crate::{
    login, menu,
    state::AppState,
    windows::{self, MAIN},
};

/// The tray's own id.
const ID: &str = "turnup";
/// Entries of the tray's menu; the native menu has others.
const OPEN: &str = "tray-open";
const SYNC: &str = "tray-sync";
const QUIT: &str = "tray-quit";

/// What goes on behind the window.
#[derive(Default)]
pub struct Background {
    tray: Mutex<Option<TrayIcon>>,
    /// Somebody asked for the end of the program, not of the window.
    quitting: AtomicBool,
}

impl Background {
    /// `shown`, `missing` (the system shows none) or `off`.
    pub fn tray(&self, settings: &SettingsView) -> &'static str {
        match &*self.icon() {
            Some(_) => "shown",
            None if settings.keep_running => "missing",
            None => "off",
        }
    }

    fn icon(&self) -> std::sync::MutexGuard<'_, Option<TrayIcon>> {
        self.tray.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The program ends with its window, whatever the settings say.
    pub fn quits(&self, quits: bool) {
        self.quitting.store(quits, Ordering::Release);
    }
}

/// Whether closing the window hides it.
pub fn goes_on(app: &AppHandle) -> bool {
    let state = app.state::<AppState>();
    !state.background.quitting.load(Ordering::Acquire) && state.workbench.settings().keep_running
}

/// Shows the tray where it is wished, and keeps the entry of the login up to date.
pub fn begin(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        follow(&app).await;
        let settings = app.state::<AppState>().workbench.settings();
        if settings.start_at_login {
            // The program may lie elsewhere since; told where somebody switches it on.
            let _ = follow_login(&settings);
        }
    });
}

/// Shows the tray or takes it away, as the settings say; in their language.
pub async fn follow(app: &AppHandle) {
    let (done, waiting) = tokio::sync::oneshot::channel();
    let on_main = app.clone();
    let asked = app.run_on_main_thread(move || {
        follow_on_main(&on_main);
        let _ = done.send(());
    });
    if asked.is_ok() {
        // Nobody answers when the program ends.
        let _ = waiting.await;
    }
}

fn follow_on_main(app: &AppHandle) {
    let state = app.state::<AppState>();
    let mut icon = state.background.icon();
    if !state.workbench.settings().keep_running {
        if icon.take().is_some() {
            app.remove_tray_by_id(ID);
        }
    } else if let Some(icon) = &*icon {
        if let Err(problem) = tray_menu(app).and_then(|menu| icon.set_menu(Some(menu))) {
            tracing::warn!(%problem, "the tray's menu could not be changed");
        }
    } else {
        // Where nothing shows a tray this fails, and is tried again by and by.
        match tray(app) {
            Ok(shown) => *icon = Some(shown),
            Err(problem) => tracing::info!(%problem, "no tray"),
        }
    }
}

/// At login the desktop may show its tray later than this program starts.
pub async fn look_again(app: &AppHandle) {
    let state = app.state::<AppState>();
    if state.background.tray(&state.workbench.settings()) == "missing" {
        follow(app).await;
    }
}

/// Has the system start the program at login, or not.
pub fn follow_login(settings: &SettingsView) -> Outcome<()> {
    login::start_at_login(settings.start_at_login).map_err(|problem| {
        tracing::warn!(%problem, "starting at login");
        Failure::new(codes::START_AT_LOGIN).with("reason", problem)
    })
}

/// Brings the main window forward, wherever it is.
pub fn show_window(app: &AppHandle) {
    windows::bring_forward(app, MAIN);
}

fn tray(app: &AppHandle) -> tauri::Result<TrayIcon> {
    let mut builder = TrayIconBuilder::with_id(ID)
        .tooltip("Turnup")
        .menu(&tray_menu(app)?)
        .show_menu_on_left_click(false)
        .on_tray_icon_event(|icon, event| {
            let chosen = matches!(
                event,
                TrayIconEvent::Click {
                    button: MouseButton::Left,
                    button_state: MouseButtonState::Up,
                    ..
                }
            );
            if chosen {
                show_window(icon.app_handle());
            }
        });
    if let Some(icon) = app.default_window_icon() {
        builder = builder.icon(icon.clone());
    }
    builder.build(app)
}

fn tray_menu(app: &AppHandle) -> tauri::Result<Menu<tauri::Wry>> {
    let words = app.state::<AppState>().workbench.words();
    let menu = Menu::new(app)?;
    for id in [OPEN, SYNC, QUIT] {
        menu.append(&MenuItem::with_id(
            app,
            id,
            words.get(id),
            true,
            None::<&str>,
        )?)?;
    }
    Ok(menu)
}

/// Does what was chosen in the tray's menu; `false` when it was chosen elsewhere.
pub fn chosen(app: &AppHandle, id: &str) -> bool {
    match id {
        OPEN => show_window(app),
        SYNC => {
            let app = app.clone();
            tauri::async_runtime::spawn(async move {
                if let Err(failure) = app.state::<AppState>().workbench.sync_now().await {
                    tracing::info!(%failure, "nothing to sync");
                }
            });
        }
        QUIT => {
            // What waits is asked about in the window.
            show_window(app);
            menu::quit(app);
        }
        _ => return false,
    }
    true
}
