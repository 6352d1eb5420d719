//! What somebody wrote and has not placed yet: the answers of the dialogue, or what stood behind /vraag in a group.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::category::{guess, is_sensitive};
use super::safety::{self, Finding};
use super::states::{Sight, Subject};
use super::when::When;
use crate::model::NeighbourhoodId;
use crate::text::{DayPart, clip, length};

/// Longest title, in characters.
pub const TITLE_AT_MOST: usize = 120;

/// Longest details, in characters.
pub const DETAILS_AT_MOST: usize = 1000;

/// With the asker's name?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Naming {
    /// Whoever sees the request reads who asks.
    With,
    /// Only the neighbour who helps learns it.
    Without,
}

/// For whom it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whom {
    /// The asker.
    Me,
    /// Somebody else.
    Other,
}

/// The answers, as far as they are there. Field names are the steps of the flow `vraag`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
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
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sight: Option<Sight>,
    /// Who may see it, where it is about something sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<Sight>,
    /// With or without name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naming: Option<Naming>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whom: Option<Whom>,
    /// Does that other person know?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub knows: Option<bool>,
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
        let about = |f: &Finding| matches!(f, Finding::Key | Finding::Away | Finding::Payment);
        guess(&self.words()).private || self.findings().iter().any(about)
    }

    /// Who sees it. What is sensitive, or asked for somebody who does not know of it, is never for the group.
    pub fn seen_by(&self) -> Sight {
        if self.is_unaware() {
            return Sight::Team;
        }
        if self.category.as_deref().is_none_or(is_sensitive) {
            return self.near.filter(|s| *s == Sight::Met).unwrap_or(Sight::Team);
        }
        self.sight.unwrap_or(Sight::Group)
    }

    /// Is it asked for somebody who does not know of it? Where that was not said, it may be so.
    pub fn is_unaware(&self) -> bool {
        self.whom == Some(Whom::Other) && self.knows != Some(true)
    }

    /// For whom it is.
    pub fn subject(&self) -> Subject {
        if self.whom == Some(Whom::Other) { Subject::Other } else { Subject::Own }
    }

    /// With the asker's name?
    pub fn is_named(&self) -> bool {
        self.naming != Some(Naming::Without)
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
            sight: Some(Sight::Quiet),
            near: None,
            naming: Some(Naming::Without),
            whom: Some(Whom::Other),
            knows: Some(true),
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

    #[test]
    fn who_sees_it() {
        let draft =
            |category: &str, sight, near| Draft { category: Some(category.into()), sight, near, ..Draft::default() };
        for (category, sight, near, expected) in [
            ("errands", None, None, Sight::Group),
            ("errands", Some(Sight::Quiet), None, Sight::Quiet),
            ("errands", Some(Sight::Met), None, Sight::Met),
            ("children", None, None, Sight::Team),
            ("children", Some(Sight::Group), None, Sight::Team),
            ("children", None, Some(Sight::Met), Sight::Met),
            ("children", None, Some(Sight::Group), Sight::Team),
            ("unheard of", Some(Sight::Group), None, Sight::Team),
        ] {
            let draft = draft(category, sight, near);
            assert_eq!(draft.seen_by(), expected, "{category} {sight:?} {near:?}");
            let unaware = Draft { whom: Some(Whom::Other), knows: Some(false), ..draft };
            assert_eq!((unaware.seen_by(), unaware.subject()), (Sight::Team, Subject::Other));
        }
    }

    #[test]
    fn keys_money_and_absence_are_private_whatever_the_category() {
        for (title, private) in [
            ("Wie kan mijn lamp ophangen?", false),
            ("Bel 06-12345678", false),
            ("Wie bewaart mijn sleutel?", true),
            ("Wij zijn op vakantie", true),
            ("ik stuur een betaalverzoek", true),
        ] {
            let draft = Draft { title: Some(title.into()), ..Draft::default() };
            assert_eq!(draft.is_private(), private, "{title}");
        }
    }
}
