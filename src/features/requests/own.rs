//! What somebody can look up: `/mijn` with their requests and responses, and everything about one of them.

use super::access::reachable_request;
use super::buttons::Tap;
use super::model::request::Request;
use super::screens::basics::{show, toast};
use super::screens::cards::title_button;
use super::screens::view;
use super::{load, media, store};
use crate::features::{activities, trust};
use crate::model::{Button, Content, RequestId, Result};
use crate::turn::Turn;

/// How many things stand on one page.
const ON_A_PAGE: usize = 5;

/// `/mijn`, and the pages of it.
pub async fn mine(turn: &mut Turn<'_>, page: u32) -> Result<()> {
    let me = turn.who()?;
    let all = load::each_once(store::living_of(turn.db(), me.id).await?);
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
        let Some(line) = store::or_skip(view::list_line_of(turn, r, &me).await, r.id)? else { continue };
        text = text.paragraph(&line);
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
