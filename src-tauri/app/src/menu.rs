//! The native menu. What stands in it, with which keys, is the interface's own list of acts; the
//! words come from the catalogue. What an entry does, and whether it can be done now, is decided by
//! the interface.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{LazyLock, PoisonError},
};

use serde::Deserialize;
use tauri::{
    AppHandle, Manager,
    menu::{IsMenuItem, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu},
};

use crate::{background, events, state::AppState, windows::MAIN};

/// Everything that the window can do, as the interface reads it.
static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    // Errors are impossible in a list that the tests have read.
    serde_json::from_str(include_str!("../../../ui/src/shared/acts.json")).unwrap_or_default()
});

/// Stands for a line between entries.
const LINE: &str = "-";

#[derive(Default, Deserialize)]
struct Registry {
    acts: BTreeMap<String, Act>,
    menus: Vec<Drawer>,
}

#[derive(Deserialize)]
struct Act {
    by: DoneBy,
    #[serde(default)]
    keys: Vec<String>,
    /// Instead of `keys`, on macOS.
    mac: Option<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum DoneBy {
    Window,
    Screen,
    Rows,
    System,
}

/// One menu of the bar.
#[derive(Deserialize)]
struct Drawer {
    id: String,
    items: Vec<String>,
}

impl Act {
    /// The first of its keys, as the menu writes it. A key that writes a character is the page's
    /// alone: the menu would take it from whoever types.
    fn accelerator(&self, mac: bool) -> Option<String> {
        let own = if mac { self.mac.as_ref() } else { None };
        let keys = own.unwrap_or(&self.keys).first()?;
        (keys.chars().count() > 1).then(|| keys.replace("Mod", "CmdOrCtrl"))
    }
}

/// The id of an act's words.
fn words_of(act: &str) -> String {
    format!("act-{}", act.replace('_', "-"))
}

/// What the system does by itself, where it does.
fn by_the_system(
    app: &AppHandle,
    id: &str,
    word: &str,
) -> Option<tauri::Result<PredefinedMenuItem<tauri::Wry>>> {
    let word = Some(word);
    match id {
        "cut" => Some(PredefinedMenuItem::cut(app, word)),
        "copy" => Some(PredefinedMenuItem::copy(app, word)),
        "paste" => Some(PredefinedMenuItem::paste(app, word)),
        "select_all" => Some(PredefinedMenuItem::select_all(app, word)),
        _ => None,
    }
}

/// Builds the menu bar in the language of the settings.
fn build(app: &AppHandle) -> tauri::Result<Menu<tauri::Wry>> {
    let state = app.state::<AppState>();
    let words = state.workbench.words();
    let usable = usable(&state, &state.windows.front());
    let bar = Menu::new(app)?;
    for Drawer { id, items } in &REGISTRY.menus {
        let drawer = Submenu::new(app, words.get(&format!("menu-{id}")), true)?;
        for id in items {
            let item: Box<dyn IsMenuItem<tauri::Wry>> = if id == LINE {
                Box::new(PredefinedMenuItem::separator(app)?)
            } else {
                let word = words.get(&words_of(id));
                let act = REGISTRY.acts.get(id);
                let keys = act.and_then(|act| act.accelerator(cfg!(target_os = "macos")));
                match by_the_system(app, id, &word) {
                    Some(item) => Box::new(item?),
                    None => Box::new(MenuItem::with_id(app, id, word, can(&usable, id), keys)?),
                }
            };
            drawer.append(item.as_ref())?;
        }
        bar.append(&drawer)?;
    }
    Ok(bar)
}

/// Leaving is possible at all times; the rest is the interface's word.
fn can(usable: &BTreeSet<String>, id: &str) -> bool {
    usable.contains(id)
        || REGISTRY
            .acts
            .get(id)
            .is_some_and(|act| act.by == DoneBy::System)
}

/// Shows the menu, anew when the language changed.
pub fn renew(app: &AppHandle) {
    if let Err(problem) = build(app).and_then(|menu| app.set_menu(menu)) {
        tracing::warn!(%problem, "the menu could not be built");
    }
}

/// What the interface of a window said last.
fn usable(state: &AppState, label: &str) -> BTreeSet<String> {
    let all = state.usable.lock().unwrap_or_else(PoisonError::into_inner);
    all.get(label).cloned().unwrap_or_default()
}

/// The interface of a window says what can be done there now.
pub fn offer(app: &AppHandle, label: &str, acts: Vec<String>) {
    let state = app.state::<AppState>();
    let usable: BTreeSet<String> = acts.into_iter().collect();
    let mut all = state.usable.lock().unwrap_or_else(PoisonError::into_inner);
    all.insert(label.to_owned(), usable);
    drop(all);
    if state.windows.front() == label {
        tell(app, label);
    }
}

/// Somebody looks at this window now: the entries of the menu are about it.
pub fn follow(app: &AppHandle, label: &str) {
    let state = app.state::<AppState>();
    if state.windows.front() != label {
        state.windows.came_forward(label);
        tell(app, label);
    }
}

/// A window is gone, and what could be done in it.
pub fn forget(app: &AppHandle, label: &str) {
    let state = app.state::<AppState>();
    let mut all = state.usable.lock().unwrap_or_else(PoisonError::into_inner);
    all.remove(label);
}

fn tell(app: &AppHandle, label: &str) {
    if let Err(problem) = show(app, &usable(&app.state::<AppState>(), label)) {
        tracing::warn!(%problem, "the menu does not show what can be done");
    }
}

fn show(app: &AppHandle, usable: &BTreeSet<String>) -> tauri::Result<()> {
    let Some(menu) = app.menu() else {
        return Ok(());
    };
    for drawer in menu.items()? {
        let Some(drawer) = drawer.as_submenu() else {
            continue;
        };
        for item in drawer.items()? {
            if let Some(item) = item.as_menuitem() {
                item.set_enabled(can(usable, &item.id().0))?;
            }
        }
    }
    Ok(())
}

/// Tells the interface which entry was chosen. Quitting closes the window as its own button does:
/// what was typed last is saved, and what waits is told first.
pub fn chosen(app: &AppHandle, event: MenuEvent) {
    let id = event.id().0.clone();
    if background::chosen(app, &id) {
        return;
    }
    if id == "quit" {
        // What waits is asked about in the main window.
        background::show_window(app);
        quit(app);
    } else {
        let front = app.state::<AppState>().windows.front();
        events::send_to(app, &front, events::MenuChosen { id });
    }
}

/// Ends the program as closing its window does where nothing stays in the tray.
pub fn quit(app: &AppHandle) {
    app.state::<AppState>().background.quits(true);
    if let Some(window) = app.get_webview_window(MAIN)
        && let Err(problem) = window.close()
    {
        tracing::warn!(%problem, "the window was not asked to close");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use turnup_workbench::Words;

    use super::*;

    fn registry() -> Registry {
        serde_json::from_str(include_str!("../../../ui/src/shared/acts.json")).unwrap()
    }

    /// Every entry of every menu that is no line.
    fn entries(registry: &Registry) -> Vec<&str> {
        let items = registry.menus.iter().flat_map(|drawer| &drawer.items);
        items.filter(|id| *id != LINE).map(String::as_str).collect()
    }

    #[test]
    fn everything_in_the_menu_is_an_act_that_somebody_does() {
        let registry = registry();
        for id in entries(&registry) {
            let act = registry.acts.get(id).unwrap_or_else(|| panic!("{id}"));
            assert!(
                act.by != DoneBy::Rows,
                "{id}: the menu cannot move in a list"
            );
        }
    }

    #[test]
    fn every_menu_and_every_entry_has_words_in_every_language() {
        let registry = registry();
        for language in ["en", "fr"] {
            let words = Words::of(language);
            let titles = registry.menus.iter().map(|one| format!("menu-{}", one.id));
            let entries = entries(&registry).into_iter().map(words_of);
            for id in titles.chain(entries) {
                assert_ne!(words.get(&id), id, "{language}");
            }
        }
    }

    #[test]
    fn nothing_stands_in_the_menu_twice() {
        let registry = registry();
        let all = entries(&registry);
        let once: BTreeSet<_> = all.iter().collect();
        assert_eq!(once.len(), all.len());
    }

    #[test]
    fn keys_are_written_as_the_menu_reads_them() {
        let registry = registry();
        let keys = |id: &str, mac| registry.acts[id].accelerator(mac);
        assert_eq!(keys("open_palette", false).as_deref(), Some("CmdOrCtrl+K"));
        assert_eq!(keys("settings", false).as_deref(), Some("CmdOrCtrl+Comma"));
        assert_eq!(keys("sync_now", true).as_deref(), Some("F5"));
        assert_eq!(keys("back", false).as_deref(), Some("Alt+ArrowLeft"));
        assert_eq!(keys("back", true).as_deref(), Some("CmdOrCtrl+["));
    }

    #[test]
    fn a_key_that_writes_a_character_is_not_taken_by_the_menu() {
        assert_eq!(registry().acts["show_keys"].accelerator(false), None);
    }

    #[test]
    fn before_the_interface_speaks_one_can_only_leave() {
        let nothing = BTreeSet::new();
        assert!(can(&nothing, "quit"));
        assert!(!can(&nothing, "back"));
        assert!(can(&BTreeSet::from(["back".to_owned()]), "back"));
    }
}
