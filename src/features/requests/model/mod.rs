//! What a help request is, and the rules it follows: types, words and pure functions that every other part of the room builds
//! on. Nothing here reads the database or says anything.

pub mod afterwards_rules;
pub mod category;
pub mod draft;
pub mod reasons;
pub mod request;
pub mod rules;
pub mod search_schedule;
pub mod span;
pub mod states;
