//! What those whom it concerns read when an activity changed, does not go on, or has another organiser: old and new, with the
//! reason. Who made the change does not.

use std::collections::BTreeMap;

use super::buttons::{AttendanceButton, HostingButton};
use super::model::{Activity, ActivitySeries, Change, RsvpState, thing};
use super::screens::card::{text_about, when_words};
use super::screens::series;
use super::show::{button, say};
use super::store;
use super::tell::{self, AT_ONCE, Hours};
use crate::model::{Button, Content, Html, Language, Person, PersonId, Result};
use crate::screen::rows_on;
use crate::text::{Arg, texts};
use crate::turn::{Page, Turn};

/// What somebody is to an activity that news is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Organiser,
    Comer,
    Waiter,
}

/// Whom news concerns: who comes, who waits, and the organiser, but not who brings it about.
async fn readers(turn: &mut Turn<'_>, a: &Activity) -> Result<Vec<(Person, Role)>> {
    let me = turn.sender().map(|p| p.id);
    let mut all = vec![(turn.person(a.organiser).await?, Role::Organiser)];
    for rsvp in store::rsvps_of(turn.db(), a.id).await? {
        let role = match rsvp.state {
            RsvpState::Going => Role::Comer,
            RsvpState::Waiting => Role::Waiter,
            RsvpState::NotGoing => continue,
        };
        if rsvp.person != a.organiser {
            all.push((turn.person(rsvp.person).await?, role));
        }
    }
    all.retain(|(p, _)| Some(p.id) != me);
    Ok(all)
}

/// The name under which news about an activity waits: who did not read the one before yet reads the newest alone.
fn name(a: &Activity) -> String {
    format!("{}:{}", thing(a.id).feature, a.id)
}

/// An activity was changed: what it was and what it is. Who was not told yet of a change before reads how it is by now.
pub async fn changed(turn: &mut Turn<'_>, old: &Activity, new: &Activity, change: &Change) -> Result<()> {
    if !change.concerns_attendees() {
        return Ok(());
    }
    let soonest = old.starts_at.min(new.starts_at);
    let hours = Hours::of(turn, soonest, old.over_at().max(new.over_at()));
    let waiting = turn.waiting_under(&name(new)).await?;
    let readers = readers(turn, new).await?;
    let hours = hours.newest(name(new), readers.len() > AT_ONCE);
    for (to, role) in readers {
        let (language, several) = (to.language, waiting.contains(&to.chat));
        let text = if several { words_of_all(language, new) } else { words(language, old, new, change) };
        let moves = several || change.moves();
        let asked = match role {
            Role::Organiser => by(turn, language)?,
            Role::Comer if moves => say(language, "news-come", &[]),
            Role::Comer => Html::default(),
            Role::Waiter => say(language, "news-waiting", &[]),
        };
        let rows = answers(turn, language, new, role, moves).await?;
        tell::person(turn, new, &to, &hours, Content::new(text.paragraph(&asked), rows));
    }
    if change.moves() {
        tell::groups(turn, new, &hours, |chat, language| {
            if waiting.contains(&chat) { words_of_all(language, new) } else { words(language, old, new, change) }
        })
        .await?;
    }
    Ok(())
}

/// How it is by now, where more than one thing changed.
fn words_of_all(language: Language, a: &Activity) -> Html {
    let when = when_words(language, a);
    let args =
        [("title", Arg::Words(a.what.title.as_str())), ("when", Arg::Own(&when)), ("place", Arg::Words(&a.what.place))];
    say(language, "news-several", &args)
}

/// What who reads of a change can do.
async fn answers(
    turn: &mut Turn<'_>,
    language: Language,
    a: &Activity,
    role: Role,
    moved: bool,
) -> Result<Vec<Vec<Button>>> {
    let come = button(language, "button-come", AttendanceButton::Come(a.id).data());
    let cannot = button(language, "button-cannot", AttendanceButton::Cannot(a.id).data());
    let mut rows = match role {
        Role::Organiser => vec![vec![button(language, "hosting-manage", HostingButton::Manage(a.id).data())]],
        Role::Comer if moved => vec![vec![come, cannot]],
        Role::Comer | Role::Waiter => vec![vec![cannot]],
    };
    if moved && role == Role::Comer {
        rows.extend(rows_on(turn, &Page::Of(thing(a.id), language)).await?);
    }
    Ok(rows)
}

/// Who did it, for the organiser.
fn by(turn: &Turn<'_>, language: Language) -> Result<Html> {
    let me = turn.who()?;
    Ok(say(language, "news-by", &[("name", Arg::Words(&me.name))]))
}

fn words(language: Language, old: &Activity, new: &Activity, change: &Change) -> Html {
    let title = old.title();
    let was = change.part_of(language, &old.what, old.starts_at, old.ends_at);
    let becomes = change.part_of(language, &new.what, new.starts_at, new.ends_at);
    let (when, part) = (when_words(language, new), texts().plain(language, change.name(), &[]));
    let args = [
        ("title", Arg::Words(&title)),
        ("old", Arg::Words(&was)),
        ("new", Arg::Words(&becomes)),
        ("when", Arg::Own(&when)),
        ("place", Arg::Words(&new.what.place)),
        ("part", Arg::Own(&part)),
    ];
    let id = match change {
        Change::Time { .. } => "news-time",
        Change::Place { .. } => "news-place",
        _ => "news-part",
    };
    say(language, id, &args)
}

/// An activity does not go on.
pub async fn cancelled(turn: &mut Turn<'_>, a: &Activity, reason: Option<&str>) -> Result<()> {
    let readers = readers(turn, a).await?;
    // Of what is off nobody need read any more that it changed.
    let hours = Hours::of(turn, a.starts_at, a.over_at()).newest(name(a), readers.len() > AT_ONCE);
    for (to, role) in readers {
        let mut text = cancel_words(to.language, a, reason);
        if role == Role::Organiser && turn.sender().is_some() {
            text = text.paragraph(&by(turn, to.language)?);
        }
        tell::person(turn, a, &to, &hours, Content::text(text));
    }
    tell::groups(turn, a, &hours, |_, language| cancel_words(language, a, reason)).await
}

/// A series ends: everybody whom one of its dates concerned reads it once, with those dates; and the groups, where one has a card.
/// Its organiser does not.
pub async fn series_stopped(turn: &mut Turn<'_>, s: &ActivitySeries, dates: &[Activity]) -> Result<()> {
    let title = s.what.title_line();
    let title = [("title", Arg::Words(title.as_str()))];
    let mut whom: BTreeMap<PersonId, (Person, Vec<&Activity>)> = BTreeMap::new();
    for a in dates {
        for (reader, _) in readers(turn, a).await? {
            if reader.id != s.organiser {
                whom.entry(reader.id).or_insert_with(|| (reader, Vec::new())).1.push(a);
            }
        }
    }
    let to_many = whom.len() > AT_ONCE;
    for (reader, dates) in whom.into_values() {
        let Some(first) = dates.first() else { continue };
        let text = say(reader.language, "returning-stopped-news", &title);
        let text = text.paragraph(&say(reader.language, "returning-changed-dates", &[]));
        let text = dates.iter().fold(text, |text, a| {
            let day = series::day(reader.language, a);
            text.line(&say(reader.language, "series-day", &[("day", Arg::Own(&day))]))
        });
        let hours = Hours::of(turn, first.starts_at, first.over_at()).newest(name(first), to_many);
        tell::person(turn, first, &reader, &hours, Content::text(text));
    }
    let Some(carded) = dates.iter().find(|a| a.carded) else { return Ok(()) };
    let hours = Hours::of(turn, carded.starts_at, carded.over_at()).newest(name(carded), to_many);
    tell::groups(turn, carded, &hours, |_, language| say(language, "returning-stopped-news", &title)).await
}

fn cancel_words(language: Language, a: &Activity, reason: Option<&str>) -> Html {
    let text = text_about(language, "news-cancelled", a, &[]);
    match reason {
        Some(reason) => text.paragraph(&say(language, "news-reason", &[("reason", Arg::Words(reason))])),
        None => text,
    }
}

/// Somebody else organises it from now on. The one before them reads it in words of their own, unless they read so of the
/// whole series.
pub async fn handed_over(turn: &mut Turn<'_>, a: &Activity, (from, to): (&Person, &Person), whole: bool) -> Result<()> {
    let hours = Hours::of(turn, a.starts_at, a.over_at());
    let name = [("name", Arg::Words(to.name.as_str()))];
    for (reader, _) in readers(turn, a).await? {
        if reader.id != from.id && reader.id != to.id {
            let text = text_about(reader.language, "news-organiser", a, &name);
            tell::person(turn, a, &reader, &hours, Content::text(text));
        }
    }
    if !whole && turn.sender().is_some_and(|me| me.id != from.id) {
        tell::person(turn, a, from, &hours, Content::text(text_about(from.language, "hand-taken", a, &name)));
    }
    Ok(())
}
