//! One notice, by way of the system: D-Bus on Linux, the notification centre of macOS, toasts on
//! Windows.

use std::thread;

use notify_rust::{Notification, NotificationResponse};
use turnup_workbench::Notice;

/// Id of the button that puts it off.
const TOMORROW: &str = "tomorrow";
/// What a click on the notice itself is called on Linux.
#[cfg(target_os = "linux")]
const DEFAULT: &str = "default";

/// What somebody did with a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// They want to see what it is about.
    Open,
    /// They want to be told again tomorrow.
    Tomorrow,
}

/// Shows it; waits elsewhere for what somebody does with it.
///
/// # Errors
/// Why the system did not show it, in its own words.
pub fn show(notice: &Notice, answered: impl FnOnce(Answer) + Send + 'static) -> Result<(), String> {
    let shown = notification(notice).show();
    let shown = shown.map_err(|problem| problem.to_string())?;
    let wait = move || {
        let waited = shown.wait_for_response(|response: &NotificationResponse| {
            let answer = match response {
                NotificationResponse::Default => Answer::Open,
                NotificationResponse::Action(id) if id == TOMORROW => Answer::Tomorrow,
                NotificationResponse::Action(_) => Answer::Open,
                _ => return,
            };
            answered(answer);
        });
        if let Err(problem) = waited {
            tracing::info!(%problem, "a notice");
        }
    };
    // Ends when the notice is closed; notices are few.
    let waiting = thread::Builder::new().name("notice".to_owned()).spawn(wait);
    waiting.map(drop).map_err(|problem| problem.to_string())
}

fn notification(notice: &Notice) -> Notification {
    let mut notification = Notification::new();
    notification
        .appname("Turnup")
        .summary(&notice.title)
        .body(&body(&notice.text));
    #[cfg(target_os = "linux")]
    notification
        .icon("turnup")
        .hint(notify_rust::Hint::DesktopEntry("turnup".to_owned()))
        .action(DEFAULT, &notice.open);
    // macOS shows a button in place of the click.
    #[cfg(not(target_os = "macos"))]
    notification.action(TOMORROW, &notice.tomorrow);
    // Only what is installed has a name that Windows knows.
    #[cfg(windows)]
    if !cfg!(debug_assertions) {
        notification.app_id("org.turnup.desktop");
    }
    notification
}

/// Some desktops read markup in it; names of customers are none.
#[cfg(target_os = "linux")]
fn body(text: &str) -> String {
    let capabilities = notify_rust::get_capabilities().unwrap_or_default();
    if !capabilities.iter().any(|one| one == "body-markup") {
        return text.to_owned();
    }
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(not(target_os = "linux"))]
fn body(text: &str) -> String {
    text.to_owned()
}

#[cfg(all(test, target_os = "linux"))]
mod tests;
