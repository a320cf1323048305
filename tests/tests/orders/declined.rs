//! A customer does not agree.

use acceptance::operator::{Operator, Who};
use turnup_workbench::views::{Choose, OrderQuery};

use crate::support::service;

/// The reference service's customers decline the orders whose number ends so.
const DECLINED: char = '7';

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_brings_the_order_back_to_its_candidates_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let query = OrderQuery {
        view: "all".to_owned(),
        text: String::new(),
        states: vec!["awaiting_details".to_owned()],
        services: vec!["meetings".to_owned()],
        sort: "number".to_owned(),
        descending: false,
        offset: 0,
        limit: 200,
        details: false,
    };
    let rows = ana.workbench.list_orders(query).await.unwrap().rows;
    let declined = rows.iter().find(|row| row.number.ends_with(DECLINED));
    let id = declined.map(|row| row.id.clone()).unwrap();

    ana.edit(&id, |form| {
        form.completed_by = Some("for_customer".to_owned())
    })
    .await
    .unwrap();
    for (role, domain, organization) in [
        ("partner", "andaluza.example", "org_andaluza"),
        ("customer", "zurita.example", "org_zurita"),
    ] {
        let workbench = &ana.workbench;
        workbench
            .search_organizations(&id, role, domain, None)
            .await
            .unwrap();
        let choose = Choose::Existing {
            organization_id: organization.to_owned(),
        };
        workbench
            .choose_organization(&id, role, choose)
            .await
            .unwrap();
    }
    ana.edit(&id, |form| {
        for service in ["meetings", "calling", "contact_center"] {
            form.when.insert(service.to_owned(), "later".to_owned());
        }
    })
    .await
    .unwrap();
    let asked = ana.confirm(&id).await.unwrap();
    assert_eq!(asked.declined, None);

    let order = ana
        .wait_for(&id, "the customer declined", |order| {
            order.declined.is_some()
        })
        .await
        .unwrap();
    let refusal = order.declined.unwrap();
    assert_eq!(
        (
            refusal.customer.as_str(),
            refusal.organization_id.as_str(),
            refusal.reason.as_str()
        ),
        ("Zurita y Compañía", "org_zurita", "declined_by_customer"),
    );
    assert_eq!(
        (order.status.as_str(), order.mapping),
        ("awaiting_details", None)
    );

    // The set-up rested on it: somebody decides, and what was answered is a draft again.
    let order = ana
        .wait_for(&id, "the set-up waits for somebody", |order| {
            order.local_state == "needs_attention"
        })
        .await
        .unwrap();
    let [parked] = order.queue.as_slice() else {
        panic!("{:?}", order.queue)
    };
    assert_eq!(
        (parked.kind.as_str(), parked.can_take_back),
        ("setup", true)
    );
    let order = ana.workbench.take_back(&parked.id).await.unwrap();
    assert!(order.wizard.editable, "{:?}", order.wizard.frozen_because);
    assert_eq!(order.wizard.form.when["meetings"], "later");
    assert_eq!(order.declined, Some(refusal));

    // The candidate that declined says so, wherever it is found again.
    let search = ana
        .workbench
        .search_organizations(&id, "customer", "zurita.example", None);
    let found = search.await.unwrap();
    let zurita = found
        .candidates
        .iter()
        .find(|one| one.organization_id == "org_zurita");
    let flag = &zurita.unwrap().flags[0];
    assert_eq!(
        (flag.severity.as_str(), flag.sentence.code.as_str()),
        ("amber", "declined_before")
    );
    let others = found
        .candidates
        .iter()
        .filter(|one| one.organization_id != "org_zurita");
    for other in others {
        let told = other
            .flags
            .iter()
            .any(|flag| flag.sentence.code == "declined_before");
        assert!(!told, "{}", other.name);
    }

    // Asked once more, the refusal is history.
    let asked = ana.confirm(&id).await.unwrap();
    assert_eq!(asked.local_state, "queued");
    ana.wait_for(&id, "the customer is asked again", |order| {
        order.status == "awaiting_approval" && order.declined.is_none()
    })
    .await
    .unwrap();
}
