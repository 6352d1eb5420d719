//! The codes of the worklist's buttons and jobs.

use crate::model::NeighbourhoodId;
use crate::{buttons, jobs};

buttons! {
    /// A press.
    pub(super) WorklistButton: super::NAME => {
        /// This page of a neighbourhood's list.
        List(n: NeighbourhoodId, page: u32) = "list",
        /// An entry, with the way back to this page.
        Item(entry: i64, page: u32) = "item",
        /// Take an entry up.
        Claim(entry: i64) = "claim",
        /// Give an entry back.
        GiveBack(entry: i64) = "give",
        /// Take an entry over from its assignee: asks first.
        Want(entry: i64) = "want",
        /// Take an entry over from its assignee.
        TakeFrom(entry: i64) = "from",
    }
}

jobs! {
    /// A job.
    pub(super) Job: super::NAME => {
        /// Of a neighbourhood: its team hears of what is new.
        Tell = "tell",
        /// Of an entry: does it still wait for somebody?
        Wait = "wait",
        /// Of an entry: its assignee let it lie.
        Back = "back",
        /// Of an entry for moderators: its assignee is asked about it.
        Week = "week",
    }
}
