//! The activity journal of this computer.

use tauri::{AppHandle, State};
use turnup_workbench::{
    Outcome,
    views::{JournalExported, JournalQuery, JournalView},
};

use crate::{commands::summary::save_as, state::AppState};

/// At most 200 lines, the newest first.
#[tauri::command]
#[specta::specta]
pub async fn list_journal(state: State<'_, AppState>, query: JournalQuery) -> Outcome<JournalView> {
    state.workbench.list_journal(query).await
}

/// Asks where to and writes every line that matches there; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn export_journal(
    app: AppHandle,
    state: State<'_, AppState>,
    query: JournalQuery,
    language: String,
) -> Outcome<Option<JournalExported>> {
    let words = state.workbench.words();
    let name = state.workbench.journal_name();
    let title = words.get("save-journal-title");
    let Some(path) = save_as(&app, title, name, "CSV", "csv").await else {
        return Ok(None);
    };
    let exported = state
        .workbench
        .export_journal(query, &language, &path)
        .await;
    exported.map(Some)
}
