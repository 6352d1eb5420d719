//! What the buttons of announcing carry: a draft and an action, never a right.

use std::fmt;

use super::concerns::Concern;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
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

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::New => f.write_str("new"),
            Tap::Place(id, other) => write!(f, "place:{id}:{}", u8::from(*other)),
            Tap::Read(id, other) => write!(f, "read:{id}:{}", u8::from(*other)),
            Tap::Adjust(id) => write!(f, "adjust:{id}"),
            Tap::Drop(id) => write!(f, "drop:{id}"),
            Tap::Agree(id, concern) => write!(f, "yes:{id}:{}", concern.word()),
            Tap::OtherPlace(id) => write!(f, "where:{id}"),
            Tap::OtherTime(id) => write!(f, "when:{id}"),
            Tap::LastDay(id) => write!(f, "last:{id}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried, without what leads here.
    pub fn read(data: &str) -> Option<Tap> {
        let mut parts = data.split(':');
        let (word, id, more) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        if word == "new" && id.is_none() {
            return Some(Tap::New);
        }
        let id: i64 = id?.parse().ok()?;
        let other = match more {
            Some("0") => Some(false),
            Some("1") => Some(true),
            _ => None,
        };
        match (word, more) {
            ("place", _) => Some(Tap::Place(id, other?)),
            ("read", _) => Some(Tap::Read(id, other?)),
            ("yes", Some(concern)) => Some(Tap::Agree(id, Concern::of_word(concern)?)),
            ("adjust", None) => Some(Tap::Adjust(id)),
            ("drop", None) => Some(Tap::Drop(id)),
            ("where", None) => Some(Tap::OtherPlace(id)),
            ("when", None) => Some(Tap::OtherTime(id)),
            ("last", None) => Some(Tap::LastDay(id)),
            _ => None,
        }
    }

    /// Does it stand in groups? All others stand in private chats alone.
    pub fn in_groups(self) -> bool {
        matches!(self, Tap::New | Tap::Place(..) | Tap::Read(..) | Tap::Adjust(_) | Tap::Drop(_))
    }

    /// The callback data.
    pub fn data(self) -> String {
        format!("{}:a:{self}", crate::features::activities::NAME)
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
                Tap::New, Tap::Place(id, true), Tap::Place(id, false), Tap::Read(id, true), Tap::Read(id, false),
                Tap::Adjust(id), Tap::Drop(id), Tap::OtherPlace(id), Tap::OtherTime(id), Tap::LastDay(id),
            ];
            all.extend(Concern::ALL.map(|c| Tap::Agree(id, c)));
            for tap in all {
                prop_assert!(tap.data().len() <= 64);
                prop_assert_eq!(Tap::read(&tap.to_string()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in any::<String>()) {
            if let Some(tap) = Tap::read(&data) {
                prop_assert_eq!(Tap::read(&tap.to_string()), Some(tap));
            }
        }
    }
}
