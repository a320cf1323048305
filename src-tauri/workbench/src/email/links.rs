//! Where the links of a message lead: their hosts, and whether their own words show another one.

use std::sync::LazyLock;

use regex_lite::Regex;
use url::Url;

use super::Link;

/// Most links that are told.
const MAX_LINKS: usize = 20;

static ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?i)https?://[^\s<>"'()\[\]]+"#).ok());
static ANCHOR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?is)<a\s[^>]*?href\s*=\s*["']?\s*(https?://[^"'\s>]+)[^>]*>(.*?)</a"#).ok()
});

/// The links in plain text.
pub(super) fn in_text(text: &str, found: &mut Vec<Link>) {
    let addresses = ADDRESS.iter().flat_map(|address| address.find_iter(text));
    for host in addresses.filter_map(|address| host_of(address.as_str())) {
        put(Link { host, shown: None }, found, MAX_LINKS);
    }
}

/// The links in HTML.
pub(super) fn in_html(html: &str, found: &mut Vec<Link>) {
    for anchor in ANCHOR.iter().flat_map(|anchor| anchor.captures_iter(html)) {
        let part = |index| anchor.get(index).map_or("", |part| part.as_str());
        let Some(host) = host_of(part(1)) else {
            continue;
        };
        let words = mail_parser::decoders::html::html_to_text(part(2));
        let shown = shown_host(&words).filter(|shown| *shown != host);
        put(Link { host, shown }, found, MAX_LINKS);
        if found.len() == MAX_LINKS {
            return;
        }
    }
}

/// What is told twice is told once; a link that shows another host is told in place of one that
/// does not. No more than `most` hosts are told.
pub(crate) fn put(link: Link, found: &mut Vec<Link>, most: usize) {
    if let Some(known) = found.iter_mut().find(|known| known.host == link.host) {
        known.shown = known.shown.take().or(link.shown);
    } else if found.len() < most {
        found.push(link);
    }
}

/// The host of an address, in ASCII, so that letters of other scripts cannot pass for Latin ones.
fn host_of(address: &str) -> Option<String> {
    Url::parse(address).ok()?.host_str().map(str::to_owned)
}

/// The host that the words of a link show, if they look like an address.
fn shown_host(words: &str) -> Option<String> {
    let word = words.split_whitespace().next()?;
    let bare = word
        .split_once("://")
        .map_or(word, |(_, behind)| behind)
        .trim_end_matches(['.', ',', ';']);
    let host = bare.split(['/', '?', '#']).next()?;
    let looks_like_one = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    looks_like_one
        .then(|| host_of(&format!("https://{host}")))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(read: fn(&str, &mut Vec<Link>), text: &str) -> Vec<(String, Option<String>)> {
        let mut found = Vec::new();
        read(text, &mut found);
        found
            .into_iter()
            .map(|link| (link.host, link.shown))
            .collect()
    }

    #[test]
    fn a_link_is_told_by_its_host() {
        for (text, host) in [
            (
                "see https://web.webex.example/order?x=1.",
                "web.webex.example",
            ),
            ("(HTTP://WEBEX.example/a)", "webex.example"),
            ("https://user@evil.example:8443/webex.com", "evil.example"),
            // A Cyrillic “е”.
            ("https://wеbex.example", "xn--wbex-v4d.example"),
        ] {
            assert_eq!(told(in_text, text), [(host.to_owned(), None)], "{text}");
        }
        assert_eq!(
            told(in_text, "no link, javascript:alert(1), ftp://x.example"),
            []
        );
    }

    #[test]
    fn a_link_whose_words_show_another_host_is_told_with_both() {
        let evil = || "evil.example".to_owned();
        for (html, shown) in [
            (r#"<a href="https://evil.example/x">Go on</a>"#, None),
            (
                r#"<A class=b HREF='https://evil.example/x'><b>https://webex.com/order</b></A>"#,
                Some("webex.com"),
            ),
            (
                r"<a href=https://evil.example>webex.com</a>",
                Some("webex.com"),
            ),
            (
                r#"<a href="https://evil.example">https://evil.example/y</a>"#,
                None,
            ),
            (r#"<a href="https://evil.example">Order no. 4</a>"#, None),
        ] {
            let shown = shown.map(str::to_owned);
            assert_eq!(told(in_html, html), [(evil(), shown)], "{html}");
        }
    }

    #[test]
    fn the_same_host_is_told_once_with_what_is_worst_about_it() {
        let html = r#"<a href="https://evil.example">Go</a><a href="https://evil.example">webex.com</a>
                      <a href="https://evil.example">Go</a>"#;
        assert_eq!(
            told(in_html, html),
            [("evil.example".to_owned(), Some("webex.com".to_owned()))]
        );
    }

    #[test]
    fn no_more_links_are_told_than_a_person_reads() {
        let many: String = (0..1000)
            .map(|n| format!("https://h{n}.example "))
            .collect();
        assert_eq!(told(in_text, &many).len(), MAX_LINKS);
    }
}
