//! Views that people made.

use tauri::{AppHandle, State};
use turnup_workbench::{
    Outcome,
    views::{SavedQuery, SavedView},
};

use crate::{
    commands::{presets::pick, summary::save_as},
    state::AppState,
};

/// All of them, with how many orders each lists.
#[tauri::command]
#[specta::specta]
pub async fn list_saved_views(state: State<'_, AppState>) -> Outcome<Vec<SavedView>> {
    state.workbench.list_saved_views().await
}

/// Keeps what a list is asked under a name.
#[tauri::command]
#[specta::specta]
pub async fn save_view(
    state: State<'_, AppState>,
    id: Option<String>,
    name: String,
    query: SavedQuery,
) -> Outcome<Vec<SavedView>> {
    state.workbench.save_view(id, &name, query).await
}

/// Deletes one; its document brings it back.
#[tauri::command]
#[specta::specta]
pub async fn delete_view(state: State<'_, AppState>, id: String) -> Outcome<Option<String>> {
    state.workbench.delete_view(&id).await
}

/// Brings a deleted one back.
#[tauri::command]
#[specta::specta]
pub async fn put_view(state: State<'_, AppState>, document: String) -> Outcome<()> {
    state.workbench.put_view(&document).await
}

/// Asks where to and writes all of them there: how many; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn export_views(app: AppHandle, state: State<'_, AppState>) -> Outcome<Option<u32>> {
    let words = state.workbench.words();
    let title = words.get("save-views-title");
    let name = words.get("save-views-name");
    let Some(path) = save_as(&app, title, name, "JSON", "json").await else {
        return Ok(None);
    };
    state.workbench.export_views(&path).await.map(Some)
}

/// Asks for a file and takes its views in: how many; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn import_views(app: AppHandle, state: State<'_, AppState>) -> Outcome<Option<u32>> {
    let title = state.workbench.words().get("open-views-title");
    let Some(path) = pick(&app, title, "JSON".to_owned(), &["json"]).await else {
        return Ok(None);
    };
    state.workbench.import_views(&path).await.map(Some)
}
