//! The wall clock of Amsterdam: what it shows at a moment, and the two nights a year in which an hour is skipped or comes twice.

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Amsterdam;

use crate::model::Moment;

/// What the wall clock shows at a moment.
pub fn wall(at: Moment) -> NaiveDateTime {
    DateTime::from_timestamp(at.0, 0).unwrap_or_default().with_timezone(&Amsterdam).naive_local()
}

/// The moment at which the wall clock first shows this; in the hour that is skipped, what it shows an hour later.
pub fn moment(wall: NaiveDateTime) -> Moment {
    let found = Amsterdam.from_local_datetime(&wall).earliest();
    let found =
        found.or_else(|| Amsterdam.from_local_datetime(&(wall.checked_add_signed(TimeDelta::hours(1))?)).earliest());
    Moment(found.map_or_else(|| wall.and_utc().timestamp(), |t| t.timestamp()))
}

/// Returns whether the wall clock never shows this, because it was put forward.
pub fn is_skipped(wall: NaiveDateTime) -> bool {
    matches!(Amsterdam.from_local_datetime(&wall), MappedLocalTime::None)
}

/// Returns whether the wall clock shows this twice, because it was put back.
pub fn is_twice(wall: NaiveDateTime) -> bool {
    matches!(Amsterdam.from_local_datetime(&wall), MappedLocalTime::Ambiguous(..))
}

/// What the wall clock shows so many seconds later.
pub fn later(from: NaiveDateTime, seconds: i64) -> NaiveDateTime {
    if seconds == 0 {
        return from;
    }
    wall(Moment(moment(from).0.saturating_add(seconds)))
}
