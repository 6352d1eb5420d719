//! What the dialogue of `/activiteit` offers, and what it thinks of an answer.

use serde_json::{Map, Value};

use super::concerns::time_problem;
use super::draft::ActivityDraft;
use super::line;
use crate::features::activities::model::kinds;
use crate::features::venues;
use crate::model::{NeighbourhoodId, Result};
use crate::text::clip;
use crate::turn::{Action, CheckResult, ChoiceOption, Turn};
use crate::when::Timing;

/// The check of a time.
pub const TIME: &str = "time";

/// The check of how many people fit.
pub const SEATS: &str = "seats";

/// How many people fit, as buttons.
const NUMBERS: [&str; 3] = ["10", "20", "30"];

/// Values that each hook might offer.
pub fn samples(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "announce-in" => Some(&["1"]),
        "kinds" => Some(&["coffee", "other"]),
        "where" => Some(&["Buurthuis"]),
        "languages" => Some(&["Engels"]),
        "seats" => Some(&["10", "20"]),
        _ => None,
    }
}

/// The neighbourhoods in which the sender may announce something.
pub async fn allowed(turn: &mut Turn<'_>) -> Result<Vec<NeighbourhoodId>> {
    let who = turn.who()?;
    let mut allowed = Vec::new();
    for member in turn.memberships(who.id).await? {
        if turn.allowed(member.neighbourhood, Action::Announce).await? {
            allowed.push(member.neighbourhood);
        }
    }
    Ok(allowed)
}

/// The choices of a step.
pub async fn choices(turn: &mut Turn<'_>, name: &str, answers: &Map<String, Value>) -> Result<Vec<ChoiceOption>> {
    let draft = ActivityDraft::of_answers(answers).unwrap_or_default();
    Ok(match name {
        "kinds" => offered_kinds(turn, &draft),
        "where" => match draft.in_neighbourhood() {
            Some(n) => venues::of(turn, n).await?.into_iter().map(|p| same(&p.name)).collect(),
            None => Vec::new(),
        },
        "languages" if has(&draft, "languages") => {
            let spoken = turn.label("languages-often", &[]);
            spoken.split(", ").map(same).collect()
        }
        "seats" if !has(&draft, "walk-in") => NUMBERS.map(same).to_vec(),
        // Where that is not asked.
        "languages" | "seats" => Vec::new(),
        _ => {
            let mut offered = Vec::new();
            for n in allowed(turn).await? {
                let neighbourhood = turn.neighbourhood(n).await?;
                offered.push(ChoiceOption { value: n.to_string(), label: clip(&neighbourhood.name, 64) });
            }
            offered
        }
    })
}

/// Returns true if they chose this under 'easy to reach'.
fn has(draft: &ActivityDraft, word: &str) -> bool {
    draft.access.iter().flatten().any(|a| a == word)
}

fn same(words: &str) -> ChoiceOption {
    ChoiceOption { value: words.to_owned(), label: clip(words, 64) }
}

/// The kind that the title suggests, alone; all of them where it suggests none, or one stands and is to be changed.
fn offered_kinds(turn: &Turn<'_>, draft: &ActivityDraft) -> Vec<ChoiceOption> {
    let offer = |id: &str| ChoiceOption { value: id.to_owned(), label: kinds::name(turn.language(), id) };
    let guess = crate::dialogue::typed(draft.title.as_ref()).and_then(kinds::guess);
    match guess {
        Some(id) if draft.kind.is_none() => vec![offer(id)],
        // Most people mean one of the first four: what neighbours meet for most.
        _ => {
            let first = ["coffee", "eating", "walking", "games"];
            let rest = kinds::kinds().iter().map(|k| k.id.as_str()).filter(|id| !first.contains(id));
            first.into_iter().chain(rest).map(offer).collect()
        }
    }
}

/// What it thinks of an answer.
pub fn check(turn: &Turn<'_>, name: &str, answer: Value) -> CheckResult {
    match name {
        TIME => {
            let timing = serde_json::from_value::<Timing>(answer.clone()).ok();
            match timing.and_then(|t| time_problem(&t, turn.now())) {
                Some(id) => CheckResult::Again(turn.say(id, &[]), Vec::new()),
                None => CheckResult::Accept(answer),
            }
        }
        _ => seats(turn, answer),
    }
}

fn seats(turn: &Turn<'_>, answer: Value) -> CheckResult {
    let words = answer.as_str().unwrap_or_default().to_lowercase();
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    match parts.find_map(line::number).filter(|n| (1..=line::SEATS_AT_MOST).contains(n)) {
        Some(n) => CheckResult::Accept(n.to_string().into()),
        None => CheckResult::Again(turn.say("seats-want", &[]), Vec::new()),
    }
}
