//! Rules: those that the reader of sentences makes, counted day by day beside; and whatever else somebody may write.

use std::time::{Duration, Instant};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::{at, dates, day, series};
use crate::calendar::{Refused, Series};
use crate::model::Moment;
use crate::when::{Purpose, read_at};

#[test]
fn what_people_say_can_be_counted() {
    let next = |sentence: &str| {
        let said = read_at(sentence, at("2026-11-23T10:00"), Purpose::Activity).unwrap();
        let (time, repeat) = (said.start.time.unwrap(), said.repeat.clone().unwrap());
        let all = Series::new(said.start.day.and_time(time), None, &said.rule().unwrap(), repeat.except);
        dates(&all.unwrap(), 3).join(", ")
    };
    for (sentence, expected) in [
        ("koffie elke dinsdag 10-12 u", "2026-11-24 10:00, 2026-12-01 10:00, 2026-12-08 10:00"),
        ("elke dinsdag 10-12 u, behalve 1 december", "2026-11-24 10:00, 2026-12-08 10:00, 2026-12-15 10:00"),
        ("om de week woensdag 14 uur", "2026-11-25 14:00, 2026-12-09 14:00, 2026-12-23 14:00"),
        ("iedere eerste maandag van de maand om 19.30", "2026-12-07 19:30, 2027-01-04 19:30, 2027-02-01 19:30"),
        ("elke laatste vrijdag van de maand 17 uur", "2026-11-27 17:00, 2026-12-25 17:00, 2027-01-29 17:00"),
        ("doordeweeks om 9 uur 's ochtends", "2026-11-24 09:00, 2026-11-25 09:00, 2026-11-26 09:00"),
        ("elke dag om 10 uur t/m 25 november", "2026-11-24 10:00, 2026-11-25 10:00"),
        ("elke 31e van de maand om 15 uur", "2026-12-31 15:00, 2027-01-31 15:00, 2027-03-31 15:00"),
    ] {
        assert_eq!(next(sentence), expected, "{sentence}");
    }
}

#[test]
fn what_never_comes_is_soon_found_out() {
    for rule in [
        "FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=53",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    ] {
        let begun = Instant::now();
        assert_eq!(series("2026-11-24T10:00", rule).next(Moment(0), 10), [], "{rule}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{rule} took {:?}", begun.elapsed());
    }
}

#[test]
fn what_is_refused_is_said() {
    let refused = |rule: &str| Series::new(at("2026-11-24T10:00"), None, rule, Vec::new()).unwrap_err();
    for rule in [
        "",
        "elke dinsdag",
        "FREQ",
        "FREQ=WEEKLY;",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=MONTHLY;BYMONTHDAY=",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY\nRRULE:FREQ=DAILY",
        "FREQ=WÉKLY",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYDAY=0MO,XTU",
    ] {
        assert_eq!(refused(rule), Refused::Form, "{rule}");
    }
    for rule in ["FREQ=HOURLY", "FREQ=SECONDLY;INTERVAL=90000", "FREQ=DAILY;BYHOUR=9,10", "FREQ=DAILY;BYMINUTE=1,2"] {
        assert_eq!(refused(rule), Refused::WithinADay, "{rule}");
    }
    assert_eq!(refused("FREQ=DAILY;BYEASTER=1").to_string(), "a rule has no part BYEASTER");
    for rule in [
        "INTERVAL=2",
        "FREQ=SOMETIMES",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=DAILY;UNTIL=20261123",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=WEEKLY;BYDAY=ZZ",
    ] {
        let said = refused(&rule.to_uppercase());
        assert!(matches!(said, Refused::Rule(_)), "{rule}: {said:?}");
    }
    let far = at("9999-01-01T10:00");
    assert_eq!(Series::new(far, None, "FREQ=DAILY", Vec::new()), Err(Refused::Year));
}

/// A rule of the kinds that people's words make, and whether it falls on a day, counted without it.
#[derive(Clone, Debug)]
enum Kind {
    Days(u32),
    Weeks(u32, Vec<Weekday>),
    MonthDay(u32),
    Nth(i32, Weekday),
}

impl Kind {
    fn rule(&self) -> String {
        let code = |d: &Weekday| d.to_string()[..2].to_uppercase();
        match self {
            Kind::Days(n) => format!("FREQ=DAILY;INTERVAL={n}"),
            Kind::Weeks(n, on) => {
                let on: Vec<String> = on.iter().map(code).collect();
                format!("FREQ=WEEKLY;INTERVAL={n};BYDAY={}", on.join(","))
            }
            Kind::MonthDay(n) => format!("FREQ=MONTHLY;BYMONTHDAY={n}"),
            Kind::Nth(n, weekday) => format!("FREQ=MONTHLY;BYDAY={n}{}", code(weekday)),
        }
    }

    fn falls_on(&self, date: NaiveDate, first: NaiveDate) -> bool {
        let monday = |d: NaiveDate| d - Days::new(u64::from(d.weekday().num_days_from_monday()));
        match self {
            Kind::Days(n) => (date - first).num_days() % i64::from(*n) == 0,
            Kind::Weeks(n, on) => {
                on.contains(&date.weekday()) && (monday(date) - monday(first)).num_weeks() % i64::from(*n) == 0
            }
            Kind::MonthDay(n) => date.day() == *n,
            Kind::Nth(-1, weekday) => date.weekday() == *weekday && (date + Days::new(7)).month() != date.month(),
            Kind::Nth(n, weekday) => date.weekday() == *weekday && (date.day0() / 7 + 1).cast_signed() == *n,
        }
    }
}

fn any_weekday() -> impl Strategy<Value = Weekday> {
    (0u8..7).prop_map(|n| Weekday::try_from(n).unwrap())
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        (1u32..20).prop_map(Kind::Days),
        (1u32..5, proptest::collection::vec(any_weekday(), 1..4)).prop_map(|(n, on)| Kind::Weeks(n, on)),
        (1u32..=31).prop_map(Kind::MonthDay),
        (prop_oneof![1i32..=5, Just(-1)], any_weekday()).prop_map(|(n, d)| Kind::Nth(n, d)),
    ]
}

const WORDS: &str = "FREQ=DAILY FREQ=WEEKLY FREQ=MONTHLY FREQ=YEARLY FREQ=HOURLY BYDAY=MO,WE BYDAY=1MO BYDAY=-5SU BYDAY=53TU \
    BYMONTHDAY=29 BYMONTHDAY=-31,31 BYMONTH=2 BYMONTH=0 BYYEARDAY=366 BYYEARDAY=-366 BYWEEKNO=53 BYWEEKNO=-53 \
    BYSETPOS=-1 BYSETPOS=366 INTERVAL=65535 INTERVAL=3 COUNT=4294967295 COUNT=2 UNTIL=20281231 \
    UNTIL=99991231T235959Z UNTIL=20270230 WKST=SU WKST= BYHOUR=3 = X";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn dates_are_those_that_one_counts_day_by_day(kind in any_kind(), days in 0u64..2000, minute in 0u32..1440) {
        let first = day("2025-01-01") + Days::new(days);
        let wall = first.and_hms_opt(minute / 60, minute % 60, 0).unwrap();
        let series = Series::new(wall, None, &kind.rule(), Vec::new()).unwrap();
        let found: Vec<NaiveDate> = series.next(Moment(0), 40).iter().map(|o| o.day).collect();
        let counted = first.iter_days().take(5000).filter(|d| kind.falls_on(*d, first)).take(40).collect::<Vec<_>>();
        prop_assert_eq!(found, counted, "{:?} from {}", kind, first);
    }

    #[test]
    fn any_rule_has_an_answer(
        picks in proptest::collection::vec(proptest::sample::select(WORDS.split(' ').collect::<Vec<_>>()), 1..6),
        seconds in 0i64..32_000_000_000,
        after in any::<i64>(),
        how_many in 0usize..50,
    ) {
        let first = chrono::DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
        if let Ok(series) = Series::new(first, Some(u32::MAX), &picks.join(";"), Vec::new()) {
            let found = series.next(Moment(after), how_many);
            prop_assert!(found.len() <= how_many);
            prop_assert!(found.iter().all(|o| o.start.0 > after));
            prop_assert!(found.windows(2).all(|two| two[0].start < two[1].start && two[0].day < two[1].day));
            if let Ok(last) = series.on_last_day() {
                prop_assert!(!last.skips_months());
            }
        }
    }

    #[test]
    fn any_text_is_no_panic(text in "\\PC{0,60}") {
        let _ = Series::new(at("2026-11-24T10:00"), None, &text, Vec::new());
        let _ = Series::new(at("2026-11-24T10:00"), None, &format!("FREQ={text}"), Vec::new());
    }
}
