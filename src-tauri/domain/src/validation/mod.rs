//! What stands between answers and acts.
use crate::{
    capabilities::{Capabilities, NameRule},
    draft::Draft,
    intent::{Handover, Mapping, Setup},
    order::Order,
    problem::Problem,
};

/// All that stands between the draft and its acts.
#[must_use]
pub fn validate(_order: &Order, _draft: &Draft, _caps: &Capabilities) -> Vec<Problem> {
    Vec::new()
}
/// What is unusual, but may be right.
#[must_use]
pub fn validate_warnings(_order: &Order, _draft: &Draft, _caps: &Capabilities) -> Vec<Problem> {
    Vec::new()
}
/// What is wrong with a mapping; pointers into its wire body.
#[must_use]
pub fn validate_mapping(_order: &Order, _mapping: &Mapping, _caps: &Capabilities) -> Vec<Problem> {
    Vec::new()
}
/// What is wrong with a set-up; pointers into its wire body.
#[must_use]
pub fn validate_setup(_order: &Order, _setup: &Setup, _caps: &Capabilities) -> Vec<Problem> {
    Vec::new()
}
/// What is wrong with a hand-over; pointers into its wire body.
#[must_use]
pub fn validate_handover(_order: &Order, _handover: &Handover) -> Vec<Problem> {
    Vec::new()
}
/// What is wrong with the shared note; its pointer is `/note`.
#[must_use]
pub fn validate_note(_note: &str) -> Vec<Problem> {
    Vec::new()
}
/// A problem of a wire body, such as the answer to a dry run, at its place in the draft. `setup`
/// is the set-up that was asked about.
#[must_use]
pub fn in_draft(problem: &Problem, _setup: Option<&Setup>) -> Problem {
    problem.clone()
}
/// What is wrong with a name, if anything.
#[must_use]
pub fn check_name(_name: &str, _rule: &NameRule, _pointer: &str) -> Option<Problem> {
    None
}
/// A name for a company that satisfies the rule, or nothing.
#[must_use]
pub fn suggest_name(_company: &str, _rule: &NameRule) -> String {
    String::new()
}
