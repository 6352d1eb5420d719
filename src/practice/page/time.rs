//! The page's clock: how far its buttons move the time of the whole neighbourhood, always forward.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Days, NaiveTime, TimeZone};
use chrono_tz::Europe::Amsterdam;
use serde::{Deserialize, Serialize};

use super::Page;
use crate::model::Moment;
use crate::practice::Arranged;

const HOUR: i64 = 3600;

#[derive(Deserialize)]
pub(super) struct Move {
    to: MoveTo,
}

/// How far the clock moves; never back.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum MoveTo {
    TenMinutes,
    OneHour,
    /// Eight in the evening of the same day, in the Netherlands; later than that it stays as it is.
    Evening,
    /// The next day at nine in the morning, in the Netherlands.
    TomorrowNine,
    OneWeek,
}

/// What time it has become, in milliseconds since 1970.
#[derive(Serialize)]
pub(super) struct Now {
    now_ms: i64,
}

/// `POST /api/clock`: moves the time for everything: the bot's reminders, and what it thinks 'tomorrow' is.
pub(super) async fn clock(State(page): State<Page>, Json(act): Json<Move>) -> Json<Now> {
    page.move_clock(act.to);
    Json(Now { now_ms: page.clock.now_ms() })
}

impl Page {
    /// Moves the clock and tells every window.
    pub(super) fn move_clock(&self, to: MoveTo) {
        self.clock.move_by(seconds(to, self.clock.now()));
        self.world.arranged(Arranged::ClockMoved);
    }
}

fn seconds(to: MoveTo, now: Moment) -> i64 {
    let until = |at: Option<Moment>| at.map_or(0, |at| at.since(now).max(0));
    match to {
        MoveTo::TenMinutes => 600,
        MoveTo::OneHour => HOUR,
        MoveTo::Evening => until(hour_of_day(now, 0, 20)),
        MoveTo::TomorrowNine => until(hour_of_day(now, 1, 9)),
        MoveTo::OneWeek => 7 * 24 * HOUR,
    }
}

/// This hour, so many days after `now`'s day, on the wall in the Netherlands. None past the calendar's end.
fn hour_of_day(now: Moment, days: u64, hour: u32) -> Option<Moment> {
    let here = DateTime::from_timestamp(now.0, 0)?.with_timezone(&Amsterdam);
    let day = here.date_naive().checked_add_days(Days::new(days))?;
    let at = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?);
    Amsterdam.from_local_datetime(&at).earliest().map(|at| Moment(at.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(at: &str) -> Moment {
        Moment(DateTime::parse_from_rfc3339(at).unwrap().timestamp())
    }

    #[test]
    fn tomorrow_begins_at_midnight_in_the_netherlands() {
        for (now, nine) in [
            ("2026-11-23T18:36:00+01:00", "2026-11-24T09:00:00+01:00"),
            ("2026-11-24T00:30:00+01:00", "2026-11-25T09:00:00+01:00"),
            // The nights in which the clock changes.
            ("2026-03-28T20:00:00+01:00", "2026-03-29T09:00:00+02:00"),
            ("2026-10-24T20:00:00+02:00", "2026-10-25T09:00:00+01:00"),
            ("2026-12-31T23:59:59+01:00", "2027-01-01T09:00:00+01:00"),
        ] {
            let later = moment(now).plus(seconds(MoveTo::TomorrowNine, moment(now)));
            assert_eq!(later, moment(nine), "{now}");
        }
    }

    #[test]
    fn the_evening_is_todays_and_never_goes_back() {
        for (now, then) in [
            ("2026-11-23T18:36:00+01:00", "2026-11-23T20:00:00+01:00"),
            ("2026-10-25T01:30:00+02:00", "2026-10-25T20:00:00+01:00"),
            ("2026-11-23T20:00:00+01:00", "2026-11-23T20:00:00+01:00"),
            ("2026-11-23T23:10:00+01:00", "2026-11-23T23:10:00+01:00"),
        ] {
            let later = moment(now).plus(seconds(MoveTo::Evening, moment(now)));
            assert_eq!(later, moment(then), "{now}");
        }
    }
}
