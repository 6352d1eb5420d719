//! The door between the edge and the engine: updates with an acknowledgement, and a pulse that tells how busy it is.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio::sync::{Notify, oneshot};

use super::{Event, Moment};

/// One update as it came in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Telegram's id of it.
    pub update_id: i64,
    /// Its raw text: what is parked where it can't be handled.
    pub raw: String,
    /// What it means.
    pub event: Event,
}

/// Updates that came together, confirmed together: the receiver hears once they are on disk.
#[derive(Debug)]
pub struct Delivery {
    /// The updates, in order.
    pub updates: Vec<Incoming>,
    /// Answered after the commit.
    pub confirmed: oneshot::Sender<()>,
}

/// What is not well at the moment, for the health page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trouble {
    /// The disk refuses: nothing is confirmed until it works again.
    Disk,
    /// Part of the database can't be read.
    Damage,
    /// Telegram can't be reached.
    Telegram,
    /// A second program polls with the same token.
    SecondBot,
}

impl Trouble {
    /// In words for the operator.
    pub fn words(self) -> &'static str {
        match self {
            Trouble::Disk => "the disk refuses to write; nothing is lost, and it is tried again",
            Trouble::Damage => {
                "the database is damaged; what meets the damaged part is parked, the rest goes on; put a backup back soon"
            }
            Trouble::Telegram => "Telegram can't be reached; it is tried again",
            Trouble::SecondBot => "another program uses the same token; stop that one",
        }
    }
}

/// How busy the program is, and what is not well. Shared by all rooms.
#[derive(Debug)]
pub struct Pulse {
    /// Deliveries and outcomes handed over and not yet committed.
    handling: AtomicI64,
    /// Messages sent or about to be, and not yet marked.
    unmarked: AtomicI64,
    /// Milliseconds at which the next row of the outbox may go; `i64::MAX` where none waits.
    next_send: AtomicI64,
    /// Seconds at which the next job is due; `i64::MAX` where none waits.
    next_job: AtomicI64,
    troubles: Mutex<Vec<Trouble>>,
    changed: Notify,
}

impl Default for Pulse {
    fn default() -> Pulse {
        Pulse {
            handling: AtomicI64::new(0),
            unmarked: AtomicI64::new(0),
            next_send: AtomicI64::new(i64::MAX),
            // Not quiet before the engine has looked for the first time.
            next_job: AtomicI64::new(i64::MIN),
            troubles: Mutex::default(),
            changed: Notify::new(),
        }
    }
}

impl Pulse {
    /// Something was handed to the engine (+), or committed (−).
    pub fn handling(&self, difference: i64) {
        self.handling.fetch_add(difference, Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    /// A message is being sent (+), or its mark is committed (−).
    pub fn unmarked(&self, difference: i64) {
        self.unmarked.fetch_add(difference, Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    /// When the next message may go.
    pub fn set_next_send(&self, at_ms: Option<i64>) {
        self.next_send.store(at_ms.unwrap_or(i64::MAX), Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    /// When the next job is due.
    pub fn set_next_job(&self, at: Option<Moment>) {
        self.next_job.store(at.map_or(i64::MAX, |m| m.0), Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    /// Is there nothing to do at this time: all committed, no job due, no message that may go?
    pub fn is_quiet(&self, now_ms: i64) -> bool {
        self.handling.load(Ordering::SeqCst) == 0
            && self.unmarked.load(Ordering::SeqCst) == 0
            && self.next_send.load(Ordering::SeqCst) > now_ms
            && self.next_job.load(Ordering::SeqCst) > now_ms.div_euclid(1000)
    }

    /// When the next job is due or the next message may go, in milliseconds. `None` if nothing waits.
    pub fn next_ms(&self) -> Option<i64> {
        let job = self.next_job.load(Ordering::SeqCst).saturating_mul(1000);
        let next = self.next_send.load(Ordering::SeqCst).min(job);
        (next < i64::MAX).then_some(next)
    }

    /// Returns at the next change of any of these.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    /// Notes a trouble, or that it is over. Returns true if that is news.
    pub fn trouble(&self, trouble: Trouble, is_there: bool) -> bool {
        let Ok(mut list) = self.troubles.lock() else { return false };
        let known = list.contains(&trouble);
        if is_there && !known {
            list.push(trouble);
        } else if !is_there && known {
            list.retain(|t| *t != trouble);
        }
        known != is_there
    }

    /// What is not well now.
    pub fn troubles(&self) -> Vec<Trouble> {
        self.troubles.lock().map(|l| l.clone()).unwrap_or_default()
    }
}
