//! Sending: texts, files, copies.

use serde_json::{Value, json};

use super::reach::{To, checked_caption, checked_text};
use super::request::Params;
use crate::practice::log::What;
use crate::practice::markup;
use crate::practice::refusal::Refusal;
use crate::practice::state::{Author, ChatKey, Message, Standing, State};

pub(super) fn message(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let text = checked_text(s.formatted(p, "text", "entities")?)?;
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let message = Message { text, ..Message::new(Author::Bot(bot), s.now()) };
    let id = post(s, bot, key, message, p)?;
    sent(s, key, id)
}

/// A photo, a voice message or a document: uploaded, or one that is here already.
pub(super) fn file(s: &mut State, bot: i64, p: &Params, field: &'static str) -> Result<Value, Refusal> {
    let caption = checked_caption(s.formatted(p, "caption", "caption_entities")?)?;
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let named = p.text(field);
    let upload = named.and_then(|n| n.strip_prefix("attach://")).unwrap_or(field);
    let value = match (p.uploads.get(upload), named) {
        (Some(upload), _) if upload.bytes.is_empty() => return Err(Refusal::bad("file must be non-empty")),
        (Some(upload), _) => {
            let extra = match field {
                "photo" => json!({}),
                "voice" => json!({"duration": p.int("duration").unwrap_or(0), "mime_type": upload.mime}),
                _ => json!({"file_name": upload.name, "mime_type": upload.mime}),
            };
            s.store_file(field, extra, upload.bytes.to_vec())
        }
        (None, Some(id)) => match s.files.get(id) {
            Some(file) if file.field == field => file.value.clone(),
            Some(file) => {
                let have = capital(file.field);
                let want = capital(field);
                return Err(Refusal::bad(format!("can't use file of type {have} as {want}")));
            }
            None if id.starts_with("http://") || id.starts_with("https://") => {
                return Err(Refusal::bad("failed to get HTTP URL content"));
            }
            None => return Err(Refusal::bad("wrong file identifier/HTTP URL specified")),
        },
        (None, None) => return Err(Refusal::bad(format!("there is no {field} in the request"))),
    };
    let new = Message::new(Author::Bot(bot), s.now());
    let id = post(s, bot, key, Message { text: caption, attached: Some((field, value)), ..new }, p)?;
    sent(s, key, id)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_ascii_uppercase().to_string() + chars.as_str()).unwrap_or_default()
}

/// The message that a copy or a forward is made of.
fn original(s: &State, bot: i64, p: &Params, verb: &str) -> Result<(ChatKey, Message), Refusal> {
    let key = s.reach(bot, p, "from_chat_id", To::Look)?;
    let message = p.int("message_id").and_then(|id| s.reached(key).ok()?.message(id));
    let message = message.ok_or_else(|| Refusal::bad(format!("message to {verb} not found")))?;
    if message.service.is_some() {
        let done = if verb == "copy" { "copied" } else { "forwarded" };
        return Err(Refusal::bad(format!("message can't be {done}")));
    }
    Ok((key, message.clone()))
}

pub(super) fn copy(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let (_, original) = original(s, bot, p, "copy")?;
    let text = match p.get("caption") {
        Some(_) if original.attached.is_some() => checked_caption(s.formatted(p, "caption", "caption_entities")?)?,
        _ => original.text,
    };
    let message = Message { text, attached: original.attached, ..Message::new(Author::Bot(bot), s.now()) };
    let id = post(s, bot, key, message, p)?;
    Ok(json!({ "message_id": id }))
}

pub(super) fn forward(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let key = s.reach(bot, p, "chat_id", To::Write)?;
    let (from, original) = original(s, bot, p, "forward")?;
    let origin = match (original.forward_origin, original.by) {
        (Some(origin), _) => origin,
        (None, Author::Anonymous) => {
            json!({"type": "chat", "date": original.date, "sender_chat": s.chat(from)})
        }
        (None, by) => json!({"type": "user", "date": original.date, "sender_user": s.user(by.id())}),
    };
    let message = Message {
        text: original.text,
        attached: original.attached,
        forward_origin: Some(origin),
        ..Message::new(Author::Bot(bot), s.now())
    };
    let id = post(s, bot, key, message, p)?;
    sent(s, key, id)
}

/// Puts a bot's message into a chat: topic, answer, buttons, pace.
fn post(s: &mut State, bot: i64, key: ChatKey, mut message: Message, p: &Params) -> Result<i64, Refusal> {
    let markup = markup::check(p.get("reply_markup"), key.is_private())?;
    let chat = s.reached(key)?;
    if !key.is_private() && *chat.standing(bot) == Standing::Silenced {
        let what = match message.attached {
            None => "text messages",
            Some(("photo", _)) => "photos",
            Some(("voice", _)) => "voice messages",
            Some(_) => "documents",
        };
        return Err(Refusal::bad(format!("not enough rights to send {what} to the chat")));
    }
    if let Some(thread) = p.int("message_thread_id") {
        let topic = chat.topics.get(&thread).ok_or_else(|| Refusal::bad("message thread not found"))?;
        if topic.closed && topic.by != Author::Bot(bot) && !chat.may_manage_topics(bot) {
            return Err(Refusal::bad("TOPIC_CLOSED"));
        }
        message.thread = Some(thread);
    }
    if let Some(reply) = p.get("reply_parameters") {
        let id = reply["message_id"].as_i64().ok_or_else(|| Refusal::bad("can't find field \"message_id\""))?;
        match chat.message(id) {
            Some(answered) => {
                message.reply_to = Some(answered.id);
                message.thread = message.thread.or(answered.thread);
            }
            None if reply["allow_sending_without_reply"] == true => {}
            None => return Err(Refusal::bad("message to be replied not found")),
        }
    }
    if p.is("allow_paid_broadcast") {
        // Costs Stars, and nobody here has any.
        return Err(Refusal::bad("FLOODSKIP_NOT_ALLOWED"));
    }
    message.inline_keyboard = markup.inline;
    message.other_markup = markup.other;
    s.pace(bot, key.id)?;
    let keyboard = message.other_markup.clone();
    let id = s.put(key, message).ok_or_else(|| Refusal::bad("chat not found"))?;
    if let Some(markup) = keyboard {
        let chat = s.reached_mut(key)?;
        if markup["keyboard"].is_array() {
            chat.reply_keyboard = Some(markup);
        } else if markup["remove_keyboard"] == true {
            chat.reply_keyboard = None;
        }
    }
    s.note(What::BotSent { bot, chat: key.id, message_id: id });
    Ok(id)
}

fn sent(s: &State, key: ChatKey, id: i64) -> Result<Value, Refusal> {
    let chat = s.reached(key)?;
    let message = chat.message(id).ok_or_else(|| Refusal::bad("message not found"))?;
    Ok(s.message(chat, message))
}

const CHAT_ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

pub(super) fn chat_action(s: &State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    s.reach(bot, p, "chat_id", To::Write)?;
    if !p.text("action").is_some_and(|a| CHAT_ACTIONS.contains(&a)) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    Ok(true.into())
}
