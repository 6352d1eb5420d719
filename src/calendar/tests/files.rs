//! Calendar files: as the standard wants them, and read back by the crate `icalendar` as they were meant.

use icalendar::parser::{read_calendar, unfold};
use icalendar::{Calendar, CalendarComponent, Component};
use proptest::prelude::*;

use super::day;
use crate::calendar::ics::{Entry, uid, write};
use crate::model::Moment;

fn entry() -> Entry {
    Entry {
        uid: uid(12, None, "stoep.example"),
        sequence: 0,
        stamp: Moment(1_795_000_000),
        start: Moment(1_795_514_400),
        end: None,
        title: "Koffie".into(),
        place: None,
        description: None,
        url: None,
        cancelled: false,
    }
}

#[test]
fn one_activity() {
    let full = Entry {
        sequence: 2,
        end: Some(Moment(1_795_521_600)),
        place: Some("Buurthuis, zaal 2".into()),
        description: Some("Gratis; neem\niemand mee".into()),
        url: Some("https://t.me/stoep_bot?start=a12".into()),
        ..entry()
    };
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Stoep//Stoep//NL\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n\
        BEGIN:VEVENT\r\nUID:12@stoep.example\r\nDTSTAMP:20261118T110640Z\r\nLAST-MODIFIED:20261118T110640Z\r\nSEQUENCE:2\r\n\
        DTSTART:20261124T100000Z\r\nDTEND:20261124T120000Z\r\nSTATUS:CONFIRMED\r\nSUMMARY:Koffie\r\n\
        LOCATION:Buurthuis\\, zaal 2\r\nDESCRIPTION:Gratis\\; neem\\niemand mee\r\n\
        URL:https://t.me/stoep_bot?start=a12\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(write(None, &[full]), expected);
}

#[test]
fn what_nobody_said() {
    let said = |entry: Entry| write(None, &[entry]);
    assert!(said(entry()).contains("DTEND:20261124T110000Z\r\n"));
    assert!(said(Entry { end: Some(entry().start), ..entry() }).contains("DTEND:20261124T110000Z\r\n"));
    assert!(said(Entry { cancelled: true, ..entry() }).contains("STATUS:CANCELLED\r\n"));
    assert!(!said(Entry { place: Some(" \n".into()), ..entry() }).contains("LOCATION"));
    for url in ["geen adres", "https://x\r\nATTENDEE:y", "https://buurthuis.nl/é", ":", "https:"] {
        assert!(!said(Entry { url: Some(url.into()), ..entry() }).contains("URL"), "{url}");
    }
    assert_eq!(uid(7, Some(day("2026-12-01")), "stoep.example"), "7-20261201@stoep.example");
}

#[test]
fn nobody_gets_a_line_into_the_file() {
    let title = "Koffie\r\nEND:VEVENT\r\nBEGIN:VEVENT\rUID:9\u{2028}STATUS:CANCELLED\u{0}\u{7}";
    let file = write(Some("Agenda\r\nMETHOD:CANCEL"), &[Entry { title: title.into(), ..entry() }]);
    assert!(file.contains("X-WR-CALNAME:Agenda METHOD:CANCEL\r\n"));
    assert_eq!(unfold(&file).matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    assert!(unfold(&file).contains("SUMMARY:Koffie END:VEVENT BEGIN:VEVENT UID:9 STATUS:CANCELLED\r\n"));
}

/// One event as the crate reads it: its text by property.
fn read_back(file: &str) -> Vec<Vec<Option<String>>> {
    let unfolded = unfold(file);
    let calendar: Calendar = read_calendar(&unfolded).unwrap().into();
    let names =
        ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "URL", "STATUS"];
    let event = |component: &CalendarComponent| {
        let event = component.as_event().unwrap();
        names.iter().map(|name| event.property_value(name).map(str::to_owned)).collect()
    };
    calendar.components.iter().map(event).collect()
}

/// Text that stays as it is: one line, nothing but what can be shown, no space around it.
fn any_line() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z,;:\\\\\"]{1,200}", "[😀-🙏 é-\u{17f}א-ת\\\\n,;]{1,500}", "\\PC{1,150}",]
        .prop_map(|t| t.replace(['\u{2028}', '\u{2029}'], "").trim().to_owned())
        .prop_filter("empty", |t| !t.is_empty())
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let texts = (any_line(), proptest::option::of(any_line()), proptest::option::of((any_line(), any_line())));
    (texts, 0u32..1000, 0i64..4_000_000_000, 0i64..4_000_000_000, proptest::option::of(1i64..1_000_000), any::<bool>())
        .prop_map(|((title, place, description), sequence, stamp, start, length, cancelled)| Entry {
            uid: uid(start, Some(day("2026-12-01")), "stoep.example"),
            sequence,
            stamp: Moment(stamp),
            start: Moment(start),
            end: length.map(|l| Moment(start + l)),
            title,
            place,
            description: description.map(|(one, two)| format!("{one}\n{two}")),
            url: cancelled.then(|| "https://t.me/stoep_bot".to_owned()),
            cancelled,
        })
}

fn utc(at: Moment) -> String {
    chrono::DateTime::from_timestamp(at.0, 0).unwrap().format("%Y%m%dT%H%M%SZ").to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn what_is_written_is_read_back(entries in proptest::collection::vec(any_entry(), 1..5)) {
        let file = write(Some("Agenda"), &entries);
        for line in file.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']) && !line.is_empty(), "{line:?}");
        }
        let wanted: Vec<Vec<Option<String>>> = entries.iter().map(|e| vec![
            Some(e.uid.clone()),
            Some(e.sequence.to_string()),
            Some(utc(e.stamp)),
            Some(utc(e.start)),
            Some(utc(e.end.unwrap_or(e.start.plus(3600)))),
            Some(e.title.clone()),
            e.place.clone(),
            e.description.clone(),
            e.url.clone(),
            Some(if e.cancelled { "CANCELLED" } else { "CONFIRMED" }.to_owned()),
        ]).collect();
        prop_assert_eq!(read_back(&file), wanted);
    }

    #[test]
    fn whatever_people_write_is_a_file(title in any::<String>(), place in any::<String>(), name in any::<String>()) {
        let file = write(Some(&name), &[Entry { title, place: Some(place.clone()), description: Some(place), ..entry() }]);
        prop_assert_eq!(read_back(&file).len(), 1);
        prop_assert!(file.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(char::is_control)));
    }
}
