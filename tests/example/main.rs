//! A feature that is a folder and one line: Stoep runs with it and a few of its own, and it stands wherever a feature contributes,
//! though no other file knows it. docs/CONTRIBUTING.md walks through these files.

mod coffee;
#[path = "../harness/mod.rs"]
mod harness;

use std::path::Path;

use harness::compare::difference;
use harness::stage::FEATURES_OF_TEST;
use stoep::features::{help, members, mine, neighbourhood, worklist};
use stoep::model::Language;
use stoep::turn::{Feature, Register};

/// The list of features.
static FEATURES: &[&dyn Feature] = &[
    &members::Members,
    &neighbourhood::Neighbourhoods,
    &mine::Mine,
    &worklist::Worklist,
    &help::Help,
    &coffee::Coffee,
];

/// Its texts.
const TEXTS: &[(Language, &str, &str)] =
    &[(Language::Nl, "coffee", include_str!("coffee/nl.ftl")), (Language::En, "coffee", include_str!("coffee/en.ftl"))];

const TRANSCRIPT: &str = "tests/example/coffee/koffie.chat";

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[tokio::test]
async fn the_feature_stands_wherever_features_contribute() {
    stoep::text::add_files(TEXTS);
    FEATURES_OF_TEST.get_or_init(|| FEATURES);
    let source = read(TRANSCRIPT);
    let played = harness::play(&source, false).await;
    assert_eq!(played.trouble, None);
    if std::env::var("BLESS").is_ok_and(|v| v == "1") {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(TRANSCRIPT), &played.text).unwrap();
    }
    assert_eq!(difference(&source, &played.text), "", "bless it with BLESS=1");
    for shown in
        ["[Koffie drinken]", "[Taart bij de koffie]", "De koffiepot van het buurthuis", "Op dinsdag drink je koffie"]
    {
        assert!(source.contains(shown), "{shown}");
    }
    let register = Register::of(FEATURES).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert!(register.menu(Language::Nl, false).iter().any(|(name, _)| *name == "koffie"));
}

#[test]
fn the_page_for_contributors_shows_these_very_files() {
    let page = read("docs/CONTRIBUTING.md");
    for file in ["mod.rs", "nl.ftl"] {
        let text = read(&format!("tests/example/coffee/{file}"));
        // It shows them in parts, between its own words.
        let shown: Vec<&str> = page.split("```").skip(1).step_by(2).collect();
        let parts: Vec<&str> = shown
            .iter()
            .filter_map(|block| block.strip_prefix(if file == "mod.rs" { "rust\n" } else { "ftl\n" }))
            .collect();
        assert!(!parts.is_empty(), "docs/CONTRIBUTING.md shows nothing of {file}");
        for part in parts {
            assert!(
                text.contains(part.trim_end()),
                "docs/CONTRIBUTING.md shows what does not stand in {file}:\n{part}"
            );
        }
    }
}
