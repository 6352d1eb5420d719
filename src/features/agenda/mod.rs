//! The neighbourhood's agenda: `/agenda` shows what is to come, calendars take it over, and on Monday morning the group may
//! have one message with the week.

use async_trait::async_trait;

use super::Feature;
use crate::model::{ActivityId, Button, Language};

const NAME: &str = "agd";

/// The feature.
pub struct Agenda;

#[async_trait]
impl Feature for Agenda {
    fn name(&self) -> &'static str {
        NAME
    }
}

/// The button [Zet in mijn agenda] of an activity.
pub fn calendar_button(_language: Language, _id: ActivityId) -> Option<Button> {
    None
}
