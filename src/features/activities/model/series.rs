//! A series: an activity that comes back, and what was asked about one of its dates. Pure.

use super::What;
use crate::model::{ActivityId, Moment, NeighbourhoodId, PersonId, SeriesId};
use crate::text::Day;
use crate::when::Timing;

/// An activity that comes back.
#[derive(Clone, Debug)]
pub struct ActivitySeries {
    /// Key.
    pub id: SeriesId,
    /// Where it belongs.
    pub neighbourhood: NeighbourhoodId,
    /// Whose.
    pub organiser: PersonId,
    /// What a new date is made of.
    pub what: What,
    /// When it first was, and how it comes back.
    pub timing: Timing,
    /// Last day up to which dates were made.
    pub made_until: Option<Day>,
    /// The date with which it stands on the worklist, because its organiser says nothing any more.
    pub on_worklist: Option<ActivityId>,
    /// No dates come any more.
    pub ended: bool,
}

/// What was done about a date of which is not known whether it goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// When its organiser was asked.
    pub at: Option<Moment>,
    /// When once more.
    pub again: Option<Moment>,
    /// When who signed up was told that it is not certain.
    pub doubted: Option<Moment>,
}
