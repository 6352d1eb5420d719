//! What can go wrong that is nobody's mistake but ours or the disk's. A resident's mistake is an answer, not a fault.

use std::fmt;

use super::UnknownWord;

/// What kind of trouble it is: that decides what the engine does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The disk refuses: nothing is confirmed, the same work is tried again.
    Disk,
    /// What is in the database can't be read, and never will be: the event that met it is parked, and the operator has to act.
    Damage,
    /// This one event: it is parked, the rest goes on.
    Event,
}

/// A fault. Holds where and what kind, never what somebody wrote and never a token: it goes to the log.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Disk or event.
    pub kind: FaultKind,
    /// What happened, for the log.
    pub what: String,
}

/// What every room that can fail returns.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

impl Fault {
    /// A fault of one event: something that should have been impossible.
    pub fn event(what: impl Into<String>) -> Fault {
        Fault { kind: FaultKind::Event, what: what.into() }
    }

    /// A fault of the disk.
    pub fn disk(what: impl Into<String>) -> Fault {
        Fault { kind: FaultKind::Disk, what: what.into() }
    }
}

/// For a list: what was read of one of its things, or `None`, with a line in the log, if it can't be read and has to be left out.
///
/// # Errors
/// If the disk is the trouble.
pub fn or_skip<T>(read: Result<T>, kind: &str, id: impl fmt::Display) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(fault) if fault.kind == FaultKind::Event => {
            tracing::error!(kind, %id, error = %fault, "what can't be read is left out of a list");
            Ok(None)
        }
        Err(fault) => Err(fault),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Fault {}

/// SQLite's primary result codes (sqlite.org/rescode.html) that are the disk's trouble, not the statement's.
const DISK_CODES: &[(u32, &str)] = &[
    (3, "PERM"),
    (5, "BUSY"),
    (6, "LOCKED"),
    (7, "NOMEM"),
    (8, "READONLY"),
    (10, "IOERR"),
    (13, "FULL"),
    (14, "CANTOPEN"),
    (15, "PROTOCOL"),
];

/// Those that say that the file itself is not what it was.
const DAMAGE_CODES: &[(u32, &str)] = &[(11, "CORRUPT"), (26, "NOTADB")];

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Fault {
        match error {
            sqlx::Error::Database(e) => {
                let extended: u32 = e.code().and_then(|c| c.parse().ok()).unwrap_or(0);
                let name_in =
                    |codes: &'static [(u32, &str)]| codes.iter().find(|c| c.0 == extended & 0xff).map(|c| c.1);
                if let Some(name) = name_in(DAMAGE_CODES) {
                    return Fault { kind: FaultKind::Damage, what: format!("SQLite {name} ({extended})") };
                }
                match name_in(DISK_CODES) {
                    Some(name) => Fault::disk(format!("SQLite {name} ({extended})")),
                    // The words name a table or a constraint, never a value.
                    None => Fault::event(format!("SQLite error {extended}: {}", e.message())),
                }
            }
            sqlx::Error::Io(e) => Fault::disk(format!("reading or writing: {}", e.kind())),
            sqlx::Error::WorkerCrashed | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                Fault::disk("the connection to the database is gone")
            }
            sqlx::Error::RowNotFound => Fault::event("a row that must be there is not"),
            // Only this error's own words are known to hold no value.
            sqlx::Error::ColumnDecode { index, source } => match source.downcast_ref::<UnknownWord>() {
                Some(unknown) => Fault::event(format!("column {index} {unknown}")),
                None => Fault::event(format!("column {index} can't be read")),
            },
            _ => Fault::event("the database answered in an unknown way"),
        }
    }
}

impl From<UnknownWord> for Fault {
    fn from(unknown: UnknownWord) -> Fault {
        Fault::event(format!("a column {unknown}"))
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Fault {
        // Its own words may quote the text that was read.
        Fault::event(format!("stored text can't be read: {:?} at column {}", error.classify(), error.column()))
    }
}
