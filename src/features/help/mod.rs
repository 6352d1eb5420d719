//! Help: what one can do here, a kind answer to what Stoep does not understand, and the way to a human.
//!
//! The first message that Stoep does not understand gets one answer with the ways on; the next in a row the offer to speak
//! to a human of the neighbourhood's team.

mod buttons;
mod calls;
mod store;
mod team;
mod words;

use async_trait::async_trait;
use serde_json::{Map, Value};

use super::{Command, CommandPlace, Feature, Finish, Offered, members, neighbourhood};
use crate::model::{Attachment, Button, Content, PersonId, Result, Role, Thing};
use crate::text::Arg;
use crate::turn::{Pressed, Turn, Way, WayOn};

use buttons::Tap;
use words::Small;

pub use crate::screen::numbers::{list_for_children, numbers, problems};

const NAME: &str = "help";

/// What [Praat met iemand] carries, for other rooms that lead there.
pub const HUMAN: &str = "help:human";

/// The feature. Last in the register: it answers what nobody else did.
pub struct Help;

#[async_trait]
impl Feature for Help {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command { nl: "help", en: "help", also: &[], place: CommandPlace::Private },
            Command { nl: "wijkteam", en: "team", also: &["buurtteam"], place: CommandPlace::Private },
        ]
    }

    fn flows(&self) -> &'static [&'static str] {
        &[include_str!("../../../dialogues/flows/human.toml")]
    }

    fn reads(&self, _flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        calls::read(answers).map(|_| ())
    }

    fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
        (name == "places").then_some(&["1"])
    }

    fn ways_on(&self) -> Vec<WayOn> {
        vec![WayOn { way: Way::Human, label: "menu-human", data: HUMAN.to_owned() }]
    }

    async fn command(&self, turn: &mut Turn<'_>, name: &str, _rest: &str) -> Result<()> {
        if name == "wijkteam" { team::team(turn).await } else { help(turn).await }
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match Tap::read(data) {
            Some(Tap::Human) => calls::human(turn).await,
            Some(Tap::Call(n)) => calls::call_by_username(turn, n).await,
            Some(Tap::Otherwise(n)) => calls::call_otherwise(turn, n).await,
            Some(Tap::Take(call)) => calls::take(turn, call).await,
            Some(Tap::Never) => {
                let text = turn.say("human-not", &[]);
                turn.edit_pressed(Content::text(text));
                Ok(())
            }
            None => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match kind {
            calls::WAIT => calls::waited(turn, thing).await,
            calls::DROP => calls::forget(turn, thing).await,
            _ => Ok(()),
        }
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, _person: PersonId, thing: &Thing) -> Result<()> {
        calls::unheard(turn, thing.id).await
    }

    async fn choices(&self, turn: &mut Turn<'_>, _name: &str, _answers: &Map<String, Value>) -> Result<Vec<Offered>> {
        calls::choices(turn).await
    }

    async fn finish(&self, turn: &mut Turn<'_>, _flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        calls::finish(turn, &answers).await
    }

    async fn anything_else(&self, turn: &mut Turn<'_>) -> Result<bool> {
        let Some(message) = turn.message() else { return Ok(false) };
        match words::small(&message.text) {
            Some(Small::Hello) => {
                turn.understood().await?;
                members::hello(turn)?;
            }
            Some(Small::Thanks) => {
                turn.understood().await?;
                let text = turn.say("you-are-welcome", &[]);
                turn.reply(Content::text(text))?;
            }
            Some(Small::Help) => {
                turn.understood().await?;
                help(turn).await?;
            }
            None => puzzled(turn, message.attachment.as_ref()).await?,
        }
        Ok(true)
    }
}

fn button(turn: &Turn<'_>, label: &str, tap: Tap) -> Button {
    turn.button(label, format!("{NAME}:{tap}"))
}

/// What this person can do here.
async fn help(turn: &mut Turn<'_>) -> Result<()> {
    let mut text = turn.say("help", &[]);
    match turn.member().await? {
        None => text = text.paragraph(&members::how_to_join(turn)),
        Some(member) => {
            let place = turn.neighbourhood(member.neighbourhood).await?;
            let team = neighbourhood::the_team(turn.language(), &place);
            let args = [("place", Arg::Words(&place.name)), ("team", Arg::Words(&team))];
            for role in [Role::Moderator, Role::Administrator].into_iter().filter(|r| member.is(*r)) {
                text = text.paragraph(&turn.say(&format!("help-{}", role.word()), &args));
            }
        }
    }
    let rows = members::menu(turn);
    turn.reply(Content::new(text, rows))
}

/// Stoep does not understand: once kindly with the ways on, after that with the offer of a human.
async fn puzzled(turn: &mut Turn<'_>, attachment: Option<&Attachment>) -> Result<()> {
    let content = if turn.puzzle().await? > 1 {
        let rows = vec![vec![turn.button("menu-human", HUMAN)]];
        Content::new(turn.say("puzzled-again", &[]), rows)
    } else {
        let id = match attachment {
            Some(Attachment::Voice { .. }) => "puzzled-voice",
            Some(Attachment::Photo { .. }) => "puzzled-photo",
            Some(Attachment::Contact { .. } | Attachment::Other) => "puzzled-other",
            None => "puzzled",
        };
        Content::new(turn.say(id, &[]), members::menu(turn))
    };
    turn.reply(content)
}
