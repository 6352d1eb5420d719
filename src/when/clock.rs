//! Times of the day as people say them: 'half drie', 'kwart voor tien', 'tien voor half acht', '14u30', '2 pm',
//! 'rond de middag'. Which half of the day is meant, is decided elsewhere.

use super::lex::{Lex, Part, Unit};
use super::reader::Reader;

/// How a time was said, which tells how sure its half of the day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// One time in twenty-four hours: '15:00', '09:00', '2 pm', 'middernacht'.
    Exactly,
    /// In digits, in the first half: '3:30'.
    InDigits,
    /// In words: 'half vier', '3 uur'.
    InWords,
    /// A bare number: 'om 3'.
    Bare,
}

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Hour as said.
    pub h: u32,
    /// Minute.
    pub m: u32,
    /// How it was said.
    pub said: Said,
    /// The part of the day that was said with it.
    pub part: Option<Part>,
}

impl Clock {
    /// A time, if there is one.
    pub fn new(h: u32, m: u32, said: Said) -> Option<Clock> {
        let said = if h > 12 || h == 0 { Said::Exactly } else { said };
        (h < 24 && m < 60 || h == 24 && m == 0).then_some(Clock { h: h % 24, m, said, part: None })
    }
}

/// Words that make a time less or more exact, and change nothing.
pub const ABOUT: &[&str] = &[
    "rond",
    "ongeveer",
    "omstreeks",
    "circa",
    "ca",
    "plm",
    "tegen",
    "stipt",
    "klokslag",
    "precies",
    "exact",
    "uiterlijk",
    "pakweg",
    "around",
    "about",
    "approximately",
    "sharp",
    "±",
    "~",
    "zo",
    "even",
    "de",
    "klok",
    "iets",
];

/// Words before a bare number that make it an hour.
pub const AT: &[&str] = &["om", "tegen", "rond", "omstreeks", "vanaf", "at", "around", "by", "klokslag", "sinds"];

impl Reader {
    /// A time of the day here, with the part of the day behind it.
    pub fn clock(&self, i: usize) -> Option<(Clock, usize)> {
        let fraction = matches!(self.before(i), "," | ".")
            && self.glued(i)
            && self.glued(i.wrapping_sub(1))
            && i >= 2
            && self.digits(i - 2, 6).is_some();
        if self.names_a_thing(i) || fraction {
            return None;
        }
        let (mut clock, mut next) = self.bare_clock(i)?;
        if let Some((part, after)) = self.part_behind(next) {
            clock.part = Some(part);
            next = after;
        }
        // '16 uur CET': the clock here is the one that is meant.
        next = self.skip(next, &["precies", "stipt", "exact", "sharp", "ongeveer"]);
        Some((clock, next))
    }

    fn bare_clock(&self, i: usize) -> Option<(Clock, usize)> {
        [self.in_digits(i), self.to_the_hour(i), self.half(i), self.full_hour(i), self.named(i), self.after_at(i)]
            .into_iter()
            .flatten()
            .max_by_key(|(_, next)| *next)
    }

    /// The part of the day that belongs to a time before it: ''s avonds', 'in de middag', 'am'.
    pub fn part_behind(&self, i: usize) -> Option<(Part, usize)> {
        let j = self.skip(i, &[","]);
        if self.is(j, &["'s", "s", "des", "smiddags"]) {
            if self.w(j + 1) == "morgens" {
                return Some((Part::Morning, j + 2));
            }
            return self.part_word(j + 1).map(|part| (part, j + 2));
        }
        if self.is(j, &["in", "op", "tijdens"]) && self.is(j + 1, &["de", "the"]) {
            let k = self.skip(j + 2, &["vroege", "late"]);
            if self.w(k) == "morgen" {
                return Some((Part::Morning, k + 1));
            }
            return self.part_word(k).map(|part| (part, k + 1));
        }
        let word = self.w(j);
        let glued = ["ochtends", "morgens", "middags", "avonds", "nachts"]
            .iter()
            .position(|p| word.strip_prefix('s') == Some(*p));
        if let Some(n) = glued {
            let part = [Part::Morning, Part::Morning, Part::Afternoon, Part::Evening, Part::Night].get(n)?;
            return Some((*part, j + 1));
        }
        match self.part_word(j) {
            Some(part @ Part::Lunch) => Some((part, j + 1)),
            Some(part) if word.ends_with('s') => Some((part, j + 1)),
            _ => None,
        }
    }

    /// '14:30', '14.30u', '14u30', '7:56:30 pm', '1430 uur'.
    pub fn in_digits(&self, i: usize) -> Option<(Clock, usize)> {
        if self.before(i) == "," && self.glued(i) || self.before(i) == "." && self.glued(i) {
            return None;
        }
        let leading = self.w(i).starts_with('0') && self.w(i).len() == 2;
        if self.w(i).len() == 4 {
            let n = self.digits(i, 4)?;
            let marked = self.unit(i + 1) == Some(Unit::Hour) || self.follows(i, &["om", "at"]);
            let next = if self.unit(i + 1) == Some(Unit::Hour) { i + 2 } else { i + 1 };
            return Clock::new(n / 100, n % 100, Said::Exactly).filter(|_| marked).map(|c| (c, next));
        }
        let h = self.digits(i, 2)?;
        let mark = self.w(i + 1);
        let two = self.w(i + 2).len() == 2 && self.glued(i + 1) && self.glued(i + 2);
        let m = self.digits(i + 2, 2).filter(|_| two)?;
        let said = if leading { Said::Exactly } else { Said::InDigits };
        let clock = Clock::new(h, m, said)?;
        let mut next = i + 3;
        match mark {
            ":" => {
                if self.w(next) == ":" && self.glued(next) && self.digits(next + 1, 2).is_some() {
                    next += 2;
                }
            }
            "u" | "h" => {}
            // '2.50' can be money, '22.04' a date, '1.80' a length.
            "." => {
                let more = self.is(next, &[".", ","]) && self.glued(next) && self.digits(next + 1, 4).is_some();
                let hour = self.unit(next) == Some(Unit::Hour);
                if more || self.counts_things(next) && !hour || self.month_here(next) || self.is(next, &["e", "ste"]) {
                    return None;
                }
            }
            _ => return None,
        }
        if self.unit(next) == Some(Unit::Hour) && !matches!(self.w(next), "uren" | "hours") {
            next += 1;
        }
        Some(self.with_meridiem(clock, next))
    }

    pub fn month_here(&self, i: usize) -> bool {
        matches!(self.lex(i), Lex::Month(..))
    }

    /// 'am' and 'pm' behind a time.
    pub fn with_meridiem(&self, clock: Clock, next: usize) -> (Clock, usize) {
        let said = Said::Exactly;
        match self.w(next) {
            "pm" => (
                Clock {
                    h: if clock.h < 12 { clock.h + 12 } else { clock.h },
                    said,
                    part: Some(Part::Afternoon),
                    ..clock
                },
                next + 1,
            ),
            "am" => (
                Clock { h: if clock.h == 12 { 0 } else { clock.h }, said, part: Some(Part::Morning), ..clock },
                next + 1,
            ),
            _ => (clock, next),
        }
    }

    /// 'kwart voor tien', 'vijf over half acht', '20 minuten over acht', 'quarter past three'.
    fn to_the_hour(&self, i: usize) -> Option<(Clock, usize)> {
        let start = self.skip(i, &["een", "a"]);
        let (minutes, mut j, mut sure) = match self.w(start) {
            "kwart" | "kwartier" | "quarter" => (15, start + 1, true),
            "half" if self.w(start + 1) == "past" => (30, start + 1, true),
            _ => {
                let (n, next) = self.number(i).filter(|(n, _)| (1..=59).contains(n))?;
                (n, next, false)
            }
        };
        if self.unit(j) == Some(Unit::Minute) {
            j += 1;
            sure = true;
        }
        let earlier = match self.w(j) {
            // 'from 10 to 12' is two times.
            "to" if self.follows(i, &["from", "between", "van"]) => return None,
            "voor" | "to" | "before" => true,
            "over" | "na" | "past" | "after" => false,
            _ => return None,
        };
        j += 1;
        let (base, half) = if self.w(j) == "half" { (j + 1, true) } else { (j, false) };
        let midnight = self.is(base, &["middernacht", "midnight"]) && !half;
        let (clock, next) = if midnight {
            (Clock::new(0, 0, Said::Exactly)?, base + 1)
        } else if let Some(found) = self.in_digits(base).filter(|_| !half) {
            found
        } else {
            let hours = if let Lex::Hours(h) = self.lex(base) { Some((h, base + 1)) } else { None };
            let (n, next) = hours.or_else(|| self.number(base)).filter(|(n, _)| *n <= 24)?;
            let hour = self.unit(next) == Some(Unit::Hour) && self.w(next) != "uren";
            sure |= hour || half || hours.is_some();
            (Clock::new(n, 0, Said::InWords)?, if hour { next + 1 } else { next })
        };
        // 'twee voor vier personen', 'drie over': only what is said of a clock.
        let asked = self.follows(i, AT) || self.follows(i, &["op", "tot", "van", "is", "tussen", "en", "-", "voor"]);
        let alone = i == 0 && next == self.t.len();
        let likely = minutes < 30 && (asked || alone || minutes.is_multiple_of(5));
        if !sure && !likely || self.counts_things(next) || self.unit_after(next) {
            return None;
        }
        let back = if half { 30 } else { 0 };
        let total = clock.h * 60 + clock.m + 1440 - back;
        let total = if earlier { total - minutes } else { total + minutes } % 1440;
        let said = if clock.said == Said::Exactly { Said::Exactly } else { Said::InWords };
        let hour = total / 60;
        let hour = if said == Said::InWords && hour == 0 { 12 } else { hour };
        Some((Clock { h: hour, m: total % 60, said, part: None }, next))
    }

    /// 'half drie', 'half 9'.
    pub fn half(&self, i: usize) -> Option<(Clock, usize)> {
        if self.w(i) != "half" {
            return None;
        }
        let (n, next) = self.number(i + 1).filter(|(n, _)| (1..=12).contains(n))?;
        let next = if self.unit(next) == Some(Unit::Hour) { next + 1 } else { next };
        let h = if n == 1 { 12 } else { n - 1 };
        let taken = self.counts_things(next) || self.ordinal(i + 1).is_some() || self.month_here(next);
        (!taken).then_some((Clock { h, m: 30, said: Said::InWords, part: None }, next))
    }
}
