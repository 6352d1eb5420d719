//! One send: makes the Bot API call of a row, and reads what Telegram said.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use teloxide::payloads::{
    AnswerCallbackQuerySetters, EditMessageCaptionSetters, EditMessageReplyMarkupSetters, EditMessageTextSetters,
    SendDocumentSetters, SendMessageSetters, SendPhotoSetters, SendVoiceSetters,
};
use teloxide::requests::Requester;
use teloxide::types::{
    ButtonRequest, CallbackQueryId, ChatId as TgChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
    KeyboardButton, KeyboardMarkup, KeyboardRemove, LinkPreviewOptions, MessageId, ParseMode, ReplyMarkup,
    ReplyParameters, ThreadId,
};
use teloxide::{Bot, RequestError};
use url::Url;

use super::super::commands;
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

/// Everything that one send needs.
pub struct Sending {
    pub bot: Bot,
    pub username: Arc<str>,
    pub store: Store,
    pub row: OutboxRow,
    /// Where it goes. `None` if that could not be read before.
    pub address: Option<Address>,
}

/// Reads where these chats are.
pub async fn find(store: &Store, chats: &[ChatId]) -> Result<Vec<(ChatId, Address)>> {
    let mut connection = store.readers().acquire().await?;
    let found = store::addresses(&mut connection, chats).await?;
    Ok(found.into_iter().map(|(chat, tg_id, kind)| (chat, Address { tg_id, group: kind.is_group() })).collect())
}

/// What all files have: words below them, a place, buttons. teloxide has a type for each kind of file and none for all.
macro_rules! dressed {
    ($self:ident, $request:expr, $content:expr, $topic:expr, $reply_to:expr, $form:expr) => {{
        let mut request = $request;
        if !$content.text.is_empty() {
            request = request.caption(text($content, $form));
            if $form == Form::Html {
                request = request.parse_mode(ParseMode::Html);
            }
        }
        let topic: Option<i64> = $topic;
        if let Some(topic) = topic {
            request = request.message_thread_id(ThreadId(number(topic)));
        }
        let reply_to: Option<i64> = $reply_to;
        if let Some(reply_to) = reply_to {
            request = request.reply_parameters(ReplyParameters::new(number(reply_to)).allow_sending_without_reply());
        }
        if let Some(markup) = $self.markup(&$content.keyboard) {
            request = request.reply_markup(markup);
        }
        request
    }};
}

/// How the text is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Html,
    Plain,
}

impl Sending {
    /// Sends; a text whose formatting is refused once more without it.
    pub async fn run(&self) -> Trouble {
        fail::fail_point!("before-send", |_| std::process::abort());
        let to = match self.address().await {
            Ok(Some(address)) => TgChatId(address.tg_id),
            Ok(None) => return Trouble::Settled(Verdict::Refused("no such chat".into())),
            Err(fault) => return unread(&fault),
        };
        let answer = match self.attempt(to, Form::Html).await {
            Trouble::Unformatted => match self.attempt(to, Form::Plain).await {
                Trouble::Unformatted => Trouble::Settled(Verdict::Refused("formatting refused twice".into())),
                other => other,
            },
            other => other,
        };
        fail::fail_point!("after-send-before-mark", |_| std::process::abort());
        answer
    }

    async fn address(&self) -> Result<Option<Address>> {
        match self.address {
            Some(address) => Ok(Some(address)),
            None => Ok(find(&self.store, &[self.row.chat]).await?.first().map(|(_, address)| *address)),
        }
    }

    async fn attempt(&self, to: TgChatId, form: Form) -> Trouble {
        match &self.row.send {
            Send::Message { content, topic, reply_to } => self.message(to, content, *topic, *reply_to, form, 0).await,
            Send::Media { media, content, topic, reply_to } => {
                self.media(to, media, content, *topic, *reply_to, form).await
            }
            Send::Document { file, content } => self.document(to, file, content, form).await,
            Send::Edit { message_id, content } => self.edit(to, *message_id, content, form, 0).await,
            Send::CloseButtons { message_id } => {
                let empty = InlineKeyboardMarkup::default();
                let request = self.bot.edit_message_reply_markup(to, number(*message_id)).reply_markup(empty);
                settle(request.await.map(|_| None), 0)
            }
            Send::Delete { message_id } => {
                let done = self.bot.delete_message(to, number(*message_id)).await;
                match settle(done.map(|_| None), 0) {
                    // Too old, or not ours to delete: nothing more can be done.
                    Trouble::Settled(Verdict::Refused(_)) => Trouble::Done,
                    other => other,
                }
            }
            Send::Answer { query_id, text, alert, open } => self.answer(query_id, text, *alert, open.as_deref()).await,
            Send::Menu { commands } => {
                // Everything works without it.
                let set = commands::set_menu_of(&self.bot, to, commands).await;
                match settle(set.map(|_| None), 0) {
                    Trouble::Settled(Verdict::Refused(_)) => Trouble::Done,
                    other => other,
                }
            }
            Send::Card { slot } => self.card(to, *slot, form).await.unwrap_or_else(|fault| unread(&fault)),
        }
    }

    async fn message(
        &self,
        to: TgChatId,
        content: &Content,
        topic: Option<i64>,
        reply_to: Option<i64>,
        form: Form,
        version: i64,
    ) -> Trouble {
        let mut request = self.bot.send_message(to, text(content, form)).link_preview_options(no_preview());
        if form == Form::Html {
            request = request.parse_mode(ParseMode::Html);
        }
        if let Some(topic) = topic {
            request = request.message_thread_id(ThreadId(number(topic)));
        }
        if let Some(reply_to) = reply_to {
            request = request.reply_parameters(ReplyParameters::new(number(reply_to)).allow_sending_without_reply());
        }
        if let Some(markup) = self.markup(&content.keyboard) {
            request = request.reply_markup(markup);
        }
        settle(request.await.map(|m| Some(i64::from(m.id.0))), version)
    }

    async fn media(
        &self,
        to: TgChatId,
        media: &Media,
        content: &Content,
        topic: Option<i64>,
        reply_to: Option<i64>,
        form: Form,
    ) -> Trouble {
        let file = InputFile::file_id(FileId(media.file_id.clone()));
        let sent = match media.kind {
            MediaKind::Photo => dressed!(self, self.bot.send_photo(to, file), content, topic, reply_to, form).await,
            MediaKind::Voice => dressed!(self, self.bot.send_voice(to, file), content, topic, reply_to, form).await,
        };
        settle(sent.map(|m| Some(i64::from(m.id.0))), 0)
    }

    async fn document(&self, to: TgChatId, file: &File, content: &Content, form: Form) -> Trouble {
        let input = InputFile::memory(file.bytes.clone()).file_name(file.name.clone());
        let sent = dressed!(self, self.bot.send_document(to, input), content, None, None, form).await;
        settle(sent.map(|m| Some(i64::from(m.id.0))), 0)
    }

    async fn edit(&self, to: TgChatId, message_id: i64, content: &Content, form: Form, version: i64) -> Trouble {
        let mut request =
            self.bot.edit_message_text(to, number(message_id), text(content, form)).link_preview_options(no_preview());
        if form == Form::Html {
            request = request.parse_mode(ParseMode::Html);
        }
        if let Keyboard::Inline(rows) = &content.keyboard {
            request = request.reply_markup(self.inline(rows));
        }
        match settle(request.await.map(|_| None), version) {
            Trouble::Captioned => self.edit_caption(to, message_id, content, form).await,
            other => other,
        }
    }

    /// A pressed button may stand below a photo, a voice message or a file.
    async fn edit_caption(&self, to: TgChatId, message_id: i64, content: &Content, form: Form) -> Trouble {
        let mut request = self.bot.edit_message_caption(to, number(message_id)).caption(text(content, form));
        if form == Form::Html {
            request = request.parse_mode(ParseMode::Html);
        }
        if let Keyboard::Inline(rows) = &content.keyboard {
            request = request.reply_markup(self.inline(rows));
        }
        settle(request.await.map(|_| None), 0)
    }

    async fn answer(&self, query_id: &str, text: &str, alert: bool, open: Option<&str>) -> Trouble {
        let mut request = self.bot.answer_callback_query(CallbackQueryId(query_id.to_owned()));
        if let Some(url) = open.and_then(|start| self.deep_link(start)) {
            request = request.url(url);
        } else if !text.is_empty() {
            request = request.text(text).show_alert(alert);
        }
        settle(request.await.map(|_| None), 0)
    }

    /// What the slot wants at this very moment.
    async fn card(&self, to: TgChatId, id: SlotId, form: Form) -> Result<Trouble> {
        let mut connection = self.store.readers().acquire().await?;
        // A slot's number may be given again once it is gone: another chat's card never goes here.
        let slot = store::slot(&mut connection, self.store.key(), id).await?.filter(|s| s.chat == self.row.chat);
        let Some(slot) = slot else { return Ok(Trouble::Done) };
        let topic = store::chat(&mut connection, slot.chat).await?.and_then(|c| c.topic);
        drop(connection);
        let up_to_date = Verdict::Delivered { message_id: None, version: slot.version };
        Ok(match slot.message_id {
            Some(message_id) if slot.removed => {
                let done = self.bot.delete_message(to, number(message_id)).await;
                match settle(done.map(|_| None), slot.version) {
                    Trouble::Settled(Verdict::Refused(_)) => Trouble::Settled(up_to_date),
                    other => other,
                }
            }
            None if slot.removed => Trouble::Settled(up_to_date),
            Some(_) if slot.sent_version == slot.version => Trouble::Settled(up_to_date),
            Some(message_id) => self.edit(to, message_id, &slot.content, form, slot.version).await,
            None => self.message(to, &slot.content, topic, None, form, slot.version).await,
        })
    }

    fn markup(&self, keyboard: &Keyboard) -> Option<ReplyMarkup> {
        match keyboard {
            Keyboard::None => None,
            Keyboard::Inline(rows) => Some(ReplyMarkup::InlineKeyboard(self.inline(rows))),
            Keyboard::ShareContact { label } => {
                let button = KeyboardButton::new(label).request(ButtonRequest::Contact);
                Some(ReplyMarkup::Keyboard(KeyboardMarkup::new([[button]]).resize_keyboard().one_time_keyboard()))
            }
            Keyboard::Remove => Some(ReplyMarkup::KeyboardRemove(KeyboardRemove::new())),
        }
    }

    fn inline(&self, rows: &[Vec<Button>]) -> InlineKeyboardMarkup {
        let row = |buttons: &Vec<Button>| -> Vec<InlineKeyboardButton> {
            buttons
                .iter()
                .filter_map(|b| match b {
                    Button::Press { label, data } => Some(InlineKeyboardButton::callback(label, data)),
                    Button::Open { label, start } => {
                        self.deep_link(start).map(|url| InlineKeyboardButton::url(label, url))
                    }
                })
                .collect()
        };
        InlineKeyboardMarkup::new(rows.iter().map(row))
    }

    fn deep_link(&self, start: &str) -> Option<Url> {
        let mut url = Url::parse("https://t.me/").ok()?;
        url.set_path(&self.username);
        url.query_pairs_mut().append_pair("start", start);
        Some(url)
    }
}

fn text(content: &Content, form: Form) -> String {
    match form {
        Form::Html => content.text.as_str().to_owned(),
        Form::Plain => content.text.plain(),
    }
}

fn number(id: i64) -> MessageId {
    MessageId(i32::try_from(id).unwrap_or(0))
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// What it takes could not be read. The disk may work again; a row that can't be opened never will, and holds up no other.
fn unread(fault: &Fault) -> Trouble {
    match fault.kind {
        FaultKind::Disk => Trouble::Again,
        FaultKind::Damage | FaultKind::Event => Trouble::Settled(Verdict::Refused(fault.what.clone())),
    }
}

fn settle(answer: std::result::Result<Option<i64>, RequestError>, version: i64) -> Trouble {
    match answer {
        Ok(message_id) => Trouble::Settled(Verdict::Delivered { message_id, version }),
        Err(error) => match verdict::read(&error) {
            Trouble::Done => Trouble::Settled(Verdict::Delivered { message_id: None, version }),
            Trouble::Sent(message_id) => Trouble::Settled(Verdict::Delivered { message_id, version }),
            other => other,
        },
    }
}
