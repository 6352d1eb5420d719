//! What the team hears of the worklist without having asked: that something is new, that something lies still, that somebody
//! else has it now. Never a name of a resident or a word of theirs: a notification is read over somebody's shoulder.

use super::buttons::Tap;
use super::rules::{GATHER, KEEPS, WAITS, working_days_after};
use super::store::{self, Entry};
use super::{NAME, release, work};
use crate::features::roles;
use crate::model::{
    Button, Class, Content, Html, NeighbourhoodId, Outgoing, Person, PersonId, Result, Role, Send, Thing,
};
use crate::text::{Arg, in_daytime, texts};
use crate::turn::Turn;

/// Seconds from the morning, in which a notice of the night is said, to the next night.
const DAYTIME: i64 = 13 * 3600;

/// Job of a neighbourhood: the team hears of what is new.
const TELL: &str = "tell";
/// Job of a line: does it still wait for somebody?
const WAIT: &str = "wait";
/// Job of a line: who took it up let it lie.
const BACK: &str = "back";
/// Job of a line: who took a request over is asked about it.
const WEEK: &str = "week";

/// A line is new: the team will hear of it, at once where it is about today.
pub(super) async fn is_new(turn: &mut Turn<'_>, n: NeighbourhoodId, id: i64) -> Result<()> {
    let now = turn.now();
    let today = match store::entry(turn.db(), id).await? {
        Some(entry) => work(turn, &entry).await?.is_some_and(|w| w.today),
        None => false,
    };
    if today {
        turn.schedule(NAME, TELL, n.0, now);
    } else if store::untold(turn.db(), n).await?.as_slice() == [id] {
        // Otherwise an earlier one is about to be told of, and this with it.
        turn.schedule(NAME, TELL, n.0, in_daytime(now.plus(GATHER)));
    }
    waits(turn, id);
    Ok(())
}

fn waits(turn: &mut Turn<'_>, id: i64) {
    let at = working_days_after(turn.now(), WAITS);
    turn.cancel(NAME, BACK, id);
    turn.cancel(NAME, WEEK, id);
    turn.schedule(NAME, WAIT, id, at);
}

/// Somebody works on a line, and did something about it just now.
pub(super) fn is_held(turn: &mut Turn<'_>, entry: &Entry) {
    let now = turn.now();
    turn.cancel(NAME, WAIT, entry.id);
    if entry.kind.for_moderators {
        turn.cancel(NAME, BACK, entry.id);
        turn.schedule(NAME, WEEK, entry.id, working_days_after(now.plus_days(7), 0));
    } else {
        turn.cancel(NAME, WEEK, entry.id);
        turn.schedule(NAME, BACK, entry.id, working_days_after(now, KEEPS));
    }
}

/// A line is off the list. Who worked on it hears that, where it was not their own doing.
pub(super) async fn is_over(turn: &mut Turn<'_>, entry: &Entry) -> Result<()> {
    for kind in [WAIT, BACK, WEEK] {
        turn.cancel(NAME, kind, entry.id);
    }
    let sender = turn.sender().map(|p| p.id);
    if let Some(by) = entry.claimed_by.filter(|by| Some(*by) != sender) {
        tell(turn, by, entry, "work-done-meanwhile", Tap::List(entry.neighbourhood, 0), &[]).await?;
    }
    Ok(())
}

/// A line waits for somebody again; all but who had it hear that.
pub(super) async fn is_back(turn: &mut Turn<'_>, entry: &Entry, from: PersonId) -> Result<()> {
    waits(turn, entry.id);
    for member in concerned(turn, entry, Some(from)).await? {
        tell(turn, member.id, entry, "work-again", Tap::Item(entry.id, 0), &[]).await?;
    }
    Ok(())
}

/// A colleague took a line from somebody.
pub(super) async fn was_taken(turn: &mut Turn<'_>, entry: &Entry, from: PersonId) -> Result<()> {
    let who = turn.who()?;
    tell(turn, from, entry, "work-was-taken", Tap::Item(entry.id, 0), &[("name", Arg::Words(&who.name))]).await
}

/// Who should hear of a line: not who it is about, as long as there is somebody else.
async fn concerned(turn: &mut Turn<'_>, entry: &Entry, but: Option<PersonId>) -> Result<Vec<Person>> {
    let mut about = work(turn, entry).await?.map(|w| w.about).unwrap_or_default();
    about.extend(but);
    let found = roles::team(turn, entry.neighbourhood, &about).await?;
    if found.is_empty() { roles::team(turn, entry.neighbourhood, but.as_slice()).await } else { Ok(found) }
}

/// Tells one of the team something about a line, in the daytime.
async fn tell(
    turn: &mut Turn<'_>,
    to: PersonId,
    entry: &Entry,
    id: &str,
    look: Tap,
    args: &[(&str, Arg<'_>)],
) -> Result<()> {
    let to = turn.person(to).await?;
    let place = turn.neighbourhood(entry.neighbourhood).await?;
    let mut all = vec![("place", Arg::Words(place.name.as_str()))];
    all.extend_from_slice(args);
    let text = texts().html(to.language, id, &all);
    notice(turn, &to, entry.neighbourhood, text, look, false);
    Ok(())
}

fn notice(turn: &mut Turn<'_>, to: &Person, n: NeighbourhoodId, text: Html, look: Tap, today: bool) {
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
        send: Send::Message {
            content: Content::new(text, vec![vec![Button::press(label, look.data())]]),
            topic: None,
            reply_to: None,
        },
        not_before: held,
        // Where Stoep is away all that day, it is not said in the night after: the list itself still shows it.
        not_after: held.map(|morning| morning.plus(DAYTIME)),
        thing: Some(Thing { feature: NAME.to_owned(), id: n.0 }),
    });
}

/// One of the list's jobs is due.
pub(super) async fn job(turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
    if kind == TELL {
        return news(turn, NeighbourhoodId(thing)).await;
    }
    let Some(entry) = store::entry(turn.db(), thing).await?.filter(|e| !e.ended) else { return Ok(()) };
    for late in [WAIT, BACK, WEEK] {
        if kind == late && turn.till_morning(NAME, late, thing) {
            return Ok(());
        }
    }
    match (kind, entry.claimed_by) {
        (WAIT, None) => still_waits(turn, &entry).await,
        (BACK, Some(by)) if !entry.kind.for_moderators => {
            release(turn, &entry, by).await?;
            tell(turn, by, &entry, "work-went-back", Tap::Item(entry.id, 0), &[]).await
        }
        (WEEK, Some(by)) => how_is_it(turn, &entry, by).await,
        // Somebody took it up or gave it back since.
        _ => Ok(()),
    }
}

/// Something is new.
async fn news(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let mut to: Vec<(Person, bool)> = Vec::new();
    for id in store::untold(turn.db(), n).await? {
        let Some(entry) = store::entry(turn.db(), id).await?.filter(|e| e.claimed_by.is_none()) else { continue };
        let today = work(turn, &entry).await?.is_some_and(|w| w.today);
        for person in concerned(turn, &entry, None).await? {
            match to.iter_mut().find(|(p, _)| p.id == person.id) {
                Some((_, urgent)) => *urgent |= today,
                None => to.push((person, today)),
            }
        }
    }
    if !to.iter().any(|(_, today)| *today) && turn.till_morning(NAME, TELL, n.0) {
        return Ok(());
    }
    store::note_told(turn.db(), n).await?;
    let place = turn.neighbourhood(n).await?;
    for (person, today) in to {
        let text = texts().html(person.language, "work-news", &[("place", Arg::Words(&place.name))]);
        notice(turn, &person, n, text, Tap::List(n, 0), today);
    }
    Ok(())
}

/// Nobody took it up for two working days: the team hears it once more, and the administrators with them.
async fn still_waits(turn: &mut Turn<'_>, entry: &Entry) -> Result<()> {
    let mut to = concerned(turn, entry, None).await?;
    let about = work(turn, entry).await?.map(|w| w.about).unwrap_or_default();
    for person in turn.holders(entry.neighbourhood, Role::Administrator).await? {
        if !about.contains(&person.id) && !to.iter().any(|p| p.id == person.id) {
            to.push(person);
        }
    }
    for person in to {
        tell(turn, person.id, entry, "work-waits", Tap::Item(entry.id, 0), &[]).await?;
    }
    Ok(())
}

/// Once a week who took a request over is asked about it; who can't be reached loses it to the list.
async fn how_is_it(turn: &mut Turn<'_>, entry: &Entry, by: PersonId) -> Result<()> {
    let person = turn.person(by).await?;
    if !Turn::reachable(&person) {
        return release(turn, entry, by).await;
    }
    tell(turn, by, entry, "work-week", Tap::Item(entry.id, 0), &[]).await?;
    is_held(turn, entry);
    Ok(())
}

/// A notice did not reach somebody. Where nobody of the team is left to be reached, the administrators hear it.
pub(super) async fn unheard(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let moderators = turn.holders(n, Role::Moderator).await?;
    if !moderators.iter().any(|p| p.id == person) || moderators.iter().any(Turn::may_disturb) {
        return Ok(());
    }
    let place = turn.neighbourhood(n).await?;
    for administrator in roles::team(turn, n, &[person]).await? {
        let text = texts().html(administrator.language, "work-news", &[("place", Arg::Words(&place.name))]);
        notice(turn, &administrator, n, text, Tap::List(n, 0), false);
    }
    Ok(())
}
