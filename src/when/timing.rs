//! When something is, as it is kept: what was read, without the words in which it was said. As JSON it is small and stays
//! readable by later versions: `{"start":"2026-11-28T14:30","end":"2026-11-28T16:00"}`.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

use super::{Every, Note, Point, Purpose, Reading, Repeat, Unread, read_at, zone};
use crate::model::Moment;

/// When something is, on the wall clock of Amsterdam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Kept", into = "Kept")]
pub struct Timing {
    /// The first day, with a time where one is known; of something that comes back, the first time.
    pub start: Point,
    /// When it is over, where that is known: the last day, or a time on it. Never before it begins.
    pub end: Option<Point>,
    /// How it comes back, as RFC 5545 writes a rule.
    pub rule: Option<String>,
    /// Days on which it does not come back.
    pub except: Vec<NaiveDate>,
}

/// As JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    start: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    except: Vec<String>,
}

/// A timing that can't be: no such day, an end before the beginning, a rule that is not one of ours.
#[derive(Debug, thiserror::Error)]
#[error("no day or time that can be: {0}")]
pub struct NoTiming(String);

impl From<Timing> for Kept {
    fn from(timing: Timing) -> Kept {
        Kept {
            start: timing.start.to_string(),
            end: timing.end.map(|end| end.to_string()),
            rule: timing.rule,
            except: timing.except.iter().map(NaiveDate::to_string).collect(),
        }
    }
}

impl TryFrom<Kept> for Timing {
    type Error = NoTiming;

    fn try_from(kept: Kept) -> Result<Timing, NoTiming> {
        let point = |text: String| Point::of_text(&text).ok_or(NoTiming(text));
        let day = |text: String| text.parse().map_err(|_| NoTiming(text));
        let timing = Timing {
            start: point(kept.start)?,
            end: kept.end.map(point).transpose()?,
            rule: kept.rule,
            except: kept.except.into_iter().map(day).collect::<Result<_, _>>()?,
        };
        if timing.is_sound() { Ok(timing) } else { Err(NoTiming(format!("{timing:?}"))) }
    }
}

impl fmt::Display for Point {
    /// '2026-11-28', '2026-11-28T14:30'.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{}T{}", self.day, time.format("%H:%M")),
            None => write!(f, "{}", self.day),
        }
    }
}

impl Point {
    /// A day without a time.
    pub fn on(day: NaiveDate) -> Point {
        Point { day, time: None }
    }

    /// From what it is as text. `None` if it is not written so.
    fn of_text(text: &str) -> Option<Point> {
        let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let time = time.map(|t| NaiveTime::parse_from_str(t, "%H:%M")).transpose().ok()?;
        Some(Point { day: day.parse().ok()?, time }).filter(|p| p.to_string() == text)
    }

    /// Where this is an end: the last minute that belongs to it.
    fn last(self) -> NaiveDateTime {
        self.day.and_time(self.time.or(NaiveTime::from_hms_opt(23, 59, 0)).unwrap_or_default())
    }
}

impl Timing {
    /// A whole day.
    pub fn on(day: NaiveDate) -> Timing {
        Timing { start: Point::on(day), end: None, rule: None, except: Vec::new() }
    }

    /// What was read, but for its other reading and what is to be said about it.
    pub fn of(reading: &Reading) -> Timing {
        Timing {
            start: reading.start,
            end: reading.end,
            rule: reading.rule(),
            except: reading.repeat.as_ref().map(|r| r.except.clone()).unwrap_or_default(),
        }
    }

    /// Returns whether a time of the day is known.
    pub fn has_time(&self) -> bool {
        self.start.time.is_some()
    }

    /// Its first moment: where no time is known, that of the day.
    pub fn begins(&self) -> Moment {
        self.start.moment()
    }

    /// The moment at which it is over, the first time. `None` if no end is known. A last day without a time is over when
    /// that day is.
    pub fn ends(&self) -> Option<Moment> {
        let end = self.end?;
        match end.time {
            Some(_) => Some(end.moment()),
            None => Some(Point::on(end.day.succ_opt()?).moment()),
        }
    }

    /// How it comes back. `None` if it does not.
    pub fn repeat(&self) -> Option<Repeat> {
        let repeat = Repeat::of_rule(self.rule.as_deref()?)?;
        Some(Repeat { except: self.except.clone(), ..repeat })
    }

    /// What is to be said about it when the wall clock shows `now`: that it is over, or at a time that the clock skips or shows
    /// twice. Whether it falls on the day of the week that was said, only its reading knows.
    pub fn notes(&self, now: NaiveDateTime) -> Vec<Note> {
        let last = self.end.unwrap_or(self.start);
        let minute = now.date().and_time(NaiveTime::from_hms_opt(now.hour(), now.minute(), 0).unwrap_or_default());
        let mut times =
            [Some(self.start), self.end].into_iter().flatten().filter_map(|p| Some(p.day.and_time(p.time?)));
        let notes = [
            (Note::Past, last.last() < minute),
            (Note::Skipped, times.clone().any(zone::is_skipped)),
            (Note::Twice, times.any(zone::is_twice)),
        ];
        notes.into_iter().filter(|(_, holds)| *holds).map(|(note, _)| note).collect()
    }

    fn is_sound(&self) -> bool {
        let start = self.start.day.and_time(self.start.time.unwrap_or_default());
        self.end.is_none_or(|end| end.last() >= start) && (self.rule.is_none() || self.repeat().is_some())
    }

    /// On another first day, at the times and with the rule of this one.
    #[must_use]
    pub fn moved_to(&self, day: NaiveDate) -> Timing {
        let by = day - self.start.day;
        let moved = |end: Point| Some(Point { day: end.day.checked_add_signed(by)?, ..end });
        Timing { start: Point { day, ..self.start }, end: self.end.and_then(moved), ..self.clone() }
    }

    /// On the days of this one, at the times of another.
    #[must_use]
    pub fn at_times_of(&self, other: &Timing) -> Timing {
        let last = self.end.filter(|end| end.time.is_none() && end.day > self.start.day);
        let mut timing =
            Timing { rule: self.rule.clone(), except: self.except.clone(), ..other.moved_to(self.start.day) };
        let repeat = match (last, timing.end) {
            (Some(last), Some(_)) if other.has_time() => {
                // From Friday to Sunday, from ten to twelve: on each of those days.
                Some(Repeat::daily_until(last.day))
            }
            (Some(_), _) => {
                timing.end = last;
                None
            }
            // The end of a rule is written in the way of its beginning.
            (None, _) => timing.repeat(),
        };
        timing.rule = repeat.map(|r| r.rule(timing.has_time()));
        timing
    }
}

/// Reads words that say a time for a day that is known: 'half drie' is that day's. Sent when the wall clock showed `now`.
///
/// # Errors
/// As [`read_at`].
pub fn read_on(text: &str, day: NaiveDate, now: NaiveDateTime, purpose: Purpose) -> Result<Reading, Unread> {
    // At the beginning of a day, every time of it is to come.
    let from = if day == now.date() { now } else { day.and_time(NaiveTime::MIN) };
    read_at(text, from, purpose)
}

impl Repeat {
    /// What [`Repeat::rule`] wrote. `None` if it did not. Days that are left out are no part of a rule.
    pub fn of_rule(rule: &str) -> Option<Repeat> {
        let parts: Vec<(&str, &str)> = rule.split(';').map(|part| part.split_once('=')).collect::<Option<_>>()?;
        let every = match *parts.first()? {
            ("FREQ", "HOURLY") => Every::Hour,
            ("FREQ", "DAILY") => Every::Day,
            ("FREQ", "WEEKLY") => Every::Week,
            ("FREQ", "MONTHLY") => Every::Month,
            ("FREQ", "YEARLY") => Every::Year,
            _ => return None,
        };
        let mut repeat = Repeat::new(every, 1);
        for (name, value) in parts.into_iter().skip(1) {
            match name {
                "INTERVAL" => repeat.interval = value.parse().ok().filter(|n| *n > 0)?,
                "BYDAY" => repeat.on = value.split(',').map(by_day).collect::<Option<_>>()?,
                "BYMONTH" => repeat.month = Some(value.parse().ok()?),
                "BYMONTHDAY" => repeat.month_day = Some(value.parse().ok().filter(|d| *d == -1 || *d > 0)?),
                "COUNT" => repeat.count = Some(value.parse().ok()?),
                "UNTIL" => repeat.until = Some(until(value)?),
                _ => return None,
            }
        }
        Some(repeat)
    }
}

/// 'TU', '1MO', '-1SU'.
fn by_day(text: &str) -> Option<(Option<i32>, Weekday)> {
    let (nth, code) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let place = super::rule::CODES.iter().position(|c| *c == code)?;
    let weekday = Weekday::try_from(u8::try_from(place).ok()?).ok()?;
    if nth.is_empty() { Some((None, weekday)) } else { Some((Some(nth.parse().ok()?), weekday)) }
}

/// A last day, or the last moment of it in UTC.
fn until(text: &str) -> Option<NaiveDate> {
    match NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ") {
        Ok(utc) => Some(zone::wall(Moment(utc.and_utc().timestamp())).date()),
        Err(_) => NaiveDate::parse_from_str(text, "%Y%m%d").ok(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::when::read;

    const NOW: &str = "2026-11-23T10:00:00";

    fn timing(text: &str) -> Timing {
        Timing::of(&read_at(text, NOW.parse().unwrap(), Purpose::Activity).unwrap())
    }

    #[test]
    fn what_was_read_is_kept_as_small_json() {
        for (text, kept) in [
            ("zaterdag", json!({"start": "2026-11-28"})),
            ("zaterdag half drie", json!({"start": "2026-11-28T14:30"})),
            ("zaterdag van half drie tot vier", json!({"start": "2026-11-28T14:30", "end": "2026-11-28T16:00"})),
            ("vrijdag t/m zondag", json!({"start": "2026-11-27", "end": "2026-11-29"})),
            (
                "elke 31e van de maand om 10 uur",
                json!({"start": "2026-12-31T10:00", "rule": "FREQ=MONTHLY;BYMONTHDAY=31"}),
            ),
            (
                "elke dinsdag 10-12 u behalve 29 december",
                json!({"start": "2026-11-24T10:00", "end": "2026-11-24T12:00", "rule": "FREQ=WEEKLY;BYDAY=TU",
                       "except": ["2026-12-29"]}),
            ),
        ] {
            let found = timing(text);
            assert_eq!(serde_json::to_value(&found).unwrap(), kept, "{text}");
            assert_eq!(serde_json::from_value::<Timing>(kept).unwrap(), found);
        }
        for wrong in [
            json!("today"),
            json!({}),
            json!({"start": "2026-02-30"}),
            json!({"start": "2026-11-28T25:00"}),
            json!({"start": "2026-11-28T9:00"}),
            json!({"start": "2026-11-28", "x": 1}),
            json!({"start": "2026-11-28T14:00", "end": "2026-11-28T13:00"}),
            json!({"start": "2026-11-28", "end": "2026-11-27"}),
            json!({"start": "2026-11-28", "rule": "FREQ=SOMETIMES"}),
            json!({"start": "2026-11-28", "except": ["morgen"]}),
        ] {
            assert!(serde_json::from_value::<Timing>(wrong.clone()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_last_day_of_the_month_is_kept() {
        let kept = json!({"start": "2026-11-30T10:00", "rule": "FREQ=MONTHLY;BYMONTHDAY=-1"});
        let timing: Timing = serde_json::from_value(kept.clone()).unwrap();
        assert_eq!(serde_json::to_value(&timing).unwrap(), kept);
        assert_eq!(timing.repeat().unwrap().first("2027-02-01".parse().unwrap()).to_string(), "2027-02-28");
        let wrong = json!({"start": "2026-11-30", "rule": "FREQ=MONTHLY;BYMONTHDAY=-2"});
        assert!(serde_json::from_value::<Timing>(wrong).is_err());
    }

    #[test]
    fn moments_are_those_of_the_wall_clock() {
        let words = |text: &str| {
            let t = timing(text);
            (zone::wall(t.begins()).to_string(), t.ends().map(|e| zone::wall(e).to_string()))
        };
        let wall = |text: &str| text.to_owned();
        assert_eq!(words("zaterdag"), (wall("2026-11-28 00:00:00"), None));
        assert_eq!(
            words("zaterdag van 22 tot 1 uur"),
            (wall("2026-11-28 22:00:00"), Some(wall("2026-11-29 01:00:00")))
        );
        assert_eq!(words("vrijdag t/m zondag"), (wall("2026-11-27 00:00:00"), Some(wall("2026-11-30 00:00:00"))));
        // Two days with a clock change between them are no 48 hours.
        let spring = timing("zaterdag 14 uur").moved_to("2027-03-27".parse().unwrap());
        let later = spring.moved_to("2027-03-29".parse().unwrap());
        assert_eq!(later.begins().since(spring.begins()), 47 * 3600);
    }

    #[test]
    fn a_time_is_joined_to_the_day_said_before() {
        let now: NaiveDateTime = NOW.parse().unwrap();
        for (day, time, joined) in [
            ("zaterdag", "half drie", "zaterdag half drie"),
            ("zaterdag", "9 uur", "zaterdag 9 uur"),
            ("zaterdag", "14-16 uur", "zaterdag 14-16 uur"),
            ("zaterdag", "22 tot 1 uur", "zaterdag 22 tot 1 uur"),
            ("elke dinsdag", "10-12 uur", "elke dinsdag 10-12 uur"),
            ("elke dinsdag t/m 15 december", "10 uur", "elke dinsdag t/m 15 december 10 uur"),
            ("vrijdag t/m zondag", "van 10 tot 12 uur", "vrijdag t/m zondag van 10 tot 12 uur"),
            ("vandaag", "3 uur", "vandaag 3 uur"),
        ] {
            let first = timing(day);
            let times = Timing::of(&read_on(time, first.start.day, now, Purpose::Activity).unwrap());
            assert_eq!(first.at_times_of(&times), timing(joined), "{day} + {time}");
        }
    }

    #[test]
    fn rules_of_others_are_not_read() {
        for rule in [
            "",
            "FREQ",
            "FREQ=DAILY;",
            "BYDAY=MO",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;UNTIL=2026",
            "FREQ=WEEKLY;BYDAY=é",
            "FREQ=WEEKLY;WKST=MO",
        ] {
            assert_eq!(Repeat::of_rule(rule), None, "{rule}");
        }
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        #[test]
        fn whatever_is_read_is_kept_whole(
            words in proptest::collection::vec(prop::sample::select(vec![
                "elke", "om de", "week", "dinsdag", "zaterdag", "eerste", "maand", "van de", "10-12 u", "half drie", "t/m",
                "28 december", "behalve", "vrijdag", "van", "tot", "22", "1 uur", "morgen", "5 keer", "doordeweeks", "pasen",
            ]), 1..7),
            sent in 1_700_000_000i64..1_900_000_000,
        ) {
            let text = words.join(" ");
            if let Ok(reading) = read(&text, Moment(sent), Purpose::Request) {
                let kept = Timing::of(&reading);
                let json = serde_json::to_string(&kept).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Timing>(&json).unwrap(), &kept, "{}: {}", text, json);
                let again = kept.repeat().map(|r| r.rule(kept.has_time()));
                prop_assert_eq!(again, kept.rule.clone(), "{}", text);
            }
        }

        #[test]
        fn any_rule_is_read_or_not(rule in "(FREQ=(DAILY|WEEKLY|MONTHLY))?(;[A-Z]{1,8}=[-0-9A-Zé,]{0,9}){0,3}") {
            if let Some(repeat) = Repeat::of_rule(&rule) {
                prop_assert_eq!(Repeat::of_rule(&repeat.rule(false)).is_some(), true);
            }
        }
    }
}
