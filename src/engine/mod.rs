//! The engine: takes what waits, handles it in one transaction, commits, and only then confirms.
//!
//! One writer, in order: no locks and no races between features. What fails because of the disk is tried again whole;
//! what fails because of one event is parked, and the rest goes on.

mod attempt;
mod backpressure;
mod command;
mod dialogues;
mod introduce;
mod listen;
mod outcomes;
mod parking;
mod route;
#[cfg(test)]
mod tests;
mod tidy;
mod work;

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot, watch};

use crate::clock::Clock;
use crate::model::{BotName, Delivery, Event, Fault, FaultKind, Moment, OutboxId, Outcome, Pulse, Result, Trouble};
use crate::store::{self, Dispatch, OutboxRow, Store};
use crate::turn::Register;

use self::backpressure::Backpressure;
use self::work::{Done, Work};

/// Updates in one transaction: what one poll brings at most.
const BATCH: usize = 100;
/// With more rows than this waiting to go out, no new updates are taken: the way out must keep up with the way in.
const DEEP: i64 = 5000;
/// The first wait after a fault of the disk.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// How long a look at jobs and replays made by another program may wait.
const LOOK_AROUND: Duration = Duration::from_secs(1);

/// The engine.
pub struct Engine {
    store: Store,
    clock: Clock,
    pulse: Arc<Pulse>,
    register: Arc<Register>,
    translate: Translate,
    bot: BotName,
    doors: Doors,
    /// The write connection; none after a fault of the disk, until it works again.
    connection: Option<SqliteConnection>,
    next_row: AtomicI64,
    /// Rows in the outbox.
    depth: i64,
    next_job: Option<Moment>,
    looked_at: Moment,
    tidied_at: Moment,
    backpressure: Backpressure,
    /// How long to wait after the next fault of the disk.
    disk_pause: Duration,
    stop: watch::Receiver<bool>,
}

/// We are told to stop while the disk refuses: what is not on disk stays unconfirmed, and Telegram brings it again.
struct GivenUp;

/// Makes an event of a raw update, as the edge does: for what `stoep replay` puts back.
pub type Translate = fn(&str, i64, Moment) -> Option<(i64, Event)>;

/// The engine's ways in and out.
pub struct Doors {
    /// Updates.
    pub intake: mpsc::Receiver<Delivery>,
    /// What became of messages.
    pub outcomes: mpsc::UnboundedReceiver<Outcome>,
    /// To the sending edge.
    pub dispatch: mpsc::UnboundedSender<Dispatch>,
}

impl Engine {
    /// An engine on this database.
    pub fn new(
        store: Store,
        clock: Clock,
        pulse: Arc<Pulse>,
        register: Arc<Register>,
        translate: Translate,
        bot: BotName,
        doors: Doors,
    ) -> Engine {
        Engine {
            store,
            clock,
            pulse,
            register,
            translate,
            bot,
            doors,
            connection: None,
            next_row: AtomicI64::new(0),
            depth: 0,
            next_job: None,
            looked_at: Moment(0),
            tidied_at: Moment(0),
            backpressure: Backpressure::default(),
            disk_pause: FIRST_PAUSE,
            stop: watch::channel(false).1,
        }
    }

    /// Works until the ways in are closed: first the updates', then the outcomes'.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) {
        self.stop = stop.clone();
        while let Err(fault) = self.wake_up().await {
            if self.disk_trouble(&fault).await.is_err() {
                return;
            }
        }
        let mut acks: VecDeque<oneshot::Sender<()>> = VecDeque::new();
        let mut intake_open = true;
        loop {
            let work = self.gather(&mut acks, &mut intake_open, &mut stop).await;
            let Some(work) = work else { break };
            self.pulse.handling(1);
            if confirms_first() {
                self.confirm(&mut acks);
            }
            let look_around = work.look_around;
            let handled = self.handle(work).await;
            if handled.is_ok() {
                self.confirm(&mut acks);
                if look_around {
                    self.tidy_up().await;
                }
            }
            self.pulse.handling(-1);
            if handled.is_err() {
                return;
            }
        }
        self.close().await;
    }

    /// The last connection to go folds the write-ahead log into the database, and it must be one that may write. Where another
    /// program has the database open it is not the last: the log is emptied here all the same.
    async fn close(&mut self) {
        self.store.readers().close().await;
        if let Some(mut connection) = self.connection.take() {
            if store::empty_log(&mut connection).await.is_err() {
                tracing::warn!("the write-ahead log could not be emptied");
            }
            if connection.close().await.is_err() {
                tracing::warn!("the database was not closed in order; SQLite mends that at the next start");
            }
        }
    }

    /// Tells who brought the updates that they are on disk.
    fn confirm(&self, acks: &mut VecDeque<oneshot::Sender<()>>) {
        for ack in acks.drain(..) {
            self.pulse.handling(-1);
            // The poller may be gone; what it brought is on disk all the same.
            let _ = ack.send(());
        }
    }

    /// Waits for something to do. `None` if nothing more can come.
    async fn gather(
        &mut self,
        acks: &mut VecDeque<oneshot::Sender<()>>,
        intake_open: &mut bool,
        stop: &mut watch::Receiver<bool>,
    ) -> Option<Work> {
        let mut work = Work::default();
        loop {
            let now = self.clock.now();
            work.look_around |= now.since(self.looked_at) >= 1 || now < self.looked_at;
            work.jobs = self.next_job.is_some_and(|at| at <= now);
            if self.depth <= DEEP {
                while work.updates.len() < BATCH
                    && let Ok(delivery) = self.doors.intake.try_recv()
                {
                    work.updates.extend(delivery.updates);
                    acks.push_back(delivery.confirmed);
                }
            }
            while work.outcomes.len() < BATCH
                && let Ok(outcome) = self.doors.outcomes.try_recv()
            {
                work.outcomes.push(outcome);
            }
            if !work.is_empty() {
                return Some(work);
            }
            let clock = self.clock.clone();
            let next_job = self.next_job.map_or(i64::MAX, |at| at.0.saturating_mul(1000));
            let stopped = *stop.borrow();
            tokio::select! {
                delivery = self.doors.intake.recv(), if *intake_open && self.depth <= DEEP => match delivery {
                    Some(delivery) => {
                        work.updates.extend(delivery.updates);
                        acks.push_back(delivery.confirmed);
                    }
                    None => *intake_open = false,
                },
                outcome = self.doors.outcomes.recv() => match outcome {
                    Some(outcome) => work.outcomes.push(outcome),
                    None => return None,
                },
                () = clock.wait_until_ms(next_job), if !stopped => {}
                () = tokio::time::sleep(LOOK_AROUND), if !stopped => work.look_around = true,
                _ = stop.changed(), if !stopped => {}
            }
        }
    }

    /// Handles work whatever happens: whole, or where an event is at fault each part by itself.
    async fn handle(&mut self, work: Work) -> Result<(), GivenUp> {
        let outcomes = work.outcomes.len();
        loop {
            match self.attempt(&work).await {
                Ok(done) => {
                    self.after_commit(done, outcomes);
                    return Ok(());
                }
                Err(fault) if fault.kind == FaultKind::Disk => self.disk_trouble(&fault).await?,
                Err(_) => return self.handle_singly(work).await,
            }
        }
    }

    /// Each part in a transaction of its own; what is at fault is parked.
    async fn handle_singly(&mut self, work: Work) -> Result<(), GivenUp> {
        let (jobs, look_around) = (work.jobs, work.look_around);
        for part in work.apart() {
            let outcomes = part.outcomes.len();
            let done = loop {
                match self.attempt(&part).await {
                    Ok(done) => break done,
                    Err(fault) if fault.kind == FaultKind::Disk => self.disk_trouble(&fault).await?,
                    Err(fault) => break self.park_for_certain(&part, &fault).await?,
                }
            };
            self.after_commit(done, outcomes);
        }
        if jobs {
            self.singly(Work { jobs: true, one: true, ..Work::default() }).await?;
        }
        if look_around {
            self.singly(Work { look_around: true, one: true, ..Work::default() }).await?;
        }
        Ok(())
    }

    /// Parks a part; where even the apology goes wrong, without one.
    async fn park_for_certain(&mut self, part: &Work, why: &Fault) -> Result<Done, GivenUp> {
        let mut apologise = true;
        loop {
            // Whatever went wrong before may do so again over the apology.
            let parked = AssertUnwindSafe(self.park(part, why, apologise)).catch_unwind().await;
            match parked.unwrap_or_else(|_| Err(Fault::event("a panic while parking"))) {
                Ok(done) => return Ok(done),
                Err(disk) if disk.kind == FaultKind::Disk => self.disk_trouble(&disk).await?,
                Err(_) if apologise => apologise = false,
                // What can't even be parked is not confirmed: that is the database's fault and no event's.
                Err(worse) => {
                    self.disk_trouble(&Fault { kind: FaultKind::Damage, ..worse }).await?;
                    apologise = true;
                }
            }
        }
    }

    /// Due jobs, or replays, each in a transaction of its own, until none is left.
    async fn singly(&mut self, work: Work) -> Result<(), GivenUp> {
        loop {
            let fault = match self.attempt(&work).await {
                Ok(done) => {
                    let more = done.singles > 0;
                    self.after_commit(done, 0);
                    if more {
                        continue;
                    }
                    return Ok(());
                }
                Err(fault) => fault,
            };
            let parked = match fault.kind {
                FaultKind::Disk => Err(fault),
                FaultKind::Event | FaultKind::Damage if work.jobs => self.park_first_job(&fault).await,
                FaultKind::Event | FaultKind::Damage => self.drop_first_replay(&fault).await,
            };
            match parked {
                Ok(()) => {}
                Err(disk) if disk.kind != FaultKind::Event => self.disk_trouble(&disk).await?,
                Err(worse) => {
                    tracing::error!(%worse, "a job or a replay could not even be put aside");
                    return Ok(());
                }
            }
        }
    }

    /// After the commit: what is new goes to the sending edge, what is marked frees its place.
    fn after_commit(&mut self, done: Done, outcomes: usize) {
        self.disk_pause = FIRST_PAUSE;
        self.backpressure.note(done.told, done.asked, self.clock.now());
        self.depth += done.rows.len() as i64 - done.deleted as i64;
        if let Some(next) = done.next_job {
            self.next_job = next;
            self.pulse.set_next_job(next);
        }
        if done.looked_around {
            self.looked_at = self.clock.now();
        }
        // The sender may be gone when the program stops: the rows are on disk for the next start.
        for (chat, dropped) in done.moved {
            let _ = self.doors.dispatch.send(Dispatch::Dropped(dropped));
            let _ = self.doors.dispatch.send(Dispatch::Moved(chat));
        }
        if !done.dropped.is_empty() {
            let _ = self.doors.dispatch.send(Dispatch::Dropped(done.dropped));
        }
        if !done.rows.is_empty() {
            self.hand_out(done.rows);
        }
        if outcomes > 0 {
            let _ = self.doors.dispatch.send(Dispatch::Marked(outcomes));
            self.pulse.handling(-(outcomes as i64));
        }
    }

    /// Gives rows to the sending edge, which counts them off once they stand in their lanes.
    fn hand_out(&self, rows: Vec<OutboxRow>) {
        self.pulse.handling(1);
        if self.doors.dispatch.send(Dispatch::Rows(rows)).is_err() {
            self.pulse.handling(-1);
        }
    }

    /// The next key of the outbox.
    fn next_row(&self) -> OutboxId {
        OutboxId(self.next_row.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// At the start: what was left in the outbox goes to the sending edge.
    async fn wake_up(&mut self) -> Result<()> {
        let mut connection = self.store.writer().await?;
        self.next_row.store(store::last_outbox_id(&mut connection).await?, Ordering::Relaxed);
        let (rows, bad) = store::pending_rows(&mut connection, self.store.key()).await?;
        if !bad.is_empty() {
            tracing::error!(rows = bad.len(), "rows of the outbox can't be opened with this key; they are dropped");
            store::delete_rows(&mut connection, &bad).await?;
        }
        self.next_job = store::next_job_at(&mut connection).await?;
        self.depth = rows.len() as i64;
        self.connection = Some(connection);
        if !rows.is_empty() {
            self.hand_out(rows);
        }
        self.pulse.set_next_job(self.next_job);
        Ok(())
    }

    /// The disk refuses, or so much is damaged that nothing works: nothing was confirmed. Say so and wait, longer each time; the
    /// next try opens a new connection.
    async fn disk_trouble(&mut self, fault: &Fault) -> Result<(), GivenUp> {
        self.connection = None;
        self.note_damage(fault);
        if fault.kind != FaultKind::Damage {
            self.pulse.trouble(Trouble::Disk, true);
        }
        tracing::error!(what = %fault, "the database can't be used; nothing is confirmed, trying again");
        let pause = self.disk_pause;
        self.disk_pause = (pause * 2).min(Duration::from_secs(10));
        if tokio::time::timeout(pause, self.stop.wait_for(|s| *s)).await.is_ok() {
            tracing::warn!("stopped while the disk refuses; what is not on disk comes again from Telegram");
            return Err(GivenUp);
        }
        Ok(())
    }
}

/// The mistake that tests/crash must be able to find: confirming what is not on disk yet. Never true outside that test.
fn confirms_first() -> bool {
    fail::fail_point!("confirm-first", |_| true);
    false
}
