//! What each kind of question takes: one's own number, words, a voice message, a photo, a number.

use serde_json::{Value, json};

use super::talk::{Chat, again, object};
use super::*;
use crate::model::Moment;

#[test]
fn one_choice_alone_is_not_asked_and_can_not_be_changed() {
    let flow = flow();
    for known in
        [json!({"category": "job", "title": "Lamp"}), json!({"category": "job", "title": "Lamp", "when": "never"})]
    {
        let (mut state, _) = start(&flow, object(known), 1);
        let one = days().into_iter().take(1).collect();
        assert_eq!(choices(&flow, &mut state, one), Effect::Ask);
        assert_eq!((&state.at, &state.answers["when"].value), (&Place::Summary, &json!("2026-03-02")));
        assert!(view(&flow, &state).lines.iter().any(|l| l.name == "request-when-name"));
        take(&flow, &mut state, Input::Text("Iets veranderen".into()), Moment(0), &words);
        assert_eq!(state.at, Place::Change);
        let labels: Vec<_> = view(&flow, &state).rows.into_iter().flatten().map(|k| words(&k.label)).collect();
        assert_eq!(labels, ["request-category-name", "Wat", "‹ Terug", "Stop"]);
    }
}

#[test]
fn a_number_is_pressed_or_typed_within_its_bounds() {
    let toml = "id = 'f'\nversion = 1\nfeature = 'f'\n[[step]]\nid = 'n'\nkind = 'number'\nmin = 2\nmax = 20\nchoices = ['2', '3']";
    for (typed, expected) in [
        ("2", Some(2)),
        ("3", Some(3)),
        ("twintig", Some(20)),
        ("1", None),
        ("21", None),
        ("500", None),
        ("veel", None),
        ("", None),
    ] {
        let (mut chat, _) = Chat::new(Flow::from_toml(toml).unwrap(), json!({}));
        assert_eq!(chat.labels(), ["2", "3", "Stop"]);
        let effect = chat.types(typed);
        assert_eq!(chat.state.answers.get("n").and_then(|a| a.value.as_i64()), expected, "{typed:?}");
        if expected.is_none() {
            let Effect::Again(Say::Text(id, args)) = effect else { panic!("{effect:?}") };
            assert_eq!((id.as_str(), args.len()), ("dialogue-want-number", 3));
        }
    }
}

#[test]
fn what_is_not_words_is_answered_kindly() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    let other = |chat: &mut Chat, what| match chat.does(what) {
        Effect::Again(Say::Text(id, args)) => (id, args),
        effect => panic!("{effect:?}"),
    };
    let sent = |what: &str| vec![("sent".to_owned(), Arg::Word(what.to_owned()))];
    assert_eq!(other(&mut chat, photo("p", true)), ("dialogue-want-choice".into(), sent("photo")));
    chat.types("1");
    assert_eq!(other(&mut chat, Input::Voice("v".into())), ("dialogue-want-words".into(), sent("voice")));
    assert_eq!(other(&mut chat, Input::Other), ("dialogue-want-words".into(), sent("other")));
    assert_eq!(again(chat.does(Input::Contact { phone: "112".into(), own: true })), "dialogue-want-words");
    assert_eq!(again(chat.types("   ")), "dialogue-want-words");
}

fn photo(file: &str, words: bool) -> Input {
    Input::Photo { file: file.into(), words }
}

const SPOKEN: &str = r#"
id = "spoken"
version = 1
feature = "f"
[[step]]
id = "title"
kind = "text"
voice = true
[[step]]
id = "picture"
kind = "photo"
"#;

#[derive(Debug, PartialEq, Eq, serde::Deserialize)]
struct Spoken {
    title: Words,
    picture: Option<String>,
}

fn spoken(chat: &mut Chat) -> Spoken {
    let Effect::Finish(answers) = chat.presses("spoken-confirm") else { panic!() };
    serde_json::from_value(Value::Object(answers)).unwrap()
}

#[test]
fn a_voice_message_is_as_good_as_typed_words_and_a_photo_may_be_left_out() {
    let flow = Flow::from_toml(SPOKEN).unwrap();
    let (mut chat, _) = Chat::new(flow.clone(), json!({}));
    assert_eq!(again(chat.does(photo("p", false))), "dialogue-want-words-or-voice");
    assert_eq!(chat.does(Input::Voice("stem".into())), Effect::Ask);
    assert_eq!(chat.labels(), ["‹ Terug", "Overslaan", "Stop"]);
    assert_eq!(again(chat.types("een rode fiets")), "dialogue-want-photo");
    assert_eq!(again(chat.does(Input::Voice("nog een".into()))), "dialogue-want-photo");
    assert_eq!(chat.does(photo("fiets", false)), Effect::Ask);
    let lines: Vec<_> = view(&chat.flow, &chat.state).lines.into_iter().map(|l| words(&l.answer)).collect();
    assert_eq!(lines, ["dialogue-voice", "dialogue-photo"]);
    let expected = Spoken { title: Words::Spoken { voice: "stem".into() }, picture: Some("fiets".into()) };
    assert_eq!(spoken(&mut chat), expected);
    // Another photo and typed words take their places; the words below the photo are told to be lost.
    chat.presses("‹ Terug");
    assert_eq!(chat.labels(), ["dialogue-keep", "‹ Terug", "Overslaan", "Stop"]);
    assert_eq!(again(chat.does(photo("ander", true))), "dialogue-photo-alone");
    chat.presses("Iets veranderen");
    chat.presses("spoken-title-name");
    assert_eq!(view(&chat.flow, &chat.state).now, Some(Label::id("dialogue-voice")));
    chat.types("Fietsband");
    let expected = Spoken { title: Words::Typed("Fietsband".into()), picture: Some("ander".into()) };
    assert_eq!(spoken(&mut chat), expected);
    let (mut chat, _) = Chat::new(flow, json!({"title": {"voice": "stem"}}));
    assert_eq!(chat.text(), "spoken-picture", "what was spoken before is not asked");
    chat.presses("Overslaan");
    assert_eq!(spoken(&mut chat).picture, None);
}

#[test]
fn only_ones_own_number_counts() {
    let flow = Flow::from_toml(
        "id = 'c'\nversion = 1\nfeature = 'f'\nsummary = false\n[[step]]\nid = 'reach'\nkind = 'contact'",
    )
    .unwrap();
    let (mut chat, _) = Chat::new(flow, json!({}));
    let share = |phone: &str, own| Input::Contact { phone: phone.into(), own };
    assert_eq!(again(chat.does(share("+31612345678", false))), "dialogue-not-your-number");
    assert_eq!(again(chat.does(share("<b>", true))), "dialogue-not-a-number");
    assert_eq!(
        chat.does(share("31612345678", true)),
        Effect::Finish(object(json!({"reach": {"phone": "31612345678"}})))
    );
    let effect = refused(&chat.flow, &mut chat.state, Say::id("busy"));
    assert_eq!(again(effect), "busy");
    let words = json!({"reach": {"words": "Bel aan op nummer 3"}});
    assert_eq!(chat.types("Bel aan op nummer 3"), Effect::Finish(object(words)));
}

#[test]
fn own_words_stand_beside_the_choices_of_a_hook() {
    let toml = "id = 'p'\nversion = 1\nfeature = 'f'\n[[step]]\nid = 'place'\nkind = 'text'\nmax = 20\nfirst = 2\nchoices_from = 'days'";
    for (typed, value, label) in [
        ("morgen", json!("2026-03-03"), "Morgen"),
        ("In het buurthuis", json!("In het buurthuis"), "In het buurthuis"),
        // Within a longer text, or as the beginning of one, the words of a button are words.
        ("Morgen weer", json!("Morgen weer"), "Morgen weer"),
        ("Mor", json!("Mor"), "Mor"),
        ("2", json!("2"), "2"),
    ] {
        let (mut chat, effect) = Chat::new(Flow::from_toml(toml).unwrap(), json!({}));
        assert_eq!(
            (effect, chat.labels()),
            (Effect::Ask, ["Vandaag", "Morgen", "dialogue-all", "Stop"].map(str::to_owned).into())
        );
        assert_eq!(chat.types(typed), Effect::Ask);
        let answer = chat.state.answers["place"].clone();
        assert_eq!((answer.value, words(&answer.label).as_str()), (value, label), "{typed:?}");
    }
    let (mut chat, _) = Chat::new(Flow::from_toml(toml).unwrap(), json!({}));
    assert_eq!(again(chat.types(&"x".repeat(21))), "dialogue-too-long");
    chat.presses("dialogue-all");
    chat.presses("Later");
    assert_eq!(chat.state.answers["place"].value, json!("later"));
    // Where the feature knows no place, people still type one; a known one is not asked.
    let flow = Flow::from_toml(toml).unwrap();
    let (mut state, _) = start(&flow, Default::default(), 1);
    assert_eq!(choices(&flow, &mut state, Vec::new()), Effect::Ask);
    assert_eq!(view(&flow, &state).rows.concat().len(), 1);
    let (chat, _) = Chat::new(flow, json!({"place": "Bij Joop"}));
    assert_eq!(chat.text(), "p-summary");
}
