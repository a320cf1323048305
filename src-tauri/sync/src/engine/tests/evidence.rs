//! A confirmation rests on evidence; what changed since is shown, not sent.

use jiff::Timestamp;
use turnup_contract::code;
use turnup_domain::{MatchAnswer, Outcome, Problem, draft::ChosenOrganization};
use turnup_store::EntryState;

use super::{super::recheck::judge, *};
use crate::testing::{candidate, match_answer, noon};

fn chosen(id: &str, from_cache: bool, as_of: Timestamp) -> ChosenOrganization {
    let outcome = Outcome::Candidates;
    let candidate = candidate(id, 1, 60);
    ChosenOrganization {
        candidate,
        outcome,
        as_of,
        from_cache,
        chosen_at: as_of,
    }
}

fn evidence(from_cache: bool, as_of: Timestamp) -> Evidence {
    Evidence {
        partner: Some(chosen("org_p", from_cache, as_of)),
        customer: Some(chosen("org_c", from_cache, as_of)),
    }
}

/// A desktop with a mapping confirmed on evidence, and what the service answers now.
async fn confirmed(evidence: &Evidence, customer: MatchAnswer) -> Desk {
    let desk = Desk::with_orders(1).await;
    let act = map_act(&desk.stored("ord_1").order);
    desk.queue("ord_1", &[act], Some(evidence));
    let mut state = desk.service.state();
    state.matches.insert(
        "partner".into(),
        match_answer(vec![candidate("org_p", 1, 60)]),
    );
    state.matches.insert("customer".into(), customer);
    drop(state);
    desk
}

fn changes(entry: &OutboxEntry) -> Vec<String> {
    let errors = entry.problem.as_ref().unwrap()["errors"]
        .as_array()
        .cloned();
    let word = |error: &Value| format!("{} {}", error["pointer"], error["code"]).replace('"', "");
    errors.unwrap_or_default().iter().map(word).collect()
}

#[tokio::test]
async fn evidence_from_the_cache_is_asked_for_again_before_it_is_sent() {
    let same = match_answer(vec![candidate("org_c", 1, 60)]);
    let desk = confirmed(&evidence(true, noon()), same).await;
    desk.run().await.unwrap();
    assert_eq!(desk.service.calls("match_organizations"), 2);
    assert_eq!(desk.service.calls("checks"), 1);
    assert_eq!(desk.service.acts(), ["mapping ord_1"]);
}

#[tokio::test]
async fn fresh_evidence_is_not_asked_for_again() {
    let desk = confirmed(&evidence(false, noon()), match_answer(Vec::new())).await;
    desk.run().await.unwrap();
    assert_eq!(desk.service.calls("match_organizations"), 0);
    assert_eq!(desk.service.acts(), ["mapping ord_1"]);
}

#[tokio::test]
async fn evidence_gets_old() {
    let same = match_answer(vec![candidate("org_c", 1, 60)]);
    let desk = confirmed(&evidence(false, noon()), same).await;
    desk.clock.advance(Duration::from_secs(11 * 60));
    desk.run().await.unwrap();
    assert_eq!(desk.service.calls("match_organizations"), 2);
    assert_eq!(desk.service.acts(), ["mapping ord_1"]);
}

#[tokio::test]
async fn an_organization_that_changed_since_is_not_mapped() {
    let changed = match_answer(vec![candidate("org_c", 2, 60)]);
    let desk = confirmed(&evidence(true, noon()), changed).await;
    let report = desk.run().await.unwrap();
    assert_eq!(report.parked, 1);
    assert_eq!(desk.service.calls("put_mapping"), 0);
    let entry = desk.entries("ord_1").remove(0);
    assert_eq!((entry.state, entry.attempts), (EntryState::Parked, 0));
    assert_eq!(code_of(&entry), "evidence_changed");
    assert_eq!(changes(&entry), ["/customer organization_changed"]);
    // Never attempted, so it can still be taken back.
    desk.store.take_back(entry.id, desk.clock.now()).unwrap();
}

#[tokio::test]
async fn what_the_dry_run_refuses_is_not_sent() {
    let same = match_answer(vec![candidate("org_c", 1, 60)]);
    let desk = confirmed(&evidence(true, noon()), same).await;
    desk.service.state().check_problems = vec![Problem::new("/mapping/customer", "gone")];
    desk.run().await.unwrap();
    let entry = desk.entries("ord_1").remove(0);
    assert_eq!(code_of(&entry), code::VALIDATION_FAILED);
    assert_eq!(changes(&entry), ["/mapping/customer gone"]);
    assert_eq!(desk.service.acts(), Vec::<String>::new());
}

#[tokio::test]
async fn a_question_that_cannot_be_asked_leaves_the_entry_waiting() {
    let same = match_answer(vec![candidate("org_c", 1, 60)]);
    let desk = confirmed(&evidence(true, noon()), same).await;
    desk.service
        .fail("match_organizations", [Fault::Before(lost())]);
    let report = desk.run().await.unwrap();
    assert_eq!(report.postponed, 1);
    let entry = desk.entries("ord_1").remove(0);
    assert_eq!((entry.attempts, entry.unknown_outcome), (0, false));
    desk.run_later().await.unwrap();
    assert_eq!(desk.service.acts(), ["mapping ord_1"]);
}

#[test]
fn what_speaks_against_a_choice_after_asking_again() {
    let flagged = |severity: &str| {
        let flag = serde_json::json!({"code": "other_country", "severity": severity});
        let mut candidate = candidate("org_c", 1, 60);
        candidate.flags.push(serde_json::from_value(flag).unwrap());
        candidate
    };
    let same = || candidate("org_c", 1, 60);
    let better = || candidate("org_x", 1, 90);
    let matched = |candidates| MatchAnswer {
        outcome: Outcome::Matched,
        ..match_answer(candidates)
    };
    let cached = || Some(chosen("org_c", true, noon()));
    let passed_over = || {
        let mut choice = chosen("org_c", false, noon());
        choice.candidate.recommended = false;
        Some(choice)
    };
    let table: Vec<(&str, Option<ChosenOrganization>, MatchAnswer, &[&str])> = vec![
        ("the same", cached(), match_answer(vec![same()]), &[]),
        ("nothing found", cached(), match_answer(vec![]), &[]),
        (
            "changed",
            cached(),
            match_answer(vec![candidate("org_c", 2, 60)]),
            &["organization_changed"],
        ),
        (
            "a new red flag",
            cached(),
            match_answer(vec![flagged("red")]),
            &["new_flag"],
        ),
        (
            "a new amber flag",
            cached(),
            match_answer(vec![flagged("amber")]),
            &["new_flag"],
        ),
        (
            "an information",
            cached(),
            match_answer(vec![flagged("info")]),
            &[],
        ),
        (
            "a better one",
            cached(),
            match_answer(vec![better(), same()]),
            &["better_candidate"],
        ),
        (
            "a weaker one",
            cached(),
            match_answer(vec![same(), candidate("org_x", 1, 50)]),
            &[],
        ),
        (
            "a better one, passed over knowingly",
            passed_over(),
            match_answer(vec![better()]),
            &[],
        ),
        (
            "the person is known now",
            passed_over(),
            matched(vec![better()]),
            &["better_candidate"],
        ),
        ("creating, nobody there", None, match_answer(vec![]), &[]),
        (
            "creating, somebody recommended",
            None,
            match_answer(vec![better()]),
            &["better_candidate"],
        ),
        (
            "creating, a weak one",
            None,
            match_answer(vec![candidate("org_x", 1, 20)]),
            &[],
        ),
    ];
    for (name, choice, answer, expected) in table {
        let problems = judge("/customer", choice.as_ref(), &answer);
        let codes: Vec<_> = problems
            .iter()
            .map(|problem| problem.code.as_str())
            .collect();
        assert_eq!(codes, expected, "{name}");
    }
}
