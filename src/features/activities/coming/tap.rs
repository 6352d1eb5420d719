//! What the buttons of this room carry. A button names an activity and an action; it grants nothing.

use std::fmt;

use crate::model::ActivityId;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
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

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Come(id) => write!(f, "kom:{id}"),
            Tap::Bring(id) => write!(f, "met:{id}"),
            Tap::Cannot(id) => write!(f, "niet:{id}"),
            Tap::More(id) => write!(f, "meer:{id}"),
            Tap::Guests(id, n) => write!(f, "gast:{id}:{n}"),
            Tap::Mine(page) => write!(f, "mijn:{page}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<Tap> {
        let (word, rest) = data.split_once(':')?;
        let id = || rest.parse().ok().map(ActivityId);
        match word {
            "kom" => id().map(Tap::Come),
            "met" => id().map(Tap::Bring),
            "niet" => id().map(Tap::Cannot),
            "meer" => id().map(Tap::More),
            "gast" => {
                let (id, n) = rest.split_once(':')?;
                Some(Tap::Guests(ActivityId(id.parse().ok()?), n.parse().ok()?))
            }
            "mijn" => rest.parse().ok().map(Tap::Mine),
            _ => None,
        }
    }

    /// Does it stand in groups? All others stand in private chats alone.
    pub fn in_groups(self) -> bool {
        matches!(self, Tap::Come(_) | Tap::Bring(_) | Tap::Cannot(_) | Tap::More(_))
    }

    /// What the button carries, without the feature's name.
    pub fn data(self) -> String {
        format!("c:{self}")
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
            let taps = [Tap::Come(id), Tap::Bring(id), Tap::Cannot(id), Tap::More(id), Tap::Guests(id, n), Tap::Mine(page)];
            for tap in taps {
                let data = format!("act:{}", tap.data());
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(Tap::read(data.strip_prefix("act:c:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in any::<String>()) {
            if let Some(tap) = Tap::read(&data) {
                prop_assert_eq!(Tap::read(&tap.to_string()), Some(tap));
            }
        }
    }

    #[test]
    fn more_or_less_than_it_holds_is_nothing() {
        for data in ["", "kom", "kom:", "kom:1:2", "gast:1", "gast:1:2:3", "gast:1:-1", "mijn", "mijn:x", "what:1"] {
            assert_eq!(Tap::read(data), None, "{data}");
        }
    }
}
