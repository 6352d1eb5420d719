//! Forgets what need not be kept: seen ids after 48 hours, drafts after 30 days, parked things after 7, what the team
//! did about somebody's standing after two years. What was forgotten since the last time, here or by a feature, then leaves the
//! write-ahead log too.

use sqlx::{Connection, SqliteConnection};

use super::Engine;
use crate::model::{Moment, Result};
use crate::store;

/// Seconds between two looks.
const EVERY: i64 = 3600;

const SEEN: i64 = 48 * 3600;
const DRAFTS_DAYS: i64 = 30;
const PARKED_DAYS: i64 = 7;
const HELD_DAYS: i64 = 1;
const TEAM_MESSAGES_DAYS: i64 = 30;
const ACTS_DAYS: i64 = 2 * 365;

impl Engine {
    /// Tidies up where it is time to. What fails is tried again the next time: nobody waits for it.
    pub(super) async fn tidy_up(&mut self) {
        let now = self.clock.now();
        if now.since(self.tidied_at).abs() < EVERY {
            return;
        }
        self.tidied_at = now;
        if let Err(fault) = self.tidy_now(now).await {
            self.connection = None;
            self.note_damage(&fault);
            tracing::error!(%fault, "what is old could not be forgotten; tried again in an hour");
        }
    }

    async fn tidy_now(&mut self, now: Moment) -> Result<()> {
        let mut connection = self.writer().await?;
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        forget(&mut tx, now).await?;
        let changes = store::count_change(&mut tx).await?;
        tx.commit().await?;
        self.store.note_changes(changes);
        if !store::empty_log(&mut connection).await? {
            tracing::warn!(
                "another program reads the database: what was forgotten stands in its -wal file an hour longer"
            );
        }
        self.connection = Some(connection);
        Ok(())
    }
}

/// Forgets what is old.
async fn forget(tx: &mut SqliteConnection, now: Moment) -> Result<()> {
    store::drop_old_seen(tx, now.plus(-SEEN)).await?;
    store::drop_old_dialogues(tx, now.plus_days(-DRAFTS_DAYS)).await?;
    store::drop_old_standings(tx, now, now.plus_days(-ACTS_DAYS)).await?;
    store::drop_old_held_presses(tx, now.plus_days(-HELD_DAYS)).await?;
    store::drop_old_team_messages(tx, now.plus_days(-TEAM_MESSAGES_DAYS)).await?;
    store::drop_old_parked(tx, now.plus_days(-PARKED_DAYS)).await
}
