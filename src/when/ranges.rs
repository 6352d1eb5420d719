//! From … to …: '10-12 uur', 'tussen half drie en vier', 'van vrijdag tot zondag', '3 tot 12 sept', 'van 16:00 vandaag tot
//! 17:00 morgen', 'van week 31 tot week 35'.

use chrono::{Datelike, NaiveDate, Timelike, Weekday};

use super::clock::{Clock, Said};
use super::lex::{Lex, Unit};
use super::parts::Hours;
use super::reader::{Day, Reader, Span, first_of, last_of, plus};

/// One end of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// The day.
    pub day: Option<Day>,
    /// Days, where it names a week or a month.
    pub span: Option<Span>,
    /// The time.
    pub clock: Option<Clock>,
    /// The part of the day.
    pub hours: Option<Hours>,
    /// A bare number: an hour or a day of the month.
    bare: Option<u32>,
    /// 'nu'.
    now: bool,
}

impl End {
    /// The first day it can be.
    pub fn first(&self) -> Option<NaiveDate> {
        self.day.as_ref().map(|d| d.date).or(self.span.as_ref().map(|s| s.first))
    }

    fn last(&self) -> Option<NaiveDate> {
        self.day.as_ref().map(|d| d.date).or(self.span.as_ref().map(|s| s.last))
    }

    fn has_day(&self) -> bool {
        self.day.is_some() || self.span.is_some()
    }
}

/// A range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Range {
    /// Of days.
    Days {
        /// First and last.
        span: Span,
        /// An end that isn't there: 30 February.
        missing: bool,
    },
    /// Of times, on the day that was said with it, if one was.
    Clocks {
        /// From.
        from: Clock,
        /// To.
        to: Clock,
        /// The day.
        day: Option<Day>,
    },
    /// From a time on one day to a time on another.
    Between(Box<End>, Box<End>),
}

const OPENERS: &[&str] = &["van", "vanaf", "tussen", "from", "between", "na", "after", "vannaf"];
/// What stands before a number that is an age, a house, a size.
const NO_HOURS: &[&str] = &[
    "kinderen", "kids", "mensen", "leeftijd", "jongeren", "jeugd", "peuters", "kleuters", "groep", "groepen", "huizen",
    "nummers", "klas", "meisjes", "jongens",
];

impl Reader {
    /// A range here. `day_before` tells that a day was just said, `month` which month.
    pub fn range(&self, i: usize, day_before: bool, month: Option<NaiveDate>) -> Option<(Range, usize)> {
        if !self.ties {
            return None;
        }
        let opened = self.is(i, OPENERS);
        if let Some(found) = self.hours_of_a_day(i).filter(|_| day_before) {
            return Some(found);
        }
        if !opened && (self.names_a_thing(i) || i > 0 && self.follows(i, NO_HOURS)) {
            return None;
        }
        let start = self.skip_all(if opened { i + 1 } else { i }, &["de", "ongeveer", "rond", "circa", "ca", "op"]);
        // 'in feb tussen 2-7': behind a month these are its days, and no date.
        if let (Some(x), "-", Some(y)) =
            (self.digits(start, 2).filter(|_| month.is_some()), self.w(start + 1), self.digits(start + 2, 2))
            && let Some(found) = self.days_of_month(x, y, start + 3, month, true)
        {
            return Some(found);
        }
        if let Some(found) = self.named_days(start, self.w(i)) {
            return Some(found);
        }
        let mut a = self.end(start)?;
        let (sep, inclusive) = self.until(a.1, self.w(i))?;
        let start_of_b =
            self.skip_all(sep, &["de", "ongeveer", "rond", "circa", "ca", "uiterlijk", "het", "op", "den"]);
        let mut b = self.end(start_of_b)?;
        // The unit behind the second counts for the first as well.
        let mut next = b.1;
        if opened && i > 0 && self.follows(i, NO_HOURS) && a.0.bare.is_some() {
            return None;
        }
        // 'week 20 t/m 22'
        if let (Some(week), Some(_)) = (a.0.span.as_ref().filter(|s| s.unit == Unit::Week), b.0.bare)
            && self.numbered_week(start).is_some()
            && let Some(n) = self.digits(start_of_b, 2)
            && let Some(monday) = NaiveDate::from_isoywd_opt(week.first.iso_week().year(), n, Weekday::Mon)
        {
            let last = plus(monday, if inclusive { 6 } else { -1 });
            let span = Span::new(week.first, last, Unit::Day);
            return (last > week.first).then_some((Range::Days { span, missing: false }, next));
        }
        // Two numbers and then the month, or the month before them.
        if let (Some(x), Some(y)) = (a.0.bare, b.0.bare) {
            if let Some((range, next)) = self.days_of_month(x, y, next, month, opened || day_before) {
                return Some((range, next));
            }
            if self.counts_things(next) || !opened && !day_before && a.0.clock.is_none() {
                return None;
            }
            if !opened && !day_before || self.unit(next).is_some_and(|u| u != Unit::Hour) {
                return None;
            }
        } else if let (Some(x), Some(day)) = (a.0.bare, b.0.day.clone()) {
            // '3 tot 12 sept': the first has the month of the second; '5 tot 18:00 op 22 april' is of hours.
            if b.0.clock.is_none() {
                let first = day.date.with_day(x).filter(|f| *f <= day.date)?;
                let span = Span::new(first, day.date, Unit::Day);
                return Some((Range::Days { span, missing: day.missing }, next));
            }
        }
        self.share_month(&mut a, &b, start);
        // 'januari 4 tot 22'
        if let (Some(day), Some(y), Lex::Month(..), None) = (&a.0.day, b.0.bare, self.lex(start), a.0.clock) {
            let first = self.year(next).and_then(|(year, after)| Some((day.date.with_year(year)?, after)));
            let (first, after) = first.unwrap_or((day.date, next));
            let last = first.with_day(y).filter(|last| *last >= first)?;
            return Some((Range::Days { span: Span::new(first, last, Unit::Day), missing: false }, after));
        }
        for end in [&mut a.0, &mut b.0] {
            if let (Some(n), None) = (end.bare, end.clock) {
                end.clock = Clock::new(n, 0, Said::Bare);
            }
        }
        // From now until a day, or until a time today.
        if a.0.now && b.0.has_day() && b.0.clock.is_none() && b.0.hours.is_none() {
            a.0.clock = None;
        } else if a.0.now && !b.0.has_day() {
            b.0.day.clone_from(&a.0.day);
        }
        // Days on both sides, no times.
        if (a.0.has_day() || a.0.now)
            && b.0.has_day()
            && a.0.clock.is_none()
            && b.0.clock.is_none()
            && a.0.hours.is_none()
            && b.0.hours.is_none()
        {
            let range = self.of_days(&a.0, &b.0, inclusive)?;
            return Some((range, next));
        }
        let both = (a.0.clock.is_some() || a.0.hours.is_some()) && (b.0.clock.is_some() || b.0.hours.is_some())
            || a.0.now && b.0.clock.is_some();
        if a.0.has_day() && b.0.has_day() && (both || b.0.clock.is_some() || a.0.clock.is_some()) {
            return Some((Range::Between(Box::new(a.0), Box::new(b.0)), next));
        }
        let (from, to) = (a.0.clock?, b.0.clock?);
        // 'vijf tot zeven', 'half drie - vier uur'; a single bare number with a dash can be anything.
        let evidence = opened
            || day_before
            || a.0.has_day()
            || b.0.has_day()
            || [from, to].iter().any(|c| c.said != Said::Bare || c.part.is_some());
        if !evidence || self.counts_things(next) {
            return None;
        }
        if let Some((part, after)) = self.part_behind(next).filter(|_| b.0.day.is_none()) {
            b.0.clock = Some(Clock { part: Some(part), ..to });
            next = after;
        }
        let to = b.0.clock?;
        let day = a.0.day.or(b.0.day);
        Some((Range::Clocks { from, to, day }, next))
    }

    /// 'zaterdag 3 tot maandag 5 maart': the month of the second is that of the first.
    fn named_days(&self, i: usize, opener: &str) -> Option<(Range, usize)> {
        let (weekday, j) = self.weekday(i)?;
        let n = self.digits(j, 2)?;
        let (sep, _) = self.until(j + 1, opener)?;
        let (last, next) = self.day(sep)?;
        if self.unit(j + 1).is_some() || !(1..=3).any(|back| self.month_here(next.wrapping_sub(back))) {
            return None;
        }
        let first = last.date.with_day(n).filter(|f| f.weekday() == weekday && *f <= last.date)?;
        let span = Span::new(first, last.date, Unit::Day);
        Some((Range::Days { span, missing: last.missing }, next))
    }

    /// 'de 5e tot de 9e maart', 'van 5 maart tot 9 april 2028': the month or year of the second counts for the first.
    fn share_month(&self, a: &mut (End, usize), b: &(End, usize), start: usize) {
        let year_at = |next: usize| self.year(next.wrapping_sub(1)).filter(|(_, end)| *end == next).map(|(y, _)| y);
        if let (Some(first), Some(last)) = (&mut a.0.day, &b.0.day) {
            let ordinal = self.ordinal(start).filter(|(_, next)| *next == a.1 && b.0.bare.is_none());
            let of_month = (1..=3).any(|back| self.month_here(b.1.wrapping_sub(back)));
            if let Some(n) = ordinal.and_then(|(n, _)| u32::try_from(n).ok()).filter(|_| of_month) {
                first.date = last.date.with_day(n).filter(|d| *d <= last.date).unwrap_or(first.date);
            }
            if let Some(year) = year_at(b.1).filter(|_| year_at(a.1).is_none() && self.month_said(start, a.1)) {
                let same = first.date.with_year(year).filter(|d| *d <= last.date);
                let date = same.or_else(|| first.date.with_year(year - 1)).unwrap_or(first.date);
                *first = Day::on(date);
            }
        }
        if let (Some(first), Some(last)) = (&mut a.0.span, &b.0.span)
            && first.unit == Unit::Month
            && last.unit == Unit::Month
            && let Some(year) = year_at(b.1).filter(|_| year_at(a.1).is_none() && self.month_said(start, a.1))
        {
            let moved = first.first.with_year(year).map(first_of).filter(|d| *d <= last.first);
            let month = moved.or_else(|| first.first.with_year(year - 1)).unwrap_or(first.first);
            if first.last == last_of(first.first) {
                *first = Span { first: month, last: last_of(month), ..first.clone() };
            }
        }
    }

    fn month_said(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.month_here(i)) || self.in_numbers(from).is_some()
    }

    /// 'maandag 11-4', where the name of the day told that it is no date: from eleven to four.
    fn hours_of_a_day(&self, i: usize) -> Option<(Range, usize)> {
        let (from, to) = (self.digits(i, 2)?, self.digits(i + 2, 2)?);
        let next = i + 3;
        let joined =
            self.w(i + 1) == "-" && !self.is(next, &["-", "/", ":", ".", "u", "uur"]) && !self.counts_things(next);
        let (from, to) = (Clock::new(from, 0, Said::Bare)?, Clock::new(to, 0, Said::Bare)?);
        joined.then_some((Range::Clocks { from, to, day: None }, next))
    }

    /// What stands between the two ends; the second tells whether the last is said to be included.
    fn until(&self, i: usize, opener: &str) -> Option<(usize, bool)> {
        let j = self.skip(i, &[",", "uur"]);
        let and = matches!(opener, "tussen" | "between");
        if self.is(j, &["t/m", "tm"]) {
            return Some((j + 1, true));
        }
        if let Some(next) =
            self.phrase(j, &["tot", "en", "met"]).or_else(|| self.phrase(j, &["tot", "aan", "en", "met"]))
        {
            return Some((next, true));
        }
        if let Some(next) = self.phrase(j, &["maar", "voor"]).or_else(|| self.phrase(j, &["en", "voor"])) {
            return matches!(opener, "na" | "after").then_some((next, false));
        }
        if matches!(opener, "na" | "after") {
            return None;
        }
        if self.is(j, &["tot", "to", "till", "until", "through", "tod", "totdat"]) {
            return Some((self.skip(j + 1, &["aan"]), false));
        }
        if self.w(j) == "-" {
            return Some((j + 1, true));
        }
        // 'vandaag en morgen': two days in a row.
        let row = self.follows(i, &["vandaag", "today"]) && self.is(j + 1, &["morgen", "tomorrow"]);
        let row = row || self.follows(i, &["morgen", "tomorrow"]) && self.w(j + 1) == "overmorgen";
        let row = row || self.digits(i.wrapping_sub(1), 2).is_some() && self.month_day(j + 1).is_some();
        ((and || row) && self.is(j, &["en", "and", "of"]) && !(row && self.w(j) == "of")).then_some((j + 1, row))
    }

    /// One end: a day and a time in either order, a bare number, a week, a month, 'nu'.
    fn end(&self, i: usize) -> Option<(End, usize)> {
        if self.is(i, &["nu", "now"]) {
            let time = Clock::new(self.now.hour(), self.now.minute(), Said::Exactly);
            let now = End {
                now: true,
                day: Some(Day::on(self.today())),
                clock: time.map(|c| Clock { said: Said::Exactly, ..c }),
                ..End::default()
            };
            return Some((now, i + 1));
        }
        // ''s ochtends 9 uur'
        if let Some((part, j)) = self.part_behind(i).filter(|_| self.is(i, &["'s", "s", "des"])) {
            let j = self.skip(j, &["om"]);
            if let Some((clock, next)) = self.clock(j).or_else(|| self.bare_hour(j)) {
                return Some((End { clock: Some(Clock { part: Some(part), ..clock }), ..End::default() }, next));
            }
        }
        let day = self.day(i);
        let clock = self.clock(i);
        let span = self.span(i);
        let reach = |x: &Option<usize>| x.unwrap_or(0);
        let (d, c, s) = (day.as_ref().map(|x| x.1), clock.as_ref().map(|x| x.1), span.as_ref().map(|x| x.1));
        if let Some((hours, next)) = self.hours(i).filter(|(h, _)| h.day.is_some()) {
            let (clock, next) = self.time_behind(next).map_or((None, next), |(c, n)| (Some(c), n));
            return Some((End { day: hours.day.clone(), hours: Some(hours), clock, ..End::default() }, next));
        }
        if reach(&c) >= reach(&d).max(1) && reach(&c) >= reach(&s) {
            let (clock, next) = clock?;
            // '20:00 op 15', '16:00 vandaag'
            let k = self.skip_all(next, &["op", ",", "on"]);
            if let Some((day, after)) = self.day(k) {
                return Some((End { day: Some(day), clock: Some(clock), ..End::default() }, after));
            }
            return Some((End { clock: Some(clock), ..End::default() }, next));
        }
        if reach(&d) >= reach(&s).max(1) {
            let (day, next) = day?;
            let (hours, next) = self.hours(next).map_or((None, next), |(h, n)| (Some(h), n));
            let (clock, next) = self.time_behind(next).map_or((None, next), |(c, n)| (Some(c), n));
            return Some((End { day: Some(day), clock, hours, ..End::default() }, next));
        }
        if let Some((span, next)) = span {
            return Some((End { span: Some(span), ..End::default() }, next));
        }
        let ordinal = self.ordinal(i).filter(|(n, _)| (1..=31).contains(n));
        if let Some((n, next)) = ordinal {
            return Some((End { bare: u32::try_from(n).ok(), ..End::default() }, next));
        }
        let (clock, next) = self.bare_hour(i).map_or((None, None), |(c, n)| (Some(c), Some(n)));
        let (n, after) = self.number(i).filter(|(n, _)| *n <= 31)?;
        // The first number of two takes its unit from the second, and a part of the day that stands behind it.
        let part = self
            .part_behind(next.unwrap_or(after))
            .filter(|_| clock.is_some() && !self.is(next.unwrap_or(after), &[","]));
        if let (Some(clock), Some((part, end))) = (clock, part) {
            return Some((End { clock: Some(Clock { part: Some(part), ..clock }), ..End::default() }, end));
        }
        Some((End { bare: Some(n), ..End::default() }, next.unwrap_or(after)))
    }

    /// A time right behind a day: 'zaterdag 10 uur', 'morgen om 3'.
    fn time_behind(&self, i: usize) -> Option<(Clock, usize)> {
        let j = self.skip_all(i, &[",", "om", "rond", "at", "vanaf"]);
        self.clock(j).or_else(|| self.bare_hour(j).filter(|_| j > i && self.w(j - 1) != ","))
    }

    /// '3 tot 12 van sept', '19-20 november', 'volgende maand 4 tot 23', 'in feb tussen 2-7'.
    fn days_of_month(
        &self,
        x: u32,
        y: u32,
        next: usize,
        month: Option<NaiveDate>,
        led: bool,
    ) -> Option<(Range, usize)> {
        let days = |first: NaiveDate, next| {
            let (from, to) = (first.with_day(x)?, first.with_day(y)?);
            let span = Span::new(from, to, Unit::Day);
            (from <= to).then_some((Range::Days { span, missing: false }, next))
        };
        let j = self.skip_all(next, &["van", "in", "of", "de"]);
        if matches!(self.lex(j), Lex::Month(..)) || self.unit(j + 1) == Some(Unit::Month) {
            let (span, after) = self.span(j)?;
            return days(span.first, after);
        }
        let first = month.filter(|_| led)?;
        match self.year(next) {
            Some((year, after)) => days(first.with_year(year)?, after),
            None => days(first, next),
        }
    }

    fn of_days(&self, a: &End, b: &End, inclusive: bool) -> Option<Range> {
        let missing = [a, b].iter().any(|e| e.day.as_ref().is_some_and(|d| d.missing));
        let mut first = a.first()?;
        // 'tot week 35' ends where that week begins, 'tot juni' where June does; 't/m' is with it.
        let whole = |s: &Span| {
            s.unit == Unit::Week && Reader::days_between(s.first, s.last) == 6
                || s.unit == Unit::Month && s.last == last_of(s.first) && s.first.day() == 1
                || s.unit == Unit::Year && s.first.ordinal() == 1 && s.last.month() == 12
        };
        let weeks = !inclusive && b.span.as_ref().is_some_and(whole);
        let mut last = if weeks { plus(b.first()?, -1) } else { b.last()? };
        if last < first {
            // 'van 25-10 tot 25-1': over the new year; or the first has just begun.
            let year_before = first
                .with_year(first.year() - 1)
                .filter(|f| *f <= last && a.day.as_ref().is_some_and(|d| d.other.is_some()));
            match year_before {
                _ if b.day.is_some() && a.day.is_some() && Reader::days_between(last, first) < 7 => {
                    last = plus(last, 7)
                }
                Some(earlier) => first = earlier,
                None => {
                    last = last
                        .with_year(first.year())
                        .filter(|l| *l >= first)
                        .or_else(|| last.with_year(first.year() + 1))?
                }
            }
        }
        Some(Range::Days { span: Span::new(first, last, Unit::Day), missing })
    }
}
