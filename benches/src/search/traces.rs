//! What people type, letter by letter.

use std::time::Duration;

use crate::orders::order;

/// Some of it by hand; more is made from the orders themselves.
const TYPED: [&str; 24] = [
    "zurita logistics",
    "boveda tele",
    "muller",
    "orsted foods",
    "ana ruiz sevilla",
    "office@helios471.example",
    "4410-01234",
    "sub-es1234",
    "koln steel",
    "pacific media",
    "consulting",
    "granite design paris",
    "logistics gmbh",
    "aarhus",
    "vector99",
    "telecom inc",
    "norte motors ab",
    "travel wien",
    "state:provisioning zurita",
    "due:<3d sevilla",
    "-foods zurita country:es",
    "customer:\"granite design\"",
    "is:open has:deadline telecom",
    "service:calling age:>7d koln",
];
/// Traces in all.
const TRACES: u32 = 200;
/// What is only similar to something: inside of words, or one slip away.
pub const SIMILAR: [&str; 10] = [
    "ogist",
    "zurtia",
    "consutling",
    "elecom",
    "grantie desing",
    "nakamrua",
    "iberca",
    "travle wein",
    "shiping",
    "orstde foods",
];

/// The traces: of companies, numbers, addresses and cities, in turn.
pub fn traces(count: u32) -> Vec<String> {
    let mut traces: Vec<String> = TYPED.iter().map(|text| (*text).to_owned()).collect();
    for n in traces.len() as u32..TRACES {
        let order = order(n * (count / TRACES));
        let customer = order.end_customer;
        traces.push(match n % 5 {
            0 => customer.company,
            1 => order.number.to_string(),
            2 => customer.email.unwrap_or_default(),
            3 => format!("{} {}", customer.city, customer.company),
            _ => order.subscription,
        });
    }
    traces
}

/// What stands in the field after each key.
pub fn prefixes(text: &str) -> impl Iterator<Item = String> {
    (1..=text.chars().count()).map(move |end| text.chars().take(end).collect())
}

/// Whether it is only words: peers know no operators of ours.
pub fn is_plain(text: &str) -> bool {
    !text.contains([':', '"']) && !text.starts_with('-')
}

/// How long something took.
pub fn timed(work: impl FnOnce()) -> Duration {
    let begun = std::time::Instant::now();
    work();
    begun.elapsed()
}
