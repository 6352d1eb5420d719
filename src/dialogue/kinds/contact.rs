//! How somebody can be reached: their own number, shared by one button, or own words.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Profile, StepKind, Taken, Typed, within_limit};
use crate::dialogue::answer::{Answer, Label, Say};
use crate::dialogue::effect::{Effect, Input};
use crate::dialogue::flow::{Step, TEXT_AT_MOST};
use crate::dialogue::state::State;

/// The kind `contact`.
pub(super) struct OwnContact;

/// The answer of a contact step, to be read by serde in the feature's struct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contact {
    /// Their own number, as Telegram gave it.
    Phone(String),
    /// Their own words.
    Words(String),
}

impl StepKind for OwnContact {
    fn profile(&self) -> Profile {
        let (max_at_most, words_at_most) = (Some(TEXT_AT_MOST), Some(200));
        Profile { want: "dialogue-want-contact", max_at_most, words_at_most, shares_number: true, ..Profile::USUAL }
    }

    fn accepts(&self, step: &Step, value: &Value) -> bool {
        match serde_json::from_value(value.clone()) {
            Ok(Contact::Phone(phone)) => is_phone_like(&phone),
            Ok(Contact::Words(words)) => within_limit(step, &words),
            Err(_) => false,
        }
    }

    fn samples(&self, _: &Step, offered: Vec<Value>) -> Vec<Value> {
        [json!({ "phone": "+31612345678" }), json!({ "words": "x" })].into_iter().chain(offered).collect()
    }

    fn label(&self, value: &Value) -> Option<Label> {
        let (Contact::Phone(words) | Contact::Words(words)) = serde_json::from_value(value.clone()).ok()?;
        Some(Label::Words(words))
    }

    fn typed(&self, _: &Step, _: &mut State, typed: &Typed) -> Taken {
        Taken::Answer(Answer { value: json!({ "words": typed.text }), label: Label::words(typed.text) })
    }

    fn sent(&self, _: &Step, _: &mut State, input: Input) -> Taken {
        let Input::Contact { phone, own } = input else { return Taken::Nothing };
        let again = |id: &str| Taken::Pending(Effect::Again(Say::id(id)));
        match own {
            false => again("dialogue-not-your-number"),
            true if !is_phone_like(&phone) => again("dialogue-not-a-number"),
            true => Taken::Answer(Answer { value: json!({ "phone": phone }), label: Label::Words(phone) }),
        }
    }
}

/// Returns true if it looks like a phone number: 3 to 20 digits, with a plus, spaces, dashes or brackets among them.
fn is_phone_like(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits) && phone.len() <= 30 && phone.chars().all(|c| c.is_ascii_digit() || "+ -()".contains(c))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::dialogue::tests::*;

    #[test]
    fn only_ones_own_number_counts() {
        let flow = Flow::from_toml(
            "id = 'c'\nversion = 1\nfeature = 'f'\nsummary = false\n[[step]]\nid = 'reach'\nkind = 'contact'",
        )
        .unwrap();
        let (mut chat, _) = Chat::new(flow, json!({}));
        let share = |phone: &str, own| Input::Contact { phone: phone.into(), own };
        assert_eq!(again(chat.does(share("+31612345678", false))), "dialogue-not-your-number");
        assert_eq!(again(chat.does(share("<b>", true))), "dialogue-not-a-number");
        assert_eq!(
            chat.does(share("31612345678", true)),
            Effect::Finish(object(json!({"reach": {"phone": "31612345678"}})))
        );
        let effect = refused(&chat.flow, &mut chat.state, Say::id("busy"));
        assert_eq!(again(effect), "busy");
        let words = json!({"reach": {"words": "Bel aan op nummer 3"}});
        assert_eq!(chat.types("Bel aan op nummer 3"), Effect::Finish(object(words)));
    }
}
