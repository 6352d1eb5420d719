//! What holds for every flow and everything that people do: drawn flows, drawn input.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::kinds::{takes_words, valid};
use super::paths::{Path, endings, paths, samples};
use super::*;
use crate::model::Moment;

/// What somebody does, or what the feature says to it.
#[derive(Clone, Debug)]
enum Does {
    Presses(usize),
    PressesOld(usize),
    PressesAnything(String),
    Types(String),
    Shares(String, bool),
    Sends(u8),
    Goes(Back),
    Upgrade(u32),
}

/// Words that say when, or nearly.
fn sometime() -> impl Strategy<Value = String> {
    let words = [
        "morgen",
        "gisteren",
        "zaterdag",
        "half drie",
        "9 uur",
        "14-16 uur",
        "10-12",
        "30 februari",
        "dinsdag 5 december",
        "elke dinsdag",
        "ja",
        "a en b",
        "zondag 29 maart 1970 om 2:30",
    ];
    vec(prop::sample::select(words.to_vec()), 1..3).prop_map(|w| w.join(" "))
}

#[derive(Clone, Copy, Debug)]
enum Back {
    Back,
    Resume,
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        8 => (0..12usize).prop_map(Does::Presses),
        1 => (0..40usize).prop_map(Does::PressesOld),
        1 => prop_oneof!["d:[0-9a-z]{0,3}:[0-9a-z]{0,2}:[.ebxskcmvapur0-9]{0,4}", ".{0,20}"].prop_map(Does::PressesAnything),
        4 => prop_oneof!["[a-d]", "dialogue-back", "[1-4]", "21", "h[0-3]", "x{0,30}", "x{2100}", ".{0,9}", sometime()].prop_map(Does::Types),
        1 => ("[+0-9 a]{0,12}", any::<bool>()).prop_map(|(p, own)| Does::Shares(p, own)),
        2 => (0..3u8).prop_map(Does::Sends),
        2 => Just(Does::Goes(Back::Back)),
        1 => Just(Does::Goes(Back::Resume)),
        1 => (1..4u32).prop_map(Does::Upgrade),
    ]
}

prop_compose! {
    fn a_step()(kind in 0..8usize, clock in any::<bool>(), voice in any::<bool>(), hook in any::<bool>(), check in any::<bool>(), optional in any::<bool>(), more in 0..3, quiet in any::<bool>(),
                named in proptest::option::of((0..6usize, vec(0..4usize, 1..3))), first in 1..5usize) -> (Step, Option<(usize, Vec<usize>)>) {
        let kind = [Kind::Choice, Kind::Text, Kind::YesNo, Kind::Contact, Kind::Photo, Kind::Number, Kind::When, Kind::Many][kind];
        let hook = hook && !matches!(kind, Kind::YesNo | Kind::Photo | Kind::Number);
        let own = matches!(kind, Kind::Choice | Kind::Many) && !hook || kind == Kind::When && !hook && clock;
        let step = Step {
            id: String::new(), kind, text: None,
            choices: match kind {
                Kind::Number => ["1", "2", "3"].map(str::to_owned).to_vec(),
                _ if own => ["a", "b", "c", "d"].map(str::to_owned).to_vec(),
                _ => Vec::new(),
            },
            choices_from: hook.then(|| "h".to_owned()),
            first: Some(first), per_row: None, check: check.then(|| "c".to_owned()), optional, more: more == 0, quiet, only_if: None,
            either: None, too_long: None, max: Some(20), min: None, voice: voice && kind == Kind::Text, follows: false, guessed: false,
            purpose: (kind == Kind::When).then_some(About::Activity), clock: clock && kind == Kind::When,
        };
        (step, named)
    }
}

/// A flow that its check would let pass, but for texts.
fn a_flow() -> impl Strategy<Value = Flow> {
    (vec(a_step(), 1..7), any::<bool>()).prop_map(|(drawn, summary)| {
        let mut steps: Vec<Step> = Vec::new();
        for (i, (mut step, named)) in drawn.into_iter().enumerate() {
            step.id = format!("s{i}");
            step.more &= summary;
            if let Some((at, values)) = named
                && let Some(named) = steps.get(at)
                && matches!(named.kind, Kind::Choice | Kind::YesNo)
                && (step.more || !named.more)
            {
                let words = match (named.kind, &named.choices_from) {
                    (Kind::YesNo, _) => ["yes", "no", "yes", "no"],
                    (_, Some(_)) => ["h0", "h1", "h2", "h0"],
                    (_, None) => ["a", "b", "c", "d"],
                };
                let values = values.into_iter().map(|v| words[v].to_owned()).collect();
                step.only_if = Some(Condition { step: named.id.clone(), values });
            }
            steps.push(step);
        }
        Flow { id: "f".into(), version: 1, feature: "f".into(), summary, confirm: None, words: WordsFor::Others, steps }
            .linked()
    })
}

/// What a feature might know beforehand, fitting or not.
fn known() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        Just(json!("a")),
        Just(json!("h0")),
        Just(json!("h9")),
        Just(json!([])),
        Just(json!({"words": "x"})),
        Just(json!(["b", "a"])),
        Just(json!(["h1", "h9"])),
        Just(json!({"start": "2026-11-28"})),
        Just(json!({"start": "2026-11-28T14:30"})),
        Just(json!("x".repeat(99))),
    ];
    vec((0..8usize, value), 0..5).prop_map(|known| known.into_iter().map(|(i, v)| (format!("s{i}"), v)).collect())
}

fn hook_choices(count: usize) -> Vec<Choice> {
    (0..count).map(|i| Choice::new(format!("h{i}"), Label::words(format!("h{i}")))).collect()
}

fn words(label: &Label) -> String {
    match label {
        Label::Id(id) => id.rsplit_once("-").filter(|(_, c)| c.len() == 1).map_or(id.as_str(), |(_, c)| c).to_owned(),
        Label::Words(words) => words.clone(),
        Label::When(timing) => timing.start.to_string(),
        Label::Several(labels) => labels.iter().map(words).collect(),
    }
}

/// What a check could offer instead of the answer.
fn suggestions(flow: &Flow, state: &State) -> Vec<Choice> {
    let Some(step) = state.here(flow) else { return Vec::new() };
    let value = samples(step, &|_| Some(hook_choices(1))).swap_remove(0);
    vec![Choice::new(value, Label::words("instead"))]
}

/// Answers hooks until somebody has to do something. `moods` draws what the feature says; none: it agrees.
fn hooks(flow: &Flow, state: &mut State, mut effect: Effect, moods: &mut dyn FnMut() -> u8) -> Effect {
    loop {
        effect = match effect {
            Effect::NeedChoices { .. } => choices(flow, state, hook_choices(if moods() == 3 { 0 } else { 3 })),
            Effect::Check { answer, .. } => {
                let say = Say::id("again");
                let verdict = match moods() {
                    0 => Verdict::Again { say, choices: vec![] },
                    1 => Verdict::Again { say, choices: suggestions(flow, state) },
                    _ => Verdict::Accept(answer),
                };
                checked(flow, state, verdict)
            }
            other => return other,
        };
    }
}

/// What has to hold whenever somebody looks at their telephone.
fn sound(flow: &Flow, state: &State) -> Result<(), TestCaseError> {
    let shown = view(flow, state);
    let mut data = std::collections::BTreeSet::new();
    for key in shown.rows.iter().flatten() {
        prop_assert!(key.data.len() <= 64);
        let read = Data { nonce: state.nonce, asked: state.asked, action: key.action };
        prop_assert_eq!(Data::decode(&key.data), Some(read));
        prop_assert!(data.insert(key.data.clone()), "two buttons do the same: {:?}", shown);
    }
    prop_assert!(shown.rows.iter().all(|r| (1..=8).contains(&r.len())));
    prop_assert!(shown.rows.iter().flatten().any(|k| k.action == Action::Stop), "no way out: {:?}", shown);
    for id in state.answers.keys() {
        let step = flow.step(id);
        prop_assert!(step.is_some_and(|s| state.applies(flow, s)), "{} stayed though it is not asked: {:?}", id, state);
    }
    if let Some(step) = state.here(flow) {
        prop_assert!(state.applies(flow, step), "asked, though it does not apply: {:?}", state);
        prop_assert_eq!(shown.shows, Shows::Question(step.id.clone()));
    } else {
        prop_assert!(flow.summary);
        let settled = state.before.is_none() && !state.trail.contains(&Place::Summary);
        prop_assert!(state.at != Place::Summary || settled, "a summary that is still left: {:?}", state);
        prop_assert_eq!(state.first_missing(flow), None, "a summary with something missing: {:?}", state);
    }
    let json = serde_json::to_string(state).unwrap_or_default();
    prop_assert_eq!(&serde_json::from_str::<State>(&json).ok(), &Some(state.clone()));
    Ok(())
}

/// Goes on as somebody would who takes the first button each time; gives the answers at the end.
fn finish(flow: &Flow, state: &mut State, mut effect: Effect) -> Option<Map<String, Value>> {
    for _ in 0..5 * flow.steps.len() + 10 {
        effect = hooks(flow, state, effect, &mut || 2);
        if let Effect::Finish(answers) = effect {
            return Some(answers);
        }
        let photo = state.here(flow).is_some_and(|s| s.kind == Kind::Photo);
        let step = state.here(flow).filter(|s| takes_words(s) && kinds::choices(flow, state, s).is_empty());
        let several = view(flow, state).chosen.is_some();
        let input = match (&state.at, step) {
            (_, Some(step)) if step.kind == Kind::When => Input::Text("28-11-2026 14:30".into()),
            (_, Some(_)) => Input::Text("x".into()),
            _ if several => Input::Text("dialogue-ready".into()),
            _ if photo => Input::Photo { file: "p".into(), words: false },
            (Place::Change | Place::More, _) => Input::Text("dialogue-back".into()),
            _ => Input::Press(view(flow, state).rows[0][0].data.clone()),
        };
        effect = take(flow, state, input, Moment(1_000_000), &words);
    }
    None
}

proptest! {
    #![proptest_config(crate::properties::config())]

    #[test]
    fn whatever_people_do_the_dialogue_stays_sound(
        mut flow in a_flow(), acts in vec(does(), 0..40), moods in vec(0..9u8, 1..20), nonce: u32, known in known(),
    ) {
        let (mut state, effect) = start(&flow, known, nonce);
        let mut moods = moods.into_iter().cycle();
        let mut mood = || moods.next().unwrap_or(2);
        let mut effect = hooks(&flow, &mut state, effect, &mut mood);
        let mut seen: Vec<String> = Vec::new();
        for (i, act) in acts.into_iter().enumerate() {
            match effect {
                Effect::Finish(_) => {
                    effect = refused(&flow, &mut state, Say::id("no"));
                    effect = hooks(&flow, &mut state, effect, &mut mood);
                }
                Effect::Stopped | Effect::Refused(_) => return Ok(()),
                _ => {}
            }
            if matches!(effect, Effect::Finish(_) | Effect::Refused(_)) {
                return Ok(());
            }
            sound(&flow, &state)?;
            let keys: Vec<Key> = view(&flow, &state).rows.into_iter().flatten().collect();
            seen.extend(keys.iter().map(|k| k.data.clone()));
            let can_stop = |k: &&Key| k.action != Action::Stop;
            let input = match act {
                Does::Presses(i) => match keys.iter().filter(can_stop).nth(i) {
                    Some(key) => Input::Press(key.data.clone()),
                    None => continue,
                },
                Does::Goes(Back::Back) => match keys.iter().find(|k| k.action == Action::Back) {
                    Some(key) => Input::Press(key.data.clone()),
                    None => continue,
                },
                Does::Goes(Back::Resume) => {
                    let before = state.clone();
                    effect = resume(&flow, &mut state);
                    prop_assert!(effect == Effect::Ask, "{:?}", effect);
                    prop_assert_eq!(state.answers.clone(), before.answers);
                    continue;
                }
                Does::Upgrade(version) => {
                    flow.version = version;
                    effect = resume(&flow, &mut state);
                    effect = hooks(&flow, &mut state, effect, &mut mood);
                    continue;
                }
                Does::PressesOld(i) => {
                    let old = seen.get(i).filter(|d| !keys.iter().any(|k| k.data == **d));
                    let Some(old) = old else { continue };
                    // Where several are chosen, what was shown a moment ago still counts.
                    let of_now = Data::decode(old).filter(|d| (d.nonce, d.asked) == (state.nonce, state.asked));
                    if of_now.is_some_and(|d| matches!(d.action, Action::Pick(_) | Action::Drop(_))) {
                        continue;
                    }
                    let before = state.clone();
                    prop_assert_eq!(take(&flow, &mut state, Input::Press(old.clone()), Moment(0), &words), Effect::Outdated);
                    prop_assert_eq!(&state, &State { cut_at: None, ..before });
                    continue;
                }
                Does::PressesAnything(data) => Input::Press(data),
                Does::Types(text) => Input::Text(text),
                Does::Shares(phone, own) => Input::Contact { phone, own },
                Does::Sends(0) => Input::Voice("v".into()),
                Does::Sends(1) => Input::Photo { file: "p".into(), words: i % 2 == 0 },
                Does::Sends(_) => Input::Other,
            };
            let was = state.clone();
            let next = take(&flow, &mut state, input.clone(), Moment(i as i64 * 3), &words);
            let next = hooks(&flow, &mut state, next, &mut mood);
            if next == Effect::Outdated {
                prop_assert_eq!(&state, &State { cut_at: None, ..was.clone() });
            }
            // A double tap is one tap.
            if matches!(input, Input::Press(_)) && matches!(next, Effect::Ask) {
                let mut twice = state.clone();
                let second = take(&flow, &mut twice, input, Moment(0), &words);
                prop_assert!(matches!(second, Effect::Outdated | Effect::Ignored), "{:?}", second);
                prop_assert_eq!(&twice, &state);
            }
            effect = next;
        }
        if !matches!(effect, Effect::Stopped | Effect::Refused(_)) {
            let at_end = if matches!(effect, Effect::Finish(_)) { effect } else { resume(&flow, &mut state) };
            let answers = finish(&flow, &mut state, at_end);
            prop_assert!(answers.is_some(), "can't be finished: {:?}", state);
            for step in &flow.steps {
                let value = answers.as_ref().and_then(|a| a.get(&step.id)).unwrap_or(&Value::Null);
                let asked = state.applies(&flow, step);
                let fine = if asked { valid(step, value) || takes_words(step) } else { value.is_null() };
                prop_assert!(fine, "{} ended as {}: {:?}", step.id, value, state);
            }
        }
    }

    #[test]
    fn back_goes_to_what_was_asked_before(flow in a_flow(), acts in vec((0..6usize, any::<bool>()), 1..25)) {
        let (mut state, effect) = start(&flow, Default::default(), 7);
        hooks(&flow, &mut state, effect, &mut || 2);
        for (i, typed) in acts {
            let was = state.at.clone();
            let key = view(&flow, &state).rows.into_iter().flatten().nth(i);
            let input = match key {
                _ if typed && state.here(&flow).is_some_and(takes_words) => Input::Text("4-5-1977 14:30".into()),
                Some(k) if !matches!(k.action, Action::Stop | Action::Back | Action::Confirm) => Input::Press(k.data),
                _ => continue,
            };
            let effect = take(&flow, &mut state, input, Moment(0), &words);
            let effect = hooks(&flow, &mut state, effect, &mut || 2);
            if matches!(effect, Effect::Finish(_)) {
                return Ok(());
            }
            // From a change that is made one comes back to the summary itself.
            if state.at == was || state.at == Place::Summary {
                continue;
            }
            let mut back = state.clone();
            let key = view(&flow, &state).rows.into_iter().flatten().find(|k| k.action == Action::Back);
            let Some(key) = key else { return Err(TestCaseError::fail(format!("no way back: {state:?}"))) };
            let effect = take(&flow, &mut back, Input::Press(key.data), Moment(0), &words);
            hooks(&flow, &mut back, effect, &mut || 2);
            prop_assert_eq!(&back.at, &was);
            sound(&flow, &back)?;
        }
    }

    #[test]
    fn a_state_from_elsewhere_is_mended(flow in a_flow(), other in a_flow(), acts in vec(0..4usize, 0..12)) {
        let (mut state, effect) = start(&other, Default::default(), 7);
        let mut effect = hooks(&other, &mut state, effect, &mut || 2);
        for i in acts {
            if matches!(effect, Effect::Finish(_)) {
                break;
            }
            let key = view(&other, &state).rows.into_iter().flatten().nth(i);
            let Some(key) = key.filter(|k| k.action != Action::Stop) else { continue };
            effect = take(&other, &mut state, Input::Press(key.data), Moment(0), &words);
            effect = hooks(&other, &mut state, effect, &mut || 2);
        }
        state.version = 0;
        view(&flow, &state);
        let effect = resume(&flow, &mut state);
        let effect = hooks(&flow, &mut state, effect, &mut || 2);
        if !matches!(effect, Effect::Finish(_)) {
            sound(&flow, &state)?;
        }
    }

    #[test]
    fn the_check_knows_every_ending(flow in a_flow(), acts in vec(0..9usize, 0..20)) {
        let hook = |_: &str| Some(hook_choices(3));
        let Some(ways) = paths(&flow, &hook) else { return Ok(()) };
        let (mut state, effect) = start(&flow, Default::default(), 7);
        hooks(&flow, &mut state, effect, &mut || 2);
        for i in acts {
            let key = view(&flow, &state).rows.into_iter().flatten().nth(i);
            let Some(key) = key.filter(|k| k.action != Action::Stop) else { continue };
            let effect = take(&flow, &mut state, Input::Press(key.data), Moment(0), &words);
            if let Effect::Finish(answers) = hooks(&flow, &mut state, effect, &mut || 2) {
                // Steps that were asked and not skipped: some way through has just these, or all of these.
                let keys: Vec<&String> = answers.keys().collect();
                let known = |w: &Path| keys.iter().all(|k| w.iter().any(|(s, _)| s.id == **k));
                prop_assert!(ways.iter().any(known), "{:?}", answers);
                prop_assert!(!endings(&flow, &ways, &hook).is_empty());
                break;
            }
        }
    }

    #[test]
    fn every_button_comes_back(nonce: u32, asked: u32, i: u16, kind in 0..13usize) {
        let action = [
            Action::Choose(i), Action::All, Action::Back, Action::Stop, Action::Skip, Action::Keep, Action::Confirm,
            Action::More, Action::Change, Action::Edit(i), Action::Pick(i), Action::Drop(i), Action::Ready,
        ][kind];
        let data = Data { nonce, asked, action };
        prop_assert!(data.encode().len() <= 64 && data.encode().starts_with(PREFIX));
        prop_assert_eq!(Data::decode(&data.encode()), Some(data));
    }

    #[test]
    fn only_what_we_write_is_read(data in "d:[0-9a-zA-Z+]{0,8}:[0-9a-z]{0,3}:[.ebxskcmvapur0-9+é]{0,6}") {
        prop_assert!(Data::decode(&data).is_none_or(|d| d.encode() == data));
    }
}
