//! The documents must be true: every setting, program, file and function that they name is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;
use stoep::config::Config;

const DOCUMENTS: &[&str] = &[
    "README.md",
    "docs/ARCHITECTURE.md",
    "docs/CALENDAR.md",
    "docs/CONTRIBUTING.md",
    "docs/PRIVACY.md",
    "docs/RUNNING.md",
    "docs/SECURITY.md",
    "dialogues/README.md",
];

/// Names in the README's walk-through, of files that do not exist until somebody follows it.
const EXAMPLES: &str = "coffee|koffie";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn documents() -> impl Iterator<Item = (&'static str, String)> {
    DOCUMENTS.iter().map(|d| (*d, read(d)))
}

fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Everything below a folder, one text.
fn all_code(folder: &Path) -> String {
    let mut code = String::new();
    for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if path.is_dir() {
            code.push_str(&all_code(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            code.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    code
}

#[test]
fn every_setting_is_explained_and_the_example_holds_the_defaults() {
    let source = read("src/config.rs");
    let known = source.split("const KNOWN").nth(1).unwrap().split("];").next().unwrap();
    let running = read("docs/RUNNING.md");
    let mut table = String::new();
    let mut problems = Vec::new();
    for found in Regex::new(r#"\("(\w+)", "(\w+)", "#).unwrap().captures_iter(known) {
        let first = if table == found[1] { String::new() } else { format!("`[{}]` ", &found[1]) };
        table = found[1].to_owned();
        let row = format!("| {first}| `{}` | ", &found[2]);
        if !running.contains(&row) {
            problems.push(format!("docs/RUNNING.md lacks: {row}"));
        }
        if !running.contains(&format!("\n{} = ", &found[2])) && !running.contains(&format!("\n# {} = ", &found[2])) {
            problems.push(format!("docs/RUNNING.md's example lacks: {}", &found[2]));
        }
    }
    none(problems);
    let env = |name: &str| (name == "TELOXIDE_TOKEN").then(|| "123456:ABCdefGHIjklMNOpqrSTUvwxYZ".to_owned());
    let examples = |text: &str| -> Vec<String> {
        text.split("```toml\n").skip(1).map(|e| e.split("```").next().unwrap().to_owned()).collect()
    };
    for example in examples(&running) {
        assert!(Config::read(&example, env).is_ok(), "{example}");
    }
    let (with, without) = (Config::read(&examples(&running)[0], env).unwrap(), Config::read("", env).unwrap());
    assert_eq!(format!("{with:?}"), format!("{without:?}"));
}

#[test]
fn every_program_that_is_named_is_there() {
    let main = read("src/main.rs");
    let programs = main.split("enum Program {").nth(1).unwrap();
    let there: Vec<String> = Regex::new(r"(?m)^    ([A-Z]\w+)[ ,{]")
        .unwrap()
        .captures_iter(programs.split("\n}").next().unwrap())
        .map(|c| c[1].to_lowercase())
        .collect();
    let named =
        Regex::new(r"(?m)(?:cargo run -- |bin/stoep |release/stoep |^stoep |`stoep |-u stoep stoep )([a-z]+)\b")
            .unwrap();
    let code = Regex::new(r"(?s)```.*?```|`[^`]+`").unwrap();
    let mut problems = Vec::new();
    for (document, text) in documents() {
        let code: Vec<_> = code.find_iter(&text).map(|m| m.as_str()).collect();
        let code = code.join("\n");
        for found in named.captures_iter(&code).filter(|c| !there.contains(&c[1].to_owned())) {
            problems.push(format!("{document}: there is no `stoep {}`; there are {}", &found[1], there.join(", ")));
        }
    }
    none(problems);
}

#[test]
fn every_file_that_is_named_is_there() {
    let path =
        Regex::new(r"(?:src|tests|dialogues|migrations|benches|docs|\.ci)/[A-Za-z0-9_./<>*-]*[A-Za-z0-9_/]").unwrap();
    let link = Regex::new(r"\]\(([^)#]+)").unwrap();
    let example = Regex::new(EXAMPLES).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut problems = Vec::new();
    for (document, text) in documents() {
        let paths = path.find_iter(&text).map(|m| root.join(m.as_str()));
        let folder = root.join(document).parent().unwrap().to_owned();
        let links = link.captures_iter(&text).filter(|c| !c[1].contains("://")).map(|c| folder.join(&c[1]));
        for path in paths.chain(links) {
            let words = path.to_string_lossy();
            let is_pattern = words.contains(['<', '*']);
            if !is_pattern && !example.is_match(&words) && !path.exists() {
                problems.push(format!("{document}: there is no {words}"));
            }
        }
    }
    none(problems);
}

#[test]
fn every_function_that_is_named_is_there() {
    let code = all_code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let defined = Regex::new(r"\b(?:fn|struct|enum|mod|const|static|trait) (\w+)|(?m:^)\s+([A-Z]\w+)[,({ ]").unwrap();
    let known: BTreeSet<&str> =
        defined.captures_iter(&code).filter_map(|c| c.get(1).or(c.get(2))).map(|m| m.as_str()).collect();
    let named = Regex::new(r"`(?:\w+::)+(\w+)").unwrap();
    let mut problems = Vec::new();
    for (document, text) in documents() {
        for found in named.captures_iter(&text).filter(|c| !known.contains(&c[1])) {
            problems.push(format!("{document}: nothing is called {}", &found[0][1..]));
        }
    }
    none(problems);
}

#[test]
fn every_table_stands_in_the_privacy_page() {
    let mut tables = BTreeSet::new();
    let mut migrations: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations"))
        .unwrap()
        .map(|e| fs::read_to_string(e.unwrap().path()).unwrap())
        .collect();
    migrations.sort();
    let made = Regex::new(r"(?i)create table (\w+)").unwrap();
    let renamed = Regex::new(r"(?i)alter table (\w+) rename to (\w+)").unwrap();
    for sql in &migrations {
        tables.extend(made.captures_iter(sql).map(|c| c[1].to_owned()));
        for c in renamed.captures_iter(sql) {
            tables.remove(&c[1]);
            tables.insert(c[2].to_owned());
        }
    }
    let page = read("docs/PRIVACY.md");
    let rows: Vec<&str> = page.lines().filter(|l| l.starts_with("| `")).collect();
    let first = |row: &str| row.split('|').nth(1).unwrap_or_default().to_owned();
    let named: BTreeSet<String> = Regex::new(r"`(\w+)`")
        .unwrap()
        .captures_iter(&rows.iter().map(|r| first(r)).collect::<String>())
        .map(|c| c[1].to_owned())
        .collect();
    none(
        tables
            .symmetric_difference(&named)
            .map(|t| format!("docs/PRIVACY.md and the migrations differ about the table {t}"))
            .collect(),
    );
}
