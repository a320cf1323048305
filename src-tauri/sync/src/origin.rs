//! The address of a service, as somebody types it, and what may be reached in the clear.

use url::{Host, Url};

/// Why an address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not an address of a host, or one with a path, a user or a query.
    #[error("not an address of a service")]
    Invalid,
    /// Plain http beyond this computer.
    #[error("only https is possible beyond this computer")]
    NotHttps,
}

/// Reads an address: `https` when no scheme was typed; only host and port are left of it.
///
/// # Errors
/// [`AddressError`] when it is none, or would be reached in the clear.
pub fn parse(address: &str) -> Result<Url, AddressError> {
    let address = address.trim();
    let text = if address.contains("://") {
        address.to_owned()
    } else {
        format!("https://{address}")
    };
    let mut url = Url::parse(&text).map_err(|_| AddressError::Invalid)?;
    if !is_bare(&url) {
        return Err(AddressError::Invalid);
    }
    url.set_path("/");
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        "http" => Err(AddressError::NotHttps),
        _ => Err(AddressError::Invalid),
    }
}

fn is_bare(url: &Url) -> bool {
    url.host_str().is_some_and(|host| !host.is_empty())
        && matches!(url.path(), "" | "/" | "/v1" | "/v1/")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none()
}

/// Whether the host is this computer itself.
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Whether something secret may be sent there: the service itself, or anything by https.
#[must_use]
pub fn may_be_trusted(url: &Url, service: &Url) -> bool {
    url.scheme() == "https" || (url.origin() == service.origin() && is_loopback(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_used() {
        let table = [
            ("turnup.example", "https://turnup.example/"),
            ("  https://turnup.example/ ", "https://turnup.example/"),
            (
                "https://turnup.example:8443",
                "https://turnup.example:8443/",
            ),
            ("http://127.0.0.1:4000", "http://127.0.0.1:4000/"),
            ("http://localhost:4000", "http://localhost:4000/"),
            ("http://[::1]:4000", "http://[::1]:4000/"),
            ("bücher.example", "https://xn--bcher-kva.example/"),
        ];
        for (typed, expected) in table {
            assert_eq!(
                parse(typed).map(String::from),
                Ok(expected.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn the_path_of_the_protocol_is_dropped() {
        let url = parse("https://turnup.example/v1/").map(|url| url.origin().ascii_serialization());
        assert_eq!(url.as_deref(), Ok("https://turnup.example"));
    }

    #[test]
    fn addresses_that_cannot_be_used() {
        use AddressError::{Invalid, NotHttps};
        let table = [
            ("", Invalid),
            ("   ", Invalid),
            ("https://", Invalid),
            ("not an address", Invalid),
            ("https://turnup.example/somewhere", Invalid),
            ("https://turnup.example?x=1", Invalid),
            ("https://turnup.example#x", Invalid),
            ("https://me:secret@turnup.example", Invalid),
            ("ftp://turnup.example", Invalid),
            ("file:///etc/passwd", Invalid),
            ("javascript://alert", Invalid),
            ("http://turnup.example", NotHttps),
            ("http://127.0.0.1.turnup.example", NotHttps),
            ("http://localhost.turnup.example", NotHttps),
            ("http://10.0.0.1", NotHttps),
        ];
        for (typed, expected) in table {
            assert_eq!(parse(typed), Err(expected), "{typed}");
        }
    }
}
