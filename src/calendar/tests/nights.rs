//! The two nights in which the clock changes, and months that end too soon.

use super::{at, dates, day, series};
use crate::calendar::Series;
use crate::model::Moment;
use crate::when::wall;

#[test]
fn every_sunday_at_ten_stays_at_ten() {
    for first in ["2026-10-11T10:00", "2027-03-14T10:00"] {
        let sundays = series(first, "FREQ=WEEKLY;BYDAY=SU").next(Moment(0), 6);
        assert!(sundays.iter().all(|o| wall(o.start).time() == at(first).time()), "{sundays:?}");
        assert!(sundays.iter().all(|o| wall(o.start).date() == o.day));
        // In UTC it is eight in summer and nine in winter.
        let hours: Vec<i64> = sundays.iter().map(|o| o.start.0.rem_euclid(86_400) / 3600).collect();
        let expected = if first.starts_with("2026") { [8, 8, 9, 9, 9, 9] } else { [9, 9, 8, 8, 8, 8] };
        assert_eq!(hours, expected);
    }
}

#[test]
fn a_time_that_is_skipped_is_an_hour_later_and_of_two_the_first_counts() {
    let night = series("2027-03-21T02:30", "FREQ=WEEKLY");
    assert_eq!(dates(&night, 3), ["2027-03-21 02:30", "2027-03-28 03:30", "2027-04-04 02:30"]);
    assert_eq!(night.next(Moment(0), 2)[1].day, day("2027-03-28"));

    let twice = series("2026-10-18T02:30", "FREQ=WEEKLY").next(Moment(0), 3);
    // 00:30 UTC is 02:30 in summer time; an hour later it is 02:30 again.
    assert_eq!(twice[1].start.0.rem_euclid(86_400), 1800);
    assert_eq!(wall(twice[1].start.plus(3600)).time(), wall(twice[1].start).time());
    // It takes as long as ever.
    assert!(twice.iter().all(|o| o.end == Some(o.start.plus(90 * 60))));
}

#[test]
fn a_month_without_a_31st_has_no_date_until_the_last_day_is_meant() {
    let on_31st = series("2026-12-31T19:00", "FREQ=MONTHLY;BYMONTHDAY=31");
    assert!(on_31st.skips_months());
    assert_eq!(dates(&on_31st, 3), ["2026-12-31 19:00", "2027-01-31 19:00", "2027-03-31 19:00"]);

    let on_last = on_31st.on_last_day().unwrap();
    assert!(!on_last.skips_months());
    assert_eq!(on_last.rule(), "FREQ=MONTHLY;BYMONTHDAY=-1");
    assert_eq!(dates(&on_last, 3), ["2026-12-31 19:00", "2027-01-31 19:00", "2027-02-28 19:00"]);

    // From the 30th on, it moves to the last day at once, and 2028 is a leap year.
    let on_30th = series("2028-01-30T19:00", "FREQ=MONTHLY;COUNT=3").on_last_day().unwrap();
    assert_eq!(dates(&on_30th, 9), ["2028-01-31 19:00", "2028-02-29 19:00", "2028-03-31 19:00"]);
}

#[test]
fn which_rules_skip_months() {
    let skips = |first, rule| series(first, rule).skips_months();
    assert!(skips("2026-12-29T19:00", "FREQ=MONTHLY"));
    assert!(skips("2026-12-30T19:00", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=30;UNTIL=20271231"));
    assert!(!skips("2026-12-28T19:00", "FREQ=MONTHLY"));
    assert!(!skips("2026-12-28T19:00", "FREQ=MONTHLY;BYMONTHDAY=28"));
    assert!(!skips("2026-12-29T19:00", "FREQ=MONTHLY;BYDAY=-1TU"));
    assert!(!skips("2026-12-31T19:00", "FREQ=MONTHLY;BYMONTHDAY=-1"));
    assert!(!skips("2026-12-31T19:00", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=1,12"));
    assert!(!skips("2026-12-31T19:00", "FREQ=YEARLY"));
    assert!(!skips("2026-12-31T19:00", "FREQ=WEEKLY;BYDAY=TH"));
    let weekly = series("2026-12-31T19:00", "FREQ=WEEKLY;BYDAY=TH");
    assert_eq!(weekly.on_last_day(), Ok(weekly));
}

#[test]
fn the_end_of_a_rule_is_a_day_on_the_wall_clock() {
    // Late on the last day, which in UTC has an end that is an hour or two earlier.
    let end = |until: &str| dates(&series("2026-12-29T23:30", &format!("FREQ=DAILY;UNTIL={until}")), 9).len();
    assert_eq!(end("20261231T225959Z"), 3);
    assert_eq!(end("20261231"), 3);
    assert_eq!(end("20261231T235959"), 3);
    assert_eq!(end("20261231T222959Z"), 2);
}

#[test]
fn days_left_out_count_but_do_not_come() {
    let except = vec![day("2026-12-29"), day("2026-12-08")];
    let tuesdays = Series::new(at("2026-12-01T10:00"), None, "FREQ=WEEKLY;BYDAY=TU;COUNT=5", except).unwrap();
    assert_eq!(dates(&tuesdays, 9), ["2026-12-01 10:00", "2026-12-15 10:00", "2026-12-22 10:00"]);
    assert_eq!(tuesdays.next(Moment(0), 1)[0].end, None);
    assert_eq!(tuesdays.except(), [day("2026-12-08"), day("2026-12-29")]);
    assert_eq!((tuesdays.first(), tuesdays.minutes()), (at("2026-12-01T10:00"), None));
}

#[test]
fn what_begins_now_is_not_next() {
    let daily = series("2026-12-01T10:00", "FREQ=DAILY");
    let second = daily.next(Moment(0), 2)[1];
    assert_eq!(daily.next(second.start, 1)[0].day, day("2026-12-03"));
    assert_eq!(daily.next(second.start.plus(-1), 1), [second]);
    assert_eq!(daily.next(second.start, 0), []);
}
