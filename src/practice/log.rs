//! Everything that happened in the world, in order and numbered: what a test or the page reads to see what is new.

use serde::Serialize;

/// One thing that happened.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Counts from 1, without gaps.
    pub number: u64,
    /// Seconds since 1970 by the world's clock.
    pub at: i64,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

/// What can happen. `chat` is the Bot API's id: a person's own id where it is their private chat with `bot`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are the Bot API's own words")]
pub enum What {
    /// A bot posted a message.
    BotSent { bot: i64, chat: i64, message_id: i64 },
    /// A bot changed a message, its buttons or its caption.
    BotEdited { bot: i64, chat: i64, message_id: i64 },
    /// A bot deleted a message.
    BotDeleted { bot: i64, chat: i64, message_id: i64 },
    /// A bot answered a press.
    PressAnswered { bot: i64, query_id: String, user: i64, text: String, alert: bool, url: Option<String> },
    /// A bot pinned (or, if not, unpinned) a message.
    BotPinned { bot: i64, chat: i64, message_id: i64, pinned: bool },
    /// A bot reacted to a message.
    BotReacted { bot: i64, chat: i64, message_id: i64, emoji: Vec<String> },
    /// A bot left a group.
    BotLeft { bot: i64, chat: i64 },
    /// A bot changed its commands, name or descriptions.
    BotProfile { bot: i64, method: String },
    /// A person (or an anonymous administrator: user 1087968824) wrote or sent something.
    PersonWrote { user: i64, chat: i64, bot: Option<i64>, message_id: i64 },
    /// A person changed a message of theirs.
    PersonEdited { user: i64, chat: i64, bot: Option<i64>, message_id: i64 },
    /// A person deleted a message.
    PersonDeleted { user: i64, chat: i64, bot: Option<i64>, message_id: i64 },
    /// A person pressed a button that sends data.
    PersonPressed { user: i64, chat: i64, bot: i64, message_id: i64, query_id: String, data: String, label: String },
    /// A person blocked the bot, or (`blocked` false) let it in again.
    PersonBlocked { user: i64, bot: i64, blocked: bool },
    /// A service message: somebody joined, left, a topic was made, a group became a supergroup.
    Service { chat: i64, message_id: i64, kind: String },
    /// A group came, changed or went.
    GroupChanged { chat: i64 },
    /// The server refused a call.
    Refused { bot: i64, method: String, code: u16, description: String },
    /// An update was put in a bot's queue by hand.
    RawUpdate { bot: i64, update_id: i64 },
    /// Whoever leads the practice changed something that no person in it could.
    Arranged { how: Arranged },
}

/// What whoever leads the practice can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arranged {
    /// Everything begins again: the world is empty, and the stage is being set.
    Again,
    /// The stage is set: what happened before is nobody's news.
    Ready,
    /// The clock was moved.
    ClockMoved,
    /// The bot was stopped.
    BotStopped,
    /// The bot runs again.
    BotStarted,
    /// The server began to refuse whatever the bot sends.
    Refusing,
    /// The server works again.
    Working,
}
