//! The door on this computer through which the browser brings the answer of a sign-in
//! (RFC 8252, 7.3): a listener on a free port of 127.0.0.1 that takes one call-back and shows
//! one page. What the answer means is decided in `sign_in`.

use std::{collections::HashMap, io, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::{sleep, timeout},
};
use url::Url;

use super::page::{self, Ending};

/// More than any browser sends.
const LONGEST_HEAD: usize = 32 * 1024;
/// A connection that says nothing for so long is dropped.
const PATIENCE: Duration = Duration::from_secs(10);

/// Before the next try when the system refuses a connection.
const BREATH: Duration = Duration::from_millis(100);

pub(crate) struct Door {
    listener: TcpListener,
    port: u16,
}

/// The browser at the door: what it brought, and where to show the page.
pub(crate) struct Visit {
    query: HashMap<String, String>,
    language: String,
    stream: TcpStream,
}

impl Door {
    /// Opens on a free port.
    pub async fn open() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        Ok(Self { listener, port })
    }

    /// What the browser is sent back to.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/callback", self.port)
    }

    /// The first visit that brings an answer. Browsers open connections on suspicion and ask
    /// for icons: those are answered aside.
    pub async fn visit(self) -> Visit {
        let mut visitors = JoinSet::new();
        loop {
            tokio::select! {
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        visitors.spawn(timeout(PATIENCE, receive(stream)));
                    }
                    Err(_) => sleep(BREATH).await,
                },
                left = visitors.join_next(), if !visitors.is_empty() => {
                    if let Some(Ok(Ok(Some(visit)))) = left {
                        return visit;
                    }
                }
            }
        }
    }
}

impl Visit {
    /// A parameter of the call-back.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// Shows how it ended.
    pub async fn show(mut self, ending: Ending) {
        send(&mut self.stream, &page::answer(ending, &self.language)).await;
    }
}

async fn receive(mut stream: TcpStream) -> Option<Visit> {
    let head = read_head(&mut stream).await?;
    let mut lines = head.split("\r\n");
    let mut request = lines.next().unwrap_or_default().split(' ');
    let (method, target) = (request.next()?, request.next()?);
    let url = Url::parse("http://127.0.0.1")
        .and_then(|base| base.join(target))
        .ok();
    let url = url.filter(|url| method == "GET" && url.path() == "/callback");
    let Some(url) = url else {
        send(&mut stream, &page::nothing_here()).await;
        return None;
    };
    let language = lines
        .filter_map(|line| line.split_once(':'))
        .find_map(|(name, value)| {
            name.eq_ignore_ascii_case("accept-language")
                .then(|| value.trim().to_owned())
        });
    let query = url.query_pairs().into_owned().collect();
    Some(Visit {
        query,
        language: language.unwrap_or_default(),
        stream,
    })
}

async fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut buffer = [0; 2048];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut buffer).await.ok()?;
        if read == 0 || head.len() + read > LONGEST_HEAD {
            return None;
        }
        head.extend_from_slice(&buffer[..read]);
    }
    String::from_utf8(head).ok()
}

/// A browser that went away does not matter.
async fn send(stream: &mut TcpStream, answer: &str) {
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
}
