//! What can go wrong between client and service, and for which requests.

use std::time::Duration;

use serde_json::Value;

use super::message::Request;

/// What happens to a request or its answer.
#[derive(Debug, Clone)]
pub enum Trouble {
    /// It takes longer.
    Latency(Duration),
    /// The connection is reset before the service has it.
    ResetBefore,
    /// The service does it, and the connection is reset before the answer.
    ResetAfter,
    /// The service does it, and half of its answer arrives.
    Truncated,
    /// The service does it, and its answer comes in small pieces with this pause between them.
    Dripping(Duration),
    /// Something before the service refuses, and says to come back in a second.
    Status(u16),
    /// The service does it, and nobody says a word.
    Silence,
    /// Something before the service answers with 200 and this.
    Instead {
        /// Its media type.
        kind: String,
        /// It says that it is packed with gzip.
        packed: bool,
        /// What it says.
        body: Vec<u8>,
    },
    /// Something before the service answers and does not stop.
    Endless,
    /// The service does it, and its document arrives changed.
    Rewritten(fn(&mut Value)),
}

impl Trouble {
    /// A network that wants people to sign in first.
    #[must_use]
    pub fn html() -> Self {
        Self::Instead {
            kind: "text/html".to_owned(),
            packed: false,
            body: b"<!doctype html><title>Wi-Fi</title><p>Wi-Fi".to_vec(),
        }
    }

    /// Whether the service gets the request.
    pub(super) fn passes_on(&self) -> bool {
        match self {
            Self::Latency(_)
            | Self::ResetAfter
            | Self::Truncated
            | Self::Dripping(_)
            | Self::Silence
            | Self::Rewritten(_) => true,
            Self::ResetBefore | Self::Status(_) | Self::Instead { .. } | Self::Endless => false,
        }
    }
}

/// Which requests: `METHOD path`, where a segment that ends with `*` stands for all that begin so
/// and a query need only be contained, as in `GET /v1/orders?number=`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(pub &'static str);

impl Place {
    /// Whether a request is one of them.
    #[must_use]
    pub fn is(self, method: &str, target: &str) -> bool {
        let Some((wanted, place)) = self.0.split_once(' ') else {
            return false;
        };
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let (pattern, part) = place.split_once('?').unwrap_or((place, ""));
        let mut pattern = pattern.split('/');
        let mut segments = path.split('/');
        let same = loop {
            match (pattern.next(), segments.next()) {
                (None, None) => break true,
                (Some(one), Some(other)) if fits(one, other) => {}
                _ => break false,
            }
        };
        wanted == method && same && query.contains(part)
    }
}

fn fits(pattern: &str, segment: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => segment.starts_with(beginning),
        None => segment == pattern,
    }
}

/// A trouble that waits for its requests.
#[derive(Debug, Clone)]
pub struct Fault {
    pub(super) trouble: Trouble,
    place: Place,
    spared: u32,
    times: u32,
}

impl Fault {
    /// Strikes the next request to a place.
    #[must_use]
    pub fn new(trouble: Trouble, place: Place) -> Self {
        Self {
            trouble,
            place,
            spared: 0,
            times: 1,
        }
    }

    /// The same, after so many that are spared.
    #[must_use]
    pub fn after(self, spared: u32) -> Self {
        Self { spared, ..self }
    }

    /// The same, so many times.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times, ..self }
    }

    /// Whether it strikes this request, counting it.
    pub(super) fn hits(&mut self, request: &Request) -> bool {
        if self.is_over() || !self.place.is(&request.method, &request.target) {
            return false;
        }
        if self.spared > 0 {
            self.spared -= 1;
            return false;
        }
        self.times -= 1;
        true
    }

    pub(super) fn is_over(&self) -> bool {
        self.times == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_a_method_a_path_and_a_part_of_the_query() {
        let table = [
            ("GET /v1/orders/*", "GET", "/v1/orders/ord_1", true),
            (
                "GET /v1/orders/*",
                "GET",
                "/v1/orders/ord_1/activity",
                false,
            ),
            ("GET /v1/orders/*", "PUT", "/v1/orders/ord_1", false),
            ("GET /v1/orders/ord_*", "GET", "/v1/orders/ord_1", true),
            ("GET /v1/orders/ord_*", "GET", "/v1/orders/summary", false),
            ("GET /v1/orders?number=", "GET", "/v1/orders?number=1", true),
            ("GET /v1/orders?number=", "GET", "/v1/orders?limit=9", false),
            ("PUT /v1/orders/*/notes", "PUT", "/v1/orders/x/notes", true),
        ];
        for (place, method, target, expected) in table {
            assert_eq!(
                Place(place).is(method, target),
                expected,
                "{place} {target}"
            );
        }
    }
}
