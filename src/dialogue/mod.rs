//! Guided dialogues: one question at a time, as data.
//!
//! A person is asked the steps of a [`Flow`] one by one, with buttons before typing, and can always go back, stop, or skip
//! what is optional. At the end a summary shows every answer and lets them change each. This room decides what comes next
//! and nothing else: it is pure. It knows text ids but no texts, names hooks but runs none.
//!
//! Typed days and times are read by the room `when`, which is as pure. What can be meant in two ways is asked.
//!
//! A photo and a voice message are Telegram's names of files here: nobody looks into them, they are passed on as they are.
//!
//! The caller keeps a [`State`] per person and works in a loop: [`start`], [`take`] or [`resume`] give an [`Effect`];
//! [`Effect::NeedChoices`] and [`Effect::Check`] are answered with [`choices`] and [`checked`], which give the next effect;
//! [`Effect::Ask`] and [`Effect::Again`] mean 'show [`view`]'; after [`Effect::Finish`] the state is dropped, or [`refused`] is
//! called and the draft stays.

mod advance;
mod buttons;
mod check;
mod flow;
mod hear;
mod paths;
mod pick;
#[cfg(test)]
mod properties;
mod state;
mod take;
#[cfg(test)]
mod tests;
mod view;
mod words;

pub use advance::{checked, choices, refused, resume, start};
pub use buttons::{Action, Data, PREFIX};
pub use check::{Contract, Problem, TEXTS, check_flows};
pub use flow::{About, Condition, Flow, FlowError, Kind, Step, TEXT_AT_MOST};
pub use state::{Answer, Arg, Choice, Contact, Effect, Input, Label, Place, Say, State, Verdict, Words};
pub use take::take;
pub use view::{Key, Line, Shows, View, view};
pub use words::fold;
