//! Every job of the old database comes due, none fails, people are told what they were told before, and what is done quietly is
//! done.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, Connection};
use stoep::practice::What;

use super::harness::Stage;
use super::presses::{compare, first_line};
use super::{begin, fixture, no_fault, seen};

/// Seconds that the clock moves at most at a time: it stops wherever a job is due.
const STEP: i64 = 12 * 3600;

/// Days after which every kind of job has come due.
const DAYS: i64 = 35;

/// What jobs do that nobody is told of: true afterwards for at least one `{n}` that had the job.
const QUIET: &[(&str, &str)] = &[
    ("act:again-make", "exists (select 1 from activities where series_id = {n} and made_at > {at})"),
    ("act:draft-old", "not exists (select 1 from activity_drafts where id = {n})"),
    ("act:host-over", "(select state from activities where id = {n}) = 'held'"),
    ("act:with-look", "(select none_told from company where id = {n}) = 1"),
    ("agd:digest", "exists (select 1 from jobs where feature = 'agd' and thing = {n} and at > {now})"),
    // It is kept as long as the team looks at it.
    ("rel:drop", "exists (select 1 from jobs where feature = 'rel' and thing = {n} and at > {now})"),
    ("rel:quiet", "not exists (select 1 from relays where id = {n})"),
    ("req:draft", "not exists (select 1 from drafts where id = {n})"),
    (
        "req:forget",
        "not exists (select 1 from request_media where request_id = {n})
                    and (select sealed_caller from requests where id = {n}) is null",
    ),
];

/// When the next job is due.
async fn next_job(stage: &Stage) -> Option<i64> {
    let mut db = fixture::reading(&stage.config.database).await;
    let at = sqlx::query_scalar("select min(at) from jobs where at > ?").bind(stage.clock.now().0);
    let at = at.fetch_one(&mut db).await.unwrap();
    db.close().await.unwrap();
    at
}

#[tokio::test]
async fn every_job_comes_due_and_none_fails() {
    let old = fixture::old();
    let mut stage = fixture::stage(&old).await;
    begin(&mut stage).await;
    let since = seen(&stage);
    let end = old.at + DAYS * 86_400;
    while stage.clock.now().0 < end {
        let now = stage.clock.now().0;
        let to = next_job(&stage).await.unwrap_or(end).min(now + STEP).min(end);
        stage.clock.move_by(to - now);
        stage.settled().await.unwrap();
    }
    no_fault(&stage, "five weeks").await;
    let mut db = fixture::reading(&stage.config.database).await;
    let late: Vec<(String, String, i64)> = sqlx::query_as("select feature, kind, thing from jobs where at <= ?")
        .bind(end)
        .fetch_all(&mut db)
        .await
        .unwrap();
    assert!(late.is_empty(), "these did not run: {late:?}");
    let due: Vec<(String, i64)> =
        old.jobs.iter().filter(|(.., at)| *at <= end).map(|(f, k, thing, _)| (format!("{f}:{k}"), *thing)).collect();
    for (feature, kind, ..) in &old.jobs {
        let job = format!("{feature}:{kind}");
        assert!(due.iter().any(|(j, _)| *j == job), "no {job} came due");
    }
    for (job, effect) in QUIET {
        let mut done = false;
        for (_, thing) in due.iter().filter(|(j, _)| j == job) {
            let effect = effect.replace("{n}", &thing.to_string()).replace("{at}", &old.at.to_string());
            let effect = format!("select {}", effect.replace("{now}", &end.to_string()));
            let found: Option<bool> = sqlx::query_scalar(AssertSqlSafe(effect)).fetch_one(&mut db).await.unwrap();
            done |= found.unwrap_or(false);
        }
        assert!(done, "no {job} did anything");
    }
    db.close().await.unwrap();
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
