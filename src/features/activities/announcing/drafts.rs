//! Keeps what is not announced yet, for as long as somebody may come back to it.

use super::draft::KeptDraft;
use crate::features::activities::jobs::Job;
use crate::features::activities::store;
use crate::model::{NeighbourhoodId, Person, Result};
use crate::turn::Turn;

/// Days that a draft is kept which its organiser can't see in the group.
const DRAFT_DAYS: i64 = 30;

/// Days that a preview in a group waits for its organiser's tap.
pub const PREVIEW_DAYS: i64 = 1;

/// Keeps a draft for so many days. Returns its key.
pub async fn keep_for(
    turn: &mut Turn<'_>,
    who: &Person,
    n: NeighbourhoodId,
    kept: &KeptDraft,
    days: i64,
) -> Result<i64> {
    let (key, now) = (turn.key(), turn.now());
    let id = store::keep_draft(turn.db(), key, who.id, n, kept, now).await?;
    turn.schedule(Job::DropDraft, id, now.plus_days(days));
    Ok(id)
}

/// Keeps a draft as long as any. Returns its key.
pub async fn keep(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &KeptDraft) -> Result<i64> {
    keep_for(turn, who, n, kept, DRAFT_DAYS).await
}

/// Throws a draft away.
pub async fn drop(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    turn.cancel(Job::DropDraft, id);
    Ok(())
}
