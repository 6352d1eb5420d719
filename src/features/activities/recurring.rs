//! Activities that come back: `elke dinsdag`. The first date has its card at once; the later ones stand in the agenda some weeks
//! ahead, and get their card when the organiser says that they go on.
//!
//! Its files, each importing only those before it: `rules` (when dates are made and asked about), `unanswered` (the organiser says
//! nothing: on the worklist), `dates` (making them), `asking` (does it go on?), `ending` (one date does not, or none any more),
//! `handover` (another organiser), `all_dates` (a change of all coming dates at once).

mod all_dates;
mod asking;
mod dates;
mod ending;
mod handover;
mod rules;
mod unanswered;

use self::rules::Pace;
use super::access::{managed_date, may_manage};
use super::buttons::{HostingButton, RecurringButton};
use super::jobs::Job;
use super::lifecycle;
use super::model::{Activity, ActivitySeries, NewActivity, State, What, thing};
use super::screens::series as words;
use super::show::{PAGES, add_paragraph, say, show};
use super::store::{self, series as sql};
use crate::model::{ActivityId, Button, Content, Fault, NeighbourhoodId, PersonId, Result, SeriesId};
use crate::screen::Paging;
use crate::text::{Arg, local_date};
use crate::turn::Turn;
use crate::when::Timing;

pub use all_dates::{Times, change_all_dates, series_with_date, what_of};
pub use dates::of as series_of;
pub use handover::{hand_over, work};
pub use unanswered::GHOST;

/// Dates on one page of all dates.
const ON_A_PAGE: usize = 4;

/// Begins what comes back: writes the series and its first dates, and tells the organiser how it goes on. Returns the first date.
/// Where nothing comes back by this rule, it is once.
///
/// # Errors
/// Where the database fails.
pub async fn begin(
    turn: &mut Turn<'_>,
    organiser: PersonId,
    n: NeighbourhoodId,
    what: &What,
    timing: &Timing,
) -> Result<Activity> {
    let now = turn.now();
    let comes = dates::of(timing).is_some_and(|s| !s.next(now, 1).is_empty());
    if comes {
        let id = sql::insert(turn.db(), n, organiser, what, timing).await?;
        let s = sql::load(turn.db(), id).await?;
        let made = dates::make(turn, &s, true).await?;
        if let Some(first) = made.first() {
            say_how(turn, &s, &made).await?;
            return Ok(first.clone());
        }
    }
    let (starts_at, ends_at) = (timing.begins(), timing.ends());
    let new = NewActivity { neighbourhood: n, organiser, what, starts_at, ends_at, series: None, confirmed: true };
    let made = lifecycle::make(turn, &new).await?;
    made.ok_or_else(|| Fault::event("an activity that is of no series was there already"))
}

/// The organiser reads when they will be asked, and which dates fall on a holiday.
async fn say_how(turn: &mut Turn<'_>, s: &ActivitySeries, made: &[Activity]) -> Result<()> {
    let organiser = turn.person(s.organiser).await?;
    let (Some(first), Some(series), true) = (made.first(), dates::of(&s.timing), Turn::reachable(&organiser)) else {
        return Ok(());
    };
    let language = organiser.language;
    let (title, rule) = (first.title(), words::rule(language, &s.timing, local_date(turn.now())));
    let args = [
        ("title", Arg::Words(title.as_str())),
        ("rule", Arg::Own(&rule)),
        ("n", Arg::Number(Pace::of(&series).days_ahead())),
    ];
    let feasts = made.iter().filter_map(|a| words::feast_line(language, local_date(a.starts_at)));
    let text = add_paragraph(say(language, "returning-began", &args), feasts);
    turn.tell(&organiser, Content::text(text), Some(thing(first.id)));
    Ok(())
}

/// Somebody pressed one of its buttons.
pub async fn press(turn: &mut Turn<'_>, tap: RecurringButton) -> Result<()> {
    match tap {
        RecurringButton::Yes(id) => asking::confirm_pressed(turn, id).await,
        RecurringButton::No(id) => ending::cancel_date(turn, id, false).await,
        RecurringButton::NoSure(id) => ending::cancel_date(turn, id, true).await,
        RecurringButton::Question(id) => asking::show_question(turn, id).await,
        RecurringButton::Dates(id, page) => show_dates(turn, id, page).await,
        RecurringButton::Stop(id) => ending::end_series(turn, id, false).await,
        RecurringButton::StopSure(id) => ending::end_series(turn, id, true).await,
        RecurringButton::GoOn(id) => asking::go_on(turn, id).await,
        RecurringButton::TakeUp(id) => handover::take_up(turn, id).await,
    }
}

/// One of its jobs is due.
pub async fn job(turn: &mut Turn<'_>, job: Job, thing: i64) -> Result<()> {
    if job == Job::AskAboutDate {
        return asking::due(turn, ActivityId(thing)).await;
    }
    match sql::series(turn.db(), SeriesId(thing)).await? {
        Some(s) if !s.ended && s.on_worklist.is_none() => dates::make(turn, &s, false).await.map(|_| ()),
        // Who takes it up makes the dates that are missing.
        Some(_) | None => Ok(()),
    }
}

/// The buttons of who looks after a date of a series; empty if nothing comes back any more.
pub async fn rows(turn: &mut Turn<'_>, a: &Activity) -> Result<Vec<Vec<Button>>> {
    let Some(s) = sql::of_date(turn.db(), a).await? else { return Ok(Vec::new()) };
    let me = turn.who()?;
    if s.ended || !may_manage(turn, s.neighbourhood, s.organiser, me.id).await? {
        return Ok(Vec::new());
    }
    let key = |label: &str, tap| words::key(me.language, label, tap);
    let mut rows = Vec::new();
    if a.state == State::Planned && !a.confirmed {
        rows.push(vec![
            key("button-goes-on", RecurringButton::Yes(a.id)),
            key("button-not-this-time", RecurringButton::No(a.id)),
        ]);
    }
    rows.push(vec![
        key("button-series-dates", RecurringButton::Dates(a.id, 0)),
        key("button-end-series", RecurringButton::Stop(a.id)),
    ]);
    Ok(rows)
}

/// Its organiser changed a date by itself. That is a word about it: it goes on.
pub async fn changed(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let a = store::load(turn.db(), id).await?;
    let Some(s) = sql::of_date(turn.db(), &a).await?.filter(|s| !s.ended) else { return Ok(()) };
    if turn.sender().is_some_and(|p| p.id == s.organiser) {
        asking::confirm(turn, &a).await?;
        asking::organiser_answered(turn, &s, Some(id)).await?;
    } else if let Some(series) = dates::of(&s.timing).filter(|_| !a.confirmed) {
        dates::plan(turn, &a, Pace::of(&series), s.on_worklist.is_some()).await?;
    }
    Ok(())
}

/// [Alle data].
async fn show_dates(turn: &mut Turn<'_>, id: ActivityId, page: u32) -> Result<()> {
    let Some((_, s)) = managed_date(turn, id).await? else { return Ok(()) };
    let dates = dates::coming(turn, &s).await?;
    let language = turn.language();
    let (title, rule) = words::title_and_rule(turn, &s);
    let args = [("title", Arg::Words(title.as_str())), ("rule", Arg::Own(&rule))];
    let mut text = say(language, "returning-dates", &args);
    if s.ended {
        text = text.paragraph(&say(language, "returning-is-ended", &[]));
    } else if dates.is_empty() {
        text = text.paragraph(&say(language, "returning-no-dates", &[]));
    }
    let paging = Paging::new(page, dates.len(), ON_A_PAGE);
    let shown = paging.of(&dates);
    let text = add_paragraph(text, shown.iter().map(|a| words::line(language, a)));
    let manage = |a: &Activity| vec![Button::press(words::day(language, a), HostingButton::Manage(a.id).data())];
    let mut rows: Vec<_> = shown.iter().map(manage).collect();
    rows.extend(paging.row(turn, PAGES, |page| RecurringButton::Dates(id, page).data()));
    show(turn, Content::new(text, rows)).await
}
