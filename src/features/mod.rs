//! What neighbours can do, a room each, and the register: one line a feature.
//!
//! The engine asks the register who answers to a command, a button, a link, a job or a dialogue. Adding a feature is its
//! room, its texts, and a line in [`FEATURES`].

pub mod activities;
pub mod agenda;
pub mod help;
pub mod invite;
pub mod members;
pub mod neighbourhood;
pub mod places;
mod register;
pub mod relay;
pub mod requests;
pub mod roles;
pub mod trust;
pub mod worklist;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::model::{ChatId, Html, MembershipChange, PersonId, Result, Thing};
use crate::turn::Turn;

pub use register::Register;

/// Every feature, in the order in which they are asked.
pub static FEATURES: &[&dyn Feature] = &[
    &members::Members,
    &requests::Requests,
    &activities::Activities,
    &agenda::Agenda,
    &places::Places,
    &trust::Trust,
    &neighbourhood::Neighbourhoods,
    &roles::Roles,
    &invite::Invite,
    &worklist::Worklist,
    &relay::Relays,
    &help::Help,
];

/// A command, with its name in each language.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// The Dutch name, which is also how the feature knows it. Its description is the text `command-{nl}`.
    pub nl: &'static str,
    /// The English name.
    pub en: &'static str,
    /// Other words for it.
    pub also: &'static [&'static str],
    /// In which menus it stands, and where it is answered.
    pub place: CommandPlace,
}

/// Where a command is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandPlace {
    /// In private chats alone; in a group it leads there.
    Private,
    /// In private chats and groups.
    Everywhere,
    /// As `Everywhere`, but in no menu.
    Unlisted,
    /// As `Private`, and in the menu of the team alone.
    Team,
}

/// A choice that a feature offers in a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What is kept as the answer. A [`Timing`](crate::when::Timing) as JSON is one where the step asks when.
    pub value: String,
    /// What the button says.
    pub label: String,
}

/// What a feature thinks of an answer.
#[derive(Clone, Debug)]
pub enum Opinion {
    /// Fine; with the answer as it is kept.
    Accept(Value),
    /// Fine, and it says more than was asked.
    AcceptAs {
        /// The answer as it is kept.
        value: Value,
        /// What it answers of other steps, by their ids.
        known: Map<String, Value>,
        /// To be said with what is asked next.
        say: Option<Html>,
    },
    /// Ask once more, saying why, with these choices beside the step's own.
    Again(Html, Vec<Offered>),
    /// The dialogue ends here, saying why.
    Refuse(Html),
}

/// What became of a dialogue's answers.
#[derive(Clone, Debug)]
pub enum Finish {
    /// Done; the feature said what there was to say.
    Done,
    /// Not now, saying why; the draft stays at its summary.
    NotNow(Html),
}

/// A feature. Everything has a default: a room answers to what it knows.
#[async_trait]
pub trait Feature: std::marker::Send + Sync {
    /// Its name: prefix of its buttons, and of its jobs and things in the database. At most 4 characters of a–z.
    fn name(&self) -> &'static str;

    /// Its commands.
    fn commands(&self) -> &'static [Command] {
        &[]
    }

    /// What start parameters of its links begin with.
    fn links(&self) -> &'static [&'static str] {
        &[]
    }

    /// Its dialogues, as TOML.
    fn flows(&self) -> &'static [&'static str] {
        &[]
    }

    /// Reads a dialogue's answers as the feature would, for `stoep check`.
    fn reads(&self, _flow: &str, _answers: &Map<String, Value>) -> std::result::Result<(), String> {
        Ok(())
    }

    /// Somebody gave one of its commands, by its Dutch name, with what stood behind it.
    async fn command(&self, _turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        Ok(())
    }

    /// Somebody opened one of its links.
    async fn link(&self, _turn: &mut Turn<'_>, _start: &str) -> Result<()> {
        Ok(())
    }

    /// Somebody pressed one of its buttons; `data` is without the prefix. The engine answers presses left unanswered.
    async fn press(&self, _turn: &mut Turn<'_>, _data: &str) -> Result<()> {
        Ok(())
    }

    /// Does a button with this data stand in groups? A press there on any other was made up by a client: it is turned away
    /// before it can change a message that everybody sees.
    fn in_groups(&self, _data: &str) -> bool {
        false
    }

    /// One of its things, as the team's worklist shows it, in the sender's language where there is one; none where nothing is
    /// left to do about it.
    async fn work(&self, _turn: &mut Turn<'_>, _thing: i64, _kind: worklist::Kind) -> Result<Option<worklist::Work>> {
        Ok(None)
    }

    /// Somebody else of the team works on one of its things from now on; none: nobody does any more.
    async fn worker(&self, _turn: &mut Turn<'_>, _thing: i64, _who: Option<PersonId>) -> Result<()> {
        Ok(())
    }

    /// One of its jobs is due.
    async fn job(&self, _turn: &mut Turn<'_>, _kind: &str, _thing: i64) -> Result<()> {
        Ok(())
    }

    /// The bot's standing in a group or private chat changed.
    async fn membership(&self, _turn: &mut Turn<'_>, _change: MembershipChange) -> Result<()> {
        Ok(())
    }

    /// A service message in a group told of a new topic.
    async fn topic_made(&self, _turn: &mut Turn<'_>, _chat: ChatId, _topic: i64, _name: &str) -> Result<()> {
        Ok(())
    }

    /// A message about one of its things could not be delivered to this person.
    async fn undelivered(&self, _turn: &mut Turn<'_>, _person: PersonId, _thing: &Thing) -> Result<()> {
        Ok(())
    }

    /// The card of one of its things was deleted twice by somebody, or Telegram refuses it: it is not posted again.
    async fn card_lost(&self, _turn: &mut Turn<'_>, _thing: &Thing) -> Result<()> {
        Ok(())
    }

    /// Values that it might offer for a `choices_from` of this name, for `stoep check`; none where it knows no such name.
    fn samples(&self, _name: &str) -> Option<&'static [&'static str]> {
        None
    }

    /// The names of its checks, for `stoep check`.
    fn checks(&self) -> &'static [&'static str] {
        &[]
    }

    /// The choices of a dialogue's step that names `choices_from`.
    async fn choices(&self, _turn: &mut Turn<'_>, _name: &str, _answers: &Map<String, Value>) -> Result<Vec<Offered>> {
        Ok(Vec::new())
    }

    /// What it thinks of an answer, where the step names a `check`.
    async fn check(
        &self,
        _turn: &mut Turn<'_>,
        _name: &str,
        answer: Value,
        _answers: &Map<String, Value>,
    ) -> Result<Opinion> {
        Ok(Opinion::Accept(answer))
    }

    /// A dialogue's answers, confirmed.
    async fn finish(&self, _turn: &mut Turn<'_>, _flow: &str, _answers: Map<String, Value>) -> Result<Finish> {
        Ok(Finish::Done)
    }

    /// Somebody replied in private to a message of ours that shows one of its things. Says whether that was for it; else the
    /// message goes the usual way.
    async fn replied(&self, _turn: &mut Turn<'_>, _thing: &Thing) -> Result<bool> {
        Ok(false)
    }

    /// A message in a private chat that nothing else answers to. The first feature that says `true` has answered it.
    async fn anything_else(&self, _turn: &mut Turn<'_>) -> Result<bool> {
        Ok(false)
    }
}
