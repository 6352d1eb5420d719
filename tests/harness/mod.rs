//! Transcripts: chats that anyone can read, played against the real program.
//!
//! [`script`] reads who does what, [`cast`] knows who and where they are, [`act`] does it, [`show`] writes down all that Stoep
//! did ([`edit`]: what became of a message), and [`play`] puts that together; [`compare`] holds it against the file, and [`register`] knows what no transcript shows. [`stage`] is of use to any test that wants the real
//! program on a local Telegram.

#![allow(dead_code, unused_imports, reason = "each test that shares this room uses a part of it")]

pub mod act;
pub mod activity;
pub mod cast;
pub mod compare;
pub mod edit;
pub mod opening;
pub mod play;
pub mod register;
pub mod script;
pub mod show;
pub mod stage;

pub use play::{Played, begin, play};
pub use stage::Stage;
