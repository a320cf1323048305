//! Where a field stands in the draft and where it stands in the wire bodies. Everything is
//! judged at its place in the draft; these two maps carry a judgement over.

use crate::{intent::Setup, order::ServiceKind, problem::Problem};

/// A problem of a draft's organization choices at its place in a mapping's wire body.
pub(super) fn in_mapping(mut problem: Problem) -> Problem {
    for role in ["/partner", "/customer"] {
        if let Some(rest) = problem
            .pointer
            .strip_prefix(&format!("{role}/organization/"))
        {
            problem.pointer = format!("{role}/create/{rest}");
        }
    }
    problem
}

/// A problem of a draft's services at its place in a set-up's wire body, where `kind` is the
/// service at `index`.
pub(super) fn in_setup(mut problem: Problem, kind: &ServiceKind, index: usize) -> Problem {
    let service = format!("/services/{index}");
    let pointer = &problem.pointer;
    let rest = pointer.strip_prefix(&format!("/{kind}/"));
    let moved = match (kind, rest) {
        (ServiceKind::Meetings, Some(rest)) => match rest.strip_prefix("licenses/") {
            Some(line) => format!("{service}/sites/0/licenses/{line}"),
            None => format!("{service}/{rest}"),
        },
        (ServiceKind::Calling, Some("sip_name")) => format!("{service}/sip_name"),
        (ServiceKind::Calling, Some("location_name")) => format!("{service}/location/name"),
        (ServiceKind::Calling, Some(rest)) => format!("{service}/location/{rest}"),
        (ServiceKind::ContactCenter, Some(rest)) => format!("{service}/{rest}"),
        _ => return problem,
    };
    problem.pointer = moved;
    problem
}

/// A problem of a wire body at its place in the draft: of a mapping, a set-up, a hand-over, or
/// of both as the dry run answers them (`/mapping/…`, `/setup/…`). `setup` is the set-up that
/// was asked about; without it a problem of one of its services concerns the whole order.
#[must_use]
pub fn in_draft(problem: &Problem, setup: Option<&Setup>) -> Problem {
    let pointer = problem.pointer.as_str();
    let body = ["/mapping", "/setup", "/handover"]
        .iter()
        .find_map(|body| {
            pointer
                .strip_prefix(body)
                .filter(|rest| rest.starts_with('/'))
        })
        .unwrap_or(pointer);
    Problem {
        pointer: draft_pointer(body, setup),
        ..problem.clone()
    }
}

fn draft_pointer(body: &str, setup: Option<&Setup>) -> String {
    let mut tokens = body.trim_start_matches('/').splitn(3, '/');
    let (first, second, rest) = (
        tokens.next().unwrap_or_default(),
        tokens.next(),
        tokens.next().unwrap_or_default(),
    );
    match (first, second) {
        ("email" | "note", None) => format!("/handover/{first}"),
        ("own_company", _) => "/completed_by".to_owned(),
        ("partner" | "customer", Some("create")) if !rest.is_empty() => {
            format!("/{first}/organization/{rest}")
        }
        ("partner" | "customer", _) => format!("/{first}"),
        ("services", Some(index)) => {
            let service = index
                .parse::<usize>()
                .ok()
                .and_then(|index| setup.and_then(|setup| setup.services.get(index)));
            service.map_or_else(String::new, |service| of_service(&service.kind, rest))
        }
        ("services", None) => "/when".to_owned(),
        _ => body.to_owned(),
    }
}

fn of_service(kind: &ServiceKind, rest: &str) -> String {
    match (kind, rest) {
        (_, "" | "kind" | "when") => format!("/when/{kind}"),
        (ServiceKind::Meetings, rest) => match rest.split_once("/licenses/") {
            Some((_, line)) => format!("/meetings/licenses/{line}"),
            None => format!("/meetings/{rest}"),
        },
        (ServiceKind::Calling, "location") => "/calling/location_name".to_owned(),
        (ServiceKind::Calling, "location/name") => "/calling/location_name".to_owned(),
        (ServiceKind::Calling, rest) => {
            format!(
                "/calling/{}",
                rest.strip_prefix("location/").unwrap_or(rest)
            )
        }
        (kind, rest) => format!("/{kind}/{rest}"),
    }
}
