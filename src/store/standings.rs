//! How people stand in neighbourhoods where it is not simply in, and what the team did about it.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result, Standing};

/// How somebody stands, why, and who said so.
#[derive(Clone, Debug)]
pub struct StandingRow {
    /// How.
    pub standing: Standing,
    /// Why, as a word of the feature that gave it.
    pub reason: Option<String>,
    /// Until when; `None`: until somebody changes it.
    pub until: Option<Moment>,
}

/// How somebody stands in a neighbourhood; nothing where they are simply in.
pub async fn standings_of(
    db: &mut SqliteConnection,
    person: PersonId,
    n: NeighbourhoodId,
    now: Moment,
) -> Result<Vec<StandingRow>> {
    Ok(sqlx::query_as!(
        StandingRow,
        r#"select standing as "standing: Standing", reason, until as "until: Moment" from standings
           where person_id = ? and neighbourhood_id = ? and (until is null or until > ?) order by standing"#,
        person,
        n,
        now
    )
    .fetch_all(db)
    .await?)
}

/// A neighbourhood in which somebody was asked whether they still take part, the latest.
pub async fn asked_in(db: &mut SqliteConnection, person: PersonId) -> Result<Option<NeighbourhoodId>> {
    Ok(sqlx::query_scalar!(
        r#"select neighbourhood_id as "id!: NeighbourhoodId" from standings where person_id = ? and standing = 'asked'
           order by since desc, neighbourhood_id limit 1"#,
        person
    )
    .fetch_optional(db)
    .await?)
}

/// Everybody who is put out of a neighbourhood or may not help or write there, with how.
pub async fn restricted_in(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    now: Moment,
) -> Result<Vec<(PersonId, Standing)>> {
    let rows = sqlx::query!(
        r#"select person_id as "person!: PersonId", standing as "standing: Standing" from standings
           where neighbourhood_id = ? and standing not in ('left', 'asked') and (until is null or until > ?)
           order by since desc, person_id"#,
        n,
        now
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.person, r.standing)).collect())
}

/// Somebody stands so from now on.
pub async fn set_standing(
    db: &mut SqliteConnection,
    (person, n): (PersonId, NeighbourhoodId),
    row: &StandingRow,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "insert into standings (person_id, neighbourhood_id, standing, reason, by_id, since, until)
         values (?, ?, ?, ?, ?, ?, ?)
         on conflict do update set reason = excluded.reason, by_id = excluded.by_id, since = excluded.since,
           until = excluded.until",
        person,
        n,
        row.standing,
        row.reason,
        by,
        now,
        row.until
    )
    .execute(db)
    .await?;
    Ok(())
}

/// They don't any more. Returns true if they did.
pub async fn drop_standing(
    db: &mut SqliteConnection,
    person: PersonId,
    n: NeighbourhoodId,
    standing: Standing,
) -> Result<bool> {
    let done = sqlx::query!(
        "delete from standings where person_id = ? and neighbourhood_id = ? and standing = ?",
        person,
        n,
        standing
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes down what somebody of the team did about somebody's standing.
pub async fn note_act(
    db: &mut SqliteConnection,
    (person, n): (PersonId, NeighbourhoodId),
    by: PersonId,
    (act, reason): (&str, Option<&str>),
    until: Option<Moment>,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "insert into standing_acts (neighbourhood_id, person_id, by_id, act, reason, until, at) values (?, ?, ?, ?, ?, ?, ?)",
        n,
        person,
        by,
        act,
        reason,
        until,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets standings that ended before now, and acts from before `acts`.
pub async fn drop_old_standings(db: &mut SqliteConnection, now: Moment, acts: Moment) -> Result<()> {
    sqlx::query!("delete from standings where until <= ?", now).execute(&mut *db).await?;
    sqlx::query!("delete from standing_acts where at < ?", acts).execute(db).await?;
    Ok(())
}
