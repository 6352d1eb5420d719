//! What is past, what does not exist, what can be read in two ways; and what the moment of sending changes.

use chrono::Weekday;

use super::{said, said_at};
use crate::model::Moment;
use crate::when::{Note, Point, Purpose, read, read_at};

#[test]
fn the_night_of_the_clock_is_pointed_out() {
    assert_eq!(said("zondag 28 maart 2027 om 2:30", Purpose::Any), "2027-03-28T02:30 or 2027-03-28T14:30 (skipped)");
    assert_eq!(said("31 oktober 2027 om 02:15", Purpose::Any), "2027-10-31T02:15 (twice)");
    assert_eq!(said("31 oktober 2027 om 03:15", Purpose::Any), "2027-10-31T03:15");
    // Two hours later by the clock on the wall is one more in spring.
    assert_eq!(said_at("2027-03-28T01:30", "over twee uur", Purpose::Any), "2027-03-28T04:30");
    assert_eq!(said_at("2027-10-31T01:30", "over twee uur", Purpose::Any), "2027-10-31T02:30 (twice)");
}

#[test]
fn what_is_said_of_the_past_is_noted() {
    assert_eq!(said_at("2026-11-23T16:00", "vandaag om 3 uur", Purpose::Activity), "2026-11-23T15:00 (past)");
    assert_eq!(said_at("2026-11-23T16:00", "om 3 uur", Purpose::Activity), "2026-11-24T15:00");
    assert_eq!(said_at("2026-11-23T16:00", "vandaag van 3 tot 5", Purpose::Activity), "2026-11-23T15:00/17:00");
    assert_eq!(said_at("2026-11-23T16:00", "vanmiddag", Purpose::Request), "2026-11-23T12:00/18:00");
    assert_eq!(said_at("2026-11-23T19:00", "vanmiddag", Purpose::Request), "2026-11-23T12:00/18:00 (past)");
    assert_eq!(said_at("2026-11-23T09:30", "om half 10", Purpose::Request), "2026-11-23T09:30");
}

#[test]
fn the_name_of_today_is_in_a_week() {
    assert_eq!(said("maandag", Purpose::Request), "2026-11-30 or 2026-11-23");
    assert_eq!(said("maandag om 3 uur", Purpose::Request), "2026-11-30T15:00 or 2026-11-23T15:00");
    // It is ten already.
    assert_eq!(said("maandag om half tien", Purpose::Request), "2026-11-30T09:30");
    assert_eq!(said("volgende vrijdag", Purpose::Request), "2026-12-04 or 2026-11-27");
}

#[test]
fn a_date_and_a_name_that_differ_are_pointed_out() {
    let reading = read_at("dinsdag 5 december", super::now(), Purpose::Activity).unwrap();
    assert_eq!(reading.notes, [Note::NotOn(Weekday::Tue)]);
}

#[test]
fn what_it_is_about_decides_the_half_of_the_day() {
    for (text, any, request, activity) in [
        ("donderdag om drie uur", "15:00", "15:00", "15:00"),
        ("donderdag om acht uur", "08:00", "08:00", "20:00"),
        ("donderdag 3:30", "03:30", "15:30", "15:30"),
        ("donderdag om 9:30", "09:30", "09:30", "09:30"),
        ("donderdag van 14:00 tot 4", "14:00", "14:00", "14:00"),
        ("donderdagavond", "16:00", "18:00", "18:00"),
    ] {
        for (purpose, time) in [(Purpose::Any, any), (Purpose::Request, request), (Purpose::Activity, activity)] {
            let start = read_at(text, super::now(), purpose).unwrap().start;
            assert_eq!(start.time.unwrap().format("%H:%M").to_string(), time, "{text} {purpose:?}");
        }
    }
}

#[test]
fn the_year_turns() {
    assert_eq!(said_at("2026-12-30T10:00", "zaterdag", Purpose::Request), "2027-01-02");
    assert_eq!(said_at("2026-12-30T10:00", "3 januari", Purpose::Request), "2027-01-03");
    assert_eq!(said_at("2026-12-30T10:00", "van 28 december tot 3 januari", Purpose::Request), "2026-12-28/2027-01-03");
    assert_eq!(said_at("2026-12-30T10:00", "volgende maand", Purpose::Request), "2027-01-01/2027-01-31");
    assert_eq!(said_at("2026-12-30T10:00", "over twee dagen", Purpose::Request), "2027-01-01");
}

#[test]
fn a_message_is_counted_from_when_it_was_sent() {
    // 23 November 2026, 23:30 in Amsterdam.
    let sent = Moment(1_795_473_000);
    let tomorrow = read("morgen om 10 uur", sent, Purpose::Request).unwrap();
    assert_eq!(tomorrow.start.day.to_string(), "2026-11-24");
    assert_eq!(tomorrow.start.moment(), Moment(1_795_510_800));
    let day = Point { time: None, ..tomorrow.start };
    assert_eq!(day.moment(), Moment(1_795_474_800));
}

#[test]
fn the_place_of_what_was_read_is_told() {
    let text = "Wie past er zaterdagavond op van 7 tot 11, één kind?";
    let reading = read_at(text, super::now(), Purpose::Request).unwrap();
    assert_eq!(&text[reading.place], "zaterdagavond op van 7 tot 11");
}
