//! Dates as they are written out: '5 dec', '1e van januari 2027', '22-4', '2026-12-05'; and the month in which something is.

use chrono::{Datelike, NaiveDate};

use super::days::{COMING, NEXT, THIS};
use super::lex::{Form, Lex, Unit};
use super::reader::{Day, Reader, Span, first_of, last_of, plus, plus_months};
use super::rule::Repeat;
use super::scan::What;

impl Reader {
    /// '5 dec', '1e van januari 2027', 'eenentwintig mei', 'juli 13', 'de 20ste van volgende maand'.
    pub fn in_words(&self, i: usize) -> Option<(Day, usize)> {
        let (d, m, next) = self.month_day(i)?;
        if self.digits(next, 2).is_some() && self.w(next + 1) == ":" {
            return Some((self.date(d, m, None), next));
        }
        match self.year_said(next) {
            Some((year, after)) => Some((self.date(d, m, Some(year)), after)),
            None => Some((self.date(d, m, None), next)),
        }
    }

    /// Day and month in words, in either order.
    pub fn month_day(&self, i: usize) -> Option<(u32, u32, usize)> {
        if let Lex::Month(m, form) = self.lex(i) {
            let dot = if self.w(i + 1) == "." && form != Form::Full { i + 2 } else { i + 1 };
            let j = self.skip(dot, &["de", "the"]);
            let (d, next) = match self.ordinal(j) {
                Some((n, next)) => (u32::try_from(n).ok()?, next),
                None => (self.digits(j, 2)?, j + 1),
            };
            let time = self.unit(next).is_some()
                || self.is(next, &[":", "keer", "x", "u"])
                || self.w(next) == "." && self.glued(next) && self.digits(next + 1, 2).is_some();
            return ((1..=31).contains(&d) && !time && !self.counts_things(next)).then_some((d, m, next));
        }
        let (d, next) = match self.ordinal(i) {
            Some((n, next)) => (u32::try_from(n).ok()?, next),
            None => self.number(i)?,
        };
        if self.before(i) == "." && self.glued(i) && self.digits(i.wrapping_sub(2), 6).is_some() {
            return None;
        }
        let j = self.skip_all(next, &["van", "of", "-", "/", "in"]);
        let j = if self.w(j) == "." && self.glued(j + 1) { j + 1 } else { j };
        let j = if self.w(j) == "maand" { j + 1 } else { j };
        let Lex::Month(m, form) = self.lex(j) else { return None };
        let dot = self.w(j + 1) == "." && form != Form::Full && (self.glued(j + 1));
        let mut end = if dot { j + 2 } else { j + 1 };
        // '1-sep-2019'
        if self.is(end, &["-", "/"]) && self.glued(end) && self.year(end + 1).is_some() {
            end += 1;
        }
        // Up to 39 it is a slip, and said; above, the number counts something else.
        (d < 40).then_some((d, m, end))
    }

    /// The date: without a year the next one there is.
    pub fn date(&self, d: u32, m: u32, year: Option<i32>) -> Day {
        let today = self.today();
        let missing = |y| Day { missing: true, ..Day::on(NaiveDate::from_ymd_opt(y, m, 1).map_or(today, last_of)) };
        if let Some(y) = year {
            return NaiveDate::from_ymd_opt(y, m, d).map_or_else(|| missing(y), Day::on);
        }
        let this = NaiveDate::from_ymd_opt(today.year(), m, d);
        let found = (0..9).filter_map(|n| NaiveDate::from_ymd_opt(today.year() + n, m, d)).find(|date| *date >= today);
        let Some(date) = found else { return missing(today.year()) };
        // A day that has just been could be meant as well.
        let other = this.filter(|t| *t < today && plus(*t, 60) > today);
        Day { other, ..Day::on(date) }
    }

    /// '22-4', '5/12/2026', '5.12.2026', '2026-12-05'.
    pub fn in_numbers(&self, i: usize) -> Option<(Day, usize)> {
        if let Some(found) = self.spaced(i) {
            return Some(found);
        }
        let sign = self.w(i + 1);
        if !matches!(sign, "-" | "/" | ".") || !self.glued(i + 1) || !self.glued(i + 2) || self.names_a_thing(i) {
            return None;
        }
        if self.follows(i, &["-", "/", ".", ":"]) && self.glued(i) {
            return None;
        }
        let third = self.w(i + 3) == sign && self.glued(i + 3) && self.glued(i + 4) && self.digits(i + 4, 4).is_some();
        if self.w(i).len() == 4 && third {
            let (y, m, d) = (self.digits(i, 4)?, self.digits(i + 2, 2)?, self.digits(i + 4, 2)?);
            let end = if self.w(i + 5) == "t" { i + 6 } else { i + 5 };
            return (1..=12).contains(&m).then(|| (self.date(d, m, Some(y as i32)), end));
        }
        let (d, m) = (self.digits(i, 2)?, self.digits(i + 2, 2)?);
        // In English, and in nothing else, the month comes first.
        let (d, m) = if m > 12 && d <= 12 && sign == "/" { (m, d) } else { (d, m) };
        if !(1..=31).contains(&d) || !(1..=12).contains(&m) {
            return None;
        }
        let (year, next) = if third {
            let n = self.digits(i + 4, 4)?;
            match self.w(i + 4).len() {
                // '31-10-74' was then; '7-3-41' will be.
                2 if n as i32 > self.today().year() % 100 + 30 => (Some(1900 + n as i32), i + 5),
                2 => (Some(2000 + n as i32), i + 5),
                4 => (Some(n as i32), i + 5),
                _ => return None,
            }
        } else {
            match self.year(i + 3) {
                Some((y, next)) => (Some(y), next),
                None => (None, i + 3),
            }
        };
        let thing = self.counts_things(next)
            || matches!(self.lex(next), Lex::Month(..))
            || self.unit(next).is_some()
            || self.is(next, &[":", "am", "pm"])
            || self.w(next) == "," && self.glued(next) && self.digits(next + 1, 6).is_some() && self.glued(next + 1);
        let longer = self.is(next, &["-", "/"])
            && self.glued(next)
            && self.digits(next + 1, 6).is_some()
            && self.glued(next + 1);
        // A dot alone makes a date only with a year.
        let timed = self.w(next) == "om" && self.clock(next + 1).is_some();
        let dotted = third || timed || self.before(i) == "op" && self.unit(next).is_none();
        (!thing && !longer && (sign != "." || dotted)).then(|| (self.date(d, m, year), next))
    }

    /// '3, 10 en 17 december', '5 en 12 mei': days that follow each other, a day in each week, or the first with the
    /// second as the other reading.
    pub fn listed_dates(&self, i: usize) -> Option<(Vec<What>, usize)> {
        let day = |j: usize| self.ordinal(j).and_then(|(n, k)| Some((u32::try_from(n).ok()?, k)));
        let day = |j: usize| day(j).or_else(|| Some((self.digits(j, 2)?, j + 1))).filter(|(n, _)| (1..=31).contains(n));
        if !self.is(i + 1, &[",", "en", "and", "&", "e", "ste", "de"]) {
            return None;
        }
        let mut days = vec![];
        let mut j = i;
        let (last, end) = loop {
            if let Some(found) = self.in_words(j).filter(|_| !days.is_empty()) {
                break found;
            }
            let (n, next) = day(j)?;
            days.push(n);
            let sign = self.is(next, &[",", "en", "and", "&"]) && !(self.w(next) == "," && self.glued(next + 1));
            j = self.skip(next + usize::from(sign), &["de"]);
            if !sign || days.len() > 12 {
                return None;
            }
        };
        let mut dates: Vec<NaiveDate> = days.iter().filter_map(|n| last.date.with_day(*n)).collect();
        dates.push(last.date);
        let steps: Vec<i64> =
            dates.windows(2).filter_map(|w| Some(Reader::days_between(*w.first()?, *w.last()?))).collect();
        let (first, step) = (*dates.first()?, *steps.first()?);
        if last.missing || dates.len() <= days.len() || steps.iter().any(|s| *s <= 0) {
            return None;
        }
        let even = steps.iter().all(|s| *s == step);
        let what = if even && step == 1 {
            What::Span(Span::new(first, last.date, Unit::Day))
        } else if even && step % 7 == 0 {
            let mut repeat = Repeat::weekly(first.weekday());
            (repeat.interval, repeat.begin) = (u32::try_from(step / 7).ok()?, Some(first));
            repeat.count = u32::try_from(dates.len()).ok();
            What::Repeat(repeat)
        } else {
            What::Day(Day { other: dates.get(1).copied(), ..Day::on(first) })
        };
        Some((vec![what], end))
    }

    /// '20 - 3 - 2027', '20 03 2027': with the year, so that it is nothing else.
    fn spaced(&self, i: usize) -> Option<(Day, usize)> {
        let signs = self.is(i + 1, &["-", "/", "."]) && self.w(i + 3) == self.w(i + 1) && !self.glued(i + 2);
        let (m, y) = if signs { (i + 2, i + 4) } else { (i + 1, i + 2) };
        if !signs && (self.glued(m) || self.glued(y) || self.w(m).len() != 2) || self.w(y).len() != 4 {
            return None;
        }
        let (d, m) = (self.digits(i, 2)?, self.digits(m, 2)?);
        let (year, next) = self.year(y)?;
        ((1..=31).contains(&d) && (1..=12).contains(&m)).then(|| (self.date(d, m, Some(year)), next))
    }

    /// 'van het jaar', 'van volgend jaar', 'van 2027'.
    pub fn year_of(&self, i: usize) -> Option<(i32, usize)> {
        let k = self.skip_all(i, &["van", "in", "of", "het", "the"]);
        match self.year_said(i) {
            Some(found) => Some(found),
            None if k > i && self.unit(k) == Some(Unit::Year) => Some((self.today().year(), k + 1)),
            None => None,
        }
    }

    /// 'van juli 2027', 'in maart', 'van (de) volgende maand', 'van het jaar': the first of that month.
    pub fn month_of(&self, i: usize) -> Option<(NaiveDate, usize)> {
        let k = self.skip_all(i, &["van", "in", "of", "de", "the", "het"]);
        if k == i {
            return None;
        }
        let this = first_of(self.today());
        if self.unit(k + 1) == Some(Unit::Month) {
            let months = if self.is(k, NEXT) || self.is(k, COMING) {
                1
            } else if self.is(k, THIS) {
                0
            } else {
                return None;
            };
            return Some((plus_months(this, months), k + 2));
        }
        if self.unit(k) == Some(Unit::Month) && !matches!(self.lex(k + 1), Lex::Month(..)) {
            return Some((this, k + 1));
        }
        let k = if self.unit(k) == Some(Unit::Month) { k + 1 } else { k };
        let Lex::Month(m, form) = self.lex(k) else { return None };
        let next = if self.w(k + 1) == "." && form != Form::Full { k + 2 } else { k + 1 };
        if let Some((year, after)) = self.year_said(next) {
            return NaiveDate::from_ymd_opt(year, m, 1).map(|d| (d, after));
        }
        let year = if m < this.month() { this.year() + 1 } else { this.year() };
        NaiveDate::from_ymd_opt(year, m, 1).map(|d| (d, next))
    }
}
