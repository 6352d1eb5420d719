//! The steps of a search: a table to read, and what holds for every request at every hour of every day.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::text::{DayPart, local_time};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// 'day hour:minute' in Amsterdam.
fn at(text: &str) -> Moment {
    let (d, time) = text.split_once(' ').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    local_day_start(day(d), hour.parse().unwrap()).plus(minute.parse::<i64>().unwrap() * MINUTE)
}

fn clock(moment: Moment) -> String {
    let (hour, minute) = local_time(moment);
    format!("{hour:02}:{minute:02}")
}

fn words(moment: Moment) -> String {
    format!("{} {}", local_date(moment).format("%m-%d"), clock(moment))
}

#[test]
fn the_steps_of_a_search() {
    use DayPart::{Afternoon, Evening, Morning};
    let (monday, tuesday, sunday) = ("2026-11-23", "2026-11-24", "2026-11-29");
    // Asked; for which days; then: round 1 in private, 2, 3, the team, 'nog nodig?', the end.
    for (since, days, part, expected) in [
        ("2026-11-23 10:00", Some((monday, monday)), None, "11-23 10:00, 10:30, 11:00, 11:30, 16:45, 22:00"),
        ("2026-11-23 10:00", Some((monday, monday)), Some(Afternoon), "11-23 10:00, 10:30, 11:00, 11:30, 14:45, 18:00"),
        ("2026-11-23 17:40", Some((monday, monday)), Some(Afternoon), "11-23 17:40, 17:45, 17:50, 17:50, 17:50, 18:00"),
        // The morning is over: it is for the rest of the day.
        ("2026-11-23 14:00", Some((monday, monday)), Some(Morning), "11-23 14:00, 14:30, 15:00, 15:30, 18:45, 22:00"),
        ("2026-11-23 21:00", Some((monday, monday)), Some(Evening), "11-23 21:00, 21:15, 21:30, 21:30, 21:30, 22:00"),
        ("2026-11-23 22:30", Some((monday, monday)), None, "11-23 22:30, 22:52, 23:14, 23:14, 23:14, 23:59"),
        // In the night, for later that day: nobody is woken.
        ("2026-11-23 02:00", Some((monday, monday)), None, "11-23 08:00, 08:30, 09:00, 09:30, 15:45, 22:00"),
        ("2026-11-23 10:00", Some((tuesday, tuesday)), None, "11-23 10:00, 13:00, 16:00, 19:00, 11-24 08:30, 22:00"),
        (
            "2026-11-23 20:00",
            Some((tuesday, tuesday)),
            Some(Morning),
            "11-23 20:00, 11-24 08:00, 08:00, 08:00, 10:00, 12:00",
        ),
        ("2026-11-23 23:00", Some((tuesday, tuesday)), Some(Evening), "11-24 08:00, 10:30, 10:30, 10:30, 16:15, 22:00"),
        (
            "2026-11-23 10:00",
            Some((monday, sunday)),
            None,
            "11-23 10:00, 11-24 10:00, 11-25 10:00, 11-26 10:00, 11-28 20:00, 11-29 22:00",
        ),
        (
            "2026-11-23 22:00",
            Some((monday, sunday)),
            None,
            "11-24 08:00, 11-25 08:00, 11-26 08:00, 11-27 08:00, 11-28 20:00, 11-29 22:00",
        ),
        (
            "2026-11-23 22:00",
            None,
            None,
            "11-24 08:00, 11-25 08:00, 11-26 08:00, 11-27 08:00, 12-01 08:00, 12-04 08:00",
        ),
        (
            "2026-11-23 10:00",
            None,
            None,
            "11-23 10:00, 11-24 10:00, 11-25 10:00, 11-26 10:00, 11-30 10:00, 12-03 10:00",
        ),
        // Its day is over already.
        ("2026-11-25 10:00", Some((monday, tuesday)), None, "11-25 10:00, 10:00, 10:00, 10:00, 10:00, 10:00"),
    ] {
        let span = Span { days: days.map(|(from, to)| (day(from), day(to))), part, ..Span::default() };
        let plan = plan(span, at(since), None);
        let mut text = Vec::new();
        let mut last = String::new();
        for moment in [plan.first, plan.second, plan.third, plan.team, plan.ask, plan.end] {
            let both = words(moment);
            let (date, time) = both.split_once(' ').unwrap();
            text.push(if date == last { time.to_owned() } else { both.clone() });
            date.clone_into(&mut last);
        }
        assert_eq!(text.join(", "), expected, "{since} {days:?} {part:?}");
    }
}

#[test]
fn where_a_time_was_said_somebody_is_found_before_it() {
    let time = |text: &str| Some(text.parse().unwrap());
    let (monday, saturday) = ("2026-11-23", "2026-11-28");
    for (since, on, from, to, expected) in [
        // The end is an hour after the beginning, where nothing else was said.
        ("2026-11-23 10:00", monday, time("14:00:00"), None, "11-23 10:00, 10:30, 11:00, 11:30, 12:45, 15:00"),
        (
            "2026-11-23 10:00",
            monday,
            time("14:00:00"),
            time("17:00:00"),
            "11-23 10:00, 10:30, 11:00, 11:30, 12:45, 17:00",
        ),
        // It runs already: until its end.
        (
            "2026-11-23 15:00",
            monday,
            time("14:00:00"),
            time("17:00:00"),
            "11-23 15:00, 15:30, 16:00, 16:00, 16:00, 17:00",
        ),
        ("2026-11-23 10:00", monday, None, time("12:00:00"), "11-23 10:00, 10:30, 11:00, 11:00, 11:00, 12:00"),
        (
            "2026-11-23 10:00",
            saturday,
            time("14:00:00"),
            None,
            "11-23 10:00, 11-24 08:00, 11-25 08:00, 11-26 08:00, 11-27 20:00, 11-28 15:00",
        ),
    ] {
        let span = Span { from, to, ..Span::default() }.on(day(on));
        let p = plan(span, at(since), None);
        let steps = [p.first, p.second, p.third, p.team, p.ask, p.end];
        let mut text = vec![words(steps[0])];
        for two in steps.windows(2) {
            let same = local_date(two[0]) == local_date(two[1]);
            text.push(if same { clock(two[1]) } else { words(two[1]) });
        }
        assert_eq!(text.join(", "), expected, "{since} {on} {from:?} {to:?}");
    }
}

#[test]
fn without_a_date_it_ends_three_days_after_the_question() {
    let asked = at("2026-12-05 12:00");
    let plan = plan(Span::default(), at("2026-11-23 10:00"), Some(asked));
    assert_eq!(words(plan.end), "12-08 12:00");
}

#[test]
fn what_is_late_is_done_once() {
    let plan = plan(Span::default(), at("2026-11-23 10:00"), None);
    let due = |round, asked, now: &str| {
        let asked = Some(at("2026-11-30 10:00")).filter(|_| asked);
        plan.due(Progress { round, asked }, false, at(now))
    };
    let nothing = Due::default();
    for (round, asked, now, expected) in [
        (1, false, "2026-11-23 11:00", nothing),
        (0, false, "2026-11-23 11:00", Due { round: Some(1), ..nothing }),
        (1, false, "2026-11-24 10:00", Due { round: Some(2), ..nothing }),
        (2, false, "2026-11-24 11:00", nothing),
        (1, false, "2026-11-25 18:00", Due { round: Some(3), ..nothing }),
        (1, false, "2026-11-27 18:00", Due { round: Some(3), team: true, ..nothing }),
        (3, false, "2026-11-26 10:00", Due { team: true, ..nothing }),
        (TEAM, false, "2026-11-27 10:00", nothing),
        (TEAM, false, "2026-11-30 10:00", Due { ask: true, ..nothing }),
        (TEAM, true, "2026-12-01 10:00", nothing),
        (1, false, "2026-12-20 10:00", Due { round: Some(3), team: true, ask: true, lapse: false }),
        (TEAM, true, "2026-12-20 10:00", Due { lapse: true, ..nothing }),
    ] {
        assert_eq!(due(round, asked, now), expected, "{round} {asked} {now}");
    }
    let today = Span { days: Some((day("2026-11-23"), day("2026-11-23"))), part: None, ..Span::default() };
    let plan = super::plan(today, at("2026-11-23 10:00"), None);
    let unasked = Progress { round: 1, asked: None };
    assert_eq!(plan.due(unasked, true, at("2026-11-23 22:00")), Due { lapse: true, ..nothing });
}

#[test]
fn a_later_date_of_a_series_is_looked_for_six_days_ahead() {
    let tuesday = Span { days: Some((day("2026-12-15"), day("2026-12-15"))), part: None, ..Span::default() };
    let since = at("2026-11-23 10:00");
    assert_eq!(words(of_series(tuesday, since)), "12-09 09:00");
    let soon = Span { days: Some((day("2026-11-24"), day("2026-11-24"))), part: None, ..Span::default() };
    assert_eq!(of_series(soon, since), since);
}

#[test]
fn whom_to_ask_first() {
    let of = |id, knows, asked: Option<i64>| Candidate { person: PersonId(id), knows, asked: asked.map(Moment) };
    let all =
        vec![of(1, false, None), of(2, true, Some(9)), of(3, true, Some(5)), of(4, false, Some(1)), of(5, true, None)];
    assert_eq!(in_order(all, 7), [5, 3, 2, 1, 4].map(PersonId));
    // Between equals every seed draws anew, and each of them is first now and then.
    let equals = || (1..=4).map(|id| of(id, false, None)).collect::<Vec<_>>();
    let firsts: std::collections::BTreeSet<_> = (0..60).map(|seed| in_order(equals(), seed)[0]).collect();
    assert_eq!(firsts.len(), 4);
    assert_eq!(in_order(equals(), 3), in_order(equals(), 3));
}

fn any_span() -> impl Strategy<Value = (Moment, Span)> {
    // Two years of minutes, so that the nights in which the clock changes are among them; and those more often.
    let quiet = 1_790_000_000i64..1_853_000_000;
    let spring = 1_806_000_000i64 - 4 * DAY..1_806_195_600 + 4 * DAY;
    let autumn = 1_792_886_400i64 - 4 * DAY..1_792_972_800 + 4 * DAY;
    let since = prop_oneof![quiet, spring, autumn].prop_map(Moment);
    let part = prop_oneof![
        Just(None),
        Just(Some(DayPart::Morning)),
        Just(Some(DayPart::Afternoon)),
        Just(Some(DayPart::Evening))
    ];
    // Times between eight and eleven, as most people need help; some last into the night.
    let times = proptest::option::of((480u32..1380, proptest::option::of(0u32..1440)));
    (since, proptest::option::of((0i64..20, 0i64..8)), part, times).prop_map(|(since, days, part, times)| {
        let clock = |minute: u32| chrono::NaiveTime::from_hms_opt(minute / 60, minute % 60, 0);
        let times = times.filter(|_| days.is_some());
        // Of several days the last one ends in the day.
        let last = |minute: u32| if days.is_some_and(|(a, b)| a != b) { minute.max(480) } else { minute };
        let (from, to) = (times.and_then(|t| clock(t.0)), times.and_then(|t| t.1).map(last).and_then(clock));
        let days = days.map(|(ahead, long)| {
            let from = local_date(since) + TimeDelta::days(ahead);
            (from, from + TimeDelta::days(long))
        });
        let part = part.filter(|_| from.is_none());
        (since, Span { days, part, from, to, said: days.is_some_and(|(a, b)| a != b) })
    })
}

fn is_night(at: Moment) -> bool {
    let (hour, _) = local_time(at);
    !(8..21).contains(&hour)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..crate::properties::config() })]

    #[test]
    fn every_search_goes_forward_and_lets_people_sleep((since, span) in any_span()) {
        let p = plan(span, since, None);
        let steps = [since, p.first, p.second, p.third, p.team, p.ask, p.end];
        prop_assert!(steps.windows(2).all(|w| w[0] <= w[1]), "{p:?}");
        prop_assert!(p.end > since);
        for step in &steps[1..] {
            // What lasts into the night ends there; nobody is told before the morning.
            let over = *step == p.end && span.end() == Some(p.end);
            prop_assert!(!is_night(*step) || about_today(span, *step) || over, "{} {p:?}", words(*step));
        }
        if let Some((_, to)) = span.days {
            let into_the_night = span.from.is_some() && local_date(p.end) == to + TimeDelta::days(1);
            prop_assert!(local_date(p.end) == to || into_the_night);
            // The team has half of the time, or the day after a night.
            let half = since.plus(p.end.since(since) / 2);
            prop_assert!(p.team <= in_daytime(half), "{p:?}");
            // Whoever is asked whether it is still needed has time to answer; but in a night that all of it lies in nobody is.
            prop_assert!(p.ask < p.end || in_daytime(since) >= p.end, "{p:?}");
        }
    }

    #[test]
    fn whoever_looks_late_comes_to_an_end((since, span) in any_span(), late in proptest::collection::vec(0i64..9 * DAY, 1..12)) {
        let (mut progress, mut now) = (Progress { round: 0, asked: None }, since);
        let dated = span.days.is_some();
        for step in 0..20 {
            let p = plan(span, since, progress.asked);
            now = now.max(p.next(progress)).plus(late[step % late.len()]);
            let due = p.due(progress, dated, now);
            prop_assert!(due != Due::default(), "nothing to do at the time that was said");
            if due.lapse {
                return Ok(());
            }
            progress.round = if due.team { TEAM } else { due.round.unwrap_or(progress.round) };
            if due.ask {
                progress.asked = Some(now);
            }
        }
        prop_assert!(false, "it never ends");
    }
}
