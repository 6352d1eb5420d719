//! [Ik kom liever niet alleen]: somebody to go with. Who comes says so in private; Stoep asks a few others who come, without a
//! name. Only after both said yes they hear who the other is, and how to reach each other. Nobody else ever sees that
//! somebody asked.

mod buttons;
mod meet;
mod rules;
mod search;

use serde_json::{Map, Value};

use super::cards::{self, say};
use super::states::{RsvpState, SearchState, State};
use super::store::company::{self as rows, Search};
use super::store::{self, Activity};
use super::view;
use crate::features::{Finish, contact, trust};
use crate::model::{ActivityId, Button, Content, Fault, Person, PersonId, Result};
use crate::text::Arg;
use crate::turn::Turn;

use buttons::Tap;

/// The dialogue in which one says how one's company can reach one.
pub const FLOW_REACH: &str = "company-reach";

/// Its TOML.
pub const FLOW: &str = include_str!("../../../dialogues/flows/company-reach.toml");

/// Job: more neighbours are asked, or the seeker hears that there is nobody.
const LOOK_JOB: &str = "with-look";

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, tap: &str) -> Result<()> {
    let Some(tap) = Tap::read(tap).filter(|_| turn.in_private()) else {
        return view::toast(turn, "press-outdated", &[]);
    };
    match tap {
        Tap::Alone(id) => explain(turn, id).await,
        Tap::Look(id) => search::begin(turn, id).await,
        Tap::Stop(id) => search::stop(turn, id).await,
        Tap::Who(id) => meet::who(turn, id).await,
        Tap::Willing(id) => search::answered(turn, id, rules::Say::Willing).await,
        Tap::Decline(id) => search::answered(turn, id, rules::Say::Decline).await,
        Tap::Choose(id) => meet::choose(turn, id).await,
        Tap::Refuse(id) => search::refuse(turn, id).await,
        Tap::Host(id) => search::tell_host(turn, id).await,
        Tap::Reach(id) => meet::reach_pressed(turn, id).await,
        Tap::Apart(id) => meet::apart(turn, id).await,
    }
}

/// One of its jobs is due.
pub async fn job(turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
    match kind {
        LOOK_JOB => search::look(turn, thing).await,
        _ => Err(Fault::event("a job of a kind that company does not know")),
    }
}

/// The answers of its dialogue, for `stoep check`.
pub fn reads(answers: &Map<String, Value>) -> std::result::Result<(), String> {
    contact::Answers::read(answers).map(|_| ())
}

/// Its dialogue is done.
pub async fn finish(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Finish> {
    let answers =
        contact::Answers::read(answers).map_err(|_| Fault::event("answers of company-reach can't be read"))?;
    meet::reached(turn, answers).await?;
    Ok(Finish::Done)
}

/// The button about company, for somebody who comes: to look for it, to look no further, or with whom they go. None where
/// they don't come, or it is over.
pub async fn row(turn: &mut Turn<'_>, a: &Activity, me: &Person) -> Result<Option<Vec<Button>>> {
    if !takes_part(turn, a, me.id).await? || trust::adult(turn, me.id).await? == Some(false) {
        return Ok(None);
    }
    let (label, tap) = match mine(turn, a.id, me.id).await? {
        None => ("company-button", Tap::Alone(a.id)),
        Some(s) if s.state == SearchState::Met => ("company-who", Tap::Who(s.id)),
        Some(s) => ("company-stop", Tap::Stop(s.id)),
    };
    Ok(Some(vec![cards::button(me.language, label, &tap.data())]))
}

/// Somebody does not come after all, or the activity does not happen: who would have gone with them hears it.
pub async fn left(turn: &mut Turn<'_>, a: &Activity, person: PersonId) -> Result<()> {
    search::left(turn, a, person).await
}

/// An activity is over: nothing of who went with whom, or how they reach each other, is kept.
pub async fn over(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    for s in rows::searches_of(turn.db(), id).await? {
        search::end(turn, &s).await?;
    }
    Ok(())
}

/// Does this person come to it, and is it still to come?
async fn takes_part(turn: &mut Turn<'_>, a: &Activity, person: PersonId) -> Result<bool> {
    let to_come = a.state == State::Planned && a.starts_at > turn.now();
    let rsvp = store::rsvp(turn.db(), a.id, person).await?;
    Ok(to_come && rsvp.is_some_and(|r| r.state == RsvpState::Going))
}

/// This person's living search, or the one in which they became somebody's company.
async fn mine(turn: &mut Turn<'_>, id: ActivityId, person: PersonId) -> Result<Option<Search>> {
    let all = rows::searches_of(turn.db(), id).await?;
    let met = all.iter().find(|s| s.state == SearchState::Met && (s.seeker == person || s.companion == Some(person)));
    Ok(met.or_else(|| all.iter().find(|s| s.seeker == person)).cloned())
}

/// [Ik kom liever niet alleen]: what will happen, before it does.
async fn explain(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let me = turn.who()?;
    let Some(a) = store::activity(turn.db(), id).await? else { return view::toast(turn, "press-outdated", &[]) };
    if !takes_part(turn, &a, me.id).await? {
        return view::toast(turn, "company-not-now", &[]);
    }
    if let Some(search) = mine(turn, id, me.id).await? {
        return if search.state == SearchState::Met {
            meet::who(turn, search.id).await
        } else {
            view::toast(turn, "company-looking-already", &[])
        };
    }
    let rows = vec![
        vec![cards::button(me.language, "company-look", &Tap::Look(id).data())],
        vec![cards::button(me.language, "company-not", &format!("c:meer:{id}"))],
    ];
    let text = say(me.language, "company-explain", &[("title", Arg::Words(&a.what.title))]);
    turn.reply(Content::new(text, rows))
}

/// Gives the pressed message another content; where there is none, says it anew.
fn show(turn: &mut Turn<'_>, content: Content) -> Result<()> {
    if turn.press().is_some_and(|p| p.message_id.is_some()) {
        turn.edit_pressed(content);
        return Ok(());
    }
    turn.reply(content)
}

/// As [`show`], one of our texts alone, about this activity.
fn show_text(turn: &mut Turn<'_>, id: &str, a: &Activity) -> Result<()> {
    let text = turn.say(id, &[("title", Arg::Words(&a.what.title))]);
    show(turn, Content::text(text))
}
