//! The SQL of who comes to an activity, and who waits.

use sqlx::SqliteConnection;

use crate::features::activities::model::{Rsvp, RsvpState, Seats, State, USUAL_LENGTH};
use crate::model::{ActivityId, Listed, Moment, PersonId, Result};

/// Reads answers; give what comes after `where`, and its values.
macro_rules! rsvps {
    ($which:tt, $($value:expr),+ $(,)?) => {
        sqlx::query_as!(
            Rsvp,
            r#"select id as "id!: i64", activity_id as "activity: ActivityId", person_id as "person: PersonId",
                 state as "state: RsvpState", guests,
                 place_in_row, given_at as "given_at: Moment", reminded_at as "reminded_at: Moment"
               from rsvps where "# + $which,
            $($value),+
        )
    };
}

/// What this person said about an activity.
pub async fn rsvp(db: &mut SqliteConnection, activity: ActivityId, person: PersonId) -> Result<Option<Rsvp>> {
    Ok(rsvps!("activity_id = ? and person_id = ?", activity, person).fetch_optional(db).await?)
}

/// What everybody said about an activity, in the order in which they first did.
pub async fn rsvps_of(db: &mut SqliteConnection, activity: ActivityId) -> Result<Vec<Rsvp>> {
    Ok(rsvps!("activity_id = ? order by id", activity).fetch_all(db).await?)
}

/// One answer by its key.
pub async fn rsvp_by_id(db: &mut SqliteConnection, id: i64) -> Result<Option<Rsvp>> {
    Ok(rsvps!("id = ?", id).fetch_optional(db).await?)
}

/// How many seats are taken and waited for.
pub async fn seats(db: &mut SqliteConnection, activity: ActivityId) -> Result<Seats> {
    Ok(sqlx::query_as!(
        Seats,
        r#"select coalesce(sum(iif(state = 'going', 1 + guests, 0)), 0) as "going!: i64",
             coalesce(sum(iif(state = 'waiting', 1 + guests, 0)), 0) as "waiting!: i64"
           from rsvps where activity_id = ?"#,
        activity
    )
    .fetch_one(db)
    .await?)
}

/// Who waits, in the order of their turn.
pub async fn waiting(db: &mut SqliteConnection, activity: ActivityId) -> Result<Vec<Rsvp>> {
    Ok(rsvps!("activity_id = ? and state = 'waiting' order by place_in_row, id", activity).fetch_all(db).await?)
}

/// The first of those who come, in the order in which they first said something; at most `most`.
pub async fn first_going(db: &mut SqliteConnection, activity: ActivityId, most: i64) -> Result<Vec<(PersonId, i64)>> {
    let rows = sqlx::query!(
        r#"select person_id as "person: PersonId", guests from rsvps where activity_id = ? and state = 'going'
           order by id limit ?"#,
        activity,
        most
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.person, r.guests)).collect())
}

/// How many stand before this place in the row of who waits.
pub async fn ahead(db: &mut SqliteConnection, of: &Rsvp) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from rsvps
           where activity_id = ?1 and state = 'waiting' and (place_in_row, id) < (?2, ?3)"#,
        of.activity,
        of.place_in_row,
        of.id
    )
    .fetch_one(db)
    .await?)
}

/// The place of who waits last; 0 where nobody does.
pub async fn last_in_row(db: &mut SqliteConnection, activity: ActivityId) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select coalesce(max(place_in_row), 0) as "last!: i64" from rsvps where activity_id = ? and state = 'waiting'"#,
        activity
    )
    .fetch_one(db)
    .await?)
}

/// Writes what somebody says about an activity for the first time; its `id` is not looked at. Returns the key, `None` if they
/// said something before.
pub async fn insert_rsvp(db: &mut SqliteConnection, new: &Rsvp, now: Moment) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"insert into rsvps (activity_id, person_id, state, guests, place_in_row, said_at) values (?, ?, ?, ?, ?, ?)
           on conflict (activity_id, person_id) do nothing
           returning id as "id!: i64""#,
        new.activity,
        new.person,
        new.state,
        new.guests,
        new.place_in_row,
        now
    )
    .fetch_optional(db)
    .await?)
}

/// Changes what somebody said: to `to`'s state, guests, place in the row and times. Returns true if it was still as in `from`.
pub async fn change_rsvp(db: &mut SqliteConnection, from: &Rsvp, to: &Rsvp, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update rsvps set state = ?1, guests = ?2, place_in_row = ?3, given_at = ?4, reminded_at = ?5, said_at = ?6
         where id = ?7 and state = ?8 and guests = ?9 and given_at is ?10 and reminded_at is ?11",
        to.state,
        to.guests,
        to.place_in_row,
        to.given_at,
        to.reminded_at,
        now,
        from.id,
        from.state,
        from.guests,
        from.given_at,
        from.reminded_at
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Somebody was asked once more whether they want the place that came free. Returns true if nobody had asked them before.
pub async fn note_reminded(db: &mut SqliteConnection, of: &Rsvp, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update rsvps set reminded_at = ? where id = ? and state = 'going' and given_at is not null and reminded_at is null",
        now,
        of.id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What somebody goes to, or waits for, that is not over, soonest first. Leaves out what can't be read.
pub async fn going_to(db: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<Vec<ActivityId>> {
    let rows = sqlx::query!(
        r#"select a.id as "id!: ActivityId", r.id as "rsvp!: i64", a.state as "state: Listed<State>",
             r.state as "answer: Listed<RsvpState>"
           from rsvps r join activities a on a.id = r.activity_id
           where r.person_id = ?1 and r.state <> 'not_going' and a.state not in ('cancelled', 'held')
             and coalesce(a.ends_at, a.starts_at + ?3) > ?2
           order by a.starts_at, a.id"#,
        person,
        now,
        USUAL_LENGTH
    )
    .fetch_all(db)
    .await?;
    let readable = rows.into_iter().filter_map(|r| {
        r.state.or_skip("activities", r.id)?;
        r.answer.or_skip("rsvps", r.rsvp).map(|_| r.id)
    });
    Ok(readable.collect())
}

/// What somebody organises that is not over, soonest first. Leaves out what can't be read.
pub async fn organised_by(db: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<Vec<ActivityId>> {
    let rows = sqlx::query!(
        r#"select id as "id!: ActivityId", state as "state: Listed<State>" from activities
           where organiser_id = ?1 and state not in ('cancelled', 'held') and coalesce(ends_at, starts_at + ?3) > ?2
           order by starts_at, id"#,
        person,
        now,
        USUAL_LENGTH
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().filter_map(|r| r.state.or_skip("activities", r.id).map(|_| r.id)).collect())
}
