//! Activities that come back.

use super::view;
use crate::model::Result;
use crate::turn::Turn;

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, _tap: &str) -> Result<()> {
    view::toast(turn, "press-outdated", &[])
}

/// One of its jobs is due.
pub async fn job(_turn: &mut Turn<'_>, _kind: &str, _thing: i64) -> Result<()> {
    Ok(())
}
