//! The door between the edge and the engine: updates with an acknowledgement.

use tokio::sync::oneshot;

use super::Event;

/// One update as it came in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Telegram's id of it.
    pub update_id: i64,
    /// Its raw text: what is parked where it can't be handled.
    pub raw: String,
    /// What it means.
    pub event: Event,
}

/// Updates that came together, confirmed together: the receiver hears once they are on disk.
#[derive(Debug)]
pub struct Delivery {
    /// The updates, in order.
    pub updates: Vec<Incoming>,
    /// Answered after the commit.
    pub confirmed: oneshot::Sender<()>,
}
