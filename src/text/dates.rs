//! Days and times in words, on the wall clock of Amsterdam.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Timelike, Weekday};
use chrono_tz::Europe::Amsterdam;
use serde::{Deserialize, Serialize};

use super::{Arg, texts};
use crate::model::{Language, Moment, words};

/// A calendar day in Amsterdam.
pub type Day = NaiveDate;

words! {
    /// A part of the day.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum DayPart {
        /// 06:00–12:00
        Morning = "morning",
        /// 12:00–18:00
        Afternoon = "afternoon",
        /// 18:00–23:00
        Evening = "evening",
    }
}

impl DayPart {
    /// From when to when it lasts.
    pub fn hours(self) -> (NaiveTime, NaiveTime) {
        let (from, to) = match self {
            DayPart::Morning => (6, 12),
            DayPart::Afternoon => (12, 18),
            DayPart::Evening => (18, 23),
        };
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        (hour(from), hour(to))
    }
}

fn local(at: Moment) -> Option<DateTime<chrono_tz::Tz>> {
    DateTime::from_timestamp(at.0, 0).map(|utc| utc.with_timezone(&Amsterdam))
}

/// The day it is in Amsterdam.
pub fn local_date(at: Moment) -> Day {
    local(at).map_or(NaiveDate::MIN, |l| l.date_naive())
}

/// Hour and minute on the wall clock.
pub fn local_time(at: Moment) -> (u32, u32) {
    local(at).map_or((0, 0), |l| (l.hour(), l.minute()))
}

/// The moment at which the wall clock first shows this hour of a day; where the clock skips that hour, the first moment after.
pub fn local_day_start(day: Day, hour: u32) -> Moment {
    let plain = day.and_time(NaiveTime::from_hms_opt(hour.min(23), 0, 0).unwrap_or_default());
    let found = Amsterdam
        .from_local_datetime(&plain)
        .earliest()
        .or_else(|| Amsterdam.from_local_datetime(&(plain + chrono::TimeDelta::hours(1))).earliest());
    Moment(found.map_or(0, |l| l.timestamp()))
}

/// '14:05', and '9:05' without a nought before it.
pub fn clock_words(at: Moment) -> String {
    let (hour, minute) = local_time(at);
    format!("{hour}:{minute:02}")
}

/// 'vandaag', 'morgen', 'donderdag 26 november', and the year where it is another one.
pub fn day_words(language: Language, day: Day, today: Day) -> String {
    if day == today {
        return texts().plain(language, "day-today", &[]);
    }
    if today.checked_add_days(Days::new(1)) == Some(day) {
        return texts().plain(language, "day-tomorrow", &[]);
    }
    date_words_in(language, day, today.year())
}

/// 'donderdag 26 november', and the year where it is another one than `year`: true on whatever day it is read.
pub fn date_words_in(language: Language, day: Day, year: i32) -> String {
    let weekday = texts().plain(language, &format!("weekday-{}", day.weekday().number_from_monday()), &[]);
    let month = texts().plain(language, &format!("month-{}", day.month()), &[]);
    let args = [
        ("weekday", Arg::Own(&weekday)),
        ("day", Arg::Own(&day.day().to_string())),
        ("month", Arg::Own(&month)),
        ("year", Arg::Own(&day.year().to_string())),
    ];
    texts().plain(language, if day.year() == year { "day-date" } else { "day-date-year" }, &args)
}

/// A day by its date, never 'today': true on whatever day it is read.
pub fn date_words(language: Language, day: Day) -> String {
    let far = if day.ordinal() > 2 { 1 } else { 300 };
    day_words(language, day, NaiveDate::from_yo_opt(day.year(), far).unwrap_or(NaiveDate::MIN))
}

/// From when to when, by date and the clock: 'zaterdag 28 november van 14:30 tot 16:00 uur'. True on whatever day it is read.
pub fn span_words(language: Language, from: Moment, to: Option<Moment>) -> String {
    let (day, time) = (date_words(language, local_date(from)), clock_words(from));
    let mut args = vec![("day", Arg::Own(&day)), ("from", Arg::Own(&time))];
    let Some(to) = to else { return texts().plain(language, "reading-at", &args) };
    let (last, until) = (date_words(language, local_date(to)), clock_words(to));
    args.push(("to", Arg::Own(&until)));
    // What ends in the night after it began needs no second day.
    if local_date(to) == local_date(from) || to.since(from) < 12 * 3600 {
        return texts().plain(language, "reading-from-to", &args);
    }
    args.push(("last", Arg::Own(&last)));
    texts().plain(language, "reading-across", &args)
}

/// The hour at which the night begins: nothing is said then to who did not just ask something.
const NIGHT_FROM: u32 = 21;

/// The hour at which it ends.
const NIGHT_TO: u32 = 8;

/// This moment, or eight in the morning after it where it falls in the night (21:00 to 8:00 in Amsterdam).
pub fn in_daytime(at: Moment) -> Moment {
    let (hour, _) = local_time(at);
    let day = local_date(at);
    if hour >= NIGHT_FROM {
        local_day_start(day.checked_add_days(Days::new(1)).unwrap_or(day), NIGHT_TO)
    } else if hour < NIGHT_TO {
        local_day_start(day, NIGHT_TO)
    } else {
        at
    }
}

/// The same time on the next working day, Monday to Friday; a holiday counts as one of them.
pub fn next_working_day(at: Moment) -> Moment {
    let days = match local_date(at).weekday() {
        Weekday::Fri => 3,
        Weekday::Sat => 2,
        _ => 1,
    };
    at.plus_days(days)
}

/// 'in de ochtend'.
pub fn part_words(language: Language, part: DayPart) -> String {
    texts().plain(language, &format!("part-{}", part.word()), &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_in_words() {
        let today = day("2026-11-23");
        for (d, nl, en) in [
            ("2026-11-23", "vandaag", "today"),
            ("2026-11-24", "morgen", "tomorrow"),
            ("2026-11-26", "donderdag 26 november", "Thursday 26 November"),
            ("2027-01-02", "zaterdag 2 januari 2027", "Saturday 2 January 2027"),
        ] {
            assert_eq!(day_words(Language::Nl, day(d), today), nl);
            assert_eq!(day_words(Language::En, day(d), today), en);
        }
    }

    #[test]
    fn from_when_to_when() {
        let at = |d: &str, hour| local_day_start(day(d), hour);
        let from = at("2026-11-28", 14);
        for (to, words) in [
            (None, "zaterdag 28 november om 14:00 uur"),
            (Some(at("2026-11-28", 16)), "zaterdag 28 november van 14:00 tot 16:00 uur"),
            (Some(at("2026-11-29", 1)), "zaterdag 28 november van 14:00 tot 1:00 uur"),
            (Some(at("2026-11-29", 15)), "zaterdag 28 november om 14:00 uur tot zondag 29 november om 15:00 uur"),
        ] {
            assert_eq!(span_words(Language::Nl, from, to), words);
        }
    }

    #[test]
    fn nothing_is_said_at_night() {
        let at = |d: &str, hour| local_day_start(day(d), hour);
        for (from, to) in [
            (at("2026-11-23", 8), at("2026-11-23", 8)),
            (at("2026-11-23", 8).plus(-1), at("2026-11-23", 8)),
            (at("2026-11-23", 21).plus(-1), at("2026-11-23", 21).plus(-1)),
            (at("2026-11-23", 21), at("2026-11-24", 8)),
            (at("2026-11-24", 0), at("2026-11-24", 8)),
            // The nights in which the clock changes.
            (at("2026-03-28", 22), at("2026-03-29", 8)),
            (at("2026-10-25", 2), at("2026-10-25", 8)),
        ] {
            assert_eq!(in_daytime(from), to);
        }
    }

    #[test]
    fn a_working_day_later() {
        for (from, to) in [("2026-11-23", "2026-11-24"), ("2026-11-27", "2026-11-30"), ("2026-11-28", "2026-11-30")] {
            assert_eq!(next_working_day(local_day_start(day(from), 10)), local_day_start(day(to), 10), "{from}");
        }
    }

    #[test]
    fn the_wall_clock_moves_with_summer_and_winter() {
        assert_eq!(local_day_start(day("2026-11-23"), 0), Moment(1_795_388_400));
        assert_eq!(clock_words(local_day_start(day("2026-10-25"), 9)), "9:00");
        // 02:00 does not exist on the night that the clock goes forward.
        assert_eq!(clock_words(local_day_start(day("2026-03-29"), 2)), "3:00");
        assert_eq!(local_date(Moment(1_795_388_399)), day("2026-11-22"));
    }
}
