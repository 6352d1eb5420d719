//! What a day and its times come to: the next that is to come, in the right half of the day; the first time of what comes
//! back; what is past.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::lex::Unit;
use super::reader::{Day, Reader, Span, plus};
use super::rule::Repeat;
use super::scan::{Lead, Piece, What};
use super::{Note, Point, Purpose, Reading, Unread, zone};

/// Times of one day, in minutes; an end that is not later is on the next day.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    pub from: Option<u32>,
    pub to: Option<u32>,
    /// Both in the other half of the day.
    pub other: Option<(Option<u32>, Option<u32>)>,
    /// The other half is as good, where this one has passed.
    pub open: bool,
    /// Begins after midnight of the day that was said: 'zaterdag om 12 uur 's nachts'.
    pub overnight: bool,
}

impl Reader {
    pub fn this_day(&self) -> Option<Reading> {
        let day = |i: usize| {
            self.w(i) == "dag"
                && self.follows(i, &["de", "deze", "mijn", "onze", "huidige", "hele"])
                && !self.is(i + 1, &["allemaal", "na", "voor", "van"])
        };
        (1..self.t.len()).any(day).then(|| plain(Point { day: self.today(), time: None }, None))
    }

    pub fn on_day(&self, day: &Day, or_day: Option<Reading>, times: Option<Times>) -> Reading {
        let mut reading = self.on_date(day.date, times);
        let other_day = day.other.map(|other| self.on_date(other, times)).or(or_day);
        let other_time = times.and_then(|t| t.other).map(|(from, to)| self.at_times(day.date, from, to, false));
        // What is over by then is no other reading.
        let ahead = |r: &Reading| self.is_ahead(r);
        reading.other = other_day.or(other_time).filter(ahead).map(Box::new);
        // Today, and that time has passed while its other half is to come: that is what is meant.
        if day.date == self.today()
            && !self.is_ahead(&reading)
            && self.purpose != Purpose::Any
            && let Some(other) = reading.other.take()
        {
            reading = *other;
        }
        if let Some(not) = day.not {
            reading.notes.push(Note::NotOn(not));
        }
        reading
    }

    /// 'Zaterdag of zondag', 'vanmiddag of morgenochtend': the second is the other reading.
    pub fn or_day(&self, pieces: &[Piece], at: Option<usize>, times: Option<Times>) -> Option<Reading> {
        let (one, two) = (pieces.get(at?)?, pieces.get(at? + 1)?);
        let What::Day(day) = &two.what else { return None };
        if two.from != one.to + 1 || !self.is(one.to, &["of", "or"]) {
            return None;
        }
        // The part of the day that is said with the second is its own.
        if let Some(Piece { what: What::Hours(hours), from, .. }) = pieces.get(at? + 2)
            && *from == two.to
        {
            let (from, to) = self.lasts_from(hours);
            return Some(self.at_times(day.date, Some(from), Some(to), false));
        }
        Some(self.on_date(day.date, times))
    }

    fn on_date(&self, day: NaiveDate, times: Option<Times>) -> Reading {
        match times {
            None => plain(Point { day, time: None }, None),
            Some(times) => self.at_times(day, times.from, times.to, times.overnight),
        }
    }

    pub fn is_ahead(&self, reading: &Reading) -> bool {
        match reading.start.time {
            Some(time) => reading.start.day.and_time(time) > self.now,
            None => reading.start.day >= self.today(),
        }
    }

    pub fn at_times(&self, day: NaiveDate, from: Option<u32>, to: Option<u32>, overnight: bool) -> Reading {
        let day = if overnight { plus(day, 1) } else { day };
        let start = match from {
            Some(from) => point_at(day, Some(from)),
            None => Point { day, time: None },
        };
        let end = to.map(|to| {
            let next_day = from.is_some_and(|f| to <= f) && to < 1440;
            point_at(if next_day { plus(day, 1) } else { day }, Some(to))
        });
        plain(start, end)
    }

    pub fn on_span(&self, span: &Span, times: Option<Times>) -> Reading {
        let (first, last) = (Point { day: span.first, time: None }, Point { day: span.last, time: None });
        match times {
            None if span.first == span.last => plain(first, None),
            None => plain(first, Some(last)),
            // From Monday to Friday, from nine to five: on each of those days.
            Some(times)
                if times.from.is_some() && times.to.is_some() && span.unit == Unit::Day && span.last > span.first =>
            {
                let mut reading = self.at_times(span.first, times.from, times.to, times.overnight);
                reading.repeat = Some(Repeat::daily_until(span.last));
                reading
            }
            Some(times) => {
                let from = times.from.map_or(first, |from| point_at(span.first, Some(from)));
                let to = times.to.map_or(last, |to| point_at(span.last, Some(to)));
                plain(from, Some(to))
            }
        }
    }

    /// Times without a day: the next that come.
    pub fn undated(&self, times: Times) -> Reading {
        let today = self.today();
        let now = self.now.hour() * 60 + self.now.minute();
        let Some(from) = times.from else {
            let to = times.to.unwrap_or(0);
            let (to, other) = match times.other {
                Some((_, Some(other))) if to <= now && other > now => (other, None),
                Some((_, Some(other))) => (to, Some(other)),
                _ => (to, None),
            };
            let day = if to > now { today } else { plus(today, 1) };
            let mut reading = self.at_times(day, None, Some(to), false);
            reading.other =
                other.filter(|o| *o > now || day > today).map(|o| Box::new(self.at_times(day, None, Some(o), false)));
            return reading;
        };
        // The hour that runs now is still now; what began with both ends said, has passed.
        let is_to_come = |minute: u32| minute > now || times.to.is_none() && minute / 60 == now / 60;
        let part_runs = times.to.is_some_and(|to| times.other.is_none() && from <= now && now < to);
        if times.overnight {
            return self.at_times(today, Some(from), times.to, true);
        }
        if is_to_come(from) || part_runs {
            let mut reading = self.at_times(today, Some(from), times.to, false);
            reading.other = times.other.map(|(a, b)| {
                Box::new(self.at_times(if a.is_some_and(|a| a > now) { today } else { plus(today, 1) }, a, b, false))
            });
            return reading;
        }
        // Passed: the other half of today, where people are up; or else tomorrow.
        if let Some((Some(other), to)) = times
            .other
            .filter(|_| times.open)
            .filter(|(a, _)| a.is_some_and(|a| a > now && (7 * 60..22 * 60 + 31).contains(&a)))
        {
            let mut reading = self.at_times(today, Some(other), to, false);
            reading.other = Some(Box::new(self.at_times(plus(today, 1), Some(from), times.to, false)));
            return reading;
        }
        let mut reading = self.at_times(plus(today, 1), Some(from), times.to, false);
        reading.other = times.other.map(|(a, b)| Box::new(self.at_times(plus(today, 1), a, b, false)));
        reading
    }

    /// What comes back: its first time, how often, until when, and the days that are left out.
    pub fn coming_back(&self, mut repeat: Repeat, pieces: &[Piece], times: Option<Times>) -> Result<Reading, Unread> {
        let days = |lead: Lead| {
            pieces.iter().filter(move |p| p.lead == lead).filter_map(move |p| match &p.what {
                What::Day(day) => Some((day.date, day.date)),
                // 'Vanaf januari' has no end; 'vanaf 5 januari tot 3 maart' has.
                What::Span(span) if lead == Lead::Since && span.unit != Unit::Day => Some((span.first, span.first)),
                What::Span(span) if !span.weak => Some((span.first, span.last)),
                _ => None,
            })
        };
        let missing = pieces.iter().any(|p| matches!(&p.what, What::Day(d) if d.missing));
        if missing {
            return Err(Unread::NoSuchDay);
        }
        self.leave_out(&mut repeat, pieces);
        repeat.until = days(Lead::Until).map(|(_, last)| last).next();
        // Days from which it begins; a span that ends bounds it on both sides.
        let since = days(Lead::Since).next();
        let spans = days(Lead::None).next();
        let passed = times.and_then(|t| t.from).is_some_and(|from| from <= self.now.hour() * 60 + self.now.minute());
        let today = if passed { plus(self.today(), 1) } else { self.today() };
        let mut from = since.map_or(today, |(first, _)| first.max(today));
        if let Some((first, last)) = since.filter(|(first, last)| last > first) {
            repeat.until = repeat.until.or(Some(last.max(first)));
        }
        if let (None, Some((first, last))) = (since, spans) {
            from = first.max(today);
            if last > first {
                repeat.until = repeat.until.or(Some(last));
            }
        }
        let start = repeat.first(repeat.begin.map_or(from, |begin| begin.max(from)));
        // Monthly or weekly without a day: on the day it begins.
        for piece in pieces {
            match piece.what {
                What::Times(n) => repeat.count = Some(n),
                What::Weeks(weeks) => repeat.for_weeks(weeks, start),
                _ => {}
            }
        }
        let mut reading = match times {
            None => plain(Point { day: start, time: None }, None),
            Some(times) => self.at_times(start, times.from, times.to, times.overnight),
        };
        reading.other = times.and_then(|t| t.other).map(|(a, b)| {
            let mut other = self.at_times(start, a, b, false);
            other.repeat = Some(repeat.clone());
            Box::new(other)
        });
        reading.repeat = Some(repeat);
        Ok(reading)
    }

    /// 'Behalve op zondag', 'behalve 29 december'.
    fn leave_out(&self, repeat: &mut Repeat, pieces: &[Piece]) {
        for (n, piece) in pieces.iter().enumerate().filter(|(_, p)| p.lead == Lead::Except) {
            let (first, last, weekly) = match &piece.what {
                What::Day(day) => (day.date, day.date, self.is_plain_weekday(pieces, Some(n))),
                What::Span(span) => (span.first, span.last, span.unit == Unit::Weekend),
                // 'Behalve 23 en 30 december'
                What::Repeat(Repeat { begin: Some(begin), count: Some(count), interval, .. }) => {
                    repeat.except.extend((0..*count).map(|n| plus(*begin, i64::from(n * interval) * 7)));
                    continue;
                }
                _ => continue,
            };
            let out: Vec<NaiveDate> = first.iter_days().take_while(|d| *d <= last).take(60).collect();
            if weekly {
                repeat.not_on(&out.iter().map(Datelike::weekday).collect::<Vec<_>>());
            } else {
                let falls = |day: &NaiveDate| repeat.on.is_empty() || repeat.on.iter().any(|o| o.1 == day.weekday());
                let out: Vec<NaiveDate> = out.into_iter().filter(|day| first == last || falls(day)).collect();
                repeat.except.extend(out);
            }
        }
    }

    /// Returns whether it is the name of a day and no more.
    pub fn is_plain_weekday(&self, pieces: &[Piece], at: Option<usize>) -> bool {
        at.and_then(|n| pieces.get(n)).is_some_and(|p| self.weekday(p.from).is_some_and(|(_, next)| next == p.to))
    }

    /// Says what is past, and which times the clock skips or shows twice.
    pub fn note(&self, reading: &mut Reading) {
        let wall = |point: Point| point.time.map(|t| point.day.and_time(t));
        // An end before the beginning is none.
        let ends = |p: Point| (p.day, p.time.map_or(86_400, |t| t.num_seconds_from_midnight()));
        reading.end = reading.end.filter(|end| {
            ends(*end) >= (reading.start.day, reading.start.time.map_or(0, |t| t.num_seconds_from_midnight()))
        });
        let last = reading.end.unwrap_or(reading.start);
        let over = match wall(last) {
            // The minute in which it was sent is not over.
            Some(at) => at < self.now.with_second(0).unwrap_or(self.now),
            None => last.day < self.today(),
        };
        if over {
            reading.notes.push(Note::Past);
        }
        let times: Vec<NaiveDateTime> =
            [Some(reading.start), reading.end].into_iter().flatten().filter_map(wall).collect();
        if times.iter().any(|t| zone::is_skipped(*t)) {
            reading.notes.push(Note::Skipped);
        }
        if times.iter().any(|t| zone::is_twice(*t)) {
            reading.notes.push(Note::Twice);
        }
    }
}

/// A reading with nothing more to say about it.
pub fn plain(start: Point, end: Option<Point>) -> Reading {
    Reading { start, end, repeat: None, other: None, notes: Vec::new(), dated: true, place: 0..0 }
}

/// A moment on the wall clock.
pub fn point(at: NaiveDateTime) -> Point {
    let time = NaiveTime::from_hms_opt(at.hour(), at.minute(), 0);
    Point { day: at.date(), time }
}

/// A minute of a day; minute 1440 is the last of it, as clocks show it.
pub fn point_at(day: NaiveDate, minute: Option<u32>) -> Point {
    match minute {
        Some(1440) => Point { day, time: NaiveTime::from_hms_opt(23, 59, 0) },
        Some(minute) => Point { day, time: NaiveTime::from_hms_opt(minute / 60, minute % 60, 0) },
        None => Point { day, time: None },
    }
}
