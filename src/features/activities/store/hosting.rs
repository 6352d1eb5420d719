//! The SQL of what an organiser does with an activity, and of what happens to it by itself.

use sqlx::SqliteConnection;

use crate::features::activities::model::{Change, USUAL_LENGTH, What};
use crate::model::{ActivityId, Moment, NeighbourhoodId, PersonId, Result, VenueId};
use crate::turn::Key;

const SEALED: (&str, &str) = ("activity_changes", "sealed_change");

/// It does not happen. Returns true if it was to.
pub async fn cancel(db: &mut SqliteConnection, id: ActivityId, reason: Option<&str>, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update activities set state = 'cancelled', reason = ?2, sequence = sequence + 1, version = version + 1, changed_at = ?3
         where id = ?1 and state = 'planned'",
        id,
        reason,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// It has been. Returns true if it was to be.
pub async fn mark_held(db: &mut SqliteConnection, id: ActivityId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update activities set state = 'held', version = version + 1, changed_at = ?2 where id = ?1 and state = 'planned'",
        id,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What an activity is from now on, and when. With `moved`, calendars hear of it. Returns true if it was still as it was read.
pub async fn rewrite(
    db: &mut SqliteConnection,
    (id, version): (ActivityId, i64),
    what: &What,
    (starts_at, ends_at): (Moment, Option<Moment>),
    moved: bool,
    now: Moment,
) -> Result<bool> {
    let access = &what.access;
    let done = sqlx::query!(
        "update activities set title = ?3, details = ?4, starts_at = ?5, ends_at = ?6, place_id = ?7, place = ?8, capacity = ?9,
           cost = ?10, wheelchair = ?11, quiet = ?12, children = ?13, languages = ?14, walk_in = ?15,
           sequence = sequence + ?16, version = version + 1, changed_at = ?17
         where id = ?1 and version = ?2 and state = 'planned'",
        id,
        version,
        what.title,
        what.details,
        starts_at,
        ends_at,
        what.place_id,
        what.place,
        what.capacity,
        what.cost,
        access.wheelchair,
        access.quiet,
        access.children,
        access.languages,
        access.walk_in,
        moved,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Somebody else organises it from now on. Returns true if it was still with whom it was read to be.
pub async fn set_organiser(
    db: &mut SqliteConnection,
    id: ActivityId,
    (from, to): (PersonId, PersonId),
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "update activities set organiser_id = ?3, version = version + 1, changed_at = ?4
         where id = ?1 and organiser_id = ?2 and state = 'planned'",
        id,
        from,
        to,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many came to what has been; `None`: nobody knows.
pub async fn set_came(db: &mut SqliteConnection, id: ActivityId, came: Option<i64>) -> Result<bool> {
    let done =
        sqlx::query!("update activities set came = ? where id = ? and state = 'held'", came, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// Who came forward by this moment and comes, each with how many guests.
pub async fn going_by(db: &mut SqliteConnection, id: ActivityId, until: Moment) -> Result<Vec<(PersonId, i64)>> {
    let rows = sqlx::query!(
        r#"select person_id as "person: PersonId", guests from rsvps
           where activity_id = ? and state = 'going' and said_at <= ? order by id"#,
        id,
        until
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.person, r.guests)).collect())
}

/// What is to come or going on in a neighbourhood, soonest first.
pub async fn planned_in(db: &mut SqliteConnection, n: NeighbourhoodId) -> Result<Vec<ActivityId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id!: ActivityId" from activities where neighbourhood_id = ? and state = 'planned' order by starts_at, id"#,
        n
    )
    .fetch_all(db)
    .await?)
}

/// Another activity, as far as it may be in somebody's way.
#[derive(Clone, Debug)]
pub struct OtherActivity {
    /// What it is called.
    pub title: String,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends, where that was said.
    pub ends_at: Option<Moment>,
    /// Where, on the neighbourhood's list.
    pub place_id: Option<VenueId>,
    /// Where, in words.
    pub place: String,
}

/// What else there is in a neighbourhood between these moments; what has no end is taken to last as long as usual.
pub async fn others_between(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    but: Option<ActivityId>,
    (from, to): (Moment, Moment),
) -> Result<Vec<OtherActivity>> {
    Ok(sqlx::query_as!(
        OtherActivity,
        r#"select title, starts_at as "starts_at: Moment", ends_at as "ends_at: Moment", place_id as "place_id: VenueId", place
           from activities
           where neighbourhood_id = ?1 and id is not ?2 and state = 'planned'
             and starts_at < ?4 and coalesce(ends_at, starts_at + ?5) > ?3
           order by starts_at, id"#,
        n,
        but,
        from,
        to,
        USUAL_LENGTH
    )
    .fetch_all(db)
    .await?)
}

/// A change that waits for its yes.
#[derive(Clone, Debug)]
pub struct PendingChange {
    /// About which activity.
    pub activity: ActivityId,
    /// As it was when the change was said.
    pub version: i64,
    /// What changes.
    pub change: Change,
}

/// Keeps what somebody is about to change; what they were about to change before is dropped.
pub async fn keep_change(db: &mut SqliteConnection, key: &Key, by: PersonId, pending: &PendingChange) -> Result<i64> {
    let nothing: &[u8] = &[];
    sqlx::query!("delete from activity_changes where activity_id = ? and person_id = ?", pending.activity, by)
        .execute(&mut *db)
        .await?;
    let id = sqlx::query_scalar!(
        r#"insert into activity_changes (activity_id, person_id, version, sealed_change) values (?, ?, ?, ?)
           returning id as "id!: i64""#,
        pending.activity,
        by,
        pending.version,
        nothing
    )
    .fetch_one(&mut *db)
    .await?;
    // Sealed to its row, so the row comes first.
    let sealed = key.seal(SEALED, &id.to_string(), &serde_json::to_vec(&pending.change)?)?;
    sqlx::query!("update activity_changes set sealed_change = ? where id = ?", sealed, id).execute(db).await?;
    Ok(id)
}

/// A change of this person's that waits for its yes.
pub async fn pending_change(
    db: &mut SqliteConnection,
    key: &Key,
    id: i64,
    by: PersonId,
) -> Result<Option<PendingChange>> {
    let row = sqlx::query!(
        r#"select activity_id as "activity: ActivityId", version, sealed_change from activity_changes
           where id = ? and person_id = ?"#,
        id,
        by
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let change = serde_json::from_slice(&key.open(SEALED, &id.to_string(), &row.sealed_change)?)?;
    Ok(Some(PendingChange { activity: row.activity, version: row.version, change }))
}

/// A change was made or dropped.
pub async fn drop_change(db: &mut SqliteConnection, id: i64) -> Result<()> {
    sqlx::query!("delete from activity_changes where id = ?", id).execute(db).await?;
    Ok(())
}

/// Nothing waits for a yes any more: it is over, one way or another.
pub async fn drop_pending(db: &mut SqliteConnection, id: ActivityId) -> Result<()> {
    sqlx::query!("delete from activity_changes where activity_id = ?", id).execute(&mut *db).await?;
    sqlx::query!("delete from activity_offers where activity_id = ?", id).execute(&mut *db).await?;
    sqlx::query!("delete from activity_notices where activity_id = ?", id).execute(db).await?;
    Ok(())
}

/// Offers an activity to somebody, or with `whole` all dates of its series; an offer to another is taken back. Returns the key
/// of the offer.
pub async fn offer(
    db: &mut SqliteConnection,
    id: ActivityId,
    (from, to): (PersonId, PersonId),
    whole: bool,
) -> Result<i64> {
    sqlx::query!("delete from activity_offers where activity_id = ?", id).execute(&mut *db).await?;
    Ok(sqlx::query_scalar!(
        r#"insert into activity_offers (activity_id, from_id, to_id, whole) values (?, ?, ?, ?)
           returning id as "id!: i64""#,
        id,
        from,
        to,
        whole
    )
    .fetch_one(db)
    .await?)
}

/// An offer to this person that stands: which activity, who offered it, and whether it is for all dates of its series.
pub async fn offered(
    db: &mut SqliteConnection,
    key: i64,
    to: PersonId,
) -> Result<Option<(ActivityId, PersonId, bool)>> {
    let row = sqlx::query!(
        r#"select activity_id as "activity: ActivityId", from_id as "from: PersonId", whole as "whole: bool"
           from activity_offers where id = ? and to_id = ?"#,
        key,
        to
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|r| (r.activity, r.from, r.whole)))
}

/// An offer was answered. Returns true if it stood.
pub async fn drop_offer(db: &mut SqliteConnection, key: i64) -> Result<bool> {
    let done = sqlx::query!("delete from activity_offers where id = ?", key).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// How often who comes to an activity was written to on a day.
pub async fn notices(db: &mut SqliteConnection, id: ActivityId, day: &str) -> Result<i64> {
    let times = sqlx::query_scalar!("select times from activity_notices where activity_id = ? and day = ?", id, day)
        .fetch_optional(db)
        .await?;
    Ok(times.unwrap_or_default())
}

/// They are written to once more on this day. Returns true if that is at most so often.
pub async fn count_notice(db: &mut SqliteConnection, id: ActivityId, day: &str, most: i64) -> Result<bool> {
    let done = sqlx::query!(
        "insert into activity_notices (activity_id, day, times) values (?1, ?2, 1)
         on conflict (activity_id, day) do update set times = times + 1 where times < ?3",
        id,
        day,
        most
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
