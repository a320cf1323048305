//! The vault over stores that work, fail, come back, block and break down.
#![allow(clippy::unwrap_used)]

use std::{
    any::Any,
    collections::HashMap,
    sync::{
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
};

use keyring::{Error, Result};
use keyring_core::{CredentialStore, Entry, api::CredentialStoreApi, mock};

use super::*;

const SOON: Duration = Duration::from_millis(50);
const LONG: Duration = Duration::from_secs(60);

fn secret(text: &str) -> Secret<String> {
    Secret::new(text.to_owned())
}

fn found(vault: &Vault, name: &str) -> Option<String> {
    vault
        .get(name)
        .unwrap()
        .map(|secret| secret.expose().clone())
}

/// One store for as long as the vault lives, over all openings.
fn lasting(patience: Duration) -> Vault {
    let store = mock::Store::new().unwrap();
    Vault::over(
        Arc::new(move || Ok(store.clone() as Arc<CredentialStore>)),
        patience,
    )
}

#[test]
fn a_secret_comes_back_until_it_is_deleted() {
    let vault = lasting(LONG);
    assert_eq!(found(&vault, "account"), None);
    vault.put("account", &secret("first")).unwrap();
    vault.put("account", &secret("second")).unwrap();
    vault.put("another", &secret("third")).unwrap();
    assert_eq!(found(&vault, "account").as_deref(), Some("second"));
    assert_eq!(vault.kept(), Kept::Keyring);
    assert!(vault.state().memory.is_empty());

    vault.delete("account").unwrap();
    assert_eq!(found(&vault, "account"), None);
    assert_eq!(found(&vault, "another").as_deref(), Some("third"));
    vault.delete("account").unwrap();
}

#[test]
fn a_session_keeps_secrets_in_memory_and_says_so() {
    let vault = Vault::session_only();
    assert_eq!(found(&vault, "account"), None);
    vault.put("account", &secret("first")).unwrap();
    assert_eq!(found(&vault.clone(), "account").as_deref(), Some("first"));
    assert_eq!(vault.kept(), Kept::Session(None));
    vault.delete("account").unwrap();
    assert_eq!(found(&vault, "account"), None);
}

#[test]
fn a_missing_keyring_costs_nothing_but_this_run() {
    let vault = Vault::over(
        Arc::new(|| Err(Error::PlatformFailure("no bus".into()))),
        LONG,
    );
    assert!(vault.get("account").err() == Some(KeyringProblem::Missing));
    assert_eq!(
        vault.put("account", &secret("first")),
        Err(KeyringProblem::Missing)
    );
    assert_eq!(vault.kept(), Kept::Session(Some(KeyringProblem::Missing)));
    assert_eq!(found(&vault, "account").as_deref(), Some("first"));
}

#[test]
fn a_keyring_that_comes_back_is_used_again_and_gets_what_waited() {
    let (store, tries) = (mock::Store::new().unwrap(), AtomicU32::new(0));
    let vault = Vault::over(
        Arc::new(move || match tries.fetch_add(1, Ordering::SeqCst) {
            0 => Err(Error::PlatformFailure("no bus".into())),
            _ => Ok(store.clone() as Arc<CredentialStore>),
        }),
        LONG,
    );
    assert_eq!(
        vault.put("account", &secret("first")),
        Err(KeyringProblem::Missing)
    );
    vault.put("another", &secret("second")).unwrap();
    assert_eq!(vault.kept(), Kept::Keyring);
    assert!(vault.state().memory.is_empty());
    assert_eq!(found(&vault, "account").as_deref(), Some("first"));
}

#[test]
fn a_failing_entry_is_told_and_the_store_is_opened_anew() {
    let (store, opened) = (mock::Store::new().unwrap(), Arc::new(AtomicU32::new(0)));
    let (shared, count) = (store.clone(), Arc::clone(&opened));
    let vault = Vault::over(
        Arc::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
            Ok(shared.clone() as Arc<CredentialStore>)
        }),
        LONG,
    );
    vault.put("account", &secret("first")).unwrap();
    let table = [
        (
            Error::NoStorageAccess("dismissed".into()),
            KeyringProblem::Locked,
        ),
        (
            Error::PlatformFailure("crash".into()),
            KeyringProblem::Failed,
        ),
        (
            Error::BadEncoding(b"canary".to_vec()),
            KeyringProblem::Failed,
        ),
        (Error::NoDefaultStore, KeyringProblem::Missing),
    ];
    for (openings, (error, expected)) in (2..).zip(table) {
        let entry = native::entry(&*store, "account").unwrap();
        let cred: &mock::Cred = entry.inner.as_any().downcast_ref().unwrap();
        cred.set_error(error);
        assert!(vault.get("account").err() == Some(expected));
        assert_eq!(vault.kept(), Kept::Session(Some(expected)));
        assert_eq!(found(&vault, "account").as_deref(), Some("first"));
        assert_eq!(vault.kept(), Kept::Keyring);
        assert_eq!(opened.load(Ordering::SeqCst), openings);
    }
}

#[test]
fn a_secret_too_long_for_windows_is_put_into_no_keyring() {
    let vault = lasting(LONG);
    let long = "x".repeat(LONGEST_SECRET);
    assert_eq!(
        vault.put("account", &secret(&long)),
        Err(KeyringProblem::Failed)
    );
    assert_eq!(found(&vault, "account"), Some(long));
    vault
        .put("account", &secret(&"x".repeat(LONGEST_SECRET - 1)))
        .unwrap();
    assert_eq!(vault.kept(), Kept::Keyring);
}

/// A store whose first use waits until somebody unlocks it.
#[derive(Debug)]
struct Locked {
    unlocked: Mutex<mpsc::Receiver<()>>,
    inner: Arc<mock::Store>,
}

impl CredentialStoreApi for Locked {
    fn vendor(&self) -> String {
        "locked".into()
    }
    fn id(&self) -> String {
        "locked".into()
    }
    fn build(&self, service: &str, user: &str, m: Option<&HashMap<&str, &str>>) -> Result<Entry> {
        // Waits for the key the first time; afterwards the sender is gone.
        let _ = self.unlocked.lock().unwrap().recv();
        self.inner.build(service, user, m)
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[test]
fn a_locked_keyring_holds_nobody_up_and_works_once_unlocked() {
    let (key, unlocked) = mpsc::channel();
    let inner = mock::Store::new().unwrap();
    let store = Arc::new(Locked {
        unlocked: Mutex::new(unlocked),
        inner: inner.clone(),
    });
    let vault = Vault::over(
        Arc::new(move || Ok(store.clone() as Arc<CredentialStore>)),
        SOON,
    );

    assert_eq!(
        vault.put("account", &secret("first")),
        Err(KeyringProblem::Locked)
    );
    assert_eq!(vault.kept(), Kept::Session(Some(KeyringProblem::Locked)));
    assert_eq!(found(&vault, "account").as_deref(), Some("first"));
    // While the question stands on the screen, nobody asks a second one.
    assert_eq!(
        vault.put("account", &secret("second")),
        Err(KeyringProblem::Locked)
    );
    assert!(vault.get("another").err() == Some(KeyringProblem::Locked));

    drop(key);
    let deadline = std::time::Instant::now() + LONG;
    while vault.get("another").is_err() {
        assert!(
            std::time::Instant::now() < deadline,
            "the keyring stays locked"
        );
        std::thread::yield_now();
    }
    assert_eq!(vault.kept(), Kept::Keyring);
    assert!(vault.state().memory.is_empty());
    // The late first attempt does not win over what was put afterwards.
    let entry = native::entry(&*inner, "account").unwrap();
    assert_eq!(entry.get_password().unwrap(), "second");
}

#[test]
fn a_keyring_that_breaks_down_does_not_take_the_program_with_it() {
    let (store, tries) = (mock::Store::new().unwrap(), AtomicU32::new(0));
    let vault = Vault::over(
        Arc::new(move || {
            assert!(
                tries.fetch_add(1, Ordering::SeqCst) > 0,
                "a bug in a keyring"
            );
            Ok(store.clone() as Arc<CredentialStore>)
        }),
        LONG,
    );
    assert_eq!(
        vault.put("account", &secret("first")),
        Err(KeyringProblem::Failed)
    );
    vault.put("account", &secret("second")).unwrap();
    assert_eq!(vault.kept(), Kept::Keyring);
    assert_eq!(found(&vault, "account").as_deref(), Some("second"));
}
