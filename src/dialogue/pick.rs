//! Steps where several of several are chosen: each tap chooses one more, or lets one go, in the same message; [Klaar] goes on.
//! A button says what it does, choose or let go, so that a finger that taps twice does it once.

use std::collections::BTreeSet;

use serde_json::Value;

use super::flow::{Flow, Kind, Step};
use super::state::{Answer, Choice, Effect, Label, Say, State};
use super::take::answered;
use super::words;

/// Could this be an answer? Choices of a hook can't be known here.
pub(super) fn valid(step: &Step, value: &Value) -> bool {
    let Some(values) = value.as_array().filter(|v| !v.is_empty()) else { return false };
    let known =
        |v: &Value| step.choices_from.is_some() || v.as_str().is_some_and(|v| step.choices.iter().any(|c| c == v));
    let different: BTreeSet<String> = values.iter().map(Value::to_string).collect();
    values.iter().all(known) && different.len() == values.len()
}

/// These values as an answer, in the order of the choices; none where one of them is no choice.
pub(super) fn answer_of(choices: &[Choice], values: &[Value]) -> Option<Answer> {
    let chosen: Vec<&Choice> = choices.iter().filter(|c| values.contains(&c.value)).collect();
    let whole = !values.is_empty() && values.iter().all(|v| chosen.iter().any(|c| c.value == *v));
    whole.then(|| Answer {
        value: chosen.iter().map(|c| c.value.clone()).collect(),
        label: Label::Several(chosen.iter().map(|c| c.label.clone()).collect()),
    })
}

/// What is chosen by now at the step shown.
pub(super) fn picks(state: &State, step: &Step) -> Vec<Value> {
    let answered = || state.answers.get(&step.id).and_then(|a| a.value.as_array().cloned());
    state.picks.clone().or_else(answered).unwrap_or_default()
}

/// What is chosen by now, as an answer; none where that is nothing.
pub(super) fn so_far(flow: &Flow, state: &State, step: &Step) -> Option<Answer> {
    if step.kind != Kind::Many {
        return None;
    }
    let mut choices = state.choices(flow, step);
    choices.drain(..state.suggested.min(choices.len()));
    let mut picks = picks(state, step);
    picks.retain(|p| choices.iter().any(|c| c.value == *p));
    answer_of(&choices, &picks)
}

/// Chooses one more, or lets one go.
pub(super) fn set(state: &mut State, step: &Step, choice: &Choice, on: bool) -> Effect {
    let mut picks = picks(state, step);
    let was = picks.contains(&choice.value);
    if was == on {
        return Effect::Ignored;
    }
    if on {
        picks.push(choice.value.clone());
    } else {
        picks.retain(|p| *p != choice.value);
    }
    state.picks = Some(picks);
    Effect::Ask
}

/// [Klaar]: what is chosen counts.
pub(super) fn ready(flow: &Flow, state: &mut State, step: &Step) -> Effect {
    match so_far(flow, state, step) {
        Some(answer) => answered(flow, state, step, answer, false),
        None => Effect::Outdated,
    }
}

/// Somebody typed what is no label of a button: one or more of the choices, with commas or 'en' between them.
pub(super) fn typed(flow: &Flow, state: &mut State, step: &Step, text: &str, labels: &[String]) -> Effect {
    let parts: Vec<String> = text
        .split([',', ';', '\n', '+', '&'])
        .flat_map(|part| part.split(" en ").flat_map(|p| p.split(" and ")).map(str::to_owned))
        .filter(|part| !part.trim().is_empty())
        .collect();
    // What a check offers instead is chosen by its own words alone.
    let own = state.suggested.min(labels.len());
    let labels = &labels[own..];
    let whole = words::exactly(text, labels).map(|i| vec![i]);
    let each = || parts.iter().map(|part| words::meant(part, labels)).collect::<Option<Vec<usize>>>();
    let Some(found) = whole.or_else(each).filter(|f| !f.is_empty()) else {
        return Effect::Again(Say::id("dialogue-want-several").word("sent", "text"));
    };
    let choices = state.choices(flow, step);
    for choice in found.into_iter().filter_map(|i| choices.get(own + i)) {
        let on = !picks(state, step).contains(&choice.value);
        set(state, step, choice, on);
    }
    // The question is shown once more, and its buttons of before are old.
    state.all = true;
    state.asked = state.asked.wrapping_add(1);
    Effect::Ask
}
