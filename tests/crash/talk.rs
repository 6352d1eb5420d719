//! What people do, one thing after the other, and what they hear when nothing goes wrong.

use std::time::Duration;

use stoep::cli::run;
use stoep::clock::Clock;
use stoep::config::Config;
use stoep::practice::{MessageView, Target, WriteOptions};

use crate::child::DEADLINE;
use crate::street::Street;
use crate::tally::new_messages;

/// One thing that a person does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Writes to the bot.
    Say(String),
    /// Writes in the group.
    SayInGroup(String),
    /// Presses the newest button with this label.
    Tap(&'static str),
    /// Presses the newest button in the group with this label, on a message with this in it.
    TapInGroup(&'static str, String),
    /// Waits until the bot wrote this to them.
    Hear(&'static str),
}

/// Two places where a person hears the bot, each in an order of its own: in private, and in the group.
pub type Ears<T> = [T; 2];

/// A person's acts, and what they heard in an undisturbed world: before each act, and in all.
#[derive(Clone, Debug)]
pub struct Talk {
    pub acts: Vec<Act>,
    pub before: Vec<Ears<usize>>,
    pub heard: Ears<Vec<String>>,
}

/// Does one act; false where it can't be done yet.
pub fn act(street: &Street, person: usize, act: &Act) -> bool {
    let (world, me) = (&street.world, street.people[person]);
    let press = |chat: i64, label: &str, words: &str| {
        let messages = world.messages(chat);
        let fits = |m: &&MessageView| {
            !m.deleted && m.text.contains(words) && m.keyboard.iter().flatten().any(|b| b.label == label)
        };
        let found = messages.iter().rev().find(fits);
        found.is_some_and(|m| world.press(me, chat, m.id, Target::Label(label)).is_ok())
    };
    match act {
        Act::Say(text) => world.write_private(me, street.bot.id, text).is_ok(),
        Act::SayInGroup(text) => world.write(street.group, me, text, WriteOptions::default()).is_ok(),
        Act::Tap(label) => press(me, label, ""),
        Act::TapInGroup(label, words) => press(street.group, label, words),
        Act::Hear(words) => street.heard(person).iter().any(|heard| heard.contains(words)),
    }
}

/// Lets everybody do their acts in a world of their own, where nothing goes wrong.
pub async fn rehearse(acts: Vec<Vec<Act>>) -> Vec<Talk> {
    let mut street = Street::new(acts.len()).await;
    street.found().await;
    let config = Config {
        database: street.database(),
        key: street.path("keys/stoep.key"),
        ..Config::for_practice(street.folder.path(), &street.bot.token, street.url.parse().unwrap())
    };
    let clock = Clock::system();
    let running = run::start(&config, clock.clone()).await.unwrap();
    let mut talks: Vec<Talk> =
        acts.into_iter().map(|acts| Talk { acts, before: Vec::new(), heard: Ears::default() }).collect();
    let mut read = 0;
    loop {
        tokio::time::timeout(DEADLINE, async {
            while street.world.unconfirmed(street.bot.id) > 0 || !running.pulse().is_quiet(clock.now_ms()) {
                let _ = tokio::time::timeout(Duration::from_millis(10), running.pulse().changed()).await;
            }
        })
        .await
        .expect("the rehearsal comes to rest");
        for message in new_messages(&street, &mut read) {
            talks[message.person].heard[message.ear].push(message.words);
        }
        let mut acted = false;
        for (person, talk) in talks.iter_mut().enumerate() {
            if talk.acts.get(talk.before.len()).is_some_and(|next| act(&street, person, next)) {
                talk.before.push([talk.heard[0].len(), talk.heard[1].len()]);
                acted = true;
            }
        }
        if !acted {
            break;
        }
    }
    running.stop().await;
    for (person, talk) in talks.iter().enumerate() {
        let next = talk.acts.get(talk.before.len());
        assert!(next.is_none(), "{next:?} can't be done after {:#?}", street.heard(person));
    }
    talks
}
