//! Old buttons of each feature do what they say: what is on disk changes with the press.

use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

use super::presses::press;
use super::{begin, fixture, no_fault};

/// How a button's data begins, and what is true afterwards that was not before. `{n}` is the first number in the data, `{me}`
/// who presses.
const EFFECTS: &[(&str, &str)] = &[
    ("req:help:", "exists (select 1 from responses where request_id = {n} and helper_id = {me} and state = 'offered')"),
    ("req:yes:", "(select state from responses where id = {n}) = 'accepted'"),
    ("req:done:", "(select state from requests where id = {n}) = 'done'"),
    ("req:cant:", "(select state from responses where id = {n}) = 'withdrawn'"),
    ("req:end:", "(select state from requests where id = {n}) = 'withdrawn'"),
    ("work:claim:", "(select claimed_by from worklist where id = {n}) = {me}"),
    ("req:tm:for:", "(select handler_id from requests where id = {n}) = {me}"),
    ("act:c:kom:", "exists (select 1 from rsvps where activity_id = {n} and person_id = {me} and state = 'going')"),
    (
        "act:c:niet:",
        "exists (select 1 from rsvps where activity_id = {n} and person_id = {me} and state = 'not_going')",
    ),
    ("act:r:ja:", "(select confirmed from activities where id = {n}) = 1"),
    ("act:h:graag:", "not exists (select 1 from activity_offers where id = {n})"),
    ("act:w:yes:", "exists (select 1 from company_asks where id = {n} and state <> 'asked')"),
    ("rel:say:", "exists (select 1 from dialogues where person_id = {me} and flow = 'relay-answer')"),
    ("work:give:", "(select claimed_by from worklist where id = {n}) is null"),
    ("mem:quiet", "(select quiet from people where id = {me}) = 1"),
    ("nbh:join:", "exists (select 1 from members where person_id = {me} and neighbourhood_id = {n})"),
    ("plc:offnow:", "(select gone_at from places where id = {n}) is not null"),
];

async fn is_so(db: &mut SqliteConnection, what: &str) -> bool {
    let found: Option<bool> = sqlx::query_scalar(AssertSqlSafe(format!("select {what}"))).fetch_one(db).await.unwrap();
    found.unwrap_or(false)
}

#[tokio::test]
async fn what_is_pressed_happens() {
    let old = fixture::old();
    let mut idle = Vec::new();
    let mut stage = fixture::stage(&old).await;
    begin(&mut stage).await;
    let mut db = fixture::reading(&stage.config.database).await;
    for (begins, effect) in EFFECTS {
        let mut acted = false;
        for button in old.buttons.iter().filter(|b| b.data.starts_with(begins)) {
            let me = sqlx::query_scalar("select id from people where user_id = ?").bind(button.by);
            let Some(me): Option<i64> = me.fetch_optional(&mut db).await.unwrap() else { continue };
            let number = button.data[begins.len()..].split(':').next().unwrap();
            let effect = effect.replace("{n}", number).replace("{me}", &me.to_string());
            if is_so(&mut db, &effect).await {
                continue;
            }
            assert!(press(&stage, button));
            stage.settled().await.unwrap();
            no_fault(&stage, &button.data).await;
            acted = is_so(&mut db, &effect).await;
            if acted {
                break;
            }
        }
        if !acted {
            idle.push(*begins);
        }
    }
    db.close().await.unwrap();
    stage.stop().await;
    assert!(idle.is_empty(), "no press on {idle:?} had its effect");
}
