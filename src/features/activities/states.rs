//! What stands in the database about an activity in words of its own, and what an activity is made of. Pure.

use serde::{Deserialize, Serialize};

use crate::model::PlaceId;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $word:literal)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$item_doc])* $item,)*
        }

        impl $name {
            /// The word in the database and, with `-` for `_`, in text ids.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$item => $word,)*
                }
            }

            /// The one of a word.
            pub fn of_word(word: &str) -> Option<$name> {
                [$($name::$item),*].into_iter().find(|s| s.word() == word)
            }
        }
    };
}

words! {
    /// Where an activity stands.
    State {
        /// It is to come, or going on.
        Planned = "planned"
        /// It does not happen.
        Cancelled = "cancelled"
        /// Its time has passed.
        Held = "held"
    }
}

words! {
    /// What somebody said about an activity.
    RsvpState {
        /// They come: their place is theirs.
        Going = "going"
        /// They wait for a place.
        Waiting = "waiting"
        /// They don't come.
        NotGoing = "not_going"
    }
}

words! {
    /// How far somebody is who would rather not come alone.
    SearchState {
        /// Stoep looks for somebody.
        Looking = "looking"
        /// They go with somebody, and know whom.
        Met = "met"
        /// It is over, whatever came of it.
        Ended = "ended"
    }
}

words! {
    /// What became of a question to go with somebody.
    AskState {
        /// No answer yet.
        Asked = "asked"
        /// They would like to; the seeker has not heard it.
        Willing = "willing"
        /// They would like to, and the seeker was asked.
        Offered = "offered"
        /// They would rather not.
        Declined = "declined"
        /// Both said yes.
        Chosen = "chosen"
        /// It went on without them.
        Over = "over"
    }
}

/// For whom an activity is easy to reach. Whether it is free is said by its cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Access {
    /// With a wheelchair.
    pub wheelchair: bool,
    /// Quiet: for who can't bear noise and crowds.
    pub quiet: bool,
    /// Children may come along.
    pub children: bool,
    /// Other languages that are spoken, in words.
    pub languages: Option<String>,
    /// No registration needed.
    pub walk_in: bool,
}

/// What an activity is, apart from when: what a new date of a series is made of, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct What {
    /// Id of its kind.
    pub kind: String,
    /// In one line.
    pub title: String,
    /// All else.
    pub details: Option<String>,
    /// Where, on the neighbourhood's list; none: in own words.
    pub place_id: Option<PlaceId>,
    /// Where, as people read it.
    pub place: String,
    /// How many people fit, 1 to 999; none: as many as come.
    pub capacity: Option<i64>,
    /// What it costs, in words; none: it is free.
    pub cost: Option<String>,
    /// For whom it is easy to reach.
    pub access: Access,
}
