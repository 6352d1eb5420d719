//! A rule for what comes back, as calendars write it (RFC 5545), and the first day on which it falls.

use chrono::{DateTime, Datelike, NaiveDate, Weekday};

use super::ordinals::nth_in;
use super::reader::{first_of, plus, plus_months};
use super::zone;

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Some hours.
    Hour,
    /// Some days.
    Day,
    /// Some weeks.
    Week,
    /// Some months.
    Month,
    /// Some years.
    Year,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The unit that is counted.
    pub every: Every,
    /// Every so many of them.
    pub interval: u32,
    /// On these days of the week; in a month the nth, -1 is the last.
    pub on: Vec<(Option<i32>, Weekday)>,
    /// On this day of the month; -1 is the last.
    pub month_day: Option<i32>,
    /// In this month.
    pub month: Option<u32>,
    /// So often in all.
    pub count: Option<u32>,
    /// Until this day, itself included.
    pub until: Option<NaiveDate>,
    /// Not on these days.
    pub except: Vec<NaiveDate>,
    /// Not before this day, where one was said.
    pub begin: Option<NaiveDate>,
    /// In even weeks (of the calendar), or in odd ones: where it begins.
    pub even_weeks: Option<bool>,
}

/// The days of the week, as rules name them.
pub(super) const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Repeat {
    /// Every so many of a unit.
    pub fn new(every: Every, interval: u32) -> Repeat {
        Repeat {
            every,
            interval,
            on: Vec::new(),
            month_day: None,
            month: None,
            count: None,
            until: None,
            except: Vec::new(),
            begin: None,
            even_weeks: None,
        }
    }

    /// Every week on one day.
    pub fn weekly(day: Weekday) -> Repeat {
        Repeat { on: vec![(None, day)], ..Repeat::new(Every::Week, 1) }
    }

    /// Not on these days of the week.
    pub fn not_on(&mut self, days: &[Weekday]) {
        if self.every == Every::Day && self.interval == 1 {
            let week = (0..7u8).filter_map(|n| Weekday::try_from(n).ok());
            (self.every, self.on) = (Every::Week, week.map(|d| (None, d)).collect());
        }
        if self.every == Every::Week {
            self.on.retain(|(_, day)| !days.contains(day));
        }
    }

    /// Every day until a last one.
    pub fn daily_until(last: NaiveDate) -> Repeat {
        Repeat { until: Some(last), ..Repeat::new(Every::Day, 1) }
    }

    /// The rule, as RFC 5545 writes it after `RRULE:`, for something at a time of the day or on whole days: the end of a rule
    /// is written in the way of its beginning. Days that are left out are no part of a rule.
    pub fn rule(&self, timed: bool) -> String {
        let every = match self.every {
            Every::Hour => "HOURLY",
            Every::Day => "DAILY",
            Every::Week => "WEEKLY",
            Every::Month => "MONTHLY",
            Every::Year => "YEARLY",
        };
        let mut rule = format!("FREQ={every}");
        if self.interval > 1 {
            rule += &format!(";INTERVAL={}", self.interval);
        }
        if !self.on.is_empty() {
            let day = |(n, weekday): &(Option<i32>, Weekday)| {
                let code = CODES.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default();
                n.map_or_else(|| code.to_owned(), |n| format!("{n}{code}"))
            };
            rule += &format!(";BYDAY={}", self.on.iter().map(day).collect::<Vec<_>>().join(","));
        }
        if let Some(month) = self.month {
            rule += &format!(";BYMONTH={month}");
        }
        if let Some(day) = self.month_day {
            rule += &format!(";BYMONTHDAY={day}");
        }
        // A rule may end in one way only.
        if let Some(count) = self.count {
            rule += &format!(";COUNT={count}");
        } else if let Some(until) = self.until {
            let day = until.format("%Y%m%d").to_string();
            let last = until.and_hms_opt(23, 59, 59).filter(|_| timed);
            let last = last.and_then(|l| DateTime::from_timestamp(zone::moment(l).0, 0));
            rule += &format!(";UNTIL={}", last.map_or(day, |utc| utc.format("%Y%m%dT%H%M%SZ").to_string()));
        }
        rule
    }

    /// The first day it falls on, at or after a day.
    pub fn first(&self, from: NaiveDate) -> NaiveDate {
        let fits = |day: &NaiveDate| {
            let by_day = self.on.is_empty()
                || self.on.iter().any(|(n, weekday)| match n {
                    None => day.weekday() == *weekday,
                    Some(n) => nth_in(first_of(*day), *n, *weekday) == Some(*day),
                });
            let by_week = self.even_weeks.is_none_or(|even| (day.iso_week().week().is_multiple_of(2)) == even);
            by_day
                && by_week
                && self.month.is_none_or(|m| m == day.month())
                && self
                    .month_day
                    .is_none_or(|d| if d == -1 { plus(*day, 1).day() == 1 } else { u32::try_from(d) == Ok(day.day()) })
                && !self.except.contains(day)
        };
        (0..750).map(|n| plus(from, n)).find(fits).unwrap_or(from)
    }
}

/// A number of weeks that something goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks(pub u32);

impl Repeat {
    /// Goes on for so many weeks from a day.
    pub fn for_weeks(&mut self, weeks: Weeks, from: NaiveDate) {
        match self.every {
            Every::Week if self.on.len() <= 1 && self.interval == 1 => self.count = Some(weeks.0),
            Every::Month | Every::Year => self.until = Some(plus(plus_months(from, 0), i64::from(weeks.0) * 7 - 1)),
            Every::Hour | Every::Day | Every::Week => self.until = Some(plus(from, i64::from(weeks.0) * 7 - 1)),
        }
    }
}
