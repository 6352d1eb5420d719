//! Follows who of the team works on a request, and who left it.

use super::acts::assign_to;
use crate::features::requests::load::{self, thing, touched};
use crate::features::requests::model::reasons;
use crate::features::requests::model::request::Request;
use crate::features::requests::model::states::State;
use crate::features::requests::screens::basics::say;
use crate::features::requests::screens::view;
use crate::features::requests::store;
use crate::features::requests::tell::tell;
use crate::features::worklist;
use crate::model::{Content, NeighbourhoodId, PersonId, RequestId, Result};
use crate::text::Arg;
use crate::turn::{Action, Turn};

/// Somebody else of the team works on it from now on, or nobody.
pub async fn assignee_changed(turn: &mut Turn<'_>, id: RequestId, who: Option<PersonId>) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    match who {
        None if r.state == State::TakenOver => handler_left(turn, &r).await,
        Some(to) if r.state == State::TakenOver && r.handler != Some(to) => assign_to(turn, &r, to).await,
        None | Some(_) => Ok(()),
    }
}

async fn handler_left(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let Some(handler) = r.handler else { return Ok(()) };
    let (asker, handler) = (turn.person(r.asker).await?, turn.person(handler).await?);
    let args = [("name", Arg::Words(handler.name.as_str())), ("title", Arg::Words(&r.title))];
    tell(turn, r, &asker, Content::text(say(asker.language, "team-handler-left", &args))).await?;
    // It may call the asker, who can't be written to.
    touched(turn, r);
    Ok(())
}

/// Somebody is no moderator any more: what they asked for callers is another one's at once, with the caller's number.
pub async fn role_lost(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    if turn.person_allowed(person, n, Action::TakeOver).await? {
        return Ok(());
    }
    let from = turn.person(person).await?;
    let team = turn.team_to_tell(n, &[person]).await?;
    for id in store::callers_of(turn.db(), person, n).await? {
        // Nobody asks for a caller whom they want to help themselves.
        let helpers: Vec<PersonId> = store::responses_of(turn.db(), id).await?.into_iter().map(|s| s.helper).collect();
        let Some(to) = team.iter().find(|p| !helpers.contains(&p.id)).or(team.first()) else {
            worklist::put(turn, n, reasons::TEAM, &thing(id)).await?;
            continue;
        };
        store::set_asker(turn.db(), id, to.id).await?;
        let r = load::existing(turn, id).await?;
        let args = [("name", Arg::Words(from.name.as_str())), ("title", Arg::Words(&r.title))];
        let content = view::whole_after(turn, say(to.language, "team-caller-yours", &args), &r, to).await?;
        tell(turn, &r, to, content).await?;
        touched(turn, &r);
    }
    Ok(())
}
