//! Chats and who is in them, pins and topics.

use serde_json::{Value, json};

use super::reach::To;
use super::request::Params;
use crate::practice::log::What;
use crate::practice::objects::{PERMISSIONS, set};
use crate::practice::refusal::Refusal;
use crate::practice::state::{Author, ChatKind, Message, Standing, State};

pub(super) fn get(s: &State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Look)?;
    let Value::Object(mut out) = s.chat(key) else { return Err(Refusal::bad("chat not found")) };
    out.remove("all_members_are_administrators");
    out.insert("accent_color_id".into(), 0.into());
    out.insert("max_reaction_count".into(), 11.into());
    let gifts = json!({"unlimited_gifts": true, "limited_gifts": true, "unique_gifts": true,
        "premium_subscription": true, "gifts_from_channels": true});
    out.insert("accepted_gift_types".into(), gifts);
    if !key.is_private() {
        let all: serde_json::Map<String, Value> = PERMISSIONS.iter().map(|p| ((*p).to_owned(), true.into())).collect();
        out.insert("permissions".into(), all.into());
    }
    if let Some(chat) = s.chats.get(&key) {
        let pinned = chat.pinned.last().and_then(|id| chat.message(*id));
        set(&mut out, "pinned_message", pinned.map(|m| s.message(chat, m)));
    }
    Ok(out.into())
}

pub(super) fn member(s: &State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Look)?;
    let user = p.int("user_id").unwrap_or_default();
    if !s.people.contains_key(&user) && !s.bots.contains_key(&user) {
        return Err(Refusal::bad("user not found"));
    }
    if key.is_private() {
        let inside = user == key.id || user == bot;
        return Ok(s.member(user, if inside { &Standing::Member } else { &Standing::Left }));
    }
    Ok(s.member(user, s.reached(key)?.standing(user)))
}

pub(super) fn administrators(s: &State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Look)?;
    if key.is_private() {
        return Err(Refusal::bad("there are no administrators in the private chat"));
    }
    let chat = s.reached(key)?;
    // Other bots are left out, as with Telegram.
    let shown = |(user, standing): &(&i64, &Standing)| {
        matches!(standing, Standing::Creator | Standing::Administrator(_))
            && (**user == bot || !s.bots.contains_key(user))
    };
    Ok(chat.members.iter().filter(shown).map(|(user, standing)| s.member(*user, standing)).collect())
}

pub(super) fn member_count(s: &State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Look)?;
    if key.is_private() {
        return Ok(2.into());
    }
    Ok(s.reached(key)?.members.values().filter(|m| m.is_in()).count().into())
}

pub(super) fn leave(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    if key.is_private() {
        return Err(Refusal::bad("chat member status can't be changed in private chats"));
    }
    let old = s.reached(key)?.standing(bot).clone();
    let user = s.user(bot);
    s.serve(key, Author::Bot(bot), "left_chat_member", user);
    s.reached_mut(key)?.members.insert(bot, Standing::Left);
    s.tell_standing(key, bot, bot, &old, &Standing::Left);
    s.note(What::BotLeft { bot, chat: key.id });
    Ok(true.into())
}

pub(super) fn pin(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let chat = s.reached(key)?;
    if !chat.may_pin(bot) {
        return Err(Refusal::bad("not enough rights to manage pinned messages in the chat"));
    }
    let id = p.int("message_id").unwrap_or_default();
    let message = chat.message(id).ok_or_else(|| Refusal::bad("message to pin not found"))?;
    if message.service.is_some() {
        return Err(Refusal::bad("can't pin a service message"));
    }
    let pinned = s.message(chat, message);
    let news = !chat.pinned.contains(&id);
    if news {
        s.reached_mut(key)?.pinned.push(id);
        s.serve(key, Author::Bot(bot), "pinned_message", pinned);
    }
    s.note(What::BotPinned { bot, chat: key.id, message_id: id, pinned: true });
    Ok(true.into())
}

pub(super) fn unpin(s: &mut State, bot: i64, p: &Params, all: bool) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let chat = s.reached_mut(key)?;
    if !chat.may_pin(bot) {
        return Err(Refusal::bad("not enough rights to manage pinned messages in the chat"));
    }
    let gone: Vec<i64> = match p.int("message_id") {
        _ if all => std::mem::take(&mut chat.pinned),
        Some(id) => {
            let at = chat.pinned.iter().position(|pinned| *pinned == id);
            let at = at.ok_or_else(|| Refusal::bad("message to unpin not found"))?;
            vec![chat.pinned.remove(at)]
        }
        None => chat.pinned.pop().into_iter().collect(),
    };
    if gone.is_empty() && !all {
        return Err(Refusal::bad("message to unpin not found"));
    }
    for message_id in gone {
        s.note(What::BotPinned { bot, chat: key.id, message_id, pinned: false });
    }
    Ok(true.into())
}

pub(super) fn create_topic(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let chat = s.reached(key)?;
    if chat.kind != ChatKind::Supergroup || !chat.forum {
        return Err(Refusal::bad("the chat is not a forum"));
    }
    if !chat.may_manage_topics(bot) {
        return Err(Refusal::bad("not enough rights to create a topic"));
    }
    let name = p.text("name").unwrap_or_default().trim().to_owned();
    if name.is_empty() || name.chars().count() > 128 {
        return Err(Refusal::bad("TOPIC_TITLE_EMPTY"));
    }
    let id = s.make_topic(key, Author::Bot(bot), &name).map_err(|_| Refusal::bad("chat not found"))?;
    let topic = s.reached(key)?.topics.get(&id).map(State::topic).unwrap_or_default();
    let mut out = topic;
    out.insert("message_thread_id".into(), id.into());
    Ok(out.into())
}

pub(super) fn close_topic(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let chat = s.reached_mut(key)?;
    let allowed = chat.may_manage_topics(bot);
    let thread = p.int("message_thread_id").unwrap_or_default();
    let topic = chat.topics.get_mut(&thread).ok_or_else(|| Refusal::bad("message thread not found"))?;
    if !allowed && topic.by != Author::Bot(bot) {
        return Err(Refusal::bad("not enough rights to close the topic"));
    }
    if std::mem::replace(&mut topic.closed, true) {
        return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
    }
    let closed = Message::service(Author::Bot(bot), s.now(), "forum_topic_closed", json!({}));
    s.put(key, Message { thread: Some(thread), ..closed });
    s.note(What::GroupChanged { chat: key.id });
    Ok(true.into())
}
