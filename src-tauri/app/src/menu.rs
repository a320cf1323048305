//! The native menu. Its words come from the catalogue; what an entry does is decided by the
//! interface.

use tauri::{
    AppHandle, Manager,
    menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu},
};

use crate::{events, state::AppState};

/// Builds the menu bar in the language of the settings.
fn build(app: &AppHandle) -> tauri::Result<Menu<tauri::Wry>> {
    let words = app.state::<AppState>().workbench.words();
    let word = |id: &str| words.get(&format!("menu-{}", id.replace('_', "-")));
    let item = |id: &str, keys: Option<&str>| MenuItem::with_id(app, id, word(id), true, keys);
    let file = Submenu::with_items(
        app,
        word("file"),
        true,
        &[
            &item("open_email", Some("CmdOrCtrl+O"))?,
            &item("sync_now", Some("F5"))?,
            &PredefinedMenuItem::separator(app)?,
            &item("settings", Some("CmdOrCtrl+,"))?,
            &PredefinedMenuItem::separator(app)?,
            &PredefinedMenuItem::quit(app, Some(&word("quit")))?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        word("edit"),
        true,
        &[
            &PredefinedMenuItem::cut(app, Some(&word("cut")))?,
            &PredefinedMenuItem::copy(app, Some(&word("copy")))?,
            &PredefinedMenuItem::paste(app, Some(&word("paste")))?,
            &PredefinedMenuItem::select_all(app, Some(&word("select_all")))?,
            &PredefinedMenuItem::separator(app)?,
            &item("find", Some("CmdOrCtrl+F"))?,
        ],
    )?;
    let help = Submenu::with_items(app, word("help"), true, &[&item("about", None)?])?;
    Menu::with_items(app, &[&file, &edit, &help])
}

/// Shows the menu, anew when the language changed.
pub fn renew(app: &AppHandle) {
    if let Err(problem) = build(app).and_then(|menu| app.set_menu(menu)) {
        tracing::warn!(%problem, "the menu could not be built");
    }
}

/// Tells the interface which entry was chosen.
pub fn chosen(app: &AppHandle, event: MenuEvent) {
    events::send(
        app,
        events::MenuChosen {
            id: event.id().0.clone(),
        },
    );
}
