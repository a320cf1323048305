//! The one page that Turnup shows in a browser: signing in ended, go back to the window. Its
//! words come from `locales/*/sign-in.ftl`, its language from the browser.

use fluent_bundle::{FluentBundle, FluentResource};

/// How signing in ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Signed in.
    Done,
    /// The operator or the service said no.
    Aborted,
    /// Something went wrong; the window says what.
    Failed,
}

const CATALOGUES: [(&str, &str); 2] = [
    ("en", include_str!("../../../../locales/en/sign-in.ftl")),
    ("fr", include_str!("../../../../locales/fr/sign-in.ftl")),
];

/// The whole answer, head and body.
pub(crate) fn answer(ending: Ending, accept_language: &str) -> String {
    let (language, words) = preferred(accept_language);
    let words = Words::of(words);
    let (title, text) = match ending {
        Ending::Done => ("sign-in-page-done-title", "sign-in-page-done-text"),
        Ending::Aborted => ("sign-in-page-aborted-title", "sign-in-page-aborted-text"),
        Ending::Failed => ("sign-in-page-failed-title", "sign-in-page-failed-text"),
    };
    let (title, text) = (words.say(title), words.say(text));
    let body = format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <style>:root{{color-scheme:light dark}}body{{font:1.1rem/1.5 system-ui,sans-serif;\
         max-width:34rem;margin:20vh auto;padding:0 1.5rem}}</style></head>\
         <body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    );
    head("200 OK", "text/html; charset=utf-8", body.len()) + &body
}

/// The answer to whatever else a browser asks for, such as an icon.
pub(crate) fn nothing_here() -> String {
    head("404 Not Found", "text/plain", 0)
}

fn head(status: &str, kind: &str, length: usize) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; \
         frame-ancestors 'none'\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
}

/// The first language of the browser's list that there is a catalogue for; English otherwise.
fn preferred(accept_language: &str) -> (&'static str, &'static str) {
    let mut asked: Vec<(f32, &str)> = accept_language.split(',').map(weighed).collect();
    asked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    asked
        .iter()
        .filter(|(weight, _)| *weight > 0.0)
        .find_map(|(_, tag)| CATALOGUES.into_iter().find(|(language, _)| language == tag))
        .unwrap_or(CATALOGUES[0])
}

/// `fr-CA;q=0.8` → 0.8 and `fr`.
fn weighed(range: &str) -> (f32, &str) {
    let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
    let weight = weight
        .trim()
        .strip_prefix("q=")
        .and_then(|q| q.parse().ok())
        .unwrap_or(0.0);
    (weight, tag.trim().split('-').next().unwrap_or_default())
}

struct Words(FluentBundle<FluentResource>);

impl Words {
    fn of(catalogue: &str) -> Self {
        let mut bundle = FluentBundle::default();
        // A catalogue with a mistake still gives the messages that can be read.
        let resource = FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(r, _)| r);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    fn say(&self, id: &str) -> String {
        let pattern = self.0.get_message(id).and_then(|message| message.value());
        let text = pattern.map(|p| self.0.format_pattern(p, None, &mut Vec::new()).into_owned());
        escape(&text.unwrap_or_else(|| id.to_owned()))
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_speaks_the_language_of_the_browser() {
        let table = [
            ("", "en"),
            ("de", "en"),
            ("fr", "fr"),
            ("fr-CA,fr;q=0.8,en;q=0.5", "fr"),
            ("en;q=0.5, fr;q=0.9", "fr"),
            ("de, fr;q=0", "en"),
            ("garbage;;;q=x,,", "en"),
        ];
        for (header, language) in table {
            assert_eq!(preferred(header).0, language, "{header}");
        }
    }

    #[test]
    fn no_word_is_missing_in_any_language() {
        for (language, _) in CATALOGUES {
            for ending in [Ending::Done, Ending::Aborted, Ending::Failed] {
                let page = answer(ending, language);
                assert!(
                    !page.contains("sign-in-page"),
                    "{language} {ending:?}: {page}"
                );
                assert!(page.contains("Turnup"), "{language} {ending:?}: {page}");
            }
        }
    }
}
