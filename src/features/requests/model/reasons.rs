//! Why a request is on the worklist. The words stand in the database.

use crate::turn::Reason;

/// Nobody answered.
pub const UNANSWERED: Reason = Reason::plain("unanswered");

/// It is for the team alone.
pub const TEAM: Reason = Reason::plain("team");

/// Its time passed, or its asker said nothing.
pub const LAPSED: Reason = Reason::plain("lapsed");

/// A moderator took it over, and helps on.
pub const TAKEN_OVER: Reason = Reason { for_moderators: true, ..Reason::plain("taken_over") };

/// Afterwards both sides said different things.
pub const DISAGREEMENT: Reason = Reason { sticky: true, about_people: true, ..Reason::plain("disagreement") };

/// Afterwards nobody said anything.
pub const SILENCE: Reason = Reason { about_people: true, ..Reason::plain("silence") };

/// Somebody said that it was not pleasant.
pub const UNPLEASANT: Reason =
    Reason { sticky: true, lasting: true, about_people: true, ..Reason::plain("unpleasant") };

/// Somebody asks for another, who does not know of it.
pub const UNAWARE: Reason = Reason { lasting: true, ..Reason::plain("unaware") };

/// All of them.
pub const ALL: &[Reason] = &[UNANSWERED, TEAM, LAPSED, TAKEN_OVER, DISAGREEMENT, SILENCE, UNPLEASANT, UNAWARE];
