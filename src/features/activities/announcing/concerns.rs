//! What an organiser is asked about before an activity is posted: what else is in that place then, what a whole group would
//! read, a holiday, months that lack the day. And what can't be posted at all.

use chrono::Months;

use super::draft::{Draft, KeptDraft, folded_place};
use crate::calendar::Series;
use crate::features::activities::model::{Concern, USUAL_LENGTH, What};
use crate::features::activities::screens::series::feast;
use crate::features::activities::store;
use crate::features::venues::Venue;
use crate::model::{ActivityId, Html, Moment, NeighbourhoodId, Result};
use crate::screen;
use crate::text::{Arg, date_words, local_date, local_day_start, span_words};
use crate::turn::Turn;
use crate::when::{self, Timing};

/// Longest activity, in days.
const DAYS_AT_MOST: i64 = 14;

/// How far ahead an activity may be, in months.
const MONTHS_AHEAD: u32 = 12;

/// How many dates of a series are held against what else happens.
const DATES_LOOKED_AT: usize = 8;

/// Why a time can't be. The text is `announce-{word}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeProblem {
    /// It has begun.
    Begun,
    /// More than a year ahead.
    Far,
    /// Longer than two weeks.
    Long,
}

impl TimeProblem {
    /// Id of the text that says so.
    pub fn text(self) -> &'static str {
        match self {
            TimeProblem::Begun => "announce-begun",
            TimeProblem::Far => "announce-far",
            TimeProblem::Long => "announce-long",
        }
    }
}

/// What is wrong with a time; `None` if nothing is.
pub fn time_problem(timing: &Timing, now: Moment) -> Option<TimeProblem> {
    let start = if timing.has_time() { timing.begins() } else { timing.begins().plus_days(1) };
    let year = local_date(now).checked_add_months(Months::new(MONTHS_AHEAD)).unwrap_or_default();
    let longest = timing.begins().plus_days(DAYS_AT_MOST);
    if start <= now {
        Some(TimeProblem::Begun)
    } else if timing.start.day > year {
        Some(TimeProblem::Far)
    } else {
        timing.ends().filter(|end| *end > longest).map(|_| TimeProblem::Long)
    }
}

/// The series that a timing says; `None` if it does not come back.
pub fn series(timing: &Timing) -> Option<Series> {
    let minutes = timing.ends().and_then(|end| u32::try_from(end.since(timing.begins()) / 60).ok());
    Series::new(when::wall(timing.begins()), minutes, timing.rule.as_deref()?, timing.except.clone()).ok()
}

/// The same on the last day of each month.
pub fn on_last_day(timing: &Timing) -> Option<Timing> {
    let changed = Timing { rule: Some(series(timing)?.on_last_day().ok()?.rule().to_owned()), ..timing.clone() };
    // The first time moves as well, where it is not the last day of its month.
    let first = series(&changed)?.next(local_day_start(timing.start.day, 0).plus(-1), 1).first()?.day;
    Some(changed.moved_to(first))
}

/// From when to when something lasts: of what comes back, its next dates.
fn spans(timing: &Timing) -> Vec<(Moment, Moment)> {
    let once = || vec![(timing.begins(), timing.ends())];
    let dates = series(timing).map_or_else(once, |s| {
        let before = timing.begins().plus(-1);
        s.next(before, DATES_LOOKED_AT).into_iter().map(|d| (d.start, d.end)).collect()
    });
    dates.into_iter().map(|(start, end)| (start, end.unwrap_or(start.plus(USUAL_LENGTH)))).collect()
}

/// What else happens in a place, in words.
pub struct Clash {
    /// What it is.
    pub title: String,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends, where that was said.
    pub ends_at: Option<Moment>,
}

/// The first other activity that is in this place at one of these times; `but` is not another one.
pub async fn clash(
    turn: &mut Turn<'_>,
    n: NeighbourhoodId,
    what: &What,
    timing: &Timing,
    but: Option<ActivityId>,
) -> Result<Option<Clash>> {
    let spans = spans(timing);
    let (Some(first), Some(last)) = (spans.iter().map(|s| s.0).min(), spans.iter().map(|s| s.1).max()) else {
        return Ok(None);
    };
    let there = store::planned_between(turn.db(), n, first.plus_days(-DAYS_AT_MOST), last).await?;
    let mine = folded_place(&what.place);
    let found = there.into_iter().filter(|other| Some(other.id) != but).find(|other| {
        let same = match (other.place_id, what.place_id) {
            (Some(one), Some(two)) => one == two,
            _ => folded_place(&other.place) == mine,
        };
        let over = other.ends_at.unwrap_or(other.starts_at.plus(USUAL_LENGTH));
        same && spans.iter().any(|(from, to)| other.starts_at < *to && *from < over)
    });
    Ok(found.map(|o| Clash { title: o.title, starts_at: o.starts_at, ends_at: o.ends_at }))
}

/// The first thing that its organiser is to be asked about, in the sender's language.
pub async fn first(
    turn: &mut Turn<'_>,
    n: NeighbourhoodId,
    kept: &KeptDraft,
    places: &[Venue],
) -> Result<Option<(Concern, Html)>> {
    let draft = &kept.draft;
    for concern in Concern::ALL.into_iter().filter(|c| !kept.agreed.contains(c)) {
        let found = match concern {
            Concern::Safety => safety(turn, draft, places),
            Concern::Months => months(turn, draft),
            Concern::Clash => clashing(turn, n, draft, places).await?,
            Concern::Holiday => holiday(turn, draft),
        };
        if let Some(text) = found {
            return Ok(Some((concern, text)));
        }
    }
    Ok(None)
}

fn safety(turn: &Turn<'_>, draft: &Draft, places: &[Venue]) -> Option<Html> {
    let all = format!("{}\n{}", draft.words(), draft.own_place(places).unwrap_or_default());
    let what = screen::gives_away(turn, &all)?;
    Some(turn.say("announce-safety", &[("what", Arg::Own(&what))]))
}

fn months(turn: &Turn<'_>, draft: &Draft) -> Option<Html> {
    let timing = draft.when.as_ref()?;
    let skips = series(timing)?.skips_months();
    let day = i64::from(chrono::Datelike::day(&timing.start.day));
    skips.then(|| turn.say("announce-months", &[("day", Arg::Number(day))]))
}

async fn clashing(turn: &mut Turn<'_>, n: NeighbourhoodId, draft: &Draft, places: &[Venue]) -> Result<Option<Html>> {
    let (Some(what), Some(timing)) = (draft.what(places, ""), &draft.when) else { return Ok(None) };
    let Some(other) = clash(turn, n, &what, timing, None).await? else { return Ok(None) };
    let when = span_words(turn.language(), other.starts_at, other.ends_at);
    let args = [("title", Arg::Words(&other.title)), ("when", Arg::Own(&when)), ("place", Arg::Words(&what.place))];
    Ok(Some(turn.say("announce-clash", &args)))
}

fn holiday(turn: &Turn<'_>, draft: &Draft) -> Option<Html> {
    let timing = draft.when.as_ref()?;
    let name = feast(turn.language(), timing.start.day)?;
    let day = date_words(turn.language(), timing.start.day);
    Some(turn.say("announce-holiday", &[("day", Arg::Own(&day)), ("name", Arg::Own(&name))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::{Purpose, read};

    /// Monday 23 November 2026, 10:00 in Amsterdam.
    const NOW: Moment = Moment(1_795_424_400);

    fn timing(words: &str) -> Timing {
        Timing::of(&read(words, NOW, Purpose::Activity).unwrap())
    }

    #[test]
    fn times_that_cannot_be() {
        for (words, expected) in [
            ("dinsdag 10 uur", None),
            ("vandaag 9.30 uur", Some(TimeProblem::Begun)),
            ("vandaag 11 uur", None),
            ("23 november 2027 10 uur", None),
            ("24 november 2027 10 uur", Some(TimeProblem::Far)),
            ("van 1 december 10 uur tot 14 december 17 uur", None),
            ("van 1 december 10 uur tot 16 december 17 uur", Some(TimeProblem::Long)),
            ("elke dinsdag 10 uur", None),
        ] {
            assert_eq!(time_problem(&timing(words), NOW), expected, "{words}");
        }
    }

    #[test]
    fn a_series_on_the_thirty_first_can_be_on_the_last_day() {
        let timing = Timing { rule: Some("FREQ=MONTHLY;BYMONTHDAY=31".into()), ..timing("31 december 19 uur") };
        assert!(series(&timing).unwrap().skips_months());
        let last = on_last_day(&timing).unwrap();
        assert_eq!(last.rule.as_deref(), Some("FREQ=MONTHLY;BYMONTHDAY=-1"));
        let kept: Timing = serde_json::from_value(serde_json::to_value(&last).unwrap()).unwrap();
        assert_eq!(kept, last);
        let days: Vec<String> = series(&kept).unwrap().next(NOW, 3).iter().map(|d| d.day.to_string()).collect();
        assert_eq!(days, ["2026-12-31", "2027-01-31", "2027-02-28"]);
    }

    #[test]
    fn every_date_of_a_series_is_looked_at() {
        assert_eq!(spans(&timing("elke dinsdag 10-12 uur")).len(), DATES_LOOKED_AT);
        let once = spans(&timing("dinsdag 10 uur"));
        assert_eq!(once.iter().map(|(from, to)| to.since(*from)).collect::<Vec<_>>(), [USUAL_LENGTH]);
    }
}
