//! A sign-in that ends while there is work to send: it is asked for once, and nothing is lost.

use acceptance::operator::{Operator, Who};
use turnup_workbench::{Event, views::OrderQuery};

use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_ends_during_a_batch_is_asked_for_once_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let query = OrderQuery {
        view: "all".to_owned(),
        text: String::new(),
        states: vec!["awaiting_details".to_owned()],
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: 5,
        details: false,
    };
    let rows = ana.workbench.list_orders(query).await.unwrap().rows;
    assert_eq!(rows.len(), 5);

    let mut events = ana.workbench.events();
    assert!(running.end_sign_ins());
    for (index, row) in rows.iter().enumerate() {
        let note = format!("note {index}");
        ana.workbench.save_note(&row.id, &note).await.unwrap();
    }
    let frame = ana
        .until("the end is noticed", async |workbench| {
            let frame = workbench.frame().await?;
            Ok((frame.connection == "signed_out").then_some(frame))
        })
        .await
        .unwrap();
    assert_eq!((frame.waiting, frame.needs_attention), (5, 0));
    ana.workbench.sync_now().await.unwrap();
    ana.sign_in(Who::Ana).await.unwrap();
    ana.until("everything is sent", async |workbench| {
        Ok((workbench.frame().await?.waiting == 0).then_some(()))
    })
    .await
    .unwrap();

    for (index, row) in rows.iter().enumerate() {
        let there = running.order(&row.number).unwrap();
        assert_eq!(running.count_acts(&there.id, "note"), 1);
        assert_eq!(there.note, format!("note {index}"));
    }
    let mut asked = 0;
    while let Ok(event) = events.try_recv() {
        asked += usize::from(matches!(event,
            Event::AccountChanged(Some(account)) if !account.signed_in));
    }
    assert_eq!(asked, 1, "it is asked for once");
}
