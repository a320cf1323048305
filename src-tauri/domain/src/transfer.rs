//! What lies on transferred sites against what was ordered: nobody but a person can decide whether
//! that is meant so.

use std::collections::BTreeMap;

use crate::{
    open_enum::open_enum,
    order::{Order, ServiceKind},
};

open_enum! {
    /// How a service on the sites stands against the order.
    pub enum Verdict {
        /// As many licences as were ordered.
        Same = "same",
        /// Fewer are in use than were ordered.
        Fewer = "fewer",
        /// More are in use than were ordered: some people would lose theirs.
        More = "more",
        /// Ordered, and not on the sites yet.
        Missing = "missing",
        /// On the sites, and not ordered: it is not carried over.
        NotOrdered = "not_ordered",
    }
}

/// A service found on a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which service.
    pub kind: ServiceKind,
    /// As on a quote.
    pub name: String,
    /// Licences in use.
    pub quantity: u32,
}

/// One service, ordered and found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Which service.
    pub kind: ServiceKind,
    /// As on the quote.
    pub name: String,
    /// Licences ordered.
    pub ordered: u64,
    /// Licences in use on all sites together.
    pub found: u64,
    /// What follows from the two.
    pub verdict: Verdict,
}

/// Sets what was found on all sites of a transfer code against the lines of an order, by the name
/// of the service; ordered ones first, in the order of the lines.
#[must_use]
pub fn compare(order: &Order, found: &[Found]) -> Vec<Compared> {
    let mut rows: Vec<Compared> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut row = |rows: &mut Vec<Compared>, kind: &ServiceKind, name: &str| {
        let key = name.trim().to_lowercase();
        *places.entry(key).or_insert_with(|| {
            rows.push(Compared {
                kind: kind.clone(),
                name: name.trim().to_owned(),
                ordered: 0,
                found: 0,
                verdict: Verdict::Same,
            });
            rows.len() - 1
        })
    };
    for line in &order.lines {
        let at = row(&mut rows, &line.service, &line.name);
        rows[at].ordered += u64::from(line.quantity);
    }
    for one in found {
        let at = row(&mut rows, &one.kind, &one.name);
        rows[at].found += u64::from(one.quantity);
    }
    for row in &mut rows {
        row.verdict = match (row.ordered, row.found) {
            (ordered, found) if ordered == found => Verdict::Same,
            (0, _) => Verdict::NotOrdered,
            (_, 0) => Verdict::Missing,
            (ordered, found) if found > ordered => Verdict::More,
            _ => Verdict::Fewer,
        };
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::OrderBuilder;

    fn found(kind: &str, name: &str, quantity: u32) -> Found {
        Found {
            kind: kind.into(),
            name: name.into(),
            quantity,
        }
    }

    #[test]
    fn each_service_is_told_with_what_it_means_for_people() {
        let mut order = OrderBuilder::new()
            .line("1", "meetings".into(), 25)
            .line("2", "calling".into(), 10)
            .line("3", "calling".into(), 5)
            .build();
        for (line, name) in order
            .lines
            .iter_mut()
            .zip(["Meetings", "Calling", "Calling"])
        {
            line.name = name.into();
        }
        for (case, sites, expected) in [
            (
                "as ordered, over two sites",
                vec![
                    found("meetings", "Meetings", 20),
                    found("meetings", " meetings ", 5),
                    found("calling", "Calling", 15),
                ],
                vec![("Meetings", 25, 25, "same"), ("Calling", 15, 15, "same")],
            ),
            (
                "fewer, and one not yet",
                vec![found("meetings", "Meetings", 24)],
                vec![("Meetings", 25, 24, "fewer"), ("Calling", 15, 0, "missing")],
            ),
            (
                "more, and one that was not ordered",
                vec![
                    found("messaging", "Messaging", 3),
                    found("meetings", "Meetings", 26),
                    found("calling", "Calling", 15),
                ],
                vec![
                    ("Meetings", 25, 26, "more"),
                    ("Calling", 15, 15, "same"),
                    ("Messaging", 0, 3, "not_ordered"),
                ],
            ),
            (
                "nothing",
                Vec::new(),
                vec![
                    ("Meetings", 25, 0, "missing"),
                    ("Calling", 15, 0, "missing"),
                ],
            ),
        ] {
            let rows = compare(&order, &sites);
            let told: Vec<_> = rows
                .iter()
                .map(|row| {
                    (
                        row.name.as_str(),
                        row.ordered,
                        row.found,
                        row.verdict.as_str(),
                    )
                })
                .collect();
            assert_eq!(told, expected, "{case}");
        }
    }

    #[test]
    fn the_largest_quantities_add_up() {
        let order = OrderBuilder::new().build();
        let most = found("meetings", "Meetings", u32::MAX);
        let rows = compare(&order, &[most.clone(), most]);
        assert_eq!(
            rows.last().map(|row| row.found),
            Some(2 * u64::from(u32::MAX))
        );
    }
}
