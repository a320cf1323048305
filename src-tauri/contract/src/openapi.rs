//! The OpenAPI 3.1 document, generated from the wire types and the table of calls in here. It is
//! pinned by `openapi.json` beside this crate: after a wanted change of the protocol run the
//! tests once with `TURNUP_RENEW=1`, read the difference and commit it.
//!
//! How signing in works beyond the endpoints named here is OAuth's own business.

use utoipa::{
    OpenApi as _, PartialSchema,
    openapi::{
        Content, Header, HttpMethod, Info, License, ObjectBuilder, OpenApi, Paths, Ref, RefOr,
        Required, Response, ResponseBuilder, Schema, SecurityRequirement, Server, Type,
        path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn},
        request_body::RequestBodyBuilder,
        security::{AuthorizationCode, Flow, OAuth2, Scopes, SecurityScheme},
    },
};

use crate::{
    auth, feed,
    paths::{BASE, IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED},
    problem::{self, code},
    requests, transfers,
};

mod calls;
mod sign_in;

use calls::{Body, CALLS, Call, Form};

/// Media type of problems.
const PROBLEM: &str = "application/problem+json";
const JSON: &str = "application/json";
/// Media type of server-sent events.
const EVENTS: &str = "text/event-stream";
/// Name of the security scheme.
const SCHEME: &str = "oauth";

/// Every document that travels; what they are made of comes along.
#[derive(utoipa::OpenApi)]
#[openapi(components(schemas(
    turnup_domain::Capabilities,
    turnup_domain::Order,
    turnup_domain::order::Operation,
    turnup_domain::order::ActivityEntry,
    turnup_domain::MatchAnswer,
    turnup_domain::Mapping,
    turnup_domain::Setup,
    turnup_domain::Handover,
    auth::AuthorizationMetadata,
    auth::TokenResponse,
    auth::DeviceAuthorization,
    auth::Me,
    feed::OrdersPage,
    feed::OrganizationsPage,
    feed::OrdersSummary,
    feed::Nudge,
    problem::ProblemBody,
    requests::MatchRequest,
    requests::SearchRequest,
    requests::ChecksRequest,
    requests::ChecksAnswer,
    requests::NoteRequest,
    requests::AssigneeRequest,
    requests::ReviewRequest,
    requests::VerdictRequest,
    requests::NameCheckRequest,
    requests::NameCheckAnswer,
    transfers::TransferAnswer,
)))]
struct Documents;

/// The protocol as an OpenAPI 3.1 document.
#[must_use]
pub fn document() -> OpenApi {
    let mut document = Documents::openapi();
    document.info = info();
    document.servers = Some(vec![Server::new("/")]);
    document.paths = paths();
    let components = document.components.get_or_insert_with(Default::default);
    components
        .security_schemes
        .insert(SCHEME.to_owned(), scheme().into());
    let schemas = &mut components.schemas;
    schemas.insert("ProblemCode".to_owned(), problem_codes());
    // Both pages are named after the one generic type they are made of.
    schemas.remove("FeedPage");
    schemas.insert("OrdersPage".to_owned(), feed::OrdersPage::schema());
    schemas.insert(
        "OrganizationsPage".to_owned(),
        feed::OrganizationsPage::schema(),
    );
    in_the_protocols_names(document)
}

/// Sentence parameters are a map, and called after its Rust type by the generator.
fn in_the_protocols_names(document: OpenApi) -> OpenApi {
    let renamed = document.to_json().ok().and_then(|json| {
        let json = json
            .replace(
                "#/components/schemas/BTreeMap\"",
                "#/components/schemas/Params\"",
            )
            .replace("\"BTreeMap\":", "\"Params\":");
        serde_json::from_str(&json).ok()
    });
    renamed.unwrap_or(document)
}

fn info() -> Info {
    let mut info = Info::new("Turnup provisioning protocol", "1");
    info.description = Some(
        "What the Turnup desktop and a provisioning service agree on. Unknown fields and words \
         are kept and sent back, never an error. Errors are RFC 9457 documents with a stable \
         `code`. Every write carries `If-Match` (the order's revision) and `Idempotency-Key`, \
         which is looked up first; its answer is the order after it."
            .to_owned(),
    );
    info.license = Some(License::new("Apache-2.0 OR MIT"));
    info
}

fn scheme() -> SecurityScheme {
    let flow = AuthorizationCode::new("/oauth/authorize", "/oauth/token", Scopes::new());
    SecurityScheme::OAuth2(OAuth2::with_description(
        [Flow::AuthorizationCode(flow)],
        "Code with PKCE (S256) and a loopback redirect; endpoints by the metadata of RFC 8414.",
    ))
}

/// The codes of problems as one word list, each with the status that it comes with.
fn problem_codes() -> RefOr<Schema> {
    let listed: Vec<String> = code::ALL
        .iter()
        .map(|(word, status)| format!("`{word}` ({status})"))
        .collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(format!(
            "A stable code. Known: {}.",
            listed.join(", ")
        )))
        .examples(code::ALL.iter().map(|(word, _)| *word))
        .into()
}

fn paths() -> Paths {
    let mut paths = Paths::new();
    for call in CALLS {
        let path = format!("{BASE}{}", call.path);
        paths.add_path_operation(path, vec![method(call.method)], operation(call));
    }
    for (path, name, operation) in sign_in::endpoints() {
        let method = if name == "POST" {
            HttpMethod::Post
        } else {
            HttpMethod::Get
        };
        paths.add_path_operation(path, vec![method], operation);
    }
    paths
}

fn method(name: &str) -> HttpMethod {
    match name {
        "PUT" => HttpMethod::Put,
        "POST" => HttpMethod::Post,
        _ => HttpMethod::Get,
    }
}

fn operation(call: &Call) -> Operation {
    let mut operation = OperationBuilder::new()
        .operation_id(Some(call.id))
        .summary(Some(call.summary))
        .security(SecurityRequirement::new(SCHEME, [] as [&str; 0]));
    for name in call
        .path
        .split('/')
        .filter_map(|part| part.strip_prefix('{'))
    {
        let name = name.trim_end_matches('}');
        operation = operation.parameter(parameter(name, ParameterIn::Path, true, ""));
    }
    for (name, description) in call.query {
        operation = operation.parameter(parameter(name, ParameterIn::Query, false, description));
    }
    operation = match &call.form {
        Form::Read => operation.response("200", read(call)),
        Form::Conditional => operation
            .parameter(parameter(
                "If-None-Match",
                ParameterIn::Header,
                false,
                "A known ETag.",
            ))
            .response(
                "200",
                with_header(read(call), "ETag", "Changes with the document."),
            )
            .response("304", Response::new("Nothing changed.")),
        Form::Order => operation.response(
            "200",
            with_header(read(call), "ETag", "The revision in quotes."),
        ),
        Form::Events => operation.response("200", answered(call, EVENTS)),
        Form::Write { begins_operation } => write(operation, call, *begins_operation),
    };
    if let Some(Body(name)) = call.body {
        let body = RequestBodyBuilder::new()
            .content(JSON, Content::new(Some(reference(name))))
            .required(Some(Required::True))
            .build();
        operation = operation.request_body(Some(body));
    }
    for (status, codes) in refusals(call) {
        operation = operation.response(status, refusal(&codes));
    }
    operation.build()
}

/// What every write carries and answers.
fn write(operation: OperationBuilder, call: &Call, begins_operation: bool) -> OperationBuilder {
    let replayed = |response| {
        let response = with_header(response, "ETag", "The revision after the write, in quotes.");
        with_header(
            response,
            IDEMPOTENCY_REPLAYED,
            "`true` when the key was answered before.",
        )
    };
    let operation = operation
        .parameter(parameter(
            "If-Match",
            ParameterIn::Header,
            true,
            "The revision that the write is based on, in quotes.",
        ))
        .parameter(parameter(
            IDEMPOTENCY_KEY,
            ParameterIn::Header,
            true,
            "A UUID (version 7) made once per intended act; kept for 30 days.",
        ))
        .response("200", replayed(read(call)));
    if begins_operation {
        let accepted = replayed(read(call));
        let location = "`/v1/operations/{id}`: the operation that began.";
        return operation.response("202", with_header(accepted, "Location", location));
    }
    operation
}

fn read(call: &Call) -> Response {
    answered(call, JSON)
}

fn answered(call: &Call, media_type: &str) -> Response {
    let schema = match call.answer {
        "ActivityEntry" => RefOr::T(Schema::Array(utoipa::openapi::Array::new(reference(
            call.answer,
        )))),
        name => reference(name),
    };
    ResponseBuilder::new()
        .description(call.answered)
        .content(media_type, Content::new(Some(schema)))
        .build()
}

fn with_header(mut response: Response, name: &str, description: &str) -> Response {
    let mut header = Header::new(text());
    header.description = Some(description.to_owned());
    response.headers.insert(name.to_owned(), header.into());
    response
}

/// The codes that a call may be refused with, by status.
fn refusals(call: &Call) -> Vec<(String, Vec<&'static str>)> {
    let mut codes: Vec<&'static str> = vec![
        code::UNAUTHENTICATED,
        code::FORBIDDEN,
        code::RATE_LIMITED,
        code::INTERNAL,
        code::UNAVAILABLE,
    ];
    codes.extend(call.refused);
    if call.body.is_some() || !call.query.is_empty() {
        codes.push(code::MALFORMED_REQUEST);
    }
    if call.body.is_some() {
        codes.push(code::BODY_TOO_LARGE);
    }
    if matches!(call.form, Form::Write { .. }) {
        codes.extend([
            code::MALFORMED_REQUEST,
            code::NOT_FOUND,
            code::REVISION_CONFLICT,
            code::PRECONDITION_REQUIRED,
            code::IDEMPOTENCY_KEY_REUSED,
            code::REQUEST_IN_PROGRESS,
        ]);
    }
    let mut by_status: Vec<(String, Vec<&'static str>)> = Vec::new();
    for (word, status) in code::ALL {
        if !codes.contains(word) {
            continue;
        }
        let status = status.to_string();
        match by_status.iter_mut().find(|(known, _)| *known == status) {
            Some((_, words)) => words.push(word),
            None => by_status.push((status, vec![word])),
        }
    }
    by_status
}

fn refusal(codes: &[&str]) -> Response {
    let words: Vec<String> = codes.iter().map(|word| format!("`{word}`")).collect();
    let response = ResponseBuilder::new()
        .description(words.join(", "))
        .content(PROBLEM, Content::new(Some(reference("ProblemBody"))))
        .build();
    let waits = [
        code::RATE_LIMITED,
        code::UNAVAILABLE,
        code::REQUEST_IN_PROGRESS,
    ];
    if codes.iter().any(|word| waits.contains(word)) {
        return with_header(response, "Retry-After", "Seconds or a date.");
    }
    if codes.contains(&code::REVISION_CONFLICT) {
        return with_header(response, "ETag", "The revision of `current`, in quotes.");
    }
    response
}

fn reference(name: &str) -> RefOr<Schema> {
    Ref::from_schema_name(name).into()
}

fn text() -> RefOr<Schema> {
    String::schema()
}

fn parameter(name: &str, place: ParameterIn, required: bool, description: &str) -> Parameter {
    let schema = match name {
        "limit" => u32::schema(),
        _ => text(),
    };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(if required {
            Required::True
        } else {
            Required::False
        })
        .description((!description.is_empty()).then_some(description))
        .schema(Some(schema))
        .build()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PINNED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");

    #[test]
    fn the_document_is_the_one_that_was_agreed_on() {
        let now = document().to_pretty_json().unwrap() + "\n";
        if std::env::var_os("TURNUP_RENEW").is_some() {
            std::fs::write(PINNED, &now).unwrap();
        }
        let pinned = std::fs::read_to_string(PINNED).unwrap_or_default();
        let line = now.lines().zip(pinned.lines()).position(|(a, b)| a != b);
        assert!(
            now == pinned,
            "the protocol changed (line {line:?} of openapi.json); if that is wanted, run this \
             test with TURNUP_RENEW=1 and commit the file"
        );
    }

    #[test]
    fn no_type_of_the_program_shows_through() {
        let components = document().components.unwrap();
        for name in ["BTreeMap", "FeedPage", "Vec", "String"] {
            assert!(!components.schemas.contains_key(name), "{name}");
        }
        assert!(components.schemas.contains_key("Params"));
    }

    #[test]
    fn it_is_an_openapi_3_1_document() {
        let json: serde_json::Value = serde_json::from_str(&document().to_json().unwrap()).unwrap();
        assert_eq!(json["openapi"], "3.1.0");
    }

    #[test]
    fn everything_that_is_referred_to_is_there() {
        let json = document().to_json().unwrap();
        let components = document().components.unwrap();
        for part in json.split("#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(components.schemas.contains_key(name), "{name}");
        }
    }

    #[test]
    fn every_write_carries_its_revision_and_its_key() {
        let json: serde_json::Value = serde_json::from_str(&document().to_json().unwrap()).unwrap();
        for call in CALLS
            .iter()
            .filter(|call| matches!(call.form, Form::Write { .. }))
        {
            let operation = &json["paths"][format!("/v1{}", call.path)][call.method.to_lowercase()];
            let names: Vec<_> = operation["parameters"]
                .as_array()
                .unwrap()
                .iter()
                .map(|parameter| parameter["name"].as_str().unwrap())
                .collect();
            assert!(
                names.contains(&"If-Match") && names.contains(&IDEMPOTENCY_KEY),
                "{names:?}"
            );
            for status in ["200", "404", "409", "412", "422", "428"] {
                assert!(
                    operation["responses"].get(status).is_some(),
                    "{} {status}",
                    call.id
                );
            }
        }
    }

    #[test]
    fn every_problem_code_is_listed_once() {
        let mut words: Vec<_> = code::ALL.iter().map(|(word, _)| word).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), code::ALL.len());
    }
}
