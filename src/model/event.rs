//! What happened, as the rest of the program sees it. Made once, at the edge: who, where, what, when, and a seed for
//! every draw of chance, so that handling it twice gives the same.

use super::{Moment, OutboxId, PersonId, words};

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// When it was written or pressed; for a press and a job the time of receipt.
    pub at: Moment,
    /// Source of chance for this event.
    pub seed: u64,
    /// Who did it, if anybody.
    pub sender: Option<Sender>,
    /// Where.
    pub chat: Option<EventChat>,
    /// What.
    pub what: Happening,
}

/// The kinds of event.
#[derive(Clone, Debug)]
pub enum Happening {
    /// A message to the bot, or one it can see.
    Message(Message),
    /// A press on one of our buttons.
    Press(Press),
    /// The bot's own standing in a chat changed.
    Membership(MembershipChange),
    /// A group got a new id: from, to.
    Migrated {
        /// Telegram's old id.
        from: i64,
        /// Telegram's new id.
        to: i64,
    },
    /// A row of `jobs` is due.
    Job {
        /// Its row.
        id: i64,
        /// The feature's name.
        feature: String,
        /// What the feature calls it.
        kind: String,
        /// The key of the thing it is about.
        thing: i64,
    },
    /// A message of ours can't be delivered; the feature that sent it may find another way.
    Undelivered {
        /// To whom.
        person: PersonId,
        /// About what.
        thing: super::Thing,
    },
    /// A card was deleted by somebody twice, or may not stand where it should.
    CardLost {
        /// What it showed.
        thing: super::Thing,
        /// Did it stand there?
        stood: bool,
    },
    /// A card could not be posted, because its group lets us not write now: it is tried again for days.
    CardWaits {
        /// What it shows.
        thing: super::Thing,
    },
    /// A card that waited because its group let us not write stands there now.
    CardStands {
        /// What it shows.
        thing: super::Thing,
    },
    /// A group lets us not write, where it did before.
    GroupRefuses {
        /// Which group.
        chat: super::ChatId,
        /// How.
        how: Refusal,
    },
    /// Telegram said whether somebody is in a group.
    GroupMember {
        /// Telegram's id of the group.
        chat: i64,
        /// Telegram's id of the user.
        user_id: i64,
        /// Are they?
        presence: Presence,
    },
    /// Telegram answered all that was asked about a press that waits for it.
    PresenceKnown {
        /// The press's number.
        held: i64,
    },
    /// Nothing of ours: passes without effect.
    Nothing,
}

/// Is somebody in a group?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Yes.
    Here,
    /// No; as far as is known they left by themselves.
    Left,
    /// No: an administrator of the group put them out.
    PutOut,
}

/// How a group lets us not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Muted, without the right to write, or in a topic that is closed: it may pass.
    NotNow,
    /// The topic for our messages is gone.
    NoTopic,
    /// We are not in it any more.
    Out,
}

/// Who did it, in Telegram's words.
#[derive(Clone, Debug)]
pub struct Sender {
    /// Telegram's id.
    pub user_id: i64,
    /// First name as sent; the last name where there is no other.
    pub name: String,
    /// The first letter of the last name.
    pub initial: Option<String>,
    /// Without the @.
    pub username: Option<String>,
    /// IETF language tag of their client.
    pub language_tag: Option<String>,
    /// An anonymous administrator of the group, or a bot that changes something there: never a person with rights.
    pub faceless: bool,
}

words! {
    /// The kind of a chat, in Telegram's word.
    pub enum ChatKind {
        /// A person and the bot.
        Private = "private",
        /// A basic group.
        Group = "group",
        /// A supergroup, with or without topics.
        Supergroup = "supergroup",
        /// A channel: Stoep does nothing there.
        Channel = "channel",
    }
}

impl ChatKind {
    /// A group of either kind?
    pub fn is_group(self) -> bool {
        matches!(self, ChatKind::Group | ChatKind::Supergroup)
    }
}

/// Where it happened, in Telegram's words.
#[derive(Clone, Debug)]
pub struct EventChat {
    /// Telegram's chat id.
    pub tg_id: i64,
    /// Kind.
    pub kind: ChatKind,
    /// Title of a group.
    pub title: String,
    /// Forum topic, where the message is truly in one.
    pub topic: Option<i64>,
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Telegram's id in its chat.
    pub id: i64,
    /// Text, or a caption, as typed.
    pub text: String,
    /// What else it holds.
    pub attachment: Option<Attachment>,
    /// The message of ours that it replies to.
    pub reply_to: Option<i64>,
    /// A topic was made in a forum: its name.
    pub new_topic: Option<String>,
}

/// What a message holds beside text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attachment {
    /// A shared contact: the phone number, and the user it belongs to, where it is a user.
    Contact {
        /// As the client sent it.
        phone: String,
        /// Whose it is.
        user_id: Option<i64>,
    },
    /// A photo.
    Photo {
        /// Telegram's name of it, to send it on: the largest of its sizes.
        file_id: String,
    },
    /// A voice message.
    Voice {
        /// Telegram's name of it, to send it on.
        file_id: String,
    },
    /// A sticker, a video, a place, a poll …
    Other,
}

/// A press on a button.
#[derive(Clone, Debug)]
pub struct Press {
    /// Telegram's id of the query, to answer it.
    pub query_id: String,
    /// Our callback data: a hint, never a right.
    pub data: String,
    /// The message it stands on, if Telegram said.
    pub message_id: Option<i64>,
    /// Does a button with this data stand on that message now, as far as Telegram shows it? The data comes from a client, the
    /// message does not.
    pub stands: bool,
    /// Is that message a text, and no photo, voice message or file with words below it?
    pub is_text: bool,
    /// Was Telegram asked already whether those whom it concerns are still in the group?
    pub presence_asked: bool,
}

#[cfg(test)]
impl Sender {
    /// Somebody of whom a test needs the number alone.
    pub fn sample(user_id: i64) -> Sender {
        let (name, initial, username, language_tag) = ("Iemand".to_owned(), None, None, None);
        Sender { user_id, name, initial, username, language_tag, faceless: false }
    }
}

#[cfg(test)]
impl Press {
    /// A press on a button that stands on this message.
    pub fn sample(data: impl Into<String>, message_id: i64) -> Press {
        let (query_id, message_id) = ("q".to_owned(), Some(message_id));
        Press { query_id, data: data.into(), message_id, stands: true, is_text: true, presence_asked: false }
    }
}

/// The bot's standing in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembershipChange {
    /// Added to a group, or unblocked by a person.
    In {
        /// What it may do.
        rights: BotRights,
    },
    /// Removed from a group, or blocked by a person.
    Out,
    /// Still in, with other rights.
    Rights {
        /// What it may do.
        rights: BotRights,
    },
}

/// What the bot may do in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BotRights {
    /// Delete messages of others.
    pub may_delete: bool,
    /// Write.
    pub may_write: bool,
}

/// What became of one row of the outbox.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The row.
    pub row: OutboxId,
    /// What Telegram said.
    pub verdict: Verdict,
}

/// Telegram's answer to one send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Done; for a new message its id.
    Delivered {
        /// Telegram's id of the new message.
        message_id: Option<i64>,
        /// Version of the card that was sent, where it was a card.
        version: i64,
    },
    /// Too late to be worth anything.
    Expired,
    /// The message to edit is gone.
    Gone,
    /// The chat can't be reached: blocked, removed, never opened, deleted.
    Unreachable,
    /// The group lets us not write now, or not in this topic.
    NotHere(Refusal),
    /// Refused for good, with what the log may say of it: never words that could be the message's.
    Refused(String),
    /// The group has a new id.
    Migrated {
        /// Telegram's new id.
        to: i64,
    },
    /// Whether this user is in the group that was asked about; `None` where Telegram can't say.
    Presence {
        /// Telegram's id of the user.
        user_id: i64,
        /// Are they?
        presence: Option<Presence>,
    },
}
