//! The rooms of `src/features`: one ordered list, in which a room may import only those before it; and buttons whose data
//! is made by their enum alone.

use std::collections::BTreeSet;
use std::fs;

use regex::Regex;

use super::source::root;
use super::{none, program};

/// The rooms of `src/features`, the lowest first: what all need, then what neighbours do, then what gathers from it.
const FEATURE_ROOMS: &[&str] = &[
    "members",
    "invite",
    "neighbourhood",
    "venues",
    "worklist",
    "moderation",
    "contact",
    "help",
    "relay",
    "trust",
    "requests",
    "activities",
    "agenda",
    "mine",
];

/// Where a room stands in the list.
fn height(room: &str) -> Option<usize> {
    FEATURE_ROOMS.iter().position(|r| *r == room)
}

#[test]
fn the_list_names_every_room_and_the_docs_print_it() {
    let rooms: BTreeSet<String> =
        program().into_iter().filter(|s| s.room() == "features").filter_map(|s| s.module.get(1).cloned()).collect();
    assert_eq!(rooms, FEATURE_ROOMS.iter().map(|r| (*r).to_owned()).collect());
    let docs = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
    let docs = docs.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = FEATURE_ROOMS.iter().map(|r| format!("`{r}`")).collect::<Vec<_>>().join(" · ");
    assert!(docs.contains(&wanted), "docs/ARCHITECTURE.md lacks: {wanted}");
}

#[test]
fn a_feature_imports_only_rooms_before_it() {
    let mut problems = Vec::new();
    for source in program().into_iter().filter(|s| s.room() == "features") {
        let Some(own) = source.module.get(1) else { continue };
        for path in source.paths().iter().filter(|p| p.first().is_some_and(|room| room == "features")) {
            match path.get(1).and_then(|room| height(room)) {
                Some(at) if height(own).is_some_and(|own| at <= own) => {}
                Some(_) => problems.push(format!("{}: {} does not stand before {own}", source.path, path.join("::"))),
                None => {
                    problems.push(format!("{}: {} – the list is no feature's to read", source.path, path.join("::")))
                }
            }
        }
    }
    none(problems);
}

#[test]
fn only_the_command_line_reads_the_list_of_features() {
    let mut problems = Vec::new();
    for source in program().into_iter().filter(|s| !["features", "cli", "lib"].contains(&s.room())) {
        let named = source.paths().into_iter().filter(|p| p.first().is_some_and(|room| room == "features"));
        problems.extend(named.map(|path| format!("{}: {}", source.path, path.join("::"))));
    }
    none(problems);
}

/// Files that pass on data which an enum wrote, and why.
const PASSES_ON: &[(&str, &str)] = &[
    (
        "src/features/activities/show.rs",
        "labels a button in a reader's language; its callers give the data of their enums",
    ),
    ("src/features/agenda/pages.rs", "an occasion's feature writes the data that opens it"),
    ("src/features/mine/mod.rs", "names the buttons of requests that it answers to"),
];

/// A button's data is its feature's name, a colon and what the feature's enum writes. Made by hand, it would go on working
/// after the enum reads it no more.
#[test]
fn no_callback_data_is_put_together_by_hand() {
    let features: Vec<_> = program().into_iter().filter(|s| s.room() == "features").collect();
    let name = Regex::new(r#"const NAME: &(?:'static )?str = "([a-z]+)""#).unwrap();
    let names: Vec<String> =
        features.iter().flat_map(|s| name.captures_iter(&s.text).map(|c| c[1].to_owned())).collect();
    assert!(!names.is_empty());
    // `req:…`, `{NAME}:…`, and the codes behind a name, such as `c:kom:{id}`.
    let by_hand =
        Regex::new(&format!(r"^(?:(?:{}|‹(?:\w*::)*NAME›):|[a-z]+(?::[a-z]+)*:‹\w*›)", names.join("|"))).unwrap();
    // `format!("{}:{…}", NAME, …)`
    let formats_name = Regex::new(r#"format!\(\s*""\s*,\s*(?:\w+::)*NAME\b"#).unwrap();
    let mut problems = Vec::new();
    for source in features.iter().filter(|s| !PASSES_ON.iter().any(|(path, _)| *path == s.path)) {
        let literals = source.literals();
        problems.extend(literals.iter().filter(|l| by_hand.is_match(l)).map(|l| format!("{}: \"{l}\"", source.path)));
        problems.extend(formats_name.find_iter(&source.code).map(|m| format!("{}: {}", source.path, m.as_str())));
        for call in source.code.split("Button::press(").skip(1).map(arguments) {
            if !call.contains(".data()") {
                problems.push(format!("{}: Button::press({call})", source.path));
            }
        }
    }
    none(problems);
}

/// What stands before the bracket that closes.
fn arguments(code: &str) -> &str {
    let mut depth = 0;
    let end = code.find(|c| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth < 0
    });
    &code[..end.unwrap_or(code.len())]
}
