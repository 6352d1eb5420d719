//! The worklist: what needs somebody of the team. Every thing stands on it once, and one person at a time works on it.

mod store;

use crate::model::{NeighbourhoodId, Result, Thing};
use crate::turn::Turn;

pub use store::Kind;

/// Puts a thing on the worklist; where it stands there already, it now stands there for this reason.
pub async fn put(turn: &mut Turn<'_>, n: NeighbourhoodId, kind: Kind, thing: &Thing) -> Result<()> {
    let now = turn.now();
    store::put(turn.db(), n, kind, thing, now).await
}

/// As [`settle`], for what a resident did: what the team has to look at whatever residents do stays.
pub async fn calm(turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
    let now = turn.now();
    store::calm(turn.db(), thing, now).await
}

/// Nothing is left to do about a thing: it goes from the worklist, if it stands there.
pub async fn settle(turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
    let now = turn.now();
    store::settle(turn.db(), thing, now).await
}
