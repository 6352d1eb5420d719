//! 'Ben je 16 jaar of ouder?': asked once and in private, before the first request or the first wish to help. After [Ja]
//! what they wanted goes on by itself. Who is younger reads what they can do, with the numbers for children first, and can
//! put a mistake right.

use serde_json::{Map, Value};

use super::buttons::Tap;
use super::{FLOW_AGE, store};
use crate::model::{Content, Result};
use crate::screen;
use crate::turn::{Finish, Turn};

/// Returns true if the sender is 16 or older, and so may ask and help. Where nobody knows yet they are asked in private, and after [Ja]
/// the feature of `then` goes on (`Feature::resumed`): `{feature}:{data}`, or `None` where a dialogue below this one waits. Who is
/// under 16 is told what they can do.
pub async fn ask_age(turn: &mut Turn<'_>, then: Option<String>) -> Result<bool> {
    let who = turn.who()?;
    let said = store::adult(turn.db(), who.id).await?;
    if said == Some(true) {
        return Ok(true);
    }
    if !turn.has_open(FLOW_AGE) {
        // What they wanted some other time is not meant any more.
        store::forget_wishes(turn.db(), who.id).await?;
    }
    if let Some(then) = then {
        store::note_wish(turn.db(), who.id, &then).await?;
    }
    if !turn.in_private() && !Turn::reachable(&who) {
        turn.open_private(screen::HELLO);
    }
    if said.is_none() {
        turn.begin(FLOW_AGE, Map::new());
        if !turn.in_private() {
            turn.answer(turn.label("dialogue-in-private", &[]));
        }
        return Ok(false);
    }
    turn.answer(turn.label("age-limit", &[]));
    if Turn::reachable(&who) {
        turn.reply(for_children(turn))?;
    }
    Ok(false)
}

/// What somebody under 16 can do.
fn for_children(turn: &Turn<'_>) -> Content {
    let text = turn.say("age-child", &[]).paragraph(&turn.say("age-child-numbers", &[]));
    let text = text.line(&screen::numbers::list_for_children(turn.language()));
    let mut rows = screen::human_row(turn);
    rows.push(vec![turn.button("age-correct", Tap::Adult.data())]);
    Content::new(text, rows)
}

/// The answer.
///
/// # Errors
/// Where there is none; in words for the author of the flow.
pub(super) fn read(answers: &Map<String, Value>) -> std::result::Result<bool, String> {
    answers.get("adult").and_then(Value::as_bool).ok_or_else(|| "no answer to adult".to_owned())
}

/// They answered.
pub(super) async fn finish(turn: &mut Turn<'_>, adult: bool) -> Result<Finish> {
    if adult {
        go_on(turn).await?;
        return Ok(Finish::Done);
    }
    let (who, now) = (turn.who()?, turn.now());
    store::set_adult(turn.db(), who.id, false, now).await?;
    turn.reply(for_children(turn))?;
    Ok(Finish::Done)
}

/// [Ik ben 16 of ouder].
pub(super) async fn correct(turn: &mut Turn<'_>) -> Result<()> {
    turn.close_pressed();
    go_on(turn).await
}

/// They are 16 or older: does what they wanted when they were asked.
async fn go_on(turn: &mut Turn<'_>) -> Result<()> {
    let (who, now) = (turn.who()?, turn.now());
    store::set_adult(turn.db(), who.id, true, now).await?;
    let wishes = store::take_wishes(turn.db(), who.id).await?;
    if wishes.is_empty() && !turn.in_dialogue() {
        return turn.reply(Content::new(turn.say("age-thanks", &[]), screen::menu(turn)));
    }
    for wish in wishes {
        if let Some((name, data)) = wish.split_once(':')
            && let Some(feature) = turn.feature(name)
        {
            feature.resumed(turn, data).await?;
        }
    }
    Ok(())
}
