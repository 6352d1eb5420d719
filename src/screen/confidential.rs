//! What is told in confidence needs somebody who may read it. Where no moderator can be reached, Stoep says so before anything is
//! typed, with the team's telephone and the numbers, and takes nothing in.

use super::{numbers, the_team};
use crate::model::{Content, Html, Neighbourhood, NeighbourhoodId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// Setting: the team's telephone, in the administrator's words.
pub const TEAM_PHONE: &str = "phone";

/// Returns true if what the sender tells in confidence would reach a moderator other than themselves.
pub async fn moderator_reachable(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    let who = turn.who()?;
    Ok(!turn.moderators_to_tell(n, &[who.id]).await?.is_empty())
}

/// As [`moderator_reachable`]; where there is none, the sender is told.
pub async fn confidence_possible(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    let reachable = moderator_reachable(turn, n).await?;
    if !reachable {
        let neighbourhood = turn.neighbourhood(n).await?;
        let text = nobody_reachable(turn, &neighbourhood);
        turn.reply(Content::text(text))?;
    }
    Ok(reachable)
}

/// That nobody of the team can be reached, and whom to ring instead.
pub fn nobody_reachable(turn: &Turn<'_>, neighbourhood: &Neighbourhood) -> Html {
    let language = turn.language();
    let team = the_team(language, neighbourhood);
    turn.say("human-nobody", &[("team", Arg::Words(&team))]).paragraph(&numbers(language, Some(neighbourhood)))
}
