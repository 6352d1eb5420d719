//! The SQL of what comes back: the series, and what is asked about its dates.

use sqlx::SqliteConnection;

use crate::features::activities::model::{Activity, ActivitySeries, Asked, What};
use crate::model::{ActivityId, Fault, Moment, NeighbourhoodId, PersonId, Result, SeriesId};
use crate::text::Day;
use crate::when::Timing;

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Fault::event("a series that can't be written"))
}

/// Writes a new series.
pub async fn insert(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    organiser: PersonId,
    what: &What,
    timing: &Timing,
) -> Result<SeriesId> {
    let (what, timing) = (json(what)?, json(timing)?);
    Ok(sqlx::query_scalar!(
        r#"insert into activity_series (neighbourhood_id, organiser_id, what, timing) values (?, ?, ?, ?)
           returning id as "id!: SeriesId""#,
        n,
        organiser,
        what,
        timing
    )
    .fetch_one(db)
    .await?)
}

/// A series by key.
pub async fn series(db: &mut SqliteConnection, id: SeriesId) -> Result<Option<ActivitySeries>> {
    let row = sqlx::query!(
        r#"select neighbourhood_id as "neighbourhood: NeighbourhoodId", organiser_id as "organiser: PersonId", what, timing,
             made_until, ghost_id as "ghost: ActivityId", ended_at is not null as "ended!: bool"
           from activity_series where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let unreadable = |_| Fault::event("a series that can't be read");
    Ok(Some(ActivitySeries {
        id,
        neighbourhood: row.neighbourhood,
        organiser: row.organiser,
        what: serde_json::from_str(&row.what).map_err(unreadable)?,
        timing: serde_json::from_str(&row.timing).map_err(unreadable)?,
        made_until: row.made_until.as_deref().map(super::day).transpose()?,
        on_worklist: row.ghost,
        ended: row.ended,
    }))
}

/// What further dates are made of, and when they are.
pub async fn rewrite(db: &mut SqliteConnection, id: SeriesId, what: &What, timing: &Timing) -> Result<bool> {
    let (what, timing) = (json(what)?, json(timing)?);
    let done = sqlx::query!(
        "update activity_series set what = ?, timing = ? where id = ? and ended_at is null",
        what,
        timing,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Dates up to this day are made.
pub async fn note_made(db: &mut SqliteConnection, id: SeriesId, until: Day) -> Result<()> {
    let until = until.to_string();
    sqlx::query!("update activity_series set made_until = max(coalesce(made_until, ''), ?) where id = ?", until, id)
        .execute(db)
        .await?;
    Ok(())
}

/// The dates of a series that are planned and not over before this moment begin after it, soonest first.
pub async fn coming(db: &mut SqliteConnection, id: SeriesId, after: Moment) -> Result<Vec<ActivityId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id!: ActivityId" from activities
           where series_id = ? and state = 'planned' and starts_at > ? order by starts_at, id"#,
        id,
        after
    )
    .fetch_all(db)
    .await?)
}

/// When the last planned date of a series began or begins; `None` if there is none.
pub async fn last(db: &mut SqliteConnection, id: SeriesId) -> Result<Option<ActivityId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id!: ActivityId" from activities where series_id = ? and state = 'planned'
           order by starts_at desc, id desc limit 1"#,
        id
    )
    .fetch_optional(db)
    .await?)
}

/// A date goes on, and has a card from now on. Returns true if that was not known yet.
pub async fn confirm(db: &mut SqliteConnection, id: ActivityId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update activities set confirmed = 1, carded = 1, version = version + 1, changed_at = ?2
         where id = ?1 and state = 'planned' and confirmed = 0",
        id,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A date of which nobody said that it goes on does not happen. Returns true if it was to.
pub async fn lapse(db: &mut SqliteConnection, id: ActivityId, reason: &str, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update activities set state = 'cancelled', reason = ?2, sequence = sequence + 1, version = version + 1, changed_at = ?3
         where id = ?1 and state = 'planned' and confirmed = 0",
        id,
        reason,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A date to which nobody comes does not happen. Returns true if it was to.
pub async fn withdraw(db: &mut SqliteConnection, id: ActivityId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update activities set state = 'cancelled', sequence = sequence + 1, version = version + 1, changed_at = ?2
         where id = ?1 and state = 'planned'
           and not exists (select 1 from rsvps r where r.activity_id = ?1 and r.state in ('going', 'waiting'))",
        id,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What was asked about a date.
pub async fn asked(db: &mut SqliteConnection, id: ActivityId) -> Result<Asked> {
    let row = sqlx::query!(
        r#"select asked_at as "asked: Moment", again_at as "again: Moment", doubted_at as "doubted: Moment"
           from series_questions where activity_id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map_or_else(Asked::default, |r| Asked { at: Some(r.asked), again: r.again, doubted: r.doubted }))
}

/// Notes what was asked about a date, and said.
pub async fn note_asked(db: &mut SqliteConnection, id: ActivityId, asked: Asked) -> Result<()> {
    sqlx::query!(
        "insert into series_questions (activity_id, asked_at, again_at, doubted_at) values (?1, ?2, ?3, ?4)
         on conflict (activity_id) do update set asked_at = ?2, again_at = ?3, doubted_at = ?4",
        id,
        asked.at,
        asked.again,
        asked.doubted
    )
    .execute(db)
    .await?;
    Ok(())
}

/// One date more about which the organiser said nothing. Returns how many in a row.
pub async fn count_silence(db: &mut SqliteConnection, id: SeriesId) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        "update activity_series set silent = silent + 1 where id = ? returning silent as \"silent!: i64\"",
        id
    )
    .fetch_one(db)
    .await?)
}

/// The series stands on the worklist with this date. Returns true if it did not yet.
pub async fn set_worklist_date(db: &mut SqliteConnection, id: SeriesId, with: ActivityId) -> Result<bool> {
    let done = sqlx::query!(
        "update activity_series set ghost_id = ? where id = ? and ghost_id is null and ended_at is null",
        with,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// As [`set_worklist_date`], with another date than before.
pub async fn change_worklist_date(db: &mut SqliteConnection, id: SeriesId, with: ActivityId) -> Result<()> {
    sqlx::query!("update activity_series set ghost_id = ? where id = ? and ghost_id is not null", with, id)
        .execute(db)
        .await?;
    Ok(())
}

/// Somebody looks after the series again.
pub async fn clear_silence(db: &mut SqliteConnection, id: SeriesId) -> Result<()> {
    sqlx::query!("update activity_series set silent = 0, ghost_id = null where id = ?", id).execute(db).await?;
    Ok(())
}

/// No dates come any more. Returns true if some did.
pub async fn end(db: &mut SqliteConnection, id: SeriesId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update activity_series set ended_at = ?, ghost_id = null where id = ? and ended_at is null",
        now,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Somebody else organises the series and its coming dates. Returns true if it was still with whom it was read to be.
pub async fn set_organiser(
    db: &mut SqliteConnection,
    id: SeriesId,
    (from, to): (PersonId, PersonId),
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "update activity_series set organiser_id = ?3 where id = ?1 and organiser_id = ?2 and ended_at is null",
        id,
        from,
        to
    )
    .execute(&mut *db)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "update activities set organiser_id = ?2, version = version + 1, changed_at = ?3
         where series_id = ?1 and state = 'planned' and starts_at > ?3 and organiser_id = ?4",
        id,
        to,
        now,
        from
    )
    .execute(db)
    .await?;
    Ok(true)
}

/// A series that must be there.
pub async fn load(db: &mut SqliteConnection, id: SeriesId) -> Result<ActivitySeries> {
    series(db, id).await?.ok_or_else(|| Fault::event("a series that must be there is not"))
}

/// The series that an activity is a date of; `None` if it comes once.
pub async fn of_date(db: &mut SqliteConnection, a: &Activity) -> Result<Option<ActivitySeries>> {
    match a.series {
        Some(id) => series(db, id).await,
        None => Ok(None),
    }
}
