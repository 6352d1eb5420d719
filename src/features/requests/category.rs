//! The categories of help, which are data, and what a text typed in a group says by itself: its category and its day. A
//! guess is only ever shown to the asker first.

use std::sync::LazyLock;

use serde::Deserialize;

use super::when::When;
use crate::text::DayPart;

/// A category of help.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its name in the database, in texts and in the flow.
    pub id: String,
    /// Stands before its name; never the only sign of it.
    pub icon: String,
    /// Never on a card in a group.
    #[serde(default)]
    pub sensitive: bool,
    /// Beginnings of words that lead to it.
    #[serde(default)]
    words: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    private_words: Vec<String>,
    category: Vec<Category>,
}

/// What is taken where nothing else fits; the last one in the facts.
pub const OTHER: &str = "other";

const SOURCE: &str = include_str!("../../../dialogues/facts/categories.toml");

// A test reads the facts, so that no resident meets an empty list.
static FACTS: LazyLock<Facts> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// The category of this id.
pub fn category(id: &str) -> Option<&'static Category> {
    FACTS.category.iter().find(|c| c.id == id)
}

/// All categories, in the order in which they are offered.
pub fn known() -> impl Iterator<Item = &'static str> {
    FACTS.category.iter().map(|c| c.id.as_str())
}

/// Is this one that never stands on a card in a group? What is unknown is treated as if.
pub fn is_sensitive(id: &str) -> bool {
    category(id).is_none_or(|c| c.sensitive)
}

/// What a text says by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Its category.
    pub category: &'static str,
    /// Its day, where it names today or tomorrow.
    pub when: Option<When>,
    /// Its part of that day.
    pub part: Option<DayPart>,
    /// It belongs in a private chat.
    pub private: bool,
}

/// Guesses from words: sensitive categories first, so that a doubt leads to the private chat.
pub fn guess(text: &str) -> Guess {
    let words = words_of(text);
    let fits = |c: &&'static Category| c.words.iter().any(|w| words.iter().any(|typed| begins(typed, w)));
    let sensitive = FACTS.category.iter().filter(|c| c.sensitive).find(fits);
    let found = sensitive.or_else(|| FACTS.category.iter().find(fits));
    let (when, part) = day_of(&words);
    Guess {
        category: found.map_or(OTHER, |c| c.id.as_str()),
        when,
        part,
        private: sensitive.is_some() || FACTS.private_words.iter().any(|w| words.iter().any(|typed| begins(typed, w))),
    }
}

/// Short words must stand alone ('rit', 'app'): they begin too many others.
fn begins(typed: &str, word: &str) -> bool {
    if word.chars().count() <= 4 {
        typed == word || typed.strip_prefix(word) == Some("s")
    } else {
        typed.starts_with(word)
    }
}

fn words_of(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    small.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn day_of(words: &[String]) -> (Option<When>, Option<DayPart>) {
    let mut found = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|b| words.get(b)).map(String::as_str);
        let day = match word.as_str() {
            "vandaag" | "today" => (When::Today, None),
            "vanochtend" | "vanmorgen" => (When::Today, Some(DayPart::Morning)),
            "vanmiddag" => (When::Today, Some(DayPart::Afternoon)),
            "vanavond" | "tonight" => (When::Today, Some(DayPart::Evening)),
            // 'Goede morgen' is a greeting, 'in de morgen' no day.
            "morgen" if !matches!(before, Some("goede" | "goeden" | "de" | "elke" | "iedere")) => {
                (When::Tomorrow, None)
            }
            "tomorrow" => (When::Tomorrow, None),
            "morgenochtend" | "morgenvroeg" => (When::Tomorrow, Some(DayPart::Morning)),
            "morgenmiddag" => (When::Tomorrow, Some(DayPart::Afternoon)),
            "morgenavond" => (When::Tomorrow, Some(DayPart::Evening)),
            _ => continue,
        };
        found.push(day);
    }
    // Two different days are not ours to choose between.
    match found.as_slice() {
        [] => (None, None),
        [(when, part)] => (Some(*when), *part),
        [(when, _), rest @ ..] if rest.iter().all(|(w, _)| w == when) => (Some(*when), None),
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::text::texts;

    #[test]
    fn the_facts_can_be_read_and_every_category_has_a_name() {
        let facts: Facts = toml::from_str(SOURCE).unwrap();
        assert_eq!(facts.category.len(), 10);
        assert_eq!(facts.category.last().unwrap().id, OTHER);
        for c in &facts.category {
            for language in Language::ALL {
                let name = texts().plain(language, &format!("vraag-category-{}", c.id), &[]);
                assert!(name.starts_with(&c.icon), "{name} in {language:?} begins with {}", c.icon);
            }
        }
        let sensitive: Vec<_> = facts.category.iter().filter(|c| c.sensitive).map(|c| c.id.as_str()).collect();
        assert_eq!(sensitive, ["transport", "forms", "children"]);
    }

    #[test]
    fn the_flow_offers_every_category() {
        let flow: toml::Table = toml::from_str(super::super::VRAAG).unwrap();
        let steps = flow["step"].as_array().unwrap();
        let step = steps.iter().find(|s| s["id"].as_str() == Some("category")).unwrap();
        let offered: Vec<_> = step["choices"].as_array().unwrap().iter().filter_map(|c| c.as_str()).collect();
        let ours: Vec<_> = FACTS.category.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(offered, ours);
    }

    #[test]
    fn guesses() {
        use When::{Today, Tomorrow};
        for (text, category, when, part, private) in [
            ("Wie kan boodschappen doen morgen?", "errands", Some(Tomorrow), None, false),
            ("Lamp ophangen vanavond", "odd-jobs", Some(Today), Some(DayPart::Evening), false),
            ("Goedemorgen! Mijn wifi doet het niet", "devices", None, None, false),
            ("Goede morgen, wie wil wandelen", "company", None, None, false),
            ("vandaag of morgen een kop koffie", "company", None, None, false),
            ("overmorgen soep", "food", None, None, false),
            ("Oppas gezocht voor morgenavond", "children", Some(Tomorrow), Some(DayPart::Evening), true),
            ("Wie rijdt me naar het ziekenhuis", "transport", None, None, true),
            ("koffie en een brief lezen", "forms", None, None, true),
            ("Wie kan mijn sleutel bewaren", "other", None, None, true),
            ("Iets heel anders", "other", None, None, false),
            ("britpop luisteren", "other", None, None, false),
            ("hallo", "other", None, None, false),
            ("", "other", None, None, false),
        ] {
            assert_eq!(guess(text), Guess { category, when, part, private }, "{text:?}");
        }
    }
}
