//! The SQL of the board: what is open now.

use sqlx::SqliteConnection;

use crate::features::requests::model::request::OnBoard;
use crate::features::requests::model::states::Audience;
use crate::model::{Listed, NeighbourhoodId, PersonId, RequestId, Result};

/// What is open in a neighbourhood that this person did not respond to; of a series its first open date.
pub async fn on_board(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    reader: PersonId,
    soonest: bool,
) -> Result<Vec<OnBoard>> {
    let rows = sqlx::query!(
        r#"select id as "id!: RequestId", asker_id as "asker!: PersonId", category, sight as "audience: Listed<Audience>" from requests r
           where neighbourhood_id = ?1 and state = 'open'
             and not exists (select 1 from responses s where s.request_id = r.id and s.helper_id = ?2
               and s.state <> 'withdrawn')
             and not exists (select 1 from requests e where e.series_id = r.series_id and e.state = 'open' and e.id < r.id)
           order by iif(?3, coalesce(day_from, '9999'), ''), iif(?3, coalesce(day_to, '9999'), ''),
             iif(?3, coalesce(time_from, '99'), ''), posted_at desc, id desc"#,
        n,
        reader,
        soonest
    )
    .fetch_all(db)
    .await?;
    let rows = rows.into_iter().filter_map(|r| {
        let audience = r.audience.or_skip("requests", r.id)?;
        Some(OnBoard { id: r.id, asker: r.asker, category: r.category, audience })
    });
    Ok(rows.collect())
}
