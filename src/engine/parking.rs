//! What can't be handled is kept for `stoep replay`, its sender gets one apology, and the rest goes on.

use sqlx::Connection;

use super::introduce::introduce;
use super::work::{Done, Work};
use super::{Engine, route};
use crate::model::{Fault, FaultKind, Result, Trouble, Verdict};
use crate::store::{self, ParkedKind};
use crate::turn::{Batch, Turn};

impl Engine {
    /// Parks the one thing that this work holds, and says so to its sender where it is to `apologise`.
    pub(super) async fn park(&mut self, work: &Work, why: &Fault, apologise: bool) -> Result<Done> {
        let id = new_fault_id();
        let now = self.clock.now();
        let mut connection = self.store.writer().await?;
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        let mut batch = Batch::new(self.bot.clone(), self.register.features());
        let mut done = Done::default();
        for update in &work.updates {
            tracing::error!(fault = %id, %why, "an update could not be handled and is parked");
            store::park(&mut tx, self.store.key(), &id, ParkedKind::Update, &update.raw, now).await?;
            store::remember(&mut tx, &[update.update_id], now).await?;
            if !apologise {
                continue;
            }
            introduce(&mut tx, &mut batch, &self.store, &self.bot, now, std::iter::once(&update.event)).await?;
            let mut turn = Turn::new(&mut tx, &mut batch, self.store.key(), &update.event, now);
            route::apologise(&mut turn, &update.event, &id)?;
        }
        for outcome in &work.outcomes {
            tracing::error!(fault = %id, %why, "a message's outcome could not be handled and is parked");
            let raw = format!("outbox row {}", outcome.row);
            store::park(&mut tx, self.store.key(), &id, ParkedKind::Outcome, &raw, now).await?;
            for row in store::settle_rows(&mut tx, &[outcome.row]).await? {
                done.forget(vec![row.id]);
                // Nobody else would open its lane, which waits for the chat's new id.
                if matches!(outcome.verdict, Verdict::Migrated { .. }) {
                    done.moved.push((row.chat, Vec::new()));
                }
            }
        }
        done.forget(batch.replace(&mut tx).await?);
        done.rows = batch.write(&mut tx, self.store.key(), || self.next_row()).await?;
        tx.commit().await?;
        self.connection = Some(connection);
        Ok(done)
    }

    /// Part of the database can't be read, and won't be: that stays in the health page until the next start.
    pub(super) fn note_damage(&self, fault: &Fault) {
        if fault.kind == FaultKind::Damage && self.pulse.trouble(Trouble::Damage, true) {
            tracing::error!(what = %fault, "the database is damaged; what meets the damaged part is parked, the rest goes on. Put a backup back: docs/RUNNING.md");
        }
    }

    /// Parks the first job that is due.
    pub(super) async fn park_first_job(&mut self, why: &Fault) -> Result<()> {
        let id = new_fault_id();
        let now = self.clock.now();
        let mut connection = self.store.writer().await?;
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        for job in store::due_jobs(&mut tx, now, 1).await? {
            tracing::error!(fault = %id, %why, feature = job.feature, kind = job.kind, thing = job.thing, "a job could not be done and is parked");
            let raw = format!("{} {} {}", job.feature, job.kind, job.thing);
            store::park(&mut tx, self.store.key(), &id, ParkedKind::Job, &raw, now).await?;
            store::take_jobs(&mut tx, &[job.id]).await?;
        }
        tx.commit().await?;
        self.connection = Some(connection);
        Ok(())
    }

    /// A replay failed again: it stays parked, and leaves the list of what is to be tried.
    pub(super) async fn drop_first_replay(&mut self, why: &Fault) -> Result<()> {
        let mut connection = self.store.writer().await?;
        let Some(fault) = store::next_replay(&mut connection).await? else { return Err(why.clone()) };
        tracing::error!(%fault, %why, "a parked update failed again and stays parked");
        store::drop_replay(&mut connection, &fault).await?;
        self.connection = Some(connection);
        Ok(())
    }
}

/// An id that leads from an apology to its line in the log: short enough to say over the phone.
pub fn new_fault_id() -> String {
    // Without letters and digits that sound or look alike.
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut bytes = [0u8; 8];
    // Chance only keeps ids apart; the clock would do as well.
    let _ = getrandom::fill(&mut bytes);
    bytes.iter().map(|b| char::from(LETTERS[usize::from(b & 31)])).collect()
}
