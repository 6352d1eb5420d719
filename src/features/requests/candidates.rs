//! The neighbours who may be asked in private to help with a request.

use super::model::request::Request;
use super::model::search_schedule;
use super::model::states::Audience;
use super::store;
use crate::features::trust;
use crate::model::{Person, Result};
use crate::turn::{Action, Turn};

/// Returns true if there is anybody who may be asked.
pub async fn anybody(turn: &mut Turn<'_>, r: &Request) -> Result<bool> {
    Ok(!to_ask(turn, r).await?.is_empty())
}

/// The neighbours who may be asked, first whom to ask first.
pub async fn to_ask(turn: &mut Turn<'_>, r: &Request) -> Result<Vec<Person>> {
    let n = r.neighbourhood;
    let met = trust::met(turn, n).await?;
    let mut listed = trust::willing(turn, n).await?;
    listed.extend(&met);
    let mut candidates = store::candidates(turn.db(), n, &r.category, &listed).await?;
    let residents = turn.residents(n).await?;
    let unwilling = trust::unwilling(turn, n).await?;
    let apart = trust::no_contact_with(turn, r.asker).await?;
    let approached = store::approached_for(turn.db(), r.id).await?;
    let responses = store::responses_of(turn.db(), r.id).await?;
    candidates.retain(|c| {
        let p = c.person;
        residents.contains(&p)
            && p != r.asker
            && (r.audience != Audience::Met || met.contains(&p))
            && ![&unwilling, &apart, &approached].iter().any(|out| out.contains(&p))
            && !responses.iter().any(|s| s.helper == p)
    });
    let mut people = Vec::new();
    for id in search_schedule::in_order(candidates, turn.seed()) {
        let person = turn.person(id).await?;
        if Turn::may_disturb(&person)
            && trust::adult(turn, id).await? != Some(false)
            && turn.person_allowed(id, n, Action::Offer).await?
        {
            people.push(person);
        }
    }
    Ok(people)
}
