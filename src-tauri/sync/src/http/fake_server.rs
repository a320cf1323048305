//! A server on this computer that answers as a test says: byte by byte, so that it can also
//! answer what no server should.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    io::Write,
    sync::{Arc, Mutex},
    time::Duration,
};

use flate2::{Compression, write::GzEncoder};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
    time::sleep,
};
use url::Url;

/// A request as it came.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// A field of a form.
    pub fn field(&self, name: &str) -> String {
        let fields = url::form_urlencoded::parse(self.body.as_bytes());
        fields
            .into_owned()
            .find(|(key, _)| key == name)
            .map(|(_, v)| v)
            .unwrap_or_default()
    }
}

/// What to answer, and what to do afterwards.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    pub bytes: Vec<u8>,
    /// Goes silent.
    pub hangs: bool,
    /// Says this again and again, until nobody takes it any more.
    pub again: Vec<u8>,
    /// Before it is said again.
    pub pause: Duration,
}

impl Reply {
    pub fn json(status: u16, body: &str) -> Self {
        Self::of(status, &[("Content-Type", "application/json")], body)
    }

    pub fn of(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let length = body.len().to_string();
        let length = [("Content-Length", length.as_str())];
        let mut reply = Self::begun(status, &[headers, &length].concat());
        reply.bytes.extend_from_slice(body);
        reply
    }

    /// JSON, packed.
    pub fn packed(status: u16, body: impl AsRef<[u8]>) -> Self {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(body.as_ref()).unwrap();
        let headers = [
            ("Content-Type", "application/json"),
            ("Content-Encoding", "gzip"),
        ];
        Self::of(status, &headers, packer.finish().unwrap())
    }

    /// The head of an answer whose body has yet to come.
    pub fn begun(status: u16, headers: &[(&str, &str)]) -> Self {
        let mut text = format!("HTTP/1.1 {status} Status\r\n");
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        text += "Connection: close\r\n\r\n";
        Self {
            bytes: text.into_bytes(),
            ..Self::default()
        }
    }

    /// And then this, without an end.
    pub fn and_on(mut self, again: impl Into<Vec<u8>>) -> Self {
        self.again = again.into();
        self
    }

    /// The connection just closes.
    pub fn nothing() -> Self {
        Self::default()
    }

    pub fn hangs() -> Self {
        Self {
            hangs: true,
            ..Self::default()
        }
    }

    /// Without its last bytes.
    pub fn cut(mut self, bytes: usize) -> Self {
        self.bytes.truncate(self.bytes.len() - bytes);
        self
    }
}

pub struct FakeServer {
    pub origin: Url,
    seen: Arc<Mutex<Vec<Seen>>>,
    taken: watch::Receiver<Vec<u64>>,
    task: JoinHandle<()>,
}

impl FakeServer {
    pub async fn start(answer: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}/", listener.local_addr().unwrap())
            .parse()
            .unwrap();
        let (seen, answer) = (Arc::new(Mutex::new(Vec::new())), Arc::new(answer));
        let log = Arc::clone(&seen);
        let (count, taken) = watch::channel(Vec::new());
        let count = Arc::new(count);
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                let count = Arc::clone(&count);
                tokio::spawn(async move {
                    if let Some(taken) = serve(stream, &log, &*answer).await {
                        count.send_modify(|all| all.push(taken));
                    }
                });
            }
        });
        Self {
            origin,
            seen,
            taken,
            task,
        }
    }

    /// Always the same.
    pub async fn saying(reply: Reply) -> Self {
        Self::start(move |_| reply.clone()).await
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// Most bytes that went out of an answer without an end, once so many of them were left.
    pub async fn taken(&self, answers: usize) -> u64 {
        let mut taken = self.taken.clone();
        let all = taken.wait_for(|all| all.len() >= answers).await.unwrap();
        all.iter().copied().max().unwrap_or_default()
    }

    /// How many requests came to a path.
    pub fn asked(&self, path: &str) -> usize {
        self.seen()
            .iter()
            .filter(|seen| seen.target == path)
            .count()
    }
}

impl Drop for FakeServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// How much went out of an answer without an end, if it was one.
async fn serve(
    mut stream: TcpStream,
    log: &Mutex<Vec<Seen>>,
    answer: &impl Fn(&Seen) -> Reply,
) -> Option<u64> {
    let seen = read(&mut stream).await?;
    log.lock().unwrap().push(seen.clone());
    let reply = answer(&seen);
    let _ = stream.write_all(&reply.bytes).await;
    if !reply.again.is_empty() {
        return Some(without_end(&mut stream, &reply).await);
    }
    if reply.hangs {
        std::future::pending::<()>().await;
    }
    let _ = stream.shutdown().await;
    None
}

async fn without_end(stream: &mut TcpStream, reply: &Reply) -> u64 {
    let mut taken = 0;
    while stream.write_all(&reply.again).await.is_ok() {
        taken += reply.again.len() as u64;
        if !reply.pause.is_zero() {
            sleep(reply.pause).await;
        }
    }
    taken
}

async fn read(stream: &mut TcpStream) -> Option<Seen> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|end| end == b"\r\n\r\n") {
            break String::from_utf8(bytes.drain(..end + 4).collect()).unwrap();
        }
        more(stream, &mut bytes).await?;
    };
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ').map(str::to_owned);
    let headers: BTreeMap<_, _> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    while bytes.len() < length {
        more(stream, &mut bytes).await?;
    }
    let body = String::from_utf8(bytes).unwrap();
    Some(Seen {
        method: first.next()?,
        target: first.next()?,
        headers,
        body,
    })
}

async fn more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> Option<()> {
    let mut buffer = [0; 4096];
    let read = stream
        .read(&mut buffer)
        .await
        .ok()
        .filter(|read| *read > 0)?;
    bytes.extend_from_slice(&buffer[..read]);
    Some(())
}
