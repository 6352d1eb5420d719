//! Long stretches with a name: seasons, quarters, years, and the weekends of feasts.

use chrono::{Datelike, NaiveDate};

use super::days::{COMING, NEXT, PAST, THIS};
use super::lex::Unit;
use super::reader::{Reader, Span, plus, plus_months};

/// Seasons: words, and month and day of the first and the last.
type Season = (&'static [&'static str], (u32, u32), (u32, u32));

const SEASONS: &[Season] = &[
    (&["lente", "voorjaar", "spring"], (3, 20), (6, 21)),
    (&["zomer", "summer"], (6, 21), (9, 23)),
    (&["herfst", "najaar", "autumn"], (9, 23), (12, 21)),
    (&["winter"], (12, 21), (3, 20)),
];

impl Reader {
    /// 'Q3', 'K3', 'kwartaal 3'.
    pub fn quarter(&self, i: usize) -> Option<(Span, usize)> {
        // '2027 Q3', 'H1 2027'
        if let Some((year, j)) = self.year(i).filter(|_| self.is(i + 1, &["q", "k"]) && self.glued(i + 2)) {
            let n = self.digits(j + 1, 1)?;
            let first = NaiveDate::from_ymd_opt(year, n.checked_sub(1)?.checked_mul(3)? + 1, 1)?;
            return self.span_of(Unit::Quarter, first).map(|s| (s, j + 2));
        }
        if self.w(i) == "h"
            && self.glued(i + 1)
            && let Some(n @ (1 | 2)) = self.digits(i + 1, 1)
            && let Some((year, next)) = self.year_said(i + 2)
        {
            let first = NaiveDate::from_ymd_opt(year, n * 6 - 5, 1)?;
            return Some((Span::new(first, plus(plus_months(first, 6), -1), Unit::Quarter), next));
        }
        let j = match self.w(i) {
            "q" | "k" if self.glued(i + 1) => i + 1,
            "kwartaal" => i + 1,
            _ => return None,
        };
        self.quarter_of(self.digits(j, 1)?, j + 1)
    }

    pub fn quarter_of(&self, n: u32, next: usize) -> Option<(Span, usize)> {
        let (year, next, said) = match self.year_said(next) {
            Some((year, next)) => (year, next, true),
            None => (self.today().year(), next, false),
        };
        let first = |y| NaiveDate::from_ymd_opt(y, n.checked_sub(1)?.checked_mul(3)? + 1, 1);
        let span = self.span_of(Unit::Quarter, first(year)?)?;
        let span =
            if span.last < self.today() && !said { self.span_of(Unit::Quarter, first(year + 1)?)? } else { span };
        Some((span, next))
    }

    pub fn season(&self, i: usize) -> Option<(Span, usize)> {
        let led = self.is(i, NEXT) || self.is(i, COMING) || self.is(i, THIS) || self.is(i, PAST);
        let j = if led { i + 1 } else { i };
        let found = SEASONS.iter().find(|(words, _, _)| self.is(j, words))?;
        let the = led || self.follows(i, &["de", "het", "the", "in", "begin", "eind", "van", "hele", "heel"]);
        if !the && self.year_said(j + 1).is_none() {
            return None;
        }
        let (_, (m1, d1), (m2, d2)) = found;
        let at = |year: i32| {
            let first = NaiveDate::from_ymd_opt(year, *m1, *d1)?;
            let last = NaiveDate::from_ymd_opt(if m2 < m1 { year + 1 } else { year }, *m2, *d2)?;
            Some(Span::new(first, last, Unit::Quarter))
        };
        let year = self.today().year();
        if let Some((year, next)) = self.year_said(j + 1) {
            return at(year).map(|s| (s, next));
        }
        let start = if self.is(i, PAST) { return at(year - 1).map(|s| (s, j + 1)) } else { year - 1 };
        if self.is(i, NEXT) {
            return at(year + 1).map(|s| (s, j + 1));
        }
        (0..4).filter_map(|n| at(start + n)).find(|s| s.last >= self.today()).map(|s| (s, j + 1))
    }

    /// 'in 2027', 'het jaar 2027', 'de jaren '70'.
    pub fn years(&self, i: usize) -> Option<(Span, usize)> {
        if self.is(i, &["jaren", "jaar"]) {
            let j = self.skip(i + 1, &["'"]);
            let (n, next) = self.number(j)?;
            if self.w(i) == "jaren" {
                let n = if n >= 1900 { n } else { 2000 + if n == 0 { 100 } else { n } };
                let first = NaiveDate::from_ymd_opt(i32::try_from(n).ok()?, 1, 1)?;
                return Some((Span::new(first, plus(plus_months(first, 120), -1), Unit::Decade), next));
            }
        }
        let led = self.is(
            i.wrapping_sub(1),
            &[
                "in", "jaar", "heel", "van", "vanaf", "sinds", "begin", "eind", "einde", "medio", "half", "tot",
                "tussen", "en",
            ],
        ) && i > 0;
        let (year, next) = self.year(i).filter(|_| led && self.w(i) != ",")?;
        (!self.counts_things(next))
            .then(|| self.span_of(Unit::Year, NaiveDate::from_ymd_opt(year, 1, 1)?).map(|s| (s, next)))?
    }

    /// 'paasweekend', 'pinksterweekend', 'kerstweekend', 'paas weekend'.
    pub fn feast_weekend(&self, i: usize) -> Option<(Span, usize)> {
        let word = self.w(i);
        let (stem, next) = match word.strip_suffix("weekend") {
            Some(stem) if !stem.is_empty() => (stem, i + 1),
            _ if self.unit(i + 1) == Some(Unit::Weekend)
                && self.is(i, &["paas", "pinkster", "kerst", "hemelvaart"]) =>
            {
                (word, i + 2)
            }
            _ => return None,
        };
        let today = self.today();
        let easter = (0..3).filter_map(|n| super::feasts::easter(today.year() + n));
        let (first, days) = match stem {
            "paas" => (easter.map(|e| plus(e, -1)).find(|d| *d >= plus(today, -2))?, 2),
            "pinkster" => (easter.map(|e| plus(e, 48)).find(|d| *d >= plus(today, -2))?, 2),
            "hemelvaart" | "hemelvaarts" => (easter.map(|e| plus(e, 39)).find(|d| *d >= plus(today, -3))?, 3),
            "kerst" => (self.date(25, 12, None).date, 1),
            _ => return None,
        };
        Some((Span::new(first, plus(first, days), Unit::Weekend), next))
    }
}
