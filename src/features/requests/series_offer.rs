//! Helping with a request that repeats. With one helper for all dates, one tap offers for all of them; else a neighbour taps
//! the dates that suit, and sends them together. Afterwards they can say that one date does not suit, or none.

use super::access::{held_back, reachable_series};
use super::buttons::{RequestButton, SeriesButton};
use super::load::touched;
use super::model::request::Request;
use super::model::rules::{self, NoOffer, ResponseChange};
use super::model::states::{Audience, ResponseState};
use super::screens::basics::{button, refuse_offer, say};
use super::screens::cards::{asker_name, known};
use super::screens::dates::{self, Date, version_of};
use super::screens::series::{load_dates, paged, show_series};
use super::screens::series_item::{offerable, stands, why_none};
use super::screens::view::whole_after;
use super::tell::tell;
use super::transitions::end_response;
use super::{search_jobs, store};
use crate::features::trust;
use crate::model::{Button, Content, Html, Language, Person, RequestId, ResponseId, Result};
use crate::screen::{outdated, show, toast};
use crate::text::{Arg, texts};
use crate::turn::Turn;

/// [Ik wil helpen], with a date of a series: everything else about it was looked at already.
pub async fn help(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let (me, first) = (turn.who()?, r.root());
    let dates = load_dates(turn, first).await?;
    let open: Vec<(usize, &Date)> = offerable(&dates, &me).collect();
    if open.is_empty() {
        return refuse_offer(turn, why_none(&dates, &me));
    }
    if !turn.in_private() && !Turn::reachable(&me) {
        turn.open_private(&format!("h_{first}"));
        return Ok(());
    }
    if !trust::ask_age(turn, Some(RequestButton::Help(first).data())).await? {
        return Ok(());
    }
    if r.same_helper || open.len() == 1 {
        let all: Vec<Date> = open.into_iter().map(|(_, d)| d.clone()).collect();
        return offer(turn, r, &me, &all).await;
    }
    if turn.press().is_some() && !turn.in_private() {
        toast(turn, "more-toast", &[])?;
    }
    turn.reply(picker(turn, r, &me, &dates, 0, 0))
}

/// Which dates suit? Each tap chooses one or leaves it away.
pub async fn pick(turn: &mut Turn<'_>, first: RequestId, chosen: u32, page: u32) -> Result<()> {
    let Some(r) = to_help(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let dates = load_dates(turn, first).await?;
    if offerable(&dates, &me).next().is_none() {
        refuse_offer(turn, why_none(&dates, &me))?;
        return show_series(turn, first).await;
    }
    show(turn, picker(turn, &r, &me, &dates, chosen, page))
}

/// The series of a helper's press in private.
async fn to_help(turn: &mut Turn<'_>, first: RequestId) -> Result<Option<Request>> {
    let Some(r) = reachable_series(turn, first).await? else { return Ok(None) };
    if !turn.in_private() || r.audience == Audience::Team {
        return outdated(turn).map(|()| None);
    }
    if trust::have_no_contact(turn, turn.who()?.id, r.asker).await? {
        return refuse_offer(turn, NoOffer::Declined).map(|()| None);
    }
    if held_back(turn, &r).await? {
        return Ok(None);
    }
    let goes_on = trust::ask_age(turn, Some(RequestButton::Help(first).data())).await?;
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
        let tap = SeriesButton::Pick(first, dates::toggled(chosen, *i), page);
        Button::press(format!("{mark}{}", d.day(language)), RequestButton::Series(tap).data())
    });
    let mut rows = paged(turn, &buttons.collect::<Vec<_>>(), page, |page| SeriesButton::Pick(first, chosen, page));
    if days.len() < open.len() {
        rows.push(vec![button(
            language,
            "button-every-date",
            RequestButton::Series(SeriesButton::Pick(first, all, page)),
        )]);
    }
    if !days.is_empty() {
        let n = i64::try_from(days.len()).unwrap_or(i64::MAX);
        let label = texts().plain(language, "button-these-dates", &[("n", Arg::Number(n))]);
        rows.push(vec![Button::press(label, RequestButton::Series(SeriesButton::Offer(first, chosen)).data())]);
    }
    Content::new(text, rows)
}

/// [Deze 6 keer]: those chosen.
pub async fn offer_chosen(turn: &mut Turn<'_>, first: RequestId, chosen: u32) -> Result<()> {
    let Some(r) = to_help(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let dates = load_dates(turn, first).await?;
    let wanted: Vec<Date> =
        offerable(&dates, &me).filter(|(i, _)| dates::chosen(chosen, *i)).map(|(_, d)| d.clone()).collect();
    if wanted.is_empty() {
        refuse_offer(turn, why_none(&dates, &me))?;
        return show_series(turn, first).await;
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
                search_jobs::remind_later(turn, &date.request);
            }
            made.push((id, date.day(asker.language)));
        }
    }
    let Some((response, _)) = made.first().cloned() else { return refuse_offer(turn, NoOffer::Again) };
    if turn.press().is_some() {
        toast(turn, "offer-toast", &[("name", Arg::Words(&asker.name)), known(r, false)])?;
    }
    show(turn, thanks(turn, r, &asker, me, made.len()))?;
    let version = version_of(&load_dates(turn, r.root()).await?);
    let days: Vec<String> = made.into_iter().map(|(_, day)| day).collect();
    tell(turn, r, &asker, new_offer(&asker, r, me, response, version, &days)).await?;
    touched(turn, r);
    Ok(())
}

fn thanks(turn: &Turn<'_>, r: &Request, asker: &Person, me: &Person, times: usize) -> Content {
    let unnamed = turn.label("your-neighbour", &[]);
    let n = i64::try_from(times).unwrap_or(i64::MAX);
    let args = [("name", asker_name(r, asker, &unnamed)), ("title", Arg::Words(&r.title)), ("n", Arg::Number(n))];
    let back = button(me.language, "button-take-back", RequestButton::Series(SeriesButton::Cant(r.root())));
    Content::new(turn.say("series-offer-thanks", &args), vec![vec![back]])
}

fn new_offer(asker: &Person, r: &Request, me: &Person, id: ResponseId, version: i64, days: &[String]) -> Content {
    let language = asker.language;
    let days = listed(language, days);
    let args = [("name", Arg::Words(me.name.as_str())), ("title", Arg::Words(&r.title)), ("days", Arg::Markup(&days))];
    let rows = vec![vec![
        button(language, "button-yes", RequestButton::Series(SeriesButton::Yes(id, version))),
        button(language, "button-no", RequestButton::Series(SeriesButton::No(id, version))),
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
    let Some(r) = reachable_series(turn, first).await? else { return Ok(()) };
    let me = turn.who()?;
    let dates = load_dates(turn, first).await?;
    let (mut some, mut helped) = (false, false);
    for d in dates.iter().filter(|d| stands(d, me.id)) {
        let Some(mine) = d.latest(me.id) else { continue };
        if end_response(turn, &d.request, mine, ResponseChange::Withdraw).await? {
            some = true;
            helped |= mine.state == ResponseState::Accepted;
        }
    }
    let asker = turn.person(r.asker).await?;
    if !some {
        // A finger that pressed twice reads the same answer.
        if !dates.iter().any(|d| d.latest(me.id).is_some_and(|s| s.state == ResponseState::Withdrawn)) {
            return outdated(turn);
        }
    } else if !rules::is_end(dates::state_of(&dates)) {
        let text = if helped { "series-cant" } else { "offer-taken-back" };
        let words = say(asker.language, text, &[("name", Arg::Words(&me.name)), ("title", Arg::Words(&r.title))]);
        let content = whole_after(turn, words, &r, &asker).await?;
        tell(turn, &r, &asker, content).await?;
    }
    let unnamed = turn.label("your-neighbour", &[]);
    let args = [("name", asker_name(&r, &asker, &unnamed)), ("title", Arg::Words(&r.title))];
    show(turn, Content::text(turn.say("cant", &args)))
}
