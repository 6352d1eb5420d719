//! Makes an event of a raw update: who, where, what, when it was sent.
//!
//! Reads only the fields that Stoep needs, so that an unknown kind, field or value passes harmlessly; the types of
//! teloxide are those of an older Bot API, and refuse a whole update for one new value in it.

#[cfg(test)]
mod tests;

use serde::Deserialize;

use crate::model::{
    Attachment, BotRights, ChatKind, Event, EventChat, Happening, MembershipChange, Message, Moment, Presence, Press,
    Sender,
};

/// Telegram's account that all anonymous group administrators share.
const ANONYMOUS_ADMINISTRATOR: i64 = 1_087_968_824;

#[derive(Deserialize)]
struct RawUpdate {
    update_id: i64,
    message: Option<RawMessage>,
    callback_query: Option<RawPress>,
    my_chat_member: Option<RawMembership>,
    chat_member: Option<RawMembership>,
}

#[derive(Deserialize)]
struct RawUser {
    id: i64,
    #[serde(default)]
    is_bot: bool,
    #[serde(default)]
    first_name: String,
    last_name: Option<String>,
    username: Option<String>,
    language_code: Option<String>,
}

#[derive(Deserialize)]
struct RawChat {
    id: i64,
    #[serde(rename = "type", default)]
    kind: String,
    title: Option<String>,
}

#[derive(Deserialize)]
struct RawSenderChat {
    id: i64,
}

#[derive(Deserialize)]
struct RawMessage {
    message_id: i64,
    #[serde(default)]
    date: i64,
    from: Option<RawUser>,
    sender_chat: Option<RawSenderChat>,
    chat: RawChat,
    message_thread_id: Option<i64>,
    #[serde(default)]
    is_topic_message: bool,
    /// Only its writer sees it, and an ordinary answer would be seen by all.
    ephemeral_message_id: Option<serde::de::IgnoredAny>,
    text: Option<String>,
    caption: Option<String>,
    contact: Option<RawContact>,
    photo: Option<Vec<RawFile>>,
    voice: Option<RawFile>,
    reply_to_message: Option<RawReply>,
    migrate_to_chat_id: Option<i64>,
    migrate_from_chat_id: Option<i64>,
    forum_topic_created: Option<RawTopic>,
    left_chat_member: Option<RawUser>,
    // Service messages that say nothing to us.
    new_chat_members: Option<serde::de::IgnoredAny>,
    pinned_message: Option<serde::de::IgnoredAny>,
    new_chat_title: Option<serde::de::IgnoredAny>,
    new_chat_photo: Option<serde::de::IgnoredAny>,
    delete_chat_photo: Option<serde::de::IgnoredAny>,
    group_chat_created: Option<serde::de::IgnoredAny>,
    supergroup_chat_created: Option<serde::de::IgnoredAny>,
    message_auto_delete_timer_changed: Option<serde::de::IgnoredAny>,
    write_access_allowed: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct RawContact {
    #[serde(default)]
    phone_number: String,
    user_id: Option<i64>,
}

#[derive(Deserialize)]
struct RawFile {
    #[serde(default)]
    file_id: String,
    #[serde(default)]
    width: i64,
    #[serde(default)]
    height: i64,
}

#[derive(Deserialize)]
struct RawReply {
    message_id: i64,
    from: Option<RawUser>,
}

#[derive(Deserialize)]
struct RawTopic {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct RawPress {
    id: String,
    from: RawUser,
    message: Option<RawPressed>,
    data: Option<String>,
}

#[derive(Deserialize)]
struct RawPressed {
    message_id: i64,
    chat: RawChat,
    message_thread_id: Option<i64>,
    #[serde(default)]
    is_topic_message: bool,
    text: Option<serde::de::IgnoredAny>,
    reply_markup: Option<RawMarkup>,
}

#[derive(Deserialize)]
struct RawMarkup {
    #[serde(default)]
    inline_keyboard: Vec<Vec<RawButton>>,
}

#[derive(Deserialize)]
struct RawButton {
    callback_data: Option<String>,
}

impl RawPressed {
    fn has_button(&self, data: &str) -> bool {
        let rows = self.reply_markup.iter().flat_map(|m| &m.inline_keyboard);
        rows.flatten().any(|b| b.callback_data.as_deref() == Some(data))
    }
}

#[derive(Deserialize)]
struct RawMembership {
    chat: RawChat,
    from: RawUser,
    #[serde(default)]
    date: i64,
    old_chat_member: Option<RawStatus>,
    new_chat_member: RawStatus,
}

#[derive(Deserialize)]
struct RawStatus {
    #[serde(default)]
    status: String,
    user: Option<RawUser>,
    is_member: Option<bool>,
    #[serde(default)]
    can_delete_messages: bool,
    can_send_messages: Option<bool>,
}

impl RawStatus {
    /// Is whoever this is about in the chat?
    fn presence(&self) -> Presence {
        match self.status.as_str() {
            _ if self.is_in() => Presence::Here,
            "kicked" => Presence::PutOut,
            _ => Presence::Left,
        }
    }

    fn is_in(&self) -> bool {
        match self.status.as_str() {
            "member" | "administrator" | "creator" => true,
            "restricted" => self.is_member.unwrap_or(true),
            _ => false,
        }
    }
}

/// The event of a raw update, with the update's id. `bot` is our own user id; `now` is the time of receipt. `None` where
/// there is not even an id.
pub fn translate(raw: &str, bot: i64, now: Moment) -> Option<(i64, Event)> {
    #[derive(Deserialize)]
    struct IdAlone {
        update_id: i64,
    }
    let update = match serde_json::from_str::<RawUpdate>(raw) {
        Ok(update) => update,
        Err(_) => {
            let id = serde_json::from_str::<IdAlone>(raw).ok()?.update_id;
            tracing::warn!(update = id, kind = kind_of(raw), "an update could not be read; it is passed over");
            return Some((id, event(id, bot, now, None, None, Happening::Nothing)));
        }
    };
    let id = update.update_id;
    let made = if let Some(m) = update.message {
        message(id, bot, now, m)
    } else if let Some(p) = update.callback_query {
        press(id, bot, now, p)
    } else if let Some(m) = update.my_chat_member {
        membership(id, bot, now, m)
    } else if let Some(m) = update.chat_member {
        group_member(id, bot, now, m)
    } else {
        event(id, bot, now, None, None, Happening::Nothing)
    };
    Some((id, made))
}

/// The kind of an update that can't be read: only those that we read at all can be so.
fn kind_of(raw: &str) -> &'static str {
    #[derive(Deserialize)]
    struct Kinds {
        message: Option<serde::de::IgnoredAny>,
        callback_query: Option<serde::de::IgnoredAny>,
        my_chat_member: Option<serde::de::IgnoredAny>,
        chat_member: Option<serde::de::IgnoredAny>,
    }
    match serde_json::from_str(raw) {
        Ok(Kinds { message: Some(_), .. }) => "message",
        Ok(Kinds { callback_query: Some(_), .. }) => "callback_query",
        Ok(Kinds { my_chat_member: Some(_), .. }) => "my_chat_member",
        Ok(Kinds { chat_member: Some(_), .. }) => "chat_member",
        _ => "none that is known",
    }
}

fn event(id: i64, bot: i64, at: Moment, sender: Option<Sender>, place: Option<EventChat>, what: Happening) -> Event {
    Event { at, seed: seed(id, bot), sender, chat: place, what }
}

/// Mixes the update's id into a seed (the finaliser of splitmix64), so that a repeat draws the same.
fn seed(id: i64, bot: i64) -> u64 {
    let mut z = (id as u64 ^ (bot as u64).rotate_left(32)).wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn sender(user: RawUser, faceless: bool) -> Sender {
    let last = user.last_name.unwrap_or_default();
    // 'van Dam' is D, as in a Dutch list of names.
    let capital = last.chars().find(|c| c.is_uppercase()).or_else(|| last.chars().find(|c| c.is_alphabetic()));
    let initial = capital.map(|c| c.to_uppercase().to_string());
    let name = if user.first_name.trim().is_empty() { last } else { user.first_name };
    Sender {
        user_id: user.id,
        initial,
        faceless: faceless || user.is_bot || user.id == ANONYMOUS_ADMINISTRATOR,
        name,
        username: user.username.filter(|u| !u.is_empty()),
        language_tag: user.language_code,
    }
}

fn place(chat: RawChat, topic: Option<i64>) -> Option<EventChat> {
    let kind = ChatKind::from_word(&chat.kind)?;
    Some(EventChat { tg_id: chat.id, kind, title: chat.title.unwrap_or_default(), topic })
}

fn message(id: i64, bot: i64, now: Moment, m: RawMessage) -> Event {
    let at = if m.date > 0 { Moment(m.date) } else { now };
    let topic = m.message_thread_id.filter(|_| m.is_topic_message);
    let chat_id = m.chat.id;
    let place = place(m.chat, topic);
    let is_channel = place.as_ref().is_none_or(|p| p.kind == ChatKind::Channel);
    if is_channel || m.ephemeral_message_id.is_some() {
        return event(id, bot, at, None, None, Happening::Nothing);
    }
    if let Some(to) = m.migrate_to_chat_id {
        return event(id, bot, at, None, None, Happening::Migrated { from: chat_id, to });
    }
    if let Some(from) = m.migrate_from_chat_id {
        return event(id, bot, at, None, None, Happening::Migrated { from, to: chat_id });
    }
    if let Some(gone) = &m.left_chat_member {
        let by_themselves = m.from.as_ref().is_some_and(|from| from.id == gone.id);
        let presence = if by_themselves { Presence::Left } else { Presence::PutOut };
        let what = Happening::GroupMember { chat: chat_id, user_id: gone.id, presence };
        return event(id, bot, at, None, None, if gone.is_bot { Happening::Nothing } else { what });
    }
    let is_service = [
        &m.new_chat_members,
        &m.pinned_message,
        &m.new_chat_title,
        &m.new_chat_photo,
        &m.delete_chat_photo,
        &m.group_chat_created,
        &m.supergroup_chat_created,
        &m.message_auto_delete_timer_changed,
        &m.write_access_allowed,
    ]
    .into_iter()
    .any(Option::is_some);
    if is_service {
        return event(id, bot, at, None, None, Happening::Nothing);
    }
    let new_topic = m.forum_topic_created.map(|t| t.name);
    let text = m.text.or(m.caption);
    let attachment = if let Some(c) = m.contact {
        Some(Attachment::Contact { phone: c.phone_number, user_id: c.user_id })
    } else if let Some(sizes) = m.photo {
        let largest = sizes.into_iter().max_by_key(|s| s.width.saturating_mul(s.height));
        Some(file(largest).map_or(Attachment::Other, |file_id| Attachment::Photo { file_id }))
    } else if m.voice.is_some() {
        Some(file(m.voice).map_or(Attachment::Other, |file_id| Attachment::Voice { file_id }))
    } else {
        text.is_none().then_some(Attachment::Other)
    };
    // In a topic every message counts as a reply to the topic's first: only one to the bot itself says something.
    let reply_to = m.reply_to_message.filter(|r| r.from.as_ref().is_some_and(|f| f.id == bot)).map(|r| r.message_id);
    let as_the_group = m.sender_chat.as_ref().is_some_and(|c| c.id == chat_id);
    // Somebody who writes as a channel, what a linked channel posts, and another bot: nobody to us, and nobody to answer.
    let is_nobody = |u: &RawUser| match &m.sender_chat {
        Some(_) => !as_the_group,
        None => u.is_bot && u.id != ANONYMOUS_ADMINISTRATOR,
    };
    let from = m.from.filter(|u| !is_nobody(u)).map(|u| sender(u, as_the_group));
    let what = Happening::Message(Message {
        id: m.message_id,
        text: text.unwrap_or_default(),
        attachment,
        reply_to,
        new_topic,
    });
    event(id, bot, at, from, place, what)
}

/// Telegram's name of a file. `None` if it said none.
fn file(file: Option<RawFile>) -> Option<String> {
    file.map(|f| f.file_id).filter(|id| !id.is_empty())
}

fn press(id: i64, bot: i64, now: Moment, p: RawPress) -> Event {
    let data = p.data.unwrap_or_default();
    let stands = p.message.as_ref().is_some_and(|m| m.has_button(&data));
    let is_text = p.message.as_ref().is_some_and(|m| m.text.is_some());
    let (message_id, place) = match p.message {
        Some(m) => (Some(m.message_id), place(m.chat, m.message_thread_id.filter(|_| m.is_topic_message))),
        None => (None, None),
    };
    let what = Happening::Press(Press { query_id: p.id, data, message_id, stands, is_text, presence_asked: false });
    event(id, bot, now, Some(sender(p.from, false)), place, what)
}

fn membership(id: i64, bot: i64, now: Moment, m: RawMembership) -> Event {
    let at = if m.date > 0 { Moment(m.date) } else { now };
    let was_in = m.old_chat_member.as_ref().is_some_and(RawStatus::is_in);
    let is_in = m.new_chat_member.is_in();
    let now_so = &m.new_chat_member;
    let may_write = now_so.status != "restricted" || now_so.can_send_messages != Some(false);
    let rights = BotRights { may_delete: now_so.can_delete_messages, may_write };
    let change = match (was_in, is_in) {
        (_, false) => MembershipChange::Out,
        (false, true) => MembershipChange::In { rights },
        (true, true) => MembershipChange::Rights { rights },
    };
    match place(m.chat, None) {
        Some(p) if p.kind != ChatKind::Channel => {
            event(id, bot, at, Some(sender(m.from, false)), Some(p), Happening::Membership(change))
        }
        _ => event(id, bot, at, None, None, Happening::Nothing),
    }
}

/// Reads an answer to `getChatMember`. `None` if it says nothing that is known.
pub fn presence(answer: &str) -> Option<Presence> {
    let status = serde_json::from_str::<RawStatus>(answer).ok().filter(|s| !s.status.is_empty())?;
    Some(status.presence())
}

/// Somebody else's standing in a chat changed; Telegram says so where the bot is an administrator.
fn group_member(id: i64, bot: i64, now: Moment, m: RawMembership) -> Event {
    let at = if m.date > 0 { Moment(m.date) } else { now };
    // Who was not in it has not left: a ban was lifted, an invitation taken back.
    let was_out = m.old_chat_member.as_ref().is_some_and(|old| !old.is_in());
    let presence = match m.new_chat_member.presence() {
        // Who is no longer in a supergroup has 'left', whoever did it.
        Presence::Left if !was_out && m.new_chat_member.user.as_ref().is_some_and(|user| user.id != m.from.id) => {
            Presence::PutOut
        }
        presence => presence,
    };
    let is_news = presence != Presence::Left || !was_out;
    let what = match &m.new_chat_member.user {
        Some(user) if !user.is_bot && is_news => Happening::GroupMember { chat: m.chat.id, user_id: user.id, presence },
        _ => Happening::Nothing,
    };
    event(id, bot, at, None, None, what)
}
