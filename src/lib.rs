//! Stoep: a Telegram bot for neighbourhoods.
//!
//! Something happens; it is handled in one transaction; only the edges talk to Telegram. docs/ARCHITECTURE.md walks
//! through the rooms.

pub mod calendar;
pub mod cli;
pub mod clock;
pub mod config;
pub mod dialogue;
pub mod engine;
pub mod features;
pub mod model;
pub mod practice;
pub mod screen;
pub mod store;
pub mod telegram;
pub mod text;
pub mod turn;
pub mod web;
pub mod when;
