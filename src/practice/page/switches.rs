//! What goes wrong on purpose, so that anybody can see that nothing gets lost: Stoep is away for an hour, or Telegram refuses
//! what Stoep sends. And starting the whole neighbourhood again.
//!
//! The bot belongs to the program that started it; the page asks it through the [`Door`](super::door::Door).

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Page;
use super::door::Order;
use super::time::MoveTo;
use crate::practice::{Arranged, Bot, Entry, Failure, How, World};

/// Every call that shows or changes something on somebody's screen.
const SENDS: [&str; 10] = [
    "sendMessage",
    "sendPhoto",
    "sendVoice",
    "sendDocument",
    "editMessageText",
    "editMessageCaption",
    "editMessageReplyMarkup",
    "deleteMessage",
    "deleteMessages",
    "answerCallbackQuery",
];

/// Seconds that a refused bot is told to wait. Telegram says more; here nobody should have to sit and wait.
const RETRY_AFTER: i64 = 3;

/// Which switches are on.
#[derive(Serialize)]
pub(super) struct Switches {
    /// Can the bot be stopped and the neighbourhood be started again from here?
    door: bool,
    /// The bot is stopped.
    away: bool,
    /// Updates that wait for it.
    waiting: usize,
    /// Telegram refuses what is sent.
    refusing: bool,
}

impl Page {
    pub(super) fn switches(&self) -> Switches {
        let away = self.door.is_some() && is_away(&self.world);
        let waits = |bot: &Bot| self.world.unconfirmed(bot.id);
        Switches {
            door: self.door.is_some(),
            away,
            waiting: if away { self.world.bots().iter().map(waits).sum() } else { 0 },
            refusing: self.world.fails(),
        }
    }

    /// Returns whether what the bot planned can happen at its time.
    pub(super) fn passes(&self) -> bool {
        let on = self.switches();
        on.door && !on.away && !on.refusing
    }

    async fn ask(&self, order: Order) -> (StatusCode, Json<serde_json::Value>) {
        match self.order(order).await {
            Ok(_) => (StatusCode::OK, Json(json!({}))),
            Err(why) => (StatusCode::CONFLICT, Json(json!({ "error": why }))),
        }
    }
}

/// The log knows: the last time that the bot was stopped or started.
fn is_away(world: &World) -> bool {
    use crate::practice::What::Arranged as Did;
    let last = |e: &Entry| match e.what {
        Did { how: Arranged::BotStopped } => Some(true),
        Did { how: Arranged::BotStarted | Arranged::Ready } => Some(false),
        _ => None,
    };
    world.with(|s| s.log.iter().rev().find_map(last)).unwrap_or(false)
}

#[derive(Deserialize)]
pub(super) struct Away {
    away: bool,
}

/// `POST /api/away`: the bot stops; or it is back, an hour later.
pub(super) async fn away(State(page): State<Page>, Json(act): Json<Away>) -> (StatusCode, Json<serde_json::Value>) {
    if !act.away && page.switches().away {
        page.jump(MoveTo::OneHour);
    }
    page.ask(if act.away { Order::Stop } else { Order::Start }).await
}

/// `POST /api/again`: the neighbourhood starts again.
pub(super) async fn again(State(page): State<Page>) -> (StatusCode, Json<serde_json::Value>) {
    page.ask(Order::Again).await
}

#[derive(Deserialize)]
pub(super) struct Refusing {
    refusing: bool,
}

/// `POST /api/refusing`: Telegram refuses what the bot sends, until it is switched off.
pub(super) async fn refusing(State(page): State<Page>, Json(act): Json<Refusing>) -> Json<serde_json::Value> {
    let world = &page.world;
    if act.refusing == world.fails() {
        return Json(json!({}));
    }
    if act.refusing {
        for method in SENDS {
            let how = How::Error {
                code: 429,
                description: format!("Too Many Requests: retry after {RETRY_AFTER}"),
                parameters: Some(json!({ "retry_after": RETRY_AFTER })),
            };
            world.fail(Failure { method: Some(method.into()), chat: None, times: u32::MAX, how });
        }
        world.arranged(Arranged::Refusing);
    } else {
        world.clear_failures();
        world.arranged(Arranged::Working);
    }
    Json(json!({}))
}
