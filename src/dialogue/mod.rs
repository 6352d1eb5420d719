//! Guided dialogues: one question at a time, as data.
//!
//! A person is asked the steps of a [`Flow`] one by one, with buttons before typing, and can always go back, stop, or skip
//! what is optional. At the end a summary shows every answer and lets them change each. This room decides what comes next
//! and nothing else: it is pure. It knows text ids but no texts, names hooks but runs none.
//!
//! Each layer knows those below it:
//!
//! - `take` reads what a person did; `check`, with `paths`, finds an author's mistakes;
//! - `advance` leads from one question to the next, `view` says what is shown;
//! - `kinds` has a file for each kind of step, and is the one place that tells kinds apart;
//! - `state` is where somebody is, `effect` what goes in and comes out;
//! - `flow` is an author's file, `answer` what is answered and said, `buttons` what they carry, `words` how typed words choose.
//!
//! The caller keeps a [`State`] per person and works in a loop: [`start`], [`take`] or [`resume`] give an [`Effect`];
//! [`Effect::NeedChoices`] and [`Effect::Check`] are answered with [`choices`] and [`checked`], which give the next effect;
//! [`Effect::Ask`] and [`Effect::Again`] mean 'show [`view`]'; after [`Effect::Finish`] the state is dropped, or [`refused`] is
//! called and the draft stays.

mod advance;
mod answer;
mod buttons;
mod check;
mod effect;
mod flow;
mod kinds;
mod paths;
#[cfg(test)]
mod properties;
mod state;
mod take;
#[cfg(test)]
mod tests;
mod view;
mod words;

pub use advance::{checked, choices, refused, resume, start};
pub use answer::{Answer, Arg, Choice, Label, Say};
pub use buttons::{Action, Data, PREFIX};
pub use check::{Contract, Problem, check_flows};
pub use effect::{Effect, Input, Verdict};
pub use flow::{About, Condition, Flow, FlowError, Kind, Step, TEXT_AT_MOST, WordsFor};
pub use kinds::{Contact, Words, spoken, typed};
pub use state::{Place, State};
pub use take::take;
pub use view::{Key, Line, Shows, View, view};
pub use words::fold;
