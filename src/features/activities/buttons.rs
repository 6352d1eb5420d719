//! What the buttons of activities carry, by the part of the feature that answers them. A button names a thing and an action; it
//! grants nothing. Pure.

use super::model::{Concern, NAME};
use crate::model::{ActivityId, PersonId};
use crate::{buttons, code_words};

code_words!(Concern {
    Concern::Safety => "safety",
    Concern::Months => "months",
    Concern::Clash => "clash",
    Concern::Holiday => "holiday",
});

buttons! {
    /// All buttons of the feature.
    pub ActivityButton: NAME => {
        /// Answered by `announcing`.
        Announcing(tap: AnnouncingButton) = "a",
        /// Answered by `attendance`.
        Attendance(tap: AttendanceButton) = "c",
        /// Answered by `hosting`.
        Hosting(tap: HostingButton) = "h",
        /// Answered by `recurring`.
        Recurring(tap: RecurringButton) = "r",
        /// Answered by `going_together`.
        Together(tap: TogetherButton) = "w",
    }
}

buttons! {
    /// The buttons of a draft: a draft and an action.
    pub AnnouncingButton => {
        /// Begin to announce something.
        New = "new" in group,
        /// Post this draft, as it was shown: in its first reading, or in the other.
        Post(draft: i64, other: bool) = "place" in group,
        /// Show the draft in this reading: the first, or the other.
        ShowReading(draft: i64, other: bool) = "read" in group,
        /// Change this draft, in private.
        Adjust(draft: i64) = "adjust" in group,
        /// Throw this draft away.
        Drop(draft: i64) = "drop" in group,
        /// Go on all the same.
        Agree(draft: i64, concern: Concern) = "yes",
        /// Choose another place.
        OtherVenue(draft: i64) = "where",
        /// Choose another time.
        OtherTime(draft: i64) = "when",
        /// On the last day of the month.
        LastDay(draft: i64) = "last",
    }
}

buttons! {
    /// The buttons under a card and under its message in private.
    pub AttendanceButton => {
        /// I come.
        Come(id: ActivityId) = "kom" in group,
        /// I bring somebody.
        Bring(id: ActivityId) = "met" in group,
        /// I can't.
        Cannot(id: ActivityId) = "niet" in group,
        /// Show all about it, in private.
        More(id: ActivityId) = "meer" in group,
        /// I bring so many.
        Guests(id: ActivityId, n: u32) = "gast",
        /// All that I go to and organise, this page.
        Mine(page: u32) = "mijn",
    }
}

buttons! {
    /// The buttons of an organiser.
    pub HostingButton => {
        /// Look after this activity.
        Manage(id: ActivityId) = "beheer",
        /// More that can be done with it.
        More(id: ActivityId) = "meer",
        /// This page of who comes and who waits.
        Who(id: ActivityId, page: u32) = "wie",
        /// Write to everybody who comes.
        Write(id: ActivityId) = "bericht",
        /// Change something.
        Change(id: ActivityId) = "anders",
        /// Yes, make this change.
        MakeChange(key: i64) = "ja",
        /// Yes, and for all dates of the series that are to come.
        MakeChangeForAll(key: i64) = "alle",
        /// Drop this change.
        DropChange(key: i64) = "nee",
        /// It does not go on.
        Cancel(id: ActivityId) = "niet",
        /// How many came?
        Count(id: ActivityId) = "hoeveel",
        /// So many came.
        Came(id: ActivityId, n: i64) = "kwamen",
        /// I don't know how many came.
        CountUnknown(id: ActivityId) = "geenidee",
        /// The same again.
        Copy(id: ActivityId) = "nogeens",
        /// Somebody else organises it: this page of who.
        Hand(id: ActivityId, page: u32) = "over",
        /// This person: sure?
        HandTo(id: ActivityId, person: PersonId) = "aan",
        /// Yes, ask this person.
        Ask(id: ActivityId, person: PersonId) = "vraag",
        /// Yes, ask this person for all dates of the series.
        AskAll(id: ActivityId, person: PersonId) = "reeks",
        /// I take on what was offered.
        Accept(key: i64) = "graag",
        /// Rather not.
        Refuse(key: i64) = "liever",
        /// Somebody of the team organises what nobody does any more.
        Adopt(id: ActivityId) = "ikdoe",
    }
}

buttons! {
    /// The buttons about a series, which is named by one of its dates.
    pub RecurringButton => {
        /// This date goes on.
        Yes(id: ActivityId) = "ja",
        /// This date does not: sure, where somebody comes?
        No(id: ActivityId) = "nee",
        /// Sure: this date does not go on.
        NoSure(id: ActivityId) = "zeker",
        /// The question about this date.
        Question(id: ActivityId) = "vraag",
        /// This page of all dates.
        Dates(id: ActivityId, page: u32) = "alle",
        /// The series ends: sure?
        Stop(id: ActivityId) = "stop",
        /// Sure: the series ends.
        StopSure(id: ActivityId) = "einde",
        /// I go on with this series after all.
        GoOn(id: ActivityId) = "verder",
        /// Somebody of the team organises what its organiser says nothing about.
        TakeUp(id: ActivityId) = "ikdoe",
    }
}

buttons! {
    /// The buttons about going together: an activity, a search or a question to somebody.
    pub TogetherButton => {
        /// I would rather not come alone.
        Alone(id: ActivityId) = "alone",
        /// Look for somebody.
        Look(id: ActivityId) = "look",
        /// Look no further.
        Stop(key: i64) = "stop",
        /// With whom do I go?
        Who(key: i64) = "who",
        /// Who was asked: yes.
        Willing(key: i64) = "yes",
        /// Who was asked: rather not.
        Decline(key: i64) = "no",
        /// Who looks: yes, with this one.
        Choose(key: i64) = "take",
        /// Who looks: rather not.
        Refuse(key: i64) = "pass",
        /// Tell the organiser that I come alone.
        Host(key: i64) = "host",
        /// The organiser who was asked: yes, I look out for them.
        HostYes(key: i64) = "hostyes",
        /// The organiser who was asked: I can't.
        HostNo(key: i64) = "hostno",
        /// I say how I can be reached.
        Reach(key: i64) = "reach",
        /// No contact any more with whom I went? Asks first.
        EndContact(key: i64) = "apart",
        /// No contact any more with them.
        EndContactNow(key: i64) = "apartnow",
        /// It stays as it is between us.
        KeepContact(key: i64) = "stay",
    }
}

macro_rules! part_of_all {
    ($($group:ident => $variant:ident),+) => {$(
        impl From<$group> for ActivityButton {
            fn from(tap: $group) -> ActivityButton {
                ActivityButton::$variant(tap)
            }
        }

        impl $group {
            /// The callback data.
            pub fn data(self) -> String {
                ActivityButton::from(self).data()
            }
        }
    )+};
}

part_of_all!(
    AnnouncingButton => Announcing,
    AttendanceButton => Attendance,
    HostingButton => Hosting,
    RecurringButton => Recurring,
    TogetherButton => Together
);
