//! What the check finds.

use serde_json::{Map, Value};

use super::*;
use crate::model::Language;

/// The problems of this flow; every text exists and says its own id, the feature reads a [`Request`].
fn problems(toml: &str) -> Vec<String> {
    let flow = Flow::from_toml(toml).unwrap();
    let hook = |name: &str| (name == "days").then(days);
    let read = |v: &Map<String, Value>| {
        serde_json::from_value::<Request>(Value::Object(v.clone())).map(drop).map_err(|e| e.to_string())
    };
    let contract = Contract { flow: &flow, choices: &hook, checks: &["public-text"], read: &read };
    check_flows(&[contract], &|_, id| Some(id.to_owned())).iter().map(ToString::to_string).collect()
}

#[test]
fn a_sound_flow_has_no_problems() {
    assert_eq!(problems(REQUEST), Vec::<String>::new());
}

#[test]
fn each_mistake_of_an_author_is_named() {
    for (find, put, expected) in [
        ("id = \"when\"", "id = \"title\"", "two steps of this id"),
        ("id = \"when\"", "id = \"Wanneer\"", "an id begins with"),
        ("version = 3", "version = 0", "versions begin at 1"),
        ("\"days\"", "\"dagen\"", "no choices named dagen"),
        ("\"public-text\"", "\"text\"", "no check named text"),
        ("max = 40", "max = 5000", "`max` is 1 to 4096"),
        ("max = 40", "max = 0", "`max` is 1 to 4096"),
        ("max = 40", "max = 4000", "can type 4700 characters"),
        ("max = 40", "max = 40\nvoice = true", "can't read an answer: invalid type: map"),
        ("id = \"reach\"", "id = \"reach\"\nvoice = true", "`voice` is for steps of the kind text"),
        ("kind = \"text\"\nmore", "kind = \"photo\"\nmax = 9\nmore", "`max` is for steps where one types"),
        ("kind = \"text\"\nmore", "kind = \"photo\"\nchoices_from = \"days\"\nmore", "a photo is not chosen"),
        ("kind = \"text\"\nmore", "kind = \"number\"\nmax = 10000\nmore", "`max` is 1 to 9999"),
        ("kind = \"text\"\nmore", "kind = \"number\"\nmin = 5\nmax = 4\nmore", "`min` is 5, more than `max`"),
        ("kind = \"text\"\nmore", "kind = \"number\"\nchoices = [\"1\", \"100\"]\nmore", "numbers from 1 to 99"),
        ("kind = \"text\"\nmore", "kind = \"number\"\nchoices_from = \"days\"\nmore", "`choices` of its own"),
        ("kind = \"text\"\nmore", "kind = \"when\"\nmore", "needs a `purpose`"),
        (
            "kind = \"text\"\nmore",
            "kind = \"when\"\npurpose = \"request\"\nmore",
            "can't read an answer: invalid type: map",
        ),
        (
            "kind = \"text\"\nmore",
            "kind = \"when\"\npurpose = \"request\"\nmax = 9\nmore",
            "`max` is for steps where one types",
        ),
        (
            "kind = \"text\"\nmore",
            "kind = \"when\"\npurpose = \"request\"\nchoices = [\"soon\"]\nchoices_from = \"days\"\nmore",
            "not both",
        ),
        ("kind = \"text\"\nmore", "kind = \"many\"\nmore", "`choices`, 2 to 90"),
        (
            "kind = \"text\"\nmore",
            "kind = \"many\"\nchoices = [\"a\", \"b\"]\nmore",
            "can't read an answer: invalid type: sequence",
        ),
        ("max = 40", "purpose = \"request\"", "`purpose` is for steps of the kind when"),
        ("max = 40", "clock = true", "`clock` is for steps of the kind when"),
        ("max = 40", "min = 4", "`min` is for steps of the kind number"),
        ("max = 40", "per_row = 2", "`per_row` is for steps with choices"),
        ("\"one\", \"more\"", "\"one\"", "`choices`, 2 to 90"),
        ("\"one\", \"more\"", "\"one\", \"one\"", "stands there twice"),
        ("in = [\"transport\"]", "in = [\"bus\"]", "`if` names bus, which is no answer to category"),
        ("in = [\"transport\"]", "in = [\"bus\"]", "is never asked"),
        ("in = [\"transport\"]", "in = []", "names no answer"),
        ("step = \"category\"", "step = \"when\"", "which is not asked before"),
        ("step = \"category\"", "step = \"where\"", "which does not exist"),
        ("\"job\"", "\"job\", \"cats\"", "can't read an answer: unknown variant `cats`"),
        ("id = \"when\"", "id = \"moment\"", "can't read an answer: unknown field `moment`"),
        ("kind = \"choice\"\nchoices_from", "optional = true\nkind = \"choice\"\nchoices_from", "missing field `when`"),
        ("id = \"people\"", "id = \"category-job\"", "request-category-job would be used for two things"),
        ("id = \"details\"", "id = \"confirm\"", "request-confirm would be used for two things"),
        ("feature = \"requests\"", "feature = \"requests\"\nsummary = false", "`more` is asked from the summary"),
        ("yes-no\"\nmore = true\nif", "yes-no\"\nif", "so it needs `more` too"),
        ("step = \"for-other\", in = [\"yes\"]", "step = \"details\", in = [\"x\"]", "where nothing is chosen"),
        ("choices_from = \"days\"", "choices = []\nfirst = 0\nchoices_from = \"days\"", "`first` is 1 to 90"),
    ] {
        assert!(REQUEST.contains(find), "{find}");
        let found = problems(&REQUEST.replacen(find, put, 1));
        assert!(found.iter().any(|p| p.contains(expected)), "{put}: {found:#?}");
    }
    assert!(Flow::from_toml(&REQUEST.replace("max = 40", "purpose = \"party\"")).is_err());
    assert!(Flow::from_toml(&REQUEST.replace("max", "maximum")).is_err());
    assert!(Flow::from_toml(&REQUEST.replace("\"contact\"", "\"phone\"")).is_err());
}

#[test]
fn a_flow_with_too_many_ways_through_is_refused() {
    let choice = |i: i32| format!("[[step]]\nid = 's{i}'\nkind = 'choice'\nchoices = ['a', 'b']\n");
    let hangs = |i: i32| format!("[[step]]\nid = 't{i}'\nkind = 'text'\nif = {{ step = 's{i}', in = ['a'] }}\n");
    let steps: String = (0..40).map(|i| choice(i) + &hangs(i)).collect();
    let found = problems(&format!("id = 'f'\nversion = 1\nfeature = 'f'\n{steps}"));
    assert!(found.iter().any(|p| p.contains("too many ways")), "{found:#?}");
}

#[test]
fn missing_and_over_long_texts_are_found_in_every_language() {
    let flow = flow();
    let hook = |_: &str| Some(days());
    let read = |_: &Map<String, Value>| Ok(());
    let contract = Contract { flow: &flow, choices: &hook, checks: &["public-text"], read: &read };
    let text = |language: Language, id: &str| match (language, id) {
        (Language::En, "request-title" | "dialogue-back") => None,
        (Language::Nl, "request-when-name") => Some(" ".into()),
        (Language::Nl, "request-people-one" | "dialogue-stop") => Some("é".repeat(65)),
        (Language::Nl, "request-category") => Some("é".repeat(4097)),
        _ => Some("é".repeat(64)),
    };
    let found: Vec<String> = check_flows(&[contract], &text).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "dialogue texts: the text dialogue-back is missing in en",
            "dialogue texts: the text dialogue-stop has 65 characters in nl, and 64 at most fit",
            "flow request, step category: the text request-category has 4097 characters in nl, and 4096 at most fit",
            "flow request, step people: the text request-people-one has 65 characters in nl, and 64 at most fit",
            "flow request, step title: the text request-title is missing in en",
            "flow request, step when: the text request-when-name is missing in nl",
        ]
    );
}

const README: &str = include_str!("../../../dialogues/README.md");

/// The README's blocks of TOML, without their indentation.
fn blocks() -> Vec<String> {
    let blocks = README.split("```toml\n").skip(1).filter_map(|b| Some(b.split_once("```")?.0));
    blocks.map(|b| b.lines().map(|l| l.trim_start().to_owned() + "\n").collect()).collect()
}

#[test]
fn the_readme_explains_every_word_of_a_flow() {
    for unknown in ["unknown = 1", "[[step]]\nunknown = 1", "[[step]]\nid = 'a'\nkind = 'unknown'"] {
        let why = Flow::from_toml(unknown).unwrap_err().to_string();
        let (_, expected) = why.split_once("expected one of ").unwrap();
        for word in expected.split('`').skip(1).step_by(2) {
            let shown = [format!("`{word}`"), format!("`{word} = "), format!("\n{word} = "), format!("[[{word}]]")];
            assert!(shown.iter().any(|s| README.contains(s)), "{word} is not in dialogues/README.md");
        }
    }
}

#[test]
fn the_readmes_example_is_sound_and_its_mistakes_are_told_in_these_words() {
    let [head, title, steps] = &blocks()[..] else { panic!("{:?}", blocks()) };
    let messages = |steps: &str, missing: &str| -> Vec<String> {
        let flow = Flow::from_toml(&format!("{head}\n{title}\n{steps}")).unwrap();
        let read = |_: &Map<String, Value>| Ok(());
        let contract = Contract { flow: &flow, choices: &|_| None, checks: &[], read: &read };
        let text = |language, id: &str| (language == Language::Nl || id != missing).then(|| id.to_owned());
        check_flows(&[contract], &text).iter().map(ToString::to_string).collect()
    };
    assert_eq!(messages(steps, ""), Vec::<String>::new());
    let wrong = steps.replace("[\"no\"]", "[\"nee\"]");
    for message in messages(&wrong, "vraag-lift") {
        assert!(README.contains(&message), "{message}");
    }
}
