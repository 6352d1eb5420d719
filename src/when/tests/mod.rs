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

const NOW: &str = "2026-11-23T10:00";

fn wall(at: &str) -> NaiveDateTime {
    format!("{at}:00").parse().unwrap()
}

fn now() -> NaiveDateTime {
    wall(NOW)
}

fn point(p: Point) -> String {
    p.time.map_or_else(|| p.day.to_string(), |t| format!("{}T{}", p.day, t.format("%H:%M")))
}

/// How a sentence is read, in short.
fn said(text: &str, purpose: Purpose) -> String {
    said_at(NOW, text, purpose)
}

/// The same of one that was sent at this moment, on the wall clock.
fn said_at(sent: &str, text: &str, purpose: Purpose) -> String {
    let reading = match read_at(text, wall(sent), purpose) {
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

/// Sentences that were sent at one moment, and how they are read.
struct Table {
    /// When, on the wall clock.
    sent: &'static str,
    /// The sentences, and the readings as [`said_at`] writes them.
    said: &'static [(&'static str, &'static str)],
}

fn all(tables: &[Table], purpose: Purpose) {
    let sentences = tables.iter().flat_map(|t| t.said.iter().map(|(text, expected)| (t.sent, text, expected)));
    let read = sentences.map(|(sent, text, expected)| (text, expected, said_at(sent, text, purpose)));
    let wrong: Vec<String> = read
        .filter(|(_, expected, got)| got != *expected)
        .map(|(text, expected, got)| format!("{text}: {got}, expected {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_are_read_as_a_neighbour_means_them() {
    for said in [clocks::SAID, days::SAID, feasts::SAID, ranges::SAID, spans::SAID] {
        all(&[Table { sent: NOW, said }], Purpose::Any);
    }
    for said in [neighbours::SAID, repeats::SAID] {
        all(&[Table { sent: NOW, said }], Purpose::Activity);
    }
}
