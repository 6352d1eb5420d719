//! What a feature gets when something happens: the transaction, who and where, texts, and a place to put what goes out.
//!
//! Nothing here talks to Telegram. What a feature says is stored with what it changed, in one commit.

mod batch;
mod cards;
mod codes;
mod contributions;
mod dialogues;
mod feature;
mod gather;
mod jobs;
mod media;
mod neighbours;
pub mod presence;
mod register;
pub mod rights;
mod standing;
mod team;
#[cfg(test)]
pub mod town;

use sqlx::SqliteConnection;

use crate::model::{
    BotName, Button, Chat, ChatId, Class, Content, Event, Fault, Happening, Html, Language, Member, Message, Moment,
    Neighbourhood, NeighbourhoodId, Outgoing, Person, PersonId, Press, Reach, Result, Role, Send, Thing,
};
use crate::store;
use crate::text::{Args, clip, texts};

pub use crate::model::Switch;
pub use crate::store::{InvitationKind, Key, StandingRow, Unused};
pub use batch::Batch;
pub use codes::{ButtonCodes, CodeField, Codes, JobCodes, Parts, sample};
pub use contributions::{Found, MyThings, News, Occasion, Page, Reason, Row, Way, WayOn, WorkItem};
pub use dialogues::{Beginning, Wish};
pub use feature::{CheckResult, ChoiceOption, Command, CommandPlace, Feature, Features, Finish, Heard, Pressed};
pub use neighbours::{INVITATION_DAYS, Redeemed};
pub use presence::LastGroupLeft;
pub use register::Register;
pub use rights::{ANNOUNCE_OPENLY, Action};
pub use standing::Joined;

/// Seconds after which an answer to a press is worth nothing: Telegram forgets the press.
const PRESS_LIFE: i64 = 150;

/// Longest answer to a press (Bot API, `answerCallbackQuery`), in characters.
const ANSWER_AT_MOST: usize = 200;

/// One event being handled.
pub struct Turn<'t> {
    db: &'t mut SqliteConnection,
    batch: &'t mut Batch,
    key: &'t Key,
    event: &'t Event,
    now: Moment,
    sender: Option<PersonId>,
    chat: Option<ChatId>,
    answered: bool,
    wish: Option<Wish>,
    /// What is said in the group takes the place of what waits there under this name.
    aside: Option<String>,
}

impl<'t> Turn<'t> {
    /// For the engine: a turn for this event, whose people and chats are in the batch already.
    pub fn new(
        db: &'t mut SqliteConnection,
        batch: &'t mut Batch,
        key: &'t Key,
        event: &'t Event,
        now: Moment,
    ) -> Self {
        let sender = event.sender.as_ref().filter(|s| !s.faceless).and_then(|s| batch.person_of_user(s.user_id));
        let chat = event.chat.as_ref().and_then(|p| batch.chat_of_tg(p.tg_id));
        Turn { db, batch, key, event, now, sender, chat, answered: false, wish: None, aside: None }
    }

    // ── what happened ──────────────────────────────────────────────────────────────────────────────────────────

    /// The transaction.
    pub fn db(&mut self) -> &mut SqliteConnection {
        self.db
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// When it was sent: 'morgen' is counted from here.
    pub fn sent_at(&self) -> Moment {
        self.event.at
    }

    /// The event's seed: the only source of chance.
    pub fn seed(&self) -> u64 {
        self.event.seed
    }

    /// The message, where it is one.
    pub fn message(&self) -> Option<&'t Message> {
        match &self.event.what {
            Happening::Message(m) => Some(m),
            _ => None,
        }
    }

    /// The press, where it is one.
    pub fn press(&self) -> Option<&'t Press> {
        match &self.event.what {
            Happening::Press(p) => Some(p),
            _ => None,
        }
    }

    /// The forum topic it happened in.
    pub fn topic(&self) -> Option<i64> {
        self.event.chat.as_ref().and_then(|p| p.topic)
    }

    /// Did it happen in a person's private chat?
    pub fn in_private(&self) -> bool {
        self.event.chat.as_ref().is_none_or(|p| p.kind == crate::model::ChatKind::Private)
    }

    /// Who did it. A fault where nobody did: the engine calls no command and no press without a person.
    pub fn who(&self) -> Result<Person> {
        let id = self.sender.ok_or_else(|| Fault::event("an event without a person"))?;
        self.batch.person(id).cloned().ok_or_else(|| Fault::event("a person who is not in the batch"))
    }

    /// The chat it happened in.
    pub fn chat_here(&self) -> Option<&Chat> {
        self.chat.and_then(|c| self.batch.chat(c))
    }

    /// Did it happen in a group that lets us not write now?
    pub fn group_refuses(&self) -> bool {
        self.chat_here().is_some_and(|c| c.refuses)
    }

    // ── people, chats, neighbourhoods ──────────────────────────────────────────────────────────────────────────

    /// A person by key.
    pub async fn person(&mut self, id: PersonId) -> Result<Person> {
        if let Some(p) = self.batch.person(id) {
            return Ok(p.clone());
        }
        let found = store::person(self.db, id).await?.ok_or_else(|| Fault::event("no such person"))?;
        self.batch.put_person(found.clone());
        Ok(found)
    }

    /// A chat by key.
    pub async fn chat(&mut self, id: ChatId) -> Result<Chat> {
        if let Some(c) = self.batch.chat(id) {
            return Ok(c.clone());
        }
        let found = store::chat(self.db, id).await?.ok_or_else(|| Fault::event("no such chat"))?;
        self.batch.put_chat(found.clone());
        Ok(found)
    }

    /// A neighbourhood by key.
    pub async fn neighbourhood(&mut self, id: NeighbourhoodId) -> Result<Neighbourhood> {
        if let Some(n) = self.batch.neighbourhood(id) {
            return Ok(n.clone());
        }
        let found = store::neighbourhood(self.db, id).await?.ok_or_else(|| Fault::event("no such neighbourhood"))?;
        self.batch.put_neighbourhood(found.clone());
        Ok(found)
    }

    /// Every membership of a person, oldest first.
    pub async fn memberships(&mut self, person: PersonId) -> Result<Vec<Member>> {
        if let Some(m) = self.batch.members(person) {
            return Ok(m.to_vec());
        }
        let found = store::load_members(self.db, &[person], self.now).await?;
        self.batch.put_members(person, found.clone());
        Ok(found)
    }

    /// A person's membership of one neighbourhood.
    pub async fn membership(&mut self, person: PersonId, n: NeighbourhoodId) -> Result<Option<Member>> {
        Ok(self.memberships(person).await?.into_iter().find(|m| m.neighbourhood == n))
    }

    /// The sender's membership of the neighbourhood this is about: the group's, or in private the one they were last
    /// busy with.
    pub async fn member(&mut self) -> Result<Option<Member>> {
        let who = self.who()?;
        let mine = self.memberships(who.id).await?;
        let here = self.chat_here().and_then(|c| c.neighbourhood);
        if here.is_some() {
            return Ok(mine.into_iter().find(|m| Some(m.neighbourhood) == here));
        }
        let current = mine.iter().find(|m| Some(m.neighbourhood) == who.current).cloned();
        Ok(current.or_else(|| mine.into_iter().next()))
    }

    /// The neighbourhood a person's next private words are about.
    pub async fn set_current(&mut self, person: PersonId, n: NeighbourhoodId) -> Result<()> {
        let mut p = self.person(person).await?;
        if p.current != Some(n) {
            store::set_current(self.db, person, n).await?;
            p.current = Some(n);
            self.batch.put_person(p);
        }
        Ok(())
    }

    /// Gives a member a role. Returns true if it is new.
    pub async fn give_role(&mut self, person: PersonId, n: NeighbourhoodId, role: Role) -> Result<bool> {
        let new = store::give_role(self.db, person, n, role, self.now).await?;
        self.belongs_elsewhere(person, new).await?;
        Ok(new)
    }

    /// Takes a role away. Returns true if they had it.
    pub async fn take_role(&mut self, person: PersonId, n: NeighbourhoodId, role: Role) -> Result<bool> {
        let had = store::take_role(self.db, person, n, role).await?;
        self.belongs_elsewhere(person, had).await?;
        Ok(had)
    }

    /// Memberships or roles were written. Where that changed any, what others read as the person's name may be another.
    async fn belongs_elsewhere(&mut self, person: PersonId, changed: bool) -> Result<()> {
        self.batch.forget_members(person);
        if changed && let Some(p) = store::person(self.db, person).await? {
            self.batch.put_person(p);
        }
        Ok(())
    }

    /// Sets the name that a person chose for neighbours to see.
    pub async fn set_chosen_name(&mut self, person: PersonId, name: &str) -> Result<()> {
        store::set_chosen_name(self.db, person, name).await?;
        self.belongs_elsewhere(person, true).await
    }

    /// Sets the language a person chose.
    pub async fn set_language(&mut self, person: PersonId, language: Language) -> Result<()> {
        store::set_language(self.db, person, language).await?;
        let mut p = self.person(person).await?;
        p.language = language;
        self.batch.put_person(p);
        Ok(())
    }

    /// Writes a neighbourhood's name, team and language.
    pub async fn update_neighbourhood(&mut self, n: Neighbourhood) -> Result<()> {
        store::update_neighbourhood(self.db, &n).await?;
        self.batch.put_neighbourhood(n);
        Ok(())
    }

    /// Writes a setting of a neighbourhood; `None` takes it away.
    pub async fn store_setting(&mut self, n: NeighbourhoodId, key: &str, value: Option<&str>) -> Result<()> {
        let mut changed = self.neighbourhood(n).await?;
        store::store_setting(self.db, n, key, value).await?;
        changed.settings.set(key, value);
        self.batch.put_neighbourhood(changed);
        Ok(())
    }

    /// Makes a group part of a neighbourhood, with the topic for its cards; none takes it out.
    pub async fn place_group(
        &mut self,
        chat: ChatId,
        neighbourhood: Option<NeighbourhoodId>,
        topic: Option<i64>,
    ) -> Result<()> {
        match neighbourhood {
            Some(n) => {
                store::set_chat_neighbourhood(self.db, chat, n).await?;
                store::set_chat_topic(self.db, chat, topic).await?;
            }
            None => store::close_chat_neighbourhood(self.db, chat).await?,
        }
        self.batch.refresh_chat(self.db, chat).await
    }

    // ── texts ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// The sender's language, or Dutch.
    pub fn language(&self) -> Language {
        self.sender.and_then(|s| self.batch.person(s)).map_or(Language::Nl, |p| p.language)
    }

    /// A text in the sender's language.
    pub fn say(&self, id: &str, args: Args<'_>) -> Html {
        texts().html(self.language(), id, args)
    }

    /// A text without markup in the sender's language: a button, an answer to a press.
    pub fn label(&self, id: &str, args: Args<'_>) -> String {
        texts().plain(self.language(), id, args)
    }

    /// Address of the private chat, opening with this start parameter.
    pub fn link(&self, start: &str) -> String {
        format!("https://t.me/{}?start={start}", self.batch.bot().username)
    }

    /// The bot's own names.
    pub fn bot(&self) -> &BotName {
        self.batch.bot()
    }

    // ── what goes out ──────────────────────────────────────────────────────────────────────────────────────────

    /// Hands anything to the outbox.
    pub fn put(&mut self, outgoing: Outgoing) {
        self.batch.put_out(outgoing);
    }

    /// Says something to the sender in private.
    pub fn reply(&mut self, content: Content) -> Result<()> {
        let to = self.who()?;
        self.tell(&to, content, None);
        Ok(())
    }

    /// Says something to a person in private. With `about`, the feature hears where it could not be delivered.
    pub fn tell(&mut self, person: &Person, content: Content, about: Option<Thing>) {
        self.put(Outgoing::new(person.chat, Class::Reply, Send::message(content)).about(about));
    }

    /// Says something in the group where this happened, as a reply to the message where it was one; in private to who can be written to,
    /// where the group lets us not write.
    pub fn say_here(&mut self, content: Content) -> Result<()> {
        if self.group_refuses()
            && let Ok(who) = self.who()
            && Turn::reachable(&who)
        {
            self.tell(&who, content, None);
            return Ok(());
        }
        let chat = self.chat.ok_or_else(|| Fault::event("an event without a chat"))?;
        let reply_to = self.message().map(|m| m.id);
        let send = Send::Message { content, topic: self.topic(), reply_to };
        self.put(Outgoing::new(chat, Class::Aside, send).instead_of(self.aside.clone()));
        Ok(())
    }

    /// For the engine: what is said in the group from now on answers anybody who asks the same in this topic, and takes the place
    /// of such an answer that still waits.
    pub fn answers_all(&mut self, question: &str) {
        self.aside = Some(format!("{question}:{}", self.topic().unwrap_or_default()));
    }

    /// Deletes the message that this event is about, where the bot may.
    pub fn delete_here(&mut self) -> Result<()> {
        let chat = self.chat.ok_or_else(|| Fault::event("an event without a chat"))?;
        if let Some(message_id) = self.message().map(|m| m.id) {
            // After what was said to it.
            self.put(Outgoing::new(chat, Class::Aside, Send::Delete { message_id }));
        }
        Ok(())
    }

    /// Answers the press with a line that passes by. Only the first answer counts.
    pub fn answer(&mut self, text: impl Into<String>) {
        self.answer_as(text.into(), false, None);
    }

    /// Answers the press in a window that the person closes.
    pub fn alert(&mut self, text: impl Into<String>) {
        self.answer_as(text.into(), true, None);
    }

    /// Answers the press by opening the private chat with this start parameter.
    pub fn open_private(&mut self, start: &str) {
        self.answer_as(String::new(), false, Some(start.to_owned()));
    }

    fn answer_as(&mut self, text: String, alert: bool, open: Option<String>) {
        let (Some(press), Some(chat), false) = (self.press(), self.chat, self.answered) else { return };
        self.answered = true;
        let text = clip(&text, ANSWER_AT_MOST);
        let send = Send::Answer { query_id: press.query_id.clone(), text, alert, open };
        let not_after = Some(self.now.plus(PRESS_LIFE));
        self.put(Outgoing { not_after, ..Outgoing::new(chat, Class::Press, send) });
    }

    /// The pressed message, where it may be changed. In a group others see it: there only the message on which this very
    /// button stands, for the data of a press is what a client says it is.
    fn pressed_message(&self) -> Option<i64> {
        self.press().filter(|p| p.stands || self.in_private()).and_then(|p| p.message_id)
    }

    /// Gives the pressed message another content.
    pub fn edit_pressed(&mut self, content: Content) {
        if let Some(message_id) = self.pressed_message() {
            self.put_here(Send::Edit { message_id, content });
        }
    }

    /// Takes the buttons off the pressed message.
    pub fn close_pressed(&mut self) {
        if let Some(message_id) = self.pressed_message() {
            self.put_here(Send::CloseButtons { message_id });
        }
    }

    /// Deletes the pressed message.
    pub fn delete_pressed(&mut self) {
        if let Some(message_id) = self.pressed_message() {
            self.put_here(Send::Delete { message_id });
        }
    }

    fn put_here(&mut self, send: Send) {
        let Some(chat) = self.chat else { return };
        let class = if self.in_private() { Class::Reply } else { Class::Card };
        self.put(Outgoing::new(chat, class, send));
    }

    /// For the engine: the batch.
    pub fn batch(&mut self) -> &mut Batch {
        self.batch
    }

    /// For the engine: the key of the sealed columns.
    pub fn key(&self) -> &'t Key {
        self.key
    }

    /// Can this person be written to?
    pub fn reachable(person: &Person) -> bool {
        person.reach == Reach::Open
    }

    /// A button in the sender's language.
    pub fn button(&self, label: &str, data: impl Into<String>) -> Button {
        Button::press(self.label(label, &[]), data)
    }
}
