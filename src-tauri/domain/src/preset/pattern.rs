//! Names by pattern: `{company}-meet` is `zurita-meet` for one customer and `ibarra-meet` for
//! another.

use crate::{capabilities::NameRule, order::Order, validation::suggest_name};

/// What a pattern may name of an order.
pub const TOKENS: [&str; 3] = ["{company}", "{city}", "{country}"];

/// The name that a pattern gives for an order, cut to what the rule takes. Without a token it is
/// the pattern itself. The company's part gives way when all of it is too long.
#[must_use]
pub fn fill(pattern: &str, order: &Order, rule: &NameRule) -> String {
    let customer = &order.end_customer;
    let rest = pattern.replace(TOKENS[0], "");
    let rest = place(&rest, order, rule);
    let room = usize::try_from(rule.max)
        .unwrap_or(usize::MAX)
        .saturating_sub(rest.chars().count());
    let own = NameRule {
        max: u32::try_from(room).unwrap_or(rule.max),
        min: 1,
        reserved: Vec::new(),
        ..rule.clone()
    };
    let company = if room == 0 {
        String::new()
    } else {
        suggest_name(&customer.company, &own)
    };
    place(&pattern.replace(TOKENS[0], &company), order, rule)
}

/// City and country, as a name may have them.
fn place(pattern: &str, order: &Order, rule: &NameRule) -> String {
    let customer = &order.end_customer;
    let anything = NameRule {
        min: 1,
        reserved: Vec::new(),
        ..rule.clone()
    };
    pattern
        .replace(TOKENS[1], &suggest_name(&customer.city, &anything))
        .replace(TOKENS[2], &customer.country.to_lowercase())
}

/// A name with the company's own part as a token, where it begins with or has that part.
#[must_use]
pub fn pattern_of(name: &str, order: &Order, rule: &NameRule) -> String {
    let company = suggest_name(&order.end_customer.company, rule);
    if company.is_empty() {
        name.to_owned()
    } else {
        name.replacen(&company, TOKENS[0], 1)
    }
}
