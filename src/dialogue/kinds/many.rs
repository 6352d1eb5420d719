//! Several of several: each tap chooses one more, or lets one go, in the same message; [Klaar] goes on. A button says what
//! it does, choose or let go, so that a finger that taps twice does it once.

use std::collections::BTreeSet;

use serde_json::Value;

use super::choice::Choice as OneOf;
use super::{Profile, StepKind, Taken, Typed};
use crate::dialogue::answer::{Answer, Choice, Label};
use crate::dialogue::buttons::Action;
use crate::dialogue::effect::Effect;
use crate::dialogue::flow::Step;
use crate::dialogue::state::State;
use crate::dialogue::words;

/// The kind `many`.
pub(super) struct Many;

impl StepKind for Many {
    fn profile(&self) -> Profile {
        Profile { want: "dialogue-want-several", says_answer: false, ..Profile::USUAL }
    }

    fn mistakes(&self, step: &Step) -> Vec<String> {
        OneOf.mistakes(step)
    }

    fn accepts(&self, step: &Step, value: &Value) -> bool {
        let Some(values) = value.as_array().filter(|v| !v.is_empty()) else { return false };
        let different: BTreeSet<String> = values.iter().map(Value::to_string).collect();
        values.iter().all(|v| OneOf.accepts(step, v)) && different.len() == values.len()
    }

    fn samples(&self, step: &Step, offered: Vec<Value>) -> Vec<Value> {
        let all = OneOf.samples(step, offered);
        vec![all.iter().take(1).cloned().collect(), Value::Array(all)]
    }

    /// In the order of the choices.
    fn chosen_among(&self, choices: &[Choice], value: &Value) -> Option<Answer> {
        let values = value.as_array().filter(|v| !v.is_empty())?;
        let chosen: Vec<&Choice> = choices.iter().filter(|c| values.contains(&c.value)).collect();
        values.iter().all(|v| chosen.iter().any(|c| c.value == *v)).then(|| Answer {
            value: chosen.iter().map(|c| c.value.clone()).collect(),
            label: Label::Several(chosen.iter().map(|c| c.label.clone()).collect()),
        })
    }

    /// One or more of the choices, with commas or 'en' between them. What a check offers instead is chosen by its own words
    /// alone.
    fn typed(&self, step: &Step, state: &mut State, typed: &Typed) -> Taken {
        let own = state.suggested.min(typed.labels.len());
        let (choices, labels) = (&typed.choices[own..], &typed.labels[own..]);
        let parts = typed.text.split([',', ';', '\n', '+', '&']);
        let mut parts =
            parts.flat_map(|p| p.split(" en ")).flat_map(|p| p.split(" and ")).filter(|p| !p.trim().is_empty());
        let whole = words::exactly(typed.text, labels).map(|i| vec![i]);
        let found = whole.or_else(|| parts.by_ref().map(|part| words::meant(part, labels)).collect());
        let Some(found) = found.filter(|f| !f.is_empty()) else { return Taken::Nothing };
        for choice in found.into_iter().filter_map(|i| choices.get(i)) {
            let on = !picks(step, state).contains(&choice.value);
            set(step, state, choice, on);
        }
        // The question is shown once more, and its buttons of before are old.
        state.all = true;
        state.outdate();
        Taken::Pending(Effect::Ask)
    }

    fn press(&self, step: &Step, state: &mut State, choices: &[Choice], action: Action) -> Option<Taken> {
        let (i, on) = match action {
            Action::Pick(i) => (i, true),
            Action::Drop(i) => (i, false),
            Action::Ready => return self.so_far(step, state, choices).map(Taken::Answer),
            _ => return None,
        };
        let choice = choices.get(usize::from(i))?;
        let changed = set(step, state, choice, on);
        Some(Taken::Pending(if changed { Effect::Ask } else { Effect::Ignored }))
    }

    fn button(&self, step: &Step, state: &State, i: u16, choice: &Choice) -> (Action, bool) {
        match picks(step, state).contains(&choice.value) {
            // What a check offers instead is an answer by itself.
            _ if usize::from(i) < state.suggested => (Action::Choose(i), false),
            true => (Action::Drop(i), true),
            false => (Action::Pick(i), false),
        }
    }

    fn so_far(&self, step: &Step, state: &State, choices: &[Choice]) -> Option<Answer> {
        let choices = choices.get(state.suggested..)?;
        let mut picks = picks(step, state);
        picks.retain(|p| choices.iter().any(|c| c.value == *p));
        self.chosen_among(choices, &Value::Array(picks))
    }

    fn keeps(&self, _: &Step, _: &Answer, _: &[Choice]) -> bool {
        false
    }
}

/// What is chosen by now.
fn picks(step: &Step, state: &State) -> Vec<Value> {
    let answered = || state.answers.get(&step.id).and_then(|a| a.value.as_array().cloned());
    state.picks.clone().or_else(answered).unwrap_or_default()
}

/// Chooses one more, or lets one go. Returns false if it was so already.
fn set(step: &Step, state: &mut State, choice: &Choice, on: bool) -> bool {
    let mut picks = picks(step, state);
    if picks.contains(&choice.value) == on {
        return false;
    }
    if on {
        picks.push(choice.value.clone());
    } else {
        picks.retain(|p| *p != choice.value);
    }
    state.picks = Some(picks);
    true
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::dialogue::tests::*;

    const MANY: &str = r#"
id = "meet"
version = 1
feature = "f"
[[step]]
id = "access"
kind = "many"
choices = ["wheelchair", "quiet", "free", "children", "languages"]
first = 3
[[step]]
id = "cost"
kind = "text"
max = 40
"#;

    fn chat(more: &str, known: Value) -> Chat {
        Chat::new(Flow::from_toml(&MANY.replacen("\"many\"", &format!("\"many\"\n{more}"), 1)).unwrap(), known).0
    }

    /// The same flow, with choices that a hook gives.
    fn hooked() -> Flow {
        let own = MANY.lines().find(|line| line.starts_with("choices")).unwrap();
        Flow::from_toml(&MANY.replace(own, "choices_from = \"days\"")).unwrap()
    }

    fn picked(chat: &Chat) -> Vec<String> {
        let rows = view(&chat.flow, &chat.state).rows;
        let labels = rows.iter().flatten().filter(|k| k.picked).map(|k| words(&k.label));
        labels.map(|l| l.trim_start_matches("meet-access-").to_owned()).collect()
    }

    #[test]
    fn each_tap_chooses_one_more_or_lets_one_go() {
        let mut chat = chat("", json!({}));
        let some = ["meet-access-wheelchair", "meet-access-quiet", "meet-access-free", "dialogue-all"];
        assert_eq!(
            chat.labels(),
            [&some[..], &["Stop"]].concat(),
            "nothing is chosen, so there is nothing to go on with"
        );
        let first = chat.data("meet-access-free");
        assert_eq!(chat.presses("meet-access-free"), Effect::Ask);
        assert_eq!(
            (picked(&chat), chat.labels()),
            (vec!["free".to_owned()], [&some[..], &["Klaar", "Stop"]].concat().iter().map(|l| l.to_string()).collect())
        );
        // A finger that taps twice does it once, and what was tapped before the screen was new counts.
        assert_eq!(chat.does(Input::Press(first)), Effect::Ignored);
        assert_eq!(picked(&chat), ["free"]);
        chat.presses("dialogue-all");
        chat.presses("meet-access-languages");
        chat.presses("meet-access-wheelchair");
        chat.presses("meet-access-free");
        assert_eq!(picked(&chat), ["wheelchair", "languages"]);
        let ready = chat.data("Klaar");
        assert_eq!(chat.presses("Klaar"), Effect::Ask);
        assert_eq!(chat.does(Input::Press(ready)), Effect::Outdated);
        assert_eq!(chat.state.answers["access"].value, json!(["wheelchair", "languages"]), "in the flow's order");
        chat.types("niets");
        let lines: Vec<_> = view(&chat.flow, &chat.state).lines.into_iter().map(|l| words(&l.answer)).collect();
        assert_eq!(lines, ["meet-access-wheelchair, meet-access-languages", "niets"]);
        // Changed, and given up half-way.
        chat.presses("Iets veranderen");
        chat.presses("meet-access-name");
        chat.presses("dialogue-all");
        assert_eq!((picked(&chat).len(), view(&chat.flow, &chat.state).now), (2, None));
        chat.presses("meet-access-quiet");
        chat.presses("‹ Terug");
        chat.presses("‹ Terug");
        let Effect::Finish(answers) = chat.presses("meet-confirm") else { panic!() };
        assert_eq!(answers["access"], json!(["wheelchair", "languages"]));
    }

    #[test]
    fn typed_words_choose_too() {
        for (typed, expected) in [
            ("wheel", Some(vec!["wheelchair"])),
            ("wheelchair en free", Some(vec!["wheelchair", "free"])),
            ("quiet, children and free", Some(vec!["quiet", "free", "children"])),
            ("1", Some(vec!["wheelchair"])),
            ("5 en 2", Some(vec!["quiet", "languages"])),
            ("wheelchair en een olifant", None),
            ("", None),
        ] {
            let mut chat = Chat::new(Flow::from_toml(&MANY.replace("meet-access-", "")).unwrap(), json!({})).0;
            // As the labels read, the way people see them.
            let labels = |label: &Label| words(label).trim_start_matches("meet-access-").to_owned();
            let effect = take(&chat.flow, &mut chat.state, Input::Text(typed.into()), Default::default(), &labels);
            match expected {
                Some(expected) => assert_eq!(
                    (effect, picked(&chat)),
                    (Effect::Ask, expected.iter().map(|e| e.to_string()).collect()),
                    "{typed:?}"
                ),
                None => assert_eq!(again(effect), "dialogue-want-several", "{typed:?}"),
            }
        }
        let mut chat = chat("", json!({}));
        chat.types("meet-access-quiet");
        assert_eq!(picked(&chat), ["quiet"]);
        chat.types("meet-access-quiet");
        assert_eq!(picked(&chat), [] as [&str; 0]);
        chat.types("2");
        assert_eq!(chat.types("klaar"), Effect::Ask);
        assert_eq!(chat.text(), "meet-cost");
    }

    #[test]
    fn none_is_an_answer_where_it_may_be_skipped() {
        let mut chat = chat("optional = true", json!({}));
        assert!(chat.labels().contains(&"Overslaan".to_owned()));
        chat.presses("meet-access-quiet");
        assert!(!chat.labels().contains(&"Overslaan".to_owned()), "with something chosen, [Klaar] goes on");
        chat.presses("meet-access-quiet");
        chat.presses("Overslaan");
        chat.types("niets");
        let Effect::Finish(answers) = chat.presses("meet-confirm") else { panic!() };
        assert!(!answers.contains_key("access"));
    }

    #[test]
    fn what_is_known_beforehand_is_put_in_order() {
        assert_eq!(
            chat("", json!({"access": ["free", "quiet"]})).state.answers["access"].value,
            json!(["quiet", "free"])
        );
        for wrong in [json!([]), json!(["free", "free"]), json!(["x"]), json!("free"), json!([1])] {
            assert_eq!(chat("", json!({"access": wrong})).text(), "meet-access");
        }
        let known = json!({"access": ["later", "2026-03-02"]});
        let chat = Chat::new(hooked(), known).0;
        assert_eq!(
            chat.state.answers["access"].label,
            Label::Several(vec![Label::words("Vandaag"), Label::words("Later")])
        );
    }

    #[test]
    fn one_choice_alone_is_asked_where_several_could_be() {
        let flow = hooked();
        let (mut state, _) = start(&flow, Default::default(), 1);
        assert_eq!(choices(&flow, &mut state, days().into_iter().take(1).collect()), Effect::Ask);
        assert_eq!(view(&flow, &state).text, "meet-access");
    }
}
