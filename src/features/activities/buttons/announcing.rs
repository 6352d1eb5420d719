//! What the buttons of announcing carry: a draft and an action, never a right.

use std::fmt;

use crate::features::activities::model::{Concern, NAME};

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncingTap {
    /// Begin to announce something.
    New,
    /// Post this draft, as it was shown: in its first reading, or in the other.
    Place(i64, bool),
    /// Show the draft in this reading: the first, or the other.
    Read(i64, bool),
    /// Change this draft, in private.
    Adjust(i64),
    /// Throw this draft away.
    Drop(i64),
    /// Go on all the same.
    Agree(i64, Concern),
    /// Choose another place.
    OtherPlace(i64),
    /// Choose another time.
    OtherTime(i64),
    /// On the last day of the month.
    LastDay(i64),
}

impl fmt::Display for AnnouncingTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnnouncingTap::New => f.write_str("new"),
            AnnouncingTap::Place(id, other) => write!(f, "place:{id}:{}", u8::from(*other)),
            AnnouncingTap::Read(id, other) => write!(f, "read:{id}:{}", u8::from(*other)),
            AnnouncingTap::Adjust(id) => write!(f, "adjust:{id}"),
            AnnouncingTap::Drop(id) => write!(f, "drop:{id}"),
            AnnouncingTap::Agree(id, concern) => write!(f, "yes:{id}:{}", concern.word()),
            AnnouncingTap::OtherPlace(id) => write!(f, "where:{id}"),
            AnnouncingTap::OtherTime(id) => write!(f, "when:{id}"),
            AnnouncingTap::LastDay(id) => write!(f, "last:{id}"),
        }
    }
}

impl AnnouncingTap {
    /// Reads what a button carried, without what leads here.
    pub fn read(data: &str) -> Option<AnnouncingTap> {
        let mut parts = data.split(':');
        let (word, id, more) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        if word == "new" && id.is_none() {
            return Some(AnnouncingTap::New);
        }
        let id: i64 = id?.parse().ok()?;
        let other = match more {
            Some("0") => Some(false),
            Some("1") => Some(true),
            _ => None,
        };
        match (word, more) {
            ("place", _) => Some(AnnouncingTap::Place(id, other?)),
            ("read", _) => Some(AnnouncingTap::Read(id, other?)),
            ("yes", Some(concern)) => Some(AnnouncingTap::Agree(id, Concern::from_word(concern)?)),
            ("adjust", None) => Some(AnnouncingTap::Adjust(id)),
            ("drop", None) => Some(AnnouncingTap::Drop(id)),
            ("where", None) => Some(AnnouncingTap::OtherPlace(id)),
            ("when", None) => Some(AnnouncingTap::OtherTime(id)),
            ("last", None) => Some(AnnouncingTap::LastDay(id)),
            _ => None,
        }
    }

    /// Does it stand in groups? All others stand in private chats alone.
    pub fn in_groups(self) -> bool {
        matches!(
            self,
            AnnouncingTap::New
                | AnnouncingTap::Place(..)
                | AnnouncingTap::Read(..)
                | AnnouncingTap::Adjust(_)
                | AnnouncingTap::Drop(_)
        )
    }

    /// The callback data.
    pub fn data(self) -> String {
        format!("{NAME}:a:{self}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(id in any::<i64>()) {
            let mut all = vec![
                AnnouncingTap::New, AnnouncingTap::Place(id, true), AnnouncingTap::Place(id, false), AnnouncingTap::Read(id, true), AnnouncingTap::Read(id, false),
                AnnouncingTap::Adjust(id), AnnouncingTap::Drop(id), AnnouncingTap::OtherPlace(id), AnnouncingTap::OtherTime(id), AnnouncingTap::LastDay(id),
            ];
            all.extend(Concern::ALL.map(|c| AnnouncingTap::Agree(id, c)));
            for tap in all {
                prop_assert!(tap.data().len() <= 64);
                prop_assert_eq!(AnnouncingTap::read(&tap.to_string()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in any::<String>()) {
            if let Some(tap) = AnnouncingTap::read(&data) {
                prop_assert_eq!(AnnouncingTap::read(&tap.to_string()), Some(tap));
            }
        }
    }
}
