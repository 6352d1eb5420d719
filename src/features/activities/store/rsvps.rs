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
