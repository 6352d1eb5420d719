//! Own words, typed, or spoken where the flow allows it. A voice message is Telegram's name of a file: nobody listens to it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Profile, StepKind, Taken, Typed, limit, within_limit};
use crate::dialogue::answer::{Answer, Label, Say};
use crate::dialogue::effect::Input;
use crate::dialogue::flow::{Step, TEXT_AT_MOST};
use crate::dialogue::state::State;

/// The kind `text`.
pub(super) struct Text;

/// The answer of a text step that takes a voice message too, to be read by serde in the feature's struct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Words {
    /// Typed.
    Typed(String),
    /// Spoken.
    Spoken {
        /// Telegram's name of the file.
        voice: String,
    },
}

/// What was typed. `None` if it was spoken.
pub fn typed(words: Option<&Words>) -> Option<&str> {
    match words {
        Some(Words::Typed(words)) => Some(words),
        Some(Words::Spoken { .. }) | None => None,
    }
}

/// Telegram's name of what was spoken.
pub fn spoken(words: Option<&Words>) -> Option<&str> {
    match words {
        Some(Words::Spoken { voice }) => Some(voice),
        Some(Words::Typed(_)) | None => None,
    }
}

impl StepKind for Text {
    fn profile(&self) -> Profile {
        Profile { max_at_most: Some(TEXT_AT_MOST), words_at_most: Some(500), ..Profile::USUAL }
    }

    fn accepts(&self, step: &Step, value: &Value) -> bool {
        match serde_json::from_value(value.clone()) {
            Ok(Words::Typed(words)) => within_limit(step, &words),
            Ok(Words::Spoken { voice }) => step.voice && !voice.is_empty(),
            Err(_) => false,
        }
    }

    fn samples(&self, step: &Step, offered: Vec<Value>) -> Vec<Value> {
        let voice = step.voice.then(|| json!({ "voice": "x" }));
        [json!("x"), json!("é".repeat(limit(step)))].into_iter().chain(voice).chain(offered).collect()
    }

    fn label(&self, value: &Value) -> Option<Label> {
        Some(match serde_json::from_value(value.clone()).ok()? {
            Words::Typed(words) => Label::Words(words),
            Words::Spoken { .. } => Label::id("dialogue-voice"),
        })
    }

    fn typed(&self, _: &Step, _: &mut State, typed: &Typed) -> Taken {
        Taken::Answer(Answer::words(typed.text))
    }

    fn sent(&self, step: &Step, _: &mut State, input: Input) -> Taken {
        match input {
            Input::Voice(file) if step.voice => {
                Taken::Answer(Answer { value: json!({ "voice": file }), label: Label::id("dialogue-voice") })
            }
            _ => Taken::Nothing,
        }
    }

    fn not_understood(&self, step: &Step, sent: &str) -> Say {
        let id = if step.voice { "dialogue-want-words-or-voice" } else { "dialogue-want-words" };
        Say::id(id).word("sent", sent)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::dialogue::tests::*;

    #[test]
    fn own_words_stand_beside_the_choices_of_a_hook() {
        let toml = "id = 'p'\nversion = 1\nfeature = 'f'\n[[step]]\nid = 'place'\nkind = 'text'\nmax = 20\nfirst = 2\nchoices_from = 'days'";
        for (typed, value, label) in [
            ("morgen", json!("2026-03-03"), "Morgen"),
            ("In het buurthuis", json!("In het buurthuis"), "In het buurthuis"),
            // Within a longer text, or as the beginning of one, the words of a button are words.
            ("Morgen weer", json!("Morgen weer"), "Morgen weer"),
            ("Mor", json!("Mor"), "Mor"),
            ("2", json!("2"), "2"),
        ] {
            let (mut chat, effect) = Chat::new(Flow::from_toml(toml).unwrap(), json!({}));
            assert_eq!(
                (effect, chat.labels()),
                (Effect::Ask, ["Vandaag", "Morgen", "dialogue-all", "Stop"].map(str::to_owned).into())
            );
            assert_eq!(chat.types(typed), Effect::Ask);
            let answer = chat.state.answers["place"].clone();
            assert_eq!((answer.value, words(&answer.label).as_str()), (value, label), "{typed:?}");
        }
        let (mut chat, _) = Chat::new(Flow::from_toml(toml).unwrap(), json!({}));
        assert_eq!(again(chat.types(&"x".repeat(21))), "dialogue-too-long");
        chat.presses("dialogue-all");
        chat.presses("Later");
        assert_eq!(chat.state.answers["place"].value, json!("later"));
        // Where the feature knows no place, people still type one; a known one is not asked.
        let flow = Flow::from_toml(toml).unwrap();
        let (mut state, _) = start(&flow, Default::default(), 1);
        assert_eq!(choices(&flow, &mut state, Vec::new()), Effect::Ask);
        assert_eq!(view(&flow, &state).rows.concat().len(), 1);
        let (chat, _) = Chat::new(flow, json!({"place": "Bij Joop"}));
        assert_eq!(chat.text(), "p-summary");
    }
}
