//! Domains as evidence: ASCII, lower case, compared by what somebody registered, so that
//! `eu.zurita.example` speaks for `zurita.example`.

use crate::{
    capabilities::Capabilities,
    organization::{DomainState, Organization},
};

/// The domain of an address in ASCII and lower case, if the address has one.
#[must_use]
pub fn email_domain(email: &str) -> Option<String> {
    let (local, domain) = email.trim().split_once('@')?;
    if local.is_empty() || domain.contains('@') {
        return None;
    }
    ascii(domain).filter(|domain| domain.contains('.'))
}

/// The registrable domain of a domain: what organizations are preselected by. A public suffix
/// or a single label stands for itself.
#[must_use]
pub fn domain_key(domain: &str) -> String {
    let domain = ascii(domain).unwrap_or_else(|| domain.trim().to_lowercase());
    psl::domain_str(&domain)
        .map(str::to_owned)
        .unwrap_or(domain)
}

/// Whether addresses of this domain say nothing about a company (free and disposable mail).
#[must_use]
pub fn is_free_mail(domain: &str, caps: &Capabilities) -> bool {
    let key = domain_key(domain);
    caps.free_mail_domains
        .iter()
        .any(|free| free == domain || *free == key)
}

/// Whether a domain is the registrable domain `key` or lies below it. Below a public suffix
/// lie strangers: it stands for itself alone.
pub(super) fn is_within(domain: &str, key: &str) -> bool {
    let plain = domain.is_ascii() && !domain.ends_with('.');
    let encoded = if plain { None } else { ascii(domain) };
    let domain = encoded.as_deref().unwrap_or(domain);
    let Some(start) = domain.len().checked_sub(key.len()) else {
        return false;
    };
    let (below, end) = domain.as_bytes().split_at(start);
    end.eq_ignore_ascii_case(key.as_bytes())
        && (below.is_empty() || (below.ends_with(b".") && psl::domain_str(key).is_some()))
}

/// Whether the organization proved or claimed any domain.
pub(super) fn has_own(organization: &Organization) -> bool {
    organization
        .domains
        .iter()
        .any(|domain| matches!(domain.state, DomainState::Claimed | DomainState::Verified))
}

/// An address in the form in which two are compared.
pub(super) fn comparable_address(email: &str) -> Option<String> {
    let domain = email_domain(email)?;
    let (local, _) = email.trim().split_once('@')?;
    Some(format!("{}@{domain}", local.to_lowercase()))
}

fn ascii(domain: &str) -> Option<String> {
    let domain = domain.trim().trim_end_matches('.');
    idna::domain_to_ascii(domain)
        .ok()
        .filter(|ascii| !ascii.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::capabilities;

    #[test]
    fn an_address_has_one_domain_in_ascii() {
        let cases: &[(&str, Option<&str>)] = &[
            ("ana@Andaluza.Example", Some("andaluza.example")),
            (" ana@andaluza.example. ", Some("andaluza.example")),
            ("hans@müller.example", Some("xn--mller-kva.example")),
            ("hans@MÜLLER.example", Some("xn--mller-kva.example")),
            ("sato@会社.jp", Some("xn--6oq404h.jp")),
            ("ana", None),
            ("@andaluza.example", None),
            ("ana@", None),
            ("ana@localhost", None),
            ("a@b@c.example", None),
        ];
        for (email, expected) in cases {
            assert_eq!(email_domain(email).as_deref(), *expected, "{email}");
        }
    }

    #[test]
    fn what_was_registered_is_the_key() {
        let cases = [
            ("zurita.example", "zurita.example"),
            ("eu.mail.zurita.example", "zurita.example"),
            ("mail.bbc.co.uk", "bbc.co.uk"),
            ("co.uk", "co.uk"),
            ("localhost", "localhost"),
            ("Müller.example", "xn--mller-kva.example"),
        ];
        for (domain, key) in cases {
            assert_eq!(domain_key(domain), key, "{domain}");
        }
    }

    #[test]
    fn a_sub_domain_lies_within_and_a_look_alike_does_not() {
        let cases = [
            ("zurita.example", true),
            ("EU.zurita.EXAMPLE", true),
            ("eu.zurita.example.", true),
            ("notzurita.example", false),
            ("zurita.example.com", false),
            ("example", false),
            ("é", false),
        ];
        for (domain, expected) in cases {
            assert_eq!(is_within(domain, "zurita.example"), expected, "{domain}");
        }
        assert!(is_within("post.müller.example", "xn--mller-kva.example"));
        assert!(is_within("gouv.fr", "gouv.fr"));
        assert!(!is_within("alpha.gouv.fr", "gouv.fr"));
    }

    #[test]
    fn free_mail_is_known_below_its_domain_too() {
        let caps = capabilities();
        assert!(is_free_mail("gmail.com", &caps));
        assert!(is_free_mail("mail.web.de", &caps));
        assert!(is_free_mail("yahoo.co.jp", &caps));
        assert!(!is_free_mail("zurita.example", &caps));
        assert!(!is_free_mail("notgmail.com", &caps));
    }
}
