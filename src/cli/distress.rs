//! `stoep distress`: reads lines of text and says what Stoep finds of distress in them, for who edits the words in
//! `dialogues/facts/distress.toml`.

use std::io::{BufRead, Write};

use anyhow::Context;
use serde::Deserialize;
use serde_json::json;

use crate::text::distress::{Kind, read};

/// A line in JSON. A line that is none is the text itself.
#[derive(Deserialize)]
struct Line {
    /// The sentence.
    text: String,
}

/// Answers each line of the standard input with a line: in JSON, or in a word.
pub fn run(json: bool) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.context("a line can't be read")?;
        let kind = kind_of(&String::from_utf8_lossy(&line));
        if json {
            writeln!(out, "{}", json!({ "kind": kind.map(Kind::word) }))
        } else {
            writeln!(out, "{}", kind.map_or("-", Kind::word))
        }
        .context("the answer can't be written")?;
    }
    out.flush().context("the answers can't be written")
}

/// What is found in a line.
pub fn kind_of(line: &str) -> Option<Kind> {
    let text = serde_json::from_str::<Line>(line).map_or_else(|_| line.to_owned(), |line| line.text);
    read(&text).map(|found| found.kind)
}
