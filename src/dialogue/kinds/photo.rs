//! A photo, which may always be skipped. It is Telegram's name of a file: nobody looks into it.

use serde_json::{Value, json};

use super::{Profile, StepKind, Taken, Typed};
use crate::dialogue::answer::{Answer, Label, Say};
use crate::dialogue::effect::Input;
use crate::dialogue::flow::Step;
use crate::dialogue::state::State;

/// The kind `photo`.
pub(super) struct Photo;

impl StepKind for Photo {
    fn profile(&self) -> Profile {
        let no_hook = Some("a photo is not chosen from several");
        Profile { want: "dialogue-want-photo", no_hook, optional: true, ..Profile::USUAL }
    }

    fn accepts(&self, _: &Step, value: &Value) -> bool {
        value.as_str().is_some_and(|file| !file.is_empty())
    }

    fn samples(&self, _: &Step, _: Vec<Value>) -> Vec<Value> {
        vec![json!("x")]
    }

    fn label(&self, value: &Value) -> Option<Label> {
        value.is_string().then(|| Label::id("dialogue-photo"))
    }

    fn typed(&self, _: &Step, _: &mut State, _: &Typed) -> Taken {
        Taken::Nothing
    }

    fn sent(&self, _: &Step, state: &mut State, input: Input) -> Taken {
        let Input::Photo { file, words } = input else { return Taken::Nothing };
        if words {
            state.note = Some(Say::id("dialogue-photo-alone"));
        }
        Taken::Answer(Answer { value: Value::from(file), label: Label::id("dialogue-photo") })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::dialogue::tests::*;

    fn photo(file: &str, words: bool) -> Input {
        Input::Photo { file: file.into(), words }
    }

    const SPOKEN: &str = r#"
id = "spoken"
version = 1
feature = "f"
[[step]]
id = "title"
kind = "text"
voice = true
[[step]]
id = "picture"
kind = "photo"
"#;

    #[derive(Debug, PartialEq, Eq, serde::Deserialize)]
    struct Spoken {
        title: Words,
        picture: Option<String>,
    }

    fn spoken(chat: &mut Chat) -> Spoken {
        let Effect::Finish(answers) = chat.presses("spoken-confirm") else { panic!() };
        serde_json::from_value(Value::Object(answers)).unwrap()
    }

    #[test]
    fn a_voice_message_is_as_good_as_typed_words_and_a_photo_may_be_left_out() {
        let flow = Flow::from_toml(SPOKEN).unwrap();
        let (mut chat, _) = Chat::new(flow.clone(), json!({}));
        assert_eq!(again(chat.does(photo("p", false))), "dialogue-want-words-or-voice");
        assert_eq!(chat.does(Input::Voice("stem".into())), Effect::Ask);
        assert_eq!(chat.labels(), ["‹ Terug", "Overslaan", "Stop"]);
        assert_eq!(again(chat.types("een rode fiets")), "dialogue-want-photo");
        assert_eq!(again(chat.does(Input::Voice("nog een".into()))), "dialogue-want-photo");
        assert_eq!(chat.does(photo("fiets", false)), Effect::Ask);
        let lines: Vec<_> = view(&chat.flow, &chat.state).lines.into_iter().map(|l| words(&l.answer)).collect();
        assert_eq!(lines, ["dialogue-voice", "dialogue-photo"]);
        let expected = Spoken { title: Words::Spoken { voice: "stem".into() }, picture: Some("fiets".into()) };
        assert_eq!(spoken(&mut chat), expected);
        // Another photo and typed words take their places; the words below the photo are told to be lost.
        chat.presses("‹ Terug");
        assert_eq!(chat.labels(), ["dialogue-keep", "‹ Terug", "Overslaan", "Stop"]);
        assert_eq!(again(chat.does(photo("ander", true))), "dialogue-photo-alone");
        chat.presses("Iets veranderen");
        chat.presses("spoken-title-name");
        assert_eq!(view(&chat.flow, &chat.state).now, Some(Label::id("dialogue-voice")));
        chat.types("Fietsband");
        let expected = Spoken { title: Words::Typed("Fietsband".into()), picture: Some("ander".into()) };
        assert_eq!(spoken(&mut chat), expected);
        let (mut chat, _) = Chat::new(flow, json!({"title": {"voice": "stem"}}));
        assert_eq!(chat.text(), "spoken-picture", "what was spoken before is not asked");
        chat.presses("Overslaan");
        assert_eq!(spoken(&mut chat).picture, None);
    }
}
