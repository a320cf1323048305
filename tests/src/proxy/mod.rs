//! A network of our own: a proxy on this computer in front of the real service, which lets some
//! requests suffer what networks and the machines in them do to requests.

mod fault;
mod message;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

pub use fault::{Fault, Place, Trouble};
use message::{Conversation, Request, Response};

/// The proxy; dropped, it and all of its connections end.
pub struct Proxy {
    address: String,
    plan: Arc<Plan>,
    listening: JoinHandle<()>,
}

/// What is to happen, and what did.
#[derive(Default)]
struct Plan {
    faults: Mutex<Vec<Fault>>,
    struck: Mutex<Vec<String>>,
    longest: Mutex<u64>,
}

impl Proxy {
    /// A proxy in front of the service at `http://127.0.0.1:<port>`, on a free port.
    ///
    /// # Errors
    /// When there is no port to be had.
    pub async fn before(service: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = format!("http://{}", listener.local_addr()?);
        let plan = Arc::new(Plan::default());
        let listening = tokio::spawn(listen(listener, service, Arc::clone(&plan)));
        Ok(Self {
            address,
            plan,
            listening,
        })
    }

    /// `http://127.0.0.1:<port>`
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Adds a fault; those added first strike first.
    pub fn inject(&self, fault: Fault) {
        lock(&self.plan.faults).push(fault);
    }

    /// Calls all faults off. What struck already goes on to its end.
    pub fn clear(&self) {
        lock(&self.plan.faults).clear();
    }

    /// The requests that were struck, as `METHOD path`.
    #[must_use]
    pub fn struck(&self) -> Vec<String> {
        lock(&self.plan.struck).clone()
    }

    /// Most bytes that somebody took of an answer without an end.
    #[must_use]
    pub fn longest(&self) -> u64 {
        *lock(&self.plan.longest)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Plan {
    /// The trouble of this request, if it is its turn.
    fn trouble(&self, request: &Request) -> Option<Trouble> {
        let mut faults = lock(&self.faults);
        let index = faults.iter_mut().position(|fault| fault.hits(request))?;
        let trouble = faults[index].trouble.clone();
        faults.retain(|fault| !fault.is_over());
        lock(&self.struck).push(format!("{} {}", request.method, request.target));
        Some(trouble)
    }
}

async fn listen(listener: TcpListener, service: u16, plan: Arc<Plan>) {
    // The connections end with the proxy.
    let mut open = JoinSet::new();
    while let Ok((client, _)) = listener.accept().await {
        let plan = Arc::clone(&plan);
        open.spawn(async move {
            let carried = carry(Conversation::over(client), service, &plan).await;
            drop(carried); // Either side may leave whenever it wants.
        });
        while open.try_join_next().is_some() {}
    }
}

/// Carries requests one after the other until somebody leaves.
async fn carry(mut client: Conversation, service: u16, plan: &Plan) -> io::Result<()> {
    let mut upstream = None;
    while let Some(request) = client.request().await? {
        let trouble = plan.trouble(&request);
        let passed_on = trouble.as_ref().is_none_or(Trouble::passes_on);
        if let Some(Trouble::Latency(by)) = trouble {
            tokio::time::sleep(by).await;
        }
        let answer = if passed_on {
            let upstream = match &mut upstream {
                Some(open) => open,
                none => none.insert(connect(service).await?),
            };
            let plain = matches!(trouble, Some(Trouble::Rewritten(_)));
            upstream.send(&request.bytes(plain)).await?;
            Some(upstream.response().await?)
        } else {
            None
        };
        if suffer(&mut client, trouble, answer, plan).await?.is_none() {
            return Ok(());
        }
    }
    Ok(())
}

async fn connect(service: u16) -> io::Result<Conversation> {
    let stream = TcpStream::connect(("127.0.0.1", service)).await?;
    Ok(Conversation::over(stream))
}

/// Gives the client what is left of the answer; none when the connection is no good any more.
async fn suffer(
    client: &mut Conversation,
    trouble: Option<Trouble>,
    answer: Option<Response>,
    plan: &Plan,
) -> io::Result<Option<()>> {
    let bytes = answer.as_ref().map(Response::bytes).unwrap_or_default();
    match trouble {
        None | Some(Trouble::Latency(_)) => client.send(&bytes).await?,
        Some(Trouble::ResetBefore | Trouble::ResetAfter) => {
            client.stream.set_zero_linger()?;
            return Ok(None);
        }
        Some(Trouble::Truncated) => {
            // Some of the head is too little to be taken for an answer, some of the body is not.
            let body = answer.map_or(0, |answer| answer.body.len());
            client
                .send(&bytes[..bytes.len() - body.div_ceil(2)])
                .await?;
            client.stream.shutdown().await?;
            return Ok(None);
        }
        Some(Trouble::Dripping(pause)) => drip(client, &bytes, pause).await?,
        Some(Trouble::Status(status)) => client.send(&refusal(status)).await?,
        Some(Trouble::Silence) => {
            client.until_it_leaves().await?;
            return Ok(None);
        }
        Some(Trouble::Instead { kind, packed, body }) => {
            client.send(&instead(&kind, packed, &body)).await?;
        }
        Some(Trouble::Endless) => {
            let taken = endless(client).await;
            let mut longest = lock(&plan.longest);
            *longest = taken.max(*longest);
            return Ok(None);
        }
        Some(Trouble::Rewritten(change)) => {
            let answer = answer.unwrap_or_default();
            client.send(&answer.rewritten(change)).await?;
        }
    }
    Ok(Some(()))
}

/// So many pieces make an answer that is slow.
const PIECES: usize = 8;

async fn drip(client: &mut Conversation, bytes: &[u8], pause: Duration) -> io::Result<()> {
    for piece in bytes.chunks(bytes.len().div_ceil(PIECES).max(1)) {
        client.send(piece).await?;
        tokio::time::sleep(pause).await;
    }
    Ok(())
}

/// What stands before a service that rests: its words are its own.
fn refusal(status: u16) -> Vec<u8> {
    let body = "try later";
    format!(
        "HTTP/1.1 {status} Later\r\nContent-Type: text/plain\r\nRetry-After: 1\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn instead(kind: &str, packed: bool, body: &[u8]) -> Vec<u8> {
    let packed = if packed {
        "Content-Encoding: gzip\r\n"
    } else {
        ""
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{packed}Content-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// Sends until nobody takes any more; how much was taken.
async fn endless(client: &mut Conversation) -> u64 {
    const CHUNK: usize = 16 * 1024;
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\
                Transfer-Encoding: chunked\r\n\r\n";
    let chunk = format!("{CHUNK:x}\r\n{}\r\n", "[".repeat(CHUNK));
    let mut taken = 0;
    if client.send(head.as_bytes()).await.is_err() {
        return taken;
    }
    while client.send(chunk.as_bytes()).await.is_ok() {
        taken += CHUNK as u64;
    }
    taken
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
