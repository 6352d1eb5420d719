//! What people do, one thing after the other, and what they hear when nothing goes wrong.

use std::time::Duration;

use stoep::cli::run;
use stoep::clock::Clock;
use stoep::config::Config;
use stoep::practice::{Target, World};

use crate::child::DEADLINE;
use crate::street::Street;

/// One thing that a person does.
#[derive(Clone, Debug)]
pub enum Act {
    Say(String),
    /// Presses the newest button with this label.
    Tap(&'static str),
}

/// A person's acts, and what they heard in an undisturbed world: before each act, and in all.
#[derive(Clone, Debug)]
pub struct Talk {
    pub acts: Vec<Act>,
    pub before: Vec<usize>,
    pub heard: Vec<String>,
}

/// Does one act; false where it can't be done (there is no such button yet).
pub fn act(world: &World, bot: i64, person: i64, act: &Act) -> bool {
    match act {
        Act::Say(text) => world.write_private(person, bot, text).is_ok(),
        Act::Tap(label) => {
            let has = |m: &&stoep::practice::MessageView| m.keyboard.iter().flatten().any(|b| b.label == *label);
            let messages = world.messages(person);
            let Some(message) = messages.iter().rev().filter(|m| !m.deleted).find(has) else { return false };
            world.press(person, person, message.id, Target::Label(label)).is_ok()
        }
    }
}

/// Lets everybody do their acts in a world of their own, where nothing goes wrong.
pub async fn rehearse(acts: Vec<Vec<Act>>) -> Vec<Talk> {
    let street = Street::new(acts.len()).await;
    street.found().await;
    let config = Config {
        database: street.database(),
        key: street.path("keys/stoep.key"),
        ..Config::for_practice(street.folder.path(), &street.bot.token, street.url.parse().unwrap())
    };
    let clock = Clock::system();
    let running = run::start(&config, clock.clone()).await.unwrap();
    let mut talks: Vec<Talk> =
        acts.into_iter().map(|acts| Talk { acts, before: Vec::new(), heard: Vec::new() }).collect();
    let mut read = 0;
    let steps = talks.iter().map(|t| t.acts.len()).max().unwrap_or(0);
    for step in 0..=steps {
        tokio::time::timeout(DEADLINE, async {
            while street.world.unconfirmed(street.bot.id) > 0 || !running.pulse().is_quiet(clock.now_ms()) {
                let _ = tokio::time::timeout(Duration::from_millis(10), running.pulse().changed()).await;
            }
        })
        .await
        .expect("the rehearsal comes to rest");
        for (chat, words) in crate::tally::new_messages(&street.world, &mut read) {
            let person = street.people.iter().position(|p| *p == chat);
            talks[person.expect("only to people")].heard.push(words);
        }
        for (person, talk) in talks.iter_mut().enumerate() {
            let Some(next) = talk.acts.get(step) else { continue };
            talk.before.push(talk.heard.len());
            let done = act(&street.world, street.bot.id, street.people[person], next);
            assert!(done, "{next:?} can't be done after {:#?}", street.world.messages(street.people[person]));
        }
    }
    running.stop().await;
    talks
}
