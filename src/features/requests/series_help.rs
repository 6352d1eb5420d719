//! Helping with a request that repeats. With one helper for all dates, one tap offers for all of them; else a neighbour taps
//! the dates that suit, and sends them together. Afterwards they can say that one date does not suit, or none.

use super::buttons::Tap;
use super::cards::{self, button, contact_of, knows_asker, match_line, named_button, say};
use super::dates::{self, Date, Eye, version_of};
use super::respond::{accepted_of, change, change_response, refuse_offer};
use super::rounds;
use super::rules::{self, Change, Facts, NoOffer, ResponseChange};
use super::series::{self, dates as dates_of, fresh, paged, reachable, stands};
use super::series_taps::SeriesTap;
use super::states::{ResponseState, Sight, State, Subject};
use super::store::{self, Request};
use super::view::{self, show, tell, toast};
use crate::features::trust;
use crate::model::{Button, Content, Html, Language, Person, RequestId, ResponseId, Result};
use crate::text::{Arg, texts};
use crate::turn::Turn;

/// What a neighbour or a helper sees of it in private.
pub fn item(me: &Person, r: &Request, asker: &Person, dates: &[Date]) -> Content {
    let language = me.language;
    let responded = dates.iter().any(|d| d.latest(me.id).is_some());
    let eye = if responded { Eye::Helper(me.id) } else { Eye::Neighbour };
    let mut text = cards::series_top(me, r, asker, dates, eye);
    let mut rows = Vec::new();
    let living = |d: &&Date| matches!(d.request.state, State::Open | State::Promised);
    let mine: Vec<_> = dates.iter().filter(living).filter_map(|d| d.latest(me.id)).collect();
    let accepted = mine.iter().find(|s| s.state == ResponseState::Accepted);
    let offered = mine.iter().any(|s| s.state == ResponseState::Offered);
    if let Some(response) = accepted {
        text = text.paragraph(&match_line(language, "match-helper", asker, r.contact.as_deref()));
        text = text.paragraph(&say(language, "safety", &[]));
        if r.subject != Subject::Caller && contact_of(me, response.contact.as_deref()).is_none() {
            rows.push(vec![named_button(language, "button-reach", &asker.name, Tap::Reach(response.id))]);
        }
    }
    if rules::is_end(r.state) {
        text = text.paragraph(&cards::state_line(language, r.state));
    } else if offerable(dates, me).next().is_some() && r.sight != Sight::Team {
        rows.push(vec![button(language, "button-help", Tap::Help(r.id))]);
    }
    if accepted.is_some() || offered {
        rows.push(vec![button(language, "button-cant-once", Tap::Series(SeriesTap::Dates(r.id, 0)))]);
        rows.push(vec![button(language, "button-cant-all", Tap::Series(SeriesTap::Cant(r.id)))]);
    }
    if let Some(response) = accepted.filter(|_| r.subject != Subject::Caller) {
        rows.push(vec![trust::apart_button(language, &asker.name, response.id)]);
    }
    Content::new(text, rows)
}

fn why_not(date: &Date, me: &Person) -> std::result::Result<(), NoOffer> {
    let mine = date.latest(me.id).map(|s| s.state);
    rules::may_offer(date.request.state, date.request.asker, me.id, mine)
}

/// The dates that this neighbour may offer for, each with its number in the series, which it keeps when it moves to another
/// day.
fn offerable<'d>(dates: &'d [Date], me: &'d Person) -> impl Iterator<Item = (usize, &'d Date)> {
    let number = |d: &Date| dates.iter().filter(|o| o.request.id.0 < d.request.id.0).count();
    dates.iter().filter(|d| why_not(d, me).is_ok()).map(move |d| (number(d), d))
}

/// [Ik wil helpen], with a date of a series: everything else about it was looked at already.
pub async fn help(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let (me, first) = (turn.who()?, r.root());
    let dates = dates_of(turn, first).await?;
    let open: Vec<(usize, &Date)> = offerable(&dates, &me).collect();
    if open.is_empty() {
        return refuse_offer(turn, why_none(&dates, &me));
    }
    if !turn.in_private() && !Turn::reachable(&me) {
        turn.open_private(&format!("h_{first}"));
        return Ok(());
    }
    if !trust::ask_age(turn, Some(Tap::Help(first).data())).await? {
        return Ok(());
    }
    if r.same_helper || open.len() == 1 {
        let all: Vec<Date> = open.into_iter().map(|(_, d)| d.clone()).collect();
        return offer(turn, r, &me, &all).await;
    }
    if turn.press().is_some() && !turn.in_private() {
        toast(turn, "more-toast", &[])?;
    }
    let content = picker(turn, r, &me, &dates, 0, 0);
    turn.reply(content)
}

/// Why somebody can offer for no date.
fn why_none(dates: &[Date], me: &Person) -> NoOffer {
    let reasons: Vec<NoOffer> = dates.iter().filter_map(|d| why_not(d, me).err()).collect();
    let order = [NoOffer::Own, NoOffer::Again, NoOffer::Declined];
    let found = order.into_iter().find(|r| reasons.contains(r));
    found.unwrap_or(NoOffer::State(dates::state_of(dates)))
}

/// Which dates suit? Each tap chooses one or leaves it away.
pub async fn pick(turn: &mut Turn<'_>, first: RequestId, chosen: u32, page: u32) -> Result<()> {
    let Some(r) = to_help(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let dates = dates_of(turn, first).await?;
    if offerable(&dates, &me).next().is_none() {
        refuse_offer(turn, why_none(&dates, &me))?;
        return fresh(turn, first).await;
    }
    let content = picker(turn, &r, &me, &dates, chosen, page);
    show(turn, content)
}

/// The series of a helper's press in private.
async fn to_help(turn: &mut Turn<'_>, first: RequestId) -> Result<Option<Request>> {
    let Some(r) = reachable(turn, first).await? else { return Ok(None) };
    if !turn.in_private() || r.sight == Sight::Team {
        toast(turn, "press-outdated", &[])?;
        return Ok(None);
    }
    if trust::apart(turn, turn.who()?.id, r.asker).await? {
        refuse_offer(turn, NoOffer::Declined)?;
        return Ok(None);
    }
    let goes_on = trust::ask_age(turn, Some(Tap::Help(first).data())).await?;
    Ok(goes_on.then_some(r))
}

fn picker(turn: &Turn<'_>, r: &Request, me: &Person, dates: &[Date], chosen: u32, page: u32) -> Content {
    let (language, first) = (me.language, r.root());
    let open: Vec<(usize, &Date)> = offerable(dates, me).collect();
    let days: Vec<String> =
        open.iter().filter(|(i, _)| dates::chosen(chosen, *i)).map(|(_, d)| d.day(language)).collect();
    let all = open.iter().fold(0, |all, (i, _)| if dates::chosen(all, *i) { all } else { dates::toggled(all, *i) });
    let mut text = turn.say("series-pick", &[("title", Arg::Words(&r.title))]);
    if !days.is_empty() {
        text = text.paragraph(&turn.say("series-picked", &[("days", Arg::Own(&days.join(", ")))]));
    }
    let buttons = open.iter().map(|(i, d)| {
        let mark = if dates::chosen(chosen, *i) { "✓ " } else { "" };
        let tap = SeriesTap::Pick(first, dates::toggled(chosen, *i), page);
        Button::press(format!("{mark}{}", d.day(language)), Tap::Series(tap).data())
    });
    let mut rows = paged(language, buttons.collect(), page, |page| SeriesTap::Pick(first, chosen, page));
    if days.len() < open.len() {
        rows.push(vec![button(language, "button-every-date", Tap::Series(SeriesTap::Offer(first, all)))]);
    }
    if !days.is_empty() {
        let n = i64::try_from(days.len()).unwrap_or(i64::MAX);
        let label = texts().plain(language, "button-these-dates", &[("n", Arg::Number(n))]);
        rows.push(vec![Button::press(label, Tap::Series(SeriesTap::Offer(first, chosen)).data())]);
    }
    Content::new(text, rows)
}

/// [Alle keren], or those chosen.
pub async fn offer_chosen(turn: &mut Turn<'_>, first: RequestId, chosen: u32) -> Result<()> {
    let Some(r) = to_help(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let dates = dates_of(turn, first).await?;
    let wanted: Vec<Date> =
        offerable(&dates, &me).filter(|(i, _)| dates::chosen(chosen, *i)).map(|(_, d)| d.clone()).collect();
    if wanted.is_empty() {
        refuse_offer(turn, why_none(&dates, &me))?;
        return fresh(turn, first).await;
    }
    offer(turn, &r, &me, &wanted).await
}

/// Writes the wish to help with these dates, and tells the asker once.
async fn offer(turn: &mut Turn<'_>, r: &Request, me: &Person, wanted: &[Date]) -> Result<()> {
    let mut made: Vec<(ResponseId, String)> = Vec::new();
    let asker = turn.person(r.asker).await?;
    for date in wanted {
        let now = turn.now();
        if let Some(id) = store::offer(turn.db(), date.request.id, me.id, now).await? {
            if made.is_empty() {
                // One reminder to choose does for all dates.
                rounds::offered(turn, &date.request);
            }
            made.push((id, date.day(asker.language)));
        }
    }
    let Some((response, _)) = made.first().cloned() else { return refuse_offer(turn, NoOffer::Again) };
    if turn.press().is_some() {
        let known = Arg::Own(if knows_asker(r, false) { "yes" } else { "no" });
        toast(turn, "offer-toast", &[("name", Arg::Words(&asker.name)), ("known", known)])?;
    }
    let content = thanks(turn, r, &asker, me, made.len());
    if turn.in_private() {
        show(turn, content)?
    } else {
        turn.reply(content)?
    }
    let version = version_of(&dates_of(turn, r.root()).await?);
    let days: Vec<String> = made.into_iter().map(|(_, day)| day).collect();
    tell(turn, r, &asker, new_offer(&asker, r, me, response, version, &days)).await?;
    view::refresh_cards(turn, r.root()).await
}

/// What a helper calls the asker before they are accepted.
fn asker_name<'a>(r: &Request, asker: &'a Person, unnamed: &'a str) -> Arg<'a> {
    if knows_asker(r, false) { Arg::Words(&asker.name) } else { Arg::Own(unnamed) }
}

fn thanks(turn: &Turn<'_>, r: &Request, asker: &Person, me: &Person, times: usize) -> Content {
    let unnamed = turn.label("your-neighbour", &[]);
    let n = i64::try_from(times).unwrap_or(i64::MAX);
    let args = [("name", asker_name(r, asker, &unnamed)), ("title", Arg::Words(&r.title)), ("n", Arg::Number(n))];
    let back = button(me.language, "button-take-back", Tap::Series(SeriesTap::Cant(r.root())));
    Content::new(turn.say("series-offer-thanks", &args), vec![vec![back]])
}

fn new_offer(asker: &Person, r: &Request, me: &Person, id: ResponseId, version: i64, days: &[String]) -> Content {
    let language = asker.language;
    let days = listed(language, days);
    let args = [("name", Arg::Words(me.name.as_str())), ("title", Arg::Words(&r.title)), ("days", Arg::Markup(&days))];
    let rows = vec![vec![
        button(language, "button-yes", Tap::Series(SeriesTap::Yes(id, version))),
        button(language, "button-no", Tap::Series(SeriesTap::No(id, version))),
    ]];
    Content::new(say(language, "series-offer-new", &args), rows)
}

/// Days below each other.
fn listed(language: Language, days: &[String]) -> Html {
    days.iter().fold(Html::default(), |all, day| {
        let line = say(language, "series-day", &[("day", Arg::Own(day))]);
        if all.is_empty() { line } else { all.line(&line) }
    })
}

/// [Ik kan helemaal niet meer], or [Toch niet] before the asker chose.
pub async fn cant(turn: &mut Turn<'_>, first: RequestId) -> Result<()> {
    let Some(r) = reachable(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let dates = dates_of(turn, first).await?;
    let (mut some, mut helped) = (false, false);
    for d in dates.iter().filter(|d| stands(d, me.id)) {
        let Some(mine) = d.latest(me.id) else { continue };
        let Ok(state) = rules::next_response(mine.state, ResponseChange::Withdraw) else { continue };
        change_response(turn, mine, state).await?;
        some = true;
        if mine.state == ResponseState::Accepted {
            helped = true;
            let accepted = accepted_of(turn, d.request.id).await?;
            let facts = Facts { wanted: d.request.wanted, accepted };
            // One that a moderator took over stays as it is.
            if let Ok(to) = rules::next(d.request.state, Change::HelperCant, facts) {
                change(turn, &d.request, to).await?;
            }
        }
        rounds::go_on(turn, d.request.id).await?;
    }
    let asker = turn.person(r.asker).await?;
    if !some {
        // A finger that pressed twice reads the same answer.
        if !dates.iter().any(|d| d.latest(me.id).is_some_and(|s| s.state == ResponseState::Withdrawn)) {
            return toast(turn, "press-outdated", &[]);
        }
    } else if !rules::is_end(dates::state_of(&dates)) {
        let text = if helped { "series-cant" } else { "offer-taken-back" };
        let words = say(asker.language, text, &[("name", Arg::Words(&me.name)), ("title", Arg::Words(&r.title))]);
        let content = series::item_after(turn, words, first, &asker).await?;
        tell(turn, &r, &asker, content).await?;
        view::refresh_cards(turn, first).await?;
    }
    let unnamed = turn.label("your-neighbour", &[]);
    let args = [("name", asker_name(&r, &asker, &unnamed)), ("title", Arg::Words(&r.title))];
    show(turn, Content::text(turn.say("cant", &args)))
}
