//! The SQL of requests that the team has to do with.

use sqlx::SqliteConnection;

use crate::features::requests::model::states::Audience;
use crate::model::{Moment, NeighbourhoodId, PersonId, RequestId, Result};

/// A request that is open again is searched for from now on, by those who may see it now; without a day, where its own is over.
pub async fn begin_again(
    db: &mut SqliteConnection,
    id: RequestId,
    audience: Audience,
    dateless: bool,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "update requests set since = ?1, round = 1, asked_at = null, after_at = null, verdict = null, reason = null, sight = ?2,
           day_from = iif(?3, null, day_from), day_to = iif(?3, null, day_to), part = iif(?3, null, part),
           time_from = iif(?3, null, time_from), time_to = iif(?3, null, time_to), days_said = iif(?3, 0, days_said)
         where id = ?4",
        now,
        audience,
        dateless,
        id
    )
    .execute(&mut *db)
    .await?;
    // Of one that repeats, neighbours see all of it or nothing.
    sqlx::query!(
        "update requests set sight = ?1 where series_id = (select series_id from requests where id = ?2)",
        audience,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The living requests that somebody asked in a neighbourhood for callers without Telegram; one that repeats is its first date.
pub async fn callers_of(db: &mut SqliteConnection, asker: PersonId, n: NeighbourhoodId) -> Result<Vec<RequestId>> {
    let ids = sqlx::query_scalar!(
        r#"select distinct coalesce(series_id, id) as "id!: RequestId" from requests
           where asker_id = ? and neighbourhood_id = ? and subject = 'caller' and state not in ('done', 'withdrawn')
           order by 1"#,
        asker,
        n
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// A caller's request, with all its dates, is another moderator's from now on.
pub async fn set_asker(db: &mut SqliteConnection, id: RequestId, asker: PersonId) -> Result<()> {
    sqlx::query!(
        "update requests set asker_id = ?1, contact = null, unreached = 0 where id = ?2 or series_id = ?2",
        asker,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}
