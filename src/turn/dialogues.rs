//! What a turn can do about the dialogue that the sender is in. It only notes a wish: the engine, which knows the dialogues,
//! carries it out once the feature is done.

use std::fmt::Display;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Turn;
use crate::model::Result;

/// A wish to begin a dialogue.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// Id of the flow.
    pub flow: &'static str,
    /// Answers known already, by step.
    pub prefill: Map<String, Value>,
}

/// What a feature wishes about the sender's dialogues. The last wish counts.
#[derive(Clone, Debug)]
pub enum Wish {
    /// Begin one.
    Begin(Beginning),
    /// End the one that is open.
    End,
    /// Ask its question again.
    Resume,
    /// Say nothing of it now: the feature asks something itself.
    Hold,
}

/// Of what the engine keeps, the part that is asked here.
#[derive(Deserialize)]
struct Open {
    open: Vec<Draft>,
}

#[derive(Deserialize)]
struct Draft {
    state: Progress,
}

#[derive(Deserialize)]
struct Progress {
    flow: String,
    nonce: u32,
}

impl Turn<'_> {
    /// Returns true if the sender is in a dialogue.
    pub fn in_dialogue(&self) -> bool {
        self.sender.is_some_and(|id| self.batch.dialogue(id).is_some())
    }

    /// The number of the dialogue that the sender is in: what its buttons carry, and no other dialogue of theirs has. For a
    /// feature's own button about that one dialogue, which must do nothing to a later one.
    pub fn dialogue_number(&self) -> Option<u32> {
        self.open_dialogues().last().map(|d| d.state.nonce)
    }

    /// The id of the flow of the dialogue that the sender is in.
    pub fn dialogue_flow(&self) -> Option<String> {
        self.open_dialogues().pop().map(|d| d.state.flow)
    }

    /// Returns true if the sender has a dialogue of this flow open, on top or below another.
    pub fn has_open(&self, flow: &str) -> bool {
        self.open_dialogues().iter().any(|d| d.state.flow == flow)
    }

    /// The sender's dialogues, the one they are in last; none if what is kept can't be read.
    fn open_dialogues(&self) -> Vec<Draft> {
        let stored = self.sender.and_then(|id| self.batch.dialogue(id));
        let kept = stored.and_then(|s| serde_json::from_str::<Open>(&s.state).ok());
        kept.map(|k| k.open).unwrap_or_default()
    }

    /// Begins a dialogue with the sender, in private, once this turn is done. One that is open already is kept below it.
    pub fn begin(&mut self, flow: &'static str, prefill: Map<String, Value>) {
        self.wish = Some(Wish::Begin(Beginning { flow, prefill }));
    }

    /// The same, knowing one answer: of this step, the key of what it is about.
    pub fn begin_about(&mut self, flow: &'static str, step: &str, key: impl Display) {
        self.begin(flow, Map::from_iter([(step.to_owned(), key.to_string().into())]));
    }

    /// Ends the dialogue that the sender is in, and forgets its answers, once this turn is done. One that lies below it is
    /// taken up again. A fault where nobody is the sender.
    pub fn end_dialogue(&mut self) -> Result<()> {
        self.who()?;
        self.wish = Some(Wish::End);
        Ok(())
    }

    /// Asks the open dialogue's question again once this turn is done. After a command the engine does so by itself.
    pub fn resume_dialogue(&mut self) {
        self.wish = Some(Wish::Resume);
    }

    /// Keeps the engine from asking the open dialogue's question again after this command: the feature asks something.
    pub fn hold_dialogue(&mut self) {
        self.wish = Some(Wish::Hold);
    }

    /// For the engine: the wish, which is gone then.
    pub fn take_wish(&mut self) -> Option<Wish> {
        self.wish.take()
    }

    /// For the engine: returns true if there is a wish.
    pub fn has_wish(&self) -> bool {
        self.wish.is_some()
    }
}
