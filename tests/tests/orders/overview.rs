//! The figures of the overview are those of the lists, with orders as a service has them.

use std::collections::BTreeMap;

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;
use turnup_workbench::views::{OrderQuery, OrderRow, OverviewView};

use crate::support::service;

/// Every order of a view.
async fn rows(ana: &Operator, view: &str) -> Vec<OrderRow> {
    found(ana, view, "").await
}

/// What a search finds in a view.
async fn found(ana: &Operator, view: &str, text: &str) -> Vec<OrderRow> {
    let query = OrderQuery {
        view: view.to_owned(),
        text: text.to_owned(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: 200,
        details: false,
    };
    let window = ana.workbench.list_orders(query).await.unwrap();
    assert_eq!(window.total as usize, window.rows.len());
    window.rows
}

fn counted<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeMap<T, u32> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

const OVER: [&str; 5] = [
    "provisioned",
    "provisioned_with_errors",
    "handed_over",
    "closed",
    "cancelled",
];

/// Holds every figure against the orders one by one.
async fn check(ana: &Operator) -> OverviewView {
    let overview = ana.workbench.read_overview().await.unwrap();
    let all = rows(ana, "all").await;
    assert_eq!(overview.orders as usize, all.len());

    let mut open = Vec::new();
    let mut ends = Vec::new();
    for row in &all {
        let order = ana.workbench.open_order(&row.id).await.unwrap();
        let is_open = !OVER.contains(&order.status.as_str());
        if is_open {
            open.push((order, row));
        } else if order.status.starts_with("provisioned") {
            ends.push(order.status);
        }
    }
    let badges = counted(open.iter().map(|(_, row)| row.badge.code.clone()));
    let told: BTreeMap<_, _> = overview
        .open
        .iter()
        .map(|one| (one.badge.clone(), one.total))
        .collect();
    assert_eq!(told, badges);

    let as_of: jiff::Timestamp = overview.as_of.parse().unwrap();
    let ages = counted(open.iter().map(|(order, row)| {
        let sent: jiff::Timestamp = order.mail_sent_at.as_deref().unwrap().parse().unwrap();
        let days = as_of.duration_since(sent).as_hours().div_euclid(24);
        let begins = overview.ages.iter().rev().map(|age| age.from);
        let from = begins
            .into_iter()
            .find(|from| i64::from(*from) <= days.max(0));
        (row.badge.code.clone(), from.unwrap())
    }));
    let told: BTreeMap<_, _> = overview
        .open
        .iter()
        .flat_map(|one| {
            let by_age = overview.ages.iter().zip(&one.by_age);
            by_age.map(|(age, orders)| ((one.badge.clone(), age.from), *orders))
        })
        .filter(|(_, orders)| *orders > 0)
        .collect();
    assert_eq!(told, ages);

    let overdue = all.iter().filter(|row| row.deadline.urgency == "overdue");
    assert_eq!(overview.closing.overdue as usize, overdue.count());
    let closing: u32 = overview.closing.days.iter().map(|day| day.orders).sum();
    let waits = |row: &&OrderRow| !["overdue", "none"].contains(&row.deadline.urgency.as_str());
    assert_eq!(
        (closing + overview.closing.later) as usize,
        all.iter().filter(waits).count()
    );

    let weeks = &overview.provisioned.weeks;
    let whole: u32 = weeks.iter().map(|week| week.whole).sum();
    let with_errors: u32 = weeks.iter().map(|week| week.with_errors).sum();
    let ends = counted(ends);
    let count = |status: &str| ends.get(status).copied().unwrap_or(0);
    // Some ended before the first of the weeks; of each the service says when.
    assert!(whole <= count("provisioned") && with_errors <= count("provisioned_with_errors"));
    assert_eq!(overview.provisioned.undated, 0);
    let failed: u32 = overview.failed.iter().map(|cause| cause.count).sum();
    let broken = ["failed", "provisioned_with_errors"];
    let broken = counted(
        all.iter()
            .map(|row| broken.contains(&row.badge.code.as_str())),
    );
    assert_eq!(failed, broken.get(&true).copied().unwrap_or(0));
    overview
}

#[tokio::test(flavor = "multi_thread")]
async fn the_figures_are_those_of_the_lists_from_the_first_sync_to_the_provisioned_order() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let before = check(&ana).await;
    assert!(before.open.len() > 2, "{before:?}");

    let id = ana.id_of(ZURITA_ORDER).await.unwrap();
    ana.answer(&id).await.unwrap();
    let drafted = check(&ana).await;
    let draft = drafted.waiting.iter().find(|one| one.badge == "draft");
    let longest = draft.and_then(|draft| draft.longest.as_ref()).unwrap();
    assert_eq!(
        (longest.id.as_str(), longest.number.as_str()),
        (id.as_str(), ZURITA_ORDER)
    );

    ana.confirm(&id).await.unwrap();
    ana.wait_for(&id, "it is provisioned", |order| {
        order.status == "provisioned"
    })
    .await
    .unwrap();
    let after = check(&ana).await;
    let this_week = |view: &OverviewView| view.provisioned.weeks.last().map(|week| week.whole);
    assert_eq!(
        this_week(&after),
        this_week(&before).map(|orders| orders + 1)
    );
    ana.workbench.close().await;
}

/// Where the bars lead (`features/overview/links.ts`), each list holds as many as its bar says.
async fn check_links(ana: &Operator, overview: &OverviewView) {
    let mut bars = vec![("due:overdue".to_owned(), overview.closing.overdue)];
    for one in &overview.open {
        bars.push((format!("is:open state:{}", one.badge), one.total));
        for (age, orders) in overview.ages.iter().zip(&one.by_age) {
            let ends = age.to.map(|to| format!(" age:<{to}d")).unwrap_or_default();
            let text = format!("is:open state:{} age:>={}d{ends}", one.badge, age.from);
            bars.push((text, *orders));
        }
    }
    for day in &overview.closing.days {
        bars.push((format!("due:{}", day.on), day.orders));
    }
    assert!(bars.iter().filter(|(_, orders)| *orders > 0).count() > 5);
    for (text, orders) in bars {
        assert_eq!(
            found(ana, "all", &text).await.len(),
            orders as usize,
            "{text}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bar_leads_to_as_many_orders_as_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 60).await;
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let overview = ana.workbench.read_overview().await.unwrap();
    check_links(&ana, &overview).await;
    ana.workbench.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_order_there_is_nothing_to_count_and_without_an_account_nobody_counts() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = Operator::at(&folder.path().join("nobody")).await.unwrap();
    let refused = nobody.workbench.read_overview().await;
    assert_eq!(refused.unwrap_err().code, "no_account");

    let running = service(folder.path(), 0).await;
    nobody.workbench.connect(&running.address()).await.unwrap();
    let empty = nobody.workbench.read_overview().await.unwrap();
    assert_eq!((empty.orders, empty.closing.overdue), (0, 0));
    assert_eq!(empty.closing.days.len(), 28);
    assert_eq!(empty.provisioned.weeks.len(), 12);
    nobody.workbench.close().await;
}
