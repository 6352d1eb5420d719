//! What the team sees of the worklist: the list in pages, an entry of it, and who works on it. Two who tap at once are told
//! apart by the row.

use super::buttons::WorklistButton;
use super::rules::rank;
use super::store::{self, Entry};
use super::{end, entry, item_of, not_yours, notices, pass_on, release};
use crate::model::{Button, Content, Html, Moment, NeighbourhoodId, Person, Result, Role, or_skip};
use crate::screen::{self, Paging, the_team};
use crate::text::{Arg, clip, day_words, local_date};
use crate::turn::{Action, Page, Turn, WorkItem};

/// How many things stand on one page.
const ON_A_PAGE: usize = 5;

/// Longest title on a button, in characters.
const ON_BUTTON: usize = 40;

/// Most other neighbourhoods that one can go to from here.
const OTHERS: usize = 5;

/// Returns true if the sender may do this in a neighbourhood; otherwise tells them that it is not theirs.
pub(super) async fn allowed(turn: &mut Turn<'_>, n: NeighbourhoodId, action: Action) -> Result<bool> {
    let allowed = turn.allowed(n, action).await?;
    if !allowed {
        not_yours(turn)?;
    }
    Ok(allowed)
}

/// `/werklijst`.
pub(super) async fn command(turn: &mut Turn<'_>) -> Result<()> {
    match turn.neighbourhoods_where(Action::Moderate).await?.first() {
        Some(neighbourhood) => show_list(turn, neighbourhood.id, 0).await,
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

/// Text id of the answer to who may not read what is confidential.
const CONFIDENTIAL: &str = "work-confidential";

/// Why somebody of the team may not see an entry, as a text id; `None` if they may. The one place where the list asks who reads what
/// is confidential. Who it is about leaves it to a colleague who may see it, where there is one.
async fn hidden(turn: &mut Turn<'_>, entry: &Entry, item: &WorkItem, person: &Person) -> Result<Option<&'static str>> {
    if item.confidential && !turn.person_allowed(person.id, entry.neighbourhood, Action::ReadConfidential).await? {
        return Ok(Some(CONFIDENTIAL));
    }
    if let Some(only) = item.only_for.filter(|only| *only != person.id)
        && turn.person_allowed(only, entry.neighbourhood, Action::ReadConfidential).await?
    {
        return Ok(Some("work-only"));
    }
    if item.about.contains(&person.id) {
        let colleagues = match item.confidential {
            true => turn.holders(entry.neighbourhood, Role::Moderator).await?,
            false => turn.colleagues(entry.neighbourhood).await?,
        };
        if colleagues.iter().any(|p| !item.about.contains(&p.id)) {
            return Ok(Some("work-own"));
        }
    }
    Ok(None)
}

/// What waits on a list that the sender may not read: how much, and since when.
#[derive(Default)]
struct Unread {
    count: i64,
    since: Option<Moment>,
}

/// Everything on the list that the sender may see, in order, and what there is besides.
async fn gather(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<(Vec<(Entry, WorkItem)>, Unread)> {
    let (who, features) = (turn.who()?, turn.features());
    let (mut all, mut unread) = (Vec::new(), Unread::default());
    for entry in store::standing(turn.db(), features, n).await? {
        let Some(item) = or_skip(item_of(turn, &entry).await, "worklist entry", entry.id)? else { continue };
        let Some(item) = item else {
            end(turn, &entry).await?;
            continue;
        };
        match hidden(turn, &entry, &item, &who).await? {
            None => all.push((entry, item)),
            Some(CONFIDENTIAL) => {
                unread.count += 1;
                unread.since = unread.since.or(Some(entry.made_at));
            }
            Some(_) => {}
        }
    }
    all.sort_by_key(|(entry, item)| rank(entry.claimed_by, who.id, (item.urgent, item.today), entry.made_at));
    Ok((all, unread))
}

/// The list of a neighbourhood, on the pressed message if there is one.
pub(super) async fn show_list(turn: &mut Turn<'_>, n: NeighbourhoodId, page: u32) -> Result<()> {
    let neighbourhood = turn.neighbourhood(n).await?;
    let (all, unread) = gather(turn, n).await?;
    let paging = Paging::new(page, all.len(), ON_A_PAGE);
    let name = [("neighbourhood", Arg::Words(neighbourhood.name.as_str()))];
    let title = match (all.is_empty(), unread.count) {
        (true, 0) => "work-none",
        (true, _) => "work-title",
        (false, _) => "work-list",
    };
    let mut text = turn.say(title, &name);
    let mut rows = Vec::new();
    for (entry, item) in paging.of(&all) {
        // A title of ours has set the words in it apart already.
        let title = if item.in_own_words { Arg::Words(&item.title) } else { Arg::Own(&item.title) };
        let head = turn.say("work-line", &[("title", title)]);
        text = text.paragraph(&head).line(&why(turn, entry, item)?);
        if let Some((id, name)) = assignee_words(turn, entry).await? {
            text = text.line(&turn.say(id, &[("name", Arg::Words(&name))]));
        }
        rows.push(vec![Button::press(
            clip(&item.title, ON_BUTTON),
            WorklistButton::Item(entry.id, paging.page).data(),
        )]);
    }
    if let Some(since) = unread.since {
        let day = day_words(turn.language(), local_date(since), local_date(turn.now()));
        let team = the_team(turn.language(), &neighbourhood);
        let args = [("count", unread.count.into()), ("day", Arg::Own(&day)), ("team", Arg::Words(&team))];
        text = text.paragraph(&turn.say("work-unread", &args));
    }
    rows.extend(paging.row(turn, ["button-previous", "button-next"], |page| WorklistButton::List(n, page).data()));
    rows.extend(screen::rows_on(turn, &Page::Worklist(n)).await?);
    let others = turn.neighbourhoods_where(Action::Moderate).await?;
    for other in others.iter().filter(|other| other.id != n).take(OTHERS) {
        rows.push(screen::go_to(turn, other, WorklistButton::List(other.id, 0).data()));
    }
    turn.show_team(n, Content::new(text, rows)).await
}

/// Why it is here, and since when.
fn why(turn: &Turn<'_>, entry: &Entry, item: &WorkItem) -> Result<Html> {
    let who = turn.who()?;
    let is_own = entry.reason.about_people && item.about.contains(&who.id);
    let id = if is_own { Some("work-why-own".to_owned()) } else { entry.reason.text_id() };
    let day = day_words(turn.language(), local_date(entry.made_at), local_date(turn.now()));
    let day = ("day", Arg::Own(day.as_str()));
    Ok(match id.map(|id| turn.say(&id, &[])) {
        Some(why) => turn.say("work-since", &[("why", Arg::Markup(&why)), day]),
        None => turn.say("work-since-only", &[day]),
    })
}

/// The id of the text that says who works on it, with their name. `None` if nobody does.
async fn assignee_words(turn: &mut Turn<'_>, entry: &Entry) -> Result<Option<(&'static str, String)>> {
    let who = turn.who()?;
    Ok(match entry.claimed_by {
        None => None,
        Some(by) if by == who.id => Some(("work-is-yours", who.name)),
        Some(by) => Some(("work-is-theirs", turn.person(by).await?.name)),
    })
}

/// An entry that the sender may see. `None` if they may not, or it is over: they have been told.
async fn open(turn: &mut Turn<'_>, id: i64) -> Result<Option<(Entry, WorkItem)>> {
    let Some(entry) = entry(turn, id).await? else {
        not_yours(turn)?;
        return Ok(None);
    };
    if !allowed(turn, entry.neighbourhood, Action::Moderate).await? {
        return Ok(None);
    }
    let found = if entry.ended { None } else { item_of(turn, &entry).await? };
    let Some(item) = found else {
        end(turn, &entry).await?;
        turn.answer(turn.label("work-over", &[]));
        show_list(turn, entry.neighbourhood, 0).await?;
        return Ok(None);
    };
    let who = turn.who()?;
    if let Some(why) = hidden(turn, &entry, &item, &who).await? {
        turn.alert(turn.label(why, &[]));
        show_list(turn, entry.neighbourhood, 0).await?;
        return Ok(None);
    }
    Ok(Some((entry, item)))
}

/// An entry of the list.
pub(super) async fn item_pressed(turn: &mut Turn<'_>, id: i64, page: u32) -> Result<()> {
    let Some((entry, item)) = open(turn, id).await? else { return Ok(()) };
    if entry.claimed_by == Some(turn.who()?.id) {
        notices::claimed(turn, &entry);
    }
    draw(turn, &entry, &item, page).await
}

/// Shows an entry as it is now; the list, if nothing is left to do about it or the sender may not see it.
pub(super) async fn show_item(turn: &mut Turn<'_>, entry: &Entry, page: u32) -> Result<()> {
    let who = turn.who()?;
    match item_of(turn, entry).await? {
        Some(item) if !entry.ended && hidden(turn, entry, &item, &who).await?.is_none() => {
            draw(turn, entry, &item, page).await
        }
        Some(_) | None => show_list(turn, entry.neighbourhood, page).await,
    }
}

async fn draw(turn: &mut Turn<'_>, entry: &Entry, item: &WorkItem, page: u32) -> Result<()> {
    let who = turn.who()?;
    let is_mine = entry.claimed_by == Some(who.id);
    let mut text = item.text.clone().paragraph(&why(turn, entry, item)?);
    if is_mine {
        text = text.paragraph(&item.contact);
    }
    let mut rows = Vec::new();
    match assignee_words(turn, entry).await? {
        None => rows.push(vec![turn.button("work-claim", WorklistButton::Claim(entry.id).data())]),
        Some((words, name)) => {
            text = text.paragraph(&turn.say(words, &[("name", Arg::Words(&name))]));
            if is_mine {
                rows.extend(item.rows.iter().cloned());
                if entry.reason.about_people {
                    for person in &item.about {
                        rows.extend(screen::rows_on(turn, &Page::About(entry.neighbourhood, *person)).await?);
                    }
                }
                // What was taken over has ways of its own.
                if !entry.reason.for_moderators {
                    rows.push(vec![turn.button("work-give-back", WorklistButton::GiveBack(entry.id).data())]);
                }
            } else {
                let label = turn.label("work-take-from", &[("name", Arg::Words(&clip(&name, ON_BUTTON)))]);
                rows.push(vec![Button::press(label, WorklistButton::Want(entry.id).data())]);
            }
        }
    }
    rows.push(vec![turn.button("work-to-list", WorklistButton::List(entry.neighbourhood, page).data())]);
    turn.show_team(entry.neighbourhood, Content::new(text, rows)).await
}

/// [Ik pak dit op].
pub(super) async fn claim(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = open(turn, id).await? else { return Ok(()) };
    if claim_entry(turn, &entry).await? {
        turn.answer(turn.label("work-claimed", &[]));
        again(turn, id).await?;
    }
    Ok(())
}

/// Shows an entry on the pressed message, read anew.
async fn again(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    match entry(turn, id).await? {
        Some(entry) => show_item(turn, &entry, 0).await,
        None => Ok(()),
    }
}

/// Claims an entry for the sender; if they may not see it or somebody else works on it, tells them so. Returns true if they may go
/// on.
pub(super) async fn claim_entry(turn: &mut Turn<'_>, entry: &Entry) -> Result<bool> {
    let who = turn.who()?;
    if entry.claimed_by == Some(who.id) {
        notices::claimed(turn, entry);
        return Ok(true);
    }
    if let Some(item) = item_of(turn, entry).await?
        && let Some(why) = hidden(turn, entry, &item, &who).await?
    {
        turn.alert(turn.label(why, &[]));
        return Ok(false);
    }
    let Some(by) = entry.claimed_by else { return assign_sender(turn, entry).await };
    let name = turn.person(by).await?.name;
    turn.alert(turn.label("work-taken", &[("name", Arg::Words(&clip(&name, 60)))]));
    show_item(turn, entry, 0).await?;
    Ok(false)
}

async fn assign_sender(turn: &mut Turn<'_>, entry: &Entry) -> Result<bool> {
    let (who, now) = (turn.who()?, turn.now());
    let done = store::assign(turn.db(), entry, Some(who.id), now).await?;
    if done {
        notices::claimed(turn, entry);
        pass_on(turn, entry, Some(who.id)).await?;
    }
    Ok(done)
}

/// [Geef terug].
pub(super) async fn give_back(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = open(turn, id).await? else { return Ok(()) };
    let who = turn.who()?;
    if entry.claimed_by == Some(who.id) && !entry.reason.for_moderators {
        release(turn, &entry, who.id).await?;
        turn.answer(turn.label("work-given-back", &[]));
    } else {
        screen::outdated(turn)?;
    }
    again(turn, id).await
}

/// [Neem over van Els]: sure?
pub(super) async fn want(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = open(turn, id).await? else { return Ok(()) };
    let who = turn.who()?;
    match entry.claimed_by {
        Some(by) if by != who.id => {
            let name = turn.person(by).await?.name;
            let text = turn.say("work-want", &[("name", Arg::Words(&name))]);
            let rows = vec![
                vec![turn.button("work-want-yes", WorklistButton::TakeFrom(id).data())],
                vec![turn.button("work-want-no", WorklistButton::Item(id, 0).data())],
            ];
            screen::show(turn, Content::new(text, rows))
        }
        _ => again(turn, id).await,
    }
}

/// [Ja, ik neem het over]: the assignee until now hears it.
pub(super) async fn take_from(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((entry, _)) = open(turn, id).await? else { return Ok(()) };
    let who = turn.who()?;
    let before = entry.claimed_by.filter(|by| *by != who.id);
    if assign_sender(turn, &entry).await? {
        turn.answer(turn.label("work-claimed", &[]));
        if let Some(before) = before {
            notices::taken_over(turn, &entry, before).await?;
        }
    }
    again(turn, id).await
}
