//! What becomes of a request when a message about it does not arrive.

use super::load::{latest_of, touched};
use super::model::rules;
use super::model::states::ResponseState;
use super::screens::basics::say;
use super::screens::view::item_after;
use super::store;
use super::tell::tell;
use crate::model::{Content, Person, RequestId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// A private message about a request did not arrive.
pub async fn undelivered(turn: &mut Turn<'_>, person: &Person, id: RequestId) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    if rules::is_end(r.state) {
        return Ok(());
    }
    if r.asker == person.id {
        if store::set_unreached(turn.db(), r.root(), true).await? {
            touched(turn, &r);
        }
        return Ok(());
    }
    let responses = store::responses_of(turn.db(), id).await?;
    let accepted = latest_of(&responses, person.id).is_some_and(|s| s.state == ResponseState::Accepted);
    let asker = turn.person(r.asker).await?;
    // Afterwards nobody need look for somebody else.
    if accepted && r.after_at.is_none() && Turn::reachable(&asker) {
        let words = say(asker.language, "helper-unreached", &[("name", Arg::Words(&person.name))]);
        let content = item_after(turn, words, &r, &asker).await?;
        // Without a wish to hear of it: it would go round.
        turn.tell(&asker, content, None);
    }
    Ok(())
}

/// Somebody took the card out of a group, twice, or Telegram refused it: the asker hears it, and it is not put back.
pub async fn card_lost(turn: &mut Turn<'_>, id: RequestId, stood: bool) -> Result<()> {
    of_card(turn, id, if stood { "card-gone" } else { "card-never" }).await
}

/// The group lets us not write yet: its asker, who may think that the request stands there, hears so.
pub async fn card_waits(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    of_card(turn, id, "card-waits").await
}

/// It stands in the group after all: its asker hears so.
pub async fn card_stands(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    of_card(turn, id, "card-stands").await
}

async fn of_card(turn: &mut Turn<'_>, id: RequestId, text: &str) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    if r.series.is_none() && rules::is_end(r.state) {
        return Ok(());
    }
    let asker = turn.person(r.asker).await?;
    let words = say(asker.language, text, &[("title", Arg::Words(&r.title))]);
    tell(turn, &r, &asker, Content::text(words)).await
}
