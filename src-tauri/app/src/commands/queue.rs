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

/// Settles what two people said about one order: `keep` names what stays as the operator said.
#[tauri::command]
#[specta::specta]
pub async fn settle_conflict(
    state: State<'_, AppState>,
    id: String,
    keep: Vec<String>,
) -> Outcome<OrderView> {
    state.workbench.settle_conflict(&id, keep).await
}

/// Tries an entry now.
#[tauri::command]
#[specta::specta]
pub async fn retry_entry(state: State<'_, AppState>, entry: String) -> Outcome<OrderView> {
    state.workbench.retry_entry(&entry).await
}
