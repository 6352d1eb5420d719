//! What people do: write, send, change, press, follow links, block.

use serde_json::{Value, json};

use super::files::Kind;
use super::log::What;
use super::state::{Author, ChatKey, ChatKind, Message, Query, Standing, State};
use super::text::Text;
use super::world::{Impossible, Where, World, impossible};

/// The longest text a client sends in one message.
const LONGEST: usize = 4096;
/// How long a press is remembered; it cannot be answered for nearly as long.
const QUERY_KEPT_SECONDS: i64 = 3600;

/// Where in a chat something is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteOptions {
    /// The forum topic.
    pub thread: Option<i64>,
    /// The message it answers.
    pub reply_to: Option<i64>,
}

/// Which button is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// The first that says exactly this.
    Label(&'a str),
    /// The first that sends exactly this.
    Data(&'a str),
    /// By row and place in the row, from 0.
    At(usize, usize),
    /// Sends exactly this, whether there is such a button or not: an older screen, or a client that makes things up.
    Made(&'a str),
}

/// What a press did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// The query that the bot has to answer; none for a button that opens an address.
    pub query_id: Option<String>,
    /// The address that it opens. A link that starts a bot has been followed.
    pub url: Option<String>,
}

impl World {
    /// A person writes. What is too long for one message is split, as clients do. Gives the id of the (last) message.
    pub fn write(
        &self,
        place: impl Into<Where>,
        user: i64,
        text: &str,
        options: WriteOptions,
    ) -> Result<i64, Impossible> {
        let place = place.into();
        self.with(|s| s.write(place, Author::Person(user), text, options))
    }

    /// A person writes to a bot.
    pub fn write_private(&self, user: i64, bot: i64, text: &str) -> Result<i64, Impossible> {
        self.write(Where::private(user, bot), user, text, WriteOptions::default())
    }

    /// An administrator of the group writes as the group: from `GroupAnonymousBot`, with `sender_chat`.
    pub fn write_anonymously(&self, chat: i64, text: &str, options: WriteOptions) -> Result<i64, Impossible> {
        self.with(|s| s.write(Where::from(chat), Author::Anonymous, text, options))
    }

    /// A person sends something other than text.
    pub fn send_other(
        &self,
        place: impl Into<Where>,
        user: i64,
        kind: Kind,
        options: WriteOptions,
    ) -> Result<i64, Impossible> {
        let place = place.into();
        self.with(|s| {
            let key = s.find(place)?;
            let (field, value, caption) = s.attachment(user, kind);
            let mut message = s.begin(key, Author::Person(user), options)?;
            message.attached = Some((field, value));
            message.text = Text::typed(&caption);
            s.say(key, message)
        })
    }

    /// A person changes a text of theirs.
    pub fn edit(&self, place: impl Into<Where>, user: i64, message_id: i64, text: &str) -> Result<(), Impossible> {
        let place = place.into();
        self.with(|s| {
            let key = s.find(place)?;
            let now = s.now();
            let Some(message) = s.chats.get_mut(&key).and_then(|c| c.message_mut(message_id)) else {
                return impossible("there is no such message");
            };
            if message.by != Author::Person(user) || message.service.is_some() {
                return impossible("it is not theirs");
            }
            message.text = Text::typed(text);
            message.edited = Some(now);
            let bot = key.is_private().then_some(key.bot);
            s.note(What::PersonEdited { user, chat: key.id, bot, message_id });
            s.deliver(key, message_id, "edited_message");
            Ok(())
        })
    }

    /// A person deletes a message of theirs. Bots hear nothing of it, as with Telegram.
    pub fn delete(&self, place: impl Into<Where>, user: i64, message_id: i64) -> Result<(), Impossible> {
        let place = place.into();
        self.with(|s| {
            let key = s.find(place)?;
            match s.chats.get_mut(&key).and_then(|c| c.message_mut(message_id)) {
                Some(m) if m.by == Author::Person(user) || key.is_private() => m.deleted = true,
                Some(_) => return impossible("it is not theirs"),
                None => return impossible("there is no such message"),
            }
            let bot = key.is_private().then_some(key.bot);
            s.note(What::PersonDeleted { user, chat: key.id, bot, message_id });
            Ok(())
        })
    }

    /// From now on a bot cannot see this message's content in a press (date 0): Telegram does this to old messages.
    pub fn make_inaccessible(&self, place: impl Into<Where>, message_id: i64) -> Result<(), Impossible> {
        let place = place.into();
        self.with(|s| {
            let key = s.find(place)?;
            match s.chats.get_mut(&key).and_then(|c| c.message_mut(message_id)) {
                Some(message) => message.inaccessible = true,
                None => return impossible("there is no such message"),
            }
            Ok(())
        })
    }

    /// A person presses a button on a message of a bot.
    pub fn press(
        &self,
        user: i64,
        place: impl Into<Where>,
        message_id: i64,
        target: Target<'_>,
    ) -> Result<Pressed, Impossible> {
        let place = place.into();
        self.with(|s| s.press(user, place, message_id, target))
    }

    /// A person opens `t.me/<bot>?start=<param>` and presses START. An empty parameter is a plain `/start`.
    pub fn start_link(&self, user: i64, bot: i64, param: &str) -> Result<i64, Impossible> {
        self.with(|s| s.start_link(user, bot, param))
    }

    /// A person opens an address: a link that starts one of our bots is followed, and the id of `/start`'s message
    /// comes back; others do nothing.
    pub fn open_url(&self, user: i64, url: &str) -> Result<Option<i64>, Impossible> {
        self.with(|s| s.open_url(user, url))
    }

    /// A person blocks a bot.
    pub fn block_bot(&self, user: i64, bot: i64) -> Result<(), Impossible> {
        self.with(|s| s.set_blocked(user, bot, true))
    }

    /// A person lets a bot in again.
    pub fn unblock_bot(&self, user: i64, bot: i64) -> Result<(), Impossible> {
        self.with(|s| s.set_blocked(user, bot, false))
    }
}

impl State {
    fn write(&mut self, place: Where, by: Author, text: &str, options: WriteOptions) -> Result<i64, Impossible> {
        let key = self.find(place)?;
        let words: Vec<char> = text.trim().chars().collect();
        if words.is_empty() {
            return impossible("a message needs words");
        }
        let mut last = 0;
        for part in words.chunks(LONGEST) {
            let mut message = self.begin(key, by, options)?;
            message.text = Text::typed(&part.iter().collect::<String>());
            last = self.say(key, message)?;
        }
        Ok(last)
    }

    /// A message that this author may send here, still without content.
    fn begin(&mut self, key: ChatKey, by: Author, options: WriteOptions) -> Result<Message, Impossible> {
        let now = self.now();
        let Some(chat) = self.chat_mut(key) else { return impossible("there is no such chat") };
        if key.is_private() {
            if by != Author::Person(key.id) {
                return impossible("it is somebody else's private chat");
            }
            if chat.blocked {
                return impossible("the bot is blocked");
            }
        } else {
            if !chat.is_live() {
                return impossible("the group is no more");
            }
            let inside = match by {
                Author::Person(id) => chat.standing(id).is_in() && *chat.standing(id) != Standing::Silenced,
                Author::Bot(_) | Author::Anonymous => true,
            };
            if !inside {
                return impossible("is not in the group, or may not write there");
            }
        }
        let mut message = Message::new(by, now);
        if let Some(to) = options.reply_to {
            let Some(answered) = chat.message(to) else { return impossible("there is no message to answer") };
            message.reply_to = Some(to);
            message.thread = match (chat.kind, chat.forum) {
                (ChatKind::Supergroup, true) => answered.thread,
                // Outside forums, a thread is a chain of answers, named after its first message.
                (ChatKind::Supergroup, false) => Some(answered.thread.unwrap_or(to)),
                _ => None,
            };
        }
        if let Some(thread) = options.thread {
            match chat.topics.get(&thread) {
                None => return impossible("there is no such topic"),
                Some(topic) if topic.closed => return impossible("the topic is closed"),
                Some(_) => message.thread = Some(thread),
            }
        }
        Ok(message)
    }

    fn say(&mut self, key: ChatKey, message: Message) -> Result<i64, Impossible> {
        let user = message.by.id();
        if let Some(chat) = self.chat_mut(key) {
            chat.started = true;
        }
        let Some(id) = self.put(key, message) else { return impossible("there is no such chat") };
        let bot = key.is_private().then_some(key.bot);
        self.note(What::PersonWrote { user, chat: key.id, bot, message_id: id });
        self.deliver(key, id, "message");
        Ok(id)
    }

    fn press(&mut self, user: i64, place: Where, message_id: i64, target: Target<'_>) -> Result<Pressed, Impossible> {
        let key = self.find(place)?;
        let Some(chat) = self.chats.get(&key) else { return impossible("there is no such chat") };
        let Some(message) = chat.message(message_id) else { return impossible("there is no such message") };
        if !self.people.contains_key(&user) || (key.is_private() && key.id != user) {
            return impossible("this person does not see the chat");
        }
        if !key.is_private() && !chat.standing(user).is_in() {
            return impossible("is not in the group");
        }
        let made = match target {
            Target::Made(data) => Some(json!({ "callback_data": data })),
            Target::Label(_) | Target::Data(_) | Target::At(..) => None,
        };
        let Some(button) = made.as_ref().or_else(|| find_button(message.inline_keyboard.as_ref(), target)) else {
            return impossible(format!("there is no such button on message {message_id}: {target:?}"));
        };
        if let Some(url) = button["url"].as_str().map(str::to_owned) {
            self.open_url(user, &url)?;
            return Ok(Pressed { query_id: None, url: Some(url) });
        }
        let (Some(data), Author::Bot(bot)) = (button["callback_data"].as_str().map(str::to_owned), message.by) else {
            return impossible("the button does nothing here");
        };
        let label = button["text"].as_str().unwrap_or_default().to_owned();
        let shown = self.message_or_inaccessible(chat, message);
        self.last_query += 1;
        let query_id = format!("{}", 4_000_000_000_000_000_000 + self.last_query);
        let at = self.now();
        // Their ids are in the order of time.
        while self.queries.first_key_value().is_some_and(|(_, q)| at - q.at > QUERY_KEPT_SECONDS) {
            self.queries.pop_first();
        }
        self.queries.insert(query_id.clone(), Query { bot, user, at, answered: false });
        let content = json!({
            "id": query_id, "from": self.user(user), "message": shown,
            "chat_instance": format!("{}", 5_000_000_000_000_000_000 + key.id), "data": data,
        });
        self.note(What::PersonPressed { user, chat: key.id, bot, message_id, query_id: query_id.clone(), data, label });
        self.tell(bot, "callback_query", content);
        Ok(Pressed { query_id: Some(query_id), url: None })
    }

    fn start_link(&mut self, user: i64, bot: i64, param: &str) -> Result<i64, Impossible> {
        if !is_start_param(param) && !param.is_empty() {
            return impossible("a start parameter is at most 64 of A-Za-z0-9_-");
        }
        let key = self.find(Where::private(user, bot))?;
        if self.chats.get(&key).is_some_and(|c| c.blocked) {
            self.set_blocked(user, bot, false)?;
        }
        let text = if param.is_empty() { "/start".to_owned() } else { format!("/start {param}") };
        self.write(Where::private(user, bot), Author::Person(user), &text, WriteOptions::default())
    }

    fn open_url(&mut self, user: i64, url: &str) -> Result<Option<i64>, Impossible> {
        let Some((username, param)) = start_of(url) else { return Ok(None) };
        match self.bot_by_username(&username) {
            Some(bot) => self.start_link(user, bot, &param).map(Some),
            None => Ok(None),
        }
    }

    fn set_blocked(&mut self, user: i64, bot: i64, blocked: bool) -> Result<(), Impossible> {
        let key = self.find(Where::private(user, bot))?;
        let Some(chat) = self.chat_mut(key) else { return impossible("there is no such chat") };
        if chat.blocked == blocked || !chat.started {
            return impossible("that is so already, or they never spoke");
        }
        chat.blocked = blocked;
        let (old, new) =
            if blocked { (Standing::Member, Standing::Kicked) } else { (Standing::Kicked, Standing::Member) };
        self.note(What::PersonBlocked { user, bot, blocked });
        self.tell_standing(key, bot, user, &old, &new);
        Ok(())
    }
}

/// The button meant, in an inline keyboard.
fn find_button<'a>(keyboard: Option<&'a Value>, target: Target<'_>) -> Option<&'a Value> {
    let rows = keyboard?["inline_keyboard"].as_array()?;
    if let Target::At(row, place) = target {
        return rows.get(row)?.as_array()?.get(place);
    }
    let fits = |b: &&Value| match target {
        Target::Label(label) => b["text"] == label,
        Target::Data(data) => b["callback_data"] == data,
        Target::At(..) | Target::Made(_) => false,
    };
    rows.iter().filter_map(Value::as_array).flatten().find(fits)
}

/// Returns whether a bot may be started with this: 1 to 64 of `A-Za-z0-9_-`.
pub(super) fn is_start_param(param: &str) -> bool {
    (1..=64).contains(&param.len()) && param.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Bot and parameter of a link that starts a bot: `https://t.me/<bot>?start=…` or `tg://resolve?domain=…`.
pub(super) fn start_of(url: &str) -> Option<(String, String)> {
    let url = if url.contains("://") { url.to_owned() } else { format!("https://{url}") };
    let url = url::Url::parse(&url).ok()?;
    let asked = |name: &str| url.query_pairs().find(|(k, _)| k == name).map(|(_, v)| v.into_owned());
    let username = match (url.scheme(), url.host_str()) {
        ("https" | "http", Some("t.me" | "telegram.me")) => url.path().trim_matches('/').to_owned(),
        ("tg", Some("resolve")) => asked("domain")?,
        _ => return None,
    };
    asked("start").map(|param| (username, param))
}
