//! Where somebody is in a dialogue, and the words in which this room and its caller speak.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::flow::{Flow, Kind, Step};
use super::hear::{self, Heard};
use super::pick;
use crate::model::{Html, Moment};
use crate::when::Timing;

/// Where somebody is in a dialogue. Kept as JSON, sealed, for it holds what they wrote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The flow's id.
    pub flow: String,
    /// The flow's version when this was last written.
    pub version: u32,
    /// Which dialogue an old button belongs to: drawn from the seed of the event that began it.
    pub nonce: u32,
    /// Goes up whenever something else is shown, so that a button of before is known as outdated.
    pub asked: u32,
    /// Answers by step id. A skipped step has the value null.
    pub answers: BTreeMap<String, Answer>,
    /// What is shown now.
    pub at: Place,
    /// What was shown before, for the way back.
    pub(super) trail: Vec<Place>,
    /// Are all choices shown, not only the first?
    pub(super) all: bool,
    /// Choices that a hook gave for the step shown now.
    pub(super) offered: Option<Vec<Choice>>,
    /// How many of `offered`, from the first, came from a check: they count without another check.
    pub(super) suggested: usize,
    /// Steps whose answer is not shown: quiet ones that were known, and those where there was nothing to choose.
    pub(super) hidden: BTreeSet<String>,
    /// Steps where there was one choice alone: nothing to change.
    #[serde(default)]
    pub(super) alone: BTreeSet<String>,
    /// Values given beforehand for steps whose choices, and so their labels, only a hook knows.
    pub(super) wishes: Map<String, Value>,
    /// What was read of typed words at the step shown now, and is no answer yet.
    #[serde(default)]
    pub(super) heard: Option<Heard>,
    /// What is chosen by now at the step shown now, where several can be.
    #[serde(default)]
    pub(super) picks: Option<Vec<Value>>,
    /// An answer that a check is looking at.
    pub(super) pending: Option<Answer>,
    /// What to say with the next question.
    pub(super) note: Option<Say>,
    /// The answers before a change was begun, should it be given up half-way.
    pub(super) before: Option<BTreeMap<String, Answer>>,
    /// When a text came that was so long that the person's client may have cut it in two.
    pub(super) cut_at: Option<Moment>,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A question, by its step's id.
    Step(String),
    /// All answers, with the button that finishes.
    Summary,
    /// Which answer to change?
    Change,
    /// What to tell more about?
    More,
}

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

/// The answer of a contact step, to be read by serde in the feature's struct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contact {
    /// Their own number, as Telegram gave it.
    Phone(String),
    /// Their own words.
    Words(String),
}

/// The answer of a text step that takes a voice message too, to be read by serde in the feature's struct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Words {
    /// Typed.
    Typed(String),
    /// Spoken.
    Spoken {
        /// Telegram's name of the file.
        voice: String,
    },
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

/// What a person did. Only their private chat feeds a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// They wrote.
    Text(String),
    /// They pressed a button with this callback data.
    Press(String),
    /// They shared a contact; `own` only where its user id is the sender's.
    Contact {
        /// The number.
        phone: String,
        /// Is it theirs?
        own: bool,
    },
    /// They sent a voice message, which Telegram calls so.
    Voice(String),
    /// They sent a photo.
    Photo {
        /// Telegram's name of the file.
        file: String,
        /// With words below it?
        words: bool,
    },
    /// They sent something that no step takes: a sticker, a video, a place, a poll …
    Other,
}

/// What the caller has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Show [`view`](super::view()).
    Ask,
    /// Say this, then show [`view`](super::view()).
    Again(Say),
    /// Run the feature's hook for choices and hand them to [`choices`](super::choices()).
    NeedChoices {
        /// The hook.
        hook: String,
        /// The step they are for.
        step: String,
    },
    /// Run the feature's check on this answer and hand what it says to [`checked`](super::checked()).
    Check {
        /// The hook.
        hook: String,
        /// The step it is for.
        step: String,
        /// The answer, as the feature would read it.
        answer: Value,
    },
    /// Hand the answers by step id to the feature. Then drop the state, or call [`refused`](super::refused()).
    Finish(Map<String, Value>),
    /// It can't go on: say this and drop the state.
    Refused(Say),
    /// The person stopped: drop the state.
    Stopped,
    /// A button of before: say so kindly, change nothing. [`resume`](super::resume()) shows the question again.
    Outdated,
    /// The rest of a text that was cut in two, of which they already heard: say and change nothing.
    Ignored,
}

/// What a check says.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The answer counts, as this value.
    Accept(Value),
    /// The answer counts, and says more than this step asked.
    AcceptAs {
        /// What is kept of it here.
        value: Value,
        /// What it answers of other steps, by their ids: as if it were known beforehand.
        known: Map<String, Value>,
        /// To be said with what is asked next.
        say: Option<Say>,
    },
    /// Ask again, saying this. Choices, where given, stand before the step's own, and count without another check.
    Again {
        /// Why.
        say: Say,
        /// What to choose from, for example 'place it as it is'; values that the step could have.
        choices: Vec<Choice>,
    },
    /// The dialogue ends here, saying this.
    Refuse(Say),
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

    /// A voice message.
    pub(super) fn voice(file: String) -> Answer {
        Answer { value: serde_json::json!({ "voice": file }), label: Label::id("dialogue-voice") }
    }

    /// A photo.
    pub(super) fn photo(file: String) -> Answer {
        Answer { value: Value::from(file), label: Label::id("dialogue-photo") }
    }

    /// A step left out.
    pub(super) fn skipped() -> Answer {
        Answer { value: Value::Null, label: Label::words("") }
    }

    /// Was the step left out?
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

    pub(super) fn with(mut self, name: &str, arg: Arg) -> Say {
        if let Say::Text(_, args) = &mut self {
            args.push((name.to_owned(), arg));
        }
        self
    }
}

impl State {
    /// Is the step asked with these answers? An answer to a step that is not asked is never there.
    pub(super) fn applies(&self, flow: &Flow, step: &Step) -> bool {
        let Some(condition) = &step.only_if else { return true };
        let named = self.answers.get(&condition.step).filter(|_| flow.step(&condition.step).is_some());
        named.and_then(|a| word(&a.value)).is_some_and(|w| condition.values.iter().any(|v| v == w))
    }

    /// Drops answers to steps that are no longer asked, or no longer exist.
    pub(super) fn prune(&mut self, flow: &Flow) {
        // In the flow's order: dropping an answer can drop those that hang on it.
        for step in &flow.steps {
            if self.answers.contains_key(&step.id) && !self.applies(flow, step) {
                self.answers.remove(&step.id);
            }
        }
        self.answers.retain(|id, _| flow.step(id).is_some());
    }

    /// The first step that is still to be asked.
    pub(super) fn first_missing<'f>(&self, flow: &'f Flow) -> Option<&'f Step> {
        let asked = |s: &Step| !s.is_told_more() || self.wishes.contains_key(&s.id);
        let wanted = |s: &&Step| asked(s) && !self.answers.contains_key(&s.id);
        flow.steps.iter().filter(wanted).find(|s| self.applies(flow, s))
    }

    /// The steps that somebody can still tell more about.
    pub(super) fn untold<'s>(&'s self, flow: &'s Flow) -> impl Iterator<Item = (usize, &'s Step)> {
        let steps = flow.steps.iter().enumerate();
        steps.filter(|(_, s)| s.is_told_more() && !self.answers.contains_key(&s.id) && self.applies(flow, s))
    }

    /// The step that is shown now, if it is a step.
    pub(super) fn here<'f>(&self, flow: &'f Flow) -> Option<&'f Step> {
        match &self.at {
            Place::Step(id) => flow.step(id),
            Place::Summary | Place::Change | Place::More => None,
        }
    }

    /// The steps with an answer to show, in order, the skipped ones among them.
    pub(super) fn answered<'s>(&'s self, flow: &'s Flow) -> impl Iterator<Item = (usize, &'s Step, &'s Answer)> {
        let steps = flow.steps.iter().enumerate();
        let shown = steps.filter(|(_, s)| self.applies(flow, s) && !self.hidden.contains(&s.id));
        shown.filter_map(|(i, s)| Some((i, s, self.answers.get(&s.id)?)))
    }

    /// What the step shown now can be answered with.
    pub(super) fn choices(&self, flow: &Flow, step: &Step) -> Vec<Choice> {
        let own = || self.offered.clone().unwrap_or_else(|| State::own_choices(flow, step));
        match &self.heard {
            Some(heard) if step.kind == Kind::When => heard.choices(own),
            _ => own(),
        }
    }

    /// What a step can be answered with by itself, without a hook.
    pub(super) fn own_choices(flow: &Flow, step: &Step) -> Vec<Choice> {
        match step.kind {
            Kind::YesNo => {
                vec![Choice::new(true, Label::id("dialogue-yes")), Choice::new(false, Label::id("dialogue-no"))]
            }
            Kind::Number => {
                let number = |c: &String| Some(Choice::new(c.parse::<i64>().ok()?, Label::words(c)));
                step.choices.iter().filter_map(number).collect()
            }
            Kind::Choice | Kind::Text | Kind::Contact | Kind::Photo | Kind::When | Kind::Many => {
                let label = |c: &String| Choice::new(c.clone(), Label::Id(flow.choice_text(step, c)));
                step.choices.iter().map(label).collect()
            }
        }
    }

    /// The answers by step id, without what was skipped: what hooks and the feature read.
    pub fn values(&self) -> Map<String, Value> {
        let given = self.answers.iter().filter(|(_, a)| !a.is_skipped());
        given.map(|(id, a)| (id.clone(), a.value.clone())).collect()
    }
}

/// An answer as conditions name it.
pub(super) fn word(value: &Value) -> Option<&str> {
    match value {
        Value::String(word) => Some(word),
        Value::Bool(true) => Some("yes"),
        Value::Bool(false) => Some("no"),
        _ => None,
    }
}

/// Could this value be an answer to the step? Choices of a hook can't be known here.
pub(super) fn valid(step: &Step, value: &Value) -> bool {
    if value.is_null() {
        return step.skippable();
    }
    let fits = |words: &str| !words.trim().is_empty() && words.chars().count() <= step.limit();
    match step.kind {
        Kind::Choice if step.choices_from.is_some() => true,
        Kind::Choice => value.as_str().is_some_and(|v| step.choices.iter().any(|c| c == v)),
        Kind::Text => match serde_json::from_value::<Words>(value.clone()) {
            Ok(Words::Typed(words)) => fits(&words),
            Ok(Words::Spoken { voice }) => step.voice && !voice.is_empty(),
            Err(_) => false,
        },
        Kind::Photo => value.as_str().is_some_and(|file| !file.is_empty()),
        Kind::YesNo => value.is_boolean(),
        Kind::When => hear::valid(step, value),
        Kind::Many => pick::valid(step, value),
        Kind::Number => {
            let (min, max) = step.range();
            value.as_u64().and_then(|n| usize::try_from(n).ok()).is_some_and(|n| (min..=max).contains(&n))
        }
        Kind::Contact => match serde_json::from_value::<Contact>(value.clone()) {
            Ok(Contact::Phone(phone)) => phone_like(&phone),
            Ok(Contact::Words(words)) => fits(&words),
            Err(_) => false,
        },
    }
}

/// Looks like a phone number: 3 to 20 digits, with a plus, spaces, dashes or brackets among them.
pub(super) fn phone_like(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits) && phone.len() <= 30 && phone.chars().all(|c| c.is_ascii_digit() || "+ -()".contains(c))
}
