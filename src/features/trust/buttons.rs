//! What the buttons of this room carry. A button names a thing and an action; it grants nothing.

use std::fmt;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// I am 16 or older after all.
    Adult,
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Adult => f.write_str("adult"),
        }
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub(super) fn read(data: &str) -> Option<Tap> {
        match data {
            "adult" => Some(Tap::Adult),
            _ => None,
        }
    }

    /// The callback data: our prefix, and the press.
    pub(super) fn data(self) -> String {
        format!("{}:{self}", super::NAME)
    }
}
