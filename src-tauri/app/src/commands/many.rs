//! One act for many orders.

use tauri::State;
use turnup_workbench::{
    Outcome,
    views::{ChosenOrders, ManyAct, ManyDone, ManyPlan},
};

use crate::state::AppState;

/// What an act would do to each of these orders.
#[tauri::command]
#[specta::specta]
pub async fn plan_many(
    state: State<'_, AppState>,
    chosen: ChosenOrders,
    act: ManyAct,
) -> Outcome<ManyPlan> {
    state.workbench.plan_many(chosen, act).await
}

/// Does an act for each of these orders; `cancel_export` ends it between two.
#[tauri::command]
#[specta::specta]
pub async fn run_many(
    state: State<'_, AppState>,
    chosen: ChosenOrders,
    act: ManyAct,
) -> Outcome<ManyDone> {
    state.workbench.run_many(chosen, act).await
}

/// Undoes what was done last with many orders.
#[tauri::command]
#[specta::specta]
pub async fn undo_many(state: State<'_, AppState>, undo: u32) -> Outcome<ManyDone> {
    state.workbench.undo_many(undo).await
}
