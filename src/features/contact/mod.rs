//! How two people learn to reach each other: somebody says it in a dialogue, and it is told to the other. The rooms that bring
//! people together own the dialogue and what is kept; this is what they share.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::dialogue::Contact;
use crate::model::{NeighbourhoodId, Person};
use crate::turn::Turn;

/// The answers of a dialogue in which somebody says how they can be reached.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Key of what it is for.
    about: String,
    /// Their own number or words.
    how: Contact,
}

impl Answers {
    /// Reads the answers.
    ///
    /// # Errors
    /// If one is missing or of another kind; in words for the author of the flow.
    pub fn read(answers: &Map<String, Value>) -> Result<Answers, String> {
        serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())
    }

    /// Key of what it is about.
    pub fn about(&self) -> i64 {
        self.about.parse().unwrap_or_default()
    }

    /// How they can be reached.
    pub fn contact(self) -> String {
        match self.how {
            Contact::Phone(words) | Contact::Words(words) => words,
        }
    }
}

/// Reads the answers of a dialogue in which somebody says how a neighbourhood's team can reach them.
///
/// # Errors
/// If one is missing or of another kind; in words for the author of the flow.
pub fn read_for_team(answers: &Map<String, Value>) -> Result<(NeighbourhoodId, String), String> {
    let neighbourhood = answers.get("place").and_then(Value::as_str).ok_or("no place")?;
    let contact = answers.get("contact").cloned().unwrap_or_default();
    let (Contact::Phone(words) | Contact::Words(words)) = serde_json::from_value(contact).map_err(|e| e.to_string())?;
    Ok((NeighbourhoodId(neighbourhood.parse().unwrap_or_default()), words))
}

/// Begins a dialogue in which the sender says how they can be reached, about this thing.
pub fn begin(turn: &mut Turn<'_>, flow: &'static str, about: i64) {
    turn.begin_about(flow, "about", about);
}

/// How somebody can be reached: as they said, or by their @name. `None` if neither is known.
pub fn of(person: &Person, said: Option<&str>) -> Option<String> {
    said.map(str::to_owned).or_else(|| person.username.as_ref().map(|u| format!("@{u}")))
}
