//! A flow as its author writes it in TOML: which questions, in which order, under which condition. What a person reads
//! stands in the texts, by ids that are made here.

use serde::Deserialize;

/// The most characters that one message of Telegram's holds (Bot API, `sendMessage`).
pub const TEXT_AT_MOST: usize = 4096;

/// The most choices and the most steps: each has a button, and Telegram takes 100 on a message, ours among them.
pub(super) const BUTTONS_AT_MOST: usize = 90;

/// How many choices are shown before 'more choices' where the flow does not say.
const FIRST_USUALLY: usize = 4;

/// A dialogue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// Its name, unique; begins every text id of it.
    pub id: String,
    /// Goes up when steps change in a way that open drafts must be looked at again.
    pub version: u32,
    /// The feature that gets the answers and runs the hooks.
    pub feature: String,
    /// Show the answers before finishing? Off only where nothing is posted: a flow without one finishes after its last
    /// answer.
    #[serde(default = "on")]
    pub summary: bool,
    /// Text id of the summary's button; `{flow}-confirm` where not given.
    pub confirm: Option<String>,
    /// Whose words are written here.
    #[serde(default)]
    pub words: WordsFor,
    /// The questions, in order.
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
}

/// Whom the words of a dialogue are about and for: it decides what Stoep does when they tell of distress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordsFor {
    /// For others, about anybody: an announcement, a setting.
    #[default]
    Others,
    /// The writer asks for something for themselves.
    Own,
    /// A human of the team reads them at once.
    Team,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name, unique in the flow; the key of its answer.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Text id of the question; `{flow}-{step}` where not given.
    pub text: Option<String>,
    /// What can be chosen: each has the label `{flow}-{step}-{choice}`. For a number step the numbers that get a button, and
    /// for a step of the kind when what can be pressed instead of typed.
    #[serde(default)]
    pub choices: Vec<String>,
    /// The feature's hook that gives the choices, instead of `choices`.
    pub choices_from: Option<String>,
    /// How many choices are shown before 'more choices'.
    pub first: Option<usize>,
    /// How many choices stand beside each other, 1 to 8.
    pub per_row: Option<usize>,
    /// The feature's hook that looks at an answer before it counts.
    pub check: Option<String>,
    /// May it be skipped?
    #[serde(default)]
    pub optional: bool,
    /// Asked only where somebody chooses it under 'tell more', from the summary.
    #[serde(default)]
    pub more: bool,
    /// Where its answer is known at the start, or was the only choice, it is neither shown in the summary nor changed there.
    #[serde(default)]
    pub quiet: bool,
    /// Where its hook gives one choice alone, that is a guess: taken, shown, and open to change. The hook sees then which answer
    /// stands, and gives all.
    #[serde(default)]
    pub guessed: bool,
    /// Asked only where an earlier step has one of these answers.
    #[serde(rename = "if")]
    pub only_if: Option<Condition>,
    /// The choice that somebody means who types that it makes no difference, or that they don't know.
    pub either: Option<String>,
    /// The later text step that keeps what is too long for this one: a short text is asked here all the same.
    pub too_long: Option<String>,
    /// The most characters of a text; the largest number.
    pub max: Option<usize>,
    /// The smallest number.
    pub min: Option<usize>,
    /// Does a text step take a voice message too?
    #[serde(default)]
    pub voice: bool,
    /// What a step of the kind when is about: it decides what 'drie uur' means.
    pub purpose: Option<About>,
    /// Does a step of the kind when need a time of the day, too?
    #[serde(default)]
    pub clock: bool,
    /// Hangs on a step under 'tell more': asked right after that one, and skipped only with it. Worked out by the flow.
    #[serde(skip)]
    pub follows: bool,
}

/// When a step is asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// An earlier step.
    pub step: String,
    /// Its answers under which this step is asked; `yes` and `no` for a yes-no step.
    #[serde(rename = "in")]
    pub values: Vec<String>,
}

/// What kind of answer a step takes; `kinds` has a file for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One of several. Read as a string, or as whatever the hook gave.
    Choice,
    /// Own words. Read as a string; with `voice`, as [`Words`](super::Words).
    Text,
    /// Yes or no. Read as a bool.
    YesNo,
    /// How somebody can be reached: their own number, or own words. Read as a [`Contact`](super::Contact).
    Contact,
    /// How many. Read as a whole number.
    Number,
    /// A photo, which may always be skipped. Read as a string: Telegram's name of the file.
    Photo,
    /// A day or a time, typed, or one of several. Read as a [`Timing`](crate::when::Timing), or as a choice's string.
    When,
    /// Several of several. Read as a list of strings, in the flow's order, or of whatever the hook gave.
    Many,
}

/// What a step of the kind when is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// People meet.
    Activity,
    /// Help is asked for.
    Request,
}

/// A flow's file that can't be read; says where and why.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct FlowError(#[from] toml::de::Error);

fn on() -> bool {
    true
}

impl Flow {
    /// Reads a flow. What is readable but makes no sense is found by [`check_flows`](super::check_flows).
    ///
    /// # Errors
    /// With line and column, where it is not TOML, holds an unknown word, or misses a needed one.
    pub fn from_toml(text: &str) -> Result<Flow, FlowError> {
        Ok(toml::from_str::<Flow>(text)?.linked())
    }

    /// With each step knowing whether it hangs on one under 'tell more'.
    pub(super) fn linked(mut self) -> Flow {
        let under_more: Vec<String> = self.steps.iter().filter(|s| s.more).map(|s| s.id.clone()).collect();
        for step in &mut self.steps {
            step.follows = step.only_if.as_ref().is_some_and(|c| under_more.contains(&c.step));
        }
        self
    }

    /// The step of this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.id == id)
    }

    /// Text id of a question.
    pub fn question_text(&self, step: &Step) -> String {
        step.text.clone().unwrap_or_else(|| format!("{}-{}", self.id, step.id))
    }

    /// Text id of what the summary calls an answer: 'When', 'What'.
    pub fn name_text(&self, step: &Step) -> String {
        format!("{}-{}-name", self.id, step.id)
    }

    /// Text id of a choice's label.
    pub fn choice_text(&self, step: &Step, choice: &str) -> String {
        format!("{}-{}-{choice}", self.id, step.id)
    }

    /// Text id of the summary's heading.
    pub fn summary_text(&self) -> String {
        format!("{}-summary", self.id)
    }

    /// Text id of the summary's button.
    pub fn confirm_text(&self) -> String {
        self.confirm.clone().unwrap_or_else(|| format!("{}-confirm", self.id))
    }
}

impl Step {
    /// Returns true if somebody chooses it under 'tell more'.
    pub(super) fn is_told_more(&self) -> bool {
        self.more && !self.follows
    }

    /// How many choices are shown before 'more choices'.
    pub(super) fn shown_first(&self) -> usize {
        self.first.unwrap_or(FIRST_USUALLY).max(1)
    }

    /// Returns true if this is one of the step's own choices.
    pub(super) fn names(&self, choice: &str) -> bool {
        self.choices.iter().any(|c| c == choice)
    }
}
