//! The SQL of who may help whom.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result};

/// Whether somebody said that they are 16 or older.
pub async fn adult(db: &mut SqliteConnection, person: PersonId) -> Result<Option<bool>> {
    Ok(sqlx::query_scalar!(r#"select adult as "adult: bool" from ages where person_id = ?"#, person)
        .fetch_optional(db)
        .await?)
}

/// When somebody said that they are under 16; `None` if they did not, or took it back.
pub async fn said_child(db: &mut SqliteConnection, person: PersonId) -> Result<Option<Moment>> {
    Ok(sqlx::query_scalar!(r#"select said_at as "at!: Moment" from ages where person_id = ? and not adult"#, person)
        .fetch_optional(db)
        .await?)
}

/// Notes what somebody said of their age.
pub async fn set_adult(db: &mut SqliteConnection, person: PersonId, adult: bool, now: Moment) -> Result<()> {
    sqlx::query!(
        "insert into ages (person_id, adult, said_at) values (?, ?, ?)
         on conflict do update set adult = excluded.adult, said_at = excluded.said_at",
        person,
        adult,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes what somebody wants to go on with: `{feature}:{data}`.
pub async fn note_wish(db: &mut SqliteConnection, person: PersonId, wish: &str) -> Result<()> {
    sqlx::query!("insert into age_wishes (person_id, wish) values (?, ?) on conflict do nothing", person, wish)
        .execute(db)
        .await?;
    Ok(())
}

/// What somebody wants to go on with, in order; forgotten then.
pub async fn take_wishes(db: &mut SqliteConnection, person: PersonId) -> Result<Vec<String>> {
    let wishes = sqlx::query_scalar!("select wish from age_wishes where person_id = ? order by id", person)
        .fetch_all(&mut *db)
        .await?;
    forget_wishes(db, person).await?;
    Ok(wishes)
}

/// Forgets what somebody wanted to go on with.
pub async fn forget_wishes(db: &mut SqliteConnection, person: PersonId) -> Result<()> {
    sqlx::query!("delete from age_wishes where person_id = ?", person).execute(db).await?;
    Ok(())
}

/// With whom somebody has no contact.
pub async fn no_contact_with(db: &mut SqliteConnection, person: PersonId) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select other_id as "id!: PersonId" from apart where person_id = ?1
           union select person_id from apart where other_id = ?1"#,
        person
    )
    .fetch_all(db)
    .await?)
}

/// Somebody wants no contact with another.
pub async fn set_no_contact(db: &mut SqliteConnection, person: PersonId, other: PersonId, now: Moment) -> Result<()> {
    sqlx::query!(
        "insert into apart (person_id, other_id, at) values (?, ?, ?) on conflict do nothing",
        person,
        other,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// They take that back. Returns true if there was anything to take back.
pub async fn drop_no_contact(db: &mut SqliteConnection, person: PersonId, other: PersonId) -> Result<bool> {
    let done =
        sqlx::query!("delete from apart where person_id = ? and other_id = ?", person, other).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// With whom somebody said that they want no contact, the last one first.
pub async fn no_contact_wanted_by(db: &mut SqliteConnection, person: PersonId) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select other_id as "id!: PersonId" from apart where person_id = ? order by at desc, other_id"#,
        person
    )
    .fetch_all(db)
    .await?)
}

/// Who wants to be asked.
pub async fn willing(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from helpers
           where neighbourhood_id = ? and willing_at is not null order by willing_at, person_id"#,
        n
    )
    .fetch_all(db)
    .await?)
}

/// Whom the team has met, of those who want to be asked.
pub async fn met(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from helpers
           where neighbourhood_id = ? and met_on is not null and willing_at is not null order by met_on, person_id"#,
        n
    )
    .fetch_all(db)
    .await?)
}

/// Somebody who helps, wants to, or wants to get to know the team.
#[derive(Clone, Debug)]
pub struct Helper {
    /// Who.
    pub person: PersonId,
    /// Do they want to be asked?
    pub willing: bool,
    /// The day on which they met the team, `YYYY-MM-DD`.
    pub met_on: Option<String>,
    /// The day on which the team saw their VOG, `YYYY-MM-DD`.
    pub vog_on: Option<String>,
    /// How the team can reach them, where they want to get to know it.
    pub contact: Option<String>,
}

/// All of a neighbourhood: first who wants to get to know the team, then whom it has not met, then the others.
pub async fn helpers(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<Helper>> {
    Ok(sqlx::query_as!(
        Helper,
        r#"select h.person_id as "person!: PersonId", h.willing_at is not null as "willing!: bool", h.met_on,
             h.vog_on, a.contact as "contact: String"
           from helpers h left join acquaintances a on a.person_id = h.person_id and a.neighbourhood_id = h.neighbourhood_id
           where h.neighbourhood_id = ? and (h.willing_at is not null or h.met_on is not null or a.contact is not null)
           order by a.contact is null, h.met_on is not null, h.willing_at, h.person_id"#,
        n
    )
    .fetch_all(db)
    .await?)
}

/// One of them.
pub async fn helper(db: &mut SqliteConnection, n: NeighbourhoodId, person: PersonId) -> Result<Option<Helper>> {
    Ok(sqlx::query_as!(
        Helper,
        r#"select h.person_id as "person!: PersonId", h.willing_at is not null as "willing!: bool", h.met_on,
             h.vog_on, a.contact as "contact: String"
           from helpers h left join acquaintances a on a.person_id = h.person_id and a.neighbourhood_id = h.neighbourhood_id
           where h.neighbourhood_id = ? and h.person_id = ?"#,
        n,
        person
    )
    .fetch_optional(db)
    .await?)
}

/// The team met somebody on this day; none: that is taken back, with what it saw.
pub async fn set_met(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    person: PersonId,
    day: Option<&str>,
    by: PersonId,
) -> Result<()> {
    let by = day.map(|_| by);
    sqlx::query!(
        "update helpers set met_on = ?1, met_by = ?2, vog_on = iif(?1 is null, null, vog_on)
         where neighbourhood_id = ?3 and person_id = ?4",
        day,
        by,
        n,
        person
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The team saw somebody's VOG on this day.
pub async fn set_vog(db: &mut SqliteConnection, n: NeighbourhoodId, person: PersonId, day: &str) -> Result<()> {
    sqlx::query!(
        "update helpers set vog_on = ? where neighbourhood_id = ? and person_id = ? and met_on is not null",
        day,
        n,
        person
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Somebody wants to get to know the team. `None` where they said so already.
pub async fn ask_acquaintance(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    person: PersonId,
    contact: &str,
    now: Moment,
) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"insert into acquaintances (person_id, neighbourhood_id, contact, asked_at) values (?, ?, ?, ?)
           on conflict do nothing returning id as "id!: i64""#,
        person,
        n,
        contact,
        now
    )
    .fetch_optional(db)
    .await?)
}

/// Whose wish to get to know the team this is: where, and who.
pub async fn acquaintance(db: &mut SqliteConnection, id: i64) -> Result<Option<(NeighbourhoodId, PersonId)>> {
    let found = sqlx::query!(
        r#"select neighbourhood_id as "n!: NeighbourhoodId", person_id as "person!: PersonId"
           from acquaintances where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(found.map(|f| (f.n, f.person)))
}

/// They want it no more, or met the team; the key that it had.
pub async fn drop_acquaintance(db: &mut SqliteConnection, n: NeighbourhoodId, person: PersonId) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"delete from acquaintances where neighbourhood_id = ? and person_id = ? returning id as "id!: i64""#,
        n,
        person
    )
    .fetch_optional(db)
    .await?)
}

/// They left: nothing is kept of what they would help with, nor that the team met them.
pub async fn forget_helper(db: &mut SqliteConnection, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    sqlx::query!("delete from helpers where neighbourhood_id = ? and person_id = ?", n, person).execute(db).await?;
    Ok(())
}

/// Who said that they don't want to be asked any more.
pub async fn unwilling(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from helpers where neighbourhood_id = ? and unwilling_at is not null"#,
        n
    )
    .fetch_all(db)
    .await?)
}

/// Whether somebody wants to be asked, as they just said.
pub async fn set_willing(
    db: &mut SqliteConnection,
    person: PersonId,
    n: NeighbourhoodId,
    willing: bool,
    now: Moment,
) -> Result<()> {
    let (yes, no) = (willing.then_some(now), (!willing).then_some(now));
    sqlx::query!(
        "insert into helpers (person_id, neighbourhood_id, willing_at, unwilling_at) values (?, ?, ?, ?)
         on conflict do update set willing_at = excluded.willing_at, unwilling_at = excluded.unwilling_at",
        person,
        n,
        yes,
        no
    )
    .execute(db)
    .await?;
    Ok(())
}
