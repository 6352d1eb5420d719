//! Where somebody is in a dialogue. What is here depends on the flow's order and conditions alone, not on kinds of steps.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::answer::{Answer, Choice, Say};
use super::flow::{Flow, Step};
use crate::model::Moment;
use crate::when::Timing;

/// Where somebody is in a dialogue. Kept as JSON, sealed, for it holds what they wrote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A question, by its step's id.
    Step(String),
    /// All answers, with the button that finishes.
    #[default]
    Summary,
    /// Which answer to change?
    Change,
    /// What to tell more about?
    More,
}

/// A time that was read of typed words, while it is no answer yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Heard {
    /// As it was understood.
    pub timing: Timing,
    /// The other way to understand it.
    pub other: Option<Timing>,
    /// What is asked or said about it.
    pub doubt: Doubt,
}

/// What is asked or said about a time that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Doubt {
    /// Is it meant so?
    Meant,
    /// Is it meant so, though it is no such day of the week? Counted from Monday, which is 1.
    NotOn(u32),
    /// Is it meant so, though the clock shows this time twice in that night?
    Twice,
    /// At what time?
    Clock,
    /// It is over.
    Past,
    /// The clock never shows it.
    Skipped,
}

impl State {
    /// Outdates the buttons shown before.
    pub(super) fn outdate(&mut self) {
        self.asked = self.asked.wrapping_add(1);
    }

    /// Returns true if the step is asked with these answers. An answer to a step that is not asked is never there.
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
