//! The SQL of venues. One that is taken off the list stays for the activities that were there.

use sqlx::SqliteConnection;

use super::Venue;
use crate::model::{Moment, NeighbourhoodId, Result, VenueId};

/// The list of a neighbourhood, by name.
pub async fn venues(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<Venue>> {
    Ok(sqlx::query_as!(
        Venue,
        r#"select id as "id: VenueId", name, address, wheelchair as "wheelchair: bool" from places
           where neighbourhood_id = ? and gone_at is null order by name collate nocase, id"#,
        n
    )
    .fetch_all(db)
    .await?)
}

/// The neighbourhood on whose list a venue is.
pub async fn neighbourhood_of(db: &mut SqliteConnection, id: VenueId) -> Result<Option<NeighbourhoodId>> {
    Ok(sqlx::query_scalar!(
        r#"select neighbourhood_id as "n: NeighbourhoodId" from places where id = ? and gone_at is null"#,
        id
    )
    .fetch_optional(db)
    .await?)
}

/// Puts a venue on the list. Returns true if its name was free.
pub async fn add(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    name: &str,
    address: Option<&str>,
    wheelchair: bool,
) -> Result<bool> {
    let done = sqlx::query!(
        "insert into places (neighbourhood_id, name, address, wheelchair) values (?, ?, ?, ?) on conflict do nothing",
        n,
        name,
        address,
        wheelchair
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes a venue that is on the list. Returns true if it was, and the name was free.
pub async fn change(
    db: &mut SqliteConnection,
    id: VenueId,
    name: &str,
    address: Option<&str>,
    wheelchair: bool,
) -> Result<bool> {
    let done = sqlx::query!(
        "update or ignore places set name = ?, address = ?, wheelchair = ? where id = ? and gone_at is null",
        name,
        address,
        wheelchair,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a venue off the list. Returns true if it was on it.
pub async fn take_off(db: &mut SqliteConnection, id: VenueId, now: Moment) -> Result<bool> {
    let done =
        sqlx::query!("update places set gone_at = ? where id = ? and gone_at is null", now, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
