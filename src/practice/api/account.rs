//! The bot's own account: who it is, its commands, its descriptions, its files.

use serde_json::{Value, json};

use super::reach::To;
use super::request::Params;
use crate::practice::log::What;
use crate::practice::refusal::Refusal;
use crate::practice::state::State;

const MOST_COMMANDS: usize = 100;

impl State {
    pub(super) fn get_me(&self, bot: i64) -> Result<Value, Refusal> {
        let mut me = self.user(bot);
        if let (Some(fields), Some(bot)) = (me.as_object_mut(), self.bots.get(&bot)) {
            for name in [
                "supports_inline_queries",
                "can_connect_to_business",
                "has_main_web_app",
                "has_topics_enabled",
                "allows_users_to_create_topics",
                "can_manage_bots",
            ] {
                fields.insert(name.into(), false.into());
            }
            fields.insert("can_join_groups".into(), true.into());
            fields.insert("can_read_all_group_messages".into(), bot.reads_everything.into());
        }
        Ok(me)
    }
}

/// Scope and language as one key.
fn place(s: &State, bot: i64, p: &Params) -> Result<(String, String), Refusal> {
    let scope = p.get("scope").cloned().unwrap_or(json!({"type": "default"}));
    let kind = scope["type"].as_str().unwrap_or_default();
    let absent = |field: &str| Refusal::bad(format!("can't parse BotCommandScope: Can't find field \"{field}\""));
    let chat = || {
        let id = scope["chat_id"].as_i64().ok_or_else(|| absent("chat_id"))?;
        s.reach_id(bot, id, To::Look)
    };
    let key = match kind {
        "" => "default".into(),
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => kind.to_owned(),
        "chat" => format!("chat {}", chat()?.id),
        "chat_administrators" => format!("chat_administrators {}", chat()?.id),
        "chat_member" => {
            let user = scope["user_id"].as_i64().ok_or_else(|| absent("user_id"))?;
            format!("chat_member {} {user}", chat()?.id)
        }
        _ => return Err(Refusal::bad("can't parse BotCommandScope: Unsupported type specified")),
    };
    Ok((key, language(p)?))
}

fn language(p: &Params) -> Result<String, Refusal> {
    let language = p.text("language_code").unwrap_or_default();
    let two_letters = language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase());
    if !two_letters && !language.is_empty() {
        return Err(Refusal::bad("invalid language code specified"));
    }
    Ok(language.to_owned())
}

pub(super) fn set_commands(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let place = place(s, bot, p)?;
    let given = p.get("commands").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if given.len() > MOST_COMMANDS {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let mut commands = Vec::new();
    for command in given {
        let name = command["command"].as_str().unwrap_or_default();
        let name = name.strip_prefix('/').unwrap_or(name);
        let description = command["description"].as_str().unwrap_or_default().trim();
        if name.is_empty() {
            return Err(Refusal::bad("command must be non-empty"));
        }
        if description.is_empty() {
            return Err(Refusal::bad("command description must be non-empty"));
        }
        let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if name.len() > 32 || !name.bytes().all(good) {
            return Err(Refusal::bad("BOT_COMMAND_INVALID"));
        }
        if description.chars().count() > 256 {
            return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
        let mut kept = json!({"command": name, "description": description});
        if command["is_ephemeral"] == true {
            kept["is_ephemeral"] = true.into();
        }
        commands.push(kept);
    }
    put_commands(s, bot, place, commands, "setMyCommands")
}

pub(super) fn delete_commands(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let place = place(s, bot, p)?;
    put_commands(s, bot, place, Vec::new(), "deleteMyCommands")
}

fn put_commands(
    s: &mut State,
    bot: i64,
    place: (String, String),
    commands: Vec<Value>,
    method: &str,
) -> Result<Value, Refusal> {
    if let Some(bot) = s.bots.get_mut(&bot) {
        if commands.is_empty() {
            bot.commands.remove(&place);
        } else {
            bot.commands.insert(place, commands);
        }
    }
    s.note(What::BotProfile { bot, method: method.into() });
    Ok(true.into())
}

pub(super) fn get_commands(s: &State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let place = place(s, bot, p)?;
    Ok(s.bots.get(&bot).and_then(|b| b.commands.get(&place)).cloned().unwrap_or_default().into())
}

/// Name, description and short description, each by language. `longest` is in characters.
pub(super) fn set_words(
    s: &mut State,
    bot: i64,
    p: &Params,
    method: &str,
    which: &'static str,
    longest: usize,
) -> Result<Value, Refusal> {
    let language = language(p)?;
    let words = p.text(which).unwrap_or_default().trim().to_owned();
    if words.chars().count() > longest {
        return Err(Refusal::bad(format!("{} is too long", which.replace('_', " "))));
    }
    if let Some(bot) = s.bots.get_mut(&bot) {
        if which == "name" && language.is_empty() && !words.is_empty() {
            bot.name.clone_from(&words);
        }
        if words.is_empty() {
            bot.words.remove(&(which, language));
        } else {
            bot.words.insert((which, language), words);
        }
    }
    s.note(What::BotProfile { bot, method: method.into() });
    Ok(true.into())
}

/// In the language asked for, else as set without a language.
pub(super) fn get_words(s: &State, bot: i64, p: &Params, which: &'static str) -> Result<Value, Refusal> {
    let language = language(p)?;
    let words = s.bots.get(&bot).map(|bot| {
        let of = |language: String| bot.words.get(&(which, language)).cloned();
        let own = (which == "name").then(|| bot.name.clone());
        of(language).or_else(|| of(String::new())).or(own).unwrap_or_default()
    });
    Ok(json!({ which: words.unwrap_or_default() }))
}

pub(super) fn get_file(s: &State, p: &Params) -> Result<Value, Refusal> {
    let id = p.text("file_id").unwrap_or_default();
    let file = s.files.get(id);
    let file = file.ok_or_else(|| Refusal::bad("wrong file_id or the file is temporarily unavailable"))?;
    Ok(json!({
        "file_id": id, "file_unique_id": file.unique_id, "file_size": file.bytes.len(), "file_path": file.path,
    }))
}
