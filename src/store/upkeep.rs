//! Looking after the database: what is deleted leaves the files too, damage is named, and changes that are missing are noticed.

use sqlx::{Connection, SqliteConnection};

use super::{Lock, Store};
use crate::model::{Moment, Result};

/// Writes what stands in the write-ahead log into the database, and empties the log: what was deleted stands in it as it was.
/// Returns false where somebody who reads stands in the way.
pub async fn empty_log(db: &mut SqliteConnection) -> Result<bool> {
    let (busy, _, _): (i64, i64, i64) = sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(db).await?;
    Ok(busy == 0)
}

/// Counts a change, in its own transaction. Returns how many the database holds with it.
pub async fn count_change(tx: &mut SqliteConnection) -> Result<i64> {
    let changes = sqlx::query_scalar!(
        r#"insert into facts (key, value) values ('changes', '1')
           on conflict (key) do update set value = cast(value as integer) + 1
           returning cast(value as integer) as "changes!: i64""#
    )
    .fetch_one(tx)
    .await?;
    Ok(changes)
}

impl Store {
    /// What `pragma quick_check` finds wrong, in its own words, which name pages and tables and no content. `None` if nothing is.
    pub async fn damage(&self) -> Result<Option<String>> {
        let mut connection = self.writer().await?;
        let found: Result<Vec<String>, _> =
            sqlx::query_scalar("pragma quick_check(10)").fetch_all(&mut connection).await;
        connection.close().await?;
        let found = match found {
            Ok(found) => found,
            Err(error) => vec![crate::model::Fault::from(error).what],
        };
        Ok((found != ["ok"]).then(|| found.join("; ")))
    }

    /// What earlier versions deleted without wiping it stands in free pages of the file: once, all of it is written anew.
    pub async fn wipe_free_pages(&self) -> Result<()> {
        let mut connection = self.writer().await?;
        let is_wiped =
            sqlx::query_scalar!(r#"select exists(select 1 from facts where key = 'wiped') as "there!: bool""#);
        if !is_wiped.fetch_one(&mut connection).await? {
            // A new database has nothing to wipe.
            let is_used = sqlx::query_scalar!(r#"select exists(select 1 from people) as "used!: bool""#);
            if is_used.fetch_one(&mut connection).await? {
                sqlx::query("vacuum").execute(&mut connection).await?;
                empty_log(&mut connection).await?;
            }
            sqlx::query!("insert into facts (key, value) values ('wiped', '1')").execute(&mut connection).await?;
        }
        connection.close().await?;
        Ok(())
    }

    /// Compares the changes in the database with those that were confirmed, and holds the lock from now on.
    ///
    /// Where the database lacks some, an older backup was put back, or its log was lost. Cards and buttons of what it does not
    /// know any more are still out there: new numbers begin higher, so that none of them means something else. The same where
    /// nobody can tell, because the lock's file is not there: the database came from another machine.
    pub async fn compare_changes(&mut self, lock: Lock, now: Moment) -> Result<()> {
        let mut connection = self.writer().await?;
        let changes =
            sqlx::query_scalar!(r#"select cast(value as integer) as "n!: i64" from facts where key = 'changes'"#)
                .fetch_optional(&mut connection)
                .await?
                .unwrap_or(0);
        let noted = lock.noted();
        if noted.map_or(changes > 0, |noted| noted > changes) {
            let lost = noted.map_or(0, |noted| noted - changes);
            match noted {
                Some(_) => tracing::error!(
                    lost,
                    "the database lacks changes that were confirmed: an older backup was put back, or its -wal file was lost \
                     or broken; new requests and activities get higher numbers, so that old buttons reach nobody else's"
                ),
                None => tracing::info!(
                    "this database has not run here before; new requests and activities get higher numbers"
                ),
            }
            let changes = changes.max(noted.unwrap_or(0)) + 1;
            begin_higher(&mut connection, now, lost, changes).await?;
            lock.note(changes);
        } else {
            lock.note(changes);
        }
        connection.close().await?;
        self.lock = Some(lock);
        Ok(())
    }

    /// Notes outside the database how many changes it holds by now.
    pub fn note_changes(&self, changes: i64) {
        if let Some(lock) = &self.lock {
            lock.note(changes);
        }
    }
}

/// More than one change ever gives.
const NUMBERS_OF_A_CHANGE: i64 = 10_000;

/// Numbers that are given from now on are above the seconds of the clock, and above all that the lost changes can have given:
/// also where an older backup is put back more than once.
async fn begin_higher(connection: &mut SqliteConnection, now: Moment, lost: i64, changes: i64) -> Result<()> {
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
    // A table that never held a row is not in the list yet.
    sqlx::query(
        "insert into sqlite_sequence (name, seq) select name, 0 from sqlite_schema
         where type = 'table' and sql like '%AUTOINCREMENT%' and name not in (select name from sqlite_sequence)",
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query("update sqlite_sequence set seq = max(seq, ?) + ?")
        .bind(now)
        .bind(lost.saturating_mul(NUMBERS_OF_A_CHANGE))
        .execute(&mut *tx)
        .await?;
    let changes = changes.to_string();
    sqlx::query!(
        "insert into facts (key, value) values ('changes', ?) on conflict (key) do update set value = excluded.value",
        changes
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}
