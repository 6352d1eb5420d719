//! The categories of help, which are data, and the category of a text typed in a group. A guess is only ever shown to the
//! asker first.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Language;
use crate::text::texts;

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

/// Company: what lonely people look for.
pub const COMPANY: &str = "company";

/// What is taken where nothing else fits; the last one in the facts.
pub const OTHER: &str = "other";

const SOURCE: &str = include_str!("../../../../dialogues/facts/categories.toml");

// A test reads the facts, so that no resident meets an empty list.
static FACTS: LazyLock<Facts> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

fn category(id: &str) -> Option<&'static Category> {
    FACTS.category.iter().find(|c| c.id == id)
}

/// All categories, in the order in which they are offered.
pub fn known() -> impl Iterator<Item = &'static str> {
    FACTS.category.iter().map(|c| c.id.as_str())
}

/// What stands before the name of the category of this id.
pub fn icon(id: &str) -> &'static str {
    category(id).map_or("", |c| c.icon.as_str())
}

/// The name of a category, without the sign before it.
pub fn name(language: Language, id: &str) -> String {
    let name = texts().plain(language, &format!("vraag-category-{id}"), &[]);
    name.trim_start_matches(icon(id)).trim().to_owned()
}

/// Returns true if a request of this category never stands on a card in a group; of an unknown one, too.
pub fn is_sensitive(id: &str) -> bool {
    category(id).is_none_or(|c| c.sensitive)
}

/// What a text says by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Its category.
    pub category: &'static str,
    /// It belongs in a private chat.
    pub private: bool,
}

/// Guesses from words: sensitive categories first, so that a doubt leads to the private chat.
pub fn guess(text: &str) -> Guess {
    let words = words_of(text);
    let fits = |c: &&'static Category| c.words.iter().any(|w| words.iter().any(|typed| begins(typed, w)));
    let sensitive = FACTS.category.iter().filter(|c| c.sensitive).find(fits);
    let found = sensitive.or_else(|| FACTS.category.iter().find(fits));
    Guess {
        category: found.map_or(OTHER, |c| c.id.as_str()),
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

#[cfg(test)]
mod tests {
    use super::*;

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
        let flow: toml::Table = toml::from_str(crate::features::requests::VRAAG).unwrap();
        let steps = flow["step"].as_array().unwrap();
        let step = steps.iter().find(|s| s["id"].as_str() == Some("category")).unwrap();
        let offered: Vec<_> = step["choices"].as_array().unwrap().iter().filter_map(|c| c.as_str()).collect();
        let ours: Vec<_> = FACTS.category.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(offered, ours);
    }

    #[test]
    fn guesses() {
        for (text, category, private) in [
            ("Wie kan boodschappen doen morgen?", "errands", false),
            ("Lamp ophangen vanavond", "odd-jobs", false),
            ("Goedemorgen! Mijn wifi doet het niet", "devices", false),
            ("Goede morgen, wie wil wandelen", "company", false),
            ("vandaag of morgen een kop koffie", "company", false),
            ("overmorgen soep", "food", false),
            ("Oppas gezocht voor morgenavond", "children", true),
            ("Wie rijdt me naar het ziekenhuis", "transport", true),
            ("koffie en een brief lezen", "forms", true),
            ("Wie kan mijn sleutel bewaren", "other", true),
            ("Iets heel anders", "other", false),
            ("britpop luisteren", "other", false),
            ("hallo", "other", false),
            ("", "other", false),
        ] {
            assert_eq!(guess(text), Guess { category, private }, "{text:?}");
        }
    }
}
