//! How a dialogue goes on: from one question to the next, over hooks, to the end. What a person does is read in
//! [`take`](super::take()); here stands where it leads.

use serde_json::{Map, Value};

use super::answer::{Answer, Choice, Say};
use super::effect::{Effect, Verdict};
use super::flow::{Flow, Step};
use super::kinds::{self, skippable, takes_words, valid};
use super::state::{Place, State};

/// Begins a dialogue. Steps whose answer is known are not asked; what the step can't take is left out. Known answers are not
/// given to checks: the feature knows where it has them from.
pub fn start(flow: &Flow, known: Map<String, Value>, nonce: u32) -> (State, Effect) {
    let mut state = State { flow: flow.id.clone(), version: flow.version, nonce, ..State::default() };
    learn(flow, &mut state, known);
    state.prune(flow);
    let effect = forward(flow, &mut state);
    (state, effect)
}

/// Takes answers that nobody was asked for. What the step can't take is left out.
fn learn(flow: &Flow, state: &mut State, known: Map<String, Value>) {
    for (id, value) in known {
        let Some(step) = flow.step(&id) else { continue };
        if !valid(step, &value) {
            if kinds::of(step).accepts_part(&value) {
                state.wishes.insert(id, value);
            }
            continue;
        }
        if step.quiet {
            state.hidden.insert(id.clone());
        }
        match known_as(flow, step, &value) {
            Some(answer) => drop(state.answers.insert(id, answer)),
            // What was answered before is asked anew, and the wish answers it.
            None => {
                state.answers.remove(&id);
                state.wishes.insert(id, value);
            }
        }
    }
}

/// A value as an answer to the step; `None` if only a hook knows its label.
fn known_as(flow: &Flow, step: &Step, value: &Value) -> Option<Answer> {
    if value.is_null() {
        return Some(Answer::skipped());
    }
    let kind = kinds::of(step);
    let own = kind.chosen_among(&kind.choices(flow, step), value);
    own.or_else(|| Some(Answer { value: value.clone(), label: kind.label(value)? }))
}

/// Shows again where somebody is: after an outdated press, another command, a new version of the program.
pub fn resume(flow: &Flow, state: &mut State) -> Effect {
    state.pending = None;
    if !fits(flow, state) {
        refit(flow, state);
    }
    show(flow, state)
}

/// The choices that [`Effect::NeedChoices`] asked for. One that was known at the start is taken.
///
/// Without any, a step that takes words is asked nevertheless unless it is optional. Any other is skipped if it may be; if not,
/// what was shown before is shown again, and where there is nothing before it the dialogue ends.
pub fn choices(flow: &Flow, state: &mut State, choices: Vec<Choice>) -> Effect {
    let Some(step) = state.here(flow).filter(|s| s.choices_from.is_some()) else { return resume(flow, state) };
    if choices.is_empty() && (!takes_words(step) || step.optional) {
        if skippable(step) {
            state.answers.insert(step.id.clone(), Answer::skipped());
            state.hidden.insert(step.id.clone());
            return forward(flow, state);
        }
        let say = Say::id("dialogue-nothing-to-choose");
        if state.trail.is_empty() {
            return Effect::Refused(say);
        }
        // Another answer before this one may lead past it.
        state.note = Some(say);
        return back(flow, state);
    }
    if choices.len() == 1 && !kinds::of(step).is_open(step) && !skippable(step) {
        // One choice is none: nobody is asked, and only a guess can be changed.
        state.wishes.remove(&step.id);
        let only = choices.into_iter().next().map(Answer::from);
        state.answers.extend(only.map(|only| (step.id.clone(), only)));
        if !step.guessed {
            state.alone.insert(step.id.clone());
        }
        if step.quiet {
            state.hidden.insert(step.id.clone());
        }
        return forward(flow, state);
    }
    if let Some(wish) = state.wishes.remove(&step.id) {
        if let Some(answer) = kinds::of(step).chosen_among(&choices, &wish) {
            state.answers.insert(step.id.clone(), answer);
            return forward(flow, state);
        }
        // Only the wish led to this step under 'tell more', and it can't be had.
        if step.is_told_more() {
            return forward(flow, state);
        }
    }
    state.offered = Some(choices);
    show(flow, state)
}

/// What the check says that [`Effect::Check`] asked for.
pub fn checked(flow: &Flow, state: &mut State, verdict: Verdict) -> Effect {
    let (Some(step), Some(mut answer)) = (state.here(flow), state.pending.take()) else { return resume(flow, state) };
    match verdict {
        Verdict::Accept(_) | Verdict::AcceptAs { .. } if kinds::of(step).must_confirm(state, &answer.value) => {
            Effect::Ask
        }
        Verdict::Accept(value) => {
            if value != answer.value {
                answer = kept_as(flow, step, answer, value);
                state.note = None;
            }
            settle(flow, state, step, answer)
        }
        Verdict::AcceptAs { value, known, say } => {
            learn(flow, state, known);
            state.note = say;
            let answer = kept_as(flow, step, answer, value);
            settle(flow, state, step, answer)
        }
        Verdict::Refuse(say) => Effect::Refused(say),
        Verdict::Again { say, choices } => {
            // What was to be said about an answer that does not count, or asked about it.
            state.note = None;
            state.heard = None;
            if !choices.is_empty() {
                // Of a check before this one, nothing stays.
                let own = kinds::choices(flow, state, step).into_iter().skip(state.suggested);
                state.suggested = choices.len();
                state.offered = Some(choices.into_iter().chain(own).collect());
                state.all = true;
                state.outdate();
            }
            Effect::Again(say)
        }
    }
}

/// An answer as this value, which a check made of it.
fn kept_as(flow: &Flow, step: &Step, answer: Answer, value: Value) -> Answer {
    known_as(flow, step, &value).unwrap_or(Answer { value, label: answer.label })
}

/// The feature would not finish, and says why. Nothing typed is lost: the summary stays, or where a flow has none, its last
/// question is asked again.
pub fn refused(flow: &Flow, state: &mut State, say: Say) -> Effect {
    let last = state.answered(flow).last().map(|(_, s, _)| Place::Step(s.id.clone()));
    let place = match last {
        _ if flow.summary => Place::Summary,
        Some(last) => last,
        None => return Effect::Refused(say),
    };
    state.trail.retain(|p| *p != place);
    state.note = Some(say);
    go(flow, state, place)
}

/// Returns true if the state still fits the flow as it is now.
pub(super) fn fits(flow: &Flow, state: &State) -> bool {
    let place = match &state.at {
        Place::Step(_) => state.here(flow).is_some_and(|s| state.applies(flow, s)),
        Place::Summary | Place::Change | Place::More => flow.summary && state.first_missing(flow).is_none(),
    };
    place && state.version == flow.version
}

/// Takes a state over to the flow as it is now: answers are kept by step id, the first missing step is next.
pub(super) fn refit(flow: &Flow, state: &mut State) {
    keep_valid(flow, state);
    state.version = flow.version;
    state.before = None;
    let missing = state.first_missing(flow);
    let next = missing.map_or(Place::Summary, |s| Place::Step(s.id.clone()));
    // The way back leads over the questions before it.
    let end = missing.and_then(|m| flow.steps.iter().position(|s| s.id == m.id)).unwrap_or(flow.steps.len());
    let before = state.answered(flow).take_while(|(i, _, _)| *i < end);
    state.trail = before.filter(|(_, s, _)| !s.more).map(|(_, s, _)| Place::Step(s.id.clone())).collect();
    enter(state, next);
}

fn keep_valid(flow: &Flow, state: &mut State) {
    state.answers.retain(|id, answer| flow.step(id).is_some_and(|s| valid(s, &answer.value)));
    state.prune(flow);
}

/// Puts somebody at a place. Buttons of before are outdated from here on.
fn enter(state: &mut State, place: Place) {
    state.at = place;
    state.offered = None;
    state.suggested = 0;
    state.heard = None;
    state.picks = None;
    state.all = false;
    state.outdate();
}

/// Goes to a place and asks what stands there.
pub(super) fn go(flow: &Flow, state: &mut State, place: Place) -> Effect {
    enter(state, place);
    show(flow, state)
}

/// Asks what stands at this place, once the choices for it are there.
pub(super) fn show(flow: &Flow, state: &mut State) -> Effect {
    if let Some(step) = state.here(flow) {
        kinds::of(step).recall(step, state);
    }
    match state.here(flow) {
        Some(Step { id, choices_from: Some(hook), .. }) if state.offered.is_none() => {
            return Effect::NeedChoices { hook: hook.clone(), step: id.clone() };
        }
        None if !flow.summary => return forward(flow, state),
        _ => {}
    }
    state.note.take().map_or(Effect::Ask, Effect::Again)
}

/// On to the first thing that is missing, or to the end.
pub(super) fn forward(flow: &Flow, state: &mut State) -> Effect {
    state.prune(flow);
    // The way back leads over what is still asked.
    let trail = std::mem::take(&mut state.trail);
    state.trail = trail.into_iter().filter(|p| stands(flow, state, p)).collect();
    if let Some(step) = state.first_missing(flow) {
        return go(flow, state, Place::Step(step.id.clone()));
    }
    if let Some(i) = state.trail.iter().position(|p| *p == Place::Summary) {
        state.trail.truncate(i);
    }
    state.before = None;
    enter(state, Place::Summary);
    if flow.summary { show(flow, state) } else { Effect::Finish(state.values()) }
}

/// Goes to what was shown before.
pub(super) fn back(flow: &Flow, state: &mut State) -> Effect {
    let Some(place) = state.trail.pop() else { return Effect::Outdated };
    if !matches!(place, Place::Step(_)) {
        // A change given up half-way leaves the answers as they were; typed words under 'tell more' stay.
        if state.first_missing(flow).is_some()
            && let Some(before) = &state.before
        {
            state.answers = before.clone();
        }
        if place == Place::Summary {
            state.before = None;
        }
    }
    go(flow, state, place)
}

/// Returns true if one can go back to this place.
fn stands(flow: &Flow, state: &State, place: &Place) -> bool {
    match place {
        Place::Step(id) => flow.step(id).is_some_and(|s| state.applies(flow, s)),
        Place::Summary | Place::Change | Place::More => flow.summary,
    }
}

/// An answer counts.
pub(super) fn settle(flow: &Flow, state: &mut State, step: &Step, answer: Answer) -> Effect {
    state.answers.insert(step.id.clone(), answer);
    state.hidden.remove(&step.id);
    state.alone.remove(&step.id);
    state.trail.push(Place::Step(step.id.clone()));
    forward(flow, state)
}
