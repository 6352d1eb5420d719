//! What goes in and what comes out: what a person did, what the caller has to do about it, and what a feature's check says.

use serde_json::{Map, Value};

use super::answer::{Choice, Say};

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

impl Input {
    /// What was sent, as texts name it in `$sent`.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Input::Text(_) => "text",
            Input::Contact { .. } => "contact",
            Input::Voice(_) => "voice",
            Input::Photo { .. } => "photo",
            Input::Press(_) | Input::Other => "other",
        }
    }
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
