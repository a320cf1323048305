//! Presets at the workbench: kept, offered, exchanged as a file.

use std::fs;
use std::path::Path;

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{CREATE_ORDER, ZURITA_ORDER};
use turnup_workbench::views::{ChosenOrders, ManyAct, PresetsView, ScopeView};

use crate::support::service;

async fn operator(folder: &Path, data: &str) -> Operator {
    let running = service(folder, 0).await;
    let operator = Operator::at(&folder.join(data)).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    running.stop().await;
    operator
}

async fn presets(operator: &Operator, number: &str) -> PresetsView {
    let id = operator.id_of(number).await.unwrap();
    operator.workbench.list_presets(&id).await.unwrap()
}

fn names(view: &PresetsView) -> Vec<&str> {
    let presets = view.offers.iter().map(|offer| offer.preset.as_ref());
    presets
        .map(|preset| preset.map_or("all", |preset| preset.name.as_str()))
        .collect()
}

fn everywhere() -> ScopeView {
    ScopeView {
        scope: "everywhere".into(),
        of: String::new(),
    }
}

/// The answers of the first order as presets for every order and for its country.
async fn save_two(operator: &Operator) {
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let zone = |zone: &'static str| {
        operator.edit(&id, move |form| {
            form.meetings.sites[0].time_zone = zone.to_owned();
            form.meetings.sites[0].early_release = Some(true);
        })
    };
    let save = |name: &'static str, scope| operator.workbench.save_preset(&id, name, scope);
    zone("Atlantic/Canary").await.unwrap();
    save("Islands", everywhere()).await.unwrap();
    zone("Africa/Ceuta").await.unwrap();
    let scopes = presets(operator, ZURITA_ORDER).await.scopes;
    assert_eq!(scopes[1].of, "ES");
    save("Spain", scopes[1].clone()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_saved_from_one_order_is_offered_for_another_and_the_nearer_wins() {
    let folder = tempfile::tempdir().unwrap();
    let operator = operator(folder.path(), "ana").await;
    save_two(&operator).await;
    let view = presets(&operator, CREATE_ORDER).await;
    assert_eq!(names(&view), ["all", "Spain", "Islands"]);
    let [all, _, islands] = &view.offers[..] else {
        panic!("{view:?}")
    };
    assert_eq!(all.form.meetings.sites[0].time_zone, "Africa/Ceuta");
    assert_eq!(islands.form.meetings.sites[0].time_zone, "Atlantic/Canary");
    let zone = all
        .changes
        .iter()
        .find(|change| change.pointer == "/meetings/sites/0/time_zone");
    assert_eq!(zone.unwrap().before, "Europe/Madrid");
    assert_eq!(all.form.completed_by, None);

    // Saved again under the name, it is replaced.
    save_two(&operator).await;
    assert_eq!(presets(&operator, CREATE_ORDER).await.offers.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_preset_comes_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let operator = operator(folder.path(), "ana").await;
    save_two(&operator).await;
    let before = presets(&operator, CREATE_ORDER).await;
    let spain = before.offers[1].preset.clone().unwrap();
    let document = operator.workbench.delete_preset(&spain.id).await.unwrap();
    assert_eq!(names(&presets(&operator, CREATE_ORDER).await), ["Islands"]);
    operator
        .workbench
        .put_preset(&document.unwrap())
        .await
        .unwrap();
    assert_eq!(presets(&operator, CREATE_ORDER).await, before);
    assert_eq!(
        operator.workbench.delete_preset("gone").await.unwrap(),
        None
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn presets_go_to_a_colleague_as_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let ana = operator(folder.path(), "ana").await;
    save_two(&ana).await;
    let file = folder.path().join("presets.json");
    assert_eq!(ana.workbench.export_presets(&file).await.unwrap(), 2);

    let other = operator(folder.path(), "other").await;
    assert_eq!(names(&presets(&other, CREATE_ORDER).await), [""; 0]);
    for _ in 0..2 {
        assert_eq!(other.workbench.import_presets(&file).await.unwrap(), 2);
    }
    assert_eq!(
        names(&presets(&other, CREATE_ORDER).await),
        ["all", "Spain", "Islands"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_or_a_name_that_is_none_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let operator = operator(folder.path(), "ana").await;
    save_two(&operator).await;
    let before = presets(&operator, CREATE_ORDER).await;
    let nameless = r#"{"format":"turnup-presets-1","presets":[
        {"id":"1","name":" ","scope":{"scope":"everywhere"},"answers":{"calling":{}}}]}"#;
    for (content, code) in [
        ("", "preset_unreadable"),
        ("[]", "preset_unreadable"),
        (r#"{"format":"other","presets":[]}"#, "preset_unreadable"),
        (nameless, "preset_name"),
    ] {
        let file = folder.path().join("bad.json");
        fs::write(&file, content).unwrap();
        let failure = operator.workbench.import_presets(&file).await.unwrap_err();
        assert_eq!(failure.code, code, "{content}");
    }
    let missing = folder.path().join("missing.json");
    let failure = operator.workbench.import_presets(&missing).await;
    assert_eq!(failure.unwrap_err().code, "file_unreadable");
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    for name in ["", "  ", "a\u{0}b", &"x".repeat(61)] {
        let saved = operator.workbench.save_preset(&id, name, everywhere());
        assert_eq!(saved.await.unwrap_err().code, "preset_name", "{name:?}");
    }
    assert_eq!(presets(&operator, CREATE_ORDER).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_preset_answers_many_orders_and_tells_what_stood_there() {
    let folder = tempfile::tempdir().unwrap();
    let operator = operator(folder.path(), "ana").await;
    save_two(&operator).await;
    let workbench = &operator.workbench;
    let spain = presets(&operator, CREATE_ORDER).await.offers[1]
        .preset
        .clone()
        .unwrap();
    let begun = operator.id_of(CREATE_ORDER).await.unwrap();
    operator
        .edit(&begun, |form| {
            form.meetings.sites[0].name = "my-own".to_owned()
        })
        .await
        .unwrap();

    let targets = workbench.preset_targets(&spain.id).await.unwrap();
    assert!(targets.orders.len() > 2, "{}", targets.orders.len());
    for target in &targets.orders {
        let order = workbench.open_order(&target.id).await.unwrap();
        assert_eq!(order.end_customer.country, "ES", "{}", target.number);
        assert!(!target.changes.is_empty());
    }
    // The order it was saved from has these answers already.
    let numbers: Vec<_> = targets
        .orders
        .iter()
        .map(|one| one.number.as_str())
        .collect();
    assert!(!numbers.contains(&ZURITA_ORDER));

    let ids: Vec<String> = targets.orders.iter().map(|one| one.id.clone()).collect();
    let asked = [ids.clone(), vec!["ord_gone".to_owned()]].concat();
    let act = ManyAct::Preset {
        preset: spain.id.clone(),
    };
    let given = workbench
        .run_many(ChosenOrders::Some { ids: asked }, act)
        .await
        .unwrap();
    let refused = given.orders.last().unwrap().failure.as_ref().unwrap();
    assert_eq!(refused.code, "order_not_found");
    let zones = async |id: &str| {
        let form = workbench.open_order(id).await.unwrap().wizard.form;
        let sites = form.meetings.sites.into_iter();
        sites.map(|site| site.time_zone).collect::<Vec<_>>()
    };
    for one in &given.orders[..ids.len()] {
        assert_eq!((one.outcome.as_str(), &one.failure), ("done", &None));
        let zones = zones(&one.id).await;
        assert!(zones.iter().all(|zone| zone == "Africa/Ceuta"), "{zones:?}");
    }
    assert_eq!(
        workbench.preset_targets(&spain.id).await.unwrap().orders,
        []
    );

    // Undone, each has what was answered before, or nothing.
    workbench.undo_many(given.undo.unwrap()).await.unwrap();
    for id in &ids {
        let wizard = workbench.open_order(id).await.unwrap().wizard;
        assert_eq!(wizard.saved_at.is_some(), *id == begun);
        if *id == begun {
            assert_eq!(wizard.form.meetings.sites[0].name, "my-own");
        }
    }
    assert_eq!(
        workbench.preset_targets(&spain.id).await.unwrap().orders,
        targets.orders
    );
}
