//! When an activity is spoken of by itself: reminders, what is said about a change, the question how many came. On the wall clock
//! of Amsterdam, and never at night. Pure.

use chrono::Days;

use super::jobs::Job;
use crate::model::Moment;
use crate::text::{Day, in_daytime, local_date, local_day_start, local_time};

/// Seconds before its beginning at which those who come are reminded for the last time.
const SHORTLY: i64 = 2 * 3600;

/// The hour of the evening at which they are, where that would be in the night.
const EVENING: u32 = 20;

/// The first and the last hour at which they are reminded the day before.
const DAY_BEFORE: (u32, u32) = (9, 18);

/// The hour at which the organiser is asked how many came.
const ASKED_AT: u32 = 10;

/// Seconds in the morning that are enough to read that something changed in the night.
const ENOUGH: i64 = 2 * 3600;

/// Days after which nobody is asked any more how many came.
const ASK_WITHIN: i64 = 7;

/// A reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// The day before, at the hour of the activity, between nine and six.
    DayBefore,
    /// Two hours before; where that is in the night, the evening before it.
    Shortly,
}

impl Reminder {
    /// Both of them, the earlier first.
    pub const ALL: [Reminder; 2] = [Reminder::DayBefore, Reminder::Shortly];

    /// Its job.
    pub fn job(self) -> Job {
        match self {
            Reminder::DayBefore => Job::RemindDayBefore,
            Reminder::Shortly => Job::RemindShortly,
        }
    }

    /// When it is due for what begins at a moment. The day before has one reminder: where the later one is in its evening, the
    /// earlier one is left out.
    pub fn due(self, starts_at: Moment) -> Option<Moment> {
        let last = shortly(starts_at);
        match self {
            Reminder::Shortly => Some(last),
            Reminder::DayBefore => {
                let day = before(local_date(starts_at));
                (local_date(last) != day).then(|| on_the_day_before(day, starts_at))
            }
        }
    }

    /// Returns true if it is the first one for what begins then.
    pub fn is_first(self, starts_at: Moment) -> bool {
        self == Reminder::DayBefore || Reminder::DayBefore.due(starts_at).is_none()
    }

    /// When it is said, where it is handled now: at once, in the morning where it is night by now. None: it is of no use any
    /// more, because the next one is near or it has begun.
    pub fn said_at(self, starts_at: Moment, now: Moment) -> Option<Moment> {
        let until = match self {
            // On the day itself the other one is enough.
            Reminder::DayBefore => local_day_start(local_date(starts_at), 0),
            Reminder::Shortly => starts_at,
        };
        Some(in_daytime(now)).filter(|at| *at < until)
    }
}

fn before(day: Day) -> Day {
    day.checked_sub_days(Days::new(1)).unwrap_or(day)
}

fn shortly(starts_at: Moment) -> Moment {
    let at = starts_at.plus(-SHORTLY);
    if in_daytime(at) == at {
        return at;
    }
    let evening = local_day_start(local_date(at), EVENING);
    if evening <= at { evening } else { local_day_start(before(local_date(at)), EVENING) }
}

fn on_the_day_before(day: Day, starts_at: Moment) -> Moment {
    let (hour, minute) = local_time(starts_at);
    let (first, last) = DAY_BEFORE;
    match hour {
        _ if hour < first => local_day_start(day, first),
        _ if hour >= last => local_day_start(day, last),
        _ => local_day_start(day, hour).plus(i64::from(minute) * 60),
    }
}

/// When those whom it concerns hear what changed now, about what begins at a moment: at once, but at night in the morning,
/// where that is early enough.
pub fn news_at(now: Moment, starts_at: Moment) -> Moment {
    let morning = in_daytime(now);
    if morning == now || starts_at.since(morning) < ENOUGH { now } else { morning }
}

/// When the organiser is asked how many came to what was over at a moment: the next morning.
pub fn asked_at(over_at: Moment) -> Moment {
    let day = local_date(over_at);
    // What goes on after midnight belongs to the day before.
    let (hour, _) = local_time(over_at);
    let morning = if hour < 6 { day } else { day.checked_add_days(Days::new(1)).unwrap_or(day) };
    local_day_start(morning, ASKED_AT)
}

/// Returns true if it is too long ago to be asked.
pub fn is_long_ago(over_at: Moment, now: Moment) -> bool {
    now.since(over_at) > ASK_WITHIN * 86_400
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Moment {
        let (day, time) = text.split_once(' ').unwrap();
        let (hour, minute) = time.split_once(':').unwrap();
        local_day_start(day.parse().unwrap(), hour.parse().unwrap()).plus(minute.parse::<i64>().unwrap() * 60)
    }

    #[test]
    fn reminders_from_midnight_to_midnight() {
        for (starts, day, soon) in [
            // In the night and the early morning there is one reminder: the evening before.
            ("2026-11-24 00:00", None, "2026-11-23 20:00"),
            ("2026-11-24 00:30", None, "2026-11-23 20:00"),
            ("2026-11-24 07:00", None, "2026-11-23 20:00"),
            ("2026-11-24 09:59", None, "2026-11-23 20:00"),
            ("2026-11-24 10:00", Some("2026-11-23 10:00"), "2026-11-24 08:00"),
            ("2026-11-24 14:30", Some("2026-11-23 14:30"), "2026-11-24 12:30"),
            ("2026-11-24 17:59", Some("2026-11-23 17:59"), "2026-11-24 15:59"),
            ("2026-11-24 18:00", Some("2026-11-23 18:00"), "2026-11-24 16:00"),
            ("2026-11-24 20:15", Some("2026-11-23 18:00"), "2026-11-24 18:15"),
            ("2026-11-24 22:59", Some("2026-11-23 18:00"), "2026-11-24 20:59"),
            // Two hours before would be after nine in the evening.
            ("2026-11-24 23:00", Some("2026-11-23 18:00"), "2026-11-24 20:00"),
            ("2026-11-24 23:59", Some("2026-11-23 18:00"), "2026-11-24 20:00"),
            // The night in which the clock goes forward, 28 March 2027.
            ("2027-03-28 00:30", None, "2027-03-27 20:00"),
            ("2027-03-28 03:00", None, "2027-03-27 20:00"),
            ("2027-03-28 09:30", None, "2027-03-27 20:00"),
            ("2027-03-28 10:00", Some("2027-03-27 10:00"), "2027-03-28 08:00"),
            ("2027-03-29 10:00", Some("2027-03-28 10:00"), "2027-03-29 08:00"),
            // The night in which it goes back, 31 October 2027.
            ("2027-10-31 02:30", None, "2027-10-30 20:00"),
            ("2027-10-31 10:00", Some("2027-10-30 10:00"), "2027-10-31 08:00"),
            ("2027-11-01 07:00", None, "2027-10-31 20:00"),
            ("2027-11-01 19:00", Some("2027-10-31 18:00"), "2027-11-01 17:00"),
            // Over the turn of the year.
            ("2027-01-01 00:00", None, "2026-12-31 20:00"),
            ("2027-01-01 14:00", Some("2026-12-31 14:00"), "2027-01-01 12:00"),
        ] {
            let starts_at = at(starts);
            assert_eq!(Reminder::DayBefore.due(starts_at), day.map(at), "the day before {starts}");
            assert_eq!(Reminder::Shortly.due(starts_at), Some(at(soon)), "shortly before {starts}");
            assert_eq!(Reminder::Shortly.is_first(starts_at), day.is_none(), "{starts}");
        }
    }

    #[test]
    fn a_late_reminder_is_said_while_it_is_of_use() {
        for (which, starts, now, said) in [
            (Reminder::DayBefore, "2026-11-24 10:00", "2026-11-23 10:00", Some("2026-11-23 10:00")),
            (Reminder::DayBefore, "2026-11-24 10:00", "2026-11-23 20:59", Some("2026-11-23 20:59")),
            // In the morning it is the day itself, which has a reminder of its own.
            (Reminder::DayBefore, "2026-11-24 10:00", "2026-11-23 21:00", None),
            (Reminder::DayBefore, "2026-11-24 14:00", "2026-11-24 03:00", None),
            (Reminder::DayBefore, "2026-11-24 14:00", "2026-11-24 12:00", None),
            (Reminder::Shortly, "2026-11-24 10:00", "2026-11-24 09:59", Some("2026-11-24 09:59")),
            (Reminder::Shortly, "2026-11-24 10:00", "2026-11-24 10:00", None),
            (Reminder::Shortly, "2026-11-24 07:00", "2026-11-23 22:00", None),
            (Reminder::Shortly, "2026-11-24 09:30", "2026-11-23 22:00", Some("2026-11-24 08:00")),
            (Reminder::Shortly, "2026-11-24 23:30", "2026-11-24 21:30", None),
        ] {
            assert_eq!(which.said_at(at(starts), at(now)), said.map(at), "{which:?} of {starts} at {now}");
        }
    }

    #[test]
    fn news_waits_for_the_morning_where_it_can() {
        for (now, starts, said) in [
            ("2026-11-23 15:00", "2026-11-24 10:00", "2026-11-23 15:00"),
            ("2026-11-23 23:00", "2026-11-24 10:00", "2026-11-24 08:00"),
            ("2026-11-23 23:00", "2026-11-24 09:59", "2026-11-23 23:00"),
            ("2026-11-24 03:00", "2026-11-24 07:00", "2026-11-24 03:00"),
            ("2026-11-24 03:00", "2026-12-24 07:00", "2026-11-24 08:00"),
            ("2027-03-27 23:00", "2027-03-28 10:00", "2027-03-28 08:00"),
        ] {
            assert_eq!(news_at(at(now), at(starts)), at(said), "{now} about {starts}");
        }
    }

    #[test]
    fn the_organiser_is_asked_the_next_morning() {
        for (over, asked) in [
            ("2026-11-24 12:00", "2026-11-25 10:00"),
            ("2026-11-24 23:30", "2026-11-25 10:00"),
            ("2026-11-25 02:00", "2026-11-25 10:00"),
            ("2027-03-28 01:30", "2027-03-28 10:00"),
            ("2027-10-30 17:00", "2027-10-31 10:00"),
        ] {
            assert_eq!(asked_at(at(over)), at(asked), "{over}");
        }
        assert!(!is_long_ago(at("2026-11-24 12:00"), at("2026-12-01 12:00")));
        assert!(is_long_ago(at("2026-11-24 12:00"), at("2026-12-01 12:01")));
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        #[test]
        fn nobody_is_reminded_at_night_or_after_the_beginning(starts in 1_700_000_000i64..1_900_000_000, late in 0i64..200_000) {
            let starts_at = Moment(starts);
            let mut last = Moment(0);
            for which in Reminder::ALL {
                let Some(due) = which.due(starts_at) else { continue };
                prop_assert_eq!(in_daytime(due), due);
                prop_assert!(due < starts_at && due > last);
                prop_assert!(local_date(due) == local_date(starts_at) || local_date(due) == before(local_date(starts_at)));
                last = due;
                prop_assert_eq!(which.said_at(starts_at, due), Some(due));
                if let Some(said) = which.said_at(starts_at, due.plus(late)) {
                    prop_assert_eq!(in_daytime(said), said);
                    prop_assert!(said >= due.plus(late) && said < starts_at);
                }
            }
        }
    }
}
