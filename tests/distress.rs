//! What Stoep hears of distress in sentences as people write them, and that it leaves harmless ones alone. The sentences stand in
//! `tests/fixtures/distress.tsv`; docs/DISTRESS.md says how they were made.

use stoep::cli::distress::kind_of;
use stoep::text::distress::Kind;

const SENTENCES: &str = include_str!("fixtures/distress.tsv");

/// The sentences with the kind that is right; `None` for harmless ones.
fn sentences() -> Vec<(Option<&'static str>, &'static str)> {
    let lines = SENTENCES.lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|l| l.split_once('\t')).map(|(kind, text)| ((kind != "none").then_some(kind), text)).collect()
}

#[test]
fn the_list_is_long_and_half_of_it_harmless() {
    let all = sentences();
    let harmless = all.iter().filter(|(kind, _)| kind.is_none()).count();
    assert!(all.len() >= 300 && harmless * 5 >= all.len() * 2, "{harmless} of {}", all.len());
    for kind in Kind::ALL {
        assert!(all.iter().any(|(k, _)| *k == Some(kind.word())), "{}", kind.word());
    }
}

#[test]
fn nearly_all_that_is_serious_is_answered_and_nearly_nothing_that_is_not() {
    let (mut serious, mut answered, mut harmless, mut alarms) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for (kind, text) in sentences() {
        let found = kind_of(text).map(Kind::word);
        match kind {
            Some(_) => {
                serious += 1;
                answered += usize::from(found == kind);
            }
            None => {
                harmless += 1;
                alarms += usize::from(found.is_some());
            }
        }
        if found != kind {
            wrong.push(format!("{kind:?}, read as {found:?}: {text}"));
        }
    }
    let report = format!("{answered} of {serious}, {alarms} of {harmless}\n{}", wrong.join("\n"));
    assert!(answered * 100 >= serious * 98, "{report}");
    assert!(alarms * 100 <= harmless * 3, "{report}");
}

#[test]
fn a_line_may_be_json() {
    assert_eq!(kind_of(r#"{"text": "ik wil dood"}"#), Some(Kind::Suicide));
    assert_eq!(kind_of("ik wil dood"), Some(Kind::Suicide));
    assert_eq!(kind_of(""), None);
}
