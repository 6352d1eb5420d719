//! The way from the page to the program that runs the bot: orders go out, and what became of them comes back.

use tokio::sync::{mpsc, oneshot};

use super::Page;
use crate::model::Moment;

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

impl Page {
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
}
