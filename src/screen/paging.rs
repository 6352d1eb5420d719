//! Pages of a list: which of its things stand on a page, and the row that leads to the page before and the next one.

use crate::model::Button;
use crate::turn::Turn;

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// This page, from 0.
    pub page: u32,
    /// The last page.
    pub last: u32,
    per_page: usize,
}

impl Paging {
    /// The page of a list of `count` things, or its last one where `page` is beyond that.
    pub fn new(page: u32, count: usize, per_page: usize) -> Paging {
        let last = u32::try_from(count.saturating_sub(1) / per_page.max(1)).unwrap_or_default();
        Paging { page: page.min(last), last, per_page }
    }

    /// How many things stand before this page.
    pub fn before(&self) -> usize {
        self.page as usize * self.per_page
    }

    /// The things on this page.
    pub fn of<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        let from = self.before().min(all.len());
        &all[from..(from + self.per_page).min(all.len())]
    }

    /// The row that leads to the page before and the next one, with these labels; `None` where this is the only page. `data` is
    /// what the button to a page carries.
    pub fn row(&self, turn: &Turn<'_>, labels: [&str; 2], data: impl Fn(u32) -> String) -> Option<Vec<Button>> {
        let mut row = Vec::new();
        if let Some(before) = self.page.checked_sub(1) {
            row.push(turn.button(labels[0], data(before)));
        }
        if self.page < self.last {
            row.push(turn.button(labels[1], data(self.page + 1)));
        }
        (!row.is_empty()).then_some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_last_is_the_last_and_nothing_stands_twice() {
        let all: Vec<usize> = (0..12).collect();
        for (page, shown, last) in [(0, 0..5, 2), (1, 5..10, 2), (2, 10..12, 2), (9, 10..12, 2)] {
            let paging = Paging::new(page, all.len(), 5);
            assert_eq!((paging.of(&all), paging.last), (&all[shown], last));
        }
        let none: [usize; 0] = [];
        assert!(Paging::new(3, 0, 5).of(&none).is_empty());
        assert_eq!(Paging::new(1, 5, 5).page, 0);
    }
}
