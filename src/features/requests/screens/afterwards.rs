//! The questions afterwards, with the answers to choose from. Pure.

use super::basics::{button, say};
use super::cards;
use crate::features::requests::buttons::{AfterwardsButton, RequestButton};
use crate::features::requests::model::request::Request;
use crate::features::requests::model::states::{State, Verdict};
use crate::model::{Button, Content, Html, Language, Person, RequestId, ResponseId};
use crate::text::Arg;

/// Asks the asker how it went.
pub fn asker_question(r: &Request, asker: &Person, helpers: &[String]) -> Content {
    let title = cards::dated_title(asker.language, r);
    let title = ("title", Arg::Words(title.as_str()));
    let text = match helpers {
        [one] => say(asker.language, "after-ask-asker", &[title, ("name", Arg::Words(one))]),
        _ => say(asker.language, "after-ask-asker-many", &[title]),
    };
    Content::new(text, asker_rows(asker.language, r.id))
}

/// Asks a helper how it went.
pub fn helper_question(r: &Request, asker: &Person, helper: &Person, id: ResponseId) -> Content {
    let title = cards::dated_title(helper.language, r);
    let args = [("title", Arg::Words(title.as_str())), ("name", Arg::Words(&asker.name))];
    let question = if r.state == State::Done { "after-ask-helper-done" } else { "after-ask-helper" };
    Content::new(say(helper.language, question, &args), helper_rows(helper.language, id))
}

/// The answers that an asker chooses from.
pub fn asker_rows(language: Language, id: RequestId) -> Vec<Vec<Button>> {
    answers(language, |verdict| AfterwardsButton::Asker(id, verdict))
}

/// The answers that a helper chooses from.
pub fn helper_rows(language: Language, id: ResponseId) -> Vec<Vec<Button>> {
    answers(language, |verdict| AfterwardsButton::Helper(id, verdict))
}

fn answers(language: Language, tap: impl Fn(Verdict) -> AfterwardsButton) -> Vec<Vec<Button>> {
    let row =
        [("button-after-good", Verdict::Good), ("button-after-not", Verdict::Not), ("button-after-bad", Verdict::Bad)];
    vec![row.into_iter().map(|(label, verdict)| button(language, label, RequestButton::After(tap(verdict)))).collect()]
}

/// Whether help is still needed, where it did not happen.
pub fn still_rows(language: Language, r: &Request) -> Vec<Vec<Button>> {
    or_withdraw(language, "button-still-needed", RequestButton::Renew(r.id), r.id)
}

/// A button, and below it that help is no longer needed.
pub fn or_withdraw(language: Language, label: &str, tap: RequestButton, id: RequestId) -> Vec<Vec<Button>> {
    vec![vec![button(language, label, tap)], vec![button(language, "button-withdraw", RequestButton::Withdraw(id))]]
}

/// What an asker who looks at a promised request is asked: how it went, or whether help is still needed. `None` if it is too
/// early, or nothing is left to ask.
pub fn open_question(language: Language, r: &Request) -> Option<(Html, Vec<Vec<Button>>)> {
    if r.state != State::Promised || r.after_at.is_none() {
        return None;
    }
    match r.verdict {
        None => Some((say(language, "after-open", &[]), asker_rows(language, r.id))),
        Some(Verdict::Not) => Some((say(language, "after-still", &[]), still_rows(language, r))),
        Some(Verdict::Good | Verdict::Bad) => None,
    }
}
