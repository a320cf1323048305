//! The endpoints of signing in, as far as a client has to know them.

use utoipa::{
    ToSchema,
    openapi::{
        Content, ObjectBuilder, RefOr, Required, Response, ResponseBuilder, Schema,
        path::{Operation, OperationBuilder, ParameterIn},
        request_body::RequestBodyBuilder,
    },
};

use super::{JSON, parameter, reference, text};
use crate::{auth, paths::METADATA};

const FORM: &str = "application/x-www-form-urlencoded";

/// The endpoints of signing in that a client has to know, at the origin.
pub(super) fn endpoints() -> Vec<(&'static str, &'static str, Operation)> {
    let metadata = OperationBuilder::new()
        .operation_id(Some("metadata"))
        .summary(Some("How to sign in (RFC 8414)"))
        .response("200", plain::<auth::AuthorizationMetadata>("The metadata."))
        .build();
    let authorize = [
        ("response_type", "`code`"),
        ("client_id", "`turnup-desktop`"),
        (
            "redirect_uri",
            "A loopback address of RFC 8252, on any port.",
        ),
        ("state", "Comes back as it went."),
        ("code_challenge", "BASE64URL(SHA256(verifier))"),
        ("code_challenge_method", "`S256`"),
    ]
    .iter()
    .fold(OperationBuilder::new(), |operation, (name, description)| {
        operation.parameter(parameter(name, ParameterIn::Query, true, description))
    })
    .operation_id(Some("authorize"))
    .summary(Some(
        "The page on which the operator agrees, in the system's browser",
    ))
    .response("200", Response::new("The page."))
    .response(
        "303",
        Response::new("Back to `redirect_uri` with `code` or `error`, and `state`."),
    )
    .build();
    let token = form(
        "token",
        "A code, a device code or a refresh token, for tokens",
        &[
            "grant_type",
            "client_id",
            "code",
            "device_code",
            "code_verifier",
            "redirect_uri",
            "refresh_token",
        ],
    )
    .response(
        "200",
        plain::<auth::TokenResponse>("Tokens; the refresh token is a new one."),
    )
    .response(
        "400",
        Response::new("An error of RFC 6749, section 5.2, or of RFC 8628, section 3.5."),
    )
    .build();
    let device = form(
        "device_authorization",
        "Begins a sign-in on another device (RFC 8628)",
        &["client_id"],
    )
    .response(
        "200",
        plain::<auth::DeviceAuthorization>("The code to type there."),
    )
    .build();
    let revoke = form(
        "revoke",
        "Ends a sign-in (RFC 7009)",
        &["token", "token_type_hint"],
    )
    .response("200", Response::new("Ended, or not known."))
    .build();
    vec![
        (METADATA, "GET", metadata),
        ("/oauth/authorize", "GET", authorize),
        ("/oauth/device_authorization", "POST", device),
        ("/oauth/token", "POST", token),
        ("/oauth/revoke", "POST", revoke),
    ]
}

fn plain<T: ToSchema>(description: &str) -> Response {
    ResponseBuilder::new()
        .description(description)
        .content(JSON, Content::new(Some(reference(&T::name()))))
        .build()
}

fn form(id: &str, summary: &str, fields: &[&str]) -> OperationBuilder {
    let object = fields.iter().fold(ObjectBuilder::new(), |object, field| {
        object.property(*field, text())
    });
    let body = RequestBodyBuilder::new()
        .content(
            FORM,
            Content::new(Some(RefOr::T(Schema::Object(object.build())))),
        )
        .required(Some(Required::True))
        .build();
    OperationBuilder::new()
        .operation_id(Some(id))
        .summary(Some(summary))
        .request_body(Some(body))
}
