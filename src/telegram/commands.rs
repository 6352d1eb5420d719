//! The command menus that Telegram shows beside the message field, by language, for private chats and groups.

use teloxide::payloads::{DeleteMyCommandsSetters, SetMyCommandsSetters};
use teloxide::requests::Requester;
use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient};
use teloxide::{Bot, RequestError};

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
pub async fn set_menu_of(bot: &Bot, chat: ChatId, commands: &[(String, String)]) -> Result<(), RequestError> {
    let scope = BotCommandScope::Chat { chat_id: Recipient::Id(chat) };
    if commands.is_empty() {
        bot.delete_my_commands().scope(scope).await?;
    } else {
        let commands: Vec<BotCommand> = commands.iter().map(|(name, what)| BotCommand::new(name, what)).collect();
        bot.set_my_commands(commands).scope(scope).await?;
    }
    Ok(())
}

/// Sets the menus. Without them everything works, so a failure is only noted.
pub async fn set_menus(bot: Bot, menus: Vec<(Language, bool, Vec<MenuEntry>)>) {
    for (language, in_groups, entries) in menus {
        let commands: Vec<BotCommand> = entries.into_iter().map(|e| BotCommand::new(e.name, e.description)).collect();
        let scope = if in_groups { BotCommandScope::AllGroupChats } else { BotCommandScope::AllPrivateChats };
        let mut request = bot.set_my_commands(commands).scope(scope);
        // Without a language code it is what everyone sees whose language we do not speak.
        if language == Language::Nl {
            request = request.language_code("nl");
        }
        if request.await.is_err() {
            tracing::warn!(language = language.code(), in_groups, "the command menu could not be set");
        }
    }
}
