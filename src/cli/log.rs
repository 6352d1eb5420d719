//! Logs: structured, to standard error, without texts, names or token. Who reads them may stop reading; nobody waits for that.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Lines that wait for whoever reads the log. What comes after them is dropped.
const WAITING: usize = 1000;
/// How long the end of the program waits for the last lines to be read.
const LAST_LINES: Duration = Duration::from_secs(1);

/// Were lines dropped, and none written since?
static STUCK: AtomicBool = AtomicBool::new(false);

/// Starts logging: lines for a person at a terminal, JSON for everything else. Only our own rooms are heard: a library's
/// line could hold an address with the token in it.
pub fn start() -> Log {
    let log = Log::to(io::stderr(), &STUCK);
    let ours = Targets::new().with_target("stoep", LevelFilter::INFO);
    let writer = log.clone();
    let lines = tracing_subscriber::fmt::layer().with_writer(move || writer.clone()).with_target(false);
    if io::stderr().is_terminal() {
        tracing_subscriber::registry().with(lines.with_filter(ours)).init();
    } else {
        tracing_subscriber::registry().with(lines.with_ansi(false).json().with_filter(ours)).init();
    }
    std::panic::set_hook(Box::new(|info| {
        // The message can hold what somebody wrote: the place says enough.
        let place = info.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        tracing::error!(%place, "a panic");
    }));
    log
}

/// Does nobody read the log, so that lines of it are dropped?
pub fn is_stuck() -> bool {
    STUCK.load(Ordering::Relaxed)
}

enum Piece {
    Line(Vec<u8>),
    /// All before it is written: tell so.
    Mark(SyncSender<()>),
}

/// The way to the log: a thread of its own writes what comes here, so that only that one waits for a reader.
#[derive(Clone)]
pub struct Log {
    pieces: SyncSender<Piece>,
    stuck: &'static AtomicBool,
}

impl Log {
    fn to(sink: impl Write + Send + 'static, stuck: &'static AtomicBool) -> Log {
        let (pieces, waiting) = sync_channel(WAITING);
        std::thread::spawn(move || write_all(sink, &waiting, stuck));
        Log { pieces, stuck }
    }

    /// Waits until what was logged is written, for a second at most.
    pub fn flush(&self) {
        let (mark, written) = sync_channel(1);
        if self.pieces.try_send(Piece::Mark(mark)).is_ok() {
            // Nobody reads: then these lines are lost as others were.
            let _ = written.recv_timeout(LAST_LINES);
        }
    }
}

fn write_all(mut sink: impl Write, waiting: &Receiver<Piece>, stuck: &AtomicBool) {
    for piece in waiting {
        match piece {
            Piece::Line(line) => {
                // A reader that is gone, or a full disk: there is nowhere to tell it.
                if sink.write_all(&line).is_ok() {
                    stuck.store(false, Ordering::Relaxed);
                }
            }
            Piece::Mark(written) => {
                let _ = written.send(());
            }
        }
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.pieces.try_send(Piece::Line(line.to_vec())).is_err() {
            self.stuck.store(true, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    /// A reader that takes a line only when it is told to.
    struct Reader(Receiver<()>);

    impl Write for Reader {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            self.0.recv().map(|()| line.len()).map_err(io::Error::other)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn whoever_logs_waits_for_no_reader() {
        static STUCK: AtomicBool = AtomicBool::new(false);
        let (read, reader) = channel();
        let mut log = Log::to(Reader(reader), &STUCK);
        // One more is in the reader's hands.
        for _ in 0..WAITING + 2 {
            log.write_all(b"a line\n").unwrap();
        }
        assert!(STUCK.load(Ordering::Relaxed), "the last one was dropped");
        for _ in 0..WAITING + 2 {
            read.send(()).unwrap();
        }
        // The mark finds room once a line is taken.
        while STUCK.load(Ordering::Relaxed) {
            std::thread::yield_now();
        }
        Log::flush(&log);
        log.write_all(b"a line\n").unwrap();
        assert!(!STUCK.load(Ordering::Relaxed));
    }
}
