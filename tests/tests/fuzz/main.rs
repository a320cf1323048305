//! Fuzzing: whatever comes from outside is read to an end, within bounds, and what was read is
//! kept. One test for each reader.
//!
//! Small here; `TURNUP_FUZZ` asks for more of each: a number of inputs (`100000`) or of seconds
//! (`60s`). The inputs are good documents (`corpus/`) made bad as the fuzzer's bytes decide, so
//! that they come further than random bytes do. With `cargo bolero test <name> --package
//! acceptance` the same tests run under libFuzzer, which learns from the coverage. An input that
//! failed prints its seed (`BOLERO_RANDOM_SEED`); put into `__fuzz__/<name>/crashes/` its bytes
//! are tried first in every run from then on.
#![allow(clippy::unwrap_used)]

mod choices;
mod cost;
mod damage;
mod email;
mod growth;
mod json;
mod run;
mod wire;

run::targets! {
    orders_page: wire::orders_page;
    organizations_page: wire::organizations_page;
    order: wire::order;
    activity: wire::activity;
    operation: wire::operation;
    capabilities: wire::capabilities;
    match_answer: wire::match_answer;
    me: wire::me;
    orders_summary: wire::orders_summary;
    checks: wire::checks;
    name_check: wire::name_check;
    problem: wire::problem;
    sign_in_metadata: wire::sign_in_metadata;
    tokens: wire::tokens;
    retry_after: wire::retry_after;
    nudges: wire::nudges;
    an_email: email::message;
}
