//! Who may see a help request: the group, a few neighbours asked in private, neighbours whom the team has met, or the team
//! alone. What is sensitive is never for the group. What the asker can choose from, and what can be chosen at all.

use serde_json::{Map, Value};

use super::model::category::is_sensitive;
use super::model::draft::RequestDraft;
use super::model::states::{Audience, Beneficiary};
use crate::features::trust;
use crate::model::{Language, Neighbourhood, NeighbourhoodId, Reach, Result};
use crate::screen::{moderator_reachable, nobody_reachable, the_team};
use crate::text::{Arg, clip, texts};
use crate::turn::{CheckResult, ChoiceOption, Turn};

/// What the button says that chooses it.
pub fn label(language: Language, audience: Audience, neighbourhood: &Neighbourhood) -> String {
    let team = the_team(language, neighbourhood);
    clip(&texts().plain(language, &format!("sight-{}", audience.word()), &[("team", Arg::Own(&team))]), 64)
}

/// The neighbourhood that the answers so far are about.
async fn neighbourhood_of(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Option<Neighbourhood>> {
    let draft = RequestDraft::of_answers(answers).unwrap_or_default();
    let n = match draft.neighbourhood_id() {
        Some(n) => n,
        None => match turn.member().await? {
            Some(member) => member.neighbourhood,
            None => return Ok(None),
        },
    };
    Ok(Some(turn.neighbourhood(n).await?))
}

/// What can be chosen for this category. Where there is no group, there is no card to ask for.
pub async fn offered(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Vec<ChoiceOption>> {
    let Some(neighbourhood) = neighbourhood_of(turn, answers).await? else { return Ok(Vec::new()) };
    let sensitive = answers.get("category").and_then(Value::as_str).is_none_or(is_sensitive);
    let audiences: &[Audience] = if sensitive {
        &[Audience::Met, Audience::Team]
    } else if has_group(turn, neighbourhood.id).await? {
        &[Audience::Group, Audience::Quiet, Audience::Team]
    } else {
        &[Audience::Quiet, Audience::Team]
    };
    let language = turn.language();
    Ok(audiences
        .iter()
        .map(|s| ChoiceOption { value: s.word().to_owned(), label: label(language, *s, &neighbourhood) })
        .collect())
}

/// Returns true if there is a group of this neighbourhood where a card can stand.
pub async fn has_group(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    Ok(turn.groups(n).await?.iter().any(|g| g.reach == Reach::Open))
}

/// Who wants neighbours whom the team has met, or the team alone, hears at once where there is nobody.
pub async fn check(turn: &mut Turn<'_>, answer: Value, answers: &Map<String, Value>) -> Result<CheckResult> {
    let Some(neighbourhood) = neighbourhood_of(turn, answers).await? else { return Ok(CheckResult::Accept(answer)) };
    let n = neighbourhood.id;
    let audience = answer.as_str().unwrap_or_default();
    if audience == Audience::Met.word() && !anybody_met(turn, n).await? {
        let team = the_team(turn.language(), &neighbourhood);
        return Ok(CheckResult::Again(turn.say("nobody-met", &[("team", Arg::Own(&team))]), Vec::new()));
    }
    let by_team = RequestDraft::of_answers(answers).unwrap_or_default().beneficiary() == Beneficiary::Caller;
    if audience == Audience::Team.word() && !by_team && !moderator_reachable(turn, n).await? {
        return Ok(CheckResult::Again(nobody_reachable(turn, &neighbourhood), Vec::new()));
    }
    Ok(CheckResult::Accept(answer))
}

/// What is sensitive can't be asked where there is neither a neighbour whom the team has met nor somebody of the team: that is said
/// before anything is typed.
pub async fn check_category(turn: &mut Turn<'_>, answer: Value, answers: &Map<String, Value>) -> Result<CheckResult> {
    let Some(neighbourhood) = neighbourhood_of(turn, answers).await? else { return Ok(CheckResult::Accept(answer)) };
    let n = neighbourhood.id;
    let sensitive = answer.as_str().is_some_and(is_sensitive);
    if sensitive && !anybody_met(turn, n).await? && !moderator_reachable(turn, n).await? {
        return Ok(CheckResult::Again(nobody_reachable(turn, &neighbourhood), Vec::new()));
    }
    Ok(CheckResult::Accept(answer))
}

/// Who asks for somebody who does not know of it asks the team alone: the summary says so, too.
pub fn check_knows(answer: Value) -> CheckResult {
    if answer != Value::Bool(false) {
        return CheckResult::Accept(answer);
    }
    let known = Map::from_iter([("sight".to_owned(), Value::from(Audience::Team.word()))]);
    CheckResult::AcceptAs { value: answer, known, say: None }
}

/// Returns true if the team has met anybody here other than the sender.
pub async fn anybody_met(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    let who = turn.who()?;
    Ok(trust::met(turn, n).await?.iter().any(|p| *p != who.id))
}
