//! The keyring of the operating system this runs on: Secret Service, Keychain Services or the
//! Credential Manager. `keyring` alone would decide once per process, and a Secret Service that
//! was down then would stay dead: so its entries are built on a store that is opened here, anew
//! after every failure.

use std::sync::Arc;

use keyring::{Entry, Result};
use keyring_core::CredentialStore;

/// Under which our entries stand in a keyring.
const SERVICE: &str = "app.turnup.desktop";

/// Opens a keyring. Called on the keyring's own thread only.
pub(crate) type Open = dyn Fn() -> Result<Arc<CredentialStore>> + Send + Sync;

/// Opens the keyring of this computer.
pub(crate) fn open() -> Result<Arc<CredentialStore>> {
    #[cfg(target_os = "macos")]
    let store = apple_native_keyring_store::keychain::Store::new()?;
    #[cfg(windows)]
    let store = windows_native_keyring_store::Store::new()?;
    #[cfg(all(unix, not(target_os = "macos")))]
    let store = zbus_secret_service_keyring_store::Store::new()?;
    Ok(store)
}

/// The entry of a name.
pub(crate) fn entry(store: &CredentialStore, name: &str) -> Result<Entry> {
    Ok(Entry {
        inner: store.build(SERVICE, name, None)?,
    })
}
