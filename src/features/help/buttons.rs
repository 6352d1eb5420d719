//! The codes of this room's buttons and jobs.

use crate::model::{NeighbourhoodId, PersonId};
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
        /// Speak to a human, in distress.
        Haste = "haste",
        /// In distress, to the whole team (0) or one person of it.
        HasteTo(n: NeighbourhoodId, whom: PersonId) = "hto",
        /// The same, under the own @username.
        HasteCall(n: NeighbourhoodId, whom: PersonId) = "hcall",
        /// The same, reachable in another way.
        HasteOtherwise(n: NeighbourhoodId, whom: PersonId) = "hother",
        /// The numbers, to ring oneself.
        CallMyself(n: NeighbourhoodId) = "self",
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
