//! What the buttons about going together carry: which activity, search or question, never a right.

use std::fmt;

use crate::model::ActivityId;

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
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

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, id) = match self {
            Tap::Alone(ActivityId(id)) => ("alone", id),
            Tap::Look(ActivityId(id)) => ("look", id),
            Tap::Stop(id) => ("stop", id),
            Tap::Who(id) => ("who", id),
            Tap::Willing(id) => ("yes", id),
            Tap::Decline(id) => ("no", id),
            Tap::Choose(id) => ("take", id),
            Tap::Refuse(id) => ("pass", id),
            Tap::Host(id) => ("host", id),
            Tap::Reach(id) => ("reach", id),
            Tap::Apart(id) => ("apart", id),
        };
        write!(f, "{word}:{id}")
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<Tap> {
        let (word, id) = data.split_once(':')?;
        let id: i64 = id.parse().ok()?;
        Some(match word {
            "alone" => Tap::Alone(ActivityId(id)),
            "look" => Tap::Look(ActivityId(id)),
            "stop" => Tap::Stop(id),
            "who" => Tap::Who(id),
            "yes" => Tap::Willing(id),
            "no" => Tap::Decline(id),
            "take" => Tap::Choose(id),
            "pass" => Tap::Refuse(id),
            "host" => Tap::Host(id),
            "reach" => Tap::Reach(id),
            "apart" => Tap::Apart(id),
            _ => return None,
        })
    }

    /// The callback data behind the room's name.
    pub fn data(self) -> String {
        format!("w:{self}")
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
                Tap::Alone(activity), Tap::Look(activity), Tap::Stop(id), Tap::Who(id), Tap::Willing(id), Tap::Decline(id),
                Tap::Choose(id), Tap::Refuse(id), Tap::Host(id), Tap::Reach(id),
                Tap::Apart(id),
            ] {
                prop_assert!(tap.data().len() + 4 <= 64);
                prop_assert_eq!(Tap::read(tap.data().strip_prefix("w:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in any::<String>()) {
            if let Some(tap) = Tap::read(&data) {
                prop_assert_eq!(Tap::read(&tap.to_string()), Some(tap));
            }
        }
    }
}
