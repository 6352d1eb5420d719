//! The SQL of activities that are not announced yet, which are sealed.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result};
use crate::turn::Key;

const SEALED: (&str, &str) = ("activity_drafts", "sealed_draft");

/// Keeps a draft.
pub async fn keep_draft(
    db: &mut SqliteConnection,
    key: &Key,
    person: PersonId,
    n: NeighbourhoodId,
    kept: &impl Serialize,
    now: Moment,
) -> Result<i64> {
    let nothing: &[u8] = &[];
    let id = sqlx::query_scalar!(
        r#"insert into activity_drafts (person_id, neighbourhood_id, sealed_draft, made_at) values (?, ?, ?, ?)
           returning id as "id!: i64""#,
        person,
        n,
        nothing,
        now
    )
    .fetch_one(&mut *db)
    .await?;
    // Sealed to its row, so the row comes first.
    set_draft(db, key, id, kept).await?;
    Ok(id)
}

/// Writes a draft anew.
pub async fn set_draft(db: &mut SqliteConnection, key: &Key, id: i64, kept: &impl Serialize) -> Result<()> {
    let sealed = key.seal(SEALED, &id.to_string(), &serde_json::to_vec(kept)?)?;
    sqlx::query!("update activity_drafts set sealed_draft = ? where id = ?", sealed, id).execute(db).await?;
    Ok(())
}

/// A draft, with whose it is and for which neighbourhood.
pub async fn draft<T: DeserializeOwned>(
    db: &mut SqliteConnection,
    key: &Key,
    id: i64,
) -> Result<Option<(PersonId, NeighbourhoodId, T)>> {
    let row = sqlx::query!(
        r#"select person_id as "person: PersonId", neighbourhood_id as "n: NeighbourhoodId", sealed_draft
           from activity_drafts where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let kept = serde_json::from_slice(&key.open(SEALED, &id.to_string(), &row.sealed_draft)?)?;
    Ok(Some((row.person, row.n, kept)))
}

/// Throws a draft away. Returns true if it was there.
pub async fn drop_draft(db: &mut SqliteConnection, id: i64) -> Result<bool> {
    let done = sqlx::query!("delete from activity_drafts where id = ?", id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
