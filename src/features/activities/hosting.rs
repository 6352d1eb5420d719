//! What an organiser does, and what Stoep does for them: reminders, changes, looking back.
//!
//! An organiser (or the team) finds it all behind [Beheren]. Whatever they change or cancel, everybody whom it concerns is told,
//! old and new, in private and in the group: nobody stands before a closed door.

mod buttons;
mod change;
mod changing;
mod handing;
mod looking_back;
mod manage;
mod news;
mod orphans;
mod remind;
mod tell;
#[cfg(test)]
mod tests;
mod times;
mod writing;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::cards::button;
use super::states::State;
use super::store::{self, Activity};
use super::view::{self, thing, toast};
use super::{NAME, coming};
use crate::features::worklist::{self, Work};
use crate::features::{Finish, Offered, Opinion};
use crate::model::{ActivityId, Button, Fault, MembershipChange, NeighbourhoodId, PersonId, Result};
use crate::screen;
use crate::turn::Turn;

use buttons::Tap;
use times::Reminder;

pub use change::Change;

/// The dialogue that changes something.
const FLOW_CHANGE: &str = "anders";
/// The dialogue that asks why it does not go on.
const FLOW_CANCEL: &str = "gaat-niet-door";
/// The dialogue that writes to everybody.
const FLOW_WRITE: &str = "bericht";
/// The dialogue that asks how many came.
const FLOW_COUNT: &str = "hoeveel";

/// Job: its time is over.
const OVER: &str = "host-over";
/// Job: how many came?
const ASK: &str = "host-ask";

/// The dialogues of this room, as TOML.
pub const FLOWS: [&str; 4] = [
    include_str!("../../../dialogues/flows/anders.toml"),
    include_str!("../../../dialogues/flows/gaat-niet-door.toml"),
    include_str!("../../../dialogues/flows/bericht.toml"),
    include_str!("../../../dialogues/flows/hoeveel.toml"),
];

/// What the dialogues know beforehand.
fn about(id: ActivityId) -> Map<String, Value> {
    Map::from_iter([("about".to_owned(), Value::String(id.to_string()))])
}

// ── what the feature passes on ─────────────────────────────────────────────────────────────────────────────────

/// Is this one of its dialogues?
pub fn owns(flow: &str) -> bool {
    [FLOW_CHANGE, FLOW_CANCEL, FLOW_WRITE, FLOW_COUNT].contains(&flow)
}

/// Reads a dialogue's answers, for `stoep check`.
pub fn reads(flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
    match flow {
        FLOW_CHANGE => answers_of::<changing::Answers>(answers).map(|_| ()),
        FLOW_CANCEL => answers_of::<changing::Why>(answers).map(|_| ()),
        FLOW_WRITE => answers_of::<writing::Answers>(answers).map(|_| ()),
        _ => answers_of::<looking_back::Answers>(answers).map(|_| ()),
    }
}

fn answers_of<T: DeserializeOwned>(answers: &Map<String, Value>) -> std::result::Result<T, String> {
    serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())
}

/// A dialogue's answers, confirmed.
pub async fn finish(turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
    let unreadable = |_| Fault::event("answers about an activity can't be read");
    match flow {
        FLOW_CHANGE => changing::changed(turn, answers_of(&answers).map_err(unreadable)?).await,
        FLOW_CANCEL => changing::why(turn, answers_of(&answers).map_err(unreadable)?).await,
        FLOW_WRITE => writing::written(turn, answers_of(&answers).map_err(unreadable)?).await,
        _ => looking_back::counted(turn, answers_of(&answers).map_err(unreadable)?).await,
    }
}

/// What it thinks of a time that was typed.
pub fn look_at_time(turn: &Turn<'_>, answer: Value) -> Opinion {
    changing::look_at_time(turn, answer)
}

/// The places to choose from.
pub async fn places(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Vec<Offered>> {
    changing::places(turn, answers).await
}

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, tap: &str) -> Result<()> {
    match Tap::read(tap) {
        None => toast(turn, "press-outdated", &[]),
        Some(Tap::Manage(id)) => manage::manage(turn, id).await,
        Some(Tap::More(id)) => manage::more(turn, id).await,
        Some(Tap::Who(id, page)) => manage::who(turn, id, page).await,
        Some(Tap::Write(id)) => writing::pressed(turn, id).await,
        Some(Tap::Change(id)) => changing::pressed(turn, id).await,
        Some(Tap::Sure(number)) => changing::sure(turn, number, false).await,
        Some(Tap::SureAll(number)) => changing::sure(turn, number, true).await,
        Some(Tap::Never(number)) => changing::never(turn, number).await,
        Some(Tap::Cancel(id)) => changing::cancel_pressed(turn, id).await,
        Some(Tap::Count(id)) => looking_back::count(turn, id).await,
        Some(Tap::Came(id, n)) => looking_back::came(turn, id, Some(n)).await,
        Some(Tap::Unknown(id)) => looking_back::came(turn, id, None).await,
        Some(Tap::Copy(id)) => manage::copy(turn, id).await,
        Some(Tap::Hand(id, page)) => handing::list(turn, id, page).await,
        Some(Tap::HandTo(id, to)) => handing::chosen(turn, id, to).await,
        Some(Tap::Ask(id, to)) => handing::ask(turn, id, to, false).await,
        Some(Tap::AskAll(id, to)) => handing::ask(turn, id, to, true).await,
        Some(Tap::Accept(number)) => handing::accept(turn, number).await,
        Some(Tap::Refuse(number)) => handing::refuse(turn, number).await,
        Some(Tap::Adopt(id)) => orphans::adopt(turn, id).await,
    }
}

/// One of its jobs is due.
pub async fn job(turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
    let id = ActivityId(thing);
    if let Some(which) = Reminder::ALL.into_iter().find(|which| remind::job_of(*which) == kind) {
        return remind::due(turn, id, which).await;
    }
    match kind {
        OVER => looking_back::over(turn, id).await,
        ASK => looking_back::ask(turn, id).await,
        _ => Err(Fault::event("a job of a kind that hosting does not know")),
    }
}

/// A message about an activity did not reach somebody.
pub async fn undelivered(turn: &mut Turn<'_>, person: PersonId) -> Result<()> {
    orphans::unreachable(turn, person).await
}

/// Somebody blocked Stoep, or is back.
pub async fn membership(turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
    let Some(who) = turn.sender().filter(|_| turn.in_private()) else { return Ok(()) };
    match change {
        MembershipChange::Out => orphans::unreachable(turn, who.id).await,
        MembershipChange::In { .. } => orphans::back_again(turn, who.id).await,
        MembershipChange::Rights { .. } => Ok(()),
    }
}

/// What the worklist shows of an activity whose organiser is gone.
pub async fn work(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Work>> {
    orphans::work(turn, id).await
}

/// A date of a series did not happen: where its organiser is gone, the next one stands on the worklist for all.
pub async fn next_of(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    orphans::next_of(turn, a).await
}

/// Who may announce in a neighbourhood changed: what nobody may look after any more goes to the team.
pub async fn rights_changed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    orphans::rights_changed(turn, n).await
}

// ── for the other rooms of the feature ─────────────────────────────────────────────────────────────────────────

/// Plans what must happen about an activity by itself; again after its time was changed.
pub async fn plan(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    let now = turn.now();
    for which in Reminder::ALL {
        match which.due(a.starts_at).filter(|due| a.state == State::Planned && *due > now) {
            Some(due) => turn.schedule(NAME, remind::job_of(which), a.id.0, due),
            None => turn.cancel(NAME, remind::job_of(which), a.id.0),
        }
    }
    if a.state == State::Planned {
        turn.schedule(NAME, OVER, a.id.0, a.over_at());
    } else {
        turn.cancel(NAME, OVER, a.id.0);
    }
    Ok(())
}

/// The buttons of who may change this activity: its organiser, and the team.
pub async fn rows(turn: &mut Turn<'_>, a: &Activity) -> Result<Vec<Vec<Button>>> {
    let Some(me) = turn.sender() else { return Ok(Vec::new()) };
    if !manage::may_host(turn, a, me.id).await? {
        return Ok(Vec::new());
    }
    Ok(vec![vec![button(me.language, "hosting-manage", &Tap::Manage(a.id).data())]])
}

/// Cancels an activity, as its organiser or the team: everybody whom it concerns is told, with the reason. Says whether it did.
pub async fn cancel(turn: &mut Turn<'_>, a: &Activity, reason: Option<&str>) -> Result<bool> {
    let now = turn.now();
    if !store::hosting::cancel(turn.db(), a.id, reason, now).await? {
        return Ok(false);
    }
    store::hosting::drop_waiting(turn.db(), a.id).await?;
    let a = view::must(turn, a.id).await?;
    plan(turn, &a).await?;
    news::cancelled(turn, &a, reason).await?;
    worklist::settle(turn, &thing(a.id)).await?;
    orphans::next_of(turn, &a).await?;
    refresh(turn, a.id).await?;
    Ok(true)
}

/// Brings up to date what everybody sees of an activity: the cards in the groups, and the messages in private.
async fn refresh(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    view::refresh_cards(turn, id).await?;
    coming::refresh_private(turn, id).await
}

/// What somebody's words give away that a whole group would read.
fn gives_away(turn: &Turn<'_>, words: &str) -> Option<String> {
    screen::gives_away(turn, words)
}
