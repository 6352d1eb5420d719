//! What one does on the page: each act is a person's, so each names who acts (`as`).

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Page;
use crate::practice::{AdminRights, Impossible, Kind, Target, Where, World, WriteOptions};

/// An act's answer: what came of it, or 409 with the reason where the world does not allow it.
type Done = Result<Json<Value>, Impossible>;

impl IntoResponse for Impossible {
    fn into_response(self) -> Response {
        (StatusCode::CONFLICT, Json(json!({ "error": self.to_string() }))).into_response()
    }
}

#[derive(Deserialize)]
pub(super) struct Write {
    #[serde(rename = "as")]
    user: i64,
    chat: i64,
    bot: Option<i64>,
    thread: Option<i64>,
    reply_to: Option<i64>,
    text: String,
    /// Was it a key of the bot's own keyboard?
    #[serde(default)]
    key: bool,
}

/// `POST /api/write`: somebody writes.
pub(super) async fn write(State(page): State<Page>, Json(act): Json<Write>) -> Done {
    let options = WriteOptions { thread: act.thread, reply_to: act.reply_to };
    let place = Where { chat: act.chat, bot: act.bot };
    let message = page.world.write(place, act.user, &act.text, options)?;
    if act.key {
        put_away(&page.world, place);
    }
    Ok(Json(json!({ "message": message })))
}

/// A one-time keyboard goes from the screen once a key of it was used; bots hear nothing of that.
fn put_away(world: &World, place: Where) {
    world.with(|s| {
        let chat = s.find(place).ok().and_then(|key| s.chat_mut(key));
        if let Some(chat) = chat.filter(|c| c.reply_keyboard.as_ref().is_some_and(|k| k["one_time_keyboard"] == true)) {
            chat.reply_keyboard = None;
        }
    });
}

#[derive(Deserialize)]
pub(super) struct Press {
    #[serde(rename = "as")]
    user: i64,
    chat: i64,
    bot: Option<i64>,
    message: i64,
    data: String,
}

/// `POST /api/press`: somebody taps a button that sends this data. Gives the query that the bot will answer.
pub(super) async fn press(State(page): State<Page>, Json(act): Json<Press>) -> Done {
    let place = Where { chat: act.chat, bot: act.bot };
    let pressed = page.world.press(act.user, place, act.message, Target::Data(&act.data))?;
    Ok(Json(json!({ "query": pressed.query_id })))
}

#[derive(Deserialize)]
pub(super) struct Start {
    #[serde(rename = "as")]
    user: i64,
    bot: i64,
    param: Option<String>,
}

/// `POST /api/start`: somebody follows `t.me/<bot>?start=…`, or taps START.
pub(super) async fn start(State(page): State<Page>, Json(act): Json<Start>) -> Done {
    let message = page.world.start_link(act.user, act.bot, act.param.as_deref().unwrap_or_default())?;
    Ok(Json(json!({ "message": message })))
}

#[derive(Deserialize)]
pub(super) struct Other {
    #[serde(rename = "as")]
    user: i64,
    chat: i64,
    bot: Option<i64>,
    thread: Option<i64>,
    kind: OtherKind,
    /// See [`Write::key`].
    #[serde(default)]
    key: bool,
}

/// What the page can send besides text.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum OtherKind {
    Sticker,
    Photo,
    Voice,
    Contact,
    Location,
    Poll,
}

/// `POST /api/other`: somebody sends something that is not text.
pub(super) async fn other(State(page): State<Page>, Json(act): Json<Other>) -> Done {
    let kind = match act.kind {
        OtherKind::Sticker => Kind::Sticker,
        OtherKind::Photo => Kind::Photo { caption: String::new() },
        OtherKind::Voice => Kind::Voice,
        OtherKind::Contact => Kind::Contact { phone: phone_of(act.user), own: true },
        OtherKind::Location => Kind::Location,
        OtherKind::Poll => Kind::Poll { question: "Koffie of thee?".into() },
    };
    let place = Where { chat: act.chat, bot: act.bot };
    let options = WriteOptions { thread: act.thread, reply_to: None };
    let message = page.world.send_other(place, act.user, kind, options)?;
    if act.key {
        put_away(&page.world, place);
    }
    Ok(Json(json!({ "message": message })))
}

/// A number for somebody who does not exist: +31 6 0 is given out to nobody.
fn phone_of(user: i64) -> String {
    format!("+316{:08}", user.rem_euclid(10_000_000))
}

#[derive(Deserialize)]
pub(super) struct Block {
    #[serde(rename = "as")]
    user: i64,
    bot: i64,
    blocked: bool,
}

/// `POST /api/block`: somebody blocks a bot, or lets it in again.
pub(super) async fn block(State(page): State<Page>, Json(act): Json<Block>) -> Done {
    if act.blocked {
        page.world.block_bot(act.user, act.bot)?;
    } else {
        page.world.unblock_bot(act.user, act.bot)?;
    }
    Ok(Json(json!({})))
}

#[derive(Deserialize)]
pub(super) struct Membership {
    #[serde(rename = "as")]
    user: i64,
    chat: i64,
    join: bool,
}

/// `POST /api/member`: somebody joins a group, or leaves it.
pub(super) async fn member(State(page): State<Page>, Json(act): Json<Membership>) -> Done {
    if act.join {
        page.world.add_member(act.chat, act.user)?;
    } else {
        page.world.remove_member(act.chat, act.user)?;
    }
    Ok(Json(json!({})))
}

#[derive(Deserialize)]
pub(super) struct BotMembership {
    #[serde(rename = "as")]
    user: i64,
    chat: i64,
    bot: i64,
    role: BotRole,
}

/// What a bot becomes in a group.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum BotRole {
    Member,
    /// With the rights that a bot asks for most: deleting messages, pinning, topics.
    Administrator,
    Out,
}

/// `POST /api/bot`: somebody adds a bot to a group, or removes it.
pub(super) async fn bot(State(page): State<Page>, Json(act): Json<BotMembership>) -> Done {
    let all = AdminRights { can_delete_messages: true, can_pin_messages: true, can_manage_topics: true };
    match act.role {
        BotRole::Out => page.world.remove_bot_from_group(act.chat, act.bot, act.user)?,
        BotRole::Member => page.world.add_bot_to_group(act.chat, act.bot, act.user, None)?,
        BotRole::Administrator => page.world.add_bot_to_group(act.chat, act.bot, act.user, Some(all))?,
    }
    Ok(Json(json!({})))
}

#[derive(Deserialize)]
pub(super) struct Upgrade {
    chat: i64,
}

/// `POST /api/upgrade`: a basic group becomes a supergroup. Gives the id that it has from now on.
pub(super) async fn upgrade(State(page): State<Page>, Json(act): Json<Upgrade>) -> Done {
    Ok(Json(json!({ "chat": page.world.upgrade_group(act.chat)? })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_nobodys() {
        assert_eq!(phone_of(200_001), "+31600200001");
        assert_eq!(phone_of(-1).len(), 12);
    }
}
