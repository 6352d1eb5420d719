//! One send: makes the one Bot API call of a row, and reads what Telegram said. Where another form is wanted, that is another
//! call, and waits for its turn as any does.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use teloxide::Bot;
use url::Url;

use super::super::call::{CallError, Parameters, call, upload};
use super::super::commands;
use super::super::translate;
use super::super::verdict::{self, Trouble};
use crate::model::{
    Button, ChatId, Content, Fault, FaultKind, File, Keyboard, Media, MediaKind, Result, Send, SlotId, Verdict,
};
use crate::store::{self, OutboxRow, Store};

/// Where a chat is.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// Telegram's id.
    pub tg_id: i64,
    /// Paced as a group.
    pub group: bool,
}

/// The form in which a row goes out: what Telegram said of a try before is kept in mind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Without formatting.
    pub plain: bool,
    /// What is edited is not a text but the caption of a photo, a voice message or a file.
    pub caption: bool,
}

/// Everything that one send needs.
pub struct Sending {
    pub bot: Bot,
    pub username: Arc<str>,
    pub store: Store,
    pub row: OutboxRow,
    /// Where it goes. `None` if that could not be read before.
    pub address: Option<Address>,
    pub form: Form,
}

/// Reads where these chats are.
pub async fn find(store: &Store, chats: &[ChatId]) -> Result<Vec<(ChatId, Address)>> {
    let mut connection = store.readers().acquire().await?;
    let found = store::addresses(&mut connection, chats).await?;
    Ok(found.into_iter().map(|(chat, tg_id, kind)| (chat, Address { tg_id, group: kind.is_group() })).collect())
}

/// Where a new message stands, beside its chat.
#[derive(Clone, Copy, Default)]
struct Spot {
    topic: Option<i64>,
    reply_to: Option<i64>,
}

impl Sending {
    /// Sends.
    pub async fn run(&self) -> Trouble {
        fail::fail_point!("before-send", |_| std::process::abort());
        let to = match self.address().await {
            Ok(Some(address)) => address.tg_id,
            Ok(None) => return Trouble::Settled(Verdict::Refused("no such chat".into())),
            Err(fault) => return unread(&fault),
        };
        let answer = self.attempt(to).await;
        fail::fail_point!("after-send-before-mark", |_| std::process::abort());
        answer
    }

    async fn address(&self) -> Result<Option<Address>> {
        match self.address {
            Some(address) => Ok(Some(address)),
            None => Ok(find(&self.store, &[self.row.chat]).await?.first().map(|(_, address)| *address)),
        }
    }

    async fn attempt(&self, to: i64) -> Trouble {
        match &self.row.send {
            Send::Message { content, topic, reply_to } => {
                self.message(to, content, Spot { topic: *topic, reply_to: *reply_to }, 0).await
            }
            Send::Media { media, content, topic, reply_to } => {
                self.media(to, media, content, Spot { topic: *topic, reply_to: *reply_to }).await
            }
            Send::Document { file, content } => self.document(to, file, content).await,
            Send::Edit { message_id, content } => self.edit(to, *message_id, content, 0).await,
            Send::CloseButtons { message_id } => {
                let message = at(to, *message_id).with("reply_markup", json!({ "inline_keyboard": [] }));
                settle(self.call("editMessageReplyMarkup", message).await, 0)
            }
            // Too old, or not ours to delete: nothing more can be done.
            Send::Delete { message_id } => done_if_refused(self.delete(to, *message_id, 0).await, 0),
            Send::Answer { query_id, text, alert, open } => self.answer(query_id, text, *alert, open.as_deref()).await,
            // Everything works without it.
            Send::Menu { commands } => {
                done_if_refused(settle(commands::set_menu_of(&self.bot, to, commands).await, 0), 0)
            }
            Send::AskPresence { user_id } => self.presence(to, *user_id).await,
            Send::Card { slot } => self.card(to, *slot).await.unwrap_or_else(|fault| unread(&fault)),
        }
    }

    async fn call(&self, method: &str, parameters: Parameters) -> std::result::Result<Box<RawValue>, CallError> {
        call(&self.bot, method, parameters).await
    }

    async fn message(&self, to: i64, content: &Content, spot: Spot, version: i64) -> Trouble {
        let words = self.words(Parameters::default(), "text", content).with("link_preview_options", no_preview());
        let sent = self.call("sendMessage", self.placed(words, to, content, spot)).await;
        settle_new(sent, version)
    }

    async fn media(&self, to: i64, media: &Media, content: &Content, spot: Spot) -> Trouble {
        let (method, field) = match media.kind {
            MediaKind::Photo => ("sendPhoto", "photo"),
            MediaKind::Voice => ("sendVoice", "voice"),
        };
        let file = Parameters::default().with(field, media.file_id.as_str());
        settle_new(self.call(method, self.placed(self.caption(file, content), to, content, spot)).await, 0)
    }

    async fn document(&self, to: i64, file: &File, content: &Content) -> Trouble {
        let words = self.placed(self.caption(Parameters::default(), content), to, content, Spot::default());
        settle_new(upload(&self.bot, "sendDocument", words, "document", file).await, 0)
    }

    /// A pressed button may stand below a photo, a voice message or a file.
    async fn edit(&self, to: i64, message_id: i64, content: &Content, version: i64) -> Trouble {
        let message = at(to, message_id);
        let markup = match &content.keyboard {
            Keyboard::Inline(rows) => Some(self.inline(rows)),
            _ => None,
        };
        let (method, words) = if self.form.caption {
            ("editMessageCaption", self.words(message, "caption", content))
        } else {
            let words = self.words(message, "text", content).with("link_preview_options", no_preview());
            ("editMessageText", words)
        };
        settle(self.call(method, words.with_some("reply_markup", markup)).await, version)
    }

    async fn delete(&self, to: i64, message_id: i64, version: i64) -> Trouble {
        settle(self.call("deleteMessage", at(to, message_id)).await, version)
    }

    async fn answer(&self, query_id: &str, text: &str, alert: bool, open: Option<&str>) -> Trouble {
        let query = Parameters::default().with("callback_query_id", query_id);
        let answer = match open.and_then(|start| self.deep_link(start)) {
            Some(url) => query.with("url", url.as_str()),
            None if text.is_empty() => query,
            None => query.with("text", text).with("show_alert", alert),
        };
        settle(self.call("answerCallbackQuery", answer).await, 0)
    }

    /// Is a user still in this group? Where Telegram can't say, that is the answer.
    async fn presence(&self, to: i64, user_id: i64) -> Trouble {
        let asked = Parameters::default().with("chat_id", to).with("user_id", user_id);
        let presence = match self.call("getChatMember", asked).await {
            Ok(answer) => translate::presence(answer.get()),
            Err(error) => match verdict::read(&error) {
                Trouble::Settled(moved @ Verdict::Migrated { .. }) => return Trouble::Settled(moved),
                Trouble::Settled(_) | Trouble::Done | Trouble::Unformatted | Trouble::Captioned => None,
                other => return other,
            },
        };
        Trouble::Settled(Verdict::Presence { user_id, presence })
    }

    /// What the slot wants at this very moment.
    async fn card(&self, to: i64, id: SlotId) -> Result<Trouble> {
        let mut connection = self.store.readers().acquire().await?;
        // A slot's number may be given again once it is gone: another chat's card never goes here.
        let slot = store::slot(&mut connection, self.store.key(), id).await?.filter(|s| s.chat == self.row.chat);
        let Some(slot) = slot else { return Ok(Trouble::Settled(Verdict::Expired)) };
        let topic = store::chat(&mut connection, slot.chat).await?.and_then(|c| c.topic);
        drop(connection);
        let up_to_date = Trouble::Settled(Verdict::Delivered { message_id: None, version: slot.version });
        Ok(match slot.message_id {
            Some(message_id) if slot.removed => {
                done_if_refused(self.delete(to, message_id, slot.version).await, slot.version)
            }
            None if slot.removed => up_to_date,
            Some(_) if slot.sent_version == slot.version => up_to_date,
            Some(message_id) => self.edit(to, message_id, &slot.content, slot.version).await,
            None => self.message(to, &slot.content, Spot { topic, reply_to: None }, slot.version).await,
        })
    }

    /// With the words of a content under this name.
    fn words(&self, parameters: Parameters, name: &str, content: &Content) -> Parameters {
        if self.form.plain {
            parameters.with(name, content.text.plain())
        } else {
            parameters.with(name, content.text.as_str()).with("parse_mode", "HTML")
        }
    }

    /// With words below a file, where there are any.
    fn caption(&self, parameters: Parameters, content: &Content) -> Parameters {
        if content.text.is_empty() { parameters } else { self.words(parameters, "caption", content) }
    }

    /// With what every new message has: where it stands, and what stands below it.
    fn placed(&self, parameters: Parameters, to: i64, content: &Content, spot: Spot) -> Parameters {
        let reply = spot.reply_to.map(|id| json!({ "message_id": id, "allow_sending_without_reply": true }));
        parameters
            .with("chat_id", to)
            .with_some("message_thread_id", spot.topic)
            .with_some("reply_parameters", reply)
            .with_some("reply_markup", self.markup(&content.keyboard))
    }

    fn markup(&self, keyboard: &Keyboard) -> Option<Value> {
        match keyboard {
            Keyboard::None => None,
            Keyboard::Inline(rows) => Some(self.inline(rows)),
            Keyboard::ShareContact { label } => Some(json!({
                "keyboard": [[{ "text": label, "request_contact": true }]],
                "resize_keyboard": true,
                "one_time_keyboard": true,
            })),
            Keyboard::Remove => Some(json!({ "remove_keyboard": true })),
        }
    }

    fn inline(&self, rows: &[Vec<Button>]) -> Value {
        let row = |buttons: &Vec<Button>| -> Vec<Value> {
            buttons
                .iter()
                .filter_map(|b| match b {
                    Button::Press { label, data } => Some(json!({ "text": label, "callback_data": data })),
                    Button::Open { label, start } => {
                        self.deep_link(start).map(|url| json!({ "text": label, "url": url.as_str() }))
                    }
                })
                .collect()
        };
        json!({ "inline_keyboard": rows.iter().map(row).collect::<Vec<_>>() })
    }

    fn deep_link(&self, start: &str) -> Option<Url> {
        let mut url = Url::parse("https://t.me/").ok()?;
        url.set_path(&self.username);
        url.query_pairs_mut().append_pair("start", start);
        Some(url)
    }
}

/// A message that stands in a chat.
fn at(to: i64, message_id: i64) -> Parameters {
    Parameters::default().with("chat_id", to).with("message_id", message_id)
}

fn no_preview() -> Value {
    json!({ "is_disabled": true })
}

/// What it takes could not be read. The disk may work again; a row that can't be opened never will, and holds up no other.
fn unread(fault: &Fault) -> Trouble {
    match fault.kind {
        FaultKind::Disk => Trouble::Unread,
        FaultKind::Damage | FaultKind::Event => Trouble::Settled(Verdict::Refused(fault.what.clone())),
    }
}

type Answer = std::result::Result<Box<RawValue>, CallError>;

/// Reads the answer to a new message, which has an id; where that can't be read, the message is there all the same.
fn settle_new(answer: Answer, version: i64) -> Trouble {
    #[derive(Deserialize)]
    struct Sent {
        message_id: Option<i64>,
    }
    match answer {
        Ok(sent) => {
            let message_id = serde_json::from_str::<Sent>(sent.get()).ok().and_then(|sent| sent.message_id);
            Trouble::Settled(Verdict::Delivered { message_id, version })
        }
        Err(error) => settle(Err(error), version),
    }
}

fn settle(answer: Answer, version: i64) -> Trouble {
    let done = Trouble::Settled(Verdict::Delivered { message_id: None, version });
    match answer.map_err(|error| verdict::read(&error)) {
        Ok(_) | Err(Trouble::Done) => done,
        Err(other) => other,
    }
}

/// A refusal makes no difference here.
fn done_if_refused(trouble: Trouble, version: i64) -> Trouble {
    match trouble {
        Trouble::Settled(Verdict::Refused(_) | Verdict::NotHere(_)) => {
            Trouble::Settled(Verdict::Delivered { message_id: None, version })
        }
        other => other,
    }
}
