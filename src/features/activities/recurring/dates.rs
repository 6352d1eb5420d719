//! The dates of a series: made some weeks ahead, by itself, for as long as its rule goes on. What was missed while the program
//! was off is not made up for, and no date is made twice.

use super::rules::{self, Pace};
use super::unanswered;
use crate::calendar::{Occurrence, Series};
use crate::features::activities::jobs::Job;
use crate::features::activities::lifecycle;
use crate::features::activities::model::{Activity, ActivitySeries, Asked, NewActivity};
use crate::features::activities::show::say;
use crate::features::activities::store::{self, series as sql};
use crate::model::{Content, Result};
use crate::text::{Arg, in_daytime, local_day_start};
use crate::turn::Turn;
use crate::when::{Timing, wall};

/// The dates of a timing; `None` if it does not come back, or by a rule that can't be counted.
pub fn of(timing: &Timing) -> Option<Series> {
    let minutes = timing.ends().and_then(|end| {
        let minutes = (wall(end) - wall(timing.begins())).num_minutes();
        u32::try_from(minutes).ok()
    });
    let first = timing.start.day.and_time(timing.start.time.unwrap_or_default());
    Series::new(first, minutes, timing.rule.as_deref()?, timing.except.clone()).ok()
}

/// Makes the dates that are to be there now. With `begins`, the first goes on without a question, and so does what is so near that
/// its organiser would be asked at once.
pub async fn make(turn: &mut Turn<'_>, s: &ActivitySeries, begins: bool) -> Result<Vec<Activity>> {
    let Some(series) = of(&s.timing) else { return Ok(Vec::new()) };
    let (now, pace) = (turn.now(), Pace::of(&series));
    let ahead = rules::ahead(&series, now);
    let mut made = Vec::new();
    for date in ahead.iter().filter(|d| s.made_until.is_none_or(|until| d.day > until)) {
        let confirmed = begins && (made.is_empty() || rules::ask_at(pace, date.start) <= now);
        if let Some(a) = make_one(turn, s, date, confirmed).await? {
            if !confirmed {
                plan(turn, &a, pace, s.on_worklist.is_some()).await?;
            }
            made.push(a);
        }
    }
    if let Some(last) = ahead.last() {
        sql::note_made(turn.db(), s.id, last.day).await?;
    }
    match ahead.first() {
        // One more comes within reach when this one begins.
        Some(next) => turn.schedule(Job::MakeDates, s.id.0, next.start),
        None => run_out(turn, s).await?,
    }
    Ok(made)
}

async fn make_one(
    turn: &mut Turn<'_>,
    s: &ActivitySeries,
    date: &Occurrence,
    confirmed: bool,
) -> Result<Option<Activity>> {
    let new = NewActivity {
        neighbourhood: s.neighbourhood,
        organiser: s.organiser,
        what: &s.what,
        starts_at: date.start,
        ends_at: date.end,
        series: Some((s.id, date.day)),
        confirmed,
    };
    lifecycle::make(turn, &new).await
}

/// The rule gives no dates any more. Once the last one is over the series is, and its organiser reads that.
async fn run_out(turn: &mut Turn<'_>, s: &ActivitySeries) -> Result<()> {
    let now = turn.now();
    let last = match sql::last(turn.db(), s.id).await? {
        Some(id) => Some(store::load(turn.db(), id).await?.over_at()),
        None => None,
    };
    if let Some(over) = last.map(in_daytime).filter(|over| *over > now) {
        turn.schedule(Job::MakeDates, s.id.0, over);
        return Ok(());
    }
    if turn.defer_to_morning(Job::MakeDates, s.id.0) || !sql::end(turn.db(), s.id, now).await? {
        return Ok(());
    }
    unanswered::take_off_worklist(turn, s).await?;
    let organiser = turn.person(s.organiser).await?;
    if Turn::reachable(&organiser) {
        let title = s.what.title_line();
        let text = say(organiser.language, "returning-run-out", &[("title", Arg::Words(&title))]);
        turn.tell(&organiser, Content::text(text), None);
    }
    Ok(())
}

/// Plans the next step about a date of which is not known whether it goes on.
pub async fn plan(turn: &mut Turn<'_>, a: &Activity, pace: Pace, unanswered: bool) -> Result<()> {
    let asked = sql::asked(turn.db(), a.id).await?;
    plan_after(turn, a, pace, asked, unanswered);
    Ok(())
}

/// As [`plan`], where it is known what was asked.
pub fn plan_after(turn: &mut Turn<'_>, a: &Activity, pace: Pace, asked: Asked, unanswered: bool) {
    let (_, at) = rules::next(pace, a.starts_at, asked, unanswered, turn.now());
    turn.schedule(Job::AskAboutDate, a.id.0, at);
}

/// The coming dates of a series, soonest first.
pub async fn coming(turn: &mut Turn<'_>, s: &ActivitySeries) -> Result<Vec<Activity>> {
    let now = turn.now();
    let ids = sql::coming(turn.db(), s.id, now).await?;
    store::all_of(turn.db(), &ids).await
}

/// Returns true if no date of the rule comes after this one.
pub fn is_last(s: &ActivitySeries, a: &Activity) -> bool {
    let (Some(series), Some(day)) = (of(&s.timing), a.series_day) else { return false };
    let evening = local_day_start(day, 23).plus(3599);
    series.next(evening, 1).is_empty()
}
