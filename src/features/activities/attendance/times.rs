//! When somebody hears that a place came free for them, when they are asked once more, and when it goes to the next one.
//! How long each has depends on how near the activity is. Pure.

use crate::model::Moment;
use crate::text::{in_daytime, local_date};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Who has a place so shortly before it begins keeps it, whether they answer or not: nobody else could still be asked.
const KEEPS: i64 = 3 * HOUR;

/// How long somebody has to answer, and once more after they were asked again, by how much time there is until it begins.
const WAITS: &[(i64, i64)] = &[(7 * DAY, DAY), (2 * DAY, 6 * HOUR), (12 * HOUR, 2 * HOUR), (0, HOUR)];

/// When somebody is told of a place that came free now: not at night, unless it is about today or morning comes too late.
pub fn told_at(now: Moment, starts_at: Moment) -> Moment {
    let morning = in_daytime(now);
    if local_date(now) == local_date(starts_at) || morning >= starts_at { now } else { morning }
}

/// When who was told, or reminded, at this moment and says nothing is asked again, or loses the place. None: they keep it.
pub fn next_at(told: Moment, starts_at: Moment) -> Option<Moment> {
    let lead = starts_at.since(told);
    let wait = WAITS.iter().find(|(from, _)| lead >= *from).map_or(HOUR, |w| w.1);
    let at = if wait >= DAY { in_daytime(told.plus(wait)) } else { plus_daytime(told, wait) };
    (starts_at.since(at) >= KEEPS).then_some(at)
}

/// So many seconds later, of which none fall in the night.
fn plus_daytime(from: Moment, mut seconds: i64) -> Moment {
    let mut at = in_daytime(from);
    // A day has thirteen hours of daytime; what is waited for here is shorter than that.
    const STEP: i64 = HOUR / 4;
    while seconds > 0 {
        let step = seconds.min(STEP);
        at = in_daytime(at.plus(step));
        seconds -= step;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{local_day_start, local_time};

    fn at(day: &str, hour: u32, minute: i64) -> Moment {
        local_day_start(day.parse().unwrap(), hour).plus(minute * 60)
    }

    fn words(at: Moment) -> String {
        let (hour, minute) = local_time(at);
        format!("{} {hour:02}:{minute:02}", local_date(at))
    }

    #[test]
    fn the_times_of_a_place_that_came_free() {
        // Free at, begins at: told, asked again, goes to the next one.
        for (free, begins, told, again, passes) in [
            // Weeks away: a day and a day.
            (("2026-11-23", 10, 0), ("2026-12-15", 10, 0), "2026-11-23 10:00", "2026-11-24 10:00", "2026-11-25 10:00"),
            (("2026-11-23", 22, 0), ("2026-12-15", 10, 0), "2026-11-24 08:00", "2026-11-25 08:00", "2026-11-26 08:00"),
            // Days away: half a day, of which no hour is at night.
            (("2026-11-23", 10, 0), ("2026-11-27", 10, 0), "2026-11-23 10:00", "2026-11-23 16:00", "2026-11-24 09:00"),
            // Tomorrow: hours.
            (("2026-11-23", 10, 0), ("2026-11-24", 14, 0), "2026-11-23 10:00", "2026-11-23 12:00", "2026-11-23 14:00"),
            (("2026-11-23", 20, 0), ("2026-11-24", 14, 0), "2026-11-23 20:00", "2026-11-24 09:00", "2026-11-24 10:00"),
            (("2026-11-23", 23, 0), ("2026-11-24", 14, 0), "2026-11-24 08:00", "2026-11-24 09:00", "2026-11-24 10:00"),
            // Today: an hour, even in the early morning; and within three hours it is theirs.
            (("2026-11-23", 10, 0), ("2026-11-23", 16, 0), "2026-11-23 10:00", "2026-11-23 11:00", "2026-11-23 12:00"),
            (("2026-11-23", 6, 30), ("2026-11-23", 14, 0), "2026-11-23 06:30", "2026-11-23 09:00", "2026-11-23 10:00"),
            (("2026-11-23", 10, 0), ("2026-11-23", 14, 0), "2026-11-23 10:00", "2026-11-23 11:00", "keeps it"),
            (("2026-11-23", 10, 0), ("2026-11-23", 13, 0), "2026-11-23 10:00", "keeps it", "keeps it"),
            // Morning would come too late.
            (("2026-11-23", 22, 0), ("2026-11-24", 7, 0), "2026-11-23 22:00", "keeps it", "keeps it"),
            (("2026-11-23", 22, 0), ("2026-11-24", 9, 0), "2026-11-24 08:00", "keeps it", "keeps it"),
            // The night in which the clock goes back, and the one in which it goes forward.
            (("2026-10-24", 22, 0), ("2026-11-20", 10, 0), "2026-10-25 08:00", "2026-10-26 08:00", "2026-10-27 08:00"),
            (("2026-10-24", 8, 30), ("2026-11-20", 10, 0), "2026-10-24 08:30", "2026-10-25 08:00", "2026-10-26 08:00"),
            (("2026-10-24", 19, 0), ("2026-10-25", 16, 0), "2026-10-24 19:00", "2026-10-25 08:00", "2026-10-25 09:00"),
            (("2027-03-27", 20, 30), ("2027-03-28", 15, 0), "2027-03-27 20:30", "2027-03-28 09:30", "2027-03-28 10:30"),
        ] {
            let moment = |(day, hour, minute): (&str, u32, i64)| at(day, hour, minute);
            let (free, begins) = (moment(free), moment(begins));
            let is_told = told_at(free, begins);
            let is_asked = next_at(is_told, begins);
            let or_not = |at: Option<Moment>| at.map_or("keeps it".to_owned(), words);
            let got = (words(is_told), or_not(is_asked), or_not(is_asked.and_then(|a| next_at(a, begins))));
            assert_eq!(got, (told.to_owned(), again.to_owned(), passes.to_owned()), "free {}", words(free));
        }
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        #[test]
        fn nobody_loses_a_place_at_night_or_at_the_last_moment(free in 1_790_000_000i64..1_830_000_000, lead in 0i64..40 * DAY) {
            let (free, begins) = (Moment(free), Moment(free + lead));
            let told = told_at(free, begins);
            prop_assert!(told >= free && (told == free || told < begins));
            let mut last = told;
            while let Some(at) = next_at(last, begins) {
                prop_assert!(at > last && begins.since(at) >= KEEPS);
                prop_assert!(in_daytime(at) == at, "{}", words(at));
                last = at;
            }
        }
    }
}
