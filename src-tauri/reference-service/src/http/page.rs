//! The page on which somebody signs in: plain HTML that works without scripts.

use axum::{
    http::{HeaderName, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::oauth::{AUTHORIZE, Asked};
use crate::{
    mail::escape,
    service::OPERATORS,
    words::{Language, say},
};

const STYLE: &str = include_str!("page.css");

/// Chooses an operator, or cancels.
pub(super) fn choose(language: Language, asked: &Asked) -> Response {
    let say = |id| escape(&say(language, id, &[]));
    let hidden: String = [
        ("response_type", &asked.response_type),
        ("client_id", &asked.client_id),
        ("redirect_uri", &asked.redirect_uri),
        ("state", &asked.state),
        ("code_challenge", &asked.code_challenge),
        ("code_challenge_method", &asked.code_challenge_method),
    ]
    .iter()
    .map(|(name, value)| {
        format!(
            "<input type=\"hidden\" name=\"{name}\" value=\"{}\">\n",
            escape(value)
        )
    })
    .collect();
    let choices: String = OPERATORS
        .iter()
        .enumerate()
        .map(|(index, operator)| {
            let checked = if index == 0 { " checked" } else { "" };
            format!(
                "<label><input type=\"radio\" name=\"operator\" value=\"{}\"{checked}> \
                 <span>{} <small>{}</small></span></label>\n",
                operator.id,
                escape(operator.name),
                escape(operator.email)
            )
        })
        .collect();
    let body = format!(
        "<p>{}</p>\n<form method=\"post\" action=\"{AUTHORIZE}\">\n{hidden}<fieldset>\
         <legend>{}</legend>\n{choices}</fieldset>\n<div class=\"acts\">\
         <button name=\"decision\" value=\"allow\" class=\"main\">{}</button>\
         <button name=\"decision\" value=\"deny\">{}</button></div>\n</form>",
        say("service-sign-in-lead"),
        say("service-sign-in-operator"),
        say("service-sign-in-allow"),
        say("service-sign-in-cancel"),
    );
    whole(
        StatusCode::OK,
        language,
        &say("service-sign-in-title"),
        &body,
    )
}

/// Says that nothing can be done.
pub(super) fn wrong(language: Language) -> Response {
    let say = |id| escape(&say(language, id, &[]));
    let body = format!("<p>{}</p>", say("service-sign-in-wrong-lead"));
    whole(
        StatusCode::BAD_REQUEST,
        language,
        &say("service-sign-in-wrong-title"),
        &body,
    )
}

fn whole(status: StatusCode, language: Language, title: &str, body: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n",
        language.tag()
    );
    // The form leads back to the program that asked, on whatever port it listens.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                  frame-ancestors 'none'; form-action 'self' http://127.0.0.1:* http://[::1]:*";
    let headers: [(HeaderName, &str); 4] = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, Html(html)).into_response()
}
