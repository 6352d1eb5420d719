//! What could not be handled: kept sealed for 7 days, so that `stoep replay` can try it again.

use sqlx::SqliteConnection;

use super::Key;
use crate::model::{Moment, Result, words};

const PLACE: (&str, &str) = ("parked", "sealed_raw");

words! {
    /// What kind of thing was parked.
    pub enum ParkedKind {
        /// An update from Telegram, as its raw text.
        Update = "update",
        /// A job that was due.
        Job = "job",
        /// What became of a message.
        Outcome = "outcome",
        /// A message that Telegram refused.
        Message = "message",
    }
}

/// Something parked, as a list shows it.
#[derive(Clone, Debug)]
pub struct Parked {
    /// Its id.
    pub fault: String,
    /// What it is.
    pub kind: ParkedKind,
    /// When.
    pub at: Moment,
    /// How often it was tried again.
    pub replayed: i64,
}

/// Parks a raw text.
pub async fn park(
    db: &mut SqliteConnection,
    key: &Key,
    fault: &str,
    kind: ParkedKind,
    raw: &str,
    now: Moment,
) -> Result<()> {
    let sealed = key.seal(PLACE, fault, raw.as_bytes())?;
    sqlx::query!(
        "insert into parked (fault, kind, sealed_raw, at) values (?, ?, ?, ?) on conflict do nothing",
        fault,
        kind,
        sealed,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What is parked, oldest first.
pub async fn list_parked(db: &mut SqliteConnection) -> Result<Vec<Parked>> {
    Ok(sqlx::query_as!(
        Parked,
        r#"select fault, kind as "kind: ParkedKind", at as "at: Moment", replayed from parked order by at, fault"#
    )
    .fetch_all(db)
    .await?)
}

/// Asks the engine to take a parked update again. Returns true if there is such an update.
pub async fn put_back(db: &mut SqliteConnection, fault: &str) -> Result<bool> {
    let done = sqlx::query!(
        "insert into replays (fault) select fault from parked where fault = ? and kind = 'update' on conflict do nothing",
        fault
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Updates that were put back, at most `most`, as raw text. They are parked no longer once the transaction is committed:
/// what was handled is not to be handled again.
pub async fn take_replays(db: &mut SqliteConnection, key: &Key, most: i64) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        r#"select p.fault as "fault!: String", p.sealed_raw as "raw!: Vec<u8>"
           from replays r join parked p on p.fault = r.fault order by p.at, p.fault limit ?"#,
        most
    )
    .fetch_all(&mut *db)
    .await?;
    let mut taken = Vec::with_capacity(rows.len());
    for row in rows {
        sqlx::query!("delete from replays where fault = ?", row.fault).execute(&mut *db).await?;
        sqlx::query!("delete from parked where fault = ?", row.fault).execute(&mut *db).await?;
        let raw = key.open(PLACE, &row.fault, &row.raw)?;
        taken.push((row.fault, String::from_utf8_lossy(&raw).into_owned()));
    }
    Ok(taken)
}

/// An update that was put back and failed again: it counts as tried and stays parked.
pub async fn drop_replay(db: &mut SqliteConnection, fault: &str) -> Result<()> {
    sqlx::query!("update parked set replayed = replayed + 1 where fault = ?", fault).execute(&mut *db).await?;
    sqlx::query!("delete from replays where fault = ?", fault).execute(db).await?;
    Ok(())
}

/// The update that was put back and is next.
pub async fn next_replay(db: &mut SqliteConnection) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!(
        r#"select p.fault as "fault!: String" from replays r join parked p on p.fault = r.fault
           order by p.at, p.fault limit 1"#
    )
    .fetch_optional(db)
    .await?)
}

/// Forgets what was parked before `before`.
pub async fn drop_old_parked(db: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!("delete from parked where at < ? and fault not in (select fault from replays)", before)
        .execute(db)
        .await?;
    Ok(())
}
