//! What the buttons of the worklist carry.

use std::fmt;

use crate::model::NeighbourhoodId;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// This page of a neighbourhood's list.
    List(NeighbourhoodId, u32),
    /// One thing of it, with the way back to this page.
    Item(i64, u32),
    /// I take this up.
    Claim(i64),
    /// I give it back.
    GiveBack(i64),
    /// I want it from who works on it now: sure?
    Want(i64),
    /// Yes, I take it over from them.
    TakeFrom(i64),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::List(n, page) => write!(f, "list:{n}:{page}"),
            Tap::Item(entry, page) => write!(f, "item:{entry}:{page}"),
            Tap::Claim(entry) => write!(f, "claim:{entry}"),
            Tap::GiveBack(entry) => write!(f, "give:{entry}"),
            Tap::Want(entry) => write!(f, "want:{entry}"),
            Tap::TakeFrom(entry) => write!(f, "from:{entry}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried.
    pub(super) fn read(data: &str) -> Option<Tap> {
        let (word, rest) = data.split_once(':')?;
        let two = || rest.split_once(':').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
        let one = || rest.parse().ok();
        match word {
            "list" => two().map(|(n, page)| Tap::List(NeighbourhoodId(n), page)),
            "item" => two().map(|(entry, page)| Tap::Item(entry, page)),
            "claim" => one().map(Tap::Claim),
            "give" => one().map(Tap::GiveBack),
            "want" => one().map(Tap::Want),
            "from" => one().map(Tap::TakeFrom),
            _ => None,
        }
    }

    /// The callback data: our prefix, and the press.
    pub(super) fn data(self) -> String {
        format!("{}:{self}", super::NAME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(key in any::<i64>(), page in any::<u32>()) {
            for tap in [
                Tap::List(NeighbourhoodId(key), page),
                Tap::Item(key, page),
                Tap::Claim(key),
                Tap::GiveBack(key),
                Tap::Want(key),
                Tap::TakeFrom(key),
            ] {
                let data = tap.data();
                prop_assert!(data.len() <= 64);
                prop_assert_eq!(Tap::read(data.strip_prefix("work:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in ".*") {
            if let Some(tap) = Tap::read(&data) {
                prop_assert_eq!(Tap::read(&tap.to_string()), Some(tap));
            }
        }
    }
}
