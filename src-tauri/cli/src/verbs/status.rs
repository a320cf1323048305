//! `status`: who is signed in, whether the service answers, and what waits.

use turnup_workbench::{Failure, Outcome, codes};

use super::sync::waits;
use crate::{
    desk::Desk,
    exit::Exit,
    said::Said,
    shapes::{Account, Known, Status},
};

/// Whatever the answer is, telling it is no failure.
pub async fn status(desk: &Desk, said: &mut Said) -> Outcome<()> {
    let words = desk.words();
    let started = desk.workbench.startup().await;
    let frame = desk.workbench.frame().await?;
    let accounts = desk.workbench.known_accounts();
    let connection = match &started.account {
        None => "none",
        Some(_) => match desk.reach(said).await {
            Ok(true) => "online",
            Ok(false) => "elsewhere",
            Err(failure) => away(desk, said, &failure),
        },
    };
    // Asking may have told that the sign-in ended.
    let account = match started.account {
        Some(_) => Some(desk.workbench.account().await?),
        None => None,
    };
    match &account {
        None => said.say(words.get("cli-status-none")),
        Some(account) => {
            let values = [
                ("email", account.operator_email.as_str()),
                ("address", account.address.as_str()),
            ];
            said.say(words.with("cli-status-account", &values));
            said.say(desk.word("cli-status", connection));
            said.say(match &frame.last_sync {
                Some(at) => words.with("cli-status-synced", &[("at", at)]),
                None => words.get("cli-status-never"),
            });
            waits(desk, said, frame.waiting, frame.needs_attention);
        }
    }
    said.give(&Status {
        version: env!("CARGO_PKG_VERSION"),
        data: started.data_dir,
        account: account.map(Account::of),
        accounts: accounts
            .into_iter()
            .map(|known| Known {
                name: known.id,
                address: known.address,
                operator_email: known.operator_email,
            })
            .collect(),
        connection,
        last_sync: frame.last_sync,
        waiting: frame.waiting,
        needs_attention: frame.needs_attention,
    });
    said.ends(Exit::Done);
    Ok(())
}

/// Why the service does not answer; what can be done about it is said aside.
fn away(desk: &Desk, said: &mut Said, failure: &Failure) -> &'static str {
    match failure.code.as_str() {
        codes::SIGNED_OUT => "signed_out",
        codes::OFFLINE => "offline",
        _ => {
            desk.mind(failure, said);
            "offline"
        }
    }
}
