//! `stoep when`: reads days and times in lines of text, to see how Stoep understands them, and to score the reader.

use std::io::{BufRead, Write};

use anyhow::Context;
use chrono::NaiveDateTime;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock::Clock;
use crate::model::Language;
use crate::text::{note_words, other_words, reading_words, unread_words};
use crate::when::{Note, Point, Purpose, Reading, Unread, read_at, wall};

/// One question in JSON.
#[derive(Deserialize)]
struct Line {
    /// The sentence.
    text: String,
    /// What the wall clock of Amsterdam showed when it was sent; now, where it isn't said.
    now: Option<String>,
    /// `request` or `activity`, where it is known what it is about.
    purpose: Option<String>,
}

/// Answers each line of the standard input with a line: in JSON, or in words.
pub fn run(json: bool, now: Option<&str>) -> anyhow::Result<()> {
    let now = now.map(wall_time).transpose()?.unwrap_or_else(|| wall(Clock::system().now()));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.context("a line can't be read as text")?;
        let answer = if json { in_json(&line, now).to_string() } else { in_words(&line, now) };
        writeln!(out, "{answer}").context("the answer can't be written")?;
    }
    out.flush().context("the answers can't be written")
}

fn wall_time(text: &str) -> anyhow::Result<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").context("the time must look like 2026-11-28T14:30")
}

/// The answer to a line in JSON.
pub fn in_json(line: &str, now: NaiveDateTime) -> Value {
    let Ok(question) = serde_json::from_str::<Line>(line) else {
        return json!({"error": "the line is no question in JSON"});
    };
    let purpose = match question.purpose.as_deref() {
        None => Purpose::Any,
        Some("request") => Purpose::Request,
        Some("activity") => Purpose::Activity,
        Some(_) => return json!({"error": "the purpose is request or activity"}),
    };
    let Ok(now) = question.now.as_deref().map_or(Ok(now), wall_time) else {
        return json!({"error": "the time must look like 2026-11-28T14:30"});
    };
    match read_at(&question.text, now, purpose) {
        Ok(reading) => value(&reading, true),
        Err(Unread::NoTime) => json!({"error": "no day and no time"}),
        Err(Unread::NoSuchDay) => json!({"error": "no such day"}),
    }
}

fn value(reading: &Reading, with_other: bool) -> Value {
    let notes: Vec<&str> = reading
        .notes
        .iter()
        .map(|note| match note {
            Note::Past => "past",
            Note::Skipped => "skipped",
            Note::Twice => "twice",
            Note::NotOn(_) => "other-weekday",
        })
        .collect();
    let except: Vec<String> =
        reading.repeat.iter().flat_map(|r| &r.except).map(|day| day.format("%Y-%m-%d").to_string()).collect();
    let mut value = json!({
        "start": point(reading.start),
        "end": reading.end.map(point),
        "all_day": reading.all_day(),
        "repeat": reading.rule(),
        "except": except,
        "notes": notes,
    });
    if with_other {
        value["other"] = reading.other.as_ref().map_or(Value::Null, |other| self::value(other, false));
    }
    value
}

fn point(point: Point) -> String {
    match point.time {
        Some(time) => format!("{}T{}", point.day, time.format("%H:%M")),
        None => point.day.to_string(),
    }
}

/// The answer to a line in words, as a resident would see it about an activity.
pub fn in_words(line: &str, now: NaiveDateTime) -> String {
    let today = now.date();
    match read_at(line, now, Purpose::Activity) {
        Ok(reading) => {
            let mut words = vec![reading_words(Language::Nl, &reading, today)];
            words.extend(reading.other.iter().map(|other| other_words(Language::Nl, other, today)));
            words.extend(reading.notes.iter().map(|note| note_words(Language::Nl, *note)));
            words.join(" · ")
        }
        Err(unread) => unread_words(Language::Nl, unread),
    }
}
