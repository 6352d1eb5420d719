//! Does every help request come to its end? People who do anything at random, with buttons old, somebody else's and made up,
//! who fall silent, block Stoep and come back, drive the real program on the local Telegram; it is restarted, and is away for
//! a while. After everything that happens, and through weeks of silence, what Stoep promises must hold ([`held`]).
//!
//! `COURSE_RUNS=100` plays more of them (10 otherwise), `COURSE_SEED=7` one alone, `COURSE_ACTS=300` longer ones.

#[path = "../harness/mod.rs"]
mod harness;
mod held;
mod people;

use std::collections::BTreeSet;
use std::sync::Mutex;

use held::Held;
use people::Street;

/// Hours of each step of the silence at the end.
const STEP: i64 = 4;

/// Days of silence after which nothing may be left open.
const SILENCE: i64 = 40;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(otherwise)
}

/// One street, from its first word to weeks after its last: the states that its requests were in; or what was broken, with
/// what happened before.
async fn run(seed: u64, acts: u64) -> Result<BTreeSet<String>, String> {
    let mut street = Street::new(seed).await?;
    let mut held = Held::new(&street).await?;
    let told = |street: &Street, why: String| format!("seed {seed}: {why}\n{}", street.diary.join("\n"));
    for _ in 0..acts {
        held.before(&street);
        let by_itself = street.act().await.map_err(|why| told(&street, why))?;
        held.after(&street, by_itself).await.map_err(|why| told(&street, why))?;
    }
    street.come_back().await.map_err(|why| told(&street, why))?;
    for _ in 0..SILENCE * 24 / STEP {
        held.before(&street);
        street.wait(STEP * 3600).await.map_err(|why| told(&street, why))?;
        held.after(&street, true).await.map_err(|why| told(&street, why))?;
    }
    held.at_the_end(&street).await.map_err(|why| told(&street, why))?;
    street.scene.stage.stop().await;
    Ok(held.states)
}

#[test]
fn no_request_is_left_in_silence() {
    let (runs, acts) = (number("COURSE_RUNS", 10), number("COURSE_ACTS", 70));
    let seeds = match std::env::var("COURSE_SEED").ok().and_then(|v| v.parse().ok()) {
        Some(seed) => vec![seed],
        None => (1..=runs).collect(),
    };
    let few = seeds.len() < 10;
    let waiting = Mutex::new(seeds);
    let (broken, states) = (Mutex::new(Vec::new()), Mutex::new(BTreeSet::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                loop {
                    let Some(seed) = waiting.lock().unwrap().pop() else { return };
                    match runtime.block_on(run(seed, acts)) {
                        Ok(seen) => states.lock().unwrap().extend(seen),
                        Err(why) => broken.lock().unwrap().push(why),
                    }
                }
            });
        }
    });
    let broken = broken.into_inner().unwrap();
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
    // People who get nowhere would prove nothing.
    let states = states.into_inner().unwrap();
    for state in ["open", "promised", "done", "withdrawn", "taken_over", "lapsed"] {
        assert!(few || states.contains(state), "no request was ever {state}");
    }
}
