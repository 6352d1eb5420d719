//! The real program, killed, starved and started wrongly, and counted from outside.
//!
//! The world (the local Telegram) lives in the test and outlives every kill; `stoep run` is a child process. Where a kill
//! must land exactly, a failpoint in the program stops it there.

mod child;
mod damage;
mod disk;
mod edges;
mod faults;
mod files;
mod kills;
mod lines;
mod startup;
mod stop;
mod street;
mod talk;
mod tally;
mod taps;
