//! The data on this computer: sizes, backups, a check, and the end of it.

use tauri::State;
use turnup_workbench::{
    Outcome,
    views::{
        BackupView, CheckView, EraseView, RestoreChoice, RestoreView, RestoredView, StorageView,
    },
};

use crate::state::AppState;

/// How much lies here, and which backups there are.
#[tauri::command]
#[specta::specta]
pub async fn storage(state: State<'_, AppState>) -> Outcome<StorageView> {
    state.workbench.storage().await
}

/// Makes a backup now.
#[tauri::command]
#[specta::specta]
pub async fn back_up(state: State<'_, AppState>) -> Outcome<Option<BackupView>> {
    state.workbench.back_up().await
}

/// What bringing a backup back would do.
#[tauri::command]
#[specta::specta]
pub async fn preview_restore(state: State<'_, AppState>, name: String) -> Outcome<RestoreView> {
    state.workbench.preview_restore(&name).await
}

/// Brings the chosen orders of a backup back.
#[tauri::command]
#[specta::specta]
pub async fn restore(
    state: State<'_, AppState>,
    name: String,
    choices: Vec<RestoreChoice>,
) -> Outcome<RestoredView> {
    state.workbench.restore(&name, choices).await
}

/// Reads the whole database and says whether it is sound.
#[tauri::command]
#[specta::specta]
pub async fn check_database(state: State<'_, AppState>) -> Outcome<CheckView> {
    state.workbench.check_database().await
}

/// What erasing everything would lose, and what is to be typed for it.
#[tauri::command]
#[specta::specta]
pub async fn prepare_erase(state: State<'_, AppState>) -> Outcome<EraseView> {
    state.workbench.prepare_erase().await
}

/// Erases every account's data, backups and tokens, and the sample service's data.
#[tauri::command]
#[specta::specta]
pub async fn erase_everything(state: State<'_, AppState>, typed: String) -> Outcome<()> {
    state.workbench.erase_everything(&typed).await?;
    state.sample.remove().await;
    Ok(())
}
