//! The SQL of how a request is asked: who was asked for it, who called, what was sent along.

use sqlx::SqliteConnection;

use crate::model::{PersonId, RequestId, Result};

/// Was this person asked for it in private?
pub async fn was_approached(db: &mut SqliteConnection, id: RequestId, person: PersonId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"select 1 as "one!: i64" from approached where request_id = ? and person_id = ?"#,
        id,
        person
    )
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}
