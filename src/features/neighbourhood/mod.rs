//! The neighbourhood itself: a group is set up, residents join with a tap, administrators look after it with `/buurt`.
//!
//! Who adds Stoep to a group, and may set up a neighbourhood, is led to a short dialogue in private. The group sees one line
//! before and one after it, and nothing in between.

mod buttons;
mod manage;
mod setup;
mod store;

use async_trait::async_trait;
use serde_json::{Map, Value};

use super::roles::{Action, may};
use super::{Command, CommandPlace, Feature, Finish, Offered, activities, agenda, members};
use crate::model::{Button, ChatId, Content, MembershipChange, Neighbourhood, NeighbourhoodId, Reach, Result};
use crate::text::{Arg, clean_name, clip};
use crate::turn::{Pressed, Turn};

use buttons::Tap;

/// Prefix of its buttons.
const NAME: &str = "nbh";

/// What the start parameter of a link to setup begins with.
const START: &str = "s_";

/// The feature.
pub struct Neighbourhoods;

#[async_trait]
impl Feature for Neighbourhoods {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "buurt", en: "neighbourhood", also: &[], place: CommandPlace::Everywhere }]
    }

    fn links(&self) -> &'static [&'static str] {
        &[START]
    }

    fn flows(&self) -> &'static [&'static str] {
        &[
            include_str!("../../../dialogues/flows/setup.toml"),
            include_str!("../../../dialogues/flows/rename.toml"),
            include_str!("../../../dialogues/flows/rename-team.toml"),
            include_str!("../../../dialogues/flows/team-hours.toml"),
            include_str!("../../../dialogues/flows/team-place.toml"),
        ]
    }

    fn reads(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        match flow {
            setup::FLOW => serde_json::from_value::<setup::Answers>(Value::Object(answers.clone()))
                .map(|_| ())
                .map_err(|e| e.to_string()),
            _ if answers.get("place").and_then(Value::as_str).is_none() => Err("no place".into()),
            // Without words they say nothing any more.
            manage::HOURS | manage::PLACE => Ok(()),
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

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        if turn.in_private() { manage::home_of_sender(turn).await } else { manage::in_group(turn).await }
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        let chat = start.strip_prefix(START).and_then(|id| id.parse().ok()).map_or(ChatId(0), ChatId);
        setup::begin(turn, chat).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match Tap::read(data) {
            Some(tap) => press(turn, tap).await?,
            None => return Ok(Pressed::Outdated),
        }
        Ok(Pressed::Handled)
    }

    fn in_groups(&self, data: &str) -> bool {
        matches!(Tap::read(data), Some(Tap::Join(_) | Tap::CardsHere(..)))
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

    async fn topic_made(&self, turn: &mut Turn<'_>, chat: ChatId, topic: i64, name: &str) -> Result<()> {
        store::note_topic(turn.db(), chat, topic, &clean_name(name)).await
    }

    async fn choices(&self, turn: &mut Turn<'_>, name: &str, answers: &Map<String, Value>) -> Result<Vec<Offered>> {
        setup::choices(turn, name, answers).await
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        match flow {
            setup::FLOW => setup::finish(turn, serde_json::from_value(Value::Object(answers))?).await,
            _ => manage::renamed(turn, flow, &answers).await,
        }
    }
}

async fn press(turn: &mut Turn<'_>, tap: Tap) -> Result<()> {
    let n = match tap {
        Tap::Join(n) => return join(turn, n).await,
        Tap::SetUp(chat) => {
            turn.close_pressed();
            return setup::begin(turn, chat).await;
        }
        Tap::CardsHere(n, topic) => return manage::cards_here(turn, n, topic).await,
        Tap::Home(n) => {
            let who = turn.who()?;
            let Some(member) = turn.membership(who.id, n).await? else {
                turn.alert(turn.label("place-not-yours", &[]));
                return Ok(());
            };
            turn.set_current(who.id, n).await?;
            let content = manage::home(turn, &member).await?;
            turn.edit_pressed(content);
            return Ok(());
        }
        Tap::Invite(n)
        | Tap::InviteTo(n, _)
        | Tap::People(n)
        | Tap::Dismiss(n, ..)
        | Tap::DismissNow(n, ..)
        | Tap::Settings(n)
        | Tap::Rename(n)
        | Tap::RenameTeam(n)
        | Tap::Hours(n)
        | Tap::Place(n)
        | Tap::Announce(n, _)
        | Tap::Comers(n, _)
        | Tap::Digest(n, _)
        | Tap::Speak(n, _) => n,
    };
    // From here on everything is an administrator's, whoever pressed.
    let Some(place) = governing(turn, n).await? else { return Ok(()) };
    match tap {
        Tap::Invite(_) => manage::invite(turn, &place),
        Tap::InviteTo(_, role) => manage::invite_to(turn, &place, role).await?,
        Tap::People(_) => {
            let content = manage::people(turn, &place).await?;
            turn.edit_pressed(content);
        }
        Tap::Dismiss(_, person, role) => manage::dismiss(turn, &place, person, role, false).await?,
        Tap::DismissNow(_, person, role) => manage::dismiss(turn, &place, person, role, true).await?,
        Tap::Settings(_) => {
            let content = manage::settings(turn, &place);
            turn.edit_pressed(content);
        }
        Tap::Rename(_) => manage::rename(turn, manage::RENAME, &place),
        Tap::RenameTeam(_) => manage::rename(turn, manage::RENAME_TEAM, &place),
        Tap::Hours(_) => manage::rename(turn, manage::HOURS, &place),
        Tap::Place(_) => manage::rename(turn, manage::PLACE, &place),
        Tap::Announce(_, residents_announce) => {
            manage::change(turn, Neighbourhood { residents_announce, ..place }).await?;
        }
        Tap::Comers(n, show_comers) => {
            manage::change(turn, Neighbourhood { show_comers, ..place }).await?;
            activities::names_changed(turn, n).await?;
        }
        Tap::Digest(_, digest) => {
            let place = Neighbourhood { digest, ..place };
            agenda::digest_switched(turn, &place);
            manage::change(turn, place).await?;
        }
        Tap::Speak(_, language) => manage::change(turn, Neighbourhood { language, ..place }).await?,
        Tap::Join(_) | Tap::SetUp(_) | Tap::CardsHere(..) | Tap::Home(_) => {}
    }
    Ok(())
}

/// The neighbourhood, where the sender may govern it; else they are told and nothing is given. A key that a client made up
/// is refused before anything of that neighbourhood is read.
async fn governing(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Neighbourhood>> {
    let who = turn.who()?;
    if let Some(member) = turn.membership(who.id, n).await? {
        let place = turn.neighbourhood(n).await?;
        if may(Some(&member), Action::Govern, &place) {
            return Ok(Some(place));
        }
    }
    turn.alert(turn.label("place-not-yours", &[]));
    Ok(None)
}

/// [Doe mee] in the group.
async fn join(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    if turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
        turn.answer(turn.label("press-outdated", &[]));
        return Ok(());
    }
    let who = turn.who()?;
    let place = turn.neighbourhood(n).await?;
    let new = turn.join(who.id, n).await?;
    if who.reach == Reach::Never {
        // Their first tap: the private chat opens, where they read the welcome.
        turn.open_private(&format!("{}{}", members::JOIN, place.join_code));
    } else {
        let id = if new { "joined" } else { "joined-already" };
        turn.answer(turn.label(id, &[("place", Arg::Words(&clip(&place.name, 60)))]));
    }
    Ok(())
}

pub use crate::screen::{join_link, the_team};

fn button(turn: &Turn<'_>, label: &str, tap: Tap) -> Button {
    turn.button(label, format!("{NAME}:{tap}"))
}

/// A name as somebody typed it, on one line, without tricks; empty where nothing is left to read.
fn tidy(name: &str) -> String {
    let one_line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().any(char::is_alphanumeric) { clean_name(&one_line) } else { String::new() }
}

/// Callback data of a neighbourhood's settings, or of its page.
pub fn page(n: NeighbourhoodId, settings: bool) -> String {
    format!("{NAME}:{}", if settings { Tap::Settings(n) } else { Tap::Home(n) })
}

/// For somebody whom the operator allowed to set up a neighbourhood: what to do now, with the groups that wait for it.
pub async fn welcome_operator(turn: &mut Turn<'_>) -> Result<()> {
    let who = turn.who()?;
    let mut rows = Vec::new();
    for id in store::waiting_for(turn.db(), who.id).await? {
        let chat = turn.chat(id).await?;
        if chat.reach == Reach::Open {
            let label = turn.label("setup-begin-in", &[("group", Arg::Words(&clip(&chat.title, 40)))]);
            rows.push(vec![Button::press(label, format!("{NAME}:{}", Tap::SetUp(id)))]);
        }
    }
    let text = turn.say(if rows.is_empty() { "operator-welcome" } else { "operator-welcome-waiting" }, &[]);
    turn.reply(Content::new(text, rows))
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
