//! What the team sees of the worklist: the list in pages, a thing of it, and who works on it. Two who tap at once are told
//! apart by the row.

use super::buttons::Tap;
use super::rules::rank;
use super::store::{self, Entry};
use super::{Work, end, not_yours, notices, pass_on, release, work};
use crate::features::roles::{self, Action, may};
use crate::model::{Button, Content, Html, Neighbourhood, NeighbourhoodId, Person, Result, Role};
use crate::screen;
use crate::text::{Arg, clip, day_words, local_date};
use crate::turn::{Page, Turn};

/// How many things stand on one page.
const ON_A_PAGE: usize = 5;

/// Longest title on a button, in characters.
const ON_BUTTON: usize = 40;

/// Most other neighbourhoods that one can go to from here.
const OTHERS: usize = 5;

/// The neighbourhoods in which the sender may see the worklist, the one they are busy with first.
async fn mine(turn: &mut Turn<'_>) -> Result<Vec<Neighbourhood>> {
    let who = turn.who()?;
    let mut places = Vec::new();
    for member in turn.memberships(who.id).await? {
        let place = turn.neighbourhood(member.neighbourhood).await?;
        if may(Some(&member), Action::Moderate, &place) {
            places.push(place);
        }
    }
    places.sort_by_key(|p| Some(p.id) != who.current);
    Ok(places)
}

/// May the sender do this in a neighbourhood? Who may not has been answered; of a neighbourhood that a client made up nothing
/// is read.
pub(super) async fn allowed(turn: &mut Turn<'_>, n: NeighbourhoodId, action: Action) -> Result<bool> {
    let who = turn.who()?;
    if let Some(member) = turn.membership(who.id, n).await? {
        let place = turn.neighbourhood(n).await?;
        if may(Some(&member), action, &place) {
            return Ok(true);
        }
    }
    not_yours(turn)?;
    Ok(false)
}

/// `/werklijst`.
pub(super) async fn command(turn: &mut Turn<'_>) -> Result<()> {
    match mine(turn).await?.first() {
        Some(place) => show_list(turn, place.id, 0).await,
        None => not_yours(turn),
    }
}

/// Another page, or back to the list.
pub(super) async fn list_pressed(turn: &mut Turn<'_>, n: NeighbourhoodId, page: u32) -> Result<()> {
    if !allowed(turn, n, Action::Moderate).await? {
        return Ok(());
    }
    let who = turn.who()?;
    turn.set_current(who.id, n).await?;
    show_list(turn, n, page).await
}

fn show(turn: &mut Turn<'_>, content: Content) -> Result<()> {
    if turn.press().is_some_and(|p| p.message_id.is_some()) {
        turn.edit_pressed(content);
        return Ok(());
    }
    turn.reply(content)
}

/// Does this person leave a thing to a colleague, because it is about themselves? Not where there is no colleague.
async fn is_own(turn: &mut Turn<'_>, entry: &Entry, work: &Work, person: &Person) -> Result<bool> {
    let own = work.about.contains(&person.id);
    Ok(own && roles::colleagues(turn, entry.neighbourhood).await?.iter().any(|p| !work.about.contains(&p.id)))
}

/// Everything on the list that the sender may see, in order.
async fn gather(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<(Entry, Work)>> {
    let who = turn.who()?;
    let mut all = Vec::new();
    for entry in store::standing(turn.db(), n).await? {
        match work(turn, &entry).await? {
            None => end(turn, &entry).await?,
            Some(work) => {
                if !is_own(turn, &entry, &work, &who).await? {
                    all.push((entry, work));
                }
            }
        }
    }
    all.sort_by_key(|(entry, work)| rank(entry.claimed_by, who.id, work.today, entry.made_at));
    Ok(all)
}

/// The list of a neighbourhood, on the pressed message where there is one.
pub(super) async fn show_list(turn: &mut Turn<'_>, n: NeighbourhoodId, page: u32) -> Result<()> {
    let place = turn.neighbourhood(n).await?;
    let all = gather(turn, n).await?;
    let last = u32::try_from(all.len().saturating_sub(1) / ON_A_PAGE).unwrap_or_default();
    let page = page.min(last);
    let name = [("place", Arg::Words(place.name.as_str()))];
    let mut text = turn.say(if all.is_empty() { "work-none" } else { "work-list" }, &name);
    let mut rows = Vec::new();
    for (entry, work) in all.iter().skip(page as usize * ON_A_PAGE).take(ON_A_PAGE) {
        let head = turn.say("work-line", &[("title", Arg::Words(&work.title))]);
        text = text.paragraph(&head).line(&why(turn, entry, work)?);
        if let Some(words) = holder_words(turn, entry).await? {
            text = text.line(&turn.say(words.0, &[("name", Arg::Words(&words.1))]));
        }
        rows.push(vec![Button::press(clip(&work.title, ON_BUTTON), Tap::Item(entry.id, page).data())]);
    }
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(turn.button("button-previous", Tap::List(n, page - 1).data()));
    }
    if page < last {
        turns.push(turn.button("button-next", Tap::List(n, page + 1).data()));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    rows.extend(screen::rows_on(turn, &Page::Worklist(n)).await?);
    for other in mine(turn).await?.into_iter().filter(|p| p.id != n).take(OTHERS) {
        let label = turn.label("place-go-to", &[("place", Arg::Words(&clip(&other.name, ON_BUTTON)))]);
        rows.push(vec![Button::press(label, Tap::List(other.id, 0).data())]);
    }
    show(turn, Content::new(text, rows))
}

/// Why it is here, and since when.
fn why(turn: &Turn<'_>, entry: &Entry, work: &Work) -> Result<Html> {
    let who = turn.who()?;
    let id = if entry.kind.about_people && work.about.contains(&who.id) {
        "work-why-own".to_owned()
    } else {
        entry.kind.text_id()
    };
    let day = day_words(turn.language(), local_date(entry.made_at), local_date(turn.now()));
    let why = turn.say(&id, &[]);
    Ok(turn.say("work-since", &[("why", Arg::Markup(&why)), ("day", Arg::Own(&day))]))
}

/// The text that says who works on it, with their name; none where nobody does.
async fn holder_words(turn: &mut Turn<'_>, entry: &Entry) -> Result<Option<(&'static str, String)>> {
    let who = turn.who()?;
    Ok(match entry.claimed_by {
        None => None,
        Some(by) if by == who.id => Some(("work-is-yours", who.name)),
        Some(by) => Some(("work-is-theirs", turn.person(by).await?.name)),
    })
}

/// A line that the sender may see, or an answer to who pressed.
async fn reachable(turn: &mut Turn<'_>, id: i64) -> Result<Option<(Entry, Work)>> {
    let Some(entry) = store::entry(turn.db(), id).await? else {
        not_yours(turn)?;
        return Ok(None);
    };
    if !allowed(turn, entry.neighbourhood, Action::Moderate).await? {
        return Ok(None);
    }
    let found = if entry.ended { None } else { work(turn, &entry).await? };
    let Some(work) = found else {
        end(turn, &entry).await?;
        turn.answer(turn.label("work-over", &[]));
        show_list(turn, entry.neighbourhood, 0).await?;
        return Ok(None);
    };
    let who = turn.who()?;
    if is_own(turn, &entry, &work, &who).await? {
        turn.alert(turn.label("work-own", &[]));
        show_list(turn, entry.neighbourhood, 0).await?;
        return Ok(None);
    }
    Ok(Some((entry, work)))
}

/// A thing of the list.
pub(super) async fn item_pressed(turn: &mut Turn<'_>, id: i64, page: u32) -> Result<()> {
    let Some((entry, work)) = reachable(turn, id).await? else { return Ok(()) };
    if entry.claimed_by == Some(turn.who()?.id) {
        notices::is_held(turn, &entry);
    }
    item(turn, &entry, &work, page).await
}

/// A thing as it is now.
pub(super) async fn show_item(turn: &mut Turn<'_>, entry: &Entry, page: u32) -> Result<()> {
    match work(turn, entry).await? {
        Some(work) => item(turn, entry, &work, page).await,
        None => show_list(turn, entry.neighbourhood, page).await,
    }
}

async fn item(turn: &mut Turn<'_>, entry: &Entry, work: &Work, page: u32) -> Result<()> {
    let who = turn.who()?;
    let is_mine = entry.claimed_by == Some(who.id);
    let mut text = work.text.clone().paragraph(&why(turn, entry, work)?);
    if is_mine {
        text = text.paragraph(&work.contact);
    }
    let mut rows = Vec::new();
    match holder_words(turn, entry).await? {
        None => rows.push(vec![turn.button("work-claim", Tap::Claim(entry.id).data())]),
        Some((words, name)) => {
            text = text.paragraph(&turn.say(words, &[("name", Arg::Words(&name))]));
            if is_mine {
                rows.extend(work.rows.iter().cloned());
                // What was taken over has ways of its own.
                if !entry.kind.for_moderators {
                    rows.push(vec![turn.button("work-give-back", Tap::GiveBack(entry.id).data())]);
                }
            } else {
                let label = turn.label("work-take-from", &[("name", Arg::Words(&clip(&name, ON_BUTTON)))]);
                rows.push(vec![Button::press(label, Tap::Want(entry.id).data())]);
            }
        }
    }
    rows.push(vec![turn.button("work-to-list", Tap::List(entry.neighbourhood, page).data())]);
    show(turn, Content::new(text, rows))
}

/// Whether the sender may work on a line of this kind. What a moderator took over stays with moderators, as long as one can
/// be reached; an administrator reads so.
async fn may_hold(turn: &mut Turn<'_>, entry: &Entry) -> Result<bool> {
    let who = turn.who()?;
    let moderators = turn.holders(entry.neighbourhood, Role::Moderator).await?;
    let is_one = moderators.iter().any(|p| p.id == who.id);
    if entry.kind.for_moderators && !is_one && moderators.iter().any(Turn::may_disturb) {
        turn.alert(turn.label("work-for-moderators", &[]));
        return Ok(false);
    }
    allowed(turn, entry.neighbourhood, Action::Moderate).await
}

/// [Ik pak dit op].
pub(super) async fn claim(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = reachable(turn, id).await? else { return Ok(()) };
    if may_hold(turn, &entry).await? && make_mine(turn, &entry).await? {
        turn.answer(turn.label("work-claimed", &[]));
        again(turn, id).await?;
    }
    Ok(())
}

/// The line on the pressed message, read anew.
async fn again(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    match store::entry(turn.db(), id).await?.filter(|e| !e.ended) {
        Some(entry) => show_item(turn, &entry, 0).await,
        None => Ok(()),
    }
}

/// The sender works on this from here on, where nobody else does; else they read who, and see it as it is.
pub(super) async fn make_mine(turn: &mut Turn<'_>, entry: &Entry) -> Result<bool> {
    let who = turn.who()?;
    match entry.claimed_by {
        Some(by) if by == who.id => {
            notices::is_held(turn, entry);
            Ok(true)
        }
        Some(by) => {
            let name = turn.person(by).await?.name;
            turn.alert(turn.label("work-taken", &[("name", Arg::Words(&clip(&name, 60)))]));
            show_item(turn, entry, 0).await?;
            Ok(false)
        }
        None => {
            if let Some(work) = work(turn, entry).await?
                && is_own(turn, entry, &work, &who).await?
            {
                turn.alert(turn.label("work-own", &[]));
                return Ok(false);
            }
            hand_to_sender(turn, entry).await
        }
    }
}

async fn hand_to_sender(turn: &mut Turn<'_>, entry: &Entry) -> Result<bool> {
    let (who, now) = (turn.who()?, turn.now());
    let done = store::hand(turn.db(), entry, Some(who.id), now).await?;
    if done {
        notices::is_held(turn, &Entry { claimed_by: Some(who.id), ..entry.clone() });
        pass_on(turn, entry, Some(who.id)).await?;
    }
    Ok(done)
}

/// [Geef terug].
pub(super) async fn give_back(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = reachable(turn, id).await? else { return Ok(()) };
    let who = turn.who()?;
    if entry.claimed_by == Some(who.id) && !entry.kind.for_moderators {
        release(turn, &entry, who.id).await?;
        turn.answer(turn.label("work-given-back", &[]));
    } else {
        turn.answer(turn.label("press-outdated", &[]));
    }
    again(turn, id).await
}

/// [Neem over van Els]: sure?
pub(super) async fn want(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = reachable(turn, id).await? else { return Ok(()) };
    let who = turn.who()?;
    match entry.claimed_by {
        Some(by) if by != who.id => {
            let name = turn.person(by).await?.name;
            let text = turn.say("work-want", &[("name", Arg::Words(&name))]);
            let rows = vec![
                vec![turn.button("work-want-yes", Tap::TakeFrom(id).data())],
                vec![turn.button("work-want-no", Tap::Item(id, 0).data())],
            ];
            show(turn, Content::new(text, rows))
        }
        _ => again(turn, id).await,
    }
}

/// [Ja, ik neem het over]: who worked on it until now hears it.
pub(super) async fn take_from(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = reachable(turn, id).await? else { return Ok(()) };
    if !may_hold(turn, &entry).await? {
        return Ok(());
    }
    let who = turn.who()?;
    let before = entry.claimed_by.filter(|by| *by != who.id);
    if hand_to_sender(turn, &entry).await? {
        turn.answer(turn.label("work-claimed", &[]));
        if let Some(before) = before {
            notices::was_taken(turn, &entry, before).await?;
        }
    }
    again(turn, id).await
}
