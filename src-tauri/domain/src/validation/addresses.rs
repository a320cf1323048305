//! Postal addresses under the rule of their country. A missing field or a line that is too long
//! is refused; a postal code or state that looks unusual only warns, because rules about other
//! people's countries are never complete.

use regex_lite::{Regex, RegexBuilder};

use crate::{
    capabilities::{Capabilities, CountryRule},
    intent::Address,
    problem::Problem,
    validation::text::TextRule,
};

/// A pattern that needs more memory than this to be read is no postal code's.
const MAX_PATTERN_BYTES: usize = 1 << 20;

/// What is wrong with an address in a country; `base` is the address's pointer.
pub(super) fn check_address(
    address: &Address,
    country: &str,
    caps: &Capabilities,
    base: &str,
) -> Vec<Problem> {
    let rule = caps.country(country);
    fields(address)
        .into_iter()
        .filter_map(|(name, value)| {
            let required =
                rule.is_some_and(|rule| rule.required.iter().any(|needed| needed == name));
            TextRule {
                required,
                max: caps.max_address_line,
                many_lines: false,
            }
            .check(value, &format!("{base}/{name}"))
        })
        .collect()
}

/// What is unusual about an address that is otherwise right.
pub(super) fn address_warnings(
    address: &Address,
    country: &str,
    caps: &Capabilities,
    base: &str,
) -> Vec<Problem> {
    let Some(rule) = caps.country(country) else {
        return Vec::new();
    };
    let mut warnings = Vec::new();
    let state = address.state.trim();
    if !state.is_empty() && !rule.states.is_empty() && !rule.states.iter().any(|s| s == state) {
        warnings.push(Problem::new(format!("{base}/state"), "unknown_value").with("value", state));
    }
    if is_unusual(address.postal_code.trim(), rule) {
        warnings.push(
            Problem::new(format!("{base}/postal_code"), "postal_code_unusual")
                .with("example", &rule.postal_example),
        );
    }
    warnings
}

fn fields(address: &Address) -> [(&'static str, &str); 5] {
    [
        ("street1", &address.street1),
        ("street2", &address.street2),
        ("city", &address.city),
        ("state", &address.state),
        ("postal_code", &address.postal_code),
    ]
}

fn is_unusual(postal_code: &str, rule: &CountryRule) -> bool {
    !postal_code.is_empty()
        && pattern(&rule.postal_pattern).is_some_and(|whole| !whole.is_match(postal_code))
}

/// The service's pattern for a whole code; one that cannot be read is no rule.
fn pattern(text: &str) -> Option<Regex> {
    if text.is_empty() {
        return None;
    }
    RegexBuilder::new(&format!("^(?:{text})$"))
        .case_insensitive(true)
        .size_limit(MAX_PATTERN_BYTES)
        .build()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Codes, capabilities};

    fn address(street1: &str, city: &str, state: &str, postal_code: &str) -> Address {
        Address {
            street1: street1.into(),
            street2: String::new(),
            city: city.into(),
            state: state.into(),
            postal_code: postal_code.into(),
        }
    }

    fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
        problems
            .iter()
            .map(|p| (p.pointer.as_str(), p.code.as_str()))
            .collect()
    }

    #[test]
    fn each_country_asks_for_its_own_fields() {
        let caps = capabilities();
        let cases: Vec<(&str, Address, Codes)> = vec![
            (
                "ES",
                address("Calle Sierpes 1", "Sevilla", "Sevilla", "41004"),
                &[],
            ),
            (
                "ES",
                address("", "", "", ""),
                &[
                    ("/a/street1", "required"),
                    ("/a/city", "required"),
                    ("/a/state", "required"),
                    ("/a/postal_code", "required"),
                ],
            ),
            ("IE", address("1 Grafton Street", "Dublin", "", ""), &[]),
            (
                "HK",
                address("1 Queen's Road", "", "", ""),
                &[("/a/city", "required")],
            ),
            (
                "US",
                address("1 Main St", "Austin", "TX", ""),
                &[("/a/postal_code", "required")],
            ),
            (
                "US",
                address("x\0y", "Austin", "TX", "73301"),
                &[("/a/street1", "control_characters")],
            ),
            (
                "IE",
                address(&"x".repeat(51), "Dublin", "", ""),
                &[("/a/street1", "too_long")],
            ),
            ("ZZ", address("", "", "", ""), &[]),
        ];
        for (country, address, expected) in cases {
            let problems = check_address(&address, country, &caps, "/a");
            assert_eq!(codes(&problems), expected, "{country} {address:?}");
        }
    }

    #[test]
    fn what_looks_unusual_only_warns() {
        let caps = capabilities();
        let cases: Vec<(&str, &str, &str, Codes)> = vec![
            ("ES", "Sevilla", "41004", &[]),
            ("ES", "Sevilla", " 41004 ", &[]),
            (
                "ES",
                "Sevilla",
                "4100",
                &[("/a/postal_code", "postal_code_unusual")],
            ),
            (
                "ES",
                "Sevilla",
                "x41004",
                &[("/a/postal_code", "postal_code_unusual")],
            ),
            ("US", "TX", "73301-1234", &[]),
            ("US", "Texas", "73301", &[("/a/state", "unknown_value")]),
            ("IE", "", "d02 x285", &[]),
            ("HK", "", "anything", &[]),
        ];
        for (country, state, postal_code, expected) in cases {
            let address = address("1", "X", state, postal_code);
            let warnings = address_warnings(&address, country, &caps, "/a");
            assert_eq!(codes(&warnings), expected, "{country} {postal_code}");
            assert_eq!(
                check_address(&address, country, &caps, "/a"),
                [],
                "never refused"
            );
        }
    }

    #[test]
    fn a_pattern_that_cannot_be_read_is_no_rule() {
        let mut caps = capabilities();
        caps.countries[0].postal_pattern = "(\\d".into();
        let address = address("1", "X", "Sevilla", "???");
        assert_eq!(
            address_warnings(&address, &caps.countries[0].code.clone(), &caps, "/a"),
            []
        );
    }
}
