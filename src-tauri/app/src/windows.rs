//! Windows beside the main one: each shows one order and nothing else. Which order a window shows
//! is known here; what stands in it is the interface's matter.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tokio::sync::watch;
use turnup_workbench::{
    Failure, Outcome, Words, codes,
    views::{AccountView, OrderView},
};

use crate::{closing, mailto, menu, state::AppState};

/// The label of the window with lists, settings and everything else.
pub const MAIN: &str = "main";
/// As many orders can be told apart on a screen.
const MOST: usize = 12;
/// How large a window begins, and how small it can be made.
const SIZE: (f64, f64) = (900.0, 760.0);
const LEAST: (f64, f64) = (450.0, 300.0);
/// How far each lies beside the one before.
const STEP: f64 = 36.0;
/// A title is read in a bar of the system.
const LONGEST_TITLE: usize = 120;
/// As long as a window may take to save what was typed in it, and a moment to go.
const PATIENCE: Duration = Duration::from_secs(3);

/// The windows of orders that are open.
pub struct Windows {
    shown: Mutex<Shown>,
    /// How many there are.
    count: watch::Sender<usize>,
    /// The one that somebody looked at last: what the menu is about.
    front: Mutex<String>,
}

impl Default for Windows {
    fn default() -> Self {
        Self {
            shown: Mutex::default(),
            count: watch::Sender::new(0),
            front: Mutex::new(MAIN.to_owned()),
        }
    }
}

/// Which window shows which order of which account.
#[derive(Default)]
struct Shown {
    /// Order by label.
    orders: BTreeMap<String, String>,
    /// Labels are not used twice: what is told to a window that is gone reaches no other.
    made: u32,
    /// The account whose orders these are.
    database: String,
}

/// What becomes of asking for a window.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// The order has one, of this label.
    Open(String),
    /// One more, of this label; the orders shown before are the number with it.
    New(String, usize),
    /// There are too many.
    Full,
}

impl Shown {
    fn ask(&mut self, order: &str, database: &str) -> Asked {
        if let Some((label, _)) = self.orders.iter().find(|(_, shown)| *shown == order) {
            return Asked::Open(label.clone());
        }
        let before = self.orders.len();
        if before >= MOST {
            return Asked::Full;
        }
        self.made += 1;
        let label = format!("order-{}", self.made);
        self.orders.insert(label.clone(), order.to_owned());
        database.clone_into(&mut self.database);
        Asked::New(label, before)
    }
}

impl Windows {
    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask(&self, order: &str, database: &str) -> Asked {
        let mut shown = self.shown();
        let asked = shown.ask(order, database);
        self.count.send_replace(shown.orders.len());
        asked
    }

    fn gone(&self, label: &str) {
        let mut shown = self.shown();
        shown.orders.remove(label);
        self.count.send_replace(shown.orders.len());
        let mut front = self.front.lock().unwrap_or_else(PoisonError::into_inner);
        if *front == label {
            MAIN.clone_into(&mut front);
        }
    }

    /// Whether any is open.
    pub fn any(&self) -> bool {
        *self.count.borrow() > 0
    }

    /// The window that somebody looked at last.
    pub fn front(&self) -> String {
        let front = self.front.lock().unwrap_or_else(PoisonError::into_inner);
        front.clone()
    }

    /// Somebody looks at this one.
    pub fn came_forward(&self, label: &str) {
        let mut front = self.front.lock().unwrap_or_else(PoisonError::into_inner);
        label.clone_into(&mut front);
    }

    /// Labels of those that show one of these orders, with the order; of all of them when `all`.
    fn showing(&self, ids: &[String], all: bool) -> Vec<(String, String)> {
        let shown = self.shown();
        let concerned = shown
            .orders
            .iter()
            .filter(|(_, order)| all || ids.contains(order));
        concerned.map(|(a, b)| (a.clone(), b.clone())).collect()
    }
}

/// Opens a window for one order, or brings forward the one that it has.
///
/// # Errors
/// `order_not_found`, or `too_many_windows` with `max`.
pub async fn open(app: &AppHandle, id: &str) -> Outcome<()> {
    let state = app.state::<AppState>();
    let order = state.workbench.open_order(id).await?;
    let account = state.workbench.account().await?;
    match state.windows.ask(id, &account.database) {
        Asked::Open(label) => {
            bring_forward(app, &label);
            Ok(())
        }
        Asked::Full => Err(Failure::new(codes::TOO_MANY_WINDOWS).with("max", MOST)),
        Asked::New(label, before) => {
            let title = title_of(&state.workbench.words(), &order);
            build(app, &label, before, id, &title).map_err(|problem| {
                tracing::error!(%problem, "no window for an order");
                state.windows.gone(&label);
                Failure::new(codes::INTERNAL)
            })
        }
    }
}

fn build(app: &AppHandle, label: &str, before: usize, id: &str, title: &str) -> tauri::Result<()> {
    // An id and nothing else: the page asks for the rest.
    let address = format!("index.html?order={}", mailto::encoded(id));
    let mut window = WebviewWindowBuilder::new(app, label, WebviewUrl::App(address.into()))
        .title(title)
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(LEAST.0, LEAST.1)
        .prevent_overflow();
    if let Some((left, top)) = beside_main(app, before) {
        window = window.position(left, top);
    }
    window.build().map(drop)
}

/// Each a little below and beside the one before, so that none hides another.
fn beside_main(app: &AppHandle, before: usize) -> Option<(f64, f64)> {
    let main = app.get_webview_window(MAIN)?;
    let place = main.outer_position().ok()?;
    let place = place.to_logical::<f64>(main.scale_factor().ok()?);
    let step = STEP * f64::from(u32::try_from(before).ok()? + 1);
    Some((place.x + step, place.y + step))
}

/// What stands in the bar above: the number and whom the order is for.
fn title_of(words: &Words, order: &OrderView) -> String {
    title(words, &order.number, &order.end_customer.company)
}

fn title(words: &Words, number: &str, company: &str) -> String {
    let company = plain(company);
    let values = [("number", number), ("company", &company)];
    plain(&words.with("order-window-title", &values))
}

/// Names come from outside: nothing in them turns a line round or ends it.
fn plain(text: &str) -> String {
    let turns = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{061c}')
            || ('\u{2028}'..='\u{202e}').contains(&letter)
            || ('\u{2066}'..='\u{2069}').contains(&letter)
    };
    let kept = text.chars().filter(|letter| !turns(*letter));
    kept.take(LONGEST_TITLE).collect()
}

/// Brings the window of an order forward; whether it has one.
pub fn focus(app: &AppHandle, id: &str) -> bool {
    let windows = &app.state::<AppState>().windows;
    let found = windows.showing(&[id.to_owned()], false);
    for (label, _) in &found {
        bring_forward(app, label);
    }
    !found.is_empty()
}

/// Brings a window forward, wherever it is.
pub fn bring_forward(app: &AppHandle, label: &str) {
    let Some(window) = app.get_webview_window(label) else {
        return;
    };
    let shown = window
        .show()
        .and_then(|()| window.unminimize())
        .and_then(|()| window.set_focus());
    if let Err(problem) = shown {
        tracing::info!(%problem, "a window could not be brought forward");
    }
}

/// Orders changed: the titles of their windows follow.
pub fn retitle(app: &AppHandle, ids: &[String], all: bool) {
    let concerned = app.state::<AppState>().windows.showing(ids, all);
    if concerned.is_empty() {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let workbench = &app.state::<AppState>().workbench;
        for (label, id) in concerned {
            // An order that is gone keeps its name.
            let Ok(order) = workbench.open_order(&id).await else {
                continue;
            };
            let now = title_of(&workbench.words(), &order);
            if let Some(window) = app.get_webview_window(&label)
                && window.title().is_ok_and(|before| before != now)
                && let Err(problem) = window.set_title(&now)
            {
                tracing::info!(%problem, "a title stays as it was");
            }
        }
    });
}

/// A window is gone; without the main one there are no others.
pub fn gone(app: &AppHandle, label: &str) {
    let state = app.state::<AppState>();
    state.windows.gone(label);
    state.closing.over(label);
    menu::forget(app, label);
    if label == MAIN {
        destroy_all(app);
    }
}

/// Closes all windows of orders, and waits until what was typed in them is saved.
pub async fn close_all(app: &AppHandle) {
    let windows = &app.state::<AppState>().windows;
    for window in open_ones(app) {
        closing::ask(app, window.label());
    }
    let mut count = windows.count.subscribe();
    let none = count.wait_for(|count| *count == 0);
    if tokio::time::timeout(PATIENCE, none).await.is_err() {
        tracing::warn!("a window of an order did not close by itself");
        destroy_all(app);
    }
}

/// Another account is open, or none: nothing of the one before stays on the screen. What was typed
/// there was saved when its window was left; it is not written into the data of another.
pub fn follow_account(app: &AppHandle, account: Option<&AccountView>) {
    let windows = &app.state::<AppState>().windows;
    let stays = account.is_some_and(|account| account.database == windows.shown().database);
    if windows.any() && !stays {
        destroy_all(app);
    }
}

fn destroy_all(app: &AppHandle) {
    for window in open_ones(app) {
        if let Err(problem) = window.destroy() {
            tracing::warn!(%problem, "a window of an order did not go");
        }
    }
}

fn open_ones(app: &AppHandle) -> Vec<WebviewWindow> {
    let labels = app.state::<AppState>().windows.showing(&[], true);
    let windows = labels.iter();
    windows
        .filter_map(|(label, _)| app.get_webview_window(label))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "/data/ana.sqlite";

    fn label(asked: Asked) -> String {
        match asked {
            Asked::New(label, _) | Asked::Open(label) => label,
            Asked::Full => "full".to_owned(),
        }
    }

    #[test]
    fn an_order_has_one_window_however_often_it_is_asked_for() {
        let windows = Windows::default();
        let first = windows.ask("ord_1", HERE);
        assert_eq!(first, Asked::New("order-1".to_owned(), 0));
        assert_eq!(
            windows.ask("ord_1", HERE),
            Asked::Open("order-1".to_owned())
        );
        assert_eq!(
            windows.ask("ord_2", HERE),
            Asked::New("order-2".to_owned(), 1)
        );
    }

    #[test]
    fn twelve_are_open_at_most_and_a_closed_one_makes_room() {
        let windows = Windows::default();
        for number in 0..MOST {
            label(windows.ask(&format!("ord_{number}"), HERE));
        }
        assert_eq!(windows.ask("ord_more", HERE), Asked::Full);
        assert_eq!(label(windows.ask("ord_3", HERE)), "order-4");
        windows.gone("order-4");
        assert_eq!(label(windows.ask("ord_more", HERE)), "order-13");
    }

    #[test]
    fn a_label_is_never_used_again() {
        let windows = Windows::default();
        assert_eq!(label(windows.ask("ord_1", HERE)), "order-1");
        windows.gone("order-1");
        assert!(!windows.any());
        assert_eq!(label(windows.ask("ord_1", HERE)), "order-2");
    }

    #[test]
    fn only_windows_of_orders_that_changed_are_concerned() {
        let windows = Windows::default();
        windows.ask("ord_1", HERE);
        windows.ask("ord_2", HERE);
        let of = |ids: &[&str], all| {
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            let found = windows.showing(&ids, all);
            found
                .into_iter()
                .map(|(label, _)| label)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(&["ord_2", "ord_9"], false), ["order-2"]);
        assert_eq!(of(&[], true), ["order-1", "order-2"]);
        assert!(of(&["ord_9"], false).is_empty());
    }

    #[test]
    fn the_menu_is_about_the_window_that_somebody_looked_at_last() {
        let windows = Windows::default();
        assert_eq!(windows.front(), MAIN);
        windows.ask("ord_1", HERE);
        windows.came_forward("order-1");
        assert_eq!(windows.front(), "order-1");
        windows.gone("order-1");
        assert_eq!(windows.front(), MAIN);
    }

    #[test]
    fn a_title_has_the_number_and_the_company_in_every_language() {
        for language in ["en", "fr"] {
            let words = Words::of(language);
            let title = title(&words, "4410-228290", "Zurita y Compañía, S.L.");
            assert_eq!(title, "4410-228290 · Zurita y Compañía, S.L.");
        }
    }

    #[test]
    fn a_name_from_outside_stays_one_line_in_reading_order() {
        assert_eq!(plain("Zurita\r\n\u{202e}S.L.\u{2066}\0"), "ZuritaS.L.");
        assert_eq!(plain("東京商事"), "東京商事");
        assert_eq!(plain(&"x".repeat(500)).len(), LONGEST_TITLE);
    }
}
