//! What goes out. A feature says what it wants said; the outbox keeps it, the edge sends it.

use serde::{Deserialize, Serialize};

use super::files::{File, Media};
use super::{ChatId, Html, Moment, NeighbourhoodId, SlotId};

/// How urgent a message is. Order holds within (chat, class).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(i64)]
pub enum Class {
    /// Answers to a press: worth nothing after 150 seconds.
    Press = 0,
    /// Answers in private.
    Reply = 1,
    /// Cards and other words in a group.
    Card = 2,
    /// What nobody waits for.
    Reminder = 3,
    /// Answers to commands in a group: one person asks, and everybody there has to read it.
    Aside = 4,
}

impl Class {
    /// All classes, most urgent first.
    pub const ALL: [Class; 5] = [Class::Press, Class::Reply, Class::Card, Class::Reminder, Class::Aside];

    /// The class of its number in the outbox. `None` if there is none.
    pub fn from_number(number: i64) -> Option<Class> {
        Class::ALL.into_iter().find(|class| *class as i64 == number)
    }
}

/// A button under a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Button {
    /// Sends `data` back to us: at most 64 bytes.
    Press {
        /// What it says.
        label: String,
        /// Callback data.
        data: String,
    },
    /// Opens the private chat with `/start {start}`.
    Open {
        /// What it says.
        label: String,
        /// Start parameter, at most 64 of `A-Za-z0-9_-`.
        start: String,
    },
}

impl Button {
    /// A button that comes back as a press.
    pub fn press(label: impl Into<String>, data: impl Into<String>) -> Button {
        Button::Press { label: label.into(), data: data.into() }
    }

    /// A button that opens the private chat.
    pub fn open(label: impl Into<String>, start: impl Into<String>) -> Button {
        Button::Open { label: label.into(), start: start.into() }
    }
}

/// What stands below a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keyboard {
    /// Nothing.
    #[default]
    None,
    /// Buttons on the message, row by row.
    Inline(Vec<Vec<Button>>),
    /// One big button in the place of the keyboard that shares the person's own phone number; private chats only.
    ShareContact {
        /// What it says.
        label: String,
    },
    /// Puts the ordinary keyboard back.
    Remove,
}

/// A text with what stands below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The text, at most 4,096 characters after parsing.
    pub text: Html,
    /// Below it.
    pub keyboard: Keyboard,
}

impl Content {
    /// A text with rows of buttons.
    pub fn new(text: Html, rows: Vec<Vec<Button>>) -> Content {
        let keyboard = if rows.is_empty() { Keyboard::None } else { Keyboard::Inline(rows) };
        Content { text, keyboard }
    }

    /// A text alone.
    pub fn text(text: Html) -> Content {
        Content { text, keyboard: Keyboard::None }
    }
}

/// What a message is about: the feature's name and the thing's key. Comes back where it can't be delivered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Thing {
    /// The feature's name.
    pub feature: String,
    /// The thing's key.
    pub id: i64,
}

/// The slot of a card: one thing in one chat.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CardKey {
    /// What it shows.
    pub thing: Thing,
    /// Where.
    pub chat: ChatId,
}

/// What the edge does for one row of the outbox. Stored sealed, as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Send {
    /// A new message.
    Message {
        /// Text and buttons.
        content: Content,
        /// Forum topic.
        topic: Option<i64>,
        /// As a reply to this message, if it still exists.
        reply_to: Option<i64>,
    },
    /// A new message with what somebody sent us: passed on as it is.
    Media {
        /// What.
        media: Media,
        /// At most 1,024 characters below it, and buttons.
        content: Content,
        /// Forum topic.
        topic: Option<i64>,
        /// As a reply to this message, if it still exists.
        reply_to: Option<i64>,
    },
    /// A new message with a file that we made.
    Document {
        /// The file.
        file: File,
        /// At most 1,024 characters below it, and buttons.
        content: Content,
    },
    /// Another text and other buttons on a message of ours; on a photo, a voice message or a file another caption.
    Edit {
        /// Telegram's id of it.
        message_id: i64,
        /// The new content.
        content: Content,
    },
    /// Takes the buttons off a message of ours.
    CloseButtons {
        /// Telegram's id of it.
        message_id: i64,
    },
    /// Deletes a message: ours, or somebody's where the bot may.
    Delete {
        /// Telegram's id of it.
        message_id: i64,
    },
    /// Answers a press.
    Answer {
        /// Telegram's id of the query.
        query_id: String,
        /// At most 200 characters, plain.
        text: String,
        /// In a window that the person closes, instead of a line that passes.
        alert: bool,
        /// Opens the private chat with this start parameter; then without text.
        open: Option<String>,
    },
    /// Sets the menu of commands that this private chat alone shows; without any, it shows everybody's.
    Menu {
        /// Names without the slash, each with what it does.
        commands: Vec<(String, String)>,
    },
    /// Asks whether a user is still in this group.
    AskPresence {
        /// Telegram's id of the user.
        user_id: i64,
    },
    /// What a card's slot wants at the moment of sending.
    Card {
        /// The slot.
        slot: SlotId,
    },
}

impl Send {
    /// A new message of its own: in no topic, and no reply.
    pub fn message(content: Content) -> Send {
        Send::Message { content, topic: None, reply_to: None }
    }
}

/// One thing to send, as a feature hands it over.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// To which chat.
    pub chat: ChatId,
    /// How urgent.
    pub class: Class,
    /// What.
    pub send: Send,
    /// Not earlier.
    pub not_before: Option<Moment>,
    /// Not later: after that it is dropped.
    pub not_after: Option<Moment>,
    /// What it is about, where the feature wants to hear that it could not be delivered.
    pub thing: Option<Thing>,
    /// It takes the place of what waits in the same chat under the same name.
    pub instead: Option<String>,
    /// It shows what is this neighbourhood's team's.
    pub team_of: Option<NeighbourhoodId>,
}

impl Outgoing {
    /// Something to send as soon as its turn comes, about nothing.
    pub fn new(chat: ChatId, class: Class, send: Send) -> Outgoing {
        Outgoing { chat, class, send, not_before: None, not_after: None, thing: None, instead: None, team_of: None }
    }

    /// The same about a thing: its feature hears if it could not be delivered.
    pub fn about(self, thing: Option<Thing>) -> Outgoing {
        Outgoing { thing, ..self }
    }

    /// The same, showing what is this neighbourhood's team's.
    pub fn of_team(self, n: NeighbourhoodId) -> Outgoing {
        Outgoing { team_of: Some(n), ..self }
    }

    /// The same in place of what waits in its chat under the same name.
    pub fn instead_of(self, name: Option<String>) -> Outgoing {
        Outgoing { instead: name, ..self }
    }
}
