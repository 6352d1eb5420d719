//! Days in a row that have a name: weeks, weekends, months, seasons, years; their beginning, middle and end.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Purpose;
use super::days::{COMING, NEXT, PAST, THIS};
use super::lex::{Form, Lex, Unit};
use super::reader::{Reader, Span, first_of, last_of, plus, plus_months};

/// A piece of a span.
#[derive(Clone, Copy)]
enum Piece {
    Begin,
    Middle,
    End,
}

impl Reader {
    /// Days in a row here.
    pub fn span(&self, i: usize) -> Option<(Span, usize)> {
        [self.whole_span(i), self.piece(i), self.rest(i)].into_iter().flatten().max_by_key(|(_, next)| *next)
    }

    fn whole_span(&self, i: usize) -> Option<(Span, usize)> {
        [
            self.week_of(i),
            self.numbered_week(i).map(|(monday, next)| (week(monday), next)),
            self.nth_span(i),
            self.relative_span(i),
            self.month_span(i),
            self.quarter(i),
            self.season(i),
            self.years(i),
            self.feast_weekend(i),
        ]
        .into_iter()
        .flatten()
        .max_by_key(|(_, next)| *next)
    }

    pub fn span_of(&self, unit: Unit, day: NaiveDate) -> Option<Span> {
        let span = |first, last| Some(Span::new(first, last, unit));
        match unit {
            Unit::Week => Some(week(Reader::monday(day))),
            Unit::Weekend => {
                let saturday = plus(Reader::monday(day), 5);
                span(saturday, plus(saturday, 1))
            }
            Unit::Month => span(first_of(day), last_of(day)),
            Unit::Quarter => {
                let first = first_of(day).with_month((day.month0() / 3) * 3 + 1)?;
                span(first, last_of(plus_months(first, 2)))
            }
            Unit::Year => {
                span(NaiveDate::from_ymd_opt(day.year(), 1, 1)?, NaiveDate::from_ymd_opt(day.year(), 12, 31)?)
            }
            Unit::Day => span(day, day),
            Unit::Decade => {
                let first = NaiveDate::from_ymd_opt(day.year() / 10 * 10, 1, 1)?;
                span(first, plus(plus_months(first, 120), -1))
            }
            Unit::Second | Unit::Minute | Unit::QuarterHour | Unit::Hour => None,
        }
    }

    pub fn moved(&self, unit: Unit, by: i64) -> Option<Span> {
        let today = self.today();
        let day = match unit {
            Unit::Week | Unit::Weekend => plus(today, by * 7),
            Unit::Month => plus_months(first_of(today), by),
            Unit::Quarter => plus_months(first_of(today), by * 3),
            Unit::Year => plus_months(first_of(today), by * 12),
            Unit::Day => plus(today, by),
            Unit::Decade => plus_months(first_of(today), by * 120),
            Unit::Second | Unit::Minute | Unit::QuarterHour | Unit::Hour => return None,
        };
        self.span_of(unit, day)
    }

    /// 'deze week', 'komend weekend', 'volgende maand', 'het jaar na het volgende', 'de week'.
    fn relative_span(&self, i: usize) -> Option<(Span, usize)> {
        let spans =
            |unit| matches!(unit, Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade);
        if let Some(unit) = self.unit(i).filter(|u| spans(*u)) {
            let j = self.skip(i + 1, &["na", "after"]);
            let k = self.skip(j, &["de", "het", "the"]);
            if j > i + 1 && self.is(k, NEXT) {
                return self.moved(unit, 2).map(|s| (s, k + 1));
            }
            if let Some(later) = self.after_that(i + 1) {
                return self.moved(unit, if later { 1 } else { -1 }).map(|s| (s, i + 2));
            }
            // 'het weekend', 'de week': this one, if it means anything.
            let the = self.follows(i, &["de", "het", "mijn", "the", "in", "hele", "heel"]);
            let per = self.before(i) == "in" || self.is(i.wrapping_sub(2), &["keer", "door", "per", "in", "x"]);
            let counted = unit != Unit::Weekend && per;
            let singular =
                self.is(i, &["week", "weekend", "weekeinde", "weekeind", "maand", "jaar", "kwartaal", "month", "year"]);
            let weak = unit != Unit::Weekend;
            if (the || unit == Unit::Weekend && self.t.len() == 1) && singular && !counted {
                return self.moved(unit, 0).map(|s| (Span { weak, ..s }, i + 1));
            }
            return None;
        }
        let by = if self.is(i, NEXT) || self.is(i, COMING) {
            1
        } else if self.is(i, THIS) {
            0
        } else if self.is(i, PAST) || self.w(i) == "laatste" {
            -1
        } else {
            return None;
        };
        let unit = self.unit(i + 1).filter(|u| spans(*u))?;
        // The coming weekend is the one of this week, unless it is here already.
        let here = matches!(self.today().weekday(), Weekday::Sat | Weekday::Sun);
        let by = if unit == Unit::Weekend && self.is(i, COMING) && !here { 0 } else { by };
        self.moved(unit, by).map(|s| (s, i + 2))
    }

    /// 'week 40', 'week 10 van 2027': its Monday.
    pub fn numbered_week(&self, i: usize) -> Option<(NaiveDate, usize)> {
        if !self.is(i, &["week", "wk", "weeknr", "weeknummer"]) {
            return None;
        }
        let j = self.skip_all(i + 1, &["nr", "nummer", "."]);
        let n = self.digits(j, 2).filter(|n| (1..=53).contains(n))?;
        if self.is(j + 1, &[":"]) || self.unit(j + 1).is_some() || self.counts_things(j + 1) {
            return None;
        }
        if let Some((year, next)) = self.year_said(j + 1) {
            return NaiveDate::from_isoywd_opt(year, n, Weekday::Mon).map(|d| (d, next));
        }
        let year = self.today().iso_week().year();
        let monday = (0..3).filter_map(|y| NaiveDate::from_isoywd_opt(year + y, n, Weekday::Mon));
        monday.into_iter().find(|m| plus(*m, 6) >= self.today()).map(|m| (m, j + 1))
    }

    /// 'de week van 5 december', 'de week die op 4 februari begint', 'de week voor kerst', 'het weekend van 12 juni'.
    pub fn week_of(&self, i: usize) -> Option<(Span, usize)> {
        let unit = self.unit(i).filter(|u| matches!(u, Unit::Week | Unit::Weekend))?;
        let by = match self.w(i + 1) {
            "van" | "of" | "die" | "rond" | "met" | "waarin" | "beginnend" | "startend" | "vanaf" => 0,
            "na" | "after" => 1,
            "voor" | "before" => -1,
            _ => return None,
        };
        let j = self.skip_all(i + 2, &["op", "de", "the", "het", "vanaf"]);
        let (day, next) = self.day(j)?;
        // 'het weekend na kerst' can begin in the same week.
        let same = unit == Unit::Weekend && by == 1 && day.date.weekday().num_days_from_monday() < 5;
        let span = self.span_of(unit, plus(day.date, if same { 0 } else { by * 7 }))?;
        Some((span, self.skip(next, &["begint", "start", "aanvangt", "ingaat", "starts", "valt"])))
    }

    /// 'de eerste week van oktober', 'laatste weekend van mei', 'tweede helft van december', 'derde kwartaal'.
    fn nth_span(&self, i: usize) -> Option<(Span, usize)> {
        let (n, j) = self.ordinal(i)?;
        if self.is(j, &["helft", "halfjaar"]) {
            if let Some((year, next)) = self.year_of(j + 1) {
                let (from, to) = if n == 1 { ((1, 1), (6, 30)) } else { ((7, 1), (12, 31)) };
                let day = |(m, d)| NaiveDate::from_ymd_opt(year, m, d);
                return Some((Span::new(day(from)?, day(to)?, Unit::Year), next));
            }
            let (first, next) = self.month_of(j + 1)?;
            let half = if n == 1 { (first, plus(first, 14)) } else { (plus(first, 15), last_of(first)) };
            return Some((Span::new(half.0, half.1, Unit::Month), next));
        }
        // 'de eerste twee weken van december'
        if let Some((count, k)) = self.number(j)
            && self.unit(k) == Some(Unit::Month)
            && let Some((year, next)) = self.year_of(k + 1)
        {
            // 'de eerste twee maanden van 2030'
            let months = i64::from(count.min(12));
            let year = self.span_of(Unit::Year, NaiveDate::from_ymd_opt(year, 1, 1)?)?;
            let (first, last) = if n < 0 {
                (plus_months(plus(year.last, 1), -months), year.last)
            } else {
                (year.first, plus(plus_months(year.first, months), -1))
            };
            return Some((Span::new(first, last, Unit::Month), next));
        }
        if let Some((count, k)) = self.number(j)
            && matches!(self.unit(k), Some(Unit::Week | Unit::Day))
        {
            let (first, next) = self.month_of(k + 1)?;
            let days = i64::from(count.min(60)) * if self.unit(k) == Some(Unit::Week) { 7 } else { 1 };
            let (first, last) =
                if n < 0 { (plus(last_of(first), 1 - days), last_of(first)) } else { (first, plus(first, days - 1)) };
            return Some((Span::new(first, last, Unit::Day), next));
        }
        let unit = self.unit(j)?;
        if unit == Unit::Quarter {
            return self.quarter_of(u32::try_from(n).ok()?, j + 1);
        }
        // 'de eerste maand van volgend jaar'
        if unit == Unit::Month {
            let (year, next) = self.year_of(j + 1)?;
            let month = u32::try_from(if n < 0 { 13 + n } else { n }).ok()?;
            return self.span_of(unit, NaiveDate::from_ymd_opt(year, month, 1)?).map(|s| (s, next));
        }
        let offset = match unit {
            Unit::Week => 3,
            Unit::Weekend => 5,
            _ => return None,
        };
        let Some((month, next)) = self.month_of(j + 1) else {
            // 'in de 12e week'
            if unit == Unit::Week && n > 5 && self.year_of(j + 1).is_none() {
                let year = self.today().iso_week().year();
                let n = u32::try_from(n).ok()?;
                let mondays = (0..2).filter_map(|y| NaiveDate::from_isoywd_opt(year + y, n, Weekday::Mon));
                return mondays.into_iter().find(|m| plus(*m, 6) >= self.today()).map(|m| (week(m), j + 1));
            }
            // 'de laatste week van het jaar'
            let (year, next) = self.year_of(j + 1)?;
            let thursday = NaiveDate::from_ymd_opt(year, if n < 0 { 12 } else { 1 }, 1)?;
            let first = super::ordinals::nth_in(thursday, if n < 0 { -1 } else { 1 }, Weekday::Thu)?;
            return Some((self.span_of(unit, plus(first, i64::from(if n < 0 { n + 1 } else { n - 1 }) * 7))?, next));
        };
        // A week belongs to the month that has its Thursday, a weekend to the one that has its Saturday.
        let anchor = if offset == 3 { Weekday::Thu } else { Weekday::Sat };
        let span = |month| self.span_of(unit, super::ordinals::nth_in(month, n, anchor)?);
        let found = span(month)?;
        // 'Het eerste weekend van de maand', and it is over: next month's.
        let over = found.last < self.today() && self.unit(next - 1) == Some(Unit::Month) && !self.is(next - 2, THIS);
        Some((if over { span(plus_months(month, 1))? } else { found }, next))
    }

    /// 'december', 'in mei', 'volgende juni', 'juni volgend jaar', 'volgend jaar juni', 'de maand mei'.
    fn month_span(&self, i: usize) -> Option<(Span, usize)> {
        // '2027-3'
        if let (Some(_), "-" | "/", Some(m @ 1..=12)) =
            (self.digits(i, 4).filter(|_| self.w(i).len() == 4), self.w(i + 1), self.digits(i + 2, 2))
            && self.glued(i + 2)
            && !(self.is(i + 3, &["-", "/", ":"]) && self.glued(i + 3))
        {
            let (year, _) = self.year(i)?;
            return self.span_of(Unit::Month, NaiveDate::from_ymd_opt(year, m, 1)?).map(|s| (s, i + 3));
        }
        // '03-2027'
        if let (Some(m @ 1..=12), "-" | "/") = (self.digits(i, 2), self.w(i + 1))
            && self.glued(i + 2)
            && self.w(i + 2).len() == 4
        {
            let (year, next) = self.year(i + 2)?;
            return self.span_of(Unit::Month, NaiveDate::from_ymd_opt(year, m, 1)?).map(|s| (s, next));
        }
        if let Some((year, j)) = self.year_said(i).filter(|_| !self.is(i, &["van", "in", ","])) {
            let k = self.skip_all(j, &["in", ","]);
            let Lex::Month(m, _) = self.lex(k) else { return None };
            let first = NaiveDate::from_ymd_opt(year, m, 1)?;
            return self.span_of(Unit::Month, first).map(|s| (s, k + 1));
        }
        let next_one = self.is(i, NEXT) || self.is(i, COMING) || self.is(i, THIS);
        let past = self.is(i, PAST);
        let mut j = if next_one || past { i + 1 } else { i };
        if self.unit(j) == Some(Unit::Month) {
            j = self.skip(j + 1, &["van"]);
        }
        let Lex::Month(m, form) = self.lex(j) else { return None };
        let led = next_one
            || past
            || self.is(j + 1, &["-", "t/m", "tot"]) && matches!(self.lex(j + 2), Lex::Month(..))
            || self.is(
                i.wrapping_sub(1),
                &[
                    "in", "van", "eind", "begin", "half", "medio", "tot", "vanaf", "heel", "t/m", "tussen", "einde",
                    "sinds", "na", "en", "-",
                ],
            );
        let dot = self.w(j + 1) == "." && self.glued(j + 1) && form != Form::Full && j + 2 < self.t.len();
        let next = if dot { j + 2 } else { j + 1 };
        let year = self.year_said(next);
        // 'Mei is een lief meisje', 'april is mijn zus'
        let name = self.w(next) == "is" && self.is(next + 1, &["een", "mijn", "onze", "de", "het", "jarig", "ziek"]);
        let name =
            name || self.is(i.wrapping_sub(1), &["heet", "heten", "noemen", "genaamd", "mevrouw", "tante", "der"]);
        if (form == Form::Risky || name) && !led && year.is_none() {
            return None;
        }
        if let Some((year, next)) = year {
            return self.span_of(Unit::Month, NaiveDate::from_ymd_opt(year, m, 1)?).map(|s| (s, next));
        }
        let this = first_of(self.today());
        let year = match m {
            _ if past => this.year() - i32::from(m >= this.month()),
            m if m < this.month() => this.year() + 1,
            m if m == this.month() && self.is(i, NEXT) => this.year() + 1,
            _ => this.year(),
        };
        self.span_of(Unit::Month, NaiveDate::from_ymd_opt(year, m, 1)?).map(|s| (s, next))
    }

    /// 'begin volgende week', 'half december', 'eind van de maand', 'medio mei'.
    fn piece(&self, i: usize) -> Option<(Span, usize)> {
        let piece = match self.w(i) {
            "begin" | "early" | "vroeg" => Piece::Begin,
            "eind" | "einde" | "end" | "laat" => Piece::End,
            "half" | "halverwege" | "medio" | "midden" | "mid" => Piece::Middle,
            _ => return None,
        };
        let j = self.skip_all(i + 1, &["van", "of", "in", "de", "het", "the", "-"]);
        let this = self
            .unit(j)
            .filter(|_| j > i + 1)
            .and_then(|unit| self.moved(unit, 0))
            .filter(|s| s.unit != Unit::Day)
            .map(|s| (s, j + 1));
        let (span, next) = self.whole_span(j).or(this)?;
        let days = Reader::days_between(span.first, span.last) + 1;
        let (from, to) = match (span.unit, piece) {
            (Unit::Week, Piece::Begin) => (0, 2),
            (Unit::Week, Piece::Middle) => (2, 3),
            (Unit::Week, Piece::End) => (3, 6),
            (Unit::Month, Piece::Begin) => (0, 14),
            (Unit::Month, Piece::Middle) => (9, 19),
            (Unit::Month, Piece::End) => (15, days - 1),
            // Calendars cut a year in two.
            (Unit::Year, Piece::Begin) if self.purpose == Purpose::Any => (0, days / 2 - 1),
            (Unit::Year, Piece::End) if self.purpose == Purpose::Any => (days / 2 - 1, days - 1),
            (_, Piece::Begin) => (0, days / 3),
            (_, Piece::Middle) => (days / 3, 2 * days / 3),
            (_, Piece::End) => (2 * days / 3, days - 1),
        };
        Some((Span { first: plus(span.first, from), last: plus(span.first, to), weak: false, ..span }, next))
    }

    /// 'de rest van de week', 'later deze maand', 'eerder deze week'.
    fn rest(&self, i: usize) -> Option<(Span, usize)> {
        let earlier = self.is(i, &["eerder", "earlier"]);
        if !self.is(i, &["rest", "later", "verder", "remainder"]) && !earlier {
            return None;
        }
        let j = self.skip_all(i + 1, &["van", "of", "de", "het", "mijn", "the", "in", "onze", "uit"]);
        if let Some((span, next)) = self.season(j).filter(|(s, _)| s.first <= self.today() && !earlier) {
            return Some((Span { first: self.today(), ..span }, next));
        }
        let (unit, next) = if self.is(j, THIS) || self.is(j, NEXT) || self.is(j, COMING) {
            let (span, next) = self.relative_span(j)?;
            if self.is(j, NEXT) || self.is(j, COMING) {
                return Some((span, next));
            }
            (span.unit, next)
        } else {
            (
                self.unit(j)
                    .filter(|u| matches!(u, Unit::Week | Unit::Month | Unit::Year | Unit::Weekend | Unit::Quarter))?,
                j + 1,
            )
        };
        let span = self.span_of(unit, self.today())?;
        let span = if earlier {
            Span { last: self.today(), ..span }
        } else {
            Span { first: self.today().max(span.first), ..span }
        };
        Some((Span { weak: false, ..span }, next))
    }
}

fn week(monday: NaiveDate) -> Span {
    Span::new(monday, plus(monday, 6), Unit::Week)
}
