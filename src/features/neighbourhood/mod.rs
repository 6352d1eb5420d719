//! The neighbourhood itself: a group is set up, residents join with a tap, administrators look after it with `/buurt`.
//!
//! Who adds Stoep to a group, and may set up a neighbourhood, is led to a short dialogue in private. The group sees one line
//! before and one after it, and nothing in between.

mod buttons;
mod home;
mod moderators;
mod people;
mod roles;
mod settings;
mod setup;
mod store;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::model::{Button, ChatId, MembershipChange, Neighbourhood, NeighbourhoodId, Reach, Refusal, Result};
use crate::screen;
use crate::text::{Arg, clean_name, clip};
use crate::turn::{
    Action, ChoiceOption, Codes, Command, CommandPlace, Feature, Finish, JobCodes, Joined, Pressed, Turn,
};

use buttons::{Govern, Job, NeighbourhoodButton};

pub use settings::{TEAM_HOURS, TEAM_PLACE};

/// Prefix of its buttons.
const NAME: &str = "nbh";

/// What the start parameter of a link to setup begins with.
const SETUP: &str = "s_";

/// What the start parameter of an invitation begins with.
const INVITATION: &str = "i_";

/// The feature.
pub struct Neighbourhoods;

#[async_trait]
impl Feature for Neighbourhoods {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "buurt", en: "neighbourhood", also: &[], place: CommandPlace::Everywhere, help: 50 }]
    }

    fn links(&self) -> &'static [&'static str] {
        &[SETUP, INVITATION]
    }

    fn flows(&self) -> &'static [&'static str] {
        &[
            include_str!("../../../dialogues/flows/setup.toml"),
            include_str!("../../../dialogues/flows/rename.toml"),
            include_str!("../../../dialogues/flows/rename-team.toml"),
            include_str!("../../../dialogues/flows/team-hours.toml"),
            include_str!("../../../dialogues/flows/team-phone.toml"),
            include_str!("../../../dialogues/flows/doctor-phone.toml"),
            include_str!("../../../dialogues/flows/food-phone.toml"),
            include_str!("../../../dialogues/flows/team-place.toml"),
        ]
    }

    fn validate_answers(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        match flow {
            setup::FLOW => serde_json::from_value::<setup::Answers>(Value::Object(answers.clone()))
                .map(|_| ())
                .map_err(|e| e.to_string()),
            _ if answers.get("place").and_then(Value::as_str).is_none() => Err("no place".into()),
            // Without words they say nothing any more.
            settings::HOURS | settings::PLACE | settings::PHONE | settings::DOCTOR | settings::FOOD => Ok(()),
            _ if answers.get("name").and_then(Value::as_str).is_none() => Err("no name".into()),
            _ => Ok(()),
        }
    }

    fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
        match name {
            "groups" => Some(&["1"]),
            "governed" => Some(&["1"]),
            "topics" => Some(&["general", "7"]),
            _ => None,
        }
    }

    fn codes(&self) -> Codes {
        Codes::of::<NeighbourhoodButton>()
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        if turn.in_private() { home::home_of_sender(turn).await } else { home::in_group(turn).await }
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        if let Some(code) = start.strip_prefix(INVITATION) {
            return people::invited(turn, code).await;
        }
        let chat = start.strip_prefix(SETUP).and_then(|id| id.parse().ok()).map_or(ChatId(0), ChatId);
        setup::begin(turn, chat).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match NeighbourhoodButton::read(data) {
            Some(NeighbourhoodButton::Join(n)) => return join(turn, n).await,
            Some(NeighbourhoodButton::CardsHere(n, topic)) => return home::cards_here(turn, n, topic).await,
            Some(NeighbourhoodButton::Govern(tap)) => return govern(turn, tap).await,
            Some(NeighbourhoodButton::Vouch(n, person)) => moderators::vouched(turn, n, person, true).await?,
            Some(NeighbourhoodButton::VouchNot(n, person)) => moderators::vouched(turn, n, person, false).await?,
            Some(NeighbourhoodButton::Home(n)) => home::open(turn, n).await?,
            Some(NeighbourhoodButton::SetUp(chat)) => {
                turn.close_pressed();
                setup::begin(turn, chat).await?;
            }
            None => return Ok(Pressed::Outdated),
        }
        Ok(Pressed::Handled)
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match Job::of_word(kind) {
            Some(Job::Greet) => setup::greet_later(turn, ChatId(thing)).await,
            None => Ok(()),
        }
    }

    async fn membership(&self, turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
        if turn.in_private() {
            return Ok(());
        }
        match change {
            MembershipChange::In { .. } => setup::added(turn).await,
            MembershipChange::Out => setup::removed(turn).await,
            MembershipChange::Rights { .. } => Ok(()),
        }
    }

    async fn group_refuses(&self, turn: &mut Turn<'_>, chat: ChatId, how: Refusal) -> Result<()> {
        setup::refused(turn, chat, how).await
    }

    async fn topic_made(&self, turn: &mut Turn<'_>, chat: ChatId, topic: i64, name: &str) -> Result<()> {
        store::note_topic(turn.db(), chat, topic, &clean_name(name)).await
    }

    async fn choices(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        answers: &Map<String, Value>,
    ) -> Result<Vec<ChoiceOption>> {
        setup::choices(turn, name, answers).await
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        match flow {
            setup::FLOW => setup::finish(turn, serde_json::from_value(Value::Object(answers))?).await,
            _ => settings::renamed(turn, flow, &answers).await,
        }
    }
}

/// A press that only an administrator may make, whoever pressed.
async fn govern(turn: &mut Turn<'_>, tap: Govern) -> Result<Pressed> {
    let Some(neighbourhood) = governing(turn, tap.neighbourhood()).await? else { return Ok(Pressed::Handled) };
    match tap {
        Govern::Invite(_) => people::invite(turn, &neighbourhood),
        Govern::InviteTo(_, role) => people::invite_to(turn, &neighbourhood, role).await?,
        Govern::People(_) => people::show(turn, &neighbourhood).await?,
        Govern::Dismiss(_, person, role) => people::dismiss(turn, &neighbourhood, person, role, false).await?,
        Govern::DismissNow(_, person, role) => people::dismiss(turn, &neighbourhood, person, role, true).await?,
        Govern::Settings(_) => settings::show(turn, &neighbourhood).await?,
        Govern::Rename(_) => settings::rename(turn, settings::RENAME, &neighbourhood),
        Govern::RenameTeam(_) => settings::rename(turn, settings::RENAME_TEAM, &neighbourhood),
        Govern::Phone(_) => settings::rename(turn, settings::PHONE, &neighbourhood),
        Govern::Doctor(_) => settings::rename(turn, settings::DOCTOR, &neighbourhood),
        Govern::Food(_) => settings::rename(turn, settings::FOOD, &neighbourhood),
        Govern::NewLink(_) => settings::ask_new_link(turn, &neighbourhood),
        Govern::NewLinkNow(_) => settings::new_link(turn, &neighbourhood).await?,
        Govern::Hours(_) => settings::rename(turn, settings::HOURS, &neighbourhood),
        Govern::Place(_) => settings::rename(turn, settings::PLACE, &neighbourhood),
        Govern::Switch(n, key, on) => return settings::turn_switch(turn, n, key.as_str(), on).await,
        Govern::Announce(n, on) => return settings::turn_switch(turn, n, "ann", on).await,
        Govern::Names(n, on) => return settings::turn_switch(turn, n, "names", on).await,
        Govern::Week(n, on) => return settings::turn_switch(turn, n, "week", on).await,
        Govern::Speak(_, language) => settings::speak(turn, neighbourhood, language).await?,
    }
    Ok(Pressed::Handled)
}

/// The neighbourhood, if the sender may govern it; else they are told, and nothing of it is read. The key in a button may be one
/// that a client made up.
async fn governing(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Neighbourhood>> {
    if turn.allowed(n, Action::Govern).await? {
        return Ok(Some(turn.neighbourhood(n).await?));
    }
    turn.alert(turn.label("place-not-yours", &[]));
    Ok(None)
}

/// [Doe mee] in the group.
async fn join(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Pressed> {
    if turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
        return Ok(Pressed::Outdated);
    }
    let who = turn.who()?;
    let neighbourhood = turn.neighbourhood(n).await?;
    let joined = turn.join(who.id, n).await?;
    if !joined.is_in() {
        screen::tell_put_out(turn, n).await?;
        return Ok(Pressed::Handled);
    }
    if who.reach == Reach::Never {
        // Their first tap: the private chat opens, where they read the welcome.
        turn.open_private(&format!("{}{}", screen::JOIN, neighbourhood.join_code));
    } else {
        let id = if joined == Joined::New { "joined" } else { "joined-already" };
        turn.answer(turn.label(id, &[("neighbourhood", Arg::Words(&clip(&neighbourhood.name, 60)))]));
    }
    Ok(Pressed::Handled)
}

pub use crate::screen::the_team;

/// The row [Terug] to a neighbourhood's page.
pub fn back_to_home(turn: &Turn<'_>, n: NeighbourhoodId) -> Vec<Button> {
    vec![turn.button("dialogue-back", NeighbourhoodButton::Home(n).data())]
}

/// The row [Terug] to a neighbourhood's settings.
pub fn back_to_settings(turn: &Turn<'_>, n: NeighbourhoodId) -> Vec<Button> {
    vec![turn.button("dialogue-back", Govern::Settings(n).data())]
}

/// A name as somebody typed it, on one line, without tricks; empty where nothing is left to read.
fn tidy(name: &str) -> String {
    let one_line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().any(char::is_alphanumeric) { clean_name(&one_line) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_on_one_line_and_can_be_read() {
        for (typed, name) in [(" Ooster\n park ", "Ooster park"), ("...", ""), ("👍", ""), ("حي السلام", "حي السلام")]
        {
            assert_eq!(tidy(typed), name);
        }
    }
}
