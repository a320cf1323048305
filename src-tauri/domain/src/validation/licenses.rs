//! Giving licences to sites: whole numbers, exactly what was ordered, nothing left over.

use crate::{
    draft::SiteDraft,
    order::{Line, Order, ServiceKind},
    problem::Problem,
};

/// How many licences of a line a site gets. A line without a number counts as none, unless the
/// site is the only one: then it gets everything.
#[must_use]
pub fn share(sites: &[SiteDraft], site: usize, line: &Line) -> u32 {
    let given = sites
        .get(site)
        .and_then(|site| site.licenses.get(&line.id).copied());
    match given {
        Some(count) => count,
        None if sites.len() == 1 && site == 0 => line.licenses(),
        None => 0,
    }
}

/// Licences of a line that no site has yet; negative when more were given than ordered.
#[must_use]
pub fn left_over(sites: &[SiteDraft], line: &Line) -> i64 {
    let given: i64 = (0..sites.len())
        .map(|site| i64::from(share(sites, site, line)))
        .sum();
    i64::from(line.licenses()) - given
}

/// What is wrong with the distribution over one or more sites; one problem per line at
/// `<base>/<line id>`.
pub(super) fn check_licenses(sites: &[SiteDraft], order: &Order, base: &str) -> Vec<Problem> {
    let mut problems: Vec<Problem> = order
        .lines_of(&ServiceKind::Meetings)
        .filter_map(|line| {
            let problem = |code| {
                Problem::new(format!("{base}/{}", escaped(line.id.as_str())), code)
                    .with("line", &line.id)
                    .with("quantity", line.licenses())
            };
            match left_over(sites, line) {
                0 => None,
                left if left > 0 => Some(problem("licenses_left_over").with("left", left)),
                over => Some(problem("licenses_too_many").with("over", -over)),
            }
        })
        .collect();
    problems.extend(of_no_line(sites, order, base));
    problems
}

/// Licences of lines that this order does not have (any more).
fn of_no_line(sites: &[SiteDraft], order: &Order, base: &str) -> Vec<Problem> {
    let mut stray: Vec<&str> = sites
        .iter()
        .flat_map(|site| &site.licenses)
        .filter(|(id, count)| {
            **count > 0
                && !order
                    .lines_of(&ServiceKind::Meetings)
                    .any(|line| line.id == **id)
        })
        .map(|(id, _)| id.as_str())
        .collect();
    stray.sort_unstable();
    stray.dedup();
    stray
        .into_iter()
        .map(|id| {
            Problem::new(format!("{base}/{}", escaped(id)), "unknown_value").with("value", id)
        })
        .collect()
}

/// A name as a token of a JSON pointer (RFC 6901).
fn escaped(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::LineId,
        testing::{OrderBuilder, site},
    };

    fn with(name: &str, licenses: &[(&str, u32)]) -> SiteDraft {
        let licenses = licenses
            .iter()
            .map(|(id, count)| (LineId::new(*id), *count))
            .collect();
        SiteDraft {
            licenses,
            ..site(name)
        }
    }

    #[test]
    fn everything_ordered_is_given_out_and_nothing_more() {
        let order = OrderBuilder::new()
            .line("1", ServiceKind::Meetings, 250)
            .line("2", ServiceKind::Meetings, 3)
            .line("3", ServiceKind::Calling, 9)
            .build();
        type Case = (
            &'static str,
            Vec<SiteDraft>,
            Vec<(&'static str, &'static str, &'static str)>,
        );
        let cases: Vec<Case> = vec![
            ("the only site gets all", vec![with("a", &[])], vec![]),
            (
                "the only site gets the other line",
                vec![with("a", &[("1", 250)])],
                vec![],
            ),
            (
                "a number counts even for the only site",
                vec![with("a", &[("1", 249)])],
                vec![("/l/1", "licenses_left_over", "1")],
            ),
            (
                "two sites start with nothing",
                vec![with("a", &[]), with("b", &[])],
                vec![
                    ("/l/1", "licenses_left_over", "250"),
                    ("/l/2", "licenses_left_over", "3"),
                ],
            ),
            (
                "two sites share",
                vec![with("a", &[("1", 200), ("2", 3)]), with("b", &[("1", 50)])],
                vec![],
            ),
            (
                "too many",
                vec![with("a", &[("1", 250), ("2", 3)]), with("b", &[("2", 2)])],
                vec![("/l/2", "licenses_too_many", "2")],
            ),
            (
                "sums do not overflow",
                vec![
                    with("a", &[("1", u32::MAX), ("2", 3)]),
                    with("b", &[("1", u32::MAX)]),
                ],
                vec![("/l/1", "licenses_too_many", "8589934340")],
            ),
            (
                "a line that is gone",
                vec![with("a", &[("1", 250), ("2", 3), ("x/y", 1)])],
                vec![("/l/x~1y", "unknown_value", "x/y")],
            ),
            (
                "a line that is gone, with none",
                vec![with("a", &[("9", 0)])],
                vec![],
            ),
            (
                "another service's line",
                vec![with("a", &[("3", 9)])],
                vec![("/l/3", "unknown_value", "3")],
            ),
        ];
        for (name, sites, expected) in cases {
            let problems = check_licenses(&sites, &order, "/l");
            let found: Vec<(&str, &str, &str)> = problems
                .iter()
                .map(|p| {
                    let value = ["left", "over", "value"]
                        .iter()
                        .find_map(|k| p.params.get(*k));
                    (
                        p.pointer.as_str(),
                        p.code.as_str(),
                        value.map_or("", String::as_str),
                    )
                })
                .collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn a_count_that_changes_is_given_out_as_it_will_be() {
        let mut order = OrderBuilder::new()
            .line("1", ServiceKind::Meetings, 25)
            .build();
        order.lines[0].pending_quantity = Some(30);
        let only = [with("a", &[])];
        assert_eq!(share(&only, 0, &order.lines[0]), 30);
        for (licenses, left) in [(25, 5), (30, 0), (31, -1)] {
            let sites = [with("a", &[("1", licenses)])];
            assert_eq!(left_over(&sites, &order.lines[0]), left, "{licenses}");
        }
    }
}
