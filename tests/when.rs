//! `stoep when`, the program itself: lines in, lines out.

use std::io::Write;
use std::process::{Command, Stdio};

fn answers(arguments: &[&str], input: &str) -> Vec<String> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_stoep"))
        .arg("when")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = program.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn each_line_in_json_has_its_answer() {
    let input = [
        r#"{"text": "Buurteten zaterdag van half zes tot acht uur", "now": "2026-11-23T10:00"}"#,
        r#"{"text": "elke dinsdag om drie uur t/m 22 december, behalve 8 december", "now": "2026-11-23T10:00", "purpose": "activity"}"#,
        r#"{"text": "wie heeft een boormachine?", "now": "2026-11-23T10:00"}"#,
        r#"{"text": "30 februari", "now": "2026-11-23T10:00"}"#,
        r#"{"text": "gisteren", "now": "gisteren"}"#,
        "geen json",
    ];
    let got: Vec<serde_json::Value> =
        answers(&["--json"], &input.join("\n")).iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(got.len(), input.len());
    assert_eq!(got[0]["start"], "2026-11-28T17:30");
    assert_eq!(got[0]["end"], "2026-11-28T20:00");
    assert_eq!(got[0]["all_day"], false);
    assert_eq!(got[1]["start"], "2026-11-24T15:00");
    assert_eq!(got[1]["repeat"], "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T225959Z");
    assert_eq!(got[1]["except"][0], "2026-12-08");
    assert_eq!(got[2]["error"], "no day and no time");
    assert_eq!(got[3]["error"], "no such day");
    assert_eq!(got[4]["error"], "the time must look like 2026-11-28T14:30");
    assert_eq!(got[5]["error"], "the line is no question in JSON");
}

#[test]
fn each_line_of_text_has_its_answer() {
    let got = answers(&["--now", "2026-11-23T10:00"], "zaterdag om half drie\nmaandag om 15 uur\ntwee tassen\n");
    assert_eq!(
        got,
        [
            "zaterdag 28 november om 14:30 uur",
            "maandag 30 november om 15:00 uur · Of: vandaag om 15:00 uur",
            "Ik lees hier geen dag of tijd.",
        ]
    );
}
