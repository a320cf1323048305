//! The order summary: where to, and opening what was written.

use std::{path::PathBuf, sync::PoisonError};

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use turnup_workbench::{Failure, Outcome, codes, views::SummarySaved};

use crate::{commands::session::not_opened, state::AppState};

/// Asks where to and writes the summary there; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn save_summary(
    app: AppHandle,
    state: State<'_, AppState>,
    id: String,
    language: String,
) -> Outcome<Option<SummarySaved>> {
    let words = state.workbench.words();
    let name = state.workbench.summary_name(&id).await?;
    let title = words.get("save-summary-title");
    let Some(path) = save_as(&app, title, name, "PDF", "pdf").await else {
        return Ok(None);
    };
    let saved = state.workbench.save_summary(&id, &language, &path).await?;
    state
        .summaries
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(id, PathBuf::from(&saved.path));
    Ok(Some(saved))
}

/// Opens the summary of an order that was written in this run.
#[tauri::command]
#[specta::specta]
pub async fn open_summary(app: AppHandle, state: State<'_, AppState>, id: String) -> Outcome<()> {
    let path = written(&state, &id)?;
    app.opener()
        .open_path(path.to_string_lossy(), None::<&str>)
        .map_err(not_opened)
}

/// Shows it in its folder.
#[tauri::command]
#[specta::specta]
pub async fn show_summary(app: AppHandle, state: State<'_, AppState>, id: String) -> Outcome<()> {
    let path = written(&state, &id)?;
    app.opener().reveal_item_in_dir(path).map_err(not_opened)
}

/// The system's dialog for where to save; none when it was closed without a choice.
pub(super) async fn save_as(
    app: &AppHandle,
    title: String,
    name: String,
    kind: &str,
    extension: &str,
) -> Option<PathBuf> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .set_title(title)
        .set_file_name(name)
        .add_filter(kind, &[extension])
        .save_file(move |path| {
            // The window may be gone by now.
            let _ = answer.send(path);
        });
    chosen.await.ok().flatten()?.into_path().ok()
}

fn written(state: &AppState, id: &str) -> Outcome<PathBuf> {
    state
        .summaries
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(id)
        .cloned()
        .ok_or_else(|| Failure::new(codes::FILE_UNREADABLE).with("reason", "not_found"))
}
