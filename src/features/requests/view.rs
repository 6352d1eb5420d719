//! Brings what people see up to date: the cards of a request in its neighbourhood's groups, and the private message.

use super::buttons::Tap;
use super::caller;
use super::cards::{Reader, group_card, item, list_line, say};
use super::dates;
use super::rules::{self, ResponseState, State};
use super::series;
use super::series_taps::SeriesTap;
use super::states::Sight;
use super::store::{self, Request, Response};
use super::team;
use crate::features::trust;
use crate::model::{
    Button, Content, Fault, Html, Keyboard, Language, Person, PersonId, Reach, RequestId, Result, Thing,
};
use crate::text::{Args, clip, texts};
use crate::turn::Turn;

/// Longest answer to a press (Bot API, `answerCallbackQuery`), in characters.
const TOAST_AT_MOST: usize = 200;

/// A request as the rest of the program names it.
pub fn thing(id: RequestId) -> Thing {
    Thing { feature: super::NAME.to_owned(), id: id.0 }
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

/// As [`toast`], in a window that stays until it is closed: for what must not be missed.
pub fn alert(turn: &mut Turn<'_>, id: &str, args: Args<'_>) -> Result<()> {
    if turn.press().is_some() {
        let words = clip(&turn.label(id, args), TOAST_AT_MOST);
        turn.alert(words);
        return Ok(());
    }
    toast(turn, id, args)
}

/// Gives the pressed message another content; where there is none in private, says it anew.
pub fn show(turn: &mut Turn<'_>, content: Content) -> Result<()> {
    if turn.in_private() && turn.press().is_some_and(|p| p.message_id.is_some()) {
        turn.edit_pressed(content);
        return Ok(());
    }
    turn.reply(content)
}

/// Somebody's latest response to a request.
pub fn latest_of(responses: &[Response], helper: PersonId) -> Option<&Response> {
    responses.iter().rev().find(|s| s.helper == helper)
}

/// Brings the card in every group up to date, where the groups may see the request.
pub async fn refresh_cards(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let r = must(turn, id).await?;
    if r.sight != Sight::Group {
        return Ok(());
    }
    let responses = store::responses_of(turn.db(), id).await?;
    let content = card_content(turn, &r, &responses).await?;
    for group in turn.groups(r.neighbourhood).await? {
        if group.reach == Reach::Open {
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
    let place = turn.neighbourhood(r.neighbourhood).await?;
    let offers = responses.iter().any(|s| s.state == ResponseState::Offered);
    let accepted: i64 = responses.iter().map(|s| i64::from(s.state == ResponseState::Accepted)).sum();
    let waits = match r.state {
        State::Open => offers,
        State::Promised => accepted > 0,
        State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => false,
    };
    Ok(group_card(place.language, r, &asker.name, offers, accepted, waits && r.unreached, &[]))
}

/// A request that must be there.
pub async fn must(turn: &mut Turn<'_>, id: RequestId) -> Result<Request> {
    store::request(turn.db(), id).await?.ok_or_else(|| Fault::event("a request that must be there is not"))
}

/// A request's name in one line.
pub fn title_of(r: &Request) -> String {
    let icon = super::category::category(&r.category).map_or("", |c| c.icon.as_str());
    format!("{icon} {}", r.title)
}

/// Everything about a request that this person may see, with their buttons.
pub async fn item_for(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<Content> {
    let asker = turn.person(r.asker).await?;
    let mut responses = store::responses_of(turn.db(), r.id).await?;
    let apart = trust::apart_from(turn, r.asker).await?;
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
        Reader::Asker { responses: standing, undo, by: team::by_line(turn, r, me.language).await? }
    } else {
        latest_of(&responses, me.id).map_or(Reader::Neighbour, |s| Reader::Helper(s.clone()))
    };
    let caller = caller::of(turn, r).await?;
    let accepted = matches!(&reader, Reader::Helper(mine) if mine.state == ResponseState::Accepted);
    let mut content = match caller {
        Some(caller) if accepted => {
            let (r, asker) = caller::in_place_of_asker(r, &asker, caller);
            item(me, &r, &asker, &reader)
        }
        Some(caller) if me.id == asker.id => {
            let content = item(me, r, &asker, &reader);
            Content { text: content.text.paragraph(&caller::words(me.language, &caller)), ..content }
        }
        Some(_) | None => item(me, r, &asker, &reader),
    };
    if r.state == State::TakenOver
        && me.id == r.asker
        && let Some(handler) = team::standing_handler(turn, r).await?
        && let Some(row) = team::reach_row(me.language, r, me, &handler)
    {
        add_row(&mut content, row);
    }
    if let Some(first) = r.series {
        let label = texts().plain(me.language, "button-all-dates", &[]);
        add_row(&mut content, vec![Button::press(label, Tap::Series(SeriesTap::Whole(first)).data())]);
    }
    Ok(content)
}

/// What the request is called: with its date, where it repeats.
pub fn called(language: Language, r: &Request) -> String {
    match r.series {
        Some(_) => format!("{}, {}", r.title, r.span.words(language)),
        None => r.title.clone(),
    }
}

/// One thing in a list for its reader.
pub async fn list_line_of(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<Html> {
    let asker = turn.person(r.asker).await?;
    let when = match r.series {
        Some(first) => dates::when_words(me.language, &series::dates(turn, first).await?),
        None => r.span.words(me.language),
    };
    Ok(list_line(me, r, &asker, &when))
}

/// Each request once, however often it repeats.
pub fn each_once(all: Vec<Request>) -> Vec<Request> {
    let mut seen = std::collections::HashSet::new();
    all.into_iter().filter(|r| seen.insert(r.root())).collect()
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
    let r = must(turn, id).await?;
    let mut content = match page {
        // From a list, where all dates are one thing.
        Some(_) => whole_for(turn, &r, &me).await?,
        None => item_for(turn, &r, &me).await?,
    };
    if let Some(page) = page {
        add_row(&mut content, vec![turn.button("button-list", Tap::Mine(page).data())]);
    }
    asker_is_here(turn, &r, &me).await?;
    show(turn, content)
}

/// Puts a row of buttons below a message's own.
pub fn add_row(content: &mut Content, row: Vec<Button>) {
    match &mut content.keyboard {
        Keyboard::Inline(rows) => rows.push(row),
        Keyboard::None | Keyboard::ShareContact { .. } | Keyboard::Remove => {
            content.keyboard = Keyboard::Inline(vec![row]);
        }
    }
}

/// The asker reads in private: the group need not call them any more.
pub async fn asker_is_here(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<()> {
    if me.id != r.asker {
        return Ok(());
    }
    if store::set_unreached(turn.db(), r.root(), false).await? {
        refresh_cards(turn, r.id).await?;
    }
    Ok(())
}

/// Tells a person something about a request. An asker who can't be written to is called on the card.
pub async fn tell(turn: &mut Turn<'_>, r: &Request, to: &Person, content: Content) -> Result<()> {
    if to.id == r.asker && !Turn::reachable(to) {
        store::set_unreached(turn.db(), r.root(), true).await?;
        return Ok(());
    }
    turn.tell(to, content, Some(thing(r.id)));
    Ok(())
}

/// Tells a person one of our texts about a request.
pub async fn tell_text(turn: &mut Turn<'_>, r: &Request, to: &Person, id: &str, args: Args<'_>) -> Result<()> {
    tell(turn, r, to, Content::text(say(to.language, id, args))).await
}
