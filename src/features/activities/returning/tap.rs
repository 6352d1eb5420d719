//! What the buttons of a series carry. A button names a thing and an action; it grants nothing.

use std::fmt;

use crate::model::ActivityId;

/// A press. The series is named by one of its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// This date goes on.
    Yes(ActivityId),
    /// This date does not: sure, where somebody comes?
    No(ActivityId),
    /// Sure: this date does not go on.
    NoSure(ActivityId),
    /// The question about this date.
    Question(ActivityId),
    /// This page of all dates.
    Dates(ActivityId, u32),
    /// The series ends: sure?
    Stop(ActivityId),
    /// Sure: the series ends.
    StopSure(ActivityId),
    /// I go on with this series after all.
    GoOn(ActivityId),
    /// Somebody of the team organises what its organiser says nothing about.
    TakeUp(ActivityId),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Yes(id) => write!(f, "ja:{id}"),
            Tap::No(id) => write!(f, "nee:{id}"),
            Tap::NoSure(id) => write!(f, "zeker:{id}"),
            Tap::Question(id) => write!(f, "vraag:{id}"),
            Tap::Dates(id, page) => write!(f, "alle:{id}:{page}"),
            Tap::Stop(id) => write!(f, "stop:{id}"),
            Tap::StopSure(id) => write!(f, "einde:{id}"),
            Tap::GoOn(id) => write!(f, "verder:{id}"),
            Tap::TakeUp(id) => write!(f, "ikdoe:{id}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<Tap> {
        let (word, rest) = data.split_once(':')?;
        if word == "alle" {
            let (id, page) = rest.split_once(':')?;
            return Some(Tap::Dates(ActivityId(id.parse().ok()?), page.parse().ok()?));
        }
        let id = ActivityId(rest.parse().ok()?);
        match word {
            "ja" => Some(Tap::Yes(id)),
            "nee" => Some(Tap::No(id)),
            "zeker" => Some(Tap::NoSure(id)),
            "vraag" => Some(Tap::Question(id)),
            "stop" => Some(Tap::Stop(id)),
            "einde" => Some(Tap::StopSure(id)),
            "verder" => Some(Tap::GoOn(id)),
            "ikdoe" => Some(Tap::TakeUp(id)),
            _ => None,
        }
    }

    /// The callback data, without the feature's name.
    pub fn data(self) -> String {
        format!("r:{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(key in any::<i64>(), page in any::<u32>()) {
            let id = ActivityId(key);
            for tap in [
                Tap::Yes(id), Tap::No(id), Tap::NoSure(id), Tap::Question(id), Tap::Dates(id, page), Tap::Stop(id),
                Tap::StopSure(id), Tap::GoOn(id), Tap::TakeUp(id),
            ] {
                let data = format!("act:{}", tap.data());
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(Tap::read(data.strip_prefix("act:r:").unwrap()), Some(tap));
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
