//! Steps that ask when: typed days and times are read here. What has one clear meaning is taken, and said back with the next
//! question. What can be meant in two ways, or is not quite right, is asked: 'do you mean Saturday 28 November, 14:30?' What
//! can't be is said. A time alone belongs to the day that was said before it, and a day alone gets the time that was said.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::flow::{Flow, Kind, Step};
use super::state::{Answer, Arg, Choice, Effect, Label, Say, State};
use super::take::{answered, choose};
use super::words;
use crate::model::Moment;
use crate::when::{Note, Timing, Unread, read_at, read_on, wall};

/// What was read, while it is no answer yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Heard {
    /// As it was understood.
    timing: Timing,
    /// The other way to understand it.
    other: Option<Timing>,
    /// What is asked or said about it.
    doubt: Doubt,
}

/// What is asked or said about something heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Doubt {
    /// Is it meant so?
    Meant,
    /// Is it meant so, though it is no such day of the week? Counted from Monday, which is 1.
    NotOn(u32),
    /// Is it meant so, though the clock shows this time twice in that night?
    Twice,
    /// At what time?
    Clock,
    /// It is over.
    Past,
    /// The clock never shows it.
    Skipped,
}

/// One meaning of what somebody typed.
struct Meaning {
    timing: Timing,
    other: Option<Timing>,
    notes: Vec<Note>,
    /// Neither a day was said nor was one known.
    no_day: bool,
}

/// Could this be an answer?
pub(super) fn valid(step: &Step, value: &Value) -> bool {
    match value.as_str() {
        Some(choice) => step.choices_from.is_some() || step.choices.iter().any(|c| c == choice),
        None => timing_of(value).is_some_and(|t| t.has_time() || !step.clock),
    }
}

/// The timing that an answer is; none where it is a choice.
pub(super) fn timing_of(value: &Value) -> Option<Timing> {
    value.is_object().then(|| serde_json::from_value(value.clone()).ok()).flatten()
}

/// A timing as an answer.
fn answer_of(timing: &Timing) -> Option<Answer> {
    let value = serde_json::to_value(timing).ok()?;
    Some(Answer { value, label: Label::When(timing.clone()) })
}

/// A day that was known beforehand, at a step that needs a time too: the time is asked.
pub(super) fn recall(state: &mut State, step: &Step) {
    if step.kind == Kind::When
        && let Some(timing) = state.wishes.get(&step.id).and_then(timing_of)
    {
        state.wishes.remove(&step.id);
        state.heard = Some(Heard { timing, other: None, doubt: Doubt::Clock });
    }
}

impl Heard {
    /// Is a question asked about it, instead of the step's own?
    pub(super) fn asks(&self) -> bool {
        match self.doubt {
            Doubt::Meant | Doubt::NotOn(_) | Doubt::Twice | Doubt::Clock => true,
            Doubt::Past | Doubt::Skipped => false,
        }
    }

    /// Is it asked whether it is meant so?
    fn is_unsure(&self) -> bool {
        self.asks() && self.doubt != Doubt::Clock
    }

    /// What can be chosen now. `own` gives the step's own choices.
    pub(super) fn choices(&self, own: impl Fn() -> Vec<Choice>) -> Vec<Choice> {
        let choice = |timing: &Timing, label: Label| Some(Choice { label, ..choice_of(timing)? });
        let yes = choice(&self.timing, Label::id("dialogue-when-yes")).filter(|_| self.is_unsure());
        let other = self.other.as_ref().and_then(choice_of);
        let own = if self.asks() { Vec::new() } else { own() };
        yes.into_iter().chain(other).chain(own).collect()
    }

    /// What is asked about it: a text, and what is filled in; none where the step's own question stands.
    pub(super) fn question(&self) -> Option<(&'static str, Vec<(String, Arg)>)> {
        let when = ("when".to_owned(), Arg::When(self.timing.clone()));
        let why = |word: &str| ("why".to_owned(), Arg::Word(word.to_owned()));
        match self.doubt {
            Doubt::Meant => Some(("dialogue-when-meant", vec![when, why("")])),
            Doubt::NotOn(day) => {
                let weekday = ("weekday".to_owned(), Arg::Text(format!("weekday-{day}")));
                Some(("dialogue-when-meant", vec![when, why("not-on"), weekday]))
            }
            Doubt::Twice => Some(("dialogue-when-meant", vec![when, why("twice")])),
            Doubt::Clock => Some(("dialogue-when-clock", vec![when])),
            Doubt::Past | Doubt::Skipped => None,
        }
    }
}

fn choice_of(timing: &Timing) -> Option<Choice> {
    answer_of(timing).map(|Answer { value, label }| Choice { value, label })
}

/// Somebody typed what is no label of a button. `labels` are those of the choices shown; `no` is the word for no.
pub(super) fn typed(
    flow: &Flow,
    state: &mut State,
    step: &Step,
    (text, at): (&str, Moment),
    labels: &[String],
    no: String,
) -> Effect {
    let now = wall(at);
    match meaning(text, state, step, now) {
        Ok(meaning) => understood(flow, state, step, meaning),
        Err(Unread::NoSuchDay) => Effect::Again(Say::id("dialogue-when-no-day")),
        Err(Unread::NoTime) => match words::meant(text, labels) {
            Some(i) => choose(flow, state, step, i, at),
            // The step's own question says how else to answer it.
            None if words::meant(text, &[no]).is_some() && forget(state) => Effect::Ask,
            None if state.heard.as_ref().is_some_and(|h| h.doubt == Doubt::Clock) => {
                Effect::Again(Say::id("dialogue-when-want-clock"))
            }
            None => Effect::Again(Say::id("dialogue-want-when").word("sent", "text")),
        },
    }
}

/// What somebody typed, joined to what was said before it.
fn meaning(text: &str, state: &State, step: &Step, now: NaiveDateTime) -> Result<Meaning, Unread> {
    let before = before(state, step);
    let purpose = step.read_for();
    let asked_clock = state.heard.as_ref().is_some_and(|h| h.doubt == Doubt::Clock);
    // 'Hoe laat?' '10-12': hours, not the tenth of December.
    let bare = asked_clock && text.chars().all(|c| c.is_ascii_digit() || " :.-–".contains(c));
    let hours = format!("{text} uur");
    let text = if bare { hours.as_str() } else { text };
    let reading = read_at(text, now, purpose)?;
    let not_on = reading.notes.iter().copied().find(|n| matches!(n, Note::NotOn(_)));
    let as_of = |timing: Timing, other: Option<Timing>, no_day: bool| {
        let notes = not_on.into_iter().chain(timing.notes(now)).collect();
        let is_ahead = |t: &Timing| !t.notes(now).iter().any(|n| matches!(n, Note::Past | Note::Skipped));
        let other = other.filter(|o| *o != timing && is_ahead(o));
        Meaning { timing, other, notes, no_day }
    };
    let other = reading.other.as_deref().map(Timing::of);
    match before {
        Some(before) if !reading.dated => {
            let times = read_on(text, before.start.day, now, purpose)?;
            let other = times.other.as_deref().map(|o| before.at_times_of(&Timing::of(o)));
            Ok(as_of(before.at_times_of(&Timing::of(&times)), other, false))
        }
        Some(before) if before.has_time() && reading.all_day() => {
            let other = other.map(|o| o.at_times_of(&before));
            Ok(as_of(Timing::of(&reading).at_times_of(&before), other, false))
        }
        _ => Ok(as_of(Timing::of(&reading), other, !reading.dated)),
    }
}

/// What was said before: what a question is asked about, or the answer that is being changed.
fn before(state: &State, step: &Step) -> Option<Timing> {
    match &state.heard {
        Some(Heard { doubt: Doubt::Past, .. }) => None,
        Some(heard) => Some(heard.timing.clone()),
        None => state.answers.get(&step.id).and_then(|a| timing_of(&a.value)),
    }
}

fn understood(flow: &Flow, state: &mut State, step: &Step, meaning: Meaning) -> Effect {
    let Meaning { timing, other, notes, no_day } = meaning;
    let has = |note: Note| notes.contains(&note);
    if has(Note::Past) {
        return is_past(state, timing, other);
    }
    if has(Note::Skipped) {
        hear(state, Heard { timing, other, doubt: Doubt::Skipped });
        return Effect::Again(Say::id("dialogue-when-skipped"));
    }
    let not_on =
        notes.iter().find_map(|n| if let Note::NotOn(day) = n { Some(day.number_from_monday()) } else { None });
    let doubt = match not_on {
        Some(day) => Some(Doubt::NotOn(day)),
        None if has(Note::Twice) => Some(Doubt::Twice),
        None => (other.is_some() || no_day).then_some(Doubt::Meant),
    };
    let whole = timing.has_time() || !step.clock;
    let Some(answer) = answer_of(&timing).filter(|_| whole) else {
        hear(state, Heard { timing, other, doubt: doubt.unwrap_or(Doubt::Clock) });
        return Effect::Ask;
    };
    match doubt {
        Some(doubt) => {
            hear(state, Heard { timing, other, doubt });
            // The feature looks at it before anything is asked about it.
            if step.check.is_some() { answered(flow, state, step, answer, false) } else { Effect::Ask }
        }
        None => {
            state.heard = None;
            note_taken(flow, state, step, &answer);
            answered(flow, state, step, answer, false)
        }
    }
}

/// From here on other buttons are shown.
fn hear(state: &mut State, heard: Heard) {
    state.heard = Some(heard);
    state.asked = state.asked.wrapping_add(1);
}

fn is_past(state: &mut State, timing: Timing, other: Option<Timing>) -> Effect {
    let when = Arg::When(timing.clone());
    hear(state, Heard { timing, other, doubt: Doubt::Past });
    Effect::Again(Say::id("dialogue-when-past").with("when", when))
}

/// Says with the next question how it was understood. A summary shows that by itself.
fn note_taken(flow: &Flow, state: &mut State, step: &Step, answer: &Answer) {
    let mut then = state.clone();
    then.answers.insert(step.id.clone(), answer.clone());
    then.prune(flow);
    if let Label::When(timing) = &answer.label
        && then.first_missing(flow).is_some()
    {
        state.note = Some(Say::id("dialogue-when-taken").with("when", Arg::When(timing.clone())));
    }
}

/// Somebody chose this. Where its time is still to be said, that is asked.
///
/// What was ahead when it was asked may be over by the moment `at`.
pub(super) fn chosen(
    flow: &Flow,
    state: &mut State,
    step: &Step,
    (mut answer, trusted): (Answer, bool),
    at: Moment,
) -> Effect {
    if let Some(timing) = timing_of(&answer.value) {
        if timing.notes(wall(at)).contains(&Note::Past) {
            return is_past(state, timing, None);
        }
        if step.clock && !timing.has_time() {
            hear(state, Heard { timing, other: None, doubt: Doubt::Clock });
            return Effect::Ask;
        }
        answer.label = Label::When(timing);
    }
    // From here on it is meant so.
    state.heard = None;
    answered(flow, state, step, answer, trusted)
}

/// [Terug] from a question about what was heard leads to the step's own. Was there one?
pub(super) fn forget(state: &mut State) -> bool {
    let asked = state.heard.take_if(|h| h.asks()).is_some();
    if asked {
        state.asked = state.asked.wrapping_add(1);
    }
    asked
}

/// The feature's check let this pass. Is it still to be asked whether it is meant?
pub(super) fn is_to_be_asked(state: &State, step: &Step, answer: &Value) -> bool {
    let heard = state.heard.as_ref().filter(|h| step.kind == Kind::When && h.is_unsure());
    heard.is_some_and(|h| timing_of(answer).as_ref() == Some(&h.timing))
}
