//! What the buttons of places carry: which list or place and which action, never a right.

use std::fmt;

use crate::model::{NeighbourhoodId, PlaceId};

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// The list.
    List(NeighbourhoodId),
    /// One more.
    Add(NeighbourhoodId),
    /// One of them.
    One(PlaceId),
    /// Change it.
    Change(PlaceId),
    /// Take it off the list? Asks first.
    Off(PlaceId),
    /// Take it off.
    OffNow(PlaceId),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::List(n) => write!(f, "list:{n}"),
            Tap::Add(n) => write!(f, "add:{n}"),
            Tap::One(id) => write!(f, "one:{id}"),
            Tap::Change(id) => write!(f, "change:{id}"),
            Tap::Off(id) => write!(f, "off:{id}"),
            Tap::OffNow(id) => write!(f, "offnow:{id}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried.
    pub fn read(data: &str) -> Option<Tap> {
        let (word, key) = data.split_once(':')?;
        let key: i64 = key.parse().ok()?;
        match word {
            "list" => Some(Tap::List(NeighbourhoodId(key))),
            "add" => Some(Tap::Add(NeighbourhoodId(key))),
            "one" => Some(Tap::One(PlaceId(key))),
            "change" => Some(Tap::Change(PlaceId(key))),
            "off" => Some(Tap::Off(PlaceId(key))),
            "offnow" => Some(Tap::OffNow(PlaceId(key))),
            _ => None,
        }
    }

    /// The callback data.
    pub fn data(self) -> String {
        format!("{}:{self}", super::NAME)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(key in any::<i64>()) {
            let (n, id) = (NeighbourhoodId(key), PlaceId(key));
            for tap in [Tap::List(n), Tap::Add(n), Tap::One(id), Tap::Change(id), Tap::Off(id), Tap::OffNow(id)] {
                prop_assert!(tap.data().len() <= 64);
                prop_assert_eq!(Tap::read(&tap.to_string()), Some(tap));
            }
        }

        #[test]
        fn nothing_that_a_client_sends_panics(data in ".*") {
            let _ = Tap::read(&data);
        }
    }
}
