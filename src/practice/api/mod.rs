//! The Bot API over HTTP: `/bot<token>/<method>` in any case, GET or POST, with JSON, a form or multipart.

mod account;
mod chats;
mod edit;
mod polling;
mod reach;
mod request;
mod send;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Request, State as Shared};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::serve::ListenerExt;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use self::request::Params;
use super::failures::{self, How};
use super::log::What;
use super::refusal::Refusal;
use super::schema;
use super::state::State;
use super::world::World;

/// The largest body taken: 50 MB, Telegram's limit for files that bots send.
const MOST_BYTES: usize = 50 * 1024 * 1024;

/// Serves the Bot API until the task is dropped. Errors of single connections end those connections only.
pub async fn serve(world: World, listener: TcpListener) -> std::io::Result<()> {
    // Small answers go out at once.
    let listener = listener.tap_io(|stream| {
        // Without it they are slower, not wrong.
        stream.set_nodelay(true).unwrap_or_default();
    });
    axum::serve(listener, router(world)).await
}

/// The Bot API's routes, to put other routes beside: every path of two parts is taken, unless the other routes name it.
pub fn router(world: World) -> Router {
    Router::new()
        .route("/{bot}/{method}", any(call))
        .route("/file/{bot}/{*path}", get(file))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(world)
}

async fn call(Shared(world): Shared<World>, Path((bot, asked)): Path<(String, String)>, request: Request) -> Response {
    let Some(bot) = authenticate(&world, &bot) else { return unknown_token(&bot) };
    let method = match schema::method(&asked) {
        Ok(method) => method,
        Err(refusal) => return refuse(&world, bot, &asked, refusal),
    };
    let given = request::read(request).await;
    let chat = given.as_ref().ok().and_then(|p| p.chat());
    let how = world.with(|s| {
        if let Some(bot) = s.bots.get_mut(&bot) {
            *bot.calls.entry(method.into()).or_default() += 1;
        }
        failures::take(&mut s.failures, method, chat)
    });
    match &how {
        Some(How::DropBefore) => return dropped(),
        Some(How::Error { code, description, parameters }) => {
            return refuse(
                &world,
                bot,
                method,
                Refusal { code: *code, description: description.clone(), parameters: parameters.clone() },
            );
        }
        Some(How::Delay(time)) => tokio::time::sleep(*time).await,
        Some(How::DropAfter) | None => {}
    }
    let result = match given.and_then(|p| p.checked(method)) {
        Err(refusal) => Err(refusal),
        Ok(params) if method == "getUpdates" => polling::get_updates(&world, bot, &params).await,
        Ok(params) => world.with(|s| act(s, bot, method, &params)),
    };
    if matches!(how, Some(How::DropAfter)) {
        return dropped();
    }
    match result {
        Ok(result) => answer(StatusCode::OK, &json!({"ok": true, "result": result})),
        Err(refusal) => refuse(&world, bot, method, refusal),
    }
}

/// Does what a method does.
fn act(s: &mut State, bot: i64, method: &str, p: &Params) -> Result<Value, Refusal> {
    match method {
        "getMe" => s.get_me(bot),
        "setWebhook" => polling::set_webhook(s, bot, p),
        "deleteWebhook" => polling::delete_webhook(s, bot, p),
        "getWebhookInfo" => polling::webhook_info(s, bot),
        "sendMessage" => send::message(s, bot, p),
        "sendPhoto" => send::file(s, bot, p, "photo"),
        "sendVoice" => send::file(s, bot, p, "voice"),
        "sendDocument" => send::file(s, bot, p, "document"),
        "copyMessage" => send::copy(s, bot, p),
        "forwardMessage" => send::forward(s, bot, p),
        "sendChatAction" => send::chat_action(s, bot, p),
        "editMessageText" => edit::text(s, bot, p),
        "editMessageCaption" => edit::caption(s, bot, p),
        "editMessageReplyMarkup" => edit::reply_markup(s, bot, p),
        "deleteMessage" => edit::delete(s, bot, p),
        "deleteMessages" => edit::delete_many(s, bot, p),
        "answerCallbackQuery" => edit::answer_query(s, bot, p),
        "setMessageReaction" => edit::react(s, bot, p),
        "pinChatMessage" => chats::pin(s, bot, p),
        "unpinChatMessage" => chats::unpin(s, bot, p, false),
        "unpinAllChatMessages" => chats::unpin(s, bot, p, true),
        "getChat" => chats::get(s, bot, p),
        "getChatMember" => chats::member(s, bot, p),
        "getChatAdministrators" => chats::administrators(s, bot, p),
        "getChatMemberCount" => chats::member_count(s, bot, p),
        "leaveChat" => chats::leave(s, bot, p),
        "createForumTopic" => chats::create_topic(s, bot, p),
        "closeForumTopic" => chats::close_topic(s, bot, p),
        "setMyCommands" => account::set_commands(s, bot, p),
        "getMyCommands" => account::get_commands(s, bot, p),
        "deleteMyCommands" => account::delete_commands(s, bot, p),
        "setMyName" => account::set_words(s, bot, p, method, "name", 64),
        "getMyName" => account::get_words(s, bot, p, "name"),
        "setMyDescription" => account::set_words(s, bot, p, method, "description", 512),
        "getMyDescription" => account::get_words(s, bot, p, "description"),
        "setMyShortDescription" => account::set_words(s, bot, p, method, "short_description", 120),
        "getMyShortDescription" => account::get_words(s, bot, p, "short_description"),
        "getFile" => account::get_file(s, p),
        "logOut" | "close" => Ok(true.into()),
        other => Err(Refusal::bad(format!("this local server does not play {other}"))),
    }
}

/// The bot whose token the first part of the path holds.
fn authenticate(world: &World, part: &str) -> Option<i64> {
    let token = part.strip_prefix("bot")?;
    world.with(|s| s.bots.values().find(|b| b.token == token).map(|b| b.id))
}

fn unknown_token(part: &str) -> Response {
    let token = part.strip_prefix("bot").filter(|t| t.contains(':'));
    let (code, words) = if token.is_some() { (401, "Unauthorized") } else { (404, "Not Found") };
    answer(status(code), &json!({"ok": false, "error_code": code, "description": words}))
}

fn refuse(world: &World, bot: i64, method: &str, refusal: Refusal) -> Response {
    let Refusal { code, description, parameters } = refusal;
    let mut body = json!({"ok": false, "error_code": code, "description": description});
    if let Some(parameters) = parameters {
        body["parameters"] = parameters;
    }
    world.with(|s| s.note(What::Refused { bot, method: method.into(), code, description }));
    answer(status(code), &body)
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn answer(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

/// A body that breaks off before its first byte: the connection is closed under the caller.
fn dropped() -> Response {
    let broken = futures_util::stream::once(async { Err::<String, _>(std::io::Error::other("told to fail")) });
    Response::new(Body::from_stream(broken))
}

async fn file(Shared(world): Shared<World>, Path((bot, path)): Path<(String, String)>) -> Response {
    if authenticate(&world, &bot).is_none() {
        return unknown_token(&bot);
    }
    let bytes = world.with(|s| s.files.values().find(|f| f.path == path).map(|f| f.bytes.clone()));
    match bytes {
        Some(bytes) => bytes.into_response(),
        None => {
            let body = json!({"ok": false, "error_code": 404, "description": "Not Found"});
            answer(StatusCode::NOT_FOUND, &body)
        }
    }
}
