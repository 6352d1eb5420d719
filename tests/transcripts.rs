//! Plays every transcript in tests/transcripts against the real program, and holds what happened against what the file says.
//!
//! Each is played twice: with the program stopped and started before every line, so that all it knows comes from disk, and
//! without. `BLESS=1 cargo test --test transcripts` writes the files anew; `TRANSCRIPT=requests/` plays only those whose path
//! holds that; `STOEP_LOG=1` shows the program's log.

mod harness;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use harness::cast::Setting;
use harness::compare::difference;
use harness::edit::{Sight, edit};
use harness::{Played, play, register};

/// How many are played side by side.
const AT_ONCE: usize = 4;

/// A file, and what became of it.
struct Transcript {
    name: String,
    path: PathBuf,
    source: String,
    played: Played,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts")
}

/// Every transcript: its name (`requests/help`) and its file.
fn files() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![folder()];
    while let Some(inside) = folders.pop() {
        for entry in std::fs::read_dir(&inside).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "chat") {
                let name = path.strip_prefix(folder()).unwrap().with_extension("");
                found.push((name.to_string_lossy().into_owned(), path));
            }
        }
    }
    found.sort();
    found
}

/// Plays all that are wanted, some side by side, each on a thread of its own.
fn play_all(reload: bool) -> Vec<Transcript> {
    let wanted = std::env::var("TRANSCRIPT").unwrap_or_default();
    let waiting: Mutex<Vec<_>> = Mutex::new(files().into_iter().filter(|(name, _)| name.contains(&wanted)).collect());
    let all = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                loop {
                    let Some((name, path)) = waiting.lock().unwrap().pop() else { return };
                    let source = std::fs::read_to_string(&path).unwrap();
                    let played = runtime.block_on(play(&source, reload));
                    all.lock().unwrap().push(Transcript { name, path, source, played });
                }
            });
        }
    });
    let mut all = all.into_inner().unwrap();
    all.sort_by(|a: &Transcript, b| a.name.cmp(&b.name));
    all
}

/// What does not tell the truth, in words; writes the files anew where that is asked for.
fn differences(all: &[Transcript], bless: bool) -> String {
    let mut report = String::new();
    for Transcript { name, path, source, played } in all {
        if let Some(trouble) = &played.trouble {
            let lines: Vec<_> = played.text.lines().collect();
            let end = lines[lines.len().saturating_sub(25)..].join("\n");
            report.push_str(&format!("\n── {name} does not come to its end\n{end}\n!! {trouble}\n"));
        } else if played.text != *source {
            if bless {
                std::fs::write(path, &played.text).unwrap();
            } else {
                report.push_str(&format!("\n── {name}\n{}", difference(source, &played.text)));
            }
        }
    }
    report
}

/// The index: each folder, and in it each file with its first line.
fn index() -> String {
    let mut index = String::from(
        "# Alle gesprekken\n\nDit bestand wordt gemaakt: `BLESS=1 cargo test --test transcripts`. [README.md](README.md) zegt hoe je ze leest.\n",
    );
    let mut inside = String::new();
    for (name, path) in files() {
        let (room, file) = name.rsplit_once('/').unwrap_or(("", &name));
        if room != inside {
            index.push_str(&format!("\n## {room}\n"));
            inside = room.to_owned();
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let about = source.lines().next().and_then(|l| l.strip_prefix("# ")).unwrap_or_default();
        index.push_str(&format!("- [{file}]({name}.chat): {about}\n"));
    }
    index
}

/// All that are wanted, played without restarts: once for all tests here.
static WITHOUT_RESTARTS: LazyLock<Vec<Transcript>> = LazyLock::new(|| play_all(false));

fn blessed() -> bool {
    std::env::var("BLESS").is_ok_and(|v| v == "1")
}

#[test]
fn folders_are_named_after_the_rooms_of_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, _) in files() {
        let room = name.split('/').next().unwrap_or_default();
        let there = ["src/features", "src"].iter().any(|above| root.join(above).join(room).is_dir());
        assert!(there, "tests/transcripts/{name}.chat: there is no room called {room}");
    }
}

#[test]
fn transcripts_tell_the_truth() {
    let report = differences(&play_all(true), blessed());
    assert!(report.is_empty(), "{report}\nWhere what happened is right: BLESS=1 cargo test --test transcripts");
}

#[test]
fn they_do_so_without_a_restart_before_every_line() {
    if !blessed() {
        let report = differences(&WITHOUT_RESTARTS, false);
        assert!(report.is_empty(), "{report}");
    }
}

#[test]
fn every_command_link_question_button_and_job_is_shown_in_a_transcript() {
    if std::env::var("TRANSCRIPT").is_ok_and(|t| !t.is_empty()) {
        return;
    }
    let missing = register::missing(&WITHOUT_RESTARTS.iter().map(|t| &t.played).collect::<Vec<_>>());
    assert!(missing.is_empty(), "No transcript shows:\n  {}", missing.join("\n  "));
}

#[test]
fn the_index_names_every_file_and_what_it_is_about() {
    let (path, index) = (folder().join("INDEX.md"), index());
    if blessed() {
        std::fs::write(&path, &index).unwrap();
    }
    assert!(!index.contains(".chat): \n"), "The first line of each file says what it is about:\n{index}");
    let shown = difference(&std::fs::read_to_string(&path).unwrap_or_default(), &index);
    assert!(shown.is_empty(), "BLESS=1 cargo test --test transcripts writes the index anew:\n{shown}");
}

#[test]
fn the_readme_lists_actions_that_can_be_read() {
    let readme = include_str!("transcripts/README.md");
    let script = harness::script::read(&readme.replace("```", "#")).unwrap();
    assert!(script.actions().count() > 40);
}

#[test]
fn the_readme_lists_beginnings_that_can_be_read() {
    let readme = include_str!("transcripts/README.md");
    let beginnings: Vec<&str> =
        readme.split("```text\n").skip(1).take(2).filter_map(|b| b.split("```").next()).collect();
    // What a line means stands beside or under it, after spaces.
    let lines = beginnings.iter().flat_map(|b| b.lines()).map(|l| l.split("  ").next().unwrap());
    let lines: Vec<&str> = lines.filter(|l| !l.is_empty()).collect();
    let setting = Setting::read(&harness::script::read(&lines.join("\n")).unwrap()).unwrap();
    assert!(lines.len() > 20 && setting.openings.len() > 8, "{lines:?}");
}

#[test]
fn what_cannot_be_read_is_named_with_its_line() {
    let wrong = harness::script::read("# Titel\n\n> Fatima danst\n").unwrap_err();
    assert!(wrong.starts_with("line 3:") && wrong.contains("Fatima danst"), "{wrong}");
}

#[test]
fn what_a_file_leaves_out_or_makes_up_is_seen() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let told = |source: &str| runtime.block_on(play(source, false));
    let right = told("leeg:\n\n> Fatima: /taal\n").text;
    assert!(right.contains("Stoep → Fatima\n"), "{right}");
    assert_eq!(told(&right).text, right);
    let shown = difference("leeg:\n\n> Fatima: /taal\n", &right);
    assert!(shown.contains("+ Stoep → Fatima"), "{shown}");
    let shown = difference(&right.replace("Nederlands", "Fries"), &right);
    assert!(shown.contains("-   [Fries]") && shown.contains("+   [Nederlands]"), "{shown}");
    let trouble = told("leeg:\n\n> Fatima: /taal\n> Fatima tikt [Fries]\n").trouble;
    assert!(trouble.is_some_and(|t| t.contains("no button [Fries]")));
}

#[test]
fn an_edit_shows_what_changed_and_no_more() {
    let before = Sight::new("Koffie\nWanneer: morgen\nWaar: hier\n\nEr is plek.", "[Ik kom]\n[Meer lezen]");
    let now = Sight::new("Koffie\nWanneer: morgen\nWaar: hier\n\nHet is vol.", "[Ik kom]\n[Meer lezen]");
    assert_eq!(edit(&before, &now).unwrap(), ["  …", "- Er is plek.", "+ Het is vol.", "  […]"]);
    let now = Sight::new("Koffie\nWanneer: morgen\nMet: Joop\nWaar: hier\n\nEr is plek.", "[Meer lezen]");
    assert_eq!(edit(&before, &now).unwrap(), ["  …", "  Wanneer: morgen", "+ Met: Joop", "  …", "  [Meer lezen]"]);
}

#[test]
fn what_could_be_read_in_two_ways_is_shown_whole() {
    let before = Sight::new("a\nb\na\nb\nc\nd\ne\nf", "");
    let now = Sight::new("a\nb\na\nc\nd\ne\nf", "");
    assert_eq!(edit(&before, &now), None);
}

#[test]
fn what_is_shown_of_an_edit_says_what_it_became() {
    // All texts of up to four lines of three kinds, against each other.
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for at in 0..4 {
        let longer: Vec<Vec<&str>> = all.iter().filter(|w| w.len() == at).cloned().collect();
        all.extend(longer.iter().flat_map(|w| ["x", "y", "z"].map(|l| [w.as_slice(), &[l]].concat())));
    }
    for old in &all {
        let before = Sight::new(&old.join("\n"), "[a]\n[b]");
        let mut seen = HashMap::new();
        for new in &all {
            let now = Sight::new(&new.join("\n"), "[a]\n[b]");
            let shown = edit(&before, &now).unwrap_or_else(|| now.whole());
            assert_eq!(seen.insert(shown, new), None, "{old:?}");
        }
    }
}
