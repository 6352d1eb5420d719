//! A request that repeats: looking at all of it or at one date. What a helper does stands in `series_offer.rs`, the choice of
//! the asker in `choice.rs`.

use super::access::{reachable_request, reachable_series};
use super::buttons::{RequestButton, SeriesButton};
use super::ending::stop;
use super::model::rules;
use super::screens::basics::button;
use super::screens::series::{load_dates, paged, show_series};
use super::screens::series_item::stands;
use super::screens::view;
use super::{choice, series_offer};
use crate::model::{Button, Content, RequestId, Result};
use crate::screen::{outdated, show};
use crate::text::Arg;
use crate::turn::Turn;

/// A press about a series.
pub async fn press(turn: &mut Turn<'_>, tap: SeriesButton) -> Result<()> {
    match tap {
        SeriesButton::Whole(id) => whole(turn, id).await,
        SeriesButton::Dates(id, page) => choose_date(turn, id, page).await,
        SeriesButton::Date(id) => date(turn, id).await,
        SeriesButton::Pick(id, chosen, page) => series_offer::pick(turn, id, chosen, page).await,
        SeriesButton::Offer(id, chosen) => series_offer::offer_chosen(turn, id, chosen).await,
        SeriesButton::Yes(id, version) => choice::yes(turn, id, version, true).await,
        SeriesButton::No(id, version) => choice::no(turn, id, version, true).await,
        SeriesButton::Cant(id) => series_offer::cant(turn, id).await,
        SeriesButton::Stop(id, sure) => stop(turn, id, sure).await,
    }
}

async fn whole(turn: &mut Turn<'_>, first: RequestId) -> Result<()> {
    if reachable_series(turn, first).await?.is_none() {
        return Ok(());
    }
    show_series(turn, first).await
}

/// One date, with what can be done about it.
async fn date(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    if reachable_request(turn, id).await?.is_none() {
        return Ok(());
    }
    view::show_item(turn, id, None).await
}

/// Which date? For its asker every one that is not over, for a helper those with their response.
async fn choose_date(turn: &mut Turn<'_>, first: RequestId, page: u32) -> Result<()> {
    let Some(r) = reachable_series(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let mut dates = load_dates(turn, first).await?;
    dates.retain(|d| !rules::is_end(d.request.state) && (r.asker == me.id || stands(d, me.id)));
    let all: Vec<Button> = dates
        .iter()
        .map(|d| Button::press(d.day(me.language), RequestButton::Series(SeriesButton::Date(d.request.id)).data()))
        .collect();
    if all.is_empty() {
        outdated(turn)?;
        return show_series(turn, first).await;
    }
    let mut rows = paged(turn, &all, page, |page| SeriesButton::Dates(first, page));
    rows.push(vec![button(me.language, "button-all-dates", RequestButton::Series(SeriesButton::Whole(first)))]);
    show(turn, Content::new(turn.say("series-which-date", &[("title", Arg::Words(&r.title))]), rows))
}
