//! How busy the program is, when it last did what, and what is not well: for whoever waits until it is quiet, and for the
//! health page.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio::sync::Notify;

use super::Moment;

/// Why Telegram can't be reached, as far as that shows from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreached {
    /// Its name could not be looked up.
    Name,
    /// Nobody listens there, or a firewall says no.
    Refused,
    /// No answer in time.
    Timeout,
    /// No trusted, encrypted connection.
    Tls,
    /// The proxy does not let us through.
    Proxy,
    /// The connection broke.
    Broken,
    /// Something answered that is no Bot API server.
    Strange,
    /// It is there, and says no for now.
    Busy,
}

impl Unreached {
    /// In words for the operator.
    pub fn words(self) -> &'static str {
        match self {
            Unreached::Name => "its name can't be looked up (DNS)",
            Unreached::Refused => "the connection is refused",
            Unreached::Timeout => "no answer in time",
            Unreached::Tls => "no trusted connection (TLS): is its certificate changed on the way?",
            Unreached::Proxy => "the proxy does not let it through",
            Unreached::Broken => "the connection breaks",
            Unreached::Strange => "what answers there is no Bot API server",
            Unreached::Busy => "it answers with errors of its own",
        }
    }
}

/// What is not well at the moment, for the health page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trouble {
    /// The disk refuses: nothing is confirmed until it works again.
    Disk,
    /// Part of the database can't be read.
    Damage,
    /// Telegram can't be reached, or refuses to give us updates.
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

/// A point of steady time in milliseconds that may not be there.
#[derive(Debug)]
struct Stamp(AtomicI64);

impl Stamp {
    const NONE: i64 = i64::MIN;

    fn none() -> Stamp {
        Stamp(AtomicI64::new(Stamp::NONE))
    }

    fn set(&self, at_ms: Option<i64>) {
        self.0.store(at_ms.unwrap_or(Stamp::NONE), Ordering::SeqCst);
    }

    /// Notes this time where none stands yet.
    fn begin(&self, at_ms: i64) {
        // Whoever came first stays.
        let _ = self.0.compare_exchange(Stamp::NONE, at_ms, Ordering::SeqCst, Ordering::SeqCst);
    }

    fn get(&self) -> Option<i64> {
        Some(self.0.load(Ordering::SeqCst)).filter(|at| *at != Stamp::NONE)
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
    /// When Telegram last answered a poll with updates, or with none.
    polled: Stamp,
    /// Since when no send succeeds.
    sends_fail: Stamp,
    /// Since when the oldest row that may go waits.
    oldest: Stamp,
    troubles: Mutex<Vec<Trouble>>,
    unreached: Mutex<Option<Unreached>>,
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
            polled: Stamp::none(),
            sends_fail: Stamp::none(),
            oldest: Stamp::none(),
            troubles: Mutex::default(),
            unreached: Mutex::default(),
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

    /// Telegram could not be reached for this reason. Returns true if that is another one than before.
    pub fn unreached(&self, why: Unreached) -> bool {
        self.unreached.lock().is_ok_and(|mut last| last.replace(why) != Some(why))
    }

    /// Why Telegram could not be reached the last time that it could not. `None` if it always could.
    pub fn last_unreached(&self) -> Option<Unreached> {
        self.unreached.lock().ok().and_then(|last| *last)
    }

    /// Telegram answered a poll, at this steady time.
    pub fn polled(&self, steady_ms: i64) {
        self.polled.set(Some(steady_ms));
    }

    /// When Telegram last answered a poll. `None` if it never did.
    pub fn last_polled(&self) -> Option<i64> {
        self.polled.get()
    }

    /// A send failed because of Telegram or the way there, at this steady time.
    pub fn send_failed(&self, steady_ms: i64) {
        self.sends_fail.begin(steady_ms);
    }

    /// Telegram settled what was sent.
    pub fn send_settled(&self) {
        self.sends_fail.set(None);
    }

    /// Since when no send succeeds, though some were tried.
    pub fn sends_fail_since(&self) -> Option<i64> {
        self.sends_fail.get()
    }

    /// Since when the oldest row of the outbox waits that may go.
    pub fn set_oldest(&self, steady_ms: Option<i64>) {
        self.oldest.set(steady_ms);
    }

    /// Since when the oldest row of the outbox waits that may go.
    pub fn oldest_since(&self) -> Option<i64> {
        self.oldest.get()
    }
}
