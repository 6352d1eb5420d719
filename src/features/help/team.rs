//! `/wijkteam`: who the team is, when and where it can be met, what it can be asked, and the numbers where it can't wait.

use super::{HUMAN, numbers};
use crate::features::neighbourhood::{TEAM_HOURS, TEAM_PLACE, the_team};
use crate::features::{members, relay};
use crate::model::{Content, Result, Role};
use crate::text::{Arg, clip};
use crate::turn::Turn;

/// Most characters of the names of the team.
const NAMES_AT_MOST: usize = 400;

/// `/wijkteam`.
pub(super) async fn team(turn: &mut Turn<'_>) -> Result<()> {
    let Some(member) = turn.member().await? else {
        let text =
            turn.say("human-outside", &[]).paragraph(&members::how_to_join(turn)).paragraph(&numbers(turn.language()));
        return turn.reply(Content::text(text));
    };
    let place = turn.neighbourhood(member.neighbourhood).await?;
    let team = the_team(turn.language(), &place);
    let mut text = turn.say("team-title", &[("team", Arg::Words(&team)), ("place", Arg::Words(&place.name))]);
    let names: Vec<String> = turn.holders(place.id, Role::Moderator).await?.into_iter().map(|p| p.name).collect();
    text = text.paragraph(&if names.is_empty() {
        turn.say("team-nobody", &[("team", Arg::Words(&team))])
    } else {
        turn.say("team-who", &[("names", Arg::Words(&clip(&names.join(", "), NAMES_AT_MOST)))])
    });
    for (id, key) in [("team-when", TEAM_HOURS), ("team-where", TEAM_PLACE)] {
        if let Some(words) = place.words(key) {
            text = text.line(&turn.say(id, &[("words", Arg::Words(words))]));
        }
    }
    let text = text.paragraph(&numbers(turn.language()));
    let rows = vec![vec![relay::ask_button(turn, place.id)], vec![turn.button("team-call", HUMAN)]];
    turn.reply(Content::new(text, rows))
}
