//! What a bot gets to hear, and the queue it waits in until an offset confirms it.

use serde_json::{Value, json};

use super::state::{Author, BotState, ChatKey, Message, Standing, State, Waiting};

/// How long an update is kept for a bot that does not fetch it.
const KEPT_SECONDS: i64 = 24 * 3600;

/// Kinds that a bot gets only when it names them.
const ASKED_FOR: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

impl BotState {
    fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(kinds) => kinds.contains(kind),
            None => !ASKED_FOR.contains(&kind),
        }
    }

    /// Drops what is older than Telegram keeps.
    pub fn forget_old(&mut self, now: i64) {
        while self.queue.front().is_some_and(|w| w.at + KEPT_SECONDS <= now) {
            self.queue.pop_front();
        }
    }
}

impl State {
    /// Queues an update of this kind, unless the bot does not ask for it.
    pub fn tell(&mut self, bot: i64, kind: &str, content: Value) {
        if self.bots.get(&bot).is_some_and(|b| b.wants(kind)) {
            self.queue(bot, json!({ kind: content }));
        }
    }

    /// Queues an update as it stands and gives its id.
    pub fn queue(&mut self, bot: i64, mut update: Value) -> Option<i64> {
        let now = self.now();
        let bot = self.bots.get_mut(&bot)?;
        bot.forget_old(now);
        let id = bot.next_update;
        bot.next_update = bot.next_update.saturating_add(1);
        if let Some(fields) = update.as_object_mut() {
            fields.insert("update_id".into(), id.into());
        }
        bot.queue.push_back(Waiting { id, at: now, update });
        self.stirred += 1;
        Some(id)
    }

    /// Tells the bots that may see it about a message.
    pub fn deliver(&mut self, key: ChatKey, message_id: i64, kind: &str) {
        for bot in self.bots_in(key) {
            self.deliver_to(bot, key, message_id, kind);
        }
    }

    /// Tells one bot about a message, if it may see it.
    pub fn deliver_to(&mut self, bot: i64, key: ChatKey, message_id: i64, kind: &str) {
        let Some(chat) = self.chats.get(&key) else { return };
        let Some(message) = chat.message(message_id) else { return };
        if message.by == Author::Bot(bot) || !self.may_see(bot, key, message) {
            return;
        }
        let content = self.message(chat, message);
        self.tell(bot, kind, content);
    }

    /// Privacy mode: in a group a bot hears commands meant for it, replies to its messages and service messages, unless it is
    /// an administrator or privacy mode is off. No bot ever hears another bot.
    fn may_see(&self, bot: i64, key: ChatKey, message: &Message) -> bool {
        if key.is_private() {
            return true;
        }
        if message.service.is_some() {
            return true;
        }
        if matches!(message.by, Author::Bot(_)) {
            return false;
        }
        let (Some(bot), Some(chat)) = (self.bots.get(&bot), self.chats.get(&key)) else { return false };
        if bot.reads_everything || matches!(chat.standing(bot.id), Standing::Administrator(_) | Standing::Creator) {
            return true;
        }
        let to_bot = message.reply_to.and_then(|id| chat.message(id)).is_some_and(|m| m.by == Author::Bot(bot.id));
        to_bot || self.is_command_for(bot, chat.last_bot, message)
    }

    fn is_command_for(&self, bot: &BotState, last_bot: Option<i64>, message: &Message) -> bool {
        message.text.entities.iter().filter(|e| e.kind == "bot_command").any(|e| {
            let words: Vec<u16> = message.text.words.encode_utf16().skip(e.offset).take(e.length).collect();
            let command = String::from_utf16_lossy(&words);
            match command.split_once('@') {
                Some((_, name)) => name.eq_ignore_ascii_case(&bot.username),
                None => last_bot == Some(bot.id),
            }
        })
    }

    /// `my_chat_member` or `chat_member`: somebody's standing changed.
    pub fn tell_standing(&mut self, key: ChatKey, user: i64, by: i64, old: &Standing, new: &Standing) {
        let change = |s: &State| {
            json!({
                "chat": s.chat(key), "from": s.user(by), "date": s.now(),
                "old_chat_member": s.member(user, old), "new_chat_member": s.member(user, new),
            })
        };
        if self.bots.contains_key(&user) {
            let content = change(self);
            self.tell(user, "my_chat_member", content);
        }
        for bot in self.bots_in(key) {
            let is_admin = |c: &super::state::Chat| matches!(c.standing(bot), Standing::Administrator(_));
            if bot != user && self.chats.get(&key).is_some_and(is_admin) {
                let content = change(self);
                self.tell(bot, "chat_member", content);
            }
        }
    }
}
