//! [Gelukt], [Niet meer nodig] and [Ongedaan maken], for one request and for all dates of a series.

use super::access::own_request;
use super::buttons::{RequestButton, SeriesButton};
use super::model::rules::{self, Change, Facts};
use super::model::states::{Audience, State};
use super::screens::basics::{button, state_text};
use super::screens::dates::state_of;
use super::screens::series::{load_date, load_dates, may_undo, show_series};
use super::screens::{cards, view};
use super::transitions::{close, end_all};
use super::{afterwards, load, store};
use crate::model::{Content, RequestId, Result};
use crate::screen::{alert, outdated, show, toast};
use crate::text::Arg;
use crate::turn::Turn;

/// [Gelukt] and [Niet meer nodig].
pub async fn end(turn: &mut Turn<'_>, id: RequestId, what: Change) -> Result<()> {
    let Some(r) = own_request(turn, id).await? else { return Ok(()) };
    let facts = Facts { wanted: r.wanted, accepted: 0 };
    let to = match rules::next(r.state, what, facts) {
        Ok(to) => to,
        Err(rules::Refusal(state)) => {
            toast(turn, &state_text(state), &[])?;
            return view::show_item(turn, id, None).await;
        }
    };
    close(turn, &r, to, None).await?;
    if to == State::Done {
        afterwards::done_by_asker(turn, &r).await?;
    }
    toast(turn, if to == State::Done { "done-toast" } else { "withdrawn-toast" }, &[])?;
    view::show_item(turn, id, None).await
}

/// [Ongedaan maken]: all of it, and the cards.
pub async fn undo(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = own_request(turn, id).await? else { return Ok(()) };
    let dates = match r.series {
        Some(first) => load_dates(turn, first).await?,
        None => vec![load_date(turn, r.clone()).await?],
    };
    if !may_undo(&dates, turn) {
        if rules::is_end(state_of(&dates)) {
            outdated(turn)?;
        } else {
            alert(turn, "undo-too-late", &[])?;
        }
        return match r.series {
            Some(first) => show_series(turn, first).await,
            None => view::show_item(turn, id, None).await,
        };
    }
    end_all(turn, &dates).await?;
    turn.remove_cards(&load::thing(r.root())).await?;
    store::forget(turn.db(), r.root()).await?;
    let in_group = r.audience == Audience::Group;
    toast(turn, if in_group { "undone-toast" } else { "undone-quietly" }, &[])?;
    let words = turn.say(if in_group { "undone" } else { "undone-quietly" }, &[]);
    let r = load::existing(turn, id).await?;
    let text = words.paragraph(&cards::request_head(turn.language(), &r));
    show(turn, Content::new(text, vec![vec![turn.button("button-ask-again", RequestButton::Ask.data())]]))
}

/// [Alles niet meer nodig]: asked once more, because it is a lot at once.
pub async fn stop(turn: &mut Turn<'_>, first: RequestId, sure: bool) -> Result<()> {
    let Some(r) = own_request(turn, first).await? else { return Ok(()) };
    let dates = load_dates(turn, first).await?;
    let left = dates.iter().filter(|d| !rules::is_end(d.request.state)).count();
    if left == 0 {
        toast(turn, "request-is-withdrawn", &[])?;
        return show_series(turn, first).await;
    }
    if sure {
        end_all(turn, &dates).await?;
        toast(turn, "withdrawn-toast", &[])?;
        return show_series(turn, first).await;
    }
    let n = i64::try_from(left).unwrap_or(i64::MAX);
    let text = turn.say("series-stop", &[("title", Arg::Words(&r.title)), ("n", Arg::Number(n))]);
    let language = turn.language();
    let rows = vec![
        vec![button(language, "button-stop-sure", RequestButton::Series(SeriesButton::Stop(first, true)))],
        vec![button(language, "button-all-dates", RequestButton::Series(SeriesButton::Whole(first)))],
    ];
    show(turn, Content::new(text, rows))
}
