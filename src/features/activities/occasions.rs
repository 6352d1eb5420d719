//! What the agenda, calendars and the week's message show of activities: what everybody in the neighbourhood may see, and of who
//! comes no more than how many.

use super::buttons::AttendanceTap;
use super::model::{Shown, thing};
use super::store;
use crate::model::{Moment, NeighbourhoodId, Result};
use crate::turn::{Occasion, Turn};

/// What is not over at `from` and begins before `to`, in order of time: planned and cancelled, not what has been.
pub async fn between(turn: &mut Turn<'_>, n: NeighbourhoodId, from: Moment, to: Moment) -> Result<Vec<Occasion>> {
    Ok(store::between(turn.db(), n, from, to).await?.into_iter().map(occasion).collect())
}

fn occasion(shown: Shown) -> Occasion {
    Occasion {
        thing: thing(shown.id),
        over_at: shown.over_at(),
        open: AttendanceTap::More(shown.id).data(),
        neighbourhood: shown.neighbourhood,
        kind: shown.kind,
        title: shown.title,
        details: shown.details,
        starts_at: shown.starts_at,
        ends_at: shown.ends_at,
        place: shown.place,
        capacity: shown.capacity,
        going: shown.going,
        free: shown.free,
        wheelchair: shown.wheelchair,
        children: shown.children,
        walk_in: shown.walk_in,
        confirmed: shown.confirmed,
        cancelled: shown.cancelled,
        held: shown.held,
        sequence: shown.sequence,
        changed_at: shown.changed_at,
    }
}
