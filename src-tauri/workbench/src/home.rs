//! Where this program's files lie, and the small settings that are not an account's.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use serde::{Deserialize, Deserializer, Serialize};
use turnup_store::Backups;

use crate::{
    files,
    notices::ABOUT,
    views::{ColumnView, SettingsView},
};

/// The folder of all data and the settings in it.
pub struct Home {
    folder: PathBuf,
    settings: Mutex<Settings>,
}

/// What is kept in `settings.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `system`, `en`, `fr`.
    pub language: String,
    /// `system`, `light`, `dark`.
    pub appearance: String,
    /// `comfortable`, `compact`.
    pub density: String,
    /// Whether a colleague has to approve what becomes final.
    pub review_required: bool,
    /// Charts that are shown as tables.
    pub tables: Vec<String>,
    /// Whether the system shows notices.
    pub notices: bool,
    /// What they are about.
    pub notices_about: Vec<String>,
    /// Whether none is shown at night.
    pub quiet_at_night: bool,
    /// Whether the program goes on in the tray when its window is closed.
    pub keep_running: bool,
    /// Whether it starts at login, in the tray.
    pub start_at_login: bool,
    /// The columns of the list of orders.
    #[serde(deserialize_with = "readable")]
    pub columns: Vec<ColumnView>,
    /// The account that is open.
    pub account: Option<AccountRecord>,
    /// Accounts that have data on this computer, the open one included.
    pub known: Vec<KnownAccount>,
    /// How services are reached.
    pub network: NetworkSettings,
}

/// Which proxy stands between; its password is in the keyring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NetworkSettings {
    /// `system`, `none`, `address`.
    pub proxy: String,
    /// `http://host:port`, when it is `address`.
    pub address: String,
    /// Whom the proxy knows; empty when it asks nobody.
    pub user: String,
}

impl Default for NetworkSettings {
    fn default() -> Self {
        Self {
            proxy: "system".into(),
            address: String::new(),
            user: String::new(),
        }
    }
}

/// An account that somebody signed in to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownAccount {
    /// Which.
    pub account: AccountRecord,
    /// Whose.
    pub operator_name: String,
    /// Address of the operator.
    pub operator_email: String,
}

/// Which account, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRecord {
    /// `sample` or `service`.
    pub kind: String,
    /// Origin of the service.
    pub address: String,
    /// Name of the database file's stem below `accounts/`.
    pub database: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: "system".into(),
            appearance: "system".into(),
            density: "comfortable".into(),
            review_required: false,
            tables: Vec::new(),
            notices: true,
            notices_about: ABOUT.map(str::to_owned).to_vec(),
            quiet_at_night: true,
            keep_running: false,
            start_at_login: false,
            columns: Vec::new(),
            account: None,
            known: Vec::new(),
            network: NetworkSettings::default(),
        }
    }
}

/// What can be read of a list: of columns that somebody else wrote no more than those is lost.
fn readable<'de, D: Deserializer<'de>>(found: D) -> Result<Vec<ColumnView>, D::Error> {
    let found = serde_json::Value::deserialize(found)?;
    let entries = found.as_array().map(Vec::as_slice).unwrap_or_default();
    let columns = entries.iter().flat_map(ColumnView::deserialize);
    Ok(columns
        .filter(ColumnView::is_plausible)
        .take(MOST_COLUMNS)
        .collect())
}

/// Most columns that are kept.
/// How the file ends that is held by whoever sends for an account.
pub(crate) const TURN_FILE: &str = ".engine.lock";
const MOST_COLUMNS: usize = 64;

impl ColumnView {
    /// Whether the interface can have written it.
    fn is_plausible(&self) -> bool {
        let letter = |letter: u8| letter.is_ascii_lowercase() || letter == b'_';
        (1..=32).contains(&self.name.len())
            && self.name.bytes().all(letter)
            && (self.width == 0 || (32..=1_600).contains(&self.width))
    }
}

/// Whether the interface can have written these columns.
pub(crate) fn are_plausible(columns: &[ColumnView]) -> bool {
    columns.len() <= MOST_COLUMNS && columns.iter().all(ColumnView::is_plausible)
}

impl Settings {
    /// What the interface sees of it.
    pub fn view(&self) -> SettingsView {
        SettingsView {
            language: self.language.clone(),
            appearance: self.appearance.clone(),
            density: self.density.clone(),
            review_required: self.review_required,
            tables: self.tables.clone(),
            notices: self.notices,
            notices_about: self.notices_about.clone(),
            quiet_at_night: self.quiet_at_night,
            keep_running: self.keep_running,
            start_at_login: self.start_at_login,
            columns: self.columns.clone(),
        }
    }
}

impl Home {
    /// A folder that is not looked at yet; see [`Home::read`].
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            settings: Mutex::default(),
        }
    }

    /// Reads the settings, making the folder when it is not there. Settings that cannot be read
    /// are kept aside and begun anew: they hold nothing that cannot be chosen again.
    pub fn read(&self) -> std::io::Result<()> {
        let folder = &self.folder;
        files::private_folder(folder)?;
        files::sweep(folder);
        let path = folder.join("settings.json");
        let settings = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|problem| {
                tracing::warn!(error = %problem, "the settings could not be read");
                let _ = fs::rename(&path, folder.join("settings.damaged.json"));
                Settings::default()
            }),
            Err(_) => Settings::default(),
        };
        *self.lock() = settings;
        Ok(())
    }

    /// The folder of all data.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The database of an account.
    pub fn database(&self, account: &AccountRecord) -> PathBuf {
        self.folder
            .join("accounts")
            .join(format!("{}.sqlite", account.database))
    }

    /// Beside the database: who holds it runs the engine of the account.
    pub fn turn_file(&self, account: &AccountRecord) -> PathBuf {
        self.database(account)
            .with_file_name(format!("{}{TURN_FILE}", account.database))
    }

    /// Beside the database: who holds it opens the file.
    pub fn opening_file(&self, account: &AccountRecord) -> PathBuf {
        self.database(account)
            .with_file_name(format!("{}.opening.lock", account.database))
    }

    /// Where an account's backups lie.
    pub fn backup_folder(&self, account: &AccountRecord) -> PathBuf {
        self.folder.join("backups").join(&account.database)
    }

    /// An account's backups.
    pub fn backups(&self, account: &AccountRecord) -> Backups {
        Backups::in_folder(self.backup_folder(account))
    }

    /// The settings as they are.
    pub fn settings(&self) -> Settings {
        self.lock().clone()
    }

    /// Changes the settings and writes them.
    pub fn change(&self, change: impl FnOnce(&mut Settings)) -> std::io::Result<Settings> {
        let mut settings = self.lock();
        let mut next = settings.clone();
        change(&mut next);
        let bytes = serde_json::to_vec_pretty(&next).map_err(std::io::Error::other)?;
        files::write_whole(&self.folder.join("settings.json"), &bytes)?;
        *settings = next.clone();
        Ok(next)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Settings> {
        self.settings
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn open(folder: &Path) -> Home {
        let home = Home::at(folder);
        home.read().unwrap();
        home
    }

    #[test]
    fn settings_come_back_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        open(folder.path())
            .change(|s| s.language = "fr".into())
            .unwrap();
        assert_eq!(open(folder.path()).settings().language, "fr");
    }

    #[test]
    fn of_columns_only_those_are_lost_that_cannot_be_read() {
        let readable = r#"{"name": "note", "shown": true, "width": 320}"#;
        let kept = |columns: &str| {
            let folder = tempfile::tempdir().unwrap();
            let settings = format!(r#"{{"language": "fr", "columns": {columns}}}"#);
            fs::write(folder.path().join("settings.json"), settings).unwrap();
            let settings = open(folder.path()).settings();
            assert_eq!(settings.language, "fr", "{columns}");
            settings.columns
        };
        for garbage in [
            "7",
            "null",
            "{}",
            r#"[7, null, {"name": "note"}]"#,
            r#"[{"name": "", "shown": true, "width": 0}]"#,
            r#"[{"name": "A b", "shown": true, "width": 0}]"#,
            r#"[{"name": "note", "shown": true, "width": 7}]"#,
            r#"[{"name": "note", "shown": true, "width": -7}]"#,
            r#"[{"name": "note", "shown": true, "width": 99999}]"#,
        ] {
            assert_eq!(kept(garbage), [], "{garbage}");
        }
        let column = ColumnView {
            name: "note".into(),
            shown: true,
            width: 320,
        };
        assert_eq!(kept(&format!("[7, {readable}]")), [column]);
        let many = vec![readable; 900].join(",");
        assert_eq!(kept(&format!("[{many}]")).len(), MOST_COLUMNS);
    }

    #[test]
    fn damaged_settings_are_kept_aside_and_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("settings.json"), b"{ nonsense").unwrap();
        assert_eq!(open(folder.path()).settings().language, "system");
        assert!(folder.path().join("settings.damaged.json").exists());
    }
}
