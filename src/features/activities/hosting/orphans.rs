//! Activities whose organiser is gone: may not announce here any more, blocked Stoep, or has no account any more. They stand on
//! the team's worklist until somebody organises them, or they don't go on. Who comes hears only then of it.

use super::buttons::Tap;
use super::handing::{may_organise, take};
use super::manage;
use crate::features::activities::cards::{button, title_of};
use crate::features::activities::states::State;
use crate::features::activities::store::{self, Activity, USUAL_LENGTH, hosting as sql};
use crate::features::activities::view::{self, thing, toast};
use crate::features::roles::Action;
use crate::features::worklist::{self, Kind, Work};
use crate::model::{ActivityId, NeighbourhoodId, PersonId, Reach, Result};
use crate::text::{Arg, local_date};
use crate::turn::Turn;

/// Is nobody there any more to organise it?
async fn is_orphan(turn: &mut Turn<'_>, a: &Activity) -> Result<bool> {
    let organiser = turn.person(a.organiser).await?;
    Ok(a.state == State::Planned && (organiser.reach == Reach::Closed || !may_organise(turn, a, organiser.id).await?))
}

async fn look_at(turn: &mut Turn<'_>, ids: Vec<ActivityId>) -> Result<()> {
    let mut series = Vec::new();
    for a in store::all_of(turn.db(), &ids).await? {
        // Of a series the first date stands for all.
        if is_orphan(turn, &a).await? && !a.series.is_some_and(|s| series.contains(&s)) {
            series.extend(a.series);
            worklist::put(turn, a.neighbourhood, Kind::Orphan, &thing(a.id)).await?;
        }
    }
    Ok(())
}

/// Who may announce in a neighbourhood changed.
pub async fn rights_changed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let ids = sql::planned_in(turn.db(), n).await?;
    look_at(turn, ids).await
}

/// What somebody organises that is not over yet.
async fn organised_by(turn: &mut Turn<'_>, person: PersonId) -> Result<Vec<ActivityId>> {
    let now = turn.now();
    store::organised_by(turn.db(), person, now, USUAL_LENGTH).await
}

/// Somebody can't be written to any more.
pub async fn unreachable(turn: &mut Turn<'_>, person: PersonId) -> Result<()> {
    let ids = organised_by(turn, person).await?;
    look_at(turn, ids).await
}

/// A date is over or does not go on: of its series the next one stands for all.
pub async fn next_of(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    if a.series.is_some() { unreachable(turn, a.organiser).await } else { Ok(()) }
}

/// Somebody can be written to again: what nobody took up is theirs as before.
pub async fn back_again(turn: &mut Turn<'_>, person: PersonId) -> Result<()> {
    for id in organised_by(turn, person).await? {
        let a = view::must(turn, id).await?;
        if worklist::holder(turn, &thing(id)).await?.is_none() && !is_orphan(turn, &a).await? {
            worklist::settle(turn, &thing(id)).await?;
        }
    }
    Ok(())
}

/// What the worklist shows of it; none where it has an organiser again, or is over.
pub async fn work(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Work>> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(None) };
    if !is_orphan(turn, &a).await? {
        return Ok(None);
    }
    let language = turn.language();
    let standing = view::standing(turn, &a).await?;
    let organiser = turn.person(a.organiser).await?;
    let text = manage::head(language, &a)
        .paragraph(&manage::counts(language, &a, &standing))
        .paragraph(&turn.say("orphan-work", &[("name", Arg::Words(&organiser.name))]));
    let rows = vec![
        vec![button(language, "orphan-adopt", &Tap::Adopt(id).data())],
        vec![button(language, "hosting-cancel", &Tap::Cancel(id).data())],
    ];
    let today = local_date(a.starts_at) == local_date(turn.now());
    Ok(Some(Work { title: title_of(&a), text, rows, today, ..Work::default() }))
}

/// [Ik organiseer dit verder].
pub async fn adopt(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = store::activity(turn.db(), id).await? else { return toast(turn, "press-outdated", &[]) };
    if !worklist::work_on(turn, a.neighbourhood, &thing(id), Action::Moderate).await? {
        return Ok(());
    }
    if !is_orphan(turn, &a).await? {
        toast(turn, "orphan-over", &[])?;
        return worklist::show(turn, a.neighbourhood, &thing(id)).await;
    }
    take(turn, &a, true).await
}
