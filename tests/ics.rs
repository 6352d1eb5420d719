//! Calendar files, read by a parser of another ecosystem: Python's `icalendar`, in `.ci/ics_reader.py`, which finds fault with
//! more than it must. `.ci/run` sets it up and says in `STOEP_ICS_READER` how it is started; elsewhere these tests may do without.
//!
//! Another file that ought to be read so, such as one that the bot sent: give its name and text to [`read`].

mod harness;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use chrono::NaiveDate;
use harness::begin;
use harness::script::action;
use serde_json::{Value, json};
use stoep::calendar::ics::{Entry, uid, write};
use stoep::calendar::{Occurrence, Series};
use stoep::model::Moment;

/// What the other parser reads in files, by their names; or what it complains about. None, said aloud, where it is not there.
/// With `CI=true` that is a failure.
fn read(files: &[(&str, &str)]) -> Option<Result<BTreeMap<String, Value>, String>> {
    let Ok(reader) = std::env::var("STOEP_ICS_READER") else {
        let required = std::env::var("CI").is_ok_and(|v| v == "true");
        assert!(!required, "STOEP_ICS_READER says no command, and CI=true");
        eprintln!("skipped: STOEP_ICS_READER does not say how .ci/ics_reader.py is started");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let output = Command::new("sh")
        .args(["-c", &format!("{reader} \"$@\""), "ics-reader"])
        .args(files.iter().map(|(name, _)| name))
        .current_dir(folder.path())
        .output()
        .unwrap();
    if output.status.success() {
        return Some(Ok(serde_json::from_slice(&output.stdout).unwrap()));
    }
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    Some(Err(String::from_utf8(output.stderr).unwrap()))
}

fn koffie() -> Entry {
    Entry {
        uid: uid(12, None, "stoep_bot.t.me"),
        sequence: 0,
        stamp: Moment(1_795_000_000),
        start: Moment(1_795_514_400),
        end: Some(Moment(1_795_521_600)),
        title: "Koffie in het buurthuis".into(),
        place: Some("Buurthuis De Linde, Dorpsstraat 1".into()),
        description: Some("Gratis; neem gerust iemand mee.\nZonder aanmelden.".into()),
        url: Some("https://t.me/stoep_bot?start=a12".into()),
        cancelled: false,
    }
}

/// What stands in a file about an entry whose texts need no change.
fn meant(entry: &Entry) -> Value {
    json!({
        "uid": entry.uid,
        "recurrence": null,
        "sequence": entry.sequence,
        "stamp": entry.stamp,
        "modified": entry.stamp,
        "start": entry.start,
        "end": entry.end.unwrap_or(entry.start.plus(3600)),
        "status": if entry.cancelled { "CANCELLED" } else { "CONFIRMED" },
        "title": entry.title,
        "place": entry.place,
        "description": entry.description,
        "url": entry.url,
    })
}

/// Writes files, has them read, and compares every field with what went in.
fn holds(files: &[(&str, Option<&str>, &[Entry])]) {
    let written: Vec<(&str, String)> =
        files.iter().map(|(file, name, entries)| (*file, write(*name, entries))).collect();
    let given: Vec<(&str, &str)> = written.iter().map(|(file, text)| (*file, text.as_str())).collect();
    let Some(found) = read(&given) else { return };
    let found = found.unwrap();
    for (file, name, entries) in files {
        let events: Vec<Value> = entries.iter().map(meant).collect();
        let wanted = json!({ "name": name, "method": "PUBLISH", "events": events });
        assert_eq!(found[*file], wanted, "{file}");
    }
}

#[test]
fn an_activity_that_is_announced_changed_and_cancelled() {
    let changed = Entry { sequence: 2, stamp: Moment(1_795_100_000), start: Moment(1_795_518_000), ..koffie() };
    let cancelled = Entry { sequence: 3, stamp: Moment(1_795_200_000), cancelled: true, ..changed.clone() };
    let short = Entry { end: None, place: None, description: None, url: None, ..koffie() };
    holds(&[
        ("announced.ics", None, &[koffie()]),
        ("changed.ics", None, &[changed]),
        ("cancelled.ics", None, &[cancelled]),
        ("short.ics", None, &[short]),
    ]);
}

/// Texts that have broken somebody's calendar before.
const NASTY: &[&str] = &[
    r"C:\nieuw\map; 1,5 uur \, \\",
    "Koffie: \"met\" 'taart' ^n %0A \\",
    "☕️👩🏽‍🤝‍👨🏿👨‍👩‍👧‍👦🇳🇱 samen 🏳️‍🌈",
    "قهوة في بيت الحي، مع أمينة",
    "קפה בשכונה (ביחד)",
    "咖啡与邻居一起喝咖啡，每个星期二上午十点在社区中心，欢迎大家带上朋友和孩子一起来参加",
    "Z\u{335}\u{322}a\u{301}lgo e\u{301}e\u{301}n",
    "BEGIN:VEVENT",
    "END:VCALENDAR",
    ";VALUE=DATE:20261124",
    "a b  c   dubbele spaties",
];

#[test]
fn an_agenda_of_fifty_with_nasty_texts() {
    let long = "é".repeat(250) + &"😀 ,;".repeat(60);
    let entry = |n: usize| {
        let text = NASTY.get(n % (NASTY.len() + 1)).map_or(long.clone(), |t| (*t).to_owned());
        // Shifted by a letter at a time, so that lines are folded at every place.
        let text = format!("{}{text}", "x".repeat(n));
        let start = Moment(1_795_514_400 + i64::try_from(n).unwrap() * 86_400);
        Entry {
            uid: uid(i64::try_from(n).unwrap(), NaiveDate::from_yo_opt(2027, 1), "stoep_bot.t.me"),
            sequence: u32::try_from(n).unwrap(),
            start,
            end: (!n.is_multiple_of(3)).then(|| start.plus(5400)),
            title: text.clone(),
            place: (!n.is_multiple_of(2)).then(|| text.clone()),
            description: Some(format!("{text}\n\n{text}")),
            cancelled: n.is_multiple_of(7),
            ..koffie()
        }
    };
    let entries: Vec<Entry> = (0..50).map(entry).collect();
    holds(&[("agenda.ics", Some("Agenda van de buurt: West, Oost; \\ 🏘"), &entries)]);
}

#[test]
fn what_no_calendar_can_show_is_left_away() {
    let entry = Entry {
        title: " Koffie\u{0}\u{7}\r\nen\tthee\u{2028}\u{1f} ".into(),
        place: Some("\u{b}\u{1b}".into()),
        ..koffie()
    };
    let meant = meant(&Entry { title: "Koffie en thee".into(), place: None, ..koffie() });
    if let Some(found) = read(&[("strange.ics", &write(None, &[entry]))]) {
        assert_eq!(found.unwrap()["strange.ics"]["events"], json!([meant]));
    }
}

#[test]
fn the_nights_in_which_the_clock_changes() {
    let entries = |activity: i64, first: &str| -> Vec<Entry> {
        let series = Series::new(first.parse().unwrap(), Some(120), "FREQ=WEEKLY;BYDAY=SU", Vec::new()).unwrap();
        let entry = |o: &Occurrence| Entry {
            uid: uid(activity, Some(o.day), "stoep_bot.t.me"),
            start: o.start,
            end: o.end,
            ..koffie()
        };
        series.next(Moment(0), 3).iter().map(entry).collect()
    };
    let autumn = entries(1, "2026-10-18T10:00:00");
    // Eight in UTC before the last Sunday of October, nine from then on.
    assert_eq!(autumn.iter().map(|e| e.start.0 / 3600 % 24).collect::<Vec<_>>(), [8, 9, 9]);
    let twice = entries(2, "2026-10-18T02:30:00");
    let skipped = entries(3, "2027-03-21T02:30:00");
    holds(&[("autumn.ics", Some("Zondagen"), &autumn), ("twice.ics", None, &twice), ("skipped.ics", None, &skipped)]);
}

/// A neighbourhood with something to do; titles hold what has a meaning in such files.
const STREET: &str = "\
buurt: Oosterpark
bewoners: Fatima
activiteit: Koffie; met \\ 'taart' 😀, dinsdag 24 november 10:00 tot 12:00, Buurthuis
activiteit: Wandelen, woensdag 25 november 14:00, Ingang van het park, soort walking, gaat niet door
activiteit: Nieuwjaar, vrijdag 1 januari 2027 23:30 tot 23:45, Plein, kosten 2 euro, zonder kaart
";

#[tokio::test]
async fn the_files_that_the_bot_sends() {
    let (_, mut scene) = begin(STREET).await.unwrap();
    for line in [
        "Fatima: /agenda",
        "Fatima tikt [Zet alles in mijn agenda]",
        "Fatima verzint een knop: agd:i:1",
        "Fatima verzint een knop: agd:i:2",
    ] {
        scene.happen(&[action(line).unwrap()], false).await.unwrap();
    }
    let world = &scene.stage.world;
    let messages = world.messages(scene.cast.person("Fatima").unwrap());
    let sent: Vec<(String, String)> = messages
        .into_iter()
        .filter_map(|m| Some((m.file_name?, String::from_utf8(world.file(&m.file_id?)?).unwrap())))
        .collect();
    let names: Vec<&str> = sent.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["agenda-oosterpark.ics", "koffie-met-taart-24-november.ics", "wandelen-25-november.ics"]);
    let files: Vec<(&str, &str)> = sent.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let Some(found) = read(&files) else { return };
    let found = found.unwrap();
    let all = found[names[0]]["events"].as_array().unwrap();
    let of = |field: &str| all.iter().map(|e| e[field].clone()).collect::<Vec<_>>();
    assert_eq!(found[names[0]]["name"], "Agenda van Oosterpark");
    assert_eq!(of("title"), ["☕ Koffie; met \\ 'taart' 😀", "🚶 Wandelen", "☕ Nieuwjaar (nog niet zeker)"]);
    assert_eq!(of("place"), ["Buurthuis", "Ingang van het park", "Plein"]);
    assert_eq!(of("status"), ["CONFIRMED", "CANCELLED", "CONFIRMED"]);
    assert_eq!(of("sequence"), [0, 1, 0]);
    // In Amsterdam's winter an hour less than on the wall; of the second nobody said until when.
    assert_eq!(of("start"), [1_795_510_800, 1_795_611_600, 1_798_842_600]);
    assert_eq!(of("end"), [1_795_518_000, 1_795_615_200, 1_798_843_500]);
    assert!(of("url")[0].as_str().is_some_and(|url| url.starts_with("https://t.me/stoep_bot?start=k_")));
    // One by one they are the same as in the whole.
    assert_eq!(found[names[1]]["events"], json!([all[0]]));
    assert_eq!(found[names[2]]["events"], json!([all[1]]));
}

#[test]
fn the_reader_finds_what_is_wrong() {
    let good = write(Some("Agenda"), &[koffie(), Entry { uid: uid(13, None, "stoep_bot.t.me"), ..koffie() }]);
    let wrong: Vec<(&str, String)> = vec![
        ("bare LF", good.replace("STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\n")),
        ("octets", good.replace("SUMMARY:", &format!("SUMMARY:{}", "x".repeat(60)))),
        ("control character", good.replace("Koffie", "Koff\u{7}ie")),
        ("UID is missing", good.replacen("UID:12@stoep_bot.t.me\r\n", "", 1)),
        ("UID is there twice", good.replacen("UID:12@", "UID:14@x\r\nUID:12@", 1)),
        ("12@stoep_bot.t.me is there twice", good.replace("UID:13@", "UID:12@")),
        ("DTSTAMP is missing", good.replace("DTSTAMP:20261118T110640Z\r\n", "")),
        ("SEQUENCE is missing", good.replace("SEQUENCE:0\r\n", "")),
        ("floating", good.replace("DTSTART:20261124T100000Z", "DTSTART:20261124T100000")),
        ("local", good.replace("DTSTART:20261124T100000Z", "DTSTART;TZID=Europe/Amsterdam:20261124T100000")),
        ("a day without a time", good.replace("DTSTART:20261124T100000Z", "DTSTART;VALUE=DATE:20261124")),
        ("can't be parsed", good.replace("DTSTART:20261124T100000Z", "DTSTART:20261324T100000Z")),
        ("can't be parsed", good.replace("SEQUENCE:0", "SEQUENCE:nul")),
        ("ends before it begins", good.replace("DTEND:20261124T120000Z", "DTEND:20261124T100000Z")),
        ("STATUS", good.replace("STATUS:CONFIRMED", "STATUS:MAYBE")),
        ("no property", good.replace("STATUS:", "\u{2014}:9\r\nSTATUS:")),
        ("no property", good.replace("STATUS:", "zomaar wat\r\nSTATUS:")),
        ("not one VCALENDAR", good.replace("END:VCALENDAR\r\n", "")),
        ("not one VCALENDAR", format!("{good}{good}")),
        ("VERSION", good.replace("VERSION:2.0\r\n", "")),
        ("nothing is in it", write(None, &[])),
    ];
    for (number, (reason, text)) in wrong.iter().enumerate() {
        let Some(found) = read(&[("good.ics", good.as_str()), ("wrong.ics", text.as_str())]) else { return };
        let complaint = found.err().unwrap_or_default();
        assert!(complaint.contains("wrong.ics") && complaint.contains(reason), "{number} {reason}: {complaint:?}");
    }
}
