//! The buttons of this room. A button names a thing and an action; it grants nothing.

use crate::buttons;
use crate::model::{NeighbourhoodId, PersonId, ResponseId};

buttons! {
    /// A press.
    pub(super) TrustButton: super::NAME => {
        /// I am 16 or older after all.
        Adult = "adult",
        /// This person is 16 or older, says a moderator.
        AdultBy(n: NeighbourhoodId, person: PersonId) = "adultby",
        /// No contact any more with the other person of this response? Asks first.
        EndContact(response: ResponseId) = "apart",
        /// No contact any more with them.
        EndContactNow(response: ResponseId) = "apartnow",
        /// It stays as it is between them.
        KeepContact(response: ResponseId) = "stay",
        /// Contact again.
        Reconcile(other: PersonId) = "again",
        /// With whom I want no contact.
        NoContactList = "aparts",
        /// Stoep may ask me.
        Willing = "willing",
        /// Stoep may not ask me any more.
        Unwilling = "unwilling",
        /// I want to get to know the team.
        Acquaint = "acquaint",
        /// The helpers of a neighbourhood, this page.
        Helpers(n: NeighbourhoodId, page: u32) = "all",
        /// One of them.
        Helper(n: NeighbourhoodId, person: PersonId) = "one",
        /// We met today.
        Met(n: NeighbourhoodId, person: PersonId) = "met",
        /// I saw their VOG today.
        Vog(n: NeighbourhoodId, person: PersonId) = "vog",
        /// Met no more: asks whether that is meant.
        Unmeet(n: NeighbourhoodId, person: PersonId) = "unmeet",
        /// Met no more.
        Unmet(n: NeighbourhoodId, person: PersonId) = "unmet",
    }
}
