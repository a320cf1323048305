//! The shell: a window around the workbench. It starts things in order, hands commands over and
//! passes events on; what they mean is decided below, in the workbench.
#![warn(missing_docs)]

mod again;
mod arguments;
mod background;
mod badge;
mod closing;
mod commands;
mod events;
mod handover;
mod login;
mod mailto;
mod menu;
mod notices;
mod sample;
mod state;
mod windows;

/// Names of all commands.
pub mod command_names;

use std::process::ExitCode;

use tauri::{Manager, WindowEvent};
use tauri_plugin_window_state::StateFlags;
use turnup_workbench::Logs;

use crate::{arguments::Arguments, state::AppState, windows::MAIN};

/// Starts the desktop and stays until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("turnup: {problem}");
            return ExitCode::from(2);
        }
    };
    if handover::done() {
        return ExitCode::SUCCESS;
    }
    let bindings = commands::bindings();
    let handler = bindings.invoke_handler();
    let built = tauri::Builder::default()
        // First, so that a second start ends before it touches anything.
        .plugin(tauri_plugin_single_instance::init(
            |app, arguments, folder| {
                state::second_start(app, &arguments, &folder);
            },
        ))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .plugin(
            tauri_plugin_window_state::Builder::new()
                // Windows of orders open beside the main one, wherever that is now.
                .with_filter(|label| label == MAIN)
                // Whether the window is shown is decided at each start.
                .with_state_flags(StateFlags::all() & !StateFlags::VISIBLE)
                .build(),
        )
        .on_menu_event(menu::chosen)
        .invoke_handler(handler)
        .setup(move |app| {
            bindings.mount_events(app);
            let logs = Logs::begin(&state::data_dir()?);
            app.manage(logs);
            let hidden = arguments.hidden;
            state::begin(app.handle(), arguments)?;
            menu::renew(app.handle());
            // Started at login it begins in the tray, as long as that is still wished.
            if !(hidden && background::goes_on(app.handle())) {
                background::show_window(app.handle());
            }
            background::begin(app.handle());
            badge::keep(app.handle().clone());
            notices::watch(app.handle().clone());
            Ok(())
        })
        .on_window_event(|window, event| match event {
            WindowEvent::DragDrop(event) if window.label() == MAIN => {
                events::dragged(window.app_handle(), event);
            }
            WindowEvent::CloseRequested { api, .. } if closing::must_wait(window) => {
                api.prevent_close();
            }
            WindowEvent::Focused(true) => menu::follow(window.app_handle(), window.label()),
            WindowEvent::Destroyed => windows::gone(window.app_handle(), window.label()),
            _ => {}
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| match event {
                tauri::RunEvent::Exit => app.state::<AppState>().close(),
                #[cfg(target_os = "macos")]
                tauri::RunEvent::Reopen { .. } => background::show_window(app),
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(problem) if again::instead(&problem) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("turnup: the window could not be opened: {problem}");
            ExitCode::FAILURE
        }
    }
}
