//! Killed while a whole street says that it comes: each answer that somebody got is in the database, nobody is there twice,
//! and no more people have a place than there are.

use std::collections::HashMap;

use stoep::practice::{Target, What};

use crate::street::Street;

const PEOPLE: usize = 24;
const PLACES: i64 = 9;
/// Where the program is killed, each time after so many others passed there.
const KILLS: [&str; 6] = [
    "before-commit=3*off->return",
    "after-commit=2*off->return",
    "before-send=20*off->return",
    "after-send-before-mark=15*off->return",
    "after-commit=5*off->return",
    "before-commit=6*off->return",
];

/// What somebody presses, one after the other, each once the one before was answered.
fn presses(person: usize) -> &'static [&'static str] {
    match person % 4 {
        0 => &["act:c:kom:1", "act:c:kom:1", "act:c:niet:1"],
        1 => &["act:c:met:1", "act:c:gast:1:2", "act:c:gast:1:0"],
        2 => &["act:c:kom:1", "act:c:met:1", "act:c:met:1"],
        _ => &["act:c:niet:1", "act:c:kom:1", "act:c:kom:1"],
    }
}

/// What everybody did, and the last answer that they got.
struct Taps<'a> {
    street: &'a Street,
    /// Presses done, and the one that waits for its answer.
    at: Vec<(usize, Option<String>)>,
    answers: HashMap<String, String>,
    read: u64,
}

impl Taps<'_> {
    fn go_on(&mut self) {
        let entries = self.street.world.log(self.read);
        self.read += entries.len() as u64;
        for entry in entries {
            if let What::PressAnswered { query_id, text, .. } = entry.what {
                self.answers.insert(query_id, text);
            }
        }
        for (person, (done, waits)) in self.at.iter_mut().enumerate() {
            if waits.as_ref().is_some_and(|q| !self.answers.contains_key(q)) {
                continue;
            }
            let Some(data) = presses(person).get(*done) else { continue };
            let chat = self.street.people[person];
            let card =
                self.street.world.messages(chat).into_iter().rev().find(|m| m.from.is_bot && !m.keyboard.is_empty());
            let Some(card) = card else { continue };
            if let Ok(pressed) = self.street.world.press(chat, chat, card.id, Target::Made(data)) {
                *waits = pressed.query_id;
                *done += 1;
            }
        }
    }

    fn is_done(&self) -> bool {
        let answered = |waits: &Option<String>| waits.as_ref().is_some_and(|q| self.answers.contains_key(q));
        self.at.iter().enumerate().all(|(person, (done, waits))| *done == presses(person).len() && answered(waits))
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_that_somebody_got_is_on_disk() {
    let mut street = Street::new(PEOPLE).await;
    street.found().await;
    street
        .write_sql(
            "insert into activities (neighbourhood_id, organiser_id, kind, title, starts_at, place, capacity, made_at, changed_at)
             values (1, 1, 'coffee', 'Koffie', 4102444800, 'Buurthuis', 9, 1700000000, 1700000000)",
        )
        .await;
    for person in &street.people {
        street.world.start_link(*person, street.bot.id, "k_1").unwrap();
    }
    let mut taps = Taps {
        street: &street,
        at: vec![(0, None); PEOPLE],
        answers: HashMap::new(),
        read: street.world.log(0).len() as u64,
    };
    let mut killed = 0;
    for place in KILLS {
        let mut child = street.run(place);
        street
            .until("the next kill", || {
                taps.go_on();
                child.has_ended() || taps.is_done()
            })
            .await;
        killed += usize::from(child.has_ended());
        child.kill();
    }
    assert!(killed >= 4, "only {killed} kills came in time: a test of little");
    let child = street.run("");
    street.until_health(200).await;
    street
        .until("the last answer", || {
            taps.go_on();
            taps.is_done()
        })
        .await;
    street.stop(child).await;

    let mut disk = street.disk().await;
    assert_eq!(disk.number("select count(*) from rsvps").await, PEOPLE as i64, "everybody is there once");
    let seats = disk.number("select coalesce(sum(1 + guests), 0) from rsvps where state = 'going'").await;
    assert!(seats <= PLACES, "{seats} seats of {PLACES}");
    let fits = "select count(*) from rsvps w where state = 'waiting'
         and (select sum(1 + guests) from rsvps where state = 'going') + 1 + w.guests <= 9";
    assert_eq!(disk.number(fits).await, 0, "nobody waits who fits");
    let states =
        disk.texts("select p.user_id || ' ' || r.state from rsvps r join people p on p.id = r.person_id").await;
    let states: HashMap<i64, String> = states
        .into_iter()
        .filter_map(|line| line.split_once(' ').map(|(id, state)| (id.parse().unwrap_or_default(), state.to_owned())))
        .collect();
    for (person, (_, query)) in taps.at.iter().enumerate() {
        let answer = &taps.answers[query.as_ref().unwrap()];
        let state = states[&street.people[person]].as_str();
        let holds = match answer.as_str() {
            a if a.starts_with("Je bent aangemeld") || a.starts_with("Je was al aangemeld") => state == "going",
            a if a.starts_with("Er is geen plek meer voor je gast") => state == "going",
            a if a.contains("wachtlijst") && !a.contains("niet meer") => state == "waiting" || state == "going",
            _ => state == "not_going",
        };
        assert!(holds, "person {person} read “{answer}” and is {state}");
    }
    disk.close().await;
}
