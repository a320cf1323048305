//! Where this program's files lie, and the small settings that are not an account's.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use serde::{Deserialize, Serialize};
use turnup_store::Backups;

use crate::{files, views::SettingsView};

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
            account: None,
            known: Vec::new(),
            network: NetworkSettings::default(),
        }
    }
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
            .with_file_name(format!("{}.engine.lock", account.database))
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
    fn damaged_settings_are_kept_aside_and_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("settings.json"), b"{ nonsense").unwrap();
        assert_eq!(open(folder.path()).settings().language, "system");
        assert!(folder.path().join("settings.damaged.json").exists());
    }
}
