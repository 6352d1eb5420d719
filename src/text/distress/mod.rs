//! What somebody in distress writes: danger now, suicide, violence, a child, hunger, loneliness. About oneself and about somebody
//! else alike. Pure, and linear in the length of the text.
//!
//! It knows words in a row, and no meaning: `dialogues/facts/distress.toml` holds them, with what makes them something else.

mod facts;
mod fold;
mod pattern;

use fold::sentences;
use pattern::Window;

pub use facts::problems;

/// What somebody may be in. The first that counts comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Danger to life or limb, now.
    Danger,
    /// Thoughts of suicide or self-harm.
    Suicide,
    /// A child that is beaten, abused or neglected. Before violence, of which it is one.
    Child,
    /// Violence, threats or abuse.
    Violence,
    /// Nothing to eat.
    Hunger,
    /// Loneliness.
    Lonely,
}

impl Kind {
    /// Every kind, the most urgent first.
    pub const ALL: [Kind; 6] = [Kind::Danger, Kind::Suicide, Kind::Child, Kind::Violence, Kind::Hunger, Kind::Lonely];

    /// Its name, as `stoep distress --json` says it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Danger => "danger",
            Kind::Suicide => "suicide",
            Kind::Violence => "violence",
            Kind::Child => "child",
            Kind::Hunger => "hunger",
            Kind::Lonely => "lonely",
        }
    }

    /// Returns true if words of this kind never stand on a card in a group.
    pub fn is_serious(self) -> bool {
        self < Kind::Hunger
    }
}

/// What was found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distress {
    /// What it is about.
    pub kind: Kind,
    /// Of a child: does it write about itself?
    pub child_writes: bool,
}

/// What a text says of distress; `None` where it says nothing of it. Of several kinds the most urgent.
pub fn read(text: &str) -> Option<Distress> {
    let facts = facts::facts();
    let mut found: Option<Distress> = None;
    for sentence in sentences(text) {
        for window in Window::all(&sentence, facts.vocabulary()) {
            found = facts.found_in(&window, found);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_words_can_be_read() {
        assert_eq!(problems(), Vec::<String>::new());
    }

    #[test]
    fn the_most_urgent_counts_wherever_it_stands() {
        let kind = |text: &str| read(text).map(|d| d.kind);
        assert_eq!(kind("Ik ben eenzaam. Er is brand!"), Some(Kind::Danger));
        assert_eq!(kind("ik ben eenzaam en ik wil dood"), Some(Kind::Suicide));
        assert_eq!(
            kind(&format!("{} ik wil dood {}", "woord ".repeat(500), "woord ".repeat(500))),
            Some(Kind::Suicide)
        );
        assert_eq!(kind("papa slaat mij"), Some(Kind::Child));
        assert!(read("papa slaat mij").is_some_and(|d| d.child_writes));
        assert!(read("het buurjongetje wordt geslagen").is_some_and(|d| d.kind == Kind::Child && !d.child_writes));
        assert_eq!(kind(""), None);
    }

    #[test]
    fn slips_that_sound_alike_are_read() {
        for text in [
            "IK WIL DOOD!!!",
            "ik wil doodd",
            "ikwil niet meer leven",
            "zelfmort",
            "selfmoord",
            "ik will niet meer leeven",
            "Ïk wïl dóód",
            "ik\u{200b} wil d\u{ad}ood",
        ] {
            assert_eq!(read(text).map(|d| d.kind), Some(Kind::Suicide), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read(text in "\\PC{0,400}") {
            let _ = read(&text);
        }

        /// What stands around it in other sentences changes nothing.
        #[test]
        fn other_sentences_hide_nothing(before in "[a-z ]{0,60}", after in "[a-z ]{0,60}") {
            let text = format!("{before}. Ik wil niet meer leven. {after}");
            prop_assert!(read(&text).is_some_and(|d| d.kind <= Kind::Suicide));
        }
    }
}
