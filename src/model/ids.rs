//! Keys and moments. A key is ours; Telegram's ids stand in one column each and nowhere else.

use serde::{Deserialize, Serialize};

macro_rules! key {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                Self(value)
            }
        }
    )*};
}

key! {
    /// A person who did something with Stoep.
    PersonId
    /// A chat: a group, or somebody's private chat. Survives a group's upgrade.
    ChatId
    /// A neighbourhood.
    NeighbourhoodId
    /// A help request.
    RequestId
    /// A neighbour's response to a request.
    ResponseId
    /// An activity: one date, where it comes back.
    ActivityId
    /// An activity that comes back.
    SeriesId
    /// A place on a neighbourhood's list.
    VenueId
    /// A row of the outbox.
    OutboxId
    /// A card's slot in one chat.
    SlotId
}

/// A moment in time: whole seconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// This moment and so many seconds.
    pub fn plus(self, seconds: i64) -> Moment {
        Moment(self.0.saturating_add(seconds))
    }

    /// This moment and so many times 24 hours.
    pub fn plus_days(self, days: i64) -> Moment {
        self.plus(days * 86_400)
    }

    /// Seconds from `earlier` to this moment; negative where `earlier` is later.
    pub fn since(self, earlier: Moment) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl From<i64> for Moment {
    fn from(value: i64) -> Self {
        Self(value)
    }
}
