//! The buttons of the agenda: whose agenda, which days, what was chosen, which page. A button grants nothing.

use super::rules::{Filters, Span, kind_at, place_of};
use crate::buttons;
use crate::model::{ActivityId, NeighbourhoodId};
use crate::turn::{CodeField, Parts};

/// What of an agenda somebody looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Whose agenda.
    pub neighbourhood: NeighbourhoodId,
    /// Which days.
    pub span: Span,
    /// What was chosen.
    pub filters: Filters,
    /// The page, from 0.
    pub page: u32,
}

buttons! {
    /// A press.
    pub(super) AgendaButton: super::NAME => {
        /// What is on in my neighbourhood? A message of its own.
        Open = "open",
        /// This page.
        Page(look: Look) = "p",
        /// Which kind? The first few of them.
        Kinds(look: Look) = "k",
        /// Which kind? All of them.
        AllKinds(look: Look) = "a",
        /// All that fits, as a file.
        File(look: Look) = "f",
        /// This one, as a file.
        One(id: ActivityId) = "i",
    }
}

impl Look {
    /// The beginning of an agenda.
    pub(super) fn at(neighbourhood: NeighbourhoodId, span: Span) -> Look {
        Look { neighbourhood, span, filters: Filters::default(), page: 0 }
    }
}

impl CodeField for Look {
    fn encode(&self, out: &mut String) {
        let Filters { free, wheelchair, children, kind } = self.filters;
        let bits = u8::from(free) | u8::from(wheelchair) << 1 | u8::from(children) << 2;
        let (n, span, page) = (self.neighbourhood, &self.span.word()[..1], self.page);
        out.push_str(&format!(":{n}:{span}:{bits}:{}:{page}", place_of(kind)));
    }

    fn decode(parts: &mut Parts<'_>) -> Option<Look> {
        let neighbourhood = CodeField::decode(parts)?;
        let span = parts.next()?;
        let bits: u8 = parts.next()?.parse().ok().filter(|b| *b < 8)?;
        let kind = kind_at(parts.next()?.parse().ok()?)?;
        let filters = Filters { free: bits & 1 != 0, wheelchair: bits & 2 != 0, children: bits & 4 != 0, kind };
        let span = Span::ALL.into_iter().find(|s| &s.word()[..1] == span)?;
        Some(Look { neighbourhood, span, filters, page: CodeField::decode(parts)? })
    }

    fn samples() -> Vec<Look> {
        let kinds = (0..).map_while(kind_at);
        let looks = kinds.enumerate().map(|(i, kind)| {
            let filters = Filters { free: i & 1 != 0, wheelchair: i & 2 != 0, children: i & 4 != 0, kind };
            let page = if i == 0 { 0 } else { u32::MAX };
            Look { neighbourhood: NeighbourhoodId(i64::MIN), span: Span::ALL[i % 3], filters, page }
        });
        looks.collect()
    }
}
