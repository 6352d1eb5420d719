//! 'Ben je 16 jaar of ouder?': asked once and in private, before the first request or the first wish to help. After [Ja]
//! what they wanted goes on by itself. Who is younger reads what they can do, with the numbers for children first. A mistake
//! is put right the next day, or by a moderator: what was answered is not undone by the next tap.

use serde_json::{Map, Value};

use super::buttons::TrustButton;
use super::{FLOW_AGE, store};
use crate::model::{Button, Content, NeighbourhoodId, PersonId, Result};
use crate::screen::{self, not_for_you, the_team};
use crate::text::{Arg, texts};
use crate::turn::{Action, Finish, Turn};

/// Seconds after which somebody who said that they are under 16 may say that they are not.
const A_DAY: i64 = 24 * 3600;

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
    rows.push(vec![turn.button("age-correct", TrustButton::Adult.data())]);
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
        if too_soon(turn).await? {
            turn.reply(Content::text(turn.say("age-tomorrow", &[])))?;
        } else {
            go_on(turn).await?;
        }
        return Ok(Finish::Done);
    }
    let (who, now) = (turn.who()?, turn.now());
    store::set_adult(turn.db(), who.id, false, now).await?;
    turn.reply(for_children(turn))?;
    Ok(Finish::Done)
}

/// [Ik ben 16 of ouder].
pub(super) async fn correct(turn: &mut Turn<'_>) -> Result<()> {
    let who = turn.who()?;
    if store::adult(turn.db(), who.id).await?.is_none() {
        // Nobody asked them yet: a button that a client made up answers nothing.
        turn.begin(FLOW_AGE, Map::new());
        return Ok(());
    }
    if too_soon(turn).await? {
        turn.alert(turn.label("age-tomorrow", &[]));
        return Ok(());
    }
    turn.close_pressed();
    go_on(turn).await
}

/// Did the sender say within a day that they are under 16?
async fn too_soon(turn: &mut Turn<'_>) -> Result<bool> {
    let (who, now) = (turn.who()?, turn.now());
    Ok(store::said_child(turn.db(), who.id).await?.is_some_and(|at| now.since(at) < A_DAY))
}

/// The button with which a moderator says that somebody is 16 or older; none where nobody said otherwise.
pub(super) async fn correct_button(
    turn: &mut Turn<'_>,
    n: NeighbourhoodId,
    person: PersonId,
) -> Result<Option<Button>> {
    let said = store::said_child(turn.db(), person).await?;
    Ok(said.map(|_| turn.button("age-correct-for", TrustButton::AdultBy(n, person).data())))
}

/// [Is 16 of ouder], by a moderator: the neighbour hears it, and may ask and help.
pub(super) async fn correct_for(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    let (me, now) = (turn.who()?, turn.now());
    let may = turn.in_private() && person != me.id && turn.allowed(n, Action::TakeOver).await?;
    if !may || turn.membership(person, n).await?.is_none() || store::said_child(turn.db(), person).await?.is_none() {
        return not_for_you(turn).await;
    }
    store::set_adult(turn.db(), person, true, now).await?;
    turn.note_act(person, n, ("adult", None), None).await?;
    let (to, neighbourhood) = (turn.person(person).await?, turn.neighbourhood(n).await?);
    if Turn::reachable(&to) {
        let team = the_team(to.language, &neighbourhood);
        let args = [("name", Arg::Words(me.name.as_str())), ("team", Arg::Words(&team))];
        turn.tell(&to, Content::text(texts().html(to.language, "age-corrected", &args)), None);
    }
    turn.answer(turn.label("helper-toast-met", &[]));
    turn.close_pressed();
    Ok(())
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
