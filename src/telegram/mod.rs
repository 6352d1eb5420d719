//! The edge to Telegram: receives raw updates, makes events of them, and sends what the outbox holds, within Telegram's
//! pace. The only room that knows the Bot API.

mod call;
mod commands;
mod connect;
mod pace;
mod receive;
mod send;
mod translate;
mod verdict;

pub use commands::{MenuEntry, set_menus};
pub use connect::{ConnectError, connect};
pub use receive::{EdgeEnd, Poller};
pub use send::Sender;
pub use translate::translate;
