//! Killed again and again in the middle of traffic: each confirmed effect is there exactly once, and a kill repeats only
//! what was on its way. Killed in its first start, while the database is made: it starts again.
//!
//! `CRASH_KILLS=300 cargo test --test crash kills` kills that often, in rounds with a street of their own; without
//! it there is one round. `CRASH_SEED` repeats a round.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::street::Street;
use crate::talk::{Act, rehearse};
use crate::tally::Tally;

const PEOPLE: usize = 40;
/// Kills after so many messages as chance has it.
const AT_RANDOM: usize = 15;
/// Places in the program where it is killed, twice each.
const PLACES: [&str; 4] = ["before-commit", "after-commit", "before-send", "after-send-before-mark"];

/// Chance that can be repeated (splitmix64).
struct Chance(u64);

impl Chance {
    /// The chance of a round.
    fn new(round: usize) -> Chance {
        let seed = number_from("CRASH_SEED").unwrap_or(20_261_123) + round as u64;
        println!("CRASH_SEED={seed}");
        Chance(seed)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }
}

fn number_from(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// How many rounds of so many kills are asked for.
fn rounds(kills: usize) -> usize {
    number_from("CRASH_KILLS").map_or(1, |all| (all as usize).div_ceil(kills))
}

/// What the people do: every second one asks for something, in the group or in the dialogue, and the next one helps. All of
/// them do much else, and end with two things that Stoep does not understand, which it counts.
fn acts() -> Vec<Vec<Act>> {
    let acts = |person| match person % 4 {
        0 => asks_in_group(person),
        2 => asks_in_private(person),
        _ => helps(person - 1),
    };
    (0..PEOPLE).map(acts).collect()
}

fn say(text: &str) -> Act {
    Act::Say(text.to_owned())
}

fn much_else() -> Vec<Act> {
    let mut acts = Vec::new();
    for _ in 0..2 {
        acts.extend([say("/start"), say("/taal"), Act::Tap("English"), say("/help"), say("/language")]);
        acts.extend([Act::Tap("Nederlands"), say("/privacy"), say("/stop"), Act::Tap("Nee, ga verder")]);
    }
    acts
}

/// A word of letters alone for each person: digits could be a house number.
fn plant(person: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    format!("ficus-{}{}", letter(person / 26), letter(person))
}

fn title(person: usize) -> String {
    format!("Wie geeft {} water", plant(person))
}

fn details(person: usize) -> String {
    format!("Een kannetje per dag voor {}", plant(person))
}

fn is_helped() -> [Act; 3] {
    [Act::Tap("Ja, graag"), say("onbegrijpelijk"), say("nog eens")]
}

fn asks_in_group(person: usize) -> Vec<Act> {
    let mut acts = much_else();
    acts.push(Act::SayInGroup(format!("/vraag@stoep_bot {}", title(person))));
    acts.push(Act::TapInGroup("Versturen", plant(person)));
    acts.extend(is_helped());
    acts
}

fn asks_in_private(person: usize) -> Vec<Act> {
    let mut acts = much_else();
    acts.extend([
        say("/vraag"),
        Act::Tap("☕ Gezelschap"),
        say(&title(person)),
        Act::Tap("Geen haast"),
        Act::Tap("In de groep"),
    ]);
    acts.extend([
        Act::Tap("Meer vertellen"),
        Act::Tap("Ochtend, middag of avond"),
        Act::Tap("Avond"),
        Act::Tap("Meer vertellen"),
        Act::Tap("Meer uitleg"),
        say(&details(person)),
        Act::Tap("Versturen"),
    ]);
    acts.extend(is_helped());
    acts
}

fn helps(asker: usize) -> Vec<Act> {
    let mut acts = much_else();
    acts.push(Act::TapInGroup("Ik wil helpen", plant(asker)));
    acts.extend([Act::Hear("Je gaat"), say("onbegrijpelijk"), say("nog eens")]);
    acts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_and_only_what_was_on_its_way_comes_twice() {
    for round in 0..rounds(2 * PLACES.len() + AT_RANDOM) {
        killed_in_traffic(Chance::new(round)).await;
    }
}

async fn killed_in_traffic(mut chance: Chance) {
    let talks = rehearse(acts()).await;
    let mut street = Street::new(PEOPLE).await;
    street.found().await;
    let mut tally = Tally::new(&street, talks);
    let mut kills: Vec<Option<&str>> = PLACES.iter().chain(&PLACES).map(|p| Some(*p)).collect();
    kills.extend([None; AT_RANDOM]);
    for last in (1..kills.len()).rev() {
        kills.swap(last, chance.below(last as u64 + 1) as usize);
    }
    let planned = kills.len();
    for (done, place) in kills.into_iter().enumerate() {
        let failpoints = place.map(|p| format!("{p}={}*off->return", chance.below(6))).unwrap_or_default();
        let after = chance.below(40) as usize;
        let mut child = street.run(&failpoints);
        let mut sent = 0;
        street
            .until("the next kill", || {
                sent += tally.go_on();
                assert!(!tally.is_done(), "only {done} of {planned} kills fitted into the traffic");
                child.has_ended() || (place.is_none() && sent >= after)
            })
            .await;
        child.kill();
        let mut disk = street.disk().await;
        tally.killed(&mut disk).await;
        disk.close().await;
    }
    let child = street.run("");
    street
        .until("the end of all talks", || {
            tally.go_on();
            tally.is_done()
        })
        .await;
    street.stop(child).await;
    let mut disk = street.disk().await;
    println!("repeated after each kill: {:?}", tally.repeats());
    assert_eq!(tally.problems(&mut disk).await, [""; 0], "{}", street.log());
    assert!(tally.repeats().iter().sum::<usize>() > 0, "no kill came between a send and its mark: a test of nothing");
    once_each(&mut disk).await;
}

/// How many first starts are killed in a round.
const FIRST_STARTS: usize = 6;

/// Bytes of a database with its log once every migration is done: no less, or some would never be killed.
const MADE: u64 = 1_000_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_start_that_is_killed_starts_again() {
    let mut unfinished = 0;
    for round in 0..rounds(FIRST_STARTS * 4) {
        let mut chance = Chance::new(round);
        for _ in 0..FIRST_STARTS {
            let street = Street::new(1).await;
            let written = || {
                let size = |end: &str| {
                    std::fs::metadata(street.path(&format!("data/stoep.sqlite{end}"))).map_or(0, |m| m.len())
                };
                size("") + size("-wal")
            };
            let after = chance.below(MADE);
            let mut child = street.run("");
            street
                .until("enough of the database", || written() >= after || street.log().contains("Stoep is running"))
                .await;
            child.kill();
            let lives = || street.log().matches("Stoep is running").count();
            let before = lives();
            unfinished += usize::from(before == 0);
            let child = street.run("");
            street.until("a start after the kill", || lives() > before).await;
            street.stop(child).await;
            let mut disk = street.disk().await;
            assert_eq!(disk.texts("pragma integrity_check").await, ["ok"]);
            disk.close().await;
        }
    }
    assert!(unfinished > 0, "no kill came before the database was made: a test of nothing");
}

/// Effects that would show if something were done twice or not at all.
async fn once_each(disk: &mut crate::street::Disk) {
    let puzzled = disk.texts("select puzzled || '' from people").await;
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    puzzled.iter().for_each(|p| *count.entry(p).or_default() += 1);
    assert_eq!(count, BTreeMap::from([("2", PEOPLE)]), "everybody said two things that Stoep does not understand");
    let requests =
        disk.texts("select concat_ws('|', title, state, details, part, category) from requests order by title").await;
    let expected: Vec<_> = (0..PEOPLE)
        .step_by(2)
        .map(|p| match p % 4 {
            0 => format!("{}|promised|other", title(p)),
            _ => format!("{}|promised|{}|evening|company", title(p), details(p)),
        })
        .collect();
    assert_eq!(requests, expected, "each request is there once, with every answer");
    let responses = disk.texts("select state from responses").await;
    assert_eq!(responses, vec!["accepted"; PEOPLE / 2], "each response is there once");
}

/// Holds a transaction before its commit, kills the program there, and gives what the next life shows to be lost.
async fn lost_between(failpoints: &str) -> Vec<String> {
    let talks = rehearse(acts()).await;
    let mut street = Street::new(PEOPLE).await;
    street.found().await;
    let mut tally = Tally::new(&street, talks);
    let mut child = street.run(failpoints);
    let mut quiet_since = Instant::now();
    street
        .until("a moment in which nobody hears anything any more", || {
            if tally.go_on() > 0 {
                quiet_since = Instant::now();
            }
            street.sent() > 0 && quiet_since.elapsed() > Duration::from_secs(1)
        })
        .await;
    child.kill();
    let mut disk = street.disk().await;
    tally.killed(&mut disk).await;
    disk.close().await;
    let child = street.run("");
    let runs_again = || street.log().matches("Stoep is running").count() == 2;
    street.until("all that is left to handle", || street.world.unconfirmed(street.bot.id) == 0 && runs_again()).await;
    street.stop(child).await;
    tally.hear();
    let mut disk = street.disk().await;
    tally.problems(&mut disk).await.into_iter().filter(|p| p.starts_with("lost")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counting_finds_a_confirmation_before_the_commit() {
    let lost = lost_between("never-commit=6*off->return").await;
    assert_eq!(lost, [""; 0], "in the right order nothing is lost");
    let lost = lost_between("never-commit=6*off->return;confirm-first=return").await;
    assert!(lost.iter().any(|p| p.contains("never heard")), "somebody's answer: {lost:?}");
    assert!(lost.iter().any(|p| p.contains("remembered")), "and the update: {lost:?}");
}
