//! Who asked to speak to a human, and who took that on.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result};

/// Somebody's wish to speak to a human.
#[derive(Clone, Debug)]
pub(super) struct Call {
    /// Its key.
    pub id: i64,
    /// Whose team.
    pub neighbourhood: NeighbourhoodId,
    /// Who.
    pub person: PersonId,
    /// How to reach them: their words.
    pub contact: String,
    /// Who took it.
    pub claimed_by: Option<PersonId>,
    /// Did they write words of distress?
    pub urgent: bool,
    /// The one person of the team who may see it.
    pub only_for: Option<PersonId>,
}

/// A call to be noted.
pub(super) struct NewCall<'c> {
    /// Whose team.
    pub neighbourhood: NeighbourhoodId,
    /// Who.
    pub person: PersonId,
    /// How to reach them: their words.
    pub contact: &'c str,
    /// Did they write words of distress?
    pub urgent: bool,
    /// The one person of the team who may see it; `None`: every moderator.
    pub only_for: Option<PersonId>,
}

/// Notes a call. `None` if this person waits for this team already.
pub(super) async fn make_call(db: &mut SqliteConnection, call: &NewCall<'_>, now: Moment) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"insert into help_calls (neighbourhood_id, person_id, contact, made_at, urgent, only_for) values (?, ?, ?, ?, ?, ?)
           on conflict (person_id, neighbourhood_id) where claimed_by is null do nothing returning id as "id!: i64""#,
        call.neighbourhood,
        call.person,
        call.contact,
        now,
        call.urgent,
        call.only_for
    )
    .fetch_optional(db)
    .await?)
}

/// A call by key.
pub(super) async fn call(db: &mut SqliteConnection, id: i64) -> Result<Option<Call>> {
    Ok(sqlx::query_as!(
        Call,
        r#"select id as "id!: i64", neighbourhood_id as "neighbourhood: NeighbourhoodId",
             person_id as "person: PersonId", contact, claimed_by as "claimed_by: PersonId",
             urgent as "urgent: bool", only_for as "only_for: PersonId"
           from help_calls where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?)
}

/// The calls that are kept of a neighbourhood.
pub(super) async fn calls_in(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<i64>> {
    let ids = sqlx::query_scalar!(r#"select id as "id!: i64" from help_calls where neighbourhood_id = ?"#, n)
        .fetch_all(db)
        .await?;
    Ok(ids)
}

/// The call with which this person waits for this team.
pub(super) async fn waiting(db: &mut SqliteConnection, n: NeighbourhoodId, person: PersonId) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id!: i64" from help_calls
           where person_id = ? and neighbourhood_id = ? and claimed_by is null"#,
        person,
        n
    )
    .fetch_optional(db)
    .await?)
}

/// Sets who took a call, or that nobody did.
pub(super) async fn set_claimed(db: &mut SqliteConnection, id: i64, by: Option<PersonId>, now: Moment) -> Result<()> {
    let at = by.map(|_| now);
    sqlx::query!("update help_calls set claimed_by = ?, claimed_at = ? where id = ?", by, at, id).execute(db).await?;
    Ok(())
}

/// A call that waits becomes urgent.
pub(super) async fn set_urgent(db: &mut SqliteConnection, id: i64) -> Result<()> {
    sqlx::query!("update help_calls set urgent = 1 where id = ?", id).execute(db).await?;
    Ok(())
}

/// Forgets a call.
pub(super) async fn drop_call(db: &mut SqliteConnection, id: i64) -> Result<()> {
    sqlx::query!("delete from help_calls where id = ?", id).execute(db).await?;
    Ok(())
}
