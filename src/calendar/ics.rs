//! The file with which people put activities into their own calendar: iCalendar, RFC 5545. Who opens it on a telephone is
//! asked whether to add them. A newer file about the same activity changes what is there, and a cancelled one strikes it out.

use std::iter::once;

use chrono::{DateTime, NaiveDate};

use crate::model::Moment;

/// Octets in a line, without its end; what is longer goes on in the next line, behind a space.
const LINE: usize = 75;
/// Seconds that something takes of which nobody said how long.
const AN_HOUR: i64 = 3600;

/// One activity, or one date of something that comes back: each date is an entry of its own, because each can be changed
/// or cancelled alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Stays the same whatever changes; see [`uid`].
    pub uid: String,
    /// Counts changes of time, place or state: a calendar keeps what has the higher one.
    pub sequence: u32,
    /// When it was last changed. The same activity so gives the same file, whenever it is asked for.
    pub stamp: Moment,
    /// When it begins.
    pub start: Moment,
    /// When it ends; an hour later where that is not known, or not later than the beginning.
    pub end: Option<Moment>,
    /// What it is called; in one line.
    pub title: String,
    /// Where it is; in one line.
    pub place: Option<String>,
    /// More about it.
    pub description: Option<String>,
    /// Where it can be read: an address in ASCII. Another one is left away.
    pub url: Option<String>,
    /// It does not take place.
    pub cancelled: bool,
}

/// The name of an activity in all calendars of the world: its number, of a series the day that the rule gave, whatever it was
/// changed to, and whose it is (a host name).
pub fn uid(activity: i64, day: Option<NaiveDate>, whose: &str) -> String {
    match day {
        Some(day) => format!("{activity}-{}@{whose}", day.format("%Y%m%d")),
        None => format!("{activity}@{whose}"),
    }
}

/// The file, with a name for the whole where it is an agenda. The standard wants one entry at least: who has none sends no file.
pub fn write(name: Option<&str>, entries: &[Entry]) -> String {
    let mut lines = Lines(String::new());
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Stoep//Stoep//NL");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.add_text("X-WR-CALNAME", name.map(in_one_line));
    for entry in entries {
        lines.add_entry(entry);
    }
    lines.add("END", "VCALENDAR");
    lines.0
}

struct Lines(String);

impl Lines {
    fn add_entry(&mut self, entry: &Entry) {
        let end = entry.end.filter(|end| *end > entry.start).unwrap_or(entry.start.plus(AN_HOUR));
        self.add("BEGIN", "VEVENT");
        self.add("UID", &escaped(&in_one_line(&entry.uid)));
        self.add("DTSTAMP", &utc(entry.stamp));
        self.add("LAST-MODIFIED", &utc(entry.stamp));
        self.add("SEQUENCE", &entry.sequence.to_string());
        self.add("DTSTART", &utc(entry.start));
        self.add("DTEND", &utc(end));
        self.add("STATUS", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" });
        self.add("SUMMARY", &escaped(&in_one_line(&entry.title)));
        self.add_text("LOCATION", entry.place.as_deref().map(in_one_line));
        self.add_text("DESCRIPTION", entry.description.as_deref().map(plain));
        if let Some(url) = entry.url.as_deref().filter(|u| is_address(u)) {
            self.add("URL", url);
        }
        self.add("END", "VEVENT");
    }

    /// A property that people read. `None` if nothing is in it.
    fn add_text(&mut self, name: &str, text: Option<String>) {
        if let Some(text) = text.filter(|t| !t.is_empty()) {
            self.add(name, &escaped(&text));
        }
    }

    /// A property, folded without cutting a character.
    fn add(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for c in name.chars().chain(once(':')).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn utc(at: Moment) -> String {
    DateTime::from_timestamp(at.0, 0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

fn is_address(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, rest)| !scheme.is_empty() && !rest.is_empty())
        && url.chars().all(|c| c.is_ascii_graphic())
}

/// Text with each end of a line as `\n`, and without what no calendar can show.
fn plain(text: &str) -> String {
    let plain: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    plain.trim().to_owned()
}

fn in_one_line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

/// As RFC 5545 writes text (3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}
