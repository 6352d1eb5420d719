//! What all grammars share: the words of the sentence, the day it was sent, and how numbers are read.

use chrono::{Datelike, Days as DayCount, Months, NaiveDate, NaiveDateTime, Weekday};

use super::Purpose;
use super::lex::{Lex, Part, Unit};
use super::token::{Token, tokens};

/// The sentence, and the moment it was sent.
pub struct Reader {
    /// Its words.
    pub t: Vec<Token>,
    /// When it was sent, on the wall clock.
    pub now: NaiveDateTime,
    /// What it is about.
    pub purpose: Purpose,
    /// Is there a word that ties two ends together ('tot', 'en', a dash)?
    pub ties: bool,
}

/// A day that somebody named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// The day it could be as well.
    pub other: Option<NaiveDate>,
    /// No such day: 30 February.
    pub missing: bool,
    /// The name of the day that was said beside the date, and isn't that day's.
    pub not: Option<Weekday>,
}

impl Day {
    /// A day without doubt.
    pub fn on(date: NaiveDate) -> Day {
        Day { date, other: None, missing: false, not: None }
    }
}

/// Days in a row, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// What it is: a week, a weekend, a month.
    pub unit: Unit,
    /// Said so plainly that it may mean nothing ('de week').
    pub weak: bool,
}

impl Span {
    /// Days in a row without doubt.
    pub fn new(first: NaiveDate, last: NaiveDate, unit: Unit) -> Span {
        Span { first, last, unit, weak: false }
    }
}

/// The nouns that people count: a number before one of these tells no time.
const COUNTED: &str = "\
    personen persoon mensen man vrouw kinderen euro eur cent stuks stuk tassen eieren meter cm mm km kg kilo gram \
    liter keer x graden procent plekken plaatsen buren stoelen tafels kopjes flessen dozen formulieren jarige \
    jarigen jarig hoog etages kamers people persons euros kids children adults bags plus maal m watt w volt pers \
    volwassenen deelnemers gasten treden bladzijden huizen woningen appels taarten katten honden planten zakken \
    porties blikken pakken pakjes lampen spijkers planken kasten % ° €";

/// Words before a number that tells where, or which one.
const ADDRESS: &str = "\
    huis huisnummer nummer nummers nr nrs no kamer maat flat appartement blok kavel bus lijn tram perron artikel \
    pagina suite groep klas etage verdieping postbus leeftijd tel telefoon number house room size a deel hoofdstuk \
    versie boek top bewoners nummertje ingang portiek";

/// How the names of streets end.
const STREETS: &str = "straat weg laan plein hof kade gracht dijk pad singel dreef plantsoen markt steeg";

impl Reader {
    /// Ready to read a text.
    pub fn new(text: &str, now: NaiveDateTime, purpose: Purpose) -> Reader {
        const TIES: &[&str] = &[
            "tot", "t/m", "tm", "-", "/", "en", "and", "of", "to", "till", "until", "through", "tod", "totdat", "voor",
        ];
        let t = tokens(text);
        let ties = t.iter().any(|t| TIES.contains(&t.word.as_str()));
        Reader { t, now, purpose, ties }
    }

    /// The day it was sent.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The word there; nothing beyond the end.
    pub fn w(&self, i: usize) -> &str {
        self.t.get(i).map_or("", |t| t.word.as_str())
    }

    /// The word before.
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |j| self.w(j))
    }

    /// What the word there can mean.
    pub fn lex(&self, i: usize) -> Lex {
        self.t.get(i).map_or(Lex::Other, |t| t.lex)
    }

    /// Returns whether the word stands against the one before it.
    pub fn glued(&self, i: usize) -> bool {
        self.t.get(i).is_some_and(|t| t.glued)
    }

    /// Returns whether it is one of these words.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.w(i);
        !word.is_empty() && words.contains(&word)
    }

    /// Returns whether the word before it is one of these.
    pub fn follows(&self, i: usize, words: &[&str]) -> bool {
        i.checked_sub(1).is_some_and(|j| self.is(j, words))
    }

    /// Past one of these words, if it is there.
    pub fn skip(&self, i: usize, words: &[&str]) -> usize {
        if self.is(i, words) { i + 1 } else { i }
    }

    /// Past all of these words that are there.
    pub fn skip_all(&self, mut i: usize, words: &[&str]) -> usize {
        while self.is(i, words) {
            i += 1;
        }
        i
    }

    /// Past these words in this order.
    pub fn phrase(&self, i: usize, words: &[&str]) -> Option<usize> {
        words.iter().enumerate().all(|(n, word)| self.w(i + n) == *word).then_some(i + words.len())
    }

    /// The unit there.
    pub fn unit(&self, i: usize) -> Option<Unit> {
        if let Lex::Unit(unit) = self.lex(i) { Some(unit) } else { None }
    }

    /// The part of the day there.
    pub fn part_word(&self, i: usize) -> Option<Part> {
        if let Lex::Part(part) = self.lex(i) { Some(part) } else { None }
    }

    /// Digits there, at most so many of them.
    pub fn digits(&self, i: usize, at_most: usize) -> Option<u32> {
        match self.lex(i) {
            Lex::Digits(n) if self.w(i).len() <= at_most => Some(n),
            _ => None,
        }
    }

    /// A number in digits or words.
    pub fn number(&self, i: usize) -> Option<(u32, usize)> {
        match self.lex(i) {
            Lex::Digits(n) => Some((n, i + 1)),
            Lex::Cardinal(n @ (1000 | 2000 | 1900)) => match self.lex(i + 1) {
                Lex::Cardinal(more @ 1..=99) => Some((n + more, i + 2)),
                _ => Some((n, i + 1)),
            },
            Lex::Cardinal(n @ 20..=90) if n % 10 == 0 && self.w(i + 1) == "-" && self.glued(i + 1) => {
                match self.lex(i + 2) {
                    Lex::Cardinal(one @ 1..=9) => Some((n + one, i + 3)),
                    _ => Some((n, i + 1)),
                }
            }
            Lex::Cardinal(n) => Some((n, i + 1)),
            _ => None,
        }
    }

    /// A place in a row: '15e', '1ste', 'tweede'; -1 is the last.
    pub fn ordinal(&self, i: usize) -> Option<(i32, usize)> {
        match self.lex(i) {
            Lex::Ordinal(n) => Some((n, i + 1)),
            Lex::Digits(n @ 1..=400) => {
                let after = self.skip(i + 1, &["'"]);
                let ending = self.is(after, &["e", "ste", "de", "th", "st", "nd", "rd"]) && self.glued(after);
                ending.then_some((n as i32, after + 1))
            }
            _ => None,
        }
    }

    /// A year, behind a comma or not: '2027', 'tweeduizend zevenentwintig', ''27'.
    pub fn year(&self, i: usize) -> Option<(i32, usize)> {
        let j = self.skip(i, &[","]);
        if self.w(j) == "'" && self.w(j + 1).len() == 2 {
            return self.digits(j + 1, 2).map(|n| (2000 + n as i32, j + 2));
        }
        let (n, next) = self.number(j)?;
        let year_like = (1900..2200).contains(&n) && (self.w(j).len() == 4 || matches!(self.lex(j), Lex::Cardinal(_)));
        (year_like && !self.is(next, &["u", "uur", "h", ":"])).then_some((n as i32, next))
    }

    /// 'volgend jaar', 'dit jaar', or a year.
    pub fn year_said(&self, i: usize) -> Option<(i32, usize)> {
        let j = self.skip_all(i, &["van", "in", "of", "het"]);
        if self.unit(j + 1) == Some(Unit::Year) {
            let this = self.today().year();
            let year = match self.w(j) {
                "volgend" | "volgende" | "komend" | "komende" | "next" => this + 1,
                "dit" | "this" => this,
                "vorig" | "vorige" | "afgelopen" | "last" => this - 1,
                _ => return None,
            };
            return Some((year, j + 2));
        }
        self.year(if self.is(i, &["van", "in", "of"]) { j } else { i })
    }

    /// Returns whether what ends before `next` is a number of things.
    pub fn counts_things(&self, next: usize) -> bool {
        COUNTED.split_whitespace().any(|word| word == self.w(next))
    }

    /// Returns whether the word before tells that the number here is a house, a size, a price.
    pub fn names_a_thing(&self, i: usize) -> bool {
        let before = self.before(i);
        ADDRESS.split_whitespace().any(|word| word == before)
            || matches!(before, "€" | "$" | "#" | "+")
            || before.len() > 5 && STREETS.split_whitespace().any(|end| before.ends_with(end))
    }

    /// The first such day of the week on or after a day.
    pub fn weekday_from(day: NaiveDate, weekday: Weekday) -> NaiveDate {
        let ahead = (7 + weekday.num_days_from_monday() - day.weekday().num_days_from_monday()) % 7;
        plus(day, i64::from(ahead))
    }

    /// The Monday of a day's week.
    pub fn monday(day: NaiveDate) -> NaiveDate {
        plus(day, -i64::from(day.weekday().num_days_from_monday()))
    }
}

/// A day and so many days; the same day where the calendar ends.
pub fn plus(day: NaiveDate, days: i64) -> NaiveDate {
    let count = DayCount::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.filter(|d| (1..9999).contains(&d.year())).unwrap_or(day)
}

/// A day and so many months: the 31st becomes the 30th where it must.
pub fn plus_months(day: NaiveDate, months: i64) -> NaiveDate {
    let count = Months::new(u32::try_from(months.unsigned_abs()).unwrap_or(0));
    let moved = if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) };
    moved.filter(|d| (1..9999).contains(&d.year())).unwrap_or(day)
}

/// The first of a month.
pub fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last of a month.
pub fn last_of(day: NaiveDate) -> NaiveDate {
    plus(plus_months(first_of(day), 1), -1)
}
