//! The page on which somebody signs in: plain HTML that works without scripts.

use axum::{
    http::{HeaderName, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::{
    device::PAGE,
    oauth::{AUTHORIZE, Asked},
};
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
    let body = decision(language, AUTHORIZE, &hidden);
    whole(
        StatusCode::OK,
        language,
        &say("service-sign-in-title"),
        &body,
    )
}

/// Chooses an operator for the program that shows this code, or refuses.
pub(super) fn choose_for_device(language: Language, code: &str) -> Response {
    let say = |id, values: &[(&str, &str)]| escape(&say(language, id, values));
    let hidden = format!(
        "<input type=\"hidden\" name=\"user_code\" value=\"{}\">\n",
        escape(code)
    );
    let body = format!(
        "<p>{}</p>\n{}",
        say("service-device-same", &[("code", code)]),
        decision(language, PAGE, &hidden)
    );
    let title = say("service-sign-in-title", &[]);
    whole(StatusCode::OK, language, &title, &body)
}

/// Asks for the code that the program shows.
pub(super) fn ask_code(language: Language, typed: &str, wrong: bool) -> Response {
    let say = |id| escape(&say(language, id, &[]));
    let complaint = if wrong {
        format!("<p role=\"alert\">{}</p>\n", say("service-device-unknown"))
    } else {
        String::new()
    };
    let body = format!(
        "{complaint}<form method=\"post\" action=\"{PAGE}\">\n<p><label for=\"code\">{}</label></p>\n\
         <p><input id=\"code\" name=\"user_code\" value=\"{}\" autocomplete=\"off\" \
         autocapitalize=\"characters\" spellcheck=\"false\" required autofocus></p>\n\
         <div class=\"acts\"><button class=\"main\">{}</button></div>\n</form>",
        say("service-device-code"),
        escape(typed),
        say("service-device-continue"),
    );
    let status = if wrong {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    whole(status, language, &say("service-device-title"), &body)
}

/// Says that the program will go on, or will not.
pub(super) fn device_decided(language: Language, allowed: bool) -> Response {
    let say = |id| escape(&say(language, id, &[]));
    let (title, lead) = if allowed {
        ("service-device-done-title", "service-device-done-lead")
    } else {
        ("service-device-denied-title", "service-device-denied-lead")
    };
    let body = format!("<p>{}</p>", say(lead));
    whole(StatusCode::OK, language, &say(title), &body)
}

/// The form in which somebody chooses an operator and decides.
fn decision(language: Language, action: &str, hidden: &str) -> String {
    let say = |id| escape(&say(language, id, &[]));
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
    format!(
        "<p>{}</p>\n<form method=\"post\" action=\"{action}\">\n{hidden}<fieldset>\
         <legend>{}</legend>\n{choices}</fieldset>\n<div class=\"acts\">\
         <button name=\"decision\" value=\"allow\" class=\"main\">{}</button>\
         <button name=\"decision\" value=\"deny\">{}</button></div>\n</form>",
        say("service-sign-in-lead"),
        say("service-sign-in-operator"),
        say("service-sign-in-allow"),
        say("service-sign-in-cancel"),
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
