//! Counts, from outside: who heard what, how often, and whether a repeat was on its way when the program was killed.

use std::collections::HashMap;

use stoep::practice::What;

use crate::street::{Disk, Street, name};
use crate::talk::{Ears, Talk, act};

/// Messages that one kill may repeat.
const IN_FLIGHT: usize = 32;

/// A message that the bot sent to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    pub person: usize,
    pub ear: usize,
    pub words: String,
}

impl Message {
    fn new(street: &Street, chat: i64, words: &str) -> Message {
        // Without the marks that isolate names.
        let words = words.replace(['\u{2068}', '\u{2069}'], "");
        let (person, ear) = street.whose(chat, &words);
        let mut end = words.len();
        if ear == 1 {
            // Below who asks, a card in the group says how it stands: that may be something else when it is sent again.
            let from = words.find(&name(person)).unwrap_or(0);
            end = words[from..].find('\n').map_or(end, |at| from + at);
        }
        Message { person, ear, words: words[..end].trim().to_owned() }
    }
}

/// The messages that the bot sent since the last look, as they were before anybody pressed anything.
pub fn new_messages(street: &Street, read: &mut u64) -> Vec<Message> {
    let entries = street.world.log(*read);
    *read += entries.len() as u64;
    let sent = |what| match what {
        What::BotSent { chat, message_id, .. } => {
            Some(Message::new(street, chat, &street.world.message(chat, message_id)?.text))
        }
        _ => None,
    };
    entries.into_iter().filter_map(|e| sent(e.what)).collect()
}

/// What everybody did and heard so far, through all lives of the program.
pub struct Tally<'a> {
    street: &'a Street,
    talks: Vec<Talk>,
    /// For each person: acts done, and messages of the rehearsal heard.
    at: Vec<(usize, Ears<usize>)>,
    read: u64,
    life: usize,
    /// In which life each message was heard last.
    last: HashMap<Message, usize>,
    /// What was heard once more, and in which life before that.
    repeats: Vec<(Option<usize>, Message)>,
    /// What the outbox held at each kill.
    in_flight: Vec<Vec<Message>>,
}

impl<'a> Tally<'a> {
    pub fn new(street: &'a Street, talks: Vec<Talk>) -> Tally<'a> {
        let at = vec![(0, [0, 0]); talks.len()];
        Tally { street, talks, at, read: 0, life: 0, last: HashMap::new(), repeats: Vec::new(), in_flight: Vec::new() }
    }

    /// Hears what is new, and says how many messages that were.
    pub fn hear(&mut self) -> usize {
        let new = new_messages(self.street, &mut self.read);
        let count = new.len();
        for message in new {
            let last = self.last.insert(message.clone(), self.life);
            let heard = &mut self.at[message.person].1[message.ear];
            if self.talks[message.person].heard[message.ear].get(*heard) == Some(&message.words) {
                *heard += 1;
            } else {
                self.repeats.push((last, message));
            }
        }
        count
    }

    /// Hears what is new, and lets everybody act who heard what comes before their next act. Says how many messages were
    /// new.
    pub fn go_on(&mut self) -> usize {
        let count = self.hear();
        for (person, talk) in self.talks.iter().enumerate() {
            let (acts, heard) = &mut self.at[person];
            while talk.before.get(*acts).is_some_and(|needed| needed[0] <= heard[0] && needed[1] <= heard[1])
                && act(self.street, person, &talk.acts[*acts])
            {
                *acts += 1;
            }
        }
        count
    }

    /// Did everybody do everything, and hear all of it?
    pub fn is_done(&self) -> bool {
        self.at.iter().zip(&self.talks).all(|((acts, heard), talk)| {
            *acts == talk.acts.len() && heard[0] == talk.heard[0].len() && heard[1] == talk.heard[1].len()
        })
    }

    /// The program was killed, and this is what it left on disk.
    pub async fn killed(&mut self, disk: &mut Disk) {
        // What it sent in its last moments belongs to this life.
        self.street.until("the end of its connections", || self.street.lines.open() == 0).await;
        self.go_on();
        let left = disk.outbox().await;
        self.in_flight.push(left.into_iter().map(|(chat, words)| Message::new(self.street, chat, &words)).collect());
        self.life += 1;
    }

    /// How many messages each kill repeated.
    pub fn repeats(&self) -> Vec<usize> {
        (0..self.life).map(|kill| self.repeats.iter().filter(|r| r.0 == Some(kill)).count()).collect()
    }

    /// Everything that is not as it must be, once the program was stopped in order.
    pub async fn problems(&self, disk: &mut Disk) -> Vec<String> {
        let mut problems = Vec::new();
        for (person, ((acts, heard), talk)) in self.at.iter().zip(&self.talks).enumerate() {
            // Who has not done everything must have heard what comes before their next act.
            let all = [talk.heard[0].len(), talk.heard[1].len()];
            let needed = talk.before.get(*acts).unwrap_or(&all);
            for ear in [0, 1].into_iter().filter(|ear| heard[*ear] < needed[*ear]) {
                let last = acts.checked_sub(1).and_then(|a| talk.acts.get(a));
                let missing = &talk.heard[ear][heard[ear]];
                problems.push(format!("lost: person {person} did {last:?} and never heard \"{missing}\""));
            }
        }
        for (kill, in_flight) in self.in_flight.iter().enumerate() {
            let repeats: Vec<_> = self.repeats.iter().filter(|r| r.0 == Some(kill)).map(|r| &r.1).collect();
            if repeats.len() > IN_FLIGHT {
                problems.push(format!("{} messages repeated because of kill {kill}", repeats.len()));
            }
            let mut left = in_flight.clone();
            for message in repeats {
                match left.iter().position(|m| m == message) {
                    Some(at) => drop(left.swap_remove(at)),
                    None => problems.push(format!("kill {kill} repeated what was not on its way: {message:?}")),
                }
            }
        }
        for (_, message) in self.repeats.iter().filter(|r| r.0.is_none_or(|life| life >= self.in_flight.len())) {
            problems.push(format!("without a kill: {message:?}"));
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
