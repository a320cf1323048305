//! Saved views at the workbench: kept with their counts, exchanged as a file.

use std::fs;

use acceptance::operator::{Operator, Who};
use turnup_workbench::views::{OrderQuery, SavedQuery, SavedView};

use crate::support::service;

fn asking(text: &str) -> SavedQuery {
    SavedQuery {
        view: "all".into(),
        text: text.into(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "customer".into(),
        descending: true,
        grouping: "customer".into(),
    }
}

fn told(views: &[SavedView]) -> Vec<(&str, u32)> {
    let told = views.iter().map(|view| (view.name.as_str(), view.orders));
    told.collect()
}

/// How many rows the list itself has for the question.
async fn listed(operator: &Operator, query: &SavedQuery) -> u32 {
    let query = query.clone();
    let window = operator.workbench.list_orders(OrderQuery {
        view: query.view,
        text: query.text,
        states: query.states,
        services: query.services,
        sort: query.sort,
        descending: query.descending,
        offset: 0,
        limit: 200,
        details: false,
    });
    let window = window.await.unwrap();
    window.exact.unwrap()
}

#[tokio::test]
async fn a_saved_view_says_how_many_it_lists_and_goes_to_a_colleague_as_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 40).await;
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let (late, spain) = (asking("due:<3d"), asking("country:ES -state:closed"));
    ana.workbench
        .save_view(None, "Late", late.clone())
        .await
        .unwrap();
    let views = ana
        .workbench
        .save_view(None, "Spain", spain.clone())
        .await
        .unwrap();
    let counts = (listed(&ana, &late).await, listed(&ana, &spain).await);
    assert!(counts.1 > 0, "the samples have Spanish customers");
    assert_eq!(told(&views), [("Late", counts.0), ("Spain", counts.1)]);
    // Renamed in its place, deleted and brought back.
    let id = views[0].id.clone();
    let views = ana
        .workbench
        .save_view(Some(id.clone()), "Hurry", late)
        .await
        .unwrap();
    assert_eq!(told(&views), [("Hurry", counts.0), ("Spain", counts.1)]);
    let document = ana.workbench.delete_view(&id).await.unwrap().unwrap();
    assert_eq!(
        told(&ana.workbench.list_saved_views().await.unwrap()),
        [("Spain", counts.1)]
    );
    assert_eq!(ana.workbench.delete_view(&id).await.unwrap(), None);
    ana.workbench.put_view(&document).await.unwrap();
    // To a colleague, whose own view of that name gives way.
    let file = folder.path().join("views.json");
    assert_eq!(ana.workbench.export_views(&file).await.unwrap(), 2);
    let bo = Operator::at(&folder.path().join("bo")).await.unwrap();
    bo.join(&running.address(), Who::Ana).await.unwrap();
    bo.workbench
        .save_view(None, "Spain", asking("es"))
        .await
        .unwrap();
    assert_eq!(bo.workbench.import_views(&file).await.unwrap(), 2);
    let views = bo.workbench.list_saved_views().await.unwrap();
    let queries: Vec<_> = views
        .iter()
        .map(|view| (view.name.as_str(), &view.query))
        .collect();
    assert_eq!(queries, [("Spain", &spain), ("Hurry", &asking("due:<3d"))]);
    // What is no file of views changes nothing.
    for text in [
        "",
        "{}",
        "{\"format\":\"turnup-presets-1\",\"views\":[]}",
        "[1]",
    ] {
        fs::write(&file, text).unwrap();
        let refused = bo.workbench.import_views(&file).await.unwrap_err();
        assert_eq!(refused.code, "views_unreadable", "{text}");
    }
    assert_eq!(bo.workbench.list_saved_views().await.unwrap().len(), 2);
    running.stop().await;
}
