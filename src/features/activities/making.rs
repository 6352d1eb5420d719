//! Making an activity: whichever way it comes — announced, copied, the next date of a series — it is written here, gets its
//! card and its reminders.

use super::hosting;
use super::store::{self, Activity, New};
use super::view;
use crate::model::Result;
use crate::turn::Turn;

/// Writes an activity, plans its reminders and posts its card. None where the series has this date already.
pub async fn make(turn: &mut Turn<'_>, new: &New<'_>) -> Result<Option<Activity>> {
    let now = turn.now();
    let Some(id) = store::insert(turn.db(), new, now).await? else { return Ok(None) };
    let a = view::must(turn, id).await?;
    hosting::plan(turn, &a).await?;
    view::refresh_cards(turn, id).await?;
    Ok(Some(a))
}
