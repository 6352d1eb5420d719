//! All coming dates of a series at once: another time, place or name 'alle volgende keren', and another organiser. A date that was
//! changed by itself keeps that change. Everybody whom it concerns is told once, however many dates they signed up for.

use std::collections::BTreeMap;

use chrono::{NaiveTime, TimeDelta};

use super::rules::Pace;
use super::{asking, dates};
use crate::features::activities::model::{Activity, ActivitySeries, What, thing};
use crate::features::activities::screens::{refresh, series as words};
use crate::features::activities::show::say;
use crate::features::activities::store::{self, hosting as dates_sql, series as sql};
use crate::features::activities::tell::{self, AT_ONCE, Hours};
use crate::features::activities::{attendance, lifecycle, people};
use crate::model::{Content, Html, Language, Moment, PersonId, Result, SeriesId};
use crate::text::{Arg, local_day_start};
use crate::turn::Turn;
use crate::when::{Point, Timing, wall};

/// Most dates that a group reads of where it did not read of the change before.
const SHOWN_IN_GROUP: usize = 3;

/// At what time of the day the dates of a series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// When they begin, on the wall clock.
    pub from: NaiveTime,
    /// How long they take, in minutes; `None`: not said.
    pub minutes: Option<u32>,
}

/// The series of a date, where more dates may follow: what changes can be meant for all of them.
pub async fn series_with_date(turn: &mut Turn<'_>, a: &Activity) -> Result<Option<SeriesId>> {
    // Who organises one date alone decides nothing about the others.
    Ok(sql::of_date(turn.db(), a).await?.filter(|s| !s.ended && s.organiser == a.organiser).map(|s| s.id))
}

/// What further dates of a series are made of.
pub async fn what_of(turn: &mut Turn<'_>, id: SeriesId) -> Result<What> {
    Ok(sql::load(turn.db(), id).await?.what)
}

/// What changed about one date.
struct Changed {
    was: Activity,
    now: Activity,
}

/// From now on a series is this, at these times where they change. Who may do that was asked before. Returns true if anything changed.
pub async fn change_all_dates(turn: &mut Turn<'_>, id: SeriesId, what: &What, times: Option<Times>) -> Result<bool> {
    let s = sql::load(turn.db(), id).await?;
    let timing = times.map_or_else(|| s.timing.clone(), |times| at_times(&s.timing, times));
    let (Some(old), Some(new)) = (dates::of(&s.timing), dates::of(&timing)) else { return Ok(false) };
    if (what, &timing) == (&s.what, &s.timing) || !sql::rewrite(turn.db(), id, what, &timing).await? {
        return Ok(false);
    }
    let now = turn.now();
    let mut changed = Vec::new();
    for was in dates::coming(turn, &s).await? {
        let Some(day) = was.series_day else { continue };
        let before = local_day_start(day, 0).plus(-1);
        let on_day = |series: &crate::calendar::Series| series.next(before, 1).into_iter().find(|o| o.day == day);
        let follows = on_day(&old).filter(|o| (o.start, o.end) == (was.starts_at, was.ends_at));
        let (starts_at, ends_at) = match follows.and_then(|_| on_day(&new)) {
            Some(date) if date.start > now => (date.start, date.end),
            Some(_) | None => (was.starts_at, was.ends_at),
        };
        let part = follow_series(&was.what, &s.what, what);
        if (&part, starts_at, ends_at) != (&was.what, was.starts_at, was.ends_at) {
            changed.extend(move_one(turn, was, part, (starts_at, ends_at)).await?);
        }
    }
    for Changed { now, .. } in &changed {
        lifecycle::plan(turn, now);
        if !now.confirmed {
            dates::plan(turn, now, Pace::of(&new), s.on_worklist.is_some()).await?;
        }
        attendance::fill(turn, now).await?;
        refresh::all(turn, now.id).await?;
    }
    tell_all(turn, &s, &changed).await?;
    if turn.sender().is_some_and(|p| p.id == s.organiser) {
        asking::organiser_answered(turn, &s, None).await?;
    }
    Ok(true)
}

/// The days of a timing, at other times.
fn at_times(timing: &Timing, times: Times) -> Timing {
    let start = Point { day: timing.start.day, time: Some(times.from) };
    let first = timing.start.day.and_time(times.from);
    let end = times.minutes.map(|m| first + TimeDelta::minutes(i64::from(m)));
    Timing { start, end: end.map(|e| Point { day: e.date(), time: Some(e.time()) }), ..timing.clone() }
}

/// What a date becomes: every part that is as the series was becomes as the series is.
fn follow_series(date: &What, old: &What, new: &What) -> What {
    fn follow_part<T: Clone + PartialEq>(date: &T, old: &T, new: &T) -> T {
        if date == old { new.clone() } else { date.clone() }
    }
    let place = |w: &What| (w.place_id, w.place.clone());
    let (place_id, place) = follow_part(&place(date), &place(old), &place(new));
    What {
        kind: follow_part(&date.kind, &old.kind, &new.kind),
        title: follow_part(&date.title, &old.title, &new.title),
        details: follow_part(&date.details, &old.details, &new.details),
        place_id,
        place,
        capacity: follow_part(&date.capacity, &old.capacity, &new.capacity),
        cost: follow_part(&date.cost, &old.cost, &new.cost),
        access: follow_part(&date.access, &old.access, &new.access),
    }
}

async fn move_one(
    turn: &mut Turn<'_>,
    was: Activity,
    what: What,
    (starts_at, ends_at): (Moment, Option<Moment>),
) -> Result<Option<Changed>> {
    let now = turn.now();
    let moved = (starts_at, ends_at, &what.place) != (was.starts_at, was.ends_at, &was.what.place);
    if !dates_sql::rewrite(turn.db(), (was.id, was.version), &what, (starts_at, ends_at), moved, now).await? {
        return Ok(None);
    }
    let now = store::load(turn.db(), was.id).await?;
    Ok(Some(Changed { was, now }))
}

/// What it was and what it is from now on, in lines. `again`: a change before is not read yet, so that how it was says nothing.
fn news(language: Language, s: &ActivitySeries, changed: &Changed, again: bool) -> Html {
    let Changed { was, now } = changed;
    let title = s.what.title_line();
    let mut text = say(language, "returning-changed", &[("title", Arg::Words(&title))]);
    if again {
        return text;
    }
    let (old, new) = (words::times(language, was), words::times(language, now));
    for (id, old, new) in [
        ("returning-changed-time", &old, &new),
        ("returning-changed-place", &was.what.place, &now.what.place),
        ("returning-changed-title", &was.what.title, &now.what.title),
    ] {
        if old != new {
            text = text.line(&say(language, id, &[("old", Arg::Words(old)), ("new", Arg::Words(new))]));
        }
    }
    text
}

/// Tells everybody who comes to one of these dates or waits for it, once, and each group once.
async fn tell_all(turn: &mut Turn<'_>, s: &ActivitySeries, changed: &[Changed]) -> Result<()> {
    let concerns = |c: &&Changed| {
        let (was, now) = (&c.was.what, &c.now.what);
        c.was.starts_at != c.now.starts_at
            || c.was.ends_at != c.now.ends_at
            || (&was.place, &was.title, &was.cost) != (&now.place, &now.title, &now.cost)
            || (&was.access, &was.details) != (&now.access, &now.details)
    };
    let mut whom: BTreeMap<PersonId, Vec<&Changed>> = BTreeMap::new();
    for change in changed.iter().filter(concerns) {
        for person in people::concerned(turn, change.now.id).await? {
            whom.entry(person.id).or_default().push(change);
        }
    }
    let Some(first) = changed.iter().find(concerns) else { return Ok(()) };
    // Who did not read of the change before yet reads the newest alone, and nobody at night.
    let soonest = first.was.starts_at.min(first.now.starts_at);
    let name = format!("{}:all:{}", thing(first.now.id).feature, s.id);
    let waiting = turn.waiting_under(&name).await?;
    let hours = Hours::of(turn, soonest, first.was.over_at().max(first.now.over_at()));
    let hours = hours.newest(name, whom.len() > AT_ONCE);
    for (id, changes) in whom {
        let person = turn.person(id).await?;
        let Some(first) = changes.first() else { continue };
        let language = person.language;
        let text = news(language, s, first, waiting.contains(&person.chat));
        let text = text.paragraph(&say(language, "returning-changed-dates", &[]));
        let text = changes.iter().fold(text, |text, change| text.line(&words::line(language, &change.now)));
        tell::person(turn, &first.now, &person, &hours, Content::text(text));
    }
    let Some(first) = changed.iter().filter(concerns).find(|c| c.now.carded) else { return Ok(()) };
    let coming: Vec<&Changed> = changed.iter().filter(concerns).take(SHOWN_IN_GROUP).collect();
    tell::groups(turn, &first.now, &hours, |chat, language| {
        let again = waiting.contains(&chat);
        let text = news(language, s, first, again);
        match again {
            true => coming.iter().fold(text, |text, change| text.line(&words::line(language, &change.now))),
            false => text,
        }
    })
    .await
}

/// The time of the day at which a date is, for who changes it and means all of them.
impl From<&Activity> for Times {
    fn from(a: &Activity) -> Times {
        let from = wall(a.starts_at);
        let minutes = a.ends_at.and_then(|end| u32::try_from((wall(end) - from).num_minutes()).ok());
        Times { from: from.time(), minutes }
    }
}
