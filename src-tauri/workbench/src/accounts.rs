//! Several accounts on one computer: one database each, one of them open.

use sha2::{Digest, Sha256};
use turnup_contract::Me;
use turnup_sync::Tokens;

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    home::{AccountRecord, KnownAccount},
    session::Session,
    views::{AccountView, KnownAccountView},
};

impl Workbench {
    /// Every account that has data on this computer.
    #[must_use]
    pub fn known_accounts(&self) -> Vec<KnownAccountView> {
        let settings = self.inner.home.settings();
        let open = settings.account.map(|account| account.database);
        let view = |known: KnownAccount| KnownAccountView {
            open: open.as_ref() == Some(&known.account.database),
            id: known.account.database,
            address: known.account.address,
            operator_name: known.operator_name,
            operator_email: known.operator_email,
        };
        settings.known.into_iter().map(view).collect()
    }

    /// Opens another account of this computer; the one that was open is closed as it is.
    pub async fn switch_account(&self, id: &str) -> Outcome<AccountView> {
        let known = self.inner.home.settings().known.into_iter();
        let wanted = known
            .map(|known| known.account)
            .find(|account| account.database == id)
            .ok_or_else(|| Failure::new(codes::NO_ACCOUNT))?;
        let vault = self.vault();
        self.open(wanted, vault, None).await?;
        self.account().await
    }

    /// Somebody else signed in at the service of an open account: their own is opened.
    pub(crate) async fn open_account_of(
        &self,
        session: &Session,
        operator: &Me,
        tokens: Tokens,
    ) -> Outcome<AccountView> {
        let address = session.account.address.clone();
        let known = self.inner.home.settings().known.into_iter().find(|known| {
            known.account.address == address
                && known.operator_email.eq_ignore_ascii_case(&operator.email)
        });
        let account = known.map_or_else(
            || AccountRecord {
                kind: session.account.kind.clone(),
                database: database_of(session, &operator.email),
                address,
            },
            |known| known.account,
        );
        let vault = self.vault();
        self.open(account, vault, Some(tokens)).await?;
        let opened = self.session()?;
        opened.operator_is(operator.clone());
        self.remember_account(&opened);
        Ok(opened.account_view().await)
    }

    /// Keeps whose account this is, so that it can be found again.
    pub(crate) fn remember_account(&self, session: &Session) {
        let Some((operator_name, operator_email)) = session.operator() else {
            return;
        };
        let this = KnownAccount {
            account: session.account.clone(),
            operator_name,
            operator_email,
        };
        let kept = self.inner.home.change(|all| {
            all.known
                .retain(|known| known.account.database != this.account.database);
            // The first one of this computer is the one that is opened.
            all.account.get_or_insert_with(|| this.account.clone());
            all.known.push(this);
        });
        if let Err(problem) = kept {
            tracing::warn!(error = %problem, "the account could not be kept");
        }
    }
}

/// A database beside the first one of the same service; its name does not tell whose it is.
fn database_of(session: &Session, email: &str) -> String {
    let digest = Sha256::digest(email.to_lowercase());
    let mark: String = digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{}-{mark}", session.account.database)
}
