//! The page's clock: how far its buttons move the time of the whole neighbourhood, always forward.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Days, NaiveTime, TimeZone};
use chrono_tz::Europe::Amsterdam;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Page;
use super::door::{Carried, Order};
use crate::model::Moment;
use crate::practice::Arranged;

const HOUR: i64 = 3600;

#[derive(Deserialize)]
pub(super) struct Move {
    to: MoveTo,
}

/// How far the clock moves; never back.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum MoveTo {
    /// Until the bot does something by itself.
    Next,
    TenMinutes,
    OneHour,
    /// Eight in the evening of the same day, in the Netherlands; later than that it stays as it is.
    Evening,
    /// The next day at nine in the morning, in the Netherlands.
    TomorrowNine,
    OneDay,
    OneWeek,
}

/// What time it has become, in milliseconds since 1970.
#[derive(Serialize)]
pub(super) struct Now {
    now_ms: i64,
    /// The bot has nothing more planned that anybody would see.
    nothing: bool,
}

/// `POST /api/clock`: moves the time for everything: the bot's reminders, and what it thinks 'tomorrow' is.
///
/// While our own bot runs and is heard, the time passes moment by moment, and what it planned happens at its time. Otherwise the
/// clock jumps: as over a night in which the machine was off.
pub(super) async fn clock(State(page): State<Page>, Json(act): Json<Move>) -> Response {
    let refused = |why: &str| (StatusCode::CONFLICT, Json(json!({ "error": why }))).into_response();
    let mut nothing = false;
    if page.passes() {
        let order = match act.to {
            MoveTo::Next => Order::Next,
            to => Order::Until(page.clock.now().plus(seconds(to, page.clock.now()))),
        };
        match page.order(order).await {
            Ok(carried) => nothing = carried == Carried::NothingPlanned,
            Err(why) => return refused(why),
        }
    } else if act.to == MoveTo::Next {
        return refused("nobody here knows what the bot has planned");
    } else {
        page.jump(act.to);
    }
    Json(Now { now_ms: page.clock.now_ms(), nothing }).into_response()
}

impl Page {
    /// Moves the clock at once and tells every window.
    pub(super) fn jump(&self, to: MoveTo) {
        self.clock.move_by(seconds(to, self.clock.now()));
        self.world.arranged(Arranged::ClockMoved);
    }
}

/// How many seconds that is from now; where it depends on what is planned, none.
fn seconds(to: MoveTo, now: Moment) -> i64 {
    let until = |at: Option<Moment>| at.map_or(0, |at| at.since(now).max(0));
    let days = |days| same_time(now, days).map_or(days as i64 * 24 * HOUR, |at| at.since(now));
    match to {
        MoveTo::Next => 0,
        MoveTo::TenMinutes => 600,
        MoveTo::OneHour => HOUR,
        MoveTo::Evening => until(hour_of_day(now, 0, 20)),
        MoveTo::TomorrowNine => until(hour_of_day(now, 1, 9)),
        MoveTo::OneDay => days(1),
        MoveTo::OneWeek => days(7),
    }
}

/// The same time on the wall in the Netherlands, so many days later. `None` if that night has no such time.
fn same_time(now: Moment, days: u64) -> Option<Moment> {
    let later = DateTime::from_timestamp(now.0, 0)?.with_timezone(&Amsterdam).checked_add_days(Days::new(days))?;
    Some(Moment(later.timestamp()))
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

    /// Each of these moments, moved so.
    fn moves(cases: &[(&str, MoveTo, &str)]) {
        for (now, to, then) in cases {
            assert_eq!(moment(now).plus(seconds(*to, moment(now))), moment(then), "{now}");
        }
    }

    #[test]
    fn tomorrow_begins_at_midnight_in_the_netherlands() {
        moves(&[
            ("2026-11-23T18:36:00+01:00", MoveTo::TomorrowNine, "2026-11-24T09:00:00+01:00"),
            ("2026-11-24T00:30:00+01:00", MoveTo::TomorrowNine, "2026-11-25T09:00:00+01:00"),
            // The nights in which the clock changes.
            ("2026-03-28T20:00:00+01:00", MoveTo::TomorrowNine, "2026-03-29T09:00:00+02:00"),
            ("2026-10-24T20:00:00+02:00", MoveTo::TomorrowNine, "2026-10-25T09:00:00+01:00"),
            ("2026-12-31T23:59:59+01:00", MoveTo::TomorrowNine, "2027-01-01T09:00:00+01:00"),
        ]);
    }

    #[test]
    fn a_day_and_a_week_later_it_is_as_late_as_now() {
        moves(&[
            ("2026-11-23T18:36:10+01:00", MoveTo::OneDay, "2026-11-24T18:36:10+01:00"),
            ("2026-11-23T18:36:10+01:00", MoveTo::OneWeek, "2026-11-30T18:36:10+01:00"),
            // The nights in which the clock changes; there is no 02:30 in the one of spring.
            ("2027-03-27T10:00:00+01:00", MoveTo::OneDay, "2027-03-28T10:00:00+02:00"),
            ("2026-10-24T10:00:00+02:00", MoveTo::OneWeek, "2026-10-31T10:00:00+01:00"),
            ("2027-03-27T02:30:00+01:00", MoveTo::OneDay, "2027-03-28T03:30:00+02:00"),
        ]);
    }

    #[test]
    fn the_evening_is_todays_and_never_goes_back() {
        moves(&[
            ("2026-11-23T18:36:00+01:00", MoveTo::Evening, "2026-11-23T20:00:00+01:00"),
            ("2026-10-25T01:30:00+02:00", MoveTo::Evening, "2026-10-25T20:00:00+01:00"),
            ("2026-11-23T20:00:00+01:00", MoveTo::Evening, "2026-11-23T20:00:00+01:00"),
            ("2026-11-23T23:10:00+01:00", MoveTo::Evening, "2026-11-23T23:10:00+01:00"),
        ]);
    }
}
