//! Erasing: one account's data, or everything that this program keeps on this computer.

use std::{fs, io, path::Path};

use turnup_credentials::Vault;
use turnup_store::Store;
use turnup_sync::TokenStore;

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    home::{AccountRecord, KnownAccount, TURN_FILE},
    session::Session,
    tokens::AccountTokens,
    turn,
    views::EraseView,
    workbench::{Event, lock, now},
};

impl Workbench {
    /// What erasing everything would lose, and what is to be typed for it.
    pub async fn prepare_erase(&self) -> Outcome<EraseView> {
        let session = self.session()?;
        let phrase = phrase(&session.account);
        let backups = self.backups()?;
        self.with_store(move |store| {
            let (drafts, acts) = store.unsent()?;
            let backups = backups.list(now())?.len();
            Ok(EraseView {
                phrase,
                drafts,
                acts,
                backups: u32::try_from(backups).unwrap_or(u32::MAX),
            })
        })
        .await
    }

    /// Signs out and erases every account's data, backups and tokens from this computer. Language
    /// and look stay. Fails with `sending_elsewhere` while another program sends for one of them.
    pub async fn erase_everything(&self, typed: &str) -> Outcome<()> {
        let session = self.session()?;
        let phrase = phrase(&session.account);
        if typed.trim() != phrase {
            return Err(Failure::new(codes::CONFIRMATION_MISMATCH).with("number", phrase));
        }
        let folder = self.inner.home.folder();
        nobody_sends(&session, &folder.join("accounts"))?;
        session.service.sign_out().await;
        drop(session);
        self.close().await;
        for stem in databases(&folder.join("accounts")) {
            AccountTokens::of(self.vault(), &stem).clear();
        }
        self.forget_proxy();
        for name in ["accounts", "backups"] {
            remove_folder(&folder.join(name))?;
        }
        self.leave_account(|_| false)
    }

    /// Closes the account and removes its data.
    pub(crate) async fn forget(&self) -> Outcome<()> {
        let account = self.inner.home.settings().account;
        let account = account.ok_or_else(|| Failure::new(codes::NO_ACCOUNT))?;
        let path = self.inner.home.database(&account);
        self.close().await;
        for file in Store::files_of(&path) {
            if let Err(problem) = fs::remove_file(&file) {
                tracing::info!(error = %problem, "a file was not there to remove");
            }
        }
        for file in [
            self.inner.home.turn_file(&account),
            self.inner.home.opening_file(&account),
        ] {
            let _ = fs::remove_file(file);
        }
        // A backup that stayed would bring the account's work back.
        remove_folder(&self.inner.home.backup_folder(&account))?;
        self.leave_account(|known| known.account.database != account.database)
    }

    /// Nobody's account is open; `stays` says which accounts are still known.
    fn leave_account(&self, stays: impl FnMut(&KnownAccount) -> bool) -> Outcome<()> {
        *lock(&self.inner.problem) = None;
        let kept = self.inner.home.change(|all| {
            all.account = None;
            all.known.retain(stays);
        });
        kept.map_err(|problem| crate::errors::internal("the settings", problem))?;
        self.tell(Event::AccountChanged(None));
        Ok(())
    }

    pub(crate) fn vault(&self) -> Vault {
        self.inner.options.vault()
    }
}

/// Another program that sends would go on with what is erased.
fn nobody_sends(session: &Session, accounts: &Path) -> Outcome<()> {
    let own = session.turn.take().is_some();
    let names = fs::read_dir(accounts).into_iter().flatten().flatten();
    let others = names
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(TURN_FILE))
        .filter(|path| !session.turn.is_of(path));
    let elsewhere = !own || others.into_iter().any(|path| turn::is_taken(&path));
    if elsewhere {
        return Err(Failure::new(codes::SENDING_ELSEWHERE));
    }
    Ok(())
}

/// What names an account in every language: where its orders come from.
fn phrase(account: &AccountRecord) -> String {
    account.database.clone()
}

/// The accounts that ever had a database here.
fn databases(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    names
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            Some(name.strip_suffix(".sqlite")?.to_owned())
        })
        .collect()
}

fn remove_folder(folder: &Path) -> Outcome<()> {
    match fs::remove_dir_all(folder) {
        Err(problem) if problem.kind() != io::ErrorKind::NotFound => {
            Err(Failure::new(codes::FILE_NOT_WRITTEN)
                .with("name", folder.display())
                .with("reason", crate::files::reason_code(&problem)))
        }
        _ => Ok(()),
    }
}
