//! What other devices and other desktops bring: a sign-in with a code that is typed elsewhere,
//! and a colleague's work that comes by itself.

use acceptance::browser::Page;
use acceptance::operator::{Operator, Who};
use turnup_reference_service::{Fault, FaultKind, ZURITA_ORDER};

use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_can_be_decided_on_another_device() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    let workbench = &operator.workbench;
    workbench.connect(&running.address()).await.unwrap();
    for (word, expected) in [("deny", Err("sign_in_aborted")), ("allow", Ok(true))] {
        let begun = workbench.begin_device_sign_in().await.unwrap();
        let page = Page::open(begun.complete_url.as_deref().unwrap());
        let page = page.await.unwrap();
        let (account, decided) = tokio::join!(
            workbench.finish_sign_in(),
            page.decide_code(&begun.user_code, Who::Ana, word)
        );
        decided.unwrap();
        let signed_in = account.as_ref().map(|account| account.signed_in);
        assert_eq!(signed_in.map_err(|failure| failure.code.as_str()), expected);
    }
    operator
        .until("the orders are here", async |workbench| {
            Ok(workbench.frame().await?.last_sync)
        })
        .await
        .unwrap();
    operator.id_of(ZURITA_ORDER).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_does_comes_without_asking() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    let luis = Operator::at(&folder.path().join("luis")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    luis.join(&running.address(), Who::Luis).await.unwrap();
    let id = ana.id_of(ZURITA_ORDER).await.unwrap();

    // Whoever polls would ask for the feed before the thirty seconds are over only when nudged.
    let begun = std::time::Instant::now();
    luis.workbench.save_note(&id, "called her").await.unwrap();
    ana.until("the note is here", async |workbench| {
        let order = workbench.open_order(&id).await?;
        Ok((order.note == "called her").then_some(()))
    })
    .await
    .unwrap();
    assert!(
        begun.elapsed() < std::time::Duration::from_secs(25),
        "it came by polling"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_without_nudges_is_polled() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    running.inject(Fault {
        kind: FaultKind::Status,
        path_prefix: "/v1/events".to_owned(),
        path_suffix: String::new(),
        query: String::new(),
        method: String::new(),
        count: u32::MAX,
        value: 404,
    });
    let ana = Operator::at(&folder.path().join("ana")).await.unwrap();
    ana.join(&running.address(), Who::Ana).await.unwrap();
    let frame = ana.workbench.frame().await.unwrap();
    assert_eq!((frame.connection.as_str(), frame.problem), ("online", None));
    ana.workbench.sync_now().await.unwrap();
    ana.until("it was asked again", async |workbench| {
        let again = workbench.frame().await?.last_sync != frame.last_sync;
        Ok(again.then_some(()))
    })
    .await
    .unwrap();
}
