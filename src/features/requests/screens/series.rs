//! Loads a request that repeats, and draws it: one card and one message with all dates, each with its own state.

use super::cards;
use super::dates::{Date, SHOWN, state_of};
use super::series_item::{for_asker, for_helper};
use crate::features::requests::buttons::{RequestButton, SeriesButton};
use crate::features::requests::model::request::Request;
use crate::features::requests::model::rules;
use crate::features::requests::model::states::ResponseState;
use crate::features::requests::{caller, load, store};
use crate::features::trust;
use crate::model::{Button, Content, Person, RequestId, Result};
use crate::screen::{Paging, show};
use crate::turn::Turn;

/// A request with everybody who responded to it.
pub async fn load_date(turn: &mut Turn<'_>, request: Request) -> Result<Date> {
    let mut responses = Vec::new();
    for response in store::responses_of(turn.db(), request.id).await? {
        let helper = turn.person(response.helper).await?;
        responses.push((response, helper));
    }
    Ok(Date { request, responses })
}

/// All dates, first to last, each with everybody who responded.
pub async fn load_dates(turn: &mut Turn<'_>, first: RequestId) -> Result<Vec<Date>> {
    let mut dates = Vec::new();
    for request in store::dates_of(turn.db(), first).await? {
        dates.push(load_date(turn, request).await?);
    }
    Ok(dates)
}

/// The series as one request, by its first date.
async fn as_one(turn: &mut Turn<'_>, first: RequestId, dates: &[Date]) -> Result<Request> {
    let r = load::existing(turn, first).await?;
    // How many helpers one date still needs is said of that date.
    Ok(Request { state: state_of(dates), wanted: 1, ..r })
}

/// The card in a group.
pub async fn card(turn: &mut Turn<'_>, first: RequestId) -> Result<Content> {
    let dates = load_dates(turn, first).await?;
    let r = as_one(turn, first, &dates).await?;
    let (asker, neighbourhood) = (turn.person(r.asker).await?, turn.neighbourhood(r.neighbourhood).await?);
    let some = |state| dates.iter().any(|d| !rules::is_end(d.request.state) && d.in_state(state).next().is_some());
    let (offers, matches) = (some(ResponseState::Offered), some(ResponseState::Accepted));
    let call = r.unreached && (offers || matches);
    Ok(cards::group_card(neighbourhood.language, &r, &asker.name, offers, 0, call, &dates))
}

/// Everything about a series that this person may see, with their buttons.
pub async fn item(turn: &mut Turn<'_>, first: RequestId, me: &Person) -> Result<Content> {
    let mut dates = load_dates(turn, first).await?;
    let r = as_one(turn, first, &dates).await?;
    let asker = turn.person(r.asker).await?;
    let apart = trust::no_contact_with(turn, r.asker).await?;
    // As with one that does not repeat.
    for date in &mut dates {
        date.responses.retain(|(s, p)| s.state != ResponseState::Accepted || !apart.contains(&p.id));
    }
    let caller = caller::of(turn, &r).await?;
    let accepted = dates.iter().any(|d| d.latest(me.id).is_some_and(|s| s.state == ResponseState::Accepted));
    let undo = may_undo(&dates, turn);
    Ok(caller::draw(me, &r, &asker, (caller, accepted), |r, asker| {
        if me.id == asker.id { for_asker(me, r, asker, &dates, undo) } else { for_helper(me, r, asker, &dates) }
    }))
}

pub fn may_undo(dates: &[Date], turn: &Turn<'_>) -> bool {
    let responses = dates.iter().map(|d| d.responses.len()).sum();
    dates.iter().all(|d| rules::may_undo(d.request.state, d.request.posted_at, responses, turn.now()))
}

/// Shows the pressed message as things are now.
pub async fn show_series(turn: &mut Turn<'_>, first: RequestId) -> Result<()> {
    let me = turn.who()?;
    let content = item(turn, first, &me).await?;
    show(turn, content)
}

/// One page of buttons, a row each, with the row that leads to the other pages; `to_page` is the press that leads to a page.
pub fn paged(turn: &Turn<'_>, all: &[Button], page: u32, to_page: impl Fn(u32) -> SeriesButton) -> Vec<Vec<Button>> {
    let paging = Paging::new(page, all.len(), SHOWN);
    let mut rows: Vec<Vec<Button>> = paging.of(all).iter().map(|b| vec![b.clone()]).collect();
    rows.extend(
        paging.row(turn, ["button-earlier", "button-later"], |page| RequestButton::Series(to_page(page)).data()),
    );
    rows
}
