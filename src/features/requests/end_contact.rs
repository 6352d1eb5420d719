//! [Geen contact meer]: what there is between two neighbours ends at once, and silently. A match is off: the helper's response
//! is taken back or declined and the request is open again by its own rule. The other reads what anybody reads whose help is
//! not needed, or whose helper can't after all.

use super::model::request::Request;
use super::model::rules::{self, ResponseChange};
use super::model::states::{Beneficiary, ResponseState, State};
use super::screens::basics::say;
use super::screens::cards::knows_asker;
use super::screens::view;
use super::tell::{self, tell};
use super::transitions::end_response;
use super::{load, store};
use crate::model::{PersonId, ResponseId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// The other person of a response that this person gave or got. `None` if it is not theirs, or if the other's name was never
/// told to them.
pub async fn other_of(turn: &mut Turn<'_>, me: PersonId, id: ResponseId) -> Result<Option<PersonId>> {
    let Some(response) = store::response(turn.db(), id).await? else { return Ok(None) };
    let r = load::existing(turn, response.request).await?;
    if r.asker == me {
        return Ok(Some(response.helper));
    }
    if r.beneficiary == Beneficiary::Caller {
        // Whom they had to do with is the caller, who has no Telegram.
        return Ok(None);
    }
    Ok(Some(r.asker).filter(|_| response.helper == me && knows_asker(&r, response.chosen)))
}

/// What one ended response leaves to tell.
pub struct Ended {
    /// The request, as it was.
    pub request: Request,
    /// Whose help it was.
    pub helper: PersonId,
    /// They had been accepted.
    pub accepted: bool,
}

/// Ends all that there is between the sender and another. Returns the titles of the sender's requests that are open again.
pub async fn end_contact(turn: &mut Turn<'_>, other: PersonId) -> Result<Vec<String>> {
    let me = turn.who()?;
    let mut ended: Vec<Ended> = Vec::new();
    for id in store::living_between(turn.db(), me.id, other).await? {
        let Some(response) = store::response(turn.db(), id).await? else { continue };
        let request = load::existing(turn, response.request).await?;
        let accepted = response.state == ResponseState::Accepted;
        if accepted && request.after_at.is_some() {
            // Its time has passed: nothing of it is left but the question how it went.
            continue;
        }
        let declined = request.asker == me.id && !accepted;
        let what = if declined { ResponseChange::Decline } else { ResponseChange::Withdraw };
        end_response(turn, &request, &response, what).await?;
        match ended.iter_mut().find(|e| e.request.root() == request.root()) {
            Some(known) => known.accepted |= accepted,
            None => ended.push(Ended { request, helper: response.helper, accepted }),
        }
    }
    let mut reopened = Vec::new();
    for one in ended {
        let r = load::existing(turn, one.request.id).await?;
        if one.helper == me.id {
            tell_asker(turn, &r, &one).await?;
            continue;
        }
        tell_helper(turn, &r, &one).await?;
        if one.accepted && r.state == State::Open {
            reopened.push(r.title);
        }
    }
    Ok(reopened)
}

/// The asker ended contact with a helper.
async fn tell_helper(turn: &mut Turn<'_>, r: &Request, ended: &Ended) -> Result<()> {
    let helper = turn.person(ended.helper).await?;
    let text = if ended.accepted { "ended-withdrawn" } else { "offer-declined-about" };
    tell::tell_text(turn, r, &helper, text, &[("title", Arg::Words(&r.title))]).await
}

/// A helper ended contact with the asker, or left: the asker reads what they read of any helper who can't after all.
pub async fn tell_asker(turn: &mut Turn<'_>, r: &Request, ended: &Ended) -> Result<()> {
    if rules::is_end(r.state) {
        return Ok(());
    }
    let (asker, helper) = (turn.person(r.asker).await?, turn.person(ended.helper).await?);
    let text = match (ended.accepted, r.series) {
        (true, Some(_)) => "series-cant",
        (true, None) => "helper-cant",
        (false, _) => "offer-taken-back",
    };
    let words = say(asker.language, text, &[("name", Arg::Words(&helper.name)), ("title", Arg::Words(&r.title))]);
    let content = view::whole_after(turn, words, r, &asker).await?;
    tell(turn, r, &asker, content).await
}
