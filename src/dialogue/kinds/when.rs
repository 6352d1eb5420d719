//! A day or a time: typed days and times are read here. What has one clear meaning is taken, and said back with the next
//! question. What can be meant in two ways, or is not quite right, is asked: 'do you mean Saturday 28 November, 14:30?' What
//! can't be is said. A time alone belongs to the day that was said before it, and a day alone gets the time that was said.

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use super::{Profile, StepKind, Taken, Typed, choice};
use crate::dialogue::answer::{Answer, Arg, Choice, Label, Say};
use crate::dialogue::buttons::Action;
use crate::dialogue::effect::Effect;
use crate::dialogue::flow::{About, Flow, Step};
use crate::dialogue::state::{Doubt, Heard, State};
use crate::dialogue::words;
use crate::model::Moment;
use crate::when::{Note, Purpose, Timing, Unread, read_at, read_on, wall};

/// The kind `when`.
pub(super) struct When;

/// One meaning of what somebody typed.
struct Meaning {
    timing: Timing,
    other: Option<Timing>,
    notes: Vec<Note>,
    /// Neither a day was said nor was one known.
    no_day: bool,
}

impl StepKind for When {
    fn profile(&self) -> Profile {
        Profile { want: "dialogue-want-when", words_at_most: Some(200), ..Profile::USUAL }
    }

    fn mistakes(&self, step: &Step) -> Vec<String> {
        let mut found = choice::both(step);
        if step.purpose.is_none() {
            found.push("a step of the kind when needs a `purpose`: activity or request".to_owned());
        }
        found
    }

    fn is_open(&self, step: &Step) -> bool {
        step.choices.is_empty()
    }

    fn accepts(&self, step: &Step, value: &Value) -> bool {
        match timing_of(value) {
            Some(timing) => timing.has_time() || !step.clock,
            None => value.is_string() && choice::Choice.accepts(step, value),
        }
    }

    fn accepts_part(&self, value: &Value) -> bool {
        timing_of(value).is_some()
    }

    fn samples(&self, step: &Step, offered: Vec<Value>) -> Vec<Value> {
        let day = (!step.clock).then(|| json!({ "start": "2026-11-28" }));
        let typed = [
            json!({ "start": "2026-11-28T14:30", "end": "2026-11-28T16:00" }),
            json!({ "start": "2026-12-01T10:00", "rule": "FREQ=WEEKLY;BYDAY=TU", "except": ["2026-12-29"] }),
        ];
        step.choices.iter().map(|c| json!(c)).chain(day).chain(typed).chain(offered).collect()
    }

    /// What was heard and is asked about. The step's own choices stay where nothing is asked.
    fn choices_now(&self, state: &State, usual: Vec<Choice>) -> Vec<Choice> {
        let Some(heard) = &state.heard else { return usual };
        let yes = choice_of(&heard.timing).filter(|_| heard.must_confirm());
        let yes = yes.map(|c| Choice { label: Label::id("dialogue-when-yes"), ..c });
        let other = heard.other.as_ref().and_then(choice_of);
        yes.into_iter().chain(other).chain(usual.into_iter().filter(|_| !heard.asks())).collect()
    }

    fn label(&self, value: &Value) -> Option<Label> {
        timing_of(value).map(Label::When)
    }

    /// A day that was known beforehand, at a step that needs a time too: the time is asked.
    fn recall(&self, step: &Step, state: &mut State) {
        if let Some(timing) = state.wishes.get(&step.id).and_then(timing_of) {
            state.wishes.remove(&step.id);
            state.heard = Some(Heard { timing, other: None, doubt: Doubt::Clock });
        }
    }

    fn typed(&self, step: &Step, state: &mut State, typed: &Typed) -> Taken {
        match meaning(typed.text, state, step, wall(typed.at)) {
            Ok(meaning) => understood(typed.flow, state, step, meaning),
            Err(Unread::NoSuchDay) => again(Say::id("dialogue-when-no-day")),
            Err(Unread::NoTime) => match words::meant(typed.text, typed.labels) {
                Some(i) => Taken::Choice(i),
                // The step's own question says how else to answer it.
                None if is_no(typed) && forget(state) => Taken::Pending(Effect::Ask),
                None if asks_clock(state) => again(Say::id("dialogue-when-want-clock")),
                None => Taken::Nothing,
            },
        }
    }

    /// Where its time is still to be said, that is asked. What was ahead when it was asked may be over by now.
    fn choose(&self, step: &Step, state: &mut State, choice: Choice, at: Moment) -> Taken {
        let mut answer = Answer::from(choice);
        if let Some(timing) = timing_of(&answer.value) {
            if timing.notes(wall(at)).contains(&Note::Past) {
                return is_past(state, timing, None);
            }
            if step.clock && !timing.has_time() {
                return asked(state, Heard { timing, other: None, doubt: Doubt::Clock });
            }
            answer.label = Label::When(timing);
        }
        // From here on it is meant so.
        state.heard = None;
        Taken::Answer(answer)
    }

    fn press(&self, _: &Step, state: &mut State, _: &[Choice], action: Action) -> Option<Taken> {
        (action == Action::Back && forget(state)).then_some(Taken::Pending(Effect::Ask))
    }

    fn must_confirm(&self, state: &State, answer: &Value) -> bool {
        let heard = state.heard.as_ref().filter(|h| h.must_confirm());
        heard.is_some_and(|h| timing_of(answer).as_ref() == Some(&h.timing))
    }

    fn asks_back(&self, state: &State) -> Option<(&'static str, Vec<(String, Arg)>)> {
        let heard = state.heard.as_ref()?;
        let when = ("when".to_owned(), Arg::When(heard.timing.clone()));
        let why = |word: &str| ("why".to_owned(), Arg::Word(word.to_owned()));
        match heard.doubt {
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

    /// What was chosen is marked; what was typed stands in no button.
    fn keeps(&self, _: &Step, answer: &Answer, choices: &[Choice]) -> bool {
        choices.iter().all(|c| c.value != answer.value)
    }
}

impl Heard {
    /// Returns true if a question is asked about it, instead of the step's own.
    fn asks(&self) -> bool {
        !matches!(self.doubt, Doubt::Past | Doubt::Skipped)
    }

    /// Returns true if the question is whether it is meant so.
    fn must_confirm(&self) -> bool {
        self.asks() && self.doubt != Doubt::Clock
    }
}

/// The timing that an answer is; `None` for a choice.
fn timing_of(value: &Value) -> Option<Timing> {
    value.is_object().then(|| serde_json::from_value(value.clone()).ok()).flatten()
}

/// A timing as something to choose.
fn choice_of(timing: &Timing) -> Option<Choice> {
    let value = serde_json::to_value(timing).ok()?;
    Some(Choice { value, label: Label::When(timing.clone()) })
}

fn asks_clock(state: &State) -> bool {
    state.heard.as_ref().is_some_and(|h| h.doubt == Doubt::Clock)
}

fn is_no(typed: &Typed) -> bool {
    words::meant(typed.text, &[(typed.words)(&Label::id("dialogue-no"))]).is_some()
}

fn again(say: Say) -> Taken {
    Taken::Pending(Effect::Again(say))
}

/// What somebody typed, joined to what was said before it.
fn meaning(text: &str, state: &State, step: &Step, now: NaiveDateTime) -> Result<Meaning, Unread> {
    let before = before(state, step);
    let purpose = purpose_of(step);
    // 'Hoe laat?' '10-12': hours, not the tenth of December.
    let bare = asks_clock(state) && text.chars().all(|c| c.is_ascii_digit() || " :.-–".contains(c));
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

/// What typed days and times are read for.
fn purpose_of(step: &Step) -> Purpose {
    match step.purpose {
        Some(About::Activity) => Purpose::Activity,
        Some(About::Request) => Purpose::Request,
        None => Purpose::Any,
    }
}

fn understood(flow: &Flow, state: &mut State, step: &Step, meaning: Meaning) -> Taken {
    let Meaning { timing, other, notes, no_day } = meaning;
    let has = |note: Note| notes.contains(&note);
    if has(Note::Past) {
        return is_past(state, timing, other);
    }
    if has(Note::Skipped) {
        asked(state, Heard { timing, other, doubt: Doubt::Skipped });
        return again(Say::id("dialogue-when-skipped"));
    }
    let not_on =
        notes.iter().find_map(|n| if let Note::NotOn(day) = n { Some(day.number_from_monday()) } else { None });
    let doubt = match not_on {
        Some(day) => Some(Doubt::NotOn(day)),
        None if has(Note::Twice) => Some(Doubt::Twice),
        None => (other.is_some() || no_day).then_some(Doubt::Meant),
    };
    let whole = timing.has_time() || !step.clock;
    let Some(answer) = choice_of(&timing).filter(|_| whole).map(Answer::from) else {
        return asked(state, Heard { timing, other, doubt: doubt.unwrap_or(Doubt::Clock) });
    };
    match doubt {
        Some(doubt) => {
            let asked = asked(state, Heard { timing, other, doubt });
            // The feature looks at it before anything is asked about it.
            if step.check.is_some() { Taken::Answer(answer) } else { asked }
        }
        None => {
            state.heard = None;
            say_back(flow, state, step, &answer, timing);
            Taken::Answer(answer)
        }
    }
}

/// Asks about what was heard. From here on other buttons are shown.
fn asked(state: &mut State, heard: Heard) -> Taken {
    state.heard = Some(heard);
    state.outdate();
    Taken::Pending(Effect::Ask)
}

fn is_past(state: &mut State, timing: Timing, other: Option<Timing>) -> Taken {
    let say = Say::id("dialogue-when-past").with("when", Arg::When(timing.clone()));
    asked(state, Heard { timing, other, doubt: Doubt::Past });
    again(say)
}

/// Says with the next question how it was understood. A summary shows that by itself.
fn say_back(flow: &Flow, state: &mut State, step: &Step, answer: &Answer, timing: Timing) {
    let mut then = state.clone();
    then.answers.insert(step.id.clone(), answer.clone());
    then.prune(flow);
    if then.first_missing(flow).is_some() {
        state.note = Some(Say::id("dialogue-when-taken").with("when", Arg::When(timing)));
    }
}

/// [Terug] from a question about what was heard leads to the step's own. Returns true if there was one.
fn forget(state: &mut State) -> bool {
    let asked = state.heard.take_if(|h| h.asks()).is_some();
    if asked {
        state.outdate();
    }
    asked
}

#[cfg(test)]
mod tests;
