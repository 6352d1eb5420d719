//! What a text gives away that its writer may not want a whole group to read, in words.

use crate::text::safety::{Finding, findings};
use crate::turn::Turn;

/// What the findings are called, in the sender's language: `a`, `a and b`, `a, b and c`.
pub fn listed(turn: &Turn<'_>, found: &[Finding]) -> String {
    let names: Vec<String> = found.iter().map(|f| turn.label(f.text(), &[])).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), turn.label("safety-and", &[])),
    }
}

/// What a text holds that its writer may not want a whole group to read, in the sender's language. `None` if there is nothing.
pub fn gives_away(turn: &Turn<'_>, text: &str) -> Option<String> {
    let found = findings(text);
    (!found.is_empty()).then(|| listed(turn, &found))
}
