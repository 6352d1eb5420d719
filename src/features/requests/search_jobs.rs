//! Begins and ends the search for helpers of a request, and plans its next step. What a step does stands in `search.rs`.

use super::model::reasons;
use super::model::request::Request;
use super::model::search_schedule::{self, Plan, Progress, TEAM};
use super::model::states::{Audience, State};
use super::names::Job;
use super::{load, store};
use crate::features::worklist;
use crate::model::{RequestId, Result};
use crate::turn::Turn;

/// A search begins: posted, renewed, or open again.
pub async fn begin(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let now = turn.now();
    if r.audience == Audience::Team && is_later_date(r) {
        // The team gets a later date of a series once it comes near.
        store::begin_search(turn.db(), r.id, TEAM - 1, now).await?;
    } else {
        store::begin_search(turn.db(), r.id, search_schedule::first_round(r.audience), now).await?;
        if r.audience == Audience::Team {
            worklist::put(turn, r.neighbourhood, reasons::TEAM, &load::thing(r.id)).await?;
        }
    }
    let r = load::existing(turn, r.id).await?;
    let at = plan_of(&r).next(progress_of(&r));
    turn.schedule(Job::Search, r.id.0, at);
    Ok(())
}

/// A search ends.
pub fn end(turn: &mut Turn<'_>, id: RequestId) {
    turn.cancel(Job::Search, id.0);
    turn.cancel(Job::RemindToChoose, id.0);
}

/// What follows from every change of a request's state.
pub async fn state_changed(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let r = load::existing(turn, id).await?;
    match r.state {
        State::Open => begin(turn, &r).await,
        State::Lapsed => {
            end(turn, id);
            worklist::put(turn, r.neighbourhood, reasons::LAPSED, &load::thing(id)).await
        }
        State::Promised | State::Done | State::Withdrawn | State::TakenOver => {
            end(turn, id);
            Ok(())
        }
    }
}

/// A neighbour wants to help: some time later the asker is reminded to choose.
pub fn remind_later(turn: &mut Turn<'_>, r: &Request) {
    let at = search_schedule::plan(r.span, turn.now(), None).second;
    turn.schedule(Job::RemindToChoose, r.id.0, at);
}

/// Somebody who wanted to help does not any more: the search goes on where it stood.
pub async fn resume(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let r = load::existing(turn, id).await?;
    if r.state == State::Open {
        let at = plan_of(&r).next(progress_of(&r));
        turn.schedule(Job::Search, id.0, at);
    }
    Ok(())
}

fn is_later_date(r: &Request) -> bool {
    r.series.is_some_and(|first| first != r.id)
}

pub fn plan_of(r: &Request) -> Plan {
    let since = if is_later_date(r) { search_schedule::of_series(r.span, r.since) } else { r.since };
    search_schedule::plan(r.span, since, r.asked_at)
}

pub fn progress_of(r: &Request) -> Progress {
    Progress { round: r.round, asked: r.asked_at }
}
