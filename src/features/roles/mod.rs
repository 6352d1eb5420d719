//! Roles: what somebody may do in a neighbourhood.

use crate::model::{NeighbourhoodId, Person, PersonId, Result, Role};
use crate::turn::Turn;

pub use crate::turn::rights::{Action, may};

/// Who of the team can be told something: the moderators, or where none can be reached the administrators; none of `but`.
pub async fn team(turn: &mut Turn<'_>, n: NeighbourhoodId, but: &[PersonId]) -> Result<Vec<Person>> {
    for role in [Role::Moderator, Role::Administrator] {
        let mut found = turn.holders(n, role).await?;
        found.retain(|p| !but.contains(&p.id) && Turn::may_disturb(p));
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// Everybody who may work on the worklist of a neighbourhood, moderators first.
pub async fn colleagues(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<Person>> {
    let mut all = turn.holders(n, Role::Moderator).await?;
    for person in turn.holders(n, Role::Administrator).await? {
        if !all.iter().any(|p| p.id == person.id) {
            all.push(person);
        }
    }
    Ok(all)
}
