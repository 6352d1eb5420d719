//! What is stored or sent lives on: a database that an earlier version of the schema wrote, with its key and with a Telegram in
//! which its messages stand, is taken over by the program of today.
//!
//! `tests/fixtures/old/README.md` says what it holds. Every sealed value opens, what waits goes out, every job runs, whoever was
//! in the middle of a dialogue goes on there, and every kind of button that was ever sent is answered as
//! `tests/fixtures/old/answers.txt` says. `BLESS=1 cargo test --test upgrade` writes that file anew.

mod acts;
mod dialogues;
mod fixture;
#[path = "../harness/mod.rs"]
mod harness;
mod jobs;
mod presses;
mod stored;

use harness::Stage;
use sqlx::Connection;
use stoep::practice::What;

/// Starts the program on what is there, and waits until it is quiet.
async fn begin(stage: &mut Stage) {
    stage.start().await.unwrap();
    stage.settled().await.unwrap();
}

/// What could not be handled: ids of faults.
async fn parked(stage: &Stage) -> Vec<String> {
    let mut db = fixture::reading(&stage.config.database).await;
    let found = sqlx::query_scalar("select fault from parked order by fault").fetch_all(&mut db).await.unwrap();
    db.close().await.unwrap();
    found
}

/// Nothing was parked but what the old database had parked already.
async fn no_fault(stage: &Stage, after: &str) {
    let new: Vec<_> = parked(stage).await.into_iter().filter(|f| f != "b4tz9c").collect();
    assert!(new.is_empty(), "{after}: faults {new:?}");
}

/// What Telegram refused since an entry of its log, apart from edits that change nothing.
fn refused(stage: &Stage, since: u64) -> Vec<String> {
    let refusals = stage.world.log(since).into_iter().filter_map(|entry| match entry.what {
        What::Refused { method, description, .. } if !description.contains("message is not modified") => {
            Some(format!("{method}: {description}"))
        }
        _ => None,
    });
    refusals.collect()
}

/// The number of the last entry in Telegram's log.
fn seen(stage: &Stage) -> u64 {
    *stage.world.subscribe().borrow()
}
