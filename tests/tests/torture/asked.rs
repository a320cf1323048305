//! How much is asked for: little, unless the environment says otherwise.

use std::env;

/// The number in a variable, or the usual one.
pub fn number(variable: &str, usual: u64) -> u64 {
    env::var(variable).map_or(usual, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{variable} is no number: {text}"))
    })
}
