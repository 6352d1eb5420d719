//! When help is needed: chosen from buttons, kept as days in Amsterdam, shown as days. 'Morgen' on a card would be wrong a
//! day later, so a card names the day. Pure.

use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

use crate::model::{Language, Moment};
use crate::text::{Arg, Day, DayPart, date_words, local_date, local_day_start, part_words, texts};

/// What the asker chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// Today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// Within seven days, today among them.
    Week,
    /// No date.
    Later,
}

/// When help is needed, as it is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First and last day; none: no date.
    pub days: Option<(Day, Day)>,
    /// Part of the day.
    pub part: Option<DayPart>,
}

impl Span {
    /// Counted from the moment at which it was sent.
    pub fn of(when: When, part: Option<DayPart>, sent: Moment) -> Span {
        let today = local_date(sent);
        let later = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let days = match when {
            When::Today => Some((today, today)),
            When::Tomorrow => Some((later(1), later(1))),
            When::Week => Some((today, later(6))),
            When::Later => None,
        };
        Span { days, part }
    }

    /// When its time is over: the end of the part of its last day. None: it has no date.
    pub fn end(self) -> Option<Moment> {
        let hour = match self.part {
            Some(DayPart::Morning) => 12,
            Some(DayPart::Afternoon) => 18,
            Some(DayPart::Evening) | None => 22,
        };
        self.days.map(|(_, to)| local_day_start(to, hour))
    }

    /// 'dinsdag 24 november, in de ochtend': true on whatever day it is read.
    pub fn words(self, language: Language) -> String {
        let days = match self.days {
            None => texts().plain(language, "when-no-date", &[]),
            Some((from, to)) if from == to => date_words(language, to),
            Some((_, to)) => texts().plain(language, "when-until", &[("day", Arg::Own(&date_words(language, to)))]),
        };
        match self.part {
            Some(part) => format!("{days}, {}", part_words(language, part)),
            None => days,
        }
    }
}

/// The dates of a series: every so many weeks, on this day of the week (0 is Monday) where no nearer day was named. Counted
/// from the moment at which it was sent; the first is never earlier than what was asked for.
pub fn dates(when: When, day: Option<u32>, weeks: u64, times: i64, sent: Moment) -> Vec<Day> {
    let today = local_date(sent);
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let first = match (when, day) {
        (When::Today, _) => today,
        (When::Tomorrow, _) | (When::Week | When::Later, None) => tomorrow,
        (When::Week | When::Later, Some(day)) => {
            let ahead = (day % 7 + 7 - tomorrow.weekday().num_days_from_monday()) % 7;
            tomorrow.checked_add_days(Days::new(ahead.into())).unwrap_or(tomorrow)
        }
    };
    let nth = |n: i64| first.checked_add_days(Days::new(7 * weeks * u64::try_from(n).unwrap_or_default()));
    (0..times).filter_map(nth).collect()
}

/// The day of the week that today or tomorrow is, by its number from Monday; none where no day was named.
pub fn weekday_of(when: When, sent: Moment) -> Option<u32> {
    let today = local_date(sent).weekday().num_days_from_monday();
    match when {
        When::Today => Some(today),
        When::Tomorrow => Some((today + 1) % 7),
        When::Week | When::Later => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_counted_from_the_wall_clock_and_named_by_date() {
        // 23:00 in Amsterdam is 22:00 UTC; an hour later it is another day.
        let sent = local_day_start(day("2026-11-23"), 23);
        for (when, part, sent, nl, en) in [
            (When::Today, None, sent, "maandag 23 november", "Monday 23 November"),
            (When::Today, None, sent.plus(3600), "dinsdag 24 november", "Tuesday 24 November"),
            (
                When::Tomorrow,
                Some(DayPart::Morning),
                sent,
                "dinsdag 24 november, in de ochtend",
                "Tuesday 24 November, in the morning",
            ),
            (When::Week, None, sent, "uiterlijk zondag 29 november", "by Sunday 29 November at the latest"),
            (When::Later, None, sent, "geen vaste dag", "no fixed day"),
            (When::Later, Some(DayPart::Evening), sent, "geen vaste dag, in de avond", "no fixed day, in the evening"),
            (When::Tomorrow, None, local_day_start(day("2026-12-31"), 9), "vrijdag 1 januari", "Friday 1 January"),
        ] {
            let span = Span::of(when, part, sent);
            assert_eq!(span.words(Language::Nl), nl);
            assert_eq!(span.words(Language::En), en);
        }
    }

    #[test]
    fn the_dates_of_a_series() {
        // A Monday, ten in the morning.
        let sent = local_day_start(day("2026-11-23"), 10);
        for (when, weekday, weeks, times, expected) in [
            (When::Tomorrow, Some(4), 1, 3, &["2026-11-24", "2026-12-01", "2026-12-08"][..]),
            (When::Today, None, 2, 3, &["2026-11-23", "2026-12-07", "2026-12-21"]),
            (When::Week, Some(1), 1, 2, &["2026-11-24", "2026-12-01"]),
            // The same day of the week is a week from now: today may be too soon.
            (When::Later, Some(0), 1, 2, &["2026-11-30", "2026-12-07"]),
            (When::Later, Some(6), 1, 2, &["2026-11-29", "2026-12-06"]),
            (When::Later, None, 1, 2, &["2026-11-24", "2026-12-01"]),
            (When::Later, Some(4_000_000_000), 1, 1, &["2026-11-26"]),
        ] {
            let got: Vec<String> = dates(when, weekday, weeks, times, sent).iter().map(Day::to_string).collect();
            assert_eq!(got, expected, "{when:?} {weekday:?}");
        }
        assert_eq!(weekday_of(When::Today, sent), Some(0));
        assert_eq!(weekday_of(When::Tomorrow, sent.plus_days(6)), Some(0));
        assert_eq!(weekday_of(When::Week, sent), None);
    }
}
