//! What must be shown: text ids, answers and buttons, ready for the caller to put into words.

use super::answer::{Arg, Choice, Label};
use super::buttons::{Action, Data};
use super::flow::{BUTTONS_AT_MOST, Flow, Step};
use super::kinds::{self, skippable};
use super::state::{Place, State};

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

/// The index of a choice or step, as a button carries it.
pub(super) fn place(i: usize) -> u16 {
    u16::try_from(i).unwrap_or(u16::MAX)
}

/// Back, skip and stop: what stands below every question.
fn controls(state: &State, back: bool, skip: bool) -> Vec<Key> {
    let back = back.then(|| ours(state, Action::Back, "dialogue-back"));
    let skip = skip.then(|| ours(state, Action::Skip, "dialogue-skip"));
    back.into_iter().chain(skip).chain([ours(state, Action::Stop, "dialogue-stop")]).collect()
}

fn question(flow: &Flow, state: &State, step: &Step) -> View {
    let kind = kinds::of(step);
    let choices = kinds::choices(flow, state, step);
    let now = state.answers.get(&step.id).filter(|a| !a.is_skipped());
    let asks_back = kind.asks_back(state);
    let first = step.shown_first();
    let shown = if state.all || choices.len() <= first { choices.len() } else { first };
    // Typing finds the others.
    let shown = shown.min(BUTTONS_AT_MOST);
    let choice_key = |(i, choice): (usize, &Choice)| {
        let (action, picked) = kind.button(step, state, place(i), choice);
        Key { picked, ..key(state, action, choice.label.clone()) }
    };
    let keys: Vec<Key> = choices[..shown].iter().enumerate().map(choice_key).collect();
    let beside = step.per_row.unwrap_or(kind.profile().per_row).clamp(1, 8);
    let mut rows = side_by_side(&keys, beside);
    if !state.all && shown < choices.len() {
        rows.push(vec![ours(state, Action::All, "dialogue-all")]);
    }
    let chosen = kind.so_far(step, state, &choices);
    if chosen.is_some() {
        rows.push(vec![ours(state, Action::Ready, "dialogue-ready")]);
    }
    if asks_back.is_none() && now.is_some_and(|a| kind.keeps(step, a, &choices)) {
        rows.push(vec![ours(state, Action::Keep, "dialogue-keep")]);
    }
    // From a question about what was heard the way back leads to the step's own.
    let back = !state.trail.is_empty() || asks_back.is_some();
    rows.push(controls(state, back, skippable(step) && chosen.is_none()));
    let (text, filled) = match asks_back {
        Some((text, filled)) => (text.to_owned(), filled),
        None => (flow.question_text(step), Vec::new()),
    };
    let says_answer = kind.profile().says_answer && state.heard.is_none();
    View {
        filled,
        now: now.filter(|_| says_answer).map(|a| a.label.clone()),
        chosen: chosen.map(|a| a.label),
        share_number: kind.profile().shares_number,
        ..heading(Shows::Question(step.id.clone()), text, rows)
    }
}

fn summary(flow: &Flow, state: &State) -> View {
    let given = state.answered(flow).filter(|(_, _, a)| !a.is_skipped());
    let lines = given.map(|(_, s, a)| Line { name: flow.name_text(s), answer: a.label.clone() }).collect();
    let mut rows = vec![vec![key(state, Action::Confirm, Label::Id(flow.confirm_text()))]];
    if state.untold(flow).next().is_some() {
        rows.push(vec![ours(state, Action::More, "dialogue-more")]);
    }
    if changeable(flow, state).next().is_some() {
        rows.push(vec![ours(state, Action::Change, "dialogue-change")]);
    }
    rows.push(controls(state, !state.trail.is_empty(), false));
    View { lines, ..heading(Shows::Summary, flow.summary_text(), rows) }
}

/// The steps whose answers can be changed.
fn changeable<'s>(flow: &'s Flow, state: &'s State) -> impl Iterator<Item = (usize, &'s Step)> {
    state.answered(flow).filter(|(_, s, _)| !state.alone.contains(&s.id)).map(|(i, s, _)| (i, s))
}

fn change(flow: &Flow, state: &State) -> View {
    which(flow, state, changeable(flow, state), usize::MAX, (Shows::Change, "dialogue-change-which"))
}

fn more(flow: &Flow, state: &State) -> View {
    which(flow, state, state.untold(flow), MORE_AT_FIRST, (Shows::More, "dialogue-more-which"))
}

/// The list of these steps to choose from.
fn which<'s>(
    flow: &Flow,
    state: &State,
    steps: impl Iterator<Item = (usize, &'s Step)>,
    first: usize,
    (shows, text): (Shows, &str),
) -> View {
    let edit = |(i, step): (usize, &Step)| key(state, Action::Edit(place(i)), Label::Id(flow.name_text(step)));
    let keys: Vec<Key> = steps.map(edit).take(BUTTONS_AT_MOST).collect();
    let shown = if state.all { keys.len() } else { keys.len().min(first) };
    let mut rows = side_by_side(&keys[..shown], CHANGES_BESIDE);
    if shown < keys.len() {
        rows.push(vec![ours(state, Action::All, "dialogue-all")]);
    }
    rows.push(controls(state, !state.trail.is_empty(), false));
    heading(shows, text.to_owned(), rows)
}

fn side_by_side(keys: &[Key], beside: usize) -> Vec<Vec<Key>> {
    keys.chunks(beside).map(<[Key]>::to_vec).collect()
}

/// A text with its buttons and nothing else.
fn heading(shows: Shows, text: String, rows: Vec<Vec<Key>>) -> View {
    View { shows, text, filled: Vec::new(), now: None, lines: Vec::new(), chosen: None, rows, share_number: false }
}
