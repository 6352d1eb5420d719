//! The moderator who took a request over, as others read of them.

use super::basics::{named_button, say};
use crate::features::requests::buttons::{RequestButton, TeamButton};
use crate::features::requests::load::thing;
use crate::features::requests::model::request::Request;
use crate::features::{contact, worklist};
use crate::model::{Button, Html, Language, Person, Result};
use crate::screen::the_team;
use crate::text::Arg;
use crate::turn::Turn;

/// 'Els van het wijkteam helpt verder', where it is so.
pub async fn by_line(turn: &mut Turn<'_>, r: &Request, language: Language) -> Result<Option<Html>> {
    let Some(handler) = standing_handler(turn, r).await? else { return Ok(None) };
    let neighbourhood = turn.neighbourhood(r.neighbourhood).await?;
    let team = the_team(language, &neighbourhood);
    Ok(Some(say(language, "team-by", &[("name", Arg::Words(&handler.name)), ("team", Arg::Words(&team))])))
}

/// The moderator who took it over, as long as they work on it.
pub async fn standing_handler(turn: &mut Turn<'_>, r: &Request) -> Result<Option<Person>> {
    let Some(handler) = r.handler else { return Ok(None) };
    if worklist::assignee(turn, &thing(r.id)).await? != Some(handler) {
        return Ok(None);
    }
    Ok(Some(turn.person(handler).await?))
}

/// The asker's button that lets the handler know how to reach them. `None` if that is known.
pub fn reach_row(language: Language, r: &Request, asker: &Person, handler: &Person) -> Option<Vec<Button>> {
    if contact::of(asker, r.contact.as_deref()).is_some() {
        return None;
    }
    Some(vec![named_button(language, "button-reach-team", &handler.name, RequestButton::Team(TeamButton::Reach(r.id)))])
}
