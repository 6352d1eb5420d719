//! The SQL of what comes after a match: what both sides said, how many helpers were enough, and the dates of a series.

use sqlx::SqliteConnection;

use crate::features::requests::states::Verdict;
use crate::model::{Moment, RequestId, ResponseId, Result};

/// What the asker said.
pub async fn set_verdict(db: &mut SqliteConnection, id: RequestId, verdict: Verdict) -> Result<()> {
    let word = verdict.word();
    sqlx::query!("update requests set verdict = ? where id = ?", word, id).execute(db).await?;
    Ok(())
}

/// What a helper said.
pub async fn set_helper_verdict(db: &mut SqliteConnection, id: ResponseId, verdict: Verdict) -> Result<()> {
    let word = verdict.word();
    sqlx::query!("update responses set verdict = ? where id = ?", word, id).execute(db).await?;
    Ok(())
}

/// Both sides were asked how it went.
pub async fn set_after(db: &mut SqliteConnection, id: RequestId, at: Moment) -> Result<()> {
    sqlx::query!("update requests set after_at = ? where id = ?", at, id).execute(db).await?;
    Ok(())
}

/// A new match: what was said of an earlier one is not about this one.
pub async fn forget_after(db: &mut SqliteConnection, id: RequestId) -> Result<()> {
    sqlx::query!("update requests set after_at = null, verdict = null where id = ?", id).execute(&mut *db).await?;
    sqlx::query!("update responses set verdict = null where request_id = ? and state = 'accepted'", id)
        .execute(db)
        .await?;
    Ok(())
}

/// So many helpers are asked for from now on.
pub async fn set_wanted(db: &mut SqliteConnection, id: RequestId, wanted: i64) -> Result<()> {
    sqlx::query!("update requests set wanted = ? where id = ?", wanted, id).execute(db).await?;
    Ok(())
}
