//! [Geen contact meer] with somebody whom one helped, who helped, or who wanted to. At once and silently: what there is between
//! the two ends, neither is shown or offered to the other any more, and the other is not told why. [Toch wel] right after,
//! and later under /privacy.

use super::buttons::Tap;
use super::{ON_BUTTON, store};
use crate::features::requests;
use crate::model::{Button, Content, PersonId, ResponseId, Result};
use crate::text::{Arg, clip};
use crate::turn::Turn;

/// How many people the list shows.
const SHOWN: usize = 20;

/// [Geen contact meer].
pub(super) async fn part(turn: &mut Turn<'_>, id: ResponseId) -> Result<()> {
    let me = turn.who()?;
    let Some(other) = requests::other_of(turn, me.id, id).await? else {
        turn.answer(turn.label("press-outdated", &[]));
        return Ok(());
    };
    with(turn, other).await
}

/// The same with somebody whom another room knows to be the other.
pub(super) async fn with(turn: &mut Turn<'_>, other: PersonId) -> Result<()> {
    let (me, now) = (turn.who()?, turn.now());
    store::set_apart(turn.db(), me.id, other, now).await?;
    let reopened = requests::part(turn, other).await?;
    let mut said = Vec::new();
    for feature in turn.features() {
        said.extend(feature.contact_ended(turn, other).await?);
    }
    let other = turn.person(other).await?;
    let mut text = turn.say("apart-done", &[("name", Arg::Words(&other.name))]);
    for title in &reopened {
        text = text.paragraph(&turn.say("apart-open", &[("title", Arg::Words(title))]));
    }
    for line in &said {
        text = text.paragraph(line);
    }
    let rows = vec![vec![turn.button("apart-undo", Tap::Together(other.id).data())]];
    turn.edit_pressed(Content::new(text, rows));
    Ok(())
}

/// [Toch wel]: what was between the two does not come back by itself.
pub(super) async fn together(turn: &mut Turn<'_>, other: PersonId) -> Result<()> {
    let me = turn.who()?;
    if !store::drop_apart(turn.db(), me.id, other).await? {
        turn.answer(turn.label("press-outdated", &[]));
        turn.close_pressed();
        return Ok(());
    }
    let other = turn.person(other).await?;
    let text = turn.say("apart-undone", &[("name", Arg::Words(&other.name))]);
    turn.edit_pressed(Content::text(text));
    Ok(())
}

/// With whom the sender wants no contact, to take it back.
pub(super) async fn list(turn: &mut Turn<'_>) -> Result<()> {
    let me = turn.who()?;
    let mut rows = Vec::new();
    for id in store::apart_by(turn.db(), me.id).await?.into_iter().take(SHOWN) {
        let name = clip(&turn.person(id).await?.name, ON_BUTTON);
        let label = turn.label("apart-undo-name", &[("name", Arg::Words(&name))]);
        rows.push(vec![Button::press(label, Tap::Together(id).data())]);
    }
    let text = turn.say(if rows.is_empty() { "apart-nobody" } else { "apart-list" }, &[]);
    turn.reply(Content::new(text, rows))
}

/// The button that leads to the list, where there is anybody on it.
pub(super) async fn list_button(turn: &mut Turn<'_>) -> Result<Option<Button>> {
    let me = turn.who()?;
    let any = !store::apart_by(turn.db(), me.id).await?.is_empty();
    Ok(any.then(|| turn.button("apart-button-list", Tap::Apart.data())))
}
