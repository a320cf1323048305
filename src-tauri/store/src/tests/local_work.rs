//! Drafts, and the state that follows from drafts and outbox.

use serde_json::json;
use turnup_domain::{Draft, draft::HandoverDraft, state::LocalState, steps::StepId};

use super::samples::{changed, confirmation, desk, everything, minutes, now, order, refusal};
use crate::OutboxKind;

#[test]
fn a_draft_comes_back_as_it_was_saved() {
    let desk = desk();
    desk.import(&[order(1)]);
    let draft = Draft {
        step: Some(StepId::Who),
        handover: HandoverDraft {
            email: "“ο\u{0}😀".to_owned(),
            note: "x".repeat(10_000),
        },
        ..Draft::default()
    };
    desk.store
        .save_draft(&order(1).id, &draft, 7, Some((1, 6)), minutes(3))
        .unwrap();
    let desk = desk.reopen();
    let stored = desk.order(&order(1).id).unwrap().unwrap().draft.unwrap();
    assert_eq!(stored.draft, draft);
    assert_eq!((stored.base_revision, stored.saved_at), (7, minutes(3)));
}

#[test]
fn the_list_says_on_which_step_a_draft_stands() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.draft(&order(1));
    let row = desk.list(&everything()).unwrap().rows.remove(0);
    assert_eq!(row.local_state, LocalState::Draft);
    assert_eq!(row.draft_step.as_deref(), Some("meetings"));
    assert_eq!((row.step_number, row.step_count), (Some(4), Some(6)));
    desk.drop_draft(&order(1).id, now()).unwrap();
    let row = desk.list(&everything()).unwrap().rows.remove(0);
    assert_eq!((row.local_state, row.draft_step), (LocalState::Clean, None));
}

#[test]
fn the_state_of_an_order_follows_its_acts() {
    let desk = desk();
    let order = order(1);
    desk.import(std::slice::from_ref(&order));
    assert_eq!(desk.state_of(&order), LocalState::Clean);
    desk.draft(&order);
    assert_eq!(desk.state_of(&order), LocalState::Draft);
    let [mapping, setup] = desk.queue(&order, &confirmation()).try_into().unwrap();
    assert_eq!(desk.state_of(&order), LocalState::Queued);
    desk.begin_attempt(mapping.id, now()).unwrap();
    assert_eq!(desk.state_of(&order), LocalState::Sending);
    desk.retry_later(mapping.id, minutes(1), false, None, now())
        .unwrap();
    assert_eq!(desk.state_of(&order), LocalState::Queued);
    desk.park(mapping.id, &refusal("order_closed"), None, now())
        .unwrap();
    assert_eq!(desk.state_of(&order), LocalState::NeedsAttention);
    desk.unpark(mapping.id, None, 7, now()).unwrap();
    desk.begin_attempt(mapping.id, now()).unwrap();
    desk.accepted(mapping.id, &changed(&order), now()).unwrap();
    assert_eq!(desk.state_of(&order), LocalState::Queued);
    desk.begin_attempt(setup.id, now()).unwrap();
    desk.accepted(setup.id, &changed(&changed(&order)), now())
        .unwrap();
    assert_eq!(desk.state_of(&order), LocalState::Clean);
}

#[test]
fn the_draft_goes_with_the_last_act_of_its_confirmation() {
    let mapping = |sets_up: bool| (OutboxKind::Mapping, json!({"customer_sets_up": sets_up}));
    let setup = (OutboxKind::Setup, json!({}));
    let handover = (OutboxKind::Handover, json!({"email": "b@b.example"}));
    let note = (OutboxKind::Note, json!({"note": "hello"}));
    let cases = [
        (
            "a mapping alone: the set-up is still to come",
            vec![mapping(false)],
            true,
        ),
        ("the customer sets up", vec![mapping(true)], false),
        ("mapping and set-up", vec![mapping(false), setup], false),
        ("handed over", vec![handover], false),
        ("only a note", vec![note], true),
    ];
    for (name, acts, stays) in cases {
        let desk = desk();
        let mut order = order(1);
        desk.import(std::slice::from_ref(&order));
        desk.draft(&order);
        for entry in desk.queue(&order, &acts) {
            assert!(
                desk.order(&order.id).unwrap().unwrap().draft.is_some(),
                "{name}"
            );
            order = changed(&order);
            desk.begin_attempt(entry.id, now()).unwrap();
            desk.accepted(entry.id, &order, now()).unwrap();
        }
        let after = desk.order(&order.id).unwrap().unwrap();
        assert_eq!(after.draft.is_some(), stays, "{name}");
        assert_eq!(after.order, order, "{name}");
    }
}

#[test]
fn a_mapping_with_nothing_left_to_set_up_ends_the_confirmation() {
    let desk = desk();
    let mut order = order(1);
    order
        .lines
        .retain(|line| line.service.as_str() == "messaging");
    desk.import(std::slice::from_ref(&order));
    desk.draft(&order);
    let entry = desk.queue(&order, &confirmation()[..1]).remove(0);
    desk.begin_attempt(entry.id, now()).unwrap();
    desk.accepted(entry.id, &changed(&order), now()).unwrap();
    assert_eq!(desk.order(&order.id).unwrap().unwrap().draft, None);
}
