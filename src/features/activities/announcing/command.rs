//! `/activiteit`, with and without words behind it, in private and in a group.

use super::begin::{LINK, begin, who_may};
use super::concerns::{self, time_problem};
use super::draft::{ActivityDraft, KeptDraft};
use super::drafts::{self, PREVIEW_DAYS};
use super::line::{self, Line};
use super::{choices, preview};
use crate::features::activities::buttons::AnnouncingButton;
use crate::features::activities::model::Concern;
use crate::features::activities::show::say;
use crate::features::venues;
use crate::model::{Button, Content, Neighbourhood, Person, Result};
use crate::screen;
use crate::text::{Arg, texts};
use crate::turn::{Action, Turn};
use crate::when::Timing;

/// `/activiteit`, with what stood behind it.
pub async fn command(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    if turn.in_private() {
        return in_private(turn, rest).await;
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    if !turn.join(who.id, n).await?.is_in() {
        return screen::tell_put_out(turn, n).await;
    }
    let neighbourhood = turn.neighbourhood(n).await?;
    if screen::held_back(turn, n, Action::Announce).await?.is_some() {
        // Why is nobody's business but their own.
        let text = say(neighbourhood.language, "group-private", &[("name", Arg::Words(&who.name))]);
        let label = texts().plain(neighbourhood.language, "button-go-on", &[]);
        return turn.say_here(Content::new(text, vec![vec![Button::open(label, format!("{LINK}n{n}"))]]));
    }
    if !turn.allowed(n, Action::Announce).await? {
        let text = who_may(turn, &who, &neighbourhood).await?;
        let label = texts().plain(neighbourhood.language, "group-open-private", &[]);
        return turn.say_here(Content::new(text, vec![vec![Button::open(label, screen::HELLO)]]));
    }
    if rest.trim().is_empty() {
        let label = texts().plain(neighbourhood.language, "button-organise", &[]);
        let text = say(neighbourhood.language, "group-organise", &[("name", Arg::Words(&who.name))]);
        return turn.say_here(Content::new(text, vec![vec![Button::press(label, AnnouncingButton::New.data())]]));
    }
    one_line(turn, &who, &neighbourhood, rest).await
}

/// When it is, as far as a line says it clearly; and the other way to read it.
fn times(turn: &Turn<'_>, line: &Line) -> (Option<Timing>, Option<Timing>) {
    let Ok(reading) = &line.when else { return (None, None) };
    let ahead = |t: &Timing| time_problem(t, turn.sent_at()).is_none();
    let first = Some(Timing::of(reading)).filter(|t| reading.notes.is_empty() && ahead(t));
    let other = reading.other.as_deref().map(Timing::of).filter(|t| t.has_time() && ahead(t));
    (first, other)
}

/// An activity in one line, in a group: shown to its organiser first. What is missing, or not for a group, leads to private.
async fn one_line(turn: &mut Turn<'_>, who: &Person, neighbourhood: &Neighbourhood, rest: &str) -> Result<()> {
    let places = venues::of(turn, neighbourhood.id).await?;
    let names: Vec<String> = places.iter().map(|p| p.name.clone()).collect();
    let line = line::read(rest, &names, turn.sent_at());
    let (when, other) = times(turn, &line);
    let draft = ActivityDraft::of_line(Some(neighbourhood.id), &line, when, &places);
    let kept = KeptDraft { draft, other, ..KeptDraft::default() };
    let missing = missing(&kept.draft);
    let concern = concerns::first(turn, neighbourhood.id, &kept, &places).await?;
    // Where the group lets us not write, nothing can be shown there first.
    if missing.is_empty() && concern.is_none() && !turn.group_refuses() {
        let id = drafts::keep_for(turn, who, neighbourhood.id, &kept, PREVIEW_DAYS).await?;
        let content = preview::preview(turn, who, neighbourhood, &kept, &places, id);
        return turn.say_here(content);
    }
    let secret = concern.is_some_and(|(c, _)| c == Concern::Safety);
    lead_to_private(turn, who, neighbourhood, &kept, &missing, secret).await
}

/// What a draft lacks, as words for it.
fn missing(draft: &ActivityDraft) -> Vec<&'static str> {
    let no_time = draft.when.as_ref().is_none_or(|t| !t.has_time());
    [
        (draft.title.is_none(), "missing-title"),
        (no_time, if draft.when.is_some() { "missing-clock" } else { "missing-when" }),
        (draft.place.is_none(), "missing-where"),
    ]
    .into_iter()
    .filter(|(lacks, _)| *lacks)
    .map(|(_, id)| id)
    .collect()
}

async fn lead_to_private(
    turn: &mut Turn<'_>,
    who: &Person,
    neighbourhood: &Neighbourhood,
    kept: &KeptDraft,
    missing: &[&str],
    secret: bool,
) -> Result<()> {
    let id = drafts::keep(turn, who, neighbourhood.id, kept).await?;
    let name = ("name", Arg::Words(who.name.as_str()));
    let text = match missing.first() {
        Some(what) if !secret => {
            let what = texts().plain(neighbourhood.language, what, &[]);
            say(neighbourhood.language, "group-missing", &[name, ("what", Arg::Own(&what))])
        }
        _ => say(neighbourhood.language, "group-private", &[name]),
    };
    let label = texts().plain(neighbourhood.language, "button-go-on", &[]);
    turn.say_here(Content::new(text, vec![vec![Button::open(label, format!("{LINK}{id}"))]]))?;
    if secret && turn.chat_here().is_some_and(|c| c.may_delete) {
        turn.delete_here()?;
    }
    Ok(())
}

async fn in_private(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    if rest.trim().is_empty() {
        return begin(turn, ActivityDraft::default()).await.map(|_| ());
    }
    let allowed = choices::allowed(turn).await?;
    // Only one list of places can be meant.
    let n = allowed.first().copied().filter(|_| allowed.len() == 1);
    let places = match n {
        Some(n) => venues::of(turn, n).await?,
        None => Vec::new(),
    };
    let names: Vec<String> = places.iter().map(|p| p.name.clone()).collect();
    let line = line::read(rest, &names, turn.sent_at());
    let (when, other) = times(turn, &line);
    // What can be read in two ways is asked again.
    let draft = ActivityDraft::of_line(n, &line, when.filter(|_| other.is_none()), &places);
    begin(turn, draft).await.map(|_| ())
}
