//! `cargo xtask bindings`: writes the interface's TypeScript bindings anew from the commands.

use crate::command::{Outcome, run};
use crate::place::Place;

/// Has the test that compares the bindings write them instead.
pub fn renew(place: &Place) -> Outcome<()> {
    let words = ["test", "--package", "turnup", "--lib", "bindings"];
    run(place.cargo(&words).env("TURNUP_RENEW", "1"))
}
