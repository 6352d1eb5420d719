//! Somebody left a neighbourhood, was put out of it, or may not offer help any more: what they asked is withdrawn, what they offered
//! is taken back, and those who counted on them hear so as of any other.

use super::end_contact::{Ended, tell_asker};
use super::load;
use super::model::rules::{self, Change, Facts, ResponseChange};
use super::model::states::{Beneficiary, ResponseState};
use super::screens::series::load_dates;
use super::store;
use super::transitions::{close, end_all, end_response};
use crate::model::{NeighbourhoodId, PersonId, Result};
use crate::turn::Turn;

/// Ends what they asked there, and what they offered.
pub async fn left(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    withdraw_requests(turn, person, n).await?;
    may_not_help(turn, person, n).await
}

async fn withdraw_requests(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let living = store::living_of(turn.db(), person).await?;
    // A caller's request is another moderator's by now.
    let mine = living.into_iter().filter(|r| r.neighbourhood == n && r.asker == person);
    for r in load::each_once(mine.filter(|r| r.beneficiary != Beneficiary::Caller).collect()) {
        if let Some(first) = r.series {
            let dates = load_dates(turn, first).await?;
            end_all(turn, &dates).await?;
        } else if r.after_at.is_none()
            && let Ok(to) = rules::next(r.state, Change::Withdraw, Facts { wanted: r.wanted, accepted: 0 })
        {
            close(turn, &r, to, None).await?;
        }
    }
    Ok(())
}

/// Takes back what they offered and promised there. What has been is left: nothing of it is open but the question how it went.
pub async fn may_not_help(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let mut ended: Vec<Ended> = Vec::new();
    for listed in store::living_of(turn.db(), person).await?.into_iter().filter(|r| r.neighbourhood == n) {
        let responses = store::responses_of(turn.db(), listed.id).await?;
        let Some(mine) = load::latest_of(&responses, person) else { continue };
        let accepted = mine.state == ResponseState::Accepted;
        let request = load::existing(turn, listed.id).await?;
        if (accepted && request.after_at.is_some())
            || !end_response(turn, &request, mine, ResponseChange::Withdraw).await?
        {
            continue;
        }
        match ended.iter_mut().find(|e| e.request.root() == request.root()) {
            Some(known) => known.accepted |= accepted,
            None => ended.push(Ended { request, helper: person, accepted }),
        }
    }
    for one in ended {
        let r = load::existing(turn, one.request.id).await?;
        tell_asker(turn, &r, &one).await?;
    }
    Ok(())
}
