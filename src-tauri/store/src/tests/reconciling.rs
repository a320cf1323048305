//! A newer order under a draft.

use turnup_domain::{
    Draft, Order, OrganizationChoice, draft::CompletedBy, intent::NewOrganization,
};

use super::samples::{ME, changed, confirmation, desk, minutes, now, order};

/// A draft that says who the customer is.
fn choosing() -> Draft {
    Draft {
        completed_by: Some(CompletedBy::ForCustomer),
        customer: OrganizationChoice::Create {
            organization: NewOrganization {
                name: "Zurita Nueva".into(),
                ..NewOrganization::default()
            },
            create_anyway: false,
        },
        ..Draft::default()
    }
}

fn later(change: impl Fn(&mut Order)) -> Order {
    let mut next = changed(&order(1));
    next.note.clear();
    change(&mut next);
    next
}

#[test]
fn what_a_draft_does_not_touch_goes_together_and_the_timeline_says_so() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.store
        .save_draft(&order(1).id, &choosing(), 7, None, now())
        .unwrap();
    let next = later(|order| order.note = "call first".into());
    desk.import(std::slice::from_ref(&next));
    let stored = desk.order(&order(1).id).unwrap().unwrap();
    let draft = stored.draft.unwrap();
    assert_eq!(draft.draft, choosing());
    assert_eq!((draft.base_revision, draft.clashes), (8, false));
    assert_eq!(draft.base, Some(next));
    assert_eq!(stored.local_state.as_str(), "draft");
    let timeline = desk.timeline(&order(1).id, 9).unwrap();
    assert_eq!(timeline[0].code, "merged");
    assert_eq!(timeline[0].params["fields"], "/note");
}

#[test]
fn what_clashes_with_a_draft_needs_attention_until_it_is_settled() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.store
        .save_draft(&order(1).id, &choosing(), 7, None, now())
        .unwrap();
    let next = later(|order| order.end_customer.company = "Zurita Hermanos".into());
    desk.import(std::slice::from_ref(&next));
    assert_eq!(desk.state_of(&order(1)).as_str(), "needs_attention");
    assert_eq!(desk.waiting().unwrap(), (0, 1));
    // Typing on does not settle it, and it is told once.
    desk.store
        .save_draft(&order(1).id, &choosing(), 7, None, minutes(1))
        .unwrap();
    let again = changed(&next);
    desk.import(std::slice::from_ref(&again));
    let stored = desk.order(&order(1).id).unwrap().unwrap();
    let draft = stored.draft.unwrap();
    assert_eq!((draft.base, draft.clashes), (Some(order(1)), true));
    let told = desk.timeline(&order(1).id, 9).unwrap();
    let clashed: Vec<_> = told.iter().filter(|row| row.code == "clashed").collect();
    assert_eq!(clashed.len(), 1);
    assert_eq!(clashed[0].params["fields"], "/end_customer/company");

    desk.settle_draft(&order(1).id, &choosing(), ME, "kept_mine", minutes(2))
        .unwrap();
    assert_eq!(desk.state_of(&order(1)).as_str(), "draft");
    let draft = desk.order(&order(1).id).unwrap().unwrap().draft.unwrap();
    assert_eq!((draft.base, draft.base_revision), (Some(again), 9));
    desk.integrity_check().unwrap();
}

#[test]
fn a_draft_of_an_order_that_was_closed_meanwhile_is_kept_and_needs_attention() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.store
        .save_draft(&order(1).id, &choosing(), 7, None, now())
        .unwrap();
    desk.import(&[later(|order| order.status = "closed".into())]);
    assert_eq!(desk.state_of(&order(1)).as_str(), "needs_attention");
    let draft = desk.order(&order(1).id).unwrap().unwrap().draft.unwrap();
    assert_eq!(draft.draft, choosing());
}

#[test]
fn while_acts_are_queued_the_draft_waits_and_is_looked_at_when_they_are_taken_back() {
    let desk = desk();
    desk.import(&[order(1)]);
    desk.store
        .save_draft(&order(1).id, &choosing(), 7, None, now())
        .unwrap();
    let mapping = desk.queue(&order(1), &confirmation()).remove(0);
    assert_eq!(mapping.base, Some(order(1)));
    desk.import(&[later(|order| order.end_customer.company = "Other".into())]);
    assert_eq!(desk.state_of(&order(1)).as_str(), "queued");
    desk.take_back(mapping.id, minutes(1)).unwrap();
    assert_eq!(desk.state_of(&order(1)).as_str(), "needs_attention");
}
