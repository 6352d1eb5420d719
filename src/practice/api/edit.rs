//! Changing and deleting messages, and answering presses.

use serde_json::Value;

use super::reach::{To, checked_caption, checked_text};
use super::request::Params;
use crate::practice::log::What;
use crate::practice::markup;
use crate::practice::people::start_of;
use crate::practice::refusal::{QUERY_TOO_OLD, Refusal};
use crate::practice::state::{Author, ChatKey, Message, State};
use crate::practice::text::Text;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the \
                            same as a current content and reply markup of the message";
/// How long a bot may delete a message after it was sent.
const DELETABLE_SECONDS: i64 = 48 * 3600;
/// How long a press can be answered.
const QUERY_SECONDS: i64 = 150;
const LONGEST_ANSWER: usize = 200;
const MOST_DELETED: usize = 100;

/// The bot's own message that is to change.
fn own<'a>(s: &'a State, bot: i64, key: ChatKey, p: &Params) -> Result<&'a Message, Refusal> {
    let id = p.int("message_id").filter(|id| *id != 0);
    let id = id.ok_or_else(|| Refusal::bad("message identifier is not specified"))?;
    let message = s.reached(key)?.message(id).ok_or_else(|| Refusal::bad("message to edit not found"))?;
    if message.by != Author::Bot(bot) || message.service.is_some() || message.forward_origin.is_some() {
        return Err(Refusal::bad("message can't be edited"));
    }
    Ok(message)
}

/// The chat of an edit. Without one the bot means an inline message, which is not played.
fn chat(s: &State, bot: i64, p: &Params) -> Result<ChatKey, Refusal> {
    if p.get("chat_id").is_none() {
        return Err(Refusal::bad("chat_id is empty"));
    }
    s.reach(bot, p, "chat_id", To::Write)
}

pub(super) fn text(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let text = checked_text(s.formatted(p, "text", "entities")?)?;
    words(s, bot, p, text, "text")
}

pub(super) fn caption(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let text = checked_caption(s.formatted(p, "caption", "caption_entities")?)?;
    words(s, bot, p, text, "caption")
}

/// Changes a message's words: its `text`, or the `caption` of what is attached.
fn words(s: &mut State, bot: i64, p: &Params, text: Text, name: &str) -> Result<Value, Refusal> {
    let key = chat(s, bot, p)?;
    let message = own(s, bot, key, p)?;
    if message.attached.is_some() != (name == "caption") {
        return Err(Refusal::bad(format!("there is no {name} in the message to edit")));
    }
    let changed = Message { text, ..message.clone() };
    finish(s, bot, key, changed, p)
}

pub(super) fn reply_markup(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = chat(s, bot, p)?;
    let changed = own(s, bot, key, p)?.clone();
    finish(s, bot, key, changed, p)
}

/// Buttons that are not given again are gone, as with Telegram.
fn finish(s: &mut State, bot: i64, key: ChatKey, mut changed: Message, p: &Params) -> Result<Value, Refusal> {
    changed.inline_keyboard = markup::check(p.get("reply_markup"), key.is_private())?.inline;
    let id = changed.id;
    let now = s.now();
    let gone = || Refusal::bad("message to edit not found");
    let before = s.reached(key)?.message(id).ok_or_else(gone)?;
    if before.text == changed.text && before.inline_keyboard == changed.inline_keyboard {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    s.pace(bot, key.id)?;
    changed.edited = Some(now);
    if let Some(message) = s.reached_mut(key)?.message_mut(id) {
        *message = changed;
    }
    s.note(What::BotEdited { bot, chat: key.id, message_id: id });
    let chat = s.reached(key)?;
    Ok(s.message(chat, chat.message(id).ok_or_else(gone)?))
}

pub(super) fn delete(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let id = p.int("message_id").filter(|id| *id != 0);
    delete_one(s, bot, key, id.ok_or_else(|| Refusal::bad("message identifier is not specified"))?)?;
    Ok(true.into())
}

/// What can't be deleted is passed over.
pub(super) fn delete_many(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let ids: Vec<i64> =
        p.get("message_ids").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_i64).collect();
    if ids.is_empty() {
        return Err(Refusal::bad("message identifiers are not specified"));
    }
    if ids.len() > MOST_DELETED {
        return Err(Refusal::bad("too many message identifiers specified"));
    }
    for id in ids {
        // Telegram answers True whichever of them it could delete.
        delete_one(s, bot, key, id).ok();
    }
    Ok(true.into())
}

fn delete_one(s: &mut State, bot: i64, key: ChatKey, id: i64) -> Result<(), Refusal> {
    let now = s.now();
    let chat = s.reached_mut(key)?;
    let may = chat.may_delete(bot);
    let message = chat.message_mut(id).ok_or_else(|| Refusal::bad("message to delete not found"))?;
    if message.by != Author::Bot(bot) && !may {
        return Err(Refusal::bad("message can't be deleted"));
    }
    if now - message.date > DELETABLE_SECONDS {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    message.deleted = true;
    chat.pinned.retain(|pinned| *pinned != id);
    s.note(What::BotDeleted { bot, chat: key.id, message_id: id });
    Ok(())
}

pub(super) fn answer_query(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let too_old = || Refusal::bad(QUERY_TOO_OLD);
    let text = p.text("text").unwrap_or_default().to_owned();
    if text.chars().count() > LONGEST_ANSWER {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let url = p.text("url").filter(|u| !u.is_empty()).map(str::to_owned);
    let own = s.bots.get(&bot).map(|b| b.username.clone()).unwrap_or_default();
    // An address may only lead to the bot itself; games are not played.
    if url.as_deref().is_some_and(|u| !start_of(u).is_some_and(|(name, _)| name.eq_ignore_ascii_case(&own))) {
        return Err(Refusal::bad("URL_INVALID"));
    }
    let now = s.now();
    let id = p.text("callback_query_id").unwrap_or_default().to_owned();
    let query = s.queries.get_mut(&id).filter(|q| q.bot == bot && !q.answered).ok_or_else(too_old)?;
    if now - query.at > QUERY_SECONDS {
        return Err(too_old());
    }
    query.answered = true;
    let user = query.user;
    let alert = p.is("show_alert");
    s.note(What::PressAnswered { bot, query_id: id, user, text, alert, url });
    Ok(true.into())
}

pub(super) fn react(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let message_id = p.int("message_id").unwrap_or_default();
    if s.reached(key)?.message(message_id).is_none() {
        return Err(Refusal::bad("message to react not found"));
    }
    let reactions = p.get("reaction").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let emoji: Vec<String> = reactions.iter().filter_map(|r| r["emoji"].as_str()).map(str::to_owned).collect();
    if emoji.len() != reactions.len() || emoji.len() > 1 {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    s.note(What::BotReacted { bot, chat: key.id, message_id, emoji });
    Ok(true.into())
}
