//! What must be shown: text ids, answers and buttons, ready for the caller to put into words.

use super::buttons::{Action, Data};
use super::flow::{Flow, Kind, Step};
use super::hear::Heard;
use super::pick;
use super::state::{Arg, Label, Place, State};

/// The most choices that get a button: Telegram takes 100 buttons, and ours stand below them. Typing finds the others.
const BUTTONS_AT_MOST: usize = 90;

/// How many answers stand beside each other where one is chosen to be changed.
const CHANGES_BESIDE: usize = 2;

/// So many things to tell more about are shown before 'more choices'.
const MORE_AT_FIRST: usize = 4;

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// What it is.
    pub shows: Shows,
    /// Text id of the question or the heading.
    pub text: String,
    /// What is filled into it by name.
    pub filled: Vec<(String, Arg)>,
    /// The answer as it stands, where a question is asked once more (text `dialogue-now` with `$answer`).
    pub now: Option<Label>,
    /// The answers, in a summary, without what was skipped (text `dialogue-line` with `$name` and `$answer`).
    pub lines: Vec<Line>,
    /// Where several can be chosen: what is, by now.
    pub chosen: Option<Label>,
    /// Buttons, row by row.
    pub rows: Vec<Vec<Key>>,
    /// Offer to share the own number too (button `dialogue-share`). Telegram's button for that is not one on the message, so
    /// it goes with a message of its own (`dialogue-share-how`), and is taken away with another (`dialogue-share-done`)
    /// when the dialogue goes on.
    pub share_number: bool,
}

/// What a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The question of this step.
    Question(String),
    /// All answers, with the button that finishes.
    Summary,
    /// Which answer to change?
    Change,
    /// What to tell more about?
    More,
}

/// One answer in a summary.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Text id of what it is called.
    pub name: String,
    /// What was answered.
    pub answer: Label,
}

/// One button.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// What it says.
    pub label: Label,
    /// What it does.
    pub action: Action,
    /// Its callback data.
    pub data: String,
    /// Is it the answer as it stands (text `dialogue-picked` with `$label`)?
    pub picked: bool,
}

/// What must be shown to somebody who is here. A state that no longer fits the flow shows its summary; a call to
/// [`resume`](super::resume()) mends it.
pub fn view(flow: &Flow, state: &State) -> View {
    match (state.here(flow), &state.at) {
        (Some(step), _) => question(flow, state, step),
        (None, Place::Change) => change(flow, state),
        (None, Place::More) => more(flow, state),
        (None, Place::Step(_) | Place::Summary) => summary(flow, state),
    }
}

fn key(state: &State, action: Action, label: Label) -> Key {
    let data = Data { nonce: state.nonce, asked: state.asked, action }.encode();
    Key { label, action, data, picked: false }
}

fn ours(state: &State, action: Action, id: &str) -> Key {
    key(state, action, Label::id(id))
}

/// Back, skip and stop: what stands below every question.
fn controls(state: &State, skip: bool) -> Vec<Key> {
    let mut row = Vec::with_capacity(3);
    // From a question about what was heard the way back leads to the step's own.
    if !state.trail.is_empty() || state.heard.as_ref().is_some_and(Heard::asks) {
        row.push(ours(state, Action::Back, "dialogue-back"));
    }
    if skip {
        row.push(ours(state, Action::Skip, "dialogue-skip"));
    }
    row.push(ours(state, Action::Stop, "dialogue-stop"));
    row
}

fn question(flow: &Flow, state: &State, step: &Step) -> View {
    let choices = state.choices(flow, step);
    let now = state.answers.get(&step.id).filter(|a| !a.is_skipped());
    let heard = state.heard.as_ref().filter(|_| step.kind == Kind::When);
    let asked = heard.and_then(Heard::question);
    let picks = if step.kind == Kind::Many { pick::picks(state, step) } else { Vec::new() };
    let first = step.shown_first();
    let shown = if state.all || choices.len() <= first { choices.len() } else { first };
    let shown = shown.min(BUTTONS_AT_MOST);
    let place = |i: usize| u16::try_from(i).unwrap_or(u16::MAX);
    let keys: Vec<Key> = choices[..shown]
        .iter()
        .enumerate()
        .map(|(i, choice)| {
            let (picked, action) = match step.kind {
                // What a check offers instead is an answer by itself.
                Kind::Many if i < state.suggested => (false, Action::Choose(place(i))),
                Kind::Many if picks.contains(&choice.value) => (true, Action::Drop(place(i))),
                Kind::Many => (false, Action::Pick(place(i))),
                _ => (now.is_some_and(|a| a.value == choice.value), Action::Choose(place(i))),
            };
            Key { picked, ..key(state, action, choice.label.clone()) }
        })
        .collect();
    let mut rows: Vec<Vec<Key>> = keys.chunks(step.beside()).map(<[Key]>::to_vec).collect();
    if !state.all && shown < choices.len() {
        rows.push(vec![ours(state, Action::All, "dialogue-all")]);
    }
    let chosen = pick::so_far(flow, state, step);
    if chosen.is_some() {
        rows.push(vec![ours(state, Action::Ready, "dialogue-ready")]);
    }
    let keeps = match step.kind {
        // What was chosen is marked; what was typed stands in no button.
        Kind::When => asked.is_none() && now.is_some_and(|a| choices.iter().all(|c| c.value != a.value)),
        Kind::Many => false,
        _ => step.is_free() && now.is_some(),
    };
    if keeps {
        rows.push(vec![ours(state, Action::Keep, "dialogue-keep")]);
    }
    rows.push(controls(state, step.skippable() && chosen.is_none()));
    let (text, filled) = match asked {
        Some((text, filled)) => (text.to_owned(), filled),
        None => (flow.question_text(step), Vec::new()),
    };
    let told = step.kind != Kind::Many && state.heard.is_none();
    View {
        shows: Shows::Question(step.id.clone()),
        text,
        filled,
        now: now.filter(|_| told).map(|a| a.label.clone()),
        lines: Vec::new(),
        chosen: chosen.map(|a| a.label),
        rows,
        share_number: step.kind == Kind::Contact,
    }
}

fn summary(flow: &Flow, state: &State) -> View {
    let given = state.answered(flow).filter(|(_, _, a)| !a.is_skipped());
    let lines = given.map(|(_, s, a)| Line { name: flow.name_text(s), answer: a.label.clone() }).collect();
    let mut rows = vec![vec![key(state, Action::Confirm, Label::Id(flow.confirm_text()))]];
    if state.untold(flow).next().is_some() {
        rows.push(vec![ours(state, Action::More, "dialogue-more")]);
    }
    if state.answered(flow).any(|(_, s, _)| !state.alone.contains(&s.id)) {
        rows.push(vec![ours(state, Action::Change, "dialogue-change")]);
    }
    rows.push(controls(state, false));
    View {
        shows: Shows::Summary,
        text: flow.summary_text(),
        filled: Vec::new(),
        now: None,
        lines,
        chosen: None,
        rows,
        share_number: false,
    }
}

fn change(flow: &Flow, state: &State) -> View {
    let keys: Vec<Key> = state
        .answered(flow)
        .filter(|(_, s, _)| !state.alone.contains(&s.id))
        .filter_map(|(i, s, _)| Some(key(state, Action::Edit(u16::try_from(i).ok()?), Label::Id(flow.name_text(s)))))
        .take(BUTTONS_AT_MOST)
        .collect();
    let mut rows: Vec<Vec<Key>> = keys.chunks(CHANGES_BESIDE).map(<[Key]>::to_vec).collect();
    rows.push(controls(state, false));
    choosing(Shows::Change, "dialogue-change-which", rows)
}

fn more(flow: &Flow, state: &State) -> View {
    let keys: Vec<Key> = state
        .untold(flow)
        .filter_map(|(i, s)| Some(key(state, Action::Edit(u16::try_from(i).ok()?), Label::Id(flow.name_text(s)))))
        .take(BUTTONS_AT_MOST)
        .collect();
    let shown = if state.all { keys.len() } else { keys.len().min(MORE_AT_FIRST) };
    let mut rows: Vec<Vec<Key>> = keys[..shown].chunks(CHANGES_BESIDE).map(<[Key]>::to_vec).collect();
    if shown < keys.len() {
        rows.push(vec![ours(state, Action::All, "dialogue-all")]);
    }
    rows.push(controls(state, false));
    choosing(Shows::More, "dialogue-more-which", rows)
}

/// Which of these steps?
fn choosing(shows: Shows, text: &str, rows: Vec<Vec<Key>>) -> View {
    let text = text.to_owned();
    View { shows, text, filled: Vec::new(), now: None, lines: Vec::new(), chosen: None, rows, share_number: false }
}
