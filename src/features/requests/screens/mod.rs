//! What people see of help requests. `view` and `series` load what they draw; everything else is pure.

pub mod afterwards;
pub mod basics;
pub mod cards;
pub mod dates;
pub mod handler;
pub mod item;
pub mod series;
pub mod series_item;
pub mod view;
