//! Customers: the list of them and the page of one.

use tauri::State;
use turnup_workbench::{
    Outcome,
    views::{CustomerNameView, CustomerQueryView, CustomerView, CustomerWindowView, OrderWindow},
};

use crate::state::AppState;

/// A window onto the customers.
#[tauri::command]
#[specta::specta]
pub async fn list_customers(
    state: State<'_, AppState>,
    query: CustomerQueryView,
) -> Outcome<CustomerWindowView> {
    state.workbench.list_customers(query).await
}

/// The page of one customer.
#[tauri::command]
#[specta::specta]
pub async fn open_customer(
    state: State<'_, AppState>,
    name: CustomerNameView,
) -> Outcome<CustomerView> {
    state.workbench.open_customer(name).await
}

/// A window onto all orders of a customer.
#[tauri::command]
#[specta::specta]
pub async fn list_customer_orders(
    state: State<'_, AppState>,
    name: CustomerNameView,
    offset: u32,
) -> Outcome<OrderWindow> {
    state.workbench.list_customer_orders(name, offset).await
}

/// Keeps the note on a customer.
#[tauri::command]
#[specta::specta]
pub async fn keep_customer_note(
    state: State<'_, AppState>,
    name: CustomerNameView,
    note: String,
) -> Outcome<()> {
    state.workbench.keep_customer_note(name, &note).await
}
