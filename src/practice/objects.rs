//! The world in the Bot API's own objects: `User`, `Chat`, `Message`, `ChatMember`.

use serde_json::{Map, Value, json};

use super::state::{ANONYMOUS, AdminRights, Author, Chat, ChatKey, ChatKind, Message, Standing, State, Topic};
use super::text::Text;

impl State {
    /// `User` of a person or a bot.
    pub fn user(&self, id: i64) -> Value {
        if id == ANONYMOUS {
            return json!({"id": ANONYMOUS, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot"});
        }
        if let Some(bot) = self.bots.get(&id) {
            return json!({"id": id, "is_bot": true, "first_name": bot.name, "username": bot.username});
        }
        let mut user = Map::new();
        user.insert("id".into(), id.into());
        user.insert("is_bot".into(), false.into());
        match self.people.get(&id) {
            Some(p) => {
                user.insert("first_name".into(), p.first_name.clone().into());
                set(&mut user, "last_name", p.last_name.clone());
                set(&mut user, "username", p.username.clone());
                set(&mut user, "language_code", p.language_code.clone());
            }
            None => set(&mut user, "first_name", Some(String::new())),
        }
        user.into()
    }

    /// `Chat`.
    pub fn chat(&self, key: ChatKey) -> Value {
        let mut out = Map::new();
        out.insert("id".into(), key.id.into());
        if key.is_private() {
            out.insert("type".into(), "private".into());
            if let Some(p) = self.people.get(&key.id) {
                out.insert("first_name".into(), p.first_name.clone().into());
                set(&mut out, "last_name", p.last_name.clone());
                set(&mut out, "username", p.username.clone());
            }
        } else if let Some(chat) = self.chats.get(&key) {
            out.insert("type".into(), if chat.kind == ChatKind::Group { "group" } else { "supergroup" }.into());
            out.insert("title".into(), chat.title.clone().into());
            if chat.forum {
                out.insert("is_forum".into(), true.into());
            }
            if chat.kind == ChatKind::Group {
                out.insert("all_members_are_administrators".into(), false.into());
            }
        }
        out.into()
    }

    /// `from` and, for an anonymous administrator, `sender_chat`.
    fn author(&self, by: Author, key: ChatKey, out: &mut Map<String, Value>) {
        out.insert("from".into(), self.user(by.id()));
        if by == Author::Anonymous {
            out.insert("sender_chat".into(), self.chat(key));
        }
    }

    /// `Message`, as a bot gets it.
    pub fn message(&self, chat: &Chat, message: &Message) -> Value {
        self.message_at(chat, message, true)
    }

    fn message_at(&self, chat: &Chat, message: &Message, with_reply: bool) -> Value {
        let mut out = Map::new();
        out.insert("message_id".into(), message.id.into());
        self.author(message.by, chat.key, &mut out);
        out.insert("chat".into(), self.chat(chat.key));
        out.insert("date".into(), message.date.into());
        set(&mut out, "edit_date", message.edited);
        set(&mut out, "forward_origin", message.forward_origin.clone());
        if let Some(thread) = message.thread {
            out.insert("message_thread_id".into(), thread.into());
            if chat.forum {
                out.insert("is_topic_message".into(), true.into());
            }
        }
        // In a topic, a message that answers nothing answers the message that made the topic.
        let reply_to = message.reply_to.or(message.thread.filter(|t| chat.forum && *t != message.id));
        if let Some(to) = reply_to.filter(|_| with_reply).and_then(|id| chat.message(id)) {
            out.insert("reply_to_message".into(), self.message_at(chat, to, false));
        }
        let Text { words, entities } = &message.text;
        match &message.attached {
            Some((field, value)) => {
                out.insert((*field).into(), value.clone());
                if !words.is_empty() {
                    out.insert("caption".into(), words.clone().into());
                    if !entities.is_empty() {
                        out.insert("caption_entities".into(), json!(entities));
                    }
                }
            }
            None if message.service.is_none() => {
                out.insert("text".into(), words.clone().into());
                if !entities.is_empty() {
                    out.insert("entities".into(), json!(entities));
                }
            }
            None => {}
        }
        if let Some((field, value)) = &message.service {
            out.insert((*field).into(), value.clone());
        }
        set(&mut out, "reply_markup", message.inline_keyboard.clone());
        out.into()
    }

    /// `message` of a callback query: without its content where the bot cannot see that any more.
    pub fn message_or_inaccessible(&self, chat: &Chat, message: &Message) -> Value {
        if message.inaccessible {
            return json!({"chat": self.chat(chat.key), "message_id": message.id, "date": 0});
        }
        self.message(chat, message)
    }

    /// `ChatMember`.
    pub fn member(&self, user: i64, standing: &Standing) -> Value {
        let user = self.user(user);
        match standing {
            Standing::Creator => json!({"status": "creator", "user": user, "is_anonymous": false}),
            Standing::Administrator(rights) => {
                let mut out = rights.json();
                out.insert("status".into(), "administrator".into());
                out.insert("user".into(), user);
                out.insert("can_be_edited".into(), false.into());
                out.into()
            }
            Standing::Member => json!({"status": "member", "user": user}),
            Standing::Silenced => {
                let mut out: Map<String, Value> = PERMISSIONS.iter().map(|p| ((*p).to_owned(), false.into())).collect();
                out.insert("status".into(), "restricted".into());
                out.insert("user".into(), user);
                out.insert("is_member".into(), true.into());
                out.insert("until_date".into(), 0.into());
                out.into()
            }
            Standing::Left => json!({"status": "left", "user": user}),
            Standing::Kicked => json!({"status": "kicked", "user": user, "until_date": 0}),
        }
    }

    /// `ForumTopic`'s common part, which is also `ForumTopicCreated`.
    pub fn topic(topic: &Topic) -> Map<String, Value> {
        let mut out = Map::new();
        out.insert("name".into(), topic.name.clone().into());
        out.insert("icon_color".into(), 7_322_096.into());
        out
    }
}

/// What an ordinary member may do; the fields of `ChatPermissions`.
pub(super) const PERMISSIONS: [&str; 14] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
];

impl Author {
    /// Telegram's id of the account.
    pub fn id(self) -> i64 {
        match self {
            Author::Person(id) | Author::Bot(id) => id,
            Author::Anonymous => ANONYMOUS,
        }
    }
}

impl AdminRights {
    fn json(&self) -> Map<String, Value> {
        [
            ("is_anonymous", false),
            ("can_manage_chat", true),
            ("can_change_info", false),
            ("can_delete_messages", self.can_delete_messages),
            ("can_invite_users", true),
            ("can_restrict_members", false),
            ("can_pin_messages", self.can_pin_messages),
            ("can_manage_topics", self.can_manage_topics),
            ("can_promote_members", false),
            ("can_manage_video_chats", false),
            ("can_post_stories", false),
            ("can_edit_stories", false),
            ("can_delete_stories", false),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Value::Bool(value)))
        .collect()
    }
}

pub(super) fn set(out: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        out.insert(name.into(), value.into());
    }
}
