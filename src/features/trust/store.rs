//! The SQL of who may help whom.

use sqlx::SqliteConnection;

use crate::model::{Moment, NeighbourhoodId, PersonId, Result};

/// Whether somebody said that they are 16 or older.
pub async fn adult(db: &mut SqliteConnection, person: PersonId) -> Result<Option<bool>> {
    let said = sqlx::query_scalar!(r#"select adult as "adult: bool" from ages where person_id = ?"#, person)
        .fetch_optional(db)
        .await?;
    Ok(said)
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

/// Notes what somebody wants to go on with.
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
pub async fn apart_from(db: &mut SqliteConnection, person: PersonId) -> Result<Vec<PersonId>> {
    let ids = sqlx::query_scalar!(
        r#"select other_id as "id!: PersonId" from apart where person_id = ?1
           union select person_id from apart where other_id = ?1"#,
        person
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// Who wants to be asked.
pub async fn willing(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    let ids = sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from helpers
           where neighbourhood_id = ? and willing_at is not null order by willing_at, person_id"#,
        n
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// Whom the team has met, of those who want to be asked.
pub async fn met(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    let ids = sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from helpers
           where neighbourhood_id = ? and met_on is not null and willing_at is not null order by met_on, person_id"#,
        n
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// Who said that they don't want to be asked any more.
pub async fn unwilling(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    let ids = sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from helpers where neighbourhood_id = ? and unwilling_at is not null"#,
        n
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
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
