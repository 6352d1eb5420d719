//! What the agenda, a calendar and the week's message may show of activities: what everybody in the neighbourhood may see, and
//! of who comes no more than how many.

use super::{Activity, State, USUAL_LENGTH};
use crate::model::{ActivityId, Moment, NeighbourhoodId};

/// An activity as others may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Key.
    pub id: ActivityId,
    /// Where it belongs.
    pub neighbourhood: NeighbourhoodId,
    /// Id of its kind.
    pub kind: String,
    /// The sign of its kind, and its title.
    pub title: String,
    /// All else that was said of it.
    pub details: Option<String>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends, where that was said.
    pub ends_at: Option<Moment>,
    /// Where, as people read it.
    pub place: String,
    /// How many people fit; none: as many as come.
    pub capacity: Option<i64>,
    /// How many come, guests and all.
    pub going: i64,
    /// Does it cost nothing?
    pub free: bool,
    /// Can one come in with a wheelchair?
    pub wheelchair: bool,
    /// May children come along?
    pub children: bool,
    /// Is no registration needed?
    pub walk_in: bool,
    /// Did the organiser say that it goes on?
    pub confirmed: bool,
    /// Does it not happen?
    pub cancelled: bool,
    /// Has it been?
    pub held: bool,
    /// Changes of time, place or state (RFC 5545, SEQUENCE).
    pub sequence: i64,
    /// When it was last changed.
    pub changed_at: Moment,
}

impl Shown {
    /// An activity to which so many people come.
    pub fn of(a: Activity, going: i64) -> Shown {
        Shown {
            id: a.id,
            neighbourhood: a.neighbourhood,
            title: a.title(),
            kind: a.what.kind,
            details: a.what.details,
            starts_at: a.starts_at,
            ends_at: a.ends_at,
            place: a.what.place,
            capacity: a.what.capacity,
            going,
            free: a.what.cost.is_none(),
            wheelchair: a.what.access.wheelchair,
            children: a.what.access.children,
            walk_in: a.what.access.walk_in,
            confirmed: a.confirmed,
            cancelled: a.state == State::Cancelled,
            held: a.state == State::Held,
            sequence: a.sequence,
            changed_at: a.changed_at,
        }
    }

    /// When it is over: as was said, or two hours after its beginning.
    pub fn over_at(&self) -> Moment {
        self.ends_at.unwrap_or(self.starts_at.plus(USUAL_LENGTH))
    }

    /// Places that are left; none where there is no end to them.
    pub fn left(&self) -> Option<i64> {
        self.capacity.map(|c| (c - self.going).max(0))
    }
}
