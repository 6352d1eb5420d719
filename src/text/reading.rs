//! What was read of a sentence, said back: 'zaterdag 28 november van 14:30 tot 16:00 uur', 'elke dinsdag, 10:00 tot 12:00'. So that
//! people see how Stoep understood them before anything is done with it.

use chrono::{Datelike, NaiveTime, Weekday};

use super::{Arg, Day, DayPart, date_words_in, day_words, part_words, texts};
use crate::model::Language;
use crate::when::{Every, Note, Point, Reading, Repeat, Timing, Unread};

fn time_words(time: NaiveTime) -> String {
    time.format("%-H:%M").to_string()
}

fn weekday_words(language: Language, day: Weekday) -> String {
    texts().plain(language, &format!("weekday-{}", day.number_from_monday()), &[])
}

/// A reading in one line, without what is to be said about it.
pub fn reading_words(language: Language, reading: &Reading, today: Day) -> String {
    let day = |day: Day| day_words(language, day, today);
    let first = once_words(language, reading.start, reading.end, &day);
    let Some(repeat) = &reading.repeat else { return first };
    let rule = rule(language, repeat, &day);
    texts().plain(language, "reading-repeat", &[("rule", Arg::Own(&rule)), ("first", Arg::Own(&first))])
}

/// What is kept of a reading, in one line. Days by their dates, never 'today', so that it stays true on whatever day it is
/// read; the year where it is another one than today's.
pub fn timing_words(language: Language, timing: &Timing, today: Day) -> String {
    let day = |day: Day| date_words_in(language, day, today.year());
    let first = match part_of(timing) {
        Some(part) => format!("{}, {}", day(timing.start.day), part_words(language, part)),
        None => once_words(language, timing.start, timing.end, &day),
    };
    let Some(repeat) = timing.repeat() else { return first };
    let rule = rule(language, &repeat, &day);
    texts().plain(language, "reading-from", &[("rule", Arg::Own(&rule)), ("first", Arg::Own(&first))])
}

/// The part of one day that it lasts, where it lasts just that: 'morgenochtend' was said.
pub fn part_of(timing: &Timing) -> Option<DayPart> {
    let (from, end) = (timing.start.time?, timing.end.filter(|end| end.day == timing.start.day)?);
    let to = end.time?;
    DayPart::ALL.into_iter().find(|part| part.hours() == (from, to))
}

/// How a day is said.
type DayWords<'a> = &'a dyn Fn(Day) -> String;

fn once_words(language: Language, start: Point, end: Option<Point>, day_words: DayWords<'_>) -> String {
    let fill = |id: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, Arg::Own(value))).collect();
        texts().plain(language, id, &args)
    };
    let day = day_words(start.day);
    let from = start.time.map(time_words);
    let one_night = is_night(start, end);
    let end = end.map(|Point { day, time }| (day, time.map(time_words)));
    match (from, end) {
        (None, None) => day,
        (Some(from), None) => fill("reading-at", &[("day", &day), ("from", &from)]),
        (None, Some((last, None))) => fill("reading-days", &[("day", &day), ("last", &day_words(last))]),
        (Some(from), Some((last, None))) => {
            let first = fill("reading-at", &[("day", &day), ("from", &from)]);
            fill("reading-days", &[("day", &first), ("last", &day_words(last))])
        }
        (Some(from), Some((last, Some(to)))) if last == start.day || one_night => {
            fill("reading-from-to", &[("day", &day), ("from", &from), ("to", &to)])
        }
        (Some(from), Some((last, Some(to)))) => {
            let last = day_words(last);
            fill("reading-across", &[("day", &day), ("from", &from), ("last", &last), ("to", &to)])
        }
        (None, Some((last, Some(to)))) => {
            let last = day_words(last);
            fill("reading-until", &[("day", &last), ("to", &to)])
        }
    }
}

/// Does it end in the night after it began? Then the day needs no second name.
fn is_night(start: Point, end: Option<Point>) -> bool {
    let Some(end) = end else { return false };
    let early = end.time.is_some_and(|t| t < NaiveTime::from_hms_opt(6, 0, 0).unwrap_or_default());
    early && start.day.succ_opt() == Some(end.day)
}

/// How something comes back, in words.
pub fn rule_words(language: Language, repeat: &Repeat, today: Day) -> String {
    rule(language, repeat, &|day| day_words(language, day, today))
}

fn rule(language: Language, repeat: &Repeat, day_words: DayWords<'_>) -> String {
    let number = ("n", Arg::Number(i64::from(repeat.interval)));
    let plain = |id: &str, args: &[(&str, Arg<'_>)]| texts().plain(language, id, args);
    let weekdays: Vec<Weekday> = repeat.on.iter().map(|d| d.1).collect();
    let working = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let days: Vec<String> = repeat
        .on
        .iter()
        .map(|(nth, day)| {
            let weekday = weekday_words(language, *day);
            nth.map_or_else(
                || weekday.clone(),
                |n| plain("reading-nth", &[("n", Arg::Number(i64::from(n))), ("weekday", Arg::Own(&weekday))]),
            )
        })
        .collect();
    let days = in_a_row(language, &days);
    let mut words = match repeat.every {
        Every::Hour => plain("reading-every-hour", &[number]),
        Every::Day => plain("reading-every-day", &[number]),
        Every::Week if weekdays == working && repeat.interval == 1 => plain("reading-working-days", &[]),
        Every::Week if weekdays.is_empty() => plain("reading-every-week", &[number]),
        Every::Week => plain("reading-every-week-on", &[number, ("days", Arg::Own(&days))]),
        Every::Month if !weekdays.is_empty() => plain("reading-every-month-on", &[("days", Arg::Own(&days))]),
        Every::Month => match repeat.month_day {
            Some(-1) => plain("reading-every-month-last", &[]),
            Some(day) => plain("reading-every-month-day", &[("day", Arg::Own(&day.to_string()))]),
            None => plain("reading-every-month", &[number]),
        },
        Every::Year => plain("reading-every-year", &[]),
    };
    if let Some(count) = repeat.count {
        words = plain("reading-count", &[("rule", Arg::Own(&words)), ("n", Arg::Number(i64::from(count)))]);
    } else if let Some(last) = repeat.until {
        let last = day_words(last);
        words = plain("reading-last", &[("rule", Arg::Own(&words)), ("last", Arg::Own(&last))]);
    }
    if !repeat.except.is_empty() {
        let except: Vec<String> = repeat.except.iter().map(|d| day_words(*d)).collect();
        let except = in_a_row(language, &except);
        words = plain("reading-except", &[("rule", Arg::Own(&words)), ("days", Arg::Own(&except))]);
    }
    words
}

/// 'maandag, woensdag en vrijdag'.
fn in_a_row(language: Language, words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let first = first.join(", ");
            texts().plain(language, "reading-and", &[("first", Arg::Own(&first)), ("last", Arg::Own(last))])
        }
    }
}

/// What is to be said about a reading before it is used.
pub fn note_words(language: Language, note: Note) -> String {
    match note {
        Note::Past => texts().plain(language, "reading-past", &[]),
        Note::Skipped => texts().plain(language, "reading-skipped", &[]),
        Note::Twice => texts().plain(language, "reading-twice", &[]),
        Note::NotOn(day) => {
            let weekday = weekday_words(language, day);
            texts().plain(language, "reading-not-on", &[("weekday", Arg::Own(&weekday))])
        }
    }
}

/// The other reading, as a line of its own.
pub fn other_words(language: Language, other: &Reading, today: Day) -> String {
    let other = reading_words(language, other, today);
    texts().plain(language, "reading-other", &[("other", Arg::Own(&other))])
}

/// Why nothing was read.
pub fn unread_words(language: Language, unread: Unread) -> String {
    let id = match unread {
        Unread::NoTime => "reading-none",
        Unread::NoSuchDay => "reading-no-such-day",
    };
    texts().plain(language, id, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::{Purpose, read_at};

    fn words(language: Language, text: &str) -> String {
        let now: chrono::NaiveDateTime = "2026-11-23T10:00:00".parse().unwrap();
        match read_at(text, now, Purpose::Activity) {
            Ok(reading) => {
                let mut all = vec![reading_words(language, &reading, now.date())];
                all.extend(reading.other.iter().map(|o| other_words(language, o, now.date())));
                all.extend(reading.notes.iter().map(|n| note_words(language, *n)));
                all.join(" | ")
            }
            Err(unread) => unread_words(language, unread),
        }
    }

    #[test]
    fn what_was_read_is_said_back() {
        for (text, said) in [
            ("zaterdag van half drie tot vier", "zaterdag 28 november van 14:30 tot 16:00 uur"),
            ("morgen om 10 uur", "morgen om 10:00 uur"),
            ("vrijdag t/m zondag", "vrijdag 27 november tot en met zondag 29 november"),
            ("tot 17 uur", "vandaag tot 17:00 uur"),
            ("24 december van 18 tot 1 uur", "donderdag 24 december van 18:00 tot 1:00 uur"),
            (
                "van vrijdag 8 uur 's avonds tot zondag 3 uur",
                "vrijdag 27 november om 20:00 uur tot zondag 29 november om 15:00 uur",
            ),
            ("woensdag om 9 uur", "woensdag 25 november om 9:00 uur | Of: woensdag 25 november om 21:00 uur"),
            ("dinsdag 5 december", "zaterdag 5 december | Die dag is geen dinsdag."),
            ("gisteren", "zondag 22 november | Dat is al geweest."),
            ("30 februari", "Die dag bestaat niet."),
            ("twee tassen", "Ik lees hier geen dag of tijd."),
        ] {
            assert_eq!(words(Language::Nl, text), said);
        }
        assert_eq!(words(Language::En, "on Saturday from 2 pm to 4 pm"), "Saturday 28 November, 14:00 to 16:00");
    }

    #[test]
    fn what_is_kept_is_said_by_its_date() {
        let now: chrono::NaiveDateTime = "2026-11-23T10:00:00".parse().unwrap();
        for (text, nl, en) in [
            ("morgen", "dinsdag 24 november", "Tuesday 24 November"),
            ("morgenochtend", "dinsdag 24 november, in de ochtend", "Tuesday 24 November, in the morning"),
            (
                "vandaag van 15 tot 17 uur",
                "maandag 23 november van 15:00 tot 17:00 uur",
                "Monday 23 November, 15:00 to 17:00",
            ),
            ("2 januari half drie", "zaterdag 2 januari 2027 om 14:30 uur", "Saturday 2 January 2027, 14:30"),
            (
                "elke dinsdag 10 uur t/m 15 december",
                "elke dinsdag, tot en met dinsdag 15 december, de eerste keer dinsdag 24 november om 10:00 uur",
                "every Tuesday, until Tuesday 15 December, the first time Tuesday 24 November, 10:00",
            ),
        ] {
            let timing = Timing::of(&read_at(text, now, Purpose::Activity).unwrap());
            assert_eq!(timing_words(Language::Nl, &timing, now.date()), nl);
            assert_eq!(timing_words(Language::En, &timing, now.date()), en);
        }
    }

    #[test]
    fn what_comes_back_is_said_as_people_say_it() {
        for (text, said) in [
            ("elke dinsdag 10-12 u", "elke dinsdag. De eerste keer is morgen van 10:00 tot 12:00 uur."),
            ("om de week op vrijdag", "om de week op vrijdag. De eerste keer is vrijdag 27 november."),
            (
                "elke eerste maandag van de maand",
                "elke eerste maandag van de maand. De eerste keer is maandag 7 december.",
            ),
            (
                "ma, wo en vr om 14 uur",
                "elke maandag, woensdag en vrijdag, 3 keer. De eerste keer is vandaag om 14:00 uur.",
            ),
            (
                "elke woensdag t/m 16 december",
                "elke woensdag, tot en met woensdag 16 december. De eerste keer is woensdag 25 november.",
            ),
            (
                "elke dinsdag behalve 29 december",
                "elke dinsdag, niet op dinsdag 29 december. De eerste keer is morgen.",
            ),
            ("doordeweeks om 14 uur", "van maandag tot en met vrijdag. De eerste keer is vandaag om 14:00 uur."),
            ("elk jaar op 5 mei", "elk jaar. De eerste keer is woensdag 5 mei 2027."),
        ] {
            assert_eq!(words(Language::Nl, text), said);
        }
        assert_eq!(
            words(Language::En, "every other Thursday"),
            "every other week on Thursday. The first time is Thursday 26 November."
        );
    }
}
