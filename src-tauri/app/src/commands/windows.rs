//! Windows beside the main one.

use tauri::AppHandle;
use turnup_workbench::Outcome;

use crate::{
    background,
    events::{self, Place, PlaceAsked},
    windows::{self, MAIN},
};

/// Shows an order in a window of its own, or brings the one that it has forward.
#[tauri::command]
#[specta::specta]
pub async fn open_order_window(app: AppHandle, id: String) -> Outcome<()> {
    windows::open(&app, &id).await
}

/// Leads the main window to a place and brings it forward.
#[tauri::command]
#[specta::specta]
pub async fn show_in_main(app: AppHandle, place: Place) -> Outcome<()> {
    background::show_window(&app);
    events::send_to(&app, MAIN, PlaceAsked { place });
    Ok(())
}
