//! How two people of a match, or an asker and a moderator, can reach each other, where they said so.

use super::access::{my_match, outdated_answers};
use super::load::touched;
use super::names::FLOW_REACH;
use super::screens::basics::say;
use super::store;
use super::tell::tell;
use crate::features::contact;
use crate::model::{Content, ResponseId, Result};
use crate::screen::outdated;
use crate::text::Arg;
use crate::turn::{Finish, Turn};

/// Asks how the sender can be reached, for this match.
pub fn begin_reach(turn: &mut Turn<'_>, id: ResponseId) {
    contact::begin(turn, FLOW_REACH, id.0);
}

/// [Laat weten hoe].
pub async fn reach_pressed(turn: &mut Turn<'_>, id: ResponseId) -> Result<()> {
    if !turn.in_private() || my_match(turn, id).await?.is_none() {
        return outdated(turn);
    }
    begin_reach(turn, id);
    Ok(())
}

/// The contact somebody gave: kept with the match, and told to the other side.
pub async fn finish_reach(turn: &mut Turn<'_>, answers: contact::Answers) -> Result<Finish> {
    let id = ResponseId(answers.about());
    let contact = answers.contact();
    let Some((r, response, am_asker)) = my_match(turn, id).await? else { return outdated_answers(turn) };
    let other = if am_asker {
        store::set_asker_contact(turn.db(), r.id, &contact).await?;
        turn.person(response.helper).await?
    } else {
        store::set_helper_contact(turn.db(), id, &contact).await?;
        turn.person(r.asker).await?
    };
    let me = turn.who()?;
    let args =
        [("name", Arg::Words(me.name.as_str())), ("contact", Arg::Words(&contact)), ("title", Arg::Words(&r.title))];
    // What to be careful about stood with the match.
    tell(turn, &r, &other, Content::text(say(other.language, "reach-news", &args))).await?;
    // It may call the asker, who can't be written to.
    touched(turn, &r);
    turn.reply(Content::text(turn.say("reach-thanks", &[("name", Arg::Words(&other.name))])))?;
    Ok(Finish::Done)
}
