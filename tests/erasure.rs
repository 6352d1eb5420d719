//! What is deleted is gone from the files too. People leave words of every kind that has a term, the terms pass, and then the
//! database, its write-ahead log and its index are searched byte by byte for what no table holds any more: while Stoep runs, and
//! after it stopped. docs/PRIVACY.md has the terms.

#[allow(dead_code, reason = "shared with tests/upgrade, which uses the rest of it")]
#[path = "upgrade/fixture.rs"]
mod fixture;
mod harness;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use harness::act::Scene;
use harness::script::action;
use harness::{Stage, begin};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection};

/// Shorter values are words of the program, or chance.
const LEAST: usize = 12;

/// Days after which every term has passed.
const DAYS: i64 = 75;

const SETTING: &str = "\
buurt: Oosterpark
wie: Maria, spreekt en
bewoners: Fatima, Joop, Maria, Ria
activiteit: Koffie, vrijdag 27 november 10:00 tot 12:00, Buurthuis, max 12
komt: Ria, Fatima
";

/// What people do. Each word that begins with 'kanarie' is of something that has a term.
const LINES: &[&str] = &[
    // A call to the team: 30 days.
    "Joop: /wijkteam",
    "Joop tikt [Neem contact met mij op]",
    "Joop: kanarie-beller aan de deur",
    // A question to the team that is answered, one that never is, and one that is not okay: 7 days after the end.
    "Fatima: /wijkteam",
    "Fatima tikt [Stel een vraag]",
    "Fatima: kanarie-vraag van Fatima",
    "Els: /werklijst",
    "Els tikt [Fatima heeft een vraag aan het team.]",
    "Els tikt [Ik pak dit op]",
    "Els tikt [Antwoord]",
    "Els: kanarie-antwoord van Els",
    "Maria: /team",
    "Maria tikt [Ask a question]",
    "Maria: kanarie-question of Maria",
    // Who wants to get to know the team: until they met.
    "Joop: /prikbord",
    "Joop tikt [Helpen met vervoer, kinderen of brieven]",
    "Joop: kanarie-kennis zit op nummer 4",
    "Els: /werklijst",
    "Els tikt [Joop wil kennismaken]",
    "Els tikt [Ik pak dit op]",
    "Els tikt [We hebben kennisgemaakt]",
    // Who called the team: 30 days after it ended.
    "Els: /vraag",
    "Els tikt [Voor een bewoner zonder Telegram]",
    "Els: kanarie-naam de Boer",
    "Els: heeft hij niet",
    "Els: 020 123 45 67",
    "Els tikt [Nee]",
    "Els tikt [Ja]",
    "Els tikt [🔧 Klusje]",
    "Els: Een kraan die lekt",
    "Els tikt [Vandaag]",
    "Els tikt [In de groep]",
    "Els tikt [Versturen]",
    // Who goes together: until it is over.
    "Fatima tikt [Ik kom liever niet alleen]",
    "Fatima tikt [Zoek iemand]",
    "Ria tikt [Ja, leuk]",
    "Fatima tikt [Ja, leuk]",
    "Ria tikt [Laat weten hoe je te bereiken bent]",
    "Ria: kanarie-samen woont boven de bakker",
    // What is not placed or half done: a day in a group, 30 days in private.
    "Ria in Oosterpark: /vraag Wie heeft een kanarie-klad voor mij?",
    "Karel in Oosterpark: /activiteit Kanarie-feest in het buurthuis dinsdag 1 december 10-12 u",
    "Maria: /help",
    "Joop: /vraag",
    "Joop tikt [🔧 Klusje]",
    "Joop: Wie maakt mijn kanarie-half werk af?",
];

/// Words that stand in the database as they are, for as long as their term.
const PLAIN: &[&str] = &["kanarie-beller", "kanarie-kennis", "kanarie-samen"];

/// Every value of every table that is text or bytes, and where it stands.
async fn values(db: &mut SqliteConnection) -> HashMap<Vec<u8>, String> {
    let columns = "select m.name, c.name from sqlite_schema m join pragma_table_info(m.name) c
                   where m.type = 'table' and c.type in ('TEXT', 'BLOB')";
    let columns: Vec<(String, String)> = sqlx::query_as(columns).fetch_all(&mut *db).await.unwrap();
    let mut values = HashMap::new();
    for (table, column) in columns {
        let sql = format!("select cast({column} as blob) as v from {table} where length({column}) >= {LEAST}");
        for row in sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *db).await.unwrap() {
            values.insert(row.get("v"), format!("{table}.{column}"));
        }
    }
    values
}

async fn values_of(stage: &Stage) -> HashMap<Vec<u8>, String> {
    let mut db = fixture::reading(&stage.config.database).await;
    let values = values(&mut db).await;
    db.close().await.unwrap();
    values
}

fn files(database: &Path) -> Vec<(String, Vec<u8>)> {
    let name = |ending: &str| format!("{}{ending}", database.display());
    ["", "-wal", "-shm"].into_iter().filter_map(|e| Some((e.to_owned(), std::fs::read(name(e)).ok()?))).collect()
}

/// Which of these stand somewhere in the bytes.
fn found<'a>(bytes: &[u8], sought: &HashSet<&'a [u8]>) -> HashSet<&'a [u8]> {
    let mut by_beginning: HashMap<&[u8], Vec<&'a [u8]>> = HashMap::new();
    for one in sought {
        by_beginning.entry(&one[..LEAST]).or_default().push(one);
    }
    let mut found = HashSet::new();
    for (at, window) in bytes.windows(LEAST).enumerate() {
        let here = by_beginning.get(window).into_iter().flatten();
        found.extend(here.filter(|one| bytes[at..].starts_with(one)).copied());
    }
    found
}

/// The beginning of a value: a long one may be split over pages, and none has another's beginning by chance.
fn beginning(value: &[u8]) -> &[u8] {
    &value[..value.len().min(24)]
}

/// Nothing that once stood in a table and stands in none now is in the files.
async fn nothing_is_left(stage: &Stage, before: &HashMap<Vec<u8>, String>) -> usize {
    let mut db = fixture::reading(&stage.config.database).await;
    let now = values(&mut db).await;
    let schema: Vec<String> =
        sqlx::query_scalar("select sql from sqlite_schema where sql is not null").fetch_all(&mut db).await.unwrap();
    db.close().await.unwrap();
    let there: Vec<u8> = now.keys().flat_map(|v| v.iter().chain(b"\n")).copied().collect();
    let there = [there, schema.join("\n").into_bytes()].concat();
    let mut sought: HashSet<&[u8]> = before.keys().map(|v| beginning(v)).collect();
    for kept in found(&there, &sought) {
        sought.remove(kept);
    }
    for (file, bytes) in files(&stage.config.database) {
        let left: Vec<_> = found(&bytes, &sought)
            .into_iter()
            .map(|v| {
                let place = before.iter().find(|(value, _)| beginning(value) == v).map(|(_, place)| place);
                format!("{}: {}", place.unwrap(), String::from_utf8_lossy(v))
            })
            .collect();
        assert!(left.is_empty(), "still in the database's file {file:?}:\n{}", left.join("\n"));
    }
    sought.len()
}

/// The clock goes on; every value that was there meanwhile is noted.
async fn let_days_pass(stage: &Stage, days: i64, seen: &mut HashMap<Vec<u8>, String>) {
    for _ in 0..days * 2 {
        stage.clock.move_by(12 * 3600);
        stage.settled().await.unwrap();
        seen.extend(values_of(stage).await);
    }
}

async fn do_this(scene: &mut Scene, line: &str) {
    let done = async { scene.happen(&[action(line)?], false).await };
    done.await.unwrap_or_else(|why| panic!("{line}: {why}"));
}

#[tokio::test]
async fn what_people_leave_is_gone_from_the_files_after_its_term() {
    let (_, mut scene) = begin(SETTING).await.unwrap();
    let mut seen = HashMap::new();
    for line in LINES {
        do_this(&mut scene, line).await;
        seen.extend(values_of(&scene.stage).await);
    }
    for word in PLAIN {
        assert!(seen.keys().any(|v| v.starts_with(word.as_bytes())), "{word} never stood there");
    }
    let_days_pass(&scene.stage, DAYS, &mut seen).await;
    // Something happens after the last deletion: an hour later at most, the log is emptied.
    scene.stage.clock.move_by(3600);
    do_this(&mut scene, "Joop: /help").await;
    let now = values_of(&scene.stage).await;
    let kept: Vec<_> =
        now.iter().filter(|(v, _)| String::from_utf8_lossy(v).to_lowercase().contains("kanarie")).collect();
    assert!(kept.is_empty(), "{kept:?}");
    let rows = ["relays", "relay_messages", "help_calls", "acquaintances", "drafts", "activity_drafts", "dialogues"];
    let mut db = fixture::reading(&scene.stage.config.database).await;
    for table in rows {
        let left: i64 = sqlx::query_scalar(AssertSqlSafe(format!("select count(*) from {table}")))
            .fetch_one(&mut db)
            .await
            .unwrap();
        assert_eq!(left, 0, "{table}");
    }
    db.close().await.unwrap();
    let sought = nothing_is_left(&scene.stage, &seen).await;
    assert!(sought > 30, "{sought} values went");
    canaries_are_gone(&scene.stage);
    scene.stage.stop().await;
    nothing_is_left(&scene.stage, &seen).await;
    canaries_are_gone(&scene.stage);
}

fn canaries_are_gone(stage: &Stage) {
    for (file, bytes) in files(&stage.config.database) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("kanarie"), "in {file:?}: {:?}", text.find("kanarie").map(|at| &text[at..at + 40]));
    }
}

/// Words of distress, each with a canary, at every place where words come in. Stoep answers with a number.
const DISTRESS: &[&str] = &[
    "Fatima: ik wil dood kanarie-een",
    "Fatima: mijn man slaat mij kanarie-twee",
    "Fatima: we hebben niets te eten kanarie-drie",
    "Fatima: ik voel me zo eenzaam kanarie-vier",
    "Fatima in Oosterpark: /vraag ik wil dood kanarie-vijf",
    "Fatima: /vraag er is brand kanarie-zes",
    "Fatima stuurt een foto: hij slaat mij kanarie-zeven",
    "Fatima: /vraag",
    "Fatima tikt [🔧 Klusje]",
    "Fatima: papa slaat mij kanarie-acht",
];

/// Nobody is told, nothing is kept: no word, and no row that says that there were any.
#[tokio::test]
async fn nothing_of_distress_is_ever_stored() {
    let (_, mut scene) = begin(SETTING).await.unwrap();
    do_this(&mut scene, "Fatima: /help").await;
    let rows = counts(&scene.stage).await;
    for line in &DISTRESS[..DISTRESS.len() - 3] {
        do_this(&mut scene, line).await;
        assert_eq!(counts(&scene.stage).await, rows, "{line}");
    }
    for line in &DISTRESS[DISTRESS.len() - 3..] {
        do_this(&mut scene, line).await;
    }
    canaries_are_gone(&scene.stage);
    scene.stage.stop().await;
    canaries_are_gone(&scene.stage);
}

/// How many rows each table has that keeps something: not what Telegram's numbers were seen, nor what goes out.
async fn counts(stage: &Stage) -> Vec<(String, i64)> {
    let mut db = fixture::reading(&stage.config.database).await;
    let tables: Vec<String> = sqlx::query_scalar(
        "select name from sqlite_schema where type = 'table' and name not in ('seen', 'outbox', 'sqlite_sequence') order by name",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    let mut counts = Vec::new();
    for table in tables {
        let sql = AssertSqlSafe(format!("select count(*) from {table}"));
        counts.push((table, sqlx::query_scalar(sql).fetch_one(&mut db).await.unwrap()));
    }
    db.close().await.unwrap();
    counts
}

/// The database of an earlier version holds a row of every kind.
#[tokio::test]
async fn what_an_old_database_holds_goes_too() {
    let old = fixture::old();
    let mut stage = fixture::stage(&old).await;
    let mut seen = values_of(&stage).await;
    stage.start().await.unwrap();
    stage.settled().await.unwrap();
    let_days_pass(&stage, DAYS, &mut seen).await;
    stage.clock.move_by(3600);
    stage.restart().await.unwrap();
    stage.settled().await.unwrap();
    stage.stop().await;
    let sought = nothing_is_left(&stage, &seen).await;
    assert!(sought > 100, "{sought} values went");
}

/// Earlier versions did not wipe what they deleted.
#[tokio::test]
async fn what_was_deleted_before_an_upgrade_is_wiped_by_it() {
    let old = fixture::old();
    let mut stage = fixture::stage(&old).await;
    let options = SqliteConnectOptions::new().filename(&stage.config.database);
    let mut db = options.connect().await.unwrap();
    sqlx::raw_sql(
        "pragma secure_delete = off; create table gone (words text);
         with recursive n (i) as (select 1 union all select i + 1 from n where i < 500)
         insert into gone select 'kanarie-vroeger' || i from n;
         delete from gone; drop table gone",
    )
    .execute(&mut db)
    .await
    .unwrap();
    db.close().await.unwrap();
    let holds = |stage: &Stage| {
        files(&stage.config.database).iter().any(|(_, b)| b.windows(15).any(|w| w == b"kanarie-vroeger"))
    };
    assert!(holds(&stage), "SQLite leaves it there");
    stage.start().await.unwrap();
    stage.settled().await.unwrap();
    assert!(!holds(&stage), "wiped at the first start");
    stage.stop().await;
    assert!(!holds(&stage));
}
