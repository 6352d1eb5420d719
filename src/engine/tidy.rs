//! Forgets what need not be kept: seen ids after 48 hours, drafts after 30 days, parked things after 7.

use sqlx::SqliteConnection;

use crate::model::{Moment, Result};
use crate::store;

/// Seconds between two looks.
pub const EVERY: i64 = 3600;

const SEEN: i64 = 48 * 3600;
const DRAFTS_DAYS: i64 = 30;
const PARKED_DAYS: i64 = 7;

/// Forgets what is old.
pub async fn tidy(tx: &mut SqliteConnection, now: Moment) -> Result<()> {
    store::drop_old_seen(tx, now.plus(-SEEN)).await?;
    store::drop_old_dialogues(tx, now.plus_days(-DRAFTS_DAYS)).await?;
    store::drop_old_parked(tx, now.plus_days(-PARKED_DAYS)).await
}
