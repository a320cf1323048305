//! Sending one request and reading all of its answer, within limits. What the answer means is
//! decided in `answers`; who is signed in, in `session`.

use std::time::Duration;

use reqwest::{
    Client, Method, StatusCode,
    header::{HeaderMap, HeaderName},
    redirect::Policy,
};
use turnup_contract::{Answer, CallError};
use url::Url;

use super::failures::{self, Effect};
use crate::origin::is_loopback;

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

/// A request that can be sent more than once.
#[derive(Clone)]
pub(crate) struct Call {
    pub method: Method,
    pub url: Url,
    pub headers: Vec<(HeaderName, String)>,
    pub body: Option<Vec<u8>>,
    pub effect: Effect,
}

/// A whole answer.
pub(crate) struct Received {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Received {
    /// A header, when it is there and text.
    pub fn header(&self, name: impl reqwest::header::AsHeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

/// Carries requests to one service. Redirects are not followed, proxies are for the world only.
#[derive(Clone)]
pub(crate) struct Carrier {
    client: Client,
    limits: Limits,
}

impl Carrier {
    pub fn new(origin: &Url, limits: Limits) -> Answer<Self> {
        let mut builder = Client::builder()
            .redirect(Policy::none())
            .timeout(limits.answer)
            .connect_timeout(limits.connect)
            .user_agent(concat!("Turnup/", env!("CARGO_PKG_VERSION")));
        builder = if is_loopback(origin) {
            builder.no_proxy()
        } else {
            builder.https_only(true)
        };
        let client = builder
            .build()
            .map_err(|error| failures::of_sending(error, Effect::Read))?;
        Ok(Self { client, limits })
    }

    /// Sends it, with the bearer token if there is one, and reads the answer to its end.
    pub async fn send(&self, call: &Call, bearer: Option<&str>) -> Answer<Received> {
        let mut request = self.client.request(call.method.clone(), call.url.clone());
        for (name, value) in &call.headers {
            request = request.header(name, value);
        }
        if let Some(token) = bearer {
            request = request.bearer_auth(token);
        }
        if let Some(body) = &call.body {
            request = request.body(body.clone());
        }
        let response = request
            .send()
            .await
            .map_err(|error| failures::of_sending(error, call.effect))?;
        self.read(response, call.effect).await
    }

    async fn read(&self, mut response: reqwest::Response, effect: Effect) -> Answer<Received> {
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        loop {
            let chunk = response
                .chunk()
                .await
                .map_err(|error| failures::of_sending(error, effect))?;
            let Some(chunk) = chunk else { break };
            if body.len() + chunk.len() > self.limits.bytes {
                let reason = format!("the answer is larger than {} bytes", self.limits.bytes);
                return Err(CallError::NotThisProtocol {
                    reason,
                    status: status.as_u16(),
                });
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Received {
            status,
            headers,
            body,
        })
    }
}
