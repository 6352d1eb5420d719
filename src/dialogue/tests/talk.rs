//! Conversations, tap by tap.

use serde_json::{Map, Value, json};

use super::*;
use crate::model::Moment;

/// Somebody in a dialogue; the feature behind it has days to choose from and likes every text but 'geheim'.
pub(in crate::dialogue) struct Chat {
    pub(in crate::dialogue) flow: Flow,
    pub(in crate::dialogue) state: State,
    pub(in crate::dialogue) at: Moment,
}

impl Chat {
    pub(in crate::dialogue) fn new(flow: Flow, known: Value) -> (Chat, Effect) {
        let (state, effect) = start(&flow, object(known), 4711);
        let mut chat = Chat { flow, state, at: Moment(1000) };
        let effect = chat.hooks(effect);
        (chat, effect)
    }

    fn hooks(&mut self, mut effect: Effect) -> Effect {
        loop {
            // As in real life the state is written and read between any two steps.
            let json = serde_json::to_string(&self.state).unwrap();
            self.state = serde_json::from_str(&json).unwrap();
            effect = match effect {
                Effect::NeedChoices { hook, .. } => {
                    assert_eq!(hook, "days");
                    choices(&self.flow, &mut self.state, days())
                }
                Effect::Check { answer, .. } => {
                    let verdict = match answer.as_str() {
                        Some("geheim") => {
                            let anyway = Choice::new("geheim", Label::words("Toch zo"));
                            Verdict::Again { say: Say::id("sure"), choices: vec![anyway] }
                        }
                        Some("verboden") => Verdict::Refuse(Say::id("forbidden")),
                        Some(shouted) if shouted.ends_with('!') => {
                            Verdict::Accept(json!(shouted.trim_end_matches('!')))
                        }
                        _ => Verdict::Accept(answer),
                    };
                    checked(&self.flow, &mut self.state, verdict)
                }
                other => return other,
            };
        }
    }

    pub(in crate::dialogue) fn does(&mut self, input: Input) -> Effect {
        self.at = self.at.plus(10);
        let effect = take(&self.flow, &mut self.state, input, self.at, &words);
        self.hooks(effect)
    }

    pub(in crate::dialogue) fn types(&mut self, text: &str) -> Effect {
        self.does(Input::Text(text.to_owned()))
    }

    pub(in crate::dialogue) fn data(&self, label: &str) -> String {
        let view = view(&self.flow, &self.state);
        let mut keys = view.rows.iter().flatten();
        keys.find(|k| words(&k.label) == label).unwrap_or_else(|| panic!("no [{label}] in {view:?}")).data.clone()
    }

    pub(in crate::dialogue) fn presses(&mut self, label: &str) -> Effect {
        let data = self.data(label);
        self.does(Input::Press(data))
    }

    pub(in crate::dialogue) fn labels(&self) -> Vec<String> {
        view(&self.flow, &self.state).rows.iter().flatten().map(|k| words(&k.label)).collect()
    }

    pub(in crate::dialogue) fn text(&self) -> String {
        view(&self.flow, &self.state).text
    }
}

pub(in crate::dialogue) fn object(value: Value) -> Map<String, Value> {
    serde_json::from_value(value).unwrap()
}

pub(in crate::dialogue) fn again(effect: Effect) -> String {
    match effect {
        Effect::Again(Say::Text(id, _)) => id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_request_is_asked_summed_up_and_finished() {
    let (mut chat, effect) = Chat::new(flow(), json!({}));
    assert_eq!(effect, Effect::Ask);
    assert_eq!(chat.text(), "request-category");
    assert_eq!(
        chat.labels(),
        ["Boodschappen", "request-category-job", "Vervoer", "request-category-forms", "dialogue-all", "Stop"]
    );
    assert_eq!(chat.presses("Boodschappen"), Effect::Ask);
    assert_eq!(chat.labels(), ["‹ Terug", "Stop"]);
    assert_eq!(chat.types("  Melk en brood "), Effect::Ask);
    assert_eq!(chat.labels(), ["Vandaag", "Morgen", "Later", "‹ Terug", "Stop"]);
    assert_eq!(chat.presses("Morgen"), Effect::Ask);
    assert_eq!(chat.text(), "request-summary");
    assert_eq!(chat.labels(), ["Plaatsen", "Meer vertellen", "Iets veranderen", "‹ Terug", "Stop"]);
    let lines = view(&chat.flow, &chat.state).lines;
    let lines: Vec<_> = lines.iter().map(|l| (l.name.as_str(), words(&l.answer))).collect();
    assert_eq!(
        lines,
        [
            ("request-category-name", "Boodschappen".to_owned()),
            ("request-title-name", "Melk en brood".to_owned()),
            ("request-when-name", "Morgen".to_owned())
        ]
    );
    let answers = json!({"category": "groceries", "title": "Melk en brood", "when": "2026-03-03"});
    assert_eq!(chat.presses("Plaatsen"), Effect::Finish(object(answers.clone())));
    let effect = refused(&chat.flow, &mut chat.state, Say::id("too-many"));
    assert_eq!(again(effect), "too-many");
    assert_eq!(chat.types("plaatsen"), Effect::Finish(object(answers)), "the draft is still there");
}

#[test]
fn tell_more_asks_what_somebody_chooses_and_can_be_left() {
    let (mut chat, _) =
        Chat::new(flow(), json!({"category": "job", "title": "Lamp", "people": "one", "when": "never"}));
    assert_eq!(chat.text(), "request-when");
    chat.types("vandaag");
    chat.presses("Meer vertellen");
    assert_eq!(chat.text(), "dialogue-more-which");
    let told = ["request-details-name", "request-for-other-name", "request-reach-name", "‹ Terug", "Stop"];
    assert_eq!(chat.labels(), told);
    assert_eq!(chat.presses("‹ Terug"), Effect::Ask);
    assert_eq!(chat.text(), "request-summary");
    chat.presses("Meer vertellen");
    chat.presses("request-details-name");
    chat.presses("Overslaan");
    assert_eq!(chat.text(), "request-summary");
    chat.presses("Meer vertellen");
    chat.types("request-for-other-name");
    chat.types("ja hoor");
    assert_eq!(chat.text(), "request-knows");
    assert_eq!(chat.labels(), ["Ja", "Nee", "‹ Terug", "Stop"], "what hangs on it is not left out");
    // Given up half-way, nothing of it stays.
    for expected in ["request-for-other", "dialogue-more-which", "request-summary"] {
        chat.presses("‹ Terug");
        assert_eq!(chat.text(), expected);
    }
    assert!(!chat.state.answers.contains_key("for-other"));
    chat.presses("Meer vertellen");
    chat.presses("request-for-other-name");
    chat.types("ja hoor");
    chat.types("nee");
    assert_eq!(chat.text(), "request-summary");
    // One thing alone is left, so it is asked at once.
    chat.presses("Meer vertellen");
    assert!(view(&chat.flow, &chat.state).share_number);
    chat.does(Input::Contact { phone: "+31612345678".into(), own: true });
    assert_eq!(chat.labels(), ["Plaatsen", "Iets veranderen", "‹ Terug", "Stop"]);
    let Effect::Finish(answers) = chat.presses("Plaatsen") else { panic!() };
    let read: Request = serde_json::from_value(Value::Object(answers)).unwrap();
    assert_eq!(read.reach, Some(Contact::Phone("+31612345678".into())));
    assert_eq!((read.details, read.knows), (None, Some(false)));
}

#[test]
fn a_changed_branch_drops_what_no_longer_applies_and_asks_what_is_new() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    chat.types("vervoer");
    chat.types("2");
    chat.types("Naar het ziekenhuis");
    chat.types("later");
    assert!(chat.state.answers.contains_key("people"));
    chat.presses("Iets veranderen");
    assert_eq!(chat.text(), "dialogue-change-which");
    chat.presses("request-category-name");
    let picked: Vec<_> = view(&chat.flow, &chat.state).rows.into_iter().flatten().filter(|k| k.picked).collect();
    assert_eq!(picked.len(), 1);
    chat.types("boodschappen");
    assert_eq!(chat.text(), "request-summary");
    assert!(!chat.state.answers.contains_key("people"));
    // And back: what is new is asked, and giving that up leaves everything as it was.
    chat.presses("Iets veranderen");
    chat.presses("request-category-name");
    chat.types("vervoer");
    assert_eq!(chat.text(), "request-people");
    for expected in ["request-category", "dialogue-change-which", "request-summary"] {
        assert_eq!(chat.presses("‹ Terug"), Effect::Ask);
        assert_eq!(chat.text(), expected);
    }
    let Effect::Finish(answers) = chat.presses("Plaatsen") else { panic!() };
    assert_eq!(answers["category"], "groceries");
    // The way back leads past what is no longer asked.
    for expected in ["request-when", "request-title", "request-category"] {
        chat.presses("‹ Terug");
        assert_eq!(chat.text(), expected);
    }
}

#[test]
fn a_changed_branch_under_tell_more_asks_what_is_new() {
    let known = json!({"category": "job", "title": "Lamp", "when": "later", "for-other": false});
    let (mut chat, _) = Chat::new(flow(), known);
    chat.presses("Iets veranderen");
    chat.presses("request-for-other-name");
    chat.types("ja");
    assert_eq!(chat.text(), "request-knows", "what hangs on it is asked, and nothing else under it");
}

#[test]
fn words_of_a_button_press_it_and_nothing_else_does() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    assert_eq!(again(chat.types("terug")), "dialogue-want-choice", "there is no way back here");
    chat.types("1");
    assert_eq!(chat.types("terug"), Effect::Ask);
    assert_eq!(chat.text(), "request-category");
    chat.types("1");
    assert_eq!(chat.types("Overslaan"), Effect::Ask, "can't be skipped, so it is an answer");
    assert_eq!(chat.state.answers["title"].value, "Overslaan");
    chat.types("terug");
    assert_eq!(chat.text(), "request-title");
    assert_eq!(chat.types("Ik wil stoppen met roken"), Effect::Ask);
    assert_eq!(chat.types("stop!"), Effect::Stopped);
}

#[test]
fn old_and_repeated_presses_change_nothing() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    let first = chat.data("Boodschappen");
    assert_eq!(chat.does(Input::Press(first.clone())), Effect::Ask);
    let state = chat.state.clone();
    for data in [first.as_str(), "d:", "d:3mv:0:b", "", "d:4711:1:b", "r:1", "d:3mv:1:e99999", "d:🙈:1:b"] {
        assert_eq!(chat.does(Input::Press(data.into())), Effect::Outdated, "{data}");
    }
    // Not shown here, though well-formed and of this very showing.
    for action in [Action::Skip, Action::Confirm, Action::More, Action::Edit(0), Action::Choose(0), Action::Keep] {
        let data = Data { nonce: state.nonce, asked: state.asked, action }.encode();
        assert_eq!(chat.does(Input::Press(data)), Effect::Outdated, "{action:?}");
    }
    assert_eq!(chat.state, state);
    let (mut other, _) = (start(&chat.flow, Map::new(), 1), ());
    assert_eq!(take(&chat.flow, &mut other.0, Input::Press(first), Moment(0), &words), Effect::Outdated);
}

#[test]
fn a_check_asks_again_offers_a_way_and_refuses() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    chat.types("1");
    assert_eq!(again(chat.types("geheim")), "sure");
    assert_eq!(chat.labels(), ["Toch zo", "‹ Terug", "Stop"]);
    assert_eq!(chat.presses("Toch zo"), Effect::Ask);
    assert_eq!(chat.state.answers["title"].value, "geheim");
    chat.presses("‹ Terug");
    assert_eq!(chat.labels(), ["dialogue-keep", "‹ Terug", "Stop"]);
    assert_eq!(chat.presses("dialogue-keep"), Effect::Ask);
    assert_eq!(chat.text(), "request-when");
    chat.presses("‹ Terug");
    assert_eq!(chat.types("verboden"), Effect::Refused(Say::id("forbidden")));
}

#[test]
fn what_is_known_is_not_asked() {
    let known =
        json!({"category": "job", "title": "Lamp", "when": "later", "for-other": true, "knows": false, "moon": 1});
    let (chat, effect) = Chat::new(flow(), known);
    assert_eq!(effect, Effect::Ask);
    assert_eq!(chat.text(), "request-summary");
    let shown: Vec<_> = view(&chat.flow, &chat.state).lines.iter().map(|l| words(&l.answer)).collect();
    assert_eq!(shown, ["request-category-job", "Lamp", "Later", "Ja", "Nee"], "labels, not values");
    let (chat, _) = Chat::new(flow(), json!({"category": "cats", "title": "x".repeat(41)}));
    assert_eq!(chat.text(), "request-category", "what a step can't take is asked");
}

#[test]
fn what_is_known_under_tell_more_is_taken_or_left() {
    let flow = REQUEST.replace("choices_from = \"days\"", "choices_from = \"days\"\nmore = true");
    let flow = Flow::from_toml(&flow).unwrap();
    for (when, expected) in [("later", Some("Later")), ("never", None)] {
        let (chat, _) = Chat::new(flow.clone(), json!({"category": "job", "title": "Lamp", "when": when}));
        assert_eq!(chat.text(), "request-summary");
        assert_eq!(chat.state.answers.get("when").map(|a| words(&a.label)).as_deref(), expected);
    }
}

#[test]
fn choices_that_never_came_are_asked_for_again() {
    let flow = flow();
    let (mut state, effect) = start(&flow, object(json!({"category": "job", "title": "Lamp"})), 1);
    assert!(matches!(effect, Effect::NeedChoices { .. }));
    let effect = take(&flow, &mut state, Input::Text("morgen".into()), Moment(0), &words);
    assert!(matches!(effect, Effect::NeedChoices { .. }));
    assert_eq!(again(choices(&flow, &mut state, days())), "dialogue-changed");
}

#[test]
fn a_check_may_keep_an_answer_otherwise() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    chat.types("1");
    chat.types("Brood!");
    let title = &chat.state.answers["title"];
    assert_eq!((&title.value, words(&title.label).as_str()), (&json!("Brood"), "Brood"));
}

#[test]
fn what_is_too_long_is_told_once_even_cut_in_two() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    chat.types("1");
    let expected = Say::id("dialogue-too-long").number("length", 41).number("max", 40);
    assert_eq!(chat.types(&"é".repeat(41)), Effect::Again(expected));
    assert_eq!(chat.types(&"é".repeat(40)), Effect::Ask);
    chat.presses("‹ Terug");
    assert_eq!(again(chat.types(&"x".repeat(4096))), "dialogue-too-long");
    let rest = |chat: &mut Chat, seconds| {
        take(&chat.flow, &mut chat.state, Input::Text("y".into()), chat.at.plus(seconds), &words)
    };
    assert_eq!(rest(&mut chat, 1), Effect::Ignored);
    assert_eq!(rest(&mut chat, 2), Effect::Ignored);
    assert!(matches!(rest(&mut chat, 3), Effect::Check { .. }));
}

#[test]
fn a_new_version_keeps_what_still_fits() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    chat.types("vervoer");
    chat.types("1");
    chat.types("Naar de markt");
    assert_eq!(chat.text(), "request-when");
    let old = chat.data("Vandaag");
    let changed = REQUEST.replace("version = 3", "version = 4").replace("\"one\", \"more\"", "\"alone\", \"two\"");
    chat.flow = Flow::from_toml(&changed).unwrap();
    assert_eq!(chat.does(Input::Press(old)), Effect::Outdated);
    assert_eq!(again(chat.types("vandaag")), "dialogue-changed");
    assert_eq!(chat.text(), "request-people");
    chat.types("2");
    assert_eq!(chat.text(), "request-when", "the title was kept");
    chat.presses("‹ Terug");
    chat.presses("‹ Terug");
    assert_eq!(chat.text(), "request-category");
    // A version in which nothing of the question shown changed takes the words that were typed.
    chat.flow.version = 5;
    assert_eq!(chat.types("kinderen"), Effect::Again(Say::id("dialogue-changed")));
    let (mut fresh, _) = Chat::new(flow(), json!({}));
    fresh.types("1");
    fresh.flow.version = 4;
    assert_eq!(fresh.types("Brood"), Effect::Ask);
}

#[test]
fn nothing_to_choose_skips_or_goes_back_or_ends() {
    let needed = flow();
    let known = json!({"category": "job", "title": "Lamp"});
    let (mut state, _) = start(&needed, object(known.clone()), 1);
    assert_eq!(choices(&needed, &mut state, vec![]), Effect::Refused(Say::id("dialogue-nothing-to-choose")));
    let (mut state, _) = start(&needed, object(json!({"category": "job"})), 1);
    take(&needed, &mut state, Input::Text("Lamp".into()), Moment(0), &words);
    assert!(matches!(checked(&needed, &mut state, Verdict::Accept(json!("Lamp"))), Effect::NeedChoices { .. }));
    assert_eq!(again(choices(&needed, &mut state, vec![])), "dialogue-nothing-to-choose");
    assert_eq!((&state.at, state.answers.len()), (&Place::Step("title".into()), 2), "nothing is lost");
    let optional = REQUEST.replace("choices_from = \"days\"", "choices_from = \"days\"\noptional = true");
    let optional = Flow::from_toml(&optional).unwrap();
    let (mut state, effect) = start(&optional, object(known), 1);
    assert!(matches!(effect, Effect::NeedChoices { .. }));
    assert_eq!(choices(&optional, &mut state, vec![]), Effect::Ask);
    assert_eq!(state.at, Place::Summary);
    assert!(!changeable(&optional, &state).contains(&"when".to_owned()));
}

/// The steps that the summary's change list offers.
fn changeable(flow: &Flow, state: &State) -> Vec<String> {
    let state = State { at: Place::Change, ..state.clone() };
    let keys = view(flow, &state).rows.into_iter().flatten();
    let step = |k: Key| match k.action {
        Action::Edit(i) => Some(flow.steps[usize::from(i)].id.clone()),
        _ => None,
    };
    keys.filter_map(step).collect()
}

#[test]
fn a_quiet_step_is_shown_only_where_it_was_asked() {
    let flow = Flow::from_toml(&REQUEST.replacen("kind = \"choice\"", "quiet = true\nkind = \"choice\"", 1)).unwrap();
    let known = json!({"category": "job", "title": "Lamp", "when": "later"});
    let (chat, _) = Chat::new(flow.clone(), known);
    assert_eq!(changeable(&chat.flow, &chat.state), ["title", "when"]);
    assert_eq!(view(&chat.flow, &chat.state).lines.len(), 2);
    let (mut chat, _) = Chat::new(flow, json!({"title": "Lamp", "when": "later"}));
    chat.types("2");
    assert_eq!(changeable(&chat.flow, &chat.state), ["category", "title", "when"]);
}

#[test]
fn what_is_not_words_is_answered_kindly() {
    let (mut chat, _) = Chat::new(flow(), json!({}));
    let other = |chat: &mut Chat, what| match chat.does(what) {
        Effect::Again(Say::Text(id, args)) => (id, args),
        effect => panic!("{effect:?}"),
    };
    let sent = |what: &str| vec![("sent".to_owned(), Arg::Word(what.to_owned()))];
    assert_eq!(
        other(&mut chat, Input::Photo { file: "p".into(), words: true }),
        ("dialogue-want-choice".into(), sent("photo"))
    );
    chat.types("1");
    assert_eq!(other(&mut chat, Input::Voice("v".into())), ("dialogue-want-words".into(), sent("voice")));
    assert_eq!(other(&mut chat, Input::Other), ("dialogue-want-words".into(), sent("other")));
    assert_eq!(again(chat.does(Input::Contact { phone: "112".into(), own: true })), "dialogue-want-words");
    assert_eq!(again(chat.types("   ")), "dialogue-want-words");
}
