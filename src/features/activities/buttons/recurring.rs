//! What the buttons of a series carry. A button names a thing and an action; it grants nothing.

use std::fmt;

use crate::features::activities::model::NAME;
use crate::model::ActivityId;

/// A press. The series is named by one of its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecurringTap {
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

impl fmt::Display for RecurringTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecurringTap::Yes(id) => write!(f, "ja:{id}"),
            RecurringTap::No(id) => write!(f, "nee:{id}"),
            RecurringTap::NoSure(id) => write!(f, "zeker:{id}"),
            RecurringTap::Question(id) => write!(f, "vraag:{id}"),
            RecurringTap::Dates(id, page) => write!(f, "alle:{id}:{page}"),
            RecurringTap::Stop(id) => write!(f, "stop:{id}"),
            RecurringTap::StopSure(id) => write!(f, "einde:{id}"),
            RecurringTap::GoOn(id) => write!(f, "verder:{id}"),
            RecurringTap::TakeUp(id) => write!(f, "ikdoe:{id}"),
        }
    }
}

impl RecurringTap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<RecurringTap> {
        let (word, rest) = data.split_once(':')?;
        if word == "alle" {
            let (id, page) = rest.split_once(':')?;
            return Some(RecurringTap::Dates(ActivityId(id.parse().ok()?), page.parse().ok()?));
        }
        let id = ActivityId(rest.parse().ok()?);
        match word {
            "ja" => Some(RecurringTap::Yes(id)),
            "nee" => Some(RecurringTap::No(id)),
            "zeker" => Some(RecurringTap::NoSure(id)),
            "vraag" => Some(RecurringTap::Question(id)),
            "stop" => Some(RecurringTap::Stop(id)),
            "einde" => Some(RecurringTap::StopSure(id)),
            "verder" => Some(RecurringTap::GoOn(id)),
            "ikdoe" => Some(RecurringTap::TakeUp(id)),
            _ => None,
        }
    }

    /// The callback data.
    pub fn data(self) -> String {
        format!("{NAME}:r:{self}")
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
                RecurringTap::Yes(id), RecurringTap::No(id), RecurringTap::NoSure(id), RecurringTap::Question(id), RecurringTap::Dates(id, page), RecurringTap::Stop(id),
                RecurringTap::StopSure(id), RecurringTap::GoOn(id), RecurringTap::TakeUp(id),
            ] {
                let data = tap.data();
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(RecurringTap::read(data.strip_prefix("act:r:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in ".*") {
            if let Some(tap) = RecurringTap::read(&data) {
                prop_assert_eq!(RecurringTap::read(&tap.to_string()), Some(tap));
            }
        }
    }
}
