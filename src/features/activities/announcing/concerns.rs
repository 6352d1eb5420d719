//! What an organiser is asked about before an activity is posted: what else is in that place then, what a whole group would
//! read, a holiday, months that lack the day. And what can't be posted at all.

use chrono::Months;

use super::draft::{ActivityDraft, KeptDraft, folded_place};
use crate::features::activities::model::{Concern, over_at};
use crate::features::activities::recurring::series_of;
use crate::features::activities::screens::series::feast;
use crate::features::activities::store;
use crate::features::venues::Venue;
use crate::model::{Html, Moment, NeighbourhoodId, Result};
use crate::screen;
use crate::text::{Arg, date_words, local_date, local_day_start, span_words};
use crate::turn::Turn;
use crate::when::Timing;

/// Longest activity, in days.
const DAYS_AT_MOST: i64 = 14;

/// How far ahead an activity may be, in months.
const MONTHS_AHEAD: u32 = 12;

/// How many dates of a series are held against what else happens.
const DATES_LOOKED_AT: usize = 8;

/// Id of the text that says what is wrong with a time; `None` if nothing is.
pub fn time_problem(timing: &Timing, now: Moment) -> Option<&'static str> {
    let start = if timing.has_time() { timing.begins() } else { timing.begins().plus_days(1) };
    let year = local_date(now).checked_add_months(Months::new(MONTHS_AHEAD)).unwrap_or_default();
    let longest = timing.begins().plus_days(DAYS_AT_MOST);
    if start <= now {
        Some("announce-begun")
    } else if timing.start.day > year {
        Some("announce-far")
    } else {
        timing.ends().filter(|end| *end > longest).map(|_| "announce-long")
    }
}

/// The same on the last day of each month.
pub fn on_last_day(timing: &Timing) -> Option<Timing> {
    let changed = Timing { rule: Some(series_of(timing)?.on_last_day().ok()?.rule().to_owned()), ..timing.clone() };
    // The first time moves as well, where it is not the last day of its month.
    let first = series_of(&changed)?.next(local_day_start(timing.start.day, 0).plus(-1), 1).first()?.day;
    Some(changed.moved_to(first))
}

/// From when to when something lasts: of what comes back, its next dates.
fn spans(timing: &Timing) -> Vec<(Moment, Moment)> {
    let once = || vec![(timing.begins(), timing.ends())];
    let dates = series_of(timing).map_or_else(once, |s| {
        let before = timing.begins().plus(-1);
        s.next(before, DATES_LOOKED_AT).into_iter().map(|d| (d.start, d.end)).collect()
    });
    dates.into_iter().map(|(start, end)| (start, over_at(start, end))).collect()
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

fn safety(turn: &Turn<'_>, draft: &ActivityDraft, places: &[Venue]) -> Option<Html> {
    let all = format!("{}\n{}", draft.words(), draft.own_place(places).unwrap_or_default());
    let what = screen::gives_away(turn, &all)?;
    Some(turn.say("announce-safety", &[("what", Arg::Own(&what))]))
}

fn months(turn: &Turn<'_>, draft: &ActivityDraft) -> Option<Html> {
    let timing = draft.when.as_ref()?;
    let skips = series_of(timing)?.skips_months();
    let day = i64::from(chrono::Datelike::day(&timing.start.day));
    skips.then(|| turn.say("announce-months", &[("day", Arg::Number(day))]))
}

/// The first other activity that is in this place at one of these times.
async fn clashing(
    turn: &mut Turn<'_>,
    n: NeighbourhoodId,
    draft: &ActivityDraft,
    places: &[Venue],
) -> Result<Option<Html>> {
    let (Some(what), Some(timing)) = (draft.what(places, ""), &draft.when) else { return Ok(None) };
    let spans = spans(timing);
    let (Some(first), Some(last)) = (spans.iter().map(|s| s.0).min(), spans.iter().map(|s| s.1).max()) else {
        return Ok(None);
    };
    let there = store::hosting::others_between(turn.db(), n, None, (first, last)).await?;
    let mine = folded_place(&what.place);
    let clash = there.into_iter().find(|other| {
        let same = match (other.place_id, what.place_id) {
            (Some(one), Some(two)) => one == two,
            _ => folded_place(&other.place) == mine,
        };
        let over = over_at(other.starts_at, other.ends_at);
        same && spans.iter().any(|(from, to)| other.starts_at < *to && *from < over)
    });
    let Some(other) = clash else { return Ok(None) };
    let when = span_words(turn.language(), other.starts_at, other.ends_at);
    let args = [("title", Arg::Words(&other.title)), ("when", Arg::Own(&when)), ("place", Arg::Words(&what.place))];
    Ok(Some(turn.say("announce-clash", &args)))
}

fn holiday(turn: &Turn<'_>, draft: &ActivityDraft) -> Option<Html> {
    let timing = draft.when.as_ref()?;
    let name = feast(turn.language(), timing.start.day)?;
    let day = date_words(turn.language(), timing.start.day);
    Some(turn.say("announce-holiday", &[("day", Arg::Own(&day)), ("name", Arg::Own(&name))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::activities::model::USUAL_LENGTH;
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
            ("vandaag 9.30 uur", Some("announce-begun")),
            ("vandaag 11 uur", None),
            ("23 november 2027 10 uur", None),
            ("24 november 2027 10 uur", Some("announce-far")),
            ("van 1 december 10 uur tot 14 december 17 uur", None),
            ("van 1 december 10 uur tot 16 december 17 uur", Some("announce-long")),
            ("elke dinsdag 10 uur", None),
        ] {
            assert_eq!(time_problem(&timing(words), NOW), expected, "{words}");
        }
    }

    #[test]
    fn a_series_on_the_thirty_first_can_be_on_the_last_day() {
        let timing = Timing { rule: Some("FREQ=MONTHLY;BYMONTHDAY=31".into()), ..timing("31 december 19 uur") };
        assert!(series_of(&timing).unwrap().skips_months());
        let last = on_last_day(&timing).unwrap();
        assert_eq!(last.rule.as_deref(), Some("FREQ=MONTHLY;BYMONTHDAY=-1"));
        let kept: Timing = serde_json::from_value(serde_json::to_value(&last).unwrap()).unwrap();
        assert_eq!(kept, last);
        let days: Vec<String> = series_of(&kept).unwrap().next(NOW, 3).iter().map(|d| d.day.to_string()).collect();
        assert_eq!(days, ["2026-12-31", "2027-01-31", "2027-02-28"]);
    }

    #[test]
    fn every_date_of_a_series_is_looked_at() {
        assert_eq!(spans(&timing("elke dinsdag 10-12 uur")).len(), DATES_LOOKED_AT);
        let once = spans(&timing("dinsdag 10 uur"));
        assert_eq!(once.iter().map(|(from, to)| to.since(*from)).collect::<Vec<_>>(), [USUAL_LENGTH]);
    }
}
