//! What somebody wrote and has not placed yet: the answers of the dialogue, or what stood behind /vraag in a group.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::category::guess;
use super::safety::{self, Finding};
use super::when::When;
use crate::model::NeighbourhoodId;
use crate::text::{DayPart, clip, length};

/// Longest title, in characters.
pub const TITLE_AT_MOST: usize = 120;

/// Longest details, in characters.
pub const DETAILS_AT_MOST: usize = 1000;

/// The answers, as far as they are there. Field names are the steps of the flow `vraag`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Key of the neighbourhood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub neighbourhood: Option<String>,
    /// Id of the category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// What, in one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Which part of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<DayPart>,
    /// All else there is to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
}

impl Draft {
    /// A draft of words typed in one go: a title where they fit one, else the whole as details.
    pub fn of_words(neighbourhood: Option<NeighbourhoodId>, words: &str) -> Draft {
        let (title, long): (Vec<_>, Vec<_>) = one_line(words).into_iter().partition(|l| length(l) <= TITLE_AT_MOST);
        Draft {
            neighbourhood: neighbourhood.map(|n| n.to_string()),
            title: title.into_iter().next(),
            details: long.first().map(|_| clip(words.trim(), DETAILS_AT_MOST)),
            ..Draft::default()
        }
    }

    /// Reads the answers of the dialogue.
    ///
    /// # Errors
    /// Where a step is unknown or an answer is of another kind; in words for the author of the flow.
    pub fn of_answers(answers: &Map<String, Value>) -> Result<Draft, String> {
        let draft: Draft = serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())?;
        Ok(Draft { title: draft.title.as_deref().and_then(one_line), ..draft })
    }

    /// As answers to begin the dialogue with.
    pub fn answers(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(answers)) => answers,
            _ => Map::new(),
        }
    }

    /// The neighbourhood it is for.
    pub fn place(&self) -> Option<NeighbourhoodId> {
        self.neighbourhood.as_deref().and_then(|n| n.parse().ok()).map(NeighbourhoodId)
    }

    /// What the asker should be asked about before a group reads it.
    pub fn findings(&self) -> Vec<Finding> {
        safety::findings(&self.words())
    }

    /// Is it, by its words, about what does not belong on a card, whatever category was chosen?
    pub fn is_private(&self) -> bool {
        guess(&self.words()).private
    }

    fn words(&self) -> String {
        let words = [self.title.as_deref(), self.details.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// Words in one line; none where nothing is left.
fn one_line(words: &str) -> Option<String> {
    Some(words.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| !l.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_back() {
        let draft = Draft {
            neighbourhood: Some("3".into()),
            category: Some("errands".into()),
            title: Some("Boodschappen".into()),
            when: Some(When::Tomorrow),
            part: Some(DayPart::Evening),
            details: Some("Melk en brood".into()),
        };
        assert_eq!(Draft::of_answers(&draft.answers()), Ok(draft.clone()));
        assert_eq!(draft.answers()["when"], "tomorrow");
        assert_eq!(draft.place(), Some(NeighbourhoodId(3)));
        assert_eq!(Draft::of_answers(&Draft::default().answers()), Ok(Draft::default()));
        assert!(Draft::of_answers(serde_json::json!({"whenn": "today"}).as_object().unwrap()).is_err());
    }

    #[test]
    fn words_become_a_title_or_details_and_none_are_lost() {
        let short = Draft::of_words(None, "  Lamp \n ophangen ");
        assert_eq!((short.title.as_deref(), short.details), (Some("Lamp ophangen"), None));
        let words = "lang ".repeat(60);
        let long = Draft::of_words(None, &words);
        assert_eq!((long.title, long.details.as_deref()), (None, Some(words.trim())));
        assert_eq!(Draft::of_words(None, " \n").title, None);
    }

    #[test]
    fn details_are_looked_at_too() {
        let draft = Draft { title: Some("Lamp".into()), details: Some("Bel 06-12345678".into()), ..Draft::default() };
        assert_eq!(draft.findings(), [Finding::Phone]);
    }
}
