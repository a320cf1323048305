//! Several people at one computer.

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{ANA, LUIS, ZURITA_ORDER};

use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn what_one_person_queued_is_never_sent_in_the_name_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let (address, port) = (running.address(), running.port());
    let data = folder.path().join("desk");
    let desk = Operator::at(&data).await.unwrap();
    desk.join(&address, Who::Ana).await.unwrap();
    let id = desk.id_of(ZURITA_ORDER).await.unwrap();
    running.stop().await;
    desk.workbench.save_note(&id, "from Ana").await.unwrap();

    // She goes home; Luis signs in at the same computer.
    desk.workbench.sign_out(false).await.unwrap();
    let running = service(folder.path(), port).await;
    desk.sign_in(Who::Luis).await.unwrap();
    let account = desk.workbench.account().await.unwrap();
    assert_eq!(account.operator_email, LUIS);
    assert_eq!(desk.workbench.frame().await.unwrap().waiting, 0);
    desk.workbench.save_note(&id, "from Luis").await.unwrap();
    desk.wait_for(&id, "his note is accepted", |order| order.queue.is_empty())
        .await
        .unwrap();
    let notes = running.count_acts(&id.as_str().into(), "note");
    assert_eq!(notes, 1);

    // Hers is where she left it, and goes out when she is back.
    let known = desk.workbench.known_accounts();
    let emails: Vec<_> = known
        .iter()
        .map(|known| known.operator_email.as_str())
        .collect();
    assert_eq!(emails, [ANA, LUIS]);
    desk.workbench.switch_account(&known[0].id).await.unwrap();
    let order = desk.workbench.open_order(&id).await.unwrap();
    assert_eq!((order.note.as_str(), order.queue.len()), ("from Ana", 1));
    assert_eq!(order.queue[0].actor, ANA);
}
