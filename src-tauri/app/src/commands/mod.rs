//! One command per use case, with the verb of the workbench's method. A command hands over; it
//! decides nothing.

mod customers;
mod exports;
mod imports;
mod inbox;
mod journal;
mod many;
mod network;
mod order;
mod overview;
mod presets;
mod queue;
mod saved_views;
mod session;
mod storage;
mod summary;
mod windows;

pub use imports::is_table;
use tauri_specta::{Builder, collect_commands, collect_events};

use crate::events::{
    AccountChanged, CloseAsked, DragOver, ExportMoved, FileArrived, FrameChanged, MenuChosen,
    NoticeOpened, OrdersChanged, PlaceAsked, SettingsChanged,
};

/// Every command and event, for the handler and for the TypeScript bindings.
pub fn bindings() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .commands(collect_commands![
            session::startup,
            session::start_again,
            session::set_database_aside,
            session::begin_listening,
            session::close_window,
            session::stay_open,
            session::offer_acts,
            windows::open_order_window,
            windows::show_in_main,
            session::save_settings,
            session::background,
            session::silence_notices,
            session::explore_sample,
            session::leave_sample,
            session::set_sample_online,
            session::connect,
            session::begin_sign_in,
            session::begin_device_sign_in,
            session::finish_sign_in,
            session::cancel_sign_in,
            session::sign_out,
            session::known_accounts,
            session::switch_account,
            network::network,
            network::save_network,
            session::frame,
            session::sync_now,
            session::cancel_sync,
            session::open_link,
            session::compose_email,
            session::show_data_folder,
            storage::storage,
            storage::back_up,
            storage::preview_restore,
            storage::restore,
            storage::check_database,
            storage::prepare_erase,
            storage::erase_everything,
            inbox::count_views,
            inbox::count_orders,
            inbox::list_orders,
            inbox::open_email,
            saved_views::list_saved_views,
            saved_views::save_view,
            saved_views::delete_view,
            saved_views::put_view,
            saved_views::export_views,
            saved_views::import_views,
            overview::read_overview,
            customers::list_customers,
            customers::open_customer,
            customers::list_customer_orders,
            customers::keep_customer_note,
            order::open_order,
            order::choices,
            order::save_draft,
            order::drop_draft,
            presets::list_presets,
            presets::save_preset,
            presets::delete_preset,
            presets::put_preset,
            presets::export_presets,
            presets::import_presets,
            presets::preset_targets,
            presets::all_presets,
            many::plan_many,
            many::run_many,
            many::undo_many,
            imports::pick_table,
            imports::look_at_sheet,
            imports::plan_import,
            imports::run_import,
            order::find_organizations,
            order::search_organizations,
            order::choose_organization,
            order::check_site_name,
            order::check_sip_name,
            order::look_up_transfer,
            order::prepare_confirmation,
            order::confirm,
            order::hand_over,
            order::assign,
            order::list_colleagues,
            order::resend_email,
            order::keep_note,
            order::save_note,
            order::retry_operation,
            order::remind,
            order::snooze_order,
            inbox::due_reminders,
            order::ask_review,
            order::answer_review,
            queue::list_queue,
            queue::take_back,
            queue::retry_entry,
            queue::settle_conflict,
            journal::list_journal,
            journal::export_journal,
            summary::save_summary,
            summary::open_summary,
            summary::show_summary,
            exports::export_orders,
            exports::export_deadline,
            exports::save_summaries,
            exports::cancel_export,
            exports::show_exported,
        ])
        .events(collect_events![
            OrdersChanged,
            FrameChanged,
            ExportMoved,
            AccountChanged,
            FileArrived,
            DragOver,
            MenuChosen,
            CloseAsked,
            NoticeOpened,
            PlaceAsked,
            SettingsChanged,
        ])
}

#[cfg(test)]
mod tests;
