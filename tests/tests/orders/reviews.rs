//! A colleague is asked to look before the point of no return.

use std::path::Path;

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{ANA, LUIS, Running, ZURITA_ORDER};
use turnup_workbench::views::{OrderView, ReviewView, SettingsView};

use crate::support::service;

/// Two colleagues at one service, and the order of the tour, answered by Ana.
struct Colleagues {
    running: Running,
    ana: Operator,
    luis: Operator,
    id: String,
}

async fn colleagues(folder: &Path) -> Colleagues {
    let running = service(folder, 0).await;
    let ana = Operator::at(&folder.join("ana")).await.unwrap();
    let luis = Operator::at(&folder.join("luis")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    luis.join(&running.address(), Who::Luis).await.unwrap();
    let id = ana.id_of(ZURITA_ORDER).await.unwrap();
    ana.answer(&id).await.unwrap();
    Colleagues {
        running,
        ana,
        luis,
        id,
    }
}

impl Colleagues {
    async fn asks(&self) {
        self.ana.workbench.ask_review(&self.id, LUIS).await.unwrap();
    }

    /// What Luis sees once the question is with him.
    async fn asked(&self) -> ReviewView {
        let seen = self
            .luis
            .wait_for(&self.id, "he is asked", |order| is(order, "pending"));
        seen.await.unwrap().review.unwrap()
    }

    async fn says(&self, verdict: &str, note: &str) {
        let review = self.asked().await.id;
        let workbench = &self.luis.workbench;
        let told = workbench.answer_review(&self.id, review.as_deref(), verdict, note);
        told.await.unwrap();
        self.ana
            .wait_for(&self.id, "his verdict is here", |order| is(order, verdict))
            .await
            .unwrap();
    }

    async fn requires_a_review(&self) {
        let settings = SettingsView {
            language: "en".into(),
            appearance: "system".into(),
            density: "compact".into(),
            review_required: true,
            tables: Vec::new(),
            columns: Vec::new(),
        };
        self.ana.workbench.save_settings(settings).await.unwrap();
    }
}

/// Whether the review has come so far, at the service as well.
fn is(order: &OrderView, state: &str) -> bool {
    let review = order.review.as_ref();
    review.is_some_and(|review| review.state == state && !review.queued)
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_review_is_required_nothing_becomes_final_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let desks = colleagues(folder.path()).await;
    let (ana, id) = (&desks.ana, &desks.id);
    assert!(
        !ana.workbench
            .prepare_confirmation(id)
            .await
            .unwrap()
            .review_missing
    );
    desks.requires_a_review().await;
    assert!(
        ana.workbench
            .prepare_confirmation(id)
            .await
            .unwrap()
            .review_missing
    );
    let refused = ana.workbench.confirm(id, ZURITA_ORDER).await.unwrap_err();
    assert_eq!(refused.code, "review_missing");

    desks.asks().await;
    let asked = desks.asked().await;
    assert_eq!(
        (asked.part.as_str(), asked.asked_by.as_str()),
        ("asked_of_me", ANA)
    );
    assert!(asked.readable);
    let shown: Vec<_> = asked
        .rows
        .iter()
        .map(|row| (row.code.as_str(), row.verdict.as_str()))
        .collect();
    assert!(shown.contains(&("customer", "same")), "{shown:?}");
    let chosen = &asked
        .rows
        .iter()
        .find(|row| row.code == "customer")
        .unwrap();
    assert_eq!(chosen.chosen.params["name"], "Zurita y Compañía");
    let refused = ana.workbench.confirm(id, ZURITA_ORDER).await.unwrap_err();
    assert_eq!(refused.code, "review_missing", "nobody has answered yet");

    desks.says("approved", "Same domain.").await;
    let seen = ana.workbench.open_order(id).await.unwrap().review.unwrap();
    assert_eq!(
        (seen.part.as_str(), seen.note.as_str()),
        ("asked_by_me", "Same domain.")
    );
    assert!(seen.current);
    ana.confirm(id).await.unwrap();
    ana.wait_for(id, "it is provisioned", |o| o.status == "provisioned")
        .await
        .unwrap();
    let order = desks.running.order(ZURITA_ORDER).unwrap();
    assert_eq!(desks.running.count_acts(&order.id, "review"), 1);
    assert_eq!(desks.running.count_acts(&order.id, "mapping"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approval_is_of_what_was_proposed_and_of_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let desks = colleagues(folder.path()).await;
    let (ana, id) = (&desks.ana, &desks.id);
    desks.requires_a_review().await;
    desks.asks().await;
    desks.asked().await;
    desks.says("approved", "").await;
    let change =
        |name: &'static str| ana.edit(id, |form| form.meetings.sites[0].name = name.into());
    change("zurita-otra").await.unwrap();
    let order = ana.workbench.open_order(id).await.unwrap();
    assert!(!order.review.unwrap().current);
    let refused = ana.workbench.confirm(id, ZURITA_ORDER).await.unwrap_err();
    assert_eq!(refused.code, "review_missing");
    // What he approved is approved as long as it is what would be sent.
    change("zurita").await.unwrap();
    ana.confirm(id).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_who_declines_says_why_and_binds_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let desks = colleagues(folder.path()).await;
    desks.asks().await;
    desks.asked().await;
    desks.says("declined", "Not this Zurita.").await;
    let order = desks.ana.workbench.open_order(&desks.id).await.unwrap();
    let review = order.review.unwrap();
    assert_eq!(
        (review.state.as_str(), review.note.as_str()),
        ("declined", "Not this Zurita.")
    );
    assert!(order.wizard.editable);
    let again = desks
        .luis
        .workbench
        .answer_review(&desks.id, review.id.as_deref(), "approved", "");
    assert_eq!(again.await.unwrap_err().code, "review_over");
    desks.ana.confirm(&desks.id).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_asked_offline_freezes_nothing_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let desks = colleagues(folder.path()).await;
    let Colleagues {
        running,
        ana,
        id,
        luis,
    } = desks;
    let port = running.port();
    running.stop().await;
    let order = ana.workbench.ask_review(&id, LUIS).await.unwrap();
    let review = order.review.unwrap();
    assert_eq!(
        (review.state.as_str(), review.queued, &review.id),
        ("pending", true, &None)
    );
    assert!(order.wizard.editable, "{:?}", order.wizard.frozen_because);
    ana.edit(&id, |form| form.customer_sets_up = false)
        .await
        .unwrap();
    let order = ana
        .workbench
        .answer_review(&id, None, "withdrawn", "")
        .await
        .unwrap();
    assert_eq!((order.review, order.queue.len()), (None, 0));

    // Asked once more; it goes out when the service is back.
    ana.workbench.ask_review(&id, LUIS).await.unwrap();
    let running = service(folder.path(), port).await;
    ana.sign_in(Who::Ana).await.unwrap();
    luis.sign_in(Who::Luis).await.unwrap();
    let asked = luis
        .wait_for(&id, "he is asked", |order| is(order, "pending"))
        .await
        .unwrap()
        .review
        .unwrap();
    // What was asked meanwhile is another question, and is answered by nobody unseen.
    let unseen = luis
        .workbench
        .answer_review(&id, Some("rev_other"), "approved", "");
    assert_eq!(unseen.await.unwrap_err().code, "review_over");
    ana.workbench
        .answer_review(&id, asked.id.as_deref(), "withdrawn", "")
        .await
        .unwrap();
    luis.wait_for(&id, "he is not asked any more", |order| {
        is(order, "withdrawn")
    })
    .await
    .unwrap();
    let order = running.order(ZURITA_ORDER).unwrap();
    assert_eq!(running.count_acts(&order.id, "review"), 1);
    assert_eq!(running.count_acts(&order.id, "verdict"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_nobody_can_ask_is_told_before_anything_is_queued() {
    let folder = tempfile::tempdir().unwrap();
    let desks = colleagues(folder.path()).await;
    let table = [
        ("", "reviewer_not_an_address"),
        ("luis", "reviewer_not_an_address"),
        ("luis@", "reviewer_not_an_address"),
        ("Ana@andaluza.example ", "reviewer_is_yourself"),
    ];
    for (reviewer, expected) in table {
        let refused = desks.ana.workbench.ask_review(&desks.id, reviewer).await;
        assert_eq!(refused.unwrap_err().code, expected, "{reviewer:?}");
    }
    let early = desks.luis.workbench.ask_review(&desks.id, ANA).await;
    assert_eq!(
        early.unwrap_err().code,
        "not_ready",
        "he has chosen nothing"
    );
    for verdict in ["approved", "withdrawn", "pending", "perhaps"] {
        let told = desks
            .luis
            .workbench
            .answer_review(&desks.id, None, verdict, "");
        assert_eq!(told.await.unwrap_err().code, "review_over", "{verdict}");
    }
    let order = desks.ana.workbench.open_order(&desks.id).await.unwrap();
    assert_eq!((order.queue.len(), order.review), (0, None));
}
