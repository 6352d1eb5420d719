//! The database: opened with its safety settings checked, migrated, and written by one connection.
//!
//! What the operator sees of it is `stoep.sqlite`, a key file kept elsewhere, and a plain sentence where one of the two
//! is not as it must be.

mod cards;
mod dialogues;
mod invitations;
mod jobs;
mod members;
mod outbox;
mod parked;
mod people;
mod seal;
mod seen;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection, SqlitePool};

use crate::model::{Fault, Result};

pub use cards::{
    POST_AGAIN, Slot, SlotChange, adopt_slot, delete_slot, forget_message, give_up_slot, has_slot, leave_slot,
    mark_slot, message_of_slot, remove_slots, removed_slots, slot, slots_of, standing_of_slot, store_cards,
    thing_of_message, void_slots,
};
pub use dialogues::{StoredDialogue, drop_old_dialogues, load_dialogues, save_dialogues};
pub use invitations::{
    InvitationKind, has_operator_leave, invitation_used_by, make_invitation, redeem_invitation, secret,
};
pub use jobs::{DueJob, JobChange, due_jobs, next_job_at, store_jobs, take_jobs};
pub use members::{
    add_member, close_chat_neighbourhood, create_neighbourhood, give_role, groups_of, holders_of, load_members,
    members_of, neighbourhood, neighbourhood_by_code, note_unasked, set_chat_neighbourhood, set_chat_topic,
    store_setting, take_role, update_neighbourhood,
};
pub use outbox::{
    Dispatch, OutboxRow, SettledRow, crowded_chats, delete_rows, delete_rows_of_chat, drop_stale_rows, last_outbox_id,
    pending_rows, settle_rows, store_rows, tg_id_of_row,
};
pub use parked::{
    Parked, ParkedKind, drop_old_parked, drop_replay, list_parked, next_replay, park, put_back, take_replays,
};
pub use people::{
    ChatSeen, PersonSeen, addresses, chat, chat_by_tg_id, knows_basic_group, move_chat, person, person_of_chat,
    set_current, set_language, set_may_delete, set_puzzled, set_quiet, set_reach, upsert_chats, upsert_people,
};
pub use seal::{Key, KeyError};
pub use seen::{drop_old_seen, remember};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Why a database can't be used, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A second program runs on it.
    #[error("another Stoep is already running on {0}. Stop that one first, or give this one a database of its own.")]
    InUse(PathBuf),
    /// Written by a newer program.
    #[error("{0} was written by a newer version of Stoep. Install that version, or restore an older backup.")]
    Newer(PathBuf),
    /// A landed migration was changed, or half done.
    #[error("{0} does not fit this version of Stoep: {1}")]
    Unfit(PathBuf, String),
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
    /// Reading or writing.
    #[error("{0} can't be opened: {1}")]
    Io(PathBuf, String),
}

/// A database that passed every check, with its key.
#[derive(Clone)]
pub struct Store {
    path: PathBuf,
    key: Key,
    readers: SqlitePool,
}

impl Store {
    /// Opens or makes the database, brings it up to date and checks it.
    pub async fn open(path: &Path, key: Key) -> Result<Store, OpenError> {
        let io = |e: sqlx::Error| OpenError::Io(path.to_owned(), Fault::from(e).what);
        make_folder(path)?;
        let mut connection =
            SqliteConnection::connect_with(&options(path).create_if_missing(true)).await.map_err(io)?;
        MIGRATIONS.run(&mut connection).await.map_err(|e| match e {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => OpenError::Newer(path.to_owned()),
            MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) => io(e),
            other => OpenError::Unfit(path.to_owned(), other.to_string()),
        })?;
        check(path, &mut connection).await?;
        check_key(path, &key, &mut connection).await?;
        connection.close().await.map_err(io)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(2)
            .min_connections(0)
            .idle_timeout(Duration::from_secs(60))
            .connect_lazy_with(options(path).read_only(true));
        Ok(Store { path: path.to_owned(), key, readers })
    }

    /// A connection that may write. The engine holds one; another command opens one for a short transaction.
    pub async fn writer(&self) -> Result<SqliteConnection> {
        Ok(SqliteConnection::connect_with(&options(&self.path)).await?)
    }

    /// Connections for reading beside the writer.
    pub fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// The key of its sealed columns.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the lock that `run` holds as long as it runs: at most one program answers from a database. Taken before the
    /// database is opened, because that may change its schema under whoever runs on it.
    pub fn lock(path: &Path) -> Result<File, OpenError> {
        let io = |e: std::io::Error| OpenError::Io(path.to_owned(), e.kind().to_string());
        make_folder(path)?;
        let file = File::create(path.with_extension("lock")).map_err(io)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(std::fs::TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
            Err(std::fs::TryLockError::Error(e)) => Err(io(e)),
        }
    }

    /// Writes down which bot this database belongs to, or refuses another.
    pub async fn belongs_to(&self, bot: i64) -> Result<(), OpenError> {
        let io = |e: Fault| OpenError::Io(self.path.clone(), e.what);
        let mut connection = self.writer().await.map_err(io)?;
        let text = bot.to_string();
        let owner = sqlx::query_scalar!(
            "insert into facts (key, value) values ('bot', ?) on conflict (key) do update set value = value returning value",
            text
        )
        .fetch_one(&mut connection)
        .await
        .map_err(|e| io(e.into()))?;
        if owner == text { Ok(()) } else { Err(OpenError::OtherBot(self.path.clone(), owner, bot)) }
    }
}

/// For tests: a new database, in a folder that goes with the first of the two.
#[cfg(test)]
pub async fn sample() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("stoep.sqlite"), key).await.unwrap();
    (folder, store)
}

fn make_folder(path: &Path) -> Result<(), OpenError> {
    let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|e| OpenError::Io(path.to_owned(), e.kind().to_string()))
}

/// With another key everything sealed would be unreadable, and what waits to go out would be given up: a value that was
/// sealed when the database was made must open.
async fn check_key(path: &Path, key: &Key, connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let io = |e: Fault| OpenError::Io(path.to_owned(), e.what);
    let sealed = seal::hex(&key.seal(("facts", "value"), "key", b"stoep").map_err(io)?);
    let known = sqlx::query_scalar!(
        "insert into facts (key, value) values ('key', ?) on conflict (key) do update set value = value returning value",
        sealed
    )
    .fetch_one(connection)
    .await
    .map_err(|e| io(e.into()))?;
    let opened = seal::unhex(&known).and_then(|known| key.open(("facts", "value"), "key", &known).ok());
    if opened.is_some() { Ok(()) } else { Err(OpenError::OtherKey(path.to_owned())) }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(300)
}

/// SQLite before 3.51.3 can corrupt a WAL database when the log is reset; and 'ontvangen' is only true with FULL.
async fn check(path: &Path, connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let io = |e: sqlx::Error| OpenError::Io(path.to_owned(), Fault::from(e).what);
    let (version,): (String,) =
        sqlx::query_as("select sqlite_version()").fetch_one(&mut *connection).await.map_err(io)?;
    let numbers: Vec<u32> = version.split('.').filter_map(|n| n.parse().ok()).collect();
    if numbers < vec![3, 51, 3] {
        return Err(OpenError::Unsafe(path.to_owned(), "sqlite_version", version, "3.51.3 or newer"));
    }
    let (journal,): (String,) = sqlx::query_as("pragma journal_mode").fetch_one(&mut *connection).await.map_err(io)?;
    if journal != "wal" {
        return Err(OpenError::Unsafe(path.to_owned(), "journal_mode", journal, "wal"));
    }
    let (sync,): (i64,) = sqlx::query_as("pragma synchronous").fetch_one(&mut *connection).await.map_err(io)?;
    if sync != 2 {
        return Err(OpenError::Unsafe(path.to_owned(), "synchronous", sync.to_string(), "2 (FULL)"));
    }
    let (keys,): (i64,) = sqlx::query_as("pragma foreign_keys").fetch_one(&mut *connection).await.map_err(io)?;
    if keys != 1 {
        return Err(OpenError::Unsafe(path.to_owned(), "foreign_keys", keys.to_string(), "1"));
    }
    Ok(())
}
