//! Connections that can be made to break off: every stream has a budget of bytes it may still
//! send, which is without limit until a fault takes it away.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};

const UNLIMITED: i64 = -1;

/// How much a connection may still send.
#[derive(Debug, Clone)]
pub(crate) struct Budget(Arc<AtomicI64>);

impl Budget {
    /// Lets only so many bytes through from now on; then the connection breaks off.
    pub fn limit(&self, bytes: u64) {
        self.0
            .store(i64::try_from(bytes).unwrap_or(i64::MAX), Ordering::SeqCst);
    }
}

/// A listener whose connections have budgets.
pub(crate) struct BreakableListener(pub TcpListener);

impl Listener for BreakableListener {
    type Io = Breakable;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Breakable, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Answers are small and written at once: waiting to fill a packet only costs time.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
        (
            Breakable {
                stream,
                budget: Budget(Arc::new(AtomicI64::new(UNLIMITED))),
            },
            address,
        )
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, BreakableListener>> for Budget {
    fn connect_info(stream: IncomingStream<'_, BreakableListener>) -> Self {
        stream.io().budget.clone()
    }
}

/// A connection with a budget.
pub(crate) struct Breakable {
    stream: TcpStream,
    budget: Budget,
}

impl AsyncRead for Breakable {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Breakable {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let left = self.budget.0.load(Ordering::SeqCst);
        if left == UNLIMITED {
            return Pin::new(&mut self.stream).poll_write(context, bytes);
        }
        let allowed = bytes.len().min(usize::try_from(left).unwrap_or(0));
        if allowed == 0 {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        let written = Pin::new(&mut self.stream).poll_write(context, &bytes[..allowed]);
        if let Poll::Ready(Ok(count)) = &written {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            self.budget.0.store((left - count).max(0), Ordering::SeqCst);
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
