//! Which chat a call means and whether the bot may do something there; how a text is read; how much may be sent.

use serde_json::{Value, json};

use super::request::Params;
use crate::practice::html;
use crate::practice::refusal::Refusal;
use crate::practice::state::{Chat, ChatKey, ChatKind, Standing, State};
use crate::practice::text::{Entity, Text, utf16_len};

/// The longest text and the longest caption, in characters after the markup is read.
pub(super) const LONGEST_TEXT: usize = 4096;
pub(super) const LONGEST_CAPTION: usize = 1024;

/// What a bot wants in a chat.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    /// Look: a person who blocked the bot may still be looked up.
    Look,
    /// Write, change or delete.
    Write,
}

fn not_found() -> Refusal {
    Refusal::bad("chat not found")
}

impl State {
    /// The chat in the parameter `name`, if the bot may do this there.
    pub(super) fn reach(&self, bot: i64, p: &Params, name: &str, to: To) -> Result<ChatKey, Refusal> {
        let id = match p.get(name) {
            Some(Value::Number(n)) => n.as_i64().ok_or_else(not_found)?,
            Some(Value::String(words)) if words.trim().is_empty() => return Err(Refusal::bad("chat_id is empty")),
            // Public usernames of groups are not played.
            _ => return Err(not_found()),
        };
        self.reach_id(bot, id, to)
    }

    pub(super) fn reach_id(&self, bot: i64, id: i64, to: To) -> Result<ChatKey, Refusal> {
        if id > 0 { self.reach_person(bot, id, to) } else { self.reach_group(bot, id) }
    }

    fn reach_person(&self, bot: i64, id: i64, to: To) -> Result<ChatKey, Refusal> {
        let key = ChatKey { id, bot };
        if self.bots.contains_key(&id) {
            return Err(Refusal::forbidden("bot can't send messages to bots"));
        }
        let person = self.people.get(&id).ok_or_else(not_found)?;
        let chat = self.chats.get(&key);
        let started = chat.is_some_and(|c| c.started);
        let met = || self.chats.values().any(|c| c.members.contains_key(&id) && c.members.contains_key(&bot));
        if !started && !met() {
            return Err(not_found());
        }
        if to == To::Look {
            return Ok(key);
        }
        if person.deactivated {
            return Err(Refusal::forbidden("user is deactivated"));
        }
        if !started {
            return Err(Refusal::forbidden("bot can't initiate conversation with a user"));
        }
        if chat.is_some_and(|c| c.blocked) {
            return Err(Refusal::forbidden("bot was blocked by the user"));
        }
        Ok(key)
    }

    fn reach_group(&self, bot: i64, id: i64) -> Result<ChatKey, Refusal> {
        let key = ChatKey::group(id);
        let chat = self.chats.get(&key).ok_or_else(not_found)?;
        if let Some(new) = chat.migrated_to {
            let mut refusal = Refusal::bad("group chat was upgraded to a supergroup chat");
            refusal.parameters = Some(json!({ "migrate_to_chat_id": new }));
            return Err(refusal);
        }
        if chat.deleted {
            let basic = chat.kind == ChatKind::Group;
            return Err(if basic { Refusal::forbidden("the group chat was deleted") } else { not_found() });
        }
        let what = chat.kind_word();
        match chat.members.get(&bot) {
            None => Err(not_found()),
            Some(Standing::Kicked) => Err(Refusal::forbidden(format!("bot was kicked from the {what} chat"))),
            Some(Standing::Left) => Err(Refusal::forbidden(format!("bot is not a member of the {what} chat"))),
            Some(_) => Ok(key),
        }
    }

    /// The chat of a key that was reached. A private chat is there once somebody started it.
    pub(super) fn reached(&self, key: ChatKey) -> Result<&Chat, Refusal> {
        self.chats.get(&key).ok_or_else(not_found)
    }

    pub(super) fn reached_mut(&mut self, key: ChatKey) -> Result<&mut Chat, Refusal> {
        self.chats.get_mut(&key).ok_or_else(not_found)
    }

    /// Counts a message that is about to be sent or changed, or refuses it with 429.
    pub(super) fn pace(&mut self, bot: i64, chat: i64) -> Result<(), Refusal> {
        let now = self.clock.now_ms();
        let Some(bot) = self.bots.get_mut(&bot) else { return Ok(()) };
        bot.pace.take(&self.limits, chat, now).map_err(|wait| Refusal {
            code: 429,
            description: format!("Too Many Requests: retry after {wait}"),
            parameters: Some(json!({ "retry_after": wait })),
        })
    }

    /// The text in the parameter `words`, with its markup or with the entities in the parameter `entities`.
    pub(super) fn formatted(&self, p: &Params, words: &str, entities: &str) -> Result<Text, Refusal> {
        let given = p.text(words).unwrap_or_default();
        let mode = p.text("parse_mode").unwrap_or_default().to_ascii_lowercase();
        let mut text = match mode.as_str() {
            "html" => html::parse(given).map_err(|why| Refusal::bad(format!("can't parse entities: {why}")))?,
            "" => {
                let entities = p.get(entities).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                plain(given, entities)?
            }
            "markdown" | "markdownv2" => {
                return Err(Refusal::bad("this local server plays parse_mode HTML only"));
            }
            _ => return Err(Refusal::bad("unsupported parse_mode")),
        };
        if let Some(user) = text.entities.iter().find_map(|e| e.user.as_ref())
            && !user["id"].as_i64().is_some_and(|id| self.people.contains_key(&id) || self.bots.contains_key(&id))
        {
            return Err(Refusal::bad("user not found"));
        }
        text.entities.retain_mut(|e| self.mention(e));
        Ok(text.tidied())
    }

    /// A link to a person becomes a mention of somebody whom the bot may know; otherwise nothing remains of it.
    fn mention(&self, e: &mut Entity) -> bool {
        let Some(id) = e.url.as_deref().and_then(|u| u.strip_prefix("tg://user?id=")) else { return true };
        let Some(id) = id.parse().ok().filter(|id| self.people.contains_key(id)) else { return false };
        *e = Entity { user: Some(self.user(id)), ..Entity::plain("text_mention", e.offset, e.length) };
        true
    }
}

/// Kinds of entities that a bot may give.
const ENTITY_KINDS: [&str; 20] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
];

/// A text with entities as the bot gives them.
fn plain(words: &str, entities: &[Value]) -> Result<Text, Refusal> {
    let whole = utf16_len(words);
    let mut text = Text { words: words.into(), entities: Vec::new() };
    for given in entities {
        let kind = given["type"].as_str().unwrap_or_default();
        if !ENTITY_KINDS.contains(&kind) {
            return Err(Refusal::bad("can't parse MessageEntity: Unsupported type specified"));
        }
        let place = |name: &str| {
            let number = given[name].as_i64().unwrap_or_default();
            let wrong = || Refusal::bad(format!("receive an entity with incorrect {name} {number}"));
            usize::try_from(number).map_err(|_| wrong())
        };
        let (offset, length) = (place("offset")?, place("length")?);
        if offset > whole {
            return Err(Refusal::bad(format!("entity begins after the end of the text at UTF-16 offset {offset}")));
        }
        let end = offset.saturating_add(length);
        if end > whole {
            return Err(Refusal::bad(format!(
                "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
            )));
        }
        let word = |name: &str| given[name].as_str().map(str::to_owned);
        let mut entity = Entity::plain(kind, offset, length);
        match kind {
            "text_link" => {
                let url = word("url").unwrap_or_default();
                let wrong = || Refusal::bad(format!("entity URL '{url}' is invalid: Wrong HTTP URL"));
                entity.url = Some(html::link(&url).ok_or_else(wrong)?);
            }
            "text_mention" => entity.user = given.get("user").cloned(),
            "pre" => entity.language = word("language"),
            "custom_emoji" => entity.custom_emoji_id = word("custom_emoji_id"),
            _ => {}
        }
        text.entities.push(entity);
    }
    Ok(text)
}

/// Refuses a text that is empty or too long.
pub(super) fn checked_text(text: Text) -> Result<Text, Refusal> {
    match text.words.chars().count() {
        0 => Err(Refusal::bad("message text is empty")),
        n if n > LONGEST_TEXT => Err(Refusal::bad("message is too long")),
        _ => Ok(text),
    }
}

/// Refuses a caption that is too long.
pub(super) fn checked_caption(text: Text) -> Result<Text, Refusal> {
    if text.words.chars().count() > LONGEST_CAPTION {
        return Err(Refusal::bad("message caption is too long"));
    }
    Ok(text)
}

impl Chat {
    /// Returns whether this bot may manage topics, and so write in closed ones.
    pub(super) fn may_manage_topics(&self, bot: i64) -> bool {
        matches!(self.standing(bot), Standing::Administrator(rights) if rights.can_manage_topics)
    }

    /// Returns whether this bot may pin. In a private chat always.
    pub(super) fn may_pin(&self, bot: i64) -> bool {
        self.key.is_private()
            || matches!(self.standing(bot), Standing::Administrator(rights) if rights.can_pin_messages)
    }

    /// Returns whether this bot may delete what others wrote. In a private chat always.
    pub(super) fn may_delete(&self, bot: i64) -> bool {
        self.key.is_private()
            || matches!(self.standing(bot), Standing::Administrator(rights) if rights.can_delete_messages)
    }
}
