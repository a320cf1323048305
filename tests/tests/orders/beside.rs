//! Two windows of one program on one order: what each saves is kept.

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;
use turnup_workbench::{Event, views::DraftForm};

use crate::support::service;

/// Somebody who looks at an order, and its answers as both windows show them.
async fn looking(folder: &std::path::Path) -> (Operator, String, DraftForm) {
    let running = service(folder, 0).await;
    let operator = Operator::at(&folder.join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    running.stop().await;
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let shown = operator.workbench.open_order(&id).await.unwrap();
    (operator, id, shown.wizard.form)
}

fn with(before: &DraftForm, change: impl FnOnce(&mut DraftForm)) -> DraftForm {
    let mut form = before.clone();
    change(&mut form);
    form
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_to_different_fields_from_two_windows_are_all_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (operator, id, before) = looking(folder.path()).await;
    let workbench = &operator.workbench;
    let here = with(&before, |form| {
        "Calle 1".clone_into(&mut form.calling.address.street1);
    });
    let there = with(&before, |form| {
        form.when.insert("calling".to_owned(), "later".to_owned());
    });
    workbench
        .save_draft(&id, here, Some(before.clone()))
        .await
        .unwrap();
    // The other window has not heard of it.
    let saved = workbench
        .save_draft(&id, there, Some(before))
        .await
        .unwrap();
    let kept = workbench.open_order(&id).await.unwrap().wizard.form;
    assert_eq!(kept.calling.address.street1, "Calle 1");
    assert_eq!(kept.when["calling"], "later");
    assert_eq!(saved.form, kept, "who saved last is told what is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_answers_to_one_field_the_later_stands() {
    let folder = tempfile::tempdir().unwrap();
    let (operator, id, before) = looking(folder.path()).await;
    let workbench = &operator.workbench;
    for name in ["first", "second"] {
        let form = with(&before, |form| name.clone_into(&mut form.calling.sip_name));
        let saved = workbench
            .save_draft(&id, form, Some(before.clone()))
            .await
            .unwrap();
        assert_eq!(saved.form.calling.sip_name, name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_is_typed_is_told_to_the_other_window() {
    let folder = tempfile::tempdir().unwrap();
    let (operator, id, _) = looking(folder.path()).await;
    let mut events = operator.workbench.events();
    let typed = Some("Call first".to_owned());
    operator.workbench.keep_note(&id, typed).await.unwrap();
    loop {
        if let Event::OrdersChanged { ids, .. } = events.recv().await.unwrap()
            && ids.contains(&id)
        {
            break;
        }
    }
}
