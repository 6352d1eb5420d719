//! The SQL of drafts, which are sealed.

use sqlx::SqliteConnection;

use crate::features::requests::model::draft::RequestDraft;
use crate::model::{Moment, NeighbourhoodId, PersonId, Result};
use crate::turn::Key;

const SEALED: (&str, &str) = ("drafts", "sealed_draft");

/// Keeps a draft.
pub async fn keep_draft(
    db: &mut SqliteConnection,
    key: &Key,
    asker: PersonId,
    n: NeighbourhoodId,
    draft: &RequestDraft,
    now: Moment,
) -> Result<i64> {
    let nothing: &[u8] = &[];
    let id = sqlx::query_scalar!(
        r#"insert into drafts (asker_id, neighbourhood_id, sealed_draft, made_at) values (?, ?, ?, ?)
           returning id as "id!: i64""#,
        asker,
        n,
        nothing,
        now
    )
    .fetch_one(&mut *db)
    .await?;
    // Sealed to its row, so the row comes first.
    set_draft(db, key, id, draft).await?;
    Ok(id)
}

/// A draft, with its asker and neighbourhood.
pub async fn draft(
    db: &mut SqliteConnection,
    key: &Key,
    id: i64,
) -> Result<Option<(PersonId, NeighbourhoodId, RequestDraft, Moment)>> {
    let row = sqlx::query!(
        r#"select asker_id as "asker: PersonId", neighbourhood_id as "n: NeighbourhoodId", sealed_draft,
             made_at as "made_at: Moment" from drafts where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let draft = serde_json::from_slice(&key.open(SEALED, &id.to_string(), &row.sealed_draft)?)?;
    Ok(Some((row.asker, row.n, draft, row.made_at)))
}

/// Puts another draft in the place of this one. Returns true if it was there.
pub async fn set_draft(db: &mut SqliteConnection, key: &Key, id: i64, draft: &RequestDraft) -> Result<bool> {
    let sealed = key.seal(SEALED, &id.to_string(), &serde_json::to_vec(draft)?)?;
    let done = sqlx::query!("update drafts set sealed_draft = ? where id = ?", sealed, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// Throws a draft away. Returns true if it was there.
pub async fn drop_draft(db: &mut SqliteConnection, id: i64) -> Result<bool> {
    let done = sqlx::query!("delete from drafts where id = ?", id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
