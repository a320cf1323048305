//! HTTP/1.1 as far as a proxy needs it: whole requests and whole answers, one after the other on
//! a connection that stays open.

use std::io;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// More headers than anybody sends here.
const HEADERS: usize = 64;

/// A connection, with what was read of it and not used yet.
pub(super) struct Conversation {
    pub stream: TcpStream,
    buffer: Vec<u8>,
}

/// A request, read to its end.
pub(super) struct Request {
    pub method: String,
    /// Path and query.
    pub target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// An answer, read to its end.
#[derive(Default)]
pub(super) struct Response {
    /// To the empty line, as it came.
    head: Vec<u8>,
    headers: Vec<(String, String)>,
    status: u16,
    /// As it came: perhaps packed, perhaps in chunks.
    pub body: Vec<u8>,
}

/// How a body ends.
enum Length {
    Known(usize),
    Chunks,
    /// With the connection.
    Unknown,
}

impl Conversation {
    pub fn over(stream: TcpStream) -> Self {
        // Small answers, written at once: waiting to fill a packet only costs time.
        let _ = stream.set_nodelay(true);
        Self {
            stream,
            buffer: Vec::new(),
        }
    }

    pub async fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await?;
        self.stream.flush().await
    }

    /// The next request; none when the client left.
    pub async fn request(&mut self) -> io::Result<Option<Request>> {
        loop {
            let mut headers = [httparse::EMPTY_HEADER; HEADERS];
            let mut parsed = httparse::Request::new(&mut headers);
            let status = parsed.parse(&self.buffer).map_err(io::Error::other)?;
            if let httparse::Status::Complete(length) = status {
                let mut request = Request {
                    method: parsed.method.unwrap_or_default().to_owned(),
                    target: parsed.path.unwrap_or_default().to_owned(),
                    headers: owned(parsed.headers),
                    body: Vec::new(),
                };
                self.buffer.drain(..length);
                let ends = match length_of(&request.headers) {
                    Length::Unknown => Length::Known(0),
                    other => other,
                };
                request.body = self.body(ends).await?;
                return Ok(Some(request));
            }
            if self.more().await? == 0 {
                return Ok(None);
            }
        }
    }

    /// The answer to the request that was sent last.
    pub async fn response(&mut self) -> io::Result<Response> {
        loop {
            let mut headers = [httparse::EMPTY_HEADER; HEADERS];
            let mut parsed = httparse::Response::new(&mut headers);
            let status = parsed.parse(&self.buffer).map_err(io::Error::other)?;
            if let httparse::Status::Complete(length) = status {
                let mut response = Response {
                    status: parsed.code.unwrap_or_default(),
                    headers: owned(parsed.headers),
                    head: Vec::new(),
                    body: Vec::new(),
                };
                response.head = self.buffer.drain(..length).collect();
                if !matches!(response.status, 204 | 304) {
                    response.body = self.body(length_of(&response.headers)).await?;
                }
                return Ok(response);
            }
            if self.more().await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    /// Reads until the client goes away by itself.
    pub async fn until_it_leaves(&mut self) -> io::Result<()> {
        while self.more().await? > 0 {}
        Ok(())
    }

    async fn more(&mut self) -> io::Result<usize> {
        self.stream.read_buf(&mut self.buffer).await
    }

    async fn at_least(&mut self, length: usize) -> io::Result<()> {
        while self.buffer.len() < length {
            if self.more().await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(())
    }

    /// A body as it comes.
    async fn body(&mut self, ends: Length) -> io::Result<Vec<u8>> {
        match ends {
            Length::Known(length) => {
                self.at_least(length).await?;
                Ok(self.buffer.drain(..length).collect())
            }
            Length::Unknown => {
                self.until_it_leaves().await?;
                Ok(std::mem::take(&mut self.buffer))
            }
            Length::Chunks => {
                let mut end = 0;
                loop {
                    let (next, is_last) = self.chunk(end).await?;
                    end = next;
                    if is_last {
                        return Ok(self.buffer.drain(..end).collect());
                    }
                }
            }
        }
    }

    /// Where the chunk that begins at `from` ends, and whether it is the last one.
    async fn chunk(&mut self, from: usize) -> io::Result<(usize, bool)> {
        loop {
            let size = httparse::parse_chunk_size(&self.buffer[from..])
                .map_err(|_| io::Error::other("no chunk"))?;
            if let httparse::Status::Complete((begins, size)) = size {
                let size = usize::try_from(size).map_err(io::Error::other)?;
                let end = from + begins + size + 2;
                self.at_least(end).await?;
                return Ok((end, size == 0));
            }
            self.at_least(self.buffer.len() + 1).await?;
        }
    }
}

fn owned(headers: &[httparse::Header<'_>]) -> Vec<(String, String)> {
    headers
        .iter()
        .map(|header| {
            let value = String::from_utf8_lossy(header.value).into_owned();
            (header.name.to_ascii_lowercase(), value)
        })
        .collect()
}

fn length_of(headers: &[(String, String)]) -> Length {
    let header = |name: &str| headers.iter().find(|(known, _)| known == name);
    if header("transfer-encoding").is_some() {
        return Length::Chunks;
    }
    let length = header("content-length").and_then(|(_, length)| length.parse().ok());
    length.map_or(Length::Unknown, Length::Known)
}

impl Request {
    /// As it is passed on; with `plain` the service is not asked to pack its answer.
    pub fn bytes(&self, plain: bool) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        for (name, value) in &self.headers {
            if !(plain && name == "accept-encoding") {
                head += &format!("{name}: {value}\r\n");
            }
        }
        head += "\r\n";
        [head.as_bytes(), &self.body].concat()
    }
}

impl Response {
    /// As it came.
    pub fn bytes(&self) -> Vec<u8> {
        [self.head.as_slice(), &self.body].concat()
    }

    /// The same answer with another document.
    pub fn rewritten(&self, change: fn(&mut Value)) -> Vec<u8> {
        let Ok(mut document) = serde_json::from_slice(&self.plain_body()) else {
            return self.bytes();
        };
        change(&mut document);
        let body = document.to_string();
        let mut head = format!("HTTP/1.1 {} As It Came\r\n", self.status);
        for (name, value) in &self.headers {
            if !["content-length", "transfer-encoding"].contains(&name.as_str()) {
                head += &format!("{name}: {value}\r\n");
            }
        }
        head += &format!("content-length: {}\r\n\r\n", body.len());
        [head.as_bytes(), body.as_bytes()].concat()
    }

    /// The body without its chunks.
    fn plain_body(&self) -> Vec<u8> {
        if !matches!(length_of(&self.headers), Length::Chunks) {
            return self.body.clone();
        }
        let (mut body, mut rest) = (Vec::new(), self.body.as_slice());
        while let Ok(httparse::Status::Complete((begins, size))) = httparse::parse_chunk_size(rest)
        {
            let size = usize::try_from(size).unwrap_or_default();
            if size == 0 {
                break;
            }
            body.extend_from_slice(&rest[begins..begins + size]);
            rest = &rest[begins + size + 2..];
        }
        body
    }
}
