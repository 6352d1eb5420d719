//! Changes the state of a request or a response, with everything that must follow from it whoever made the change: cards, jobs,
//! the search, the worklist.

use super::load::{self, accepted_of, touched};
use super::model::afterwards_rules::when_to_ask;
use super::model::request::{Request, Response};
use super::model::rules::{self, Change, Facts, ResponseChange};
use super::model::states::{Audience, ResponseState, State, TakeoverReason};
use super::names::Job;
use super::screens::cards;
use super::screens::dates::Date;
use super::tell::tell_text;
use super::{media, search_jobs, store};
use crate::features::worklist;
use crate::model::{Fault, PersonId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// Changes a request's state; what was read a moment ago in the same transaction must still be so.
pub async fn change(turn: &mut Turn<'_>, r: &Request, to: State) -> Result<()> {
    if to == r.state { Ok(()) } else { set_state(turn, r, to, None).await }
}

/// As [`change`], to [`State::TakenOver`] by a moderator who helps from now on.
pub async fn take_over(turn: &mut Turn<'_>, r: &Request, handler: PersonId, reason: TakeoverReason) -> Result<()> {
    set_state(turn, r, State::TakenOver, Some((handler, reason))).await
}

async fn set_state(turn: &mut Turn<'_>, r: &Request, to: State, by: Option<(PersonId, TakeoverReason)>) -> Result<()> {
    let now = turn.now();
    if !store::set_state(turn.db(), r, to, by, now).await? {
        return Err(Fault::event("a request changed within one transaction"));
    }
    if rules::is_end(to) {
        media::forget_later(turn, r);
    }
    touched(turn, r);
    plan_question(turn, r, to).await?;
    search_jobs::state_changed(turn, r.id).await
}

/// Changes the state of a response. Returns false, and changes nothing, if the rules do not allow it.
pub async fn change_response(turn: &mut Turn<'_>, response: &Response, what: ResponseChange) -> Result<bool> {
    let Ok(to) = rules::next_response(response.state, what) else { return Ok(false) };
    if !store::set_response_state(turn.db(), response, to).await? {
        return Err(Fault::event("a response changed within one transaction"));
    }
    turn.touched(load::thing(response.request));
    Ok(true)
}

/// Takes a response back or declines it: its request is open again if the helper had been accepted, and the search goes on.
/// Returns false, and changes nothing, if the response does not stand any more.
pub async fn end_response(turn: &mut Turn<'_>, r: &Request, response: &Response, what: ResponseChange) -> Result<bool> {
    if !change_response(turn, response, what).await? {
        return Ok(false);
    }
    if response.state == ResponseState::Accepted {
        let accepted = accepted_of(turn, r.id).await?;
        // One that a moderator took over stays as it is.
        if let Ok(to) = rules::next(r.state, Change::HelperCant, Facts { wanted: r.wanted, accepted }) {
            change(turn, r, to).await?;
        }
    }
    search_jobs::resume(turn, r.id).await?;
    Ok(true)
}

/// What must follow every change of state: the question afterwards is planned or not needed any more, and what the team
/// need not look at goes from its list.
async fn plan_question(turn: &mut Turn<'_>, was: &Request, to: State) -> Result<()> {
    turn.cancel(Job::EndWait, was.id.0);
    if to == State::Promised {
        store::forget_after(turn.db(), was.id).await?;
        turn.schedule(Job::AskHowItWent, was.id.0, when_to_ask(was.span, turn.now()));
    } else {
        turn.cancel(Job::AskHowItWent, was.id.0);
    }
    match to {
        // What is for the team alone stays with it.
        State::Open if was.audience == Audience::Team => Ok(()),
        State::Open | State::Promised | State::Done | State::Withdrawn => {
            worklist::resolve_unless_sticky(turn, &load::thing(was.id)).await
        }
        State::TakenOver | State::Lapsed => Ok(()),
    }
}

/// Ends a request, and tells every helper who waits for it. `words`: the text that helpers read if it is withdrawn, instead of
/// the usual one.
pub async fn close(turn: &mut Turn<'_>, r: &Request, to: State, words: Option<&str>) -> Result<()> {
    change(turn, r, to).await?;
    // A helper who is asked how it went reads it there.
    let asked = r.after_at.is_some() || turn.sender().is_some_and(|p| p.id == r.asker);
    for response in store::responses_of(turn.db(), r.id).await? {
        let Some(what) = rules::response_at_end(response.state, to) else { continue };
        change_response(turn, &response, what).await?;
        let helper = turn.person(response.helper).await?;
        let text = match (to, response.state) {
            (State::Done, ResponseState::Accepted) if asked => continue,
            (State::Done, ResponseState::Accepted) => "ended-thanks",
            (State::Done, _) => "ended-done",
            (State::Withdrawn, _) => words.unwrap_or("ended-withdrawn"),
            _ => "ended-withdrawn",
        };
        let title = cards::dated_title(helper.language, r);
        tell_text(turn, r, &helper, text, &[("title", Arg::Words(&title))]).await?;
    }
    Ok(())
}

/// Ends every date that is not over, and tells each helper once.
pub async fn end_all(turn: &mut Turn<'_>, dates: &[Date]) -> Result<()> {
    let mut told: Vec<PersonId> = Vec::new();
    for d in dates {
        let Ok(to) = rules::next(d.request.state, Change::Withdraw, Facts { wanted: 1, accepted: 0 }) else { continue };
        change(turn, &d.request, to).await?;
        for (response, helper) in &d.responses {
            let Some(what) = rules::response_at_end(response.state, to) else { continue };
            change_response(turn, response, what).await?;
            if !told.contains(&helper.id) {
                told.push(helper.id);
                let title = [("title", Arg::Words(d.request.title.as_str()))];
                tell_text(turn, &d.request, helper, "ended-withdrawn", &title).await?;
            }
        }
    }
    Ok(())
}
