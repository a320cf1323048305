//! What leaves the program as files, at the workbench with a real service's orders.

use std::fs;
use std::path::Path;

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;
use turnup_workbench::{Event, Format, codes, views::OrderQuery};

use crate::pdf::{is_sound, text_of};
use crate::support::service;

fn everything(view: &str) -> OrderQuery {
    OrderQuery {
        view: view.to_owned(),
        text: String::new(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "number".to_owned(),
        descending: false,
        offset: 0,
        limit: 0,
        details: false,
    }
}

/// An operator with a service's orders; the service is gone.
async fn at_work(folder: &Path) -> Operator {
    let running = service(folder, 0).await;
    let operator = Operator::at(&folder.join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    running.stop().await;
    operator
}

/// Numbers of the orders that a list shows.
async fn listed(operator: &Operator, query: &OrderQuery) -> Vec<(String, String)> {
    let query = OrderQuery {
        limit: 200,
        ..query.clone()
    };
    let rows = operator.workbench.list_orders(query).await.unwrap().rows;
    rows.into_iter().map(|row| (row.id, row.number)).collect()
}

fn files_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_leaves_as_it_is_shown_and_says_how_far_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let operator = at_work(folder.path()).await;
    let mut events = operator.workbench.events();
    for (query, shown) in [
        (everything("all"), "all"),
        (
            OrderQuery {
                text: "webex".to_owned(),
                services: vec!["calling".to_owned()],
                sort: "customer".to_owned(),
                descending: true,
                ..everything("inbox")
            },
            "some",
        ),
    ] {
        let wanted = listed(&operator, &query).await;
        for (format, name) in [(Format::Csv, "orders.csv"), (Format::Xlsx, "orders.xlsx")] {
            let path = folder.path().join(name);
            let exported = operator
                .workbench
                .export_orders(query.clone(), format, "fr", &path)
                .await
                .unwrap();
            assert_eq!(exported.rows as usize, wanted.len(), "{shown} {name}");
            assert!(!exported.cancelled && exported.left_out == 0);
        }
        let text = fs::read_to_string(folder.path().join("orders.csv")).unwrap();
        let first_cells = text
            .lines()
            .skip(1)
            .map(|line| line.split(',').next().unwrap());
        let numbers: Vec<&str> = wanted.iter().map(|(_, number)| number.as_str()).collect();
        assert_eq!(first_cells.collect::<Vec<_>>(), numbers, "{shown}");
        assert!(text.starts_with("\u{feff}Commande,Entreprise,"));
    }
    let mut kinds = Vec::new();
    while let Ok(event) = events.try_recv() {
        if let Event::ExportMoved(progress) = event {
            kinds.push(progress.map(|one| (one.kind, one.name)));
        }
    }
    let told = |kind: &str, name: &str| Some((kind.to_owned(), name.to_owned()));
    assert_eq!(
        &kinds[..4],
        [
            told("csv", "orders.csv"),
            None,
            told("xlsx", "orders.xlsx"),
            None
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn deadlines_leave_as_a_calendar_of_the_list_or_of_one_order() {
    let folder = tempfile::tempdir().unwrap();
    let operator = at_work(folder.path()).await;
    let path = folder.path().join("deadlines.ics");
    let exported = operator
        .workbench
        .export_orders(everything("all"), Format::Calendar, "en", &path)
        .await
        .unwrap();
    let all = listed(&operator, &everything("all")).await.len();
    assert_eq!((exported.rows + exported.left_out) as usize, all);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), exported.rows as usize);

    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let one = folder.path().join("one.ics");
    let exported = operator
        .workbench
        .export_deadline(&id, "en", &one)
        .await
        .unwrap();
    assert_eq!(exported.rows, 1);
    let unfolded = fs::read_to_string(&one).unwrap().replace("\r\n ", "");
    assert!(
        unfolded.contains(&format!("UID:{id}@127.0.0.1\r\n")),
        "{unfolded}"
    );
    let summary = format!("SUMMARY:Order {ZURITA_ORDER} closes: Zurita y Compañía\\, S.L.\r\n");
    assert!(unfolded.contains(&summary), "{unfolded}");
    assert!(unfolded.contains("Still to do: Who completes it\\, Partner organization"));

    // The same event again once more is known: what is imported twice is one event that says more.
    operator.answer(&id).await.unwrap();
    operator
        .workbench
        .export_deadline(&id, "en", &one)
        .await
        .unwrap();
    let unfolded = fs::read_to_string(&one).unwrap().replace("\r\n ", "");
    assert!(unfolded.contains(&format!("UID:{id}@127.0.0.1\r\n")));
    assert!(
        unfolded.contains("Everything is filled in. Review and confirm it."),
        "{unfolded}"
    );

    let over = listed(&operator, &everything("provisioned")).await;
    let refused = operator
        .workbench
        .export_deadline(&over[0].0, "en", &one)
        .await
        .unwrap_err();
    assert_eq!(refused.code, codes::NO_DEADLINE);
    let none = operator
        .workbench
        .export_orders(everything("provisioned"), Format::Calendar, "en", &one)
        .await
        .unwrap_err();
    assert_eq!(none.code, codes::NO_DEADLINE);
    assert!(
        fs::read_to_string(&one).unwrap().contains(&id),
        "the older file stays"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn summaries_of_many_orders_are_saved_beside_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let operator = at_work(folder.path()).await;
    let pile = folder.path().join("pile");
    fs::create_dir(&pile).unwrap();
    let orders = listed(&operator, &everything("all")).await;
    let mut ids: Vec<String> = orders[..3].iter().map(|(id, _)| id.clone()).collect();
    let older = format!("Order {}.pdf", orders[0].1);
    fs::write(pile.join(&older), b"older").unwrap();
    ids.insert(1, "ord_gone".to_owned());

    let saved = operator
        .workbench
        .save_summaries(ids.clone(), "en", &pile)
        .await
        .unwrap();
    assert!(!saved.cancelled && saved.left == 0);
    let files: Vec<Option<&str>> = saved.orders.iter().map(|one| one.file.as_deref()).collect();
    let name = |at: usize| format!("Order {}.pdf", orders[at].1);
    let second = format!("Order {} (2).pdf", orders[0].1);
    assert_eq!(
        files,
        [
            Some(second.as_str()),
            None,
            Some(&*name(1)),
            Some(&*name(2))
        ]
    );
    let failure = saved.orders[1].failure.as_ref().unwrap();
    assert_eq!(failure.code, codes::ORDER_NOT_FOUND);
    assert_eq!(fs::read(pile.join(&older)).unwrap(), b"older");
    let mut expected = vec![older, second.clone(), name(1), name(2)];
    expected.sort();
    assert_eq!(files_in(&pile), expected);
    is_sound(&pile.join(&second));
    assert!(text_of(&pile.join(&second)).contains(&orders[0].1));

    let joined = folder.path().join("all.pdf");
    let told = operator
        .workbench
        .join_summaries(ids, "fr", &joined)
        .await
        .unwrap();
    assert_eq!(
        told.orders.iter().filter(|one| one.file.is_some()).count(),
        3
    );
    is_sound(&joined);
    let text = text_of(&joined);
    for (_, number) in &orders[..3] {
        assert!(text.contains(number), "{number}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_is_stopped_leaves_nothing_and_only_one_runs() {
    let folder = tempfile::tempdir().unwrap();
    let operator = at_work(folder.path()).await;
    let pile = folder.path().join("pile");
    fs::create_dir(&pile).unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let many = vec![id; 200];
    let mut events = operator.workbench.events();
    let workbench = operator.workbench.clone();
    let path = pile.join("all.pdf");
    let running = tokio::spawn(async move { workbench.join_summaries(many, "en", &path).await });
    // It says that it goes on, so it runs.
    while !matches!(events.recv().await, Ok(Event::ExportMoved(Some(told))) if told.done >= 3) {}
    let second = operator
        .workbench
        .export_orders(
            everything("all"),
            Format::Csv,
            "en",
            &pile.join("orders.csv"),
        )
        .await
        .unwrap_err();
    assert_eq!(second.code, codes::EXPORT_RUNNING);
    operator.workbench.cancel_export();
    let told = running.await.unwrap().unwrap();
    assert!(told.cancelled);
    assert_eq!((told.orders.len(), told.left), (0, 200));
    assert_eq!(files_in(&pile), Vec::<String>::new());
    // The next one runs to its end.
    let exported = operator
        .workbench
        .export_orders(
            everything("all"),
            Format::Csv,
            "en",
            &pile.join("orders.csv"),
        )
        .await
        .unwrap();
    assert!(!exported.cancelled && exported.rows > 0);
    assert_eq!(files_in(&pile), ["orders.csv"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_before_summaries_were_stopped_or_the_program_closed_stays() {
    let folder = tempfile::tempdir().unwrap();
    let operator = at_work(folder.path()).await;
    let pile = folder.path().join("pile");
    fs::create_dir(&pile).unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let mut events = operator.workbench.events();
    let (workbench, to) = (operator.workbench.clone(), pile.clone());
    let many = vec![id; 900];
    let running = tokio::spawn(async move { workbench.save_summaries(many, "en", &to).await });
    while !matches!(events.recv().await, Ok(Event::ExportMoved(Some(told))) if told.done >= 3) {}
    operator.workbench.close().await;
    // Closing waited for it: the folder does not change any more.
    let files = files_in(&pile);
    let told = running.await.unwrap().unwrap();
    assert!(told.cancelled && told.left > 0);
    assert_eq!(told.orders.len(), files.len());
    assert!(files.len() >= 3 && files.iter().all(|name| name.ends_with(".pdf")));
    assert_eq!(files_in(&pile), files);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_summaries_are_refused_before_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let operator = at_work(folder.path()).await;
    let ids = |count| vec!["ord_1".to_owned(); count];
    let pile = folder.path().join("pile");
    fs::create_dir(&pile).unwrap();
    let each = operator
        .workbench
        .save_summaries(ids(1_001), "en", &pile)
        .await;
    let path = pile.join("all.pdf");
    let joined = operator
        .workbench
        .join_summaries(ids(201), "en", &path)
        .await;
    for (told, max) in [(each, "1000"), (joined, "200")] {
        let refused = told.unwrap_err();
        assert_eq!(refused.code, codes::TOO_MANY_SUMMARIES);
        assert_eq!(refused.params["max"], max);
    }
    assert_eq!(files_in(&pile), Vec::<String>::new());
}
