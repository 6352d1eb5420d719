//! What the buttons under a card and under its message in private carry. A button names an activity and an action; it grants nothing.

use std::fmt;

use crate::features::activities::model::NAME;
use crate::model::ActivityId;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttendanceTap {
    /// I come.
    Come(ActivityId),
    /// I bring somebody.
    Bring(ActivityId),
    /// I can't.
    Cannot(ActivityId),
    /// Show all about it, in private.
    More(ActivityId),
    /// I bring so many.
    Guests(ActivityId, u8),
    /// All that I go to and organise, this page.
    Mine(u32),
}

impl fmt::Display for AttendanceTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AttendanceTap::Come(id) => write!(f, "kom:{id}"),
            AttendanceTap::Bring(id) => write!(f, "met:{id}"),
            AttendanceTap::Cannot(id) => write!(f, "niet:{id}"),
            AttendanceTap::More(id) => write!(f, "meer:{id}"),
            AttendanceTap::Guests(id, n) => write!(f, "gast:{id}:{n}"),
            AttendanceTap::Mine(page) => write!(f, "mijn:{page}"),
        }
    }
}

impl AttendanceTap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<AttendanceTap> {
        let (word, rest) = data.split_once(':')?;
        let id = || rest.parse().ok().map(ActivityId);
        match word {
            "kom" => id().map(AttendanceTap::Come),
            "met" => id().map(AttendanceTap::Bring),
            "niet" => id().map(AttendanceTap::Cannot),
            "meer" => id().map(AttendanceTap::More),
            "gast" => {
                let (id, n) = rest.split_once(':')?;
                Some(AttendanceTap::Guests(ActivityId(id.parse().ok()?), n.parse().ok()?))
            }
            "mijn" => rest.parse().ok().map(AttendanceTap::Mine),
            _ => None,
        }
    }

    /// Does it stand in groups? All others stand in private chats alone.
    pub fn in_groups(self) -> bool {
        matches!(
            self,
            AttendanceTap::Come(_) | AttendanceTap::Bring(_) | AttendanceTap::Cannot(_) | AttendanceTap::More(_)
        )
    }

    /// The callback data.
    pub fn data(self) -> String {
        format!("{NAME}:c:{self}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(id in any::<i64>(), n in any::<u8>(), page in any::<u32>()) {
            let id = ActivityId(id);
            let taps = [AttendanceTap::Come(id), AttendanceTap::Bring(id), AttendanceTap::Cannot(id), AttendanceTap::More(id), AttendanceTap::Guests(id, n), AttendanceTap::Mine(page)];
            for tap in taps {
                let data = tap.data();
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(AttendanceTap::read(data.strip_prefix("act:c:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in any::<String>()) {
            if let Some(tap) = AttendanceTap::read(&data) {
                prop_assert_eq!(AttendanceTap::read(&tap.to_string()), Some(tap));
            }
        }
    }

    #[test]
    fn more_or_less_than_it_holds_is_nothing() {
        for data in ["", "kom", "kom:", "kom:1:2", "gast:1", "gast:1:2:3", "gast:1:-1", "mijn", "mijn:x", "what:1"] {
            assert_eq!(AttendanceTap::read(data), None, "{data}");
        }
    }
}
