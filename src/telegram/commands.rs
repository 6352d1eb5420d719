//! The command menus that Telegram shows beside the message field, by language, for private chats and groups.

use serde_json::value::RawValue;
use serde_json::{Value, json};
use teloxide::Bot;

use super::call::{CallError, Parameters, call};
use crate::model::Language;

/// One line of a menu.
#[derive(Clone, Debug)]
pub struct MenuEntry {
    /// Name without the slash.
    pub name: String,
    /// What it does, 1–256 characters.
    pub description: String,
}

/// Sets the menu of one private chat; an empty one gives it everybody's back.
pub async fn set_menu_of(bot: &Bot, chat: i64, commands: &[(String, String)]) -> Result<Box<RawValue>, CallError> {
    let here = Parameters::default().with("scope", json!({ "type": "chat", "chat_id": chat }));
    if commands.is_empty() {
        return call(bot, "deleteMyCommands", here).await;
    }
    let lines = commands.iter().map(|(name, what)| line(name, what)).collect::<Vec<_>>();
    call(bot, "setMyCommands", here.with("commands", lines)).await
}

/// Sets the menus. Without them everything works, so a failure is only noted.
pub async fn set_menus(bot: Bot, menus: Vec<(Language, bool, Vec<MenuEntry>)>) {
    for (language, in_groups, entries) in menus {
        let lines = entries.iter().map(|e| line(&e.name, &e.description)).collect::<Vec<_>>();
        let scope = if in_groups { "all_group_chats" } else { "all_private_chats" };
        // Without a language code it is what everyone sees whose language we do not speak.
        let code = (language == Language::Nl).then_some("nl");
        let menu = Parameters::default().with("commands", lines).with("scope", json!({ "type": scope }));
        if call(&bot, "setMyCommands", menu.with_some("language_code", code)).await.is_err() {
            tracing::warn!(language = language.code(), in_groups, "the command menu could not be set");
        }
    }
}

fn line(name: &str, description: &str) -> Value {
    json!({ "command": name, "description": description })
}
