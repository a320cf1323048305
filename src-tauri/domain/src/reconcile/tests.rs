#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;

use super::{merge::merge, *};
use crate::{
    draft::{CompletedBy, Draft, SiteDraft},
    intent::When,
    order::{Order, ServiceKind, ServiceState, Status},
    testing::{OrderBuilder, complete_draft},
};

fn fields(values: &BTreeMap<u8, u8>) -> Fields {
    let field = |(key, value): (&u8, &u8)| {
        let shown = value.to_string();
        let value = json!(value);
        (format!("/f{key}"), Field { value, shown })
    };
    values.iter().map(field).collect()
}

fn some_fields() -> impl Strategy<Value = BTreeMap<u8, u8>> {
    prop::collection::btree_map(0..6_u8, 0..4_u8, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("TURNUP_TRIPLES").ok().and_then(|n| n.parse().ok()).unwrap_or(4_000)
    ))]

    #[test]
    fn disjoint_edits_merge_and_same_field_clashes_are_shown_with_both_values(
        before in some_fields(), mine in some_fields(), theirs in some_fields(),
    ) {
        let found = merge(&fields(&before), &fields(&mine), &fields(&theirs));
        let told = |about: &str| {
            let merged = found.merged.iter().filter(|change| change.about == about).count();
            let clashes = found.clashes.iter().filter(|clash| clash.about == about).count();
            (merged, clashes)
        };
        for key in 0..6_u8 {
            let about = format!("/f{key}");
            let (then, own, now) = (before.get(&key), mine.get(&key), theirs.get(&key));
            let agreed = own.is_some() && own == now;
            let expected = if then == now || agreed {
                (0, 0)
            } else if own.is_none() {
                (1, 0)
            } else {
                (0, 1)
            };
            prop_assert_eq!(told(&about), expected, "{}", about);
        }
        for clash in &found.clashes {
            let key: u8 = clash.about["/f".len()..].parse().unwrap();
            prop_assert_eq!(&clash.mine, &mine[&key].to_string());
            prop_assert_eq!(&clash.theirs, &theirs.get(&key).map(ToString::to_string));
            prop_assert_eq!(&clash.before, &before.get(&key).map(ToString::to_string));
        }
        for change in &found.merged {
            let key: u8 = change.about["/f".len()..].parse().unwrap();
            prop_assert_eq!(&change.now, &theirs.get(&key).map(ToString::to_string));
        }
    }
}

fn order() -> Order {
    OrderBuilder::usual()
        .service(ServiceKind::Meetings, ServiceState::NotSetUp)
        .service(ServiceKind::Calling, ServiceState::NotSetUp)
        .build()
}

/// Somebody else's mapping and set-up of everything that the usual draft asks for.
fn done_by_another(order: &Order, draft: &Draft) -> Order {
    let mut done = OrderBuilder::usual()
        .status(Status::Provisioning)
        .service(ServiceKind::Meetings, ServiceState::Provisioning)
        .service(ServiceKind::Calling, ServiceState::NotSetUp)
        .build();
    let caps = crate::testing::capabilities();
    let setup = draft.setup(order, &caps).unwrap().unwrap();
    for service in &mut done.services {
        let asked = setup
            .services
            .iter()
            .find(|asked| asked.kind == service.kind);
        if service.state == ServiceState::Provisioning {
            service.setup = asked.cloned();
        }
    }
    done
}

fn abouts(found: &Reconciled) -> Vec<(&str, &str)> {
    let clashes = found.clashes.iter();
    clashes
        .map(|clash| (clash.mine_about.as_str(), clash.about.as_str()))
        .collect()
}

#[test]
fn what_a_draft_says_nothing_about_goes_together_by_itself() {
    let before = order();
    let mut now = before.clone();
    now.note = "call first".to_owned();
    now.lines[0].quantity += 1;
    let found = reconcile(&of_draft(&Draft::default(), &before), &before, &now);
    assert!(found.fits());
    let merged: Vec<_> = found.merged.iter().map(|c| c.about.as_str()).collect();
    assert_eq!(
        merged,
        [format!("/lines/{}", now.lines[0].id).as_str(), "/note"]
    );
}

#[test]
fn what_a_colleague_says_in_a_review_changes_nothing_of_the_order() {
    let before = order();
    let mut now = before.clone();
    now.revision += 1;
    now.review = serde_json::from_value(json!({
        "id": "rev_1", "reviewer": "luis@andaluza.example", "asked_by": "ana@andaluza.example",
        "asked_at": "2026-11-22T12:00:00Z", "state": "declined", "note": "the other Zurita"
    }))
    .unwrap();
    let found = reconcile(&of_draft(&complete_draft(&before), &before), &before, &now);
    assert_eq!(found, Reconciled::default());
}

#[test]
fn an_answer_clashes_with_what_it_rests_on() {
    let before = order();
    let mut draft = complete_draft(&before);
    draft.meetings.sites.push(SiteDraft::default());
    let line = before
        .lines_of(&ServiceKind::Meetings)
        .next()
        .unwrap()
        .id
        .clone();
    type Changed = fn(&mut Order);
    type Clashes = Vec<(&'static str, String)>;
    let cases: [(&str, Changed, Clashes); 5] = [
        ("nothing", |_| {}, vec![]),
        ("the note", |now| now.note = "x".into(), vec![]),
        (
            "the number of licences",
            |now| now.lines[0].quantity += 50,
            vec![("/services/meetings", format!("/lines/{line}"))],
        ),
        (
            "the end customer",
            |now| now.end_customer.company = "Somebody Else".into(),
            vec![("/customer", "/end_customer/company".to_owned())],
        ),
        (
            "the contact",
            |now| now.contact.email = "other@andaluza.example".into(),
            vec![("/partner", "/contact".to_owned())],
        ),
    ];
    for (name, change, expected) in cases {
        let mut now = before.clone();
        change(&mut now);
        let found = reconcile(&of_draft(&draft, &before), &before, &now);
        let expected: Vec<_> = expected.iter().map(|(a, b)| (*a, b.as_str())).collect();
        assert_eq!(abouts(&found), expected, "{name}");
    }
}

#[test]
fn somebody_elses_mapping_clashes_with_mine_unless_it_is_the_same() {
    let before = order();
    let mine = of_draft(&complete_draft(&before), &before);
    let mut now = OrderBuilder::usual().mapping(false, false).build();
    // The usual draft chooses what this mapping was made to: nothing to settle.
    assert_eq!(abouts(&reconcile(&mine, &before, &now)), []);

    let mapping = now.mapping.as_mut().unwrap();
    mapping.customer.id = "org_other".into();
    mapping.customer.name = "Zurita Hermanos".into();
    let found = reconcile(&mine, &before, &now);
    assert_eq!(abouts(&found), [("/customer", "/customer")]);
    assert_eq!(found.clashes[0].theirs.as_deref(), Some("Zurita Hermanos"));
    assert_eq!(found.clashes[0].before, None);
}

#[test]
fn a_service_that_somebody_else_set_up_clashes_and_the_others_go_on() {
    let before = order();
    let draft = complete_draft(&before);
    let mut now = done_by_another(&before, &draft);
    now.mapping = None;
    let found = reconcile(&of_draft(&draft, &before), &before, &now);
    assert_eq!(
        abouts(&found),
        [("/services/meetings", "/services/meetings")]
    );
    // The very same set-up, asked for as an act, stands already.
    let caps = crate::testing::capabilities();
    let asked = draft.setup(&before, &caps).unwrap().unwrap();
    assert!(reconcile(&of_setup(&asked), &before, &now).fits());
}

#[test]
fn an_edit_against_an_order_that_ended_is_never_silent() {
    let before = order();
    let mut handing_over = Draft {
        completed_by: Some(CompletedBy::SomeoneElse),
        ..Draft::default()
    };
    handing_over.handover.email = "luis@andaluza.example".into();
    for (status, code) in [
        (Status::Closed, "order_closed"),
        (Status::Cancelled, "order_cancelled"),
        (Status::HandedOver, "order_handed_over"),
    ] {
        let mut now = before.clone();
        now.status = status;
        let found = reconcile(&of_draft(&handing_over, &before), &before, &now);
        assert_eq!(found.ended, Some(code));
        assert!(!found.fits());
        let untouched = reconcile(&Fields::new(), &before, &now);
        assert_eq!(untouched.ended, None);
    }
}

#[test]
fn what_was_put_off_is_no_answer_that_could_clash() {
    let before = order();
    let mut draft = complete_draft(&before);
    draft.when.insert("meetings".into(), When::Later);
    let fields = of_draft(&draft, &before);
    assert!(!fields.contains_key("/services/meetings"));
    assert_eq!(
        fields["/services/calling"].shown,
        draft.calling.location_name
    );
}

#[test]
fn a_mapping_is_told_by_the_names_that_were_seen() {
    let before = order();
    let draft = complete_draft(&before);
    let caps = crate::testing::capabilities();
    let mapping = draft.mapping(&before, &before.number, &caps).unwrap();
    let named = of_mapping(&mapping, |pointer| Some(format!("name of {pointer}")));
    assert_eq!(named["/customer"].shown, "name of /customer");
    assert_eq!(named["/customer"], of_draft(&draft, &before)["/customer"]);
    let unnamed = of_mapping(&mapping, |_| None);
    assert_eq!(unnamed["/customer"], named["/customer"]);
}

#[test]
fn what_is_given_up_does_not_clash_any_more() {
    let before = order();
    let mut draft = complete_draft(&before);
    draft.meetings.sites.push(SiteDraft::default());
    draft.customer_sets_up = true;
    let mut now = OrderBuilder::usual()
        .mapping(false, false)
        .service(ServiceKind::Meetings, ServiceState::NotSetUp)
        .service(ServiceKind::Calling, ServiceState::Provisioned)
        .build();
    let mapping = now.mapping.as_mut().unwrap();
    mapping.customer.id = "org_other".into();
    mapping.partner.as_mut().unwrap().id = "org_another".into();
    let caps = crate::testing::capabilities();
    let theirs = complete_draft(&before)
        .setup(&before, &caps)
        .unwrap()
        .unwrap();
    for service in &mut now.services {
        service.setup = theirs
            .services
            .iter()
            .find(|s| s.kind == service.kind)
            .cloned();
    }
    now.lines[0].quantity += 1;
    let found = reconcile(&of_draft(&draft, &before), &before, &now);
    assert_eq!(found.clashes.len(), 4, "{found:?}");
    let settled = found.clashes.iter().fold(draft, |draft, clash| {
        draft.without(&clash.mine_about, &clash.about)
    });
    assert_eq!(
        settled.meetings.sites.len(),
        2,
        "only its licences are given up"
    );
    assert!(
        settled
            .meetings
            .sites
            .iter()
            .all(|site| site.licenses.is_empty())
    );
    let again = reconcile(&of_draft(&settled, &before), &before, &now);
    let left = abouts(&again);
    assert_eq!(
        left,
        [("/services/meetings", "/lines/1")],
        "rests on it still, until it is looked at"
    );
}
