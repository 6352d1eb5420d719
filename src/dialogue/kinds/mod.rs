//! The kinds of steps, a file each: what a kind demands of its author, which answers it accepts, how it reads what people
//! type, press and send, and how its question looks. The files above ask [`of`] and know no kind by its name.
//!
//! A new kind is a file here that implements [`StepKind`], and its name in [`Kind`], for which the compiler asks in [`of`].

mod choice;
mod contact;
mod many;
mod number;
mod photo;
mod text;
mod when;
mod yes_no;

use serde_json::Value;

use super::answer::{Answer, Arg, Choice, Label, Say};
use super::buttons::Action;
use super::effect::{Effect, Input};
use super::flow::{Flow, Kind, Step, TEXT_AT_MOST};
use super::state::State;
use super::words;
use crate::model::Moment;

pub use contact::Contact;
pub use text::{Words, spoken, typed};

/// The kind of a step.
pub(super) fn of(step: &Step) -> &'static dyn StepKind {
    match step.kind {
        Kind::Choice => &choice::Choice,
        Kind::Text => &text::Text,
        Kind::YesNo => &yes_no::YesNo,
        Kind::Contact => &contact::OwnContact,
        Kind::Number => &number::Number,
        Kind::Photo => &photo::Photo,
        Kind::When => &when::When,
        Kind::Many => &many::Many,
    }
}

/// What somebody typed that is the label of no button.
pub(super) struct Typed<'a> {
    pub flow: &'a Flow,
    pub text: &'a str,
    pub at: Moment,
    /// What can be chosen now.
    pub choices: &'a [Choice],
    /// The labels of `choices` as the person reads them.
    pub labels: &'a [String],
    /// Puts a label into the person's language.
    pub words: &'a dyn Fn(&Label) -> String,
}

/// What a kind made of something typed, pressed or sent.
pub(super) enum Taken {
    /// An answer.
    Answer(Answer),
    /// The choice at this index.
    Choice(usize),
    /// No answer yet: this follows.
    Pending(Effect),
    /// Nothing that can be an answer here.
    Nothing,
}

/// What is fixed for a kind.
pub(super) struct Profile {
    /// Text that says what is wanted; it may choose its words by `$sent`.
    pub want: &'static str,
    /// The largest `max` that an author may write; `None` if the kind knows no `max`.
    pub max_at_most: Option<usize>,
    /// How many characters are taken where the flow sets no limit; `None` if the kind takes no own words.
    pub words_at_most: Option<usize>,
    /// How many buttons stand beside each other where the flow does not say.
    pub per_row: usize,
    /// Why an author may not write `choices_from`; `None` if they may.
    pub no_hook: Option<&'static str>,
    /// Are the `choices` names, each with a text?
    pub names_choices: bool,
    /// May each step of the kind be skipped?
    pub optional: bool,
    /// Does the question say which answer stands?
    pub says_answer: bool,
    /// Is the person offered to share their own number?
    pub shares_number: bool,
}

impl Profile {
    const USUAL: Profile = Profile {
        want: "dialogue-want-choice",
        max_at_most: None,
        words_at_most: None,
        per_row: 1,
        no_hook: None,
        names_choices: true,
        optional: false,
        says_answer: true,
        shares_number: false,
    };
}

/// What differs between kinds. The defaults are those of a step with own words and no particularity.
pub(super) trait StepKind: Sync {
    /// What is fixed for the kind.
    fn profile(&self) -> Profile;

    /// What an author wrote that makes no sense for this kind.
    fn mistakes(&self, step: &Step) -> Vec<String> {
        match (self.profile().no_hook, &step.choices_from) {
            (Some(why), Some(_)) => vec![why.to_owned()],
            _ if step.choices.is_empty() => Vec::new(),
            _ => vec!["`choices` is for steps of the kind choice".to_owned()],
        }
    }

    /// Returns true if there is more to answer than one of a few choices: no `if` can hang on it, and where there is one
    /// choice alone the step is asked nevertheless.
    fn is_open(&self, _step: &Step) -> bool {
        true
    }

    /// Returns true if this can be an answer. Choices of a hook can't be known here, and null is not asked about.
    fn accepts(&self, step: &Step, value: &Value) -> bool;

    /// Returns true if this is part of an answer, which [`StepKind::recall`] completes by asking.
    fn accepts_part(&self, _value: &Value) -> bool {
        false
    }

    /// Answers that a step can get, one of each sort; `offered` are those of its hook.
    fn samples(&self, step: &Step, offered: Vec<Value>) -> Vec<Value> {
        step.choices.iter().cloned().map(Value::from).chain(offered).collect()
    }

    /// What can be chosen without a hook.
    fn choices(&self, flow: &Flow, step: &Step) -> Vec<Choice> {
        step.choices.iter().map(|c| Choice::new(c.clone(), Label::Id(flow.choice_text(step, c)))).collect()
    }

    /// What can be chosen now, where `usual` can at other times.
    fn choices_now(&self, _state: &State, usual: Vec<Choice>) -> Vec<Choice> {
        usual
    }

    /// The answer that this value is among these choices; `None` if it is not among them.
    fn chosen_among(&self, choices: &[Choice], value: &Value) -> Option<Answer> {
        choices.iter().find(|c| c.value == *value).cloned().map(Answer::from)
    }

    /// What a person reads of an answer that they gave themselves; `None` for a choice.
    fn label(&self, _value: &Value) -> Option<Label> {
        None
    }

    /// Called before the step is shown.
    fn recall(&self, _step: &Step, _state: &mut State) {}

    /// Reads typed words, which are within the limit.
    fn typed(&self, _step: &Step, _state: &mut State, typed: &Typed) -> Taken {
        words::meant(typed.text, typed.labels).map_or(Taken::Nothing, Taken::Choice)
    }

    /// Reads what is neither typed nor pressed.
    fn sent(&self, _step: &Step, _state: &mut State, _input: Input) -> Taken {
        Taken::Nothing
    }

    /// Takes a choice, at this moment.
    fn choose(&self, _step: &Step, _state: &mut State, choice: Choice, _at: Moment) -> Taken {
        Taken::Answer(choice.into())
    }

    /// Does what a button does at this kind alone; `None` if it does what it does everywhere.
    fn press(&self, _step: &Step, _state: &mut State, _choices: &[Choice], _action: Action) -> Option<Taken> {
        None
    }

    /// Returns true if an answer that passed the feature's check has to be confirmed by the person.
    fn must_confirm(&self, _state: &State, _answer: &Value) -> bool {
        false
    }

    /// Says that this can't be an answer.
    fn not_understood(&self, _step: &Step, sent: &str) -> Say {
        Say::id(self.profile().want).word("sent", sent)
    }

    /// What is asked instead of the step's own question: a text id, and what is filled in.
    fn asks_back(&self, _state: &State) -> Option<(&'static str, Vec<(String, Arg)>)> {
        None
    }

    /// What the button of a choice does, and whether it is marked as chosen.
    fn button(&self, step: &Step, state: &State, i: u16, choice: &Choice) -> (Action, bool) {
        (Action::Choose(i), state.answers.get(&step.id).is_some_and(|a| a.value == choice.value))
    }

    /// What is chosen by now and counts once the person says so.
    fn so_far(&self, _step: &Step, _state: &State, _choices: &[Choice]) -> Option<Answer> {
        None
    }

    /// Returns true if there is a button that leaves this answer as it is.
    fn keeps(&self, step: &Step, _answer: &Answer, _choices: &[Choice]) -> bool {
        self.is_open(step)
    }
}

/// Returns true if the step may be skipped.
pub(super) fn skippable(step: &Step) -> bool {
    step.optional || step.is_told_more() || of(step).profile().optional
}

/// Returns true if the step takes own words.
pub(super) fn takes_words(step: &Step) -> bool {
    of(step).profile().words_at_most.is_some()
}

/// The most characters that the step takes in own words.
pub(super) fn limit(step: &Step) -> usize {
    step.max.or(of(step).profile().words_at_most).unwrap_or(TEXT_AT_MOST).clamp(1, TEXT_AT_MOST)
}

/// Returns true if these own words can be an answer.
fn within_limit(step: &Step, words: &str) -> bool {
    !words.trim().is_empty() && words.chars().count() <= limit(step)
}

/// Returns true if this can be an answer to the step. Choices of a hook can't be known here.
pub(super) fn valid(step: &Step, value: &Value) -> bool {
    if value.is_null() { skippable(step) } else { of(step).accepts(step, value) }
}

/// What the step shown now can be answered with.
pub(super) fn choices(flow: &Flow, state: &State, step: &Step) -> Vec<Choice> {
    let usual = state.offered.clone().unwrap_or_else(|| of(step).choices(flow, step));
    of(step).choices_now(state, usual)
}
