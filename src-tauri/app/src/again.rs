//! A start that met another Turnup in the moment in which that one ended: nobody is left to hand
//! over to, so it starts once more.

use std::{env, process::Command, thread, time::Duration};

/// Set for the second start: it does not try a third time.
const MARK: &str = "TURNUP_STARTED_AGAIN";
/// As long as a program takes to be forgotten by the session.
const MOMENT: Duration = Duration::from_millis(300);

/// Starts the program again in place of this one, if that may help. Returns when it does not, or
/// when somebody else goes on (`true`).
pub fn instead(problem: &tauri::Error) -> bool {
    if !met_one_that_ended(problem) || env::var_os(MARK).is_some() {
        return false;
    }
    let Ok(program) = env::current_exe() else {
        return false;
    };
    eprintln!("turnup: {problem}; starting once more");
    thread::sleep(MOMENT);
    let mut command = Command::new(program);
    command.args(env::args_os().skip(1)).env(MARK, "1");
    go_on_as(&mut command)
}

/// Only the hand-over fails so: the other one has taken the name and answers no more.
fn met_one_that_ended(problem: &tauri::Error) -> bool {
    matches!(problem, tauri::Error::PluginInitialization(plugin, _) if plugin == "single-instance")
}

#[cfg(unix)]
fn go_on_as(command: &mut Command) -> bool {
    use std::os::unix::process::CommandExt;
    let problem = command.exec();
    eprintln!("turnup: {problem}");
    false
}

#[cfg(not(unix))]
fn go_on_as(command: &mut Command) -> bool {
    command.spawn().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_failed_hand_over_is_tried_again() {
        let failed = |plugin: &str| {
            let what = "NoReply: Message recipient disconnected".to_owned();
            tauri::Error::PluginInitialization(plugin.to_owned(), what)
        };
        assert!(met_one_that_ended(&failed("single-instance")));
        assert!(!met_one_that_ended(&failed("dialog")));
        assert!(!met_one_that_ended(&tauri::Error::WindowNotFound));
    }
}
