//! Who comes to an activity and who waits for a place: a tap on the card in the group, one living message in private.
//!
//! Its rooms: `wish` (what somebody wants, and what becomes of it), `screen` (what they read), `free` (a place that came
//! free), `mine` (what somebody goes to); `rules` and `times` decide, `tap` is what the buttons carry.

mod free;
mod mine;
mod rules;
mod screen;
mod tap;
#[cfg(test)]
mod tests;
mod times;
mod wish;

use self::rules::Wish;
use self::tap::Tap;
use super::announcing;
use super::states::RsvpState;
use super::store::{self, Activity};
use super::view;
use crate::features::roles::{Action, may};
use crate::model::{ActivityId, NeighbourhoodId, Person, PersonId, Result};
use crate::turn::Turn;

pub use free::fill;
pub use mine::part as mine_part;

/// What the start parameter of a link to an activity begins with.
const LINK: &str = "k_";

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, tap: &str) -> Result<()> {
    match Tap::read(tap) {
        Some(Tap::Come(id)) => wish::say(turn, id, Wish::Come).await,
        Some(Tap::Bring(id)) => wish::say(turn, id, Wish::Bring).await,
        Some(Tap::Cannot(id)) => wish::say(turn, id, Wish::Cannot).await,
        Some(Tap::Guests(id, n)) => wish::say(turn, id, Wish::Guests(i64::from(n))).await,
        Some(Tap::More(id)) => more(turn, id).await,
        Some(Tap::Mine(page)) => mine::page(turn, page).await,
        None => view::toast(turn, "press-outdated", &[]),
    }
}

/// Does a button with this data stand in groups?
pub fn in_groups(tap: &str) -> bool {
    Tap::read(tap).is_some_and(Tap::in_groups)
}

/// One of its jobs is due; `thing` is what somebody said about an activity.
pub async fn job(turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
    free::job(turn, kind, thing).await
}

/// Somebody opened a link that leads here.
pub async fn link(turn: &mut Turn<'_>, start: &str) -> Result<()> {
    match start.strip_prefix(LINK).and_then(|id| id.parse().ok()) {
        Some(id) => show(turn, ActivityId(id)).await,
        None => view::toast(turn, "link-old", &[]),
    }
}

/// [Meer].
async fn more(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let me = turn.who()?;
    if turn.in_private() || Turn::reachable(&me) {
        return show(turn, id).await;
    }
    if reachable_activity(turn, id).await?.is_some() {
        turn.open_private(&format!("{LINK}{id}"));
    }
    Ok(())
}

/// Shows an activity in private to the sender, with what they can do: come, bring somebody, not come after all.
pub async fn show(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = reachable_activity(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    let content = screen::content(turn, &a, &me).await?;
    turn.card_anew(view::thing(id), me.chat, content).await?;
    if me.id != a.organiser {
        announcing::photo(turn, &a, &me).await?;
    }
    if turn.press().is_some() && !turn.in_private() {
        view::toast(turn, "more-toast", &[])?;
    }
    Ok(())
}

/// Something about an activity changed: the message in private of everybody who has one says so, without a sound.
pub async fn refresh_private(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let a = view::must(turn, id).await?;
    for (chat, _) in turn.cards_of(&view::thing(id)).await? {
        if let Some(person) = turn.person_of_chat(chat).await? {
            screen::refresh(turn, &a, &person).await?;
        }
    }
    Ok(())
}

/// What this person can do about an activity changed: their message in private shows it, where they have one.
pub async fn refresh_of(turn: &mut Turn<'_>, a: &Activity, person: &Person) -> Result<()> {
    screen::refresh(turn, a, person).await
}

/// A message about an activity did not reach somebody: a place that they did not say yes to yet is the next one's.
pub async fn undelivered(turn: &mut Turn<'_>, person: PersonId, id: ActivityId) -> Result<()> {
    let Some(rsvp) = store::rsvp(turn.db(), id, person).await? else { return Ok(()) };
    if rsvp.state != RsvpState::Going || rsvp.given_at.is_none() {
        return Ok(());
    }
    free::pass_over(turn, &rsvp).await
}

/// Whether cards name who comes was changed: those of a neighbourhood are brought up to date.
pub async fn names_changed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let now = turn.now();
    for id in store::carded_of(turn.db(), n, now).await? {
        view::refresh_cards(turn, id).await?;
    }
    Ok(())
}

/// The activity of a press or link, if it is there and belongs to where this person is. Pressing a button in its group makes
/// them a member.
async fn reachable_activity(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    let Some(a) = store::activity(turn.db(), id).await? else {
        let text = if turn.press().is_some() { "press-outdated" } else { "link-old" };
        view::toast(turn, text, &[])?;
        return Ok(None);
    };
    if !belongs_here(turn, a.neighbourhood).await? {
        view::toast(turn, "activity-elsewhere", &[])?;
        return Ok(None);
    }
    Ok(Some(a))
}

async fn belongs_here(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    let who = turn.who()?;
    if !turn.in_private() {
        if turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
            return Ok(false);
        }
        if turn.membership(who.id, n).await?.is_none() || who.current != Some(n) {
            turn.join(who.id, n).await?;
        }
    }
    let (member, place) = (turn.membership(who.id, n).await?, turn.neighbourhood(n).await?);
    Ok(may(member.as_ref(), Action::TakePart, &place))
}
