//! An activity comes into being, is cancelled, and has its reminders planned: whichever way it comes about, it is done here.

mod orphans;

use super::jobs::Job;
use super::model::{Activity, ActivityChange, NewActivity, State, thing};
use super::screens::refresh;
use super::times::Reminder;
use super::{going_together, news, store};
use crate::features::worklist;
use crate::model::Result;
use crate::turn::Turn;

pub use orphans::{ORPHAN, is_orphan, list_next_of_series, reachable_again, rights_changed, unreachable, work};

/// Writes an activity, plans its reminders and posts its card. Returns `None` if the series has this date already.
pub async fn make(turn: &mut Turn<'_>, new: &NewActivity<'_>) -> Result<Option<Activity>> {
    let now = turn.now();
    let Some(id) = store::insert(turn.db(), new, now).await? else { return Ok(None) };
    let a = store::load(turn.db(), id).await?;
    plan(turn, &a);
    turn.touched(thing(a.id));
    Ok(Some(a))
}

/// Plans what must happen about an activity by itself; again after its time was changed.
pub fn plan(turn: &mut Turn<'_>, a: &Activity) {
    let now = turn.now();
    for which in Reminder::ALL {
        match which.due(a.starts_at).filter(|due| a.state == State::Planned && *due > now) {
            Some(due) => turn.schedule(which.job(), a.id.0, due),
            None => turn.cancel(which.job(), a.id.0),
        }
    }
    if a.state == State::Planned {
        turn.schedule(Job::Over, a.id.0, a.over_at());
    } else {
        turn.cancel(Job::Over, a.id.0);
    }
}

/// Cancels an activity: everybody whom it concerns is told, with the reason. Does nothing if it is not planned any more.
pub async fn cancel(turn: &mut Turn<'_>, a: &Activity, reason: Option<&str>) -> Result<()> {
    match cancel_quietly(turn, a, reason).await? {
        Some(a) => news::cancelled(turn, &a, reason).await,
        None => Ok(()),
    }
}

/// As [`cancel`], where whom it concerns is told otherwise. Returns it as it is now; `None` if it was not planned any more.
pub async fn cancel_quietly(turn: &mut Turn<'_>, a: &Activity, reason: Option<&str>) -> Result<Option<Activity>> {
    let now = turn.now();
    if a.state.after(ActivityChange::Cancel).is_none() || !store::hosting::cancel(turn.db(), a.id, reason, now).await? {
        return Ok(None);
    }
    store::hosting::drop_pending(turn.db(), a.id).await?;
    let a = store::load(turn.db(), a.id).await?;
    plan(turn, &a);
    for rsvp in store::rsvps_of(turn.db(), a.id).await? {
        going_together::attendee_left(turn, &a, rsvp.person).await?;
    }
    worklist::resolve(turn, &thing(a.id)).await?;
    list_next_of_series(turn, &a).await?;
    refresh::all(turn, a.id).await?;
    Ok(Some(a))
}
