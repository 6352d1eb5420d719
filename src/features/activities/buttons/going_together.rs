//! What the buttons about going together carry: which activity, search or question, never a right.

use std::fmt;

use crate::features::activities::model::NAME;
use crate::model::ActivityId;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TogetherTap {
    /// I would rather not come alone.
    Alone(ActivityId),
    /// Look for somebody.
    Look(ActivityId),
    /// Look no further.
    Stop(i64),
    /// With whom do I go?
    Who(i64),
    /// Who was asked: yes.
    Willing(i64),
    /// Who was asked: rather not.
    Decline(i64),
    /// Who looks: yes, with this one.
    Choose(i64),
    /// Who looks: rather not.
    Refuse(i64),
    /// Tell the organiser that I come alone.
    Host(i64),
    /// I say how I can be reached.
    Reach(i64),
    /// No contact any more with whom I went.
    Apart(i64),
}

impl fmt::Display for TogetherTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, id) = match self {
            TogetherTap::Alone(ActivityId(id)) => ("alone", id),
            TogetherTap::Look(ActivityId(id)) => ("look", id),
            TogetherTap::Stop(id) => ("stop", id),
            TogetherTap::Who(id) => ("who", id),
            TogetherTap::Willing(id) => ("yes", id),
            TogetherTap::Decline(id) => ("no", id),
            TogetherTap::Choose(id) => ("take", id),
            TogetherTap::Refuse(id) => ("pass", id),
            TogetherTap::Host(id) => ("host", id),
            TogetherTap::Reach(id) => ("reach", id),
            TogetherTap::Apart(id) => ("apart", id),
        };
        write!(f, "{word}:{id}")
    }
}

impl TogetherTap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<TogetherTap> {
        let (word, id) = data.split_once(':')?;
        let id: i64 = id.parse().ok()?;
        Some(match word {
            "alone" => TogetherTap::Alone(ActivityId(id)),
            "look" => TogetherTap::Look(ActivityId(id)),
            "stop" => TogetherTap::Stop(id),
            "who" => TogetherTap::Who(id),
            "yes" => TogetherTap::Willing(id),
            "no" => TogetherTap::Decline(id),
            "take" => TogetherTap::Choose(id),
            "pass" => TogetherTap::Refuse(id),
            "host" => TogetherTap::Host(id),
            "reach" => TogetherTap::Reach(id),
            "apart" => TogetherTap::Apart(id),
            _ => return None,
        })
    }

    /// The callback data.
    pub fn data(self) -> String {
        format!("{NAME}:w:{self}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(id in any::<i64>()) {
            let activity = ActivityId(id);
            for tap in [
                TogetherTap::Alone(activity), TogetherTap::Look(activity), TogetherTap::Stop(id), TogetherTap::Who(id), TogetherTap::Willing(id), TogetherTap::Decline(id),
                TogetherTap::Choose(id), TogetherTap::Refuse(id), TogetherTap::Host(id), TogetherTap::Reach(id),
                TogetherTap::Apart(id),
            ] {
                prop_assert!(tap.data().len() <= 64);
                prop_assert_eq!(TogetherTap::read(tap.data().strip_prefix("act:w:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in any::<String>()) {
            if let Some(tap) = TogetherTap::read(&data) {
                prop_assert_eq!(TogetherTap::read(&tap.to_string()), Some(tap));
            }
        }
    }
}
