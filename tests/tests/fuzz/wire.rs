//! The readers of what a service answers.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::Url;
use turnup_contract::{
    AuthorizationMetadata, CallError, ChecksAnswer, Me, NameCheckAnswer, OrdersSummary,
    feed::{OrdersPage, OrganizationsPage},
};
use turnup_domain::{
    Capabilities, MatchAnswer, Order,
    order::{ActivityEntry, Operation},
};
use turnup_sync::{http::decoders, sign_in::SignInError};

use crate::{
    choices::Choices,
    cost::bounded,
    damage,
    json::{self, Keeps, Outcome, written_back},
};

macro_rules! corpus {
    ($($file:literal),+) => { &[$(include_str!(concat!("corpus/", $file))),+] };
}
pub(crate) use corpus;

/// A reader of documents: its type, where that keeps what it does not know, and its good ones.
macro_rules! documents {
    ($($name:ident: $type:ty, $keeps:expr, $($file:literal),+;)+) => {$(
        pub fn $name(bytes: &[u8]) -> Outcome {
            const KEEPS: Keeps = &$keeps;
            let input = damage::document(&mut Choices::new(bytes), corpus!($($file),+));
            json::document::<$type>(&input, KEEPS)
        }
    )+};
}

documents! {
    orders_page: OrdersPage, ["/items/*"], "orders_page.json";
    organizations_page: OrganizationsPage, ["/items/*"], "organizations_page.json";
    order: Order, [""], "order.json", "order_mapped.json";
    activity: Vec<ActivityEntry>, [], "activity.json";
    operation: Operation, [], "operation.json";
    capabilities: Capabilities, [""], "capabilities.json";
    match_answer: MatchAnswer, ["/candidates/*/organization"], "match_answer.json";
    me: Me, [], "me.json";
    orders_summary: OrdersSummary, [], "orders_summary.json";
    checks: ChecksAnswer, [], "checks.json";
    name_check: NameCheckAnswer, [], "name_check.json";
}

const STATUSES: [u16; 16] = [
    300, 304, 400, 401, 403, 404, 408, 409, 410, 412, 422, 425, 429, 500, 503, 599,
];
const KINDS: [&str; 5] = [
    "application/problem+json",
    "application/json",
    "text/html",
    "",
    "application/problem+json; charset=utf-8",
];

/// A refusal says why, by its words or by its status, or it is none.
pub fn problem(bytes: &[u8]) -> Outcome {
    let mut choices = Choices::new(bytes);
    let (status, kind) = (*choices.pick(&STATUSES), *choices.pick(&KINDS));
    let wait = *choices.pick(&["", "7", "99999999999", "Sun, 22 Nov 2026 10:01:30 GMT"]);
    let good = corpus!("problem.json", "problem_conflict.json");
    let input = damage::document(&mut choices, good);
    let read = || decoders::document::<Vec<u32>>(status, kind, wait, &input);
    match bounded(&input, read) {
        Err(CallError::Problem {
            status: told,
            problem,
            retry_after,
        }) => {
            assert_eq!((told, problem.status), (status, status));
            assert!(!problem.code.is_empty());
            assert!(retry_after <= Some(LONGEST_WAIT));
            let again = serde_json::to_vec(&problem).unwrap();
            written_back(&problem, &again, &[]);
            Outcome::Read
        }
        Err(CallError::NotThisProtocol { status: told, .. }) => {
            assert_eq!(told, status);
            Outcome::Refused
        }
        other => panic!("{other:?}"),
    }
}

fn service() -> Url {
    Url::parse("https://provisioning.example").unwrap()
}

/// How to sign in is told by the service itself, and leads to places that can be trusted.
pub fn sign_in_metadata(bytes: &[u8]) -> Outcome {
    let input = damage::document(&mut Choices::new(bytes), corpus!("metadata.json"));
    match bounded(&input, || decoders::metadata(&input, &service())) {
        Ok(told) => {
            assert_eq!(
                told.issuer.trim_end_matches('/'),
                "https://provisioning.example"
            );
            let places = [&told.authorization_endpoint, &told.token_endpoint];
            for place in places.into_iter().chain(&told.revocation_endpoint) {
                assert_eq!(Url::parse(place).unwrap().scheme(), "https");
            }
            written_back::<AuthorizationMetadata>(&told, &input, &[]);
            Outcome::Read
        }
        Err(CallError::NotThisProtocol { .. }) => Outcome::Refused,
        Err(other) => panic!("{other:?}"),
    }
}

/// A token can be sent, and ends at some time there is.
pub fn tokens(bytes: &[u8]) -> Outcome {
    let mut choices = Choices::new(bytes);
    let status = *choices.pick(&[200, 400, 401, 204, 403, 500, 503]);
    let good = corpus!("tokens.json", "tokens_refused.json");
    let input = damage::document(&mut choices, good);
    match bounded(&input, || decoders::tokens(status, &input, &service())) {
        Ok(tokens) => {
            assert_eq!(status, 200);
            assert!(tokens.access.bytes().all(|byte| byte.is_ascii_graphic()));
            assert!(!tokens.access.is_empty() && tokens.access.len() <= input.len());
            Outcome::Read
        }
        Err(SignInError::Refused { code }) => {
            assert!([204, 400, 401].contains(&status) && code.len() <= input.len());
            Outcome::Refused
        }
        Err(SignInError::Call(_)) => Outcome::Refused,
        Err(other) => panic!("{other:?}"),
    }
}

/// Nobody is asked to wait longer than this.
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);

/// Whatever a header says, the wait has an end.
pub fn retry_after(bytes: &[u8]) -> Outcome {
    let good = [
        "7",
        "0",
        " 900 ",
        "Sun, 22 Nov 2026 10:01:30 GMT",
        "Sun, 6 Nov 94 8:49:37 -0800",
    ];
    let tokens: [&[u8]; 8] = [
        b"9",
        b"-",
        b"+",
        b" ",
        b"(",
        b")",
        b"Sun, ",
        b"99999999999999999999",
    ];
    let input = damage::text(&mut Choices::new(bytes), &good, &tokens);
    let header = String::from_utf8_lossy(&input);
    let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
    let wait = bounded(&input, || decoders::retry_after(&header, now));
    assert_eq!(wait, decoders::retry_after(&header, now));
    assert!(wait <= Some(LONGEST_WAIT));
    let digits = header.trim();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = digits.parse().map_or(LONGEST_WAIT, Duration::from_secs);
        assert_eq!(wait, Some(seconds.min(LONGEST_WAIT)));
    }
    wait.map_or(Outcome::Refused, |_| Outcome::Read)
}

/// However a body is cut, the same is read from it; and never more than it can hold.
pub fn nudges(bytes: &[u8]) -> Outcome {
    let good = [
        "event: orders\ndata: {\"as_of\": 7}\n\n: alive\n\ndata: {\"as_of\":8}\n\n",
        "\u{feff}data:{\"as_of\":7}\r\n\r\nid: 1\r\nretry: 5\r\ndata: {\"as_of\":\r\ndata: 8}\r\n\r\n",
        "data: {\"as_of\":7}\r\rdata: hello\r\r",
    ];
    let tokens: [&[u8]; 8] = [
        b"\n",
        b"\r",
        b"data:",
        b"data: {\"as_of\":18446744073709551615}",
        b"\xef\xbb\xbf",
        b"\xff",
        b": ",
        b"event: orders",
    ];
    let mut choices = Choices::new(bytes);
    let piece = *choices.pick(&[1, 2, 3, 7, 64, 4096]);
    let input = damage::text(&mut choices, &good, &tokens);
    let cut = bounded(&input, || decoders::nudges(&input, piece));
    assert_eq!(cut, decoders::nudges(&input, usize::MAX));
    assert!(cut.len() <= input.len() / br#"data:{"as_of":0}"#.len());
    if cut.is_empty() {
        Outcome::Refused
    } else {
        Outcome::Read
    }
}
