//! Announcing an activity: `/activiteit` in private opens the dialogue; behind it in a group stands the activity in one line,
//! which is shown to its organiser first and becomes the card by their tap. What is missing or not for a group leads to private.

mod begin;
mod choices;
mod command;
mod concerns;
mod draft;
mod drafts;
mod line;
mod post;
mod preview;

use serde_json::{Map, Value};

use super::buttons::AnnouncingButton;
use super::model::Concern;
use crate::model::{Fault, Result};
use crate::turn::Finish;
use crate::turn::Turn;
use draft::ActivityDraft;

pub use begin::{FLOW, LINK, copy, link};
pub use choices::{SEATS, TIME, check, choices, samples};
pub use command::command;
pub use drafts::drop as draft_expired;

/// As TOML.
pub const FLOW_TOML: &str = include_str!("../../../dialogues/flows/activiteit.toml");

/// Reads the dialogue's answers.
pub fn validate_answers(answers: &Map<String, Value>) -> std::result::Result<(), String> {
    ActivityDraft::of_answers(answers).map(|_| ())
}

/// The dialogue's answers, confirmed.
pub async fn finish(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Finish> {
    let draft = ActivityDraft::of_answers(answers).map_err(|_| Fault::event("answers of activiteit can't be read"))?;
    post::finish(turn, draft).await
}

/// Somebody pressed one of its buttons.
pub async fn press(turn: &mut Turn<'_>, tap: AnnouncingButton) -> Result<()> {
    match tap {
        AnnouncingButton::New => begin::new_pressed(turn).await,
        AnnouncingButton::Post(id, other) => post::post_pressed(turn, id, other).await,
        AnnouncingButton::ShowReading(id, other) => post::reading_pressed(turn, id, other).await,
        AnnouncingButton::Adjust(id) => post::adjust_pressed(turn, id).await,
        AnnouncingButton::Drop(id) => post::drop_pressed(turn, id).await,
        AnnouncingButton::Agree(id, concern) => post::agreed(turn, id, concern, false).await,
        AnnouncingButton::LastDay(id) => post::agreed(turn, id, Concern::Months, true).await,
        AnnouncingButton::OtherVenue(id) => post::change_one(turn, id, true).await,
        AnnouncingButton::OtherTime(id) => post::change_one(turn, id, false).await,
    }
}
