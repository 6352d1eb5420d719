//! Brings what people see of an activity up to date: the cards in the groups, and the messages in private.

use super::{card, private};
use crate::features::activities::model::{Activity, thing};
use crate::features::activities::store;
use crate::model::{ActivityId, Content, Person, Reach, Result};
use crate::text::{Arg, texts};
use crate::turn::{Action, Turn};

/// The messages of so many who wait show where they stand as it changes; who is further back reads it anew with [Meer].
const ROW_AT_MOST: usize = 5;

/// Draws the card in every group. Called once for an activity that was touched, after all events of a batch.
pub async fn cards(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = store::activity(turn.db(), id).await?.filter(|a| a.carded) else { return Ok(()) };
    let content = card::content(turn, &a).await?;
    for group in turn.groups(a.neighbourhood).await? {
        if group.reach == Reach::Open {
            turn.card(thing(id), group.id, content.clone());
        }
    }
    Ok(())
}

/// Brings somebody's message in private up to date, if they have one.
pub async fn of_person(turn: &mut Turn<'_>, a: &Activity, person: &Person) -> Result<()> {
    let thing = thing(a.id);
    if Turn::reachable(person) && turn.has_card(&thing, person.chat).await? {
        let content = match turn.person_allowed(person.id, a.neighbourhood, Action::TakePart).await? {
            true => private::content(turn, a, person).await?,
            false => over(turn, a, person).await?,
        };
        turn.card(thing, person.chat, content);
    }
    Ok(())
}

/// Who left, or was put out, sees nothing of it any more.
async fn over(turn: &mut Turn<'_>, a: &Activity, person: &Person) -> Result<Content> {
    let neighbourhood = turn.neighbourhood(a.neighbourhood).await?.name;
    let args = [("title", Arg::Words(a.what.title.as_str())), ("neighbourhood", Arg::Words(&neighbourhood))];
    Ok(Content::text(texts().html(person.language, "standing-activity-over", &args)))
}

/// Brings the messages in private of the first who wait up to date: they see that they moved on.
pub async fn waiting(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    for rsvp in store::waiting(turn.db(), a.id).await?.into_iter().take(ROW_AT_MOST) {
        let person = turn.person(rsvp.person).await?;
        of_person(turn, a, &person).await?;
    }
    Ok(())
}

/// Brings everything up to date that anybody sees of an activity.
pub async fn all(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    turn.touched(thing(id));
    let a = store::load(turn.db(), id).await?;
    for (chat, _) in turn.cards_of(&thing(id)).await? {
        if let Some(person) = turn.person_of_chat(chat).await? {
            of_person(turn, &a, &person).await?;
        }
    }
    Ok(())
}
