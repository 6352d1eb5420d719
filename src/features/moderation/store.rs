//! The SQL of who wants somebody out for good.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result};

/// A moderator wants somebody out for good.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Who wants it.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// A moderator wants somebody out for good. Returns false where one does already.
pub async fn propose(
    db: &mut SqliteConnection,
    (person, n): (PersonId, NeighbourhoodId),
    proposal: &Proposal,
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "insert into put_out_proposals (person_id, neighbourhood_id, by_id, reason, at) values (?, ?, ?, ?, ?)
         on conflict do nothing",
        person,
        n,
        proposal.by,
        proposal.reason,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Who wants somebody out for good; `None`: nobody.
pub async fn proposal(db: &mut SqliteConnection, person: PersonId, n: NeighbourhoodId) -> Result<Option<Proposal>> {
    Ok(sqlx::query_as!(
        Proposal,
        r#"select by_id as "by!: PersonId", reason from put_out_proposals where person_id = ? and neighbourhood_id = ?"#,
        person,
        n
    )
    .fetch_optional(db)
    .await?)
}

/// Nobody does any more. Returns true if somebody did.
pub async fn drop_proposal(db: &mut SqliteConnection, person: PersonId, n: NeighbourhoodId) -> Result<bool> {
    let done = sqlx::query!("delete from put_out_proposals where person_id = ? and neighbourhood_id = ?", person, n)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}
