//! When help is needed: chosen from buttons or typed, kept as days in Amsterdam, shown as days. 'Morgen' on a card would be wrong a
//! day later, so a card names the day. Pure.

use chrono::{Datelike, Days, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::model::{Language, Moment};
use crate::text::{Arg, Day, DayPart, date_words, local_date, local_day_start, part_of, part_words, texts};
use crate::when::{Point, Timing};

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

/// When help is needed, as its asker says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Asked {
    /// By a button.
    Button(When),
    /// In own words.
    Typed(Timing),
}

/// When help is needed, as it is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First and last day; `None`: no date.
    pub days: Option<(Day, Day)>,
    /// Part of the day.
    pub part: Option<DayPart>,
    /// The time at which it begins on the first day.
    pub from: Option<NaiveTime>,
    /// The time at which it is over on the last day; in the night after it, where it begins later than this on one day.
    pub to: Option<NaiveTime>,
    /// Were both days said? Then help is needed on all of them, and not just by the last.
    pub said: bool,
}

/// So many seconds something lasts of which only the beginning is known.
const USUALLY_LASTS: i64 = 3600;

impl Span {
    /// Counted from the moment at which it was sent.
    pub fn of(asked: &Asked, part: Option<DayPart>, sent: Moment) -> Span {
        let today = local_date(sent);
        let later = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let days = match asked {
            Asked::Typed(timing) => return Span::typed(timing, part, today),
            Asked::Button(When::Today) => Some((today, today)),
            Asked::Button(When::Tomorrow) => Some((later(1), later(1))),
            Asked::Button(When::Week) => Some((today, later(6))),
            Asked::Button(When::Later) => None,
        };
        Span { days, part, ..Span::default() }
    }

    fn typed(timing: &Timing, part: Option<DayPart>, today: Day) -> Span {
        let start = timing.start;
        if let Some(part) = part_of(timing) {
            return Span { days: Some((start.day, start.day)), part: Some(part), ..Span::default() };
        }
        let end = timing.end.unwrap_or(Point::on(start.day));
        let night =
            start.day.succ_opt() == Some(end.day) && end.time.is_some_and(|to| start.time.is_some_and(|f| to <= f));
        let last = if night { start.day } else { end.day };
        // 'Deze week' on a Wednesday began on Monday.
        let first = start.day.max(today).min(last);
        let part = part.filter(|_| start.time.is_none() && end.time.is_none());
        Span { days: Some((first, last)), part, from: start.time, to: end.time, said: first != last }
    }

    /// Another day, at the same times.
    pub fn on(self, day: Day) -> Span {
        Span { days: Some((day, day)), said: false, ..self }
    }

    /// When it begins, where that was said.
    pub fn begins(self) -> Option<Moment> {
        let (first, _) = self.days.filter(|(first, last)| first == last)?;
        Some(Point { day: first, time: Some(self.from?) }.moment())
    }

    /// When its time is over: as was said, or the end of the part of its last day. `None` if it has no date.
    pub fn end(self) -> Option<Moment> {
        let (first, last) = self.days?;
        let at = |day, time| Point { day, time: Some(time) }.moment();
        Some(match (self.from, self.to) {
            (Some(from), Some(to)) if first == last && to <= from => at(last.succ_opt().unwrap_or(last), to),
            (_, Some(to)) => at(last, to),
            (Some(from), None) => at(last, from).plus(USUALLY_LASTS),
            (None, None) => {
                let hour = match self.part {
                    Some(DayPart::Morning) => 12,
                    Some(DayPart::Afternoon) => 18,
                    Some(DayPart::Evening) | None => 22,
                };
                local_day_start(last, hour)
            }
        })
    }

    /// 'dinsdag 24 november van 14:00 tot 16:00 uur': true on whatever day it is read.
    pub fn words(self, language: Language) -> String {
        if let (Some((first, last)), Some(from), Some(to)) = (self.days.filter(|(a, b)| a != b), self.from, self.to) {
            let (first, last) = (date_words(language, first), date_words(language, last));
            let args = [("day", first), ("from", clock(from)), ("last", last), ("to", clock(to))];
            return fill(language, "reading-across", &args);
        }
        let day = self.day_words(language);
        match self.time_words(language) {
            Some(time) if self.from.or(self.to).is_some() => {
                fill(language, "when-day-time", &[("day", day), ("time", time)])
            }
            Some(part) => format!("{day}, {part}"),
            None => day,
        }
    }

    /// The days, without the time.
    pub fn day_words(self, language: Language) -> String {
        match self.days {
            None => texts().plain(language, "when-no-date", &[]),
            Some((from, to)) if from == to => date_words(language, to),
            Some((from, to)) if self.said => fill(
                language,
                "reading-days",
                &[("day", date_words(language, from)), ("last", date_words(language, to))],
            ),
            Some((_, to)) => fill(language, "when-until", &[("day", date_words(language, to))]),
        }
    }

    /// The time, or the part of the day: 'in de ochtend', 'van 14:00 tot 16:00 uur'.
    pub fn time_words(self, language: Language) -> Option<String> {
        match (self.from, self.to) {
            (Some(from), Some(to)) => Some(fill(language, "when-from-to", &[("from", clock(from)), ("to", clock(to))])),
            (Some(from), None) => Some(fill(language, "when-at", &[("from", clock(from))])),
            (None, Some(to)) => Some(fill(language, "when-to", &[("to", clock(to))])),
            (None, None) => self.part.map(|part| part_words(language, part)),
        }
    }
}

fn clock(time: NaiveTime) -> String {
    time.format("%-H:%M").to_string()
}

fn fill(language: Language, id: &str, args: &[(&str, String)]) -> String {
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, words)| (*name, Arg::Own(words))).collect();
    texts().plain(language, id, &args)
}

/// The dates of a series: every so many weeks, on this day of the week (0 is Monday) where no nearer day was named. Counted
/// from the moment at which it was sent; the first is never earlier than what was asked for.
pub fn dates(asked: &Asked, day: Option<u32>, weeks: u64, times: i64, sent: Moment) -> Vec<Day> {
    let today = local_date(sent);
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let from = match asked {
        Asked::Button(When::Today) => today,
        Asked::Button(When::Tomorrow | When::Week | When::Later) => tomorrow,
        Asked::Typed(timing) => timing.start.day.max(today),
    };
    let first = match day.filter(|_| weekday_of(asked, sent).is_none()) {
        None => from,
        Some(day) => {
            let ahead = (day % 7 + 7 - from.weekday().num_days_from_monday()) % 7;
            from.checked_add_days(Days::new(ahead.into())).unwrap_or(from)
        }
    };
    let nth = |n: i64| first.checked_add_days(Days::new(7 * weeks * u64::try_from(n).unwrap_or_default()));
    (0..times).filter_map(nth).collect()
}

/// The day of the week of the one day that was named, by its number from Monday. `None` if no single day was.
pub fn weekday_of(asked: &Asked, sent: Moment) -> Option<u32> {
    let today = local_date(sent).weekday().num_days_from_monday();
    match asked {
        Asked::Button(When::Today) => Some(today),
        Asked::Button(When::Tomorrow) => Some((today + 1) % 7),
        Asked::Button(When::Week | When::Later) => None,
        Asked::Typed(timing) => {
            let span = Span::of(asked, None, sent);
            span.days.filter(|(first, last)| first == last).map(|_| timing.start.day.weekday().num_days_from_monday())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clock_words;
    use crate::when::{Purpose, read};

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
            let span = Span::of(&Asked::Button(when), part, sent);
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
            let got: Vec<String> =
                dates(&Asked::Button(when), weekday, weeks, times, sent).iter().map(Day::to_string).collect();
            assert_eq!(got, expected, "{when:?} {weekday:?}");
        }
        assert_eq!(weekday_of(&Asked::Button(When::Today), sent), Some(0));
        assert_eq!(weekday_of(&Asked::Button(When::Tomorrow), sent.plus_days(6)), Some(0));
        assert_eq!(weekday_of(&Asked::Button(When::Week), sent), None);
    }

    fn typed(text: &str, sent: Moment) -> Asked {
        Asked::Typed(Timing::of(&read(text, sent, Purpose::Request).unwrap()))
    }

    #[test]
    fn what_was_typed_is_kept_whole() {
        // A Monday, ten in the morning.
        let sent = local_day_start(day("2026-11-23"), 10);
        for (text, words, end) in [
            ("zaterdag om twee uur", "zaterdag 28 november om 14:00 uur", "2026-11-28 15:00"),
            ("zaterdag van 14 tot 16 uur", "zaterdag 28 november van 14:00 tot 16:00 uur", "2026-11-28 16:00"),
            ("vrijdag van 22 tot 1 uur", "vrijdag 27 november van 22:00 tot 1:00 uur", "2026-11-28 01:00"),
            ("morgenochtend", "dinsdag 24 november, in de ochtend", "2026-11-24 12:00"),
            ("overmorgen", "woensdag 25 november", "2026-11-25 22:00"),
            ("vandaag tot 17 uur", "maandag 23 november tot 17:00 uur", "2026-11-23 17:00"),
            ("vrijdag t/m zondag", "vrijdag 27 november tot en met zondag 29 november", "2026-11-29 22:00"),
            (
                "van vrijdag 20 uur tot zondag 15 uur",
                "vrijdag 27 november om 20:00 uur tot zondag 29 november om 15:00 uur",
                "2026-11-29 15:00",
            ),
            ("2 januari", "zaterdag 2 januari", "2027-01-02 22:00"),
            // The night in which the clock goes back.
            (
                "31 oktober 2027 van 1 tot 5 uur 's nachts",
                "zondag 31 oktober van 1:00 tot 5:00 uur",
                "2027-10-31 05:00",
            ),
        ] {
            let span = Span::of(&typed(text, sent), None, sent);
            assert_eq!(span.words(Language::Nl), words, "{text}");
            let over = span.end().unwrap();
            assert_eq!(format!("{} {:0>5}", local_date(over), clock_words(over)), end, "{text}");
        }
        let english = Span::of(&typed("zaterdag van 14 tot 16 uur", sent), None, sent).words(Language::En);
        assert_eq!(english, "Saturday 28 November, 14:00 to 16:00");
        let week = Span::of(&typed("deze week", sent), None, sent.plus_days(2));
        assert_eq!(week.words(Language::Nl), "woensdag 25 november tot en met zondag 29 november");
    }

    #[test]
    fn a_typed_day_begins_a_series() {
        let sent = local_day_start(day("2026-11-23"), 10);
        for (text, weekday, expected) in [
            ("donderdag 10 uur", None, ["2026-11-26", "2026-12-03"]),
            ("donderdag 10 uur", Some(0), ["2026-11-26", "2026-12-03"]),
            ("volgende week", Some(2), ["2026-12-02", "2026-12-09"]),
        ] {
            let asked = typed(text, sent);
            let got: Vec<String> = dates(&asked, weekday, 1, 2, sent).iter().map(Day::to_string).collect();
            assert_eq!(got, expected, "{text} {weekday:?}");
        }
        assert_eq!(weekday_of(&typed("donderdag 10 uur", sent), sent), Some(3));
        assert_eq!(weekday_of(&typed("volgende week", sent), sent), None);
    }
}
