//! Questions, texts, commands and switches are in order: what `stoep check` says, and what features declare.

use std::collections::BTreeSet;

use stoep::cli::check;
use stoep::features::FEATURES;
use stoep::model::Language;
use stoep::text::texts;
use stoep::turn::Switch;

#[test]
fn nothing_is_wrong_with_questions_and_texts() {
    assert_eq!(check::check(), Vec::<String>::new());
}

#[test]
fn numbers_that_nobody_looked_at_for_years_are_named() {
    assert!(check::warnings("2126-01-01".parse().unwrap()).iter().any(|w| w.contains("112")));
}

#[test]
fn every_switch_has_its_texts_and_a_key_of_its_own() {
    let switches: Vec<&Switch> = FEATURES.iter().flat_map(|f| f.switches()).collect();
    let keys: BTreeSet<&str> = switches.iter().map(|s| s.key).collect();
    assert_eq!(keys.len(), switches.len(), "{switches:?}");
    for key in keys {
        assert!((1..=12).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_lowercase()), "the key {key}");
        for (language, of) in Language::ALL.iter().flat_map(|l| ["on", "off", "turn-on", "turn-off"].map(|of| (l, of)))
        {
            assert!(
                texts().has(*language, &format!("setting-{key}-{of}")),
                "setting-{key}-{of} in {}",
                language.code()
            );
        }
    }
}
