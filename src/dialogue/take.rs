//! What somebody did, and what follows from it.
//!
//! Typed words that are exactly the label of a button shown ('Terug', 'Stop', 'Overslaan') press that button, on a text step
//! too: who can't find a button must get away, and hardly anybody asks for help with the one word 'stop'. Within a longer
//! text they are words like any other, and where the button is absent ('Terug' at the first question) they are an answer.

use super::advance::{back, fits, forward, go, refit, settle, show};
use super::answer::{Answer, Label, Say};
use super::buttons::{Action, Data};
use super::effect::{Effect, Input};
use super::flow::{Flow, Step};
use super::kinds::{self, Taken, Typed, limit, takes_words};
use super::state::{Place, State};
use super::view::{Key, place, view};
use super::words;
use crate::model::Moment;

/// From this length, in characters, a text that is too long may have a second part on its way: clients cut at about
/// Telegram's 4,096, at a place that reads well.
const CUT_FROM: usize = 2000;

/// Within so many seconds the second part arrives.
const CUT_WITHIN: i64 = 2;

/// Puts a label into a person's language.
type ToWords<'a> = dyn Fn(&Label) -> String + 'a;

/// What follows from what somebody did at the moment `at`. `words` puts a label into their language, so that typed words can
/// be held against what they saw.
pub fn take(flow: &Flow, state: &mut State, input: Input, at: Moment, words: &ToWords) -> Effect {
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
        (Input::Text(_), Some(step)) if takes_words(step) && cut_at.is_some_and(|c| at.since(c) <= CUT_WITHIN) => {
            state.cut_at = cut_at;
            Effect::Ignored
        }
        (Input::Text(text), Some(step)) => typed(flow, state, step, (text.trim(), at), words),
        (Input::Text(text), None) => typed_at_summary(flow, state, (text.trim(), at), words),
        (input, Some(step)) => {
            let name = input.name();
            let taken = kinds::of(step).sent(step, state, input);
            follow(flow, state, step, taken, at, name)
        }
        (input, None) => want_choice(input.name()),
    }
}

fn press(flow: &Flow, state: &mut State, data: &str, at: Moment) -> Effect {
    let known = Data::decode(data).filter(|d| (d.nonce, d.asked) == (state.nonce, state.asked));
    match known {
        Some(data) if fits(flow, state) && offers(flow, state, data.action) => act(flow, state, data.action, at),
        _ => Effect::Outdated,
    }
}

/// Returns true if there is such a button, or such a choice under 'more choices'. Where several are chosen, it may have been
/// there a moment ago.
fn offers(flow: &Flow, state: &State, action: Action) -> bool {
    match (action, state.here(flow)) {
        (Action::Choose(i) | Action::Pick(i) | Action::Drop(i), Some(step)) => {
            let choices = kinds::choices(flow, state, step);
            let button = choices.get(usize::from(i)).map(|c| kinds::of(step).button(step, state, i, c).0);
            button.is_some_and(|b| matches!(b, Action::Choose(_)) == matches!(action, Action::Choose(_)))
        }
        _ => view(flow, state).rows.iter().flatten().any(|k| k.action == action),
    }
}

fn act(flow: &Flow, state: &mut State, action: Action, at: Moment) -> Effect {
    let here = state.here(flow);
    if let Some(step) = here {
        let choices = kinds::choices(flow, state, step);
        if let Some(taken) = kinds::of(step).press(step, state, &choices, action) {
            return follow(flow, state, step, taken, at, "other");
        }
    }
    match (action, here) {
        (Action::Choose(i), Some(step)) => choose(flow, state, step, i.into(), at),
        (Action::Skip, Some(step)) => settle(flow, state, step, Answer::skipped()),
        (Action::Keep, Some(_)) => {
            state.trail.push(state.at.clone());
            forward(flow, state)
        }
        (Action::All, _) => {
            state.all = true;
            state.outdate();
            Effect::Ask
        }
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
        (Action::Pick(_) | Action::Drop(_) | Action::Ready, _)
        | (Action::Choose(_) | Action::Skip | Action::Keep, None)
        | (Action::Confirm | Action::More | Action::Change | Action::Edit(_), Some(_)) => Effect::Outdated,
    }
}

fn leave_summary(state: &mut State) {
    state.trail.push(Place::Summary);
    state.before = Some(state.answers.clone());
}

/// Carries out what a kind made of what somebody did. `sent` names it for the text that it is no answer.
fn follow(flow: &Flow, state: &mut State, step: &Step, taken: Taken, at: Moment, sent: &str) -> Effect {
    match taken {
        Taken::Answer(answer) => answered(flow, state, step, answer, false),
        Taken::Choice(i) => choose(flow, state, step, i, at),
        Taken::Pending(effect) => effect,
        Taken::Nothing => Effect::Again(kinds::of(step).not_understood(step, sent)),
    }
}

/// Takes the choice at this place. What a check offered counts without another check.
fn choose(flow: &Flow, state: &mut State, step: &Step, i: usize, at: Moment) -> Effect {
    let mut choices = kinds::choices(flow, state, step);
    if i >= choices.len() {
        return Effect::Outdated;
    }
    let trusted = i < state.suggested && state.heard.is_none();
    match kinds::of(step).choose(step, state, choices.swap_remove(i), at) {
        Taken::Answer(answer) => answered(flow, state, step, answer, trusted),
        taken => follow(flow, state, step, taken, at, "other"),
    }
}

/// Takes an answer, which the feature's check looks at first unless it is trusted.
fn answered(flow: &Flow, state: &mut State, step: &Step, answer: Answer, trusted: bool) -> Effect {
    match &step.check {
        Some(hook) if !trusted => {
            let (hook, step, value) = (hook.clone(), step.id.clone(), answer.value.clone());
            state.pending = Some(answer);
            Effect::Check { hook, step, answer: value }
        }
        _ => settle(flow, state, step, answer),
    }
}

/// The buttons that are no choice, with their labels as the person reads them.
fn controls(flow: &Flow, state: &State, words: &ToWords) -> (Vec<Action>, Vec<String>) {
    let is_choice = |k: &Key| matches!(k.action, Action::Choose(_) | Action::Pick(_) | Action::Drop(_));
    let keys = view(flow, state).rows.into_iter().flatten().filter(|k| !is_choice(k));
    keys.map(|k| (k.action, words(&k.label))).unzip()
}

/// A summary's buttons do great things: only their own words press them. Which answer to change may be meant loosely.
fn typed_at_summary(flow: &Flow, state: &mut State, (text, at): (&str, Moment), words: &ToWords) -> Effect {
    let (actions, labels) = controls(flow, state, words);
    let edits = actions.iter().take_while(|a| matches!(a, Action::Edit(_))).count();
    let found = words::exactly(text, &labels).or_else(|| words::meant(text, &labels[..edits]));
    match found.and_then(|i| actions.get(i)) {
        Some(action) => act(flow, state, *action, at),
        None => want_choice("text"),
    }
}

fn typed(flow: &Flow, state: &mut State, step: &Step, (text, at): (&str, Moment), words: &ToWords) -> Effect {
    let kind = kinds::of(step);
    let choices = kinds::choices(flow, state, step);
    let labels: Vec<String> = choices.iter().map(|c| words(&c.label)).collect();
    let (actions, control_labels) = controls(flow, state, words);
    if let Some(i) = words::exactly(text, &labels).filter(|i| offers(flow, state, Action::Choose(place(*i)))) {
        return choose(flow, state, step, i, at);
    }
    if let Some(action) = words::exactly(text, &control_labels).and_then(|i| actions.get(i)) {
        return act(flow, state, *action, at);
    }
    let indifferent = words::is_indifferent(text);
    if let Some(i) = step.either.as_ref().filter(|_| indifferent).and_then(|e| step.choices.iter().position(|c| c == e))
    {
        return choose(flow, state, step, i, at);
    }
    if indifferent && actions.contains(&Action::Skip) {
        return act(flow, state, Action::Skip, at);
    }
    if takes_words(step) {
        let (length, max) = (text.chars().count(), limit(step));
        if length == 0 {
            return Effect::Again(kind.not_understood(step, "text"));
        }
        if length > max && keep_elsewhere(flow, state, step, text, at) {
            return Effect::Again(Say::id("dialogue-kept"));
        }
        if length > max {
            state.cut_at = Some(at).filter(|_| length >= CUT_FROM);
            return Effect::Again(Say::id("dialogue-too-long").number("length", length).number("max", max));
        }
    }
    let typed = Typed { flow, text, at, choices: &choices, labels: &labels, words };
    let taken = kind.typed(step, state, &typed);
    follow(flow, state, step, taken, at, "text")
}

/// Keeps a text that is too long for a step at the one that has room for it. Returns true if there is one, and it has no answer yet.
fn keep_elsewhere(flow: &Flow, state: &mut State, step: &Step, text: &str, at: Moment) -> bool {
    let named = |id: &String| flow.steps.iter().find(|s| s.id == *id);
    let Some(other) = step.too_long.as_ref().and_then(named) else { return false };
    if text.chars().count() > limit(other) || state.answers.contains_key(&other.id) {
        return false;
    }
    let typed = Typed { flow, text, at, choices: &[], labels: &[], words: &|_| String::new() };
    match kinds::of(other).typed(other, state, &typed) {
        Taken::Answer(answer) => {
            state.answers.insert(other.id.clone(), answer);
            true
        }
        _ => false,
    }
}

/// Says that one of the buttons is wanted.
fn want_choice(sent: &str) -> Effect {
    Effect::Again(Say::id("dialogue-want-choice").word("sent", sent))
}
