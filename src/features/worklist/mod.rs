//! The worklist: what needs somebody of the team. Every thing stands on it once, and one person at a time works on it.
//!
//! `/werklijst` shows moderators and administrators what is there, why, for how long, and who works on it; a tap shows the thing
//! itself, and [Ik pak dit op]. The team hears in private that something is new, without a name or a word of it. What lies still
//! comes back by itself. Why a thing is here is a [`Reason`] that its feature declares.

mod buttons;
mod notices;
mod rules;
mod screens;
mod store;
#[cfg(test)]
mod tests;

use async_trait::async_trait;

use crate::model::{Button, Content, Fault, NeighbourhoodId, PersonId, Result, Thing};
use crate::screen;
use crate::text::{Arg, texts};
use crate::turn::{Action, Codes, Command, CommandPlace, Feature, JobCodes, News, Pressed, Reason, Turn, WorkItem};

use buttons::{Job, WorklistButton};
use store::Entry;

const NAME: &str = "work";

/// The feature.
pub struct Worklist;

#[async_trait]
impl Feature for Worklist {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "werklijst", en: "worklist", also: &[], place: CommandPlace::Team, help: 0 }]
    }

    fn codes(&self) -> Codes {
        Codes::of::<WorklistButton>()
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        screens::command(turn).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        let Some(tap) = WorklistButton::read(data) else { return Ok(Pressed::Outdated) };
        match tap {
            WorklistButton::List(n, page) => screens::list_pressed(turn, n, page).await,
            WorklistButton::Item(entry, page) => screens::item_pressed(turn, entry, page).await,
            WorklistButton::Claim(entry) => screens::claim(turn, entry).await,
            WorklistButton::GiveBack(entry) => screens::give_back(turn, entry).await,
            WorklistButton::Want(entry) => screens::want(turn, entry).await,
            WorklistButton::TakeFrom(entry) => screens::take_from(turn, entry).await,
        }?;
        Ok(Pressed::Handled)
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match Job::of_word(kind) {
            Some(job) => notices::job(turn, job, thing).await,
            None => Ok(()),
        }
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::RoleChanged(person, n) => {
                release_all(turn, person, n).await?;
                wipe(turn, person, n).await
            }
            News::Left(..) | News::MayNotHelp(..) | News::SettingChanged(..) => Ok(()),
        }
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        notices::undelivered(turn, person, NeighbourhoodId(thing.id)).await
    }
}

// ── for other rooms ────────────────────────────────────────────────────────────────────────────────────────────

/// Puts a thing on the worklist and tells the team, if the reason is not announced. A thing that stands there already gets this
/// reason, if its own is not a lasting one; a reason for moderators replaces that too.
pub async fn put(turn: &mut Turn<'_>, n: NeighbourhoodId, reason: Reason, thing: &Thing) -> Result<()> {
    let now = turn.now();
    match store::put(turn.db(), n, &reason, thing, now).await? {
        Some(id) => notices::added(turn, n, id).await,
        None => match entry_of(turn, thing).await? {
            Some(entry) if !entry.reason.lasting || reason.for_moderators => {
                store::set_reason(turn.db(), entry.id, &reason).await
            }
            Some(_) | None => Ok(()),
        },
    }
}

/// Takes a thing off the worklist: nothing is left to do about it. Its assignee hears that, unless they did it themselves.
pub async fn resolve(turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
    match entry_of(turn, thing).await? {
        Some(entry) => end(turn, &entry).await,
        None => Ok(()),
    }
}

/// As [`resolve`], for what a resident did: a thing with a sticky reason stays.
pub async fn resolve_unless_sticky(turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
    match entry_of(turn, thing).await? {
        Some(entry) if !entry.reason.sticky => end(turn, &entry).await,
        Some(_) | None => Ok(()),
    }
}

/// Returns true if a thing stands on the worklist.
pub async fn contains(turn: &mut Turn<'_>, thing: &Thing) -> Result<bool> {
    Ok(entry_of(turn, thing).await?.is_some())
}

/// Who works on a thing of the worklist. `None` if nobody does, or it is not there.
pub async fn assignee(turn: &mut Turn<'_>, thing: &Thing) -> Result<Option<PersonId>> {
    Ok(entry_of(turn, thing).await?.and_then(|e| e.claimed_by))
}

/// Claims a thing for the sender, if their role and the list allow it and nobody else works on it; otherwise tells them why not.
/// Returns true if they may go on.
pub async fn claim_for(turn: &mut Turn<'_>, n: NeighbourhoodId, thing: &Thing, action: Action) -> Result<bool> {
    if !screens::allowed(turn, n, action).await? {
        return Ok(false);
    }
    match entry_of(turn, thing).await? {
        // What the team does to a thing, it does to one on its list: anything else is a button that somebody made up, or an old one.
        None => {
            screen::outdated(turn)?;
            screens::show_list(turn, n, 0).await?;
            Ok(false)
        }
        Some(entry) => screens::claim_entry(turn, &entry).await,
    }
}

/// Assigns a thing of the worklist to somebody of the team: the sender, or a colleague to whom they hand it. Its feature is not
/// told.
pub async fn assign(turn: &mut Turn<'_>, thing: &Thing, to: PersonId) -> Result<()> {
    let now = turn.now();
    if let Some(entry) = entry_of(turn, thing).await?
        && store::assign(turn.db(), &entry, Some(to), now).await?
    {
        notices::claimed(turn, &entry);
    }
    Ok(())
}

/// Shows a thing on the pressed message as it is now; the list, if it is no longer there.
pub async fn show(turn: &mut Turn<'_>, n: NeighbourhoodId, thing: &Thing) -> Result<()> {
    match entry_of(turn, thing).await? {
        Some(entry) => screens::show_item(turn, &entry, 0).await,
        None => screens::show_list(turn, n, 0).await,
    }
}

/// A button back to the list of a neighbourhood.
pub fn list_button(turn: &Turn<'_>, n: NeighbourhoodId) -> Button {
    turn.button("work-to-list", WorklistButton::List(n, 0).data())
}

/// A button that leads to a thing on the list. `None` if it is not there.
pub async fn button_to(turn: &mut Turn<'_>, thing: &Thing, label: String) -> Result<Option<Button>> {
    let entry = entry_of(turn, thing).await?;
    Ok(entry.map(|e| Button::press(label, WorklistButton::Item(e.id, 0).data())))
}

// ── inside this room ───────────────────────────────────────────────────────────────────────────────────────────

/// Puts back on the list what somebody of a neighbourhood's team works on and may not any more; the others hear of it.
async fn release_all(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let features = turn.features();
    for entry in store::standing(turn.db(), features, n).await?.into_iter().filter(|e| e.claimed_by == Some(person)) {
        let confidential = item_of(turn, &entry).await?.is_some_and(|item| item.confidential);
        let needed = if confidential { Action::ReadConfidential } else { Action::Moderate };
        if !turn.person_allowed(person, n, needed).await? {
            release(turn, &entry, person).await?;
        }
    }
    Ok(())
}

/// Takes off the screen of who may not read any more what was told to the team in confidence what they opened of it.
async fn wipe(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    if turn.person_allowed(person, n, Action::ReadConfidential).await? {
        return Ok(());
    }
    let (to, neighbourhood) = (turn.person(person).await?, turn.neighbourhood(n).await?);
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str()))];
    let content = Content::text(texts().html(to.language, "work-wiped", &args));
    turn.wipe_team_messages(&to, n, &content).await
}

/// An entry by key, also if it is off the list by now.
async fn entry(turn: &mut Turn<'_>, id: i64) -> Result<Option<Entry>> {
    let features = turn.features();
    store::entry(turn.db(), features, id).await
}

/// The entry of a thing that is on the list.
async fn entry_of(turn: &mut Turn<'_>, thing: &Thing) -> Result<Option<Entry>> {
    let features = turn.features();
    store::entry_of(turn.db(), features, thing).await
}

/// What the feature of a thing says of it. `None` if there is nothing left to do.
async fn item_of(turn: &mut Turn<'_>, entry: &Entry) -> Result<Option<WorkItem>> {
    match turn.feature(&entry.thing.feature) {
        Some(feature) => feature.work(turn, entry.thing.id, &entry.reason).await,
        None => Err(Fault::event("a thing on the worklist whose feature is not there")),
    }
}

/// Tells the feature of a thing who works on it from now on.
async fn pass_on(turn: &mut Turn<'_>, entry: &Entry, to: Option<PersonId>) -> Result<()> {
    match turn.feature(&entry.thing.feature) {
        Some(feature) => feature.assigned(turn, entry.thing.id, to).await,
        None => Ok(()),
    }
}

/// Takes an entry off the list.
async fn end(turn: &mut Turn<'_>, entry: &Entry) -> Result<()> {
    let now = turn.now();
    if store::resolve(turn.db(), entry.id, now).await? {
        notices::resolved(turn, entry).await?;
    }
    Ok(())
}

/// Takes an entry from its assignee. Returns true if it is there again, which the others hear; false if its feature took it off the
/// list.
async fn release(turn: &mut Turn<'_>, before: &Entry, from: PersonId) -> Result<bool> {
    let now = turn.now();
    if store::assign(turn.db(), before, None, now).await? {
        pass_on(turn, before, None).await?;
        if let Some(entry) = entry(turn, before.id).await?.filter(|e| !e.ended) {
            notices::released(turn, &entry, from).await?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// Tells somebody who is not of the team what this is, with the way to a human.
fn not_yours(turn: &mut Turn<'_>) -> Result<()> {
    if turn.press().is_some() {
        turn.alert(turn.label("work-not-yours", &[]));
        return Ok(());
    }
    turn.reply(Content::new(turn.say("work-not-yours", &[]), screen::human_row(turn)))
}
