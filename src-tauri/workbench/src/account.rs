//! Which account is open: the sample data, or a service with an operator signed in.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use turnup_credentials::Vault;
use turnup_sync::{AddressError, HttpService, Tokens, origin};
use url::Url;

use crate::{
    Failure, Workbench, aside, backups,
    errors::internal,
    failure::{Outcome, codes},
    home::AccountRecord,
    indexing::keep_indexed,
    session::{Session, listen},
    standing::keep_watch,
    tokens::AccountTokens,
    turn::{self, Turn},
    views::AccountView,
    workbench::{Event, Purpose, lock, now},
};

/// The database of the sample data.
const SAMPLE: &str = "sample";

/// What the sample service gives its demo operator.
#[derive(Clone)]
pub struct SampleTokens {
    /// Bearer token.
    pub access: String,
    /// For the next one.
    pub refresh: Option<String>,
    /// Seconds.
    pub expires_in: Option<u64>,
}

impl Workbench {
    /// `sample` or `service`: what was open when the program last ran.
    #[must_use]
    pub fn last_account_kind(&self) -> Option<&'static str> {
        self.inner
            .home
            .settings()
            .account
            .map(|account| match account.kind.as_str() {
                SAMPLE => SAMPLE,
                _ => "service",
            })
    }

    /// Opens the data folder and the account that was open before, if any.
    pub async fn reopen(&self) -> Outcome<()> {
        self.open_folder()?;
        match self.inner.home.settings().account {
            Some(account) => {
                let vault = self.vault();
                self.open(account, vault, None).await
            }
            None => Ok(()),
        }
    }

    /// Opens the sample data at the embedded service's address, signed in by itself.
    pub async fn open_sample(&self, address: &str, tokens: SampleTokens) -> Outcome<AccountView> {
        let account = AccountRecord {
            kind: SAMPLE.to_owned(),
            address: address.to_owned(),
            database: SAMPLE.to_owned(),
        };
        self.open(account, Vault::session_only(), Some(sample_tokens(tokens)))
            .await?;
        self.account().await
    }

    /// The sample service is there again, perhaps at another address.
    pub async fn sample_is_back(&self, address: &str, tokens: SampleTokens) -> Outcome<()> {
        let session = self.session()?;
        if session.account.address == address {
            session.service.signed_in(sample_tokens(tokens)).await;
            return Ok(());
        }
        self.open_sample(address, tokens).await.map(|_| ())
    }

    /// Removes the sample data and everything done with it; also when it cannot be opened.
    pub async fn leave_sample(&self) -> Outcome<()> {
        let account = self.inner.home.settings().account;
        if account.is_none_or(|account| account.kind != SAMPLE) {
            return Err(Failure::new(codes::NO_ACCOUNT));
        }
        self.forget().await
    }

    /// Makes the service at an address the account. Nobody is signed in yet.
    pub async fn connect(&self, address: &str) -> Outcome<AccountView> {
        let url = origin::parse(address).map_err(|problem| {
            Failure::new(match problem {
                AddressError::Invalid => codes::ADDRESS_INVALID,
                AddressError::NotHttps => codes::ADDRESS_NOT_HTTPS,
            })
        })?;
        turnup_sync::sign_in::discover(&url, &self.reach().await)
            .await
            .map_err(|problem| {
                let failure = Failure::from(problem);
                let status = failure.params.get("status").map_or("", String::as_str);
                // A service that rests is not another program.
                let rests = status == "429" || status.starts_with('5');
                let host = url.host_str().unwrap_or_default().to_owned();
                let code = match failure.code.as_str() {
                    codes::OFFLINE => codes::UNREACHABLE,
                    codes::SERVICE_REFUSED if rests => codes::UNREACHABLE,
                    codes::SERVICE_REFUSED => codes::NOT_THIS_PROTOCOL,
                    other => other,
                };
                Failure {
                    code: code.to_owned(),
                    ..failure
                }
                .with("host", host)
            })?;
        let account = AccountRecord {
            kind: "service".to_owned(),
            address: url.origin().ascii_serialization(),
            database: database_name(&url),
        };
        let vault = self.vault();
        self.open(account, vault, None).await?;
        self.account().await
    }

    /// The account that is open.
    pub async fn account(&self) -> Outcome<AccountView> {
        Ok(self.session()?.account_view().await)
    }

    /// Signs out: the service revokes, this computer forgets the tokens. Works offline too.
    /// With `erase` the account's data goes as well.
    pub async fn sign_out(&self, erase: bool) -> Outcome<()> {
        let session = self.session()?;
        session.service.sign_out().await;
        if erase {
            return self.forget().await;
        }
        session.worker.wake();
        self.tell(Event::AccountChanged(Some(session.account_view().await)));
        Ok(())
    }

    /// Opens the database, then the engine over it.
    pub(crate) async fn open(
        &self,
        account: AccountRecord,
        vault: Vault,
        tokens: Option<Tokens>,
    ) -> Outcome<()> {
        let same = self
            .session()
            .is_ok_and(|open| open.account.database == account.database);
        // The same database is closed first; another account stays open until the new one is.
        if same {
            self.close().await;
        }
        match self.open_quietly(&account, vault, tokens).await {
            Ok(session) => {
                self.close().await;
                *lock(&self.inner.problem) = None;
                *lock(&self.inner.session) = Some(Arc::clone(&session));
                listen(self.clone(), &session);
                if self.inner.options.purpose == Purpose::Window {
                    backups::keep(&session, self.inner.home.backups(&session.account));
                    keep_indexed(self.clone(), &session);
                    keep_watch(self.clone(), &session);
                    session.worker.wake();
                    let kept = self.inner.home.change(|all| all.account = Some(account));
                    if let Err(problem) = kept {
                        tracing::warn!(error = %problem, "the account could not be kept");
                    }
                }
                self.tell(Event::AccountChanged(Some(session.account_view().await)));
                self.tell(Event::OrdersChanged {
                    ids: Vec::new(),
                    all: true,
                });
                Ok(())
            }
            Err(failure) => {
                if lock(&self.inner.session).is_none() {
                    *lock(&self.inner.problem) = Some(failure.clone());
                }
                Err(failure)
            }
        }
    }

    async fn open_quietly(
        &self,
        account: &AccountRecord,
        vault: Vault,
        given: Option<Tokens>,
    ) -> Outcome<Arc<Session>> {
        let path = self.inner.home.database(account);
        let backups = self.inner.home.backups(account);
        let turn = Arc::new(Turn::of(
            self.inner.home.turn_file(account),
            self.inner.options.purpose == Purpose::Window,
        ));
        let (asked, opening) = (Arc::clone(&turn), self.inner.home.opening_file(account));
        let opened = tokio::task::spawn_blocking(move || {
            let _alone = turn::opening(&opening);
            let ours = asked.take().is_some();
            aside::open(&path, &backups, ours)
        })
        .await
        .map_err(|problem| internal("a task ended", problem))??;
        if self.inner.options.purpose == Purpose::Command {
            // Held while it was opened only: a command that sends asks for it again.
            turn.let_go();
        }
        if let Some(rescue) = opened.rescue {
            // What was rescued when the file was put aside is what people have to know.
            lock(&self.inner.rescued).get_or_insert_with(|| backups::rescue_view(rescue, false));
        }
        let url = Url::parse(&account.address).map_err(|_| Failure::new(codes::ADDRESS_INVALID))?;
        let tokens = AccountTokens::of(vault, &account.database);
        let service = Arc::new(HttpService::new(url, tokens.clone(), &self.reach().await)?);
        if let Some(given) = given {
            service.signed_in(given).await;
        }
        let session = Session::begin(account.clone(), opened.store, service, tokens, turn);
        session
            .more_to_take
            .store(opened.more_to_take, Ordering::Relaxed);
        Ok(session)
    }
}

fn sample_tokens(tokens: SampleTokens) -> Tokens {
    let lifetime = Duration::from_secs(tokens.expires_in.unwrap_or(3600));
    Tokens {
        access: tokens.access,
        refresh: tokens.refresh,
        expires_at: now().checked_add(lifetime).ok(),
    }
}

/// A file name for the database of a service: its host, and its port where it has one.
fn database_name(url: &Url) -> String {
    let host = url.host_str().unwrap_or("service");
    let name = match url.port() {
        Some(port) => format!("{host}-{port}"),
        None => host.to_owned(),
    };
    crate::safe_stem(&name)
}
