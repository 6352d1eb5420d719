//! Who may see a request, and do what with it: loads what a press or link names if the sender may act on it; otherwise answers
//! them and returns `None`.

use super::load::{self, latest_of};
use super::model::draft::RequestDraft;
use super::model::request::{Request, Response};
use super::model::states::{Audience, ResponseState};
use super::screens::view;
use super::store;
use crate::features::trust;
use crate::model::{Content, Moment, NeighbourhoodId, Person, RequestId, ResponseId, Result};
use crate::screen::{self, not_for_you, outdated, toast};
use crate::turn::{Action, Finish, Turn};

/// The request of a press or link, if it is there and this person may see it from here. Pressing a button in its group
/// makes them a member.
pub async fn reachable_request(turn: &mut Turn<'_>, id: RequestId) -> Result<Option<Request>> {
    let me = turn.who()?;
    if let Some(r) = store::request(turn.db(), id).await?
        && belongs_here(turn, r.neighbourhood).await?
        && may_see(turn, &r, &me).await?
    {
        return Ok(Some(r));
    }
    not_for_you(turn).await?;
    Ok(None)
}

/// A request whose card in the group was pressed by a member who is to have no contact with its asker. `None` if it is another, or
/// of others.
pub async fn group_request_kept_apart(turn: &mut Turn<'_>, id: RequestId) -> Result<Option<Request>> {
    let me = turn.who()?;
    if let Some(r) = store::request(turn.db(), id).await?
        && r.audience == Audience::Group
        && trust::have_no_contact(turn, me.id, r.asker).await?
        && belongs_here(turn, r.neighbourhood).await?
    {
        return Ok(Some(r));
    }
    Ok(None)
}

async fn belongs_here(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    if !turn.in_private() {
        if turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
            return Ok(false);
        }
        let who = turn.who()?;
        if !turn.join(who.id, n).await?.is_in() {
            return Ok(false);
        }
    }
    turn.allowed(n, Action::TakePart).await
}

/// A response with its request, where the presser is the asker.
pub async fn asked_by_me(turn: &mut Turn<'_>, id: ResponseId) -> Result<Option<(Request, Response, Person)>> {
    let Some(response) = store::response(turn.db(), id).await? else { return outdated(turn).map(|()| None) };
    let Some(r) = own_request(turn, response.request).await? else { return Ok(None) };
    let me = turn.who()?;
    view::asker_is_here(turn, &r, &me).await?;
    Ok(Some((r, response, me)))
}

/// Answers who gave answers about what is not theirs, or not there any more.
pub fn outdated_answers(turn: &mut Turn<'_>) -> Result<Finish> {
    turn.reply(Content::text(turn.say("answers-outdated", &[])))?;
    Ok(Finish::Done)
}

/// Who this person is in a response that stands: the asker or the helper.
pub async fn my_match(turn: &mut Turn<'_>, id: ResponseId) -> Result<Option<(Request, Response, bool)>> {
    let me = turn.who()?;
    let Some(response) = store::response(turn.db(), id).await? else { return Ok(None) };
    let r = load::existing(turn, response.request).await?;
    // Who left, or was put out, reaches nobody through what they once agreed, and is reached by nobody.
    for person in [me.id, r.asker, response.helper] {
        if !turn.person_allowed(person, r.neighbourhood, Action::TakePart).await? {
            return Ok(None);
        }
    }
    let am_asker = r.asker == me.id;
    let mine = am_asker || response.helper == me.id;
    if trust::have_no_contact(turn, r.asker, response.helper).await? {
        return Ok(None);
    }
    Ok(Some((r, response, am_asker)).filter(|(_, s, _)| mine && s.state == ResponseState::Accepted))
}

/// Returns true if this member of the neighbourhood may see the request. Who wants no contact with its asker, or whose asker wants
/// none with them, does not. What the group does not see is for its asker, for who was asked or responded, and for moderators.
pub async fn may_see(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<bool> {
    if r.asker == me.id {
        return Ok(true);
    }
    if trust::have_no_contact(turn, me.id, r.asker).await? {
        return Ok(false);
    }
    if r.audience == Audience::Group || turn.person_allowed(me.id, r.neighbourhood, Action::ReadConfidential).await? {
        return Ok(true);
    }
    let responses = store::responses_of(turn.db(), r.id).await?;
    if latest_of(&responses, me.id).is_some() || store::was_approached(turn.db(), r.id, me.id).await? {
        return Ok(true);
    }
    Ok(r.audience == Audience::Met && trust::is_met(turn, r.neighbourhood, me.id).await?)
}

/// Returns true if this member may offer help with a request that they may see: what the group does not see is for who was asked.
pub async fn may_offer(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<bool> {
    match r.audience {
        Audience::Group => Ok(true),
        Audience::Team => Ok(false),
        Audience::Met if trust::is_met(turn, r.neighbourhood, me.id).await? => Ok(true),
        Audience::Met | Audience::Quiet => {
            let responses = store::responses_of(turn.db(), r.id).await?;
            Ok(latest_of(&responses, me.id).is_some() || store::was_approached(turn.db(), r.id, me.id).await?)
        }
    }
}

/// Returns true if the sender may not offer help here now, by what the team decided: they are told.
pub async fn held_back(turn: &mut Turn<'_>, r: &Request) -> Result<bool> {
    let Some(why) = screen::held_back(turn, r.neighbourhood, Action::Offer).await? else { return Ok(false) };
    if turn.press().is_some() {
        turn.alert(why.plain());
    } else {
        turn.reply(Content::new(why, screen::human_row(turn)))?;
    }
    Ok(true)
}

/// My request in private, or an answer to who pressed.
pub async fn own_request(turn: &mut Turn<'_>, id: RequestId) -> Result<Option<Request>> {
    let me = turn.who()?;
    let found = store::request(turn.db(), id).await?.filter(|r| r.asker == me.id && turn.in_private());
    if found.is_none() {
        outdated(turn)?;
    }
    Ok(found)
}

/// The series that this press names, where this person may see it.
pub async fn reachable_series(turn: &mut Turn<'_>, first: RequestId) -> Result<Option<Request>> {
    let Some(r) = reachable_request(turn, first).await? else { return Ok(None) };
    if r.series == Some(first) { Ok(Some(r)) } else { outdated(turn).map(|()| None) }
}

/// A draft's button: only its asker's, and only while the draft is there.
pub async fn pressed_draft(
    turn: &mut Turn<'_>,
    id: i64,
) -> Result<Option<(Person, NeighbourhoodId, RequestDraft, Moment)>> {
    let who = turn.who()?;
    let key = turn.key();
    match store::draft(turn.db(), key, id).await? {
        // A second tap on [Plaatsen]: the message is the card by now, and stays as it is.
        None if turn.pressed_card().await?.is_some() => toast(turn, "placed", &[]).map(|()| None),
        None => {
            outdated(turn)?;
            // In private it may be the second tap of one finger: the message shows the request by now.
            if !turn.in_private() {
                turn.close_pressed();
            }
            Ok(None)
        }
        Some((asker, ..)) if asker != who.id => toast(turn, "press-not-yours", &[]).map(|()| None),
        // Callback data comes from a client: nobody puts their draft in the place of another's card.
        Some(_) if turn.pressed_card().await?.is_some() => outdated(turn).map(|()| None),
        Some((_, n, draft, made_at)) => Ok(Some((who, n, draft, made_at))),
    }
}
