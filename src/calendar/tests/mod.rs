//! What calendars have to get right: dates that stay where the rule puts them, and files that read back as they were meant.

mod files;
mod nights;
mod rules;

use chrono::{NaiveDate, NaiveDateTime};

use super::Series;
use crate::model::Moment;
use crate::when::wall;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

fn series(first: &str, rule: &str) -> Series {
    Series::new(at(first), Some(90), rule, Vec::new()).unwrap()
}

/// What the wall clock shows at the first dates of a series.
fn dates(series: &Series, how_many: usize) -> Vec<String> {
    let found = series.next(Moment(0), how_many);
    found.iter().map(|o| wall(o.start).format("%Y-%m-%d %H:%M").to_string()).collect()
}
