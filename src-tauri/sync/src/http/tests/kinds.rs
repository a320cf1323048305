//! Answers that are none, whatever was asked for, and what they are taken for.

use super::{super::fake_server::Reply, *};

const JSON: (&str, &str) = ("Content-Type", "application/json");
const GZIP: (&str, &str) = ("Content-Encoding", "gzip");
const CHUNKED: (&str, &str) = ("Transfer-Encoding", "chunked");

/// What an answer is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// What was asked for.
    Document,
    /// Not this protocol, with the status that came.
    Foreign(u16),
    /// It did not arrive: a write's outcome is unknown.
    Lost,
}

impl Class {
    /// The word of [`class`].
    pub fn word(self, is_write: bool) -> String {
        match self {
            Self::Document => "ok".into(),
            Self::Foreign(status) => format!("foreign {status}"),
            Self::Lost if is_write => "unknown outcome".into(),
            Self::Lost => "unreachable".into(),
        }
    }
}

/// A way to answer.
pub(super) struct Kind {
    pub name: &'static str,
    pub reply: Reply,
    pub class: Class,
}

/// How long an answer may take here.
pub(super) fn patience(reply: &Reply) -> Limits {
    let waits = reply.hangs || !reply.pause.is_zero();
    Limits {
        // What ends by itself may take long on a busy machine.
        answer: Duration::from_millis(if waits { 300 } else { 20_000 }),
        bytes: 64 * 1024,
        ..Limits::default()
    }
}

/// Ways to answer that end, given the right document.
pub(super) fn ending(document: &str) -> Vec<Kind> {
    use Class::{Document, Foreign, Lost};
    let json = |body: &str| Reply::json(200, body);
    let packed = || Reply::packed(200, document);
    let refused = |kind, body: &str| Reply::of(409, &[kind], body);
    let chunks = |end: &str| {
        let mut reply = Reply::begun(200, &[JSON, CHUNKED]);
        let text = format!("{:x}\r\n{document}\r\n{end}", document.len());
        reply.bytes.extend_from_slice(text.as_bytes());
        reply
    };
    let kind = |name, reply, class| Kind { name, reply, class };
    vec![
        kind("the document", json(document), Document),
        kind("the document, packed", packed(), Document),
        kind("the document, in chunks", chunks("0\r\n\r\n"), Document),
        kind("empty", json(""), Foreign(200)),
        kind("no content", Reply::of(204, &[], ""), Foreign(204)),
        kind("HTML", Reply::of(200, &[HTML], "<html>"), Foreign(200)),
        kind("HTML that says it is JSON", json("<html>"), Foreign(200)),
        kind("no type", Reply::of(200, &[], document), Foreign(200)),
        kind("nothing", json("null"), Foreign(200)),
        kind("a number", json("7"), Foreign(200)),
        kind("a word", json("\"seven\""), Foreign(200)),
        kind("another document", json("{\"a\":1}"), Foreign(200)),
        kind("a list of numbers", json("[1,2]"), Foreign(200)),
        kind("deeper than deep", json(&"[".repeat(20_000)), Foreign(200)),
        kind("twice", json(&document.repeat(2)), Foreign(200)),
        kind("with a tail", json(&format!("{document}x")), Foreign(200)),
        kind(
            "no UTF-8",
            Reply::of(200, &[JSON], b"{\"id\":\"\xff\xfe\"}"),
            Foreign(200),
        ),
        kind(
            "too large",
            json(&format!("[\"{}\"]", "x".repeat(70_000))),
            Foreign(200),
        ),
        kind("broken off", json(document).cut(1), Lost),
        kind("broken off between chunks", chunks(""), Lost),
        kind("broken off while packed", packed().cut(12), Lost),
        // All of the document is there; whether it is right is not.
        kind("without the packer's checksum", packed().cut(8), Lost),
        kind(
            "a packer's answer, shortened before it was sent",
            Reply::of(
                200,
                &[JSON, GZIP],
                b"\x1f\x8b\x08\0\0\0\0\0\0\x03\0\x10\0\xef\xff{\"",
            ),
            Lost,
        ),
        kind(
            "not packed, but says so",
            Reply::of(200, &[JSON, GZIP], document),
            Lost,
        ),
        kind("closed at once", Reply::nothing(), Lost),
        kind("silence", Reply::hangs(), Lost),
        kind(
            "half, then silence",
            Reply {
                hangs: true,
                ..json(document).cut(1)
            },
            Lost,
        ),
        kind(
            "no HTTP",
            Reply {
                bytes: b"SSH-2.0-x\r\n".to_vec(),
                ..Reply::default()
            },
            Lost,
        ),
        kind("a refusal in HTML", refused(HTML, "<html>"), Foreign(409)),
        kind("an empty refusal", refused(PROBLEM, ""), Foreign(409)),
        kind(
            "a refusal of wrong types",
            refused(PROBLEM, "{\"code\":7}"),
            Foreign(409),
        ),
        kind(
            "a refusal without a word",
            refused(PROBLEM, "{\"status\":409}"),
            Foreign(409),
        ),
    ]
}

/// Ways to answer that have no end, or one that is a gigabyte away.
pub(super) fn endless() -> Vec<Kind> {
    use Class::{Foreign, Lost};
    const GIGABYTE: &str = "1073741824";
    let kind = |name, reply, class| Kind { name, reply, class };
    let chunk = |bytes: &[u8]| {
        let head = format!("{:x}\r\n", bytes.len());
        [head.as_bytes(), bytes, b"\r\n"].concat()
    };
    let text = "[".repeat(16 * 1024);
    let refused = [PROBLEM, CHUNKED];
    let (first, more) = packed_without_end();
    let mut bomb = Reply::begun(200, &[JSON, GZIP, CHUNKED]);
    bomb.bytes.extend(chunk(&first));
    let dripping = Reply {
        pause: Duration::from_millis(20),
        ..Reply::begun(200, &[JSON, CHUNKED]).and_on(chunk(b" "))
    };
    vec![
        kind(
            "a gigabyte",
            Reply::begun(200, &[JSON, ("Content-Length", GIGABYTE)]).and_on(text.as_bytes()),
            Foreign(200),
        ),
        kind(
            "without an end",
            Reply::begun(200, &[JSON, CHUNKED]).and_on(chunk(text.as_bytes())),
            Foreign(200),
        ),
        kind(
            "packed, without an end",
            bomb.and_on(chunk(&more)),
            Foreign(200),
        ),
        kind(
            "a refusal without an end",
            Reply::begun(409, &refused).and_on(chunk(text.as_bytes())),
            Foreign(409),
        ),
        kind(
            "a head without an end",
            Reply {
                bytes: b"HTTP/1.1 200 OK\r\n".to_vec(),
                ..Reply::default()
            }
            .and_on("X-More: and more\r\n".repeat(1024)),
            Lost,
        ),
        kind("drop by drop, without an end", dripping, Lost),
    ]
}

/// The beginning of a megabyte of nothing, packed, and what goes on with another one.
fn packed_without_end() -> (Vec<u8>, Vec<u8>) {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let nothing = vec![b' '; 1024 * 1024];
    let mut pack = || {
        packer.write_all(&nothing).unwrap();
        packer.flush().unwrap();
        std::mem::take(packer.get_mut())
    };
    (pack(), pack())
}
