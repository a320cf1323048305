//! Acts for many orders of a cache without an account; with one they are in the acceptance tests.
#![allow(clippy::unwrap_used)]

use turnup_domain::OrderId;

use super::undoing::{Step, Undoing};

#[test]
fn only_what_was_done_last_can_be_undone_and_only_once() {
    let step = || vec![(OrderId::from("ord_1"), Step::Remind(None))];
    let mut undoing = Undoing::default();
    let first = undoing.keep(step()).unwrap();
    let second = undoing.keep(step()).unwrap();
    assert!(undoing.take(first).is_none());
    assert_eq!(undoing.take(second).unwrap().len(), 1);
    assert!(undoing.take(second).is_none());
    assert_eq!(undoing.keep(Vec::new()), None);
    assert!(undoing.take(second).is_none());
}
