//! Sending one request and reading all of its answer, within limits. What the answer means is
//! decided in `answers`; who is signed in, in `session`.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::{
    Client, Method, Response, StatusCode,
    header::{self, HeaderMap, HeaderName},
    redirect::Policy,
};
use turnup_contract::{Answer, CallError};
use url::Url;

use super::{
    failures::{self, Effect},
    network::{Between, Limits, Network},
    skew::Skew,
};
use crate::origin::is_loopback;

/// A request that can be sent more than once.
#[derive(Clone)]
pub(crate) struct Call {
    pub method: Method,
    pub url: Url,
    pub headers: Vec<(HeaderName, String)>,
    pub body: Option<Vec<u8>>,
    pub effect: Effect,
    /// How long its answer may take when that is not the usual time.
    pub lasts: Option<Duration>,
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

/// Carries requests to one service. Redirects are not followed.
#[derive(Clone)]
pub(crate) struct Carrier {
    client: Client,
    limits: Limits,
    between: Option<Between>,
    skew: Skew,
}

impl Carrier {
    pub fn new(origin: &Url, network: &Network) -> Answer<Self> {
        let limits = network.limits;
        let mut builder = Client::builder()
            .redirect(Policy::none())
            .timeout(limits.answer)
            .connect_timeout(limits.connect)
            .user_agent(concat!("Turnup/", env!("CARGO_PKG_VERSION")));
        let unusable = |error| failures::of_sending(error, Effect::Read);
        builder = if is_loopback(origin) {
            builder.no_proxy()
        } else {
            network
                .proxy
                .set(builder.https_only(true))
                .map_err(unusable)?
        };
        Ok(Self {
            client: builder.build().map_err(unusable)?,
            limits,
            between: Between::of(origin, &network.proxy),
            skew: Skew::default(),
        })
    }

    /// By how much this computer's clock and the service's differ.
    pub fn skew(&self) -> &Skew {
        &self.skew
    }

    /// How long and how large answers may be.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Sends it, with the bearer token if there is one, and reads the answer to its end.
    pub async fn send(&self, call: &Call, bearer: Option<&str>) -> Answer<Received> {
        let response = self.open(call, bearer).await?;
        self.read(response, call.effect).await
    }

    /// Sends it and reads the answer's head.
    pub async fn open(&self, call: &Call, bearer: Option<&str>) -> Answer<Response> {
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
        if let Some(lasts) = call.lasts {
            request = request.timeout(lasts);
        }
        match request.send().await {
            Ok(response) => {
                let date = response.headers().get(header::DATE);
                if let Some(date) = date.and_then(|date| date.to_str().ok()) {
                    self.skew.told(date, Timestamp::now());
                }
                Ok(response)
            }
            Err(error) => Err(self.explain(failures::of_sending(error, call.effect)).await),
        }
    }

    /// What cannot be reached may have a proxy in its way.
    async fn explain(&self, error: CallError) -> CallError {
        match (&error, &self.between) {
            (CallError::Unreachable { .. }, Some(between)) => {
                match between.trouble(self.limits.connect).await {
                    Some(trouble) => CallError::Proxy { trouble },
                    None => error,
                }
            }
            _ => error,
        }
    }

    /// Reads the rest of an answer.
    pub async fn read(&self, mut response: Response, effect: Effect) -> Answer<Received> {
        let (status, headers) = (response.status(), response.headers().clone());
        let too_large = || CallError::NotThisProtocol {
            reason: format!("the answer is larger than {} bytes", self.limits.bytes),
            status: status.as_u16(),
        };
        let mut body = Vec::new();
        if response.content_length() > Some(self.limits.bytes as u64) {
            return Err(too_large());
        }
        loop {
            let chunk = response
                .chunk()
                .await
                .map_err(|error| failures::of_sending(error, effect))?;
            let Some(chunk) = chunk else { break };
            if body.len() + chunk.len() > self.limits.bytes {
                return Err(too_large());
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
