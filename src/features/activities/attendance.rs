//! Who comes to an activity and who waits for a place: a tap on the card in the group, one living message in private.
//!
//! Its files: `respond` ([Ik kom] and its like: load, judge, write, tell, draw), `waiting_list` (a place that came free), `mine`
//! (what somebody goes to and organises); `rules` and `times` decide.

mod mine;
mod respond;
pub mod rules;
#[cfg(test)]
mod tests;
mod times;
mod waiting_list;

use self::respond::respond;
use self::rules::Wish;
use super::access::visible_activity;
use super::buttons::{ActivityButton, AttendanceButton};
use super::model::{LINK, Rsvp, RsvpState, thing};
use super::screens::{media, private};
use super::store;
use crate::model::{ActivityId, Content, NeighbourhoodId, PersonId, Result, Thing};
use crate::screen::toast;
use crate::text::Arg;
use crate::turn::Turn;

pub use mine::mine;
pub use respond::left;
pub use waiting_list::{fill, job};

/// Somebody pressed one of its buttons.
pub async fn press(turn: &mut Turn<'_>, tap: AttendanceButton) -> Result<()> {
    match tap {
        AttendanceButton::Come(id) => respond(turn, id, Wish::Come).await,
        AttendanceButton::Bring(id) => respond(turn, id, Wish::Bring).await,
        AttendanceButton::Cannot(id) => respond(turn, id, Wish::Cannot).await,
        AttendanceButton::Guests(id, n) => respond(turn, id, Wish::Guests(i64::from(n))).await,
        AttendanceButton::More(id) => more(turn, id).await,
        AttendanceButton::Mine(page) => mine::page(turn, page).await,
    }
}

/// Somebody replied to its card: do they want to come? `None` where they do already, organise it, or it is over.
pub async fn wish(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Content>> {
    let (me, now) = (turn.who()?, turn.now());
    let Some(a) = store::activity(turn.db(), id).await?.filter(|a| a.is_open(now) && a.organiser != me.id) else {
        return Ok(None);
    };
    let said = store::rsvp(turn.db(), id, me.id).await?;
    if said.is_some_and(|r| r.state != RsvpState::NotGoing) {
        return Ok(None);
    }
    let button = turn.button("button-come", ActivityButton::Attendance(AttendanceButton::Come(id)).data());
    let text = turn.say("reply-come", &[("title", Arg::Words(&a.what.title))]);
    Ok(Some(Content::new(text, vec![vec![button]])))
}

/// The activity under whose card in a group this button stands.
pub fn card_of(tap: AttendanceButton) -> Option<Thing> {
    match tap {
        AttendanceButton::Come(id)
        | AttendanceButton::Bring(id)
        | AttendanceButton::Cannot(id)
        | AttendanceButton::More(id) => Some(thing(id)),
        AttendanceButton::Guests(..) | AttendanceButton::Mine(_) => None,
    }
}

/// Somebody opened a link that leads here.
pub async fn link(turn: &mut Turn<'_>, start: &str) -> Result<()> {
    match start.strip_prefix(LINK).and_then(|id| id.parse().ok()) {
        Some(id) => show(turn, ActivityId(id)).await,
        None => toast(turn, "link-old", &[]),
    }
}

/// [Meer].
async fn more(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let me = turn.who()?;
    if turn.in_private() || Turn::reachable(&me) {
        return show(turn, id).await;
    }
    if visible_activity(turn, id).await?.is_some() {
        turn.open_private(&format!("{LINK}{id}"));
    }
    Ok(())
}

/// Shows an activity in private to the sender, with what they can do: come, bring somebody, not come after all.
async fn show(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = visible_activity(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    let content = private::content(turn, &a, &me).await?;
    turn.card_anew(thing(id), me.chat, content).await?;
    if me.id != a.organiser {
        media::pass_on(turn, &a, &me).await?;
    }
    if turn.press().is_some() && !turn.in_private() {
        toast(turn, "more-toast", &[])?;
    }
    Ok(())
}

/// A message about an activity did not reach somebody: a place that they did not say yes to yet is the next one's.
pub async fn undelivered(turn: &mut Turn<'_>, person: PersonId, id: ActivityId) -> Result<()> {
    let given = |r: &Rsvp| r.state == RsvpState::Going && r.given_at.is_some();
    match store::rsvp(turn.db(), id, person).await?.filter(given) {
        Some(rsvp) => waiting_list::pass_over(turn, &rsvp).await,
        None => Ok(()),
    }
}

/// Whether cards name who comes was changed: those of a neighbourhood are brought up to date.
pub async fn names_changed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let now = turn.now();
    for id in store::carded_of(turn.db(), n, now).await? {
        turn.touched(thing(id));
    }
    Ok(())
}
