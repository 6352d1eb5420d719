//! How many: one of the buttons, or typed as '3' or 'drie'.

use serde_json::{Value, json};

use super::{Profile, StepKind, Taken, Typed};
use crate::dialogue::answer::{Answer, Choice, Label, Say};
use crate::dialogue::flow::{Flow, Step};
use crate::dialogue::state::State;
use crate::dialogue::words::fold;

/// The largest number that any flow may ask for.
const LARGEST: usize = 9999;

/// The largest number that a step takes where the flow sets no limit.
const LARGEST_USUALLY: usize = 99;

/// Numbers as words, from nought, in Dutch and in English.
const NUMBERS: [&str; 2] = [
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien \
     achttien negentien twintig",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
     eighteen nineteen twenty",
];

/// The kind `number`.
pub(super) struct Number;

impl StepKind for Number {
    fn profile(&self) -> Profile {
        Profile { max_at_most: Some(LARGEST), per_row: 4, names_choices: false, ..Profile::USUAL }
    }

    fn mistakes(&self, step: &Step) -> Vec<String> {
        let (min, max) = range(step);
        let fits = |c: &String| c.parse().is_ok_and(|n: usize| (min..=max).contains(&n) && n.to_string() == *c);
        let mut found = Vec::new();
        if min > max {
            found.push(format!("`min` is {min}, more than `max`"));
        }
        if !step.choices.iter().all(fits) {
            found.push(format!("its `choices` are numbers from {min} to {max}"));
        }
        if step.choices_from.is_some() {
            found.push("a number has `choices` of its own".to_owned());
        }
        found
    }

    fn accepts(&self, step: &Step, value: &Value) -> bool {
        let (min, max) = range(step);
        value.as_u64().and_then(|n| usize::try_from(n).ok()).is_some_and(|n| (min..=max).contains(&n))
    }

    fn samples(&self, step: &Step, _: Vec<Value>) -> Vec<Value> {
        let (min, max) = range(step);
        vec![json!(min), json!(max)]
    }

    fn choices(&self, _: &Flow, step: &Step) -> Vec<Choice> {
        let number = |c: &String| Some(Choice::new(c.parse::<i64>().ok()?, Label::words(c)));
        step.choices.iter().filter_map(number).collect()
    }

    fn label(&self, value: &Value) -> Option<Label> {
        value.as_i64().map(|n| Label::Words(n.to_string()))
    }

    fn typed(&self, step: &Step, _: &mut State, typed: &Typed) -> Taken {
        let number = number(typed.text).map(Value::from).filter(|n| self.accepts(step, n));
        number.map_or(Taken::Nothing, |value| {
            let label = Label::Words(value.to_string());
            Taken::Answer(Answer { value, label })
        })
    }

    fn not_understood(&self, step: &Step, sent: &str) -> Say {
        let (min, max) = range(step);
        Say::id("dialogue-want-number").word("sent", sent).number("min", min).number("max", max)
    }
}

/// The smallest and the largest number that the step takes.
fn range(step: &Step) -> (usize, usize) {
    (step.min.unwrap_or(1), step.max.unwrap_or(LARGEST_USUALLY))
}

/// The number that is meant: '3', 'drie', '3 keer'. `None` if there is none, or more than one, or not a whole one.
fn number(typed: &str) -> Option<i64> {
    let trimmed = typed.trim();
    if trimmed.starts_with('-') {
        return None;
    }
    let folded = fold(trimmed);
    let alone = !folded.contains(' ');
    let read = |word: &str| -> Option<i64> {
        // 'Een paar' names no number.
        if !alone && matches!(word, "een" | "one") {
            return None;
        }
        let in_words = NUMBERS.iter().find_map(|n| n.split_whitespace().position(|w| w == word));
        in_words.and_then(|n| i64::try_from(n).ok()).or_else(|| word.parse().ok())
    };
    let mut found = folded.split(' ').filter_map(read);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::number;
    use crate::dialogue::tests::*;

    #[test]
    fn numbers() {
        for (typed, expected) in [
            ("3", Some(3)),
            (" drie ", Some(3)),
            ("Drie!", Some(3)),
            ("een", Some(1)),
            ("één", Some(1)),
            ("een paar", None),
            ("3 keer", Some(3)),
            ("six times", Some(6)),
            ("0", Some(0)),
            ("500", Some(500)),
            ("-3", None),
            ("2,5", None),
            ("2 of 3", None),
            ("99999999999999999999", None),
            ("veel", None),
            ("", None),
        ] {
            assert_eq!(number(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_number_is_pressed_or_typed_within_its_bounds() {
        let toml = "id = 'f'\nversion = 1\nfeature = 'f'\n[[step]]\nid = 'n'\nkind = 'number'\nmin = 2\nmax = 20\nchoices = ['2', '3']";
        for (typed, expected) in [
            ("2", Some(2)),
            ("3", Some(3)),
            ("twintig", Some(20)),
            ("1", None),
            ("21", None),
            ("500", None),
            ("veel", None),
            ("", None),
        ] {
            let (mut chat, _) = Chat::new(Flow::from_toml(toml).unwrap(), json!({}));
            assert_eq!(chat.labels(), ["2", "3", "Stop"]);
            let effect = chat.types(typed);
            assert_eq!(chat.state.answers.get("n").and_then(|a| a.value.as_i64()), expected, "{typed:?}");
            if expected.is_none() {
                let Effect::Again(Say::Text(id, args)) = effect else { panic!("{effect:?}") };
                assert_eq!((id.as_str(), args.len()), ("dialogue-want-number", 3));
            }
        }
    }
}
