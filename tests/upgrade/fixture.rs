//! The old database and the Telegram that belongs to it: read from `tests/fixtures/old`, and put on a stage of its own.
//!
//! The local Telegram gives the same ids again when the same people, groups and messages come in the same order. What the
//! messages say is not needed: buttons are pressed by their data.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use stoep::model::Moment;
use stoep::practice::{Kind, NewPerson, WriteOptions};
use stoep::store::Key;

use crate::harness::Stage;
use crate::harness::cast::MAY_DELETE;

/// More than any update id that the old database has seen.
const NEXT_UPDATE: i64 = 950_000_000;

/// What stands beside the old database.
#[derive(Deserialize)]
pub struct Old {
    /// When its program was stopped.
    pub at: i64,
    people: Vec<(String, Option<String>, Option<String>)>,
    /// Id, title, kind, has it topics, who made it.
    groups: Vec<(i64, String, String, bool, i64)>,
    /// Chat, id, how it came about, is it deleted.
    messages: Vec<(i64, i64, Vec<Value>, bool)>,
    /// Buttons that were sent: up to three of each kind.
    pub buttons: Vec<Button>,
    /// Dialogues that somebody is in the middle of.
    pub halves: Vec<Half>,
    /// The jobs that wait: feature, kind, thing and time.
    pub jobs: Vec<(String, String, i64, i64)>,
}

/// A button that was sent.
#[derive(Deserialize)]
pub struct Button {
    pub data: String,
    pub label: String,
    /// Who presses it.
    pub by: i64,
    pub chat: i64,
    pub message: i64,
    /// How the message began.
    pub under: String,
}

/// A dialogue that somebody is in the middle of, and how they go on.
#[derive(Deserialize)]
pub struct Half {
    pub user: i64,
    pub flow: String,
    pub step: String,
    pub press: Option<(i64, String)>,
    pub write: Option<String>,
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/old")
}

pub fn old() -> Old {
    serde_json::from_str(&std::fs::read_to_string(folder().join("world.json")).unwrap()).unwrap()
}

/// The key of the old database.
pub fn key() -> Key {
    let text = std::fs::read_to_string(folder().join("key.hex")).unwrap();
    let digits = text.trim();
    let bytes: Vec<u8> =
        (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(&digits[i..i + 2], 16).unwrap()).collect();
    Key::of_bytes(&bytes).unwrap()
}

/// Only to read, beside the program.
pub async fn reading(database: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(database).read_only(true).connect().await.unwrap()
}

/// The old database with its Telegram; the program does not run yet.
pub async fn stage(old: &Old) -> Stage {
    let stage = Stage::waiting(Moment(old.at)).await.unwrap();
    let (database, key) = (&stage.config.database, &stage.config.key);
    std::fs::create_dir_all(database.parent().unwrap()).unwrap();
    std::fs::create_dir_all(key.parent().unwrap()).unwrap();
    std::fs::copy(folder().join("stoep.db"), database).unwrap();
    std::fs::copy(folder().join("key.hex"), key).unwrap();
    for file in [database, key] {
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    let telegram = Telegram { stage: &stage, owner: old.groups[0].4, client: reqwest::Client::new() };
    telegram.fill(old).await;
    stage
}

struct Telegram<'a> {
    stage: &'a Stage,
    /// Who made the first group, and the one elsewhere.
    owner: i64,
    client: reqwest::Client,
}

impl Telegram<'_> {
    async fn fill(&self, old: &Old) {
        let world = &self.stage.world;
        let bot = self.stage.bot.id;
        for (name, username, language_code) in &old.people {
            let (username, language_code) = (username.clone(), language_code.clone());
            world.add_person(NewPerson { first_name: name.clone(), last_name: None, username, language_code });
        }
        for (id, title, kind, forum, creator) in &old.groups {
            assert_eq!(world.add_group(title, kind == "supergroup", *forum, *creator), *id);
        }
        let elsewhere = world.add_group("Elders", true, false, self.owner);
        for (chat, id, how, deleted) in &old.messages {
            self.put(*chat, how, elsewhere).await;
            let there = world.messages(*chat).iter().any(|m| m.id == *id);
            assert!(there, "message {id} of {chat} did not come about: {how:?}");
            if *deleted && how[0] == "bot" {
                self.call("deleteMessage", json!({ "chat_id": chat, "message_id": id })).await;
            }
        }
        let seen = self.call("getUpdates", json!({ "offset": -1, "timeout": 0 })).await;
        let last = seen[0]["update_id"].as_i64().unwrap();
        self.call("getUpdates", json!({ "offset": last + 1, "timeout": 0 })).await;
        assert_eq!(world.unconfirmed(bot), 0);
        world.set_next_update_id(bot, NEXT_UPDATE);
    }

    /// One message comes about again. A file that Stoep made has a name that no other may get: something takes that `elsewhere`.
    async fn put(&self, chat: i64, how: &[Value], elsewhere: i64) {
        let (world, bot) = (&self.stage.world, self.stage.bot.id);
        let who = || how[1].as_i64().unwrap();
        let options = |thread: Option<&Value>| WriteOptions { thread: thread.and_then(Value::as_i64), reply_to: None };
        match how[0].as_str().unwrap() {
            "wrote" => _ = world.write(chat, who(), "iets", options(how.get(2))).unwrap(),
            "voice" => _ = world.send_other(chat, who(), Kind::Voice, options(how.get(2))).unwrap(),
            "photo" => {
                _ = world.send_other(chat, who(), Kind::Photo { caption: String::new() }, options(how.get(2))).unwrap();
            }
            "contact" => {
                let kind = Kind::Contact { phone: "31612345678".into(), own: true };
                _ = world.send_other(chat, who(), kind, options(how.get(2))).unwrap();
            }
            "topic" => _ = world.create_topic(chat, who(), how[2].as_str().unwrap()).unwrap(),
            "new_chat_members" => world.add_member(chat, who()).unwrap(),
            "stoep" => {
                let rights = how[2].as_bool().unwrap().then_some(MAY_DELETE);
                world.add_bot_to_group(chat, bot, who(), rights).unwrap();
            }
            "bot" => {
                let mut body = json!({ "chat_id": chat });
                if !how[3].is_null() {
                    body["message_thread_id"] = how[3].clone();
                }
                let known = how[2].as_str().is_some_and(|file| world.file(file).is_some());
                let method = match how[1].as_str() {
                    Some("photo") if known => "sendPhoto",
                    Some("voice") if known => "sendVoice",
                    Some("document") if known => "sendDocument",
                    _ => "sendMessage",
                };
                match how[1].as_str() {
                    Some(field) if known => body[field] = how[2].clone(),
                    field => {
                        body["text"] = "iets".into();
                        let kind = match field {
                            None => None,
                            Some("photo") => Some(Kind::Photo { caption: String::new() }),
                            Some(_) => Some(Kind::Sticker),
                        };
                        if let Some(kind) = kind {
                            _ = world.send_other(elsewhere, self.owner, kind, options(None)).unwrap();
                        }
                    }
                }
                self.call(method, body).await;
            }
            other => panic!("a message by {other}"),
        }
    }

    async fn call(&self, method: &str, body: Value) -> Value {
        let url = format!("{}bot{}/{method}", self.stage.config.api_url, self.stage.bot.token);
        let answer: Value = self.client.post(url).json(&body).send().await.unwrap().json().await.unwrap();
        assert_eq!(answer["ok"], true, "{method} {body}: {answer}");
        answer["result"].clone()
    }
}
