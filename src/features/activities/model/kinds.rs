//! The kinds of activities, which are data, and the kind that a text suggests by itself. A guess is only ever shown to the
//! organiser first. Pure.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Language;
use crate::text::texts;

/// A kind of activity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its name in the database, in texts and in the flow.
    pub id: String,
    /// Stands before its name; never the only sign of it.
    pub icon: String,
    /// Whether who comes is shown to nobody.
    #[serde(default)]
    pub unseen: bool,
    /// Beginnings of words that lead to it.
    #[serde(default)]
    words: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    kind: Vec<Kind>,
}

/// What is taken where nothing else fits.
pub const OTHER: &str = "other";

const SOURCE: &str = include_str!("../../../../dialogues/facts/kinds.toml");

// A test reads the facts, so that no organiser meets an empty list.
static FACTS: LazyLock<Facts> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// All kinds, in the order in which they are offered.
pub fn kinds() -> &'static [Kind] {
    &FACTS.kind
}

/// The kind of this id.
pub fn kind(id: &str) -> Option<&'static Kind> {
    FACTS.kind.iter().find(|k| k.id == id)
}

/// The sign of a kind; nothing for one that is unknown.
pub fn icon(id: &str) -> &'static str {
    kind(id).map_or("", |k| k.icon.as_str())
}

/// A title with the sign of its kind before it.
pub fn titled(kind: &str, title: &str) -> String {
    format!("{} {title}", icon(kind)).trim_start().to_owned()
}

/// Returns true if who comes to it is shown to nobody. An unknown kind is treated so.
pub fn is_unseen(id: &str) -> bool {
    kind(id).is_none_or(|k| k.unseen)
}

/// '☕ Koffie'.
pub fn name(language: Language, id: &str) -> String {
    texts().plain(language, &format!("activiteit-kind-{id}"), &[])
}

/// The kind that words suggest; `None` if they suggest nothing.
pub fn guess(words: &str) -> Option<&'static str> {
    let folded = format!(" {}", words.to_lowercase());
    let begins = |word: &String| {
        folded.match_indices(word.as_str()).any(|(at, _)| !folded[..at].ends_with(|c: char| c.is_alphanumeric()))
    };
    FACTS.kind.iter().find(|k| k.words.iter().any(begins)).map(|k| k.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facts_are_read_and_every_kind_has_a_name() {
        let facts: Facts = toml::from_str(SOURCE).unwrap();
        assert_eq!(facts.kind.len(), 12);
        for kind in facts.kind {
            for language in Language::ALL {
                let name = name(language, &kind.id);
                assert!(name.starts_with(&kind.icon) && name.len() > kind.icon.len() + 2, "{name}");
            }
        }
        assert!(is_unseen("peers") && is_unseen("what?") && !is_unseen("coffee"));
    }

    #[test]
    fn what_was_typed_suggests_a_kind() {
        for (words, kind) in [
            ("Koffie in het buurthuis", Some("coffee")),
            ("Samen eten: pannenkoeken!", Some("eating")),
            ("Lotgenoten-ochtend met koffie", Some("peers")),
            ("Rondje door het park", Some("walking")),
            ("Digicafé", Some("devices")),
            ("jong en oud spelen", Some("generations")),
            ("Madame Tussaud", None),
            ("Adam vertelt", None),
            ("", None),
        ] {
            assert_eq!(guess(words), kind, "{words}");
        }
    }
}
