//! What waits for its time.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use crate::model::{Moment, Result};

/// A job's new time, by (feature, kind, thing); none cancels it.
pub type JobChange = HashMap<(&'static str, &'static str, i64), Option<Moment>>;

/// A job whose time has come.
#[derive(Clone, Debug)]
pub struct DueJob {
    /// Its row.
    pub id: i64,
    /// The feature's name.
    pub feature: String,
    /// What the feature calls it.
    pub kind: String,
    /// The thing's key.
    pub thing: i64,
    /// When it was due.
    pub at: Moment,
}

/// Writes, moves and cancels jobs.
pub async fn store_jobs(db: &mut SqliteConnection, changes: &JobChange) -> Result<()> {
    let set: Vec<_> = changes.iter().filter_map(|((f, k, t), at)| at.map(|at| (f, k, t, at))).collect();
    let cancelled: Vec<_> = changes.iter().filter(|(_, at)| at.is_none()).map(|(key, _)| key).collect();
    if !set.is_empty() {
        let list = serde_json::to_string(&set)?;
        sqlx::query!(
            "insert into jobs (feature, kind, thing, at)
             select e.value->>0, e.value->>1, e.value->>2, e.value->>3 from json_each(?) e where true
             on conflict (feature, kind, thing) do update set at = excluded.at",
            list
        )
        .execute(&mut *db)
        .await?;
    }
    if !cancelled.is_empty() {
        let list = serde_json::to_string(&cancelled)?;
        sqlx::query!(
            "delete from jobs where (feature, kind, thing) in
               (select e.value->>0, e.value->>1, e.value->>2 from json_each(?) e)",
            list
        )
        .execute(db)
        .await?;
    }
    Ok(())
}

/// The jobs that are due, earliest first, at most `most`.
pub async fn due_jobs(db: &mut SqliteConnection, now: Moment, most: i64) -> Result<Vec<DueJob>> {
    Ok(sqlx::query_as!(
        DueJob,
        r#"select id as "id!: i64", feature, kind, thing, at as "at: Moment" from jobs where at <= ? order by at, id limit ?"#,
        now,
        most
    )
    .fetch_all(db)
    .await?)
}

/// Takes these jobs off the list; they run in the same transaction.
pub async fn take_jobs(db: &mut SqliteConnection, ids: &[i64]) -> Result<()> {
    let list = serde_json::to_string(&ids.iter().map(|id| [id]).collect::<Vec<_>>())?;
    sqlx::query!("delete from jobs where id in (select e.value->>0 from json_each(?) e)", list).execute(db).await?;
    Ok(())
}

/// When the next job is due.
pub async fn next_job_at(db: &mut SqliteConnection) -> Result<Option<Moment>> {
    Ok(sqlx::query_scalar!(r#"select min(at) as "at: Moment" from jobs"#).fetch_one(db).await?)
}
