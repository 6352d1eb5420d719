//! Killed again and again in the middle of traffic: each confirmed effect is there exactly once, and a kill repeats only
//! what was on its way.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::child::DEADLINE;
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
    fn new() -> Chance {
        let seed = std::env::var("CRASH_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_261_123);
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

fn acts() -> Vec<Act> {
    let say = |text: &str| Act::Say(text.to_owned());
    let mut acts = Vec::new();
    for _ in 0..3 {
        acts.extend([say("/start"), say("/taal"), Act::Tap("English"), say("/help"), say("/language")]);
        acts.extend([Act::Tap("Nederlands"), say("/privacy"), say("/stop"), Act::Tap("Toch niet")]);
    }
    acts.extend([say("onbegrijpelijk"), say("nog eens")]);
    acts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_and_only_what_was_on_its_way_comes_twice() {
    let mut chance = Chance::new();
    let talks = rehearse(vec![acts(); PEOPLE]).await;
    let street = Street::new(PEOPLE).await;
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

/// Effects that would show if something were done twice or not at all.
async fn once_each(disk: &mut crate::street::Disk) {
    let puzzled = disk.texts("select puzzled || '' from people").await;
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    puzzled.iter().for_each(|p| *count.entry(p).or_default() += 1);
    assert_eq!(count, BTreeMap::from([("2", PEOPLE)]), "everybody said two things that Stoep does not understand");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counting_finds_a_confirmation_before_the_commit() {
    let talks = rehearse(vec![acts(); PEOPLE]).await;
    let street = Street::new(PEOPLE).await;
    street.found().await;
    let mut tally = Tally::new(&street, talks);
    // The two steps swapped on purpose, and a stop between them that is long enough to be killed in.
    let mut child = street.run("confirm-first=return;never-commit=6*off->return");
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
    let child = street.run("");
    tokio::time::timeout(DEADLINE, async {
        // Updates are handled in order: once this stranger has an answer, so has everybody who will ever get one.
        let stranger = street.world.add_person(Default::default());
        street.world.write_private(stranger, street.bot.id, "/start").unwrap();
        while !street.world.messages(stranger).iter().any(|m| m.from.is_bot) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await
    .unwrap();
    street.stop(child).await;
    let mut disk = street.disk().await;
    let problems = tally.problems(&mut disk).await;
    assert!(problems.iter().any(|p| p.starts_with("lost: person")), "{problems:?}");
    assert!(problems.iter().any(|p| p.contains("remembered")), "{problems:?}");
}
