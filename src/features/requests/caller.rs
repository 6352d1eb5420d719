//! Somebody without Telegram who called the team: a moderator asks for them. Their name and number are sealed, stand on no
//! card, and are told to who helps once that is settled, in the place of the moderator's.

use serde_json::{Map, Value};

use super::model::draft::{Caller, RequestDraft};
use super::model::request::Request;
use super::model::states::Beneficiary;
use super::screens::basics::say;
use super::store;
use crate::model::{Content, Html, Language, NeighbourhoodId, Person, Result};
use crate::text::Arg;
use crate::turn::{Action, CheckResult, ChoiceOption, Turn};

/// Fewest digits of a number that one can call.
const DIGITS: usize = 6;

/// Returns true if this person may ask for somebody who called, here.
pub async fn may_ask(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId) -> Result<bool> {
    turn.person_allowed(who.id, n, Action::TakeOver).await
}

/// For whom one can ask: oneself, and for the team somebody who called.
pub async fn offered(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Vec<ChoiceOption>> {
    let who = turn.who()?;
    let neighbourhood = RequestDraft::of_answers(answers).unwrap_or_default().neighbourhood_id();
    let mut values = vec!["mine"];
    if let Some(n) = neighbourhood
        && may_ask(turn, &who, n).await?
    {
        values.push("caller");
    }
    let label = |value: &str| turn.label(&format!("vraag-whose-{value}"), &[]);
    Ok(values.into_iter().map(|v| ChoiceOption { value: v.to_owned(), label: label(v) }).collect())
}

/// Looks at the number.
pub fn check_phone(turn: &Turn<'_>, answer: Value) -> CheckResult {
    let digits = answer.as_str().map_or(0, |words| words.chars().filter(char::is_ascii_digit).count());
    if digits >= DIGITS {
        CheckResult::Accept(answer)
    } else {
        CheckResult::Again(turn.say("caller-no-phone", &[]), Vec::new())
    }
}

/// Nobody's number is given to a helper without their knowing.
pub fn check_told(turn: &Turn<'_>, answer: Value) -> CheckResult {
    if answer == Value::Bool(true) {
        CheckResult::Accept(answer)
    } else {
        CheckResult::Again(turn.say("caller-tell-first", &[]), Vec::new())
    }
}

/// Who called, where the request is theirs.
pub async fn of(turn: &mut Turn<'_>, r: &Request) -> Result<Option<Caller>> {
    if r.beneficiary != Beneficiary::Caller {
        return Ok(None);
    }
    let key = turn.key();
    store::caller(turn.db(), key, r.root()).await
}

/// Draws a request for its reader: to an accepted helper, who called stands in the place of the moderator; its asker reads who
/// called below it.
pub fn draw(
    me: &Person,
    r: &Request,
    asker: &Person,
    (caller, accepted): (Option<Caller>, bool),
    draw: impl Fn(&Request, &Person) -> Content,
) -> Content {
    match caller {
        Some(caller) if me.id == asker.id => {
            let content = draw(r, asker);
            Content { text: content.text.paragraph(&words(me.language, &caller)), ..content }
        }
        Some(caller) if accepted => draw(
            &Request { contact: Some(caller.phone), ..r.clone() },
            &Person { name: caller.name, username: None, ..asker.clone() },
        ),
        Some(_) | None => draw(r, asker),
    }
}

/// What the moderator reads of who called.
pub fn words(language: Language, caller: &Caller) -> Html {
    let args = [("name", Arg::Words(&caller.name)), ("phone", Arg::Words(&caller.phone))];
    say(language, "item-caller", &args)
}
