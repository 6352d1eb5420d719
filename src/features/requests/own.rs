//! What somebody can look up: `/mijn` with their requests and responses, and everything about one of them.

use super::access::reachable_request;
use super::buttons::Tap;
use super::screens::cards::title_button;
use super::screens::view;
use super::{load, media, store};
use crate::model::{Content, Html, RequestId, Result};
use crate::screen::{Paging, rows_on, show, toast};
use crate::turn::{MyThings, Page, Turn};

/// How many things stand on one page.
const ON_A_PAGE: usize = 5;

/// `/mijn`, and the pages of it: the sender's requests and responses, and on the first page what they have of other features.
pub async fn mine(turn: &mut Turn<'_>, page: u32) -> Result<()> {
    let me = turn.who()?;
    let all = load::each_once(store::living_of(turn.db(), me.id).await?);
    let others = of_others(turn).await?;
    if let ([one], []) = (all.as_slice(), others.as_slice()) {
        let content = view::whole_for(turn, one, &me).await?;
        return show(turn, content);
    }
    let paging = Paging::new(page, all.len(), ON_A_PAGE);
    let mut text = match (all.as_slice(), others.as_slice()) {
        ([], []) => turn.say("mine-none", &[]),
        ([], _) => Html::default(),
        _ => turn.say("mine", &[]),
    };
    let mut rows = Vec::new();
    for r in paging.of(&all) {
        let Some(line) = store::or_skip(view::list_line_of(turn, r, &me).await, r.id)? else { continue };
        text = text.paragraph(&line);
        rows.push(vec![title_button(r, Tap::Item(r.id, paging.page))]);
    }
    rows.extend(paging.row(turn, ["button-newer", "button-older"], |page| Tap::Mine(page).data()));
    for things in others.into_iter().filter(|_| paging.page == 0) {
        text = text.paragraph(&things.text);
        rows.extend(things.rows);
    }
    if all.is_empty() {
        rows.push(vec![turn.button("button-ask", Tap::Ask.data()), turn.button("button-board", Tap::Board.data())]);
    }
    rows.extend(rows_on(turn, &Page::Mine).await?);
    show(turn, Content::new(text, rows))
}

/// What the sender has of other features, in order.
async fn of_others(turn: &mut Turn<'_>) -> Result<Vec<MyThings>> {
    let mut all = Vec::new();
    for feature in turn.features() {
        all.extend(feature.mine(turn).await?);
    }
    all.sort_by_key(|things| things.order);
    Ok(all)
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
