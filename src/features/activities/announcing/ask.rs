//! The ways into announcing: `/activiteit` with and without words, [Iets organiseren], a draft from a group, a copy. And who
//! may not, who reads whom to ask.

use super::buttons::Tap;
use super::concerns::{self, trouble};
use super::draft::{Draft, Kept};
use super::line::{self, Line};
use super::{DRAFT_JOB, FLOW};
use super::{choices, post};
use crate::features::activities::store::{self, Activity};
use crate::features::activities::{NAME, cards, view};
use crate::features::places::{self, Place};
use crate::features::roles::{Action, may};
use crate::features::{help, members, neighbourhood};
use crate::model::{Button, Content, Html, Neighbourhood, NeighbourhoodId, Person, Result, Role};
use crate::text::{Arg, texts};
use crate::turn::Turn;
use crate::when::Timing;

/// Days that a draft is kept which its organiser can't see in the group.
const DRAFT_DAYS: i64 = 30;

/// Days that a preview in a group waits for its organiser's tap.
const PREVIEW_DAYS: i64 = 1;

/// Most organisers that are named to who asks.
const NAMED_AT_MOST: usize = 5;

/// `/activiteit`, with what stood behind it.
pub async fn command(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    if turn.in_private() {
        return in_private(turn, rest).await;
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    turn.join(who.id, n).await?;
    let place = turn.neighbourhood(n).await?;
    if !may(turn.membership(who.id, n).await?.as_ref(), Action::Announce, &place) {
        let text = who_may(turn, &who, &place).await?;
        let label = texts().plain(place.language, "group-open-private", &[]);
        return turn.say_here(Content::new(text, vec![vec![Button::open(label, members::HELLO)]]));
    }
    if rest.trim().is_empty() {
        let label = texts().plain(place.language, "button-organise", &[]);
        let text = cards::say(place.language, "group-organise", &[("name", Arg::Words(&who.name))]);
        return turn.say_here(Content::new(text, vec![vec![Button::press(label, Tap::New.data())]]));
    }
    one_line(turn, &who, &place, rest).await
}

/// When it is, as far as a line says it clearly; and the other way to read it.
fn times(turn: &Turn<'_>, line: &Line) -> (Option<Timing>, Option<Timing>) {
    let Ok(reading) = &line.when else { return (None, None) };
    let ahead = |t: &Timing| trouble(t, turn.sent_at()).is_none();
    let first = Some(Timing::of(reading)).filter(|t| reading.notes.is_empty() && ahead(t));
    let other = reading.other.as_deref().map(Timing::of).filter(|t| t.has_time() && ahead(t));
    (first, other)
}

/// An activity in one line, in a group: shown to its organiser first. What is missing, or not for a group, leads to private.
async fn one_line(turn: &mut Turn<'_>, who: &Person, place: &Neighbourhood, rest: &str) -> Result<()> {
    let places = places::of(turn, place.id).await?;
    let names: Vec<String> = places.iter().map(|p| p.name.clone()).collect();
    let line = line::read(rest, &names, turn.sent_at());
    let (when, other) = times(turn, &line);
    let draft = Draft::of_line(Some(place.id), &line, when, &places);
    let kept = Kept { draft, other, ..Kept::default() };
    let missing = missing(&kept.draft);
    let concern = concerns::first(turn, place.id, &kept, &places).await?;
    if missing.is_empty() && concern.is_none() {
        let id = keep(turn, who, place.id, &kept, PREVIEW_DAYS).await?;
        let content = post::preview(turn, who, place, &kept, &places, id);
        return turn.say_here(content);
    }
    let secret = concern.is_some_and(|(c, _)| c == concerns::Concern::Safety);
    lead_to_private(turn, who, place, &kept, &missing, secret).await
}

/// What a draft lacks, as words for it.
fn missing(draft: &Draft) -> Vec<&'static str> {
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
    place: &Neighbourhood,
    kept: &Kept,
    missing: &[&str],
    secret: bool,
) -> Result<()> {
    let id = keep(turn, who, place.id, kept, DRAFT_DAYS).await?;
    let name = ("name", Arg::Words(who.name.as_str()));
    let text = match missing.first() {
        Some(what) if !secret => {
            let what = texts().plain(place.language, what, &[]);
            cards::say(place.language, "group-missing", &[name, ("what", Arg::Own(&what))])
        }
        _ => cards::say(place.language, "group-private", &[name]),
    };
    let label = texts().plain(place.language, "button-go-on", &[]);
    turn.say_here(Content::new(text, vec![vec![Button::open(label, format!("p_{id}"))]]))?;
    if secret && turn.chat_here().is_some_and(|c| c.may_delete) {
        turn.delete_here()?;
    }
    Ok(())
}

async fn keep(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &Kept, days: i64) -> Result<i64> {
    let (key, now) = (turn.key(), turn.now());
    let id = store::keep_draft(turn.db(), key, who.id, n, kept, now).await?;
    turn.schedule(NAME, DRAFT_JOB, id, now.plus_days(days));
    Ok(id)
}

/// Keeps a draft as long as any other.
pub async fn keep_draft(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &Kept) -> Result<i64> {
    keep(turn, who, n, kept, DRAFT_DAYS).await
}

async fn in_private(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    if rest.trim().is_empty() {
        return begin(turn, Draft::default()).await.map(|_| ());
    }
    let allowed = choices::allowed(turn).await?;
    // Only one list of places can be meant.
    let n = allowed.first().copied().filter(|_| allowed.len() == 1);
    let places = match n {
        Some(n) => places::of(turn, n).await?,
        None => Vec::new(),
    };
    let names: Vec<String> = places.iter().map(|p| p.name.clone()).collect();
    let line = line::read(rest, &names, turn.sent_at());
    let (when, other) = times(turn, &line);
    // What can be read in two ways is asked again.
    let draft = Draft::of_line(n, &line, when.filter(|_| other.is_none()), &places);
    begin(turn, draft).await.map(|_| ())
}

/// Begins the dialogue with what is known already; says whether it did.
pub async fn begin(turn: &mut Turn<'_>, draft: Draft) -> Result<bool> {
    begin_with(turn, draft, false).await
}

async fn begin_with(turn: &mut Turn<'_>, mut draft: Draft, asked: bool) -> Result<bool> {
    let who = turn.who()?;
    let mine = turn.memberships(who.id).await?;
    let Some(first) = mine.first() else {
        let content = members::no_neighbourhood(turn);
        turn.reply(content)?;
        return Ok(false);
    };
    let allowed = choices::allowed(turn).await?;
    if allowed.is_empty() {
        let about = draft.in_neighbourhood().filter(|n| mine.iter().any(|m| m.neighbourhood == *n));
        let place = turn.neighbourhood(about.unwrap_or(first.neighbourhood)).await?;
        let text = who_may(turn, &who, &place).await?;
        turn.reply(Content::new(text, vec![vec![turn.button("menu-human", help::HUMAN)]]))?;
        return Ok(false);
    }
    if !draft.in_neighbourhood().is_some_and(|n| allowed.contains(&n)) {
        draft.neighbourhood = allowed.first().filter(|_| allowed.len() == 1).map(ToString::to_string);
    }
    turn.begin(FLOW, if asked { draft.answers_asked() } else { draft.answers() });
    Ok(true)
}

/// Who announces activities here, for somebody who may not: in the group's language where it is said there.
pub async fn who_may(turn: &mut Turn<'_>, who: &Person, place: &Neighbourhood) -> Result<Html> {
    let language = if turn.in_private() { who.language } else { place.language };
    let organisers = turn.holders(place.id, Role::Organiser).await?;
    let names: Vec<&str> = organisers.iter().take(NAMED_AT_MOST).map(|p| p.name.as_str()).collect();
    let (names, team) = (names.join(", "), neighbourhood::the_team(language, place));
    let args = [
        ("name", Arg::Words(who.name.as_str())),
        ("place", Arg::Words(&place.name)),
        ("names", Arg::Words(&names)),
        ("team", Arg::Own(&team)),
    ];
    Ok(cards::say(language, if names.is_empty() { "announce-not-team" } else { "announce-not" }, &args))
}

/// [Iets organiseren]: in a group it opens the private chat.
pub async fn new_pressed(turn: &mut Turn<'_>) -> Result<()> {
    if turn.in_private() {
        return begin(turn, Draft::default()).await.map(|_| ());
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    turn.join(who.id, n).await?;
    turn.open_private(&format!("p_n{n}"));
    Ok(())
}

/// The private chat opened from a group: with a draft, or to begin.
pub async fn link(turn: &mut Turn<'_>, start: &str) -> Result<()> {
    let rest = start.strip_prefix("p_").unwrap_or_default();
    if let Some(n) = rest.strip_prefix('n') {
        return begin(turn, Draft { neighbourhood: Some(n.to_owned()), ..Draft::default() }).await.map(|_| ());
    }
    let id = rest.parse().unwrap_or_default();
    let (who, key) = (turn.who()?, turn.key());
    let found = store::draft(turn.db(), key, id).await?.filter(|(person, ..)| *person == who.id);
    let Some((_, _, kept)) = found else {
        // Who opens the link again in the middle of the dialogue is asked the question again.
        return if turn.in_dialogue() { Ok(()) } else { view::toast(turn, "announce-gone", &[]) };
    };
    go_on(turn, id, kept).await
}

/// Back to the dialogue, which keeps the draft from here. A time that has passed meanwhile is asked again.
pub async fn go_on(turn: &mut Turn<'_>, id: i64, kept: Kept) -> Result<()> {
    let mut draft = kept.draft;
    draft.when = draft.when.filter(|t| trouble(t, turn.now()).is_none());
    if begin_with(turn, draft, kept.asked).await? {
        turn.close_pressed();
        post::drop(turn, id).await?;
    }
    Ok(())
}

/// Opens the dialogue with everything of an activity but its date. Rights were looked at.
pub async fn copy(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    let places = places::of(turn, a.neighbourhood).await?;
    let mut draft = Draft::of_what(a.neighbourhood, &a.what);
    if let Some(place) = places.into_iter().find(|p: &Place| Some(p.id) == a.what.place_id) {
        draft.place = Some(place.name);
    }
    begin(turn, draft).await.map(|_| ())
}
