//! Five orders edited without a network, a kill, a colleague, a conflict: what the service has in
//! the end. What the window shows on the way is waited for by the story itself.

use acceptance::desktop;
use acceptance::story::{ASKED_ORDER, Story, Told, words};
use acceptance::tour::Gallery;
use turnup_reference_service::LUIS;

#[tokio::test(flavor = "multi_thread")]
async fn five_orders_edited_offline_survive_a_kill_and_meet_a_colleague_without_loss() {
    let out = tempfile::tempdir().unwrap();
    let mut gallery = Gallery::in_one_look(out.path());
    let program = desktop::program("turnup").unwrap();
    let mut story = Story::begin(&program).await.unwrap();
    story.tell(&mut gallery).await.unwrap();
    assert_eq!(gallery.violations, Vec::<String>::new());
    for screen in ["offline-queue", "restarted", "conflict", "journal"] {
        let taken = |name: &String| name.contains(&format!("story-{screen}-light-en"));
        assert!(gallery.pictures.iter().any(taken), "no picture of {screen}");
    }

    let told = story.end().await.unwrap();
    // What was kept when the two clashed, once each.
    assert_eq!(note(&told, &told.orders.clashing), words::MINE);
    assert_eq!(acts(&told, &told.orders.clashing), ["note", "note"]);
    assert_eq!(note(&told, &told.orders.noted), words::ALONE);
    assert_eq!(acts(&told, &told.orders.noted), ["note"]);
    // What was only begun here was not sent; what came meanwhile stands.
    assert_eq!(note(&told, &told.orders.drafted), words::BESIDE);
    assert_eq!(acts(&told, &told.orders.drafted), ["note"]);
    assert!(acts(&told, &told.orders.named).is_empty());
    // What was confirmed went together with the colleague's note.
    let confirmed = told.service.order(&told.orders.confirmed).unwrap();
    assert_eq!(confirmed.status.as_str(), "deferred");
    assert_eq!(confirmed.note, words::BESIDE);
    let mapping = confirmed.mapping.unwrap();
    assert_ne!(mapping.by, LUIS);
    assert_eq!(mapping.customer.id.as_str(), "org_zurita");
    assert_eq!(
        acts(&told, &told.orders.confirmed),
        ["note", "mapping", "setup"]
    );

    // What the colleague proposed was approved, and is still nobody's but theirs to send.
    let asked = told.service.order(ASKED_ORDER).unwrap();
    assert_eq!(asked.status.as_str(), "awaiting_details");
    let review = asked.review.unwrap();
    assert_eq!(
        (
            review.state.as_str(),
            review.note.as_str(),
            review.asked_by.as_str()
        ),
        ("approved", words::AGREED, LUIS)
    );
    assert_eq!(acts(&told, ASKED_ORDER), ["review", "verdict"]);
}

fn note(told: &Told, number: &str) -> String {
    told.service.order(number).unwrap().note
}

/// Kinds of the acts that took effect on an order, oldest first.
fn acts(told: &Told, number: &str) -> Vec<String> {
    let order = told.service.order(number).unwrap();
    let acts = told.service.acts(&order.id);
    acts.iter().map(|act| act.kind.clone()).collect()
}
