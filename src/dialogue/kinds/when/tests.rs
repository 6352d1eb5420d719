//! Typed days and times: taken, asked back, refused kindly, and put together from what was said before.

use serde_json::{Value, json};

use crate::dialogue::tests::*;
use crate::model::Moment;
use crate::when::{Point, Timing};

/// Monday 23 November 2026, 10:00 in Amsterdam, less what [`Chat`] adds before it says something.
const MONDAY: Moment = Moment(1_795_424_400 - 10);

const WHEN: &str = r#"
id = "meet"
version = 1
feature = "f"
[[step]]
id = "when"
kind = "when"
purpose = "activity"
[[step]]
id = "where"
kind = "text"
max = 40
"#;

fn chat_of(toml: &str, known: Value) -> Chat {
    let (mut chat, _) = Chat::new(Flow::from_toml(toml).unwrap(), known);
    chat.at = MONDAY;
    chat
}

fn chat(more: &str) -> Chat {
    chat_of(&WHEN.replacen("\"activity\"", &format!("\"activity\"\n{more}"), 1), json!({}))
}

/// What is kept of the step.
fn kept(chat: &Chat) -> Option<String> {
    chat.state.answers.get("when").map(|a| words(&a.label))
}

/// The text that is shown or said, with what is filled in.
fn shown(chat: &Chat, effect: &Effect) -> String {
    let filled = |args: &[(String, Arg)]| -> String {
        let arg = |arg: &Arg| match arg {
            Arg::Number(n) => n.to_string(),
            Arg::Word(word) | Arg::Text(word) => word.clone(),
            Arg::When(timing) => timing_words(timing),
        };
        args.iter().map(|(_, a)| arg(a)).filter(|a| !a.is_empty()).map(|a| format!(" {a}")).collect()
    };
    let view = view(&chat.flow, &chat.state);
    let asked = format!("{}{}", view.text.trim_start_matches("dialogue-"), filled(&view.filled));
    match effect {
        Effect::Ask => asked,
        Effect::Again(Say::Text(id, args)) => {
            format!("{}{} | {asked}", id.trim_start_matches("dialogue-"), filled(args))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_clear_meaning_is_taken_and_said_back_with_the_next_question() {
    let mut chat = chat("");
    let effect = chat.types("zaterdag half drie");
    assert_eq!(shown(&chat, &effect), "when-taken 2026-11-28T14:30 | meet-where");
    assert_eq!(kept(&chat).as_deref(), Some("2026-11-28T14:30"));
    assert_eq!(chat.types("In de tuin"), Effect::Ask);
    let Effect::Finish(answers) = chat.presses("meet-confirm") else { panic!() };
    assert_eq!(Value::Object(answers), json!({"when": {"start": "2026-11-28T14:30"}, "where": "In de tuin"}));
    // In the summary nothing is said twice.
    chat.presses("Iets veranderen");
    chat.presses("meet-when-name");
    assert_eq!(chat.labels(), ["dialogue-keep", "‹ Terug", "Stop"]);
    assert_eq!(chat.types("zondag 12 uur"), Effect::Ask);
    assert_eq!(chat.text(), "meet-summary");
}

#[test]
fn what_somebody_types_leads_to_one_of_these() {
    for (typed, expected) in [
        ("zaterdag van half drie tot vier", "when-taken 2026-11-28T14:30/2026-11-28T16:00 | meet-where"),
        ("elke dinsdag 10-12 uur", "when-taken 2026-11-24T10:00/2026-11-24T12:00 FREQ=WEEKLY;BYDAY=TU | meet-where"),
        ("Zaterdag, denk ik, om een uur of twee!", "when-taken 2026-11-28T14:00 | meet-where"),
        // Two ways to mean it; a date that is no such day; the hour that comes twice; a time without a day.
        ("woensdag 9 uur", "when-meant 2026-11-25T09:00"),
        ("dinsdag 5 december", "when-meant 2026-12-05 not-on weekday-2"),
        ("zondag 31 oktober 2027 om 2:30 's nachts", "when-meant 2027-10-31T02:30 twice"),
        ("half drie", "when-meant 2026-11-23T14:30"),
        // What can't be.
        ("gisteren", "when-past 2026-11-22 | meet-when"),
        ("30 februari", "when-no-day | meet-when"),
        ("zondag 28 maart 2027 om 2:30 's nachts", "when-skipped | meet-when"),
        ("twee tassen", "want-when text | meet-when"),
        ("", "want-when text | meet-when"),
    ] {
        let mut chat = chat("");
        let effect = chat.types(typed);
        assert_eq!(shown(&chat, &effect), expected, "{typed:?}");
    }
}

#[test]
fn what_is_asked_back_is_confirmed_or_said_otherwise() {
    let ask = || {
        let mut chat = chat("");
        let effect = chat.types("woensdag 9 uur");
        assert_eq!(shown(&chat, &effect), "when-meant 2026-11-25T09:00");
        assert_eq!(chat.labels(), ["Ja, dat klopt", "2026-11-25T21:00", "‹ Terug", "Stop"]);
        chat
    };
    for (does, taken) in [("Ja, dat klopt", "2026-11-25T09:00"), ("2026-11-25T21:00", "2026-11-25T21:00")] {
        let mut chat = ask();
        let data = chat.data(does);
        assert_eq!(chat.presses(does), Effect::Ask, "it stands in the chat what was chosen");
        assert_eq!((chat.text().as_str(), kept(&chat).as_deref()), ("meet-where", Some(taken)));
        assert_eq!(chat.does(Input::Press(data)), Effect::Outdated, "a double tap");
    }
    let mut chat = ask();
    assert_eq!(chat.types("ja"), Effect::Ask);
    assert_eq!(kept(&chat).as_deref(), Some("2026-11-25T09:00"));
    for (typed, expected) in [
        // A time alone is for that day, a day alone at that time.
        ("10 uur 's ochtends", "when-taken 2026-11-25T10:00 | meet-where"),
        ("14-16 uur", "when-taken 2026-11-25T14:00/2026-11-25T16:00 | meet-where"),
        ("vrijdag", "when-taken 2026-11-27T09:00 | meet-where"),
        ("elke vrijdag", "when-taken 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=FR | meet-where"),
        ("zondag om twee uur", "when-taken 2026-11-29T14:00 | meet-where"),
        ("8 uur", "when-meant 2026-11-25T20:00"),
        ("nee", "meet-when"),
        ("nee hoor", "meet-when"),
        ("twee tassen", "want-when text | when-meant 2026-11-25T09:00"),
    ] {
        let mut chat = ask();
        let effect = chat.types(typed);
        assert_eq!(shown(&chat, &effect), expected, "{typed:?}");
    }
    // The way back leads to the question itself.
    let mut chat = ask();
    assert_eq!(chat.presses("‹ Terug"), Effect::Ask);
    assert_eq!((chat.text().as_str(), chat.labels()), ("meet-when", vec!["Stop".to_owned()]));
}

#[test]
fn a_day_typed_after_a_time_alone_gets_that_time() {
    let mut chat = chat("");
    chat.types("half drie");
    let effect = chat.types("zaterdag");
    assert_eq!(shown(&chat, &effect), "when-taken 2026-11-28T14:30 | meet-where");
}

#[test]
fn where_a_time_is_needed_it_is_asked() {
    for (typed, answered, taken) in [
        ("zaterdag", "14-16 uur", "2026-11-28T14:00/2026-11-28T16:00"),
        ("zaterdag", "10-12", "2026-11-28T10:00/2026-11-28T12:00"),
        ("zaterdag", "14:30", "2026-11-28T14:30"),
        ("zaterdag", "3", "2026-11-28T15:00"),
        ("zaterdag", "half drie", "2026-11-28T14:30"),
        ("zaterdag", "zondag om twee uur", "2026-11-29T14:00"),
        ("elke dinsdag", "van 10 tot 12 uur", "2026-11-24T10:00/2026-11-24T12:00 FREQ=WEEKLY;BYDAY=TU"),
        ("vrijdag t/m zondag", "14-16 uur", "2026-11-27T14:00/2026-11-27T16:00 FREQ=DAILY;UNTIL=20261129T225959Z"),
    ] {
        let mut chat = chat("clock = true");
        assert_eq!(chat.types(typed), Effect::Ask);
        assert_eq!(chat.text(), "dialogue-when-clock");
        assert_eq!(chat.labels(), ["‹ Terug", "Stop"]);
        let effect = chat.types(answered);
        assert_eq!(shown(&chat, &effect), format!("when-taken {taken} | meet-where"), "{typed}, {answered}");
    }
    // Another day alone, a word that is no time, and one that can be meant in two ways.
    let mut chat = chat("clock = true");
    chat.types("zaterdag");
    let effect = chat.types("zondag");
    assert_eq!(shown(&chat, &effect), "when-clock 2026-11-29");
    assert_eq!(again(chat.types("twee tassen")), "dialogue-when-want-clock");
    let effect = chat.types("9 uur");
    assert_eq!(shown(&chat, &effect), "when-meant 2026-11-29T09:00");
    assert_eq!(chat.labels()[..2], ["Ja, dat klopt", "2026-11-29T21:00"]);
    // A date that is no such day is asked back before the time.
    chat.presses("‹ Terug");
    let effect = chat.types("dinsdag 5 december");
    assert_eq!(shown(&chat, &effect), "when-meant 2026-12-05 not-on weekday-2");
    let effect = chat.presses("Ja, dat klopt");
    assert_eq!(shown(&chat, &effect), "when-clock 2026-12-05");
}

#[test]
fn what_is_over_or_skipped_leaves_the_other_meaning_to_choose() {
    let mut chat = chat("choices = [\"soon\"]");
    // The time was said for a night; in the afternoon there is one.
    // A time that the clock has gets that day.
    let effect = chat.types("zondag 28 maart 2027 om 2:30 's nachts");
    assert_eq!(shown(&chat, &effect), "when-skipped | meet-when");
    assert_eq!(chat.labels(), ["meet-when-soon", "Stop"]);
    let effect = chat.types("half vier 's nachts");
    assert_eq!(shown(&chat, &effect), "when-taken 2027-03-28T03:30 | meet-where");
    // [Ja] comes too late: by then it is over.
    let mut chat = self::chat("");
    chat.types("half drie");
    chat.at = chat.at.plus(6 * 3600);
    let effect = chat.presses("Ja, dat klopt");
    assert_eq!(shown(&chat, &effect), "when-past 2026-11-23T14:30 | meet-when");
}

#[test]
fn buttons_stand_beside_typed_words() {
    let quick = "choices = [\"soon\", \"later\"]";
    let mut chat = chat(quick);
    assert_eq!(chat.labels(), ["meet-when-soon", "meet-when-later", "Stop"]);
    chat.presses("meet-when-later");
    assert_eq!(chat.state.answers["when"].value, "later");
    chat.presses("‹ Terug");
    // What was chosen is marked, and needs no [Laat zo].
    assert_eq!(chat.labels(), ["meet-when-soon", "meet-when-later", "Stop"]);
    chat.types("2");
    assert_eq!(chat.state.answers["when"].value, "later", "by its number");
    chat.presses("‹ Terug");
    chat.types("zaterdag om twee uur");
    chat.presses("‹ Terug");
    assert_eq!(chat.labels(), ["meet-when-soon", "meet-when-later", "dialogue-keep", "Stop"]);
    assert_eq!(view(&chat.flow, &chat.state).now.as_ref().map(words).as_deref(), Some("2026-11-28T14:00"));
    chat.presses("dialogue-keep");
    assert_eq!(kept(&chat).as_deref(), Some("2026-11-28T14:00"));
}

#[test]
fn what_is_known_beforehand_is_not_asked_and_half_of_it_is_completed() {
    let clock = WHEN.replacen("\"activity\"", "\"activity\"\nclock = true", 1);
    let chat = chat_of(&clock, json!({"when": {"start": "2026-11-28T14:30"}}));
    assert_eq!((chat.text().as_str(), kept(&chat).as_deref()), ("meet-where", Some("2026-11-28T14:30")));
    let mut chat = chat_of(&clock, json!({"when": {"start": "2026-11-28"}}));
    assert_eq!((chat.text().as_str(), kept(&chat)), ("dialogue-when-clock", None));
    chat.types("half drie");
    assert_eq!(kept(&chat).as_deref(), Some("2026-11-28T14:30"));
    for wrong in [json!("soon"), json!({"start": "x"}), json!([1]), json!(3)] {
        assert_eq!(chat_of(&clock, json!({"when": wrong})).text(), "meet-when");
    }
}

/// A feature whose room is taken before noon: says so, and offers it nevertheless.
#[test]
fn the_feature_sees_the_time_before_it_is_asked_back() {
    let flow = Flow::from_toml(&WHEN.replacen("\"activity\"", "\"activity\"\ncheck = \"room\"", 1)).unwrap();
    let (mut state, _) = start(&flow, Default::default(), 1);
    let mut says = |text: &str, verdict: &dyn Fn(Timing) -> Verdict| {
        let input = Input::Text(text.into());
        match take(&flow, &mut state, input, MONDAY.plus(10), &words) {
            Effect::Check { answer, .. } => {
                let seen: Timing = serde_json::from_value(answer).unwrap();
                let effect = checked(&flow, &mut state, verdict(seen));
                (effect, view(&flow, &state).text, view(&flow, &state).rows.concat().len())
            }
            effect => panic!("{text}: {effect:?}"),
        }
    };
    let fine = |t: Timing| Verdict::Accept(serde_json::to_value(t).unwrap());
    let taken = |t: Timing| Verdict::Again {
        say: Say::id("taken"),
        choices: vec![Choice::new(serde_json::to_value(t).unwrap(), Label::words("Toch"))],
    };
    let next_hour =
        |t: Timing| fine(Timing { start: Point { time: chrono::NaiveTime::from_hms_opt(10, 0, 0), ..t.start }, ..t });
    assert_eq!(says("woensdag 9 uur", &taken).1, "meet-when", "nothing is asked back that can't be had");
    assert_eq!(says("woensdag 9 uur", &fine), (Effect::Ask, "dialogue-when-meant".into(), 4));
    assert_eq!(says("woensdag 9 uur", &next_hour).1, "dialogue-when-meant");
    let (effect, text, _) = says("woensdag 14 uur", &taken);
    assert_eq!((again(effect).as_str(), text.as_str()), ("taken", "meet-when"));
    let anyway = Input::Text("toch".into());
    assert_eq!(take(&flow, &mut state, anyway, MONDAY, &words), Effect::Ask);
    assert_eq!(state.answers["when"].value, json!({"start": "2026-11-25T14:00"}));
}

#[test]
fn the_answer_is_read_as_a_timing() {
    let mut chat = chat("");
    chat.types("zaterdag half drie");
    chat.types("x");
    let Effect::Finish(answers) = chat.presses("meet-confirm") else { panic!() };
    let timing: Timing = serde_json::from_value(object(Value::Object(answers))["when"].clone()).unwrap();
    assert!(timing.has_time());
}
