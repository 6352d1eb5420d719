//! Lengths of time, and what is counted with them: 'over twee weken', 'een half uur', 'drie dagen na morgen',
//! 'binnen vijf uur', 'de komende drie dagen', 'twee weken geleden'.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::Purpose;
use super::days::{COMING, NEXT};
use super::lex::Unit;
use super::reader::{Day, Reader, Span, plus, plus_months};
use super::zone;

/// A length of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Months, twelve for a year.
    pub months: i64,
    /// Days, seven for a week.
    pub days: i64,
    /// Seconds.
    pub seconds: i64,
}

/// What a length leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A day.
    Day(Day),
    /// Days in a row.
    Span(Span),
    /// A moment.
    At(NaiveDateTime),
    /// From one moment to another.
    Stretch(NaiveDateTime, NaiveDateTime),
}

/// Two and a half, and so on.
const HALVED: &[&str] = &["tweeenhalf", "drieenhalf", "vierenhalf", "vijfenhalf", "zesenhalf"];

impl Length {
    /// Returns whether it is made of whole days.
    pub fn is_days(self) -> bool {
        self.seconds == 0
    }

    /// The day that is so much later.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        plus(plus_months(day, self.months), self.days)
    }

    /// The day that is so much earlier.
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        plus(plus_months(day, -self.months), -self.days)
    }

    /// The moment that is so much later. Hours are counted as they pass, also in a night when the clock is put forward.
    pub fn later(self, at: NaiveDateTime) -> NaiveDateTime {
        zone::later(self.after(at.date()).and_time(at.time()), self.seconds)
    }

    fn earlier(self, at: NaiveDateTime) -> NaiveDateTime {
        zone::later(self.before(at.date()).and_time(at.time()), -self.seconds)
    }

    fn of(unit: Unit, n: i64, halves: i64) -> Length {
        // In halves, so that 'anderhalf' needs no fractions.
        let count = n * 2 + halves;
        match unit {
            Unit::Second => Length { seconds: count / 2, ..Length::default() },
            Unit::Minute => Length { seconds: count * 30, ..Length::default() },
            Unit::QuarterHour => Length { seconds: count * 450, ..Length::default() },
            Unit::Hour => Length { seconds: count * 1800, ..Length::default() },
            Unit::Day if halves == 0 => Length { days: n, ..Length::default() },
            Unit::Day => Length { seconds: count * 43_200, ..Length::default() },
            Unit::Week | Unit::Weekend => Length { days: count * 7 / 2, ..Length::default() },
            Unit::Month => Length { months: n, days: halves * 15, ..Length::default() },
            Unit::Quarter => Length { months: n * 3, ..Length::default() },
            Unit::Year => Length { months: count * 6, ..Length::default() },
            Unit::Decade => Length { months: n * 120, ..Length::default() },
        }
    }

    fn and(self, other: Length) -> Length {
        Length {
            months: self.months + other.months,
            days: self.days + other.days,
            seconds: self.seconds + other.seconds,
        }
    }
}

impl Reader {
    /// A length: 'twee weken', 'anderhalf uur', '2 jaar, 21 dagen', 'drie kwartier', 'een paar dagen'.
    pub fn length(&self, i: usize) -> Option<(Length, usize)> {
        let (mut length, mut next) = self.one_length(i)?;
        loop {
            let j = self.skip_all(next, &[",", "en", "and"]);
            match self.one_length(j) {
                Some((more, after)) if self.number(j).is_some() && j <= next + 2 => {
                    length = length.and(more);
                    next = after;
                }
                _ => return Some((length, next)),
            }
        }
    }

    fn one_length(&self, i: usize) -> Option<(Length, usize)> {
        let unit_at = |j: usize| {
            let short = self.unit(j)?;
            Some((short, if self.w(j + 1) == "." && self.w(j).len() <= 3 && self.glued(j + 1) { j + 2 } else { j + 1 }))
        };
        let length_at =
            |j: usize, n: i64, halves: i64| unit_at(j).map(|(unit, next)| (Length::of(unit, n, halves), next));
        // Half an hour, in its many ways.
        let j = self.skip(i, &["een", "a", "'n", "het", "an"]);
        if self.is(j, &["half", "halve"]) {
            return length_at(self.skip(j + 1, &["an"]), 0, 1);
        }
        if self.is(j, &["halfuur", "halfuurtje"]) {
            return Some((Length::of(Unit::Hour, 0, 1), j + 1));
        }
        if self.w(j) == "halfjaar" {
            return Some((Length::of(Unit::Year, 0, 1), j + 1));
        }
        // 'tweeënhalf uur'
        if let Some(n) = HALVED.iter().position(|word| self.w(i) == *word) {
            return length_at(i + 1, n as i64 + 2, 1);
        }
        if self.is(i, &["anderhalf", "anderhalve"]) {
            return length_at(i + 1, 1, 1);
        }
        if self.is(j, &["paar", "couple", "few"]) {
            return length_at(self.skip(j + 1, &["of"]), 2, 0);
        }
        if self.w(i) == "enkele" && self.unit(i + 1).is_some() {
            return length_at(i + 1, 3, 0);
        }
        // 'een dag of drie'
        if self.w(i) == "een"
            && self.unit(i + 1).is_some()
            && self.w(i + 2) == "of"
            && let Some((n, next)) = self.number(i + 3)
        {
            return Some((Length::of(self.unit(i + 1)?, i64::from(n), 0), next));
        }
        let (n, mut next) = self.number(i).or_else(|| (self.is(i, &["a", "an"])).then_some((1, i + 1)))?;
        let mut halves = 0;
        if self.is(next, &[",", "."]) && self.glued(next) && self.glued(next + 1) && self.w(next + 1) == "5" {
            halves = 1;
            next += 2;
        } else if let Some(after) =
            self.phrase(next, &["en", "een", "half"]).or_else(|| self.phrase(next, &["en", "een", "halve"]))
        {
            halves = 1;
            next = after;
        } else if self.w(next) == "1" && self.w(next + 1) == "/" && self.w(next + 2) == "2" {
            halves = 1;
            next += 3;
        } else if self.w(next) == "½" {
            halves = 1;
            next += 1;
        }
        let next = self.skip(next, &["hele", "volle"]);
        let (unit, next) = unit_at(next)?;
        // What a length of time that no calendar holds would give is of no use to anybody.
        (n <= 9999).then(|| (Length::of(unit, i64::from(n), halves), next))
    }

    /// What is counted with a length.
    pub fn counted(&self, i: usize) -> Option<(Counted, usize)> {
        [self.ahead(i), self.beside_length(i), self.within(i), self.in_a_row(i), self.rest_of_day(i)]
            .into_iter()
            .flatten()
            .max_by_key(|(_, next)| *next)
    }

    /// 'over een week', 'over minder dan een uur', 'in 2 minuten', 'over twee dagen vanaf morgen', 'over drie weken op zaterdag'.
    fn ahead(&self, i: usize) -> Option<(Counted, usize)> {
        if !self.is(i, &["over", "in"]) {
            return None;
        }
        let less = self.phrase(i + 1, &["minder", "dan"]).or_else(|| self.phrase(i + 1, &["less", "than"]));
        let j = self.skip(less.unwrap_or(i + 1), &["ongeveer", "zo'n", "ca", "about", "precies", "exact", "hooguit"]);
        let (length, next) = self.length(j)?;
        if let Some((from, after)) = self.start_of_count(next) {
            return Some((self.at_distance(from, (length, next), less.is_some()), after));
        }
        if less.is_some() && length.is_days() {
            return Some((self.days_until(self.today(), length), next));
        }
        if self.w(i) == "in" && self.is(next, &["tijd", "totaal"]) {
            return None;
        }
        // 'over twee weken op zaterdag'
        let k = self.skip(next, &["op"]);
        if length.is_days()
            && length.days % 7 == 0
            && let Some((weekday, after)) = self.weekday(k)
        {
            let monday = Reader::monday(length.after(self.today()));
            return Some((Counted::Day(Day::on(Reader::weekday_from(monday, weekday))), after));
        }
        Some((self.distance(length, next), next))
    }

    /// So far from now; the words of the length end before `next`.
    fn distance(&self, length: Length, next: usize) -> Counted {
        if let Some(hour) = self.running_hour(length, next) {
            return Counted::At(length.later(hour));
        }
        if length.is_days() {
            Counted::Day(Day::on(length.after(self.today())))
        } else {
            Counted::At(length.later(self.now))
        }
    }

    /// Calendars count days from the hour that runs, so that 'over drie dagen' is a moment to them; people mean the day.
    fn running_hour(&self, length: Length, next: usize) -> Option<NaiveDateTime> {
        let days = length.is_days() && self.unit(next.wrapping_sub(1)) == Some(Unit::Day);
        (self.purpose == Purpose::Any && days).then(|| self.now.with_minute(0)).flatten()
    }

    fn days_until(&self, from: NaiveDate, length: Length) -> Counted {
        Counted::Span(Span::new(from, length.after(from), Unit::Day))
    }

    /// 'vanaf morgen', 'na vandaag', 'gerekend vanaf gisteren', 'vanaf nu'. `None` is now.
    fn start_of_count(&self, i: usize) -> Option<(Option<NaiveDate>, usize)> {
        let j = self.skip(i, &["gerekend", "geteld", "gezien"]);
        if !self.is(j, &["vanaf", "na", "from", "after", "voorbij"]) {
            return None;
        }
        if self.is(j + 1, &["nu", "now"]) {
            return Some((None, j + 2));
        }
        let k = self.skip_all(j + 1, &["de", "het"]);
        let (day, next) = self.day(k)?;
        Some((Some(day.date), self.skip(next, &["gezien", "gerekend", "af"])))
    }

    fn at_distance(&self, from: Option<NaiveDate>, (length, next): (Length, usize), less: bool) -> Counted {
        match from {
            Some(day) if less => self.days_until(day, length),
            Some(day) if length.is_days() => Counted::Day(Day::on(length.after(day))),
            Some(day) => Counted::At(length.later(day.and_time(self.now.time()))),
            None if less && length.is_days() => self.days_until(self.today(), length),
            None => self.distance(length, next),
        }
    }

    /// 'twee dagen later', '4 weken in de toekomst', '2 dagen daarna', 'twee dagen na vandaag', 'drie dagen voor kerst', 'een week geleden'.
    fn beside_length(&self, i: usize) -> Option<(Counted, usize)> {
        let less = self.phrase(i, &["minder", "dan"]);
        let (length, next) = self.length(less.unwrap_or(i))?;
        if let Some((from, after)) = self.start_of_count(next) {
            return Some((self.at_distance(from, (length, next), less.is_some()), after));
        }
        if self.is(next, &["later", "verder", "hence"]) {
            return Some((self.distance(length, next), next + 1));
        }
        let future =
            self.phrase(next, &["in", "de", "toekomst"]).or_else(|| (self.w(next) == "daarna").then_some(next + 1));
        if let Some(after) = future {
            return Some((self.tomorrow_until(length), after));
        }
        // 'Twee weken terug' was then; who 'gaat over twee weken terug' comes back.
        const RETURNS: &[&str] = &["ga", "gaat", "gaan", "ging", "kom", "komt", "komen", "ben", "bent", "keer", "zal"];
        let back = self.w(next) == "terug" && !(0..self.t.len()).any(|k| self.is(k, RETURNS));
        if back || self.is(next, &["geleden", "ago", "eerder", "ervoor", "daarvoor"]) {
            let counted = if let Some(hour) = self.running_hour(length, next) {
                Counted::At(length.earlier(hour))
            } else if length.is_days() {
                Counted::Day(Day::on(length.before(self.today())))
            } else {
                Counted::At(length.earlier(self.now))
            };
            return Some((counted, next + 1));
        }
        if self.is(next, &["voor", "before"]) && length.is_days() {
            let (day, after) = self.day(self.skip(next + 1, &["de"]))?;
            return Some((Counted::Day(Day::on(length.before(day.date))), after));
        }
        None
    }

    fn tomorrow_until(&self, length: Length) -> Counted {
        if length.is_days() {
            let first = plus(self.today(), 1);
            return Counted::Span(Span::new(first, length.after(self.today()), Unit::Day));
        }
        Counted::Stretch(self.now, length.later(self.now))
    }

    /// 'binnen twee weken', 'binnen de komende 5 uur', 'binnen 2 weken vanaf vandaag'.
    fn within(&self, i: usize) -> Option<(Counted, usize)> {
        if !self.is(i, &["binnen", "within"]) {
            return None;
        }
        let mut j = self.skip(i + 1, &["de", "het", "the", "nu"]);
        j = self.skip(j, &["en"]);
        if self.is(j, NEXT) || self.is(j, COMING) {
            j += 1;
        }
        // 'binnen het uur'
        let one = self.unit(j).filter(|_| j > i + 1).map(|unit| (Length::of(unit, 1, 0), j + 1));
        let (length, next) = self.length(j).or(one)?;
        let (from, after) = self.start_of_count(next).unwrap_or((None, next));
        let counted = if length.is_days() && self.purpose == Purpose::Any && from.is_none() {
            // Calendars count from this moment until the day begins.
            Counted::Stretch(self.now, length.after(self.today()).and_time(NaiveTime::MIN))
        } else if length.is_days() {
            self.days_until(from.unwrap_or(self.today()), length)
        } else {
            Counted::Stretch(self.now, length.later(self.now))
        };
        Some((counted, after))
    }

    /// 'de komende drie dagen', 'afgelopen 2 weken', 'de laatste minuut'.
    fn in_a_row(&self, i: usize) -> Option<(Counted, usize)> {
        let ahead = self.is(i, NEXT) || self.is(i, COMING);
        let back = self.is(i, &["afgelopen", "vorige", "laatste", "voorbije", "voorgaande", "past", "last"]);
        if !ahead && !back {
            return None;
        }
        let (length, next) = match self.length(i + 1) {
            Some(found) if self.number(i + 1).is_some() || self.is(i + 1, &["paar", "anderhalf", "halve", "half"]) => {
                found
            }
            _ => {
                let unit = self.unit(i + 1)?;
                let many = self.is(
                    i + 1,
                    &["dagen", "weken", "maanden", "jaren", "uren", "minuten", "days", "weeks", "months", "hours"],
                );
                let short = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::QuarterHour);
                if !many && !short {
                    return None;
                }
                (Length::of(unit, if many { 3 } else { 1 }, 0), i + 2)
            }
        };
        if self.unit(next - 1) == Some(Unit::Decade) {
            let start = self.today().year() / 10 * 10;
            let year = |y| NaiveDate::from_ymd_opt(y, 1, 1).unwrap_or(self.today());
            let years = i32::try_from(length.months / 12).ok()?;
            let (first, end) = if ahead { (start + 10, start + 10 + years) } else { (start - years, start) };
            return Some((Counted::Span(Span::new(year(first), plus(year(end), -1), Unit::Decade)), next));
        }
        if ahead {
            // As the coming days begin tomorrow, the coming minutes begin with the next one.
            let minutes = self.unit(next - 1) == Some(Unit::Minute) && self.purpose == Purpose::Any;
            if let Some(from) = minutes.then(|| zone::later(self.now, 60)) {
                return Some((Counted::Stretch(from, length.later(from)), next));
            }
            return Some((self.tomorrow_until(length), next));
        }
        if length.is_days() {
            let first = length.before(self.today());
            return Some((Counted::Span(Span::new(first, plus(self.today(), -1), Unit::Day)), next));
        }
        Some((Counted::Stretch(length.earlier(self.now), self.now), next))
    }

    /// Days from a first to a last.
    pub fn days_between(first: NaiveDate, last: NaiveDate) -> i64 {
        last.signed_duration_since(first).num_days()
    }
}
