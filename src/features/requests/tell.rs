//! Tells people in private about a request.

use super::load::thing;
use super::model::request::Request;
use super::screens::basics::say;
use super::store;
use crate::model::{Content, Person, Result};
use crate::text::Args;
use crate::turn::Turn;

/// Tells a person something about a request. An asker who can't be written to is called on the card, once it
/// is drawn again.
pub async fn tell(turn: &mut Turn<'_>, r: &Request, to: &Person, content: Content) -> Result<()> {
    if to.id == r.asker && !Turn::reachable(to) {
        store::set_unreached(turn.db(), r.root(), true).await?;
        return Ok(());
    }
    turn.tell(to, content, Some(thing(r.id)));
    Ok(())
}

/// Tells a person one of our texts about a request.
pub async fn tell_text(turn: &mut Turn<'_>, r: &Request, to: &Person, id: &str, args: Args<'_>) -> Result<()> {
    tell(turn, r, to, Content::text(say(to.language, id, args))).await
}
