//! The service's nudges (`GET /events`, server-sent events): each says how far the feed is. A
//! connection ends with the caller's patience, with so many bytes, or with the first nudge that
//! says something new.

use std::time::Duration;

use reqwest::{Response, header::CONTENT_TYPE};
use turnup_contract::{Answer, CallError, Nudge};

use super::failures::{self, Effect};

/// A connection is given up after so long; the caller usually does so before.
pub(crate) const LISTENS: Duration = Duration::from_secs(10 * 60);
/// An event that is longer says nothing of this protocol.
const LONGEST_EVENT: usize = 64 * 1024;

/// Reads nudges until one is past a sequence.
pub(crate) async fn past(mut response: Response, sequence: u64, most: usize) -> Answer<()> {
    let status = response.status().as_u16();
    let kind = response.headers().get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with("text/event-stream") {
        let reason = "the answer has no events".to_owned();
        return Err(CallError::NotThisProtocol { reason, status });
    }
    let mut events = Events::default();
    let mut left = most;
    loop {
        let chunk = response
            .chunk()
            .await
            .map_err(|error| failures::of_sending(error, Effect::Read))?;
        let chunk = chunk.filter(|chunk| chunk.len() <= left);
        let Some(chunk) = chunk else {
            let reason = "the events ended before anything was new".to_owned();
            return Err(failures::lost(Effect::Read, reason));
        };
        left -= chunk.len();
        if events
            .read(&chunk)
            .iter()
            .any(|nudge| nudge.as_of > sequence)
        {
            return Ok(());
        }
    }
}

/// What came of a body so far: the line that is not whole yet, and the event it belongs to.
#[derive(Debug, Default)]
pub(crate) struct Events {
    line: Vec<u8>,
    /// The last byte was a carriage return: a line feed after it ends no other line.
    returned: bool,
    data: Option<Vec<u8>>,
    begun: bool,
    /// The event is too long: the rest of it is passed over.
    spoilt: bool,
}

impl Events {
    /// More of the body: the nudges that are whole now. What is none of this protocol is passed
    /// over.
    pub fn read(&mut self, bytes: &[u8]) -> Vec<Nudge> {
        let mut nudges = Vec::new();
        for byte in bytes {
            let after_return = std::mem::replace(&mut self.returned, *byte == b'\r');
            match byte {
                b'\n' if after_return => {}
                b'\n' | b'\r' => nudges.extend(self.line_ends()),
                _ => self.line.push(*byte),
            }
            if self.line.len() + self.data.as_ref().map_or(0, Vec::len) > LONGEST_EVENT {
                self.line.clear();
                (self.data, self.spoilt) = (None, true);
            }
        }
        nudges
    }

    fn line_ends(&mut self) -> Option<Nudge> {
        let line = std::mem::take(&mut self.line);
        let line = match std::mem::replace(&mut self.begun, true) {
            false => line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line),
            true => &line,
        };
        if line.is_empty() {
            let data = self.data.take();
            let spoilt = std::mem::take(&mut self.spoilt);
            return serde_json::from_slice(&data?).ok().filter(|_| !spoilt);
        }
        if let Some(value) = line.strip_prefix(b"data:") {
            let value = value.strip_prefix(b" ").unwrap_or(value);
            match &mut self.data {
                Some(data) => {
                    data.push(b'\n');
                    data.extend_from_slice(value);
                }
                None => self.data = Some(value.to_vec()),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// What a body says, given in pieces of so many bytes.
    fn read(body: &[u8], piece: usize) -> Vec<u64> {
        let mut events = Events::default();
        body.chunks(piece)
            .flat_map(|piece| events.read(piece))
            .map(|nudge| nudge.as_of)
            .collect()
    }

    #[test]
    fn nudges_are_found_however_they_are_cut() {
        let bodies = [
            "event: orders\ndata: {\"as_of\": 7}\n\nevent: orders\ndata: {\"as_of\":8}\n\n",
            "\u{feff}data:{\"as_of\":7}\r\n\r\nid: 1\r\nretry: 5\r\ndata: {\"as_of\":\r\ndata: 8}\r\n\r\n",
            ": alive\r\rdata: {\"as_of\":7}\r\rdata: {\"as_of\":8}\r\r",
            "data: {\"as_of\":7,\"more\":[1]}\n\ndata: hello\n\ndata: {\"as_of\":8}\n\ndata: {\"as_of\":9}\n",
        ];
        for body in bodies {
            for piece in 1..body.len() {
                assert_eq!(read(body.as_bytes(), piece), [7, 8], "{body} by {piece}");
            }
        }
    }

    #[test]
    fn what_is_no_event_is_passed_over_and_fills_no_memory() {
        let mut body = b"data: {\"as_of\":7}\n\ndata: \xff\xff\n\ndata: ".to_vec();
        body.extend(vec![b'x'; 3 * LONGEST_EVENT]);
        body.extend(b"\n\n: {\"as_of\":9}\n\ndata: {\"as_of\":8}\n\n");
        assert_eq!(read(&body, 1000), [7, 8]);
        let mut events = Events::default();
        for _ in 0..100 {
            events.read(&vec![b'x'; LONGEST_EVENT]);
            assert!(events.line.capacity() <= 4 * LONGEST_EVENT);
        }
    }
}
