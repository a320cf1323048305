//! Customers as a service's orders name them, at the workbench; and who works on an order.

use std::collections::BTreeMap;
use std::path::Path;

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{Running, ZURITA_ORDER};
use turnup_workbench::views::{
    CustomerNameView, CustomerQueryView, CustomerRow, OrderQuery, OrderRow, ScopeView,
};

use crate::support::service;

async fn ana(folder: &Path) -> (Running, Operator) {
    let running = service(folder, 0).await;
    let ana = Operator::at(&folder.join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    (running, ana)
}

async fn customers(ana: &Operator, text: &str, sort: &str) -> Vec<CustomerRow> {
    let query = CustomerQueryView {
        text: text.to_owned(),
        sort: sort.to_owned(),
        descending: false,
        offset: 0,
        limit: 200,
    };
    let window = ana.workbench.list_customers(query).await.unwrap();
    assert_eq!(window.total as usize, window.rows.len());
    window.rows
}

fn name(company: &str, country: &str) -> CustomerNameView {
    CustomerNameView {
        company: company.to_owned(),
        country: country.to_owned(),
    }
}

async fn orders(ana: &Operator) -> Vec<OrderRow> {
    let query = OrderQuery {
        view: "all".to_owned(),
        text: String::new(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: 200,
        details: false,
    };
    ana.workbench.list_orders(query).await.unwrap().rows
}

/// The customer of the tour's order.
async fn zurita(ana: &Operator) -> (String, CustomerNameView) {
    let id = ana.id_of(ZURITA_ORDER).await.unwrap();
    let order = ana.workbench.open_order(&id).await.unwrap();
    let customer = order.end_customer;
    (id, name(&customer.company, &customer.country))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_order_is_on_the_page_of_exactly_one_customer() {
    let folder = tempfile::tempdir().unwrap();
    let (_running, ana) = ana(folder.path()).await;
    let all = orders(&ana).await;
    let listed = customers(&ana, "", "name").await;
    let counted: u32 = listed.iter().map(|row| row.orders).sum();
    assert_eq!(counted as usize, all.len());

    let mut pages = BTreeMap::new();
    for row in &listed {
        let name = name(&row.company, &row.country);
        let window = ana.workbench.list_customer_orders(name, 0).await.unwrap();
        assert_eq!(window.rows.len(), row.orders as usize, "{row:?}");
        let provisioned = |row: &&OrderRow| row.badge.code.starts_with("provisioned");
        let provisioned = window.rows.iter().filter(provisioned).count();
        assert_eq!(provisioned, row.provisioned as usize, "{row:?}");
        let soonest = window.rows.first().map(|order| order.deadline.clone());
        if row.deadline.urgency != "none" {
            assert_eq!(soonest.as_ref(), Some(&row.deadline), "{row:?}");
        }
        for order in window.rows {
            *pages.entry(order.id).or_insert(0) += 1;
        }
    }
    let ids: BTreeMap<String, i32> = all.into_iter().map(|order| (order.id, 1)).collect();
    assert_eq!(pages, ids);

    // The same customers in another sequence.
    let by_orders = customers(&ana, "", "orders").await;
    assert!(by_orders.is_sorted_by_key(|row| (row.open, row.orders)));
    assert_eq!(by_orders.len(), listed.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_customer_knows_what_its_orders_and_drafts_say() {
    let folder = tempfile::tempdir().unwrap();
    let (_running, ana) = ana(folder.path()).await;
    let (id, name) = zurita(&ana).await;
    let before = ana.workbench.open_customer(name.clone()).await.unwrap();
    assert_eq!(before.domains, ["zurita.example"]);
    assert!(before.organizations.is_empty() && before.sites.is_empty());

    // The finder's answer, the choice and the sites of the draft.
    ana.answer(&id).await.unwrap();
    let drafted = ana.workbench.open_customer(name.clone()).await.unwrap();
    let chosen = &drafted.organizations[0];
    assert_eq!(chosen.chosen[0].number, ZURITA_ORDER);
    assert!(chosen.score.is_some_and(|score| score > 0), "{chosen:?}");
    assert!(chosen.mapped.is_empty());
    let sites: Vec<(&str, &str)> = drafted
        .sites
        .iter()
        .map(|site| (site.service.as_str(), site.state.as_str()))
        .collect();
    assert!(sites.contains(&("meetings", "draft")), "{sites:?}");
    assert!(drafted.sites[0].address.ends_with(".webex.com"));

    // Mapped and provisioned, the same are facts.
    ana.confirm(&id).await.unwrap();
    ana.wait_for(&id, "it is provisioned", |order| {
        order.status.starts_with("provisioned") && order.local_state == "clean"
    })
    .await
    .unwrap();
    let done = ana.workbench.open_customer(name).await.unwrap();
    let mapped = &done.organizations[0];
    assert_eq!((&mapped.id, mapped.mapped.len()), (&chosen.id, 1));
    assert!(mapped.chosen.is_empty());
    let addresses = |view: &turnup_workbench::views::CustomerView| -> Vec<String> {
        view.sites.iter().map(|site| site.address.clone()).collect()
    };
    assert_eq!(addresses(&done), addresses(&drafted));
    assert!(done.sites.iter().all(|site| site.state != "draft"));
    assert_eq!(done.row.provisioned, before.row.provisioned + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn presets_that_a_customers_orders_are_within_are_on_its_page_the_nearest_first() {
    let folder = tempfile::tempdir().unwrap();
    let (_running, ana) = ana(folder.path()).await;
    let (id, name) = zurita(&ana).await;
    ana.answer(&id).await.unwrap();
    for (title, scope, of) in [
        ("Everywhere", "everywhere", ""),
        ("Zurita", "customer", "zurita.example"),
        ("Spain", "country", "ES"),
    ] {
        let scope = ScopeView {
            scope: scope.to_owned(),
            of: of.to_owned(),
        };
        ana.workbench.save_preset(&id, title, scope).await.unwrap();
    }
    let names = async |of: CustomerNameView| -> Vec<String> {
        let view = ana.workbench.open_customer(of).await.unwrap();
        view.presets.into_iter().map(|one| one.name).collect()
    };
    assert_eq!(names(name.clone()).await, ["Zurita", "Spain", "Everywhere"]);
    let listed = customers(&ana, "", "name").await;
    let abroad = listed.iter().find(|row| row.country != "ES").unwrap();
    let abroad = CustomerNameView {
        company: abroad.company.clone(),
        country: abroad.country.clone(),
    };
    assert_eq!(names(abroad).await, ["Everywhere"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_on_a_customer_is_kept_here_alone_and_comes_back_from_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (running, ana) = ana(folder.path()).await;
    let (_, name) = zurita(&ana).await;
    let before = running.requests_seen().len();
    let keep = |note: &'static str| ana.workbench.keep_customer_note(name.clone(), note);
    keep("<b>Fridays</b> only \u{202e}").await.unwrap();
    let writes = running.requests_seen();
    assert!(writes[before..].iter().all(|seen| seen.method == "GET"));
    let made = ana.workbench.back_up().await.unwrap().unwrap();
    keep("").await.unwrap();
    let note = async || {
        let view = ana.workbench.open_customer(name.clone()).await;
        view.unwrap().note
    };
    assert_eq!(note().await, "");
    ana.workbench.preview_restore(&made.name).await.unwrap();
    ana.workbench.restore(&made.name, Vec::new()).await.unwrap();
    assert_eq!(note().await, "<b>Fridays</b> only \u{202e}");

    let long = "x".repeat(300_000);
    let failed = ana.workbench.keep_customer_note(name.clone(), &long).await;
    assert_eq!(failed.unwrap_err().code, "too_long");
    let nobody = CustomerNameView {
        company: "Nobody".into(),
        country: "ES".into(),
    };
    let failed = ana.workbench.keep_customer_note(nobody.clone(), "x").await;
    assert_eq!(failed.unwrap_err().code, "customer_not_found");
    let failed = ana.workbench.open_customer(nobody).await;
    assert_eq!(failed.unwrap_err().code, "customer_not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_put_on_a_colleague_who_then_finds_it_as_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let (running, ana) = ana(folder.path()).await;
    let luis = Operator::at(&folder.path().join("luis")).await.unwrap();
    luis.join(&running.address(), Who::Luis).await.unwrap();
    let (id, _) = zurita(&ana).await;
    let whom = "luis@andaluza.example";

    let asked = ana.workbench.assign(&id, Some(" luis@andaluza.example"));
    let view = asked.await.unwrap();
    assert_eq!(view.assignee.as_deref(), Some(whom));
    ana.wait_for(&id, "the service took it", |order| {
        !order.assignee_queued && order.assignee.as_deref() == Some(whom)
    })
    .await
    .unwrap();
    luis.wait_for(&id, "the colleague hears of it", |order| {
        order.assignee.as_deref() == Some(whom)
    })
    .await
    .unwrap();
    let colleagues = ana.workbench.list_colleagues().await.unwrap();
    let his = colleagues.iter().find(|one| one.email == whom).unwrap();
    assert!(his.open >= 1);

    // As it is already: nothing is asked. Then on nobody again.
    ana.workbench.assign(&id, Some(whom)).await.unwrap();
    ana.workbench.assign(&id, None).await.unwrap();
    ana.wait_for(&id, "it is nobody's", |order| {
        !order.assignee_queued && order.assignee.is_none()
    })
    .await
    .unwrap();
    assert_eq!(running.count_acts(&id.as_str().into(), "assignee"), 2);
    let wrong = ana.workbench.assign(&id, Some("luis")).await;
    assert_eq!(wrong.unwrap_err().code, "assignee_not_an_address");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assignment_waits_offline_freezes_nothing_and_the_last_one_counts() {
    let folder = tempfile::tempdir().unwrap();
    let (running, ana) = ana(folder.path()).await;
    let port = running.port();
    let (id, _) = zurita(&ana).await;
    running.stop().await;
    let assign = |whom: Option<&'static str>| ana.workbench.assign(&id, whom);
    assign(Some("bo@andaluza.example")).await.unwrap();
    let view = assign(Some("luis@andaluza.example")).await.unwrap();
    assert!(view.assignee_queued && view.wizard.editable);
    assert_eq!(view.queue.len(), 1, "the first was never attempted");
    let running = service(folder.path(), port).await;
    ana.workbench.sync_now().await.unwrap();
    ana.wait_for(&id, "it is on the colleague", |order| {
        !order.assignee_queued && order.assignee.as_deref() == Some("luis@andaluza.example")
    })
    .await
    .unwrap();
    assert_eq!(running.count_acts(&id.as_str().into(), "assignee"), 1);
}
