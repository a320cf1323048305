//! Presets: answers that repeat.

use std::path::PathBuf;

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use turnup_workbench::{
    Outcome,
    views::{PresetTargets, PresetView, PresetsView, ScopeView},
};

use crate::{commands::summary::save_as, state::AppState};

/// What presets would answer of an order.
#[tauri::command]
#[specta::specta]
pub async fn list_presets(state: State<'_, AppState>, id: String) -> Outcome<PresetsView> {
    state.workbench.list_presets(&id).await
}

/// Saves the answers of an order under a name.
#[tauri::command]
#[specta::specta]
pub async fn save_preset(
    state: State<'_, AppState>,
    id: String,
    name: String,
    scope: ScopeView,
) -> Outcome<PresetsView> {
    state.workbench.save_preset(&id, &name, scope).await
}

/// Deletes one; its document brings it back.
#[tauri::command]
#[specta::specta]
pub async fn delete_preset(state: State<'_, AppState>, preset: String) -> Outcome<Option<String>> {
    state.workbench.delete_preset(&preset).await
}

/// Brings a deleted one back.
#[tauri::command]
#[specta::specta]
pub async fn put_preset(state: State<'_, AppState>, document: String) -> Outcome<()> {
    state.workbench.put_preset(&document).await
}

/// Asks where to and writes all of them there: how many; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn export_presets(app: AppHandle, state: State<'_, AppState>) -> Outcome<Option<u32>> {
    let words = state.workbench.words();
    let title = words.get("save-presets-title");
    let name = words.get("save-presets-name");
    let Some(path) = save_as(&app, title, name, "JSON", "json").await else {
        return Ok(None);
    };
    state.workbench.export_presets(&path).await.map(Some)
}

/// Asks for a file and takes its presets in: how many; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn import_presets(app: AppHandle, state: State<'_, AppState>) -> Outcome<Option<u32>> {
    let words = state.workbench.words();
    let title = words.get("open-presets-title");
    let Some(path) = pick(&app, title, "JSON".to_owned(), &["json"]).await else {
        return Ok(None);
    };
    state.workbench.import_presets(&path).await.map(Some)
}

/// The open orders that a preset would change, and how.
#[tauri::command]
#[specta::specta]
pub async fn preset_targets(state: State<'_, AppState>, preset: String) -> Outcome<PresetTargets> {
    state.workbench.preset_targets(&preset).await
}

/// Every preset, by name.
#[tauri::command]
#[specta::specta]
pub async fn all_presets(state: State<'_, AppState>) -> Outcome<Vec<PresetView>> {
    state.workbench.all_presets().await
}

/// Asks for a file by the system's own dialog.
pub(super) async fn pick(
    app: &AppHandle,
    title: String,
    kind: String,
    extensions: &[&str],
) -> Option<PathBuf> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .set_title(title)
        .add_filter(kind, extensions)
        .pick_file(move |path| {
            // The window may be gone by now.
            let _ = answer.send(path);
        });
    chosen.await.ok().flatten()?.into_path().ok()
}
