//! What somebody can look up: their part of `/mijn`, and everything about one of their requests and responses.

use super::access::reachable_request;
use super::buttons::RequestButton;
use super::screens::cards::title_button;
use super::screens::view;
use super::{load, media, store};
use crate::model::{Html, RequestId, Result, or_skip};
use crate::screen::{Paging, toast};
use crate::turn::{MyThings, Turn};

/// How many things stand on one page.
const ON_A_PAGE: usize = 5;

/// Where they stand in `/mijn`.
const ORDER: u8 = 10;

/// Where the ways to ask and to help stand in `/mijn`: after what somebody has.
const ORDER_OF_WAYS: u8 = 90;

/// A page of the sender's requests and responses, for `/mijn`. Who has none gets the ways to ask and to help.
pub async fn mine(turn: &mut Turn<'_>, page: u32) -> Result<MyThings> {
    let me = turn.who()?;
    let all = load::each_once(store::living_of(turn.db(), me.id).await?);
    if all.is_empty() {
        let row = vec![
            turn.button("button-ask", RequestButton::Ask.data()),
            turn.button("button-board", RequestButton::Board.data()),
        ];
        return Ok(MyThings { order: ORDER_OF_WAYS, text: Html::default(), rows: vec![row], page: 0, alone: None });
    }
    let alone = match all.as_slice() {
        [one] => Some(view::whole_for(turn, one, &me).await?),
        _ => None,
    };
    let paging = Paging::new(page, all.len(), ON_A_PAGE);
    let mut text = turn.say("mine", &[]);
    let mut rows = Vec::new();
    for r in paging.of(&all) {
        let Some(line) = or_skip(view::list_line_of(turn, r, &me).await, "request", r.id)? else { continue };
        text = text.paragraph(&line);
        rows.push(vec![title_button(r, RequestButton::Item(r.id, paging.page))]);
    }
    rows.extend(paging.row(turn, ["button-newer", "button-older"], |page| RequestButton::Mine(page).data()));
    Ok(MyThings { order: ORDER, text, rows, page: paging.page, alone })
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
    match view::is_seen_for_team(turn, &r, &me).await? {
        true => turn.reply_team(r.neighbourhood, content)?,
        false => turn.reply(content)?,
    }
    media::pass_on(turn, &r, &me).await
}

/// One of my things, on the message of /mijn.
pub async fn item_pressed(turn: &mut Turn<'_>, id: RequestId, page: u32) -> Result<()> {
    if reachable_request(turn, id).await?.is_none() {
        return Ok(());
    }
    view::show_item(turn, id, Some(page)).await
}
