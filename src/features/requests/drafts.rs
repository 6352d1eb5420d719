//! What somebody wrote and has not placed yet, as it is kept, shown and thrown away.

use super::access::pressed_draft;
use super::model::category::{self, OTHER};
use super::model::draft::RequestDraft;
use super::model::request::Request;
use super::model::span::{Asked, Span, When};
use super::model::states::State;
use super::names::Job;
use super::screens::cards::preview;
use super::store;
use super::time_from_text::asked;
use crate::dialogue::typed;
use crate::model::{Content, Moment, Neighbourhood, NeighbourhoodId, Person, PersonId, RequestId, Result};
use crate::screen::outdated;
use crate::text::local_date;
use crate::turn::Turn;

/// Days that a draft is kept which its asker can't see in the group.
const DRAFT_DAYS: i64 = 30;

pub async fn keep(
    turn: &mut Turn<'_>,
    who: &Person,
    n: NeighbourhoodId,
    draft: &RequestDraft,
    days: i64,
) -> Result<i64> {
    let (key, now) = (turn.key(), turn.now());
    let id = store::keep_draft(turn.db(), key, who.id, n, draft, now).await?;
    turn.schedule(Job::DropDraft, id, now.plus_days(days));
    Ok(id)
}

/// Keeps a draft as long as any other.
pub async fn keep_draft(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &RequestDraft) -> Result<i64> {
    keep(turn, who, n, draft, DRAFT_DAYS).await
}

/// A request that is not there yet, to show or to write. What was spoken alone is called as its category.
pub fn as_request(draft: &RequestDraft, asker: PersonId, neighbourhood: &Neighbourhood, sent: Moment) -> Request {
    let category = draft.category.as_deref().unwrap_or(OTHER);
    let spoken = || category::name(neighbourhood.language, category);
    Request {
        id: RequestId(0),
        neighbourhood: neighbourhood.id,
        asker,
        category: category.to_owned(),
        title: typed(draft.title.as_ref()).map_or_else(spoken, str::to_owned),
        details: typed(draft.details.as_ref()).map(str::to_owned),
        span: draft.span(sent),
        audience: draft.seen_by(),
        named: draft.is_named(),
        beneficiary: draft.beneficiary(),
        state: State::Open,
        wanted: draft.wanted(),
        series: None,
        same_helper: draft.wants_one_helper(),
        handler: None,
        reason: None,
        version: 1,
        round: 1,
        contact: None,
        unreached: false,
        posted_at: sent,
        since: sent,
        asked_at: None,
        after_at: None,
        verdict: None,
        photo: false,
        voice: false,
        called: false,
    }
}

/// A draft that was sent at this moment, as its asker sees it in the group.
pub fn preview_of(
    draft: &RequestDraft,
    who: &Person,
    neighbourhood: &Neighbourhood,
    id: i64,
    (sent, once): (Moment, bool),
) -> Content {
    let shown = as_request(draft, who.id, neighbourhood, sent);
    let other = draft.or_when.clone().map(|t| Span::of(&Asked::Typed(t), None, sent).words(neighbourhood.language));
    preview(neighbourhood.language, &shown, &who.name, id, other.as_deref(), once)
}

/// Forgets 'morgen' that was said on another day, and a time that is over: it is asked again. Returns true if it did.
pub fn forget_day(turn: &Turn<'_>, draft: &mut RequestDraft, made_at: Moment) -> bool {
    let old = local_date(made_at) != local_date(turn.sent_at());
    let keeps = match draft.when {
        None | Some(Asked::Button(When::Later)) => true,
        Some(Asked::Typed(_)) => !draft.is_over(turn.now()),
        Some(Asked::Button(When::Today | When::Tomorrow | When::Week)) => !old,
    };
    if keeps {
        return false;
    }
    draft.when = None;
    draft.part = None;
    true
}

pub async fn drop(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    turn.cancel(Job::DropDraft, id);
    Ok(())
}

/// A draft that nobody came back to.
pub async fn draft_expired(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    Ok(())
}

/// [Ik bedoel …] under the preview in a group: the other time that it could mean.
pub async fn other_time(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((who, n, mut draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    let neighbourhood = turn.neighbourhood(n).await?;
    let here = turn.chat_here().and_then(|c| c.neighbourhood);
    if here != Some(n) {
        return outdated(turn);
    }
    // A finger that tapped twice: the message shows that time by now.
    let Some(other) = draft.or_when.take() else { return Ok(()) };
    let (when, part) = asked(other, made_at);
    (draft.when, draft.part) = (Some(when), part);
    let key = turn.key();
    if !store::set_draft(turn.db(), key, id, &draft).await? {
        return outdated(turn);
    }
    turn.edit_pressed(preview_of(&draft, &who, &neighbourhood, id, (made_at, false)));
    Ok(())
}
