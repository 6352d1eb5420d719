//! A series gets another organiser: somebody of the team takes it up from the worklist, or its organiser hands it over.

use super::{asking, dates, unanswered};
use crate::features::activities::access::managed_date;
use crate::features::activities::buttons::RecurringButton;
use crate::features::activities::model::{ActivitySeries, thing};
use crate::features::activities::people;
use crate::features::activities::screens::{refresh, series as words};
use crate::features::activities::show::{say, show};
use crate::features::activities::store::{self, series as sql};
use crate::features::worklist;
use crate::model::{ActivityId, Content, PersonId, Result, SeriesId};
use crate::screen::toast;
use crate::text::Arg;
use crate::turn::{Action, Turn, WorkItem};

/// The series of a date as the worklist shows it; `None` if somebody looks after it again.
pub async fn work(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<WorkItem>> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(None) };
    let Some(s) = sql::of_date(turn.db(), &a).await?.filter(|s| s.on_worklist == Some(id) && !s.ended) else {
        return Ok(None);
    };
    let language = turn.language();
    let (title, rule) = words::title_and_rule(turn, &s);
    let organiser = turn.person(s.organiser).await?;
    let args =
        [("title", Arg::Words(title.as_str())), ("rule", Arg::Own(&rule)), ("name", Arg::Words(&organiser.name))];
    let mut text = say(language, "returning-work", &args);
    for a in dates::coming(turn, &s).await?.iter().take(2) {
        let people = people::headcount(turn, a).await?.people();
        text = text.line(&words::line(language, a));
        if people > 0 {
            text = text.line(&say(language, "returning-people", &[("n", Arg::Number(people))]));
        }
    }
    let rows = vec![
        vec![words::key(language, "button-take-up", RecurringButton::TakeUp(id))],
        vec![words::key(language, "button-end-series", RecurringButton::Stop(id))],
    ];
    Ok(Some(WorkItem { title, text, rows, ..WorkItem::default() }))
}

/// [Ik organiseer dit verder].
pub async fn take_up(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some((_, s)) = managed_date(turn, id).await? else { return Ok(()) };
    if s.ended || s.on_worklist.is_none() {
        return toast(turn, "returning-looked-after", &[]);
    }
    // The worklist decides who works on it.
    if !worklist::claim_for(turn, s.neighbourhood, &thing(id), Action::Moderate).await? {
        return Ok(());
    }
    let me = turn.who()?;
    let title = s.what.title_line();
    if give(turn, &s, me.id).await? {
        let text = say(me.language, "returning-taken-up", &[("title", Arg::Words(&title))]);
        show(turn, Content::text(text)).await?;
        resumed(turn, &s).await?;
    }
    Ok(())
}

async fn resumed(turn: &mut Turn<'_>, before: &ActivitySeries) -> Result<()> {
    unanswered::take_off_worklist(turn, before).await?;
    sql::clear_silence(turn.db(), before.id).await?;
    let s = sql::load(turn.db(), before.id).await?;
    asking::resume(turn, &s, None).await
}

/// Gives a series and its coming dates to somebody else. Who had it is told, where it was not their own doing. Returns true if it was
/// still theirs.
async fn give(turn: &mut Turn<'_>, s: &ActivitySeries, to: PersonId) -> Result<bool> {
    let now = turn.now();
    if !sql::set_organiser(turn.db(), s.id, (s.organiser, to), now).await? {
        return Ok(false);
    }
    for a in dates::coming(turn, s).await? {
        refresh::all(turn, a.id).await?;
    }
    let (before, after) = (turn.person(s.organiser).await?, turn.person(to).await?);
    let own_doing = turn.sender().is_some_and(|p| p.id == before.id);
    if before.id != to && !own_doing && Turn::reachable(&before) {
        let title = s.what.title_line();
        let args = [("title", Arg::Words(title.as_str())), ("name", Arg::Words(&after.name))];
        let text = say(before.language, "returning-taken-over", &args);
        turn.tell(&before, Content::text(text), None);
    }
    Ok(true)
}

/// Gives a series to somebody else, with all its coming dates; the silence before does not count for who has it now. Who may do
/// that, and whether they want it, was asked before. Returns true if it did.
pub async fn hand_over(turn: &mut Turn<'_>, id: SeriesId, to: PersonId) -> Result<bool> {
    let s = sql::load(turn.db(), id).await?;
    let given = !s.ended && give(turn, &s, to).await?;
    if given {
        resumed(turn, &s).await?;
    }
    Ok(given)
}
