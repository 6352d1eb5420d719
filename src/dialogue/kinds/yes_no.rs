//! Yes or no.

use serde_json::{Value, json};

use super::{Profile, StepKind};
use crate::dialogue::answer::{Choice, Label};
use crate::dialogue::flow::{Flow, Step};

/// The kind `yes-no`.
pub(super) struct YesNo;

impl StepKind for YesNo {
    fn profile(&self) -> Profile {
        Profile { per_row: 2, no_hook: Some("yes and no are the choices of this step"), ..Profile::USUAL }
    }

    fn is_open(&self, _: &Step) -> bool {
        false
    }

    fn accepts(&self, _: &Step, value: &Value) -> bool {
        value.is_boolean()
    }

    fn samples(&self, _: &Step, _: Vec<Value>) -> Vec<Value> {
        vec![json!(true), json!(false)]
    }

    fn choices(&self, _: &Flow, _: &Step) -> Vec<Choice> {
        vec![Choice::new(true, Label::id("dialogue-yes")), Choice::new(false, Label::id("dialogue-no"))]
    }
}
