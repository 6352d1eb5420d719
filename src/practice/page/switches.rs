//! What goes wrong on purpose, so that anybody can see that nothing gets lost: Stoep is away for an hour, or Telegram refuses
//! what Stoep sends. And starting the whole neighbourhood again.
//!
//! The bot belongs to the program that started it; the page asks through a [`Door`].

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::sync::{mpsc, oneshot};

use super::Page;
use super::time::MoveTo;
use crate::model::Moment;
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

/// What the page asks of the program that runs the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The time passes until then, and what the bot planned for times in between happens at its time.
    Until(Moment),
    /// The time passes until the bot does something by itself that somebody can see.
    Next,
    /// Everything anew: the people, the group, the bot and its database.
    Again,
    /// The bot stops.
    Stop,
    /// The bot starts on the database that it had.
    Start,
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// It is done.
    Out,
    /// Nothing more is planned that anybody would see.
    NothingPlanned,
    /// It did not work.
    Failed,
}

/// An order, and where to say that it was carried out.
#[derive(Debug)]
pub struct Asked {
    /// What is asked.
    pub order: Order,
    /// Told once it is done, or did not work.
    pub done: oneshot::Sender<Carried>,
}

/// The way from the page to the program that runs the bot.
pub type Door = mpsc::Sender<Asked>;

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

    /// Can what the bot planned happen at its time?
    pub(super) fn passes(&self) -> bool {
        let on = self.switches();
        on.door && !on.away && !on.refusing
    }

    /// Asks the program that runs the bot; an error says in words why it was not done.
    pub(super) async fn order(&self, order: Order) -> Result<Carried, &'static str> {
        let Some(door) = &self.door else { return Err("no bot of ours runs here") };
        let (done, carried) = oneshot::channel();
        if door.send(Asked { order, done }).await.is_err() {
            return Err("the program is ending");
        }
        match carried.await {
            Ok(Carried::Failed) | Err(_) => Err("it did not work; the program's window says why"),
            Ok(carried) => Ok(carried),
        }
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
