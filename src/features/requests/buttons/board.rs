//! What the buttons of the board carry: which page of it, of which category, in which order. A button grants nothing.

use std::fmt;

use crate::features::requests::model::category::known;
use crate::model::RequestId;

/// What of the board somebody looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// This category alone.
    pub category: Option<&'static str>,
    /// What is needed first comes first; else what is newest.
    pub soonest: bool,
    /// The page, from 0.
    pub page: u32,
}

/// A press on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardTap {
    /// This page.
    Page(Look),
    /// Which category? With all of them, or the first four.
    Which(Look, bool),
    /// One request, with the way back to where it was found.
    Item(RequestId, Look),
}

impl fmt::Display for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By number, from 1; after a change of the categories an old button shows another one, which does no harm.
        let at = self.category.and_then(|c| known().position(|k| k == c)).map_or(0, |at| at + 1);
        write!(f, "{at}:{}:{}", u8::from(self.soonest), self.page)
    }
}

impl fmt::Display for BoardTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BoardTap::Page(look) => write!(f, "bp:{look}"),
            BoardTap::Which(look, false) => write!(f, "bw:{look}"),
            BoardTap::Which(look, true) => write!(f, "ba:{look}"),
            BoardTap::Item(id, look) => write!(f, "bi:{look}:{id}"),
        }
    }
}

impl Look {
    fn read(at: &str, order: &str, page: &str) -> Option<Look> {
        let category = match at.parse::<usize>().ok()?.checked_sub(1) {
            None => None,
            Some(at) => Some(known().nth(at)?),
        };
        let soonest = match order {
            "0" => false,
            "1" => true,
            _ => return None,
        };
        Some(Look { category, soonest, page: page.parse().ok()? })
    }
}

impl BoardTap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<BoardTap> {
        let parts: Vec<&str> = data.split(':').collect();
        match parts.as_slice() {
            ["bp", at, order, page] => Look::read(at, order, page).map(BoardTap::Page),
            ["bw", at, order, page] => Look::read(at, order, page).map(|l| BoardTap::Which(l, false)),
            ["ba", at, order, page] => Look::read(at, order, page).map(|l| BoardTap::Which(l, true)),
            ["bi", at, order, page, id] => {
                Some(BoardTap::Item(RequestId(id.parse().ok()?), Look::read(at, order, page)?))
            }
            _ => None,
        }
    }
}

/// Every kind of press on the board.
#[cfg(test)]
pub(super) fn all(a: i64, page: u32) -> Vec<BoardTap> {
    let mut taps = Vec::new();
    for (category, soonest) in [(None, false), (known().last(), true)] {
        let look = Look { category, soonest, page };
        taps.extend([
            BoardTap::Page(look),
            BoardTap::Which(look, false),
            BoardTap::Which(look, true),
            BoardTap::Item(RequestId(a), look),
        ]);
    }
    taps
}
