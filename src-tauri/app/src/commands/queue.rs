//! What the service has not accepted yet.

use tauri::State;
use turnup_workbench::{
    Outcome,
    views::{OrderView, QueueView},
};

use crate::state::AppState;

/// A window of at most 200 entries.
#[tauri::command]
#[specta::specta]
pub async fn list_queue(state: State<'_, AppState>, offset: u32) -> Outcome<QueueView> {
    state.workbench.list_queue(offset).await
}

/// Takes back an entry of which nothing can have arrived.
#[tauri::command]
#[specta::specta]
pub async fn take_back(state: State<'_, AppState>, entry: String) -> Outcome<OrderView> {
    state.workbench.take_back(&entry).await
}

/// Tries an entry now.
#[tauri::command]
#[specta::specta]
pub async fn retry_entry(state: State<'_, AppState>, entry: String) -> Outcome<OrderView> {
    state.workbench.retry_entry(&entry).await
}
