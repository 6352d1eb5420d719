//! Every kind of button that was ever sent is answered, and acts as it did.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use stoep::practice::{Target, What};

use super::fixture::{Button, Old};
use super::harness::Stage;
use super::harness::compare::difference;
use super::{begin, fixture, no_fault, seen};

/// On how many copies of the old database the buttons are pressed: one press may well make another outdated.
const ROUNDS: usize = 6;

/// Holds what happened against a file beside the old database; `BLESS=1` writes that anew.
pub fn compare(file: &str, happened: &str) {
    let path = fixture::folder().join(file);
    if std::env::var("BLESS").is_ok_and(|v| v == "1") {
        return std::fs::write(path, happened).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap();
    assert!(expected == happened, "{file}\n{}", difference(&expected, happened));
}

/// What is to be seen since then, a line each: answers to presses, and how messages begin that are new or changed.
pub fn told(stage: &Stage, since: u64) -> String {
    let mut answers = Vec::new();
    let mut chats: BTreeMap<(i64, i64), ()> = BTreeMap::new();
    for entry in stage.world.log(since) {
        match entry.what {
            What::PressAnswered { text, url, .. } => {
                answers.push(format!("  «{}»{}\n", first_line(&text), if url.is_some() { " opent iets" } else { "" }));
            }
            What::BotSent { chat, message_id, .. } | What::BotEdited { chat, message_id, .. } => {
                chats.insert((chat, message_id), ());
            }
            _ => {}
        }
    }
    let mut lines: Vec<String> = chats
        .into_keys()
        .filter_map(|(chat, id)| stage.world.message(chat, id).map(|m| (chat, m)))
        .map(|(chat, m)| format!("  {chat}: {}\n", first_line(&m.text)))
        .collect();
    lines.dedup();
    answers.into_iter().chain(lines).collect()
}

/// How a text begins, without the marks that keep the direction of names.
pub fn first_line(text: &str) -> String {
    text.trim().lines().next().unwrap_or_default().chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect()
}

/// Somebody presses it; where its message is gone, on another one of Stoep's in that chat, as an old client could.
pub fn press(stage: &Stage, button: &Button) -> bool {
    let world = &stage.world;
    let messages = world.messages(button.chat);
    let there = messages.iter().find(|m| m.id == button.message && !m.deleted);
    let any = || messages.iter().rev().find(|m| m.from.id == stage.bot.id && !m.deleted && m.service.is_none());
    let Some(message) = there.or_else(any) else { return false };
    world.press(button.by, button.chat, message.id, Target::Made(&button.data)).is_ok()
}

/// Buttons that can be pressed one after the other on one copy: no two in the same chat, as far as that goes.
fn rounds(buttons: &[Button]) -> Vec<Vec<&Button>> {
    let mut rounds: Vec<(BTreeSet<i64>, Vec<&Button>)> = (0..ROUNDS).map(|_| Default::default()).collect();
    for button in buttons {
        let free = rounds.iter().position(|(used, _)| !used.contains(&button.chat) && !used.contains(&button.by));
        let fewest = (0..ROUNDS).min_by_key(|i| rounds[*i].1.iter().filter(|b| b.chat == button.chat).count());
        let (used, round) = &mut rounds[free.or(fewest).unwrap()];
        used.extend([button.chat, button.by]);
        round.push(button);
    }
    rounds.into_iter().map(|(_, round)| round).collect()
}

/// Presses them on a copy of their own; returns what they bring about.
async fn press_all(old: &Old, round: &[&Button]) -> Vec<(String, String)> {
    let mut stage = fixture::stage(old).await;
    begin(&mut stage).await;
    let mut answers = Vec::new();
    for button in round {
        let since = seen(&stage);
        let what = what(button);
        assert!(press(&stage, button), "{what}: nothing to press it on");
        stage.settled().await.unwrap();
        no_fault(&stage, &what).await;
        let told = told(&stage, since);
        assert!(told.contains('»'), "{what} is not answered");
        answers.push((what, told));
    }
    stage.stop().await;
    answers
}

fn what(button: &Button) -> String {
    format!(
        "[{}] {} {} in {}, «{}»",
        first_line(&button.label),
        button.data,
        button.by,
        button.chat,
        first_line(&button.under)
    )
}

#[test]
fn every_kind_of_button_is_answered_as_it_was() {
    let old = fixture::old();
    let waiting = Mutex::new(rounds(&old.buttons));
    let all = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                loop {
                    let Some(round) = waiting.lock().unwrap().pop() else { return };
                    let done = runtime.block_on(press_all(&old, &round));
                    all.lock().unwrap().extend(done);
                }
            });
        }
    });
    let all = all.into_inner().unwrap();
    let told = old.buttons.iter().map(what).map(|b| format!("{b}\n{}", all[&b])).collect::<String>();
    compare("answers.txt", &told);
}
