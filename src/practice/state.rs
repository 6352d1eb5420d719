//! The world as plain data: who there is, which chats, what was said, what waits for a bot.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use super::failures::Failure;
use super::limits::{Limits, Pace};
use super::log::{Entry, What};
use super::text::Text;
use crate::clock::Clock;

/// The id that Telegram shows for administrators who write anonymously: one account for all groups.
pub(super) const ANONYMOUS: i64 = 1_087_968_824;

/// A chat's key: a group's id, or a person's with the bot they talk to (0 for groups).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ChatKey {
    pub id: i64,
    pub bot: i64,
}

impl ChatKey {
    pub fn group(id: i64) -> ChatKey {
        ChatKey { id, bot: 0 }
    }

    pub fn is_private(self) -> bool {
        self.bot != 0
    }
}

pub(super) struct State {
    pub clock: Clock,
    pub limits: Limits,
    pub bots: BTreeMap<i64, BotState>,
    pub people: BTreeMap<i64, Person>,
    pub chats: BTreeMap<ChatKey, Chat>,
    pub queries: BTreeMap<String, Query>,
    pub files: BTreeMap<String, StoredFile>,
    pub failures: Vec<Failure>,
    pub log: Vec<Entry>,
    /// Counts whatever may concern a bot that waits in getUpdates.
    pub stirred: u64,
    /// The last id given to a message outside supergroups: private chats and basic groups share one count, as with
    /// Telegram they share a bot's account.
    pub last_message: i64,
    /// Ids begin after this one.
    pub first_message: i64,
    pub last_query: i64,
    pub last_file: i64,
    pub last_group: i64,
}

#[derive(Default)]
pub(super) struct BotState {
    pub id: i64,
    pub token: String,
    pub username: String,
    pub name: String,
    /// Privacy mode switched off with BotFather.
    pub reads_everything: bool,
    pub queue: VecDeque<Waiting>,
    pub next_update: i64,
    /// As the last call that named them. `None` is Telegram's default.
    pub allowed: Option<BTreeSet<String>>,
    /// Which long poll is the current one: an older one answers 409.
    pub poll: u64,
    /// A webhook is set, so that getUpdates is refused.
    pub webhook: bool,
    pub commands: BTreeMap<(String, String), Vec<Value>>,
    /// Name, description and short description by (which, language).
    pub words: BTreeMap<(&'static str, String), String>,
    pub calls: BTreeMap<String, u64>,
    pub pace: Pace,
}

/// An update that no offset confirmed yet.
pub(super) struct Waiting {
    pub id: i64,
    pub at: i64,
    pub update: Value,
}

pub(super) struct Person {
    pub id: i64,
    pub first_name: String,
    pub last_name: Option<String>,
    pub username: Option<String>,
    pub language_code: Option<String>,
    pub deactivated: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ChatKind {
    #[default]
    Private,
    Group,
    Supergroup,
}

/// What an administrator may do, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AdminRights {
    /// Delete messages of others.
    pub can_delete_messages: bool,
    /// Pin messages (in a basic group everyone may).
    pub can_pin_messages: bool,
    /// Make and close topics, and write in closed ones.
    pub can_manage_topics: bool,
}

/// What somebody is in a group.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Standing {
    Creator,
    Administrator(AdminRights),
    Member,
    /// In the group, and not allowed to write.
    Silenced,
    Left,
    Kicked,
}

impl Standing {
    pub fn is_in(&self) -> bool {
        !matches!(self, Standing::Left | Standing::Kicked)
    }
}

pub(super) struct Topic {
    pub name: String,
    pub closed: bool,
    pub by: Author,
}

#[derive(Default)]
pub(super) struct Chat {
    pub key: ChatKey,
    pub kind: ChatKind,
    pub title: String,
    pub forum: bool,
    pub members: BTreeMap<i64, Standing>,
    pub messages: BTreeMap<i64, Message>,
    pub topics: BTreeMap<i64, Topic>,
    pub pinned: Vec<i64>,
    pub migrated_to: Option<i64>,
    pub deleted: bool,
    /// The last bot that posted.
    pub last_bot: Option<i64>,
    /// A private chat: the person pressed START once, and has blocked the bot.
    pub started: bool,
    pub blocked: bool,
    /// What stands in the place of the keyboard.
    pub reply_keyboard: Option<Value>,
    pub last_message: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Author {
    Person(i64),
    Bot(i64),
    #[default]
    Anonymous,
}

#[derive(Clone, Default)]
pub(super) struct Message {
    pub id: i64,
    pub date: i64,
    pub edited: Option<i64>,
    pub by: Author,
    /// The text, or the caption of what is attached.
    pub text: Text,
    /// What is attached: the field's name and value in the Bot API.
    pub attached: Option<(&'static str, Value)>,
    /// A service message: the same.
    pub service: Option<(&'static str, Value)>,
    pub inline_keyboard: Option<Value>,
    /// A keyboard that came with it, was removed by it, or a forced reply.
    pub other_markup: Option<Value>,
    pub reply_to: Option<i64>,
    pub thread: Option<i64>,
    pub forward_origin: Option<Value>,
    pub deleted: bool,
    /// Too old for the bot to see in a press.
    pub inaccessible: bool,
}

pub(super) struct Query {
    pub bot: i64,
    pub user: i64,
    pub at: i64,
    pub answered: bool,
}

pub(super) struct StoredFile {
    pub unique_id: String,
    pub path: String,
    /// The field of a message that it fills: `photo`, `voice` …
    pub field: &'static str,
    /// The value of that field.
    pub value: Value,
    pub bytes: Vec<u8>,
}

impl State {
    pub fn new(clock: Clock, limits: Limits) -> State {
        State {
            clock,
            limits,
            bots: BTreeMap::new(),
            people: BTreeMap::new(),
            chats: BTreeMap::new(),
            queries: BTreeMap::new(),
            files: BTreeMap::new(),
            failures: Vec::new(),
            log: Vec::new(),
            stirred: 0,
            last_message: 0,
            first_message: 0,
            last_query: 0,
            last_file: 0,
            last_group: 1_000_000,
        }
    }

    /// Seconds since 1970 by the world's clock.
    pub fn now(&self) -> i64 {
        self.clock.now().0
    }

    pub fn note(&mut self, what: What) {
        let number = self.log.len() as u64 + 1;
        self.log.push(Entry { number, at: self.now(), what });
    }

    /// The chat under this key; a private one is made when it is first needed.
    pub fn chat_mut(&mut self, key: ChatKey) -> Option<&mut Chat> {
        if key.is_private() && self.people.contains_key(&key.id) && self.bots.contains_key(&key.bot) {
            return Some(self.chats.entry(key).or_insert_with(|| Chat::new(key, ChatKind::Private, String::new())));
        }
        self.chats.get_mut(&key)
    }

    /// Puts a message into a chat and gives its id.
    pub fn put(&mut self, key: ChatKey, mut message: Message) -> Option<i64> {
        let (shared, first) = (self.last_message + 1, self.first_message);
        let chat = self.chat_mut(key)?;
        let id = if chat.kind == ChatKind::Supergroup { chat.last_message.max(first) + 1 } else { shared };
        chat.last_message = id;
        message.id = id;
        if let Author::Bot(bot) = message.by {
            chat.last_bot = Some(bot);
        }
        let supergroup = chat.kind == ChatKind::Supergroup;
        chat.messages.insert(id, message);
        if !supergroup {
            self.last_message = shared;
        }
        Some(id)
    }

    pub fn bot_by_username(&self, username: &str) -> Option<i64> {
        self.bots.values().find(|b| b.username.eq_ignore_ascii_case(username)).map(|b| b.id)
    }

    /// Bots that are in the group.
    pub fn bots_in(&self, key: ChatKey) -> Vec<i64> {
        if key.is_private() {
            return vec![key.bot];
        }
        let Some(chat) = self.chats.get(&key) else { return Vec::new() };
        let inside = |id: &&i64| chat.members.get(id).is_some_and(Standing::is_in);
        self.bots.keys().filter(inside).copied().collect()
    }
}

impl Chat {
    pub fn new(key: ChatKey, kind: ChatKind, title: String) -> Chat {
        Chat { key, kind, title, ..Chat::default() }
    }

    /// A message that is still there.
    pub fn message(&self, id: i64) -> Option<&Message> {
        self.messages.get(&id).filter(|m| !m.deleted)
    }

    pub fn message_mut(&mut self, id: i64) -> Option<&mut Message> {
        self.messages.get_mut(&id).filter(|m| !m.deleted)
    }

    pub fn standing(&self, user: i64) -> &Standing {
        self.members.get(&user).unwrap_or(&Standing::Left)
    }
}

impl Message {
    pub fn new(by: Author, date: i64) -> Message {
        Message { by, date, ..Message::default() }
    }

    pub fn service(by: Author, date: i64, field: &'static str, value: Value) -> Message {
        Message { service: Some((field, value)), ..Message::new(by, date) }
    }
}
