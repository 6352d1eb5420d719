//! What no transcript shows: the commands, links, questions, buttons and jobs that the program has and nobody tried.

use std::collections::BTreeSet;

use regex::Regex;
use stoep::dialogue;
use stoep::features::FEATURES;
use stoep::model::Language;
use stoep::text::texts;
use stoep::turn::Register;

use super::play::Played;

/// What is missing, a line each.
pub fn missing(all: &[&Played]) -> Vec<String> {
    let mut missing = Vec::new();
    let commands: BTreeSet<&str> = all.iter().flat_map(|p| p.touched.commands.iter().map(String::as_str)).collect();
    for command in FEATURES.iter().flat_map(|f| f.commands()) {
        missing.extend(command.names().filter(|n| !commands.contains(n)).map(|n| format!("the command /{n}")));
    }
    let links: Vec<&str> = all.iter().flat_map(|p| p.touched.started.iter().map(String::as_str)).collect();
    for link in FEATURES.iter().flat_map(|f| f.links()) {
        if !links.iter().any(|l| l.starts_with(link)) {
            missing.push(format!("a link that starts with {link}"));
        }
    }
    missing.extend(questions(all));
    let pressed: BTreeSet<String> = all.iter().flat_map(|p| p.touched.pressed.iter().filter_map(|d| kind(d))).collect();
    let mut known = BTreeSet::new();
    for (data, label) in all.iter().flat_map(|p| &p.touched.offered) {
        if let Some(kind) = kind(data)
            && !pressed.contains(&kind)
            && known.insert(kind.clone())
        {
            missing.push(format!("a tap on a button like [{label}] ({kind})"));
        }
    }
    let done: BTreeSet<&String> = all.iter().flat_map(|p| &p.touched.jobs).collect();
    let planned: BTreeSet<&String> = all.iter().flat_map(|p| &p.touched.planned).collect();
    missing.extend(planned.difference(&done).map(|job| format!("the job {job} coming due")));
    missing
}

/// The questions of the dialogues that nobody was asked, in any language.
fn questions(all: &[&Played]) -> Vec<String> {
    let register = Register::of(FEATURES).expect("the register is in order");
    let mut missing = Vec::new();
    for (_, flow) in register.flows() {
        // What is known before the dialogue begins is never asked.
        for step in flow.steps.iter().filter(|s| !s.quiet) {
            let asked = Language::ALL.into_iter().any(|language| {
                let words = texts().plain(language, &flow.question_text(step), &[]);
                let words = words.split(['{', '\u{2068}', '\n']).next().unwrap_or_default().trim();
                !words.is_empty() && all.iter().any(|p| p.text.contains(words))
            });
            if !asked {
                missing.push(format!("the question {} of the dialogue {}", step.id, flow.id));
            }
        }
    }
    missing
}

/// What kind of button this is, whatever it is about. A dialogue's own buttons are tried in its room.
fn kind(data: &str) -> Option<String> {
    let numbers = Regex::new(r"-?\d+").expect("the form is a regular expression");
    (!data.starts_with(dialogue::PREFIX)).then(|| numbers.replace_all(data, "#").into_owned())
}
