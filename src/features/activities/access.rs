//! Who may see an activity, or do something about it. A button names a thing and grants nothing: every press asks here.

use super::model::{Activity, ActivitySeries, RsvpState, State};
use super::store;
use crate::model::{ActivityId, NeighbourhoodId, PersonId, Result};
use crate::screen::{not_for_you, toast};
use crate::turn::{Action, Turn};

/// Returns true if this person may change what somebody organises: the organiser, as long as they may announce, and the team.
pub async fn may_manage(
    turn: &mut Turn<'_>,
    n: NeighbourhoodId,
    organiser: PersonId,
    person: PersonId,
) -> Result<bool> {
    let own = organiser == person && turn.person_allowed(person, n, Action::Organise).await?;
    Ok(own || turn.person_allowed(person, n, Action::Moderate).await?)
}

/// Returns true if this person comes to an activity that is still to begin.
pub async fn takes_part(turn: &mut Turn<'_>, a: &Activity, person: PersonId) -> Result<bool> {
    let rsvp = store::rsvp(turn.db(), a.id, person).await?;
    Ok(is_to_come(turn, a) && rsvp.is_some_and(|r| r.state == RsvpState::Going))
}

/// Returns true if an activity is planned and has not begun.
pub fn is_to_come(turn: &Turn<'_>, a: &Activity) -> bool {
    a.state == State::Planned && a.starts_at > turn.now()
}

/// The activity of a press or link, if it is there and belongs to where the sender is; otherwise answers and returns `None`.
/// Pressing a button in its group makes the sender a member.
pub async fn visible_activity(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    if let Some(a) = store::activity(turn.db(), id).await?
        && belongs_here(turn, a.neighbourhood).await?
    {
        return Ok(Some(a));
    }
    not_for_you(turn).await?;
    Ok(None)
}

async fn belongs_here(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    let who = turn.who()?;
    if !turn.in_private() {
        if turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
            return Ok(false);
        }
        if !turn.join(who.id, n).await?.is_in() {
            return Ok(false);
        }
    }
    turn.allowed(n, Action::TakePart).await
}

/// An activity that the sender may manage; otherwise answers and returns `None`. Nothing is said of one that they may not.
pub async fn managed_activity(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    let me = turn.who()?;
    if let Some(a) = store::activity(turn.db(), id).await?
        && turn.in_private()
        && may_manage(turn, a.neighbourhood, a.organiser, me.id).await?
    {
        return Ok(Some(a));
    }
    toast(turn, "hosting-not-yours", &[])?;
    Ok(None)
}

/// A date and its series, which the sender may manage; otherwise answers and returns `None`.
pub async fn managed_date(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<(Activity, ActivitySeries)>> {
    let me = turn.who()?;
    if let Some(a) = store::activity(turn.db(), id).await?
        && let Some(s) = store::series::of_date(turn.db(), &a).await?
        && turn.in_private()
        && may_manage(turn, s.neighbourhood, s.organiser, me.id).await?
    {
        return Ok(Some((a, s)));
    }
    toast(turn, "returning-not-yours", &[])?;
    Ok(None)
}
