//! The house rules, held by reading the source: who may import whom, who may use which crate, where the time and the SQL
//! are, and how every file begins. docs/ARCHITECTURE.md says why; its table must be the one below.

mod circles;
mod features;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use regex::Regex;

use source::{Source, files, root, sources};

/// Each room, and the rooms that it may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("clock", &["model"]),
    ("config", &["model"]),
    ("when", &["model"]),
    ("calendar", &["model"]),
    ("text", &["when", "model"]),
    ("dialogue", &["when", "model"]),
    ("store", &["model"]),
    ("turn", &["store", "when", "text", "dialogue", "model"]),
    ("screen", &["turn", "text", "model"]),
    ("features", &["screen", "turn", "when", "text", "dialogue", "calendar", "model"]),
    ("engine", &["turn", "store", "when", "text", "dialogue", "clock", "model"]),
    ("telegram", &["store", "clock", "model"]),
    ("web", &["clock", "model"]),
    ("practice", &["clock", "model"]),
    (
        "cli",
        &[
            "config", "engine", "features", "screen", "telegram", "practice", "web", "store", "turn", "when", "text",
            "dialogue", "clock", "model",
        ],
    ),
    ("main", &[]),
    ("lib", &[]),
];

/// Crates that belong to some rooms alone.
const CRATES: &[(&str, &[&str])] = &[
    ("teloxide", &["telegram"]),
    ("reqwest", &["telegram"]),
    ("axum", &["web", "practice", "cli"]),
    ("sqlx", &["store", "turn", "engine", "features", "model"]),
    ("fluent_bundle", &["text"]),
    ("chacha20poly1305", &["store"]),
    ("toml", &["config", "dialogue", "features", "screen", "cli", "when", "text"]),
    ("rrule", &["calendar"]),
    ("pdf_writer", &["features"]),
    ("qrcodegen", &["features"]),
    ("anyhow", &["cli"]),
    ("clap", &["main"]),
];

/// Files beside `src/clock.rs` that may look at the machine's own time, and what for.
const REAL_TIME: &[(&str, &str)] = &[
    ("src/telegram/send.rs", "how long a stop waits for the last messages"),
    ("src/telegram/receive.rs", "how fast a server answers an empty poll"),
    ("src/practice/api/polling.rs", "a long poll is HTTP's, not the world's"),
];

fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn program() -> Vec<Source> {
    sources().into_iter().filter(|s| !s.is_test).collect()
}

#[test]
fn rooms_import_only_whom_they_may() {
    let mut problems = Vec::new();
    for source in program() {
        let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| *room == source.room()) else {
            problems.push(format!(
                "{}: the room {} is in no table: add it here and to the docs",
                source.path,
                source.room()
            ));
            continue;
        };
        for path in source.paths() {
            let Some(room) = path.first().filter(|p| ROOMS.iter().any(|r| r.0 == p.as_str())) else { continue };
            if room != source.room() && !allowed.contains(&room.as_str()) {
                problems.push(format!("{}: {} may not import {}", source.path, source.room(), path.join("::")));
            }
        }
    }
    none(problems);
}

#[test]
fn the_docs_show_the_same_table() {
    let docs = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
    let row = |(room, allowed): &(&str, &[&str])| {
        let list = if allowed.is_empty() { "–".to_owned() } else { allowed.join(", ") };
        format!("| `{room}` | {list} |")
    };
    let wanted = ROOMS.iter().filter(|(room, _)| !["main", "lib"].contains(room)).map(row);
    none(
        wanted
            .filter(|row| !docs.contains(row.as_str()))
            .map(|row| format!("docs/ARCHITECTURE.md lacks: {row}"))
            .collect(),
    );
}

#[test]
fn a_feature_knows_of_another_only_its_front_door() {
    let sources = program();
    let inner: BTreeSet<Vec<String>> = sources
        .iter()
        .filter(|s| s.room() == "features" && s.module.len() > 2)
        .map(|s| s.module[..3].to_vec())
        .collect();
    let mut problems = Vec::new();
    for source in sources.iter().filter(|s| s.room() == "features") {
        for path in source.paths() {
            let behind_door = path.len() > 2 && inner.contains(&path[..3]);
            if behind_door && path.get(1) != source.module.get(1) {
                problems.push(format!("{}: {} is another feature's own business", source.path, path.join("::")));
            }
        }
    }
    none(problems);
}

#[test]
fn crates_stay_in_their_rooms() {
    let mut problems = Vec::new();
    for source in program() {
        for (name, rooms) in CRATES {
            if source.names_crate(name) && !rooms.contains(&source.room()) {
                problems.push(format!("{}: {name} belongs to {}", source.path, rooms.join(", ")));
            }
        }
    }
    none(problems);
}

#[test]
fn pure_rooms_do_nothing_but_think() {
    let impure = Regex::new(r"\b(sqlx|tokio|std::fs|std::net|std::env|std::process|async|await|getrandom)\b").unwrap();
    let mut problems = Vec::new();
    for source in program() {
        let pure = ["text", "dialogue", "when", "calendar"].contains(&source.room())
            || source.room() == "features" && source.module.last().is_some_and(|m| m == "rules");
        if let Some(found) = impure.find(&source.code).filter(|_| pure) {
            problems.push(format!("{}: {} in a pure room", source.path, found.as_str()));
        }
    }
    none(problems);
}

#[test]
fn only_the_clock_knows_the_time() {
    let time = Regex::new(r"\b(SystemTime|Instant|Utc|Local)::now\b|\bUNIX_EPOCH\b|\.elapsed\(").unwrap();
    let mut problems = Vec::new();
    for source in program() {
        let may = source.path == "src/clock.rs" || REAL_TIME.iter().any(|(path, _)| *path == source.path);
        if let Some(found) = time.find(&source.code).filter(|_| !may) {
            problems.push(format!("{}: {} – ask the clock", source.path, found.as_str()));
        }
    }
    none(problems);
}

#[test]
fn sql_stays_with_who_owns_the_table() {
    let statement = Regex::new(r"(?i)\b(?:from|join|into|update)\s+([a-z_]+)").unwrap();
    let engines: BTreeSet<String> = ["0001", "0015"].into_iter().flat_map(tables).collect();
    let all: BTreeSet<String> = tables("");
    let mut problems = Vec::new();
    let mut owner: BTreeMap<String, String> = BTreeMap::new();
    for source in program() {
        let asks = source.code.contains("sqlx::query");
        let is_store = source.room() == "store" || source.module.get(2).is_some_and(|m| m == "store");
        if asks && !is_store {
            problems.push(format!("{}: SQL belongs in a store", source.path));
        }
        if !asks || source.room() != "features" {
            continue;
        }
        let feature = source.module.get(1).cloned().unwrap_or_default();
        for table in statement.captures_iter(&source.text).map(|c| c[1].to_lowercase()).filter(|t| all.contains(t)) {
            if engines.contains(&table) {
                problems.push(format!("{}: {table} is the engine's: go through Turn", source.path));
            } else if let Some(other) = owner.insert(table.clone(), feature.clone()).filter(|o| *o != feature) {
                problems.push(format!("{}: {table} belongs to {other}", source.path));
            }
        }
    }
    none(problems);
}

/// Names of the tables in migrations whose file name begins so.
fn tables(begins: &str) -> BTreeSet<String> {
    let create = Regex::new(r"(?i)create\s+table\s+([a-z_]+)").unwrap();
    files("migrations", &["sql"])
        .into_iter()
        .filter(|f| f.starts_with(&format!("migrations/{begins}")))
        .flat_map(|f| {
            let text = fs::read_to_string(root().join(f)).unwrap();
            create.captures_iter(&text).map(|c| c[1].to_lowercase()).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn nothing_panics_on_purpose_and_only_the_command_line_prints() {
    let panics = Regex::new(r"\.unwrap\(\)|\.expect\(|\b(panic|todo|unimplemented|unreachable|dbg)!").unwrap();
    let prints = Regex::new(r"\be?println!|\be?print!").unwrap();
    let mut problems = Vec::new();
    for source in program() {
        // A failpoint exists to make things go wrong.
        let code: String = source.code.lines().filter(|l| !l.contains("fail_point!")).collect();
        if let Some(found) = panics.find(&code) {
            problems.push(format!("{}: {}", source.path, found.as_str()));
        }
        if let Some(found) = prints.find(&source.code).filter(|_| !["cli", "main"].contains(&source.room())) {
            problems.push(format!("{}: {}", source.path, found.as_str()));
        }
    }
    none(problems);
}

#[test]
fn files_open_by_saying_what_they_are_for_and_stay_short() {
    let mut problems = Vec::new();
    for path in files("src", &["rs"]).into_iter().chain(files("tests", &["rs"])) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        if !text.starts_with("//! ") {
            problems.push(format!("{path}: does not open with a //! paragraph"));
        }
        let lines = text.lines().count();
        if lines > 500 {
            problems.push(format!("{path}: {lines} lines; 500 at most"));
        }
    }
    none(problems);
}

#[test]
fn nothing_is_left_for_later_and_exceptions_give_their_reason() {
    let later = Regex::new(&[r"\b(TO", "DO|FIX", "ME|XX", r"X)\b"].concat()).unwrap();
    let mut problems = Vec::new();
    let endings = ["rs", "toml", "ftl", "sql", "md", "js", "css", "html", "chat", "sh"];
    for path in ["src", "tests", "dialogues", "migrations", "docs", "benches"].iter().flat_map(|f| files(f, &endings)) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        for (number, line) in text.lines().enumerate() {
            let number = number + 1;
            if later.is_match(line) {
                problems.push(format!("{path}:{number}: {}", line.trim()));
            }
            if path.ends_with(".rs") && line.trim_start().starts_with("#[allow(") && !line.contains("reason") {
                problems.push(format!("{path}:{number}: allowed without a reason"));
            }
        }
    }
    none(problems);
}
