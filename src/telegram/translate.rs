//! Makes an event of a raw update: who, where, what, when it was sent.
//!
//! Reads only the fields that Stoep needs, so that an unknown kind, field or value passes harmlessly; the types of
//! teloxide are those of an older Bot API, and refuse a whole update for one new value in it.

use serde::Deserialize;

use crate::model::{
    Attachment, ChatKind, Event, EventChat, Happening, MembershipChange, Message, Moment, Press, Sender,
};

/// Telegram's account that all anonymous group administrators share.
const ANONYMOUS_ADMINISTRATOR: i64 = 1_087_968_824;

#[derive(Deserialize)]
struct RawUpdate {
    update_id: i64,
    message: Option<RawMessage>,
    callback_query: Option<RawPress>,
    my_chat_member: Option<RawMembership>,
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
    // Service messages that say nothing to us.
    new_chat_members: Option<serde::de::IgnoredAny>,
    left_chat_member: Option<serde::de::IgnoredAny>,
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
    is_member: Option<bool>,
    #[serde(default)]
    can_delete_messages: bool,
}

impl RawStatus {
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
    }
    match serde_json::from_str(raw) {
        Ok(Kinds { message: Some(_), .. }) => "message",
        Ok(Kinds { callback_query: Some(_), .. }) => "callback_query",
        Ok(Kinds { my_chat_member: Some(_), .. }) => "my_chat_member",
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
    let name = match user.last_name {
        Some(last) => format!("{} {last}", user.first_name),
        None => user.first_name,
    };
    Sender {
        user_id: user.id,
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
    let is_service = [
        &m.new_chat_members,
        &m.left_chat_member,
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
    let what = Happening::Press(Press { query_id: p.id, data, message_id, stands, is_text });
    event(id, bot, now, Some(sender(p.from, false)), place, what)
}

fn membership(id: i64, bot: i64, now: Moment, m: RawMembership) -> Event {
    let at = if m.date > 0 { Moment(m.date) } else { now };
    let was_in = m.old_chat_member.as_ref().is_some_and(RawStatus::is_in);
    let is_in = m.new_chat_member.is_in();
    let change = match (was_in, is_in) {
        (_, false) => MembershipChange::Out,
        (false, true) => MembershipChange::In { may_delete: m.new_chat_member.can_delete_messages },
        (true, true) => MembershipChange::Rights { may_delete: m.new_chat_member.can_delete_messages },
    };
    match place(m.chat, None) {
        Some(p) if p.kind != ChatKind::Channel => {
            event(id, bot, at, Some(sender(m.from, false)), Some(p), Happening::Membership(change))
        }
        _ => event(id, bot, at, None, None, Happening::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(raw: &str) -> Event {
        translate(raw, 42, Moment(1000)).unwrap().1
    }

    #[test]
    fn unknown_kinds_fields_and_broken_shapes_pass_harmlessly() {
        for raw in [
            r#"{"update_id":1,"edited_message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"x"}}"#,
            r#"{"update_id":1,"brand_new_kind":{"a":[1,2]}}"#,
            r#"{"update_id":1,"message":{"message_id":"no number","chat":7}}"#,
            r#"{"update_id":1,"channel_post":{"message_id":1,"chat":{"id":-1,"type":"channel"}}}"#,
            r#"{"update_id":1,"message":{"message_id":1,"date":5,"chat":{"id":-1,"type":"sphere"},"text":"x"}}"#,
            r#"{"update_id":1,"message":{"message_id":1,"date":5,"from":{"id":3,"first_name":"J"},"chat":{"id":-1,"type":"group"},"ephemeral_message_id":5,"text":"/vraag"}}"#,
        ] {
            assert!(matches!(of(raw).what, Happening::Nothing), "{raw}");
        }
        assert!(translate(r#"{"no":"id"}"#, 42, Moment(0)).is_none());
        assert!(translate("not json", 42, Moment(0)).is_none());
    }

    #[test]
    fn what_can_not_be_read_is_known_by_its_kind() {
        for (raw, kind) in [
            (r#"{"update_id":1,"message":{"message_id":"geheim","chat":7}}"#, "message"),
            (r#"{"update_id":1,"callback_query":{"id":7}}"#, "callback_query"),
            (r#"{"update_id":1,"my_chat_member":[]}"#, "my_chat_member"),
            (r#"{"update_id":1}"#, "none that is known"),
        ] {
            assert_eq!(kind_of(raw), kind);
        }
    }

    #[test]
    fn a_message_keeps_who_where_and_when() {
        let e = of(
            r#"{"update_id":7,"message":{"message_id":9,"date":77,"from":{"id":3,"is_bot":false,"first_name":"Jo","last_name":"B","language_code":"en","new_field":1},
               "chat":{"id":-1005,"type":"supergroup","title":"Buurt"},"message_thread_id":4,"is_topic_message":true,"text":"hoi",
               "reply_to_message":{"message_id":8,"from":{"id":42,"is_bot":true,"first_name":"Stoep"}}}}"#,
        );
        let sender = e.sender.unwrap();
        assert_eq!((e.at, sender.user_id, sender.name.as_str()), (Moment(77), 3, "Jo B"));
        let place = e.chat.unwrap();
        assert_eq!((place.tg_id, place.topic), (-1005, Some(4)));
        let Happening::Message(m) = e.what else { panic!() };
        assert_eq!((m.id, m.text.as_str(), m.reply_to), (9, "hoi", Some(8)));
    }

    #[test]
    fn a_thread_outside_a_forum_is_no_topic_and_an_anonymous_administrator_has_no_face() {
        let e = of(
            r#"{"update_id":7,"message":{"message_id":9,"date":77,"from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"sender_chat":{"id":-1005,"type":"supergroup"},
               "chat":{"id":-1005,"type":"supergroup"},"message_thread_id":4,"text":"/buurt"}}"#,
        );
        assert!(e.sender.unwrap().faceless);
        assert_eq!(e.chat.unwrap().topic, None);
    }

    #[test]
    fn channels_and_other_bots_are_nobody() {
        for from in [
            r#""from":{"id":777000,"first_name":"Telegram"},"sender_chat":{"id":-1009,"type":"channel"},"is_automatic_forward":true"#,
            r#""from":{"id":136817688,"is_bot":true,"first_name":"Channel"},"sender_chat":{"id":-1009,"type":"channel"}"#,
            r#""from":{"id":55,"is_bot":true,"first_name":"Weerbot"}"#,
        ] {
            let e = of(&format!(
                r#"{{"update_id":7,"message":{{"message_id":9,"date":77,{from},"chat":{{"id":-1005,"type":"supergroup"}},"text":"/buurt"}}}}"#
            ));
            assert!(e.sender.is_none(), "{from}");
            assert!(matches!(e.what, Happening::Message(_)));
        }
    }

    #[test]
    fn a_photo_is_known_by_its_largest_size_and_without_a_name_it_can_not_be_sent_on() {
        let attached = |what: &str| {
            let e = of(&format!(
                r#"{{"update_id":1,"message":{{"message_id":9,"date":77,"from":{{"id":3,"first_name":"Jo"}},
                   "chat":{{"id":3,"type":"private"}},"caption":"mijn fiets",{what}}}}}"#
            ));
            let Happening::Message(m) = e.what else { panic!() };
            assert_eq!(m.text, "mijn fiets");
            m.attachment.unwrap()
        };
        let size = |id: &str, width: i64| format!(r#"{{"file_id":"{id}","width":{width},"height":{width}}}"#);
        let sizes = [size("s", 90), size("x", 1280), size("m", 320)].join(",");
        assert_eq!(attached(&format!(r#""photo":[{sizes}]"#)), Attachment::Photo { file_id: "x".into() });
        assert_eq!(attached(r#""voice":{"file_id":"v","duration":3}"#), Attachment::Voice { file_id: "v".into() });
        for nameless in [r#""photo":[]"#, r#""photo":[{}]"#, r#""voice":{}"#] {
            assert_eq!(attached(nameless), Attachment::Other, "{nameless}");
        }
    }

    #[test]
    fn whether_a_button_stands_where_it_was_pressed_is_seen_on_the_message() {
        let stands = |message: &str| {
            let e = of(&format!(
                r#"{{"update_id":1,"callback_query":{{"id":"q","from":{{"id":3,"first_name":"J"}},"data":"a:1",
                   "message":{{"message_id":9,"chat":{{"id":-5,"type":"group"}}{message}}}}}}}"#
            ));
            let Happening::Press(p) = e.what else { panic!() };
            assert_eq!(p.message_id, Some(9));
            (p.stands, p.is_text)
        };
        let button = |data: &str| {
            format!(
                r#","reply_markup":{{"inline_keyboard":[[{{"text":"x","url":"https://x"}}],[{{"text":"x","callback_data":"{data}"}}]]}}"#
            )
        };
        assert_eq!(stands(&button("a:1")), (true, false));
        assert_eq!(stands(&format!(r#","text":"x"{}"#, button("a:1"))), (true, true));
        for other in [button("a:2"), String::new(), r#","date":0"#.into(), r#","reply_markup":{}"#.into()] {
            assert_eq!(stands(&other), (false, false), "{other}");
        }
    }

    #[test]
    fn standing_in_a_chat() {
        let change = |old: &str, new: &str| {
            let e = of(&format!(
                r#"{{"update_id":1,"my_chat_member":{{"chat":{{"id":-5,"type":"group","title":"t"}},"from":{{"id":3,"first_name":"J"}},"date":5,
                   "old_chat_member":{{"status":"{old}"}},"new_chat_member":{{"status":"{new}","can_delete_messages":true}}}}}}"#
            ));
            let Happening::Membership(c) = e.what else { panic!() };
            c
        };
        assert_eq!(change("left", "member"), MembershipChange::In { may_delete: true });
        assert_eq!(change("member", "administrator"), MembershipChange::Rights { may_delete: true });
        assert_eq!(change("member", "kicked"), MembershipChange::Out);
        assert_eq!(change("administrator", "left"), MembershipChange::Out);
    }
}
