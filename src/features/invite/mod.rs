//! Inviting a neighbour: `/uitnodigen` gives every resident the join link in words to send on, and with [Poster] an A4 page
//! to hang up, with the same link as a code that a telephone reads.

mod letters;
mod poster;
#[cfg(test)]
mod tests;

use async_trait::async_trait;

use crate::buttons;
use crate::model::{Content, File, Neighbourhood, NeighbourhoodId, Result};
use crate::screen;
use crate::text::{Arg, texts};
use crate::turn::{Codes, Command, CommandPlace, Feature, Pressed, Turn};

use poster::Poster;

const NAME: &str = "inv";

buttons! {
    /// The room's buttons.
    InviteButton: NAME => {
        /// The poster of this neighbourhood, as a file.
        Poster(n: NeighbourhoodId) = "poster",
    }
}

/// The feature.
pub struct Invite;

#[async_trait]
impl Feature for Invite {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "uitnodigen", en: "invite", also: &[], place: CommandPlace::Private, help: 60 }]
    }

    fn codes(&self) -> Codes {
        Codes::of::<InviteButton>()
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        let Some(member) = turn.member().await? else {
            return screen::tell_how_to_join(turn).await;
        };
        let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
        let button = turn.button("invite-poster", InviteButton::Poster(neighbourhood.id).data());
        let name = ("neighbourhood", Arg::Words(&neighbourhood.name));
        let text = turn.say("invite-share", &[name]);
        turn.reply(Content::new(text, vec![vec![button]]))?;
        // By itself, so that it can be sent on as it is.
        let link = screen::join_link(turn, &neighbourhood);
        turn.reply(Content::text(turn.say("invite-words", &[name, ("link", Arg::Own(&link))])))
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        let who = turn.who()?;
        let Some(InviteButton::Poster(n)) = InviteButton::read(data) else { return Ok(Pressed::Outdated) };
        let Some(member) = turn.membership(who.id, n).await? else {
            turn.close_pressed();
            return Ok(Pressed::Outdated);
        };
        let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
        let poster = page(turn, &neighbourhood);
        let mut text = turn.say("invite-poster-done", &[]);
        if poster.name.is_none() {
            text = text.paragraph(&turn.say("invite-poster-nameless", &[]));
        }
        let file = File { name: "poster.pdf".into(), bytes: poster.pdf()? };
        turn.close_pressed();
        turn.tell_document(&who, file, Content::text(text), None)?;
        Ok(Pressed::Handled)
    }
}

/// What stands on a neighbourhood's poster, in the language of its group.
fn page(turn: &Turn<'_>, neighbourhood: &Neighbourhood) -> Poster {
    let language = neighbourhood.language;
    let say = |id: &str| texts().plain(language, id, &[]);
    let team = letters::printable(&screen::the_team(language, neighbourhood)).unwrap_or_else(|| say("poster-team"));
    Poster {
        name: letters::printable(&neighbourhood.name),
        heading: say("poster-heading"),
        sentence: say("poster-sentence"),
        steps: ["poster-scan", "poster-start", "poster-ask"].map(say),
        elsewhere: texts().plain(language, "poster-elsewhere", &[("team", Arg::Own(&team))]),
        link: screen::join_link(turn, neighbourhood),
        language: language.code(),
    }
}
