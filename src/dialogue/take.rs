//! What somebody did, and what follows from it.
//!
//! Typed words that are exactly the label of a button shown ('Terug', 'Stop', 'Overslaan') press that button, on a text step
//! too: who can't find a button must get away, and hardly anybody asks for help with the one word 'stop'. Within a longer
//! text they are words like any other, and where the button is absent ('Terug' at the first question) they are an answer.

use serde_json::Value;

use super::advance::{back, fits, forward, go, refit, settle, show};
use super::buttons::{Action, Data};
use super::flow::{Flow, Kind, Step};
use super::state::{Answer, Choice, Contact, Effect, Input, Label, Place, Say, State, phone_like, valid};
use super::view::{Key, view};
use super::{hear, pick, words};
use crate::model::Moment;

/// From this length, in characters, a text that is too long may have a second part on its way: clients cut at about
/// Telegram's 4,096, at a place that reads well.
const CUT_FROM: usize = 2000;

/// Within so many seconds the second part arrives.
const CUT_WITHIN: i64 = 2;

/// What follows from what somebody did at the moment `at`. `words` puts a label into their language, so that typed words can
/// be held against what they saw.
pub fn take(flow: &Flow, state: &mut State, input: Input, at: Moment, words: &dyn Fn(&Label) -> String) -> Effect {
    state.pending = None;
    let cut_at = state.cut_at.take();
    if let Input::Press(data) = input {
        return press(flow, state, &data, at);
    }
    let was = state.at.clone();
    if !fits(flow, state) {
        refit(flow, state);
    }
    let here = state.here(flow);
    let lacks_choices = here.is_some_and(|s| s.choices_from.is_some()) && state.offered.is_none();
    if state.at != was || lacks_choices {
        state.note = Some(Say::id("dialogue-changed"));
        return show(flow, state);
    }
    match (input, here) {
        (Input::Text(_), Some(step)) if step.takes_words() && cut_at.is_some_and(|c| at.since(c) <= CUT_WITHIN) => {
            state.cut_at = cut_at;
            Effect::Ignored
        }
        (Input::Text(text), _) => typed(flow, state, text.trim(), at, words),
        (Input::Contact { phone, own }, Some(step)) if step.kind == Kind::Contact => {
            if !own {
                Effect::Again(Say::id("dialogue-not-your-number"))
            } else if !phone_like(&phone) {
                Effect::Again(Say::id("dialogue-not-a-number"))
            } else {
                let label = Label::words(&phone);
                answered(flow, state, step, contact(Contact::Phone(phone), label), false)
            }
        }
        (Input::Contact { .. }, _) => not_understood(here, "contact"),
        (Input::Voice(file), Some(step)) if step.voice => answered(flow, state, step, Answer::voice(file), false),
        (Input::Photo { file, words }, Some(step)) if step.kind == Kind::Photo => {
            if words {
                state.note = Some(Say::id("dialogue-photo-alone"));
            }
            answered(flow, state, step, Answer::photo(file), false)
        }
        (Input::Voice(_), _) => not_understood(here, "voice"),
        (Input::Photo { .. }, _) => not_understood(here, "photo"),
        (Input::Other, _) => not_understood(here, "other"),
        (Input::Press(_), _) => Effect::Outdated,
    }
}

fn press(flow: &Flow, state: &mut State, data: &str, at: Moment) -> Effect {
    let known = Data::decode(data).filter(|d| (d.nonce, d.asked) == (state.nonce, state.asked));
    match known {
        Some(data) if fits(flow, state) && offers(flow, state, data.action) => act(flow, state, data.action, at),
        _ => Effect::Outdated,
    }
}

/// Is there such a button, or such a choice under 'more choices'? Where several are chosen, there may have been a moment ago.
fn offers(flow: &Flow, state: &State, action: Action) -> bool {
    match (action, state.here(flow)) {
        (Action::Choose(i), Some(step)) if step.kind == Kind::Many => usize::from(i) < state.suggested,
        (Action::Choose(i), Some(step)) => usize::from(i) < state.choices(flow, step).len(),
        (Action::Pick(i) | Action::Drop(i), Some(step)) if step.kind == Kind::Many => {
            (state.suggested..state.choices(flow, step).len()).contains(&usize::from(i))
        }
        _ => view(flow, state).rows.iter().flatten().any(|k| k.action == action),
    }
}

fn act(flow: &Flow, state: &mut State, action: Action, at: Moment) -> Effect {
    let here = state.here(flow);
    match (action, here) {
        (Action::Choose(i), Some(step)) => choose(flow, state, step, i.into(), at),
        (Action::Pick(i) | Action::Drop(i), Some(step)) => match state.choices(flow, step).get(usize::from(i)) {
            Some(choice) => pick::set(state, step, choice, matches!(action, Action::Pick(_))),
            None => Effect::Outdated,
        },
        (Action::Ready, Some(step)) => pick::ready(flow, state, step),
        (Action::Skip, Some(step)) => settle(flow, state, step, Answer::skipped()),
        (Action::Keep, Some(_)) => {
            state.trail.push(state.at.clone());
            forward(flow, state)
        }
        (Action::All, _) => {
            state.all = true;
            state.asked = state.asked.wrapping_add(1);
            Effect::Ask
        }
        (Action::Back, Some(step)) if step.kind == Kind::When && hear::forget(state) => Effect::Ask,
        (Action::Back, _) => back(flow, state),
        (Action::Stop, _) => Effect::Stopped,
        (Action::Confirm, None) => match state.first_missing(flow) {
            None => Effect::Finish(state.values()),
            Some(_) => forward(flow, state),
        },
        (Action::More, None) => {
            leave_summary(state);
            let mut untold = state.untold(flow).map(|(_, s)| s.id.clone());
            // Where there is one thing alone to tell more about, it is asked at once.
            let place = match (untold.next(), untold.next()) {
                (Some(only), None) => Place::Step(only),
                _ => Place::More,
            };
            drop(untold);
            go(flow, state, place)
        }
        (Action::Change, None) => {
            leave_summary(state);
            go(flow, state, Place::Change)
        }
        (Action::Edit(i), None) => match flow.steps.get(usize::from(i)) {
            Some(step) => {
                state.trail.push(state.at.clone());
                go(flow, state, Place::Step(step.id.clone()))
            }
            None => Effect::Outdated,
        },
        (Action::Choose(_) | Action::Pick(_) | Action::Drop(_) | Action::Ready | Action::Skip | Action::Keep, None)
        | (Action::Confirm | Action::More | Action::Change | Action::Edit(_), Some(_)) => Effect::Outdated,
    }
}

fn leave_summary(state: &mut State) {
    state.trail.push(Place::Summary);
    state.before = Some(state.answers.clone());
}

/// The choice at this place is the answer.
pub(super) fn choose(flow: &Flow, state: &mut State, step: &Step, i: usize, at: Moment) -> Effect {
    let mut choices = state.choices(flow, step);
    if i >= choices.len() {
        return Effect::Outdated;
    }
    let Choice { value, label } = choices.swap_remove(i);
    let trusted = i < state.suggested && state.heard.is_none();
    if step.kind == Kind::When {
        return hear::chosen(flow, state, step, (Answer { value, label }, trusted), at);
    }
    answered(flow, state, step, Answer { value, label }, trusted)
}

/// An answer, which the feature's check looks at first unless it is trusted.
pub(super) fn answered(flow: &Flow, state: &mut State, step: &Step, answer: Answer, trusted: bool) -> Effect {
    match &step.check {
        Some(hook) if !trusted => {
            let (hook, step, value) = (hook.clone(), step.id.clone(), answer.value.clone());
            state.pending = Some(answer);
            Effect::Check { hook, step, answer: value }
        }
        _ => settle(flow, state, step, answer),
    }
}

fn typed(flow: &Flow, state: &mut State, text: &str, at: Moment, words: &dyn Fn(&Label) -> String) -> Effect {
    let here = state.here(flow);
    let choices = here.map_or_else(Vec::new, |s| state.choices(flow, s));
    let labels: Vec<String> = choices.iter().map(|c| words(&c.label)).collect();
    let shown = view(flow, state);
    let is_choice = |k: &&Key| matches!(k.action, Action::Choose(_) | Action::Pick(_) | Action::Drop(_));
    let keys: Vec<_> = shown.rows.iter().flatten().filter(|k| !is_choice(k)).collect();
    let key_labels: Vec<String> = keys.iter().map(|k| words(&k.label)).collect();
    let key = |i: usize| keys.get(i).map(|k| k.action);
    let Some(step) = here else {
        // A summary's buttons do great things: only their own words press them. Which answer to change may be meant loosely.
        let edits = keys.iter().take_while(|k| matches!(k.action, Action::Edit(_))).count();
        let found = words::exactly(text, &key_labels).or_else(|| words::meant(text, &key_labels[..edits]));
        return match found.and_then(key) {
            Some(action) => act(flow, state, action, at),
            None => not_understood(None, "text"),
        };
    };
    if let Some(i) = words::exactly(text, &labels).filter(|i| step.kind != Kind::Many || *i < state.suggested) {
        return choose(flow, state, step, i, at);
    }
    if let Some(action) = words::exactly(text, &key_labels).and_then(key) {
        return act(flow, state, action, at);
    }
    match step.kind {
        Kind::Photo => return not_understood(Some(step), "text"),
        Kind::Many => return pick::typed(flow, state, step, text, &labels),
        Kind::Number => {
            let typed = words::number(text).map(Value::from).filter(|n| valid(step, n));
            return match typed {
                Some(value) => {
                    let label = Label::Words(value.to_string());
                    answered(flow, state, step, Answer { value, label }, false)
                }
                None => not_understood(Some(step), "text"),
            };
        }
        Kind::Choice | Kind::Text | Kind::YesNo | Kind::Contact | Kind::When => {}
    }
    if !step.takes_words() {
        return match words::meant(text, &labels) {
            Some(i) => choose(flow, state, step, i, at),
            None => not_understood(Some(step), "text"),
        };
    }
    let (length, max) = (text.chars().count(), step.limit());
    if length == 0 {
        return not_understood(Some(step), "text");
    }
    if length > max {
        state.cut_at = Some(at).filter(|_| length >= CUT_FROM);
        return Effect::Again(Say::id("dialogue-too-long").number("length", length).number("max", max));
    }
    if step.kind == Kind::When {
        let no = words(&Label::id("dialogue-no"));
        return hear::typed(flow, state, step, (text, at), &labels, no);
    }
    let answer = match step.kind {
        Kind::Contact => contact(Contact::Words(text.to_owned()), Label::words(text)),
        _ => Answer::words(text),
    };
    answered(flow, state, step, answer, false)
}

fn contact(contact: Contact, label: Label) -> Answer {
    let value = match contact {
        Contact::Phone(phone) => serde_json::json!({ "phone": phone }),
        Contact::Words(words) => serde_json::json!({ "words": words }),
    };
    Answer { value, label }
}

/// What they sent is no answer here. The text may choose its words by `$sent`.
fn not_understood(step: Option<&Step>, sent: &str) -> Effect {
    let id = match step.map(|s| s.kind) {
        Some(Kind::Text) if step.is_some_and(|s| s.voice) => "dialogue-want-words-or-voice",
        Some(Kind::Text) => "dialogue-want-words",
        Some(Kind::Photo) => "dialogue-want-photo",
        Some(Kind::Number) => "dialogue-want-number",
        Some(Kind::Contact) => "dialogue-want-contact",
        Some(Kind::When) => "dialogue-want-when",
        Some(Kind::Many) => "dialogue-want-several",
        Some(Kind::Choice | Kind::YesNo) | None => "dialogue-want-choice",
    };
    let say = Say::id(id).word("sent", sent);
    Effect::Again(match step.filter(|s| s.kind == Kind::Number).map(Step::range) {
        Some((min, max)) => say.number("min", min).number("max", max),
        None => say,
    })
}
