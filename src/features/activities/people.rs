//! Who comes to an activity and who waits, as people: for cards, and for telling them something.

use super::model::kinds::is_unseen;
use super::model::{Activity, Headcount, RsvpState, SHOW_NAMES};
use super::store;
use crate::model::{ActivityId, Person, Result};
use crate::turn::Turn;

/// Most names on a card; the others are counted.
const NAMES_AT_MOST: i64 = 20;

/// How many come and wait; with names where the neighbourhood wants that, and the kind allows it. Loads as many names as are
/// shown: an activity may have hundreds, and its card changes with each of them.
pub async fn headcount(turn: &mut Turn<'_>, a: &Activity) -> Result<Headcount> {
    let seats = store::seats(turn.db(), a.id).await?;
    let named = turn.neighbourhood(a.neighbourhood).await?.is_on(&SHOW_NAMES) && !is_unseen(&a.what.kind);
    let mut names = None;
    if named {
        let mut all = Vec::new();
        for (person, guests) in store::first_going(turn.db(), a.id, NAMES_AT_MOST).await? {
            all.push((turn.person(person).await?.name, guests));
        }
        names = Some(all);
    }
    Ok(Headcount { going: seats.going, waiting: seats.waiting, names })
}

/// Who comes, in the order in which they said so.
pub async fn going(turn: &mut Turn<'_>, id: ActivityId) -> Result<Vec<Person>> {
    people(turn, id, &[RsvpState::Going]).await
}

/// Who comes and who waits: whom a change concerns.
pub async fn concerned(turn: &mut Turn<'_>, id: ActivityId) -> Result<Vec<Person>> {
    people(turn, id, &[RsvpState::Going, RsvpState::Waiting]).await
}

async fn people(turn: &mut Turn<'_>, id: ActivityId, states: &[RsvpState]) -> Result<Vec<Person>> {
    let mut all = Vec::new();
    for rsvp in store::rsvps_of(turn.db(), id).await? {
        if states.contains(&rsvp.state) {
            all.push(turn.person(rsvp.person).await?);
        }
    }
    Ok(all)
}
