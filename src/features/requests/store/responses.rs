//! The SQL of neighbours' responses to a request.

use sqlx::SqliteConnection;

use crate::features::requests::model::request::Response;
use crate::features::requests::model::states::{ResponseState, Verdict};
use crate::model::{Moment, PersonId, RequestId, ResponseId, Result};

/// Writes a neighbour's wish to help, if the request is still open. `None` if they did already.
pub async fn offer(
    db: &mut SqliteConnection,
    request: RequestId,
    helper: PersonId,
    now: Moment,
) -> Result<Option<ResponseId>> {
    let id = sqlx::query_scalar!(
        r#"insert into responses (request_id, helper_id, state, offered_at)
           select r.id, ?, 'offered', ? from requests r where r.id = ? and r.state = 'open'
           on conflict do nothing returning id as "id!: ResponseId""#,
        helper,
        now,
        request
    )
    .fetch_optional(db)
    .await?;
    Ok(id)
}

/// Reads responses; give what comes after `where`, and its value.
macro_rules! responses {
    ($which:tt, $value:expr) => {
        sqlx::query_as!(
            Response,
            r#"select id as "id!: ResponseId", request_id as "request: RequestId", helper_id as "helper: PersonId",
                 state as "state: ResponseState", contact, chosen as "chosen: bool", verdict as "verdict: Verdict"
               from responses where "#
                + $which,
            $value
        )
    };
}

/// A response by key.
pub async fn response(db: &mut SqliteConnection, id: ResponseId) -> Result<Option<Response>> {
    Ok(responses!("id = ?", id).fetch_optional(db).await?)
}

/// All responses to a request, oldest first.
pub async fn responses_of(db: &mut SqliteConnection, request: RequestId) -> Result<Vec<Response>> {
    Ok(responses!("request_id = ? order by id", request).fetch_all(db).await?)
}

/// The responses between two people that stand, whoever of them asked.
pub async fn living_between(db: &mut SqliteConnection, one: PersonId, other: PersonId) -> Result<Vec<ResponseId>> {
    let ids = sqlx::query_scalar!(
        r#"select s.id as "id!: ResponseId" from responses s join requests r on r.id = s.request_id
           where s.state in ('offered', 'accepted')
             and ((r.asker_id = ?1 and s.helper_id = ?2) or (r.asker_id = ?2 and s.helper_id = ?1))
           order by s.id"#,
        one,
        other
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// Takes a response from one state to another. Returns false if it is not as it was read any more.
pub async fn set_response_state(db: &mut SqliteConnection, was: &Response, to: ResponseState) -> Result<bool> {
    let done = sqlx::query!(
        "update responses set state = ?1, chosen = chosen or ?1 = 'accepted' where id = ?2 and state = ?3",
        to,
        was.id,
        was.state
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How a helper can be reached: for every date, where it repeats.
pub async fn set_helper_contact(db: &mut SqliteConnection, id: ResponseId, contact: &str) -> Result<()> {
    sqlx::query!(
        "update responses set contact = ?1 where id = ?2 or (helper_id = (select helper_id from responses where id = ?2)
           and request_id in (select r.id from requests r where r.series_id =
             (select o.series_id from requests o join responses s on s.request_id = o.id where s.id = ?2)))",
        contact,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}
