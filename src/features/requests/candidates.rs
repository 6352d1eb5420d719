//! The neighbours who may be asked in private to help with a request.

use std::collections::HashSet;

use super::model::request::Request;
use super::model::search_schedule;
use super::model::states::Audience;
use super::store;
use crate::features::trust;
use crate::model::{Person, PersonId, Result};
use crate::turn::{Action, Turn};

/// Returns true if there is anybody who may be asked.
pub async fn anybody(turn: &mut Turn<'_>, r: &Request) -> Result<bool> {
    for person in in_order(turn, r).await? {
        if may_be_asked(turn, r, person).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The neighbours who could be asked, first whom to ask first. In a large neighbourhood they are many, and few are asked: what is to be
/// looked up for each is left to [`may_be_asked`].
pub async fn in_order(turn: &mut Turn<'_>, r: &Request) -> Result<Vec<PersonId>> {
    let n = r.neighbourhood;
    let met: HashSet<PersonId> = trust::met(turn, n).await?.into_iter().collect();
    let mut listed = trust::willing(turn, n).await?;
    listed.extend(&met);
    let mut candidates = store::candidates(turn.db(), n, &r.category, &listed).await?;
    let residents: HashSet<PersonId> = turn.residents(n).await?.into_iter().collect();
    let mut out: HashSet<PersonId> = trust::unwilling(turn, n).await?.into_iter().collect();
    out.extend(trust::no_contact_with(turn, r.asker).await?);
    out.extend(store::approached_for(turn.db(), r.id).await?);
    out.extend(store::responses_of(turn.db(), r.id).await?.iter().map(|s| s.helper));
    out.insert(r.asker);
    candidates.retain(|c| {
        let p = &c.person;
        residents.contains(p) && !out.contains(p) && (r.audience != Audience::Met || met.contains(p))
    });
    Ok(search_schedule::in_order(candidates, turn.seed()))
}

/// This person, if they may be asked now.
pub async fn may_be_asked(turn: &mut Turn<'_>, r: &Request, id: PersonId) -> Result<Option<Person>> {
    let person = turn.person(id).await?;
    let may = Turn::may_disturb(&person)
        && trust::adult(turn, id).await? != Some(false)
        && turn.person_allowed(id, r.neighbourhood, Action::Offer).await?;
    Ok(may.then_some(person))
}
