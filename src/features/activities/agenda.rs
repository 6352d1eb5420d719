//! What the agenda, a calendar and the week's message may show of activities: what everybody in the neighbourhood may see, and
//! of who comes no more than how many.

use super::kinds;
use super::states::{RsvpState, State};
use super::store::{self, Activity};
use crate::model::{ActivityId, Result, Thing};
use crate::turn::{Occasion, Turn};

fn occasion_of(a: Activity, going: i64) -> Occasion {
    Occasion {
        thing: Thing { feature: super::NAME.to_owned(), id: a.id.0 },
        neighbourhood: a.neighbourhood,
        title: titled(&a.what.kind, &a.what.title),
        kind: a.what.kind,
        details: a.what.details,
        starts_at: a.starts_at,
        ends_at: a.ends_at,
        over_at: a.ends_at.unwrap_or(a.starts_at.plus(store::USUAL_LENGTH)),
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
        open: open_data(a.id),
        link: start(a.id),
    }
}

/// The sign of a kind before a title.
pub fn titled(kind: &str, title: &str) -> String {
    format!("{} {title}", kinds::icon(kind)).trim_start().to_owned()
}

/// Callback data that shows an activity in private.
pub fn open_data(id: ActivityId) -> String {
    format!("{}:c:meer:{id}", super::NAME)
}

/// The start parameter of a link that shows an activity in private.
pub fn start(id: ActivityId) -> String {
    format!("k_{id}")
}

/// One activity; `None` where there is none of this key.
pub async fn occasion(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Occasion>> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(None) };
    let rsvps = store::rsvps_of(turn.db(), id).await?;
    let going = rsvps.iter().filter(|r| r.state == RsvpState::Going).map(store::Rsvp::seats).sum();
    Ok(Some(occasion_of(a, going)))
}
