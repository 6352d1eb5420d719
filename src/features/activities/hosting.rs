//! What an organiser does, and what Stoep does for them: reminders, changes, looking back.

use super::store::Activity;
use super::view;
use crate::model::{Button, Result};
use crate::turn::Turn;

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, _tap: &str) -> Result<()> {
    view::toast(turn, "press-outdated", &[])
}

/// One of its jobs is due.
pub async fn job(_turn: &mut Turn<'_>, _kind: &str, _thing: i64) -> Result<()> {
    Ok(())
}

/// Plans what must happen about an activity by itself; again after its time was changed.
pub async fn plan(_turn: &mut Turn<'_>, _a: &Activity) -> Result<()> {
    Ok(())
}

/// The buttons of who may change this activity: its organiser, and the team.
pub async fn rows(_turn: &mut Turn<'_>, _a: &Activity) -> Result<Vec<Vec<Button>>> {
    Ok(Vec::new())
}

/// Cancels an activity, as its organiser or the team: everybody whom it concerns is told, with the reason. Says whether it did.
pub async fn cancel(_turn: &mut Turn<'_>, _a: &Activity, _reason: Option<&str>) -> Result<bool> {
    Ok(false)
}
