//! Where secrets are put: the keyring while it works, memory while it does not. Which of the
//! two it was is always told.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    KeyringProblem, LONGEST_SECRET, Secret, native,
    native::Open,
    thread::{KeyringThread, Wish},
};

/// How long a locked keyring may ask its question before the program goes on without it.
const PATIENCE: Duration = Duration::from_secs(8);

/// Where the secrets are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In the keyring of the operating system.
    Keyring,
    /// In memory, for this run: on purpose (`None`), or because of a problem.
    Session(Option<KeyringProblem>),
}

/// Keeps secrets by name. Cloning shares it. Calls block, up to eight seconds when a keyring is
/// locked: never call them on an async thread.
#[derive(Clone)]
pub struct Vault {
    inner: Arc<Inner>,
}

struct Inner {
    keyring: Option<KeyringThread>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// What the keyring did not take.
    memory: BTreeMap<String, Secret<String>>,
    problem: Option<KeyringProblem>,
}

impl Vault {
    /// The keyring of this computer. It is opened when it is first needed.
    #[must_use]
    pub fn of_this_computer() -> Self {
        Self::over(Arc::new(native::open), PATIENCE)
    }

    /// Memory only: everything is gone when the program ends.
    #[must_use]
    pub fn session_only() -> Self {
        Self {
            inner: Arc::new(Inner {
                keyring: None,
                state: Mutex::default(),
            }),
        }
    }

    pub(crate) fn over(open: Arc<Open>, patience: Duration) -> Self {
        let keyring = Some(KeyringThread::new(open, patience));
        Self {
            inner: Arc::new(Inner {
                keyring,
                state: Mutex::default(),
            }),
        }
    }

    /// Where the secrets are, as far as the last call showed.
    #[must_use]
    pub fn kept(&self) -> Kept {
        match (&self.inner.keyring, self.state().problem) {
            (Some(_), None) => Kept::Keyring,
            (_, problem) => Kept::Session(problem),
        }
    }

    /// Keeps a secret under a name, in place of what was there.
    ///
    /// # Errors
    /// Why the keyring did not take it. The secret is kept in memory then, for this run.
    pub fn put(&self, name: &str, secret: &Secret<String>) -> Result<(), KeyringProblem> {
        let put = if secret.expose().len() < LONGEST_SECRET {
            self.ask(name, Wish::Put(secret.clone()))
        } else {
            tracing::error!("a secret is too long for a keyring");
            self.note(Some(KeyringProblem::Failed));
            Err(KeyringProblem::Failed)
        };
        let in_keyring = self.inner.keyring.is_some() && put.is_ok();
        if in_keyring {
            self.state().memory.remove(name);
            self.hand_over();
        } else {
            self.state().memory.insert(name.to_owned(), secret.clone());
        }
        put.map(|_| ())
    }

    /// The secret of a name, if there is one.
    ///
    /// # Errors
    /// Why the keyring could not be asked, when memory has none of this name either.
    pub fn get(&self, name: &str) -> Result<Option<Secret<String>>, KeyringProblem> {
        if let Some(secret) = self.state().memory.get(name) {
            return Ok(Some(secret.clone()));
        }
        let found = self.ask(name, Wish::Get)?;
        self.hand_over();
        Ok(found)
    }

    /// Forgets the secret of a name, here and in the keyring.
    ///
    /// # Errors
    /// Why the keyring may still have it.
    pub fn delete(&self, name: &str) -> Result<(), KeyringProblem> {
        self.state().memory.remove(name);
        self.ask(name, Wish::Delete).map(|_| ())
    }

    /// Asks the keyring, if there is one, and notes how it is.
    fn ask(&self, name: &str, wish: Wish) -> Result<Option<Secret<String>>, KeyringProblem> {
        let Some(keyring) = &self.inner.keyring else {
            return Ok(None);
        };
        let outcome = keyring.ask(name, wish);
        self.note(outcome.as_ref().err().copied());
        outcome
    }

    /// The keyring works (again): it gets what memory had to keep for it.
    fn hand_over(&self) {
        if self.inner.keyring.is_none() {
            return;
        }
        let waiting: Vec<_> = self.state().memory.clone().into_iter().collect();
        for (name, secret) in waiting {
            if secret.expose().len() >= LONGEST_SECRET {
                continue;
            }
            if self.ask(&name, Wish::Put(secret.clone())).is_err() {
                return;
            }
            let mut state = self.state();
            // Unless somebody put another one meanwhile.
            if state.memory.get(&name) == Some(&secret) {
                state.memory.remove(&name);
            }
        }
    }

    fn note(&self, problem: Option<KeyringProblem>) {
        self.state().problem = problem;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.inner
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
