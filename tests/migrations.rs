//! Every migration is run over a database that holds data: whoever upgrades loses no row, and no row ends up pointing at
//! nothing.

use std::collections::BTreeMap;
use std::path::Path;

use regex::Regex;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};

/// Rows put into every table: one with all columns filled where the table allows that, one with as few as possible.
const ROWS: i64 = 2;

/// A column, and where it points to.
struct Column {
    name: String,
    kind: String,
    optional: bool,
    points_to: Option<(String, String)>,
    /// What a CHECK on this column alone allows.
    allowed: Vec<String>,
}

/// Columns whose values a migration moved or changed: migration, table, columns. A test of its own says what becomes of each value.
const CHANGED: &[(&str, &str, &[&str])] = &[
    (
        "0015_settings.sql",
        "neighbourhoods",
        &["residents_announce", "show_comers", "digest", "team_hours", "team_place"],
    ),
    ("0017_age_wishes.sql", "age_wishes", &["wish"]),
    ("0020_standings.sql", "invitations", &["neighbourhood_id"]),
];

type Schema = BTreeMap<String, Vec<Column>>;

fn migrations() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(p).unwrap()))
        .collect();
    found.sort();
    found
}

async fn empty() -> SqliteConnection {
    let options = SqliteConnectOptions::new().in_memory(true).foreign_keys(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// As the program applies it: one transaction, foreign keys off.
async fn apply(db: &mut SqliteConnection, (name, sql): &(String, String)) {
    sqlx::raw_sql("pragma foreign_keys = off").execute(&mut *db).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.clone())).execute(&mut *tx).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    tx.commit().await.unwrap_or_else(|e| panic!("{name}: {e}"));
    sqlx::raw_sql("pragma foreign_keys = on").execute(db).await.unwrap();
}

async fn rows(db: &mut SqliteConnection, sql: String) -> Vec<sqlx::sqlite::SqliteRow> {
    sqlx::query(AssertSqlSafe(sql.clone())).fetch_all(db).await.unwrap_or_else(|e| panic!("{sql}: {e}"))
}

async fn schema(db: &mut SqliteConnection) -> Schema {
    let tables =
        rows(db, "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%'".into()).await;
    let mut schema = Schema::new();
    for table in tables {
        let (name, sql): (String, String) = (table.get("name"), table.get("sql"));
        let mut columns = Vec::new();
        for c in rows(db, format!("pragma table_info({name})")).await {
            let (column, kind): (String, String) = (c.get("name"), c.get("type"));
            let optional = c.get::<i64, _>("notnull") == 0 && c.get::<i64, _>("pk") == 0;
            columns.push(Column { allowed: allowed(&sql, &column), name: column, kind, optional, points_to: None });
        }
        for key in rows(db, format!("pragma foreign_key_list({name})")).await {
            let from: String = key.get("from");
            let to = (key.get("table"), key.get("to"));
            columns.iter_mut().filter(|c| c.name == from).for_each(|c| c.points_to = Some(to.clone()));
        }
        schema.insert(name, columns);
    }
    schema
}

/// The values of `CHECK (column IN (…))`, or the ends of `CHECK (column BETWEEN … AND …)`, as SQL.
fn allowed(sql: &str, column: &str) -> Vec<String> {
    let list = Regex::new(&format!(r"(?is)check\s*\(\s*{column}\s+in\s*\(([^)]*)\)")).unwrap();
    let span = Regex::new(&format!(r"(?is)check\s*\(\s*{column}\s+between\s+(\d+)\s+and\s+(\d+)")).unwrap();
    if let Some(found) = list.captures(sql) {
        return found[1].split(',').map(|v| v.trim().to_owned()).collect();
    }
    span.captures(sql).map(|f| vec![f[1].to_owned(), f[2].to_owned()]).unwrap_or_default()
}

/// What the n-th row has in this column, as SQL. A column that points to another has what stands there in its n-th row.
fn value(schema: &Schema, table: &str, column: &Column, n: i64) -> String {
    if let Some((to_table, to_column)) = &column.points_to {
        let target = schema[to_table].iter().find(|c| c.name == *to_column).unwrap();
        return value(schema, to_table, target, n);
    }
    if !column.allowed.is_empty() {
        return column.allowed[(n as usize - 1) % column.allowed.len()].clone();
    }
    match column.kind.as_str() {
        "TEXT" => format!("'{table} {} {n}'", column.name),
        "BLOB" => format!("x'0{n}ff00'"),
        _ => n.to_string(),
    }
}

/// Puts [`ROWS`] rows into every table.
async fn fill(db: &mut SqliteConnection, schema: &Schema) {
    let mut tx = db.begin().await.unwrap();
    // Tables may point at each other in a circle: looked at on commit.
    sqlx::query("pragma defer_foreign_keys = on").execute(&mut *tx).await.unwrap();
    for (table, columns) in schema {
        for n in 1..=ROWS {
            let insert = |optional: bool| {
                let used: Vec<&Column> = columns.iter().filter(|c| optional || !c.optional).collect();
                let names: Vec<_> = used.iter().map(|c| c.name.as_str()).collect();
                let values: Vec<_> = used.iter().map(|c| value(schema, table, c, n)).collect();
                format!("insert into {table} ({}) values ({})", names.join(", "), values.join(", "))
            };
            // A CHECK over several columns may forbid a full row.
            let full = n == 1 && sqlx::query(AssertSqlSafe(insert(true))).execute(&mut *tx).await.is_ok();
            if !full {
                let least = insert(false);
                sqlx::query(AssertSqlSafe(least.clone()))
                    .execute(&mut *tx)
                    .await
                    .unwrap_or_else(|e| panic!("{least}: {e}"));
            }
        }
    }
    tx.commit().await.unwrap();
}

/// Everything in these columns of a table.
async fn content(db: &mut SqliteConnection, table: &str, columns: &[&str]) -> Vec<String> {
    let all: Vec<_> = columns.iter().map(|c| format!("quote({c})")).collect();
    let sql = format!("select {} as line from {table} order by line", all.join(" || ' ' || "));
    rows(db, sql).await.iter().map(|r| r.get("line")).collect()
}

async fn is_sound(db: &mut SqliteConnection, after: &str) {
    let dangling = rows(db, "pragma foreign_key_check".into()).await;
    assert!(dangling.is_empty(), "{after}: {} rows point at nothing", dangling.len());
    let integrity: String = rows(db, "pragma integrity_check".into()).await[0].get(0);
    assert_eq!(integrity, "ok", "{after}");
}

#[tokio::test]
async fn no_migration_loses_what_was_there() {
    let all = migrations();
    for (at, migration) in all.iter().enumerate() {
        let mut db = empty().await;
        for earlier in &all[..at] {
            apply(&mut db, earlier).await;
        }
        let before = schema(&mut db).await;
        fill(&mut db, &before).await;
        is_sound(&mut db, "the test's own rows").await;
        let mut kept = Vec::new();
        for (table, columns) in &before {
            let is_changed =
                |c: &str| CHANGED.iter().any(|(m, t, all)| migration.0 == *m && table == t && all.contains(&c));
            let names: Vec<_> = columns.iter().map(|c| c.name.as_str()).filter(|c| !is_changed(c)).collect();
            let rows = content(&mut db, table, &names).await;
            assert_eq!(rows.len() as i64, ROWS, "{table}");
            kept.push((table, names, rows));
        }
        apply(&mut db, migration).await;
        for (table, names, rows) in kept {
            // A migration may add rows of its own.
            let now = content(&mut db, table, &names).await;
            let lost: Vec<_> = rows.iter().filter(|row| !now.contains(row)).collect();
            assert!(lost.is_empty(), "{} over {table}: {lost:?} became {now:?}", migration.0);
        }
        is_sound(&mut db, &migration.0).await;
    }
}

/// An empty database as it was before a migration, with that migration.
async fn just_before(name: &str) -> (SqliteConnection, (String, String)) {
    let mut db = empty().await;
    for migration in migrations() {
        if migration.0 == name {
            return (db, migration);
        }
        apply(&mut db, &migration).await;
    }
    panic!("there is no {name}");
}

#[tokio::test]
async fn every_setting_arrives_in_its_table() {
    let (mut db, migration) = just_before("0015_settings.sql").await;
    sqlx::raw_sql(
        "insert into neighbourhoods (id, name, team, language, join_code, created_at,
             residents_announce, show_comers, digest, team_hours, team_place) values
           (1, 'Oost', 'team', 'nl', 'a', 0, 1, 0, 0, 'op werkdagen', null),
           (2, 'West', 'team', 'nl', 'b', 0, 0, 1, 0, null, 'in het buurthuis'),
           (3, 'Noord', 'team', 'en', 'c', 0, 0, 0, 1, null, null),
           (4, 'Zuid', 'team', 'nl', 'd', 0, 1, 1, 1, 'altijd', 'overal'),
           (5, 'Midden', 'team', 'nl', 'e', 0, 0, 0, 0, null, null)",
    )
    .execute(&mut db)
    .await
    .unwrap();
    apply(&mut db, &migration).await;
    let sql = "select neighbourhood_id || ' ' || key || ' ' || value as line from settings order by 1";
    let found: Vec<String> = rows(&mut db, sql.into()).await.iter().map(|r| r.get("line")).collect();
    let expected = [
        "1 ann on",
        "1 hours op werkdagen",
        "2 names on",
        "2 place in het buurthuis",
        "3 week on",
        "4 ann on",
        "4 hours altijd",
        "4 names on",
        "4 place overal",
        "4 week on",
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn what_waits_for_an_age_names_its_feature() {
    let (mut db, migration) = just_before("0017_age_wishes.sql").await;
    let wishes = [
        ("willing", "tru:willing"),
        ("acquaint", "tru:acquaint"),
        ("act:c:kom:7", "act:c:kom:7"),
        ("help:7", "req:help:7"),
    ];
    sqlx::raw_sql("pragma foreign_keys = off").execute(&mut db).await.unwrap();
    for (person, (wish, _)) in wishes.iter().enumerate() {
        rows(&mut db, format!("insert into age_wishes (person_id, wish) values ({person}, '{wish}')")).await;
    }
    apply(&mut db, &migration).await;
    let found = rows(&mut db, "select wish from age_wishes order by person_id".into()).await;
    let found: Vec<String> = found.iter().map(|r| r.get("wish")).collect();
    assert_eq!(found, wishes.map(|(_, after)| after));
}

#[tokio::test]
async fn an_operators_code_is_spent_on_the_first_neighbourhood_of_its_user() {
    let (mut db, migration) = just_before("0020_standings.sql").await;
    sqlx::raw_sql("pragma foreign_keys = off").execute(&mut db).await.unwrap();
    sqlx::raw_sql(
        "insert into roles (person_id, neighbourhood_id, role, given_at) values
           (1, 8, 'administrator', 0), (1, 7, 'administrator', 0), (2, 7, 'moderator', 0);
         insert into invitations (id, hash, kind, neighbourhood_id, expires_at, used_by) values
           (1, x'01', 'operator', null, 9, 1), (2, x'02', 'operator', null, 9, 2), (3, x'03', 'operator', null, 9, null),
           (4, x'04', 'moderator', 8, 9, 1)",
    )
    .execute(&mut db)
    .await
    .unwrap();
    apply(&mut db, &migration).await;
    let now = content(&mut db, "invitations", &["id", "neighbourhood_id"]).await;
    assert_eq!(now, ["1 7", "2 NULL", "3 NULL", "4 8"]);
}

#[tokio::test]
async fn a_call_that_nobody_took_goes_on_the_worklist_under_a_number_of_its_own() {
    let all = migrations();
    let at = all.iter().position(|(name, _)| name.starts_with("0016")).unwrap();
    let mut db = empty().await;
    for earlier in &all[..at] {
        apply(&mut db, earlier).await;
    }
    let before = schema(&mut db).await;
    // The first call was taken, the second was not.
    fill(&mut db, &before).await;
    sqlx::query("delete from worklist where id = 2").execute(&mut db).await.unwrap();
    apply(&mut db, &all[at]).await;
    let columns = ["id", "neighbourhood_id", "feature", "thing", "kind", "made_at", "told", "claimed_by", "ended_at"];
    let now = content(&mut db, "worklist", &columns).await;
    assert_eq!(now.len(), 2, "{now:?}");
    assert_eq!(now[1], "3 2 'help' 2 'call' 2 1 NULL NULL");
}

/// Tables whose numbers stand in no button, link, card or job, and so may come back.
const NUMBERED_FOR_ITSELF: &[&str] =
    &["age_wishes", "card_slots", "invitations", "jobs", "outbox", "relay_openings", "rsvps", "standing_acts"];

#[tokio::test]
async fn a_number_that_a_button_may_carry_is_never_given_twice() {
    let mut db = empty().await;
    for migration in migrations() {
        apply(&mut db, &migration).await;
    }
    let sql = "select name from sqlite_schema where type = 'table' and sql like '% id %INTEGER PRIMARY KEY%'
               and sql not like '%AUTOINCREMENT%' order by name";
    let found: Vec<String> = rows(&mut db, sql.into()).await.iter().map(|r| r.get("name")).collect();
    assert_eq!(found, NUMBERED_FOR_ITSELF, "a table with an id has AUTOINCREMENT, or a reason not to");
}

#[tokio::test]
async fn a_number_stays_taken_when_its_table_is_made_anew() {
    let (mut db, migration) = just_before("0018_numbers.sql").await;
    let before = schema(&mut db).await;
    fill(&mut db, &before).await;
    apply(&mut db, &migration).await;
    sqlx::raw_sql("pragma foreign_keys = off; delete from requests").execute(&mut db).await.unwrap();
    let columns: Vec<_> = before["requests"].iter().filter(|c| !c.optional && c.name != "id").collect();
    let names: Vec<_> = columns.iter().map(|c| c.name.as_str()).collect();
    let values: Vec<_> = columns.iter().map(|c| value(&before, "requests", c, 2)).collect();
    let insert = format!("insert into requests ({}) values ({}) returning id", names.join(", "), values.join(", "));
    let id: i64 = rows(&mut db, insert).await[0].get("id");
    assert_eq!(id, ROWS + 1);
}

#[tokio::test]
async fn a_question_that_nobody_answered_ends() {
    let (mut db, migration) = just_before("0018_numbers.sql").await;
    sqlx::raw_sql("pragma foreign_keys = off").execute(&mut db).await.unwrap();
    sqlx::raw_sql(
        "insert into relays (id, neighbourhood_id, resident_id, state, said_at) values
           (1, 1, 1, 'asked', 1000), (2, 1, 2, 'answered', 1000), (3, 1, 3, 'ended', 1000)",
    )
    .execute(&mut db)
    .await
    .unwrap();
    rows(&mut db, "insert into jobs (feature, kind, thing, at) values ('rel', 'quiet', 2, 5)".into()).await;
    apply(&mut db, &migration).await;
    let sql = "select feature || ' ' || kind || ' ' || thing || ' ' || at as line from jobs order by thing";
    let found: Vec<String> = rows(&mut db, sql.into()).await.iter().map(|r| r.get("line")).collect();
    assert_eq!(found, [format!("rel quiet 1 {}", 1000 + 30 * 86400), "rel quiet 2 5".to_owned()]);
}

#[tokio::test]
async fn the_whole_schema_takes_rows_and_every_table_is_strict() {
    let mut db = empty().await;
    for migration in migrations() {
        apply(&mut db, &migration).await;
    }
    let schema = schema(&mut db).await;
    fill(&mut db, &schema).await;
    is_sound(&mut db, "all migrations").await;
    let lax = rows(&mut db, "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'".into()).await;
    let lax: Vec<String> = lax.iter().map(|r| r.get("name")).collect();
    assert!(lax.is_empty(), "not STRICT: {lax:?}");
}

#[test]
fn migrations_are_numbered_one_by_one() {
    for (at, (name, sql)) in migrations().iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}_", at + 1)), "{name} should be number {}", at + 1);
        assert!(sql.starts_with("-- "), "{name} does not open by saying what it is for");
    }
}
