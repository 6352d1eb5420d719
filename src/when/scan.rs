//! Tries every grammar at every word, and keeps the longest that fits.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};

use super::clock::Clock;
use super::days::{COMING, NEXT, PAST, THIS};
use super::lengths::Counted;
use super::lex::Lex;
use super::parts::Hours;
use super::ranges::{End, Range};
use super::reader::{Day, Reader, Span, first_of};
use super::repeats::EACH;
use super::rule::{Repeat, Weeks};

/// The words that mean nothing by themselves, and with which a piece can begin.
static OPENING: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let opening = "'s s des savonds smiddags sochtends smorgens snachts a an om doordeweeks doordeweekse werkdagen weekdagen weekdays \
         door dagelijks dagelijkse daily wekelijks wekelijkse weekly tweewekelijks tweewekelijkse veertiendaags fortnightly maandelijks \
         maandelijkse monthly jaarlijks jaarlijkse yearly eens even oneven van vanaf tussen from between na after vannaf over in minder less \
         binnen within rest remainder het half halve halfuur halfuurtje anderhalf anderhalve paar couple few enkele zo as zsm asap nu now \
         meteen onmiddellijk eind einde end de the later q k lente voorjaar spring zomer summer herfst najaar autumn winter paas pinkster \
         kerst hemelvaart begin early halverwege medio midden mid laat vroeg verder eerder earlier kwart quarter middernacht midnight noon \
         midmorgen midmiddag rond tegen omstreeks at around by klokslag sinds ongeveer circa ca plm stipt precies exact uiterlijk pakweg \
         about approximately sharp iets voor onder tijdens overdag op deze this dezelfde vandaag heden today vandaaag straks zometeen \
         dadelijk overmorgen overmorge overmrgn gisteren gister yesterday eergisteren eergister tomorrow morge mrgn tmrw morgen vanochtend \
         vanmorgen vanmiddag vanmidag vannamiddag vanavond vanavnd vanaaf vanaof momenteel right laatst h op vnavond tonight vannacht tot weeknr weeknummer alle \
         tweeenhalf drieenhalf vierenhalf vijfenhalf zesenhalf halfjaar noen noens vroege late etenstijd";
    let lists = [COMING, NEXT, THIS, PAST, EACH].into_iter().flatten().copied();
    opening.split_whitespace().chain(lists).collect()
});

/// What a piece of a sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A day.
    Day(Day),
    /// Days in a row.
    Span(Span),
    /// Days of which one end does not exist.
    Missing,
    /// A time.
    Clock(Clock),
    /// From one time to another.
    Clocks(Clock, Clock),
    /// A part of the day.
    Hours(Hours),
    /// A moment.
    At(NaiveDateTime),
    /// From one moment to another.
    Stretch(NaiveDateTime, NaiveDateTime),
    /// From a time on a day to a time on another.
    Between(Box<End>, Box<End>),
    /// What comes back.
    Repeat(Repeat),
    /// So often.
    Times(u32),
    /// For so many weeks.
    Weeks(Weeks),
}

/// How a piece is tied to the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// By nothing in particular.
    None,
    /// 'Vanaf'.
    Since,
    /// 'Tot'.
    Until,
    /// 'Behalve', 'niet op'.
    Except,
}

/// A piece of a sentence that says something about when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub what: What,
    /// How it is tied in.
    pub lead: Lead,
    /// Its first word.
    pub from: usize,
    /// The word behind its last.
    pub to: usize,
}

impl Reader {
    /// All pieces, in order.
    pub fn scan(&self) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut month: Option<NaiveDate> = None;
        let mut i = 0;
        while i < self.t.len() {
            if !self.can_begin(i) {
                i += 1;
                continue;
            }
            let day_before = pieces.last().is_some_and(|p| {
                let near = self.skip_all(p.to, &[",", "om", "van", "tussen", ":", "vanaf", "("]) >= i;
                let day = matches!(p.what, What::Day(_) | What::Repeat(_) | What::Hours(_) | What::Span(_));
                day && (near || self.bare_hours(i))
            });
            let Some((whats, next)) = self.longest(i, day_before, month) else {
                i += 1;
                continue;
            };
            let lead = self.lead(i);
            for what in whats {
                if let What::Span(span) = &what {
                    month = (span.unit == super::lex::Unit::Month).then(|| first_of(span.first));
                }
                pieces.push(Piece { what, lead, from: i, to: next.min(self.t.len()) });
            }
            i = next.clamp(i + 1, self.t.len());
        }
        pieces
    }

    /// '17-19': hours and no date, and nothing that is counted.
    fn bare_hours(&self, i: usize) -> bool {
        let hours = self.digits(i, 2).zip(self.digits(i + 2, 2));
        let next = i + 3;
        hours.is_some_and(|(from, to)| from < to && (13..=24).contains(&to) && from >= 6)
            && self.w(i + 1) == "-"
            && self.glued(i + 1)
            && !self.names_a_thing(i)
            && !self.counts_things(next)
            && self.unit(next).is_none_or(|u| u == super::lex::Unit::Hour)
            && matches!(self.w(next), "" | "." | "," | "!" | "?" | "u" | "uur" | "in" | "bij")
    }

    /// Returns whether something can begin at this word. Most words of a sentence are sent away here.
    fn can_begin(&self, i: usize) -> bool {
        let wish = |j: usize| {
            self.is(
                j,
                &[
                    "fijne",
                    "fijn",
                    "prettig",
                    "prettige",
                    "goed",
                    "goede",
                    "leuk",
                    "leuke",
                    "mooie",
                    "gezellige",
                    "gezellig",
                ],
            )
        };
        if i > 0 && wish(i - 1) && matches!(self.lex(i), Lex::Unit(_) | Lex::Part(_) | Lex::Weekday(..)) {
            return false;
        }
        self.lex(i) != Lex::Other
            || OPENING.contains(self.w(i))
            || self.begins_feast(i)
            || self.w(i).ends_with("weekend")
    }

    fn longest(&self, i: usize, day_before: bool, month: Option<NaiveDate>) -> Option<(Vec<What>, usize)> {
        let mut best: Option<(Vec<What>, usize)> = None;
        let mut offer = |found: Option<(Vec<What>, usize)>| {
            if let Some((whats, next)) = found
                && best.as_ref().is_none_or(|(_, end)| next > *end)
            {
                best = Some((whats, next));
            }
        };
        offer(self.repeat(i).map(|(repeat, hours, next)| {
            let hours = hours.map(What::Hours);
            ([Some(What::Repeat(repeat)), hours].into_iter().flatten().collect(), next)
        }));
        offer(self.listed_dates(i));
        offer(self.range(i, day_before, month).map(|(range, next)| (self.of_range(range), next)));
        offer(self.counted(i).map(|(counted, next)| (vec![of_counted(counted)], next)));
        offer(self.times(i).map(|(times, next)| (vec![times.map_or_else(What::Weeks, What::Times)], next)));
        offer(self.day(i).map(|(day, next)| (vec![What::Day(day)], next)));
        offer(self.span(i).map(|(span, next)| (vec![What::Span(span)], next)));
        offer(self.clock(i).map(|(clock, next)| (vec![What::Clock(clock)], next)));
        offer(self.hours(i).map(|(hours, next)| {
            let shade = self.shade(i, next);
            (vec![What::Hours(Hours { shade, ..hours })], next)
        }));
        offer(self.eve(i).or_else(|| self.nth_part(i)).map(|(part, day, next)| {
            let hours = Hours { part, own: None, shade: None, day: None };
            (vec![What::Day(day), What::Hours(hours)], next)
        }));
        offer(self.moment(i).map(|(at, next)| (vec![What::At(at)], next)));
        offer(self.beside_a_part(i).or_else(|| self.beside_a_time(i)));
        best
    }

    fn of_range(&self, range: Range) -> Vec<What> {
        match range {
            Range::Days { missing: true, .. } => vec![What::Missing],
            Range::Days { span, .. } => vec![What::Span(span)],
            Range::Clocks { from, to, day } => {
                [day.map(What::Day), Some(What::Clocks(from, to))].into_iter().flatten().collect()
            }
            Range::Between(a, b) => vec![What::Between(a, b)],
        }
    }

    /// A bare number beside a part of the day: ''s avonds 7', '10, vanavond', 'vanavond 8'.
    fn beside_a_part(&self, i: usize) -> Option<(Vec<What>, usize)> {
        let (clock, next) = self.bare_hour(i).filter(|(c, _)| c.h > 0)?;
        let ends_part = i > 0
            && (matches!(self.lex(i - 1), Lex::Part(_))
                || self.follows(i, &["vanavond", "vanmiddag", "vanochtend", "vanmorgen", "tonight"]));
        let mut j = next;
        while self.is(j, &[","]) {
            j += 1;
        }
        let begins_part = self.is(j, &["vanavond", "vanmiddag", "vanochtend", "vanmorgen", "tonight"])
            || self.part_behind(j).is_some() && self.w(next) != ",";
        let alone = !matches!(self.lex(next), Lex::Other)
            || next >= self.t.len()
            || self.w(next).len() <= 2
            || begins_part
            || self.is(next, &["terug", "samen", "eten", "koffie", "thuis"]);
        let clock = match self.part_behind(next) {
            Some((part, after)) if begins_part => {
                return Some((vec![What::Clock(Clock { part: Some(part), ..clock })], after));
            }
            _ => clock,
        };
        (begins_part || ends_part && alone && !self.names_a_thing(i)).then(|| (vec![What::Clock(clock)], next))
    }

    /// 'op 15 om 8:00', '20:00 op 15': a number that is a day because a time stands beside it.
    fn beside_a_time(&self, i: usize) -> Option<(Vec<What>, usize)> {
        let n = self.digits(i, 2).filter(|n| (1..=31).contains(n) && self.before(i) == "op")?;
        let next = i + 1;
        let j = self.skip_all(next, &[",", "om", "rond"]);
        let time_behind =
            j > next && self.clock(j).is_some() || self.clock(next).is_some_and(|_| self.is(next, &["om"]));
        let time_before = i >= 2
            && ((1..=5)
                .filter_map(|back| i.checked_sub(1 + back))
                .any(|k| self.clock(k).is_some_and(|(_, end)| end == i - 1))
                || self.bare_hour(i - 2).is_some() && self.is(i.wrapping_sub(3), &["om"]));
        if !time_behind && !time_before || self.counts_things(next) || self.unit(next).is_some() {
            return None;
        }
        let mut month = first_of(self.today());
        for _ in 0..3 {
            if let Some(date) = chrono::Datelike::with_day(&month, n).filter(|d| *d >= self.today()) {
                return Some((vec![What::Day(Day::on(date))], next));
            }
            month = super::reader::plus_months(month, 1);
        }
        None
    }

    /// The word that ties a piece in.
    fn lead(&self, i: usize) -> Lead {
        // The scan may have begun at the word itself ('vanaf 10').
        let own = match self.w(i) {
            "vanaf" | "sinds" => Some(Lead::Since),
            _ => None,
        };
        if let Some(lead) = own {
            return lead;
        }
        let mut j = i;
        for _ in 0..3 {
            let Some(k) = j.checked_sub(1) else { return Lead::None };
            match self.w(k) {
                "vanaf" | "sinds" | "from" | "starting" | "ingaand" | "na" => return Lead::Since,
                "tot" | "t/m" | "until" | "till" => return Lead::Until,
                "met" if self.before(k) == "en" => return Lead::Until,
                "behalve" | "uitgezonderd" | "except" | "niet" | "geen" | "zonder" | "muv" | "uitzondering" => {
                    return Lead::Except;
                }
                "van" if self.before(k) == "uitzondering" => j = k,
                "op" | "de" | "het" | "in" | "rond" | "ca" | "met" | "om" | "on" | "the" | "ongeveer" | "uiterlijk" => {
                    j = k
                }
                _ => return Lead::None,
            }
        }
        Lead::None
    }
}

fn of_counted(counted: Counted) -> What {
    match counted {
        Counted::Day(day) => What::Day(day),
        Counted::Span(span) => What::Span(span),
        Counted::At(at) => What::At(at),
        Counted::Stretch(from, to) => What::Stretch(from, to),
    }
}
