//! When the dates of a series are made, and when its organiser is asked whether a date goes on. Pure.
//!
//! Some days ahead they are asked, a day later once more. On the day before, who signed up hears that it is not certain; what
//! nobody said yes to is called off two hours ahead, aloud. Nothing of it falls in the night.

use chrono::{Days, NaiveDate};

use crate::calendar::{Occurrence, Series};
use crate::features::activities::model::Asked;
use crate::model::Moment;
use crate::text::{Day, in_daytime, local_date, local_day_start};

const HOUR: i64 = 3600;

/// Days ahead for which dates are made.
pub const AHEAD: i64 = 35;

/// Dates that are made however far ahead they are.
const AT_LEAST: usize = 2;

/// Most dates that are made ahead.
const AT_MOST: usize = 8;

/// Dates in a row without a word, after which the team looks along.
pub const SILENT: i64 = 2;

/// The dates that are to be there at a moment: those of the next weeks, at least two and at most eight.
pub fn ahead(series: &Series, now: Moment) -> Vec<Occurrence> {
    let far = now.plus_days(AHEAD);
    let next = series.next(now, AT_MOST).into_iter().enumerate();
    next.filter(|(n, date)| *n < AT_LEAST || date.start <= far).map(|(_, date)| date).collect()
}

/// How fast a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// On most days.
    Daily,
    /// Every week or two, or more than once a week.
    Weekly,
    /// More seldom.
    Monthly,
}

impl Pace {
    /// By the days that lie between its first dates.
    pub fn of(series: &Series) -> Pace {
        let first = series.next(Moment(i64::MIN), AT_MOST);
        let gaps = i64::try_from(first.len().saturating_sub(1)).unwrap_or_default();
        let days = match (first.first(), first.last()) {
            (Some(first), Some(last)) if gaps > 0 => (last.day - first.day).num_days() / gaps,
            _ => 7,
        };
        match days {
            ..3 => Pace::Daily,
            3..20 => Pace::Weekly,
            _ => Pace::Monthly,
        }
    }

    /// How many days ahead, and at which hour, its organiser is asked.
    fn ask(self) -> (u64, u32) {
        match self {
            Pace::Daily => (1, 10),
            Pace::Weekly => (3, 10),
            Pace::Monthly => (7, 10),
        }
    }

    /// The hour of the day before at which it is said that it is not certain.
    fn doubt(self) -> u32 {
        match self {
            Pace::Daily => 19,
            Pace::Weekly | Pace::Monthly => 10,
        }
    }

    /// Seconds after the question at which it is asked once more.
    fn again(self) -> i64 {
        match self {
            Pace::Daily => 6 * HOUR,
            Pace::Weekly | Pace::Monthly => 24 * HOUR,
        }
    }

    /// Days ahead of which its organiser is asked, for the words that say so.
    pub fn days_ahead(self) -> i64 {
        i64::try_from(self.ask().0).unwrap_or_default()
    }
}

/// What is to be done next about such a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask its organiser.
    Ask,
    /// Ask once more.
    Again,
    /// Tell who signed up that it is not certain, and count the silence.
    Doubt,
    /// Nobody said yes: it does not happen, and who signed up reads that.
    End,
}

fn hour_before(start: Moment, days: u64, hour: u32) -> Moment {
    let day: Day = local_date(start);
    local_day_start(day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN), hour)
}

/// When a date that begins at `start` is to be asked about, where nothing is late.
pub fn ask_at(pace: Pace, start: Moment) -> Moment {
    let (days, hour) = pace.ask();
    hour_before(start, days, hour)
}

/// When it is called off that nobody said yes to: two hours ahead, or the evening before where that is night. Who has only just read
/// that it is not certain gets an hour, if there is one.
fn end_at(start: Moment, doubted: Moment) -> Moment {
    let ahead = start.plus(-2 * HOUR);
    let ahead = if in_daytime(ahead) == ahead { ahead } else { hour_before(start, 1, 20) };
    let end = ahead.max(doubted.plus(HOUR));
    in_daytime(end).min(start)
}

/// The next step, and when it is due: at once, where that moment is past. With `unanswered` nobody is asked any more.
pub fn next(pace: Pace, start: Moment, asked: Asked, unanswered: bool, now: Moment) -> (Step, Moment) {
    if now >= start {
        return (Step::End, start);
    }
    if let Some(doubted) = asked.doubted {
        return (Step::End, end_at(start, doubted));
    }
    let planned = hour_before(start, 1, pace.doubt());
    let Some(at) = asked.at else {
        return if unanswered { (Step::Doubt, planned) } else { (Step::Ask, ask_at(pace, start)) };
    };
    let doubt = in_daytime(planned.max(at.plus(3 * HOUR)));
    // Asked so late that there is no time to wait for an answer: who signed up reads it at once.
    let doubt = if doubt.plus(2 * HOUR) > start { at } else { doubt };
    let again = in_daytime(at.plus(pace.again()));
    if asked.again.is_none() && !unanswered && again.plus(2 * HOUR) <= doubt && now < doubt {
        (Step::Again, again)
    } else {
        (Step::Doubt, doubt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::wall;
    use chrono::{NaiveDateTime, TimeZone};
    use proptest::prelude::*;

    fn at(words: &str) -> Moment {
        let wall = NaiveDateTime::parse_from_str(words, "%Y-%m-%d %H:%M").unwrap();
        Moment(chrono_tz::Europe::Amsterdam.from_local_datetime(&wall).earliest().unwrap().timestamp())
    }

    fn shown(moment: Moment) -> String {
        wall(moment).format("%Y-%m-%d %H:%M").to_string()
    }

    fn series(first: &str, rule: &str) -> Series {
        let first = NaiveDateTime::parse_from_str(first, "%Y-%m-%d %H:%M").unwrap();
        Series::new(first, Some(120), rule, Vec::new()).unwrap()
    }

    #[test]
    fn dates_are_made_some_weeks_ahead() {
        for (first, rule, now, days) in [
            (
                "2026-11-24 10:00",
                "FREQ=WEEKLY;BYDAY=TU",
                "2026-11-23 10:00",
                vec!["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"],
            ),
            ("2026-11-24 10:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2026-11-24 10:00", vec!["2026-12-01"]),
            ("2026-11-24 10:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2026-12-24 10:00", vec![]),
            // However far ahead the next two are.
            ("2026-12-31 10:00", "FREQ=MONTHLY;BYMONTHDAY=31", "2026-11-23 10:00", vec!["2026-12-31", "2027-01-31"]),
            ("2026-12-31 10:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-31 10:00", vec!["2027-02-28", "2027-03-31"]),
            // After weeks of downtime: nothing in the past.
            (
                "2026-11-24 10:00",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
                "2026-12-30 10:00",
                vec!["2027-01-05", "2027-01-19", "2027-02-02"],
            ),
        ] {
            let found = ahead(&series(first, rule), at(now));
            let found: Vec<String> = found.iter().map(|o| o.day.to_string()).collect();
            assert_eq!(found, days, "{rule} at {now}");
        }
        assert_eq!(ahead(&series("2026-11-24 10:00", "FREQ=DAILY"), at("2026-11-23 10:00")).len(), 8);
    }

    #[test]
    fn ten_stays_ten_when_the_clock_changes() {
        for (now, dates) in [
            ("2027-03-15 10:00", ["2027-03-21 10:00", "2027-03-28 10:00", "2027-04-04 10:00"]),
            ("2027-10-20 10:00", ["2027-10-24 10:00", "2027-10-31 10:00", "2027-11-07 10:00"]),
        ] {
            let found = ahead(&series("2026-11-29 10:00", "FREQ=WEEKLY;BYDAY=SU"), at(now));
            let found: Vec<String> = found.iter().take(3).map(|o| shown(o.start)).collect();
            assert_eq!(found, dates);
        }
    }

    #[test]
    fn the_pace_is_that_of_the_first_dates() {
        for (rule, pace) in [
            ("FREQ=DAILY", Pace::Daily),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Pace::Daily),
            ("FREQ=WEEKLY;BYDAY=MO,TH", Pace::Weekly),
            ("FREQ=WEEKLY;BYDAY=MO", Pace::Weekly),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", Pace::Weekly),
            ("FREQ=MONTHLY;BYDAY=1MO", Pace::Monthly),
            ("FREQ=YEARLY", Pace::Monthly),
            ("FREQ=WEEKLY;BYDAY=MO;COUNT=1", Pace::Weekly),
        ] {
            assert_eq!(Pace::of(&series("2026-11-23 10:00", rule)), pace, "{rule}");
        }
    }

    /// Every step of a date of which its organiser says nothing, as the wall clock shows it.
    fn course(pace: Pace, start: &str, from: &str, unanswered: bool) -> Vec<(Step, String)> {
        let (start, mut now) = (at(start), at(from));
        let mut asked = Asked::default();
        let mut steps = Vec::new();
        loop {
            let (step, due) = next(pace, start, asked, unanswered, now);
            now = now.max(due);
            steps.push((step, shown(now)));
            match step {
                Step::Ask => asked.at = Some(now),
                Step::Again => asked.again = Some(now),
                Step::Doubt => asked = Asked { at: asked.at.or(Some(now)), doubted: Some(now), ..asked },
                Step::End => return steps,
            }
        }
    }

    #[test]
    fn an_organiser_is_asked_some_days_ahead() {
        use Step::{Again, Ask, Doubt, End};
        for (pace, start, from, steps) in [
            (
                Pace::Weekly,
                "2026-12-01 10:00",
                "2026-11-23 10:00",
                vec![
                    (Ask, "2026-11-28 10:00"),
                    (Again, "2026-11-29 10:00"),
                    (Doubt, "2026-11-30 10:00"),
                    (End, "2026-12-01 08:00"),
                ],
            ),
            (
                Pace::Daily,
                "2026-12-01 10:00",
                "2026-11-23 10:00",
                vec![
                    (Ask, "2026-11-30 10:00"),
                    (Again, "2026-11-30 16:00"),
                    (Doubt, "2026-11-30 19:00"),
                    (End, "2026-12-01 08:00"),
                ],
            ),
            (
                Pace::Monthly,
                "2026-12-31 10:00",
                "2026-11-23 10:00",
                vec![
                    (Ask, "2026-12-24 10:00"),
                    (Again, "2026-12-25 10:00"),
                    (Doubt, "2026-12-30 10:00"),
                    (End, "2026-12-31 08:00"),
                ],
            ),
            // Over the night in which the clock goes forward.
            (
                Pace::Weekly,
                "2027-03-28 10:00",
                "2027-03-20 10:00",
                vec![
                    (Ask, "2027-03-25 10:00"),
                    (Again, "2027-03-26 10:00"),
                    (Doubt, "2027-03-27 10:00"),
                    (End, "2027-03-28 08:00"),
                ],
            ),
            // The program was off: what is late is done at once, and the rest keeps its distance.
            (
                Pace::Weekly,
                "2026-12-01 10:00",
                "2026-11-29 15:00",
                vec![(Ask, "2026-11-29 15:00"), (Doubt, "2026-11-30 10:00"), (End, "2026-12-01 08:00")],
            ),
            (
                Pace::Weekly,
                "2026-12-01 10:00",
                "2026-11-30 12:00",
                vec![(Ask, "2026-11-30 12:00"), (Doubt, "2026-11-30 15:00"), (End, "2026-12-01 08:00")],
            ),
            (
                Pace::Weekly,
                "2026-12-01 08:30",
                "2026-11-30 20:30",
                vec![(Ask, "2026-11-30 20:30"), (Doubt, "2026-11-30 20:30"), (End, "2026-12-01 08:00")],
            ),
            (
                Pace::Weekly,
                "2026-12-01 10:00",
                "2026-12-01 09:00",
                vec![(Ask, "2026-12-01 09:00"), (Doubt, "2026-12-01 09:00"), (End, "2026-12-01 10:00")],
            ),
            (Pace::Weekly, "2026-12-01 10:00", "2026-12-02 09:00", vec![(End, "2026-12-02 09:00")]),
        ] {
            let steps: Vec<(Step, String)> = steps.into_iter().map(|(s, w)| (s, w.to_owned())).collect();
            assert_eq!(course(pace, start, from, false), steps, "{pace:?} {start} from {from}");
        }
        let unanswered = course(Pace::Weekly, "2026-12-01 10:00", "2026-11-23 10:00", true);
        assert_eq!(unanswered, [(Doubt, "2026-11-30 10:00".to_owned()), (End, "2026-12-01 08:00".to_owned())]);
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        #[test]
        fn whatever_happens_it_comes_to_an_end_and_who_signed_up_is_told_before(
            start in 1_790_000_000i64..1_900_000_000,
            before in 1i64..2_000_000,
            late in proptest::collection::vec(0i64..200_000, 4),
            unanswered in any::<bool>(),
        ) {
            for pace in [Pace::Daily, Pace::Weekly, Pace::Monthly] {
                let (start, mut now) = (Moment(start), Moment(start - before));
                let mut asked = Asked::default();
                for late in &late {
                    let (step, due) = next(pace, start, asked, unanswered, now);
                    now = now.max(due).plus(*late);
                    match next(pace, start, asked, unanswered, now).0 {
                        Step::Ask => asked.at = Some(now),
                        Step::Again => asked.again = Some(now),
                        Step::Doubt => { prop_assert!(now < start); asked.doubted = Some(now) }
                        Step::End => { prop_assert!(now >= start || asked.doubted.is_some()); break }
                    }
                    prop_assert!(step != Step::End || due <= start);
                }
            }
        }
    }
}
