//! What a feature is: what the engine and other features may ask of it. Everything has a default, so a room says what it
//! answers to and nothing else. Whoever gathers from all features (a menu, the worklist, the settings) asks these hooks, and
//! names no feature.

use async_trait::async_trait;
use serde_json::{Map, Value};

use super::{Codes, Found, LastGroupLeft, MyThings, News, Occasion, Page, Reason, Row, Turn, WayOn, WorkItem};
use crate::dialogue::WordsFor;
use crate::model::{
    ChatId, Content, Html, MembershipChange, Moment, NeighbourhoodId, PersonId, Refusal, ResponseId, Result, Switch,
    Thing,
};

/// The features that a program runs with, in the order in which they are asked.
pub type Features = &'static [&'static dyn Feature];

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
    /// Where its line stands in /help (the text `command-{nl}-help`); 0: it has none.
    pub help: u8,
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
pub struct ChoiceOption {
    /// What is kept as the answer. A [`Timing`](crate::when::Timing) as JSON is one where the step asks when.
    pub value: String,
    /// What the button says.
    pub label: String,
}

/// What a feature thinks of an answer.
#[derive(Clone, Debug)]
pub enum CheckResult {
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
    Again(Html, Vec<ChoiceOption>),
    /// The dialogue ends here, saying why.
    Refuse(Html),
}

/// What became of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// The feature did what there was to do.
    Handled,
    /// The feature has no such button, or no longer: the engine says so.
    Outdated,
}

/// What became of a dialogue's answers.
#[derive(Clone, Debug)]
pub enum Finish {
    /// Done; the feature said what there was to say.
    Done,
    /// Not now, saying why; the draft stays at its summary.
    NotNow(Html),
}

/// What a feature made of words before anybody answers to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Nothing: they go the usual way.
    Nothing,
    /// It said something beside; they go the usual way all the same.
    Beside,
    /// It answered, and nobody else gets them.
    Answered,
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
    fn validate_answers(&self, _flow: &str, _answers: &Map<String, Value>) -> std::result::Result<(), String> {
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

    /// Somebody pressed one of its buttons; `data` is without the prefix. The engine answers presses left unanswered, and those
    /// that are outdated.
    async fn press(&self, _turn: &mut Turn<'_>, _data: &str) -> Result<Pressed> {
        Ok(Pressed::Outdated)
    }

    /// The codes of its buttons.
    fn codes(&self) -> Codes {
        Codes::NONE
    }

    /// Buttons of other features that it answers to now: their data up to the fields, with the feature's name. Buttons that were
    /// sent live on where what they show has moved.
    fn takes_over(&self) -> &'static [&'static str] {
        &[]
    }

    /// Returns true if a button with this data stands in groups. A press there on any other was made up by a client: it is
    /// turned away before it can change a message that everybody sees.
    fn in_groups(&self, data: &str) -> bool {
        self.codes().stands_in_groups(data)
    }

    /// The thing under whose card in a group a button with this data stands. `None` for a button that stands elsewhere too.
    fn card_of(&self, _data: &str) -> Option<Thing> {
        None
    }

    /// Its entries in the start menu.
    fn ways_on(&self) -> Vec<WayOn> {
        Vec::new()
    }

    /// Why things of it can be on the worklist.
    fn reasons(&self) -> &'static [Reason] {
        &[]
    }

    /// Its switches among a neighbourhood's settings.
    fn switches(&self) -> &'static [Switch] {
        &[]
    }

    /// What the sender has of it, for /mijn; `None` where there is nothing. `page` is for a feature whose list has pages: after
    /// the first, others show nothing.
    async fn mine(&self, _turn: &mut Turn<'_>, _page: u32) -> Result<Option<MyThings>> {
        Ok(None)
    }

    /// What of it is open in a neighbourhood now, for the board.
    async fn found(&self, _turn: &mut Turn<'_>, _n: NeighbourhoodId) -> Result<Vec<Found>> {
        Ok(Vec::new())
    }

    /// What happens in a neighbourhood that is not over at `from` and begins before `to`.
    async fn occasions(
        &self,
        _turn: &mut Turn<'_>,
        _n: NeighbourhoodId,
        _from: Moment,
        _to: Moment,
    ) -> Result<Vec<Occasion>> {
        Ok(Vec::new())
    }

    /// One of its things as an occasion; `None` if the feature has no such thing that happens at a time.
    async fn occasion(&self, _turn: &mut Turn<'_>, _thing: i64) -> Result<Option<Occasion>> {
        Ok(None)
    }

    /// Rows that it adds to a page of another feature, for the sender.
    async fn rows(&self, _turn: &mut Turn<'_>, _page: &Page) -> Result<Vec<Row>> {
        Ok(Vec::new())
    }

    /// Something happened that may concern it.
    async fn heard(&self, _turn: &mut Turn<'_>, _news: News) -> Result<()> {
        Ok(())
    }

    /// The sender wants no contact with `other` any more: ends everything of this feature between the two. Returns what the
    /// sender reads about it.
    async fn contact_ended(&self, _turn: &mut Turn<'_>, _other: PersonId) -> Result<Vec<Html>> {
        Ok(Vec::new())
    }

    /// The other person of a response that the sender gave or got, where they may know who that is.
    async fn counterpart(&self, _turn: &mut Turn<'_>, _response: ResponseId) -> Result<Option<PersonId>> {
        Ok(None)
    }

    /// Shows on the pressed message what a response of its own is about, as the sender sees it.
    async fn show_response(&self, _turn: &mut Turn<'_>, _response: ResponseId) -> Result<()> {
        Ok(())
    }

    /// What the sender wanted goes on after a gate (their age was asked first); `data` is what the feature gave to the gate.
    async fn resumed(&self, _turn: &mut Turn<'_>, _data: &str) -> Result<()> {
        Ok(())
    }

    /// Draws the cards of one of its things, which was touched. Called once for each thing after the batch's events; nobody is
    /// the sender.
    async fn render(&self, _turn: &mut Turn<'_>, _thing: i64) -> Result<()> {
        Ok(())
    }

    /// One of its things as the worklist shows it, in the sender's language where there is one. `None` where nothing is left to do
    /// about it: it goes off the list.
    async fn work(&self, _turn: &mut Turn<'_>, _thing: i64, _reason: &Reason) -> Result<Option<WorkItem>> {
        Ok(None)
    }

    /// Somebody else of the team is assigned to one of its things; `None`: nobody is any more.
    async fn assigned(&self, _turn: &mut Turn<'_>, _thing: i64, _who: Option<PersonId>) -> Result<()> {
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

    /// A member left the last group of a neighbourhood in which they were seen, or was put out of it.
    async fn last_group_left(&self, _turn: &mut Turn<'_>, _left: LastGroupLeft) -> Result<()> {
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

    /// The card of one of its things was deleted twice by somebody, or Telegram refuses it: it is not posted again. `stood`: it was there.
    async fn card_lost(&self, _turn: &mut Turn<'_>, _thing: &Thing, _stood: bool) -> Result<()> {
        Ok(())
    }

    /// The card of one of its things is not there yet, because the group lets us not write: it comes once it may.
    async fn card_waits(&self, _turn: &mut Turn<'_>, _thing: &Thing) -> Result<()> {
        Ok(())
    }

    /// The card of one of its things that waited for its group stands there now.
    async fn card_stands(&self, _turn: &mut Turn<'_>, _thing: &Thing) -> Result<()> {
        Ok(())
    }

    /// A group lets us not write, where it did before.
    async fn group_refuses(&self, _turn: &mut Turn<'_>, _chat: ChatId, _how: Refusal) -> Result<()> {
        Ok(())
    }

    /// Values that it might offer for a `choices_from` of this name, for `stoep check`; `None` where it knows no such name.
    fn samples(&self, _name: &str) -> Option<&'static [&'static str]> {
        None
    }

    /// The names of its checks, for `stoep check`.
    fn checks(&self) -> &'static [&'static str] {
        &[]
    }

    /// The choices of a dialogue's step that names `choices_from`.
    async fn choices(
        &self,
        _turn: &mut Turn<'_>,
        _name: &str,
        _answers: &Map<String, Value>,
    ) -> Result<Vec<ChoiceOption>> {
        Ok(Vec::new())
    }

    /// What it thinks of an answer, where the step names a `check`.
    async fn check(
        &self,
        _turn: &mut Turn<'_>,
        _name: &str,
        answer: Value,
        _answers: &Map<String, Value>,
    ) -> Result<CheckResult> {
        Ok(CheckResult::Accept(answer))
    }

    /// A dialogue's answers, confirmed.
    async fn finish(&self, _turn: &mut Turn<'_>, _flow: &str, _answers: Map<String, Value>) -> Result<Finish> {
        Ok(Finish::Done)
    }

    /// Somebody wrote words to Stoep: in private, behind a command, or in reply to a card in a group. Asked before anybody answers.
    async fn listen(&self, _turn: &mut Turn<'_>, _words: &str, _for_whom: WordsFor) -> Result<Heard> {
        Ok(Heard::Nothing)
    }

    /// Do the words that the sender writes in private go to a human, in a conversation that is open?
    async fn passes_on(&self, _turn: &mut Turn<'_>) -> Result<bool> {
        Ok(false)
    }

    /// Somebody replied in private to a message of ours that shows one of its things. Returns true if that was for it; else the
    /// message goes the usual way.
    async fn replied(&self, _turn: &mut Turn<'_>, _thing: &Thing) -> Result<bool> {
        Ok(false)
    }

    /// What somebody is asked who replied to a card of one of its things in a group. What they wrote is not read: a reply to a card is
    /// most often a wish to take part. `None` where there is nothing to ask.
    async fn replied_to_card(&self, _turn: &mut Turn<'_>, _thing: i64) -> Result<Option<Content>> {
        Ok(None)
    }

    /// What somebody is offered whose words in private nobody answers to.
    async fn suggest(&self, _turn: &mut Turn<'_>, _words: &str) -> Result<Option<Content>> {
        Ok(None)
    }

    /// A message in a private chat that nothing else answers to. The first feature that says `true` has answered it.
    async fn fallback(&self, _turn: &mut Turn<'_>) -> Result<bool> {
        Ok(false)
    }
}
