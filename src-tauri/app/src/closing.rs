//! Closing a window waits until what was typed in it last is saved, but never long. The main window
//! takes those of orders along; where the program goes on in the tray, it is hidden then.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tauri::{AppHandle, Manager, Window};

use crate::{
    background,
    events::{self, CloseAsked},
    state::AppState,
    windows::{self, MAIN},
};

/// An interface that does not answer is not waited for any longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// How far each window is on its way out, by label.
#[derive(Default)]
pub struct Closing(Mutex<BTreeMap<String, Stage>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Its interface was asked to save.
    Asked,
    /// Saved, or not waited for any longer; other windows may still be.
    Going,
}

impl Closing {
    fn stages(&self) -> MutexGuard<'_, BTreeMap<String, Stage>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether nobody asked before.
    fn asks(&self, label: &str) -> bool {
        let mut stages = self.stages();
        let new = !stages.contains_key(label);
        stages.entry(label.to_owned()).or_insert(Stage::Asked);
        new
    }

    /// Whether it begins to go with this.
    fn goes(&self, label: &str) -> bool {
        self.stages().insert(label.to_owned(), Stage::Going) != Some(Stage::Going)
    }

    fn is(&self, label: &str, stage: Stage) -> bool {
        self.stages().get(label) == Some(&stage)
    }

    /// It is gone, or stays; asked again it is asked anew.
    pub fn over(&self, label: &str) {
        self.stages().remove(label);
    }
}

/// Whether the interface is asked to save first. Whoever asks to close a second time means it.
pub fn must_wait(window: &Window) -> bool {
    let (app, label) = (window.app_handle(), window.label());
    if ask(app, label) {
        return true;
    }
    let state = app.state::<AppState>();
    // What was typed in the windows of orders is still theirs to save.
    let takes_along = label == MAIN && state.windows.any();
    if takes_along && state.closing.is(label, Stage::Asked) {
        now(app, label);
        return true;
    }
    false
}

/// Asks the interface of a window to save and go; whether it was not asked before.
pub fn ask(app: &AppHandle, label: &str) -> bool {
    let state = app.state::<AppState>();
    if !state.closing.asks(label) {
        return false;
    }
    // The program ends with its main window alone.
    let quits = label == MAIN && !background::goes_on(app);
    events::send_to(app, label, CloseAsked { quits });
    let (app, label) = (app.clone(), label.to_owned());
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        if app.state::<AppState>().closing.is(&label, Stage::Asked) {
            now(&app, &label);
        }
    });
    true
}

/// The window stays: the interface asks people first. Closing it again asks again.
pub fn not_yet(app: &AppHandle, label: &str) {
    let state = app.state::<AppState>();
    state.closing.over(label);
    if label == MAIN {
        state.background.quits(false);
    }
}

/// Closes a window; the main one after those of orders.
pub fn now(app: &AppHandle, label: &str) {
    if !app.state::<AppState>().closing.goes(label) {
        return;
    }
    if label != MAIN {
        leave(app, label);
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        windows::close_all(&app).await;
        leave(&app, MAIN);
    });
}

/// Takes a window from the screen, for good or into the tray.
fn leave(app: &AppHandle, label: &str) {
    let Some(window) = app.get_webview_window(label) else {
        return;
    };
    let gone = if label == MAIN && background::goes_on(app) {
        app.state::<AppState>().closing.over(label);
        window.hide()
    } else {
        window.destroy()
    };
    if let Err(problem) = gone {
        tracing::warn!(%problem, "the window did not close");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_asked_once_until_it_stays() {
        let closing = Closing::default();
        assert!(closing.asks("order-1"));
        assert!(!closing.asks("order-1"));
        closing.over("order-1");
        assert!(closing.asks("order-1"));
    }

    #[test]
    fn one_window_s_way_out_is_not_another_s() {
        let closing = Closing::default();
        assert!(closing.asks("order-1"));
        assert!(closing.asks(MAIN));
        assert!(closing.goes("order-1"));
        assert!(closing.is(MAIN, Stage::Asked));
    }

    #[test]
    fn a_window_goes_once_whether_it_was_asked_or_not() {
        let closing = Closing::default();
        assert!(closing.goes("order-1"));
        assert!(!closing.goes("order-1"));
        assert!(closing.asks(MAIN));
        assert!(closing.goes(MAIN));
        assert!(!closing.goes(MAIN));
        assert!(!closing.asks(MAIN));
    }
}
