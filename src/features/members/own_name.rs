//! `/naam`: the name that neighbours see, instead of the one in Telegram. The rules for names hold for it too: who calls themselves the
//! team is shown as a neighbour.

use crate::model::{Content, Result};
use crate::text::{Arg, clean_name, clip};
use crate::turn::Turn;

/// The dialogue that asks for it.
pub(super) const FLOW: &str = "naam";

/// Longest name, in characters: as in the dialogue.
const AT_MOST: usize = 30;

/// `/naam`, with the name behind it or without.
pub(super) async fn command(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    if rest.trim().is_empty() {
        turn.begin(FLOW, serde_json::Map::new());
        return Ok(());
    }
    choose(turn, rest).await
}

/// From now on neighbours see this name.
pub(super) async fn choose(turn: &mut Turn<'_>, words: &str) -> Result<()> {
    let who = turn.who()?;
    let name = clip(&clean_name(words), AT_MOST);
    turn.set_chosen_name(who.id, &name).await?;
    let shown = turn.who()?.name;
    turn.reply(Content::text(turn.say("name-done", &[("name", Arg::Words(&shown))])))
}
