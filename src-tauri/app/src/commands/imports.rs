//! Values of many orders from a table.

use std::path::Path;

use tauri::{AppHandle, State};
use turnup_workbench::{
    Outcome,
    views::{ImportPlan, ManyDone, TableUse, TableView},
};

use crate::{commands::presets::pick, state::AppState};

/// What a table can be written as.
const EXTENSIONS: &[&str] = &["csv", "xlsx", "xlsm", "tsv", "txt"];

/// Whether a file is a table by its name; an e-mail may be a text as well.
pub fn is_table(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let extension = extension.unwrap_or_default().to_ascii_lowercase();
    let of_others = ["ods", "xls"];
    extension != "txt"
        && EXTENSIONS
            .iter()
            .chain(&of_others)
            .any(|known| *known == extension)
}

/// Asks for a file and opens it as a table; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn pick_table(app: AppHandle, state: State<'_, AppState>) -> Outcome<Option<TableView>> {
    let words = state.workbench.words();
    let title = words.get("open-table-title");
    let kind = words.get("open-table-kind");
    let Some(path) = pick(&app, title, kind, EXTENSIONS).await else {
        return Ok(None);
    };
    state.workbench.open_table(&path).await.map(Some)
}

/// Another sheet of the table that was opened.
#[tauri::command]
#[specta::specta]
pub async fn look_at_sheet(
    state: State<'_, AppState>,
    key: u32,
    sheet: String,
) -> Outcome<TableView> {
    state.workbench.look_at_sheet(key, &sheet).await
}

/// What the rows of a table would change.
#[tauri::command]
#[specta::specta]
pub async fn plan_import(state: State<'_, AppState>, asked: TableUse) -> Outcome<ImportPlan> {
    state.workbench.plan_import(asked).await
}

/// Takes the rows of a table; `cancel_export` ends it between two orders.
#[tauri::command]
#[specta::specta]
pub async fn run_import(state: State<'_, AppState>, asked: TableUse) -> Outcome<ManyDone> {
    state.workbench.run_import(asked).await
}
