//! Calendars: on which dates something that comes back falls, and the file with which people put it into their own calendar.
//!
//! Pure: no disk, no network, no clock. [`Series`] counts dates from a rule, on the wall clock of Amsterdam: who meets on
//! Sundays at ten meets at ten in winter and in summer. [`ics`] writes what a telephone's calendar reads.

pub mod ics;
mod series;
#[cfg(test)]
mod tests;

pub use series::{Occurrence, Refused, Series};
