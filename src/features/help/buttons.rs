//! What the buttons of this room carry.

use std::fmt;

use crate::model::NeighbourhoodId;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// Speak to a human.
    Human,
    /// Ask the team of this neighbourhood, under the own @username.
    Call(NeighbourhoodId),
    /// Ask the team of this neighbourhood, reachable in another way.
    Otherwise(NeighbourhoodId),
    /// Don't ask.
    Never,
    /// A member of the team takes this call.
    Take(i64),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Human => f.write_str("human"),
            Tap::Call(n) => write!(f, "call:{n}"),
            Tap::Otherwise(n) => write!(f, "other:{n}"),
            Tap::Never => f.write_str("no"),
            Tap::Take(call) => write!(f, "take:{call}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried.
    pub(super) fn read(data: &str) -> Option<Tap> {
        match data.split_once(':') {
            None if data == "human" => Some(Tap::Human),
            None if data == "no" => Some(Tap::Never),
            Some(("call", n)) => Some(Tap::Call(NeighbourhoodId(n.parse().ok()?))),
            Some(("other", n)) => Some(Tap::Otherwise(NeighbourhoodId(n.parse().ok()?))),
            Some(("take", call)) => Some(Tap::Take(call.parse().ok()?)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(key in any::<i64>()) {
            let n = NeighbourhoodId(key);
            for tap in [Tap::Human, Tap::Call(n), Tap::Otherwise(n), Tap::Never, Tap::Take(key)] {
                let data = tap.to_string();
                prop_assert!(data.len() + "help:".len() <= 64);
                prop_assert_eq!(Tap::read(&data), Some(tap));
            }
        }

        #[test]
        fn nothing_that_a_client_sends_panics(data in ".*") {
            let _ = Tap::read(&data);
        }
    }
}
