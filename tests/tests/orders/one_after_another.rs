//! Two desktops, one order.

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{ANA, ZURITA_ORDER};
use turnup_workbench::views::{ChoiceView, Choose};

use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn the_second_desktop_learns_of_the_firsts_mapping_instead_of_overwriting_it() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let (address, port) = (running.address(), running.port());
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&address, Who::Ana).await.unwrap();

    // Luis drafts another customer for the same order and goes home.
    let luis_data = folder.path().join("luis");
    let luis = Operator::at(&luis_data).await.unwrap();
    luis.join(&address, Who::Luis).await.unwrap();
    let id = luis.id_of(ZURITA_ORDER).await.unwrap();
    luis.answer(&id).await.unwrap();
    luis.workbench
        .find_organizations(&id, "customer")
        .await
        .unwrap();
    let other = Choose::Create {
        name: "Zurita Nueva".to_owned(),
        vertical: luis.workbench.choices().await.unwrap().verticals[0].clone(),
        country: "ES".to_owned(),
        admin_email: "nueva@zurita.example".to_owned(),
        create_anyway: true,
    };
    luis.workbench
        .choose_organization(&id, "customer", other)
        .await
        .unwrap();
    luis.workbench.close().await;
    drop(luis);

    // Ana completes the order.
    ana.answer(&id).await.unwrap();
    ana.confirm(&id).await.unwrap();
    ana.wait_for(&id, "it is provisioned", |o| o.status == "provisioned")
        .await
        .unwrap();
    running.stop().await;

    // Luis confirms on the train, on what he knew.
    let luis = Operator::at(&luis_data).await.unwrap();
    let queued = luis.confirm(&id).await.unwrap();
    assert_eq!(queued.local_state, "queued");
    let running = service(folder.path(), port).await;
    luis.sign_in(Who::Luis).await.unwrap();

    let order = luis
        .wait_for(&id, "he is told", |order| {
            order.local_state == "needs_attention"
        })
        .await
        .unwrap();
    let mapping = order.mapping.unwrap();
    assert_eq!(
        (mapping.by.as_str(), mapping.customer.as_str()),
        (ANA, "Zurita y Compañía")
    );
    let problem = order.queue[0].problem.as_ref().unwrap();
    assert!(
        ["revision_conflict", "after_point_of_no_return"].contains(&problem.code.as_str()),
        "{problem:?}"
    );

    // Both words stand side by side; the mapping is final, so only hers can stand.
    let conflict = order.conflict.unwrap();
    assert_eq!(conflict.kind, "mapping");
    assert_eq!(conflict.by.as_deref(), Some(ANA));
    let clash = conflict.clashes.iter().find(|c| c.about == "/customer");
    let clash = clash.unwrap();
    assert_eq!(clash.mine, "Zurita Nueva");
    assert_eq!(clash.theirs.as_deref(), Some("Zurita y Compañía"));
    assert!(!clash.can_keep);
    let keep = vec!["/customer".to_owned()];
    let settled = luis.workbench.settle_conflict(&id, keep).await.unwrap();
    assert_eq!((settled.queue.len(), settled.conflict), (0, None));
    assert_eq!(settled.wizard.customer, ChoiceView::Undecided);

    let order = running.order(ZURITA_ORDER).unwrap();
    assert_eq!(running.count_acts(&order.id, "mapping"), 1);
    assert_eq!(running.count_acts(&order.id, "setup"), 1);
}
