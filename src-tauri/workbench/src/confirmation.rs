//! The page of the point of no return: order against choice, with the dry run's result. Making
//! it changes nothing.

use std::collections::BTreeMap;

use turnup_contract::{ChecksAnswer, ChecksRequest, ProvisioningService};
use turnup_domain::{
    Capabilities, Draft, Order, OrderId, OrganizationChoice, Problem, ServiceKind,
    draft::CompletedBy,
    intent::Setup,
    organization::{Approval, Severity},
    validation::{in_draft, validate, validate_warnings},
};

use crate::{
    Workbench, answers,
    drafting::editable,
    failure::Outcome,
    order_view::{draft_of, problem_view, set_up_now},
    reviews::is_missing,
    session::Session,
    views::{ComparisonRow, ConfirmationView, ProblemView, Sentence},
};

impl Workbench {
    /// What confirming would do, and what stands in the way.
    pub async fn prepare_confirmation(&self, id: &str) -> Outcome<ConfirmationView> {
        let order_id = OrderId::from(id);
        let (stored, caps) = self
            .with_store(move |store| editable(store, &order_id))
            .await?;
        let session = self.session()?;
        let order = &stored.order;
        let draft = draft_of(&stored, &caps);
        let problems = validate(order, &draft, &caps);
        let dry_run = if problems.is_empty() {
            dry_run(&session, order, &draft, &caps).await
        } else {
            None
        };
        let checked = dry_run.is_some();
        let (found, setup) = dry_run.unwrap_or_default();
        // A dry run points into what was asked; here that becomes a place in the forms.
        let in_form = |problem: &Problem| problem_view(&in_draft(problem, setup.as_ref()));
        let mut warnings: Vec<ProblemView> = validate_warnings(order, &draft, &caps)
            .iter()
            .map(problem_view)
            .collect();
        warnings.extend(found.warnings.iter().map(in_form));
        let mut standing: Vec<ProblemView> = problems.iter().map(problem_view).collect();
        standing.extend(found.problems.iter().map(in_form));
        let act = act(order, &draft);
        Ok(ConfirmationView {
            phrase: order.number.to_string(),
            rows: rows(order, &draft, &caps),
            problems: standing,
            warnings,
            checked,
            online: session.is_online(),
            act: act.to_owned(),
            set_up_now: set_up_now(order, &draft),
            review_missing: act.starts_with("map")
                && self.needs_review()
                && is_missing(order, &draft, &caps),
        })
    }
}

/// What confirming a draft does.
pub(crate) fn act(order: &Order, draft: &Draft) -> &'static str {
    if draft.completed_by == Some(CompletedBy::SomeoneElse) {
        "hand_over"
    } else if order.mapping.is_some() {
        "set_up"
    } else if draft.customer_sets_up || set_up_now(order, draft).is_empty() {
        "map"
    } else {
        "map_and_set_up"
    }
}

/// Asks the service for a dry run; its answer and the set-up it is about. None when it cannot be
/// asked now. It is made again before the mapping is sent.
pub(crate) async fn dry_run(
    session: &Session,
    order: &Order,
    draft: &Draft,
    caps: &Capabilities,
) -> Option<(ChecksAnswer, Option<Setup>)> {
    if !session.is_online() || draft.completed_by == Some(CompletedBy::SomeoneElse) {
        return None;
    }
    let mapping = match &order.mapping {
        Some(_) => None,
        None => Some(draft.mapping(order, &order.number, caps).ok()?),
    };
    let setup = draft.setup(order, caps).ok()?;
    let asked = ChecksRequest { mapping, setup };
    let answer = session.service.checks(&order.id, &asked).await.ok()?;
    Some((answer, asked.setup))
}

pub(crate) fn rows(order: &Order, draft: &Draft, caps: &Capabilities) -> Vec<ComparisonRow> {
    let mut rows = Vec::new();
    if order.mapping.is_none() {
        if draft.completed_by != Some(CompletedBy::OwnCompany) {
            rows.push(row(
                "partner",
                Sentence::new("address", &[("email", &order.contact.email)]),
                chosen_name(&draft.partner),
                verdict_of_flags(&draft.partner),
            ));
        }
        rows.extend(customer_rows(order, draft, caps));
    }
    if let Some(services) = services_row(order, draft) {
        rows.push(services);
    }
    rows
}

fn customer_rows(order: &Order, draft: &Draft, caps: &Capabilities) -> Vec<ComparisonRow> {
    let customer = &order.end_customer;
    let mut rows = vec![row(
        "customer",
        Sentence::new("name", &[("name", &customer.company)]),
        chosen_name(&draft.customer),
        verdict_of_flags(&draft.customer),
    )];
    let country = match &draft.customer {
        OrganizationChoice::Existing(chosen) => chosen.candidate.organization.country.as_str(),
        OrganizationChoice::Create { organization, .. } => organization.country.as_str(),
        OrganizationChoice::Undecided => "",
    };
    let region = caps
        .country(country)
        .map_or("", |rule| rule.data_region.as_str());
    let same = country == customer.country || customer.country.is_empty();
    rows.push(row(
        "country",
        Sentence::new("country", &[("country", &customer.country)]),
        Sentence::new("country", &[("country", country), ("region", region)]),
        if same { "same" } else { "different" },
    ));
    if let OrganizationChoice::Existing(chosen) = &draft.customer {
        let wanted = customer
            .email
            .as_deref()
            .and_then(turnup_domain::matching::email_domain);
        let domains = &chosen.candidate.organization.domains;
        let equal = domains
            .iter()
            .find(|domain| Some(&domain.name) == wanted.as_ref());
        let shown = equal.or(domains.first());
        rows.push(row(
            "domain",
            wanted
                .as_deref()
                .map_or(Sentence::new("none", &[]), |name| {
                    Sentence::new("domain", &[("name", name)])
                }),
            shown.map_or(Sentence::new("none", &[]), |domain| {
                Sentence::new(
                    "domain",
                    &[("name", &domain.name), ("state", domain.state.as_str())],
                )
            }),
            if equal.is_some() { "same" } else { "mind" },
        ));
        let candidate = &chosen.candidate;
        let asked = candidate.approval == Approval::Required;
        if asked || !candidate.role_after_mapping.is_empty() {
            rows.push(row(
                "rights",
                Sentence::new("none", &[]),
                Sentence::new(
                    if candidate.role_after_mapping.is_empty() {
                        "full_rights"
                    } else {
                        &candidate.role_after_mapping
                    },
                    &[("approval", candidate.approval.as_str())],
                ),
                if asked { "mind" } else { "same" },
            ));
        }
    }
    rows
}

/// Everything that was ordered of a service, however much that is.
fn ordered_of(order: &Order, kind: &ServiceKind) -> u64 {
    let lines = order.lines_of(kind);
    lines.map(|line| u64::from(line.quantity)).sum()
}

fn services_row(order: &Order, draft: &Draft) -> Option<ComparisonRow> {
    let asked = order.services_with_input();
    if asked.is_empty() {
        return None;
    }
    let mut ordered = BTreeMap::new();
    for kind in &asked {
        let quantity = ordered_of(order, kind);
        ordered.insert(kind.to_string(), quantity.to_string());
    }
    let now = set_up_now(order, draft);
    let sites: Vec<&str> = draft
        .meetings
        .sites
        .iter()
        .map(|site| site.name.as_str())
        .collect();
    let (meetings, calling) = (
        now.iter().any(|kind| kind == "meetings"),
        now.iter().any(|kind| kind == "calling"),
    );
    let chosen = if draft.customer_sets_up {
        Sentence::new("customer_sets_up", &[])
    } else if now.is_empty() {
        Sentence::new("later", &[])
    } else {
        Sentence::new(
            "services",
            &[
                ("services", &now.join(",")),
                (
                    "sites",
                    &if meetings {
                        sites.join(",")
                    } else {
                        String::new()
                    },
                ),
                (
                    "place",
                    if calling {
                        &draft.calling.address.city
                    } else {
                        ""
                    },
                ),
                ("country", if calling { &draft.calling.country } else { "" }),
            ],
        )
    };
    let whole = now.len() == asked.len();
    Some(row(
        "set_up_now",
        Sentence {
            code: "quantities".to_owned(),
            params: ordered,
        },
        chosen,
        if whole { "same" } else { "mind" },
    ))
}

fn chosen_name(choice: &OrganizationChoice) -> Sentence {
    answers::choice(choice).unwrap_or_else(|| Sentence::new("none", &[]))
}

fn verdict_of_flags(choice: &OrganizationChoice) -> &'static str {
    match choice {
        OrganizationChoice::Undecided => "different",
        OrganizationChoice::Create { .. } => "mind",
        OrganizationChoice::Existing(chosen) => {
            let flags = &chosen.candidate.flags;
            if flags.iter().any(|flag| flag.severity == Severity::Red) {
                "different"
            } else if flags.iter().any(|flag| flag.severity == Severity::Amber) {
                "mind"
            } else {
                "same"
            }
        }
    }
}

fn row(code: &str, order_says: Sentence, chosen: Sentence, verdict: &str) -> ComparisonRow {
    ComparisonRow {
        code: code.to_owned(),
        order_says,
        chosen,
        verdict: verdict.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;

    #[test]
    fn the_largest_quantities_add_up() {
        let line =
            |id: &str| json!({ "id": id, "service": "meetings", "name": "", "quantity": u32::MAX });
        let order: Order = serde_json::from_value(json!({
            "id": "ord_1", "number": "4410-1", "subscription": "", "kind": "new", "offer": "",
            "status": "awaiting_details", "revision": 1, "sequence": 1,
            "contact": { "email": "" }, "end_customer": { "company": "" },
            "lines": [line("1"), line("2")]
        }))
        .unwrap();
        let all = ordered_of(&order, &ServiceKind::Meetings);
        assert_eq!(all, 2 * u64::from(u32::MAX));
    }
}
