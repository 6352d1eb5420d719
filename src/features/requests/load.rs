//! Small things to know of a request that is loaded: by whom, which response, how many.

use super::model::request::{Request, Response};
use super::model::states::ResponseState;
use super::store;
use crate::model::{Fault, PersonId, RequestId, Result, Thing};
use crate::turn::Turn;

/// A request that must be there.
pub async fn existing(turn: &mut Turn<'_>, id: RequestId) -> Result<Request> {
    store::request(turn.db(), id).await?.ok_or_else(|| Fault::event("a request that must be there is not"))
}

/// A request as the rest of the program names it.
pub fn thing(id: RequestId) -> Thing {
    Thing { feature: crate::features::requests::names::NAME.to_owned(), id: id.0 }
}

/// The request changed: its cards are drawn anew.
pub fn touched(turn: &mut Turn<'_>, r: &Request) {
    turn.touched(thing(r.root()));
}

/// Somebody's latest response to a request.
pub fn latest_of(responses: &[Response], helper: PersonId) -> Option<&Response> {
    responses.iter().rev().find(|s| s.helper == helper)
}

/// Each request once, however often it repeats.
pub fn each_once(all: Vec<Request>) -> Vec<Request> {
    let mut seen = std::collections::HashSet::new();
    all.into_iter().filter(|r| seen.insert(r.root())).collect()
}

/// How many helpers were accepted.
pub async fn accepted_of(turn: &mut Turn<'_>, id: RequestId) -> Result<i64> {
    let responses = store::responses_of(turn.db(), id).await?;
    Ok(responses.iter().map(|s| i64::from(s.state == ResponseState::Accepted)).sum())
}
