//! Days by their place in a row: 'de eerste vrijdag van juli', 'de laatste dag van de maand', 'de 15e', 'volgende maand op
//! de 5e'.

use chrono::{Datelike, NaiveDate, Weekday};

use super::days::{COMING, NEXT, THIS};
use super::lex::{Lex, Part, Unit};
use super::reader::{Day, Reader, first_of, last_of, plus, plus_months};

/// Nouns and others behind 'de tweede' that make it no day.
const ORDINAL_IS_DAY: &[&str] = &[
    "", ".", ",", "?", "!", "terug", "om", "van", "tot", "'s", "en", "ben", "ik", "kom", "ga", "gaan", "weg", "is",
    "kan", "t/m", "-", "in", "at", "hier", "thuis", "vrij", "komt", "komen", "zijn", "gegaan", "weer", "wel", "niet",
    "gaat", "heb", "hebben", "rond", "tussen", "vanaf", "of", ")", "voor", "dan",
];

impl Reader {
    /// 'de eerste vrijdag van juli', 'laatste maandag in maart 2027', 'de tweede maandag van de volgende maand'.
    pub fn nth_weekday(&self, i: usize) -> Option<(Day, usize)> {
        let (n, j) = self.ordinal(i)?;
        self.nth_weekday_at(n, j, j + 1)
    }

    /// 'de eerste donderdagavond van de maand'.
    pub fn nth_part(&self, i: usize) -> Option<(Part, Day, usize)> {
        let (n, j) = self.ordinal(i)?;
        let part = self.part_word(j + 1).filter(|_| matches!(self.lex(j), Lex::Weekday(..)))?;
        self.nth_weekday_at(n, j, j + 2).map(|(day, next)| (part, day, next))
    }

    /// The nth of what stands at `j`, in the month that is said at `behind`.
    fn nth_weekday_at(&self, n: i32, j: usize, behind: usize) -> Option<(Day, usize)> {
        let Lex::Weekday(weekday, _) = self.lex(j) else {
            if self.unit(j) == Some(Unit::Day) {
                if let Some((year, next)) = self.year_of(j + 1) {
                    let date = NaiveDate::from_ymd_opt(if n < 0 { year + 1 } else { year }, 1, 1)?;
                    return Some((Day::on(plus(date, i64::from(if n < 0 { n } else { n - 1 }))), next));
                }
                let (first, next) = self.month_of(j + 1)?;
                let date = if n < 0 { last_of(first) } else { plus(first, i64::from(n) - 1) };
                return Some((Day::on(date), next));
            }
            return None;
        };
        if let Some((year, next)) = self.year_of(behind) {
            let date = nth_in(NaiveDate::from_ymd_opt(year, if n < 0 { 12 } else { 1 }, 1)?, n, weekday);
            return date.map(|date| (Day::on(date), next));
        }
        let (first, next) = self.month_of(behind)?;
        let date = nth_in(first, n, weekday);
        // 'De eerste maandag van de maand', and it is over: next month's.
        let date = match date {
            Some(d) if d < self.today() && self.unit(next - 1) == Some(Unit::Month) && !self.is(next - 2, THIS) => {
                nth_in(plus_months(first, 1), n, weekday)
            }
            other => other,
        };
        // Named without a year, and already over: next year's.
        let date = match date {
            Some(d)
                if d < self.today()
                    && first_of(self.today()) == first
                    && matches!(self.lex(next - 1), Lex::Month(..)) =>
            {
                nth_in(plus_months(first, 12), n, weekday)
            }
            other => other,
        };
        Some((date.map_or(Day { missing: true, ..Day::on(last_of(first)) }, Day::on), next))
    }

    /// 'de 15e', 'op de tweeëntwintigste', 'de 20ste van volgende maand'.
    pub fn of_the_month(&self, i: usize) -> Option<(Day, usize)> {
        let (n, next) = self.ordinal(i).filter(|(n, _)| *n == -1 || (1..=31).contains(n))?;
        if n == -1 {
            return self.month_of(next).map(|(first, after)| (Day::on(last_of(first)), after));
        }
        let n = n as u32;
        if let Some((first, after)) = self.month_of(next).or_else(|| self.month_behind_day(next)) {
            // 'De 5e van de maand', and it is over: next month's.
            let any = self.unit(after - 1) == Some(Unit::Month) && self.is(after - 2, &["de", "van"]);
            let date = first.with_day(n);
            let date = match date {
                Some(d) if any && d < self.today() => plus_months(first, 1).with_day(n),
                other => other,
            };
            return Some((date.map_or(Day { missing: true, ..Day::on(last_of(first)) }, Day::on), after));
        }
        let the = self.follows(i, &["de", "op", "den", "the", "on", "voor", "tot", "vanaf", "t/m"]);
        let word = matches!(self.lex(i), Lex::Ordinal(_));
        // Behind an ordinal a noun stands in the singular: what ends in -en is a verb ('zullen we de 3e afspreken').
        let verb = self.w(next).len() > 4
            && self.w(next).ends_with("en")
            && matches!(self.lex(next), Lex::Other)
            && !self.is(next, &["wagen", "keuken", "haven", "toren", "examen", "oefening", "teken", "open"]);
        let fits = verb || self.is(next, ORDINAL_IS_DAY) || next >= self.t.len() || self.clock(next).is_some();
        let of_something = self.w(next) == "van" && self.number(next + 1).is_none() && self.clock(next + 1).is_none();
        let who = self.before(i) == "de"
            && self
                .is(i.wrapping_sub(2), &["ben", "is", "was", "als", "bent", "waren", "wordt", "word", "werd", "zijn"]);
        if word && (of_something || who) {
            return None;
        }
        if !the || !fits && (word || matches!(self.lex(next), Lex::Other | Lex::Unit(_))) {
            return None;
        }
        let mut month = first_of(self.today());
        for _ in 0..3 {
            if let Some(date) = month.with_day(n).filter(|d| *d >= self.today()) {
                return Some((Day::on(date), next));
            }
            month = plus_months(month, 1);
        }
        None
    }

    /// 'de 5e volgende maand': that month.
    fn month_behind_day(&self, i: usize) -> Option<(NaiveDate, usize)> {
        let led = self.is(i, NEXT) || self.is(i, COMING);
        (led && self.unit(i + 1) == Some(Unit::Month)).then(|| (plus_months(first_of(self.today()), 1), i + 2))
    }

    /// 'volgende maand op de 5e'.
    pub fn in_said_month(&self, i: usize) -> Option<(Day, usize)> {
        let (first, next) = self.month_behind_day(i)?;
        let (n, next) = self.ordinal(self.skip_all(next, &["op", "de", "den", ","]))?;
        let date = first.with_day(u32::try_from(n).ok()?);
        let taken = matches!(self.lex(next), Lex::Unit(_) | Lex::Weekday(..)) || self.is(next, &["helft"]);
        (!taken).then(|| (date.map_or(Day { missing: true, ..Day::on(last_of(first)) }, Day::on), next))
    }
}

/// The nth such day of a month; -1 is the last.
pub fn nth_in(first: NaiveDate, n: i32, weekday: Weekday) -> Option<NaiveDate> {
    let date = if n > 0 {
        plus(Reader::weekday_from(first, weekday), i64::from(n - 1) * 7)
    } else {
        plus(Reader::weekday_from(plus(last_of(first), -6), weekday), i64::from(n + 1) * 7)
    };
    (date.month() == first.month()).then_some(date)
}
