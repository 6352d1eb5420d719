//! Finds what is wrong with flows and their texts before a resident does. Used by a test and by `stoep check`, which shows each
//! problem to the person who changed a question or a text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::{Map, Value};

use super::answer::{Choice, Label};
use super::buttons::{Action, Data};
use super::flow::{BUTTONS_AT_MOST, Flow, Kind, Step, TEXT_AT_MOST};
use super::kinds::{self, limit, takes_words};
use super::paths::{endings, paths, samples};
use super::state::word;
use crate::model::Language;

/// The longest label of a button, in characters: what a telephone shows without cutting it.
const LABEL_AT_MOST: usize = 64;

/// The most bytes of callback data (Bot API, `InlineKeyboardButton`).
const DATA_AT_MOST: usize = 64;

/// What a person can type on one way through, in characters: with names and heading it has to fit in one summary.
const TYPED_AT_MOST: usize = 3500;

/// The dialogue engine's own texts, which every language needs, but for those on buttons.
const TEXTS: [&str; 31] = [
    "dialogue-change-which",
    "dialogue-changed",
    "dialogue-line",
    "dialogue-more-which",
    "dialogue-not-a-number",
    "dialogue-not-your-number",
    "dialogue-nothing-to-choose",
    "dialogue-now",
    "dialogue-photo",
    "dialogue-photo-alone",
    "dialogue-picked",
    "dialogue-share-done",
    "dialogue-share-how",
    "dialogue-stopped",
    "dialogue-too-long",
    "dialogue-voice",
    "dialogue-want-choice",
    "dialogue-want-contact",
    "dialogue-want-number",
    "dialogue-want-photo",
    "dialogue-want-several",
    "dialogue-want-when",
    "dialogue-want-words",
    "dialogue-want-words-or-voice",
    "dialogue-when-clock",
    "dialogue-when-meant",
    "dialogue-when-no-day",
    "dialogue-when-past",
    "dialogue-when-skipped",
    "dialogue-when-taken",
    "dialogue-when-want-clock",
];

/// Its texts on buttons.
const LABELS: [&str; 12] = [
    "dialogue-all",
    "dialogue-back",
    "dialogue-change",
    "dialogue-keep",
    "dialogue-more",
    "dialogue-no",
    "dialogue-ready",
    "dialogue-share",
    "dialogue-skip",
    "dialogue-stop",
    "dialogue-when-yes",
    "dialogue-yes",
];

/// Reads answers as `finish` will, or says in what it fails.
pub type Read = dyn Fn(&Map<String, Value>) -> Result<(), String>;

/// A flow with what its feature promises for it.
pub struct Contract<'a> {
    /// The flow.
    pub flow: &'a Flow,
    /// Choices as the hook of this name might give them; `None` if there is no such hook.
    pub choices: &'a dyn Fn(&str) -> Option<Vec<Choice>>,
    /// The names of its checks.
    pub checks: &'a [&'a str],
    /// Reads its answers.
    pub read: &'a Read,
}

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The flow's id; empty where it is about the engine's own texts.
    pub flow: String,
    /// The step's id, where it is about one.
    pub step: Option<String>,
    /// What is wrong, in words for the author.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.flow, &self.step) {
            (flow, Some(step)) => write!(f, "flow {flow}, step {step}: {}", self.what),
            (flow, None) if flow.is_empty() => write!(f, "dialogue texts: {}", self.what),
            (flow, None) => write!(f, "flow {flow}: {}", self.what),
        }
    }
}

type TextOf<'a> = &'a dyn Fn(Language, &str) -> Option<String>;

/// Everything that is wrong with these flows, in order. `text` gives a text of a language as a person would read it.
pub fn check_flows(contracts: &[Contract], text: TextOf) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut own = Found { flow: "", problems: &mut found };
    TEXTS.iter().for_each(|id| own.text(None, id, text, false));
    LABELS.iter().for_each(|id| own.text(None, id, text, true));
    let mut ids = BTreeSet::new();
    for contract in contracts {
        let flow = contract.flow;
        let mut to = Found { flow: &flow.id, problems: &mut found };
        if !ids.insert(flow.id.as_str()) {
            to.add(None, "there are two flows of this id");
        }
        flow_itself(flow, &mut to);
        for (i, step) in flow.steps.iter().enumerate() {
            step_itself(flow, step, &mut to);
            hooks(contract, step, &mut to);
            condition(contract, i, step, &mut to);
        }
        ways(contract, &mut to);
        texts(contract, text, &mut to);
    }
    found.sort();
    found.dedup();
    found
}

struct Found<'a> {
    flow: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Found<'_> {
    fn add(&mut self, step: Option<&Step>, what: impl Into<String>) {
        let step = step.map(|s| s.id.clone());
        self.problems.push(Problem { flow: self.flow.to_owned(), step, what: what.into() });
    }

    fn text(&mut self, step: Option<&Step>, id: &str, text: TextOf, label: bool) {
        for language in Language::ALL {
            let code = language.code();
            let Some(words) = text(language, id).filter(|t| !t.trim().is_empty()) else {
                self.add(step, format!("the text {id} is missing in {code}"));
                continue;
            };
            let (length, max) = (words.chars().count(), if label { LABEL_AT_MOST } else { TEXT_AT_MOST });
            if length > max {
                self.add(step, format!("the text {id} has {length} characters in {code}, and {max} at most fit"));
            }
        }
    }
}

fn well_named(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.len() <= 40
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

const NAMES: &str = "begins with a small letter and has small letters, digits and '-', 40 at most";

fn flow_itself(flow: &Flow, to: &mut Found) {
    if !well_named(&flow.id) {
        to.add(None, format!("an id {NAMES}"));
    }
    if flow.version == 0 {
        to.add(None, "versions begin at 1");
    }
    if flow.steps.is_empty() || flow.steps.len() > BUTTONS_AT_MOST {
        to.add(None, format!("a flow has 1 to {BUTTONS_AT_MOST} steps"));
    }
    if !flow.summary && flow.confirm.is_some() {
        to.add(None, "`confirm` stands on the summary, and this flow has none");
    }
    let mut ids = BTreeSet::new();
    for step in &flow.steps {
        if !ids.insert(&step.id) {
            to.add(Some(step), "there are two steps of this id");
        }
        if step.more && !flow.summary {
            to.add(Some(step), "`more` is asked from the summary, and this flow has none");
        }
    }
    let last = u16::try_from(flow.steps.len()).unwrap_or(u16::MAX);
    let longest = Data { nonce: u32::MAX, asked: u32::MAX, action: Action::Edit(last) }.encode().len();
    if longest > DATA_AT_MOST {
        to.add(None, format!("its buttons carry {longest} bytes, and {DATA_AT_MOST} at most fit"));
    }
}

fn step_itself(flow: &Flow, step: &Step, to: &mut Found) {
    let mut add = |what: String| to.add(Some(step), what);
    if !well_named(&step.id) {
        add(format!("an id {NAMES}"));
    }
    let kind = kinds::of(step);
    kind.mistakes(step).into_iter().for_each(&mut add);
    let most = kind.profile().max_at_most.unwrap_or(TEXT_AT_MOST);
    if step.max.is_some_and(|m| !(1..=most).contains(&m)) {
        add(format!("`max` is 1 to {most}"));
    }
    if step.max.is_some() && kind.profile().max_at_most.is_none() {
        add("`max` is for steps where one types".into());
    }
    let lines_of_one_kind = [
        ("min", step.min.is_some(), Kind::Number, "number"),
        ("voice", step.voice, Kind::Text, "text"),
        ("purpose", step.purpose.is_some(), Kind::When, "when"),
        ("clock", step.clock, Kind::When, "when"),
    ];
    for (line, _, _, name) in lines_of_one_kind.iter().filter(|(_, given, kind, _)| *given && step.kind != *kind) {
        add(format!("`{line}` is for steps of the kind {name}"));
    }
    let has_choices = step.choices_from.is_some() || !step.choices.is_empty();
    if step.first.is_some_and(|f| f == 0 || f > BUTTONS_AT_MOST) {
        add(format!("`first` is 1 to {BUTTONS_AT_MOST}"));
    }
    if step.first.is_some() && !has_choices {
        add("`first` is for steps with choices".into());
    }
    if step.per_row.is_some_and(|p| !(1..=8).contains(&p)) {
        add("`per_row` is 1 to 8".into());
    }
    if step.per_row.is_some() && !has_choices && kind.choices(flow, step).is_empty() {
        add("`per_row` is for steps with choices".into());
    }
    if let Some(either) = step.either.as_ref().filter(|either| !step.choices.contains(either)) {
        add(format!("`either` names {either}, which is no choice of it"));
    }
    let keeps = |id: &String| flow.steps.iter().any(|s| s.id == *id && s.id != step.id && takes_words(s));
    if step.too_long.as_ref().is_some_and(|id| !takes_words(step) || !keeps(id)) {
        add("`too_long` is for text steps, and names another one".into());
    }
    let mut seen = BTreeSet::new();
    for choice in &step.choices {
        if !seen.insert(choice) {
            add(format!("the choice {choice} stands there twice"));
        }
        if kind.profile().names_choices && !well_named(choice) {
            add(format!("the choice {choice}: an id {NAMES}"));
        }
    }
}

fn hooks(contract: &Contract, step: &Step, to: &mut Found) {
    if let Some(hook) = &step.choices_from {
        match (contract.choices)(hook) {
            None => to.add(Some(step), format!("the feature has no choices named {hook}")),
            Some(given) if given.is_empty() => to.add(Some(step), format!("the choices {hook} have no samples")),
            Some(_) => {}
        }
    }
    if let Some(hook) = step.check.as_ref().filter(|c| !contract.checks.contains(&c.as_str())) {
        to.add(Some(step), format!("the feature has no check named {hook}"));
    }
}

fn condition(contract: &Contract, i: usize, step: &Step, to: &mut Found) {
    let Some(condition) = &step.only_if else { return };
    if condition.values.is_empty() {
        to.add(Some(step), "`in` names no answer, so it is never asked");
    }
    let steps = &contract.flow.steps;
    let Some(named) = steps[..i].iter().find(|s| s.id == condition.step) else {
        let later = steps[i..].iter().any(|s| s.id == condition.step);
        let what = if later { "is not asked before this one" } else { "does not exist" };
        return to.add(Some(step), format!("`if` names the step {}, which {what}", condition.step));
    };
    if kinds::of(named).is_open(named) {
        return to.add(Some(step), format!("`if` names the step {}, where nothing is chosen", named.id));
    }
    if named.more && !step.more {
        to.add(Some(step), format!("it hangs on {}, which is asked under `more`, so it needs `more` too", named.id));
    }
    let answers = samples(named, contract.choices);
    for value in &condition.values {
        if !answers.iter().any(|a| word(a) == Some(value)) {
            to.add(Some(step), format!("`if` names {value}, which is no answer to {}", named.id));
        }
    }
}

fn ways(contract: &Contract, to: &mut Found) {
    let flow = contract.flow;
    let Some(paths) = paths(flow, contract.choices) else {
        return to.add(None, "has too many ways through: fewer steps should hang on others");
    };
    for step in &flow.steps {
        if !paths.iter().flatten().any(|(s, _)| s.id == step.id) {
            to.add(Some(step), "is never asked, whatever one answers");
        }
    }
    let typed = |p: &Vec<(&Step, Value)>| p.iter().filter(|(s, _)| takes_words(s)).map(|(s, _)| limit(s)).sum();
    let most: usize = paths.iter().map(typed).max().unwrap_or(0);
    if most > TYPED_AT_MOST {
        to.add(
            None,
            format!("one can type {most} characters, and {TYPED_AT_MOST} at most fit in a summary: lower `max`"),
        );
    }
    for answers in endings(flow, &paths, contract.choices) {
        if let Err(why) = (contract.read)(&answers) {
            to.add(None, format!("the feature can't read an answer: {why}"));
        }
    }
}

fn texts(contract: &Contract, text: TextOf, to: &mut Found) {
    let flow = contract.flow;
    // Text id to the step it was made for: 'a-b' with choice 'c' and 'a' with choice 'b-c' would share one.
    let mut made: BTreeMap<String, &Step> = BTreeMap::new();
    if flow.summary {
        to.text(None, &flow.summary_text(), text, false);
        to.text(None, &flow.confirm_text(), text, true);
    }
    for step in &flow.steps {
        let mut ids = vec![(flow.question_text(step), false)];
        if flow.summary {
            ids.push((flow.name_text(step), true));
        }
        if kinds::of(step).profile().names_choices {
            ids.extend(step.choices.iter().map(|c| (flow.choice_text(step, c), true)));
        }
        let hook = step.choices_from.as_deref().and_then(contract.choices).unwrap_or_default();
        for choice in hook {
            match choice.label {
                Label::Id(id) => to.text(Some(step), &id, text, true),
                Label::Words(words) if words.trim().is_empty() || words.chars().count() > LABEL_AT_MOST => {
                    to.add(Some(step), format!("a choice's label has 1 to {LABEL_AT_MOST} characters"));
                }
                Label::Words(_) | Label::When(_) | Label::Several(_) => {}
            }
        }
        for (id, label) in ids {
            to.text(Some(step), &id, text, label);
            let reserved = flow.summary && (id == flow.summary_text() || id == flow.confirm_text());
            // A text that was named on purpose may serve several questions.
            let named = step.text.as_deref() == Some(id.as_str());
            if !named && (reserved || made.insert(id.clone(), step).is_some()) {
                to.add(Some(step), format!("the text {id} would be used for two things: give one another id"));
            }
        }
    }
}
