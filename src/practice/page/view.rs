//! What the page shows, as JSON: who there is, the groups and their topics, one chat at a time, and what came in answer
//! to presses.

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Page;
use super::happened::{Act, acts, with_words};
use super::media::{Media, media};
use super::switches::Switches;
use crate::practice::state::{Author, Chat, ChatKind, Message, State as Everything, Topic};
use crate::practice::view::full_name;
use crate::practice::{Arranged, ButtonKind, ButtonView, Entity, Entry, KeyView, What, Where, World};

/// What happened lies within so many entries of the log.
const RECENT: u64 = 1000;

/// The neighbourhood without what was said in it.
#[derive(Serialize)]
pub(super) struct StateView {
    /// The number of the newest entry of the log: `since` of the next question.
    log: u64,
    /// The time, in milliseconds since 1970.
    now_ms: i64,
    bots: Vec<BotView>,
    people: Vec<PersonView>,
    groups: Vec<GroupView>,
    /// What just happened, and to whom.
    happened: Vec<Act>,
    /// The number of the log's entry with which this neighbourhood began; none while it is being set up again.
    began: Option<u64>,
    switches: Switches,
    /// Answers to presses after `since`.
    answers: Vec<AnswerView>,
    /// What the server refused a bot after `since`, for whoever looks in the browser's console.
    refused: Vec<String>,
}

#[derive(Serialize)]
struct BotView {
    id: i64,
    name: String,
    username: String,
}

#[derive(Serialize)]
struct PersonView {
    id: i64,
    name: String,
    private: Vec<PrivateView>,
}

/// A person's private chat with a bot.
#[derive(Serialize)]
struct PrivateView {
    bot: i64,
    started: bool,
    blocked: bool,
    /// How many messages the bot ever sent here: what is more than one saw is new.
    count: usize,
}

#[derive(Serialize)]
struct GroupView {
    id: i64,
    title: String,
    forum: bool,
    /// People in it, without bots.
    members: Vec<i64>,
    /// Bots in it.
    bots: Vec<i64>,
    /// A basic group can still become a supergroup.
    basic: bool,
    /// At least one: what is outside every topic has no id and no name.
    topics: Vec<TopicView>,
}

#[derive(Serialize)]
struct TopicView {
    id: Option<i64>,
    name: Option<String>,
    /// The newest message's id, or 0.
    last: i64,
}

#[derive(Serialize)]
struct AnswerView {
    query: String,
    user: i64,
    text: String,
    alert: bool,
    url: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Since {
    /// The number of the last entry of the log that the page knows; none when it has just been opened.
    since: Option<u64>,
}

/// `GET /api/state`.
pub(super) async fn state(State(page): State<Page>, Query(Since { since }): Query<Since>) -> Json<StateView> {
    let (log, bots, people, groups) = page.world.with(|s| {
        let bots = s.bots.values().map(|b| BotView { id: b.id, name: b.name.clone(), username: b.username.clone() });
        let people =
            s.people.keys().map(|id| PersonView { id: *id, name: s.name(*id), private: private_chats(s, *id) });
        let groups = s.chats.values().filter(|c| !c.key.is_private() && c.is_live()).map(|c| group(s, c));
        (s.log.len() as u64, bots.collect(), people.collect(), groups.collect())
    });
    let mut view = StateView {
        log,
        now_ms: page.clock.now_ms(),
        bots,
        people,
        groups,
        happened: happened(&page.world, log),
        began: began(&page.world),
        switches: page.switches(),
        answers: Vec::new(),
        refused: Vec::new(),
    };
    // Nobody waits for what happened before the page was opened.
    let news = since.map(|since| page.world.log(since)).unwrap_or_default();
    for entry in news.into_iter().filter(|e| e.number <= log) {
        match entry.what {
            What::PressAnswered { query_id, user, text, alert, url, .. } => {
                view.answers.push(AnswerView { query: query_id, user, text, alert, url });
            }
            What::Refused { method, code, description, .. } => {
                view.refused.push(format!("{method}: {code} {description}"));
            }
            _ => {}
        }
    }
    Json(view)
}

/// What just happened, up to this entry of the log.
fn happened(world: &World, log: u64) -> Vec<Act> {
    let acts = acts(&world.log(log.saturating_sub(RECENT)));
    world.with(|s| {
        with_words(acts, |bot, chat, message| {
            let chat = s.chat_at(Where { chat, bot: Some(bot) })?;
            chat.message(message)?.text.words.lines().next().map(str::to_owned)
        })
    })
}

/// A neighbourhood whose stage nobody set was there from the beginning.
fn began(world: &World) -> Option<u64> {
    let sign = |e: &Entry| match e.what {
        What::Arranged { how: Arranged::Ready } => Some(Some(e.number)),
        What::Arranged { how: Arranged::Again } => Some(None),
        _ => None,
    };
    world.with(|s| s.log.iter().rev().find_map(sign)).unwrap_or(Some(0))
}

fn private_chats(s: &Everything, person: i64) -> Vec<PrivateView> {
    let with = |bot: &i64| {
        let chat = s.chats.values().find(|c| c.key.id == person && c.key.bot == *bot);
        let by_bot = |c: &Chat| c.messages.values().filter(|m| m.by == Author::Bot(*bot)).count();
        PrivateView {
            bot: *bot,
            started: chat.is_some_and(|c| c.started),
            blocked: chat.is_some_and(|c| c.blocked),
            count: chat.map_or(0, by_bot),
        }
    };
    s.bots.keys().map(with).collect()
}

fn group(s: &Everything, chat: &Chat) -> GroupView {
    let last = |topic: Option<i64>| {
        let here = chat.messages.values().rev().find(|m| !m.deleted && (!chat.forum || m.thread == topic));
        here.map_or(0, |m| m.id)
    };
    let mut topics = vec![TopicView { id: None, name: None, last: last(None) }];
    if chat.forum {
        let view =
            |(id, t): (&i64, &Topic)| TopicView { id: Some(*id), name: Some(t.name.clone()), last: last(Some(*id)) };
        topics.extend(chat.topics.iter().map(view));
    }
    let inside = chat.members.iter().filter(|(id, standing)| standing.is_in() && s.people.contains_key(id));
    GroupView {
        id: chat.key.id,
        title: chat.title.clone(),
        forum: chat.forum,
        members: inside.map(|(id, _)| *id).collect(),
        bots: s.bots_in(chat.key),
        basic: chat.kind == ChatKind::Group,
        topics,
    }
}

/// A chat as one person sees it.
#[derive(Serialize)]
pub(super) struct ChatView {
    messages: Vec<Line>,
    commands: Vec<CommandLine>,
    /// What stands in the place of the ordinary keyboard, row by row.
    keyboard: Vec<Vec<Key>>,
}

/// A message; `rows` are its buttons.
#[derive(Serialize)]
struct Line {
    id: i64,
    from: From,
    text: String,
    entities: Vec<Entity>,
    rows: Vec<Vec<Button>>,
    edited: bool,
    reply_to: Option<i64>,
    thread: Option<i64>,
    date: i64,
    attachment: Option<String>,
    media: Option<Media>,
    service: Option<Service>,
}

#[derive(Serialize)]
struct From {
    id: i64,
    name: String,
    bot: bool,
}

/// A button: `data` for the bot, or an address to open, or (neither) something that only Telegram can do.
#[derive(Serialize)]
struct Button {
    label: String,
    data: Option<String>,
    url: Option<String>,
}

/// A service message: its field in the Bot API, and the names or title in it.
#[derive(Serialize)]
struct Service {
    kind: &'static str,
    about: String,
}

/// An entry of the menu, and what choosing it sends here.
#[derive(Serialize)]
struct CommandLine {
    command: String,
    description: String,
    sends: String,
}

#[derive(Serialize)]
struct Key {
    label: String,
    /// `text`, `contact` or `location`.
    kind: &'static str,
}

#[derive(Deserialize)]
pub(super) struct ChatQuery {
    #[serde(rename = "as")]
    user: i64,
    chat: i64,
    bot: Option<i64>,
}

/// `GET /api/chat`. An unknown chat is an empty one.
pub(super) async fn chat(State(page): State<Page>, Query(asked): Query<ChatQuery>) -> Json<ChatView> {
    let place = Where { chat: asked.chat, bot: asked.bot };
    let world = &page.world;
    let messages = world.with(|s| {
        let messages = s.chat_at(place).into_iter().flat_map(|c| c.messages.values());
        messages.filter(|m| !m.deleted).map(|m| line(s, m)).collect()
    });
    let mut commands = Vec::new();
    for bot in world.bots() {
        let group = asked.chat < 0;
        if !group && asked.bot.is_some_and(|wanted| wanted != bot.id) {
            continue;
        }
        if group && !world.with(|s| s.find(place).is_ok_and(|key| s.bots_in(key).contains(&bot.id))) {
            continue;
        }
        commands.extend(world.menu(place, asked.user, bot.id).into_iter().map(|c| CommandLine {
            // Clients name the bot in a group, so that no other bot answers.
            sends: if group { format!("/{}@{}", c.command, bot.username) } else { format!("/{}", c.command) },
            command: c.command,
            description: c.description,
        }));
    }
    let keyboard = world.reply_keyboard(place).into_iter().map(|row| row.into_iter().map(key).collect()).collect();
    Json(ChatView { messages, commands, keyboard })
}

/// Whom or what a service message is about: names, a title, or nothing.
fn about(value: &Value) -> String {
    match value {
        Value::Array(users) => users.iter().map(full_name).collect::<Vec<_>>().join(", "),
        Value::String(title) => title.clone(),
        Value::Object(user) if user.get("first_name").is_some_and(Value::is_string) => full_name(value),
        topic => topic["name"].as_str().unwrap_or_default().to_owned(),
    }
}

fn line(s: &Everything, message: &Message) -> Line {
    let m = s.view(message);
    Line {
        id: m.id,
        from: From { id: m.from.id, name: m.from.name, bot: m.from.is_bot },
        text: m.text,
        entities: m.entities,
        rows: m.keyboard.into_iter().map(|row| row.into_iter().map(button).collect()).collect(),
        edited: m.edited,
        reply_to: m.reply_to,
        thread: m.thread,
        date: m.date,
        attachment: m.attachment,
        media: message.attached.as_ref().and_then(|(_, value)| media(value)),
        service: message.service.as_ref().map(|(kind, value)| Service { kind, about: about(value) }),
    }
}

fn button(b: ButtonView) -> Button {
    let (data, url) = match b.kind {
        ButtonKind::Data(data) => (Some(data), None),
        ButtonKind::Url(url) => (None, Some(url)),
        ButtonKind::Other(_) => (None, None),
    };
    Button { label: b.label, data, url }
}

fn key(k: KeyView) -> Key {
    let kind = match (k.shares_contact, k.shares_location) {
        (true, _) => "contact",
        (_, true) => "location",
        _ => "text",
    };
    Key { label: k.label, kind }
}
