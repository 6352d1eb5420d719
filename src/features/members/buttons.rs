//! What the buttons of this room carry.

use std::fmt;

use crate::model::Language;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// Speak this language.
    Speak(Language),
    /// Stop the dialogue of this number, and no later one.
    StopDialogue(u32),
    /// No unasked messages any more, or again.
    Quiet(bool),
    /// Stop nothing.
    GoOn,
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Speak(language) => write!(f, "speak:{}", language.code()),
            Tap::StopDialogue(number) => write!(f, "stop:{number}"),
            Tap::Quiet(true) => f.write_str("quiet"),
            Tap::Quiet(false) => f.write_str("loud"),
            Tap::GoOn => f.write_str("on"),
        }
    }
}

impl Tap {
    /// Reads what a button carried.
    pub(super) fn read(data: &str) -> Option<Tap> {
        match data {
            "quiet" => Some(Tap::Quiet(true)),
            "loud" => Some(Tap::Quiet(false)),
            "on" => Some(Tap::GoOn),
            _ => match data.split_once(':')? {
                ("stop", number) => number.parse().ok().map(Tap::StopDialogue),
                ("speak", code) => Language::from_word(code).map(Tap::Speak),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_comes_back() {
        let mut all =
            vec![Tap::StopDialogue(0), Tap::StopDialogue(u32::MAX), Tap::Quiet(true), Tap::Quiet(false), Tap::GoOn];
        all.extend(Language::ALL.map(Tap::Speak));
        for tap in all {
            assert_eq!(Tap::read(&tap.to_string()), Some(tap));
        }
        assert_eq!(Tap::read("speak:xx"), None);
    }
}
