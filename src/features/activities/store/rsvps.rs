//! The SQL of who comes to an activity, and who waits.

use sqlx::SqliteConnection;

use crate::features::activities::states::RsvpState;
use crate::model::{ActivityId, Moment, PersonId, Result};

/// What somebody said about an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rsvp {
    /// Key.
    pub id: i64,
    /// About which.
    pub activity: ActivityId,
    /// Who.
    pub person: PersonId,
    /// What.
    pub state: RsvpState,
    /// Whom they bring, 0 to 5.
    pub guests: i64,
    /// Where they stand in the row of who waits: lower is earlier.
    pub place_in_row: i64,
    /// When a place that came free became theirs, until they say that they come.
    pub given_at: Option<Moment>,
    /// When they were asked whether they want that place.
    pub reminded_at: Option<Moment>,
}

impl Rsvp {
    /// Seats that they take, or wait for.
    pub fn seats(&self) -> i64 {
        1 + self.guests
    }
}

struct Row {
    id: i64,
    activity_id: ActivityId,
    person_id: PersonId,
    state: String,
    guests: i64,
    place_in_row: i64,
    given_at: Option<Moment>,
    reminded_at: Option<Moment>,
}

/// How many come and wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Seats of all who come, guests and all.
    pub going: i64,
    /// Seats of all who wait, guests and all.
    pub waiting: i64,
}

impl From<Row> for Rsvp {
    fn from(row: Row) -> Rsvp {
        Rsvp {
            id: row.id,
            activity: row.activity_id,
            person: row.person_id,
            state: RsvpState::of_word(&row.state).unwrap_or(RsvpState::NotGoing),
            guests: row.guests,
            place_in_row: row.place_in_row,
            given_at: row.given_at,
            reminded_at: row.reminded_at,
        }
    }
}

/// What this person said about an activity.
pub async fn rsvp(db: &mut SqliteConnection, activity: ActivityId, person: PersonId) -> Result<Option<Rsvp>> {
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id!: i64", activity_id as "activity_id: ActivityId", person_id as "person_id: PersonId", state, guests,
             place_in_row, given_at as "given_at: Moment", reminded_at as "reminded_at: Moment"
           from rsvps where activity_id = ? and person_id = ?"#,
        activity,
        person
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Rsvp::from))
}

/// What everybody said about an activity, in the order in which they first did.
pub async fn rsvps_of(db: &mut SqliteConnection, activity: ActivityId) -> Result<Vec<Rsvp>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id!: i64", activity_id as "activity_id: ActivityId", person_id as "person_id: PersonId", state, guests,
             place_in_row, given_at as "given_at: Moment", reminded_at as "reminded_at: Moment"
           from rsvps where activity_id = ? order by id"#,
        activity
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Rsvp::from).collect())
}

/// One answer by its key.
pub async fn rsvp_by_id(db: &mut SqliteConnection, id: i64) -> Result<Option<Rsvp>> {
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id!: i64", activity_id as "activity_id: ActivityId", person_id as "person_id: PersonId", state, guests,
             place_in_row, given_at as "given_at: Moment", reminded_at as "reminded_at: Moment"
           from rsvps where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Rsvp::from))
}

/// How many seats are taken and waited for.
pub async fn seats(db: &mut SqliteConnection, activity: ActivityId) -> Result<Seats> {
    let seats = sqlx::query_as!(
        Seats,
        r#"select coalesce(sum(iif(state = 'going', 1 + guests, 0)), 0) as "going!: i64",
             coalesce(sum(iif(state = 'waiting', 1 + guests, 0)), 0) as "waiting!: i64"
           from rsvps where activity_id = ?"#,
        activity
    )
    .fetch_one(db)
    .await?;
    Ok(seats)
}

/// Who waits, in the order of their turn.
pub async fn waiting(db: &mut SqliteConnection, activity: ActivityId) -> Result<Vec<Rsvp>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id!: i64", activity_id as "activity_id: ActivityId", person_id as "person_id: PersonId", state, guests,
             place_in_row, given_at as "given_at: Moment", reminded_at as "reminded_at: Moment"
           from rsvps where activity_id = ? and state = 'waiting' order by place_in_row, id"#,
        activity
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Rsvp::from).collect())
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
    let n = sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from rsvps
           where activity_id = ?1 and state = 'waiting' and (place_in_row, id) < (?2, ?3)"#,
        of.activity,
        of.place_in_row,
        of.id
    )
    .fetch_one(db)
    .await?;
    Ok(n)
}

/// The place of who waits last; 0 where nobody does.
pub async fn last_in_row(db: &mut SqliteConnection, activity: ActivityId) -> Result<i64> {
    let last = sqlx::query_scalar!(
        r#"select coalesce(max(place_in_row), 0) as "last!: i64" from rsvps where activity_id = ? and state = 'waiting'"#,
        activity
    )
    .fetch_one(db)
    .await?;
    Ok(last)
}

/// What somebody says about an activity for the first time. None where they said something before.
pub async fn insert_rsvp(
    db: &mut SqliteConnection,
    activity: ActivityId,
    person: PersonId,
    state: RsvpState,
    guests: i64,
    place_in_row: i64,
    now: Moment,
) -> Result<Option<i64>> {
    let word = state.word();
    let id = sqlx::query_scalar!(
        r#"insert into rsvps (activity_id, person_id, state, guests, place_in_row, said_at) values (?, ?, ?, ?, ?, ?)
           on conflict (activity_id, person_id) do nothing
           returning id as "id!: i64""#,
        activity,
        person,
        word,
        guests,
        place_in_row,
        now
    )
    .fetch_optional(db)
    .await?;
    Ok(id)
}

/// Changes what somebody said: to `to`'s state, guests, place in the row and times. Says whether it was still as in `from`.
pub async fn change_rsvp(db: &mut SqliteConnection, from: &Rsvp, to: &Rsvp, now: Moment) -> Result<bool> {
    let (before, after) = (from.state.word(), to.state.word());
    let done = sqlx::query!(
        "update rsvps set state = ?1, guests = ?2, place_in_row = ?3, given_at = ?4, reminded_at = ?5, said_at = ?6
         where id = ?7 and state = ?8 and guests = ?9 and given_at is ?10 and reminded_at is ?11",
        after,
        to.guests,
        to.place_in_row,
        to.given_at,
        to.reminded_at,
        now,
        from.id,
        before,
        from.guests,
        from.given_at,
        from.reminded_at
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Somebody was asked once more whether they want the place that came free. Says whether nobody had asked them before.
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

/// What somebody goes to, or waits for, that is not over, soonest first.
pub async fn going_to(
    db: &mut SqliteConnection,
    person: PersonId,
    now: Moment,
    usual_length: i64,
) -> Result<Vec<ActivityId>> {
    let ids = sqlx::query_scalar!(
        r#"select a.id as "id!: ActivityId" from rsvps r join activities a on a.id = r.activity_id
           where r.person_id = ?1 and r.state in ('going', 'waiting') and a.state = 'planned'
             and coalesce(a.ends_at, a.starts_at + ?3) > ?2
           order by a.starts_at, a.id"#,
        person,
        now,
        usual_length
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// What somebody organises that is not over, soonest first.
pub async fn organised_by(
    db: &mut SqliteConnection,
    person: PersonId,
    now: Moment,
    usual_length: i64,
) -> Result<Vec<ActivityId>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id!: ActivityId" from activities
           where organiser_id = ?1 and state = 'planned' and coalesce(ends_at, starts_at + ?3) > ?2
           order by starts_at, id"#,
        person,
        now,
        usual_length
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}
