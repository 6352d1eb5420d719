//! Words are heard before anybody answers to them: what tells of distress gets a number to call first, wherever it was written. Which
//! features listen, they say themselves.

use super::command::command;
use super::dialogues;
use crate::dialogue::WordsFor;
use crate::model::{Message, Result};
use crate::turn::{Heard, Register, Turn};

/// Lets the features hear what somebody wrote in private. Returns true if it is answered with that.
pub async fn in_private(register: &Register, turn: &mut Turn<'_>, message: &Message) -> Result<bool> {
    let (words, for_whom) = match command(&message.text, &turn.bot().username) {
        // What stands behind it came with a link.
        Some((name, _)) if name == "start" => return Ok(false),
        Some((name, words)) => (words, words_of_command(register, &name)),
        None => (message.text.as_str(), words_of_dialogue(register, turn)),
    };
    let answered = heard(register, turn, words, for_whom).await?;
    if answered {
        turn.understood().await?;
        dialogues::remind(register, turn).await?;
    }
    Ok(answered)
}

/// Lets the features hear what stands behind a command in a group. Returns true if it is answered with that.
pub async fn behind_command(register: &Register, turn: &mut Turn<'_>, name: &str, words: &str) -> Result<bool> {
    heard(register, turn, words, words_of_command(register, name)).await
}

/// Lets the features hear a reply to a message of ours in a group. What people say to each other there is nobody's business.
/// Returns true if it is answered with that.
pub async fn replied(register: &Register, turn: &mut Turn<'_>, message: &Message) -> Result<bool> {
    heard(register, turn, &message.text, WordsFor::Own).await
}

async fn heard(register: &Register, turn: &mut Turn<'_>, words: &str, for_whom: WordsFor) -> Result<bool> {
    if words.trim().is_empty() {
        return Ok(false);
    }
    for feature in register.features() {
        if feature.listen(turn, words, for_whom).await? == Heard::Answered {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Behind a command stand the first words of its feature's dialogue, where it has one in which people ask for themselves.
fn words_of_command(register: &Register, name: &str) -> WordsFor {
    let Some((feature, _)) = register.command(name) else { return WordsFor::Own };
    let asks = register.flows().into_iter().any(|(f, flow)| f.name() == feature.name() && flow.words == WordsFor::Own);
    if asks { WordsFor::Own } else { WordsFor::Others }
}

fn words_of_dialogue(register: &Register, turn: &Turn<'_>) -> WordsFor {
    match turn.dialogue_flow() {
        Some(flow) => register.flow(&flow).map_or(WordsFor::Own, |(_, flow)| flow.words),
        None => WordsFor::Own,
    }
}
