//! Announcing an activity: `/activiteit` in private opens the dialogue; behind it in a group stands the activity in one line.

use super::store::Activity;
use super::view;
use crate::model::Result;
use crate::turn::Turn;

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, _tap: &str) -> Result<()> {
    view::toast(turn, "press-outdated", &[])
}

/// Does a button with this data stand in groups?
pub fn in_groups(_tap: &str) -> bool {
    true
}

/// Opens the dialogue with everything of an activity but its date.
pub async fn copy(turn: &mut Turn<'_>, _a: &Activity) -> Result<()> {
    view::toast(turn, "press-outdated", &[])
}
