//! The SQL of activities. A change of state is a conditional update: the row decides who was first.

mod attendance;
mod drafts;
pub mod going_together;
pub mod hosting;
mod media;
mod occasions;
pub mod series;

use sqlx::SqliteConnection;

use super::model::{Access, Activity, NewActivity, State, What};
use crate::model::{ActivityId, Fault, Moment, NeighbourhoodId, PersonId, Result, SeriesId, VenueId};
use crate::text::Day;

pub use attendance::{
    ahead, change_rsvp, first_going, going_to, insert_rsvp, last_in_row, note_reminded, organised_by, rsvp, rsvp_by_id,
    rsvps_of, seats, waiting,
};
pub use drafts::{draft, drop_draft, keep_draft, set_draft};
pub use media::{keep_photo, keep_voice, photo, voices};
pub use occasions::{occasion, occasions};

/// Reads a day that the database keeps as text.
fn day(words: &str) -> Result<Day> {
    words.parse().map_err(|_| Fault::event("a day in the database can't be read"))
}

/// Writes a new activity. `None` if the series has this date already.
pub async fn insert(db: &mut SqliteConnection, new: &NewActivity<'_>, now: Moment) -> Result<Option<ActivityId>> {
    let (what, access) = (new.what, &new.what.access);
    let (series, day) = (new.series.map(|s| s.0), new.series.map(|s| s.1.to_string()));
    Ok(sqlx::query_scalar!(
        r#"insert into activities (neighbourhood_id, organiser_id, kind, title, details, starts_at, ends_at, place_id, place,
             capacity, cost, wheelchair, quiet, children, languages, walk_in, series_id, series_day, confirmed, carded,
             made_at, changed_at)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?19, ?20, ?20)
           on conflict (series_id, series_day) do nothing
           returning id as "id!: ActivityId""#,
        new.neighbourhood,
        new.organiser,
        what.kind,
        what.title,
        what.details,
        new.starts_at,
        new.ends_at,
        what.place_id,
        what.place,
        what.capacity,
        what.cost,
        access.wheelchair,
        access.quiet,
        access.children,
        access.languages,
        access.walk_in,
        series,
        day,
        new.confirmed,
        now
    )
    .fetch_optional(db)
    .await?)
}

/// An activity by key.
pub async fn activity(db: &mut SqliteConnection, id: ActivityId) -> Result<Option<Activity>> {
    let row = sqlx::query!(
        r#"select id as "id!: ActivityId", neighbourhood_id as "neighbourhood_id: NeighbourhoodId",
             organiser_id as "organiser_id: PersonId", kind, title, details, starts_at as "starts_at: Moment",
             ends_at as "ends_at: Moment", place_id as "place_id: VenueId", place, capacity, cost,
             wheelchair as "wheelchair: bool", quiet as "quiet: bool", children as "children: bool", languages,
             walk_in as "walk_in: bool", series_id as "series_id: SeriesId", series_day, confirmed as "confirmed: bool",
             carded as "carded: bool", state as "state: State", reason, sequence, version, came, made_at as "made_at: Moment",
             changed_at as "changed_at: Moment",
             exists(select 1 from activity_photos p join activities b on b.id = p.activity_id
                     where b.id = a.id or b.series_id = a.series_id) as "photo!: bool",
             exists(select 1 from activity_voices v join activities b on b.id = v.activity_id
                     where b.id = a.id or b.series_id = a.series_id) as "voice!: bool"
           from activities a where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let access = Access {
        wheelchair: row.wheelchair,
        quiet: row.quiet,
        children: row.children,
        languages: row.languages,
        walk_in: row.walk_in,
    };
    let what = What {
        kind: row.kind,
        title: row.title,
        details: row.details,
        place_id: row.place_id,
        place: row.place,
        capacity: row.capacity,
        cost: row.cost,
        access,
    };
    Ok(Some(Activity {
        id: row.id,
        neighbourhood: row.neighbourhood_id,
        organiser: row.organiser_id,
        what,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        series: row.series_id,
        series_day: row.series_day.as_deref().map(day).transpose()?,
        confirmed: row.confirmed,
        carded: row.carded,
        state: row.state,
        reason: row.reason,
        sequence: row.sequence,
        version: row.version,
        came: row.came,
        made_at: row.made_at,
        changed_at: row.changed_at,
        photo: row.photo,
        voice: row.voice,
    }))
}

/// The activities to come of a neighbourhood that have a card, soonest first.
pub async fn carded_of(
    db: &mut SqliteConnection,
    neighbourhood: NeighbourhoodId,
    now: Moment,
) -> Result<Vec<ActivityId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id!: ActivityId" from activities
           where neighbourhood_id = ? and state = 'planned' and carded = 1 and starts_at > ? order by starts_at, id"#,
        neighbourhood,
        now
    )
    .fetch_all(db)
    .await?)
}

/// Activities by key, in this order.
pub async fn all_of(db: &mut SqliteConnection, ids: &[ActivityId]) -> Result<Vec<Activity>> {
    let mut all = Vec::new();
    for id in ids {
        all.extend(activity(db, *id).await?);
    }
    Ok(all)
}

/// An activity that must be there.
pub async fn load(db: &mut SqliteConnection, id: ActivityId) -> Result<Activity> {
    activity(db, id).await?.ok_or_else(|| Fault::event("an activity that must be there is not"))
}
