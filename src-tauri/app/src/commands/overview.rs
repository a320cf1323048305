//! The figures over all orders.

use tauri::State;
use turnup_workbench::{Outcome, views::OverviewView};

use crate::state::AppState;

/// What a lead wants to see of all orders at once.
#[tauri::command]
#[specta::specta]
pub async fn read_overview(state: State<'_, AppState>) -> Outcome<OverviewView> {
    state.workbench.read_overview().await
}
