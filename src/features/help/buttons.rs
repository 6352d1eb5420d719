//! The codes of this room's buttons and jobs.

use crate::model::NeighbourhoodId;
use crate::{buttons, jobs};

buttons! {
    /// A press.
    pub(super) HelpButton: super::NAME => {
        /// Speak to a human.
        Human = "human",
        /// Ask the team of this neighbourhood, under the own @username.
        Call(n: NeighbourhoodId) = "call",
        /// Ask the team of this neighbourhood, reachable in another way.
        Otherwise(n: NeighbourhoodId) = "other",
        /// Don't ask.
        Never = "no",
        /// A member of the team takes this call.
        Take(call: i64) = "take",
        /// Its assignee is done with this call.
        Done(call: i64) = "done",
    }
}

jobs! {
    /// A job of a call.
    pub(super) Job: super::NAME => {
        /// Did anybody take it?
        Wait = "wait",
        /// Forget it.
        Drop = "drop",
    }
}
