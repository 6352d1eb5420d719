//! A request that repeats: one card and one message with all dates, each with its own state. Its asker accepts a helper for
//! every date they offered, looks at one date, or stops all of it. What a helper does stands in `series_help.rs`.

use super::buttons::Tap;
use super::caller;
use super::cards::{self, button, contact_of, match_line, named_button, say};
use super::dates::{Date, Eye, SHOWN, state_of, version_of};
use super::mine::mine_or_answer;
use super::respond::{asked_by_me, begin_reach, change, change_response, drop_offer, reachable_request, state_text};
use super::rounds;
use super::rules::{self, Change, Facts, ResponseChange};
use super::series_help;
use super::series_taps::SeriesTap;
use super::states::{ResponseState, Sight, State, Subject};
use super::store::{self, Request};
use super::view::{self, alert, show, tell, tell_text, toast};
use crate::features::trust;
use crate::model::{Button, Content, Html, Language, Person, PersonId, RequestId, ResponseId, Result};
use crate::text::{Arg, texts};
use crate::turn::Turn;

/// A press about a series.
pub async fn press(turn: &mut Turn<'_>, tap: SeriesTap) -> Result<()> {
    match tap {
        SeriesTap::Whole(id) => whole(turn, id).await,
        SeriesTap::Dates(id, page) => choose_date(turn, id, page).await,
        SeriesTap::Date(id) => date(turn, id).await,
        SeriesTap::Pick(id, chosen, page) => series_help::pick(turn, id, chosen, page).await,
        SeriesTap::Offer(id, chosen) => series_help::offer_chosen(turn, id, chosen).await,
        SeriesTap::Yes(id, version) => yes(turn, id, version).await,
        SeriesTap::No(id, version) => no(turn, id, version).await,
        SeriesTap::Cant(id) => series_help::cant(turn, id).await,
        SeriesTap::Stop(id, sure) => stop(turn, id, sure).await,
    }
}

/// All dates, first to last, each with everybody who responded.
pub async fn dates(turn: &mut Turn<'_>, first: RequestId) -> Result<Vec<Date>> {
    let mut dates = Vec::new();
    for request in store::dates_of(turn.db(), first).await? {
        let mut responses = Vec::new();
        for response in store::responses_of(turn.db(), request.id).await? {
            let helper = turn.person(response.helper).await?;
            responses.push((response, helper));
        }
        dates.push(Date { request, responses });
    }
    Ok(dates)
}

/// The series as one request, by its first date.
async fn as_one(turn: &mut Turn<'_>, first: RequestId, dates: &[Date]) -> Result<Request> {
    let r = view::must(turn, first).await?;
    // How many helpers one date still needs is said of that date.
    Ok(Request { state: state_of(dates), wanted: 1, ..r })
}

/// The card in a group.
pub async fn card(turn: &mut Turn<'_>, first: RequestId) -> Result<Content> {
    let dates = dates(turn, first).await?;
    let r = as_one(turn, first, &dates).await?;
    let (asker, place) = (turn.person(r.asker).await?, turn.neighbourhood(r.neighbourhood).await?);
    let some = |state| dates.iter().any(|d| !rules::is_end(d.request.state) && d.those(state).next().is_some());
    let (offers, matches) = (some(ResponseState::Offered), some(ResponseState::Accepted));
    let call = r.unreached && (offers || matches);
    Ok(cards::group_card(place.language, &r, &asker.name, offers, 0, call, &dates))
}

/// Everything about a series that this person may see, with their buttons.
pub async fn item(turn: &mut Turn<'_>, first: RequestId, me: &Person) -> Result<Content> {
    let mut dates = dates(turn, first).await?;
    let r = as_one(turn, first, &dates).await?;
    let asker = turn.person(r.asker).await?;
    let apart = trust::apart_from(turn, r.asker).await?;
    // As with one that does not repeat.
    for date in &mut dates {
        date.responses.retain(|(s, p)| s.state != ResponseState::Accepted || !apart.contains(&p.id));
    }
    let caller = caller::of(turn, &r).await?;
    if me.id == r.asker {
        let undo = may_undo(&dates, turn);
        let content = for_asker(me, &r, &asker, &dates, undo);
        let Some(caller) = caller else { return Ok(content) };
        return Ok(Content { text: content.text.paragraph(&caller::words(me.language, &caller)), ..content });
    }
    let accepted = dates.iter().any(|d| d.latest(me.id).is_some_and(|s| s.state == ResponseState::Accepted));
    Ok(match caller {
        Some(caller) if accepted => {
            let (r, asker) = caller::in_place_of_asker(&r, &asker, caller);
            series_help::item(me, &r, &asker, &dates)
        }
        Some(_) | None => series_help::item(me, &r, &asker, &dates),
    })
}

fn may_undo(dates: &[Date], turn: &Turn<'_>) -> bool {
    let responses = dates.iter().map(|d| d.responses.len()).sum();
    dates.iter().all(|d| rules::may_undo(d.request.state, d.request.posted_at, responses, turn.now()))
}

/// The helpers who have a response like this to some date in one of these states, each with the first such response.
fn helpers<'d>(dates: &'d [Date], state: ResponseState, of: &[State]) -> Vec<(ResponseId, &'d Person)> {
    let mut found: Vec<(ResponseId, &Person)> = Vec::new();
    for (response, helper) in dates.iter().filter(|d| of.contains(&d.request.state)).flat_map(|d| d.those(state)) {
        if found.iter().all(|(_, p)| p.id != helper.id) {
            found.push((response.id, helper));
        }
    }
    found
}

fn for_asker(me: &Person, r: &Request, asker: &Person, dates: &[Date], undo: bool) -> Content {
    let language = me.language;
    let mut text = cards::series_top(me, r, asker, dates, Eye::Asker);
    let mut rows = Vec::new();
    let matched = helpers(dates, ResponseState::Accepted, &[State::Open, State::Promised]);
    for (response, helper) in &matched {
        let said = dates.iter().find_map(|d| d.latest(helper.id)?.contact.clone());
        text = text.paragraph(&match_line(language, "match-asker", helper, said.as_deref()));
        if r.subject != Subject::Caller && contact_of(me, r.contact.as_deref()).is_none() {
            rows.push(vec![named_button(language, "button-reach", &helper.name, Tap::Reach(*response))]);
        }
    }
    if !matched.is_empty() {
        text = text.paragraph(&say(language, "safety", &[]));
    }
    let offers = helpers(dates, ResponseState::Offered, &[State::Open]);
    let version = version_of(dates);
    text = match (offers.as_slice(), r.state) {
        ([], State::Open) if r.sight == Sight::Team => text.paragraph(&say(language, "item-asker-team", &[])),
        ([], State::Open) => text.paragraph(&say(language, "item-asker-open", &[])),
        ([], _) => text,
        ([(_, one)], _) => text.paragraph(&say(language, "item-asker-offer", &[("name", Arg::Words(&one.name))])),
        _ => text.paragraph(&say(language, "item-asker-offers", &[])),
    };
    for (response, helper) in offers.into_iter().take(SHOWN) {
        rows.push(vec![
            named_button(language, "button-yes-name", &helper.name, Tap::Series(SeriesTap::Yes(response, version))),
            named_button(language, "button-no-name", &helper.name, Tap::Series(SeriesTap::No(response, version))),
        ]);
    }
    if !matches!(r.state, State::Open | State::Promised) {
        text = text.paragraph(&cards::state_line(language, r.state));
    }
    if !rules::is_end(r.state) {
        rows.push(vec![
            button(language, "button-one-date", Tap::Series(SeriesTap::Dates(r.id, 0))),
            button(language, "button-stop-series", Tap::Series(SeriesTap::Stop(r.id, false))),
        ]);
    }
    if undo && r.state == State::Open {
        rows.push(vec![button(language, "button-undo", Tap::Undo(r.id))]);
    }
    for (response, helper) in matched.iter().take(cards::PARTINGS_AT_MOST) {
        rows.push(vec![trust::apart_button(language, &helper.name, *response)]);
    }
    Content::new(text, rows)
}

/// As [`item`], with some words before it.
pub async fn item_after(turn: &mut Turn<'_>, words: Html, first: RequestId, me: &Person) -> Result<Content> {
    let item = item(turn, first, me).await?;
    Ok(Content { text: words.paragraph(&item.text), keyboard: item.keyboard })
}

/// Shows the pressed message as things are now.
pub async fn fresh(turn: &mut Turn<'_>, first: RequestId) -> Result<()> {
    let me = turn.who()?;
    let content = item(turn, first, &me).await?;
    show(turn, content)
}

/// The series that this press names, where this person may see it.
pub async fn reachable(turn: &mut Turn<'_>, first: RequestId) -> Result<Option<Request>> {
    let Some(r) = reachable_request(turn, first).await? else { return Ok(None) };
    if r.series == Some(first) {
        return Ok(Some(r));
    }
    toast(turn, "press-outdated", &[])?;
    Ok(None)
}

async fn whole(turn: &mut Turn<'_>, first: RequestId) -> Result<()> {
    if reachable(turn, first).await?.is_none() {
        return Ok(());
    }
    fresh(turn, first).await
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
    let Some(r) = reachable(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let mut dates = dates(turn, first).await?;
    dates.retain(|d| !rules::is_end(d.request.state) && (r.asker == me.id || stands(d, me.id)));
    let all: Vec<Button> = dates
        .iter()
        .map(|d| Button::press(d.day(me.language), Tap::Series(SeriesTap::Date(d.request.id)).data()))
        .collect();
    if all.is_empty() {
        toast(turn, "press-outdated", &[])?;
        return fresh(turn, first).await;
    }
    let mut rows = paged(me.language, all, page, |page| SeriesTap::Dates(first, page));
    rows.push(vec![button(me.language, "button-all-dates", Tap::Series(SeriesTap::Whole(first)))]);
    show(turn, Content::new(turn.say("series-which-date", &[("title", Arg::Words(&r.title))]), rows))
}

/// Does somebody's response to this date stand?
pub fn stands(date: &Date, helper: PersonId) -> bool {
    let state = date.latest(helper).map(|s| s.state);
    matches!(state, Some(ResponseState::Offered | ResponseState::Accepted))
}

/// One page of buttons, a row each, with the way to the pages beside it.
pub fn paged(language: Language, all: Vec<Button>, page: u32, turn_to: impl Fn(u32) -> SeriesTap) -> Vec<Vec<Button>> {
    let last = u32::try_from(all.len().saturating_sub(1) / SHOWN).unwrap_or_default();
    let page = page.min(last);
    let from = page as usize * SHOWN;
    let mut rows: Vec<Vec<Button>> = all.into_iter().skip(from).take(SHOWN).map(|b| vec![b]).collect();
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(button(language, "button-earlier", Tap::Series(turn_to(page - 1))));
    }
    if page < last {
        turns.push(button(language, "button-later", Tap::Series(turn_to(page + 1))));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    rows
}

// ── the asker's choice ─────────────────────────────────────────────────────────────────────────────────────────

/// [Ja, graag]: for every date that this helper offered and that still needs one.
async fn yes(turn: &mut Turn<'_>, id: ResponseId, shown: i64) -> Result<()> {
    let Some((r, response, me)) = asked_by_me(turn, id).await? else { return Ok(()) };
    let Some(first) = r.series else { return toast(turn, "press-outdated", &[]) };
    let dates = dates(turn, first).await?;
    let helper = turn.person(response.helper).await?;
    let offered: Vec<&Date> =
        dates.iter().filter(|d| d.latest(helper.id).is_some_and(|s| s.state == ResponseState::Offered)).collect();
    if offered.is_empty() {
        // A finger that pressed twice, or a helper who can't any more.
        if dates.iter().any(|d| stands(d, helper.id)) {
            toast(turn, "match-toast", &[])?;
        } else {
            alert(turn, "helper-gone", &[("name", Arg::Words(&helper.name))])?;
        }
        return fresh(turn, first).await;
    }
    if r.sight == Sight::Met && !trust::is_met(turn, r.neighbourhood, helper.id).await? {
        // The team took it back since they offered.
        for d in offered {
            drop_offer(turn, d.latest(helper.id)).await?;
        }
        alert(turn, "helper-gone", &[("name", Arg::Words(&helper.name))])?;
        return fresh(turn, first).await;
    }
    if shown != version_of(&dates) {
        alert(turn, "changed-meanwhile", &[])?;
        return fresh(turn, first).await;
    }
    let (mut matched, mut filled) = (None, Vec::new());
    for d in offered {
        let accepted = i64::try_from(d.those(ResponseState::Accepted).count()).unwrap_or(i64::MAX) + 1;
        let facts = Facts { wanted: d.request.wanted, accepted };
        let (Ok(to), Some(mine)) = (rules::next(d.request.state, Change::Accept, facts), d.latest(helper.id)) else {
            continue;
        };
        let Ok(state) = rules::next_response(mine.state, ResponseChange::Accept) else { continue };
        change(turn, &d.request, to).await?;
        change_response(turn, mine, state).await?;
        matched = Some(mine.id);
        if to == State::Promised {
            filled.push(d.request.id);
        }
    }
    let Some(matched) = matched else {
        alert(turn, &state_text(state_of(&dates)), &[])?;
        return fresh(turn, first).await;
    };
    toast(turn, "match-toast", &[])?;
    view::refresh_cards(turn, first).await?;
    let words = say(helper.language, "match-news", &[("name", Arg::Words(&me.name))]);
    let content = item_after(turn, words, first, &helper).await?;
    tell(turn, &r, &helper, content).await?;
    let_go(turn, first, &filled).await?;
    fresh(turn, first).await?;
    let r = view::must(turn, first).await?;
    if r.subject != Subject::Caller && contact_of(&me, r.contact.as_deref()).is_none() {
        begin_reach(turn, matched);
    }
    Ok(())
}

/// These dates have all the helpers they need: who else offered for them need not wait, and may offer again should one come
/// free. Who helps on no other date either reads so, once.
pub async fn let_go(turn: &mut Turn<'_>, first: RequestId, filled: &[RequestId]) -> Result<()> {
    let mut free: Vec<PersonId> = Vec::new();
    for date in dates(turn, first).await?.iter().filter(|d| filled.contains(&d.request.id)) {
        for (response, helper) in date.those(ResponseState::Offered) {
            let Ok(state) = rules::next_response(response.state, ResponseChange::Withdraw) else { continue };
            change_response(turn, response, state).await?;
            if !free.contains(&helper.id) {
                free.push(helper.id);
            }
        }
    }
    let (r, dates) = (view::must(turn, first).await?, dates(turn, first).await?);
    for id in free {
        if !dates.iter().any(|d| stands(d, id)) {
            let helper = turn.person(id).await?;
            tell_text(turn, &r, &helper, "offer-declined-about", &[("title", Arg::Words(&r.title))]).await?;
        }
    }
    Ok(())
}

/// [Nee, bedankt]: for every date that this helper offered.
async fn no(turn: &mut Turn<'_>, id: ResponseId, shown: i64) -> Result<()> {
    let Some((r, response, me)) = asked_by_me(turn, id).await? else { return Ok(()) };
    let Some(first) = r.series else { return toast(turn, "press-outdated", &[]) };
    let dates = dates(turn, first).await?;
    let helper = turn.person(response.helper).await?;
    if shown != version_of(&dates) {
        alert(turn, "changed-meanwhile", &[])?;
        return fresh(turn, first).await;
    }
    let mut some = false;
    for mine in dates.iter().filter_map(|d| d.latest(helper.id)) {
        if mine.state == ResponseState::Offered {
            let Ok(state) = rules::next_response(mine.state, ResponseChange::Decline) else { continue };
            change_response(turn, mine, state).await?;
            rounds::go_on(turn, mine.request).await?;
            some = true;
        }
    }
    if !some {
        toast(turn, "press-outdated", &[])?;
        return fresh(turn, first).await;
    }
    tell_text(turn, &r, &helper, "offer-declined-about", &[("title", Arg::Words(&r.title))]).await?;
    view::refresh_cards(turn, first).await?;
    toast(turn, "declined-toast", &[])?;
    let words = turn.say("declined", &[("name", Arg::Words(&helper.name))]);
    let content = item_after(turn, words, first, &me).await?;
    show(turn, content)
}

// ── its end ────────────────────────────────────────────────────────────────────────────────────────────────────

/// [Alles niet meer nodig]: asked once more, because it is a lot at once.
async fn stop(turn: &mut Turn<'_>, first: RequestId, sure: bool) -> Result<()> {
    let Some(r) = mine_or_answer(turn, first).await? else { return Ok(()) };
    let dates = dates(turn, first).await?;
    let left = dates.iter().filter(|d| !rules::is_end(d.request.state)).count();
    if left == 0 {
        toast(turn, "request-is-withdrawn", &[])?;
        return fresh(turn, first).await;
    }
    if sure {
        end_all(turn, &dates).await?;
        view::refresh_cards(turn, first).await?;
        toast(turn, "withdrawn-toast", &[])?;
        return fresh(turn, first).await;
    }
    let n = i64::try_from(left).unwrap_or(i64::MAX);
    let text = turn.say("series-stop", &[("title", Arg::Words(&r.title)), ("n", Arg::Number(n))]);
    let language = turn.language();
    let rows = vec![
        vec![button(language, "button-stop-sure", Tap::Series(SeriesTap::Stop(first, true)))],
        vec![button(language, "button-all-dates", Tap::Series(SeriesTap::Whole(first)))],
    ];
    show(turn, Content::new(text, rows))
}

/// Ends every date that is not over, and tells each helper once.
async fn end_all(turn: &mut Turn<'_>, dates: &[Date]) -> Result<()> {
    let mut told: Vec<PersonId> = Vec::new();
    for d in dates {
        let Ok(to) = rules::next(d.request.state, Change::Withdraw, Facts { wanted: 1, accepted: 0 }) else { continue };
        change(turn, &d.request, to).await?;
        for (response, helper) in &d.responses {
            let Some(what) = rules::response_at_end(response.state, to) else { continue };
            if let Ok(state) = rules::next_response(response.state, what) {
                change_response(turn, response, state).await?;
            }
            if !told.contains(&helper.id) {
                told.push(helper.id);
                let title = [("title", Arg::Words(d.request.title.as_str()))];
                tell_text(turn, &d.request, helper, "ended-withdrawn", &title).await?;
            }
        }
    }
    Ok(())
}

/// [Ongedaan maken]: all dates, and the card.
pub async fn undo(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let (me, first) = (turn.who()?, r.root());
    let dates = dates(turn, first).await?;
    if !may_undo(&dates, turn) {
        if rules::is_end(state_of(&dates)) {
            toast(turn, "press-outdated", &[])?;
        } else {
            alert(turn, "undo-too-late", &[])?;
        }
        return fresh(turn, first).await;
    }
    end_all(turn, &dates).await?;
    turn.remove_cards(&view::thing(first)).await?;
    store::forget(turn.db(), first).await?;
    let text = if r.sight == Sight::Group { "undone" } else { "undone-quietly" };
    toast(turn, if r.sight == Sight::Group { "undone-toast" } else { "undone-quietly" }, &[])?;
    let words = texts().html(me.language, text, &[]);
    let content = item_after(turn, words, first, &me).await?;
    show(turn, Content::new(content.text, vec![vec![turn.button("button-ask-again", Tap::Ask.data())]]))
}
