//! Site names and SIP names: labels of the name system under the service's rule. Whether a name
//! is still free only the service knows.

use crate::{capabilities::NameRule, matching::normalised_name, problem::Problem};

/// What is wrong with a name, if anything: `required`, `too_short`, `too_long`,
/// `invalid_characters`, `hyphen_at_end` or `reserved`.
#[must_use]
pub fn check_name(name: &str, rule: &NameRule, pointer: &str) -> Option<Problem> {
    let problem = |code: &str| Some(Problem::new(pointer, code));
    let length = name.chars().count();
    if length == 0 {
        return problem("required");
    }
    if !name.chars().all(|c| is_allowed(c, rule)) {
        return problem("invalid_characters");
    }
    if name.starts_with('-') || name.ends_with('-') {
        return problem("hyphen_at_end");
    }
    if length < rule.min as usize {
        return Some(Problem::new(pointer, "too_short").with("min", rule.min));
    }
    if length > rule.max as usize {
        return Some(
            Problem::new(pointer, "too_long")
                .with("max", rule.max)
                .with("length", length),
        );
    }
    if is_reserved(name, rule) {
        problem("reserved")
    } else {
        None
    }
}

/// A name for a company that satisfies the rule, or nothing when its name gives none.
#[must_use]
pub fn suggest_name(company: &str, rule: &NameRule) -> String {
    let joint = if rule.inner_hyphens { "-" } else { "" };
    let words: Vec<String> = normalised_name(company)
        .split_whitespace()
        .map(|word| {
            word.chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect();
    let name = fit(&words, joint, rule.max as usize);
    let name = if is_reserved(&name, rule) {
        format!("{name}1")
    } else {
        name
    };
    if check_name(&name, rule, "").is_none() {
        name
    } else {
        String::new()
    }
}

/// As many whole words as fit; a first word that is too long by itself is cut.
fn fit(words: &[String], joint: &str, max: usize) -> String {
    let mut name = String::new();
    for word in words {
        let length = if name.is_empty() {
            0
        } else {
            name.len() + joint.len()
        };
        if length + word.len() > max {
            break;
        }
        if !name.is_empty() {
            name.push_str(joint);
        }
        name.push_str(word);
    }
    match words.first() {
        Some(first) if name.is_empty() => first.chars().take(max).collect(),
        _ => name,
    }
}

fn is_allowed(c: char, rule: &NameRule) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || (c == '-' && rule.inner_hyphens)
}

fn is_reserved(name: &str, rule: &NameRule) -> bool {
    rule.reserved.iter().any(|reserved| reserved == name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::capabilities;

    #[test]
    fn a_name_has_exactly_the_first_problem_it_meets() {
        let caps = capabilities();
        let long = "a".repeat(64);
        let cases: &[(&str, &NameRule, Option<&str>)] = &[
            ("zurita", &caps.site_name, None),
            ("zurita-y-compania", &caps.site_name, None),
            ("4u", &caps.site_name, None),
            ("", &caps.site_name, Some("required")),
            ("Zurita", &caps.site_name, Some("invalid_characters")),
            ("zurita y", &caps.site_name, Some("invalid_characters")),
            ("compañia", &caps.site_name, Some("invalid_characters")),
            ("zurita.", &caps.site_name, Some("invalid_characters")),
            ("-zurita", &caps.site_name, Some("hyphen_at_end")),
            ("zurita-", &caps.site_name, Some("hyphen_at_end")),
            ("z", &caps.site_name, None),
            (&long, &caps.site_name, Some("too_long")),
            (&long[..63], &caps.site_name, None),
            ("www", &caps.site_name, Some("reserved")),
            ("zurita", &caps.sip_name, None),
            ("zu", &caps.sip_name, Some("too_short")),
            ("zurita-sip", &caps.sip_name, Some("invalid_characters")),
        ];
        for (name, rule, expected) in cases {
            let found = check_name(name, rule, "/x");
            assert_eq!(
                found.as_ref().map(|p| p.code.as_str()),
                *expected,
                "{name:?}"
            );
        }
    }

    #[test]
    fn a_company_gives_its_name_without_its_legal_form() {
        let caps = capabilities();
        let cases = [
            (
                "Zurita y Compañía, S.L.",
                "zurita-compania",
                "zuritacompania",
            ),
            (
                "Müller & Söhne GmbH & Co. KG",
                "muller-sohne",
                "mullersohne",
            ),
            ("株式会社サンライズ", "sanraizu", "sanraizu"),
            ("WWW Inc.", "www1", "www"),
            ("Z", "z", ""),
            ("!!!", "", ""),
            ("", "", ""),
        ];
        for (company, site, sip) in cases {
            assert_eq!(suggest_name(company, &caps.site_name), site, "{company}");
            assert_eq!(suggest_name(company, &caps.sip_name), sip, "{company}");
        }
    }

    proptest! {
        #[test]
        fn a_suggestion_always_satisfies_the_rule(company in "\\PC{0,120}") {
            let caps = capabilities();
            for rule in [&caps.site_name, &caps.sip_name] {
                let name = suggest_name(&company, rule);
                prop_assert!(name.is_empty() || check_name(&name, rule, "").is_none());
            }
        }
    }
}
