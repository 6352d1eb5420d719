//! Opening a database: private, of a version that fits, with its safety settings, its own key and its own bot.

use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::{Migrate, MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};

use super::private::{Holds, NotPrivate, is_mine_alone, real_path};
use super::{Key, KeyError, Lock, Store, seal};
use crate::model::{Fault, FaultKind, Result};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Why a database can't be used, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A second program runs on it.
    #[error("another Stoep is already running on {0}. Stop that one first, or give this one a database of its own.")]
    InUse(PathBuf),
    /// A program of another version runs on it, and the database would be changed under it.
    #[error(
        "an older version of Stoep is running on {0}, and this one would change the database under it. Start Stoep anew with \
         this version first; then this works."
    )]
    OlderRuns(PathBuf),
    /// Written by a newer program.
    #[error("{0} was written by a newer version of Stoep. Install that version, or restore an older backup.")]
    Newer(PathBuf),
    /// A landed migration was changed, or half done.
    #[error("{0} does not fit this version of Stoep: {1}")]
    Unfit(PathBuf, String),
    /// What is in it can't be read.
    #[error(
        "{0} is damaged ({1}). Keep a copy of it as it is, with {0}-wal, and put a backup in its place: docs/RUNNING.md says how."
    )]
    Damaged(PathBuf, String),
    /// One of the safety settings did not take.
    #[error("{0}: SQLite says {1} = {2}, and Stoep needs {3}. Is the file on a network disk?")]
    Unsafe(PathBuf, &'static str, String, &'static str),
    /// This database belongs to another bot.
    #[error(
        "{0} belongs to the bot with id {1}, and the token is of the bot with id {2}. Use that bot's token, or another database."
    )]
    OtherBot(PathBuf, String, i64),
    /// Its sealed columns were written with another key.
    #[error("{0} was made with another key than the one that is there now. Put back the key that belongs to it.")]
    OtherKey(PathBuf),
    /// The key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Others may read or change it.
    #[error(transparent)]
    NotPrivate(#[from] NotPrivate),
    /// Reading or writing.
    #[error("{0} can't be opened: {1}")]
    Io(PathBuf, String),
}

impl OpenError {
    /// What went wrong with the database at `path`.
    pub(super) fn of(path: &Path, fault: Fault) -> OpenError {
        match fault.kind {
            FaultKind::Damage => OpenError::Damaged(path.to_owned(), fault.what),
            FaultKind::Disk | FaultKind::Event => OpenError::Io(path.to_owned(), fault.what),
        }
    }
}

impl Store {
    /// Opens or makes the database, brings it up to date and checks it. Where another program may run on it, `open_beside` is
    /// for that.
    pub async fn open(path: &Path, key: Key) -> Result<Store, OpenError> {
        let wrong = |e: sqlx::Error| OpenError::of(path, e.into());
        make_folder(path)?;
        files_are_private(path)?;
        has_room(path)?;
        // A migration may make a table anew that others point to.
        let opening = options(path).create_if_missing(true).foreign_keys(false);
        let mut connection = SqliteConnection::connect_with(&opening).await.map_err(wrong)?;
        MIGRATIONS.run(&mut connection).await.map_err(|e| match e {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => OpenError::Newer(path.to_owned()),
            MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) => wrong(e),
            other => OpenError::Unfit(path.to_owned(), other.to_string()),
        })?;
        sqlx::query("pragma foreign_keys = on").execute(&mut connection).await.map_err(wrong)?;
        check(path, &mut connection).await?;
        check_key(path, &key, &mut connection).await?;
        connection.close().await.map_err(wrong)?;
        files_are_private(path)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(2)
            .min_connections(0)
            .idle_timeout(Duration::from_secs(60))
            .connect_lazy_with(options(path).read_only(true));
        Ok(Store { path: path.to_owned(), key, readers, lock: None })
    }

    /// Opens a database on which a program may run: what would change it under that program is refused.
    pub async fn open_beside(path: &Path, key: Key) -> Result<Store, OpenError> {
        let wrong = |e: sqlx::Error| OpenError::of(path, e.into());
        files_are_private(path)?;
        let mut connection = SqliteConnection::connect_with(&options(path)).await.map_err(wrong)?;
        let is_older = is_older(&mut connection).await.map_err(wrong)?;
        connection.close().await.map_err(wrong)?;
        let _lock = match is_older.then(|| Lock::take(path)) {
            Some(Err(OpenError::InUse(path))) => return Err(OpenError::OlderRuns(path)),
            Some(taken) => Some(taken?),
            None => None,
        };
        Store::open(path, key).await
    }

    /// Writes down which bot this database belongs to, or refuses another.
    pub async fn belongs_to(&self, bot: i64) -> Result<(), OpenError> {
        let wrong = |e: Fault| OpenError::of(&self.path, e);
        let mut connection = self.writer().await.map_err(wrong)?;
        let text = bot.to_string();
        let owner = sqlx::query_scalar!(
            "insert into facts (key, value) values ('bot', ?) on conflict (key) do update set value = value returning value",
            text
        )
        .fetch_one(&mut connection)
        .await
        .map_err(|e| wrong(e.into()))?;
        if owner == text { Ok(()) } else { Err(OpenError::OtherBot(self.path.clone(), owner, bot)) }
    }
}

/// Are there migrations that this database did not have yet?
async fn is_older(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let table = "_sqlx_migrations";
    let (there,): (bool,) = sqlx::query_as("select exists(select 1 from sqlite_schema where name = ?)")
        .bind(table)
        .fetch_one(&mut *connection)
        .await?;
    if !there {
        return Ok(true);
    }
    let applied = connection.list_applied_migrations(table).await.map_err(|e| match e {
        MigrateError::Execute(e) => e,
        other => sqlx::Error::Migrate(Box::new(other)),
    })?;
    Ok(MIGRATIONS.iter().any(|m| !applied.iter().any(|a| a.version == m.version)))
}

/// Makes the folder that a file will be in.
pub(super) fn make_folder(path: &Path) -> Result<(), OpenError> {
    let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) else { return Ok(()) };
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|e| OpenError::Io(path.to_owned(), e.kind().to_string()))
}

/// SQLite's index of the log is a file in memory. Where the disk's blocks are smaller than its pages, that file has holes, and to
/// fill one on a full disk ends the program without a word.
fn has_room(path: &Path) -> Result<(), OpenError> {
    let folder = real_path(path).parent().map(Path::to_owned).unwrap_or_default();
    match rustix::fs::statvfs(&folder) {
        Ok(disk) if is_too_full(disk.f_frsize, disk.f_bavail) => {
            Err(OpenError::Io(path.to_owned(), "no storage space".to_owned()))
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

fn is_too_full(block: u64, free_blocks: u64) -> bool {
    block < 4096 && free_blocks.saturating_mul(block) < 64 * 1024
}

/// The database and what SQLite keeps beside it, as far as they are there.
fn files_are_private(path: &Path) -> Result<(), NotPrivate> {
    let real = real_path(path);
    for ending in ["", "-wal", "-shm"] {
        let mut name = real.as_os_str().to_owned();
        name.push(ending);
        let file = PathBuf::from(name);
        if file.exists() {
            is_mine_alone(&file, Holds::Database)?;
        }
    }
    Ok(())
}

/// With another key everything sealed would be unreadable, and what waits to go out would be given up: a value that was
/// sealed when the database was made must open.
async fn check_key(path: &Path, key: &Key, connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let wrong = |e: Fault| OpenError::of(path, e);
    let sealed = seal::hex(&key.seal(("facts", "value"), "key", b"stoep").map_err(wrong)?);
    let known = sqlx::query_scalar!(
        "insert into facts (key, value) values ('key', ?) on conflict (key) do update set value = value returning value",
        sealed
    )
    .fetch_one(connection)
    .await
    .map_err(|e| wrong(e.into()))?;
    let opened = seal::unhex(&known).and_then(|known| key.open(("facts", "value"), "key", &known).ok());
    if opened.is_some() { Ok(()) } else { Err(OpenError::OtherKey(path.to_owned())) }
}

/// How every connection to the database is.
pub(super) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted is gone from the file too.
        .pragma("secure_delete", "on")
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(300)
}

/// SQLite before 3.51.3 can corrupt a WAL database when the log is reset; and 'ontvangen' is only true with FULL.
async fn check(path: &Path, connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let wrong = |e: sqlx::Error| OpenError::of(path, e.into());
    let (version,): (String,) =
        sqlx::query_as("select sqlite_version()").fetch_one(&mut *connection).await.map_err(wrong)?;
    let numbers: Vec<u32> = version.split('.').filter_map(|n| n.parse().ok()).collect();
    if numbers < vec![3, 51, 3] {
        return Err(OpenError::Unsafe(path.to_owned(), "sqlite_version", version, "3.51.3 or newer"));
    }
    let (journal,): (String,) =
        sqlx::query_as("pragma journal_mode").fetch_one(&mut *connection).await.map_err(wrong)?;
    if journal != "wal" {
        return Err(OpenError::Unsafe(path.to_owned(), "journal_mode", journal, "wal"));
    }
    let numbers = [
        ("synchronous", "pragma synchronous", 2, "2 (FULL)"),
        ("foreign_keys", "pragma foreign_keys", 1, "1"),
        ("secure_delete", "pragma secure_delete", 1, "1"),
    ];
    for (name, question, needed, words) in numbers {
        let (found,): (i64,) = sqlx::query_as(question).fetch_one(&mut *connection).await.map_err(wrong)?;
        if found != needed {
            return Err(OpenError::Unsafe(path.to_owned(), name, found.to_string(), words));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_of_small_blocks_is_refused_and_no_other() {
        assert!(is_too_full(1024, 0) && is_too_full(1024, 63));
        assert!(!is_too_full(1024, 64) && !is_too_full(4096, 0));
    }
}
