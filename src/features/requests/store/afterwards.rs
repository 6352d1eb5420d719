//! The SQL of what comes after a match: what both sides said, how many helpers were enough, and the dates of a series.

use sqlx::SqliteConnection;

use super::requests::{all_of, insert};
use crate::features::requests::model::request::Request;
use crate::features::requests::model::span::Span;
use crate::features::requests::model::states::Verdict;
use crate::model::{Moment, RequestId, ResponseId, Result};

/// What the asker said.
pub async fn set_verdict(db: &mut SqliteConnection, id: RequestId, verdict: Verdict) -> Result<()> {
    sqlx::query!("update requests set verdict = ? where id = ?", verdict, id).execute(db).await?;
    Ok(())
}

/// What a helper said.
pub async fn set_helper_verdict(db: &mut SqliteConnection, id: ResponseId, verdict: Verdict) -> Result<()> {
    sqlx::query!("update responses set verdict = ? where id = ?", verdict, id).execute(db).await?;
    Ok(())
}

/// Both sides were asked how it went.
pub async fn set_after(db: &mut SqliteConnection, id: RequestId, at: Moment) -> Result<()> {
    sqlx::query!("update requests set after_at = ? where id = ?", at, id).execute(db).await?;
    Ok(())
}

/// A new match, or another day: what was said before is not about it. That it was not pleasant stays, for the team.
pub async fn forget_after(db: &mut SqliteConnection, id: RequestId) -> Result<()> {
    sqlx::query!("update requests set after_at = null, verdict = iif(verdict = 'bad', 'bad', null) where id = ?", id)
        .execute(&mut *db)
        .await?;
    sqlx::query!(
        "update responses set verdict = null where request_id = ? and state = 'accepted' and verdict is not 'bad'",
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// All dates of a series, first to last, by its first.
pub async fn dates_of(db: &mut SqliteConnection, first: RequestId) -> Result<Vec<Request>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id!: RequestId" from requests where series_id = ? order by day_from, id"#,
        first
    )
    .fetch_all(&mut *db)
    .await?;
    all_of(db, &ids).await
}

/// Writes a request that repeats: one row a date, the first of which names the series. At least one date.
pub async fn insert_series(db: &mut SqliteConnection, new: &Request, dates: &[Span], now: Moment) -> Result<RequestId> {
    let mut dates = dates.iter();
    let span = dates.next().copied().unwrap_or(new.span);
    let first = insert(&mut *db, &Request { span, series: None, ..new.clone() }, now).await?;
    sqlx::query!("update requests set series_id = id where id = ?", first).execute(&mut *db).await?;
    for span in dates {
        insert(&mut *db, &Request { span: *span, series: Some(first), ..new.clone() }, now).await?;
    }
    Ok(first)
}
