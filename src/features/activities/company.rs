//! [Ik kom liever niet alleen]: somebody to go with.

use super::store::Activity;
use super::view;
use crate::model::{Button, Person, PersonId, Result};
use crate::turn::Turn;

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, _tap: &str) -> Result<()> {
    view::toast(turn, "press-outdated", &[])
}

/// One of its jobs is due.
pub async fn job(_turn: &mut Turn<'_>, _kind: &str, _thing: i64) -> Result<()> {
    Ok(())
}

/// The button [Ik kom liever niet alleen], for somebody who comes; none where it is of no use.
pub async fn row(_turn: &mut Turn<'_>, _a: &Activity, _me: &Person) -> Result<Option<Vec<Button>>> {
    Ok(None)
}

/// Somebody does not come after all, or the activity does not happen: who would have gone with them hears it.
pub async fn left(_turn: &mut Turn<'_>, _a: &Activity, _person: PersonId) -> Result<()> {
    Ok(())
}
