//! Names that requests and activities still use. Goes once they declare their own reasons.

use crate::turn::Reason;

pub use super::{
    assign as give, assignee as holder, claim_for as work_on, contains as lists, release_all as left,
    resolve as settle, resolve_unless_sticky as calm,
};
pub use crate::turn::{Reason as Kind, WorkItem as Work};

#[allow(non_upper_case_globals, reason = "until each feature has its own")]
impl Reason {
    /// Nobody answered a request.
    pub const Unanswered: Reason = Reason::plain("unanswered");
    /// A request for the team alone.
    pub const Team: Reason = Reason::plain("team");
    /// A request whose time passed, or whose asker said nothing.
    pub const Lapsed: Reason = Reason::plain("lapsed");
    /// A moderator took it over, and helps on.
    pub const TakenOver: Reason = Reason { for_moderators: true, ..Reason::plain("taken_over") };
    /// Afterwards both sides said different things.
    pub const Disagreement: Reason = Reason { sticky: true, about_people: true, ..Reason::plain("disagreement") };
    /// Afterwards nobody said anything.
    pub const Silence: Reason = Reason { about_people: true, ..Reason::plain("silence") };
    /// Somebody said that it was not pleasant.
    pub const Unpleasant: Reason =
        Reason { sticky: true, lasting: true, about_people: true, ..Reason::plain("unpleasant") };
    /// Somebody asks for another, who does not know of it.
    pub const Unaware: Reason = Reason { lasting: true, ..Reason::plain("unaware") };
    /// An activity comes back, and its organiser says nothing any more.
    pub const Ghost: Reason = Reason::plain("ghost");
    /// An activity whose organiser is gone.
    pub const Orphan: Reason = Reason::plain("orphan");
}
