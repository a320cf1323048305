//! The desktop program `turnup`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    turnup_app::run()
}
