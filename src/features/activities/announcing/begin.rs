//! Begins the dialogue: from a button, a link, a draft or a copy; whoever may not announce reads whom to ask.

use super::concerns::time_problem;
use super::draft::{ActivityDraft, KeptDraft};
use super::{choices, drafts};
use crate::features::activities::model::Activity;
use crate::features::activities::show::say;
use crate::features::activities::store;
use crate::features::venues::{self, Venue};
use crate::model::{Content, Html, Neighbourhood, Person, Result, Role};
use crate::screen;
use crate::screen::toast;
use crate::text::Arg;
use crate::turn::{Action, Turn};

/// What the start parameter of a link to a draft begins with; its key follows, or `n` and the key of a neighbourhood.
pub const LINK: &str = "p_";

/// The dialogue.
pub const FLOW: &str = "activiteit";

/// Most organisers that are named to who asks.
const NAMED_AT_MOST: usize = 5;

/// Begins the dialogue with what is known already. Returns true if it did.
pub async fn begin(turn: &mut Turn<'_>, draft: ActivityDraft) -> Result<bool> {
    begin_with(turn, draft, false).await
}

async fn begin_with(turn: &mut Turn<'_>, mut draft: ActivityDraft, asked: bool) -> Result<bool> {
    let who = turn.who()?;
    let mine = turn.memberships(who.id).await?;
    let Some(first) = mine.first() else {
        let content = screen::no_neighbourhood(turn).await?;
        turn.reply(content)?;
        return Ok(false);
    };
    let allowed = choices::allowed(turn).await?;
    if allowed.is_empty() {
        let about = draft.in_neighbourhood().filter(|n| mine.iter().any(|m| m.neighbourhood == *n));
        let neighbourhood = turn.neighbourhood(about.unwrap_or(first.neighbourhood)).await?;
        let text = who_may(turn, &who, &neighbourhood).await?;
        turn.reply(Content::new(text, screen::human_row(turn)))?;
        return Ok(false);
    }
    if !draft.in_neighbourhood().is_some_and(|n| allowed.contains(&n)) {
        draft.neighbourhood = allowed.first().filter(|_| allowed.len() == 1).map(ToString::to_string);
    }
    turn.begin(FLOW, if asked { draft.answers_asked() } else { draft.answers() });
    Ok(true)
}

/// Who announces activities here, for somebody who may not: in the group's language where it is said there.
pub async fn who_may(turn: &mut Turn<'_>, who: &Person, neighbourhood: &Neighbourhood) -> Result<Html> {
    if let Some(why) = screen::held_back(turn, neighbourhood.id, Action::Announce).await?
        && turn.in_private()
    {
        return Ok(why);
    }
    let language = if turn.in_private() { who.language } else { neighbourhood.language };
    let organisers = turn.holders(neighbourhood.id, Role::Organiser).await?;
    let names: Vec<&str> = organisers.iter().take(NAMED_AT_MOST).map(|p| p.name.as_str()).collect();
    let (names, team) = (names.join(", "), screen::the_team(language, neighbourhood));
    let args = [
        ("name", Arg::Words(who.name.as_str())),
        ("place", Arg::Words(&neighbourhood.name)),
        ("names", Arg::Words(&names)),
        ("team", Arg::Own(&team)),
    ];
    Ok(say(language, if names.is_empty() { "announce-not-team" } else { "announce-not" }, &args))
}

/// [Iets organiseren]: in a group it opens the private chat.
pub async fn new_pressed(turn: &mut Turn<'_>) -> Result<()> {
    if turn.in_private() {
        return begin(turn, ActivityDraft::default()).await.map(|_| ());
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    if !turn.join(who.id, n).await?.is_in() {
        return screen::tell_put_out(turn, n).await;
    }
    turn.open_private(&format!("{LINK}n{n}"));
    Ok(())
}

/// The private chat opened from a group: with a draft, or to begin.
pub async fn link(turn: &mut Turn<'_>, start: &str) -> Result<()> {
    let rest = start.strip_prefix(LINK).unwrap_or_default();
    if let Some(key) = rest.strip_prefix('n') {
        let Some(n) = screen::linked_neighbourhood(turn, key).await? else { return Ok(()) };
        return begin(turn, ActivityDraft { neighbourhood: Some(n.to_string()), ..ActivityDraft::default() })
            .await
            .map(|_| ());
    }
    let id = rest.parse().unwrap_or_default();
    let (who, key) = (turn.who()?, turn.key());
    let found = store::draft::<KeptDraft>(turn.db(), key, id).await?.filter(|(person, ..)| *person == who.id);
    let Some((_, _, kept)) = found else {
        // Who opens the link again in the middle of the dialogue is asked the question again.
        return if turn.in_dialogue() { Ok(()) } else { toast(turn, "announce-gone", &[]) };
    };
    go_on(turn, id, kept).await
}

/// Back to the dialogue, which keeps the draft from here. A time that has passed meanwhile is asked again.
pub async fn go_on(turn: &mut Turn<'_>, id: i64, kept: KeptDraft) -> Result<()> {
    let mut draft = kept.draft;
    draft.when = draft.when.filter(|t| time_problem(t, turn.now()).is_none());
    if begin_with(turn, draft, kept.asked).await? {
        turn.close_pressed();
        drafts::drop(turn, id).await?;
    }
    Ok(())
}

/// Opens the dialogue with everything of an activity but its date. Rights were looked at.
pub async fn copy(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    let places = venues::of(turn, a.neighbourhood).await?;
    let mut draft = ActivityDraft::of_what(a.neighbourhood, &a.what);
    if let Some(place) = places.into_iter().find(|p: &Venue| Some(p.id) == a.what.place_id) {
        draft.place = Some(place.name);
    }
    begin(turn, draft).await.map(|_| ())
}
