//! What the buttons of the agenda carry: whose agenda, which days, what was chosen, which page. A button grants nothing.

use std::fmt;

use super::rules::{Filters, Span, kind_at, place_of};
use crate::model::{ActivityId, NeighbourhoodId};

/// What of an agenda somebody looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Whose agenda.
    pub place: NeighbourhoodId,
    /// Which days.
    pub span: Span,
    /// What was chosen.
    pub filters: Filters,
    /// The page, from 0.
    pub page: u32,
}

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// What is on in my neighbourhood? A message of its own.
    Open,
    /// This page.
    Page(Look),
    /// Which kind? With all of them, or the first few.
    Kinds(Look, bool),
    /// All that fits, as a file.
    File(Look),
    /// This one, as a file.
    One(ActivityId),
}

impl fmt::Display for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Filters { free, wheelchair, children, kind } = self.filters;
        let bits = u8::from(free) | u8::from(wheelchair) << 1 | u8::from(children) << 2;
        write!(f, "{}:{}:{bits}:{}:{}", self.place, &self.span.word()[..1], place_of(kind), self.page)
    }
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Open => f.write_str("open"),
            Tap::Page(look) => write!(f, "p:{look}"),
            Tap::Kinds(look, false) => write!(f, "k:{look}"),
            Tap::Kinds(look, true) => write!(f, "a:{look}"),
            Tap::File(look) => write!(f, "f:{look}"),
            Tap::One(id) => write!(f, "i:{id}"),
        }
    }
}

impl Look {
    /// The beginning of an agenda.
    pub(super) fn at(place: NeighbourhoodId, span: Span) -> Look {
        Look { place, span, filters: Filters::default(), page: 0 }
    }

    fn read(words: &str) -> Option<Look> {
        let parts: Vec<&str> = words.split(':').collect();
        let [place, span, bits, kind, page] = parts.as_slice() else { return None };
        let bits: u8 = bits.parse().ok().filter(|b| *b < 8)?;
        Some(Look {
            place: NeighbourhoodId(place.parse().ok()?),
            span: Span::ALL.into_iter().find(|s| s.word()[..1] == **span)?,
            filters: Filters {
                free: bits & 1 != 0,
                wheelchair: bits & 2 != 0,
                children: bits & 4 != 0,
                kind: kind_at(kind.parse().ok()?)?,
            },
            page: page.parse().ok()?,
        })
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub(super) fn read(data: &str) -> Option<Tap> {
        if data == "open" {
            return Some(Tap::Open);
        }
        let (letter, rest) = data.split_once(':')?;
        match letter {
            "p" => Look::read(rest).map(Tap::Page),
            "k" => Look::read(rest).map(|l| Tap::Kinds(l, false)),
            "a" => Look::read(rest).map(|l| Tap::Kinds(l, true)),
            "f" => Look::read(rest).map(Tap::File),
            "i" => rest.parse().ok().map(|id| Tap::One(ActivityId(id))),
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
    use super::*;
    use crate::features::activities;
    use proptest::prelude::*;

    fn any_look() -> impl Strategy<Value = Look> {
        let span = proptest::sample::select(Span::ALL.to_vec());
        (any::<i64>(), span, any::<[bool; 3]>(), 0..=activities::kinds().len(), any::<u32>()).prop_map(
            |(place, span, [free, wheelchair, children], kind, page)| Look {
                place: NeighbourhoodId(place),
                span,
                filters: Filters { free, wheelchair, children, kind: kind_at(kind).flatten() },
                page,
            },
        )
    }

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(look in any_look(), key in any::<i64>()) {
            for tap in [
                Tap::Open,
                Tap::Page(look),
                Tap::Kinds(look, false),
                Tap::Kinds(look, true),
                Tap::File(look),
                Tap::One(ActivityId(key)),
            ] {
                let data = tap.data();
                prop_assert!(data.len() <= 64, "{} bytes", data.len());
                prop_assert_eq!(Tap::read(data.strip_prefix("agd:").unwrap()), Some(tap));
            }
        }

        #[test]
        fn nothing_that_a_client_sends_panics(data in ".*") {
            let _ = Tap::read(&data);
        }
    }
}
