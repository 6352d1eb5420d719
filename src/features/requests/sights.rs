//! Who may see a help request: the group, a few neighbours asked in private, neighbours whom the team has met, or the team
//! alone. What is sensitive is never for the group. Says what the asker can choose, and whether somebody may look.

use serde_json::{Map, Value};

use super::category::is_sensitive;
use super::draft::Draft;
use super::states::Sight;
use super::store::{self, Request};
use super::view::latest_of;
use crate::features::roles::{Action, may};
use crate::features::{Offered, Opinion, neighbourhood, trust};
use crate::model::{Language, Neighbourhood, NeighbourhoodId, Person, Reach, Result};
use crate::text::{Arg, clip, texts};
use crate::turn::Turn;

/// What the button says that chooses it.
pub fn label(language: Language, sight: Sight, place: &Neighbourhood) -> String {
    let team = neighbourhood::the_team(language, place);
    clip(&texts().plain(language, &format!("sight-{}", sight.word()), &[("team", Arg::Own(&team))]), 64)
}

/// The neighbourhood that the answers so far are about.
async fn place_of(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Option<Neighbourhood>> {
    let draft = Draft::of_answers(answers).unwrap_or_default();
    let n = match draft.place() {
        Some(n) => n,
        None => match turn.member().await? {
            Some(member) => member.neighbourhood,
            None => return Ok(None),
        },
    };
    Ok(Some(turn.neighbourhood(n).await?))
}

/// What can be chosen for this category. Where there is no group, there is no card to ask for.
pub async fn offered(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Vec<Offered>> {
    let Some(place) = place_of(turn, answers).await? else { return Ok(Vec::new()) };
    let sensitive = answers.get("category").and_then(Value::as_str).is_none_or(is_sensitive);
    let sights: &[Sight] = if sensitive {
        &[Sight::Met, Sight::Team]
    } else if has_group(turn, place.id).await? {
        &[Sight::Group, Sight::Quiet, Sight::Team]
    } else {
        &[Sight::Quiet, Sight::Team]
    };
    let language = turn.language();
    Ok(sights.iter().map(|s| Offered { value: s.word().to_owned(), label: label(language, *s, &place) }).collect())
}

/// Is there a group of this neighbourhood where a card can stand?
pub async fn has_group(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    Ok(turn.groups(n).await?.iter().any(|g| g.reach == Reach::Open))
}

/// Who wants neighbours whom the team has met hears at once where there are none.
pub async fn look_at(turn: &mut Turn<'_>, answer: Value, answers: &Map<String, Value>) -> Result<Opinion> {
    if answer.as_str() != Some(Sight::Met.word()) {
        return Ok(Opinion::Accept(answer));
    }
    let Some(place) = place_of(turn, answers).await? else { return Ok(Opinion::Accept(answer)) };
    if anybody_met(turn, place.id).await? {
        return Ok(Opinion::Accept(answer));
    }
    let team = neighbourhood::the_team(turn.language(), &place);
    Ok(Opinion::Again(turn.say("nobody-met", &[("team", Arg::Own(&team))]), Vec::new()))
}

/// Has the team met anybody here, but the asker?
pub async fn anybody_met(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    let who = turn.who()?;
    Ok(trust::met(turn, n).await?.iter().any(|p| *p != who.id))
}

/// May this member of the neighbourhood look at the request? What the group does not see is for its asker, for who was
/// asked or responded, and for the team.
pub async fn may_see(turn: &mut Turn<'_>, r: &Request, me: &Person) -> Result<bool> {
    if r.sight == Sight::Group || r.asker == me.id {
        return Ok(true);
    }
    let (member, place) = (turn.membership(me.id, r.neighbourhood).await?, turn.neighbourhood(r.neighbourhood).await?);
    if may(member.as_ref(), Action::Moderate, &place) {
        return Ok(true);
    }
    let responses = store::responses_of(turn.db(), r.id).await?;
    if latest_of(&responses, me.id).is_some() || store::was_approached(turn.db(), r.id, me.id).await? {
        return Ok(true);
    }
    Ok(r.sight == Sight::Met && trust::is_met(turn, r.neighbourhood, me.id).await?)
}
