//! What went wrong on the way, as a [`CallError`]: by the kind of the error, never by its text.

use std::error::Error;

use turnup_contract::CallError;

/// Whether repeating a request changes anything at the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// It may be repeated as one likes.
    Read,
    /// Once it was sent, a missing answer leaves its outcome unknown.
    Write,
}

/// The error of a request that got no answer, or only a part of one.
pub(crate) fn of_sending(error: reqwest::Error, effect: Effect) -> CallError {
    let error = error.without_url();
    let reason = chain(&error);
    if is_certificate(&error) {
        CallError::Certificate { reason }
    } else if error.is_connect() || error.is_builder() {
        CallError::Unreachable { reason }
    } else {
        lost(effect, reason)
    }
}

/// The request left, the answer did not arrive.
pub(crate) fn lost(effect: Effect, reason: String) -> CallError {
    match effect {
        Effect::Read => CallError::Unreachable { reason },
        Effect::Write => CallError::UnknownOutcome { reason },
    }
}

fn is_certificate(error: &(dyn Error + 'static)) -> bool {
    sources(error).filter_map(tls_error).any(|error| {
        matches!(
            error,
            rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented
        )
    })
}

/// The TLS error in an error, however many I/O errors are wrapped around it: those do not name
/// what they wrap as their source.
fn tls_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    match error.downcast_ref::<std::io::Error>() {
        Some(io) => tls_error(io.get_ref()?),
        None => error.downcast_ref(),
    }
}

fn sources<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error: &&'a (dyn Error + 'static)| {
        (*error).source()
    })
}

fn chain(error: &(dyn Error + 'static)) -> String {
    sources(error)
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ")
}
