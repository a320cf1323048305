//! Several organizations: which comes first, when none is recommended, and what stands twice.

use jiff::civil::date;

use super::*;

const YESTERDAY: Date = date(2026, 11, 21);

pub(super) fn cases() -> Vec<Case> {
    let asked = |says| order(says, "Zurita").email("maria@zurita.example");
    let claims = |id| org(id, "Ibarra").claims("zurita.example");
    let verified = |id| org(id, "Ibarra").verified("zurita.example");
    vec![
        asked("domain is worth more than name")
            .among([org("name", "Zurita"), claims("domain")])
            .tells([
                "domain, recommended: claimed_domain_equals | approval_required",
                "name: same_name same_prefix",
            ]),
        asked("claimed is worth more than verified, verified more than users")
            .among([
                org("users", "Ibarra").with_user("luis@zurita.example"),
                verified("verified"),
                claims("claimed"),
            ])
            .tells([
                "claimed, recommended: claimed_domain_equals | approval_required",
                "verified: verified_domain_equals | approval_required",
                "users: users_in_domain",
            ]),
        asked("the same evidence twice is a tie of both")
            .among([claims("a"), claims("b")])
            .tells([
                "a: claimed_domain_equals | near_tie approval_required",
                "b: claimed_domain_equals | near_tie approval_required",
            ]),
        asked("a tie is broken by subscriptions and stays a tie")
            .among([claims("a"), claims("b").but(|o| o.subscriptions = 2)])
            .tells([
                "b: claimed_domain_equals | near_tie approval_required",
                "a: claimed_domain_equals | near_tie approval_required",
            ]),
        asked("five points apart are a near tie")
            .among([
                claims("a"),
                org("b", "Zurita Ingeniería Industrial").claims("zurita.example"),
            ])
            .tells([
                "b: claimed_domain_equals same_prefix | near_tie approval_required",
                "a: claimed_domain_equals | near_tie approval_required",
            ]),
        asked("ten points apart are none")
            .among([claims("a"), claims("b").last_used(YESTERDAY)])
            .tells([
                "b, recommended: claimed_domain_equals recent_activity | approval_required",
                "a: claimed_domain_equals | approval_required",
            ]),
        asked("two that are both far behind are no tie")
            .among([claims("far"), org("a", "Zurita"), org("b", "Zurita")])
            .tells([
                "far, recommended: claimed_domain_equals | approval_required",
                "a: same_name same_prefix",
                "b: same_name same_prefix",
            ]),
        asked("beyond the highest score the better evidence still comes first")
            .among([
                org("verified", "Zurita")
                    .verified("zurita.example")
                    .with_user("luis@zurita.example")
                    .last_used(YESTERDAY)
                    .but(|o| o.subscriptions = 9),
                org("claimed", "Zurita")
                    .claims("zurita.example")
                    .with_user("luis@zurita.example")
                    .last_used(YESTERDAY),
            ])
            .tells([
                "claimed: claimed_domain_equals users_in_domain same_name same_prefix recent_activity | near_tie approval_required",
                "verified: verified_domain_equals users_in_domain same_name same_prefix recent_activity | near_tie approval_required",
            ]),
        asked("when the best is stale the next is not recommended instead")
            .among([
                org("stale", "Zurita")
                    .with_user("luis@zurita.example")
                    .created(date(2019, 3, 4)),
                verified("next").last_used(YESTERDAY),
            ])
            .tells([
                "next: verified_domain_equals recent_activity | near_tie approval_required",
                "stale: users_in_domain same_name same_prefix | stale_unverified near_tie",
            ]),
        asked("a name alone is too little to recommend")
            .among([org("zurita", "Zurita").last_used(YESTERDAY)])
            .tells(["zurita: same_name same_prefix recent_activity"]),
        asked("the same organization twice is one candidate and no rival of itself")
            .among([claims("a"), claims("a")])
            .tells(["a, recommended: claimed_domain_equals | approval_required"]),
        asked("of two states of one organization the later counts")
            .among([
                claims("a").but(|o| o.revision = 5),
                org("a", "Zurita").but(|o| o.revision = 9),
                claims("a").but(|o| o.revision = 7),
            ])
            .tells(["a: same_name same_prefix"]),
        asked("who left an organization settles nothing")
            .among([
                org("a", "Ibarra").with_user("maria@zurita.example"),
                org("a", "Zurita").but(|o| o.revision = 9),
            ])
            .tells(["a: same_name same_prefix"]),
        asked("two organizations of one name in two countries are both shown")
            .among([org("es", "Zurita"), org("pt", "Zurita").lies_in("PT")])
            .tells([
                "es: same_name same_prefix | near_tie",
                "pt: same_name same_prefix | near_tie other_country",
            ]),
        asked("nobody is known").tells([]),
        asked("being in use alone is no reason")
            .among([org("ibarra", "Ibarra").last_used(YESTERDAY)])
            .tells([]),
    ]
}
