//! The codes of this room's buttons and jobs. Keys without a type of their own name a conversation.

use crate::model::NeighbourhoodId;
use crate::{buttons, jobs};

buttons! {
    /// A press.
    pub(super) RelayButton: super::NAME => {
        /// Ask the team of this neighbourhood something.
        Ask(n: NeighbourhoodId) = "ask",
        /// Say something in it.
        Answer(id: i64) = "say",
        /// End it: asks first.
        Finish(id: i64) = "end",
        /// End it: sure.
        FinishNow(id: i64) = "endnow",
        /// Say that it is not all right: asks first.
        Object(id: i64) = "bad",
        /// Say that it is not all right.
        ObjectNow(id: i64) = "badnow",
        /// Don't say that.
        Never = "no",
        /// Read it as somebody of the team who was not in it.
        Open(id: i64) = "open",
        /// Read what was said to a colleague before, as who answers in it now.
        Earlier(id: i64) = "past",
        /// The team has looked at it.
        Settle(id: i64) = "seen",
    }
}

jobs! {
    /// A job of a conversation.
    pub(super) Job: super::NAME => {
        /// Did anybody answer?
        Wait = "wait",
        /// Nothing was said for a while.
        Quiet = "quiet",
        /// Forget it.
        Drop = "drop",
    }
}
