//! Reads days and times as neighbours write them: 'zaterdag half drie', 'volgende week woensdagochtend', 'elke dinsdag
//! 10-12 u', 'tweede kerstdag', in Dutch and in English, anywhere in an ordinary sentence.
//!
//! Pure: the sentence and the moment it was sent go in, a [`Reading`] comes out. What can be read in two ways is read as
//! a neighbour would, and the other way is there too, so that people can be asked. What is past, or does not exist, is said.
//!
//! How it goes: `token` cuts the sentence into words and `words` knows what each can mean (`lex`). `clock`, `days`, `ordinals`,
//! `spans`, `lengths`, `moments`, `parts`, `feasts`, `ranges` and `repeats` each know one piece of the language; `scan`
//! tries them at every word and keeps the longest; `compose` makes one reading of the pieces, with `halves` choosing the
//! half of the day.

mod clock;
mod compose;
mod dates;
mod days;
mod feasts;
mod halves;
mod hours;
mod lengths;
mod lex;
mod meaning;
mod moments;
mod ordinals;
mod parts;
mod ranges;
mod reader;
mod repeats;
mod rule;
mod scan;
mod seasons;
mod spans;
#[cfg(test)]
mod tests;
mod timing;
mod token;
mod words;
mod zone;

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::model::Moment;

pub use feasts::{feasts_on, problems};
pub use rule::{Every, Repeat};
pub use timing::{NoTiming, Timing, read_on};
pub use zone::wall;

/// What the sentence is about: it decides what 'drie uur' and 'vanavond' mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Unknown. Digits mean what a clock of twenty-four hours shows, and parts of the day are those of calendars.
    Any,
    /// Help is asked for: in the daytime, unless somebody says otherwise.
    Request,
    /// People meet: in the daytime or the evening.
    Activity,
}

/// A day, with a time or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The day in Amsterdam.
    pub day: NaiveDate,
    /// The time on the wall clock there. `None` if only the day was said.
    pub time: Option<NaiveTime>,
}

/// What is to be said about a reading before it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// It is over.
    Past,
    /// The clock is put forward in that night and never shows this time.
    Skipped,
    /// The clock is put back in that night and shows this time twice.
    Twice,
    /// The date falls on another day of the week than was said.
    NotOn(Weekday),
}

/// What a sentence says about when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The beginning; of something that comes back, the first time.
    pub start: Point,
    /// The end, where it was said: the last day, or the time at which it is over.
    pub end: Option<Point>,
    /// How it comes back.
    pub repeat: Option<Repeat>,
    /// The other way to read it.
    pub other: Option<Box<Reading>>,
    /// What is to be said about it.
    pub notes: Vec<Note>,
    /// Was a day said, or only a time?
    pub dated: bool,
    /// Where in the sentence it was said, in bytes.
    pub place: Range<usize>,
}

impl Reading {
    /// Returns whether it is whole days, without times.
    pub fn all_day(&self) -> bool {
        self.start.time.is_none() && self.end.is_none_or(|e| e.time.is_none())
    }

    /// How it comes back, as RFC 5545 writes it.
    pub fn rule(&self) -> Option<String> {
        self.repeat.as_ref().map(|r| r.rule(self.start.time.is_some()))
    }
}

/// Why there is no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The sentence names no day and no time.
    NoTime,
    /// It names a day that no calendar has: 30 February.
    NoSuchDay,
}

impl Point {
    /// As a moment; a day without time is its first moment.
    pub fn moment(self) -> Moment {
        zone::moment(self.day.and_time(self.time.unwrap_or(NaiveTime::MIN)))
    }
}

/// Reads a sentence that was sent at a moment.
pub fn read(text: &str, sent: Moment, purpose: Purpose) -> Result<Reading, Unread> {
    read_at(text, zone::wall(sent), purpose)
}

/// Reads a sentence that was sent when the wall clock of Amsterdam showed `now`.
pub fn read_at(text: &str, now: NaiveDateTime, purpose: Purpose) -> Result<Reading, Unread> {
    let reader = reader::Reader::new(readable(text), now, purpose);
    let pieces = reader.scan();
    reader.compose(pieces)
}

/// Where in a sentence something is said about when, in bytes: every piece by itself, so that what stands between two of
/// them is left.
pub fn said(text: &str, sent: Moment, purpose: Purpose) -> Vec<Range<usize>> {
    let reader = reader::Reader::new(readable(text), zone::wall(sent), purpose);
    let pieces = reader.scan();
    pieces.iter().map(|piece| reader.place(std::slice::from_ref(piece))).collect()
}

/// Nobody needs so many words to say when; a longer text is read as far as this.
fn readable(text: &str) -> &str {
    const AT_MOST: usize = 1000;
    let end = text.char_indices().nth(AT_MOST).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}
