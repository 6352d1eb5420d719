//! What the buttons of an organiser carry. A button names a thing and an action; it grants nothing.

use std::fmt;

use crate::features::activities::model::NAME;
use crate::model::{ActivityId, PersonId};

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostingTap {
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

impl fmt::Display for HostingTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HostingTap::Manage(id) => write!(f, "beheer:{id}"),
            HostingTap::More(id) => write!(f, "meer:{id}"),
            HostingTap::Who(id, page) => write!(f, "wie:{id}:{page}"),
            HostingTap::Write(id) => write!(f, "bericht:{id}"),
            HostingTap::Change(id) => write!(f, "anders:{id}"),
            HostingTap::Sure(key) => write!(f, "ja:{key}"),
            HostingTap::SureAll(key) => write!(f, "alle:{key}"),
            HostingTap::Never(key) => write!(f, "nee:{key}"),
            HostingTap::Cancel(id) => write!(f, "niet:{id}"),
            HostingTap::Count(id) => write!(f, "hoeveel:{id}"),
            HostingTap::Came(id, n) => write!(f, "kwamen:{id}:{n}"),
            HostingTap::Unknown(id) => write!(f, "geenidee:{id}"),
            HostingTap::Copy(id) => write!(f, "nogeens:{id}"),
            HostingTap::Hand(id, page) => write!(f, "over:{id}:{page}"),
            HostingTap::HandTo(id, to) => write!(f, "aan:{id}:{to}"),
            HostingTap::Ask(id, to) => write!(f, "vraag:{id}:{to}"),
            HostingTap::AskAll(id, to) => write!(f, "reeks:{id}:{to}"),
            HostingTap::Accept(key) => write!(f, "graag:{key}"),
            HostingTap::Refuse(key) => write!(f, "liever:{key}"),
            HostingTap::Adopt(id) => write!(f, "ikdoe:{id}"),
        }
    }
}

impl HostingTap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<HostingTap> {
        let (word, rest) = data.split_once(':')?;
        let (first, second) = match rest.split_once(':') {
            Some((first, second)) => (first, Some(second)),
            None => (rest, None),
        };
        let key = first.parse().ok()?;
        let id = ActivityId(key);
        match (word, second) {
            ("beheer", None) => Some(HostingTap::Manage(id)),
            ("meer", None) => Some(HostingTap::More(id)),
            ("wie", Some(page)) => page.parse().ok().map(|page| HostingTap::Who(id, page)),
            ("bericht", None) => Some(HostingTap::Write(id)),
            ("anders", None) => Some(HostingTap::Change(id)),
            ("ja", None) => Some(HostingTap::Sure(key)),
            ("alle", None) => Some(HostingTap::SureAll(key)),
            ("nee", None) => Some(HostingTap::Never(key)),
            ("niet", None) => Some(HostingTap::Cancel(id)),
            ("hoeveel", None) => Some(HostingTap::Count(id)),
            ("kwamen", Some(n)) => n.parse().ok().map(|n| HostingTap::Came(id, n)),
            ("geenidee", None) => Some(HostingTap::Unknown(id)),
            ("nogeens", None) => Some(HostingTap::Copy(id)),
            ("over", Some(page)) => page.parse().ok().map(|page| HostingTap::Hand(id, page)),
            ("aan", Some(to)) => to.parse().ok().map(|to| HostingTap::HandTo(id, PersonId(to))),
            ("vraag", Some(to)) => to.parse().ok().map(|to| HostingTap::Ask(id, PersonId(to))),
            ("reeks", Some(to)) => to.parse().ok().map(|to| HostingTap::AskAll(id, PersonId(to))),
            ("graag", None) => Some(HostingTap::Accept(key)),
            ("liever", None) => Some(HostingTap::Refuse(key)),
            ("ikdoe", None) => Some(HostingTap::Adopt(id)),
            _ => None,
        }
    }

    /// The callback data.
    pub fn data(self) -> String {
        format!("{NAME}:h:{self}")
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
                HostingTap::Manage(id), HostingTap::More(id), HostingTap::Who(id, page), HostingTap::Write(id), HostingTap::Change(id), HostingTap::Sure(key),
                HostingTap::SureAll(key),
                HostingTap::Never(key), HostingTap::Cancel(id), HostingTap::Count(id), HostingTap::Came(id, other), HostingTap::Unknown(id), HostingTap::Copy(id),
                HostingTap::Hand(id, page), HostingTap::HandTo(id, person), HostingTap::Ask(id, person), HostingTap::AskAll(id, person),
                HostingTap::Accept(key), HostingTap::Refuse(key),
                HostingTap::Adopt(id),
            ] {
                let data = tap.data();
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(HostingTap::read(data.strip_prefix("act:h:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in ".*") {
            if let Some(tap) = HostingTap::read(&data) {
                prop_assert_eq!(HostingTap::read(&tap.to_string()), Some(tap));
            }
        }
    }
}
