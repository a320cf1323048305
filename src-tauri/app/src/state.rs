//! What the shell holds: the workbench and the sample service.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use tauri::{AppHandle, Manager};
use turnup_workbench::{Limits, Options, Outcome, Purpose, Workbench, views::AccountView};

use crate::{
    arguments::Arguments,
    background::{self, Background},
    closing::Closing,
    events,
    sample::Sample,
    windows::Windows,
};

/// The state behind every command.
pub struct AppState {
    /// All use cases.
    pub workbench: Workbench,
    /// The embedded sample service.
    pub sample: Sample,
    /// Done when the account that was open before is open again.
    pub ready: tokio::sync::SetOnce<()>,
    /// The windows of orders.
    pub windows: Windows,
    /// Which windows somebody asked to close.
    pub closing: Closing,
    /// What came by e-mail before the window listened.
    pub early: Mutex<Early>,
    /// Summaries written in this run, by order: what *open* and *show in folder* may touch.
    pub summaries: Mutex<HashMap<String, PathBuf>>,
    /// Exports written in this run, by their path: what *show in folder* shows of each.
    pub exports: Mutex<HashMap<PathBuf, PathBuf>>,
    /// Acts of the menu that can be done now, as the interface of each window says.
    pub usable: Mutex<BTreeMap<String, BTreeSet<String>>>,
    /// What goes on behind the window.
    pub background: Background,
    /// Told when the badge may show another number.
    pub badge: tokio::sync::Notify,
    /// Whether the system showed the last notice; none before the first.
    pub showed: Mutex<Option<bool>>,
}

impl AppState {
    /// Remembers that an export was written, and what of it is shown in its folder.
    pub fn exported(&self, path: &Path, shown: &Path) {
        let mut exports = self.exports.lock().unwrap_or_else(PoisonError::into_inner);
        exports.insert(path.to_owned(), shown.to_owned());
    }

    /// What is shown of an export of this run.
    pub fn shown(&self, path: &Path) -> Option<PathBuf> {
        let exports = self.exports.lock().unwrap_or_else(PoisonError::into_inner);
        exports.get(path).cloned()
    }

    /// The account with what only the shell knows of it.
    pub fn with_sample(&self, account: AccountView) -> AccountView {
        let sample_online = (account.kind == "sample").then(|| self.sample.is_running());
        AccountView {
            sample_online,
            ..account
        }
    }

    /// Starts the sample service and opens its account. Switched off, it stays away: only its
    /// tokens are fetched.
    pub async fn explore_sample(&self) -> Outcome<AccountView> {
        let (address, tokens) = self.sample.start().await?;
        if self.sample.is_switched_off() {
            self.sample.stop().await;
        }
        let account = self.workbench.open_sample(&address, tokens).await?;
        Ok(self.with_sample(account))
    }

    /// Ends the engine; called once, when the window is gone.
    pub fn close(&self) {
        tauri::async_runtime::block_on(async {
            self.workbench.close().await;
            self.sample.stop().await;
        });
    }
}

/// Makes the state and, behind the first picture, opens what was open before.
pub fn begin(app: &AppHandle, arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let data_dir = data_dir()?;
    let workbench = Workbench::new(Options {
        fonts_dir: fonts_dir(app),
        keyring: true,
        limits: Limits::default(),
        purpose: Purpose::Window,
        language: None,
        data_dir: data_dir.clone(),
    });
    // What stands in the way is shown in the window, where it can be tried again.
    if let Err(failure) = workbench.open_folder() {
        tracing::error!(%failure, "the data folder could not be opened");
    }
    events::pass_on(app.clone(), &workbench);
    app.manage(AppState {
        workbench,
        sample: Sample::in_folder(data_dir.join("sample-service")),
        ready: tokio::sync::SetOnce::new(),
        windows: Windows::default(),
        closing: Closing::default(),
        early: Mutex::new(Early::Waiting(Vec::new())),
        summaries: Mutex::default(),
        exports: Mutex::default(),
        usable: Mutex::default(),
        background: Background::default(),
        badge: tokio::sync::Notify::new(),
        showed: Mutex::default(),
    });
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        open_before(&app.state::<AppState>(), arguments.sample).await;
        let _ = app.state::<AppState>().ready.set(());
        if let Some(path) = arguments.file {
            events::open_files(&app, vec![path]);
        }
    });
    Ok(())
}

/// What arrives is kept until the window listens; from then on it is told at once.
pub enum Early {
    /// Nobody listens yet.
    Waiting(Vec<events::FileArrived>),
    /// The window listens.
    Over,
}

/// Opens what was open before.
pub async fn open_before(state: &AppState, sample_asked: bool) {
    let opened = match state.workbench.last_account_kind() {
        Some("sample") => state.explore_sample().await.map(|_| ()),
        Some(_) => state.workbench.reopen().await,
        None if sample_asked => state.explore_sample().await.map(|_| ()),
        None => Ok(()),
    };
    if let Err(failure) = opened {
        tracing::error!(%failure, "the account could not be opened");
    }
}

/// A second start hands over what it was started with and brings the window forward.
pub fn second_start(app: &AppHandle, arguments: &[String], folder: &str) {
    let words = arguments.iter().skip(1).map(Into::into);
    let read = Arguments::read(words);
    // Started at login it wants to be seen by nobody.
    if !read.as_ref().is_ok_and(|arguments| arguments.hidden) {
        background::show_window(app);
    }
    match read {
        Ok(Arguments {
            file: Some(path), ..
        }) => {
            events::open_files(app, vec![Path::new(folder).join(path)]);
        }
        Ok(_) => {}
        Err(problem) => tracing::info!(%problem, "a second start"),
    }
}

/// The folder of all data.
pub fn data_dir() -> io::Result<PathBuf> {
    turnup_workbench::data_dir().ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// The fonts lie beside the program.
fn fonts_dir(app: &AppHandle) -> PathBuf {
    let bundled = app.path().resource_dir().map(|folder| folder.join("fonts"));
    turnup_workbench::fonts_dir(bundled.ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    #[test]
    fn the_data_lies_where_the_packages_say() {
        let packages = include_str!("../../../tauri.conf.json");
        let folder = super::data_dir().unwrap();
        let name = folder.file_name().unwrap().to_str().unwrap();
        assert!(packages.contains(&format!("\"identifier\": \"{name}\"")));
    }
}
