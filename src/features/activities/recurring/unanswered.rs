//! The organiser says nothing any more: the series stands on the worklist, with one of its dates. Until somebody of the team goes
//! on with it or stops it, no further dates are made, and nobody is asked.

use crate::features::activities::model::{Activity, ActivitySeries, thing};
use crate::features::activities::store::series as sql;
use crate::features::worklist;
use crate::model::Result;
use crate::turn::{Reason, Turn};

/// Its organiser says nothing any more.
pub const GHOST: Reason = Reason::plain("ghost");

/// Puts the series on the worklist, with this date.
pub async fn put_on_worklist(turn: &mut Turn<'_>, s: &ActivitySeries, a: &Activity) -> Result<()> {
    if sql::set_worklist_date(turn.db(), s.id, a.id).await? {
        worklist::put(turn, s.neighbourhood, GHOST, &thing(a.id)).await?;
    }
    Ok(())
}

/// The date with which a series stands there was called off, and with it the line: it stands there with this date now.
pub async fn move_on_worklist(turn: &mut Turn<'_>, s: &ActivitySeries, a: &Activity) -> Result<()> {
    match s.on_worklist {
        Some(id) if !worklist::contains(turn, &thing(id)).await? => {
            sql::change_worklist_date(turn.db(), s.id, a.id).await?;
            worklist::put(turn, s.neighbourhood, GHOST, &thing(a.id)).await
        }
        Some(_) | None => Ok(()),
    }
}

/// Takes the series off the worklist, where it stands there.
pub async fn take_off_worklist(turn: &mut Turn<'_>, s: &ActivitySeries) -> Result<()> {
    match s.on_worklist {
        Some(id) => worklist::resolve(turn, &thing(id)).await,
        None => Ok(()),
    }
}
