//! What somebody can look up and end: `/mijn` with their requests and responses, whether Stoep may ask them to help, and
//! [Gelukt], [Niet meer nodig] and [Ongedaan maken].

use super::after;
use super::buttons::Tap;
use super::cards::title_button;
use super::media;
use super::respond::{change, change_response, reachable_request, state_text};
use super::rules::{self, Change, Facts, ResponseState, State};
use super::series;
use super::states::Sight;
use super::store::{self, Request};
use super::view::{self, alert, item_after, show, tell_text, toast};
use crate::features::{activities, trust};
use crate::model::{Button, Content, RequestId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// How many things stand on one page.
const ON_A_PAGE: usize = 5;

/// `/mijn`, and the pages of it.
pub async fn mine(turn: &mut Turn<'_>, page: u32) -> Result<()> {
    let me = turn.who()?;
    let all = view::each_once(store::living_of(turn.db(), me.id).await?);
    let meetings = activities::mine(turn).await?;
    if all.is_empty()
        && let Some((text, mut rows)) = meetings
    {
        rows.push(vec![turn.button("button-ask", Tap::Ask.data()), turn.button("button-board", Tap::Board.data())]);
        rows.extend(asking_row(turn).await?);
        return show(turn, Content::new(text, rows));
    }
    if all.is_empty() {
        let text = turn.say("mine-none", &[]);
        let row = vec![turn.button("button-ask", Tap::Ask.data()), turn.button("button-board", Tap::Board.data())];
        let rows = [row].into_iter().chain(asking_row(turn).await?).collect();
        return show(turn, Content::new(text, rows));
    }
    if let ([one], None) = (all.as_slice(), &meetings) {
        let content = view::whole_for(turn, one, &me).await?;
        return show(turn, content);
    }
    let last = u32::try_from((all.len() - 1) / ON_A_PAGE).unwrap_or_default();
    let page = page.min(last);
    let from = page as usize * ON_A_PAGE;
    let shown: Vec<&Request> = all.iter().skip(from).take(ON_A_PAGE).collect();
    let mut text = turn.say("mine", &[]);
    let mut rows = Vec::new();
    for r in shown {
        text = text.paragraph(&view::list_line_of(turn, r, &me).await?);
        rows.push(vec![title_button(r, Tap::Item(r.id, page))]);
    }
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(turn.button("button-newer", Tap::Mine(page - 1).data()));
    }
    if page < last {
        turns.push(turn.button("button-older", Tap::Mine(page + 1).data()));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    if let Some((words, more)) = meetings.filter(|_| page == 0) {
        text = text.paragraph(&words);
        rows.extend(more);
    }
    rows.extend(asking_row(turn).await?);
    show(turn, Content::new(text, rows))
}

/// Whether Stoep may ask them to help, for who belongs to a neighbourhood.
async fn asking_row(turn: &mut Turn<'_>) -> Result<Option<Vec<Button>>> {
    match turn.member().await? {
        Some(member) => Ok(Some(vec![trust::willing_button(turn, member.neighbourhood).await?])),
        None => Ok(None),
    }
}

/// [Meer] on a card, or a line of the open requests: everything, in private.
pub async fn more(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = reachable_request(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    if !turn.in_private() && !Turn::reachable(&me) {
        turn.open_private(&format!("m_{id}"));
        return Ok(());
    }
    view::asker_is_here(turn, &r, &me).await?;
    let content = view::whole_for(turn, &r, &me).await?;
    if turn.press().is_some() && !turn.in_private() {
        toast(turn, "more-toast", &[])?;
    }
    turn.reply(content)?;
    media::pass_on(turn, &r, &me).await
}

/// One of my things, on the message of /mijn.
pub async fn item_pressed(turn: &mut Turn<'_>, id: RequestId, page: u32) -> Result<()> {
    if reachable_request(turn, id).await?.is_none() {
        return Ok(());
    }
    view::show_item(turn, id, Some(page)).await
}

/// [Gelukt] and [Niet meer nodig].
pub async fn end(turn: &mut Turn<'_>, id: RequestId, what: Change) -> Result<()> {
    let Some(r) = mine_or_answer(turn, id).await? else { return Ok(()) };
    let facts = Facts { wanted: r.wanted, accepted: 0 };
    let to = match rules::next(r.state, what, facts) {
        Ok(to) => to,
        Err(rules::Refusal(state)) => {
            toast(turn, &state_text(state), &[])?;
            return view::show_item(turn, id, None).await;
        }
    };
    close(turn, &r, to).await?;
    if to == State::Done {
        after::done_by_asker(turn, &r).await?;
    }
    view::refresh_cards(turn, id).await?;
    toast(turn, if to == State::Done { "done-toast" } else { "withdrawn-toast" }, &[])?;
    view::show_item(turn, id, None).await
}

/// [Ongedaan maken]: the cards go, too.
pub async fn undo(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = mine_or_answer(turn, id).await? else { return Ok(()) };
    if r.series.is_some() {
        return series::undo(turn, &r).await;
    }
    let me = turn.who()?;
    let responses = store::responses_of(turn.db(), id).await?;
    if !rules::may_undo(r.state, r.posted_at, responses.len(), turn.now()) {
        let ended = rules::is_end(r.state);
        if ended {
            toast(turn, "press-outdated", &[])?;
        } else {
            alert(turn, "undo-too-late", &[])?;
        }
        return view::show_item(turn, id, None).await;
    }
    close(turn, &r, State::Withdrawn).await?;
    turn.remove_cards(&view::thing(id)).await?;
    store::forget(turn.db(), id).await?;
    let in_group = r.sight == Sight::Group;
    toast(turn, if in_group { "undone-toast" } else { "undone-quietly" }, &[])?;
    let words = turn.say(if in_group { "undone" } else { "undone-quietly" }, &[]);
    let r = view::must(turn, id).await?;
    let mut content = item_after(turn, words, &r, &me).await?;
    content = Content::new(content.text, vec![vec![turn.button("button-ask-again", Tap::Ask.data())]]);
    show(turn, content)
}

/// My request in private, or an answer to who pressed.
pub async fn mine_or_answer(turn: &mut Turn<'_>, id: RequestId) -> Result<Option<Request>> {
    let me = turn.who()?;
    let Some(r) = store::request(turn.db(), id).await? else {
        toast(turn, "press-outdated", &[])?;
        return Ok(None);
    };
    if r.asker != me.id || !turn.in_private() {
        toast(turn, "press-not-yours", &[])?;
        return Ok(None);
    }
    Ok(Some(r))
}

/// Ends a request, and tells every helper who waits for it.
pub async fn close(turn: &mut Turn<'_>, r: &Request, to: State) -> Result<()> {
    close_saying(turn, r, to, None).await
}

/// As [`close`]; the helpers read these words, where there are any.
pub async fn close_saying(turn: &mut Turn<'_>, r: &Request, to: State, words: Option<&str>) -> Result<()> {
    change(turn, r, to).await?;
    // A helper who is asked how it went reads it there.
    let asked = r.after_at.is_some() || turn.sender().is_some_and(|p| p.id == r.asker);
    for response in store::responses_of(turn.db(), r.id).await? {
        let Some(what) = rules::response_at_end(response.state, to) else { continue };
        if let Ok(state) = rules::next_response(response.state, what) {
            change_response(turn, &response, state).await?;
        }
        let helper = turn.person(response.helper).await?;
        let text = match (to, response.state) {
            (State::Withdrawn, _) if words.is_some() => words.unwrap_or_default(),
            (State::Done, ResponseState::Accepted) if asked => continue,
            (State::Done, ResponseState::Accepted) => "ended-thanks",
            (State::Done, _) => "ended-done",
            _ => "ended-withdrawn",
        };
        let title = view::called(helper.language, r);
        tell_text(turn, r, &helper, text, &[("title", Arg::Words(&title))]).await?;
    }
    Ok(())
}
