//! One transaction: everything that waits, handled in order, and committed or not at all.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use sqlx::{Connection, SqliteConnection};

use super::backpressure::{Crowd, asker};
use super::introduce::{introduce, introduce_again};
use super::outcomes::OutcomeHandler;
use super::work::{Done, Work};
use super::{Engine, route};
use crate::model::{Event, Fault, Happening, Moment, Result, Trouble};
use crate::store::{self, DueJob};
use crate::turn::{Batch, Turn, presence};

impl Engine {
    /// Handles the work in one transaction. On a fault nothing of it happened.
    pub(super) async fn attempt(&mut self, work: &Work) -> Result<Done> {
        let mut connection = self.writer().await?;
        let caught = AssertUnwindSafe(self.transact(&mut connection, work)).catch_unwind().await;
        match caught {
            Ok(Ok(done)) => {
                if let Some(changes) = done.changes {
                    self.store.note_changes(changes);
                }
                self.connection = Some(connection);
                if self.pulse.trouble(Trouble::Disk, false) {
                    tracing::info!("the database can be written again");
                }
                Ok(done)
            }
            // After a fault of the disk SQLite may have thrown the transaction away by itself: never go on with this
            // connection. A rolled back event's fault leaves it clean, but a new one costs little and is certain.
            Ok(Err(fault)) => {
                self.note_damage(&fault);
                Err(fault)
            }
            Err(_) => Err(Fault::event("a feature panicked; the place is in the log")),
        }
    }

    /// The write connection, or a new one where a fault ended that.
    pub(super) async fn writer(&mut self) -> Result<SqliteConnection> {
        match self.connection.take() {
            Some(connection) => Ok(connection),
            None => self.store.writer().await,
        }
    }

    async fn transact(&self, connection: &mut SqliteConnection, work: &Work) -> Result<Done> {
        let now = self.clock.now();
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        let mut batch = Batch::new(self.bot.clone(), self.register.features());
        let mut done = Done::default();
        if !work.outcomes.is_empty() {
            let (batch, done) = (&mut batch, &mut done);
            OutcomeHandler { tx: &mut tx, batch, store: &self.store, now, done }.apply(&work.outcomes).await?;
        }
        let follow_ups = std::mem::take(&mut done.follow_ups);
        let mut events = self.fresh(&mut tx, work, now).await?;
        if work.look_around {
            let replayed = self.replayed(&mut tx, work.most(), now).await?;
            done.singles += replayed.len();
            done.looked_around = true;
            events.extend(replayed);
        }
        introduce(&mut tx, &mut batch, &self.store, &self.bot, now, events.iter().chain(&follow_ups)).await?;
        for event in &follow_ups {
            self.one(&mut tx, &mut batch, event, now, &mut done).await?;
        }
        let crowd = Crowd::now(&mut tx, self.depth).await?;
        for event in &events {
            let mut turn = Turn::new(&mut tx, &mut batch, self.store.key(), event, now);
            if crowd.turns_away(&turn, event) {
                done.told.extend(self.backpressure.say_busy(&mut turn, now, &done.told));
                continue;
            }
            if let Some(asker) = asker(&self.register, &turn, event) {
                if self.backpressure.asked_enough(asker, now, &done.asked) {
                    done.told.extend(self.backpressure.lead_to_private(&mut turn, now, &done.told));
                    continue;
                }
                done.asked.push((asker, now));
            }
            self.one(&mut tx, &mut batch, event, now, &mut done).await?;
        }
        if work.jobs {
            self.jobs(&mut tx, &mut batch, now, work.most(), &mut done).await?;
        }
        self.draw(&mut tx, &mut batch, now).await?;
        let touched_jobs = batch.touched_jobs() || work.jobs || work.look_around;
        done.forget(batch.replace(&mut tx).await?);
        done.rows = batch.write(&mut tx, self.store.key(), || self.next_row()).await?;
        if touched_jobs {
            done.next_job = Some(store::next_job_at(&mut tx).await?);
        }
        // A look around that found nothing writes nothing.
        if work.brings_something() || done.singles > 0 {
            done.changes = Some(store::count_change(&mut tx).await?);
        }
        fail::fail_point!("disk-full", |_| Err(Fault::disk("SQLite FULL (13)")));
        fail::fail_point!("before-commit", |_| std::process::abort());
        if !work.updates.is_empty() && commits_never() {
            std::future::pending::<()>().await;
        }
        tx.commit().await?;
        fail::fail_point!("after-commit", |_| std::process::abort());
        Ok(done)
    }

    /// The events of the updates that were not seen before.
    async fn fresh(&self, tx: &mut SqliteConnection, work: &Work, now: Moment) -> Result<Vec<Event>> {
        if work.updates.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<i64> = work.updates.iter().map(|u| u.update_id).collect();
        let mut fresh = store::remember(tx, &ids, now).await?;
        // One update twice in one batch counts once: the first takes its id out.
        Ok(work.updates.iter().filter(|u| fresh.remove(&u.update_id)).map(|u| u.event.clone()).collect())
    }

    /// Updates that `stoep replay` put back.
    async fn replayed(&self, tx: &mut SqliteConnection, most: i64, now: Moment) -> Result<Vec<Event>> {
        let put_back = store::take_replays(tx, self.store.key(), most).await?;
        Ok(put_back
            .into_iter()
            .filter_map(|(fault, raw)| {
                tracing::info!(%fault, "a parked update is tried again");
                (self.translate)(&raw, self.bot.id, now).map(|(_, event)| event)
            })
            .collect())
    }

    async fn one(
        &self,
        tx: &mut SqliteConnection,
        batch: &mut Batch,
        event: &Event,
        now: Moment,
        done: &mut Done,
    ) -> Result<()> {
        if let Happening::Migrated { from, to } = event.what {
            return OutcomeHandler { tx, batch, store: &self.store, now, done }.migrate(from, to).await;
        }
        if let Happening::PresenceKnown { held } = event.what {
            return self.go_on_with(tx, batch, held, now, done).await;
        }
        go_wrong(event)?;
        let mut turn = Turn::new(tx, batch, self.store.key(), event, now);
        route::route(&self.register, &mut turn, event).await
    }

    /// Handles a press that waited for Telegram's word about who is still in the group.
    async fn go_on_with(
        &self,
        tx: &mut SqliteConnection,
        batch: &mut Batch,
        held: i64,
        now: Moment,
        done: &mut Done,
    ) -> Result<()> {
        let Some((held_press, asked)) = store::take_held_press(tx, held, presence::HELD).await? else { return Ok(()) };
        done.forget(asked);
        let event = introduce_again(tx, batch, &self.store, held_press, now).await?;
        let mut turn = Turn::new(tx, batch, self.store.key(), &event, now);
        turn.end_hold(held);
        route::route(&self.register, &mut turn, &event).await
    }

    /// Draws the cards of what the batch's events touched, once each.
    async fn draw(&self, tx: &mut SqliteConnection, batch: &mut Batch, now: Moment) -> Result<()> {
        let drawing = Event { at: now, seed: 0, sender: None, chat: None, what: Happening::Nothing };
        for thing in batch.take_touched() {
            if let Some(feature) = self.register.feature(&thing.feature) {
                let mut turn = Turn::new(tx, batch, self.store.key(), &drawing, now);
                feature.render(&mut turn, thing.id).await?;
            }
        }
        Ok(())
    }

    async fn jobs(
        &self,
        tx: &mut SqliteConnection,
        batch: &mut Batch,
        now: Moment,
        most: i64,
        done: &mut Done,
    ) -> Result<()> {
        let due = store::due_jobs(tx, now, most).await?;
        if due.is_empty() {
            return Ok(());
        }
        store::take_jobs(tx, &due.iter().map(|j| j.id).collect::<Vec<_>>()).await?;
        done.singles += due.len();
        for job in due {
            if job.feature == presence::HELD {
                self.go_on_with(tx, batch, job.thing, now, done).await?;
                continue;
            }
            let event = job_event(job);
            let mut turn = Turn::new(tx, batch, self.store.key(), &event, now);
            route::route(&self.register, &mut turn, &event).await?;
        }
        Ok(())
    }
}

/// Where a test holds a transaction with updates in it until it kills the program.
fn commits_never() -> bool {
    fail::fail_point!("never-commit", |_| true);
    false
}

/// Where a test makes a feature go wrong over a message with these words in it.
fn go_wrong(event: &Event) -> Result<()> {
    if fail::has_failpoints()
        && let Happening::Message(m) = &event.what
        && m.text.contains("gaat-mis")
    {
        fail::fail_point!("feature-fault", |_| Err(Fault::event("a feature went wrong on purpose")));
        fail::fail_point!("feature-panic", |_| panic!("{}", m.text));
    }
    Ok(())
}

fn job_event(job: DueJob) -> Event {
    let seed = (job.id as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ job.at.0 as u64;
    Event {
        at: job.at,
        seed,
        sender: None,
        chat: None,
        what: Happening::Job { id: job.id, feature: job.feature, kind: job.kind, thing: job.thing },
    }
}
