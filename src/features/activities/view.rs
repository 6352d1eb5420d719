//! Brings what people see of an activity up to date, and tells those whom it concerns.

use super::cards::{NAMES_AT_MOST, Standing, group_card};
use super::kinds;
use super::states::RsvpState;
use super::store::{self, Activity};
use crate::model::{ActivityId, Content, Fault, Person, Reach, Result, Thing};
use crate::text::{Args, clip};
use crate::turn::Turn;

/// Longest answer to a press (Bot API, `answerCallbackQuery`), in characters.
const TOAST_AT_MOST: usize = 200;

/// An activity as the rest of the program names it.
pub fn thing(id: ActivityId) -> Thing {
    Thing { feature: super::NAME.to_owned(), id: id.0 }
}

/// An activity that must be there.
pub async fn must(turn: &mut Turn<'_>, id: ActivityId) -> Result<Activity> {
    store::activity(turn.db(), id).await?.ok_or_else(|| Fault::event("an activity that must be there is not"))
}

/// Answers a press with a line that passes; where it was no press, in private.
pub fn toast(turn: &mut Turn<'_>, id: &str, args: Args<'_>) -> Result<()> {
    if turn.press().is_some() {
        let words = clip(&turn.label(id, args), TOAST_AT_MOST);
        turn.answer(words);
        return Ok(());
    }
    let text = turn.say(id, args);
    turn.reply(Content::text(text))
}

/// How many come and wait; with names where the neighbourhood wants that, and the kind allows it. Asks for as many names as
/// are shown: an activity may have hundreds, and its card changes with each of them.
pub async fn standing(turn: &mut Turn<'_>, a: &Activity) -> Result<Standing> {
    let seats = store::seats(turn.db(), a.id).await?;
    let named = turn.neighbourhood(a.neighbourhood).await?.is_on(&super::SHOW_NAMES) && !kinds::is_unseen(&a.what.kind);
    let mut names = None;
    if named {
        let mut all = Vec::new();
        for (person, guests) in store::first_going(turn.db(), a.id, NAMES_AT_MOST).await? {
            all.push((turn.person(person).await?.name, guests));
        }
        names = Some(all);
    }
    Ok(Standing { going: seats.going, waiting: seats.waiting, names })
}

/// What the card shows now.
pub async fn card_content(turn: &mut Turn<'_>, a: &Activity) -> Result<Content> {
    let organiser = turn.person(a.organiser).await?;
    let place = turn.neighbourhood(a.neighbourhood).await?;
    let standing = standing(turn, a).await?;
    Ok(group_card(place.language, a, &organiser.name, &standing))
}

/// Brings the card in every group up to date.
pub async fn refresh_cards(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let a = must(turn, id).await?;
    if !a.carded {
        return Ok(());
    }
    let content = card_content(turn, &a).await?;
    for group in turn.groups(a.neighbourhood).await? {
        if group.reach == Reach::Open {
            turn.card(thing(id), group.id, content.clone());
        }
    }
    Ok(())
}

/// Who comes, in the order in which they said so.
pub async fn going(turn: &mut Turn<'_>, id: ActivityId) -> Result<Vec<Person>> {
    people(turn, id, &[RsvpState::Going]).await
}

/// Who comes and who waits: whom a change concerns.
pub async fn concerned(turn: &mut Turn<'_>, id: ActivityId) -> Result<Vec<Person>> {
    people(turn, id, &[RsvpState::Going, RsvpState::Waiting]).await
}

async fn people(turn: &mut Turn<'_>, id: ActivityId, states: &[RsvpState]) -> Result<Vec<Person>> {
    let mut all = Vec::new();
    for rsvp in store::rsvps_of(turn.db(), id).await? {
        if states.contains(&rsvp.state) {
            all.push(turn.person(rsvp.person).await?);
        }
    }
    Ok(all)
}
