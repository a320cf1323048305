//! `sign-in`: with a code that is typed on another device, as a server has no browser.

use turnup_workbench::{Failure, Outcome, codes};

use crate::{desk::Desk, exit::Exit, said::Said, shapes::Account};

/// Says the code at once, and waits until somebody decided on it.
pub async fn sign_in(desk: &Desk, said: &mut Said, service: Option<&str>) -> Outcome<()> {
    let words = desk.words();
    if let Some(address) = service {
        desk.workbench.connect(address).await?;
    }
    let begun = desk.workbench.begin_device_sign_in().await?;
    let url = begun.complete_url.unwrap_or(begun.url);
    // The one thing that cannot wait until the call is over.
    eprintln!(
        "turnupctl: {}",
        words.with(
            "cli-sign-in-page",
            &[("url", &url), ("code", &begun.user_code)]
        )
    );
    let account = desk.workbench.finish_sign_in().await?;
    if account.tokens != "keyring" {
        said.note(words.get("cli-sign-in-not-kept"));
        return Err(Failure::new(codes::SIGNED_OUT));
    }
    let email = [("email", account.operator_email.as_str())];
    said.say(words.with("cli-signed-in", &email));
    said.give(&Account::of(account));
    said.ends(Exit::Done);
    Ok(())
}
