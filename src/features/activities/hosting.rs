//! What an organiser does, and what Stoep does for them: reminders, changes, looking back.
//!
//! An organiser (or the team) finds it all behind [Beheren]. Whatever they change or cancel, everybody whom it concerns is told,
//! old and new, in private and in the group: nobody stands before a closed door.

mod change_answers;
mod changing;
mod handing;
mod looking_back;
mod manage;
mod remind;
#[cfg(test)]
mod tests;
mod writing;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::buttons::HostingButton;
use super::jobs::Job;
use super::times::Reminder;
use crate::model::{ActivityId, Fault, Result};
use crate::turn::Finish;
use crate::turn::Turn;

use changing::{FLOW_CANCEL, FLOW_CHANGE};

pub use change_answers::{PLACES, places};
pub use changing::check_time;

/// The dialogues of this part, as TOML.
pub const FLOWS: [&str; 4] = [
    include_str!("../../../dialogues/flows/anders.toml"),
    include_str!("../../../dialogues/flows/gaat-niet-door.toml"),
    include_str!("../../../dialogues/flows/bericht.toml"),
    include_str!("../../../dialogues/flows/hoeveel.toml"),
];

/// Returns true if this is one of its dialogues.
pub fn owns(flow: &str) -> bool {
    [FLOW_CHANGE, FLOW_CANCEL, writing::FLOW, looking_back::FLOW].contains(&flow)
}

/// Reads a dialogue's answers, for `stoep check`.
pub fn validate_answers(flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
    match flow {
        FLOW_CHANGE => answers_of::<change_answers::Answers>(answers).map(|_| ()),
        FLOW_CANCEL => answers_of::<changing::CancelAnswers>(answers).map(|_| ()),
        writing::FLOW => answers_of::<writing::Answers>(answers).map(|_| ()),
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
        FLOW_CANCEL => changing::cancel_answered(turn, answers_of(&answers).map_err(unreadable)?).await,
        writing::FLOW => writing::written(turn, answers_of(&answers).map_err(unreadable)?).await,
        _ => looking_back::counted(turn, answers_of(&answers).map_err(unreadable)?).await,
    }
}

/// Somebody pressed one of its buttons.
pub async fn press(turn: &mut Turn<'_>, tap: HostingButton) -> Result<()> {
    match tap {
        HostingButton::Manage(id) => manage::manage(turn, id).await,
        HostingButton::More(id) => manage::more(turn, id).await,
        HostingButton::Who(id, page) => manage::who(turn, id, page).await,
        HostingButton::Write(id) => writing::pressed(turn, id).await,
        HostingButton::Change(id) => changing::pressed(turn, id).await,
        HostingButton::MakeChange(number) => changing::confirm_change(turn, number, false).await,
        HostingButton::MakeChangeForAll(number) => changing::confirm_change(turn, number, true).await,
        HostingButton::DropChange(number) => changing::drop_change(turn, number).await,
        HostingButton::Cancel(id) => changing::cancel_pressed(turn, id).await,
        HostingButton::Count(id) => looking_back::count(turn, id).await,
        HostingButton::Came(id, n) => looking_back::came(turn, id, Some(n)).await,
        HostingButton::CountUnknown(id) => looking_back::came(turn, id, None).await,
        HostingButton::Copy(id) => manage::copy(turn, id).await,
        HostingButton::Hand(id, page) => handing::list(turn, id, page).await,
        HostingButton::HandTo(id, to) => handing::chosen(turn, id, to).await,
        HostingButton::Ask(id, to) => handing::ask(turn, id, to, false).await,
        HostingButton::AskAll(id, to) => handing::ask(turn, id, to, true).await,
        HostingButton::Accept(number) => handing::accept(turn, number).await,
        HostingButton::Refuse(number) => handing::refuse(turn, number).await,
        HostingButton::Adopt(id) => handing::adopt(turn, id).await,
    }
}

/// One of its jobs is due.
pub async fn job(turn: &mut Turn<'_>, job: Job, id: ActivityId) -> Result<()> {
    match job {
        Job::RemindDayBefore => remind::due(turn, id, Reminder::DayBefore).await,
        Job::RemindShortly => remind::due(turn, id, Reminder::Shortly).await,
        Job::Over => looking_back::over(turn, id).await,
        _ => looking_back::ask(turn, id).await,
    }
}
