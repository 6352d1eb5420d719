//! Which updates were handled already. Kept 48 hours: Telegram keeps an update for 24.

use std::collections::HashSet;

use sqlx::SqliteConnection;

use crate::model::{Moment, Result};

/// Remembers these updates and says which of them are new.
pub async fn remember(db: &mut SqliteConnection, ids: &[i64], now: Moment) -> Result<HashSet<i64>> {
    let list = serde_json::to_string(&ids.iter().map(|id| [id]).collect::<Vec<_>>())?;
    let fresh = sqlx::query_scalar!(
        r#"insert into seen (update_id, at)
           select e.value->>0, ?2 from json_each(?1) e where true
           on conflict do nothing
           returning update_id as "id!: i64""#,
        list,
        now
    )
    .fetch_all(db)
    .await?;
    Ok(fresh.into_iter().collect())
}

/// Forgets what is older than `before`.
pub async fn drop_old_seen(db: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!("delete from seen where at < ?", before).execute(db).await?;
    Ok(())
}
