//! Answers and what is said: text ids and values, which the caller puts into words.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::Html;
use crate::when::Timing;

/// What a person reads: one of our texts, or words that are not ours to translate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    /// A text id.
    Id(String),
    /// Words as they are: typed by a person, or put together by a hook.
    Words(String),
    /// A day or a time, to be put into words.
    When(Timing),
    /// Several, one after the other.
    Several(Vec<Label>),
}

/// An answer: what the program reads and what the person reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// For the feature; null where the step was skipped.
    pub value: Value,
    /// For the person.
    pub label: Label,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// For the feature.
    pub value: Value,
    /// For the person: at most 64 characters once rendered.
    pub label: Label,
}

/// Something to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Say {
    /// One of our texts, with what is filled in by name.
    Text(String, Vec<(String, Arg)>),
    /// What a feature has put into words already.
    Ready(Html),
}

/// Something filled into a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arg {
    /// A number, which may decide between singular and plural.
    Number(i64),
    /// A word of ours, which decides between variants of a text.
    Word(String),
    /// One of our texts, by its id.
    Text(String),
    /// A day or a time, to be put into words.
    When(Timing),
}

impl Label {
    /// One of our texts.
    pub fn id(id: impl Into<String>) -> Label {
        Label::Id(id.into())
    }

    /// Words as they are.
    pub fn words(words: impl Into<String>) -> Label {
        Label::Words(words.into())
    }
}

impl Answer {
    /// Words as somebody typed them.
    pub fn words(words: &str) -> Answer {
        Answer { value: Value::from(words), label: Label::words(words) }
    }

    /// A step left out.
    pub(super) fn skipped() -> Answer {
        Answer { value: Value::Null, label: Label::words("") }
    }

    /// Returns whether the step was left out.
    pub fn is_skipped(&self) -> bool {
        self.value.is_null()
    }
}

impl Choice {
    /// Something that can be chosen.
    pub fn new(value: impl Into<Value>, label: Label) -> Choice {
        Choice { value: value.into(), label }
    }
}

impl From<Choice> for Answer {
    fn from(Choice { value, label }: Choice) -> Answer {
        Answer { value, label }
    }
}

impl Say {
    /// A text with nothing filled in.
    pub fn id(id: impl Into<String>) -> Say {
        Say::Text(id.into(), Vec::new())
    }

    /// And a number filled in.
    pub(super) fn number(self, name: &str, number: usize) -> Say {
        self.with(name, Arg::Number(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    /// And a word of ours filled in.
    pub(super) fn word(self, name: &str, word: &str) -> Say {
        self.with(name, Arg::Word(word.to_owned()))
    }

    /// And this filled in.
    pub(super) fn with(mut self, name: &str, arg: Arg) -> Say {
        if let Say::Text(_, args) = &mut self {
            args.push((name.to_owned(), arg));
        }
        self
    }
}
