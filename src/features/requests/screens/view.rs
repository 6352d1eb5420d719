//! Loads a request, and draws it for its reader: the cards in the groups, and the message in private.

use super::basics::add_row;
use super::cards::{group_card, list_line};
use super::item::{Reader, item};
use super::{dates, handler, series};
use crate::features::requests::buttons::{RequestButton, SeriesButton};
use crate::features::requests::load::{existing, latest_of, thing, touched};
use crate::features::requests::model::request::{Request, Response};
use crate::features::requests::model::rules;
use crate::features::requests::model::states::{Audience, ResponseState, State, Verdict};
use crate::features::requests::{caller, store};
use crate::features::trust;
use crate::model::{Button, Content, Html, Person, Reach, RequestId, Result};
use crate::screen::{self, show};
use crate::text::texts;
use crate::turn::{Action, Turn};

/// Draws the card in every group, if the groups may see the request. A card of a request that ended is not posted anew: it may
/// have been taken back.
pub async fn render(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await?.filter(|r| r.audience == Audience::Group) else { return Ok(()) };
    let responses = store::responses_of(turn.db(), id).await?;
    let content = card_content(turn, &r, &responses).await?;
    let ended = match r.series {
        Some(first) => store::all_ended(turn.db(), first).await?.is_some(),
        None => rules::is_end(r.state),
    };
    for group in turn.groups(r.neighbourhood).await? {
        if group.reach == Reach::Open && (!ended || turn.has_card(&thing(r.root()), group.id).await?) {
            turn.card(thing(r.root()), group.id, content.clone());
        }
    }
    Ok(())
}

/// What the card shows now.
pub async fn card_content(turn: &mut Turn<'_>, r: &Request, responses: &[Response]) -> Result<Content> {
    if let Some(first) = r.series {
        return series::card(turn, first).await;
    }
    let asker = turn.person(r.asker).await?;
    let neighbourhood = turn.neighbourhood(r.neighbourhood).await?;
    let offers = responses.iter().any(|s| s.state == ResponseState::Offered);
    let accepted: i64 = responses.iter().map(|s| i64::from(s.state == ResponseState::Accepted)).sum();
    let waits = match r.state {
        State::Open => offers,
        State::Promised => accepted > 0,
        State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => false,
    };
    Ok(group_card(neighbourhood.language, r, &asker.name, offers, accepted, waits && r.unreached, &[]))
}

/// Everything about a request that this person may see, with their buttons.
pub async fn item_for(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<Content> {
    let asker = turn.person(r.asker).await?;
    let mut responses = store::responses_of(turn.db(), r.id).await?;
    let apart = trust::no_contact_with(turn, r.asker).await?;
    // A match that was, with its contact, is not shown to two who have no contact any more.
    responses.retain(|s| s.state != ResponseState::Accepted || !apart.contains(&s.helper));
    let reader = if me.id == r.asker {
        // Of one that repeats all is undone, never one date.
        let undo = r.series.is_none() && rules::may_undo(r.state, r.posted_at, responses.len(), turn.now());
        let mut standing = Vec::new();
        for response in responses {
            if matches!(response.state, ResponseState::Offered | ResponseState::Accepted) {
                let helper = turn.person(response.helper).await?;
                standing.push((response, helper));
            }
        }
        Reader::Asker { responses: standing, undo, by: handler::by_line(turn, r, me.language).await? }
    } else {
        latest_of(&responses, me.id).map_or(Reader::Neighbour, |s| Reader::Helper(s.clone()))
    };
    let caller = caller::of(turn, r).await?;
    let accepted = matches!(&reader, Reader::Helper(mine) if mine.state == ResponseState::Accepted);
    let mut content = caller::draw(me, r, &asker, (caller, accepted), |r, asker| item(me, r, asker, &reader));
    if r.state == State::TakenOver
        && me.id == r.asker
        && let Some(handler) = handler::standing_handler(turn, r).await?
        && let Some(row) = handler::reach_row(me.language, r, me, &handler)
    {
        add_row(&mut content, row);
    }
    if r.state == State::Promised && me.id == r.asker && r.verdict == Some(Verdict::Bad) {
        for row in screen::human_row(turn) {
            add_row(&mut content, row);
        }
    }
    if let Some(first) = r.series {
        let label = texts().plain(me.language, "button-all-dates", &[]);
        add_row(&mut content, vec![Button::press(label, RequestButton::Series(SeriesButton::Whole(first)).data())]);
    }
    Ok(content)
}

/// One thing in a list for its reader.
pub async fn list_line_of(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<Html> {
    let asker = turn.person(r.asker).await?;
    let when = match r.series {
        Some(first) => dates::when_words(me.language, &series::load_dates(turn, first).await?),
        None => r.span.words(me.language),
    };
    Ok(list_line(me, r, &asker, &when))
}

/// As [`item_for`]; all of it where it repeats.
pub async fn whole_for(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<Content> {
    match r.series {
        Some(first) => series::item(turn, first, me).await,
        None => item_for(turn, r, me).await,
    }
}

/// As [`whole_for`], with some words before it.
pub async fn whole_after(turn: &mut Turn<'_>, words: Html, r: &Request, me: &Person) -> Result<Content> {
    let item = whole_for(turn, r, me).await?;
    Ok(Content { text: words.paragraph(&item.text), keyboard: item.keyboard })
}

/// As [`item_for`], with some words before it.
pub async fn item_after(turn: &mut Turn<'_>, words: Html, r: &Request, me: &Person) -> Result<Content> {
    let item = item_for(turn, r, me).await?;
    Ok(Content { text: words.paragraph(&item.text), keyboard: item.keyboard })
}

/// The item on the pressed message as it is now, with the way back to the list where it came from there.
pub async fn show_item(turn: &mut Turn<'_>, id: RequestId, page: Option<u32>) -> Result<()> {
    let me = turn.who()?;
    let r = existing(turn, id).await?;
    let mut content = match page {
        // From a list, where all dates are one thing.
        Some(_) => whole_for(turn, &r, &me).await?,
        None => item_for(turn, &r, &me).await?,
    };
    if let Some(page) = page {
        add_row(&mut content, vec![turn.button("button-list", RequestButton::Mine(page).data())]);
    }
    asker_is_here(turn, &r, &me).await?;
    show_to(turn, &r, &me, content).await
}

/// Returns true if this person sees the request for the team alone: who is dismissed must lose it from the screen.
pub async fn is_seen_for_team(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<bool> {
    let not_for_all = r.audience != Audience::Group || r.handler == Some(me.id);
    Ok(not_for_all && r.asker != me.id && turn.allowed(r.neighbourhood, Action::ReadConfidential).await?)
}

/// Shows a request on the pressed message.
pub async fn show_to(turn: &mut Turn<'_>, r: &Request, me: &Person, content: Content) -> Result<()> {
    match is_seen_for_team(turn, r, me).await? {
        true => turn.show_team(r.neighbourhood, content).await,
        false => show(turn, content),
    }
}

/// The asker reads in private: the group need not call them any more.
pub async fn asker_is_here(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<()> {
    if me.id != r.asker {
        return Ok(());
    }
    if store::set_unreached(turn.db(), r.root(), false).await? {
        touched(turn, r);
    }
    Ok(())
}
