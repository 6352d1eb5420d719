//! The dates of something that comes back: a first time on Amsterdam's wall clock and a rule of RFC 5545 go in, the next
//! dates come out. What people see of it: every Sunday at ten stays at ten when the clock changes.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Amsterdam;
use rrule::{RRule, RRuleSet, Tz, Unvalidated};

use crate::model::Moment;

/// Signs in a rule; the longest that people's words make has some 120.
const LONGEST_RULE: usize = 300;
/// Dates that are counted from the first one on: every day for more than fifty years. Later ones are not found.
const MOST_DATES: usize = 20_000;
/// Years in which a series may begin.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2999;
/// What a rule for days is made of. With hours or minutes in it, it would come more than once a day.
const PARTS: &str = "FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYYEARDAY BYWEEKNO BYSETPOS WKST";

/// Something that comes back, at most once a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    first: NaiveDateTime,
    minutes: Option<u32>,
    rule: String,
    except: Vec<NaiveDate>,
    /// The rule with the wall clock's times called UTC, where no hour is skipped and none comes twice.
    dates: RRuleSet,
}

/// One date of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day that the rule gave: names this date within its series.
    pub day: NaiveDate,
    /// When it begins. A time that the clock skips is an hour later; of one that comes twice it is the first.
    pub start: Moment,
    /// When it ends, so many minutes later. `None` if nobody said how long it takes.
    pub end: Option<Moment>,
}

/// Why there is no series of this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No list of NAME=value in ASCII, with each name once and a value that can be meant; two ends; or too long.
    #[error("this is not written like a rule of RFC 5545")]
    Form,
    /// Hours, minutes or seconds stand in it.
    #[error("it may come once a day at most")]
    WithinADay,
    /// A part that RFC 5545 does not have.
    #[error("a rule has no part {0}")]
    Part(String),
    /// It begins before 1970 or after 2999.
    #[error("it begins in a year that no series begins in")]
    Year,
    /// A rule that can't be counted: a thirteenth month, an end before its beginning.
    #[error("this rule can't be counted: {0}")]
    Rule(String),
}

impl Series {
    /// What first comes at `first`, on Amsterdam's wall clock, for so many minutes, and again by a rule of RFC 5545 (what
    /// stands behind `RRULE:`), but not on the days in `except`. A first time on which the rule does not fall is no date.
    ///
    /// # Errors
    ///
    /// Where the rule can't be read or counted, or would come more than once a day.
    pub fn new(
        first: NaiveDateTime,
        minutes: Option<u32>,
        rule: &str,
        mut except: Vec<NaiveDate>,
    ) -> Result<Series, Refused> {
        if !YEARS.contains(&first.year()) {
            return Err(Refused::Year);
        }
        let parts = parts(rule)?;
        let on_the_wall: Vec<(&str, String)> = parts
            .iter()
            .map(|(name, value)| (*name, if *name == "UNTIL" { until_on_the_wall(value) } else { (*value).to_owned() }))
            .collect();
        let counted = written(&on_the_wall).parse::<RRule<Unvalidated>>();
        let dates = counted.and_then(|r| r.build(first.and_utc().with_timezone(&Tz::UTC)));
        let dates = dates.map_err(|e| Refused::Rule(e.to_string()))?.limit();
        except.sort_unstable();
        Ok(Series { first, minutes, rule: rule.to_owned(), except, dates })
    }

    /// When it first comes, on Amsterdam's wall clock.
    pub fn first(&self) -> NaiveDateTime {
        self.first
    }

    /// How long it takes.
    pub fn minutes(&self) -> Option<u32> {
        self.minutes
    }

    /// The rule, as RFC 5545 writes it.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The days on which it does not come, in order.
    pub fn except(&self) -> &[NaiveDate] {
        &self.except
    }

    /// The next dates that begin later than a moment, in order, `how_many` at most. Fewer where it ends before, and where it is
    /// more than 20,000 dates old.
    pub fn next(&self, after: Moment, how_many: usize) -> Vec<Occurrence> {
        self.dates
            .into_iter()
            .take(MOST_DATES)
            .map(|date| date.naive_utc())
            .filter(|date| !self.except.contains(&date.date()))
            .map(|date| self.on(date))
            .filter(|date| date.start > after)
            .take(how_many)
            .collect()
    }

    fn on(&self, wall: NaiveDateTime) -> Occurrence {
        let start = moment(wall);
        Occurrence { day: wall.date(), start, end: self.minutes.map(|m| start.plus(i64::from(m) * 60)) }
    }

    /// Does it come in every month that has its day, the 29th, 30th or 31st, and so not in every month?
    pub fn skips_months(&self) -> bool {
        let part = |wanted: &str| self.parts().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let is_every_month = part("FREQ") == Some("MONTHLY") && part("BYMONTH").is_none();
        let days = match (part("BYMONTHDAY"), part("BYDAY")) {
            (Some(days), _) => days,
            (None, None) => &self.first.day().to_string(),
            (None, Some(_)) => return false,
        };
        is_every_month && days.split(',').any(|day| day.parse::<i32>().is_ok_and(|d| d.abs() > 28))
    }

    /// The same on the last day of each month; itself where it skips no months.
    ///
    /// # Errors
    ///
    /// Where it would end before it begins.
    pub fn on_last_day(&self) -> Result<Series, Refused> {
        if !self.skips_months() {
            return Ok(self.clone());
        }
        let parts: Vec<(&str, &str)> =
            self.parts().filter(|(name, _)| *name != "BYMONTHDAY").chain([("BYMONTHDAY", "-1")]).collect();
        let first = last_of_month(self.first.date()).and_time(self.first.time());
        Series::new(first, self.minutes, &written(&parts), self.except.clone())
    }

    fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.rule.split(';').filter_map(|part| part.split_once('='))
    }
}

/// A rule's parts by name, each known and there once.
fn parts(rule: &str) -> Result<Vec<(&str, &str)>, Refused> {
    let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "=;,+-".contains(c);
    if rule.len() > LONGEST_RULE || !rule.chars().all(is_sign) {
        return Err(Refused::Form);
    }
    let mut parts: Vec<(&str, &str)> = Vec::new();
    for part in rule.split(';') {
        let (name, value) = part.split_once('=').ok_or(Refused::Form)?;
        let is_twice = parts.iter().any(|(known, _)| *known == name);
        let is_none = matches!(name, "INTERVAL" | "COUNT") && value.parse().is_ok_and(|n: u64| n == 0);
        if is_twice || is_none || value.is_empty() {
            return Err(Refused::Form);
        }
        match (name, value) {
            ("BYHOUR" | "BYMINUTE" | "BYSECOND", _) | ("FREQ", "HOURLY" | "MINUTELY" | "SECONDLY") => {
                return Err(Refused::WithinADay);
            }
            _ if !PARTS.split(' ').any(|part| part == name) => return Err(Refused::Part(name.to_owned())),
            _ => parts.push((name, value)),
        }
    }
    let ends = parts.iter().filter(|(name, _)| ["COUNT", "UNTIL"].contains(name)).count();
    if ends > 1 || !has_good_days(&parts) { Err(Refused::Form) } else { Ok(parts) }
}

/// Only months and years have a second Monday. The crate would take one of a week for every Monday, and any sign for a number.
fn has_good_days(parts: &[(&str, &str)]) -> bool {
    let value = |wanted: &str| parts.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| *value);
    let may_be_nth = ["MONTHLY", "YEARLY"].contains(&value("FREQ"));
    value("BYDAY").split(',').all(|day| {
        let nth = day.get(..day.len().saturating_sub(2)).unwrap_or_default();
        nth.is_empty() || may_be_nth && nth.parse::<i16>().is_ok_and(|n| n != 0)
    })
}

fn written<V: AsRef<str>>(parts: &[(&str, V)]) -> String {
    parts.iter().map(|(name, value)| format!("{name}={}", value.as_ref())).collect::<Vec<_>>().join(";")
}

/// The end of a rule as the wall clock shows it, written as if that were UTC: a day alone counts to its end.
fn until_on_the_wall(until: &str) -> String {
    let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok();
    match (until.strip_suffix('Z').and_then(at), until.contains('T')) {
        (Some(utc), _) => utc.and_utc().with_timezone(&Amsterdam).format("%Y%m%dT%H%M%SZ").to_string(),
        (None, true) if !until.ends_with('Z') => format!("{until}Z"),
        (None, true) => until.to_owned(),
        (None, false) => format!("{until}T235959Z"),
    }
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    next.and_then(|first| first.pred_opt()).unwrap_or(day)
}

/// The moment at which the wall clock first shows this; in the hour that is skipped, what it shows an hour later.
fn moment(wall: NaiveDateTime) -> Moment {
    let first = |wall: NaiveDateTime| Amsterdam.from_local_datetime(&wall).earliest();
    let found = first(wall).or_else(|| first(wall.checked_add_signed(TimeDelta::hours(1))?));
    Moment(found.map_or_else(|| wall.and_utc().timestamp(), |t: DateTime<_>| t.timestamp()))
}
