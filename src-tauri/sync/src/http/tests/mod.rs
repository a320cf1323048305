//! The HTTP client against servers on this computer that answer well, badly and not at all.
#![allow(clippy::unwrap_used)]

mod answering;
mod bad_answers;
mod bad_sign_in;
mod calls;
mod kinds;
mod nudging;
mod on_another_device;
mod refreshing;
mod signing_in;
mod transfers;
mod trusting;

use std::{sync::Arc, time::Duration};

use turnup_contract::{Answer, CallError, NoteRequest, ProvisioningService, Written};

use super::{HttpService, Limits, Network, fake_server::FakeServer};
use crate::tokens::{MemoryTokens, Tokens};

const PROBLEM: (&str, &str) = ("Content-Type", "application/problem+json");
const HTML: (&str, &str) = ("Content-Type", "text/html");

fn tokens(access: &str, refresh: &str) -> Tokens {
    Tokens {
        access: access.into(),
        refresh: Some(refresh.into()),
        expires_at: None,
    }
}

fn network(limits: Limits) -> Network {
    Network {
        limits,
        ..Network::default()
    }
}

fn limits() -> Limits {
    Limits {
        answer: Duration::from_millis(300),
        bytes: 64 * 1024,
        ..Limits::default()
    }
}

fn client_of(server: &FakeServer) -> HttpService {
    let kept = Arc::new(MemoryTokens::with(tokens("access", "refresh")));
    HttpService::new(server.origin.clone(), kept, &network(limits())).unwrap()
}

async fn write(service: &HttpService) -> Answer<Written> {
    let note = NoteRequest {
        note: "hello".into(),
    };
    service
        .put_note(&"ord_1".into(), 7, &"intent-1".into(), &note)
        .await
}

/// The class of a failure.
fn class<T>(answer: &Answer<T>) -> String {
    match answer {
        Ok(_) => "ok".into(),
        Err(CallError::Problem {
            status, problem, ..
        }) => format!("{status} {}", problem.code),
        Err(CallError::Unreachable { .. }) => "unreachable".into(),
        Err(CallError::UnknownOutcome { .. }) => "unknown outcome".into(),
        Err(CallError::NotThisProtocol { status, .. }) => format!("foreign {status}"),
        Err(CallError::Certificate { .. }) => "certificate".into(),
        Err(CallError::Proxy { trouble }) => format!("proxy {trouble:?}"),
        Err(CallError::SignedOut) => "signed out".into(),
    }
}
