//! [Ik kom liever niet alleen]: somebody to go with. Who comes says so in private; Stoep asks a few others who come, without a
//! name. Only after both said yes they hear who the other is, and how to reach each other. Nobody else ever sees that
//! somebody asked.

mod host;
mod introduction;
mod rules;
mod search;

use serde_json::{Map, Value};

use super::access::takes_part;
use super::buttons::{AttendanceButton, TogetherButton};
use super::model::SearchState;
use super::show::{button, say};
use super::store::{self, going_together as rows};
use crate::features::contact;
use crate::model::{ActivityId, Content, Fault, Result};
use crate::screen::{outdated, toast};
use crate::text::Arg;
use crate::turn::{Finish, Turn};

pub use introduction::{FLOW_REACH, contact_ended};
pub use search::{attendee_left, look};

/// Its TOML.
pub const FLOW: &str = include_str!("../../../dialogues/flows/company-reach.toml");

/// Somebody pressed one of its buttons.
pub async fn press(turn: &mut Turn<'_>, tap: TogetherButton) -> Result<()> {
    match tap {
        TogetherButton::Alone(id) => explain(turn, id).await,
        TogetherButton::Look(id) => search::begin(turn, id).await,
        TogetherButton::Stop(id) => search::stop(turn, id).await,
        TogetherButton::Who(id) => introduction::show_companion(turn, id).await,
        TogetherButton::Willing(id) => search::answered(turn, id, rules::Reply::Willing).await,
        TogetherButton::Decline(id) => search::answered(turn, id, rules::Reply::Decline).await,
        TogetherButton::Choose(id) => introduction::choose(turn, id).await,
        TogetherButton::Refuse(id) => search::refuse(turn, id).await,
        TogetherButton::Host(id) => host::ask(turn, id).await,
        TogetherButton::HostYes(id) => host::answered(turn, id, true).await,
        TogetherButton::HostNo(id) => host::answered(turn, id, false).await,
        TogetherButton::Reach(id) => introduction::reach_pressed(turn, id).await,
        TogetherButton::EndContact(id) => introduction::ask_to_part(turn, id).await,
        TogetherButton::KeepContact(id) => introduction::keep_contact(turn, id).await,
        TogetherButton::EndContactNow(id) => introduction::end_contact(turn, id).await,
    }
}

/// The answers of its dialogue, for `stoep check`.
pub fn validate_answers(answers: &Map<String, Value>) -> std::result::Result<(), String> {
    contact::Answers::read(answers).map(|_| ())
}

/// Its dialogue is done.
pub async fn finish(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Finish> {
    let answers =
        contact::Answers::read(answers).map_err(|_| Fault::event("answers of company-reach can't be read"))?;
    introduction::contact_given(turn, answers).await?;
    Ok(Finish::Done)
}

/// An activity is over: nothing of who went with whom, or how they reach each other, is kept.
pub async fn over(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    for s in rows::searches_of(turn.db(), id).await? {
        search::end(turn, &s).await?;
    }
    Ok(())
}

/// [Ik kom liever niet alleen]: what will happen, before it does.
async fn explain(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let me = turn.who()?;
    let Some(a) = store::activity(turn.db(), id).await? else { return outdated(turn) };
    if !takes_part(turn, &a, me.id).await? {
        return toast(turn, "company-not-now", &[]);
    }
    if let Some(search) = rows::search_of(turn.db(), id, me.id).await? {
        return if search.state == SearchState::Met {
            introduction::show_companion(turn, search.id).await
        } else {
            toast(turn, "company-looking-already", &[])
        };
    }
    let rows = vec![
        vec![button(me.language, "company-look", TogetherButton::Look(id).data())],
        vec![button(me.language, "company-not", AttendanceButton::More(id).data())],
    ];
    let text = say(me.language, "company-explain", &[("title", Arg::Words(&a.what.title))]);
    turn.reply(Content::new(text, rows))
}
