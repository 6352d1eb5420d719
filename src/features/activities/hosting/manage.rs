//! The organiser's view of an activity: how many come, who, and what can be done with it. The team has the same. For fellow
//! sufferers it shows numbers alone.

use super::buttons::Tap;
use crate::features::activities::cards::{self, button, say, state_line, title_of, when_words};
use crate::features::activities::kinds::is_unseen;
use crate::features::activities::states::{RsvpState, State};
use crate::features::activities::store::{self, Activity};
use crate::features::activities::view::{self, toast};
use crate::features::activities::{announcing, returning};
use crate::features::roles::{Action, may};
use crate::model::{ActivityId, Button, Content, Html, Language, Person, PersonId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// Names on one page.
const ON_A_PAGE: usize = 25;

/// May this person look after an activity? Its organiser, as long as they may announce, and the team.
pub async fn may_host(turn: &mut Turn<'_>, a: &Activity, person: PersonId) -> Result<bool> {
    let Some(member) = turn.membership(person, a.neighbourhood).await? else { return Ok(false) };
    let place = turn.neighbourhood(a.neighbourhood).await?;
    let own = a.organiser == person && may(Some(&member), Action::Announce, &place);
    Ok(own || may(Some(&member), Action::Moderate, &place))
}

/// An activity that the sender may look after, or an answer to who pressed. Of one that they may not, nothing is read out.
pub async fn hosted(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    let me = turn.who()?;
    let found = store::activity(turn.db(), id).await?;
    match found {
        Some(a) if turn.in_private() && may_host(turn, &a, me.id).await? => Ok(Some(a)),
        Some(_) | None => {
            toast(turn, "hosting-not-yours", &[])?;
            Ok(None)
        }
    }
}

/// As [`hosted`], for what can be done only as long as it is to come. Who comes too late reads how it stands.
pub async fn coming_up(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    let Some(a) = hosted(turn, id).await? else { return Ok(None) };
    let words = match a.state {
        State::Planned => return Ok(Some(a)),
        State::Cancelled => "hosting-is-cancelled",
        State::Held => "hosting-is-held",
    };
    toast(turn, words, &[])?;
    let content = screen(turn, &a).await?;
    show(turn, content).await?;
    Ok(None)
}

/// A press on what is done, dropped or replaced. A finger that pressed twice takes no buttons off what stands there by now.
pub fn outdated(turn: &mut Turn<'_>, words: &str) -> Result<()> {
    if turn.press().is_some_and(|p| p.stands) {
        turn.close_pressed();
    }
    toast(turn, words, &[])
}

/// On the pressed message, but never in place of a card.
pub async fn show(turn: &mut Turn<'_>, content: Content) -> Result<()> {
    if turn.press().is_some_and(|p| p.message_id.is_some()) && turn.pressed_card().await?.is_none() {
        turn.edit_pressed(content);
        return Ok(());
    }
    turn.reply(content)
}

/// A button of this room in the sender's language.
pub fn key(turn: &Turn<'_>, label: &str, tap: Tap) -> Button {
    button(turn.language(), label, &tap.data())
}

/// The way back to the first screen.
pub fn back(turn: &Turn<'_>, id: ActivityId) -> Vec<Button> {
    vec![key(turn, "hosting-back", Tap::Manage(id))]
}

/// [Beheren].
pub async fn manage(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = hosted(turn, id).await? else { return Ok(()) };
    let content = screen(turn, &a).await?;
    show(turn, content).await
}

/// What, when and where.
pub fn head(language: Language, a: &Activity) -> Html {
    let (title, when) = (title_of(a), when_words(language, a));
    let args = [("title", Arg::Words(&title)), ("when", Arg::Own(&when)), ("place", Arg::Words(&a.what.place))];
    say(language, "hosting-head", &args)
}

/// How many come and wait, for who organises it; how many were to come, once it is over.
pub fn counts(language: Language, a: &Activity, standing: &cards::Standing) -> Html {
    let n = |id: &str, n: i64| say(language, id, &[("n", Arg::Number(n))]);
    if a.state != State::Planned {
        return if standing.going == 0 { Html::default() } else { n("hosting-signed-up", standing.going) };
    }
    let mut text =
        if standing.going == 0 { say(language, "activity-nobody", &[]) } else { n("activity-going", standing.going) };
    match a.what.capacity.map(|c| c - standing.going) {
        None => {}
        Some(left) if left > 0 => text = text.line(&n("activity-places-left", left)),
        Some(_) => text = text.line(&say(language, "hosting-full", &[])),
    }
    if standing.waiting > 0 {
        text = text.line(&n("activity-waiting", standing.waiting));
    }
    text
}

/// Everything about an activity for who looks after it.
pub async fn screen(turn: &mut Turn<'_>, a: &Activity) -> Result<Content> {
    let language = turn.language();
    let standing = view::standing(turn, a).await?;
    let mut text = head(language, a).paragraph(&counts(language, a, &standing));
    if let Some(line) = state_line(language, a) {
        text = text.paragraph(&line);
    }
    let organiser = turn.person(a.organiser).await?;
    if organiser.id != turn.who()?.id {
        text = text.paragraph(&say(language, "activity-from", &[("name", Arg::Words(&organiser.name))]));
    }
    let named = standing.going + standing.waiting > 0 && !is_unseen(&a.what.kind);
    if is_unseen(&a.what.kind) {
        text = text.paragraph(&say(language, "hosting-unseen", &[]));
    }
    let one = |label: &str, tap: Tap| vec![button(language, label, &tap.data())];
    let id = a.id;
    let mut rows = Vec::new();
    if named {
        rows.push(one("hosting-who", Tap::Who(id, 0)));
    }
    match a.state {
        State::Planned => {
            rows.push(one("hosting-write", Tap::Write(id)));
            rows.push(one("hosting-change", Tap::Change(id)));
            rows.push(one("hosting-cancel", Tap::Cancel(id)));
            rows.push(one("hosting-more", Tap::More(id)));
        }
        State::Held => {
            match a.came {
                Some(n) => text = text.paragraph(&say(language, "hosting-came", &[("n", Arg::Number(n))])),
                None => rows.push(one("hosting-count", Tap::Count(id))),
            }
            rows.push(one("hosting-again", Tap::Copy(id)));
        }
        State::Cancelled => rows.push(one("hosting-again", Tap::Copy(id))),
    }
    Ok(Content::new(text, rows))
}

/// [Meer keuzes].
pub async fn more(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = coming_up(turn, id).await? else { return Ok(()) };
    let text = head(turn.language(), &a).paragraph(&turn.say("hosting-more-what", &[]));
    let mut rows =
        vec![vec![key(turn, "hosting-copy", Tap::Copy(id))], vec![key(turn, "hosting-hand", Tap::Hand(id, 0))]];
    rows.extend(returning::rows(turn, &a).await?);
    rows.push(back(turn, id));
    show(turn, Content::new(text, rows)).await
}

/// [Kopiëren] and [Nog een keer organiseren].
pub async fn copy(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    match hosted(turn, id).await? {
        Some(a) => announcing::copy(turn, &a).await,
        None => Ok(()),
    }
}

/// [Wie komen er?]: the names, with their guests, and who waits in the order of the row.
pub async fn who(turn: &mut Turn<'_>, id: ActivityId, page: u32) -> Result<()> {
    let Some(a) = hosted(turn, id).await? else { return Ok(()) };
    if is_unseen(&a.what.kind) {
        return toast(turn, "hosting-unseen", &[]);
    }
    let mut rsvps = store::rsvps_of(turn.db(), id).await?;
    rsvps.retain(|r| r.state != RsvpState::NotGoing);
    rsvps.sort_by_key(|r| {
        (r.state == RsvpState::Waiting, if r.state == RsvpState::Waiting { r.place_in_row } else { 0 })
    });
    let last = u32::try_from(rsvps.len().saturating_sub(1) / ON_A_PAGE).unwrap_or_default();
    let page = page.min(last);
    let mut text = head(turn.language(), &a);
    let mut before = None;
    for rsvp in rsvps.iter().skip(page as usize * ON_A_PAGE).take(ON_A_PAGE) {
        if before != Some(rsvp.state) {
            let id = if rsvp.state == RsvpState::Waiting { "hosting-waiting" } else { "hosting-going" };
            text = text.paragraph(&turn.say(id, &[]));
            before = Some(rsvp.state);
        }
        let person = turn.person(rsvp.person).await?;
        text = text.line(&name_line(turn, &person, rsvp.guests));
    }
    if rsvps.is_empty() {
        text = text.paragraph(&turn.say("activity-nobody", &[]));
    }
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(key(turn, "button-previous", Tap::Who(id, page - 1)));
    }
    if page < last {
        turns.push(key(turn, "button-next", Tap::Who(id, page + 1)));
    }
    let rows = [turns, back(turn, id)].into_iter().filter(|row| !row.is_empty()).collect();
    show(turn, Content::new(text, rows)).await
}

fn name_line(turn: &Turn<'_>, person: &Person, guests: i64) -> Html {
    let name = ("name", Arg::Words(person.name.as_str()));
    match guests {
        0 => turn.say("activity-name", &[name]),
        n => turn.say("activity-name-guests", &[name, ("n", Arg::Number(n))]),
    }
}
