//! Asking for help: `/vraag` in private opens the dialogue; behind `/vraag` in a group stands the request itself, which is
//! shown to its asker first and becomes the card by their tap. What may hold too much is led to private.

use serde_json::{Map, Value};

use super::buttons::RequestButton;
use super::drafts::{self, forget_day, keep, keep_draft, preview_of};
use super::model::category::{COMPANY, Guess, OTHER, guess, is_sensitive};
use super::model::draft::{DETAILS_AT_MOST, RequestDraft};
use super::model::rules::{self, Enough, OPEN_AT_MOST};
use super::model::span::weekday_of;
use super::model::states::Audience;
use super::names::FLOW_ASK;
use super::screens::basics::say;
use super::time_from_text::fill;
use super::{caller, store};
use crate::features::trust;
use crate::model::{Button, Content, Html, Neighbourhood, NeighbourhoodId, Person, Result};
use crate::screen::{self, toast};
use crate::text::{Arg, clip, distress, length, local_date, local_day_start, texts};
use crate::turn::{Action, ChoiceOption, Turn};

/// Days that a preview in a group waits for its asker's tap.
const PREVIEW_DAYS: i64 = 1;

/// `/vraag`, with what stood behind it.
pub async fn command(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    if turn.in_private() {
        return in_private(turn, RequestDraft::of_words(None, rest)).await;
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    if !turn.join(who.id, n).await?.is_in() {
        return screen::tell_put_out(turn, n).await;
    }
    let neighbourhood = turn.neighbourhood(n).await?;
    let language = neighbourhood.language;
    if rest.trim().is_empty() {
        let label = texts().plain(language, "button-ask", &[]);
        let content = Content::new(
            say(language, "group-ask", &[("name", Arg::Words(&who.name))]),
            vec![vec![Button::press(label, RequestButton::Ask.data())]],
        );
        return turn.say_here(content);
    }
    let seen = guess(rest);
    let mut draft = RequestDraft::of_words(Some(n), rest);
    let once = fill(&mut draft, rest, turn.sent_at());
    let private = draft.is_private()
        || draft.title.is_none()
        // How many times, and by whom, is asked there.
        || draft.repeats.is_some()
        // Where the group lets us not write, nothing can be shown there first.
        || turn.group_refuses()
        || !draft.findings().is_empty()
        // Hunger and loneliness are no shame, and nothing for a whole group before they chose that.
        || distress::read(rest).is_some()
        || trust::adult(turn, who.id).await? != Some(true)
        || rules_of_posting(turn, &who).await?.is_err()
        || !turn.allowed(n, Action::Ask).await?;
    if private {
        return lead_to_private(turn, &who, &neighbourhood, draft, &seen, length(rest) <= DETAILS_AT_MOST).await;
    }
    draft.category = Some(seen.category.to_owned());
    draft.audience = Some(Audience::Group);
    let id = keep(turn, &who, n, &draft, PREVIEW_DAYS).await?;
    turn.say_here(preview_of(&draft, &who, &neighbourhood, id, (turn.sent_at(), once)))
}

async fn lead_to_private(
    turn: &mut Turn<'_>,
    who: &Person,
    neighbourhood: &Neighbourhood,
    mut draft: RequestDraft,
    seen: &Guess,
    kept_whole: bool,
) -> Result<()> {
    // A guess that nobody saw is not an answer: only what is plain to see is filled in.
    draft.category = Some(seen.category.to_owned()).filter(|c| c != OTHER && !is_sensitive(c));
    let id = keep_draft(turn, who, neighbourhood.id, &draft).await?;
    let label = texts().plain(neighbourhood.language, "button-go-on", &[]);
    // What did not fit in the draft stands in the message alone, so that one stays.
    let away = kept_whole && turn.chat_here().is_some_and(|c| c.may_delete);
    let why = if away { "group-private-away" } else { "group-private" };
    let text = say(neighbourhood.language, why, &[("name", Arg::Words(&who.name))]);
    turn.say_here(Content::new(text, vec![vec![Button::open(label, format!("d_{id}"))]]))?;
    if away {
        turn.delete_here()?;
    }
    Ok(())
}

/// Begins the dialogue with what is known already. Returns false, and tells the sender why, if they may not ask now.
pub async fn begin(turn: &mut Turn<'_>, mut draft: RequestDraft) -> Result<bool> {
    let who = turn.who()?;
    let mine = turn.memberships(who.id).await?;
    let Some(first) = mine.first() else {
        let content = screen::no_neighbourhood(turn).await?;
        turn.reply(content)?;
        return Ok(false);
    };
    let about = draft.neighbourhood_id().filter(|n| mine.iter().any(|m| m.neighbourhood == *n));
    if let Some(why) = screen::held_back(turn, about.unwrap_or(first.neighbourhood), Action::Ask).await? {
        turn.reply(Content::new(why, screen::human_row(turn)))?;
        return Ok(false);
    }
    if !of_age(turn, &who, first.neighbourhood, &draft).await? {
        return Ok(false);
    }
    // Who asks for somebody who called is not counted.
    let for_callers = caller::may_ask(turn, &who, draft.neighbourhood_id().unwrap_or(first.neighbourhood)).await?;
    if !for_callers && let Err(enough) = rules_of_posting(turn, &who).await? {
        let text = enough_text(turn, enough);
        turn.reply(Content::new(text, vec![vec![turn.button("button-mine", RequestButton::Mine(0).data())]]))?;
        return Ok(false);
    }
    if !draft.neighbourhood_id().is_some_and(|n| mine.iter().any(|m| m.neighbourhood == n)) {
        draft.neighbourhood = (mine.len() == 1).then(|| first.neighbourhood.to_string());
    }
    turn.begin(FLOW_ASK, draft.answers());
    Ok(true)
}

/// Returns true if they are old enough to ask. Otherwise asks for their age, and keeps what they wrote so far.
async fn of_age(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &RequestDraft) -> Result<bool> {
    if trust::adult(turn, who.id).await? == Some(true) {
        return Ok(true);
    }
    if *draft == RequestDraft::default() {
        return trust::ask_age(turn, Some(RequestButton::Ask.data())).await;
    }
    let id = keep_draft(turn, who, draft.neighbourhood_id().unwrap_or(n), draft).await?;
    trust::ask_age(turn, Some(RequestButton::Resume(id).data())).await
}

async fn in_private(turn: &mut Turn<'_>, draft: RequestDraft) -> Result<()> {
    begin(turn, draft).await.map(|_| ())
}

/// [Ik zoek gezelschap].
pub async fn company(turn: &mut Turn<'_>) -> Result<()> {
    in_private(turn, RequestDraft { category: Some(COMPANY.to_owned()), ..RequestDraft::default() }).await
}

/// [Vraag stellen]: in a group it joins, and opens the private chat.
pub async fn ask_pressed(turn: &mut Turn<'_>) -> Result<()> {
    if turn.in_private() {
        return in_private(turn, RequestDraft::default()).await;
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    if !turn.join(who.id, n).await?.is_in() {
        return screen::tell_put_out(turn, n).await;
    }
    turn.open_private(&format!("v_{n}"));
    Ok(())
}

/// The private chat opened from a group where they pressed [Vraag stellen].
pub async fn opened_for(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    in_private(turn, RequestDraft { neighbourhood: Some(n.to_string()), ..RequestDraft::default() }).await
}

/// The private chat opened with a draft from a group.
pub async fn opened_with(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let who = turn.who()?;
    let key = turn.key();
    let found = store::draft(turn.db(), key, id).await?.filter(|(asker, ..)| *asker == who.id);
    let Some((_, _, mut draft, made_at)) = found else {
        // Who opens the link again in the middle of the dialogue is asked the question again.
        return if turn.in_dialogue() { Ok(()) } else { toast(turn, "draft-gone", &[]) };
    };
    if !trust::ask_age(turn, Some(RequestButton::Resume(id).data())).await? {
        return Ok(());
    }
    forget_day(turn, &mut draft, made_at);
    if begin(turn, draft).await? {
        // The dialogue keeps it from here.
        drafts::drop(turn, id).await?;
    }
    Ok(())
}

/// Whether this person may post one more now.
pub async fn rules_of_posting(turn: &mut Turn<'_>, who: &Person) -> Result<Result<(), Enough>> {
    let since = local_day_start(local_date(turn.now()), 0);
    let (open, today) = store::counts(turn.db(), who.id, since).await?;
    Ok(rules::may_post(open, today))
}

/// Why not, in words.
pub fn enough_text(turn: &Turn<'_>, enough: Enough) -> Html {
    match enough {
        Enough::Open => turn.say("enough-open", &[("most", OPEN_AT_MOST.into())]),
        Enough::Today => turn.say("enough-today", &[]),
    }
}

/// The neighbourhoods that somebody may ask in, to choose from.
pub async fn neighbourhoods(turn: &mut Turn<'_>) -> Result<Vec<ChoiceOption>> {
    let who = turn.who()?;
    let mut offered = Vec::new();
    for member in turn.memberships(who.id).await? {
        let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
        let label = clip(&neighbourhood.name, 64);
        offered.push(ChoiceOption { value: neighbourhood.id.to_string(), label });
    }
    Ok(offered)
}

/// The days of the week, to choose from for a series; where it begins today or tomorrow, that day alone.
pub fn weekdays(turn: &Turn<'_>, answers: &Map<String, Value>) -> Vec<ChoiceOption> {
    let draft = RequestDraft::of_answers(answers).unwrap_or_default();
    let days = match draft.when.and_then(|when| weekday_of(&when, turn.sent_at())) {
        Some(day) => day..day + 1,
        None => 0..7,
    };
    let label = |day: u32| turn.label("weekday", &[("day", i64::from(day).into())]);
    days.map(|day| ChoiceOption { value: day.to_string(), label: label(day) }).collect()
}
