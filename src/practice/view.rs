//! What is to be seen: chats, messages and buttons as they stand on people's screens.

use serde::Serialize;
use serde_json::Value;

use super::state::{Author, Chat, ChatKey, ChatKind, Message, Standing, State};
use super::text::Entity;
use super::world::{Where, World};

/// A message on the screen.
#[derive(Clone, Debug, Serialize)]
pub struct MessageView {
    /// Its id in the chat.
    pub id: i64,
    /// Who wrote it.
    pub from: FromView,
    /// Its words (or the caption of what is attached), plain.
    pub text: String,
    /// The same with what a bot marked, as Telegram's HTML.
    pub html: String,
    /// What is marked, in UTF-16 units: what a bot marked and what Telegram recognised.
    pub entities: Vec<Entity>,
    /// The buttons on it, row by row.
    pub keyboard: Vec<Vec<ButtonView>>,
    /// Was it changed?
    pub edited: bool,
    /// The message it answers.
    pub reply_to: Option<i64>,
    /// The topic, or outside forums the chain of answers.
    pub thread: Option<i64>,
    /// Was it deleted? Then nobody sees it any more.
    pub deleted: bool,
    /// When it was sent: seconds since 1970.
    pub date: i64,
    /// What is attached, by the Bot API's field: `photo`, `voice`, `contact` …
    pub attachment: Option<String>,
    /// What an attached file is called, where it has a name.
    pub file_name: Option<String>,
    /// Telegram's name of it, to send it again; of a photo the name of its largest size.
    pub file_id: Option<String>,
    /// What a service message says, by the Bot API's field: `new_chat_members`, `migrate_to_chat_id` …
    pub service: Option<String>,
}

/// Who wrote something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FromView {
    /// Telegram's id.
    pub id: i64,
    /// First and last name.
    pub name: String,
    /// A bot, or the anonymous administrator.
    pub is_bot: bool,
}

/// A button on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ButtonView {
    /// What it says.
    pub label: String,
    /// What it does.
    pub kind: ButtonKind,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonKind {
    /// Sends this to the bot.
    Data(String),
    /// Opens this address.
    Url(String),
    /// Something that is not played here, by the Bot API's field.
    Other(String),
}

/// A button that stands in the place of the keyboard, in a private chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyView {
    /// What it says and, unless it shares, writes.
    pub label: String,
    /// Shares the person's own number.
    pub shares_contact: bool,
    /// Shares where the person is.
    pub shares_location: bool,
}

/// A chat on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChatView {
    /// The Bot API's id: for a private chat, the person's.
    pub id: i64,
    /// Which bot a private chat is with.
    pub bot: Option<i64>,
    /// The group's title, or the person's name.
    pub title: String,
    /// `private`, `group` or `supergroup`.
    pub kind: &'static str,
    /// Has it topics?
    pub forum: bool,
    /// The topics, oldest first.
    pub topics: Vec<TopicView>,
    /// Who is in it, bots included.
    pub members: Vec<i64>,
    /// The supergroup that it became.
    pub migrated_to: Option<i64>,
    /// Was it deleted?
    pub deleted: bool,
    /// A private chat: has the person spoken, and have they blocked the bot?
    pub started: bool,
    /// See `started`.
    pub blocked: bool,
    /// The messages that are pinned, oldest first.
    pub pinned: Vec<i64>,
}

/// A topic of a forum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicView {
    /// Its thread id.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// May only administrators write?
    pub closed: bool,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonView {
    /// Telegram's id.
    pub id: i64,
    /// First and last name.
    pub name: String,
    /// Without the @.
    pub username: Option<String>,
    /// The language of their client.
    pub language_code: Option<String>,
}

/// One entry of a bot's menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommandView {
    /// Without the slash.
    pub command: String,
    /// What the menu says.
    pub description: String,
}

impl World {
    /// The messages of a chat, oldest first, deleted ones included; none if there is no such chat.
    pub fn messages(&self, place: impl Into<Where>) -> Vec<MessageView> {
        let place = place.into();
        self.with(|s| s.chat_at(place).map(|c| c.messages.values().map(|m| s.view(m)).collect()).unwrap_or_default())
    }

    /// One message of a chat.
    pub fn message(&self, place: impl Into<Where>, message_id: i64) -> Option<MessageView> {
        let place = place.into();
        self.with(|s| s.chat_at(place)?.messages.get(&message_id).map(|m| s.view(m)))
    }

    /// What is in a file, by Telegram's name of it.
    pub fn file(&self, file_id: &str) -> Option<Vec<u8>> {
        self.with(|s| s.files.get(file_id).map(|f| f.bytes.clone()))
    }

    /// All groups, and the private chats in which something was said.
    pub fn chats(&self) -> Vec<ChatView> {
        self.with(|s| s.chats.values().map(|c| s.chat_view(c)).collect())
    }

    /// All people, oldest first.
    pub fn people(&self) -> Vec<PersonView> {
        self.with(|s| {
            let view = |p: &super::state::Person| PersonView {
                id: p.id,
                name: s.name(p.id),
                username: p.username.clone(),
                language_code: p.language_code.clone(),
            };
            s.people.values().map(view).collect()
        })
    }

    /// A bot's commands for exactly this scope (`default`, `all_private_chats`, `chat -100123` …) and language (two
    /// letters, or empty), as it set them.
    pub fn commands(&self, bot: i64, scope: &str, language: &str) -> Vec<CommandView> {
        self.with(|s| {
            let key = (scope.to_owned(), language.to_owned());
            s.bots.get(&bot).and_then(|b| b.commands.get(&key)).map(|list| commands(list)).unwrap_or_default()
        })
    }

    /// The menu that a person sees in a chat: Telegram takes the narrowest scope that has commands, first in the language of
    /// the person's client, then without language.
    pub fn menu(&self, place: impl Into<Where>, user: i64, bot: i64) -> Vec<CommandView> {
        let place = place.into();
        self.with(|s| {
            let Ok(key) = s.find(place) else { return Vec::new() };
            let (Some(person), Some(bot)) = (s.people.get(&user), s.bots.get(&bot)) else { return Vec::new() };
            let language: String = person.language_code.iter().flat_map(|l| l.chars()).take(2).collect();
            let is_admin = |c: &Chat| matches!(c.standing(user), Standing::Creator | Standing::Administrator(_));
            let admin = s.chats.get(&key).is_some_and(is_admin);
            let mut scopes = Vec::new();
            if key.is_private() {
                scopes.extend([format!("chat {}", key.id), "all_private_chats".into()]);
            } else {
                scopes.push(format!("chat_member {} {user}", key.id));
                if admin {
                    scopes.push(format!("chat_administrators {}", key.id));
                }
                scopes.push(format!("chat {}", key.id));
                if admin {
                    scopes.push("all_chat_administrators".into());
                }
                scopes.push("all_group_chats".into());
            }
            scopes.push("default".into());
            let found = scopes.into_iter().find_map(|scope| {
                let of = |language: &str| bot.commands.get(&(scope.clone(), language.to_owned()));
                of(&language).or_else(|| of("")).filter(|list| !list.is_empty())
            });
            found.map(|list| commands(list)).unwrap_or_default()
        })
    }

    /// The keyboard that stands in the place of the ordinary one in a private chat; empty where there is none.
    pub fn reply_keyboard(&self, place: impl Into<Where>) -> Vec<Vec<KeyView>> {
        let place = place.into();
        self.with(|s| {
            let Some(chat) = s.chat_at(place) else { return Vec::new() };
            let rows = chat.reply_keyboard.as_ref().and_then(|k| k["keyboard"].as_array());
            let key = |b: &Value| KeyView {
                label: b["text"].as_str().or(b.as_str()).unwrap_or_default().to_owned(),
                shares_contact: b["request_contact"] == true,
                shares_location: b["request_location"] == true,
            };
            let row = |row: &Value| row.as_array().map(|r| r.iter().map(key).collect()).unwrap_or_default();
            rows.map(|rows| rows.iter().map(row).collect()).unwrap_or_default()
        })
    }
}

impl State {
    /// First and last name, or a bot's name.
    pub fn name(&self, id: i64) -> String {
        full_name(&self.user(id))
    }

    /// A message as it stands on the screen.
    pub fn view(&self, m: &Message) -> MessageView {
        let id = m.by.id();
        MessageView {
            id: m.id,
            from: FromView { id, name: self.name(id), is_bot: !matches!(m.by, Author::Person(_)) },
            text: m.text.words.clone(),
            html: m.text.html(),
            entities: m.text.entities.clone(),
            keyboard: keyboard(m.inline_keyboard.as_ref()),
            edited: m.edited.is_some(),
            reply_to: m.reply_to,
            thread: m.thread,
            deleted: m.deleted,
            date: m.date,
            attachment: m.attached.as_ref().map(|(field, _)| (*field).to_owned()),
            file_name: m.attached.as_ref().and_then(|(_, value)| value["file_name"].as_str().map(str::to_owned)),
            file_id: m.attached.as_ref().and_then(|(_, value)| file_id(value)),
            service: m.service.as_ref().map(|(field, _)| (*field).to_owned()),
        }
    }

    fn chat_view(&self, c: &Chat) -> ChatView {
        let ChatKey { id, bot } = c.key;
        let topic =
            |(id, t): (&i64, &super::state::Topic)| TopicView { id: *id, name: t.name.clone(), closed: t.closed };
        ChatView {
            id,
            bot: (bot != 0).then_some(bot),
            title: if bot == 0 { c.title.clone() } else { self.name(id) },
            kind: c.kind_word(),
            forum: c.forum,
            topics: c.topics.iter().map(topic).collect(),
            members: c.members.iter().filter(|(_, m)| m.is_in()).map(|(id, _)| *id).collect(),
            migrated_to: c.migrated_to,
            deleted: c.deleted,
            started: c.started,
            blocked: c.blocked,
            pinned: c.pinned.clone(),
        }
    }
}

impl Chat {
    /// The Bot API's word for its kind.
    pub fn kind_word(&self) -> &'static str {
        match self.kind {
            ChatKind::Private => "private",
            ChatKind::Group => "group",
            ChatKind::Supergroup => "supergroup",
        }
    }
}

/// First and last name of a Bot API user.
pub(super) fn full_name(user: &Value) -> String {
    let parts = ["first_name", "last_name"].map(|part| user[part].as_str());
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Of a photo's sizes the last is the largest.
fn file_id(value: &Value) -> Option<String> {
    let file = value.as_array().and_then(|sizes| sizes.last()).unwrap_or(value);
    file["file_id"].as_str().map(str::to_owned)
}

fn commands(list: &[Value]) -> Vec<CommandView> {
    let word = |c: &Value, name: &str| c[name].as_str().unwrap_or_default().to_owned();
    list.iter().map(|c| CommandView { command: word(c, "command"), description: word(c, "description") }).collect()
}

fn keyboard(markup: Option<&Value>) -> Vec<Vec<ButtonView>> {
    let button = |b: &Value| {
        let word = |name: &str| b[name].as_str().map(str::to_owned);
        let kind = match (word("callback_data"), word("url")) {
            (Some(data), _) => ButtonKind::Data(data),
            (None, Some(url)) => ButtonKind::Url(url),
            (None, None) => {
                let field = b.as_object().and_then(|o| o.keys().find(|k| *k != "text"));
                ButtonKind::Other(field.cloned().unwrap_or_default())
            }
        };
        ButtonView { label: word("text").unwrap_or_default(), kind }
    };
    let rows = markup.and_then(|m| m["inline_keyboard"].as_array());
    let row = |row: &Value| row.as_array().map(|r| r.iter().map(button).collect()).unwrap_or_default();
    rows.map(|rows| rows.iter().map(row).collect()).unwrap_or_default()
}
