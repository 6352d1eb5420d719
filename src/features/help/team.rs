//! `/wijkteam`: who the team is, when and where it can be met, what it can be asked, and the numbers where it can't wait.

use super::buttons::HelpButton;
use crate::features::neighbourhood::{TEAM_HOURS, TEAM_PLACE};
use crate::model::{Content, Result, Role};
use crate::screen::{self, numbers, outside, the_team};
use crate::text::{Arg, clip};
use crate::turn::{Page, Turn};

/// Most characters of the names of the team.
const NAMES_AT_MOST: usize = 400;

/// `/wijkteam`.
pub(super) async fn team(turn: &mut Turn<'_>) -> Result<()> {
    let Some(member) = turn.member().await? else {
        let text = outside(turn).await?.paragraph(&numbers(turn.language(), None));
        return turn.reply(Content::text(text));
    };
    let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
    let team = the_team(turn.language(), &neighbourhood);
    let mut text =
        turn.say("team-title", &[("team", Arg::Words(&team)), ("neighbourhood", Arg::Words(&neighbourhood.name))]);
    let names: Vec<String> =
        turn.holders(neighbourhood.id, Role::Moderator).await?.into_iter().map(|p| p.name).collect();
    text = text.paragraph(&if names.is_empty() {
        turn.say("team-nobody", &[("team", Arg::Words(&team))])
    } else {
        let names = clip(&names.join(", "), NAMES_AT_MOST);
        turn.say("team-who", &[("names", Arg::Words(&names))]).line(&turn.say("team-confidential", &[]))
    });
    for (id, key) in [("team-when", TEAM_HOURS), ("team-where", TEAM_PLACE)] {
        if let Some(words) = neighbourhood.words(key) {
            text = text.line(&turn.say(id, &[("team", Arg::Words(&team)), ("words", Arg::Words(words))]));
        }
    }
    let text = text.paragraph(&numbers(turn.language(), Some(&neighbourhood)));
    let mut rows = screen::rows_on(turn, &Page::Team(neighbourhood.id)).await?;
    rows.push(vec![turn.button("team-call", HelpButton::Human.data())]);
    turn.reply(Content::new(text, rows))
}
