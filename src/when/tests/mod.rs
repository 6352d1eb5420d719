//! Our own sentences, all sent on Monday 23 November 2026 at ten in the morning unless a test says otherwise, and how they
//! are read: `start/end`, the rule of what comes back, the days left out, the other reading, and what is to be said.

mod clocks;
mod days;
mod doubts;
mod feasts;
mod neighbours;
mod nothing;
mod properties;
mod ranges;
mod repeats;
mod spans;
mod wordings;

use chrono::NaiveDateTime;

use super::{Note, Point, Purpose, Unread, read_at};

fn now() -> NaiveDateTime {
    "2026-11-23T10:00:00".parse().unwrap()
}

fn point(p: Point) -> String {
    p.time.map_or_else(|| p.day.to_string(), |t| format!("{}T{}", p.day, t.format("%H:%M")))
}

/// How a sentence is read, in short.
fn said(text: &str, purpose: Purpose) -> String {
    said_at(text, now(), purpose)
}

fn said_at(text: &str, now: NaiveDateTime, purpose: Purpose) -> String {
    let reading = match read_at(text, now, purpose) {
        Ok(reading) => reading,
        Err(Unread::NoTime) => return "nothing".into(),
        Err(Unread::NoSuchDay) => return "no such day".into(),
    };
    let mut out = point(reading.start);
    if let Some(end) = reading.end {
        let same = end.day == reading.start.day && reading.start.time.is_some();
        let short = end.time.filter(|_| same).map(|t| t.format("%H:%M").to_string());
        out += &format!("/{}", short.unwrap_or_else(|| point(end)));
    }
    if let Some(repeat) = &reading.repeat {
        out += &format!(" {}", reading.rule().unwrap_or_default());
        if !repeat.except.is_empty() {
            let days: Vec<String> = repeat.except.iter().map(ToString::to_string).collect();
            out += &format!(" not {}", days.join(","));
        }
    }
    if let Some(other) = &reading.other {
        out += &format!(" or {}", point(other.start));
    }
    for note in &reading.notes {
        out += match note {
            Note::Past => " (past)",
            Note::Skipped => " (skipped)",
            Note::Twice => " (twice)",
            Note::NotOn(_) => " (not-on)",
        };
    }
    out
}

/// Every sentence of a table is read so.
fn all(table: &[(&str, &str)], purpose: Purpose) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, said(text, purpose)))
        .filter(|(_, expected, got)| got != *expected)
        .map(|(text, expected, got)| format!("{text}: {got}, expected {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
