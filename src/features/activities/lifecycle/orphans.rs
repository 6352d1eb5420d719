//! Activities whose organiser is gone: may not announce here any more, blocked Stoep, or has no account any more. They stand on
//! the team's worklist until somebody organises them, or they don't go on. Who comes hears only then of it.

use crate::features::activities::buttons::HostingButton;
use crate::features::activities::model::{Activity, State, thing};
use crate::features::activities::people;
use crate::features::activities::screens::host;
use crate::features::activities::show::button;
use crate::features::activities::store::{self, hosting as sql};
use crate::features::worklist;
use crate::model::{ActivityId, NeighbourhoodId, PersonId, Reach, Result};
use crate::text::{Arg, local_date};
use crate::turn::{Action, Reason, Turn, WorkItem};

/// Its organiser is gone.
pub const ORPHAN: Reason = Reason::plain("orphan");

/// Returns true if nobody is there any more to organise it.
pub async fn is_orphan(turn: &mut Turn<'_>, a: &Activity) -> Result<bool> {
    let organiser = turn.person(a.organiser).await?;
    Ok(a.state == State::Planned
        && (organiser.reach == Reach::Closed
            || !turn.person_allowed(organiser.id, a.neighbourhood, Action::Organise).await?))
}

async fn put_orphans_on_worklist(turn: &mut Turn<'_>, ids: Vec<ActivityId>) -> Result<()> {
    let mut series = Vec::new();
    for a in store::all_of(turn.db(), &ids).await? {
        // Of a series the first date stands for all.
        if is_orphan(turn, &a).await? && !a.series.is_some_and(|s| series.contains(&s)) {
            series.extend(a.series);
            worklist::put(turn, a.neighbourhood, ORPHAN, &thing(a.id)).await?;
        }
    }
    Ok(())
}

/// Who may announce in a neighbourhood changed.
pub async fn rights_changed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let ids = sql::planned_in(turn.db(), n).await?;
    put_orphans_on_worklist(turn, ids).await
}

/// What somebody organises that is not over yet.
async fn organised_by(turn: &mut Turn<'_>, person: PersonId) -> Result<Vec<ActivityId>> {
    let now = turn.now();
    store::organised_by(turn.db(), person, now).await
}

/// Somebody can't be written to any more.
pub async fn unreachable(turn: &mut Turn<'_>, person: PersonId) -> Result<()> {
    let ids = organised_by(turn, person).await?;
    put_orphans_on_worklist(turn, ids).await
}

/// A date is over or does not go on: of its series the next one stands for all.
pub async fn list_next_of_series(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    if a.series.is_some() { unreachable(turn, a.organiser).await } else { Ok(()) }
}

/// Somebody can be written to again: what nobody took up is theirs as before.
pub async fn reachable_again(turn: &mut Turn<'_>, person: PersonId) -> Result<()> {
    for id in organised_by(turn, person).await? {
        let a = store::load(turn.db(), id).await?;
        if worklist::assignee(turn, &thing(id)).await?.is_none() && !is_orphan(turn, &a).await? {
            worklist::resolve(turn, &thing(id)).await?;
        }
    }
    Ok(())
}

/// What the worklist shows of it; `None` if it has an organiser again, or is over.
pub async fn work(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<WorkItem>> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(None) };
    if !is_orphan(turn, &a).await? {
        return Ok(None);
    }
    let language = turn.language();
    let headcount = people::headcount(turn, &a).await?;
    let organiser = turn.person(a.organiser).await?;
    let text = host::head(language, &a)
        .paragraph(&host::counts(language, &a, &headcount))
        .paragraph(&turn.say("orphan-work", &[("name", Arg::Words(&organiser.name))]));
    let rows = vec![
        vec![button(language, "orphan-adopt", HostingButton::Adopt(id).data())],
        vec![button(language, "hosting-cancel", HostingButton::Cancel(id).data())],
    ];
    let today = local_date(a.starts_at) == local_date(turn.now());
    Ok(Some(WorkItem { title: a.title(), in_own_words: true, text, rows, today, ..WorkItem::default() }))
}
