//! What leaves the program as a file: asking where to, writing it, showing it in its folder.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use turnup_workbench::{
    Failure, Format, Outcome, codes,
    views::{Exported, OrderQuery, SummariesSaved},
};

use crate::{
    commands::{session::not_opened, summary::save_as},
    state::AppState,
};

/// Asks where to and writes what a list shows there, as `csv`, `xlsx` or `calendar`; none when
/// nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn export_orders(
    app: AppHandle,
    state: State<'_, AppState>,
    query: OrderQuery,
    format: String,
    language: String,
) -> Outcome<Option<Exported>> {
    let format = Format::of(&format)
        .ok_or_else(|| Failure::new(codes::INTERNAL).with("code", "export_format"))?;
    let words = state.workbench.words();
    let (title, kind) = match format {
        Format::Csv => ("save-orders-title", "csv-kind"),
        Format::Xlsx => ("save-orders-title", "xlsx-kind"),
        Format::Calendar => ("save-calendar-title", "calendar-kind"),
    };
    let name = state.workbench.export_name(format);
    let (title, kind) = (words.get(title), words.get(kind));
    let Some(path) = save_as(&app, title, name, &kind, format.extension()).await else {
        return Ok(None);
    };
    let exported = state
        .workbench
        .export_orders(query, format, &language, &path)
        .await?;
    Ok(Some(written(&state, exported)))
}

/// Asks where to and writes the deadline of one order there as a calendar; none when nothing was
/// chosen.
#[tauri::command]
#[specta::specta]
pub async fn export_deadline(
    app: AppHandle,
    state: State<'_, AppState>,
    id: String,
    language: String,
) -> Outcome<Option<Exported>> {
    let words = state.workbench.words();
    let name = state.workbench.deadline_name(&id).await?;
    let (title, kind) = (words.get("save-calendar-title"), words.get("calendar-kind"));
    let Some(path) = save_as(&app, title, name, &kind, "ics").await else {
        return Ok(None);
    };
    let exported = state
        .workbench
        .export_deadline(&id, &language, &path)
        .await?;
    Ok(Some(written(&state, exported)))
}

/// Asks for a folder, or with `joined` for a file, and writes the summaries of these orders there;
/// none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub async fn save_summaries(
    app: AppHandle,
    state: State<'_, AppState>,
    ids: Vec<String>,
    joined: bool,
    language: String,
) -> Outcome<Option<SummariesSaved>> {
    let words = state.workbench.words();
    let path = if joined {
        let (title, name) = (
            words.get("save-joined-title"),
            state.workbench.joined_name(),
        );
        save_as(&app, title, name, "PDF", "pdf").await
    } else {
        folder(&app, words.get("choose-folder-title")).await
    };
    let Some(path) = path else {
        return Ok(None);
    };
    let saved = if joined {
        state
            .workbench
            .join_summaries(ids, &language, &path)
            .await?
    } else {
        state
            .workbench
            .save_summaries(ids, &language, &path)
            .await?
    };
    // In a folder the first of them is shown: a folder by itself would be shown in its own folder.
    let first = saved.orders.iter().find_map(|one| one.file.as_deref());
    if let (false, Some(file)) = (joined, first) {
        state.exported(Path::new(&saved.path), &Path::new(&saved.path).join(file));
    } else {
        state.exported(Path::new(&saved.path), Path::new(&saved.path));
    }
    Ok(Some(saved))
}

/// Ends the export that runs.
#[tauri::command]
#[specta::specta]
pub async fn cancel_export(state: State<'_, AppState>) -> Outcome<()> {
    state.workbench.cancel_export();
    Ok(())
}

/// Shows in its folder what an export of this run wrote.
#[tauri::command]
#[specta::specta]
pub async fn show_exported(
    app: AppHandle,
    state: State<'_, AppState>,
    path: String,
) -> Outcome<()> {
    let shown = state
        .shown(Path::new(&path))
        .ok_or_else(|| Failure::new(codes::FILE_UNREADABLE).with("reason", "not_found"))?;
    app.opener().reveal_item_in_dir(shown).map_err(not_opened)
}

fn written(state: &AppState, exported: Exported) -> Exported {
    if !exported.cancelled {
        let path = Path::new(&exported.path);
        state.exported(path, path);
    }
    exported
}

/// The system's dialog for a folder; none when it was closed without a choice.
async fn folder(app: &AppHandle, title: String) -> Option<PathBuf> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .set_title(title)
        .pick_folder(move |path| {
            // The window may be gone by now.
            let _ = answer.send(path);
        });
    chosen.await.ok().flatten()?.into_path().ok()
}
