//! The buttons of this room, and what they carry.

use crate::model::{NeighbourhoodId, PersonId, Standing};
use crate::{buttons, code_words};

/// What a moderator decides about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Not writing for a week.
    Mute,
    /// Not helping, until somebody changes it.
    NoHelp,
    /// Out for four weeks.
    Out,
    /// Out for good, which takes two.
    OutForGood,
}

code_words!(Act { Act::Mute => "m", Act::NoHelp => "h", Act::Out => "o", Act::OutForGood => "g" });

impl Act {
    /// Its word in text ids and in what is written down.
    pub(super) fn word(self) -> &'static str {
        match self {
            Act::Mute => "mute",
            Act::NoHelp => "no-help",
            Act::Out => "out",
            Act::OutForGood => "out-for-good",
        }
    }

    /// How the person stands by it.
    pub(super) fn standing(self) -> Standing {
        match self {
            Act::Mute => Standing::Muted,
            Act::NoHelp => Standing::NoHelp,
            Act::Out | Act::OutForGood => Standing::Out,
        }
    }

    /// For how many days; `None`: until somebody changes it.
    pub(super) fn days(self) -> Option<i64> {
        match self {
            Act::Mute => Some(7),
            Act::Out => Some(28),
            Act::NoHelp | Act::OutForGood => None,
        }
    }
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Unkind or rude.
    Unkind,
    /// Others are not safe with them.
    Unsafe,
    /// Fraud or advertising.
    Fraud,
    /// Did not do what was agreed, again and again.
    Agreements,
}

code_words!(Why { Why::Unkind => "1", Why::Unsafe => "2", Why::Fraud => "3", Why::Agreements => "4" });

impl Why {
    /// All, in the order in which they are offered.
    pub(super) const ALL: [Why; 4] = [Why::Unkind, Why::Unsafe, Why::Fraud, Why::Agreements];

    /// Its word in text ids and in the database.
    pub(super) fn word(self) -> &'static str {
        match self {
            Why::Unkind => "unkind",
            Why::Unsafe => "unsafe",
            Why::Fraud => "fraud",
            Why::Agreements => "agreements",
        }
    }

    /// The reason of a word.
    pub(super) fn from_word(word: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|w| w.word() == word)
    }
}

code_words!(Standing { Standing::Left => "l", Standing::Asked => "a", Standing::Out => "o", Standing::NoHelp => "h", Standing::Muted => "m" });

buttons! {
    /// A press.
    pub(super) ModerationButton: super::NAME => {
        /// The neighbours, this page.
        List(n: NeighbourhoodId, page: u32) = "all",
        /// One of them.
        Person(n: NeighbourhoodId, person: PersonId) = "one",
        /// Out: for how long?
        PutOut(n: NeighbourhoodId, person: PersonId) = "out",
        /// Why?
        Why(n: NeighbourhoodId, person: PersonId, act: Act) = "why",
        /// Is that meant?
        Sure(n: NeighbourhoodId, person: PersonId, act: Act, reason: Why) = "sure",
        /// Do it; for good: ask a second moderator.
        Do(n: NeighbourhoodId, person: PersonId, act: Act, reason: Why) = "do",
        /// Not so any more.
        Undo(n: NeighbourhoodId, person: PersonId, standing: Standing) = "undo",
        /// A second moderator agrees: out for good.
        Second(n: NeighbourhoodId, person: PersonId) = "second",
        /// A second moderator does not.
        SecondNot(n: NeighbourhoodId, person: PersonId) = "secondno",
    }
}
