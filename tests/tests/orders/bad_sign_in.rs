//! Sign-ins that come to nothing: each says why, nothing is lost, and the next one works.

use acceptance::browser::{Decision, Page, visit};
use acceptance::operator::{Operator, Who};
use turnup_reference_service::{Fault, FaultKind, Running, ZURITA_ORDER};
use turnup_workbench::{Failure, Workbench};

use crate::support::service;

const TOKEN: &str = "/oauth/token";

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_comes_to_nothing_says_why_and_the_next_one_works() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();
    let form = operator
        .workbench
        .open_order(&id)
        .await
        .unwrap()
        .wizard
        .form;
    operator.workbench.sign_out(false).await.unwrap();

    for (wrong, code, reason, redeemed) in [
        (Wrong::Denied, "sign_in_aborted", None, 0),
        (Wrong::GivenUp, "sign_in_aborted", None, 0),
        (Wrong::State, "sign_in_state_mismatch", None, 0),
        (Wrong::NoState, "sign_in_state_mismatch", None, 0),
        (Wrong::Invented, "sign_in_refused", Some("invalid_grant"), 1),
        // Once by somebody else and once by Turnup.
        (Wrong::Spent, "sign_in_refused", Some("invalid_grant"), 2),
        (
            Wrong::Service(FaultKind::Html),
            "not_this_protocol",
            None,
            1,
        ),
        (
            Wrong::Service(FaultKind::Status),
            "service_refused",
            None,
            1,
        ),
        (
            Wrong::Service(FaultKind::ResetBeforeCommit),
            "offline",
            None,
            1,
        ),
    ] {
        let before = redeemings(&running);
        let failure = sign_in(&operator.workbench, &running, wrong)
            .await
            .unwrap_err();
        assert_eq!(failure.code, code, "{wrong:?}");
        let said = failure.params.get("reason").map(String::as_str);
        assert_eq!(said, reason, "{wrong:?}");
        assert_eq!(redeemings(&running) - before, redeemed, "{wrong:?}");

        let account = operator.workbench.account().await.unwrap();
        assert!(!account.signed_in, "{wrong:?}");
        let order = operator.workbench.open_order(&id).await.unwrap();
        assert_eq!(order.wizard.form, form, "{wrong:?}");
    }

    operator.sign_in(Who::Ana).await.unwrap();
    assert!(operator.workbench.account().await.unwrap().signed_in);
    let order = operator.workbench.open_order(&id).await.unwrap();
    assert_eq!(order.wizard.form, form);
}

/// What goes wrong between the browser and the program.
#[derive(Debug, Clone, Copy)]
enum Wrong {
    /// The operator says no on the page.
    Denied,
    /// The operator gives up in the window.
    GivenUp,
    /// Somebody else's answer comes.
    State,
    /// An answer that belongs to nothing comes.
    NoState,
    /// A code that the service never gave.
    Invented,
    /// The code was redeemed before, by whoever saw it on its way.
    Spent,
    /// The service misbehaves when the code is redeemed.
    Service(FaultKind),
}

async fn sign_in(workbench: &Workbench, running: &Running, wrong: Wrong) -> Result<(), Failure> {
    let page = Page::open(&workbench.begin_sign_in().await?.url)
        .await
        .unwrap();
    let browser = async {
        match wrong {
            Wrong::Denied => page.decide(Who::Ana, Decision::Deny).await,
            Wrong::GivenUp => {
                workbench.cancel_sign_in();
                Ok(())
            }
            Wrong::State => {
                let back = page.way_back(Who::Ana, Decision::Allow).await.unwrap();
                visit(&back.replace("state=", "state=another")).await
            }
            Wrong::NoState => visit(&format!("{}?code=found", page.redirect())).await,
            Wrong::Invented => {
                let back = page.way_back(Who::Ana, Decision::Allow).await.unwrap();
                visit(&back.replace("code=", "code=invented")).await
            }
            Wrong::Spent => {
                let back = page.way_back(Who::Ana, Decision::Allow).await.unwrap();
                redeem(running, &page, &back).await;
                visit(&back).await
            }
            Wrong::Service(kind) => {
                running.inject(Fault::new(kind).under(TOKEN).with(503));
                page.decide(Who::Ana, Decision::Allow).await
            }
        }
    };
    let (finished, browsed) = tokio::join!(workbench.finish_sign_in(), browser);
    browsed.unwrap();
    finished.map(|_| ())
}

/// Redeems a code as somebody would who saw it but does not know its verifier.
async fn redeem(running: &Running, page: &Page, back: &str) {
    let code = back
        .split(['?', '&'])
        .find_map(|pair| pair.strip_prefix("code="))
        .unwrap();
    let answer = reqwest::Client::new()
        .post(format!("{}{TOKEN}", running.address()))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!(
            "grant_type=authorization_code&client_id=turnup-desktop&code={code}\
             &code_verifier=guessed&redirect_uri={}",
            page.redirect()
        ))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 400);
    assert!(answer.text().await.unwrap().contains("invalid_grant"));
}

fn redeemings(running: &Running) -> usize {
    running
        .requests_seen()
        .iter()
        .filter(|seen| seen.path == TOKEN)
        .count()
}
