//! What the buttons of this room carry. A button names a thing and an action; it grants nothing.

use std::fmt;

use crate::model::{NeighbourhoodId, PersonId, ResponseId};

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// I am 16 or older after all.
    Adult,
    /// No contact any more with the other of this response.
    Part(ResponseId),
    /// Contact again.
    Together(PersonId),
    /// With whom I want no contact.
    Apart,
    /// Stoep may ask me, or not any more.
    Willing(bool),
    /// I want to get to know the team.
    Acquaint,
    /// The helpers of a neighbourhood, this page.
    Helpers(NeighbourhoodId, u32),
    /// One of them.
    Helper(NeighbourhoodId, PersonId),
    /// We met today.
    Met(NeighbourhoodId, PersonId),
    /// I saw their VOG today.
    Vog(NeighbourhoodId, PersonId),
    /// Met no more: ask whether that is meant.
    Unmeet(NeighbourhoodId, PersonId),
    /// Met no more.
    Unmet(NeighbourhoodId, PersonId),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Adult => f.write_str("adult"),
            Tap::Part(id) => write!(f, "apart:{id}"),
            Tap::Together(other) => write!(f, "again:{other}"),
            Tap::Apart => f.write_str("aparts"),
            Tap::Willing(true) => f.write_str("willing"),
            Tap::Willing(false) => f.write_str("unwilling"),
            Tap::Acquaint => f.write_str("acquaint"),
            Tap::Helpers(n, page) => write!(f, "all:{n}:{page}"),
            Tap::Helper(n, person) => write!(f, "one:{n}:{person}"),
            Tap::Met(n, person) => write!(f, "met:{n}:{person}"),
            Tap::Vog(n, person) => write!(f, "vog:{n}:{person}"),
            Tap::Unmeet(n, person) => write!(f, "unmeet:{n}:{person}"),
            Tap::Unmet(n, person) => write!(f, "unmet:{n}:{person}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub(super) fn read(data: &str) -> Option<Tap> {
        let mut parts = data.split(':');
        let (word, first, second) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        let number = |part: Option<&str>| part.and_then(|p| p.parse::<i64>().ok());
        let of = |tap: fn(NeighbourhoodId, PersonId) -> Tap| {
            Some(tap(NeighbourhoodId(number(first)?), PersonId(number(second)?)))
        };
        match (word, first, second) {
            ("adult", None, None) => Some(Tap::Adult),
            ("apart", Some(_), None) => number(first).map(ResponseId).map(Tap::Part),
            ("again", Some(_), None) => number(first).map(PersonId).map(Tap::Together),
            ("aparts", None, None) => Some(Tap::Apart),
            ("willing", None, None) => Some(Tap::Willing(true)),
            ("unwilling", None, None) => Some(Tap::Willing(false)),
            ("acquaint", None, None) => Some(Tap::Acquaint),
            ("all", Some(_), Some(page)) => Some(Tap::Helpers(NeighbourhoodId(number(first)?), page.parse().ok()?)),
            ("one", ..) => of(Tap::Helper),
            ("met", ..) => of(Tap::Met),
            ("vog", ..) => of(Tap::Vog),
            ("unmeet", ..) => of(Tap::Unmeet),
            ("unmet", ..) => of(Tap::Unmet),
            _ => None,
        }
    }

    /// The callback data: our prefix, and the press.
    pub(super) fn data(self) -> String {
        format!("{}:{self}", super::NAME)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(a in any::<i64>(), b in any::<i64>(), page in any::<u32>()) {
            let (n, person) = (NeighbourhoodId(a), PersonId(b));
            let all = [
                Tap::Adult,
                Tap::Part(ResponseId(a)),
                Tap::Together(person),
                Tap::Apart,
                Tap::Willing(true),
                Tap::Willing(false),
                Tap::Acquaint,
                Tap::Helpers(n, page),
                Tap::Helper(n, person),
                Tap::Met(n, person),
                Tap::Vog(n, person),
                Tap::Unmeet(n, person),
                Tap::Unmet(n, person),
            ];
            for tap in all {
                let data = tap.data();
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(Tap::read(data.strip_prefix("tru:").unwrap()), Some(tap));
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
