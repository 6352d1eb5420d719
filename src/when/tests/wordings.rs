//! Many wordings of each kind, as they are read where nothing is known of the purpose, and of what neighbours write about
//! what they do together.

mod days;
mod hours;
mod moments;
mod neighbours;
mod nothing;
mod spans;
mod times;

use super::said_at;
use crate::when::Purpose;

/// Sentences that were sent at one moment, and how they are read.
struct Table {
    /// When, on the wall clock.
    sent: &'static str,
    /// The sentences, and the readings as [`said_at`] writes them.
    said: &'static [(&'static str, &'static str)],
}

fn all(tables: &[Table], purpose: Purpose) {
    let mut wrong = Vec::new();
    for table in tables {
        let sent = format!("{}:00", table.sent).parse().unwrap();
        for (text, expected) in table.said {
            let got = said_at(text, sent, purpose);
            if got != *expected {
                wrong.push(format!("{text}: {got}, expected {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
