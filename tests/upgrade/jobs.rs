//! Every job of the old database comes due, none fails, and people are told what they were told before.

use std::collections::BTreeMap;

use sqlx::Connection;
use stoep::practice::What;

use super::presses::{compare, first_line};
use super::{begin, fixture, no_fault, seen};

/// Hours that the clock moves at a time.
const STEP: i64 = 6;

/// Days after which every job has come due that waits for a thing that is there; dates far ahead are later.
const DAYS: i64 = 35;

#[tokio::test]
async fn every_job_comes_due_and_none_fails() {
    let old = fixture::old();
    let mut stage = fixture::stage(&old).await;
    begin(&mut stage).await;
    let since = seen(&stage);
    for hour in (0..DAYS * 24).step_by(STEP as usize) {
        stage.clock.move_by(STEP * 3600);
        stage.settled().await.unwrap();
        no_fault(&stage, &format!("after {hour} hours")).await;
    }
    let now = stage.clock.now().0;
    let mut db = fixture::reading(&stage.config.database).await;
    let late: Vec<(String, String, i64)> = sqlx::query_as("select feature, kind, thing from jobs where at <= ?")
        .bind(now)
        .fetch_all(&mut db)
        .await
        .unwrap();
    db.close().await.unwrap();
    assert!(late.is_empty(), "these did not run: {late:?}");
    let came_due = |kind: &str| old.jobs.iter().any(|(f, k, _, at)| format!("{f}:{k}") == kind && *at <= now);
    for (feature, kind, ..) in &old.jobs {
        assert!(came_due(&format!("{feature}:{kind}")), "no {feature}:{kind} came due");
    }
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for entry in stage.world.log(since) {
        if let What::BotSent { chat, message_id, .. } = entry.what {
            let message = stage.world.message(chat, message_id).unwrap();
            *told.entry(first_line(&message.text)).or_default() += 1;
        }
    }
    stage.stop().await;
    compare("jobs.txt", &told.iter().map(|(line, times)| format!("{times} × {line}\n")).collect::<String>());
}
