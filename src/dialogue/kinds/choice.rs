//! One of several.

use serde_json::Value;

use super::{Profile, StepKind};
use crate::dialogue::flow::{BUTTONS_AT_MOST, Step};

/// The kind `choice`.
pub(super) struct Choice;

impl StepKind for Choice {
    fn profile(&self) -> Profile {
        Profile::USUAL
    }

    fn mistakes(&self, step: &Step) -> Vec<String> {
        match step.choices_from {
            None if !(2..=BUTTONS_AT_MOST).contains(&step.choices.len()) => {
                vec![format!("there are `choices`, 2 to {BUTTONS_AT_MOST}, or `choices_from`")]
            }
            _ => both(step),
        }
    }

    fn is_open(&self, _: &Step) -> bool {
        false
    }

    /// What a hook gives is not known here.
    fn accepts(&self, step: &Step, value: &Value) -> bool {
        step.choices_from.is_some() || value.as_str().is_some_and(|v| step.names(v))
    }
}

/// What is wrong where choices come from the flow and from a hook too.
pub(super) fn both(step: &Step) -> Vec<String> {
    let both = step.choices_from.is_some() && !step.choices.is_empty();
    both.then(|| "a step has `choices` or `choices_from`, not both".to_owned()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::dialogue::tests::*;
    use crate::model::Moment;

    #[test]
    fn one_choice_alone_is_not_asked_and_can_not_be_changed() {
        let flow = flow();
        for known in
            [json!({"category": "job", "title": "Lamp"}), json!({"category": "job", "title": "Lamp", "when": "never"})]
        {
            let (mut state, _) = start(&flow, object(known), 1);
            let one = days().into_iter().take(1).collect();
            assert_eq!(choices(&flow, &mut state, one), Effect::Ask);
            assert_eq!((&state.at, &state.answers["when"].value), (&Place::Summary, &json!("2026-03-02")));
            assert!(view(&flow, &state).lines.iter().any(|l| l.name == "request-when-name"));
            take(&flow, &mut state, Input::Text("Iets veranderen".into()), Moment(0), &words);
            assert_eq!(state.at, Place::Change);
            let labels: Vec<_> = view(&flow, &state).rows.into_iter().flatten().map(|k| words(&k.label)).collect();
            assert_eq!(labels, ["request-category-name", "Wat", "‹ Terug", "Stop"]);
        }
    }
}
