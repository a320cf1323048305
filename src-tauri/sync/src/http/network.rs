//! How a service is reached from this computer: the limits of an answer, and the proxy between.
//! A proxy that stands in the way is found out by asking it, not by reading an error's text.

use std::{fmt, time::Duration};

use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use reqwest::ClientBuilder;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use turnup_contract::ProxyTrouble;
use url::Url;

use crate::origin::is_loopback;

/// How services are reached.
#[derive(Debug, Clone, Default)]
pub struct Network {
    /// How long and how large an answer may be.
    pub limits: Limits,
    /// What stands between.
    pub proxy: Proxy,
}

/// How long and how large an answer may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// From the first byte sent to the last byte read.
    pub answer: Duration,
    /// Until a connection stands.
    pub connect: Duration,
    /// Bytes of an answer, unpacked.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(30),
            connect: Duration::from_secs(10),
            bytes: 32 * 1024 * 1024,
        }
    }
}

/// The proxy through which the world is reached. This computer itself is never reached through
/// one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Proxy {
    /// The one that the operating system or the environment names, if any.
    #[default]
    System,
    /// None, whatever the system says.
    None,
    /// This one.
    Address(ProxyAddress),
}

/// Where a proxy is, and who asks it.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyAddress {
    /// With name and password, if it wants any: never shown.
    url: Url,
}

/// What was typed is no address of a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address of a proxy")]
pub struct NoProxyAddress;

impl ProxyAddress {
    /// Reads `host:port` or `http://host:port`; the name may be empty.
    ///
    /// # Errors
    /// When that is no address of an HTTP proxy.
    pub fn parse(address: &str, user: &str, password: &str) -> Result<Self, NoProxyAddress> {
        let address = address.trim();
        let text = if address.contains("://") {
            address.to_owned()
        } else {
            format!("http://{address}")
        };
        let mut url = Url::parse(&text).map_err(|_| NoProxyAddress)?;
        let bare = url.host_str().is_some_and(|host| !host.is_empty())
            && matches!(url.path(), "" | "/")
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if url.scheme() != "http" || !bare {
            return Err(NoProxyAddress);
        }
        if !user.is_empty() {
            // `Url` encodes everything but what looks encoded already.
            let plain = |typed: &str| typed.replace('%', "%25");
            url.set_username(&plain(user))
                .map_err(|()| NoProxyAddress)?;
            let password = Some(plain(password)).filter(|password| !password.is_empty());
            url.set_password(password.as_deref())
                .map_err(|()| NoProxyAddress)?;
        }
        Ok(Self { url })
    }

    /// `http://host:port`, without who asks.
    #[must_use]
    pub fn address(&self) -> String {
        self.url.origin().ascii_serialization()
    }
}

impl fmt::Debug for ProxyAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ProxyAddress")
            .field(&self.address())
            .finish()
    }
}

impl Proxy {
    /// The proxy that the system names for a service, as `host:port`.
    #[must_use]
    pub fn of_the_system(service: &Url) -> Option<String> {
        Between::of(service, &Self::System).map(|between| between.address())
    }

    /// Has a client use it.
    pub(crate) fn set(&self, builder: ClientBuilder) -> reqwest::Result<ClientBuilder> {
        Ok(match self {
            Self::System => builder,
            Self::None => builder.no_proxy(),
            Self::Address(proxy) => builder
                .no_proxy()
                .proxy(reqwest::Proxy::all(proxy.url.clone())?),
        })
    }
}

/// The proxy between this computer and one service.
#[derive(Clone)]
pub(crate) struct Between {
    proxy: Intercept,
    /// `host:port` of the service.
    service: String,
}

impl Between {
    /// None, when the service is reached directly.
    pub fn of(service: &Url, proxy: &Proxy) -> Option<Self> {
        let matcher = match proxy {
            _ if is_loopback(service) => return None,
            Proxy::None => return None,
            Proxy::System => Matcher::from_system(),
            Proxy::Address(proxy) => Matcher::builder().all(proxy.url.as_str()).build(),
        };
        let proxy = matcher.intercept(&service.as_str().parse().ok()?)?;
        let port = service.port_or_known_default()?;
        Some(Self {
            proxy,
            service: format!("{}:{port}", service.host_str()?),
        })
    }

    /// `host:port` of the proxy.
    fn address(&self) -> String {
        let uri = self.proxy.uri();
        let usual = if uri.scheme_str() == Some("https") {
            443
        } else {
            80
        };
        let port = uri.port_u16().unwrap_or(usual);
        format!("{}:{port}", uri.host().unwrap_or_default())
    }

    /// Asks the proxy why nothing gets through; none, when it is not the proxy.
    pub async fn trouble(&self, patience: Duration) -> Option<ProxyTrouble> {
        match timeout(patience, self.ask()).await {
            Ok(Ok(407)) => Some(ProxyTrouble::SignIn),
            Ok(Ok(_)) => None,
            Ok(Err(_)) | Err(_) => Some(ProxyTrouble::Unreachable),
        }
    }

    /// The status with which the proxy answers; 0 when it does not say.
    async fn ask(&self) -> std::io::Result<u16> {
        let mut stream = TcpStream::connect(self.address()).await?;
        if self.proxy.uri().scheme_str() != Some("http") {
            return Ok(0);
        }
        let service = &self.service;
        let mut request = format!("CONNECT {service} HTTP/1.1\r\nHost: {service}\r\n").into_bytes();
        if let Some(sign_in) = self.proxy.basic_auth() {
            request.extend_from_slice(b"Proxy-Authorization: ");
            request.extend_from_slice(sign_in.as_bytes());
            request.extend_from_slice(b"\r\n");
        }
        request.extend_from_slice(b"\r\n");
        stream.write_all(&request).await?;
        // `HTTP/1.1 407`
        let mut head = [0; 12];
        if stream.read_exact(&mut head).await.is_err() {
            return Ok(0);
        }
        let status = std::str::from_utf8(&head[9..]).ok();
        Ok(status.and_then(|status| status.parse().ok()).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_is_an_address_of_a_proxy_and_what_is_not() {
        let table = [
            ("proxy.example:3128", Some("http://proxy.example:3128")),
            (" http://10.0.0.1:8080/ ", Some("http://10.0.0.1:8080")),
            ("http://proxy.example", Some("http://proxy.example")),
            ("[::1]:3128", Some("http://[::1]:3128")),
            ("", None),
            ("http://", None),
            ("proxy.example:99999", None),
            ("proxy.example/path", None),
            ("socks5://proxy.example:1080", None),
            ("http://ana:secret@proxy.example:3128", None),
        ];
        for (typed, expected) in table {
            let read = ProxyAddress::parse(typed, "", "").ok();
            assert_eq!(
                read.map(|read| read.address()).as_deref(),
                expected,
                "{typed}"
            );
        }
    }

    #[test]
    fn name_and_password_travel_as_typed_and_are_never_printed() {
        let typed = [
            ("ana", "se:cr@t/ñ%41"),
            ("DOMAIN\\ana ruiz", ""),
            ("", "unused"),
        ];
        for (user, password) in typed {
            let proxy = ProxyAddress::parse("proxy.example:3128", user, password).unwrap();
            let shown = format!("{proxy:?}");
            assert_eq!(shown, "ProxyAddress(\"http://proxy.example:3128\")");
            let service = "https://service.example/".parse().unwrap();
            let between = Between::of(&service, &Proxy::Address(proxy)).unwrap();
            let sent = between
                .proxy
                .basic_auth()
                .map(|sent| sent.to_str().unwrap());
            let expected = (!user.is_empty()).then(|| {
                use base64::{Engine as _, prelude::BASE64_STANDARD};
                format!(
                    "Basic {}",
                    BASE64_STANDARD.encode(format!("{user}:{password}"))
                )
            });
            assert_eq!(sent, expected.as_deref(), "{user}");
        }
    }

    #[test]
    fn this_computer_is_reached_directly() {
        let proxy = ProxyAddress::parse("proxy.example:3128", "", "").unwrap();
        let proxy = Proxy::Address(proxy);
        for (service, through) in [
            ("http://127.0.0.1:8080/", false),
            ("http://localhost/", false),
            ("https://service.example/", true),
        ] {
            let service = service.parse().unwrap();
            assert_eq!(
                Between::of(&service, &proxy).is_some(),
                through,
                "{service}"
            );
            assert!(Between::of(&service, &Proxy::None).is_none());
        }
    }
}
