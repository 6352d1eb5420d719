//! What the team hears of the worklist without having asked: that something is new, that something lies still, that somebody
//! else has it now. Never a name of a resident or a word of theirs: a notification is read over somebody's shoulder.

use super::buttons::{Job, WorklistButton};
use super::rules::{GATHER, KEEPS, WAITS, working_days_after};
use super::store::{self, Entry};
use super::{NAME, entry, item_of, release};
use crate::model::{
    Button, Class, Content, Html, NeighbourhoodId, Outgoing, Person, PersonId, Result, Role, Send, Thing, or_skip,
};
use crate::text::{Arg, in_daytime, texts};
use crate::turn::{Turn, WorkItem};

/// Seconds from the morning, in which a notice of the night is said, to the next night.
const DAYTIME: i64 = 13 * 3600;

/// An entry is new: the team will hear of it, at once if it is about today.
pub(super) async fn added(turn: &mut Turn<'_>, n: NeighbourhoodId, id: i64) -> Result<()> {
    let now = turn.now();
    waits(turn, id);
    let untold = untold(turn, n).await?;
    let Some(entry) = untold.iter().find(|e| e.id == id) else { return Ok(()) };
    if item_of(turn, entry).await?.is_some_and(|item| item.today) {
        turn.schedule(Job::Tell, n.0, now);
    } else if untold.len() == 1 {
        // Otherwise an earlier one is about to be told of, and this with it.
        turn.schedule(Job::Tell, n.0, in_daytime(now.plus(GATHER)));
    }
    Ok(())
}

/// What a neighbourhood's team has not been told of yet.
async fn untold(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<Entry>> {
    let features = turn.features();
    let mut entries = store::standing(turn.db(), features, n).await?;
    entries.retain(|e| !e.told);
    Ok(entries)
}

fn waits(turn: &mut Turn<'_>, id: i64) {
    let at = working_days_after(turn.now(), WAITS);
    turn.cancel(Job::Back, id);
    turn.cancel(Job::Week, id);
    turn.schedule(Job::Wait, id, at);
}

/// Somebody works on an entry, and did something about it just now.
pub(super) fn claimed(turn: &mut Turn<'_>, entry: &Entry) {
    let now = turn.now();
    turn.cancel(Job::Wait, entry.id);
    if entry.reason.for_moderators {
        turn.cancel(Job::Back, entry.id);
        turn.schedule(Job::Week, entry.id, working_days_after(now.plus_days(7), 0));
    } else {
        turn.cancel(Job::Week, entry.id);
        turn.schedule(Job::Back, entry.id, working_days_after(now, KEEPS));
    }
}

/// An entry is off the list. Its assignee hears that, unless they did it themselves.
pub(super) async fn resolved(turn: &mut Turn<'_>, entry: &Entry) -> Result<()> {
    for job in [Job::Wait, Job::Back, Job::Week] {
        turn.cancel(job, entry.id);
    }
    let sender = turn.sender().map(|p| p.id);
    if let Some(by) = entry.claimed_by.filter(|by| Some(*by) != sender) {
        tell(turn, by, entry, "work-done-meanwhile", WorklistButton::List(entry.neighbourhood, 0), &[]).await?;
    }
    Ok(())
}

/// An entry waits for somebody again; all but who had it hear that.
pub(super) async fn released(turn: &mut Turn<'_>, entry: &Entry, from: PersonId) -> Result<()> {
    waits(turn, entry.id);
    for member in concerned(turn, entry, Some(from)).await? {
        tell(turn, member.id, entry, "work-again", WorklistButton::Item(entry.id, 0), &[]).await?;
    }
    Ok(())
}

/// The sender took an entry over from somebody.
pub(super) async fn taken_over(turn: &mut Turn<'_>, entry: &Entry, from: PersonId) -> Result<()> {
    let who = turn.who()?;
    tell(turn, from, entry, "work-was-taken", WorklistButton::Item(entry.id, 0), &[("name", Arg::Words(&who.name))])
        .await
}

/// Who should hear of an entry: those of the team who may see it and whom it is not about, as long as there is somebody else.
async fn concerned(turn: &mut Turn<'_>, entry: &Entry, but: Option<PersonId>) -> Result<Vec<Person>> {
    let item = item_of(turn, entry).await?.unwrap_or_default();
    let others: Vec<PersonId> = item.about.iter().copied().chain(but).collect();
    let found = who_may_see(turn, entry, &item, &others).await?;
    if found.is_empty() { who_may_see(turn, entry, &item, but.as_slice()).await } else { Ok(found) }
}

async fn who_may_see(turn: &mut Turn<'_>, entry: &Entry, item: &WorkItem, but: &[PersonId]) -> Result<Vec<Person>> {
    match item.confidential {
        true => turn.moderators_to_tell(entry.neighbourhood, but).await,
        false => turn.team_to_tell(entry.neighbourhood, but).await,
    }
}

/// Tells somebody of the team something about an entry, in the daytime.
async fn tell(
    turn: &mut Turn<'_>,
    to: PersonId,
    entry: &Entry,
    id: &str,
    look: WorklistButton,
    args: &[(&str, Arg<'_>)],
) -> Result<()> {
    let to = turn.person(to).await?;
    let neighbourhood = turn.neighbourhood(entry.neighbourhood).await?;
    let mut all = vec![("neighbourhood", Arg::Words(neighbourhood.name.as_str()))];
    all.extend_from_slice(args);
    let text = texts().html(to.language, id, &all);
    notice(turn, &to, entry.neighbourhood, text, look, false);
    Ok(())
}

fn notice(turn: &mut Turn<'_>, to: &Person, n: NeighbourhoodId, text: Html, look: WorklistButton, today: bool) {
    if !Turn::may_disturb(to) {
        return;
    }
    let (now, day) = (turn.now(), in_daytime(turn.now()));
    let held = Some(day).filter(|d| *d > now && !today);
    let label = texts().plain(to.language, "work-look", &[]);
    turn.put(Outgoing {
        chat: to.chat,
        // What is urgent does not stand in line behind what waits for the morning.
        class: if today { Class::Reply } else { Class::Reminder },
        send: Send::message(Content::new(text, vec![vec![Button::press(label, look.data())]])),
        not_before: held,
        // Where Stoep is away all that day, it is not said in the night after: the list itself still shows it.
        not_after: held.map(|morning| morning.plus(DAYTIME)),
        thing: Some(Thing { feature: NAME.to_owned(), id: n.0 }),
        instead: None,
        team_of: None,
    });
}

/// One of the list's jobs is due.
pub(super) async fn job(turn: &mut Turn<'_>, job: Job, thing: i64) -> Result<()> {
    if job == Job::Tell {
        return news(turn, NeighbourhoodId(thing)).await;
    }
    let Some(entry) = entry(turn, thing).await?.filter(|e| !e.ended) else { return Ok(()) };
    if turn.defer_to_morning(job, thing) {
        return Ok(());
    }
    match (job, entry.claimed_by) {
        (Job::Wait, None) => still_waits(turn, &entry).await,
        (Job::Back, Some(by)) if !entry.reason.for_moderators => {
            if release(turn, &entry, by).await? {
                tell(turn, by, &entry, "work-went-back", WorklistButton::Item(entry.id, 0), &[]).await?;
            }
            Ok(())
        }
        (Job::Week, Some(by)) => how_is_it(turn, &entry, by).await,
        // Somebody took it up or gave it back since.
        _ => Ok(()),
    }
}

/// Tells the team that something is new.
async fn news(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let mut to: Vec<(Person, bool)> = Vec::new();
    for entry in untold(turn, n).await?.into_iter().filter(|e| e.claimed_by.is_none()) {
        let Some(item) = or_skip(item_of(turn, &entry).await, "worklist entry", entry.id)? else { continue };
        let today = item.is_some_and(|item| item.today);
        for person in concerned(turn, &entry, None).await? {
            match to.iter_mut().find(|(p, _)| p.id == person.id) {
                Some((_, urgent)) => *urgent |= today,
                None => to.push((person, today)),
            }
        }
    }
    if !to.iter().any(|(_, today)| *today) && turn.defer_to_morning(Job::Tell, n.0) {
        return Ok(());
    }
    store::note_told(turn.db(), n).await?;
    for (person, today) in to {
        tell_news(turn, &person, n, today).await?;
    }
    Ok(())
}

async fn tell_news(turn: &mut Turn<'_>, to: &Person, n: NeighbourhoodId, today: bool) -> Result<()> {
    let neighbourhood = turn.neighbourhood(n).await?;
    let text = texts().html(to.language, "work-news", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    notice(turn, to, n, text, WorklistButton::List(n, 0), today);
    Ok(())
}

/// Nobody took it up for two working days: the team hears it once more, and the administrators with them. Who may not read it hears
/// no more than that something waits.
async fn still_waits(turn: &mut Turn<'_>, entry: &Entry) -> Result<()> {
    let to = concerned(turn, entry, None).await?;
    for person in &to {
        tell(turn, person.id, entry, "work-waits", WorklistButton::Item(entry.id, 0), &[]).await?;
    }
    let item = item_of(turn, entry).await?.unwrap_or_default();
    for person in turn.holders(entry.neighbourhood, Role::Administrator).await? {
        if !item.about.contains(&person.id) && !to.iter().any(|p| p.id == person.id) {
            let look = if item.confidential {
                WorklistButton::List(entry.neighbourhood, 0)
            } else {
                WorklistButton::Item(entry.id, 0)
            };
            tell(turn, person.id, entry, "work-waits", look, &[]).await?;
        }
    }
    Ok(())
}

/// Once a week who took a request over is asked about it; who can't be reached loses it to the list.
async fn how_is_it(turn: &mut Turn<'_>, entry: &Entry, by: PersonId) -> Result<()> {
    let person = turn.person(by).await?;
    if !Turn::reachable(&person) {
        release(turn, entry, by).await?;
        return Ok(());
    }
    tell(turn, by, entry, "work-week", WorklistButton::Item(entry.id, 0), &[]).await?;
    claimed(turn, entry);
    Ok(())
}

/// A notice did not reach somebody. If no moderator is left who can be reached, the administrators hear it.
pub(super) async fn undelivered(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let moderators = turn.holders(n, Role::Moderator).await?;
    if !moderators.iter().any(|p| p.id == person) || moderators.iter().any(Turn::may_disturb) {
        return Ok(());
    }
    for administrator in turn.team_to_tell(n, &[person]).await? {
        tell_news(turn, &administrator, n, false).await?;
    }
    Ok(())
}
