//! The SQL of the board: what is open now.

use sqlx::SqliteConnection;

use crate::features::requests::states::Sight;
use crate::model::{NeighbourhoodId, PersonId, RequestId, Result};

/// As much of a request as the board needs to sort and choose.
#[derive(Clone, Debug)]
pub struct OnBoard {
    /// Key.
    pub id: RequestId,
    /// Whose.
    pub asker: PersonId,
    /// Id of its category.
    pub category: String,
    /// Who sees it.
    pub sight: Sight,
}

/// What is open in a neighbourhood that this person did not respond to; of a series its first open date.
pub async fn on_board(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    reader: PersonId,
    soonest: bool,
) -> Result<Vec<OnBoard>> {
    let rows = sqlx::query!(
        r#"select id as "id!: RequestId", asker_id as "asker!: PersonId", category, sight from requests r
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
    Ok(rows
        .into_iter()
        .map(|r| OnBoard {
            id: r.id,
            asker: r.asker,
            category: r.category,
            sight: Sight::of_word(&r.sight).unwrap_or(Sight::Team),
        })
        .collect())
}
