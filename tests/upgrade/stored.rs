//! What the old database holds: a row in every table and of every kind, and sealed values that open with its key, before and
//! after it was brought up to date; and what waited goes out.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use stoep::practice::What;
use stoep::store::Key;

use super::{begin, fixture, no_fault, parked, refused, seen};

/// Every sealed column, and what names its row.
const SEALED: &[(&str, &str, &str)] = &[
    ("activity_changes", "sealed_change", "id"),
    ("activity_drafts", "sealed_draft", "id"),
    ("activity_photos", "sealed_photo", "activity_id"),
    ("activity_voices", "sealed_voice", "activity_id || '/' || kind"),
    ("card_slots", "sealed_content", "feature || '/' || thing || '/' || chat_id"),
    ("dialogues", "sealed_state", "person_id"),
    ("drafts", "sealed_draft", "id"),
    ("outbox", "sealed_send", "id"),
    ("parked", "sealed_raw", "fault"),
    ("relay_messages", "sealed_words", "id"),
    ("request_media", "sealed_media", "request_id || ':' || kind"),
    ("requests", "sealed_caller", "id"),
];

/// Opens every sealed value; how many of each column there are.
async fn open_all(db: &mut SqliteConnection, key: &Key) -> Vec<(String, usize)> {
    let columns = "select t.name, c.name from sqlite_schema t, pragma_table_info(t.name) c
                   where t.type = 'table' and c.name like 'sealed%' order by t.name";
    let columns: Vec<(String, String)> = sqlx::query_as(columns).fetch_all(&mut *db).await.unwrap();
    let mut counts = Vec::new();
    for (table, column) in columns {
        let row = SEALED.iter().find(|(t, c, _)| *t == table && *c == column).map_or("null", |(.., row)| row);
        let all = format!("select cast({row} as text), {column} from {table} where {column} is not null");
        let rows = sqlx::query(AssertSqlSafe(all)).fetch_all(&mut *db).await.unwrap();
        for found in &rows {
            let (row, sealed): (Option<String>, Vec<u8>) = (found.get(0), found.get(1));
            let row = row.unwrap_or_else(|| panic!("what names the row of {table}.{column}?"));
            let opened = key.open((&table, &column), &row, &sealed);
            assert!(opened.is_ok(), "{table}.{column} of row {row} does not open");
        }
        counts.push((format!("{table}.{column}"), rows.len()));
    }
    counts
}

/// All values of a query for words.
async fn words(db: &mut SqliteConnection, sql: &str) -> BTreeSet<String> {
    let found: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_all(db).await.unwrap();
    found.into_iter().collect()
}

fn set(all: &str) -> BTreeSet<String> {
    all.split_whitespace().map(str::to_owned).collect()
}

/// A copy of the old database that nothing has touched.
async fn untouched() -> (tempfile::TempDir, SqliteConnection) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("stoep.sqlite");
    std::fs::copy(fixture::folder().join("stoep.db"), &copy).unwrap();
    let db = fixture::reading(Path::new(&copy)).await;
    (folder, db)
}

#[tokio::test]
async fn it_holds_a_row_in_every_table_and_of_every_kind() {
    let (_folder, mut db) = untouched().await;
    let tables =
        words(&mut db, "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").await;
    for table in &tables {
        let rows = words(&mut db, &format!("select '' || count(*) from {table}")).await;
        assert_ne!(rows, set("0"), "{table} is empty");
    }
    let jobs = words(&mut db, "select feature || ':' || kind from jobs").await;
    let all = "act:again-date act:again-make act:come-pass act:come-remind act:come-tell act:draft-old act:host-ask act:host-day
               act:host-over act:host-soon act:with-look agd:digest help:drop help:wait rel:drop rel:quiet rel:wait req:after
               req:choose req:course req:draft req:forget req:wait work:back work:tell work:wait work:week";
    assert_eq!(jobs, set(all));
    let flows = words(&mut db, "select flow from dialogues").await;
    let all = "acquaint activiteit age anders bericht company-reach gaat-niet-door hoeveel human plek reach reach-team
               relay-answer relay-ask rename rename-team renew setup team-hours team-place vraag";
    assert_eq!(flows, set(all));
    let open = words(&mut db, "select kind from worklist where ended_at is null and claimed_by is null").await;
    let all =
        "acquaintance disagreement ghost lapsed orphan question silence taken_over team unanswered unaware unpleasant";
    assert_eq!(open, set(all));
    let claimed = words(&mut db, "select kind from worklist where ended_at is null and claimed_by is not null").await;
    assert!(claimed.is_superset(&set("acquaintance ghost orphan question taken_over team unpleasant")), "{claimed:?}");
    let calls = words(&mut db, "select iif(claimed_by is null, 'open', 'claimed') from help_calls").await;
    assert_eq!(calls, set("open claimed"));
    let cards =
        words(&mut db, "select s.feature || ':' || c.kind from card_slots s join chats c on c.id = s.chat_id").await;
    assert!(cards.is_superset(&set("act:private act:supergroup nbh:supergroup req:supergroup")), "{cards:?}");
    let states = words(&mut db, "select state from requests").await;
    assert_eq!(states, set("open promised done withdrawn taken_over lapsed"));
    let company = words(&mut db, "select state from company").await;
    assert_eq!(company, set("looking met ended"));
    let relays = words(&mut db, "select state from relays").await;
    assert_eq!(relays, set("asked answered ended"));
}

#[tokio::test]
async fn every_sealed_value_opens_before_and_after_and_what_waits_goes_out() {
    let key = fixture::key();
    let (_folder, mut db) = untouched().await;
    let before = open_all(&mut db, &key).await;
    assert!(before.iter().all(|(_, n)| *n > 0), "{before:?}");
    assert_eq!(before.len(), SEALED.len());
    let now = "select id from outbox where not_before is null";
    let waiting: Vec<i64> = sqlx::query_scalar(now).fetch_all(&mut db).await.unwrap();

    let old = fixture::old();
    let mut stage = fixture::stage(&old).await;
    let since = seen(&stage);
    begin(&mut stage).await;
    no_fault(&stage, "the start").await;
    assert_eq!(refused(&stage, since), Vec::<String>::new());
    let out = |what: &What| matches!(what, What::BotSent { .. } | What::BotEdited { .. });
    let sent = stage.world.log(since).iter().filter(|e| out(&e.what)).count();
    // One more is the answer to what the operator put back.
    assert!(sent > waiting.len(), "{sent} sent, {} waited", waiting.len());
    assert_eq!(parked(&stage).await, ["b4tz9c"], "what was put back is handled, the other still there");
    let mut db = fixture::reading(&stage.config.database).await;
    let left: Vec<i64> = sqlx::query_scalar("select id from outbox").fetch_all(&mut db).await.unwrap();
    assert!(waiting.iter().all(|row| !left.contains(row)), "{left:?} still waits");
    let after = open_all(&mut db, &key).await;
    assert!(after.iter().map(|(_, n)| n).sum::<usize>() > 100);
    db.close().await.unwrap();

    stage.clock.move_by(2 * 3600);
    stage.settled().await.unwrap();
    let mut db = fixture::reading(&stage.config.database).await;
    let still: Vec<i64> = sqlx::query_scalar("select id from outbox").fetch_all(&mut db).await.unwrap();
    assert!(left.iter().all(|row| !still.contains(row)), "{still:?} still waits");
    db.close().await.unwrap();
    stage.stop().await;
}
