//! Announcing an activity: `/activiteit` in private opens the dialogue; behind it in a group stands the activity in one line,
//! which is shown to its organiser first and becomes the card by their tap. What is missing or not for a group leads to private.

mod ask;
mod buttons;
mod choices;
mod concerns;
mod draft;
mod line;
mod post;

use serde_json::{Map, Value};

use super::{store, view};
use crate::features::Finish;
use crate::model::{Fault, Result};
use crate::turn::Turn;
use buttons::Tap;

pub use ask::{command, copy, link};
pub use choices::{SEATS, TIME, check, choices, samples};
pub use draft::{Draft, Kept};
pub use post::{finish as post, photo};

/// The dialogue.
pub const FLOW: &str = "activiteit";

/// As TOML.
pub const FLOW_TOML: &str = include_str!("../../../dialogues/flows/activiteit.toml");

/// The job that throws a draft away.
const DRAFT_JOB: &str = "draft-old";

/// Callback data that begins to announce something, for menus of other rooms.
pub const NEW: &str = "act:a:new";

/// Reads the dialogue's answers.
pub fn reads(answers: &Map<String, Value>) -> std::result::Result<(), String> {
    Draft::of_answers(answers).map(|_| ())
}

/// The dialogue's answers, confirmed.
pub async fn finish(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Finish> {
    let draft = Draft::of_answers(answers).map_err(|_| Fault::event("answers of activiteit can't be read"))?;
    post(turn, draft).await
}

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, tap: &str) -> Result<()> {
    match Tap::read(tap) {
        None => view::toast(turn, "press-outdated", &[]),
        Some(Tap::New) => ask::new_pressed(turn).await,
        Some(Tap::Place(id, other)) => post::place_pressed(turn, id, other).await,
        Some(Tap::Read(id, other)) => post::read_pressed(turn, id, other).await,
        Some(Tap::Adjust(id)) => post::adjust_pressed(turn, id).await,
        Some(Tap::Drop(id)) => post::drop_pressed(turn, id).await,
        Some(Tap::Agree(id, concern)) => post::agreed(turn, id, concern, false).await,
        Some(Tap::LastDay(id)) => post::agreed(turn, id, concerns::Concern::Months, true).await,
        Some(Tap::OtherPlace(id)) => post::otherwise(turn, id, true).await,
        Some(Tap::OtherTime(id)) => post::otherwise(turn, id, false).await,
    }
}

/// Does a button with this data stand in groups?
pub fn in_groups(tap: &str) -> bool {
    Tap::read(tap).is_some_and(Tap::in_groups)
}

/// A draft that nobody came back to.
pub async fn draft_expired(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    Ok(())
}
