//! The dialogues a person has open, as they are kept: the one they are in on top, those they left for it below.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::dialogue::{Flow, State};

/// Every dialogue a person has open. Kept as JSON, sealed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Stack {
    /// The last one is the one they are in.
    pub open: Vec<Draft>,
    /// Is the big button that shares the own number in the place of their keyboard?
    pub sharing: bool,
}

/// One of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// Where they are in it.
    pub state: State,
    /// What was known when it began.
    pub known: Map<String, Value>,
    /// What was known when it was to begin once more: kept until they choose to begin anew, or this one is over.
    pub anew: Option<Map<String, Value>>,
    /// Did they do something in it yet?
    pub touched: bool,
    /// How often in a row they were not understood.
    #[serde(default)]
    pub misread: u32,
}

impl Stack {
    /// The dialogue they are in.
    pub fn top(&mut self) -> Option<&mut Draft> {
        self.open.last_mut()
    }

    /// Where the dialogue of this flow about the same thing stands. What it is about are the quiet steps' answers: known
    /// beforehand and never shown.
    pub fn about_the_same(&self, flow: &Flow, known: &Map<String, Value>) -> Option<usize> {
        let quiet = || flow.steps.iter().filter(|s| s.quiet);
        let same = |d: &Draft| d.state.flow == flow.id && quiet().all(|s| d.known.get(&s.id) == known.get(&s.id));
        self.open.iter().position(same)
    }

    /// Where the dialogue stands whose buttons carry this number.
    pub fn of_nonce(&self, nonce: u32) -> Option<usize> {
        self.open.iter().position(|d| d.state.nonce == nonce)
    }

    /// Puts one of them on top.
    pub fn raise(&mut self, at: usize) {
        if at < self.open.len() {
            let draft = self.open.remove(at);
            self.open.push(draft);
        }
    }

    /// A number for a new dialogue's buttons that no other one has, drawn from the event's seed.
    pub fn nonce(&self, seed: u64) -> u32 {
        let mut nonce = (seed ^ (seed >> 32)) as u32;
        while self.of_nonce(nonce).is_some() {
            nonce = nonce.wrapping_add(1);
        }
        nonce
    }
}

impl Draft {
    /// What somebody gave for a new beginning that this one did not begin with: their own words, most likely.
    pub fn waiting(&self) -> Option<Map<String, Value>> {
        self.anew.as_ref().filter(|anew| !holds(&self.known, anew)).cloned()
    }

    /// Returns true if nothing is lost when another one that begins with this takes its place.
    pub fn may_be_replaced_by(&self, known: &Map<String, Value>) -> bool {
        !self.touched && holds(known, &self.known)
    }
}

/// Returns true if every one of these answers is among those.
fn holds(those: &Map<String, Value>, these: &Map<String, Value>) -> bool {
    these.iter().all(|(step, value)| those.get(step) == Some(value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::dialogue::start;

    fn draft(nonce: u32, known: Value, anew: Option<Value>) -> Draft {
        let toml = "id = 'f'\nversion = 1\nfeature = 'f'\n[[step]]\nid = 'a'\nkind = 'text'";
        let (state, _) = start(&Flow::from_toml(toml).unwrap(), Map::new(), nonce);
        let map = |v: Value| v.as_object().unwrap().clone();
        Draft { state, known: map(known), anew: anew.map(map), touched: true, misread: 0 }
    }

    #[test]
    fn only_new_words_wait_for_the_end_of_a_dialogue() {
        for (known, anew, waits) in [
            (json!({}), None, false),
            (json!({}), Some(json!({})), false),
            (json!({"place": "1"}), Some(json!({"place": "1"})), false),
            (json!({"place": "1", "title": "x"}), Some(json!({"place": "1"})), false),
            (json!({"place": "1"}), Some(json!({"place": "1", "title": "x"})), true),
            (json!({"title": "x"}), Some(json!({"title": "y"})), true),
        ] {
            assert_eq!(draft(1, known.clone(), anew.clone()).waiting().is_some(), waits, "{known} {anew:?}");
        }
    }

    #[test]
    fn two_dialogues_never_share_a_number() {
        let stack = Stack { open: vec![draft(7, json!({}), None), draft(8, json!({}), None)], sharing: false };
        assert_eq!(stack.nonce(7), 9);
        assert_eq!(stack.nonce(6), 6);
    }

    #[test]
    fn dialogues_about_different_things_stand_beside_each_other() {
        let toml = "id = 'f'\nversion = 1\nfeature = 'f'\n[[step]]\nid = 'place'\nkind = 'text'\nquiet = true\n[[step]]\nid = 'a'\nkind = 'text'";
        let flow = Flow::from_toml(toml).unwrap();
        let stack = Stack { open: vec![draft(1, json!({"place": "1", "a": "x"}), None)], sharing: false };
        for (known, found) in [
            (json!({"place": "1"}), Some(0)),
            (json!({"place": "1", "a": "y"}), Some(0)),
            (json!({"place": "2", "a": "x"}), None),
            (json!({}), None),
        ] {
            assert_eq!(stack.about_the_same(&flow, known.as_object().unwrap()), found, "{known}");
        }
    }

    #[test]
    fn a_dialogue_is_replaced_only_where_nothing_typed_is_lost() {
        let untouched = Draft { touched: false, ..draft(1, json!({"a": "x"}), None) };
        let is = |draft: &Draft, known: Value| draft.may_be_replaced_by(known.as_object().unwrap());
        assert!(is(&untouched, json!({"a": "x"})));
        assert!(!is(&untouched, json!({"a": "y"})));
        assert!(!is(&untouched, json!({})));
        assert!(!is(&draft(1, json!({}), None), json!({"a": "x"})));
    }
}
