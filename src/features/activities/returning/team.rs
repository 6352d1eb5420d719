//! The organiser says nothing any more: the series stands on the worklist, where somebody of the team goes on with it or stops it.
//! Until then no further dates are made, and nobody is asked.

use super::tap::Tap;
use super::words;
use super::{asking, dates, mine, must, name_of, series_of};
use crate::features::activities::cards::{say, title_of_what};
use crate::features::activities::store::series::{self as sql, Kept};
use crate::features::activities::store::{self, Activity};
use crate::features::activities::view::{self, thing, toast};
use crate::features::roles::Action;
use crate::features::worklist::{self, Kind, Work};
use crate::model::{ActivityId, Content, PersonId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// Puts the series on the worklist, with this date.
pub async fn haunt(turn: &mut Turn<'_>, s: &Kept, a: &Activity) -> Result<()> {
    if sql::haunt(turn.db(), s.id, a.id).await? {
        worklist::put(turn, s.neighbourhood, Kind::Ghost, &thing(a.id)).await?;
    }
    Ok(())
}

/// The date with which a series stands there was called off, and with it the line: it stands there with this date now.
pub async fn haunt_again(turn: &mut Turn<'_>, s: &Kept, a: &Activity) -> Result<()> {
    match s.ghost {
        Some(id) if !worklist::lists(turn, &thing(id)).await? => {
            sql::haunt_with(turn.db(), s.id, a.id).await?;
            worklist::put(turn, s.neighbourhood, Kind::Ghost, &thing(a.id)).await
        }
        Some(_) | None => Ok(()),
    }
}

/// Takes the series off the worklist, where it stands there.
pub async fn off_the_list(turn: &mut Turn<'_>, s: &Kept) -> Result<()> {
    match s.ghost {
        Some(id) => worklist::settle(turn, &thing(id)).await,
        None => Ok(()),
    }
}

/// The series of a date as the worklist shows it; none where somebody looks after it again.
pub async fn work(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Work>> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(None) };
    let Some(s) = series_of(turn, &a).await?.filter(|s| s.ghost == Some(id) && !s.ended) else { return Ok(None) };
    let language = turn.language();
    let (title, rule) = name_of(turn, &s);
    let organiser = turn.person(s.organiser).await?;
    let args =
        [("title", Arg::Words(title.as_str())), ("rule", Arg::Own(&rule)), ("name", Arg::Words(&organiser.name))];
    let mut text = say(language, "returning-work", &args);
    for a in dates::coming(turn, &s).await?.iter().take(2) {
        let standing = view::standing(turn, a).await?;
        text = text.line(&words::line(language, a));
        let people = standing.going + standing.waiting;
        if people > 0 {
            text = text.line(&say(language, "returning-people", &[("n", Arg::Number(people))]));
        }
    }
    let rows = vec![
        vec![words::key(language, "button-take-up", Tap::TakeUp(id))],
        vec![words::key(language, "button-end-series", Tap::Stop(id))],
    ];
    Ok(Some(Work { title, text, rows, ..Work::default() }))
}

/// [Ik organiseer dit verder].
pub async fn take_up(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some((_, s)) = mine(turn, id).await? else { return Ok(()) };
    if s.ended || s.ghost.is_none() {
        return toast(turn, "returning-looked-after", &[]);
    }
    // The worklist decides who works on it.
    if !worklist::work_on(turn, s.neighbourhood, &thing(id), Action::Moderate).await? {
        return Ok(());
    }
    let me = turn.who()?;
    let title = title_of_what(&s.what);
    if give(turn, &s, me.id).await? {
        let text = say(me.language, "returning-taken-up", &[("title", Arg::Words(&title))]);
        super::show(turn, Content::text(text)).await?;
        resumed(turn, &s).await?;
    }
    Ok(())
}

async fn resumed(turn: &mut Turn<'_>, before: &Kept) -> Result<()> {
    off_the_list(turn, before).await?;
    sql::calm(turn.db(), before.id).await?;
    let s = must(turn, before.id).await?;
    asking::resume(turn, &s, None).await
}

/// Gives a series and its coming dates to somebody else. Who had it is told, where it was not their own doing. Says whether it was
/// still theirs.
pub async fn give(turn: &mut Turn<'_>, s: &Kept, to: PersonId) -> Result<bool> {
    let now = turn.now();
    if !sql::organise(turn.db(), s.id, (s.organiser, to), now).await? {
        return Ok(false);
    }
    for a in dates::coming(turn, s).await? {
        super::refresh(turn, a.id).await?;
    }
    let (before, after) = (turn.person(s.organiser).await?, turn.person(to).await?);
    let own_doing = turn.sender().is_some_and(|p| p.id == before.id);
    if before.id != to && !own_doing && Turn::reachable(&before) {
        let title = title_of_what(&s.what);
        let args = [("title", Arg::Words(title.as_str())), ("name", Arg::Words(&after.name))];
        let text = say(before.language, "returning-taken-over", &args);
        turn.tell(&before, Content::text(text), None);
    }
    Ok(true)
}

/// As [`give`], for a series that its organiser hands over: the silence before does not count for who has it now.
pub async fn hand(turn: &mut Turn<'_>, s: &Kept, to: PersonId) -> Result<bool> {
    Ok(if give(turn, s, to).await? {
        resumed(turn, s).await?;
        true
    } else {
        false
    })
}
