//! What the buttons of this room carry: which conversation and which action, never a right.

use std::fmt;

use crate::model::NeighbourhoodId;

/// A press. Keys without a type of their own name a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// Ask the team of this neighbourhood something.
    Ask(NeighbourhoodId),
    /// Say something in it.
    Answer(i64),
    /// It is done.
    Finish(i64),
    /// It is not all right? Asks first.
    Object(i64),
    /// It is not all right.
    ObjectNow(i64),
    /// It is all right after all.
    Never,
    /// Read it as somebody of the team who was not in it.
    Open(i64),
    /// The team has looked at it.
    Settle(i64),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Ask(n) => write!(f, "ask:{n}"),
            Tap::Answer(id) => write!(f, "say:{id}"),
            Tap::Finish(id) => write!(f, "end:{id}"),
            Tap::Object(id) => write!(f, "bad:{id}"),
            Tap::ObjectNow(id) => write!(f, "badnow:{id}"),
            Tap::Never => f.write_str("no"),
            Tap::Open(id) => write!(f, "open:{id}"),
            Tap::Settle(id) => write!(f, "seen:{id}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried.
    pub(super) fn read(data: &str) -> Option<Tap> {
        if data == "no" {
            return Some(Tap::Never);
        }
        let (word, key) = data.split_once(':')?;
        let key = key.parse().ok()?;
        match word {
            "ask" => Some(Tap::Ask(NeighbourhoodId(key))),
            "say" => Some(Tap::Answer(key)),
            "end" => Some(Tap::Finish(key)),
            "bad" => Some(Tap::Object(key)),
            "badnow" => Some(Tap::ObjectNow(key)),
            "open" => Some(Tap::Open(key)),
            "seen" => Some(Tap::Settle(key)),
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
            let taps = [
                Tap::Ask(NeighbourhoodId(key)),
                Tap::Answer(key),
                Tap::Finish(key),
                Tap::Object(key),
                Tap::ObjectNow(key),
                Tap::Never,
                Tap::Open(key),
                Tap::Settle(key),
            ];
            for tap in taps {
                let data = tap.to_string();
                prop_assert!(data.len() + "rel:".len() <= 64);
                prop_assert_eq!(Tap::read(&data), Some(tap));
            }
        }

        #[test]
        fn nothing_that_a_client_sends_panics(data in ".*") {
            let _ = Tap::read(&data);
        }
    }
}
