//! The message about a request that repeats in private: all dates, for its asker and for a helper. Pure.

use super::basics::{self, button, choice_row, say};
use super::cards::{from_line, item_head, match_line, reach_row};
use super::dates::{self, Date, SHOWN, Viewer, version_of};
use super::item;
use crate::features::requests::buttons::{RequestButton, SeriesButton};
use crate::features::requests::model::request::Request;
use crate::features::requests::model::rules::{self, NoOffer};
use crate::features::requests::model::states::{Audience, Beneficiary, ResponseState, State};
use crate::features::trust;
use crate::model::{Content, Html, Person, PersonId, ResponseId};
use crate::text::Arg;

/// What a request that repeats is about, and how each date stands, for this reader.
pub fn series_top(me: &Person, r: &Request, asker: &Person, dates: &[Date], viewer: Viewer) -> Html {
    let helps = |d: &Date| d.latest(me.id).is_some_and(|s| s.state == ResponseState::Accepted);
    let from = (me.id != asker.id).then(|| from_line(me.language, r, &asker.name, dates.iter().any(helps)));
    let text = item_head(me, r, &dates::when_words(me.language, dates), from);
    let who = say(me.language, if r.same_helper { "series-same" } else { "series-each" }, &[]);
    text.paragraph(&dates::lines(me.language, dates, viewer)).paragraph(&who)
}

/// The helpers who have a response like this to some date in one of these states, each with the first such response.
fn helpers<'d>(dates: &'d [Date], state: ResponseState, of: &[State]) -> Vec<(ResponseId, &'d Person)> {
    let mut found: Vec<(ResponseId, &Person)> = Vec::new();
    for (response, helper) in dates.iter().filter(|d| of.contains(&d.request.state)).flat_map(|d| d.in_state(state)) {
        if found.iter().all(|(_, p)| p.id != helper.id) {
            found.push((response.id, helper));
        }
    }
    found
}

pub fn for_asker(me: &Person, r: &Request, asker: &Person, dates: &[Date], undo: bool) -> Content {
    let language = me.language;
    let mut text = series_top(me, r, asker, dates, Viewer::Asker);
    let mut rows = Vec::new();
    let matched = helpers(dates, ResponseState::Accepted, &[State::Open, State::Promised]);
    for (response, helper) in &matched {
        let said = dates.iter().find_map(|d| d.latest(helper.id)?.contact.clone());
        text = text.paragraph(&match_line(language, "match-asker", helper, said.as_deref()));
        rows.extend(reach_row(me, r, r.contact.as_deref(), helper, *response));
    }
    if !matched.is_empty() {
        text = text.paragraph(&say(language, "safety", &[]));
    }
    let offers = helpers(dates, ResponseState::Offered, &[State::Open]);
    let version = version_of(dates);
    text = match (offers.as_slice(), r.state) {
        ([], State::Open) if r.audience == Audience::Team => text.paragraph(&say(language, "item-asker-team", &[])),
        ([], State::Open) => text.paragraph(&say(language, "item-asker-open", &[])),
        ([], _) => text,
        ([(_, one)], _) => text.paragraph(&say(language, "item-asker-offer", &[("name", Arg::Words(&one.name))])),
        _ => text.paragraph(&say(language, "item-asker-offers", &[])),
    };
    for (response, helper) in offers.into_iter().take(SHOWN) {
        let (yes, no) = (SeriesButton::Yes(response, version), SeriesButton::No(response, version));
        rows.push(choice_row(language, &helper.name, RequestButton::Series(yes), RequestButton::Series(no)));
    }
    if !matches!(r.state, State::Open | State::Promised) {
        text = text.paragraph(&basics::state_line(language, r.state));
    }
    if !rules::is_end(r.state) {
        rows.push(vec![
            button(language, "button-one-date", RequestButton::Series(SeriesButton::Dates(r.id, 0))),
            button(language, "button-stop-series", RequestButton::Series(SeriesButton::Stop(r.id, false))),
        ]);
    }
    if undo && r.state == State::Open {
        rows.push(vec![button(language, "button-undo", RequestButton::Undo(r.id))]);
    }
    for (response, helper) in matched.iter().take(item::PARTINGS_AT_MOST) {
        rows.push(vec![trust::no_contact_button(language, &helper.name, *response)]);
    }
    Content::new(text, rows)
}

/// Returns true if somebody's response to this date stands.
pub fn stands(date: &Date, helper: PersonId) -> bool {
    let state = date.latest(helper).map(|s| s.state);
    matches!(state, Some(ResponseState::Offered | ResponseState::Accepted))
}

/// What a neighbour or a helper sees of it in private.
pub fn for_helper(me: &Person, r: &Request, asker: &Person, dates: &[Date]) -> Content {
    let language = me.language;
    let responded = dates.iter().any(|d| d.latest(me.id).is_some());
    let viewer = if responded { Viewer::Helper(me.id) } else { Viewer::Neighbour };
    let mut text = series_top(me, r, asker, dates, viewer);
    let mut rows = Vec::new();
    let living = |d: &&Date| matches!(d.request.state, State::Open | State::Promised);
    let mine: Vec<_> = dates.iter().filter(living).filter_map(|d| d.latest(me.id)).collect();
    let accepted = mine.iter().find(|s| s.state == ResponseState::Accepted);
    let offered = mine.iter().any(|s| s.state == ResponseState::Offered);
    if let Some(response) = accepted {
        text = text.paragraph(&match_line(language, "match-helper", asker, r.contact.as_deref()));
        text = text.paragraph(&say(language, "safety", &[]));
        rows.extend(reach_row(me, r, response.contact.as_deref(), asker, response.id));
    }
    if rules::is_end(r.state) {
        text = text.paragraph(&basics::state_line(language, r.state));
    } else if offerable(dates, me).next().is_some() && r.audience != Audience::Team {
        rows.push(vec![button(language, "button-help", RequestButton::Help(r.id))]);
    }
    if accepted.is_some() || offered {
        rows.push(vec![button(language, "button-cant-once", RequestButton::Series(SeriesButton::Dates(r.id, 0)))]);
        rows.push(vec![button(language, "button-cant-all", RequestButton::Series(SeriesButton::Cant(r.id)))]);
    }
    if let Some(response) = accepted.filter(|_| r.beneficiary != Beneficiary::Caller) {
        rows.push(vec![trust::no_contact_button(language, &asker.name, response.id)]);
    }
    Content::new(text, rows)
}

fn why_not(date: &Date, me: &Person) -> std::result::Result<(), NoOffer> {
    let mine = date.latest(me.id).map(|s| s.state);
    rules::may_offer(date.request.state, date.request.asker, me.id, mine)
}

/// The dates that this neighbour may offer for, each with its number in the series, which it keeps when it moves to another
/// day.
pub fn offerable<'d>(dates: &'d [Date], me: &'d Person) -> impl Iterator<Item = (usize, &'d Date)> {
    let number = |d: &Date| dates.iter().filter(|o| o.request.id.0 < d.request.id.0).count();
    dates.iter().filter(|d| why_not(d, me).is_ok()).map(move |d| (number(d), d))
}

/// Why somebody can offer for no date.
pub fn why_none(dates: &[Date], me: &Person) -> NoOffer {
    let reasons: Vec<NoOffer> = dates.iter().filter_map(|d| why_not(d, me).err()).collect();
    let order = [NoOffer::Own, NoOffer::Again, NoOffer::Declined];
    let found = order.into_iter().find(|r| reasons.contains(r));
    found.unwrap_or(NoOffer::State(dates::state_of(dates)))
}
