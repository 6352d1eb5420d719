//! `/prikbord`: what is open in the neighbourhood now, five on a page, of one category or of all, the newest or the soonest
//! first. Each reads what they may see: what the group does not see is there for neighbours whom the team has met, where
//! it is meant for them, and for its asker. A tap shows one request, with [Ik wil helpen] and the way back.

use super::access::reachable_request;
use super::buttons::{BoardButton, BoardView, RequestButton};
use super::model::category::known;
use super::model::request::{OnBoard, Request};
use super::model::states::Audience;
use super::screens::cards::title_button;
use super::screens::{basics, view};
use super::{load, store};
use crate::features::trust;
use crate::model::{Button, Content, Html, Member, Person, RequestId, Result, or_skip};
use crate::screen::{self, Paging, show};
use crate::text::Arg;
use crate::turn::{Found, Turn};

/// How many stand on one page.
const ON_A_PAGE: usize = 5;

/// Categories to choose from before [Meer keuzes].
const FIRST: usize = 3;

/// `/prikbord`, and [Ik wil helpen] in the menus: a message of its own.
pub async fn board(turn: &mut Turn<'_>) -> Result<()> {
    let content = page(turn, BoardView::default()).await?;
    turn.reply(content)
}

/// A press on the board.
pub async fn press(turn: &mut Turn<'_>, tap: BoardButton) -> Result<()> {
    let content = match tap {
        BoardButton::Page(look) => page(turn, look).await?,
        BoardButton::Which(look) => which(turn, look, false).await?,
        BoardButton::WhichOfAll(look) => which(turn, look, true).await?,
        BoardButton::Item(look, id) => return item(turn, id, look).await,
    };
    show(turn, content)
}

/// What stands on the board for the sender, in the order they want, whatever its category.
async fn on_board(turn: &mut Turn<'_>, member: &Member, soonest: bool) -> Result<Vec<OnBoard>> {
    let (n, me) = (member.neighbourhood, member.person);
    let (apart, met) = (trust::no_contact_with(turn, me).await?, trust::is_met(turn, n, me).await?);
    let mut open = store::on_board(turn.db(), n, me, soonest).await?;
    open.retain(|r| {
        let for_me = match r.audience {
            Audience::Group => true,
            Audience::Met => met,
            Audience::Quiet | Audience::Team => false,
        };
        r.asker == me || (for_me && !apart.contains(&r.asker))
    });
    Ok(open)
}

/// What other features show on the board, in order.
async fn of_others(turn: &mut Turn<'_>, member: &Member) -> Result<Vec<Found>> {
    let mut all = Vec::new();
    for feature in turn.features() {
        all.extend(feature.found(turn, member.neighbourhood).await?);
    }
    all.sort_by_key(|found| found.order);
    Ok(all)
}

fn of(look: BoardView, r: &OnBoard) -> bool {
    look.category.is_none_or(|c| c == r.category)
}

fn button(turn: &Turn<'_>, label: &str, tap: BoardButton) -> Button {
    turn.button(label, RequestButton::OnBoard(tap).data())
}

/// One page.
async fn page(turn: &mut Turn<'_>, look: BoardView) -> Result<Content> {
    let Some(member) = turn.member().await? else { return screen::no_neighbourhood(turn).await };
    let open = on_board(turn, &member, look.soonest).await?;
    let others = of_others(turn, &member).await?;
    if open.is_empty() && others.is_empty() {
        return nothing(turn, &member).await;
    }
    let found: Vec<&OnBoard> = open.iter().filter(|r| of(look, r)).collect();
    let paging = Paging::new(look.page, found.len(), ON_A_PAGE);
    let look = BoardView { page: paging.page, ..look };
    let name = look.category.map(|c| turn.label(&format!("vraag-category-{c}"), &[]));
    let mut text = match &name {
        Some(name) if found.is_empty() => turn.say("board-none-of", &[("category", Arg::Own(name))]),
        Some(name) => turn.say("board-of", &[("category", Arg::Own(name))]),
        None => turn.say("board", &[]),
    };
    let me = turn.who()?;
    let mut rows = Vec::new();
    for id in paging.of(&found).iter().map(|r| r.id) {
        let Some((r, line)) = or_skip(line(turn, id, &me).await, "request", id)? else { continue };
        text = text.paragraph(&line);
        rows.push(vec![title_button(&r, RequestButton::OnBoard(BoardButton::Item(look, id)))]);
    }
    for found in others.into_iter().filter(|_| look.page == 0 && look.category.is_none()) {
        text = text.paragraph(&found.text);
        rows.push(found.buttons);
    }
    let to_page = |page| RequestButton::OnBoard(BoardButton::Page(BoardView { page, ..look })).data();
    rows.extend(paging.row(turn, ["button-page-before", "button-page-after"], to_page));
    if open.len() > 1 {
        let order = if look.soonest { "button-newest" } else { "button-soonest" };
        rows.push(vec![
            button(turn, "button-which", BoardButton::Which(look)),
            button(turn, order, BoardButton::Page(BoardView { soonest: !look.soonest, page: 0, ..look })),
        ]);
    }
    Ok(Content::new(text, rows))
}

/// One request on the page, with its line for the reader.
async fn line(turn: &mut Turn<'_>, id: RequestId, me: &Person) -> Result<(Request, Html)> {
    let r = load::existing(turn, id).await?;
    let line = view::list_line_of(turn, &r, me).await?;
    Ok((r, line))
}

/// Nothing is open: who wants to be asked can say so.
async fn nothing(turn: &mut Turn<'_>, member: &Member) -> Result<Content> {
    let n = member.neighbourhood;
    let mut rows = vec![vec![trust::willing_button(turn, n).await?]];
    rows.extend(trust::acquaint_button(turn, n).await?.map(|b| vec![b]));
    let willing = trust::willing(turn, n).await?.contains(&member.person);
    Ok(Content::new(turn.say(if willing { "board-none-willing" } else { "board-none" }, &[]), rows))
}

/// Which category? Those of which something is open.
async fn which(turn: &mut Turn<'_>, look: BoardView, all: bool) -> Result<Content> {
    let Some(member) = turn.member().await? else { return screen::no_neighbourhood(turn).await };
    let open = on_board(turn, &member, look.soonest).await?;
    let there: Vec<&'static str> = known().filter(|c| open.iter().any(|r| r.category == *c)).collect();
    let shown = if all || there.len() <= FIRST + 1 { there.len() } else { FIRST };
    let at = |category| BoardButton::Page(BoardView { category, page: 0, ..look });
    let mut rows: Vec<Vec<Button>> =
        there.iter().take(shown).map(|c| vec![button(turn, &format!("vraag-category-{c}"), at(Some(*c)))]).collect();
    if shown < there.len() {
        rows.push(vec![button(turn, "dialogue-all", BoardButton::WhichOfAll(look))]);
    }
    rows.push(vec![button(turn, "button-which-all", at(None))]);
    Ok(Content::new(turn.say("board-which", &[]), rows))
}

/// One request on the board's message, with the way back.
async fn item(turn: &mut Turn<'_>, id: RequestId, look: BoardView) -> Result<()> {
    let Some(r) = reachable_request(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    view::asker_is_here(turn, &r, &me).await?;
    let mut content = view::whole_for(turn, &r, &me).await?;
    basics::add_row(&mut content, vec![button(turn, "button-list", BoardButton::Page(look))]);
    view::show_to(turn, &r, &me, content).await
}
