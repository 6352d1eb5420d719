//! Many wordings of each kind, as they are read where nothing is known of the purpose, and of what neighbours write about
//! what they do together.

mod days;
mod hours;
mod moments;
mod neighbours;
mod spans;
mod times;

use super::{Table, all};
use crate::when::Purpose;

#[test]
fn they_are_read_as_they_are_meant() {
    for tables in [days::SAID, hours::SAID, moments::SAID, spans::SAID, times::SAID] {
        all(tables, Purpose::Any);
    }
    all(neighbours::SAID, Purpose::Activity);
}
