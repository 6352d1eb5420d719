//! What decides about activities and who comes, in one place for whoever tests it or draws it.

pub use super::attendance::rules::{Answer, Outcome, Wish, decide};
pub use super::model::{ActivityChange, RsvpState, State};
