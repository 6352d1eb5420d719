//! The local Telegram's connections, counted: once a killed program's are all closed, everything that it sent has arrived.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// How many connections are open. Clones share the count.
#[derive(Clone, Default)]
pub struct Lines(Arc<AtomicUsize>);

impl Lines {
    /// So many now.
    pub fn open(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }

    /// Counts those of this listener.
    pub fn of(&self, listener: TcpListener) -> Exchange {
        Exchange { listener, lines: self.clone() }
    }
}

/// A listener whose connections are counted.
pub struct Exchange {
    listener: TcpListener,
    lines: Lines,
}

/// One of its connections.
pub struct Line {
    stream: TcpStream,
    lines: Lines,
}

impl axum::serve::Listener for Exchange {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, from) = axum::serve::Listener::accept(&mut self.listener).await;
        self.lines.0.fetch_add(1, Ordering::SeqCst);
        (Line { stream, lines: self.lines.clone() }, from)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.lines.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl AsyncRead for Line {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, to: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, to)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
