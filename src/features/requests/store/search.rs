//! The SQL of a search for helpers: how far it is, whom it could ask, and whom it asked.

use sqlx::SqliteConnection;

use super::requests::{columns, listed};
use crate::features::requests::model::request::Request;
use crate::features::requests::model::search_schedule::Candidate;
use crate::features::requests::model::span::Span;
use crate::model::{Moment, NeighbourhoodId, PersonId, RequestId, Result};

/// A search begins: this round counts as done, and nobody was asked whether it is still needed.
pub async fn begin_search(db: &mut SqliteConnection, id: RequestId, round: i64, now: Moment) -> Result<()> {
    sqlx::query!("update requests set since = ?, round = ?, asked_at = null where id = ?", now, round, id)
        .execute(db)
        .await?;
    Ok(())
}

/// Notes the last round that was done.
pub async fn set_round(db: &mut SqliteConnection, id: RequestId, round: i64) -> Result<()> {
    sqlx::query!("update requests set round = ? where id = ?", round, id).execute(db).await?;
    Ok(())
}

/// Notes that the asker was asked whether it is still needed.
pub async fn set_asked(db: &mut SqliteConnection, id: RequestId, now: Moment) -> Result<()> {
    sqlx::query!("update requests set asked_at = ? where id = ?", now, id).execute(db).await?;
    Ok(())
}

/// So many helpers are enough.
pub async fn set_wanted(db: &mut SqliteConnection, id: RequestId, wanted: i64) -> Result<()> {
    sqlx::query!("update requests set wanted = ? where id = ?", wanted, id).execute(db).await?;
    Ok(())
}

/// When it is for from now on.
pub async fn set_span(db: &mut SqliteConnection, id: RequestId, span: Span) -> Result<()> {
    let [from, to, part, time_from, time_to] = columns(span);
    sqlx::query!(
        "update requests set day_from = ?, day_to = ?, part = ?, time_from = ?, time_to = ?, days_said = ? where id = ?",
        from,
        to,
        part,
        time_from,
        time_to,
        span.said,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes that somebody was asked in private.
pub async fn note_approached(db: &mut SqliteConnection, id: RequestId, person: PersonId, now: Moment) -> Result<()> {
    sqlx::query!(
        "insert into approached (request_id, person_id, at) values (?, ?, ?) on conflict do nothing",
        id,
        person,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Who was asked in private for a request, or for another date of its series.
pub async fn approached_for(db: &mut SqliteConnection, id: RequestId) -> Result<Vec<PersonId>> {
    let ids = sqlx::query_scalar!(
        r#"select distinct a.person_id as "id!: PersonId" from approached a join requests r on r.id = a.request_id
           where r.id = ?1 or r.series_id = (select series_id from requests where id = ?1)"#,
        id
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// Everybody of a neighbourhood who helped there before, or is on this list of people; with whether they helped with such a
/// thing, and when they were last asked.
pub async fn candidates(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    category: &str,
    listed: &[PersonId],
) -> Result<Vec<Candidate>> {
    let listed = serde_json::to_string(&listed.iter().map(|p| [p.0]).collect::<Vec<_>>())?;
    let rows = sqlx::query!(
        r#"with helped as (
             select s.helper_id as person_id, max(r.category = ?2) as knows
             from responses s join requests r on r.id = s.request_id
             where r.neighbourhood_id = ?1 and s.state = 'done' group by s.helper_id
           ), pool as (
             select person_id, knows from helped union all select e.value->>0, 0 from json_each(?3) e
           )
           select p.person_id as "person!: PersonId", max(p.knows) as "knows!: bool",
             (select max(at) from approached a where a.person_id = p.person_id) as "asked: Moment"
           from pool p group by p.person_id"#,
        n,
        category,
        listed
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| Candidate { person: r.person, knows: r.knows, asked: r.asked }).collect())
}

/// The requests of a neighbourhood that stand open in its groups.
pub async fn open_in_groups(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<Request>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id!: RequestId" from requests
           where neighbourhood_id = ? and state = 'open' and sight = 'group' order by id"#,
        n
    )
    .fetch_all(&mut *db)
    .await?;
    listed(db, &ids).await
}
