//! What to mind about one organization: stale, elsewhere, managed by others, not paying, asked
//! for approval, the partner itself.

use jiff::civil::date;

use super::*;

/// One day less than a year before, and a year before.
const NEARLY_A_YEAR_AGO: Date = date(2025, 11, 23);
const A_YEAR_AGO: Date = date(2025, 11, 22);

pub(super) fn cases() -> Vec<Case> {
    let zurita = || org("zurita", "Zurita");
    let asked = |says| order(says, "Zurita");
    vec![
        asked("nothing to mind").among([zurita()]).tells(["zurita: same_name same_prefix"]),
        asked("stale: idle for a year")
            .among([zurita().last_used(A_YEAR_AGO)])
            .tells(["zurita: same_name same_prefix | stale_unverified"]),
        asked("stale: not when it is idle for a day less")
            .among([zurita().last_used(NEARLY_A_YEAR_AGO)])
            .tells(["zurita: same_name same_prefix"]),
        asked("stale: never used since it was created a year ago")
            .among([zurita().created(A_YEAR_AGO)])
            .tells(["zurita: same_name same_prefix | stale_unverified"]),
        asked("stale: nothing is known of its use")
            .among([zurita().but(|o| o.created = None)])
            .tells(["zurita: same_name same_prefix | stale_unverified"]),
        asked("stale: not with a verified domain of its own")
            .among([zurita().last_used(A_YEAR_AGO).verified("other.example")])
            .tells(["zurita: same_name same_prefix | approval_required"]),
        asked("stale: a domain in a state of a newer service proves nothing")
            .among([zurita().last_used(A_YEAR_AGO).but(|o| {
                *o = o.clone().with_domain("zurita.example", "requested".into());
            })])
            .tells(["zurita: same_name same_prefix | stale_unverified"]),
        asked("stale: never recommended, however much speaks for it")
            .email("maria@zurita.example")
            .among([zurita()
                .created(A_YEAR_AGO)
                .with_admin("maria@zurita.example")])
            .settles("zurita: admin_email_equals users_in_domain same_name same_prefix | stale_unverified"),
        asked("activity that is dated tomorrow is activity")
            .among([zurita().last_used(date(2026, 11, 23))])
            .tells(["zurita: same_name same_prefix recent_activity"]),
        asked("another country is said and forbids nothing")
            .email("maria@zurita.example")
            .from("PT")
            .among([zurita().claims("zurita.example")])
            .tells(["zurita, recommended: claimed_domain_equals same_name same_prefix | other_country approval_required"]),
        asked("the same country in small letters with a space")
            .from("es ")
            .among([zurita()])
            .tells(["zurita: same_name same_prefix"]),
        asked("an organization without a country is in no other one")
            .among([zurita().lies_in("")])
            .tells(["zurita: same_name same_prefix"]),
        asked("an order without a country is from no other one")
            .from("")
            .among([zurita()])
            .tells(["zurita: same_name same_prefix"]),
        asked("managed by another partner is said and forbids nothing")
            .email("maria@zurita.example")
            .among([zurita().claims("zurita.example").managed_by("rival")])
            .tells(["zurita, recommended: claimed_domain_equals same_name same_prefix | managed_by_other approval_required"]),
        asked("managed by the operator's own partner")
            .among([zurita().managed_by(OWN)])
            .tells(["zurita: same_name same_prefix"]),
        asked("managed by the partner that was chosen")
            .partner("chosen")
            .among([zurita().managed_by("chosen")])
            .tells(["zurita: same_name same_prefix"]),
        asked("managed by itself")
            .among([zurita().managed_by("zurita")])
            .tells(["zurita: same_name same_prefix"]),
        asked("one's own company is minded when another manages it")
            .asks(Role::Own)
            .among([zurita().managed_by("rival")])
            .tells(["zurita: same_name same_prefix | managed_by_other"]),
        asked("a partner may be managed by whoever")
            .asks(Role::Partner)
            .among([zurita().managed_by("rival")])
            .tells(["zurita: same_name same_prefix"]),
        asked("a consumer organization")
            .among([zurita().but(|o| o.consumer = true)])
            .tells(["zurita: same_name same_prefix | consumer_or_trial"]),
        asked("a running trial")
            .among([zurita().but(|o| o.trial = Trial::Active)])
            .tells(["zurita: same_name same_prefix | consumer_or_trial"]),
        asked("a trial that ran out")
            .among([zurita().but(|o| o.trial = Trial::Expired)])
            .tells(["zurita: same_name same_prefix | consumer_or_trial"]),
        asked("a consumer's trial is said once")
            .among([zurita().but(|o| {
                o.consumer = true;
                o.trial = Trial::Active;
            })])
            .tells(["zurita: same_name same_prefix | consumer_or_trial"]),
        asked("a hundred users are asked for approval")
            .among([zurita().but(|o| o.users = 100)])
            .tells(["zurita: same_name same_prefix | approval_required"]),
        asked("ninety-nine users are not")
            .among([zurita().but(|o| o.users = 99)])
            .tells(["zurita: same_name same_prefix"]),
        asked("a partner is not asked for approval")
            .asks(Role::Partner)
            .among([zurita().but(|o| o.users = 100).claims("zurita.example")])
            .tells(["zurita: same_name same_prefix"]),
        asked("the partner itself as customer is red")
            .email("maria@zurita.example")
            .partner("zurita")
            .among([zurita().claims("zurita.example")])
            .tells(["zurita: claimed_domain_equals same_name same_prefix | same_as_partner approval_required"]),
        asked("the partner itself is right when the partner is looked for again")
            .email("maria@zurita.example")
            .asks(Role::Partner)
            .partner("zurita")
            .among([zurita().claims("zurita.example")])
            .tells(["zurita, recommended: claimed_domain_equals same_name same_prefix"]),
        asked("everything at once, gravest first")
            .partner("zurita")
            .from("PT")
            .among([
                zurita().created(A_YEAR_AGO).managed_by("rival").but(|o| {
                    o.consumer = true;
                    o.users = 200;
                }),
                org("twin", "Zurita"),
            ])
            .tells([
                "zurita: same_name same_prefix | stale_unverified same_as_partner near_tie other_country managed_by_other consumer_or_trial approval_required",
                "twin: same_name same_prefix | near_tie other_country",
            ]),
    ]
}
