//! What the worklist decides by itself: in which order things stand there, and when a working day is over. Pure.

use chrono::{Datelike, Days, Weekday};

use crate::model::{Moment, PersonId};
use crate::text::{Day, in_daytime, local_date, local_day_start};

/// Seconds in which several new things are one notice.
pub const GATHER: i64 = 30 * 60;

/// Working days after which a thing that nobody took up is told of once more, and to the administrators too.
pub const WAITS: u32 = 2;

/// Working days after which a thing goes back to the list that somebody took up and left lying.
pub const KEEPS: u32 = 1;

/// The hour at which a working day begins.
const MORNING: u32 = 8;

fn is_free(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The same time so many working days later. What falls in the night or the weekend counts from the next working morning.
pub fn working_days_after(at: Moment, days: u32) -> Moment {
    let mut at = in_daytime(at);
    while is_free(local_date(at)) {
        at = local_day_start(tomorrow(local_date(at)), MORNING);
    }
    let mut day = local_date(at);
    // Counted from a wall clock's hour, so that a night in which the clock changes moves nothing.
    let time = at.since(local_day_start(day, MORNING));
    for _ in 0..days {
        day = tomorrow(day);
        while is_free(day) {
            day = tomorrow(day);
        }
    }
    local_day_start(day, MORNING).plus(time)
}

fn tomorrow(day: Day) -> Day {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Where a thing stands on the list: what nobody took up before what the reader works on, and that before what others do;
/// what is urgent first, then what is about today, then what waits longest.
pub fn rank(
    claimed_by: Option<PersonId>,
    reader: PersonId,
    (urgent, today): (bool, bool),
    made_at: Moment,
) -> (u8, bool, bool, Moment) {
    let whose = match claimed_by {
        None => 0,
        Some(by) if by == reader => 1,
        Some(_) => 2,
    };
    (whose, !urgent, !today, made_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, hour: u32, minute: i64) -> Moment {
        local_day_start(day.parse().unwrap(), hour).plus(minute * 60)
    }

    #[test]
    fn working_days_pass_over_nights_and_weekends() {
        // Monday 23 November 2026; 24 October is the Saturday on which the clock goes back in the night.
        for (from, days, to) in [
            (at("2026-11-23", 10, 5), 1, at("2026-11-24", 10, 5)),
            (at("2026-11-23", 10, 5), 2, at("2026-11-25", 10, 5)),
            (at("2026-11-27", 16, 0), 1, at("2026-11-30", 16, 0)),
            (at("2026-11-26", 16, 0), 2, at("2026-11-30", 16, 0)),
            (at("2026-11-27", 22, 0), 1, at("2026-12-01", 8, 0)),
            (at("2026-11-28", 12, 0), 1, at("2026-12-01", 8, 0)),
            (at("2026-11-23", 3, 0), 1, at("2026-11-24", 8, 0)),
            (at("2026-11-23", 22, 0), 0, at("2026-11-24", 8, 0)),
            (at("2026-10-23", 9, 30), 1, at("2026-10-26", 9, 30)),
            (at("2027-03-26", 20, 59), 1, at("2027-03-29", 20, 59)),
        ] {
            assert_eq!(working_days_after(from, days), to, "{days} days after {from:?}");
        }
    }

    #[test]
    fn what_nobody_works_on_stands_first_and_what_is_about_today_before_what_waits_long() {
        let (me, other) = (PersonId(1), PersonId(2));
        let list = [
            rank(None, me, (true, false), Moment(10)),
            rank(None, me, (false, true), Moment(9)),
            rank(None, me, (false, false), Moment(1)),
            rank(None, me, (false, false), Moment(5)),
            rank(Some(me), me, (false, false), Moment(0)),
            rank(Some(other), me, (true, true), Moment(0)),
        ];
        assert!(list.is_sorted());
    }
}
