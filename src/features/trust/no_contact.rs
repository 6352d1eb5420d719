//! [Geen contact meer] with somebody whom one helped, who helped, or who wanted to. Asked once, and silently: every feature ends what
//! there is between the two, neither is shown or offered to the other any more, and the other is not told why. [Toch wel] right
//! after, and later under /privacy; what was between the two does not come back by that.

use super::buttons::TrustButton;
use super::{ON_BUTTON, store};
use crate::model::{Button, Content, PersonId, ResponseId, Result};
use crate::screen;
use crate::text::{Arg, clip};
use crate::turn::Turn;

/// How many people the list shows.
const SHOWN: usize = 20;

/// The other person of a response of some feature, where the sender may know who that is; else they read that the button is old.
async fn counterpart(turn: &mut Turn<'_>, response: ResponseId) -> Result<Option<PersonId>> {
    for feature in turn.features() {
        if let Some(other) = feature.counterpart(turn, response).await? {
            return Ok(Some(other));
        }
    }
    screen::outdated(turn).map(|()| None)
}

/// [Geen contact meer]: is that meant?
pub(super) async fn ask(turn: &mut Turn<'_>, response: ResponseId) -> Result<()> {
    let Some(other) = counterpart(turn, response).await? else { return Ok(()) };
    let me = turn.who()?;
    if store::no_contact_wanted_by(turn.db(), me.id).await?.contains(&other) {
        // A button of before: it is so already.
        return end_contact(turn, other).await;
    }
    let (yes, no) = (TrustButton::EndContactNow(response).data(), TrustButton::KeepContact(response).data());
    ask_about(turn, other, yes, no).await
}

/// Asks on the pressed message whether the sender wants no contact with this person any more.
pub async fn ask_about(turn: &mut Turn<'_>, other: PersonId, yes: String, no: String) -> Result<()> {
    let name = turn.person(other).await?.name;
    screen::ask_sure(turn, "apart", &[("name", Arg::Words(&name))], yes, no);
    Ok(())
}

/// [Ja, geen contact meer] with the other person of a response of some feature.
pub(super) async fn with_counterpart(turn: &mut Turn<'_>, response: ResponseId) -> Result<()> {
    match counterpart(turn, response).await? {
        Some(other) => end_contact(turn, other).await,
        None => Ok(()),
    }
}

/// [Nee, laat het zo]: the pressed message shows again what it was about.
pub(super) async fn keep(turn: &mut Turn<'_>, response: ResponseId) -> Result<()> {
    for feature in turn.features() {
        if feature.counterpart(turn, response).await?.is_some() {
            return feature.show_response(turn, response).await;
        }
    }
    screen::outdated(turn)
}

/// [Geen contact meer] with this person, whom the caller knows to be the other: every feature ends what there is between the two,
/// and the sender reads it on the pressed message, with [Toch wel].
pub async fn end_contact(turn: &mut Turn<'_>, other: PersonId) -> Result<()> {
    let (me, now) = (turn.who()?, turn.now());
    store::set_no_contact(turn.db(), me.id, other, now).await?;
    let mut ended = Vec::new();
    for feature in turn.features() {
        ended.extend(feature.contact_ended(turn, other).await?);
    }
    let other = turn.person(other).await?;
    let mut text = turn.say("apart-done", &[("name", Arg::Words(&other.name))]);
    for words in &ended {
        text = text.paragraph(words);
    }
    let mut rows = vec![vec![turn.button("apart-undo", TrustButton::Reconcile(other.id).data())]];
    rows.extend(screen::human_row(turn));
    turn.edit_pressed(Content::new(text, rows));
    Ok(())
}

/// [Toch wel]: what was between the two does not come back by itself.
pub(super) async fn reconcile(turn: &mut Turn<'_>, other: PersonId) -> Result<()> {
    let me = turn.who()?;
    if !store::drop_no_contact(turn.db(), me.id, other).await? {
        turn.close_pressed();
        return screen::outdated(turn);
    }
    let other = turn.person(other).await?;
    turn.edit_pressed(Content::text(turn.say("apart-undone", &[("name", Arg::Words(&other.name))])));
    Ok(())
}

/// With whom the sender wants no contact, to take it back.
pub(super) async fn list(turn: &mut Turn<'_>) -> Result<()> {
    let me = turn.who()?;
    let mut rows = Vec::new();
    for id in store::no_contact_wanted_by(turn.db(), me.id).await?.into_iter().take(SHOWN) {
        let name = clip(&turn.person(id).await?.name, ON_BUTTON);
        let label = turn.label("apart-undo-name", &[("name", Arg::Words(&name))]);
        rows.push(vec![Button::press(label, TrustButton::Reconcile(id).data())]);
    }
    let text = turn.say(if rows.is_empty() { "apart-nobody" } else { "apart-list" }, &[]);
    turn.reply(Content::new(text, rows))
}

/// The button that leads to the list; `None` where nobody is on it.
pub(super) async fn list_button(turn: &mut Turn<'_>) -> Result<Option<Button>> {
    let me = turn.who()?;
    let any = !store::no_contact_wanted_by(turn.db(), me.id).await?.is_empty();
    Ok(any.then(|| turn.button("apart-button-list", TrustButton::NoContactList.data())))
}
