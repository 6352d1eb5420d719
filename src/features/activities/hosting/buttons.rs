//! What the buttons of an organiser carry. A button names a thing and an action; it grants nothing.

use std::fmt;

use crate::model::{ActivityId, PersonId};

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// Look after this activity.
    Manage(ActivityId),
    /// More that can be done with it.
    More(ActivityId),
    /// This page of who comes and who waits.
    Who(ActivityId, u32),
    /// Write to everybody who comes.
    Write(ActivityId),
    /// Change something.
    Change(ActivityId),
    /// Yes, make this change.
    Sure(i64),
    /// Yes, and for all dates of the series that are to come.
    SureAll(i64),
    /// Drop this change.
    Never(i64),
    /// It does not go on.
    Cancel(ActivityId),
    /// How many came?
    Count(ActivityId),
    /// So many came.
    Came(ActivityId, i64),
    /// I don't know how many came.
    Unknown(ActivityId),
    /// The same again.
    Copy(ActivityId),
    /// Somebody else organises it: this page of who.
    Hand(ActivityId, u32),
    /// This person: sure?
    HandTo(ActivityId, PersonId),
    /// Yes, ask this person.
    Ask(ActivityId, PersonId),
    /// Yes, ask this person for all dates of the series.
    AskAll(ActivityId, PersonId),
    /// I take on what was offered.
    Accept(i64),
    /// Rather not.
    Refuse(i64),
    /// Somebody of the team organises what nobody does any more.
    Adopt(ActivityId),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Manage(id) => write!(f, "beheer:{id}"),
            Tap::More(id) => write!(f, "meer:{id}"),
            Tap::Who(id, page) => write!(f, "wie:{id}:{page}"),
            Tap::Write(id) => write!(f, "bericht:{id}"),
            Tap::Change(id) => write!(f, "anders:{id}"),
            Tap::Sure(key) => write!(f, "ja:{key}"),
            Tap::SureAll(key) => write!(f, "alle:{key}"),
            Tap::Never(key) => write!(f, "nee:{key}"),
            Tap::Cancel(id) => write!(f, "niet:{id}"),
            Tap::Count(id) => write!(f, "hoeveel:{id}"),
            Tap::Came(id, n) => write!(f, "kwamen:{id}:{n}"),
            Tap::Unknown(id) => write!(f, "geenidee:{id}"),
            Tap::Copy(id) => write!(f, "nogeens:{id}"),
            Tap::Hand(id, page) => write!(f, "over:{id}:{page}"),
            Tap::HandTo(id, to) => write!(f, "aan:{id}:{to}"),
            Tap::Ask(id, to) => write!(f, "vraag:{id}:{to}"),
            Tap::AskAll(id, to) => write!(f, "reeks:{id}:{to}"),
            Tap::Accept(key) => write!(f, "graag:{key}"),
            Tap::Refuse(key) => write!(f, "liever:{key}"),
            Tap::Adopt(id) => write!(f, "ikdoe:{id}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<Tap> {
        let (word, rest) = data.split_once(':')?;
        let (first, second) = match rest.split_once(':') {
            Some((first, second)) => (first, Some(second)),
            None => (rest, None),
        };
        let key = first.parse().ok()?;
        let id = ActivityId(key);
        match (word, second) {
            ("beheer", None) => Some(Tap::Manage(id)),
            ("meer", None) => Some(Tap::More(id)),
            ("wie", Some(page)) => page.parse().ok().map(|page| Tap::Who(id, page)),
            ("bericht", None) => Some(Tap::Write(id)),
            ("anders", None) => Some(Tap::Change(id)),
            ("ja", None) => Some(Tap::Sure(key)),
            ("alle", None) => Some(Tap::SureAll(key)),
            ("nee", None) => Some(Tap::Never(key)),
            ("niet", None) => Some(Tap::Cancel(id)),
            ("hoeveel", None) => Some(Tap::Count(id)),
            ("kwamen", Some(n)) => n.parse().ok().map(|n| Tap::Came(id, n)),
            ("geenidee", None) => Some(Tap::Unknown(id)),
            ("nogeens", None) => Some(Tap::Copy(id)),
            ("over", Some(page)) => page.parse().ok().map(|page| Tap::Hand(id, page)),
            ("aan", Some(to)) => to.parse().ok().map(|to| Tap::HandTo(id, PersonId(to))),
            ("vraag", Some(to)) => to.parse().ok().map(|to| Tap::Ask(id, PersonId(to))),
            ("reeks", Some(to)) => to.parse().ok().map(|to| Tap::AskAll(id, PersonId(to))),
            ("graag", None) => Some(Tap::Accept(key)),
            ("liever", None) => Some(Tap::Refuse(key)),
            ("ikdoe", None) => Some(Tap::Adopt(id)),
            _ => None,
        }
    }

    /// The callback data, without the feature's name.
    pub fn data(self) -> String {
        format!("h:{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(key in any::<i64>(), other in any::<i64>(), page in any::<u32>()) {
            let (id, person) = (ActivityId(key), PersonId(other));
            for tap in [
                Tap::Manage(id), Tap::More(id), Tap::Who(id, page), Tap::Write(id), Tap::Change(id), Tap::Sure(key),
                Tap::SureAll(key),
                Tap::Never(key), Tap::Cancel(id), Tap::Count(id), Tap::Came(id, other), Tap::Unknown(id), Tap::Copy(id),
                Tap::Hand(id, page), Tap::HandTo(id, person), Tap::Ask(id, person), Tap::AskAll(id, person),
                Tap::Accept(key), Tap::Refuse(key),
                Tap::Adopt(id),
            ] {
                let data = format!("act:{}", tap.data());
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(Tap::read(data.strip_prefix("act:h:").unwrap()), Some(tap));
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
