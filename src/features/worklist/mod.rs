//! The worklist: what needs somebody of the team. Every thing stands on it once, and one person at a time works on it.
//!
//! `/werklijst` shows moderators and administrators what is there, why, for how long, and who works on it; a tap shows the thing
//! itself, and [Ik pak dit op]. The team hears in private that something is new, without a name or a word of it. What lies still
//! comes back by itself.

mod buttons;
mod notices;
mod rules;
mod screens;
mod store;
#[cfg(test)]
mod tests;

use async_trait::async_trait;

use super::roles::{Action, may};
use super::{Command, CommandPlace, Feature, help};
use crate::model::{Button, Content, NeighbourhoodId, PersonId, Result, Thing};
use crate::turn::{News, Pressed, Turn};

use buttons::Tap;
use store::Entry;

pub use crate::turn::{Reason as Kind, WorkItem as Work};

const NAME: &str = "work";

/// The feature.
pub struct Worklist;

#[async_trait]
impl Feature for Worklist {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "werklijst", en: "worklist", also: &[], place: CommandPlace::Team }]
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        screens::command(turn).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match Tap::read(data) {
            Some(Tap::List(n, page)) => screens::list_pressed(turn, n, page).await,
            Some(Tap::Item(entry, page)) => screens::item_pressed(turn, entry, page).await,
            Some(Tap::Claim(entry)) => screens::claim(turn, entry).await,
            Some(Tap::GiveBack(entry)) => screens::give_back(turn, entry).await,
            Some(Tap::Want(entry)) => screens::want(turn, entry).await,
            Some(Tap::TakeFrom(entry)) => screens::take_from(turn, entry).await,
            None => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        notices::job(turn, kind, thing).await
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::RoleChanged(person, n) => left(turn, person, n).await,
            News::SettingChanged(..) => Ok(()),
        }
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        notices::unheard(turn, person, NeighbourhoodId(thing.id)).await
    }
}

// ── for other rooms ────────────────────────────────────────────────────────────────────────────────────────────

/// Puts a thing on the worklist; where it stands there already, it now stands there for this reason. The team hears of what
/// is new.
pub async fn put(turn: &mut Turn<'_>, n: NeighbourhoodId, kind: Kind, thing: &Thing) -> Result<()> {
    let now = turn.now();
    if let Some(id) = store::put(turn.db(), n, kind, thing, now).await? {
        notices::is_new(turn, n, id).await?;
    }
    Ok(())
}

/// Nothing is left to do about a thing: it goes from the worklist, if it stands there. Who worked on it hears that, where it
/// was somebody else's doing.
pub async fn settle(turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
    if let Some(entry) = store::entry_of(turn.db(), thing).await? {
        end(turn, &entry).await?;
    }
    Ok(())
}

/// As [`settle`], for what a resident did: what the team has to look at whatever residents do stays.
pub async fn calm(turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
    match store::entry_of(turn.db(), thing).await? {
        Some(entry) if !entry.kind.sticky => end(turn, &entry).await,
        Some(_) | None => Ok(()),
    }
}

/// Does a thing stand on the worklist?
pub async fn lists(turn: &mut Turn<'_>, thing: &Thing) -> Result<bool> {
    Ok(store::entry_of(turn.db(), thing).await?.is_some())
}

/// Who works on a thing that stands on the worklist.
pub async fn holder(turn: &mut Turn<'_>, thing: &Thing) -> Result<Option<PersonId>> {
    Ok(store::entry_of(turn.db(), thing).await?.and_then(|e| e.claimed_by))
}

/// May the sender do something about this thing now, by their role and by the list? Who may works on it from here on; who may
/// not has been answered.
pub async fn work_on(turn: &mut Turn<'_>, n: NeighbourhoodId, thing: &Thing, action: Action) -> Result<bool> {
    if !screens::allowed(turn, n, action).await? {
        return Ok(false);
    }
    match store::entry_of(turn.db(), thing).await? {
        None => Ok(true),
        Some(entry) => screens::make_mine(turn, &entry).await,
    }
}

/// Gives a thing that stands on the list to somebody of the team: the sender, or a colleague to whom they hand it.
pub async fn give(turn: &mut Turn<'_>, thing: &Thing, to: PersonId) -> Result<()> {
    if let Some(entry) = store::entry_of(turn.db(), thing).await? {
        let now = turn.now();
        if store::hand(turn.db(), &entry, Some(to), now).await? {
            notices::is_held(turn, &Entry { claimed_by: Some(to), ..entry });
        }
    }
    Ok(())
}

/// The pressed message shows this thing as it is now; where it is off the list, what there is.
pub async fn show(turn: &mut Turn<'_>, n: NeighbourhoodId, thing: &Thing) -> Result<()> {
    match store::entry_of(turn.db(), thing).await? {
        Some(entry) => screens::show_item(turn, &entry, 0).await,
        None => screens::show_list(turn, n, 0).await,
    }
}

/// A button back to the list of a neighbourhood.
pub fn list_button(turn: &Turn<'_>, n: NeighbourhoodId) -> Button {
    turn.button("work-to-list", Tap::List(n, 0).data())
}

/// A button that leads to this thing on the list, for somebody who reads this language; none where it is not there.
pub async fn button_to(turn: &mut Turn<'_>, thing: &Thing, label: String) -> Result<Option<Button>> {
    let entry = store::entry_of(turn.db(), thing).await?;
    Ok(entry.map(|e| Button::press(label, Tap::Item(e.id, 0).data())))
}

/// Somebody lost a role in a neighbourhood: what they may no longer work on goes back to the list, and the others hear of it.
async fn left(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let member = turn.membership(person, n).await?;
    let place = turn.neighbourhood(n).await?;
    for entry in store::standing(turn.db(), n).await? {
        let needed = if entry.kind.for_moderators { Action::TakeOver } else { Action::Moderate };
        if entry.claimed_by == Some(person) && !may(member.as_ref(), needed, &place) {
            release(turn, &entry, person).await?;
        }
    }
    Ok(())
}

// ── among ourselves ────────────────────────────────────────────────────────────────────────────────────────────

/// What the feature of a thing says of it; none where there is nothing any more.
async fn work(turn: &mut Turn<'_>, entry: &Entry) -> Result<Option<Work>> {
    match turn.feature(&entry.thing.feature) {
        Some(feature) => feature.work(turn, entry.thing.id, &entry.kind).await,
        None => Ok(None),
    }
}

/// Tells the feature of a thing who works on it from now on.
async fn pass_on(turn: &mut Turn<'_>, entry: &Entry, to: Option<PersonId>) -> Result<()> {
    match turn.feature(&entry.thing.feature) {
        Some(feature) => feature.assigned(turn, entry.thing.id, to).await,
        None => Ok(()),
    }
}

/// Takes a line off the list.
async fn end(turn: &mut Turn<'_>, entry: &Entry) -> Result<()> {
    let now = turn.now();
    if store::settle(turn.db(), entry.id, now).await? {
        notices::is_over(turn, entry).await?;
    }
    Ok(())
}

/// Nobody works on it any more: the others hear that it is there again.
async fn release(turn: &mut Turn<'_>, entry: &Entry, from: PersonId) -> Result<()> {
    let now = turn.now();
    if store::hand(turn.db(), entry, None, now).await? {
        pass_on(turn, entry, None).await?;
        notices::is_back(turn, entry, from).await?;
    }
    Ok(())
}

/// For who is not of the team: what this is, and the way to a human.
fn not_yours(turn: &mut Turn<'_>) -> Result<()> {
    if turn.press().is_some() {
        turn.alert(turn.label("work-not-yours", &[]));
        return Ok(());
    }
    let text = turn.say("work-not-yours", &[]);
    let rows = vec![vec![turn.button("menu-human", help::HUMAN)]];
    turn.reply(Content::new(text, rows))
}
