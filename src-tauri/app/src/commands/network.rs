//! How services are reached.

use tauri::State;
use turnup_workbench::{
    Outcome,
    views::{NetworkForm, NetworkView},
};

use crate::state::AppState;

/// The proxy as it is set, and the one that the system names.
#[tauri::command]
#[specta::specta]
pub async fn network(state: State<'_, AppState>) -> Outcome<NetworkView> {
    Ok(state.workbench.network().await)
}

/// Reaches services in this way from now on.
#[tauri::command]
#[specta::specta]
pub async fn save_network(state: State<'_, AppState>, form: NetworkForm) -> Outcome<NetworkView> {
    state.workbench.save_network(form).await
}
