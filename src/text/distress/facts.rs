//! The words themselves, from `dialogues/facts/distress.toml`, which the program carries in itself.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::pattern::{Pattern, Reader, Vocabulary, Window};
use super::{Distress, Kind};

const SOURCE: &str = include_str!("../../../dialogues/facts/distress.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    groups: BTreeMap<String, Vec<String>>,
    rule: Vec<RuleInFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleInFile {
    kind: Kind,
    #[serde(default)]
    child_writes: bool,
    says: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    /// The language, where it is another than Dutch or English, and who checked it: for who edits the file.
    #[serde(default, rename = "language")]
    _language: String,
    #[serde(default, rename = "checked")]
    _checked: String,
}

struct Rule {
    means: Distress,
    says: Vec<Pattern>,
    unless: Vec<Pattern>,
}

/// What the file says.
#[derive(Default)]
pub(super) struct Facts {
    rules: Vec<Rule>,
    reader: Reader,
    problems: Vec<String>,
}

static FACTS: LazyLock<Facts> = LazyLock::new(|| read(SOURCE));

/// The words, as the program carries them.
pub(super) fn facts() -> &'static Facts {
    &FACTS
}

/// Everything that is wrong with the file, in words for who edits it.
pub fn problems() -> Vec<String> {
    FACTS.problems.clone()
}

impl Facts {
    /// The words that rules ask for.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.reader.vocabulary
    }

    /// What stands in a window, or what was found before where that is more urgent.
    pub(super) fn found_in(&self, window: &Window, before: Option<Distress>) -> Option<Distress> {
        let mut found = before;
        for rule in &self.rules {
            // A child that writes about itself is asked for first, and counts before what is said about one.
            if found.is_some_and(|f| f.kind <= rule.means.kind) {
                continue;
            }
            if rule.says.iter().any(|p| p.is_in(window)) && !rule.unless.iter().any(|p| p.is_in(window)) {
                found = Some(rule.means);
            }
        }
        found
    }
}

fn read(source: &str) -> Facts {
    let mut facts = Facts::default();
    let file: File = match toml::from_str(source) {
        Ok(file) => file,
        Err(error) => {
            facts.problems.push(format!("dialogues/facts/distress.toml: {error}"));
            return facts;
        }
    };
    let mut wrong = |what: String| facts.problems.push(format!("dialogues/facts/distress.toml: {what}"));
    // Groups may name each other: those that name a missing one wait for it.
    let mut waiting: Vec<(&String, &Vec<String>)> = file.groups.iter().collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|(name, lines)| facts.reader.add_group(name, lines).is_err());
        if waiting.len() == before {
            for (name, lines) in waiting.drain(..) {
                let why = facts.reader.add_group(name, lines).err().unwrap_or_default();
                wrong(format!("the group {name}: {why}"));
            }
        }
    }
    for rule in file.rule {
        let mut lines = |lines: &[String]| {
            let mut patterns = Vec::new();
            for line in lines {
                match facts.reader.read(line) {
                    Ok(pattern) => patterns.push(pattern),
                    Err(why) => wrong(format!("‘{line}’: {why}")),
                }
            }
            patterns
        };
        let (says, unless) = (lines(&rule.says), lines(&rule.unless));
        let means = Distress { kind: rule.kind, child_writes: rule.child_writes };
        facts.rules.push(Rule { means, says, unless });
    }
    facts
}
