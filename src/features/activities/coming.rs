//! Who comes to an activity and who waits for a place.

use super::view;
use crate::model::{ActivityId, Result};
use crate::turn::Turn;

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, _tap: &str) -> Result<()> {
    view::toast(turn, "press-outdated", &[])
}

/// Does a button with this data stand in groups?
pub fn in_groups(_tap: &str) -> bool {
    true
}

/// One of its jobs is due.
pub async fn job(_turn: &mut Turn<'_>, _kind: &str, _thing: i64) -> Result<()> {
    Ok(())
}

/// Somebody opened a link that leads here.
pub async fn link(turn: &mut Turn<'_>, _start: &str) -> Result<()> {
    view::toast(turn, "link-old", &[])
}

/// Shows an activity in private to the sender, with what they can do: come, bring somebody, not come after all.
pub async fn show(turn: &mut Turn<'_>, _id: ActivityId) -> Result<()> {
    view::toast(turn, "link-old", &[])
}

/// Places came free, or there are more of them: who waits longest and fits gets one, and hears it.
pub async fn fill(_turn: &mut Turn<'_>, _id: ActivityId) -> Result<()> {
    Ok(())
}
