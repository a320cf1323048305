//! One act for many orders, at the workbench with a real service.

use std::collections::BTreeMap;
use std::path::Path;

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{CREATE_ORDER, Running, ZURITA_ORDER};
use turnup_workbench::views::{
    ChosenOrders, ManyAct, ManyDone, ManyOutcome, ManyPlanned, OrderQuery, OrderView,
};
use turnup_workbench::{Event, codes};

use crate::support::service;

fn inbox(text: &str) -> OrderQuery {
    OrderQuery {
        view: "inbox".to_owned(),
        text: text.to_owned(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: 0,
        details: false,
    }
}

fn some(ids: &[&str]) -> ChosenOrders {
    ChosenOrders::Some {
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
    }
}

fn all(text: &str, except: &[&str]) -> ChosenOrders {
    ChosenOrders::All {
        query: inbox(text),
        except: except.iter().map(|id| (*id).to_owned()).collect(),
    }
}

fn zone(zone: &str) -> ManyAct {
    ManyAct::Answer {
        question: "meetings_time_zone".to_owned(),
        value: zone.to_owned(),
    }
}

async fn at(folder: &Path, running: &Running) -> Operator {
    let operator = Operator::at(&folder.join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    operator
}

/// An operator with a service's orders; the service is gone.
async fn offline(folder: &Path) -> Operator {
    let running = service(folder, 0).await;
    let operator = at(folder, &running).await;
    running.stop().await;
    operator
}

async fn order(operator: &Operator, id: &str) -> OrderView {
    operator.workbench.open_order(id).await.unwrap()
}

async fn run(operator: &Operator, chosen: ChosenOrders, act: ManyAct) -> ManyDone {
    operator.workbench.run_many(chosen, act).await.unwrap()
}

fn outcome<'a>(done: &'a ManyDone, id: &str) -> &'a ManyOutcome {
    done.orders.iter().find(|one| one.id == id).unwrap()
}

fn refusal(planned: &ManyPlanned) -> &str {
    planned.failure.as_ref().map_or("", |one| one.code.as_str())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_answer_goes_to_everything_that_a_list_shows_but_what_was_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let workbench = &operator.workbench;
    let left_out = operator.id_of(ZURITA_ORDER).await.unwrap();
    let chosen = || all("service:meetings", &[&left_out]);

    let plan = workbench
        .plan_many(chosen(), zone("Pacific/Chatham"))
        .await
        .unwrap();
    let query = OrderQuery {
        limit: 200,
        ..inbox("service:meetings")
    };
    let listed = workbench.list_orders(query).await.unwrap();
    assert_eq!(plan.orders.len() + 1, listed.rows.len());
    assert!(plan.orders.iter().all(|one| one.id != left_out));
    let ready: Vec<&ManyPlanned> = plan
        .orders
        .iter()
        .filter(|one| one.outcome == "ready")
        .collect();
    assert!(ready.len() > 3, "{plan:?}");
    for planned in &ready {
        let zone = planned
            .changes
            .iter()
            .find(|change| change.pointer == "/meetings/sites/0/time_zone");
        assert_eq!(zone.unwrap().after, "Pacific/Chatham", "{planned:?}");
        // Looking changes nothing.
        assert_eq!(order(&operator, &planned.id).await.wizard.saved_at, None);
    }

    let mut events = workbench.events();
    let done = run(&operator, chosen(), zone("Pacific/Chatham")).await;
    assert_eq!((done.cancelled, done.left), (false, 0));
    for (planned, one) in plan.orders.iter().zip(&done.orders) {
        let expected = match planned.outcome.as_str() {
            "ready" => "done",
            "refused" => "failed",
            other => other,
        };
        assert_eq!((&planned.id, expected), (&one.id, one.outcome.as_str()));
        assert_eq!(planned.failure, one.failure);
    }
    for planned in &ready {
        let form = order(&operator, &planned.id).await.wizard.form;
        assert_eq!(form.meetings.sites[0].time_zone, "Pacific/Chatham");
    }
    let untouched = order(&operator, &left_out).await;
    assert_eq!(untouched.wizard.saved_at, None);
    let mut told = Vec::new();
    let mut progress = Vec::new();
    while let Ok(event) = events.try_recv() {
        match event {
            Event::OrdersChanged { ids, .. } => told.extend(ids),
            Event::ExportMoved(now) => progress.push(now.map(|now| now.kind)),
            _ => {}
        }
    }
    told.sort();
    told.dedup();
    let mut changed: Vec<String> = ready.iter().map(|one| one.id.clone()).collect();
    changed.sort();
    assert_eq!(told, changed);
    assert_eq!(progress.first().unwrap().as_deref(), Some("many"));
    assert_eq!(progress.last().unwrap(), &None);

    // Undone it is as if nothing had been, but where somebody went on.
    let (first, rest) = ready.split_first().unwrap();
    operator
        .edit(&first.id, |form| {
            form.meetings.sites[0].name = "went-on".to_owned()
        })
        .await
        .unwrap();
    let undo = done.undo.unwrap();
    let undone = workbench.undo_many(undo).await.unwrap();
    let kept = outcome(&undone, &first.id);
    assert_eq!(kept.failure.as_ref().unwrap().code, codes::CHANGED_SINCE);
    let form = order(&operator, &first.id).await.wizard.form;
    assert_eq!(form.meetings.sites[0].name, "went-on");
    for planned in rest {
        assert_eq!(outcome(&undone, &planned.id).outcome, "done");
        assert_eq!(order(&operator, &planned.id).await.wizard.saved_at, None);
    }
    let twice = workbench.undo_many(undo).await.unwrap_err();
    assert_eq!(twice.code, codes::NOTHING_TO_UNDO);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_becomes_final_in_bulk_without_the_typed_number_of_that_very_order() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let zurita = operator.id_of(ZURITA_ORDER).await.unwrap();
    let other = operator.id_of(CREATE_ORDER).await.unwrap();
    operator.answer(&zurita).await.unwrap();
    let both = || some(&[&zurita, &other]);
    let submit = |typed: &[(&str, &str)]| ManyAct::Submit {
        typed: typed
            .iter()
            .map(|(id, typed)| ((*id).to_owned(), (*typed).to_owned()))
            .collect::<BTreeMap<_, _>>(),
    };

    let plan = operator
        .workbench
        .plan_many(both(), submit(&[]))
        .await
        .unwrap();
    assert_eq!(plan.orders[0].outcome, "confirm");
    assert_eq!(refusal(&plan.orders[1]), codes::NOT_READY);

    for typed in [
        submit(&[]),
        submit(&[(&zurita, "")]),
        submit(&[(&zurita, CREATE_ORDER)]),
        submit(&[(&other, ZURITA_ORDER)]),
    ] {
        let done = run(&operator, some(&[&zurita]), typed).await;
        let failure = done.orders[0].failure.as_ref().unwrap();
        assert_eq!(failure.code, codes::CONFIRMATION_MISMATCH);
        assert_eq!(order(&operator, &zurita).await.queue, []);
        assert_eq!(done.undo, None);
    }

    let typed = submit(&[(&zurita, &format!(" {ZURITA_ORDER} "))]);
    let done = run(&operator, both(), typed).await;
    assert_eq!(outcome(&done, &zurita).outcome, "done");
    assert_eq!(outcome(&done, &other).outcome, "failed");
    let kinds = |order: &OrderView| -> Vec<String> {
        order.queue.iter().map(|one| one.kind.clone()).collect()
    };
    assert_eq!(
        kinds(&order(&operator, &zurita).await),
        ["mapping", "setup"]
    );

    // What waits is taken back, with the answers as they were.
    operator
        .workbench
        .undo_many(done.undo.unwrap())
        .await
        .unwrap();
    let back = order(&operator, &zurita).await;
    assert_eq!((kinds(&back), back.local_state.as_str()), (vec![], "draft"));
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_are_handed_over_once_each_and_what_cannot_be_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = at(folder.path(), &running).await;
    let port = running.port();
    running.stop().await;
    let zurita = operator.id_of(ZURITA_ORDER).await.unwrap();
    let other = operator.id_of(CREATE_ORDER).await.unwrap();
    let hand_over = |email: &str| ManyAct::HandOver {
        email: email.to_owned(),
        note: "From the fair".to_owned(),
    };
    let refused = run(&operator, some(&[&zurita]), hand_over("nobody")).await;
    assert_eq!(refused.orders[0].outcome, "failed");
    assert_eq!(order(&operator, &zurita).await.wizard.saved_at, None);

    let ids = [zurita.as_str(), &other, &zurita];
    let done = run(&operator, some(&ids), hand_over("luis@andaluza.example")).await;
    assert_eq!(done.orders.len(), 2, "an order that is named twice");
    for id in [&zurita, &other] {
        assert_eq!(outcome(&done, id).outcome, "done", "{done:?}");
        let queue = order(&operator, id).await.queue;
        assert_eq!(queue.len(), 1);
        assert_eq!(queue[0].kind, "handover");
    }
    let again = run(
        &operator,
        some(&[&zurita]),
        hand_over("luis@andaluza.example"),
    )
    .await;
    assert_eq!(
        again.orders[0].failure.as_ref().unwrap().code,
        codes::NOT_EDITABLE
    );

    // The service is back and gets both.
    let running = service(folder.path(), port).await;
    for id in [&zurita, &other] {
        operator
            .wait_for(id, "it is handed over", |order| {
                order.queue.is_empty() && order.contact.email == "luis@andaluza.example"
            })
            .await
            .unwrap();
    }
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_checked_here_and_by_the_service_where_it_can_be_asked() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = at(folder.path(), &running).await;
    let zurita = operator.id_of(ZURITA_ORDER).await.unwrap();
    let other = operator.id_of(CREATE_ORDER).await.unwrap();
    operator.answer(&zurita).await.unwrap();
    let ids = [zurita.as_str(), &other, "ord_gone"];
    let outcomes = async || {
        let done = run(&operator, some(&ids), ManyAct::Check {}).await;
        assert_eq!(done.undo, None);
        let outcomes: Vec<(String, bool)> = done
            .orders
            .iter()
            .map(|one| (one.outcome.clone(), one.problems > 0))
            .collect();
        outcomes
    };
    let told = |word: &str| {
        vec![
            (word.to_owned(), false),
            ("problems".to_owned(), true),
            ("failed".to_owned(), false),
        ]
    };
    assert_eq!(outcomes().await, told("ready"));
    running.stop().await;
    operator
        .until("it is offline", async |workbench| {
            let _ = workbench.sync_now().await;
            Ok((workbench.frame().await?.connection == "offline").then_some(()))
        })
        .await
        .unwrap();
    assert_eq!(outcomes().await, told("ready_here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn days_and_drafts_come_back_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let workbench = &operator.workbench;
    let zurita = operator.id_of(ZURITA_ORDER).await.unwrap();
    let other = operator.id_of(CREATE_ORDER).await.unwrap();
    let both = || some(&[&zurita, &other]);
    let remind = |on: Option<&str>| ManyAct::Remind {
        on: on.map(ToOwned::to_owned),
    };
    let tomorrow = jiff::Zoned::now().date().tomorrow().unwrap().to_string();
    workbench.remind(&other, Some(&tomorrow)).await.unwrap();
    let done = run(&operator, both(), remind(Some(&tomorrow))).await;
    assert_eq!(outcome(&done, &zurita).outcome, "done");
    assert_eq!(outcome(&done, &other).outcome, "unchanged");
    workbench.undo_many(done.undo.unwrap()).await.unwrap();
    assert_eq!(order(&operator, &zurita).await.reminder, None);
    assert_eq!(order(&operator, &other).await.reminder, Some(tomorrow));
    let failure = workbench.run_many(both(), remind(Some("2020-01-01"))).await;
    assert_eq!(failure.unwrap_err().code, codes::REMINDER_DAY);

    operator
        .edit(&zurita, |form| {
            form.meetings.sites[0].name = "kept-name".to_owned()
        })
        .await
        .unwrap();
    let before = order(&operator, &zurita).await.wizard.form;
    let done = run(&operator, both(), ManyAct::DropDraft {}).await;
    assert_eq!(outcome(&done, &other).outcome, "unchanged");
    assert_eq!(order(&operator, &zurita).await.wizard.saved_at, None);
    workbench.undo_many(done.undo.unwrap()).await.unwrap();
    assert_eq!(order(&operator, &zurita).await.wizard.form, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_a_thousand_at_once_are_refused_before_anything_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let ids: Vec<String> = (0..1_001).map(|n| format!("ord_{n}")).collect();
    let failure = operator
        .workbench
        .run_many(ChosenOrders::Some { ids }, ManyAct::Resend {})
        .await
        .unwrap_err();
    assert_eq!(failure.code, codes::TOO_MANY_ORDERS);
    assert_eq!(failure.params["count"], "1001");
}
