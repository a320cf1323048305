//! Account, settings, and the three truths of the frame.

use std::sync::PoisonError;

use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_opener::OpenerExt;
use turnup_workbench::{
    Failure, Outcome, codes,
    views::{
        AccountView, BackgroundView, DeviceSignInView, FrameView, KnownAccountView, SettingsView,
        SignInView, StartupView,
    },
};

use crate::{
    closing,
    events::{self, FileArrived, SettingsChanged},
    mailto, menu,
    state::{AppState, Early, open_before},
    windows,
};

/// Pages that the interface may have opened, by name.
const LINKS: &[(&str, &str)] = &[
    ("guide", "https://help.webex.com/article/n8zsb97"),
    ("control_hub", "https://admin.webex.com"),
    ("organizations", "https://help.webex.com/article/gpr322"),
    ("rights", "https://help.webex.com/article/hbzl7eb"),
    ("sites", "https://help.webex.com/article/naqlzeu"),
    ("locations", "https://help.webex.com/article/nsxeafh"),
    ("contact_center", "https://help.webex.com/article/nee1mb6"),
];

/// Everything that must be known before the first picture.
#[tauri::command]
#[specta::specta]
pub async fn startup(state: State<'_, AppState>) -> Outcome<StartupView> {
    state.ready.wait().await;
    let startup = state.workbench.startup().await;
    let account = startup.account.map(|account| state.with_sample(account));
    Ok(StartupView { account, ..startup })
}

/// Tries once more to open what could not be opened at the start.
#[tauri::command]
#[specta::specta]
pub async fn start_again(state: State<'_, AppState>) -> Outcome<StartupView> {
    if state.workbench.account().await.is_err() && state.workbench.open_folder().is_ok() {
        open_before(&state, false).await;
    }
    startup(state).await
}

/// Puts a damaged database aside, deleting nothing, and begins afresh beside it.
#[tauri::command]
#[specta::specta]
pub async fn set_database_aside(state: State<'_, AppState>) -> Outcome<StartupView> {
    state.workbench.set_database_aside().await?;
    start_again(state).await
}

/// The window listens from now on; what came before is answered.
#[tauri::command]
#[specta::specta]
pub async fn begin_listening(state: State<'_, AppState>) -> Outcome<Vec<FileArrived>> {
    let mut early = state.early.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(match std::mem::replace(&mut *early, Early::Over) {
        Early::Waiting(kept) => kept,
        Early::Over => Vec::new(),
    })
}

/// Everything is saved: closes the window that asks.
#[tauri::command]
#[specta::specta]
pub async fn close_window(app: AppHandle, window: WebviewWindow) -> Outcome<()> {
    closing::now(&app, window.label());
    Ok(())
}

/// The interface asks people before the window closes.
#[tauri::command]
#[specta::specta]
pub async fn stay_open(app: AppHandle, window: WebviewWindow) -> Outcome<()> {
    closing::not_yet(&app, window.label());
    Ok(())
}

/// The interface says which acts of the menu can be done now.
#[tauri::command]
#[specta::specta]
pub async fn offer_acts(app: AppHandle, window: WebviewWindow, usable: Vec<String>) -> Outcome<()> {
    menu::offer(&app, window.label(), usable);
    Ok(())
}

/// Keeps language, appearance and density.
#[tauri::command]
#[specta::specta]
pub async fn save_settings(
    app: AppHandle,
    state: State<'_, AppState>,
    settings: SettingsView,
) -> Outcome<SettingsView> {
    let before = state.workbench.settings();
    let kept = state.workbench.save_settings(settings).await?;
    menu::renew(&app);
    let settings = kept.clone();
    events::send(&app, SettingsChanged { settings });
    crate::background::follow(&app).await;
    if kept.start_at_login != before.start_at_login
        && let Err(failure) = crate::background::follow_login(&kept)
    {
        // What the system did not take is not switched on.
        let start_at_login = before.start_at_login;
        let without = SettingsView {
            start_at_login,
            ..kept
        };
        state.workbench.save_settings(without).await?;
        return Err(failure);
    }
    Ok(kept)
}

/// What goes on while the window is closed.
#[tauri::command]
#[specta::specta]
pub async fn background(state: State<'_, AppState>) -> Outcome<BackgroundView> {
    let showed = *state.showed.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(BackgroundView {
        silent_until: state.workbench.silent_until().await?,
        notices: match showed {
            None => "unknown",
            Some(true) => "shown",
            Some(false) => "failed",
        }
        .to_owned(),
        tray: state
            .background
            .tray(&state.workbench.settings())
            .to_owned(),
    })
}

/// Shows no notice until `later`, `tomorrow` or a day; none shows them from now on.
#[tauri::command]
#[specta::specta]
pub async fn silence_notices(
    state: State<'_, AppState>,
    until: Option<String>,
) -> Outcome<BackgroundView> {
    state.workbench.silence(until.as_deref()).await?;
    background(state).await
}

/// Opens the sample data, signed in by itself.
#[tauri::command]
#[specta::specta]
pub async fn explore_sample(state: State<'_, AppState>) -> Outcome<AccountView> {
    state.explore_sample().await
}

/// Removes the sample data and everything done with it.
#[tauri::command]
#[specta::specta]
pub async fn leave_sample(app: AppHandle, state: State<'_, AppState>) -> Outcome<()> {
    windows::close_all(&app).await;
    state.workbench.leave_sample().await?;
    state.sample.remove().await;
    Ok(())
}

/// Takes the sample service off the network, or back.
#[tauri::command]
#[specta::specta]
pub async fn set_sample_online(state: State<'_, AppState>, online: bool) -> Outcome<AccountView> {
    state.sample.switch(online).await;
    if online {
        let (address, tokens) = state.sample.start().await?;
        state.workbench.sample_is_back(&address, tokens).await?;
    }
    state.workbench.sync_now().await?;
    let account = state.workbench.account().await?;
    Ok(state.with_sample(account))
}

/// Makes the service at an address the account.
#[tauri::command]
#[specta::specta]
pub async fn connect(state: State<'_, AppState>, address: String) -> Outcome<AccountView> {
    state.workbench.connect(&address).await
}

/// Opens the sign-in page in the system's browser.
#[tauri::command]
#[specta::specta]
pub async fn begin_sign_in(app: AppHandle, state: State<'_, AppState>) -> Outcome<SignInView> {
    let page = state.workbench.begin_sign_in().await?;
    // A browser that does not open is no end: the interface shows the address as well.
    if let Err(problem) = app.opener().open_url(&page.url, None::<&str>) {
        tracing::warn!(%problem, "the browser did not open");
    }
    Ok(page)
}

/// Begins a sign-in with a code that is typed on another device.
#[tauri::command]
#[specta::specta]
pub async fn begin_device_sign_in(state: State<'_, AppState>) -> Outcome<DeviceSignInView> {
    state.workbench.begin_device_sign_in().await
}

/// Waits until the browser came back, or somebody decided on the other device.
#[tauri::command]
#[specta::specta]
pub async fn finish_sign_in(state: State<'_, AppState>) -> Outcome<AccountView> {
    state.workbench.finish_sign_in().await
}

/// Stops waiting for the browser.
#[tauri::command]
#[specta::specta]
pub async fn cancel_sign_in(state: State<'_, AppState>) -> Outcome<()> {
    state.workbench.cancel_sign_in();
    Ok(())
}

/// Signs out; `erase` removes this account's data from the computer too.
#[tauri::command]
#[specta::specta]
pub async fn sign_out(app: AppHandle, state: State<'_, AppState>, erase: bool) -> Outcome<()> {
    windows::close_all(&app).await;
    state.workbench.sign_out(erase).await
}

/// Every account that has data on this computer.
#[tauri::command]
#[specta::specta]
pub async fn known_accounts(state: State<'_, AppState>) -> Outcome<Vec<KnownAccountView>> {
    Ok(state.workbench.known_accounts())
}

/// Opens another of them.
#[tauri::command]
#[specta::specta]
pub async fn switch_account(
    app: AppHandle,
    state: State<'_, AppState>,
    id: String,
) -> Outcome<AccountView> {
    windows::close_all(&app).await;
    state.workbench.switch_account(&id).await
}

/// The three truths.
#[tauri::command]
#[specta::specta]
pub async fn frame(state: State<'_, AppState>) -> Outcome<FrameView> {
    state.workbench.frame().await
}

/// Has the engine run now.
#[tauri::command]
#[specta::specta]
pub async fn sync_now(state: State<'_, AppState>) -> Outcome<()> {
    state.workbench.sync_now().await
}

/// Ends the sync that runs; the next one goes on where it stopped.
#[tauri::command]
#[specta::specta]
pub async fn cancel_sync(state: State<'_, AppState>) -> Outcome<()> {
    state.workbench.cancel_sync().await
}

/// Opens one of the pages of the allow-list.
#[tauri::command]
#[specta::specta]
pub async fn open_link(app: AppHandle, name: String) -> Outcome<()> {
    let url = LINKS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, url)| *url)
        .ok_or_else(|| Failure::new(codes::INTERNAL))?;
    app.opener().open_url(url, None::<&str>).map_err(not_opened)
}

/// Opens a letter in the system's mail program, where it can be changed and sent.
#[tauri::command]
#[specta::specta]
pub async fn compose_email(
    app: AppHandle,
    to: String,
    subject: String,
    body: String,
) -> Outcome<()> {
    let letter = mailto::mailto(&to, &subject, &body)?;
    app.opener()
        .open_url(letter, None::<&str>)
        .map_err(|problem| {
            tracing::warn!(%problem, "no mail program opened");
            Failure::new(codes::NO_MAIL_PROGRAM)
        })
}

/// Shows where all data lies.
#[tauri::command]
#[specta::specta]
pub async fn show_data_folder(app: AppHandle, state: State<'_, AppState>) -> Outcome<()> {
    let folder = state.workbench.startup().await.data_dir;
    app.opener()
        .open_path(folder, None::<&str>)
        .map_err(not_opened)
}

/// Nothing on this computer could open it.
pub fn not_opened(problem: tauri_plugin_opener::Error) -> Failure {
    tracing::warn!(%problem, "nothing opened it");
    Failure::new(codes::FILE_UNREADABLE).with("reason", "not_opened")
}
