//! Counts, from outside: who heard what, how often, and whether a repeat was on its way when the program was killed.

use std::collections::HashMap;

use stoep::practice::{What, World};

use crate::street::{Disk, Street};
use crate::talk::{Talk, act};

/// Messages that one kill may repeat.
const IN_FLIGHT: usize = 32;

/// A message that somebody heard a second time.
struct Repeat {
    life: usize,
    chat: i64,
    words: String,
}

/// What everybody did and heard so far, through all lives of the program.
pub struct Tally<'a> {
    street: &'a Street,
    talks: Vec<Talk>,
    /// For each person: acts done, and messages of the rehearsal heard.
    at: Vec<(usize, usize)>,
    read: u64,
    life: usize,
    repeats: Vec<Repeat>,
    /// What the outbox held at each kill.
    in_flight: Vec<Vec<(i64, String)>>,
}

/// The messages that bots sent since the last look: chat and words, as they were before anybody pressed anything.
pub fn new_messages(world: &World, read: &mut u64) -> Vec<(i64, String)> {
    let entries = world.log(*read);
    *read += entries.len() as u64;
    entries
        .into_iter()
        .filter_map(|e| match e.what {
            What::BotSent { bot: _, chat, message_id } => Some((chat, plain(&world.message(chat, message_id)?.text))),
            _ => None,
        })
        .collect()
}

/// Words without the marks that isolate names.
fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "").trim().to_owned()
}

impl<'a> Tally<'a> {
    pub fn new(street: &'a Street, talks: Vec<Talk>) -> Tally<'a> {
        let at = vec![(0, 0); talks.len()];
        Tally { street, talks, at, read: 0, life: 0, repeats: Vec::new(), in_flight: Vec::new() }
    }

    /// Hears what is new, and lets everybody act who heard what comes before their next act. Says how many messages were
    /// new.
    pub fn go_on(&mut self) -> usize {
        let new = new_messages(&self.street.world, &mut self.read);
        let count = new.len();
        for (chat, words) in new {
            let person = self.street.whose(chat, &words);
            let heard = &mut self.at[person].1;
            if self.talks[person].heard.get(*heard) == Some(&words) {
                *heard += 1;
            } else {
                self.repeats.push(Repeat { life: self.life, chat, words });
            }
        }
        for (person, talk) in self.talks.iter().enumerate() {
            let (acts, heard) = &mut self.at[person];
            while talk.before.get(*acts).is_some_and(|needed| needed <= heard)
                && act(self.street, person, &talk.acts[*acts])
            {
                *acts += 1;
            }
        }
        count
    }

    /// Did everybody do everything, and hear all of it?
    pub fn is_done(&self) -> bool {
        self.at.iter().zip(&self.talks).all(|((acts, heard), t)| *acts == t.acts.len() && *heard == t.heard.len())
    }

    /// The program was killed, and this is what it left on disk.
    pub async fn killed(&mut self, disk: &mut Disk) {
        // What it sent in its last moments belongs to this life.
        self.go_on();
        let left = disk.outbox().await;
        self.in_flight.push(left.into_iter().map(|(chat, words)| (chat, plain(&words))).collect());
        self.life += 1;
    }

    /// How many messages each life repeated.
    pub fn repeats(&self) -> Vec<usize> {
        let mut count = vec![0; self.life + 1];
        self.repeats.iter().for_each(|r| count[r.life] += 1);
        count
    }

    /// Everything that is not as it must be, once the program was stopped in order.
    pub async fn problems(&self, disk: &mut Disk) -> Vec<String> {
        let mut problems = Vec::new();
        for (person, ((acts, heard), talk)) in self.at.iter().zip(&self.talks).enumerate() {
            if let Some(missing) = talk.heard.get(*heard) {
                let last = acts.checked_sub(1).and_then(|a| talk.acts.get(a));
                problems.push(format!("lost: person {person} did {last:?} and never heard \"{missing}\""));
            }
        }
        for life in 0..=self.life {
            let mut left: HashMap<(i64, &str), usize> = HashMap::new();
            for (chat, words) in life.checked_sub(1).map(|k| &self.in_flight[k]).into_iter().flatten() {
                *left.entry((*chat, words)).or_default() += 1;
            }
            let repeats: Vec<_> = self.repeats.iter().filter(|r| r.life == life).collect();
            if repeats.len() > IN_FLIGHT {
                problems.push(format!("{} messages repeated after kill {life}", repeats.len()));
            }
            for r in repeats {
                match left.get_mut(&(r.chat, r.words.as_str())) {
                    Some(n) if *n > 0 => *n -= 1,
                    _ => problems.push(format!("life {life} repeated what was not on its way: \"{}\"", r.words)),
                }
            }
        }
        let log = self.street.world.log(0);
        let is_update = |w: &What| matches!(w, What::PersonWrote { .. } | What::PersonPressed { .. });
        let updates = (log.iter().filter(|e| is_update(&e.what)).count() + self.street.beginning) as i64;
        let seen = disk.number("select count(*) from seen").await;
        if seen != updates {
            problems.push(format!("lost: {updates} updates, {seen} remembered"));
        }
        for (query, what) in [
            ("select count(*) from outbox", "messages still to go out"),
            ("select count(*) from parked", "parked"),
            ("select count(*) from dialogues", "dialogues still open"),
        ] {
            let count = disk.number(query).await;
            if count != 0 {
                problems.push(format!("{count} {what}"));
            }
        }
        problems
    }
}
