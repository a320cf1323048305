//! How the work of reading grows: twice as much to read is twice as much to do. Work is what is
//! allocated, which is the same on every machine.

use serde_json::{Value, json};
use turnup_contract::feed::{OrdersPage, OrganizationsPage};
use turnup_domain::{Capabilities, Order};
use turnup_sync::http::decoders;
use turnup_workbench::read_email;

use crate::{cost::counted, email::patterns};

/// Something to read, of a size.
type Make = fn(usize) -> Vec<u8>;
type Read = fn(&[u8]);

fn read<T: serde::de::DeserializeOwned>(input: &[u8]) {
    let _ = decoders::document::<T>(200, "application/json", "", input);
}

fn refused(input: &[u8]) {
    let _ = decoders::document::<Vec<u32>>(409, "application/problem+json", "", input);
}

fn opened(input: &[u8]) {
    let _ = read_email(input, &patterns());
}

const ORDER: &str = include_str!("corpus/order.json");

fn page(item: &str, many: usize) -> Vec<u8> {
    let items = vec![item; many].join(",");
    format!("{{\"items\":[{items}],\"next_cursor\":\"\",\"has_more\":false,\"as_of\":1}}").into()
}

/// The order with one more member.
fn order_with(name: &str, value: Value) -> Vec<u8> {
    let mut order: Value = serde_json::from_str(ORDER).unwrap();
    order[name] = value;
    order.to_string().into()
}

fn members(many: usize) -> Value {
    (0..many).map(|at| (format!("m{at}"), json!(at))).collect()
}

fn message(head: &str, body: &str) -> Vec<u8> {
    format!("From: a@b.example\r\nSubject: Fwd\r\n{head}\r\n\r\n{body}").into()
}

fn parts(part: &str, many: usize) -> Vec<u8> {
    let body = format!("--b\r\n{part}\r\n").repeat(many);
    message("Content-Type: multipart/mixed; boundary=b", &body)
}

const CASES: [(&str, Make, Read); 20] = [
    ("orders", |n| page(ORDER, n), read::<OrdersPage>),
    (
        "tombstones",
        |n| page("{\"id\":\"ord_1\",\"deleted\":true,\"sequence\":7}", n),
        read::<OrdersPage>,
    ),
    (
        "organizations",
        |n| page("{\"id\":\"org_1\",\"revision\":1,\"name\":\"Zurita\"}", n),
        read::<OrganizationsPage>,
    ),
    (
        "unknown members",
        |n| order_with("newer", members(n)),
        read::<Order>,
    ),
    (
        "escapes",
        |n| order_with("note", json!("\u{1}".repeat(n))),
        read::<Order>,
    ),
    (
        "a long note on a page",
        |n| {
            page(
                &String::from_utf8(order_with("note", json!("x".repeat(n)))).unwrap(),
                1,
            )
        },
        read::<OrdersPage>,
    ),
    (
        "deeper and deeper",
        |n| "[".repeat(n).into(),
        read::<OrdersPage>,
    ),
    (
        "deeper objects",
        |n| "{\"a\":".repeat(n).into(),
        read::<Capabilities>,
    ),
    (
        "problems",
        |n| {
            let one = json!({ "pointer": "/name", "code": "required" });
            json!({ "code": "validation_failed", "errors": vec![one; n] })
                .to_string()
                .into()
        },
        refused,
    ),
    ("mail: parts", |n| parts("\r\nx", n), opened),
    (
        "mail: parts of HTML",
        |n| parts("Content-Type: text/html\r\n\r\n<p>&amp;<b>x</b>", n),
        opened,
    ),
    (
        "mail: attached messages",
        |n| parts("Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nx", n),
        opened,
    ),
    (
        "mail: messages in messages",
        |n| {
            message(
                "Content-Type: message/rfc822",
                &"Content-Type: message/rfc822\r\n\r\n".repeat(n),
            )
        },
        opened,
    ),
    (
        "mail: lists in lists",
        |n| {
            message(
                "Content-Type: multipart/mixed; boundary=b",
                &"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(n),
            )
        },
        opened,
    ),
    ("mail: boundaries", |n| parts("", n), opened),
    (
        "mail: headers",
        |n| message(&"X-A: b\r\n".repeat(n), "x"),
        opened,
    ),
    (
        "mail: folded",
        |n| message(&format!("X-A: b{}", "\r\n c".repeat(n)), "x"),
        opened,
    ),
    (
        "mail: encoded words",
        |n| message(&format!("Subject: {}", "=?utf-8?Q?a?= ".repeat(n)), "x"),
        opened,
    ),
    (
        "mail: comments",
        |n| message(&format!("Date: {}", "(".repeat(n)), "x"),
        opened,
    ),
    (
        "mail: a long text",
        |n| {
            message(
                "",
                &"Provisioning information required for order 4410-".repeat(n),
            )
        },
        opened,
    ),
];

#[test]
fn twice_as_much_to_read_is_twice_as_much_to_do() {
    // What is there once, whatever is read.
    const ONCE: u64 = 64 * 1024;
    for (name, make, read) in CASES {
        let mut before = None;
        for size in [250, 500, 1_000, 2_000] {
            let input = make(size);
            let ((), cost) = counted(|| read(&input));
            let most = |before: u64| before * 5 / 2 + ONCE;
            let now = (cost.bytes_total, cost.count_total);
            if let Some((bytes, count)) = before {
                assert!(
                    now.0 <= most(bytes),
                    "{name} of {size}: {now:?} after {before:?}"
                );
                assert!(
                    now.1 <= most(count),
                    "{name} of {size}: {now:?} after {before:?}"
                );
            }
            before = Some(now);
        }
    }
}
