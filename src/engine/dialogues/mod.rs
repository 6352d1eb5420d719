//! Guided dialogues with people: joins the pure room, which knows what comes next, with the features' hooks and the drafts
//! that are kept.
//!
//! A person sees one question at a time in their private chat. What they pressed stays readable in the chat, the next
//! question comes below it. A dialogue that begins in the middle of another is asked first; then the other goes on. A
//! command in between is answered, and the question asked again.

mod speak;
mod stack;
#[cfg(test)]
mod tests;
mod walk;

use crate::dialogue::{Effect, Input};
use crate::model::{Attachment, Result};
use crate::turn::Register;
use crate::turn::{Turn, Wish};

use self::walk::Walk;

/// Start parameter of the link to the private chat of somebody who never opened it: there the question is asked.
const OPEN: &str = "hi";

/// Carries out what a feature wishes about the sender's dialogues.
pub async fn wish(register: &Register, turn: &mut Turn<'_>) -> Result<()> {
    match turn.take_wish() {
        Some(Wish::Begin(beginning)) => {
            let mut walk = Walk::of(register, turn)?;
            let effect = walk.begin(beginning)?;
            walk.lead_to_private();
            walk.follow(effect).await
        }
        Some(Wish::End) => {
            let mut walk = Walk::of(register, turn)?;
            let effect = walk.end();
            walk.follow(effect).await
        }
        Some(Wish::Resume) => again(register, turn).await,
        Some(Wish::Hold) | None => Ok(()),
    }
}

/// Somebody pressed a dialogue's button; `data` is all of its callback data. Who is not in that dialogue reads that the
/// button is for somebody else, or of before.
pub async fn press(register: &Register, turn: &mut Turn<'_>, data: &str) -> Result<()> {
    if !turn.in_private() {
        // No question is ever asked in a group.
        turn.answer(turn.label("press-not-yours", &[]));
        return Ok(());
    }
    let mut walk = Walk::of(register, turn)?;
    match walk.press(data) {
        None => Ok(()),
        next => walk.follow(next).await,
    }
}

/// Somebody wrote in private what is no command. Says whether they are in a dialogue, which has answered them then.
pub async fn message(register: &Register, turn: &mut Turn<'_>) -> Result<bool> {
    let Some(message) = turn.message().filter(|_| turn.in_private() && turn.in_dialogue()) else { return Ok(false) };
    let who = turn.who()?;
    let input = match &message.attachment {
        None => Input::Text(message.text.clone()),
        Some(Attachment::Contact { phone, user_id }) => {
            Input::Contact { phone: phone.clone(), own: *user_id == Some(who.user_id) }
        }
        Some(Attachment::Voice { file_id }) => Input::Voice(file_id.clone()),
        Some(Attachment::Photo { file_id }) => {
            Input::Photo { file: file_id.clone(), words: !message.text.trim().is_empty() }
        }
        Some(Attachment::Other) => Input::Other,
    };
    let mut walk = Walk::of(register, turn)?;
    let effect = walk.take(input);
    walk.follow(effect).await?;
    Ok(true)
}

/// After a command in the middle of a dialogue: asks its question again, unless the command itself does something about
/// dialogues.
pub async fn remind(register: &Register, turn: &mut Turn<'_>) -> Result<()> {
    if turn.has_wish() { Ok(()) } else { again(register, turn).await }
}

async fn again(register: &Register, turn: &mut Turn<'_>) -> Result<()> {
    if !turn.in_dialogue() {
        return Ok(());
    }
    let mut walk = Walk::of(register, turn)?;
    let effect = walk.remind();
    walk.follow(effect).await
}

/// What follows, where there is something to show or to say.
type Next = Option<Effect>;
