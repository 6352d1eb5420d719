//! How a transcript shows that a message was edited: `-` was there, `+` is new, `…` and `[…]` stayed as they were.
//!
//! Nothing is left out that could differ: each edit is read back from what is shown of it and what stood there before, and where
//! that does not give the whole new message, the whole new message is shown.

use super::compare::marked;

/// A message as it is shown: lines of text, and rows of buttons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// Its text.
    pub text: Vec<String>,
    /// Its buttons; each row begins with `[`.
    pub rows: Vec<String>,
}

/// Stands for lines that stayed.
const LINES: &str = "…";
/// Stands for rows of buttons that stayed.
const ROWS: &str = "[…]";

impl Sight {
    /// From a text and buttons of several lines.
    pub fn new(text: &str, rows: &str) -> Sight {
        let lines = |words: &str| words.lines().map(|l| l.trim_end().to_owned()).collect();
        Sight { text: lines(text), rows: lines(rows) }
    }

    /// All of it.
    pub fn whole(&self) -> Vec<String> {
        self.text.iter().chain(&self.rows).map(|l| unmarked(l)).collect()
    }
}

/// What became of `before`, where that is shorter than all of `now`.
pub fn edit(before: &Sight, now: &Sight) -> Option<Vec<String>> {
    let mut shown = part(&before.text, &now.text, LINES);
    shown.extend(part(&before.rows, &now.rows, ROWS));
    let shorter = shown.iter().any(|l| stays(l)) && shown.len() < now.text.len() + now.rows.len();
    (shorter && read_back(before, &shown).as_ref() == Some(now)).then_some(shown)
}

fn unmarked(line: &str) -> String {
    format!("  {line}").trim_end().to_owned()
}

fn stays(shown: &str) -> bool {
    matches!(shown.strip_prefix("  "), Some(LINES | ROWS))
}

/// The differences, or all lines where those are no shorter.
fn part(before: &[String], now: &[String], stayed: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.iter().map(String::as_str).collect(), now.iter().map(String::as_str).collect());
    let lines = marked(&old, &new);
    let mut shown = Vec::new();
    for (index, run) in lines.chunk_by(|a, b| a.0 == b.0).scan(0, |at, run| {
        *at += run.len();
        Some((*at, run))
    }) {
        match run {
            [(' ', last)] | [(' ', _), .., (_, last)] => {
                // Lines that are added between others need a line that says where; at the end they don't.
                let between = lines.get(index).is_some_and(|l| l.0 == '+') && lines[index..].iter().any(|l| l.0 != '+');
                if !between || run.len() > 1 {
                    shown.push(unmarked(stayed));
                }
                if between {
                    shown.push(unmarked(last));
                }
            }
            _ => shown.extend(run.iter().map(|(mark, line)| format!("{mark} {line}").trim_end().to_owned())),
        }
    }
    let nothing_new = old == new && !new.is_empty();
    if nothing_new || shown.len() < now.len() { shown } else { now.iter().map(|l| unmarked(l)).collect() }
}

/// The new message, from what stood there and what is shown of the edit.
fn read_back(before: &Sight, shown: &[String]) -> Option<Sight> {
    let rows = shown.iter().position(|l| l.get(2..).is_some_and(|l| l.starts_with('['))).unwrap_or(shown.len());
    let (text, rows) = shown.split_at(rows);
    Some(Sight { text: read_part(&before.text, text, LINES)?, rows: read_part(&before.rows, rows, ROWS)? })
}

fn read_part(before: &[String], shown: &[String], stayed: &str) -> Option<Vec<String>> {
    let word = |line: &str| line.get(2..).unwrap_or_default().to_owned();
    let marks = |l: &String| l.starts_with(['+', '-']) || word(l) == stayed;
    if !shown.iter().any(marks) {
        return Some(shown.iter().map(|l| word(l)).collect());
    }
    let mut rest = before.iter();
    let mut now = Vec::new();
    for (index, line) in shown.iter().enumerate() {
        if word(line) == stayed && line.starts_with("  ") {
            // As far as the line that is shown next; where that is new, or there is none, to the end.
            let until = shown.get(index + 1).filter(|l| !l.starts_with('+')).map(|l| word(l));
            let kept = until.map_or(Some(rest.len()), |u| rest.as_slice().iter().position(|l| *l == u))?;
            now.extend(rest.by_ref().take(kept).cloned());
        } else if line.starts_with('+') {
            now.push(word(line));
        } else if rest.next() != Some(&word(line)) {
            return None;
        } else if !line.starts_with('-') {
            now.push(word(line));
        }
    }
    rest.next().is_none().then_some(now)
}
